import CSMSCore
import Foundation
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

  static var settings: [Setting<ServeConfiguration>] {
    [
      Setting("port", "N", "port for stations and HTTP (8000; 0 lets the system choose)") {
        (c, v) throws(UsageError) in
        c.port = UInt16(try SettingValue.integer(v, in: 0...65535))
        c.namesListener = true
      },
      Setting("address", "IP", "address to listen on (127.0.0.1)") { c, v in
        c.address = v
        c.namesListener = true
      },
      Setting(
        "listen", "SPEC",
        "a listener instead of --address and --port, for example\n"
          + "profile=2,address=0.0.0.0,port=8443,cert=FILE,key=FILE\n"
          + "profile 0: stations prove nothing; 1: HTTP Basic; 2: TLS and HTTP\n"
          + "Basic; 3: TLS with client certificates from ca=FILE, whose common\n"
          + "name or DNS name is the identity. May be given several times, and\n"
          + "--address or --port beside it adds theirs",
        reset: { $0.namedListeners = [] }
      ) { (c, v) throws(UsageError) in c.namedListeners.append(try ListenerSpec(v)) },
      Setting("data", "DIR", "folder in which the server keeps everything (ocpp-data)") { c, v in
        c.data = v
      },
      Setting(
        "open", nil,
        "for demos: no API key, unknown stations and tokens are accepted;\nlistens on loopback only"
      ) { (c, v) throws(UsageError) in c.isOpen = try SettingValue.boolean(v) },
      Setting(
        "station-auth", "MODE",
        "basic: stations show their password by HTTP Basic (the default);\n"
          + "none: any station on record may connect"
      ) { (c, v) throws(UsageError) in
        switch v {
        case "basic": c.requiresStationPassword = true
        case "none": c.requiresStationPassword = false
        default: throw UsageError("\"\(v)\" is neither basic nor none.")
        }
      },
      Setting(
        "log-level", "LEVEL", "debug, info, warning or error (info)", variable: "LOG_LEVEL"
      ) { (c, v) throws(UsageError) in
        guard let level = LogLevel(name: v) else {
          throw UsageError("\"\(v)\" is none of debug, info, warning, error.")
        }
        c.logLevel = level
      },
      Setting("heartbeat-interval", "S", "seconds between a station's heartbeats (300)") {
        (c, v) throws(UsageError) in
        c.heartbeatInterval = try SettingValue.integer(v, in: 1...86_400)
      },
      Setting("ping-interval", "S", "seconds between pings to a quiet station (60)") {
        (c, v) throws(UsageError) in
        c.pingInterval = try SettingValue.integer(v, in: 1...3_600)
      },
      Setting(
        "admission", "MODE",
        "how stations without a policy of their own are taken in: accept (the\n"
          + "default), hold (Pending until an operator decides) or reject"
      ) { (c, v) throws(UsageError) in
        switch v {
        case "accept": c.admission = .accept
        case "hold": c.admission = .hold
        case "reject": c.admission = .reject
        default: throw UsageError("\"\(v)\" is none of accept, hold, reject.")
        }
      },
      Setting(
        "token-transactions", "N",
        "how many transactions a token may have at a time, unless its record\n"
          + "says something else (0: any number, the default)"
      ) { (c, v) throws(UsageError) in
        let most = try SettingValue.integer(v, in: 0...1_000_000)
        c.tokenTransactions = most == 0 ? nil : most
      },
      Setting(
        "mirror-configuration", "MODE",
        "on (the default) or off: ask stations for their settings at boot"
      ) { (c, v) throws(UsageError) in
        switch v {
        case "on": c.mirrorsConfiguration = true
        case "off": c.mirrorsConfiguration = false
        default: throw UsageError("\"\(v)\" is neither on nor off.")
        }
      },
      Setting(
        "station-gone-after", "S",
        "seconds after which a station that is away is gone: its transactions\nare closed, for a stated reason (86400)"
      ) { (c, v) throws(UsageError) in
        c.stationGoneAfter = try SettingValue.integer(v, in: 60...31_536_000)
      },
      Setting("loops", "N", "threads that serve sockets (1)") { (c, v) throws(UsageError) in
        c.loops = try SettingValue.integer(v, in: 1...64)
      },
      Setting("max-message-bytes", "N", "longest message of a station (262144)") {
        (c, v) throws(UsageError) in
        c.maxMessageBytes = try SettingValue.integer(v, in: 1_024...16_777_216)
      },
      Setting("max-connections", "N", "connections at a time per thread (50000)") {
        (c, v) throws(UsageError) in
        c.maxConnections = try SettingValue.integer(v, in: 1...1_000_000)
      },
      Setting(
        "strict", nil,
        "refuses messages that break the schema even where it is clear what\nthey mean (see GET /stations/quirks)"
      ) { (c, v) throws(UsageError) in c.isStrict = try SettingValue.boolean(v) },
      Setting("frames-days", "N", "days the journal of frames goes back (7; 0: no journal)") {
        (c, v) throws(UsageError) in
        c.framesDays = try SettingValue.integer(v, in: 0...3_650)
      },
      Setting("frames-mib", "N", "MiB that the journal of frames may take (1024)") {
        (c, v) throws(UsageError) in
        c.framesMiB = try SettingValue.integer(v, in: 64...16_777_216)
      },
      Setting(
        "database", "URL", "sqlite:///path/to/file instead of a file in --data",
        variable: "DATABASE_URL"
      ) { (c, v) throws(UsageError) in
        guard v.hasPrefix("sqlite://"), v.count > "sqlite://".count else {
          throw UsageError(
            "\"\(v.prefix { $0 != ":" }):…\" cannot be used: this build stores in SQLite only "
              + "(sqlite:///path/to/file).")
        }
        c.databaseURL = v
      },
      Setting("config", "FILE", "a JSON file with any of these settings, in snake_case") { c, v in
        c.configurationFile = v
      },
      Setting(
        "api-key", "KEY", "an API key that is always good (better set as OCPP_API_KEY)"
      ) { (c, v) throws(UsageError) in
        if v.utf8.count < 16 { throw UsageError("an API key has at least 16 characters.") }
        c.apiKey = v
      },
      Setting(
        "webhook-secret", "TEXT",
        "what inbound webhooks are signed with (better set as\nOCPP_WEBHOOK_SECRET)"
      ) { (c, v) throws(UsageError) in
        if v.utf8.count < 16 { throw UsageError("a webhook secret has at least 16 characters.") }
        c.webhookSecret = v
      },
      Setting(
        "unsigned-webhooks", nil, "inbound webhooks show an API key instead of a signature"
      ) { (c, v) throws(UsageError) in c.takesUnsignedWebhooks = try SettingValue.boolean(v) },
      Setting(
        "webhook-private-targets", nil,
        "lets webhooks go to loopback and private addresses, and over http://"
      ) { (c, v) throws(UsageError) in c.allowsPrivateTargets = try SettingValue.boolean(v) },
      Setting(
        "webhook-ca", "FILE",
        "authorities (PEM) that certificates of webhook receivers may come\nfrom, instead of the system's"
      ) { c, v in c.webhookAuthorities = v },
      Setting(
        "test-api", nil,
        "offers the trigger API of conformance suites at /api/octt/;\nlistens on loopback only"
      ) { (c, v) throws(UsageError) in c.hasTestAPI = try SettingValue.boolean(v) },
    ] + wireSettings
  }

  /// Where it listens, and how.
  var listeners: [ListenerSpec] {
    guard namedListeners.isEmpty || namesListener else { return namedListeners }
    let needsPassword = requiresStationPassword ?? !isOpen
    let own = ListenerSpec(
      security: needsPassword ? .password : .none, address: address, port: port)
    return [own] + namedListeners
  }

  /// Defaults, then the file, then the environment, then the command line.
  static func read(
    arguments: [String], environment: [String: String]
  ) throws(UsageError) -> ServeConfiguration {
    let reader = SettingsReader(settings: settings)
    var probe = ServeConfiguration()
    try reader.apply(environment: environment, to: &probe)
    try reader.apply(arguments, to: &probe)
    guard let path = probe.configurationFile else {
      try probe.check()
      return probe
    }
    var configuration = ServeConfiguration()
    try reader.apply(file: try members(of: path), path: path, to: &configuration)
    try reader.apply(environment: environment, to: &configuration)
    try reader.apply(arguments, to: &configuration)
    try configuration.check()
    return configuration
  }

  private static func members(of path: String) throws(UsageError) -> [String: String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError("The configuration file \(path) cannot be read.")
    }
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw UsageError("The configuration file \(path) is not a JSON object.")
    }
    var members: [String: String] = [:]
    for (key, value) in object {
      switch value {
      case let text as String: members[key] = text
      case let list as [String]: members[key] = list.joined(separator: ";")
      case let number as NSNumber: members[key] = "\(number)"
      default:
        throw UsageError(
          "\(path): \(key) must be a text, a list of texts, a number, true or false.")
      }
    }
    return members
  }

  private func check() throws(UsageError) {
    let places = listeners.map(\.place)
    try checkLoopback(isOpen, "--open lets anybody in", "--open")
    try checkLoopback(hasTestAPI, "--test-api is for conformance suites", "--test-api")
    for (index, listener) in listeners.enumerated() where listener.port != 0 {
      if places[..<index].contains(listener.place) {
        throw UsageError("Two listeners are to use \(listener.place).")
      }
    }
  }

  /// What is only for this machine must not be reachable from another one.
  private func checkLoopback(
    _ isOn: Bool, _ reason: String, _ option: String
  ) throws(UsageError) {
    guard isOn,
      let listener = listeners.first(where: { !ServeConfiguration.isLoopback($0.address) })
    else { return }
    let place = listener.address == address ? "--address" : "its address= in --listen"
    throw UsageError(
      "\(reason) and therefore listens on loopback only, not on \(listener.address). "
        + "Leave out \(place), or leave out \(option).")
  }

  static func isLoopback(_ address: String) -> Bool {
    address == "::1" || address.hasPrefix("127.")
  }
}
