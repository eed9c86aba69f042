import API
import CSMSCore
import Foundation
import Gateway
import Network
import OCPPJSON
import TestKit
import Testing

@Suite("GET /authorizations/explain")
struct ExplainTests {
  private func server(open: Bool) throws -> LocalServer {
    var options = LocalServer.Options()
    options.gateway.policy.acceptsUnknownTokens = open
    options.rules = StationDirectory.Rules(admitsUnknown: open, proof: .none)
    let server = try LocalServer(options)
    let yesterday = DateTime(milliseconds: server.clock.now.milliseconds - 86_400_000)
    let tomorrow = DateTime(milliseconds: server.clock.now.milliseconds + 86_400_000)
    for record in [
      TokenRecord(idTag: "GOOD", status: .accepted, expiry: tomorrow, parent: "GROUP"),
      TokenRecord(idTag: "OVER", status: .accepted, expiry: yesterday),
      TokenRecord(idTag: "BLOCKED", status: .blocked, expiry: yesterday),
      TokenRecord(idTag: "BAD", status: .invalid), TokenRecord(idTag: "OLD", status: .expired),
    ] { server.tokens.set(record) }
    if !open { _ = server.post("/charge-points", #"{"charge_point_id":"CP1"}"#) }
    return server
  }

  @Test(
    "The verdict and its ground",
    arguments: [
      (false, "good", "Accepted", "accepted"), (false, "OVER", "Expired", "expired"),
      (false, "BLOCKED", "Blocked", "on_record"), (false, "BAD", "Invalid", "on_record"),
      (false, "OLD", "Expired", "on_record"), (false, "NOBODY", "Invalid", "unknown"),
      (true, "NOBODY", "Accepted", "unknown_accepted"), (true, "OVER", "Expired", "expired"),
      (true, "BLOCKED", "Blocked", "on_record"),
    ])
  func verdict(open: Bool, token: String, verdict: String, reason: String) throws {
    let server = try server(open: open)
    let reply = server.get("/authorizations/explain?station=CP1&token=\(token)")

    #expect(reply.status == 200)
    #expect(reply.string("verdict") == verdict)
    #expect(reply.string("reason") == reason)
    #expect(reply.string("detail")?.isEmpty == false)
    #expect(reply.bool("on_record") == (token != "NOBODY"))
    #expect(reply.bool("unknown_tokens_accepted") == open)
    #expect(reply.bool("station_admitted") == true)
    #expect(reply.bool("station_connected") == false)
    #expect(reply.string("parent") == (token == "good" ? "GROUP" : nil))
    // Nothing was counted as an authorization.
    #expect(server.statistics().callsIn.reduce(0, +) == 0)
  }

  @Test("The station's own answer is the same")
  func sameAsAuthorize() throws {
    let server = try server(open: true)
    let station = try server.connect("CP1")
    for token in ["GOOD", "OVER", "BLOCKED", "BAD", "OLD", "NOBODY"] {
      let reply = server.get("/authorizations/explain?station=CP1&token=\(token)")
      let answer = station.ask(#"[2,"1","Authorize",{"idTag":"\#(token)"}]"#) ?? ""
      #expect(answer.contains("\"status\":\"\(reply.string("verdict") ?? "-")\""))
      #expect(reply.bool("station_connected") == true)
    }
  }

  @Test("A station that is not on record and may not connect either is none")
  func unknownStation() throws {
    let path = "/authorizations/explain?station=NONE&token=GOOD"
    let closed = try server(open: false).get(path)
    #expect(closed.status == 404)
    #expect(closed.string("detail") == "Charge point NONE does not exist.")

    let open = try server(open: true).get(path)
    #expect(open.status == 200 && open.bool("station_admitted") == true)
  }

  @Test("Both parameters are needed, and no other is taken")
  func parameters() throws {
    let server = try LocalServer()
    let reply = server.get("/authorizations/explain?token=")
    #expect(reply.status == 400)
    #expect(
      reply.errors == ["station: is required", "token: must have 1 to 20 characters"])
    let other = server.get("/authorizations/explain?who=me&token=")
    #expect(other.status == 400 && other.errors == ["who: unknown parameter"])
  }
}

@Suite("The trigger API")
struct TestDoorTests {
  private func server(on: Bool = true, password: Bool = false) throws -> LocalServer {
    var options = LocalServer.Options()
    options.api = APIOptions(hasTestAPI: on)
    options.rules = StationDirectory.Rules(
      admitsUnknown: !password, proof: password ? .password : .none)
    return try LocalServer(options)
  }

  @Test("It is not there unless it is switched on")
  func off() throws {
    let server = try server(on: false)
    for path in [
      "/api/octt/1.6/CP1/clear-cache", "/api/octt/1.6/CP1/call/ClearCache",
      "/api/octt/create-token", "/api/octt/set-basic-auth-password",
    ] { #expect(server.post(path, "{}").status == 404) }
    #expect(!server.get("/openapi.json").text.contains("octt"))
  }

  @Test(
    "Calls go out by either name of their action",
    arguments: ["get-installed-certificate-ids", "call/GetInstalledCertificateIds"])
  func calls(action: String) throws {
    let server = try server()
    let path = "/api/octt/1.6/CP1/\(action)"
    let body = #"{"certificateType":"CentralSystemRootCertificate"}"#
    #expect(server.post(path, body).status == 404)
    let station = try server.connect("CP1")

    let result = server.asking("POST", path, body) {
      let call = station.hear()
      #expect(call?.payload == body)
      station.answer(call, #"{"status":"NotFound"}"#)
    }
    #expect(result.text == #"{"type":"result","payload":{"status":"NotFound"}}"#)

    let error = server.asking("POST", path, body) {
      station.refuse(station.hear(), "NotSupported", "no")
    }
    #expect(
      error.text == #"{"type":"error","code":"NotSupported","description":"no","details":{}}"#)

    let late = server.asking("POST", path, body) {
      _ = station.hear()
      server.clock.advance(milliseconds: 60_000)
    }
    #expect(late.status == 504)
    #expect(server.post(path, "{}").status == 422)
  }

  @Test("What it does not know is a 404, what is not there yet a 501")
  func unknown() throws {
    let server = try server()
    #expect(server.post("/api/octt/1.6/CP1/fly").status == 404)
    #expect(server.post("/api/octt/1.6/CP1/call/Heartbeat").status == 404)
    #expect(server.post("/api/octt/1.5/CP1/reset", "{}").status == 404)
    #expect(server.post("/api/octt/2.0.1/CP1/set-pending-boot", #"{"pending":true}"#).status == 501)
    #expect(server.post("/api/octt/2.1/CP1/call/Reset", "{}").status == 501)
  }

  @Test("An empty body is an empty payload")
  func emptyBody() throws {
    let server = try server()
    let station = try server.connect("CP1")
    let reply = server.asking("POST", "/api/octt/1.6/CP1/clear-cache") {
      let call = station.hear()
      #expect(call?.payload == "{}")
      station.answer(call, #"{"status":"Rejected"}"#)
    }
    #expect(reply.status == 200)
  }

  @Test("Passwords and tokens are prepared for a suite")
  func preparation() throws {
    let server = try server(password: true)
    func password(_ text: String) -> HTTPClient.Reply {
      server.post(
        "/api/octt/set-basic-auth-password", #"{"station_id":"CP1","password":"\#(text)"}"#)
    }
    #expect(password("sixteen-bytes-at-least").status == 204)
    _ = try server.connect(
      "CP1", auth: .init(user: "CP1", password: Array("sixteen-bytes-at-least".utf8)))
    #expect(password("another-long-password").status == 204)
    #expect(throws: (any Error).self) {
      try server.connect(
        "CP1", auth: .init(user: "CP1", password: Array("sixteen-bytes-at-least".utf8)))
    }
    #expect(password("short").status == 400)
    #expect(
      server.post(
        "/api/octt/set-basic-auth-password",
        #"{"station_id":"a b","password":"sixteen-bytes-at-least"}"#
      ).status == 400)

    let token = server.post("/api/octt/create-token", #"{"token_id":"T1","status":"Blocked"}"#)
    #expect(token.status == 201)
    #expect(server.tokens.record(of: "t1")?.status == .blocked)
    #expect(server.post("/api/octt/create-token", #"{"token_id":"T1"}"#).status == 400)
  }
}
