public import Foundation

/// A station as apps see it.
public struct Station: Codable, Sendable, Identifiable {
  public struct Connector: Codable, Sendable {
    public var connectorId: Int
    public var connectorType: String?
    /// In kW.
    public var maxPower: Decimal?
    /// OCPP's word; "Unknown" before it has reported.
    public var status: String
  }

  public var stationId: String
  public var name: String?
  public var address: String?
  public var ownerName: String?
  public var vendor: String?
  public var model: String?
  public var firmwareVersion: String?
  public var status: ChargerStatus
  /// Where the station connects.
  public var ocppWebsocketUrl: String
  public var lastHeartbeat: Date?
  public var isOnline: Bool
  public var latitude: Double?
  public var longitude: Double?
  public var connectors: [Connector]

  public var id: String { stationId }
}

/// An app's station that is to be known here.
public struct StationSync: Codable, Sendable {
  public struct Connector: Codable, Sendable {
    public var connectorId: Int
    public var connectorType: String?
    /// In kW.
    public var maxPower: Decimal?

    public init(_ connectorId: Int, type: String? = nil, maxPower: Decimal? = nil) {
      self.connectorId = connectorId
      connectorType = type
      self.maxPower = maxPower
    }
  }

  /// Its OCPP identity here.
  public var chargingStationId: String
  public var name: String?
  public var latitude: Double?
  public var longitude: Double?
  public var address: String?
  public var ownerName: String?
  public var vendor: String?
  public var model: String?
  public var connectors: [Connector]?

  public init(_ chargingStationId: String, name: String? = nil, connectors: [Connector]? = nil) {
    self.chargingStationId = chargingStationId
    self.name = name
    self.connectors = connectors
  }
}

/// What is said of a station that was synced.
public struct StationSynced: Codable, Sendable {
  public struct Place: Codable, Sendable {
    public var stationId: String
    /// Where the station connects.
    public var ocppWebsocket: String
  }

  public var success: Bool
  public var message: String
  public var data: Place
}

/// An order to charge on a payment.
public struct ChargingOrder: Codable, Sendable {
  public var stationId: String
  public var connectorId: Int
  public var userId: String
  /// The same payment never begins two sessions.
  public var paymentTransactionId: String
  /// qr_code, when nil.
  public var paymentMethod: String?
  public var ownerId: String?
  public var ownerName: String?

  public init(station: String, connector: Int, user: String, payment: String) {
    stationId = station
    connectorId = connector
    userId = user
    paymentTransactionId = payment
  }
}

/// What came of an order to charge, or to stop.
public struct ChargingAnswer: Codable, Sendable {
  /// Whether the station does what it was asked.
  public var success: Bool
  /// A sentence for people.
  public var message: String
  public var chargingSession: AppSession
}

/// A session as apps see it, live while it charges.
public struct AppSession: Codable, Sendable, Identifiable {
  public var transactionId: Int
  public var status: SessionStatus
  public var paymentStatus: PaymentStatus?
  public var stationId: String
  public var connectorId: Int?
  public var userId: String?
  public var driverId: String?
  public var paymentTransactionId: String?
  public var paymentMethod: String?
  /// In minor units.
  public var paymentAmount: Int?
  public var ownerId: String?
  public var ownerName: String?
  public var startTime: Date?
  public var stopTime: Date?
  public var durationSeconds: Int?
  public var energyConsumedKwh: Decimal?
  public var currentPowerKw: Decimal?
  /// A decimal; nil without a tariff.
  public var estimatedCost: String?
  public var currency: String?
  /// Why it ended, or never began.
  public var reason: String?
  public var measuredAt: Date?
  public var createdAt: Date
  public var updatedAt: Date
  /// In OCPP's own words; only of a session that was asked for by itself.
  public var meterValues: [[String: JSON]]?

  public var id: Int { transactionId }
}
