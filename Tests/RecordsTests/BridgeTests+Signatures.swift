import API
import Foundation
import Network
import OCPPJSON
import Store
import Synchronization
import TestKit
import Testing

/// What a signature is spent on.
extension BridgeTests {
  private func signedServer(in folder: URL? = nil) throws -> LocalServer {
    var options = LocalServer.Options()
    if let folder { options.folder = folder }
    options.api.webhook = WebhookOptions(secret: BridgeTests.webhookSecret)
    return try LocalServer(options)
  }

  private func say(
    _ server: LocalServer, _ body: String, ahead: Int64 = 0
  ) -> () -> HTTPClient.Reply {
    let time = server.clock.now.milliseconds / 1000 + ahead
    let headers = signed(body, time, BridgeTests.webhookSecret)
    return { server.http.post("/api/ocpp/webhook/", body, headers) }
  }

  private func twice(_ ask: () -> HTTPClient.Reply) -> [Int] { [ask().status, ask().status] }

  @Test("What was refused may come again with the same signature; what was done may not")
  func refusedAgain() throws {
    let server = try signedServer()
    let start = say(
      server, #"{"type":"session_started","station_id":"W1","data":{"meter_value":5}}"#)
    #expect(twice(start) == [404, 404])
    _ = server.http.post("/api/ocpp/sync-station", #"{"charging_station_id":"W1"}"#)
    #expect(twice(start) == [200, 401])

    let invalid = say(
      server, #"{"type":"connector_status","station_id":"W1","data":{"status":"no such word"}}"#)
    let first = invalid().status
    #expect(first != 200 && first != 401)
    #expect(invalid().status == first)

    let session = try #require(server.http.get("/api/ocpp/sessions").list("sessions").first)
    let id = try #require(session["transaction_id"] as? Int)
    let pay = say(
      server,
      #"{"type":"payment_status","transaction_id":99999,"data":{"payment_status":"failed"}}"#)
    #expect(twice(pay) == [404, 404])
    let progress = say(
      server,
      #"{"type":"session_progress","transaction_id":\#(id),"data":{"meter_value":900}}"#)
    #expect(twice(progress) == [200, 401])
  }

  @Test("Identical requests at the same moment act once, and no more after a restart")
  func atOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hooks-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let server = try signedServer(in: folder)
    _ = server.http.post("/api/ocpp/sync-station", #"{"charging_station_id":"W1"}"#)
    let body = #"{"type":"session_started","station_id":"W1","data":{"meter_value":5}}"#
    let headers = signed(
      body, server.clock.now.milliseconds / 1000 + 200, BridgeTests.webhookSecret)
    let statuses = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      let status = server.http.post("/api/ocpp/webhook/", body, headers).status
      statuses.withLock { $0.append(status) }
    }
    #expect(statuses.withLock { $0.sorted() } == [200, 401, 401, 401, 401, 401])
    #expect(server.http.get("/api/ocpp/sessions").list("sessions").count == 1)
    server.stop()

    let again = try signedServer(in: folder)
    #expect(again.http.post("/api/ocpp/webhook/", body, headers).status == 401)
    #expect(again.http.get("/api/ocpp/sessions").list("sessions").count == 1)
  }
}
