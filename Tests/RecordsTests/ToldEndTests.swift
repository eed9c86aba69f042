import API
import CSMSCore
import Foundation
import OCPPJSON
import Store
import TestKit
import Testing

/// Ends that others than the station tell, and what the station says afterwards.
@Suite("Ends that others tell")
struct ToldEndTests {
  private func priced(_ options: LocalServer.Options = .init()) throws -> Yard {
    let yard = try Yard(options)
    yard.tariff("T", #"{"per_kwh":1}"#)
    yard.attach("companies/A", "T")
    return yard
  }

  private func transaction(_ yard: Yard, _ id: Int) -> (
    status: String?, energy: Int?, flags: [String], reason: String?
  ) {
    let row = yard.http.get("/transactions/\(id)")
    let why = row.json["reconciliation"] as? [String: Any]
    // All of it is told an hour after it was.
    let flags = (row.json["flags"] as? [String] ?? []).filter { $0 != "reported_late" }
    return (
      row.string("status"), row.int("billable_energy_wh"), flags,
      why?["reason"] as? String
    )
  }

  @Test("What was ended by hand is billed as told until the station's own stop comes")
  func byHand() throws {
    let yard = try priced()
    let id = yard.start("02:00:00")
    yard.read(id, "02:10:00", 1_000)
    let ended = yard.http.put("/db/charge-sessions/\(id)/end", #"{"meter_stop":1000}"#)
    #expect(ended.status == 200 && ended.int("cost") == 100, "\(ended.text)")
    #expect(ended.string("end") != nil && ended.int("energy_wh") == 1_000)
    #expect(transaction(yard, id) == ("completed", 1_000, [], "told_by_hand"))
    #expect(
      yard.http.put("/db/charge-sessions/\(id)/end", #"{"meter_stop":900}"#).status == 409)

    yard.stop(id, "03:03:00", meter: 20_000)
    #expect(transaction(yard, id) == ("completed", 20_000, ["late_stop"], "told_by_hand"))
    #expect(yard.session(id).int("cost") == 2_000 && yard.cost(id).int("cost") == 2_000)
    // It is the station's now: a copy changes nothing, nor does another.
    yard.stop(id, "03:03:00", meter: 20_000)
    yard.stop(id, "03:03:00", meter: 30_000)
    #expect(transaction(yard, id).energy == 20_000 && yard.session(id).int("cost") == 2_000)
  }

  @Test("Readings of before the told end that prove more count at once, the stop afterwards")
  func readings() throws {
    let yard = try priced()
    let id = yard.start("02:00:00")
    yard.read(id, "02:10:00", 1_000)
    _ = yard.http.put("/db/charge-sessions/\(id)/end", #"{"meter_stop":1000}"#)

    // One that says no more changes nothing.
    yard.read(id, "02:20:00", 900)
    #expect(transaction(yard, id).status == "completed")
    yard.read(id, "03:00:00", 15_000)
    let closed = transaction(yard, id)
    #expect(closed.status == "reconciled" && closed.energy == 15_000)
    #expect(closed.reason == "told_by_hand" && yard.session(id).int("cost") == 1_500)
    #expect(yard.http.get("/statistics").status == 200)

    yard.stop(id, "03:03:00", meter: 20_000)
    let stopped = transaction(yard, id)
    #expect(stopped.status == "completed" && stopped.energy == 20_000)
    #expect(stopped.flags.contains("late_stop") && yard.cost(id).int("cost") == 2_000)
  }

  @Test("A reading from after the told end shows that it goes on")
  func goesOn() throws {
    let yard = try priced()
    let id = yard.start("02:00:00")
    yard.read(id, "02:10:00", 1_000)
    _ = yard.http.put("/db/charge-sessions/\(id)/end", #"{"meter_stop":1000}"#)
    yard.server.clock.advance(milliseconds: 3_600_000)
    yard.read(id, "03:08:00", 1_000)
    #expect(transaction(yard, id).status == "completed", "within what clocks may differ")
    yard.read(id, "03:30:00", 9_000)
    #expect(transaction(yard, id) == ("active", nil, ["reopened"], nil))
    #expect(yard.session(id).int("cost") == nil && yard.session(id).string("end") == nil)
    #expect(yard.http.get("/transactions/\(id)").int("meter_stop") == nil)
    yard.stop(id, "03:40:00", meter: 12_000)
    #expect(transaction(yard, id) == ("completed", 12_000, ["reopened"], nil))
    #expect(yard.session(id).int("cost") == 1_200)
  }

  @Test("A stop that another backend tells gives way to the station's own")
  func webhook() throws {
    var options = LocalServer.Options()
    options.api.webhook = WebhookOptions(isUnsigned: true)
    let yard = try priced(options)
    let id = yard.start("02:00:00")
    yard.read(id, "02:10:00", 500)
    func told(_ data: String) {
      let reply = yard.http.post(
        "/api/ocpp/webhook/",
        #"{"type":"session_stopped","station_id":"A-CP","transaction_id":\#(id),"data":\#(data)}"#)
      #expect(reply.status == 200, "\(reply.text)")
    }
    told("{}")
    #expect(transaction(yard, id) == ("completed", 500, [], "told_by_backend"))
    // Another word of the kind changes nothing.
    told(#"{"meter_value":700}"#)
    #expect(transaction(yard, id).energy == 500)

    yard.stop(id, "03:03:00", meter: 12_000)
    #expect(transaction(yard, id).energy == 12_000 && yard.session(id).int("cost") == 1_200)
    told(#"{"meter_value":100}"#)
    #expect(transaction(yard, id).energy == 12_000)
  }

  @Test(
    "A session that is over by proof takes what is told when that says no less than its readings")
  func afterProof() throws {
    var options = LocalServer.Options()
    options.api.webhook = WebhookOptions(isUnsigned: true)
    let yard = try priced(options)
    let id = yard.start("02:00:00")
    yard.read(id, "02:30:00", 5_000)
    _ = yard.station.ask(
      #"[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available","timestamp":"2026-01-02T02:50:00Z"}]"#
    )
    for (meter, energy) in [(3_000, 5_000), (6_000, 6_000)] {
      let reply = yard.http.post(
        "/api/ocpp/webhook/",
        #"{"type":"session_stopped","transaction_id":\#(id),"data":{"meter_value":\#(meter)}}"#)
      #expect(reply.status == 200 && transaction(yard, id).energy == energy)
    }
    yard.stop(id, "02:49:00", meter: 7_000)
    #expect(transaction(yard, id).energy == 7_000 && yard.session(id).int("cost") == 700)
  }

  @Test(
    "What is told by hand and less than the readings prove is not billed; no end is in the future")
  func lessThanProven() throws {
    let yard = try priced()
    let id = yard.start("02:00:00")
    yard.read(id, "02:10:00", 5_000)
    let path = "/db/charge-sessions/\(id)/end"
    let future = yard.http.put(path, #"{"meter_stop":6000,"end":"2026-01-04T00:00:00Z"}"#)
    #expect(future.status == 422 && transaction(yard, id).status == "active")
    #expect(yard.http.put(path, #"{"meter_stop":1000}"#).status == 200)
    let closed = transaction(yard, id)
    #expect(closed.status == "reconciled" && closed.energy == 5_000)
    #expect(closed.reason == "told_by_hand" && yard.session(id).int("cost") == 500)
    yard.stop(id, "02:20:00", meter: 6_000)
    #expect(transaction(yard, id).energy == 6_000 && yard.session(id).int("cost") == 600)
  }

  @Test("The end of a station whose socket is away is only told by a bridge")
  func bridgeOfAnAbsentStation() throws {
    let yard = try priced()
    let id = yard.start("02:00:00")
    yard.read(id, "02:10:00", 1_000)
    yard.station.close()
    #expect(
      TestKit.eventually {
        yard.http.get("/charge-points/A-CP").json["is_online"] as? Bool == false
      })
    let reply = yard.http.post(
      "/db/ocpp/session/end",
      #"{"charger_id":"A-CP","transaction_id":\#(id),"meter_value":1000}"#)
    #expect(reply.status == 200 && transaction(yard, id).reason == "told_by_backend")
  }

  @Test("A bridge is the voice of what it named; of a station with a socket it only tells")
  func bridge() throws {
    let yard = try priced()
    func end(_ charger: String, _ id: Int, _ meter: Int) {
      let reply = yard.http.post(
        "/db/ocpp/session/end",
        #"{"charger_id":"\#(charger)","transaction_id":\#(id),"meter_value":\#(meter)}"#)
      #expect(reply.status == 200, "\(reply.text)")
    }
    let id = yard.start("02:00:00")
    end("A-CP", id, 1_000)
    #expect(transaction(yard, id).reason == "told_by_backend")
    yard.stop(id, "03:00:00", meter: 4_000)
    #expect(transaction(yard, id).energy == 4_000)

    #expect(
      yard.http.post(
        "/db/companies/A/sites/A-S/chargers/", #"{"id":"A-B","name":"Bridged"}"#
      ).status == 201)
    let begun = yard.http.post(
      "/db/ocpp/session/start",
      #"{"charger_id":"A-B","connector_id":1,"id_tag":"A-CARD","transaction_id":77}"#)
    let bridged = try #require(begun.int("transaction_id"), "\(begun.text)")
    end("A-B", 77, 1_000)
    end("A-B", 77, 4_000)
    #expect(transaction(yard, bridged).reason == nil)
    #expect(transaction(yard, bridged).energy == 1_000)
    #expect(transaction(yard, bridged).flags == ["stop_differs"])
  }
}
