import Network
import OCPPJSON
import StationCore

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

  /// Nil without any of the files.
  var tls: TLSClientContext? {
    get throws {
      if caFile == nil, certificateFile == nil, keyFile == nil { return nil }
      guard url.lowercased().hasPrefix("wss://") else {
        throw UsageError("--ca, --cert and --key are for wss://, and the URL is \(url).")
      }
      return try TLSClientContext(
        caFile: caFile, certificateFile: certificateFile, keyFile: keyFile)
    }
  }

  static var settings: [Setting<StationConfiguration>] {
    [
      Setting("url", "URL", "the central system, ws:// or wss://\n(ws://127.0.0.1:8000/ocpp)") {
        c, v in c.url = v
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
        c.plan.idTag = Text(v)
      },
      Setting("connector", "N", "the connector that is used (1)") { (c, v) throws(UsageError) in
        c.plan.connector = try SettingValue.integer(v, in: 1...99)
      },
      Setting("power", "W", "what the station can deliver, in watts (22000)") {
        (c, v) throws(UsageError) in
        c.plan.stationPower = Int64(try SettingValue.integer(v, in: 1_000...1_000_000))
        c.plan.battery.maximumPower = c.plan.stationPower
      },
      Setting("duration", "S", "how long the vehicle charges, in seconds (600)") {
        (c, v) throws(UsageError) in
        c.plan.stay = Int64(try SettingValue.integer(v, in: 1...604_800)) * 1000
      },
      Setting("sample-interval", "S", "seconds between meter values (10)") {
        (c, v) throws(UsageError) in
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
    ]
  }
}
