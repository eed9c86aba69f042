import CSMSCore
import ServerLog

/// Everything `ocpp serve` can be told.
struct ServeConfiguration {
  var address = "127.0.0.1"
  var port: UInt16 = 8000
  /// Whether address or port was set, so that this listener is wanted beside those of `--listen`.
  var namesListener = false
  var namedListeners: [ListenerSpec] = []
  /// The folder in which the server keeps everything.
  var data = "ocpp-data"
  /// A demo: no sign-in, unknown stations and tokens accepted, loopback only.
  var isOpen = false
  /// Whether stations must show a password. Nil: yes, unless `isOpen`.
  var requiresStationPassword: Bool?
  var logLevel = LogLevel.info
  /// In seconds.
  var heartbeatInterval = 300
  /// In seconds.
  var pingInterval = 60
  /// How stations are taken in of which nothing else was decided.
  var admission = Admission.accept
  /// Nil for any number.
  var tokenTransactions: Int?
  /// Whether stations are asked for their settings when they boot.
  var mirrorsConfiguration = true
  /// In seconds.
  var stationGoneAfter = 86_400
  var loops = 1
  var maxMessageBytes = 262_144
  var maxConnections = 50_000
  /// Whether messages that break the schema are refused even where it is clear what they mean.
  var isStrict = false
  /// Days the journal of frames goes back; 0 switches it off.
  var framesDays = 7
  /// MiB the journal of frames may take.
  var framesMiB = 1_024
  var configurationFile: String?
  /// Set by `DATABASE_URL`; replaces the file in `data`.
  var databaseURL: String?
  /// Whether the database is copied before a newer version changes its schema.
  var keepsCopyBeforeUpgrade = true
  var apiKey: String?
  /// What inbound webhooks are signed with.
  var webhookSecret: String?
  /// Inbound webhooks show a key instead of a signature.
  var takesUnsignedWebhooks = false
  /// Outgoing webhooks may go to this machine and its network, and over plain HTTP.
  var allowsPrivateTargets = false
  /// The authorities that receivers' certificates may come from; nil for the system's.
  var webhookAuthorities: String?
  /// Whether conformance suites find their trigger API; loopback only.
  var hasTestAPI = false
  /// Web pages of these origins are welcome where nobody is asked for a password.
  var allowedOrigins: [String] = []
  /// Names of this server beside its addresses and localhost.
  var allowedHosts: [String] = []
  /// For meter values outside transactions; 0 for any time.
  var meterDays = 90
  var meterMiB = 1_024
  /// With what certificates of stations are signed; both or neither.
  var stationCACertificate: String?
  var stationCAKey: String?
  var stationCertificateDays = 365
  /// Whether an operator has to approve each.
  var signsCertificatesAtOnce = true
  /// A second, of one station.
  var stationMessages = 20_000
  /// A second and thread, of all stations at one address.
  var addressMessages = 100_000

  /// The database file.
  var databasePath: String {
    guard let databaseURL else { return "\(data)/ocpp.sqlite" }
    return String(databaseURL.dropFirst("sqlite://".count))
  }

  /// Where it listens, and how.
  var listeners: [ListenerSpec] {
    guard namedListeners.isEmpty || namesListener else { return namedListeners }
    let needsPassword = requiresStationPassword ?? !isOpen
    let own = ListenerSpec(
      security: needsPassword ? .password : .none, address: address, port: port)
    return [own] + namedListeners
  }

  static func isLoopback(_ address: String) -> Bool {
    address == "::1" || address.hasPrefix("127.")
  }
}
