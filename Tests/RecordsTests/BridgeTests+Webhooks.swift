import API
import Access
import Foundation
import Network
import OCPPJSON
import Store
import TestKit
import Testing

/// What others tell by webhook: their signatures, and what they leave out.
extension BridgeTests {
  static let webhookSecret = "a secret of the webhook"

  @Test(
    "A signature of any time is compared; none brings the server down",
    arguments: [Int64.min, Int64.min + 1, -1, 0, Int64.max - 1, Int64.max])
  func times(_ time: Int64) throws {
    var options = LocalServer.Options()
    options.api.webhook = WebhookOptions(secret: BridgeTests.webhookSecret)
    let server = try LocalServer(options)
    let body = #"{"type":"connector_status","station_id":"W1","data":{"status":"available"}}"#
    let path = "/api/ocpp/webhook/"
    #expect(server.http.post(path, body, [("X-Signature", "t=\(time),v1=00")]).status == 401)
    let right = signed(body, time, BridgeTests.webhookSecret)
    #expect(server.http.post(path, body, right).status == 401)
    #expect(server.http.get("/health").status == 200)
  }

  @Test("A signature counts once, also when the server starts again in between")
  func onceOverRestart() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hooks-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = LocalServer.Options()
    options.folder = folder
    options.api.webhook = WebhookOptions(secret: BridgeTests.webhookSecret)
    let path = "/api/ocpp/webhook/"
    let body = #"{"type":"connector_status","station_id":"W1","data":{"status":"available"}}"#
    let first = try LocalServer(options)
    _ = first.http.post("/api/ocpp/sync-station", #"{"charging_station_id":"W1"}"#)
    // The sender's clock may be ahead of ours.
    let headers = signed(body, first.clock.now.milliseconds / 1000 + 200, BridgeTests.webhookSecret)
    #expect(first.http.post(path, body, headers).status == 200)
    #expect(first.http.post(path, body, headers).status == 401)
    first.stop()

    let second = try LocalServer(options)
    #expect(second.http.post(path, body, headers).status == 401)
    _ = second.http.post("/api/ocpp/sync-station", #"{"charging_station_id":"W1"}"#)
    let fresh = signed(body, second.clock.now.milliseconds / 1000, BridgeTests.webhookSecret)
    #expect(second.http.post(path, body, fresh).status == 200)
  }

  private func simulated() throws -> (server: LocalServer, id: Int) {
    var options = LocalServer.Options()
    options.api.webhook = WebhookOptions(isUnsigned: true)
    let server = try LocalServer(options)
    for station in ["W1", "W2"] {
      _ = server.http.post("/api/ocpp/sync-station", #"{"charging_station_id":"\#(station)"}"#)
    }
    let began = server.http.post(
      "/api/ocpp/webhook/",
      #"{"type":"session_started","station_id":"W1","timestamp":"2026-01-02T03:00:00Z","data":{"connector_id":1,"meter_value":1000}}"#
    )
    #expect(began.status == 200)
    let session = try #require(server.http.get("/api/ocpp/sessions").list("sessions").first)
    return (server, try #require(session["transaction_id"] as? Int))
  }

  @Test("What a webhook leaves out of a session is not taken for a register of 0")
  func withoutRegister() throws {
    let (server, id) = try simulated()
    func hook(_ type: String, _ data: String, _ minute: Int) -> HTTPClient.Reply {
      server.http.post(
        "/api/ocpp/webhook/",
        #"{"type":"\#(type)","transaction_id":\#(id),"timestamp":"2026-01-02T03:0\#(minute):00Z","data":\#(data)}"#
      )
    }
    let early = hook("session_stopped", "{}", 1)
    #expect(early.status == 400 && early.errors.first?.hasPrefix("data.meter_value") == true)
    #expect(hook("session_progress", "{}", 1).status == 400)
    #expect(hook("session_progress", #"{"meter_value":3000}"#, 2).status == 200)
    #expect(hook("session_progress", #"{"power_w":7000}"#, 3).status == 200)
    let live = server.http.get("/api/ocpp/session-status?transaction_id=\(id)")
    #expect(live.text.contains(#""energy_consumed_kwh":2.000"#), "\(live.text)")
    #expect(live.text.contains(#""current_power_kw":7.000"#), "\(live.text)")
    #expect(hook("session_stopped", #"{"reason":"Local"}"#, 4).status == 200)
    #expect(server.http.get("/transactions/\(id)").int("energy_wh") == 2000)
  }

  @Test("A webhook that names a station means a session of that station")
  func otherStation() throws {
    let (server, id) = try simulated()
    for (type, data) in [
      ("session_progress", #"{"meter_value":3000}"#), ("session_stopped", #"{"meter_value":3000}"#),
      ("payment_status", #"{"payment_status":"failed"}"#),
    ] {
      let reply = server.http.post(
        "/api/ocpp/webhook/",
        #"{"type":"\#(type)","station_id":"W2","transaction_id":\#(id),"data":\#(data)}"#)
      #expect(reply.status == 404, "\(type): \(reply.text)")
    }
    #expect(server.http.get("/transactions/\(id)").string("status") == "active")
  }
}
