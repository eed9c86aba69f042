import CSMSCore
import Foundation
import TestKit
import Testing

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
}
