import CSMSCore
import Foundation
import ServerLog

/// Every setting of `ocpp serve`: its name, its help and what it sets.
extension ServeConfiguration {
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
        "no-upgrade-copy", nil,
        "an upgrade of the database keeps no copy of it as it was before\n(docs/operating.md)"
      ) { (c, v) throws(UsageError) in c.keepsCopyBeforeUpgrade = try !SettingValue.boolean(v) },
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
}
