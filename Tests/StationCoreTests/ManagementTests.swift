import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct ManagementTests {
  static let firmware =
    "{\"requestId\":4,\"firmware\":{\"location\":\"http://x/f\",\"retrieveDateTime\":\"2026-03-01T00:10:00Z\","
    + "\"installDateTime\":\"2026-03-01T00:30:00Z\",\"signingCertificate\":\"PEM\",\"signature\":\"SIG\"}}"

  func firmwareStatuses(_ bench: Bench) -> [String] {
    bench.sent.filter { $0.action.hasSuffix("FirmwareStatusNotification") }.compactMap {
      $0.string("status")
    }
  }

  @Test(
    "A plain update waits for its time, retries the download, lets transactions end, and reports Installed after the restart"
  )
  func plainUpdate() {
    let bench = Bench.accepted { $0.identity.firmwareVersion = "1" }
    bench.charge()
    bench.call(
      "UpdateFirmware",
      "{\"location\":\"http://x/f\",\"retrieveDate\":\"2026-03-01T00:05:00Z\",\"retries\":1,\"retryInterval\":10}"
    )
    bench.run(299_000)
    #expect(firmwareStatuses(bench).isEmpty)
    bench.run(2_000)
    bench.handle(.firmwareDownloadFailed)
    bench.run(11_000)
    bench.handle(.firmwareDownloaded)
    #expect(firmwareStatuses(bench) == ["Downloading", "Downloading", "Downloaded"])
    #expect(
      bench.status("TriggerMessage", "{\"requestedMessage\":\"FirmwareStatusNotification\"}")
        == "Accepted")
    bench.swipe("TAG1")
    bench.unplug()
    #expect(firmwareStatuses(bench).last == "Installing")
    let next = bench.rebooted { $0.identity.firmwareVersion = "2" }
    next.powerOn()
    #expect(firmwareStatuses(next) == ["Installed"])
    #expect(
      next.calls("SecurityEventNotification").map { $0.string("type") } == ["FirmwareUpdated"])
    #expect(next.statuses().last == "Available")
  }

  @Test(
    "An update that cannot be downloaded or installed says so, and the bays are back in service")
  func failingUpdates() {
    let bench = Bench.accepted()
    bench.call(
      "UpdateFirmware", "{\"location\":\"http://x/f\",\"retrieveDate\":\"2026-03-01T00:00:00Z\"}")
    bench.handle(.firmwareDownloadFailed)
    #expect(firmwareStatuses(bench) == ["Downloading", "DownloadFailed"])
    bench.plug()
    bench.call(
      "UpdateFirmware", "{\"location\":\"http://x/f\",\"retrieveDate\":\"2026-03-01T00:00:00Z\"}")
    bench.handle(.firmwareDownloaded)
    #expect(bench.statuses().last == "Unavailable")
    bench.handle(.firmwareInstallFailed)
    #expect(firmwareStatuses(bench).last == "InstallationFailed")
    #expect(bench.statuses().last == "Preparing")
  }

  @Test(
    "A signed update is scheduled, verified and installed, and a bad signature is a security event")
  func signedUpdate() {
    let bench = Bench.accepted()
    #expect(bench.status("SignedUpdateFirmware", Self.firmware) == "Accepted")
    bench.run(601_000)
    bench.handle(.firmwareDownloaded)
    bench.handle(.firmwareSignatureChecked(isValid: true))
    bench.run(1_300_000)
    bench.handle(.firmwareInstalled)
    #expect(
      firmwareStatuses(bench) == [
        "DownloadScheduled", "Downloading", "Downloaded", "SignatureVerified", "InstallScheduled",
        "Installing", "Installed",
      ])
    #expect(bench.calls("SignedFirmwareStatusNotification").allSatisfy { $0.int("requestId") == 4 })
    #expect(bench.status("SignedUpdateFirmware", Self.firmware) == "Accepted")
    #expect(bench.status("SignedUpdateFirmware", Self.firmware) == "AcceptedCanceled")
    bench.handle(.firmwareDownloaded)
    bench.handle(.firmwareSignatureChecked(isValid: false))
    #expect(firmwareStatuses(bench).last == "InvalidSignature")
    #expect(
      bench.calls("SecurityEventNotification").last?.string("type") == "InvalidFirmwareSignature")
    #expect(
      bench.status(
        "ExtendedTriggerMessage", "{\"requestedMessage\":\"FirmwareStatusNotification\"}")
        == "Accepted")
    #expect(firmwareStatuses(bench).last == "Idle")
  }

  @Test(
    "An update signed by a certificate that is not acceptable is refused before it begins, and reported",
    arguments: [
      (FirmwareCertificateVerdict.invalid, "InvalidCertificate"), (.revoked, "RevokedCertificate"),
    ])
  func badSigningCertificate(verdict: FirmwareCertificateVerdict, word: String) {
    let bench = Bench.accepted()
    #expect(bench.status("SignedUpdateFirmware", Self.firmware) == "Accepted")
    bench.firmwareCertificate = verdict
    #expect(bench.status("SignedUpdateFirmware", Self.firmware) == word)
    #expect(
      bench.calls("SecurityEventNotification").map { $0.string("type") }
        == ["InvalidFirmwareSigningCertificate"])
    // The update that was accepted before goes on.
    bench.run(601_000)
    #expect(bench.hasDownloaded)
    bench.handle(.firmwareDownloaded)
    #expect(firmwareStatuses(bench).last == "Downloaded")
  }

  @Test("One certificate is checked at a time, and a host that answers too late answers nobody")
  func lateCertificateCheck() {
    let bench = Bench.accepted()
    bench.firmwareCertificate = nil
    #expect(bench.status("SignedUpdateFirmware", Self.firmware) == nil)
    #expect(bench.status("SignedUpdateFirmware", Self.firmware) == "Rejected")
    bench.goOffline()
    bench.goOnline()
    let before = bench.sent.count
    bench.handle(.firmwareCertificateChecked(.good))
    #expect(bench.sent.count == before)
    bench.run(700_000)
    #expect(!bench.hasDownloaded)
  }

  @Test(
    "A power cut does not bring an update forward: it waits for its time as soon as that is known",
    .covers("CP16-26"))
  func updateKeepsItsTime() {
    let bench = Bench.accepted()
    bench.call(
      "UpdateFirmware",
      "{\"location\":\"https://a/b\",\"retrieveDate\":\"2026-03-01T02:00:00Z\"}")
    let next = bench.rebooted()
    next.powerOn()
    next.run(3_600_000)
    #expect(!next.hasDownloaded)
    next.run(3_700_000)
    #expect(next.hasDownloaded)
  }

  @Test("An update under way is taken up again after a restart")
  func updateResumes() {
    let bench = Bench.accepted()
    bench.call("SignedUpdateFirmware", Self.firmware)
    bench.run(601_000)
    let next = bench.rebooted()
    next.powerOn()
    #expect(firmwareStatuses(next) == ["Downloading"])
    #expect(next.steps.contains { if case .downloadFirmware = $0 { true } else { false } })
  }

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

extension Bench {
  fileprivate var hasDownloaded: Bool {
    steps.contains {
      if case .downloadFirmware = $0 { true } else { false }
    }
  }
}
