import Foundation
import OCPP16
import OCPPJSON
import TestKit
import Testing

@testable import CSMSCore

let now = TestClock.start
private let past = DateTime(milliseconds: now.milliseconds - 1)
let future = DateTime(milliseconds: now.milliseconds + 86_400_000)

private func list(_ version: Int, _ update: ListUpdate, _ entries: [LocalListEntry] = [])
  -> StationCommand
{
  .sendLocalList(LocalListOrder(version: version, update: update, entries: entries))
}
private func entry(_ tag: Text) -> LocalListEntry {
  LocalListEntry(idTag: tag, verdict: TokenVerdict(.accepted))
}
private let upload = DiagnosticsOrder(location: "ftp://x/y")
private let image = FirmwareOrder(location: "ftp://x/y", retrieveAt: now)
private func signed(_ change: (inout SignedFirmwareOrder) -> Void) -> StationCommand {
  var order = SignedFirmwareOrder(
    requestId: 1, firmware: image, signingCertificate: "-----BEGIN CERTIFICATE-----\n",
    signature: "s")
  change(&order)
  return .updateSignedFirmware(order)
}

private let others: [Refusal] = [
  Refusal("key", .empty, .changeConfiguration(key: "", value: "1")),
  Refusal("key", .empty, .readConfiguration(keys: ["A", ""])),
  Refusal("connector_id", .belowOne, .unlock(connector: 0)),
  Refusal("connector_id", .negative, .changeAvailability(connector: -1, isOperative: true)),
  Refusal("id_tag", .empty, .remoteStart(RemoteStartOrder(idTag: ""))),
  Refusal("connector_id", .belowOne, .remoteStart(RemoteStartOrder(idTag: "T", connector: 0))),
  Refusal("connector_id", .negative, .compositeSchedule(connector: -1, duration: 1, unit: nil)),
  Refusal("duration", .belowOne, .compositeSchedule(connector: 0, duration: 0, unit: nil)),
  Refusal(
    "expiry_date", .inThePast,
    .reserve(ReservationOrder(id: 1, connector: 1, expiry: now, idTag: "T"))),
  Refusal(
    "expiry_date", .inThePast,
    .reserve(ReservationOrder(id: 1, connector: 1, expiry: past, idTag: "T"))),
  Refusal(
    "id_tag", .empty, .reserve(ReservationOrder(id: 1, connector: 1, expiry: future, idTag: ""))),
  Refusal(
    "connector_id", .negative,
    .reserve(ReservationOrder(id: 1, connector: -1, expiry: future, idTag: "T"))),
  Refusal("list_version", .belowOne, list(0, .full)),
  Refusal(
    "list_version", .versionLeavesNoRoom, list(1, .full, (0...50).map { entry(Text("T\($0)")) })),
  Refusal("local_authorization_list[0].idTag", .empty, list(1, .full, [entry("")])),
  Refusal(
    "local_authorization_list[1].idTagInfo", .needsVerdict,
    list(1, .full, [entry("A"), LocalListEntry(idTag: "B")])),
  Refusal(
    "local_authorization_list[2].idTag", .tokenTwice,
    list(1, .full, [entry("A"), entry("B"), entry("a")])),
  Refusal("connector_id", .belowOne, .trigger(.meterValues, connector: 0, extended: nil)),
  Refusal(
    "requested_message", .notInThisTrigger,
    .trigger(.logStatusNotification, connector: nil, extended: false)),
  Refusal(
    "requested_message", .notInThisTrigger,
    .trigger(.diagnosticsStatusNotification, connector: nil, extended: true)),
  Refusal(
    "location", .notAnAddress, .updateFirmware(FirmwareOrder(location: "x", retrieveAt: now))),
  Refusal("location", .notAnAddress, .diagnostics(DiagnosticsOrder(location: "ftp:"))),
  Refusal("location", .notAnAddress, .diagnostics(DiagnosticsOrder(location: "ftp://a b"))),
  Refusal(
    "retries", .negative,
    .diagnostics(DiagnosticsOrder(location: "ftp://x", retry: RetryRule(retries: -1)))),
  Refusal(
    "retry_interval", .negative,
    .updateFirmware(
      FirmwareOrder(location: "ftp://x", retrieveAt: now, retry: RetryRule(interval: -1)))),
  Refusal(
    "start_time", .startsAfterItsEnd,
    .uploadLog(
      LogOrder(
        kind: .security, requestId: 1,
        upload: DiagnosticsOrder(location: "ftp://x", from: future, to: now)))),
  Refusal("signing_certificate", .notPEM, signed { $0.signingCertificate = "MII" }),
  Refusal("signature", .empty, signed { $0.signature = "" }),
  Refusal("install_date", .endsBeforeItStarts, signed { $0.installAt = past }),
  Refusal("location", .notAnAddress, signed { $0.firmware.location = "" }),
  Refusal("vendor_id", .empty, .dataTransfer(vendor: "", message: nil, data: nil)),
  Refusal("certificate", .notPEM, .installCertificate(.centralSystem, pem: "")),
  Refusal("certificate_chain", .notPEM, .certificateSigned(chain: "-----BEGIN CERTIFICATE----+ ")),
  Refusal(
    "serial_number", .empty,
    .deleteCertificate(
      CertificateID(algorithm: .sha256, issuerNameHash: "a", issuerKeyHash: "b", serialNumber: ""))),
  // Longer than the version's text.
  Refusal("", .notRepresentable, .remoteStart(RemoteStartOrder(idTag: "123456789012345678901"))),
]

@Suite("Refusals before the wire")
struct RefusalTests {
  @Test("What no station could use is refused with its place", arguments: profiles + others)
  private func refused(refusal: Refusal) {
    #expect(throws: CommandRefusal(refusal.field, refusal.reason)) {
      _ = try refusal.command.calls16(now: now)
    }
    #expect(!"\(refusal.reason.phrase)".isEmpty)
  }

  @Test("List versions grow, also through the parts of a list")
  func listVersions() throws {
    let known = StationKnowledge(localListPartLength: 2, localListVersion: 7)
    let three = (1...5).map { entry(Text("T\($0)")) }
    #expect(throws: CommandRefusal("list_version", .versionNotIncreasing)) {
      _ = try list(7, .full).calls16(now: now, knowing: known)
    }
    // A full list starts over; an addition has to come after what is there.
    #expect(try list(8, .full, three).calls16(now: now, knowing: known).count == 3)
    #expect(throws: CommandRefusal("list_version", .versionLeavesNoRoom)) {
      _ = try list(9, .differential, three).calls16(now: now, knowing: known)
    }
    #expect(try list(10, .differential, three).calls16(now: now, knowing: known).count == 3)
  }

  @Test("What a station tells is remembered; what it cannot mean is not")
  func knowledge() {
    var known = StationKnowledge()
    func learn(
      _ details: CommandAnswer.Details, _ command: StationCommand = .clearCache,
      _ result: Text = "Accepted"
    ) {
      known.learn(from: CommandAnswer(.reset, result, details), to: command)
    }
    func tell(_ value: Text?) {
      learn(
        .configuration(
          [ConfigurationEntry(key: "sendLocalListMaxLength", isReadOnly: true, value: value)],
          unknown: []))
    }

    tell("20")
    #expect(known.localListPartLength == 20)
    for nonsense: Text? in ["0", "-3", "many", "1.5", nil] {
      tell(nonsense)
      #expect(known.localListPartLength == nil)
    }
    learn(.listVersion(4))
    #expect(known.localListVersion == 4)
    learn(.file(nil))
    learn(.none)
    #expect(known.localListVersion == 4)
    learn(.none, list(5, .full))
    #expect(known.localListVersion == 5)
    learn(.none, list(6, .full), "Failed")
    #expect(known.localListVersion == nil)
  }

  @Test("Words that are none, and answers that are none")
  func words() throws {
    #expect(ResetKind(word: "soft") == nil)
    #expect(TriggeredMessage.allCases.allSatisfy { TriggeredMessage(word: $0.word) == $0 })
    #expect(CertificateHash.allCases.allSatisfy { CertificateHash(word: $0.word) == $0 })
    let calls = try StationCommand.reset(.soft).calls16(now: now)
    #expect(throws: DecodeError.self) {
      _ = try CommandAnswer(to: calls[0], payload: Array("[]".utf8))
    }
  }

  @Test("Over HTTP a refusal is a 422 that names the member, and nothing is sent")
  func overHTTP() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let reply = server.post(
      "/charge_points/CP1/reserve_now?connector_id=1&id_tag=T&reservation_id=1"
        + "&expiry_date=2020-01-01T00:00:00Z")
    #expect(reply.status == 422)
    #expect(reply.detail == "The command was not sent: expiry_date must be in the future.")
    #expect(reply.errors == ["expiry_date: must be in the future"])
    #expect(!station.hasHeard)
  }
}
