import Foundation
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Signs of life")
struct SignsOfLifeTests {
  @Test("A Heartbeat counts for last_heartbeat at once, over OCPP and over HTTP alike, and is kept")
  func heartbeats() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = LocalServer.Options()
    options.folder = folder
    let server = try LocalServer(options)
    makeCompany(server.http, "A")
    for id in ["OCPP", "HTTP"] {
      _ = server.http.post("/db/chargers/", #"{"id":"\#(id)"}"#)
      #expect(server.http.get("/db/chargers/\(id)").string("last_heartbeat") == nil)
    }
    let station = try server.connect("OCPP")
    for _ in 0..<3 {
      server.clock.advance(milliseconds: 1_000)
      let now = server.clock.now.description
      _ = station.ask(#"[2,"h","Heartbeat",{}]"#)
      let reply = server.http.post("/db/ocpp/charger/heartbeat", #"{"charger_id":"HTTP"}"#)
      #expect(reply.string("current_time") == now, "\(reply.text)")
      for id in ["OCPP", "HTTP"] {
        #expect(server.http.get("/db/chargers/\(id)").string("last_heartbeat") == now)
        #expect(server.http.get("/api/ocpp/stations/\(id)/").string("last_heartbeat") == now)
      }
    }
    let last = server.clock.now
    let isKept = try TestKit.eventually {
      let kept = try server.store.read { (reader) throws(StoreError) in
        [try reader.station("OCPP")?.lastSeen, try reader.station("HTTP")?.lastSeen]
      }
      return kept == [last, last]
    }
    #expect(isKept)
  }
}

@Suite("Events of sessions")
struct EventsTests {
  private func charge(_ server: LocalServer, _ company: String, _ id: String) -> Int {
    let made = server.http.post(
      "/db/charge-sessions/",
      #"{"charger_id":"\#(company)-CP","connector_id":1,"id_tag":"\#(company)-CARD"}"#)
    let session = made.int("id") ?? 0
    _ = server.http.post(
      "/db/ocpp/meter-values",
      #"{"charger_id":"\#(company)-CP","connector_id":1,"transaction_id":\#(session),"meter_value":100}"#
    )
    server.clock.advance(milliseconds: 60_000)
    let ended = server.http.put("/db/charge-sessions/\(session)/end", #"{"meter_stop":300}"#)
    #expect(ended.status == 200, "\(ended.text)")
    return session
  }

  @Test(
    "Events of all sessions are listed page by page, each once, narrowed down by what they are of")
  func listed() throws {
    let server = try LocalServer()
    for company in ["A", "B"] { makeCompany(server.http, company) }
    let sessions = ["A", "B", "A"].map { charge(server, $0, "") }
    let noted = server.http.post(
      "/db/events/", #"{"session_id":\#(sessions[2]),"type":"Note","data":{"a":1}}"#)
    #expect(noted.status == 201, "\(noted.text)")

    func ids(_ query: String) -> [String] {
      var found: [String] = []
      var cursor = ""
      repeat {
        let page = server.http.get("/db/events/?\(query)\(cursor)")
        #expect(page.status == 200, "\(page.text)")
        found += page.list("events").compactMap { $0["id"] as? String }
        cursor = page.string("next_cursor").map { "&cursor=\($0)" } ?? ""
      } while !cursor.isEmpty
      return found
    }
    let (a, b, c) = (sessions[0], sessions[1], sessions[2])
    let all = [
      noted.string("id") ?? "", "\(c)-end", "\(c)-m0", "\(c)-start", "\(b)-end", "\(b)-m0",
      "\(b)-start", "\(a)-end", "\(a)-m0", "\(a)-start",
    ]
    for limit in [1, 2, 3, 7, 100] { #expect(ids("limit=\(limit)") == all, "limit \(limit)") }
    #expect(ids("company_id=B") == ["\(b)-end", "\(b)-m0", "\(b)-start"])
    #expect(ids("session_id=\(a)&type=Updated") == ["\(a)-m0"])
    #expect(ids("driver_id=A-D&type=Ended&limit=1") == ["\(c)-end", "\(a)-end"])
    #expect(ids("skip=8") == ["\(a)-m0", "\(a)-start"])
    #expect(ids("charger_id=NONE").isEmpty)
    let first = server.http.get("/db/events/\(a)-start")
    let began = try #require(first.string("date_time"))
    #expect(first.string("created_at") == began && first.string("origin") == "ledger")
    #expect(Set(ids("from=\(began)")) == Set(all))
    #expect(ids("to=\(began)").isEmpty)
    for bad in ["cursor=x", "cursor=1_-1", "session_id=x", "from=x", "limit=0"] {
      #expect(server.http.get("/db/events?\(bad)").status == 400, "\(bad)")
    }
  }

  @Test("A session was last changed when it ended")
  func lastChanged() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    let session = server.http.get("/db/charge-sessions/\(charge(server, "A", ""))")
    #expect(session.string("updated_at") == server.clock.now.description)
    #expect(session.string("created_at") != session.string("updated_at"))
  }

  @Test("A noted event is read, changed, replaced and deleted; one of the ledger stays as it is")
  func changed() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    let session = charge(server, "A", "")
    let made = server.http.post(
      "/db/events", #"{"session_id":\#(session),"type":"Note","origin":"me","current":1.5}"#)
    let path = "/db/events/\(made.string("id") ?? "")"
    #expect(server.http.get(path).text == made.text)
    server.clock.advance(milliseconds: 1_000)
    let patched = server.http.patch(path, #"{"voltage":230,"origin":null}"#)
    #expect(patched.json["voltage"] as? Int == 230 && patched.json["current"] as? Double == 1.5)
    #expect(patched.json["origin"] == nil)
    #expect(patched.string("updated_at") == server.clock.now.description)
    #expect(patched.string("created_at") == made.string("created_at"))
    let put = server.http.put(path, #"{"type":"Other"}"#)
    #expect(put.string("type") == "Other" && put.json["current"] == nil)
    #expect(put.string("date_time") == made.string("date_time"))
    #expect(server.http.get(path).text == put.text)
    #expect(server.http.put(path, "{}").status == 400)
    #expect(server.http.delete(path).status == 204)
    for method in ["GET", "DELETE"] {
      #expect(server.http.request(method, path).status == 404)
    }
    let ledger = "/db/events/\(session)-end"
    #expect(server.http.get(ledger).int("meter_value") == 300)
    #expect(server.http.patch(ledger, #"{"type":"x"}"#).status == 409)
    #expect(server.http.put(ledger, #"{"type":"x"}"#).status == 409)
    #expect(server.http.delete(ledger).status == 409)
    #expect(server.http.get("/db/events/\(session)-m9").status == 404)
    #expect(server.http.get("/db/events/x").status == 404)
    #expect(server.http.post("/db/events", #"{"session_id":999,"type":"x"}"#).status == 404)
    #expect(server.http.post("/db/events", #"{"type":"x"}"#).errors == ["session_id: is required"])
  }
}

@Suite("Sessions in the records")
struct SessionRecordTests {
  @Test("Sessions are found by day, a day at the end counting whole, or by instant")
  func days() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    for (number, start) in ["2026-01-01T00:00:00Z", "2026-01-01T23:59:59Z", "2026-01-02T00:00:00Z"]
      .enumerated()
    {
      let made = server.http.post(
        "/db/charge-sessions/",
        #"{"charger_id":"A-CP","connector_id":\#(number + 1),"id_tag":"A-CARD","start":"\#(start)"}"#
      )
      #expect(made.status == 201, "\(made.text)")
    }
    func count(_ query: String) -> Int {
      server.http.get("/db/charge-sessions/?\(query)").list("charge_sessions").count
    }
    #expect(count("start_date=2026-01-02") == 1)
    #expect(count("end_date=2026-01-01") == 2)
    #expect(count("start_date=2026-01-01&end_date=2026-01-02") == 3)
    #expect(count("end_date=2026-01-01T23:59:59Z") == 1)
    #expect(count("start_date=2026-01-01T00:00:01Z&end_date=2026-01-01") == 1)
    for bad in ["2026-02-30", "yesterday", "2026-1-1"] {
      #expect(server.http.get("/db/charge-sessions/?start_date=\(bad)").status == 400, "\(bad)")
    }
  }

  @Test(
    "A session says its energy in Wh and exactly in kWh, and PUT replaces what may be said of it")
  func replaced() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    let made = server.http.post(
      "/db/charge-sessions/", #"{"charger_id":"A-CP","connector_id":1,"id_tag":"A-CARD"}"#)
    let path = "/db/charge-sessions/\(made.int("id") ?? 0)"
    let ended = server.http.put(path + "/end", #"{"meter_stop":1234}"#)
    #expect(ended.text.contains(#""energy_wh":1234,"energy_kwh":1.234,"#), "\(ended.text)")
    let put = server.http.put(path, #"{"pricing_plan_id":"P"}"#)
    #expect(put.status == 200 && put.string("pricing_plan_id") == "P", "\(put.text)")
    #expect(put.int("energy_wh") == 1234 && put.string("charger_id") == "A-CP")
    #expect(server.http.put(path, "{}").string("pricing_plan_id") == nil)
  }

  @Test("What an app's language sends for nothing, null, is nothing")
  func nulls() throws {
    let server = try LocalServer()
    let path = "/api/ocpp/sync-station/"
    let body =
      #"{"charging_station_id":"N1","name":"A","latitude":1.5,"longitude":2,"address":"x","vendor":"V"}"#
    #expect(server.http.post(path, body).status == 200)
    let nulls =
      #"{"charging_station_id":"N1","name":null,"latitude":null,"longitude":null,"address":null,"vendor":null,"model":null,"owner_name":null,"connectors":[{"connector_id":1,"connector_type":null,"max_power":null}]}"#
    let reply = server.http.post(path, nulls)
    #expect(reply.status == 200, "\(reply.text)")
    let station = server.http.get("/api/ocpp/stations/N1/")
    #expect(station.string("name") == "A" && station.string("address") == "x")
    #expect(station.json["latitude"] as? Double == 1.5 && station.string("vendor") == "V")
  }
}
