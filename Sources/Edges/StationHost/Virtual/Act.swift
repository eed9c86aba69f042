public import OCPP16
public import OCPPJSON
public import StationCore

/// Something physical that happens to a virtual station: what keys, typed commands, scripts and the
/// control API come down to. Connectors are numbered from 1.
public enum Act: Sendable {
  case powerOn
  /// As by pulling the plug: no shutdown code runs.
  case powerOff
  case powerCycle
  /// A vehicle is plugged in, ready for energy; nil for the usual one.
  case plugIn(connector: Int, ElectricVehicle?)
  case plugOut(connector: Int)
  /// A card is presented, with an optional choice of connector.
  case swipe(idTag: Text, connector: Int?)
  case stopCharging(connector: Int, StopButton)
  /// The vehicle wants no energy for now, or wants it again.
  case suspend(connector: Int)
  case resume(connector: Int)
  case goOffline
  case goOnline
  /// Connector 0 is the station as a whole.
  case fault(connector: Int, ChargePointErrorCode)
  case clearFault(connector: Int)
  case configure(key: Text, value: Text)
  case cacheToken(Text, AuthorizationStatus)
  case listToken(Text, AuthorizationStatus)
}

/// What at a station ends a session: its buttons, or its own electronics.
public enum StopButton: Sendable {
  case stop
  case emergencyStop
  case electronics(Reason)
}

/// Why something cannot happen to the station.
public struct ActRefusal: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
