import API
import CSMSCore
import Foundation
import Gateway
import Network
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Charging from an app")
struct AppFlowTests {
  /// A station that is known, connected, and says that connector 1 is free.
  func ready(
    _ options: LocalServer.Options = LocalServer.Options()
  ) throws -> (server: LocalServer, station: SocketStation) {
    let server = try LocalServer(options)
    let sync = server.http.post(
      "/api/ocpp/sync-station/",
      #"{"charging_station_id":"CP1","name":"Yard","connectors":[{"connector_id":1,"connector_type":"CCS2","max_power":50}]}"#
    )
    #expect(sync.status == 200, "\(sync.text)")
    let station = try server.connect("CP1")
    free(station)
    return (server, station)
  }

  private func free(_ station: SocketStation) {
    _ = station.ask(
      #"[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available"}]"#)
  }

  func order(_ payment: String = "pay_1", connector: Int = 1) -> String {
    #"{"station_id":"CP1","connector_id":\#(connector),"user_id":"u","payment_transaction_id":"\#(payment)"}"#
  }

  private struct Heard {
    let id: String
    let action: String
    let payload: [String: Any]

    init?(_ frame: String?) {
      guard let frame, let parts = try? JSONSerialization.jsonObject(with: Data(frame.utf8)),
        let list = parts as? [Any], list.count == 4, let id = list[1] as? String,
        let action = list[2] as? String, let payload = list[3] as? [String: Any]
      else { return nil }
      self.id = id
      self.action = action
      self.payload = payload
    }
  }

  /// Orders over HTTP on a thread of its own while the station answers.
  func initiate(
    _ server: LocalServer, _ station: SocketStation, _ status: String = "Accepted"
  ) throws -> (reply: HTTPClient.Reply, tag: String) {
    let replies = Inbox<HTTPClient.Reply>()
    let (http, body) = (server.http, order())
    Thread.detachNewThread {
      replies.post(http.post("/api/ocpp/initiate-charging/", body))
    }
    let call = try #require(Heard(station.receive()))
    #expect(call.action == "RemoteStartTransaction")
    #expect(call.payload["connectorId"] as? Int == 1)
    station.send("[3,\"\(call.id)\",{\"status\":\"\(status)\"}]")
    let reply = try #require(replies.take())
    return (reply, try #require(call.payload["idTag"] as? String))
  }

  func start(_ station: SocketStation, _ tag: String, connector: Int = 1) -> String? {
    station.ask(
      #"[2,"t","StartTransaction",{"connectorId":\#(connector),"idTag":"\#(tag)","meterStart":1000,"timestamp":"2026-01-02T03:04:05Z"}]"#
    )
  }

  @Test("A session is there before it begins, is watched while it charges, and is paid at its end")
  func life() throws {
    let (server, station) = try ready()
    let (reply, tag) = try initiate(server, station)
    #expect(reply.status == 201)
    #expect(reply.json["success"] as? Bool == true)
    let session = try #require(reply.json["charging_session"] as? [String: Any])
    let id = try #require(session["transaction_id"] as? Int)
    #expect(session["status"] as? String == "pending")
    #expect(session["payment_status"] as? String == "pending")
    func status() -> HTTPClient.Reply {
      server.http.get("/api/ocpp/session-status/?transaction_id=\(id)")
    }

    #expect(station.ask(#"[2,"a","Authorize",{"idTag":"\#(tag)"}]"#)?.contains("Accepted") == true)
    #expect(start(station, tag)?.contains("\"transactionId\":\(id)") == true)
    #expect(status().string("status") == "started")
    #expect(status().string("payment_status") == "authorized")
    _ = station.ask(
      #"[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Charging"}]"#)
    _ = station.ask(
      #"[2,"m","MeterValues",{"connectorId":1,"transactionId":\#(id),"meterValue":[{"timestamp":"2026-01-02T03:14:05Z","sampledValue":[{"value":"1500"},{"value":"7.5","measurand":"Power.Active.Import","unit":"kW"}]}]}]"#
    )
    server.clock.advance(milliseconds: 600_000)
    let live = status()
    #expect(live.string("status") == "charging")
    #expect(live.text.contains(#""energy_consumed_kwh":0.500"#))
    #expect(live.text.contains(#""current_power_kw":7.500"#))
    #expect(live.int("duration_seconds") == 600)

    let stops = Inbox<HTTPClient.Reply>()
    let http = server.http
    Thread.detachNewThread {
      stops.post(http.post("/api/ocpp/stop-charging/", #"{"transaction_id":\#(id)}"#))
    }
    let call = try #require(Heard(station.receive()))
    #expect(call.action == "RemoteStopTransaction")
    #expect(call.payload["transactionId"] as? Int == id)
    #expect(status().string("status") == "stopping")
    station.send("[3,\"\(call.id)\",{\"status\":\"Accepted\"}]")
    #expect(stops.take()?.json["success"] as? Bool == true)
    _ = station.ask(
      #"[2,"e","StopTransaction",{"transactionId":\#(id),"meterStop":2500,"reason":"Remote","timestamp":"2026-01-02T03:34:05Z"}]"#
    )
    let over = server.http.get("/api/ocpp/sessions/\(id)/")
    #expect(over.string("status") == "completed")
    #expect(over.string("payment_status") == "completed")
    #expect(over.text.contains(#""energy_consumed_kwh":1.500"#))
    #expect(over.list("meter_values").count == 1)
    let record = server.http.get("/db/charge-sessions/\(id)")
    #expect(record.int("energy_wh") == 1500 && record.int("duration_seconds") == 1800)
    let events = server.http.get("/db/charge-sessions/\(id)/events").list("events")
    #expect(events.compactMap { $0["type"] as? String } == ["Ended", "Updated", "Started"])
    #expect(
      server.http.post("/api/ocpp/stop-charging/", #"{"transaction_id":\#(id)}"#).status == 409)
  }

  @Test("The same payment, sent a hundred times at once, begins one session")
  func oncePerPayment() throws {
    let (server, station) = try ready()
    let replies = Inbox<HTTPClient.Reply>()
    let (http, body) = (server.http, order())
    for _ in 0..<100 {
      Thread.detachNewThread { replies.post(http.post("/api/ocpp/initiate-charging/", body)) }
    }
    let call = try #require(Heard(station.receive()))
    station.send("[3,\"\(call.id)\",{\"status\":\"Accepted\"}]")
    var ids: Set<Int> = []
    var made = 0
    for _ in 0..<100 {
      let reply = try #require(replies.take())
      #expect(reply.status == 200 || reply.status == 201, "\(reply.text)")
      if reply.status == 201 { made += 1 }
      let data = reply.json["data"] as? [String: Any]
      if let id = data?["transaction_id"] as? Int { ids.insert(id) }
    }

    #expect(made == 1)
    #expect(ids.count == 1)
    #expect(server.http.get("/api/ocpp/sessions/").list("sessions").count == 1)
    #expect(!station.hasHeard)
  }

  @Test("What cannot begin is 409, and leaves no session")
  func conflicts() throws {
    let (server, station) = try ready()
    let path = "/api/ocpp/initiate-charging/"
    #expect(server.http.post(path, order("p", connector: 2)).status == 409)
    for status in ["Charging", "Faulted", "Unavailable", "Reserved"] {
      _ = station.ask(
        #"[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"\#(status)"}]"#
      )
      let reply = server.http.post(path, order("p"))
      #expect(reply.status == 409)
      #expect(reply.string("detail")?.contains("is \(status)") == true)
    }
    free(station)
    station.close()
    _ = station.closing()
    #expect(TestKit.eventually { !server.gateway.isConnected("CP1") })
    #expect(server.http.post(path, order("p")).string("detail")?.contains("not connected") == true)
    #expect(server.http.post(path, order("p").replacing("CP1", with: "CP9")).status == 404)
    #expect(server.http.get("/api/ocpp/sessions").list("sessions").isEmpty)
  }

  @Test("After a restart before the station began, the session waits on and is bound when it does")
  func restart() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = LocalServer.Options()
    options.folder = folder
    let (before, first) = try ready(options)
    let (reply, tag) = try initiate(before, first)
    let data = try #require(reply.json["data"] as? [String: Any])
    let id = try #require(data["transaction_id"] as? Int)
    before.stop()

    let after = try LocalServer(options)
    let station = try after.connect("CP1")
    #expect(
      after.http.get("/api/ocpp/session-status?transaction_id=\(id)").string("status") == "pending")
    let again = after.http.post("/api/ocpp/initiate-charging/", order())
    #expect((again.json["data"] as? [String: Any])?["transaction_id"] as? Int == id)
    #expect(
      start(station, tag)?.contains("\"transactionId\":\(id),") == true
        || start(station, tag)?.contains("\"transactionId\":\(id)}") == true)
    #expect(
      after.http.get("/api/ocpp/session-status?transaction_id=\(id)").string("status") == "started")
    after.stop()

    let third = try LocalServer(options)
    #expect(third.tokens.record(of: Text(tag))?.status == .accepted)
  }
}
