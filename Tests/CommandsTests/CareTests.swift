import API
import Foundation
import Store
import TestKit
import Testing

let boot = #"[2,"b","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]"#

private func start(_ connector: Int, _ tag: String, _ more: String = "") -> String {
  "[2,\"s\",\"StartTransaction\",{\"connectorId\":\(connector),\"idTag\":\"\(tag)\","
    + "\"meterStart\":0,\"timestamp\":\"2026-01-02T03:04:0\(connector)Z\"\(more)}]"
}

func settings(_ value: String) -> String {
  "{\"configurationKey\":[{\"key\":\"HeartbeatInterval\",\"readonly\":false,\"value\":\"\(value)\"},"
    + "{\"key\":\"NumberOfConnectors\",\"readonly\":true,\"value\":\"2\"}]}"
}

@Suite struct CareTests {
  func server(mirrors: Bool = false) throws -> LocalServer {
    var options = LocalServer.Options()
    options.api.mirrorsConfiguration = mirrors
    let server = try LocalServer(options)
    #expect(server.post("/charge-points", #"{"charge_point_id":"CP1"}"#).status == 201)
    return server
  }

  func put(_ server: LocalServer, _ path: String, _ body: String) -> HTTPClient.Reply {
    server.http.request("PUT", "/charge-points/CP1/\(path)", body: body)
  }

  @Test("A station is Pending until its settings are the wanted ones, and then accepted")
  func configureFirst() throws {
    let server = try server()
    #expect(put(server, "policy", #"{"admission":"configure"}"#).status == 200)
    let wanted = put(
      server, "configuration", #"{"settings":[{"key":"HeartbeatInterval","value":"60"}]}"#)
    #expect(wanted.list("settings").first?["state"] as? String == "unread")
    #expect(wanted.bool("in_step") == false)

    let station = try server.connect("CP1")
    #expect(station.ask(boot)?.contains("Pending") == true)
    let whole = station.hear()
    #expect(whole?.action == "GetConfiguration" && whole?.payload == "{}")
    #expect(
      server.post("/charge_points/CP1/remote_start", #"{"id_tag":"A"}"#).detail.contains(
        "has not been accepted"))
    station.answer(whole, settings("300"))
    let change = station.hear()
    #expect(change?.payload == #"{"key":"HeartbeatInterval","value":"60"}"#)
    #expect(server.get("/charge-points/CP1").string("registration") == "Pending")
    station.answer(change, accepted)
    let again = station.hear()
    #expect(again?.payload == #"{"key":["HeartbeatInterval"]}"#)
    station.answer(again, settings("60"))
    let trigger = station.hear()
    #expect(trigger?.payload == #"{"requestedMessage":"BootNotification"}"#)
    station.answer(trigger, accepted)

    #expect(station.ask(boot)?.contains("Accepted") == true)
    #expect(server.get("/charge-points/CP1").string("registration") == "Accepted")
    #expect(server.get("/charge-points/CP1/configuration").bool("in_step") == true)
  }

  @Test("Settings are mirrored at boot, drift is shown, and applied when asked for")
  func drift() throws {
    let server = try server(mirrors: true)
    let station = try server.connect("CP1")
    _ = station.ask(boot)
    station.answer(station.hear(), settings("300"))
    // By the next call its answer was handed to the store.
    _ = server.asking("POST", "/charge_points/CP1/clear_cache") {
      station.answer(station.hear(), accepted)
    }
    server.store.flush()
    let mirror = server.get("/charge-points/CP1/configuration")
    #expect(
      mirror.list("settings").map { $0["key"] as? String } == [
        "HeartbeatInterval", "NumberOfConnectors",
      ])
    #expect(mirror.bool("in_step") == true)

    let wanted =
      #"{"settings":[{"key":"heartbeatinterval","value":"7"},{"key":"NumberOfConnectors","value":"3"}]}"#
    _ = put(server, "configuration", wanted)
    let change = station.hear()
    #expect(change?.payload == #"{"key":"HeartbeatInterval","value":"7"}"#)
    station.answer(change, #"{"status":"RebootRequired"}"#)
    station.answer(station.hear(), settings("300"))
    _ = server.asking("POST", "/charge_points/CP1/clear_cache") {
      station.answer(station.hear(), accepted)
    }
    server.store.flush()
    let drift = server.get("/charge-points/CP1/configuration?drift=true").list("settings")
    #expect(drift.map { $0["state"] as? String } == ["reboot_required", "read_only"])

    let applied = server.asking("POST", "/charge-points/CP1/configuration/apply") {
      station.answer(station.hear(), settings("7"))
    }
    #expect(applied.list("settings").map { $0["state"] as? String } == ["in_step", "read_only"])
  }

  @Test("A setting that stands twice in the list, and a station that is none, are refused")
  func refused() throws {
    let server = try server()
    let twice = put(
      server, "configuration", #"{"settings":[{"key":"A","value":"1"},{"key":"a","value":"2"}]}"#)
    #expect(twice.errors == ["settings[1].key: stands in the list twice"])
    for path in ["policy", "configuration", "reservations", "availability", "local-list"] {
      #expect(server.get("/charge-points/NONE/\(path)").status == 404)
    }
    #expect(server.post("/charge-points/CP1/configuration/apply").status == 404)
  }

  @Test("Reservations and availability are tracked from the station's answers to their end")
  func reservations() throws {
    let server = try server()
    let station = try server.connect("CP1")
    func reserve(_ id: Int, _ answer: String) {
      let body =
        "{\"connector_id\":1,\"expiry_date\":\"2026-01-02T04:04:05Z\",\"id_tag\":\"A\","
        + "\"reservation_id\":\(id)}"
      let reply = server.asking("POST", "/charge_points/CP1/reserve_now", body) {
        station.answer(station.hear(), "{\"status\":\"\(answer)\"}")
      }
      #expect(reply.status == 200)
    }
    reserve(1, "Accepted")
    reserve(2, "Accepted")
    reserve(3, "Occupied")
    reserve(4, "Accepted")
    _ = server.asking("POST", "/charge_points/CP1/cancel_reservation", #"{"reservation_id":2}"#) {
      station.answer(station.hear(), accepted)
    }
    #expect(station.ask(start(1, "A", ",\"reservationId\":1"))?.contains("transactionId") == true)
    func statuses() -> [Int: String] {
      let rows = server.get("/charge-points/CP1/reservations").list("reservations")
      return Dictionary(
        uniqueKeysWithValues: rows.map {
          ($0["reservation_id"] as? Int ?? 0, $0["status"] as? String ?? "")
        })
    }
    #expect(statuses() == [1: "used", 2: "cancelled", 4: "active"])
    server.clock.advance(milliseconds: 7_200_000)
    #expect(statuses() == [1: "used", 2: "cancelled", 4: "expired"])

    let change = #"{"connector_id":1,"type":"Inoperative"}"#
    _ = server.asking("POST", "/charge_points/CP1/availability", change) {
      station.answer(station.hear(), #"{"status":"Scheduled"}"#)
    }
    let told = server.get("/charge-points/CP1/availability").list("availability")
    #expect(told.map { $0["type"] as? String } == ["Inoperative"])
    #expect(told.first?["result"] as? String == "Scheduled")
  }

  @Test("A token beyond its transactions hears ConcurrentTx, and the explanation says why")
  func concurrent() throws {
    let server = try server()
    _ = server.post("/tokens", #"{"id_tag":"A","maximum_transactions":1,"parent":"HOME"}"#)
    let (one, two) = (try server.connect("CP1"), try server.connect("CP2"))
    #expect(one.ask(start(1, "A"))?.contains("Accepted") == true)
    #expect(two.ask(start(2, "a"))?.contains("ConcurrentTx") == true)
    let why = server.get("/authorizations/explain?station=CP2&token=A")
    #expect(why.string("verdict") == "Accepted" && why.string("start_verdict") == "ConcurrentTx")
    #expect(why.int("open_transactions") == 1 && why.int("maximum_transactions") == 1)

    _ = server.post("/tokens", #"{"id_tag":"HOME","status":"Blocked"}"#)
    let blocked = server.get("/authorizations/explain?station=CP1&token=A")
    #expect(blocked.string("reason") == "group" && blocked.string("verdict") == "Blocked")
  }

  @Test("What is decided about unknown tokens and rejection counts at once")
  func policy() throws {
    let server = try server()
    let station = try server.connect("CP1")
    let authorize = #"[2,"a","Authorize",{"idTag":"STRANGER"}]"#
    #expect(station.ask(authorize)?.contains("Invalid") == true)
    _ = put(server, "policy", #"{"unknown_tokens_accepted":true}"#)
    #expect(station.ask(authorize)?.contains("Accepted") == true)
    _ = put(server, "policy", #"{"admission":"reject"}"#)
    #expect(station.ask(authorize)?.contains("SecurityError") == true)
    #expect(station.ask(boot)?.contains("Rejected") == true)
    #expect(server.get("/charge-points/CP1/policy").string("admission") == "reject")
  }
}
