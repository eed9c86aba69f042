import Fleet
import Foundation
import Network

/// Everything `ocpp fleet` can be told.
struct FleetConfiguration {
  var setup = FleetSetup()
  var count = 100
  var prefix = "FLEET"
  /// A file with a line for each station, IDENTITY or IDENTITY:PASSWORD; instead of `count`.
  var roster: String?
  var password: String?
  var ramp: Int?
  var isHerd = false
  var caFile: String?
  /// With `{id}` in it: of each station its own.
  var certificateFile: String?
  var keyFile: String?
  /// Seconds; nil until it is interrupted.
  var duration: Int?
  /// Seconds between two times all stations lose their connections; nil for never.
  var dropInterval: Int?
  /// Seconds between lines when nobody looks.
  var summaryInterval = 10
  /// Seconds the sessions have to end in.
  var grace = 60
  var report: String?
  var loops: Int?

  init() { setup.urls = [] }

  /// All of it as the fleet wants it.
  /// - Throws: `UsageError`, or what is wrong with a file.
  func fleet() throws -> FleetSetup {
    var setup = setup
    if setup.urls.isEmpty { setup.urls = FleetSetup().urls }
    if let url = setup.urls.first(where: { !WebSocketClient.canUse(url: $0) }) {
      throw UsageError("\"\(url)\" is no ws:// or wss:// URL that can be used.")
    }
    if let roster {
      setup.members = try Self.members(of: roster, password)
    } else {
      setup.enroll(count: count, prefix: prefix, password: password)
    }
    // Everybody is there after twenty seconds, and a small fleet a little sooner.
    setup.rampPerSecond = isHerd ? nil : ramp ?? max(50, setup.members.count / 20)
    setup.tls = try tls(setup.urls)
    if let folder = setup.journalFolder {
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw UsageError(
          "The folder of journals \(folder) cannot be made: \(error.localizedDescription)")
      }
    }
    return setup
  }

  private static func members(
    of file: String, _ password: String?
  ) throws -> [FleetSetup.Member] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw UsageError("The file of stations \(file) cannot be read.")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw UsageError("The file of stations \(file) is not UTF-8.")
    }
    let members = text.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      return parts.first.map {
        FleetSetup.Member(identity: $0, password: parts.count == 2 ? parts[1] : password)
      }
    }
    if members.isEmpty {
      throw UsageError("\(file) has no stations: a line IDENTITY or IDENTITY:PASSWORD for each.")
    }
    return members
  }

  private func tls(
    _ urls: [String]
  ) throws -> (@Sendable (FleetSetup.Member) -> TLSClientContext?)? {
    if caFile == nil, certificateFile == nil, keyFile == nil { return nil }
    if let plain = urls.first(where: { !$0.lowercased().hasPrefix("wss://") }) {
      throw UsageError("--ca, --cert and --key are for wss://, and the URL is \(plain).")
    }
    guard let certificateFile, certificateFile.contains("{id}") else {
      let shared = try TLSClientContext(
        caFile: caFile, certificateFile: certificateFile, keyFile: keyFile)
      return { _ in shared }
    }
    let (caFile, keyFile) = (caFile, keyFile)
    return { member in
      func own(_ file: String) -> String {
        file.replacingOccurrences(of: "{id}", with: member.identity)
      }
      return try? TLSClientContext(
        caFile: caFile, certificateFile: own(certificateFile), keyFile: keyFile.map(own))
    }
  }
}

extension FleetConfiguration {
  static var settings: [Setting<FleetConfiguration>] {
    stationSettings + driverSettings + runSettings
  }

  private static func integer(
    _ name: String, _ placeholder: String, _ help: String, _ range: ClosedRange<Int>,
    _ apply: @escaping (inout FleetConfiguration, Int) -> Void
  ) -> Setting<FleetConfiguration> {
    Setting(name, placeholder, help) { (c, v) throws(UsageError) in
      apply(&c, try SettingValue.integer(v, in: range))
    }
  }

  private static var stationSettings: [Setting<FleetConfiguration>] {
    [
      Setting(
        "url", "URL",
        "the central system, ws:// or wss://\n(ws://127.0.0.1:8000/ocpp); several: stations take them in\n"
          + "turn, one port takes about 28,000 from one address", reset: { $0.setup.urls = [] }
      ) { c, v in c.setup.urls.append(v) },
      integer("count", "N", "charging stations (100)", 1...1_000_000) { $0.count = $1 },
      Setting("id", "PREFIX", "identities: this and a number of five digits (FLEET)") { c, v in
        c.prefix = v
      },
      Setting(
        "stations", "FILE", "instead: a line IDENTITY or IDENTITY:PASSWORD for each station"
      ) { c, v in c.roster = v },
      Setting("password", "TEXT", "for HTTP Basic authentication (better set as OCPP_PASSWORD)") {
        c, v in c.password = v
      },
      Setting("ca", "FILE", "for wss://: whom to trust, PEM (the system's authorities)") { c, v in
        c.caFile = v
      },
      Setting(
        "cert", "FILE", "for wss://: the stations' certificate, PEM; {id} in it\nis the identity"
      ) {
        c, v in c.certificateFile = v
      },
      Setting("key", "FILE", "the private key of --cert, PEM (in the same file)") { c, v in
        c.keyFile = v
      },
      integer("connectors", "N", "connectors of a station (1)", 1...8) { $0.setup.connectors = $1 },
      integer("power", "W", "what a connector can deliver, in watts (22000)", 1_000...1_000_000) {
        $0.setup.power = Int64($1)
      },
      integer("sample-interval", "S", "seconds between meter values (60)", 1...86_400) {
        $0.setup.sampleInterval = $1
      },
      Setting(
        "journal", "DIR", "keep each station's journal in a file there (plain\nrecords in memory)"
      ) { c, v in c.setup.journalFolder = v },
    ]
  }

  private static var driverSettings: [Setting<FleetConfiguration>] {
    let patterns = ArrivalPlan.Pattern.allCases.map(\.rawValue).joined(separator: "|")
    return [
      Setting("seed", "N", "what makes the drivers (1)") { (c, v) throws(UsageError) in
        guard let seed = UInt64(v) else { throw UsageError("\"\(v)\" is not a whole number.") }
        c.setup.seed = seed
      },
      Setting("pattern", patterns, "when drivers come (city)") { (c, v) throws(UsageError) in
        guard let pattern = ArrivalPlan.Pattern(rawValue: v) else {
          throw UsageError("\"\(v)\" is none of \(patterns).")
        }
        c.setup.arrivals.pattern = pattern
      },
      Setting("visits", "N", "drivers per connector and day (6)") { (c, v) throws(UsageError) in
        guard let visits = Double(v), (0.0...1_000).contains(visits) else {
          throw UsageError("\"\(v)\" is not a number from 0 to 1000.")
        }
        c.setup.arrivals.visitsPerDay = visits
      },
      Setting(
        "speed", "N",
        "drivers' time goes so many times faster: with 60 their day is 24\nminutes, and batteries are 60 times smaller (1)"
      ) {
        (c, v) throws(UsageError) in
        guard let speed = Double(v), (0.01...1_000).contains(speed) else {
          throw UsageError("\"\(v)\" is not a number from 0.01 to 1000.")
        }
        c.setup.arrivals.speed = speed
      },
      integer("start-hour", "H", "the hour of the drivers' day to begin at (8)", 0...23) {
        $0.setup.arrivals.startHour = $1
      },
      Setting("tag", "TAG", "the token that all drivers present (FLEET1 … FLEET1000)") {
        (c, v) throws(UsageError) in
        guard (1...20).contains(v.utf8.count) else {
          throw UsageError("a token has 1 to 20 characters.")
        }
        c.setup.tokens = FleetTokens(prefix: v, count: 1)
      },
      Setting("tags", "N", "how many different tokens drivers have, FLEET1 to FLEETN (1000)") {
        (c, v) throws(UsageError) in
        c.setup.tokens = FleetTokens(
          prefix: "FLEET", count: try SettingValue.integer(v, in: 2...10_000_000))
      },
    ]
  }

  private static var runSettings: [Setting<FleetConfiguration>] {
    [
      integer(
        "ramp", "N", "stations switched on per second (a twentieth of them, 50 at least)",
        1...1_000_000
      ) {
        $0.ramp = $1
      },
      Setting("herd", nil, "switch all on at once") { (c, v) throws(UsageError) in
        c.isHerd = try SettingValue.boolean(v)
      },
      integer("drop", "S", "every so many seconds all lose their connection at once", 1...86_400) {
        $0.dropInterval = $1
      },
      integer("duration", "S", "end after so many seconds (on Ctrl-C)", 1...31_536_000) {
        $0.duration = $1
      },
      integer("grace", "S", "seconds the running sessions have to end in (60)", 0...86_400) {
        $0.grace = $1
      },
      integer("summary", "S", "seconds between lines when nobody looks (10)", 1...86_400) {
        $0.summaryInterval = $1
      },
      Setting("report", "FILE", "write the report there too, as JSON") { c, v in c.report = v },
      integer("loops", "N", "threads (one for 2,000 stations, at most one per core)", 1...64) {
        $0.loops = $1
      },
    ]
  }
}
