import Network
import OCPPJSON
import StationCore
import StationHost

/// Everything `ocpp station` can be told.
struct StationConfiguration {
  var url = "ws://127.0.0.1:8000/ocpp"
  var identity = "CP001"
  var password: String?
  /// Where what must survive a power cut is kept; nil to forget it.
  var journal: String?
  var caFile: String?
  var certificateFile: String?
  var keyFile: String?
  var plan = VisitPlan()

  var secureURL: String?
  var firmwareRootFile: String?
  /// For firmware and certificates; nil for a folder that goes with the program.
  var data: String?
  /// Nil unless given.
  var connectors: Int?
  var vehiclePhases: Int64 = 3
  /// In mA by phase.
  var vehicleCurrent: Int64 = 16_000
  /// In °C.
  var temperature: Int64 = 20
  var isPowerGiven = false
  var isSampleIntervalGiven = false
  var isTagGiven = false
  /// The session is held by itself, also in a terminal.
  var isVisit = false
  var isURLGiven = false
  /// Loopback address and port of the control API.
  var control: (address: String, port: UInt16)?
  var script: String?
  var hasVirtualClock = false

  /// Configuration keys and values.
  var presets: [(Text, Text)] = []

  /// Checks what no single option can know.
  func check() throws(UsageError) {
    let isSecure = url.lowercased().hasPrefix("wss://") || secureURL != nil
    if !isSecure && control == nil && (caFile != nil || certificateFile != nil || keyFile != nil) {
      throw UsageError("--ca, --cert and --key are for wss://, and the URL is \(url).")
    }
    for url in [url, secureURL].compactMap({ $0 }) where !WebSocketClient.canUse(url: url) {
      throw UsageError("\"\(url)\" is no ws:// or wss:// URL that can be used.")
    }
    if control != nil && script != nil {
      throw UsageError("--control and --script are two ways to drive the station: give one.")
    }
    if control != nil || script != nil {
      if isVisit {
        throw UsageError("--duration is for one session by itself, without --control or --script.")
      }
      if isTagGiven {
        throw UsageError("--tag is not used with --control or --script: swipe names the token.")
      }
    }
    if hasVirtualClock && control == nil && script == nil {
      throw UsageError("--virtual-clock needs --control or --script, which move the clock.")
    }
  }

  /// Whom it connects to, and what it keeps and trusts.
  var stationSettings: StationSettings {
    var settings = StationSettings(url: url, identity: identity)
    settings.password = password
    if let secureURL { settings.secureURL = secureURL }
    settings.caFile = caFile
    settings.certificateFile = certificateFile
    settings.keyFile = keyFile
    settings.firmwareRootFile = firmwareRootFile
    settings.journal = journal.map { .file($0) } ?? .memory
    settings.folder = data
    settings.presets = presets
    return settings
  }

  /// The same for a station that people, scripts and programs drive.
  var drivenSettings: StationSettings {
    var settings = stationSettings
    var setup = StationSetup()
    setup.identity.vendor = plan.vendor
    setup.identity.model = plan.model
    setup.identity.firmwareVersion = plan.firmwareVersion
    setup.connectors = max(connectors ?? 2, plan.connector)
    if isPowerGiven { setup.maximumCurrent = Int32(clamping: plan.stationPower * 1000 / 690 + 1) }
    setup.queueLimit = plan.queueLimit
    setup.firstBackOff = 1_000
    setup.longestBackOff = 60_000
    settings.setup = setup
    if isSampleIntervalGiven { settings.presets.insert(sampleIntervalPreset, at: 0) }
    settings.meterStart = plan.meterStart
    let kind = ElectricVehicle.Kind(
      capacity: plan.battery.capacity, phases: vehiclePhases, maximumCurrent: vehicleCurrent)
    settings.vehicle = ElectricVehicle(
      kind, charge: plan.battery.initialCharge, temperature: temperature * 1_000)
    return settings
  }

  /// The key that `--sample-interval` stands for; `--set` counts more.
  var sampleIntervalPreset: (Text, Text) {
    ("MeterValueSampleInterval", Text("\(max(plan.sampleInterval / 1000, 1))"))
  }

  static var settings: [Setting<StationConfiguration>] {
    [
      Setting("url", "URL", "the central system, ws:// or wss://\n(ws://127.0.0.1:8000/ocpp)") {
        c, v in
        c.url = v
        c.isURLGiven = true
      },
      Setting("id", "IDENTITY", "the station's identity (CP001)") { c, v in c.identity = v },
      Setting("password", "TEXT", "for HTTP Basic authentication (better set as OCPP_PASSWORD)") {
        c, v in c.password = v
      },
      Setting("journal", "FILE", "keep what must survive a power cut in this file") { c, v in
        c.journal = v
      },
      Setting("ca", "FILE", "for wss://: whom to trust, PEM (the system's authorities)") { c, v in
        c.caFile = v
      },
      Setting("cert", "FILE", "for wss://: the station's own certificate, PEM") { c, v in
        c.certificateFile = v
      },
      Setting("key", "FILE", "the private key of --cert, PEM (in the same file)") { c, v in
        c.keyFile = v
      },
      Setting("tag", "TAG", "the token that is presented (DEMO0001)") { (c, v) throws(UsageError) in
        guard (1...20).contains(v.utf8.count) else {
          throw UsageError("a token has 1 to 20 characters.")
        }
        c.isTagGiven = true
        c.plan.idTag = Text(v)
      },
      Setting("connector", "N", "the connector that is used (1)") { (c, v) throws(UsageError) in
        c.plan.connector = try SettingValue.integer(v, in: 1...99)
      },
      Setting("power", "W", "what the station can deliver, in watts (22000)") {
        (c, v) throws(UsageError) in
        c.isPowerGiven = true
        c.plan.stationPower = Int64(try SettingValue.integer(v, in: 1_000...1_000_000))
        c.plan.battery.maximumPower = c.plan.stationPower
      },
      Setting("duration", "S", "how long the vehicle charges, in seconds (600)") {
        (c, v) throws(UsageError) in
        c.isVisit = true
        c.plan.stay = Int64(try SettingValue.integer(v, in: 1...604_800)) * 1000
      },
      Setting("sample-interval", "S", "seconds between meter values (10; driven: as the key says)")
      {
        (c, v) throws(UsageError) in
        c.isSampleIntervalGiven = true
        c.plan.sampleInterval = Int64(try SettingValue.integer(v, in: 1...86_400)) * 1000
      },
      Setting("meter-start", "WH", "the meter's register at the beginning, in Wh (12000)") {
        (c, v) throws(UsageError) in
        c.plan.meterStart = Int64(try SettingValue.integer(v, in: 0...2_000_000_000))
      },
      Setting("charge", "PERCENT", "the battery's state of charge at the beginning (22)") {
        (c, v) throws(UsageError) in
        c.plan.battery.initialCharge = Int64(try SettingValue.integer(v, in: 0...100)) * 10
      },
      Setting("capacity", "WH", "the battery's capacity, in Wh (58000)") {
        (c, v) throws(UsageError) in
        c.plan.battery.capacity = Int64(try SettingValue.integer(v, in: 1_000...1_000_000))
      },
    ] + drivenOptions
  }

  /// Options of a station that is driven, and of its security.
  private static var drivenOptions: [Setting<StationConfiguration>] {
    [
      Setting("control", "ADDRESS", "let programs drive it: the control API on 127.0.0.1:PORT") {
        (c, v) throws(UsageError) in c.control = try loopback(v)
      },
      Setting("script", "FILE", "drive it by a scenario; - is standard input") { c, v in
        c.script = v
      },
      Setting("virtual-clock", nil, "with --control or --script: the clock can be moved") {
        (c, v) throws(UsageError) in c.hasVirtualClock = try SettingValue.boolean(v)
      },
      Setting("connectors", "N", "how many connectors a driven station has (2)") {
        (c, v) throws(UsageError) in c.connectors = try SettingValue.integer(v, in: 1...32)
      },
      Setting("vehicle-phases", "N", "phases of the vehicle's charger (3)") {
        (c, v) throws(UsageError) in
        c.vehiclePhases = Int64(try SettingValue.integer(v, in: 1...3))
      },
      Setting("vehicle-current", "A", "what the vehicle's charger takes of each phase (16)") {
        (c, v) throws(UsageError) in
        c.vehicleCurrent = Int64(try SettingValue.integer(v, in: 6...1_000)) * 1_000
      },
      Setting("temperature", "C", "of the battery and around it, in degrees Celsius (20)") {
        (c, v) throws(UsageError) in
        c.temperature = Int64(try SettingValue.integer(v, in: -40...60))
      },
      Setting(
        "set", "KEY=VALUE", "set a configuration key at the first start; several times",
        reset: { $0.presets = [] }
      ) { (c, v) throws(UsageError) in c.presets.append(try preset(v)) },
      Setting("data", "DIR", "keep firmware and certificates here (a temporary folder)") { c, v in
        c.data = v
      },
      Setting("secure-url", "URL", "the wss:// place for security profiles 2 and 3") {
        (c, v) throws(UsageError) in
        guard v.lowercased().hasPrefix("wss://") else {
          throw UsageError("\"\(v)\" does not begin with wss://.")
        }
        c.secureURL = v
      },
      Setting("firmware-root", "FILE", "who vouches for signed firmware, PEM (nobody)") { c, v in
        c.firmwareRootFile = v
      },
    ]
  }
}

extension StationConfiguration {
  /// A key and a value that the station takes.
  private static func preset(_ text: String) throws(UsageError) -> (Text, Text) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw UsageError("\"\(text)\" is not KEY=VALUE.") }
    var trial = ChargePoint(setup: StationSetup())
    guard trial.preset(Text(parts[0]), Text(parts[1])) else {
      throw UsageError("there is no key \"\(parts[0])\", or it does not take \"\(parts[1])\".")
    }
    return (Text(parts[0]), Text(parts[1]))
  }

  /// An address of this machine that nobody else can reach.
  static func loopback(_ text: String) throws(UsageError) -> (address: String, port: UInt16) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { throw UsageError("\"\(text)\" is not 127.0.0.1:PORT.") }
    switch text[..<colon] {
    case "127.0.0.1", "localhost": return ("127.0.0.1", port)
    case "[::1]": return ("::1", port)
    default:
      throw UsageError(
        "the control API has no password, and listens on 127.0.0.1 or [::1] only, not on "
          + "\(text[..<colon]).")
    }
  }
}
