import CSMSCore
import Foundation
import Gateway
import TestKit
import Testing

/// A command over HTTP, the frame it becomes, the station's answer, and what the client hears of it.
struct Exchange: Sendable, CustomTestStringConvertible {
  var path: String
  var body: String?
  var action: String
  var payload: String
  var answer: String
  var reply: String
  var method = "POST"

  init(
    _ path: String, _ body: String?, _ action: String, _ payload: String,
    _ answer: String = #"{"status":"Accepted"}"#, reply: String? = nil, method: String = "POST"
  ) {
    self.path = path
    self.body = body
    self.action = action
    self.payload = payload
    self.answer = answer
    self.reply = reply ?? #"{"command":"\#(action)","result":"Accepted"}"#
    self.method = method
  }

  var testDescription: String { "\(method) \(path) \(body ?? "")" }
}

private let profile = #"""
  {"chargingProfileId":7,"stackLevel":0,"chargingProfilePurpose":"TxProfile",\#
  "chargingProfileKind":"Absolute","chargingSchedule":{"chargingRateUnit":"A",\#
  "chargingSchedulePeriod":[{"startPeriod":0,"limit":16.1,"numberPhases":3},\#
  {"startPeriod":60,"limit":6}],"duration":3600,"startSchedule":"2026-03-01T00:00:00Z",\#
  "minChargingRate":0.5}}
  """#
private let sentSchedule = #"""
  {"duration":3600,"startSchedule":"2026-03-01T00:00:00.000Z","chargingRateUnit":"A",\#
  "chargingSchedulePeriod":[{"startPeriod":0,"limit":16.1,"numberPhases":3},\#
  {"startPeriod":60,"limit":6}],"minChargingRate":0.5}
  """#
private func sentProfile(_ transaction: String, _ more: String = "") -> String {
  #"""
  {"chargingProfileId":7,\#(transaction)"stackLevel":0,"chargingProfilePurpose":"TxProfile",\#
  "chargingProfileKind":"Absolute",\#(more)"chargingSchedule":\#(sentSchedule)}
  """#
}
private let withTransaction =
  profile.replacingOccurrences(
    of: #""stackLevel""#, with: #""transactionId":5,"validTo":"2027-01-01T00:00:00Z","stackLevel""#)

private let everyday: [Exchange] = [
  Exchange("reset", #"{"type":"Soft"}"#, "Reset", #"{"type":"Soft"}"#),
  Exchange(
    "reset", #"{"type":"Hard"}"#, "Reset", #"{"type":"Hard"}"#, #"{"status":"Rejected"}"#,
    reply: #"{"command":"Reset","result":"Rejected"}"#),
  Exchange(
    "change_configuration", #"{"key":"HeartbeatInterval","value":"60"}"#, "ChangeConfiguration",
    #"{"key":"HeartbeatInterval","value":"60"}"#, #"{"status":"RebootRequired"}"#,
    reply: #"{"command":"ChangeConfiguration","result":"RebootRequired"}"#),
  Exchange(
    "unlock", #"{"connector_id":2}"#, "UnlockConnector", #"{"connectorId":2}"#,
    #"{"status":"Unlocked"}"#, reply: #"{"command":"UnlockConnector","result":"Unlocked"}"#),
  Exchange(
    "availability", #"{"connector_id":0,"type":"Inoperative"}"#, "ChangeAvailability",
    #"{"connectorId":0,"type":"Inoperative"}"#, #"{"status":"Scheduled"}"#,
    reply: #"{"command":"ChangeAvailability","result":"Scheduled"}"#),
  Exchange(
    "availability", #"{"connector_id":1,"type":"Operative"}"#, "ChangeAvailability",
    #"{"connectorId":1,"type":"Operative"}"#),
  Exchange("remote_start", #"{"id_tag":"T1"}"#, "RemoteStartTransaction", #"{"idTag":"T1"}"#),
  Exchange(
    "remote_start", #"{"id_tag":"T1","connector_id":1,"charging_profile":\#(profile)}"#,
    "RemoteStartTransaction",
    #"{"connectorId":1,"idTag":"T1","chargingProfile":\#(sentProfile(""))}"#),
  Exchange(
    "remote_stop", #"{"transaction_id":42}"#, "RemoteStopTransaction", #"{"transactionId":42}"#),
  Exchange(
    "reserve_now",
    #"""
    {"connector_id":1,"expiry_date":"2026-02-01T00:00:00+01:00","id_tag":"T1","reservation_id":9,\#
    "parent_id_tag":"G"}
    """#, "ReserveNow",
    #"""
    {"connectorId":1,"expiryDate":"2026-01-31T23:00:00.000Z","idTag":"T1","parentIdTag":"G",\#
    "reservationId":9}
    """#, #"{"status":"Occupied"}"#, reply: #"{"command":"ReserveNow","result":"Occupied"}"#),
  Exchange(
    "cancel_reservation", #"{"reservation_id":9}"#, "CancelReservation", #"{"reservationId":9}"#),
  Exchange("clear_cache", nil, "ClearCache", "{}"),
  Exchange("clear_cache/", "{}", "ClearCache", "{}"),
  Exchange(
    "data_transfer", #"{"vendor_id":"com.example","message_id":"M","data":"ü\n"}"#, "DataTransfer",
    #"{"vendorId":"com.example","messageId":"M","data":"ü\n"}"#,
    #"{"status":"Accepted","data":"{}"}"#,
    reply: #"{"command":"DataTransfer","result":"Accepted","data":"{}"}"#),
  Exchange(
    "trigger_message", #"{"requested_message":"MeterValues","connector_id":1}"#, "TriggerMessage",
    #"{"requestedMessage":"MeterValues","connectorId":1}"#),
  Exchange(
    "trigger_message", #"{"requested_message":"Heartbeat","extended":true}"#,
    "ExtendedTriggerMessage", #"{"requestedMessage":"Heartbeat"}"#),
  Exchange(
    "trigger_message", #"{"requested_message":"SignChargePointCertificate"}"#,
    "ExtendedTriggerMessage", #"{"requestedMessage":"SignChargePointCertificate"}"#,
    #"{"status":"NotImplemented"}"#,
    reply: #"{"command":"ExtendedTriggerMessage","result":"NotImplemented"}"#),
]

private let smart: [Exchange] = [
  Exchange(
    "charging_profile", #"{"connector_id":1,"profile":\#(withTransaction)}"#, "SetChargingProfile",
    #"""
    {"connectorId":1,"csChargingProfiles":\#
    \#(sentProfile(#""transactionId":5,"#, #""validTo":"2027-01-01T00:00:00.000Z","#))}
    """#, #"{"status":"NotSupported"}"#,
    reply: #"{"command":"SetChargingProfile","result":"NotSupported"}"#),
  Exchange("clear_charging_profile", nil, "ClearChargingProfile", "{}"),
  Exchange(
    "clear_charging_profile",
    #"""
    {"id":7,"connector_id":1,"charging_profile_purpose":"TxDefaultProfile","stack_level":2}
    """#, "ClearChargingProfile",
    #"{"id":7,"connectorId":1,"chargingProfilePurpose":"TxDefaultProfile","stackLevel":2}"#,
    #"{"status":"Unknown"}"#, reply: #"{"command":"ClearChargingProfile","result":"Unknown"}"#),
  Exchange(
    "composite_schedule", #"{"connector_id":1,"duration":3600,"charging_rate_unit":"W"}"#,
    "GetCompositeSchedule", #"{"connectorId":1,"duration":3600,"chargingRateUnit":"W"}"#,
    #"""
    {"status":"Accepted","connectorId":1,"scheduleStart":"2026-03-01T00:00:00Z",\#
    "chargingSchedule":{"chargingRateUnit":"W","duration":3600,"chargingSchedulePeriod":\#
    [{"startPeriod":0,"limit":7400.5}]}}
    """#,
    reply: #"""
      {"command":"GetCompositeSchedule","result":"Accepted","connector_id":1,\#
      "schedule_start":"2026-03-01T00:00:00.000Z","charging_schedule":{"chargingRateUnit":"W",\#
      "chargingSchedulePeriod":[{"startPeriod":0,"limit":7400.5}],"duration":3600}}
      """#),
  Exchange(
    "configuration", nil, "GetConfiguration", "{}",
    #"{"configurationKey":[{"key":"A","readonly":true,"value":"1"},{"key":"B","readonly":false}]}"#,
    reply: #"""
      {"command":"GetConfiguration","result":"Accepted","configuration_key":\#
      [{"key":"A","readonly":true,"value":"1"},{"key":"B","readonly":false}],"unknown_key":[]}
      """#, method: "GET"),
  Exchange(
    "configuration?key=A&key=Z%26", nil, "GetConfiguration", #"{"key":["A","Z&"]}"#,
    #"{"unknownKey":["A","Z&"]}"#,
    reply: #"""
      {"command":"GetConfiguration","result":"Accepted","configuration_key":[],\#
      "unknown_key":["A","Z&"]}
      """#, method: "GET"),
  Exchange(
    "local_list", nil, "GetLocalListVersion", "{}", #"{"listVersion":-1}"#,
    reply: #"{"command":"GetLocalListVersion","result":"Accepted","list_version":-1}"#,
    method: "GET"),
  Exchange(
    "local_list",
    #"""
    {"list_version":3,"update_type":"Differential","local_authorization_list":[{"idTag":"A",\#
    "idTagInfo":{"status":"Blocked","expiryDate":"2027-01-01T00:00:00Z","parentIdTag":"G"}},\#
    {"idTag":"B"}]}
    """#, "SendLocalList",
    #"""
    {"listVersion":3,"localAuthorizationList":[{"idTag":"A","idTagInfo":{"expiryDate":\#
    "2027-01-01T00:00:00.000Z","parentIdTag":"G","status":"Blocked"}},{"idTag":"B"}],\#
    "updateType":"Differential"}
    """#),
  Exchange(
    "local_list", #"{"list_version":1,"update_type":"Full"}"#, "SendLocalList",
    #"{"listVersion":1,"updateType":"Full"}"#, #"{"status":"VersionMismatch"}"#,
    reply: #"{"command":"SendLocalList","result":"VersionMismatch"}"#),
]

private let files: [Exchange] = [
  Exchange(
    "update_firmware",
    #"{"location":"https://x/f.bin","retrieve_date":"2026-02-01T00:00:00Z","retries":2}"#,
    "UpdateFirmware",
    #"{"location":"https://x/f.bin","retries":2,"retrieveDate":"2026-02-01T00:00:00.000Z"}"#, "{}"),
  Exchange(
    "update_firmware",
    #"""
    {"location":"https://x/f.bin","retrieve_date":"2026-02-01T00:00:00Z","request_id":4,\#
    "install_date":"2026-02-02T00:00:00Z","signing_certificate":"\#(pem)","signature":"c2ln",\#
    "retry_interval":10}
    """#, "SignedUpdateFirmware",
    #"""
    {"retryInterval":10,"requestId":4,"firmware":{"location":"https://x/f.bin",\#
    "retrieveDateTime":"2026-02-01T00:00:00.000Z","installDateTime":"2026-02-02T00:00:00.000Z",\#
    "signingCertificate":"\#(pem)","signature":"c2ln"}}
    """#, #"{"status":"InvalidCertificate"}"#,
    reply: #"{"command":"SignedUpdateFirmware","result":"InvalidCertificate"}"#),
  Exchange(
    "diagnostics",
    #"""
    {"location":"ftp://x/d","start_time":"2026-01-01T00:00:00Z","stop_time":"2026-01-02T00:00:00Z",\#
    "retries":1,"retry_interval":5}
    """#, "GetDiagnostics",
    #"""
    {"location":"ftp://x/d","retries":1,"retryInterval":5,"startTime":"2026-01-01T00:00:00.000Z",\#
    "stopTime":"2026-01-02T00:00:00.000Z"}
    """#, #"{"fileName":"d.zip"}"#,
    reply: #"{"command":"GetDiagnostics","result":"Accepted","file_name":"d.zip"}"#),
  Exchange(
    "diagnostics", #"{"location":"ftp://x/d"}"#, "GetDiagnostics", #"{"location":"ftp://x/d"}"#,
    "{}"),
  Exchange(
    "get_log", #"{"log_type":"SecurityLog","request_id":8,"location":"https://x/l"}"#, "GetLog",
    #"{"log":{"remoteLocation":"https://x/l"},"logType":"SecurityLog","requestId":8}"#,
    #"{"status":"AcceptedCanceled","filename":"l.txt"}"#,
    reply: #"{"command":"GetLog","result":"AcceptedCanceled","file_name":"l.txt"}"#),
  Exchange(
    "install_certificate",
    #"{"certificate_type":"ManufacturerRootCertificate","certificate":"\#(pem)"}"#,
    "InstallCertificate",
    #"{"certificateType":"ManufacturerRootCertificate","certificate":"\#(pem)"}"#),
  Exchange(
    "delete_certificate",
    #"""
    {"hash_algorithm":"SHA384","issuer_name_hash":"aa","issuer_key_hash":"bb","serial_number":"1"}
    """#, "DeleteCertificate",
    #"""
    {"certificateHashData":{"hashAlgorithm":"SHA384","issuerNameHash":"aa","issuerKeyHash":"bb",\#
    "serialNumber":"1"}}
    """#, #"{"status":"NotFound"}"#, reply: #"{"command":"DeleteCertificate","result":"NotFound"}"#),
  Exchange(
    "installed_certificates", #"{"certificate_type":"CentralSystemRootCertificate"}"#,
    "GetInstalledCertificateIds", #"{"certificateType":"CentralSystemRootCertificate"}"#,
    #"""
    {"status":"Accepted","certificateHashData":[{"hashAlgorithm":"SHA512","issuerNameHash":"aa",\#
    "issuerKeyHash":"bb","serialNumber":"1"}]}
    """#,
    reply: #"""
      {"command":"GetInstalledCertificateIds","result":"Accepted","certificates":\#
      [{"hash_algorithm":"SHA512","issuer_name_hash":"aa","issuer_key_hash":"bb",\#
      "serial_number":"1"}]}
      """#),
  Exchange(
    "certificate_signed", #"{"certificate_chain":"\#(pem)"}"#, "CertificateSigned",
    #"{"certificateChain":"\#(pem)"}"#),
]

@Suite("Commands on the wire")
struct CommandWireTests {
  @Test(
    "A command becomes its frame, and the answer its report", arguments: everyday + smart + files)
  func exchange(exchange: Exchange) throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")

    let reply = server.asking(
      exchange.method, "/charge_points/CP1/\(exchange.path)", exchange.body
    ) {
      let call = station.hear()
      #expect(call?.action == exchange.action)
      #expect(call?.payload == exchange.payload)
      station.answer(call, exchange.answer)
    }

    #expect(reply.status == 200)
    #expect(reply.text == exchange.reply)
  }

  @Test("A long list goes out in parts of the length the station told")
  func listInParts() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = server.asking("GET", "/charge_points/CP1/configuration") {
      station.answer(
        station.hear(),
        #"{"configurationKey":[{"key":"SendLocalListMaxLength","readonly":true,"value":"2"}]}"#)
    }
    let entries = (1...5).map { #"{"idTag":"T\#($0)","idTagInfo":{"status":"Accepted"}}"# }
    let body = #"""
      {"list_version":9,"update_type":"Full","local_authorization_list":\#
      [\#(entries.joined(separator: ","))]}
      """#

    let reply = server.asking("POST", "/charge_points/CP1/local_list", body) {
      for (version, update) in [(7, "Full"), (8, "Differential"), (9, "Differential")] {
        let call = station.hear()
        #expect(call?.payload.hasPrefix("{\"listVersion\":\(version),") == true)
        #expect(call?.payload.hasSuffix("\"updateType\":\"\(update)\"}") == true)
        station.answer(call, #"{"status":"Accepted"}"#)
      }
    }

    #expect(
      reply.text
        == #"{"command":"SendLocalList","result":"Accepted","parts":3,"parts_sent":3}"#)
    // The version it has now is known, so that an older one does not go out.
    let older = server.post(
      "/charge_points/CP1/local_list", #"{"list_version":9,"update_type":"Full"}"#)
    #expect(older.status == 422)
    #expect(
      older.errors == ["list_version: must be greater than the version the station has"])
  }

  @Test("After a part that fails, the rest stays here")
  func failingPart() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let entries = (1...101).map { #"{"idTag":"T\#($0)","idTagInfo":{"status":"Accepted"}}"# }
    let body = #"""
      {"list_version":9,"update_type":"Full","local_authorization_list":\#
      [\#(entries.joined(separator: ","))]}
      """#

    let reply = server.asking("POST", "/charge_points/CP1/local_list", body) {
      station.answer(station.hear(), #"{"status":"Accepted"}"#)
      station.answer(station.hear(), #"{"status":"Failed"}"#)
    }

    #expect(
      reply.text == #"{"command":"SendLocalList","result":"Failed","parts":3,"parts_sent":2}"#)
  }

  @Test("What goes wrong on the way has its own status")
  func failures() throws {
    let server = try LocalServer()
    let path = "/charge_points/CP1/clear_cache"
    #expect(server.post(path).status == 404)
    let station = try server.connect("CP1")

    let refused = server.asking("POST", path) {
      station.refuse(station.hear(), "NotSupported", "no cache")
    }
    #expect(refused.status == 502)
    #expect(refused.errors == ["NotSupported: no cache"])

    let broken = server.asking("POST", path) {
      station.answer(station.hear(), #"{"status":"Perhaps"}"#)
    }
    #expect(broken.status == 502)

    let late = server.asking("POST", path, #"{"timeout_s":1}"#) {
      _ = station.hear()
      server.clock.advance(milliseconds: 1_001)
    }
    #expect(late.status == 504)

    let gone = server.asking("POST", path) {
      _ = station.hear()
      station.cut()
    }
    #expect(gone.status == 504)
  }

  @Test("A full line is a 429")
  func fullLine() throws {
    var options = LocalServer.Options()
    options.gateway.policy.callLineLimit = 1
    let server = try LocalServer(options)
    let station = try server.connect("CP1")
    let path = "/charge_points/CP1/clear_cache"
    let answer = #"{"status":"Accepted"}"#

    var second = HTTPClient.Reply.nothing
    let first = server.asking("POST", path) {
      let call = station.hear()
      second = server.asking("POST", path) {
        let isFull = TestKit.eventually { server.connections().first?.queuedCalls == 2 }
        #expect(isFull)
        #expect(server.post(path).status == 429)
        station.answer(call, answer)
        station.answer(station.hear(), answer)
      }
    }

    #expect(first.status == 200)
    #expect(second.status == 200)
  }
}

@Suite("Connected stations")
struct ConnectedTests {
  @Test("They are counted and listed page by page")
  func list() throws {
    let server = try LocalServer()
    let stations = try ["C", "A", "B"].map { try server.connect($0) }
    _ = TestKit.eventually { server.gateway.connectionCount == stations.count }

    let first = server.get("/charge_points?limit=2")
    #expect(first.int("count") == 3)
    #expect(first.list("charge_points").map { $0["id"] as? String } == ["A", "B"])
    #expect(first.list("charge_points").first?["ocpp_version"] as? String == "1.6")
    #expect(first.string("next_cursor") == "B")
    let second = server.get("/charge_points/?cursor=B")
    #expect(second.list("charge_points").map { $0["id"] as? String } == ["C"])
    #expect(second.string("next_cursor") == nil)
    #expect(server.get("/charge_points?limit=0").status == 400)
  }
}
