import CSMSCore
import Foundation
import Gateway
import TestKit
import Testing

@Suite("POST /connections/{id}/send")
struct SendTests {
  /// Posts a call while the station answers with what `answer` makes of its id.
  private func send(
    _ server: LocalServer, _ station: SocketStation, _ body: String,
    _ answer: (String) -> String?
  ) -> (heard: String?, reply: HTTPClient.Reply) {
    let replies = Inbox<HTTPClient.Reply>()
    let http = server.http
    Thread.detachNewThread { replies.post(http.post("/connections/CP1/send", body)) }
    let heard = station.receive()
    let id = heard.map { String($0.split(separator: "\"")[1]) } ?? ""
    if let frame = answer(id) { station.send(frame) }
    let reply = replies.take() ?? .nothing
    return (heard?.replacingOccurrences(of: id, with: "ID"), reply)
  }

  @Test("A call goes out as it is written, its answer comes back as it is written")
  func call() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")

    let (heard, reply) = send(
      server, station, #"{"action":"GetConfiguration","payload":{"key":["A"]}, "timeout_s": 20}"#
    ) { #"[3,"\#($0)",{"unknownKey": ["A"]}]"# }

    #expect(heard == #"[2,"ID","GetConfiguration",{"key":["A"]}]"#)
    #expect(reply.status == 200)
    #expect(reply.headers["content-type"] == "application/json")
    #expect(reply.text == #"{"unknownKey": ["A"]}"#)
  }

  @Test("Without a payload it is empty; a whole CALL gets an id of ours; decimals stay exact")
  func forms() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")

    let (first, _) = send(server, station, #"{"action":"ClearCache"}"#) {
      #"[3,"\#($0)",{"status":"Accepted"}]"#
    }
    #expect(first == #"[2,"ID","ClearCache",{}]"#)
    let profile =
      #"{"connectorId":1,"csChargingProfiles":{"chargingProfileId":1,"stackLevel":0,"#
      + #""chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Relative","#
      + #""chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16.10}]}}}"#
    let (second, reply) = send(
      server, station, "{\"message\":[2,\"mine\",\"SetChargingProfile\",\(profile)]}"
    ) { #"[3,"\#($0)",{"status":"Accepted"}]"# }
    #expect(second == "[2,\"ID\",\"SetChargingProfile\",\(profile)]")
    #expect(reply.status == 200)
  }

  @Test("A station's error and its invalid answer are bad gateways")
  func badGateway() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let path = "/connections/CP1/send"

    let (_, error) = send(server, station, #"{"action":"ClearCache"}"#) {
      #"[4,"\#($0)","NotSupported","no cache",{}]"#
    }
    expectProblem(
      error, 502, "Station CP1 answered with an error: NotSupported: no cache", at: path)
    #expect(error.errors == ["NotSupported: no cache"])
    let (_, invalid) = send(server, station, #"{"action":"ClearCache"}"#) {
      #"[3,"\#($0)",{"status":7}]"#
    }
    expectProblem(
      invalid, 502,
      "The answer of station CP1 is not valid: value of the wrong type at $.status", at: path)
  }

  @Test("A call that waits too long, or whose station leaves, is a gateway timeout")
  func timeout() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let path = "/connections/CP1/send"

    let (_, late) = send(server, station, #"{"action":"ClearCache","timeout_s":1}"#) { _ in
      server.clock.advance(milliseconds: 1_000)
      return nil
    }
    expectProblem(late, 504, "Station CP1 did not answer in time.", at: path)
    let (_, gone) = send(server, station, #"{"action":"ClearCache"}"#) { _ in
      station.cut()
      return nil
    }
    expectProblem(gone, 504, "Station CP1 disconnected before it answered.", at: path)
  }

  @Test("A call too many is told to come again")
  func tooMany() throws {
    var options = LocalServer.Options()
    options.gateway.policy.callLineLimit = 0
    let server = try LocalServer(options)
    let station = try server.connect("CP1")

    let (_, reply) = send(server, station, #"{"action":"ClearCache"}"#) { id in
      expectProblem(
        server.http.post("/connections/CP1/send", #"{"action":"ClearCache"}"#), 429,
        "Too many calls wait for station CP1; try again when some are answered.",
        at: "/connections/CP1/send")
      return #"[3,"\#(id)",{"status":"Accepted"}]"#
    }
    #expect(reply.status == 200)
  }

  static let bad: [(String, Int, String, [String])] = [
    ("", 400, "The body is not valid JSON of the right shape: the text ends too early.", []),
    ("[]", 400, "The body is not valid JSON of the right shape: value of the wrong type.", []),
    (
      #"{"action":7}"#, 400,
      "The body is not valid JSON of the right shape: value of the wrong type.", []
    ),
    (
      #"{"action":"ClearCache","b":1,"a":{}}"#, 400, "The body has unknown members: a, b.",
      ["a: unknown member", "b: unknown member"]
    ),
    (
      "{}", 400, "The request is not valid: action: is required (or message)",
      ["action: is required (or message)"]
    ),
    (
      #"{"action":"ClearCache","message":[2,"1","ClearCache",{}]}"#, 400,
      "The request is not valid: message: excludes action", ["message: excludes action"]
    ),
    (
      #"{"payload":{},"message":[2,"1","ClearCache",{}]}"#, 400,
      "The request is not valid: payload: stands inside message", ["payload: stands inside message"]
    ),
    (
      #"{"action":"ClearCache","timeout_s":0}"#, 400,
      "The request is not valid: timeout_s: must be a whole number from 1 to 600",
      ["timeout_s: must be a whole number from 1 to 600"]
    ),
    (
      #"{"action":"ClearCache","timeout_s":1.5}"#, 400,
      "The request is not valid: timeout_s: must be a whole number from 1 to 600",
      ["timeout_s: must be a whole number from 1 to 600"]
    ),
    (
      #"{"action":"Fly"}"#, 422, "OCPP 1.6 has no action \"Fly\".", ["action: unknown action"]
    ),
    (
      #"{"action":"Heartbeat"}"#, 422, "Heartbeat is sent by stations only.",
      ["action: sent by stations only"]
    ),
    (
      #"{"action":"Reset","payload":{"type":"Gentle"}}"#, 422,
      "The payload is not a valid Reset request: value not in the list of allowed values at $.type",
      ["payload: value not in the list of allowed values at $.type"]
    ),
    (
      #"{"action":"Reset"}"#, 422,
      "The payload is not a valid Reset request: missing member type at $",
      ["payload: missing member type at $"]
    ),
    (
      #"{"message":[3,"1",{}]}"#, 400,
      "The request is not valid: message: must be a CALL: [2, id, action, payload]",
      ["message: must be a CALL: [2, id, action, payload]"]
    ),
    (
      #"{"message":[2,"1","Fly",{}]}"#, 422, "message is not a CALL frame: unknown action at $[2]",
      ["message: unknown action at $[2]"]
    ),
    (
      #"{"message":[2,"1"]}"#, 422, "message is not a CALL frame: too few items at $",
      ["message: too few items at $"]
    ),
    (
      #"{"message":[2,"1","Heartbeat",{}]}"#, 422, "Heartbeat is sent by stations only.",
      ["action: sent by stations only"]
    ),
  ]

  @Test("What is not a valid call never reaches the station", arguments: bad)
  func refused(body: String, status: Int, detail: String, errors: [String]) throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")

    let reply = server.http.post("/connections/CP1/send", body)

    expectProblem(reply, status, detail, at: "/connections/CP1/send")
    #expect(reply.errors == errors)
    #expect(server.statistics().callsOut.reduce(0, +) == 0)
    #expect(!station.hasHeard)
  }
}
