import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

// What a maker adds to the standard, and what it leaves out.

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
    #expect(bench.status("SignedUpdateFirmware", FirmwareTests.firmware) == "Rejected")
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
    let signed = FirmwareTests.firmware.replacing("PEM", with: long)
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
