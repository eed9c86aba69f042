import OCPPJSON
import StationCore
import StationHost
import Testing

@testable import ocpp

@Suite("The settings of the other commands")
struct OtherSettingsTests {
  private func station(_ arguments: [String]) throws(UsageError) -> StationConfiguration {
    var configuration = StationConfiguration()
    try SettingsReader(settings: StationConfiguration.settings).apply(
      arguments, to: &configuration)
    return configuration
  }

  @Test("Every setting of a station does something")
  func stationSettings() throws {
    let settings = try station([
      "--url", "ws://x/ocpp", "--id", "A", "--password", "p", "--tag", "T", "--connector", "2",
      "--power", "11000", "--duration", "5", "--sample-interval", "6", "--meter-start", "7",
      "--charge", "8", "--capacity", "9000",
    ])

    #expect(settings.url == "ws://x/ocpp")
    #expect(settings.identity == "A")
    #expect(settings.password == "p")
    #expect(settings.plan.idTag == "T")
    #expect(settings.plan.connector == 2)
    #expect(settings.plan.stationPower == 11_000)
    #expect(settings.plan.battery.maximumPower == 11_000)
    #expect(settings.plan.stay == 5_000)
    #expect(settings.plan.sampleInterval == 6_000)
    #expect(settings.plan.meterStart == 7)
    #expect(settings.plan.battery.initialCharge == 80)
    #expect(settings.plan.battery.capacity == 9_000)
  }

  @Test(
    "--sample-interval counts for a driven station too, --set counts more, silence changes nothing")
  func drivenInterval() throws {
    let script = ["--script", "-", "--sample-interval", "6"]
    let plain = try station(script).drivenSettings.presets
    #expect(plain.map(\.0) == ["MeterValueSampleInterval"] && plain.map(\.1) == ["6"])
    let both = try station(script + ["--set", "MeterValueSampleInterval=9"]).drivenSettings.presets
    #expect(both.map(\.1) == ["6", "9"])
    #expect(try station(["--script", "-"]).drivenSettings.presets.isEmpty)
  }

  @Test(
    "A station's bad value is refused by its name",
    arguments: [
      ("tag", "123456789012345678901"), ("connector", "0"), ("connector", "100"),
      ("power", "999"), ("duration", "0"), ("duration", "604801"), ("sample-interval", "x"),
      ("meter-start", "-1"), ("charge", "101"), ("capacity", "1"),
    ])
  func stationBad(name: String, value: String) {
    #expect { try station(["--\(name)", value]) } throws: {
      ($0 as? UsageError)?.message.hasPrefix("--\(name): ") == true
    }
  }

  @Test("The demo's settings do something, and its bad ones are refused")
  func demo() throws {
    var configuration = DemoConfiguration()
    let reader = SettingsReader(settings: DemoConfiguration.settings)
    try reader.apply(["--data", "d", "--port", "1", "--duration", "2"], to: &configuration)
    #expect(configuration.data == "d")
    #expect(configuration.port == 1)
    #expect(configuration.plan.stay == 2_000)
    for (name, value) in [("port", "65536"), ("duration", "86401")] {
      #expect { try reader.apply(["--\(name)", value], to: &configuration) } throws: {
        ($0 as? UsageError)?.message.hasPrefix("--\(name): ") == true
      }
    }
  }

  @Test("The help has a line for every setting")
  func help() {
    func check<C>(_ settings: [Setting<C>]) {
      let help = SettingsReader(settings: settings).help
      for setting in settings {
        let head = "  --\(setting.name)" + (setting.placeholder.map { " \($0)" } ?? "") + "  "
        #expect(help.split(separator: "\n").contains { $0.hasPrefix(head) }, "\(setting.name)")
      }
      #expect(help.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
    check(ServeConfiguration.settings)
    check(StationConfiguration.settings)
    check(DemoConfiguration.settings)
  }

  @Test("Switches may be said in many words")
  func booleans() throws {
    for word in ["true", "YES", "on", "1"] { #expect(try SettingValue.boolean(word)) }
    for word in ["false", "No", "OFF", "0"] { #expect(try !SettingValue.boolean(word)) }
    #expect(throws: UsageError.self) { try SettingValue.boolean("") }
    #expect(try SettingValue.integer("-5", in: -5...5) == -5)
    #expect(throws: UsageError.self) { try SettingValue.integer(" 1", in: 0...5) }
  }
}
