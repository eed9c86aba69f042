import Foundation
import TestKit
import Testing

@Suite("Parameters")
struct ParameterTests {
  private struct Case: Sendable {
    var path: String
    var body: String?
    var errors: [String]
  }

  @Test("The query string does what the body does")
  func queryString() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let queries = [
      ("reset?type=Soft", #"{"type":"Soft"}"#),
      ("change_configuration?key=A%20B&value=1+2", #"{"key":"A B","value":"1 2"}"#),
      ("unlock?connector_id=2", #"{"connectorId":2}"#),
      ("remote_start?id_tag=T1&connector_id=1&", #"{"connectorId":1,"idTag":"T1"}"#),
      (
        "trigger_message?requested_message=Heartbeat&extended=true",
        #"{"requestedMessage":"Heartbeat"}"#
      ),
      (
        "local_list?list_version=2&update_type=Full&local_authorization_list="
          + "%5B%7B%22idTag%22:%22A%22,%22idTagInfo%22:%7B%22status%22:%22Accepted%22%7D%7D%5D",
        #"""
        {"listVersion":2,"localAuthorizationList":[{"idTag":"A","idTagInfo":\#
        {"status":"Accepted"}}],"updateType":"Full"}
        """#
      ),
    ]
    for (query, payload) in queries {
      let reply = server.asking("POST", "/charge_points/CP1/\(query)") {
        let call = station.hear()
        #expect(call?.payload == payload)
        station.answer(call, #"{"status":"Accepted"}"#.replacing("Accepted", with: status(query)))
      }
      #expect(reply.status == 200)
    }
  }

  private func status(_ query: String) -> String {
    query.hasPrefix("unlock") ? "Unlocked" : "Accepted"
  }

  @Test("A parameter may stand in the query while others are in the body")
  func both() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let reply = server.asking(
      "POST", "/charge_points/CP1/availability?connector_id=1",
      #"{"type":"Operative"}"#
    ) { station.answer(station.hear(), #"{"status":"Accepted"}"#) }
    #expect(reply.status == 200)
  }

  @Test("What is wrong with the parameters is named, all of it")
  func wrong() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let cases = [
      Case(path: "reset", body: nil, errors: ["type: is required"]),
      Case(path: "reset", body: #"{"type":"soft"}"#, errors: ["type: must be one of Soft, Hard"]),
      Case(path: "reset?type=Soft&type=Hard", body: nil, errors: ["type: is given twice"]),
      Case(path: "reset?type=Soft", body: #"{"type":"Hard"}"#, errors: ["type: is given twice"]),
      Case(
        path: "reset", body: #"{"colour":2,"kind":1}"#,
        errors: ["colour: unknown member", "kind: unknown member", "type: is required"]),
      // Before the body is looked at.
      Case(
        path: "reset?kind=1&type=Warm", body: #"{"colour":2}"#,
        errors: ["kind: unknown parameter"]),
      Case(
        path: "unlock?connector_id=two", body: nil,
        errors: ["connector_id: must be a whole number"]),
      Case(
        path: "unlock", body: #"{"connector_id":0}"#,
        errors: ["connector_id: must be a whole number from 1 to 2147483647"]),
      Case(
        path: "unlock", body: #"{"connector_id":1.5}"#,
        errors: ["connector_id: must be a whole number from 1 to 2147483647"]),
      Case(
        path: "remote_start", body: #"{"id_tag":""}"#,
        errors: ["id_tag: must have 1 to 20 characters"]),
      Case(
        path: "remote_start", body: #"{"id_tag":"T","charging_profile":{"stackLevel":-1}}"#,
        errors: [
          "charging_profile.chargingProfileId: is required",
          "charging_profile.stackLevel: must be a whole number from 0 to 2147483647",
          "charging_profile.chargingProfilePurpose: is required",
          "charging_profile.chargingProfileKind: is required",
          "charging_profile.chargingSchedule: is required",
        ]),
      Case(
        path: "reserve_now?connector_id=1&id_tag=T&reservation_id=1&expiry_date=tomorrow",
        body: nil, errors: ["expiry_date: must be an RFC 3339 date-time"]),
      Case(
        path: "trigger_message?requested_message=Heartbeat&extended=yes", body: nil,
        errors: ["extended: must be true or false"]),
      Case(
        path: "local_list?list_version=1&update_type=Full&local_authorization_list=x", body: nil,
        errors: ["local_authorization_list: must be a list"]),
      Case(
        path: "update_firmware?location=a:b&retrieve_date=2026-01-01T00:00:00Z&signature=x",
        body: nil,
        errors: [
          "signing_certificate: is required for signed firmware",
          "request_id: is required for signed firmware",
        ]),
      Case(
        path: "clear_cache?timeout_s=601", body: nil,
        errors: ["timeout_s: must be a whole number from 1 to 600"]),
      Case(path: "reset", body: "[]", errors: []), Case(path: "reset", body: "{", errors: []),
      Case(path: "reset", body: #"{"type":"Soft","type":"Soft"}"#, errors: []),
      Case(
        path: "reset", body: String(repeating: "[", count: 40), errors: []),
      Case(path: "reset?type=%zz", body: nil, errors: []),
    ]
    for item in cases {
      let reply = server.post("/charge_points/CP1/\(item.path)", item.body)
      #expect(reply.status == 400, "\(item.path) \(item.body ?? "")")
      #expect(reply.errors == item.errors)
    }
    let repeated = server.get(
      "/charge_points/CP1/configuration?key=\(String(repeating: "k", count: 51))")
    #expect(repeated.errors == ["key[0]: must have 1 to 50 characters"])
    #expect(!station.hasHeard)
  }
}
