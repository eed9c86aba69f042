import API
import CSMSCore
import Foundation
import TestKit
import Testing

/// What no station could do anything good with, as a command and as a call that somebody wrote himself.
struct Nonsense: Sendable, CustomTestStringConvertible {
  var path: String
  var body: String
  var action: String
  var payload: String
  /// What the second door says: `member: why`.
  var error: String

  init(_ path: String, _ body: String, _ action: String, _ payload: String, _ error: String) {
    (self.path, self.body, self.action, self.payload, self.error) = (
      path, body, action, payload, error
    )
  }

  var testDescription: String { "\(action) \(payload)" }

  private static func profile(_ change: String, tx: String? = "5", _ schedule: String = "")
    -> String
  {
    let standard = [
      #""chargingProfileId":1"#, #""stackLevel":0"#, #""chargingProfilePurpose":"TxProfile""#,
      #""chargingProfileKind":"Absolute""#,
      #""chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":6}]\#(schedule)}"#,
    ]
    let name = change.split(separator: ":").first.map(String.init) ?? "-"
    var members = standard.filter { !$0.hasPrefix(name) }
    if let tx { members.append("\"transactionId\":\(tx)") }
    if !change.isEmpty { members.append(change) }
    return "{\(members.joined(separator: ","))}"
  }

  private static func set(_ profile: String, on connector: Int = 1, _ error: String) -> Nonsense {
    Nonsense(
      "charging_profile", "{\"connector_id\":\(connector),\"profile\":\(profile)}",
      "SetChargingProfile", "{\"connectorId\":\(connector),\"csChargingProfiles\":\(profile)}",
      error)
  }

  private static func start(_ profile: String, _ error: String) -> Nonsense {
    Nonsense(
      "remote_start", "{\"id_tag\":\"T\",\"charging_profile\":\(profile)}",
      "RemoteStartTransaction", "{\"idTag\":\"T\",\"chargingProfile\":\(profile)}", error)
  }

  private static func list(_ entries: String, _ error: String) -> Nonsense {
    Nonsense(
      "local_list",
      "{\"list_version\":1,\"update_type\":\"Full\",\"local_authorization_list\":[\(entries)]}",
      "SendLocalList",
      "{\"listVersion\":1,\"updateType\":\"Full\",\"localAuthorizationList\":[\(entries)]}", error)
  }

  static let all: [Nonsense] = [
    start(
      profile(""),
      "transactionId: is not allowed here: no transaction is known, or it is no TxProfile"),
    start(
      profile(#""chargingProfilePurpose":"TxDefaultProfile""#, tx: nil),
      "chargingProfilePurpose: must be TxProfile: a remote start takes no other profile"),
    start(profile(#""stackLevel":-1"#, tx: nil), "stackLevel: must not be negative"),
    set(
      profile("", tx: nil), "transactionId: is needed: a TxProfile belongs to a transaction"),
    set(
      profile(#""chargingProfileKind":"Recurring""#),
      "recurrencyKind: is needed: the profile is Recurring"),
    set(profile(#""stackLevel":-1"#), "stackLevel: must not be negative"),
    set(profile(""), on: -1, "connectorId: must not be negative"),
    set(
      profile(""), on: 0, "connectorId: must be at least 1: this profile is a transaction's"),
    set(
      profile(#""validFrom":"2027-01-01T00:00:00Z","validTo":"2026-12-01T00:00:00Z""#),
      "validTo: must be after the start"),
    set(
      profile("", #","duration":0"#), "duration: must be at least 1"),
    list(#"{"idTag":"a"}"#, "localAuthorizationList[0].idTagInfo: is needed in a full list"),
    list(
      #"{"idTag":"a","idTagInfo":{"status":"Accepted"}},{"idTag":"A","idTagInfo":{"status":"Accepted"}}"#,
      "localAuthorizationList[1].idTag: stands in the list twice"),
    Nonsense(
      "unlock", #"{"connector_id":0}"#, "UnlockConnector", #"{"connectorId":0}"#,
      "connectorId: must be at least 1"),
    Nonsense(
      "availability", #"{"connector_id":-1,"type":"Operative"}"#, "ChangeAvailability",
      #"{"connectorId":-1,"type":"Operative"}"#, "connectorId: must not be negative"),
    Nonsense(
      "diagnostics", #"{"location":"nowhere"}"#, "GetDiagnostics", #"{"location":"nowhere"}"#,
      "location: must be an address such as https://example.com/file"),
    Nonsense(
      "trigger_message", #"{"requested_message":"MeterValues","connector_id":0}"#, "TriggerMessage",
      #"{"requestedMessage":"MeterValues","connectorId":0}"#, "connectorId: must be at least 1"),
    Nonsense(
      "composite_schedule", #"{"connector_id":0,"duration":0}"#, "GetCompositeSchedule",
      #"{"connectorId":0,"duration":0}"#, "duration: must be at least 1"),
    Nonsense(
      "reserve_now",
      #"{"connector_id":-1,"expiry_date":"2027-01-01T00:00:00Z","id_tag":"T","reservation_id":1}"#,
      "ReserveNow",
      #"{"connectorId":-1,"expiryDate":"2027-01-01T00:00:00Z","idTag":"T","reservationId":1}"#,
      "connectorId: must not be negative"),
    Nonsense(
      "install_certificate",
      #"{"certificate_type":"CentralSystemRootCertificate","certificate":"x"}"#,
      "InstallCertificate",
      #"{"certificateType":"CentralSystemRootCertificate","certificate":"x"}"#,
      "certificate: must be a certificate in PEM form"),
  ]
}

@Suite("What is refused at both doors")
struct BothDoorsTests {
  @Test("A call that somebody wrote himself is checked like a command", arguments: Nonsense.all)
  func checked(nonsense: Nonsense) throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")

    let command = server.post("/charge_points/CP1/\(nonsense.path)", nonsense.body)
    let raw = server.post(
      "/connections/CP1/send",
      "{\"action\":\"\(nonsense.action)\",\"payload\":\(nonsense.payload)}")

    #expect(command.status == 400 || command.status == 422, "\(command.text)")
    #expect(raw.status == 422, "\(raw.text)")
    #expect(raw.errors == [nonsense.error])
    #expect(!station.hasHeard)
  }

  @Test(
    "A station that has not been accepted is started at neither door, also after a restart",
    arguments: ["hold", "reject"])
  func notAccepted(admission: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "care-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = LocalServer.Options()
    options.folder = folder
    let first = try LocalServer(options)
    _ = first.post("/charge-points", #"{"charge_point_id":"CP1"}"#)
    _ = first.http.request(
      "PUT", "/charge-points/CP1/policy", body: "{\"admission\":\"\(admission)\"}")
    let before = try first.connect("CP1")
    #expect(before.ask(boot)?.contains(admission == "hold" ? "Pending" : "Rejected") == true)
    refuse(first, before)
    first.stop()

    let second = try LocalServer(options)
    let after = try second.connect("CP1")
    refuse(second, after)
  }

  private func refuse(_ server: LocalServer, _ station: SocketStation) {
    for (path, body) in [
      ("/charge_points/CP1/remote_start", #"{"id_tag":"T"}"#),
      ("/charge_points/CP1/remote_stop", #"{"transaction_id":1}"#),
      (
        "/connections/CP1/send",
        #"{"action":"RemoteStartTransaction","payload":{"idTag":"T"}}"#
      ),
      (
        "/connections/CP1/send",
        #"{"message":[2,"1","RemoteStopTransaction",{"transactionId":1}]}"#
      ),
    ] {
      let reply = server.post(path, body)
      #expect(reply.status == 422, "\(path): \(reply.text)")
      #expect(reply.detail.contains("is not possible: the station"), "\(reply.detail)")
    }
    #expect(!station.hasHeard)
  }
}
