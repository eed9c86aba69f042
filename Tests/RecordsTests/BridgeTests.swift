import API
import Access
import CSMSCore
import Foundation
import Network
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("OCPP over HTTP, and webhooks from others")
struct BridgeTests {
  @Test("A charger without OCPP is registered, charges and stops; the ledger has it all")
  func bridge() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    func say(_ path: String, _ body: String) -> HTTPClient.Reply {
      server.http.post("/db/ocpp/\(path)", body)
    }
    let boot = say(
      "charger/register",
      #"{"charger_id":"B1","vendor":"V","model":"M","serial_number":"7","company_id":"A","site_id":"A-S"}"#
    )
    #expect(boot.string("status") == "Accepted", "\(boot.text)")
    #expect(server.http.get("/db/chargers/B1").string("site_id") == "A-S")
    #expect(server.http.get("/charge-points/B1").string("vendor") == "V")
    #expect(say("charger/heartbeat", #"{"charger_id":"B1"}"#).string("current_time") != nil)
    #expect(
      say("connector/status", #"{"charger_id":"B1","connector_id":1,"status":"Preparing"}"#).status
        == 200)
    #expect(server.http.get("/db/chargers/B1").string("status") == "occupied")

    let begin =
      #"{"charger_id":"B1","connector_id":1,"id_tag":"a-card","transaction_id":77,"meter_start":10}"#
    let started = say("session/start", begin)
    let id = try #require(started.int("transaction_id"))
    #expect(started.string("status") == "Accepted")
    #expect(say("session/start", begin).int("transaction_id") == id)
    #expect(
      say(
        "meter-values",
        #"{"charger_id":"B1","connector_id":1,"transaction_id":77,"meter_value":500,"power_w":11000}"#
      )
      .int("transaction_id") == id)
    let live = server.http.get("/api/ocpp/session-status?transaction_id=\(id)")
    #expect(live.text.contains(#""energy_consumed_kwh":0.490"#), "\(live.text)")
    #expect(live.text.contains(#""current_power_kw":11.000"#))
    #expect(
      say(
        "session/end",
        #"{"charger_id":"B1","connector_id":1,"transaction_id":77,"meter_value":1010,"reason":"Local"}"#
      )
      .status == 200)
    let session = server.http.get("/db/charge-sessions/\(id)")
    #expect(session.string("status") == "completed" && session.int("energy_wh") == 1000)
    #expect(session.string("company_id") == "A" && session.string("site_id") == "A-S")
    #expect(session.string("driver_id") == "A-D")
    #expect(server.http.get("/transactions/\(id)").int("energy_wh") == 1000)
    #expect(
      server.http.get("/db/charge-sessions?driver_id=A-D").list("charge_sessions").count == 1)

    #expect(
      say("session/end", #"{"charger_id":"B1","transaction_id":99,"meter_value":5}"#).status == 404)
    #expect(say("charger/heartbeat", #"{"charger_id":"NONE"}"#).status == 404)
    #expect(
      say("connector/status", #"{"charger_id":"B1","connector_id":1,"status":"Dancing"}"#).errors
        .count
        == 1)
  }

  @Test("A session is begun and ended by hand, and a charger's status told")
  func byHand() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    let made = server.http.post(
      "/db/charge-sessions/", #"{"charger_id":"A-CP","connector_id":1,"id_tag":"A-CARD"}"#)
    #expect(made.status == 201, "\(made.text)")
    let path = "/db/charge-sessions/\(made.int("id") ?? 0)"
    #expect(server.http.patch(path, #"{"cost":350,"currency":"EUR"}"#).int("cost") == 350)
    #expect(server.http.delete(path + "?cascade=true").status == 409)
    let noted = server.http.post(
      path + "/events", #"{"type":"Note","temperature":21.5,"data":{"a":1}}"#)
    #expect(noted.status == 201)
    let ended = server.http.put(path + "/end", #"{"meter_stop":700}"#)
    #expect(ended.status == 200, "\(ended.text)")
    #expect(ended.int("energy_wh") == 700)
    #expect(server.http.put(path + "/end", #"{"meter_stop":700}"#).status == 409)
    #expect(
      server.http.get(path + "/events").list("events").count == 3)
    #expect(server.http.get(path + "/events?limit=2").string("next_cursor") == "2")
    let event = noted.string("id") ?? ""
    #expect(server.http.delete(path + "/events/\(event)").status == 204)
    #expect(server.http.delete(path + "/events/\(event)").status == 404)
    #expect(server.http.delete(path).status == 409)
    #expect(server.http.delete(path + "?cascade=true").status == 204)
    #expect(server.http.get(path).status == 404)

    let status = server.http.put("/db/chargers/A-CP/status", #"{"status":"faulted"}"#)
    #expect(status.string("status") == "faulted", "\(status.text)")
  }

  func signed(_ body: String, _ time: Int64, _ secret: String) -> [(String, String)] {
    let digest = hmac(secret, "\(time).\(body)")
    return [("X-Signature", "t=\(time),v1=\(digest)")]
  }

  @Test("A signed webhook counts, once; an unsigned, old, or altered one does not")
  func webhook() throws {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "k")])
    options.api.webhook = WebhookOptions(secret: "a secret of the webhook")
    let server = try LocalServer(options)
    let key = [("Authorization", "Bearer k")]
    _ = server.http.post("/api/ocpp/sync-station", #"{"charging_station_id":"W1"}"#, key)
    let path = "/api/ocpp/webhook/"
    let now = server.clock.now.milliseconds / 1000
    let body =
      #"{"type":"connector_status","station_id":"W1","data":{"connector_id":1,"status":"available"}}"#
    let good = signed(body, now, "a secret of the webhook")

    #expect(server.http.post(path, body).status == 401)
    #expect(server.http.post(path, body, key).status == 401)
    #expect(server.http.post(path, body, signed(body, now, "another")).status == 401)
    #expect(
      server.http.post(path, body, signed(body, now - 301, "a secret of the webhook")).status == 401
    )
    #expect(server.http.post(path, body + " ", good).status == 401)
    #expect(server.http.post(path, body, good).status == 200)
    #expect(server.http.post(path, body, good).status == 401)
    let station = server.http.get("/api/ocpp/stations/W1/", key)
    #expect(station.string("status") == "available", "\(station.text)")
  }

  @Test("Webhooks begin, watch, pay and end sessions")
  func sessions() throws {
    var options = LocalServer.Options()
    options.api.webhook = WebhookOptions(isUnsigned: true)
    let server = try LocalServer(options)
    _ = server.http.post("/api/ocpp/sync-station", #"{"charging_station_id":"W1"}"#)
    func hook(_ body: String) -> Int { server.http.post("/api/ocpp/webhook/", body).status }
    #expect(
      hook(
        #"{"type":"session_started","station_id":"W1","data":{"connector_id":1,"meter_value":5}}"#)
        == 200)
    let session = try #require(server.http.get("/api/ocpp/sessions").list("sessions").first)
    let id = try #require(session["transaction_id"] as? Int)
    #expect(
      hook(#"{"type":"session_progress","transaction_id":\#(id),"data":{"meter_value":105}}"#)
        == 200)
    #expect(
      hook(
        #"{"type":"payment_status","transaction_id":\#(id),"data":{"payment_status":"completed"}}"#)
        == 404)
    #expect(
      hook(#"{"type":"session_stopped","transaction_id":\#(id),"data":{"meter_value":205}}"#) == 200
    )
    #expect(server.http.get("/db/charge-sessions/\(id)").int("energy_wh") == 200)
    #expect(
      hook(#"{"type":"session_stopped","transaction_id":9999,"data":{"meter_value":205}}"#) == 404)
    #expect(hook(#"{"type":"session_danced"}"#) == 400)
  }
}

private func hmac(_ key: String, _ text: String) -> String {
  hmacSHA256(key: Array(key.utf8), Array(text.utf8))
    .map { String(0x100 + Int($0), radix: 16).dropFirst() }.joined()
}
