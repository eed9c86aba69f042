import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

// What a maker adds to the standard, and what it leaves out.

@Suite struct OwnKeyTests {
  static let keys: [OwnKey] = [
    OwnKey("LedColour", .text(limit: 6), value: "white"),
    OwnKey("FanSpeed", .integer(0...100), value: "40"),
    OwnKey("NightMode", .flag, value: "false"),
  ]

  func bench(_ change: (inout [OwnKey]) -> Void = { _ in }) -> Bench {
    var keys = OwnKeyTests.keys
    change(&keys)
    return Bench.accepted { $0.ownKeys = keys }
  }

  func change(_ bench: Bench, _ key: String, _ value: String) -> String? {
    bench.status("ChangeConfiguration", "{\"key\":\"\(key)\",\"value\":\"\(value)\"}")
  }

  func value(_ bench: Bench, _ key: String) -> String? {
    let answer = bench.call("GetConfiguration", "{\"key\":[\"\(key)\"]}")
    return (answer?["configurationKey"] as? [[String: Any]])?.first?["value"] as? String
  }

  @Test("A key of the maker's own is told like OCPP's, by its name and among all")
  func told() {
    let bench = bench()
    #expect(value(bench, "ledcolour") == "white")
    let all = bench.call("GetConfiguration")?["configurationKey"] as? [[String: Any]]
    #expect(all?.filter { $0["key"] as? String == "FanSpeed" }.count == 1)
    let unknown = bench.call("GetConfiguration", "{\"key\":[\"Nothing\"]}")
    #expect(unknown?["unknownKey"] as? [String] == ["Nothing"])
  }

  @Test("It takes what its type takes, and the driver hears of it")
  func changed() {
    let bench = bench { $0[1].needsRestart = true }
    #expect(change(bench, "LedColour", "blue") == "Accepted")
    #expect(change(bench, "LedColour", "ultramarine") == "Rejected")
    #expect(change(bench, "FanSpeed", "101") == "Rejected")
    #expect(change(bench, "FanSpeed", "100") == "RebootRequired")
    #expect(change(bench, "NightMode", "perhaps") == "Rejected")
    #expect(change(bench, "NightMode", "TRUE") == "Accepted")
    #expect(change(bench, "Nothing", "1") == "NotSupported")
    #expect(bench.station.ownValue("LedColour") == "blue")
    let heard = bench.steps.compactMap {
      if case .applyConfiguration(let key) = $0 { key.description } else { nil }
    }
    // The interval of BootNotification's answer is a change too.
    #expect(heard == ["HeartbeatInterval", "LedColour", "FanSpeed", "NightMode"])
  }

  @Test("What the central system may not change, the program may")
  func readOnly() {
    let bench = bench { $0[0].isReadOnly = true }
    #expect(change(bench, "LedColour", "blue") == "Rejected")
    let isTaken = bench.station.preset("LEDCOLOUR", "red")
    let isTooLongTaken = bench.station.preset("LedColour", "too long a word")
    #expect(isTaken && !isTooLongTaken)
    #expect(bench.station.ownValue("LedColour") == "red")
  }

  @Test(
    "Its value outlives the power, as long as the firmware has the key and it can have the value")
  func kept() {
    let bench = bench()
    #expect(change(bench, "LedColour", "blue") == "Accepted")
    #expect(change(bench, "FanSpeed", "90") == "Accepted")
    let next = bench.rebooted {
      $0.ownKeys = [OwnKeyTests.keys[0], OwnKey("FanSpeed", .integer(0...50), value: "25")]
    }
    next.powerOn()
    #expect(next.station.ownValue("LedColour") == "blue")
    #expect(next.station.ownValue("FanSpeed") == "25")
    #expect(next.station.ownValue("NightMode") == nil)
    let without = bench.rebooted { $0.ownKeys = [] }
    without.powerOn()
    #expect(value(without, "LedColour") == nil)
  }
}

@Suite struct MakerTests {
  @Test("A warning is told beside the status, with the maker's own code, and energy flows on")
  func warning() throws {
    let bench = Bench.accepted { $0.identity.vendor = "ACME" }
    bench.charge()
    bench.handle(
      .errorReported(
        connector: 1,
        ConnectorError(.weakSignal, info: "-113 dBm", vendorCode: "E7", isWarning: true)))
    let told = try #require(bench.calls("StatusNotification").last)
    #expect(told.string("status") == "Charging")
    #expect(told.string("errorCode") == "WeakSignal")
    #expect(told.string("info") == "-113 dBm")
    #expect(told.string("vendorErrorCode") == "E7")
    #expect(told.string("vendorId") == "ACME")
    #expect(bench.contactor[1])
    // Another code alone is news.
    bench.handle(
      .errorReported(
        connector: 1,
        ConnectorError(.weakSignal, info: "-113 dBm", vendorCode: "E8", isWarning: true)))
    #expect(bench.calls("StatusNotification").last?.string("vendorErrorCode") == "E8")
    bench.handle(.faultCleared(connector: 1))
    let last = try #require(bench.calls("StatusNotification").last)
    #expect(last.string("errorCode") == "NoError")
    #expect(last["vendorErrorCode"] == nil)
    #expect(last["info"] == nil)
  }

  @Test("A fault takes the place of a warning, and a warning that of a fault")
  func faultAndWarning() {
    let bench = Bench.accepted()
    bench.charge()
    bench.handle(
      .errorReported(connector: 1, ConnectorError(.readerFailure, isWarning: true)))
    bench.handle(.errorReported(connector: 1, ConnectorError(.groundFailure, vendorCode: "RCD")))
    #expect(bench.statuses().last == "Faulted")
    #expect(!bench.contactor[1])
    #expect(bench.station.view(1)?.error == .groundFailure)
    bench.handle(
      .errorReported(connector: 1, ConnectorError(.readerFailure, isWarning: true)))
    #expect(bench.statuses().last == "Charging")
    #expect(bench.contactor[1])
    #expect(bench.station.view(1)?.error == .readerFailure)
  }

  /// What the driver was told of its own data: the status, or "none".
  func answers(_ bench: Bench) -> [String] {
    bench.steps.compactMap {
      guard case .takeDataAnswer(let status, let data) = $0 else { return nil }
      return (status?.word.description ?? "none") + (data.map { " \($0)" } ?? "")
    }
  }

  @Test("Whoever sends data learns once what came of it, whatever that is")
  func dataAnswers() {
    let bench = Bench.accepted()
    func send() { bench.handle(.dataToSend(vendor: "ACME", message: nil, data: "d")) }
    bench.reply = {
      $0.action == "DataTransfer" ? .result("{\"status\":\"Accepted\",\"data\":\"7\"}") : .usual
    }
    send()
    #expect(answers(bench) == ["Accepted 7"])
    bench.reply = { $0.action == "DataTransfer" ? .error("NotSupported") : .usual }
    send()
    bench.reply = { $0.action == "DataTransfer" ? .silence : .usual }
    send()
    send()
    bench.goOffline()
    send()
    #expect(answers(bench) == ["Accepted 7", "none", "none", "none", "none"])
    // Too many at a time: the oldest goes, and is told so.
    bench.reply = { $0.action == "DataTransfer" ? .silence : .usual }
    bench.goOnline()
    for _ in 0..<40 { send() }
    #expect(answers(bench).count == 5 + 40 - 1 - 32)
  }

  @Test("A driver that takes any vendor's data says itself whom it does not know")
  func anyVendor() {
    let bench = Bench.accepted { $0.takesDataOfAnyVendor = true }
    #expect(bench.call("DataTransfer", "{\"vendorId\":\"OTHER\"}") == nil)
    bench.handle(.dataAnswered(.unknownVendorId, data: nil))
    #expect(bench.sent.last?.string("status") == "UnknownVendorId")
  }

  static let update =
    "{\"location\":\"http://x/f\",\"retrieveDate\":\"2026-03-01T00:00:00Z\"}"

  @Test("A station without the means says so in OCPP's words, and does not ask its driver")
  func withoutMeans() {
    let bench = Bench.accepted {
      $0.canUpdateFirmware = false
      $0.canUpload = false
      $0.keepsCertificates = false
    }
    // A CALLERROR has no status.
    #expect(bench.call("UpdateFirmware", MakerTests.update)?.kind == 4)
    #expect(bench.call("GetDiagnostics", "{\"location\":\"http://x\"}")?.kind == 4)
    #expect(bench.status("SignedUpdateFirmware", ManagementTests.firmware) == "Rejected")
    let log =
      "{\"logType\":\"SecurityLog\",\"requestId\":1,\"log\":{\"remoteLocation\":\"http://x\"}}"
    #expect(bench.status("GetLog", log) == "Rejected")
    #expect(
      bench.status(
        "InstallCertificate",
        "{\"certificateType\":\"ManufacturerRootCertificate\",\"certificate\":\"PEM\"}")
        == "Rejected")
    let hash =
      "{\"certificateHashData\":{\"hashAlgorithm\":\"SHA256\",\"issuerNameHash\":\"a\",\"issuerKeyHash\":\"b\",\"serialNumber\":\"c\"}}"
    #expect(bench.status("DeleteCertificate", hash) == "Failed")
    #expect(
      bench.status(
        "GetInstalledCertificateIds", "{\"certificateType\":\"ManufacturerRootCertificate\"}")
        == "NotFound")
    #expect(bench.status("CertificateSigned", "{\"certificateChain\":\"PEM\"}") == "Rejected")
    #expect(
      bench.status(
        "ExtendedTriggerMessage", "{\"requestedMessage\":\"SignChargePointCertificate\"}")
        == "NotImplemented")
    #expect(bench.calls("SecurityEventNotification").isEmpty)
    let profiles = bench.station.configurationValue(.supportedFeatureProfiles).description
    #expect(!profiles.contains("FirmwareManagement"))
    let asked = bench.steps.contains {
      switch $0 {
      case .upload, .downloadFirmware, .installCertificate, .deleteCertificate, .listCertificates,
        .storeSignedCertificate, .makeSigningRequest, .checkFirmwareCertificate:
        true
      default: false
      }
    }
    #expect(!asked)
  }

  @Test("Without diagnostics there is no name of a file, where firmware can be updated")
  func withoutDiagnostics() {
    let bench = Bench.accepted { $0.canUpload = false }
    let answer = bench.call("GetDiagnostics", "{\"location\":\"http://x\"}")
    #expect(answer?.kind == 3)
    #expect(answer?["fileName"] == nil)
    #expect(bench.calls("DiagnosticsStatusNotification").isEmpty)
  }

  @Test("An update that the journal has no room for is refused, and the station charges on")
  func tooLongForTheJournal() {
    let bench = Bench.accepted()
    bench.station.recordLimit = 512
    let long = String(repeating: "x", count: 400)
    let plain = MakerTests.update.replacing("http://x/f", with: "http://x/\(long)")
    #expect(bench.call("UpdateFirmware", plain)?.kind == 4)
    let signed = ManagementTests.firmware.replacing("PEM", with: long)
    #expect(bench.status("SignedUpdateFirmware", signed) == "Rejected")
    #expect(bench.call("UpdateFirmware", MakerTests.update)?.kind == 3)
    bench.handle(.firmwareDownloadFailed)
    bench.charge()
    #expect(bench.contactor[1])
  }

  @Test("The journal's records fit what the limits can come to")
  func recordCount() {
    var setup = StationSetup()
    let few = setup.recordCount
    #expect((400...800).contains(few))
    setup.queueLimit += 300
    #expect(setup.recordCount == few + 400)
  }
}
