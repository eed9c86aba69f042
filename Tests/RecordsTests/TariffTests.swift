import API
import Foundation
import OCPPJSON
import Store
import TestKit
import Testing

extension HTTPClient.Reply {
  /// "energy 1000 39".
  fileprivate var lines: [String] {
    list("lines").map { "\($0["item"] ?? "") \($0["quantity"] ?? "") \($0["amount"] ?? "")" }
  }
}

@Suite("Tariffs")
struct TariffTests {
  @Test("A session costs what its tariff says, from the moment it is over, line by line")
  func life() throws {
    let yard = try Yard()
    yard.tariff("T", #"{"per_kwh":0.39,"per_minute":0.05,"per_start":1}"#)
    yard.attach("companies/A", "T")
    _ = yard.http.patch("/db/sites/A-S", #"{"tax_rate":0.19,"time_zone":"Europe/Berlin"}"#)
    let id = yard.start()
    #expect(yard.session(id).json["cost"] == nil)
    #expect(yard.session(id).string("pricing_plan_id") == "T")

    yard.stop(id, meter: 12_345)

    let session = yard.session(id)
    #expect(session.int("cost") == 601 && session.string("cost_decimal") == "6.01")
    #expect(session.string("currency") == "EUR" && session.int("tax") == 96)
    #expect(session.int("tariff_version") == 1 && session.int("billable_energy_wh") == 12_345)
    let cost = yard.cost(id)
    #expect(cost.status == 200, "\(cost.text)")
    #expect(cost.lines == ["energy 12.345 481", "time 240 20", "start 1 100"])
    #expect(cost.int("cost") == 601 && cost.string("cost_decimal") == "6.01")
    #expect(cost.int("tax") == 96 && cost.string("time_zone") == "Europe/Berlin")
    #expect(cost.json["is_final"] as? Bool == true)
    #expect((cost.json["tariff"] as? [String: Any])?["version"] as? Int == 1)
    #expect(
      cost.list("lines").first?["description"] as? String == "12.345 kWh at 0.39 EUR per kWh")
  }

  @Test("The most specific tariff that is switched on counts: driver, connector, group, charger, …")
  func order() throws {
    let yard = try Yard()
    for (index, name) in ["company", "site", "charger", "connector", "driver"].enumerated() {
      yard.tariff(name, #"{"per_kwh":\#(index + 1)}"#)
    }
    yard.tariff("group", #"{"per_kwh":9}"#, #","connector_group_id":"fast""#)
    var minute = 0
    func tariff() -> String? {
      minute += 1
      let id = yard.start("02:\(minute + 10):00")
      yard.stop(id, "02:\(minute + 10):30", meter: 100)
      return yard.session(id).string("pricing_plan_id")
    }
    #expect(tariff() == nil)
    let places = [
      ("companies/A", "company"), ("sites/A-S", "site"), ("chargers/A-CP", "charger"),
      ("chargers/A-CP/connectors/1", "connector"), ("drivers/A-D", "driver"),
    ]
    for (path, name) in places {
      yard.attach(path, name)
      #expect(tariff() == name)
      guard name == "charger" else { continue }
      _ = yard.http.patch("/db/chargers/A-CP/connectors/1", #"{"group_id":"fast"}"#)
      #expect(tariff() == "group")
    }
    // A card of nobody's driver.
    yard.attach("drivers/A-D", nil)
    #expect(tariff() == "connector")
    _ = yard.http.patch("/db/tariffs/connector", #"{"enabled":false}"#)
    #expect(tariff() == "group")
    _ = yard.http.patch("/db/tariffs/group", #"{"enabled":false}"#)
    #expect(tariff() == "charger")
  }

  @Test("A change makes a new version; what began before keeps its own, even without the tariff")
  func versions() throws {
    let yard = try Yard()
    yard.tariff("T", #"{"per_kwh":0.50}"#)
    yard.attach("chargers/A-CP", "T")
    let first = yard.start("02:00:00")
    let path = "/db/tariffs/T"
    #expect(yard.http.patch(path, #"{"name":"Other"}"#).int("version") == 1)
    #expect(
      yard.http.patch(path, #"{"definition":{"prices":[{"per_kwh":0.90}]}}"#).int("version") == 2)
    #expect(yard.http.patch(path, #"{"currency":"JPY"}"#).int("version") == 3)
    #expect(yard.http.patch(path, #"{"currency":"EUR"}"#).int("version") == 4)
    yard.stop(first, "02:10:00", meter: 1_000)
    let second = yard.start("02:20:00")
    yard.stop(second, "02:30:00", meter: 1_000)
    #expect(yard.session(first).int("cost") == 50)
    #expect(yard.session(second).int("cost") == 90)
    let versions = yard.http.get(path + "/versions")
    #expect(versions.list("tariff_versions").compactMap { $0["version"] as? Int } == [1, 2, 3, 4])
    #expect(versions.list("tariff_versions").first?["name"] as? String == "T")
    #expect(versions.text.contains(#"{"prices":[{"per_kwh":0.90}]}"#))

    #expect(yard.http.delete(path).status == 409)
    #expect(yard.http.delete(path + "?cascade=true").status == 204)
    #expect(yard.http.get("/db/chargers/A-CP").string("tariff_id") == nil)
    #expect(yard.cost(first).lines == ["energy 1 50"])
    // Again under the same id, it goes on counting.
    yard.tariff("T", #"{"per_kwh":2}"#)
    #expect(yard.http.get(path).int("version") == 5)
  }

  @Test("While it charges, an app sees what it costs so far, and at the end what it cost")
  func estimate() throws {
    let yard = try Yard()
    yard.tariff("T", #"{"per_kwh":0.40,"per_minute":0.10}"#)
    yard.attach("sites/A-S", "T")
    let id = yard.start("03:00:05")
    yard.read(id, "03:02:05", 1_000)
    func status() -> HTTPClient.Reply {
      yard.http.get("/api/ocpp/session-status/?transaction_id=\(id)")
    }
    #expect(status().string("estimated_cost") == "0.80")
    #expect(status().int("estimated_cost_minor") == 80 && status().string("currency") == "EUR")
    yard.server.clock.advance(milliseconds: 60_000)
    #expect(status().string("estimated_cost") == "0.90")
    let listed = yard.http.get("/api/ocpp/sessions").list("sessions")
    #expect(listed.first?["estimated_cost"] as? String == "0.90")
    #expect(yard.cost(id).json["is_final"] as? Bool == false)

    yard.stop(id, "03:05:05", meter: 2_000)

    #expect(status().string("estimated_cost") == "1.30")
    #expect(yard.session(id).int("cost") == 130)
    #expect(yard.cost(id).lines == ["energy 2 80", "time 300 50"])
  }

  @Test("A discount is taken off; what follows from a tariff is not changed by hand")
  func discount() throws {
    let yard = try Yard()
    yard.tariff("T", #"{"per_kwh":1}"#)
    yard.attach("companies/A", "T")
    let id = yard.start()
    yard.stop(id, meter: 2_500)
    let path = "/db/charge-sessions/\(id)"
    let changed = yard.http.patch(path, #"{"discount":50}"#)
    #expect(changed.string("discount_decimal") == "0.50" && changed.int("cost") == 250)
    #expect(yard.cost(id).int("payable") == 200)
    for body in [#"{"cost":1}"#, #"{"currency":"USD"}"#, #"{"pricing_plan_id":"x"}"#] {
      #expect(yard.http.patch(path, body).status == 400)
    }
    #expect(yard.http.patch(path, #"{"cost":250,"currency":"EUR"}"#).status == 200)
    #expect(yard.http.patch(path, #"{"discount":-1}"#).status == 400)
    #expect(yard.session(id).int("cost") == 250)
  }

  @Test("What a meter cannot have measured is not billed, and the cost says why")
  func anomaly() throws {
    let yard = try Yard()
    yard.tariff("T", #"{"per_kwh":1}"#)
    yard.attach("companies/A", "T")
    let id = yard.start("02:00:00", meter: 1_000)
    yard.read(id, "02:10:00", 2_000)
    yard.stop(id, "03:00:00", meter: 2_000_000_000)
    #expect(yard.session(id).int("cost") == 100)
    #expect(yard.cost(id).json["flags"] as? [String] == ["meter_jump"])
    // A clock ahead of ours: no time, and the price of the moment in which it was heard of.
    let future = yard.start("23:00:00")
    yard.stop(future, "23:30:00", meter: 3_000)
    #expect(yard.cost(future).json["flags"] as? [String] == ["future_time"])
    #expect(yard.cost(future).json["is_time_charged"] as? Bool == false)
  }

  @Test(
    "A late stop corrects the cost of a session that was closed without one, a late reading none")
  func corrections() throws {
    let yard = try Yard()
    yard.tariff("T", #"{"per_kwh":1,"per_minute":0.10}"#)
    yard.attach("companies/A", "T")
    let id = yard.start("02:00:00")
    yard.read(id, "02:10:00", 1_000)
    _ = yard.station.ask(
      #"[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available","timestamp":"2026-01-02T02:30:00Z"}]"#
    )
    #expect(yard.session(id).int("cost") == 200)
    yard.read(id, "02:15:00", 1_500)
    #expect(yard.session(id).int("cost") == 300)
    // It goes on: what was closed has no cost.
    yard.read(id, "02:40:00", 2_000)
    #expect(yard.session(id).json["cost"] == nil)
    yard.stop(id, "03:00:00", meter: 3_000)
    #expect(yard.session(id).int("cost") == 900)
    let before = yard.cost(id).text
    yard.read(id, "02:50:00", 2_900)
    #expect(yard.cost(id).text == before)
    #expect(yard.session(id).int("cost") == 900)
  }

  @Test("An app's payment is due in the amount of the cost, without the discount")
  func payment() throws {
    let yard = try Yard()
    yard.tariff("T", #"{"per_kwh":1,"per_start":0.50}"#)
    yard.attach("chargers/A-CP", "T")
    let replies = Inbox<HTTPClient.Reply>()
    let http = yard.http
    Thread.detachNewThread {
      replies.post(
        http.post(
          "/api/ocpp/initiate-charging/",
          #"{"station_id":"A-CP","connector_id":1,"user_id":"u","payment_transaction_id":"p"}"#))
    }
    let call = try #require(yard.station.receive())
    let parts = call.split(separator: "\"")
    let id = String(parts[1])
    let tag = try #require(parts.first { $0.hasPrefix("APP:") })
    yard.station.send("[3,\"\(id)\",{\"status\":\"Accepted\"}]")
    let made = try #require(replies.take()?.json["data"] as? [String: Any])
    let session = try #require(made["transaction_id"] as? Int)
    #expect(yard.start(tag: String(tag)) == session)
    _ = yard.http.patch("/db/charge-sessions/\(session)", #"{"discount":20}"#)

    yard.stop(session, meter: 2_000)

    #expect(yard.session(session).int("cost") == 250)
    #expect(yard.session(session).int("payment_amount") == 230)
    #expect(yard.session(session).string("payment_amount_decimal") == "2.30")
    _ = yard.http.patch("/db/charge-sessions/\(session)", #"{"discount":100}"#)
    #expect(yard.session(session).int("payment_amount") == 150)
  }

  @Test("No tariff, no cost: 404 says why")
  func none() throws {
    let yard = try Yard()
    let id = yard.start()
    yard.stop(id, meter: 1_000)
    #expect(yard.cost(id).status == 404)
    #expect(yard.cost(id).string("detail")?.contains("had a tariff when it began") == true)
    #expect(yard.cost(99).status == 404)
    #expect(yard.http.patch("/db/charge-sessions/\(id)", #"{"cost":350}"#).int("cost") == 350)
  }
}
