public import OCPPJSON
public import StationCore

/// What a virtual station is.
public struct StationSettings: Sendable {
  /// `ws://host:port/ocpp` or `wss://…`; the identity is added as the last part.
  public var url: String
  /// Where the central system listens with TLS, for security profiles 2 and 3; the same as `url` when
  /// that is `wss://`.
  public var secureURL: String?
  public var identity: String
  /// For HTTP Basic authentication, with the identity as user.
  public var password: String?
  /// PEM files for `wss://`: whom to trust, and the station's own certificate with its key.
  public var caFile: String?
  public var certificateFile: String?
  public var keyFile: String?
  /// PEM: who signs the certificates that sign firmware. Without it no signed firmware is good.
  public var firmwareRootFile: String?
  public var setup = StationSetup()
  /// Configuration keys and values, set at the first start.
  public var presets: [(Text, Text)] = []
  /// What is plugged in when nobody says what.
  public var vehicle = ElectricVehicle()
  /// The meters' registers at the beginning, in Wh.
  public var meterStart: Int64 = 12_000
  public var journal = JournalPlace.memory
  /// Firmware and certificates are kept here; nil for a folder that goes with the station.
  public var folder: String?
  /// Milliseconds between two looks at the meters while the station is on.
  public var tickInterval: UInt64 = 1_000

  public init(url: String, identity: String) {
    self.url = url
    self.identity = identity
    if url.lowercased().hasPrefix("wss://") { secureURL = url }
  }

  /// The security profile these settings are.
  var firstProfile: Int {
    if url.lowercased().hasPrefix("wss://") {
      return certificateFile != nil ? 3 : password != nil ? 2 : 0
    }
    return password != nil ? 1 : 0
  }
}
