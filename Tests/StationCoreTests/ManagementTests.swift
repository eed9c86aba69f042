import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct ManagementTests {
  @Test("Diagnostics and logs are uploaded with retries, and a newer request cancels the old one")
  func uploads() {
    let bench = Bench.accepted()
    func uploads() -> Int {
      bench.steps.filter { if case .upload = $0 { true } else { false } }.count
    }
    #expect(
      bench.call("GetDiagnostics", "{\"location\":\"ftp://x\",\"retries\":1,\"retryInterval\":30}")?
        .string("fileName") == "diagnostics.log")
    bench.handle(.uploadFinished(isGood: false))
    bench.run(31_000)
    #expect(uploads() == 2)
    bench.call("TriggerMessage", "{\"requestedMessage\":\"DiagnosticsStatusNotification\"}")
    bench.handle(.uploadFinished(isGood: false))
    #expect(
      bench.calls("DiagnosticsStatusNotification").compactMap { $0.string("status") } == [
        "Uploading", "Uploading", "UploadFailed",
      ])
    let log =
      "{\"logType\":\"SecurityLog\",\"requestId\":9,\"log\":{\"remoteLocation\":\"ftp://x\"}}"
    #expect(bench.status("GetLog", log) == "Accepted")
    #expect(bench.status("GetLog", log) == "AcceptedCanceled")
    bench.call("ExtendedTriggerMessage", "{\"requestedMessage\":\"LogStatusNotification\"}")
    bench.handle(.uploadFinished(isGood: true))
    bench.call("ExtendedTriggerMessage", "{\"requestedMessage\":\"LogStatusNotification\"}")
    #expect(
      bench.calls("LogStatusNotification").compactMap { $0.string("status") } == [
        "Uploading", "Uploading", "Uploading", "Uploaded", "Idle",
      ])
  }

  @Test("Certificate calls are answered when the host has done them, one at a time")
  func certificates() {
    let bench = Bench.accepted()
    let hash =
      "{\"hashAlgorithm\":\"SHA256\",\"issuerNameHash\":\"a\",\"issuerKeyHash\":\"b\",\"serialNumber\":\"c\"}"
    #expect(
      bench.call(
        "InstallCertificate",
        "{\"certificateType\":\"CentralSystemRootCertificate\",\"certificate\":\"PEM\"}") == nil)
    #expect(bench.status("DeleteCertificate", "{\"certificateHashData\":\(hash)}") == "Failed")
    bench.handle(.certificateCallDone(.installed(.accepted)))
    #expect(bench.sent.last?.string("status") == "Accepted")
    #expect(bench.call("DeleteCertificate", "{\"certificateHashData\":\(hash)}") == nil)
    bench.handle(.certificateCallDone(.deleted(.notFound)))
    #expect(bench.sent.last?.string("status") == "NotFound")
    bench.call(
      "GetInstalledCertificateIds", "{\"certificateType\":\"ManufacturerRootCertificate\"}")
    bench.handle(
      .certificateCallDone(
        .listed([
          CertificateHashData(
            hashAlgorithm: .sha256, issuerNameHash: "a", issuerKeyHash: "b", serialNumber: "c")
        ])))
    #expect(bench.sent.last?.string("status") == "Accepted")
    bench.call(
      "GetInstalledCertificateIds", "{\"certificateType\":\"ManufacturerRootCertificate\"}")
    bench.handle(.certificateCallDone(.listed([])))
    #expect(bench.sent.last?.string("status") == "NotFound")
    bench.call("CertificateSigned", "{\"certificateChain\":\"PEM\"}")
    bench.handle(.certificateCallDone(.stored(isGood: false)))
    #expect(
      bench.calls("SecurityEventNotification").last?.string("type")
        == "InvalidChargePointCertificate")
    #expect(
      bench.status(
        "ExtendedTriggerMessage", "{\"requestedMessage\":\"SignChargePointCertificate\"}")
        == "Accepted")
    bench.handle(.signingRequestMade(csr: "CSR"))
    #expect(bench.calls("SignCertificate").first?.string("csr") == "CSR")
  }

  @Test("A security event of an offline hour survives a restart and is delivered once")
  func securityEvents() {
    let bench = Bench.accepted()
    bench.goOffline()
    bench.handle(.securityEvent(type: "TamperDetectionActivated", info: "lid"))
    for _ in 0..<20 { bench.handle(.securityEvent(type: "MemoryExhaustion", info: nil)) }
    let next = bench.rebooted()
    next.powerOn()
    #expect(next.calls("SecurityEventNotification").count == 16)
    #expect(!next.journal.keys.contains { $0.kind == 18 })
  }

  @Test(
    "A security event whose answer is under way is not taken for another one when there are too many"
  )
  func tooManySecurityEvents() {
    let bench = Bench.accepted()
    bench.reply = { $0.action == "SecurityEventNotification" ? .silence : .usual }
    for number in 1...17 { bench.handle(.securityEvent(type: Text("Event\(number)"), info: nil)) }
    let first = bench.calls("SecurityEventNotification")[0].id
    bench.reply = { _ in .usual }
    bench.receive("[3,\"\(first)\",{}]")
    // The second had to go.
    let told = bench.calls("SecurityEventNotification").map { $0.string("type") ?? "" }
    #expect(told == ["Event1"] + (3...17).map { "Event\($0)" })
    #expect(!bench.journal.keys.contains { $0.kind == 18 })
  }

  @Test("Data transfers reach the vendor's driver, and nobody else's")
  func dataTransfer() {
    let bench = Bench.accepted { $0.dataVendors = ["ACME"] }
    #expect(bench.status("DataTransfer", "{\"vendorId\":\"OTHER\"}") == "UnknownVendorId")
    #expect(bench.call("DataTransfer", "{\"vendorId\":\"ACME\",\"data\":\"x\"}") == nil)
    #expect(bench.status("DataTransfer", "{\"vendorId\":\"ACME\"}") == "Rejected")
    bench.handle(.dataAnswered(.accepted, data: "y"))
    #expect(bench.sent.last?.string("data") == "y")
    bench.handle(.dataToSend(vendor: "ACME", message: "m", data: "d"))
    #expect(bench.calls("DataTransfer").last?.string("messageId") == "m")
  }

  @Test("Every trigger sends its message, and a connector that is not there is refused")
  func triggers() {
    let bench = Bench.accepted()
    func trigger(_ word: String, _ more: String = "") -> String? {
      bench.status("TriggerMessage", "{\"requestedMessage\":\"\(word)\"\(more)}")
    }
    for word in ["BootNotification", "Heartbeat", "MeterValues", "StatusNotification"] {
      let before = bench.calls(word).count
      #expect(trigger(word) == "Accepted")
      #expect(bench.calls(word).count > before, "\(word)")
      let extended = bench.calls(word).count
      #expect(
        bench.status("ExtendedTriggerMessage", "{\"requestedMessage\":\"\(word)\"}") == "Accepted")
      #expect(bench.calls(word).count > extended, "\(word)")
    }
    #expect(trigger("StatusNotification", ",\"connectorId\":9") == "Rejected")
    #expect(
      bench.status(
        "ExtendedTriggerMessage", "{\"requestedMessage\":\"Heartbeat\",\"connectorId\":9}")
        == "Rejected")
    bench.charge()
    #expect(trigger("MeterValues", ",\"connectorId\":1") == "Accepted")
    #expect(bench.calls("MeterValues").last?.int("transactionId") == 101)
    #expect(bench.calls("MeterValues").last?.text.contains("\"Trigger\"") == true)
  }

  @Test("A remote stop ends its transaction and no other", .covers("CP16-37"))
  func remoteStop() {
    let bench = Bench.accepted()
    bench.charge()
    #expect(bench.status("RemoteStopTransaction", "{\"transactionId\":7}") == "Rejected")
    #expect(bench.status("RemoteStopTransaction", "{\"transactionId\":101}") == "Accepted")
    #expect(bench.server.stops[101]?.reason == "Remote")
    #expect(
      bench.status("RemoteStartTransaction", "{\"idTag\":\"A\",\"connectorId\":9}") == "Rejected")
  }

  @Test("An emergency stop and a token nobody can read end and begin nothing they should not")
  func people() {
    let bench = Bench.accepted()
    bench.swipe("")
    bench.swipe("A", 9)
    bench.swipe("123456789012345678901")
    bench.handle(.emergencyStopPressed(connector: 1))
    #expect(bench.calls("Authorize").isEmpty)
    bench.charge()
    bench.handle(.emergencyStopPressed(connector: 1))
    #expect(bench.server.stops[101]?.reason == "EmergencyStop")
    bench.unplug()
    bench.charge()
    bench.handle(.stopOrdered(connector: 1, .other))
    #expect(bench.server.stops[102]?.reason == "Other")
    bench.unplug()
    bench.plug()
    bench.swipe("TAG1", nil)
    #expect(bench.contactor[1])
    bench.swipe("TAG1", nil)
    #expect(!bench.contactor[1])
  }
}
