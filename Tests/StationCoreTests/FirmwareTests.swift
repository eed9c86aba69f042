import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct FirmwareTests {
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

  @Test("An update that is replaced while it waits leaves no bay out of service")
  func replacedWhileItWaits() {
    let bench = Bench.accepted { $0.connectors = 2 }
    bench.charge("X", 2)
    bench.call(
      "UpdateFirmware", "{\"location\":\"http://x/f\",\"retrieveDate\":\"2026-03-01T00:00:00Z\"}")
    bench.handle(.firmwareDownloaded)
    #expect(bench.statuses(1).last == "Unavailable")
    bench.call(
      "UpdateFirmware", "{\"location\":\"http://x/f\",\"retrieveDate\":\"2026-03-11T00:00:00Z\"}")
    #expect(bench.statuses(1).last == "Available")
    bench.unplug(2)
    bench.run(3_600_000)
    #expect(bench.statuses(2).last == "Available")
    bench.charge("Y", 1)
    #expect(bench.contactor[1])
  }

  @Test(
    "What ChangeAvailability wants during an update holds after it, in both directions and after a restart",
    .covers("CP16-46"))
  func availabilityDuringAnUpdate() {
    let bench = Bench.accepted { $0.connectors = 3 }
    func change(_ number: Int, _ type: String) -> String? {
      bench.status("ChangeAvailability", "{\"connectorId\":\(number),\"type\":\"\(type)\"}")
    }
    #expect(change(3, "Inoperative") == "Accepted")
    bench.charge("X", 2)
    bench.call(
      "UpdateFirmware", "{\"location\":\"http://x/f\",\"retrieveDate\":\"2026-03-01T00:00:00Z\"}")
    bench.handle(.firmwareDownloaded)
    #expect(change(1, "Inoperative") == "Accepted")
    #expect(change(3, "Operative") == "Accepted")
    #expect(bench.statuses(3).last == "Unavailable")
    bench.unplug(2)
    bench.handle(.firmwareInstallFailed)
    #expect(
      [1, 2, 3].map { bench.statuses($0).last } == ["Unavailable", "Available", "Available"])
    let next = bench.rebooted()
    next.powerOn()
    #expect([1, 2, 3].map { next.statuses($0).last } == ["Unavailable", "Available", "Available"])
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
}

extension Bench {
  fileprivate var hasDownloaded: Bool {
    steps.contains {
      if case .downloadFirmware = $0 { true } else { false }
    }
  }
}
