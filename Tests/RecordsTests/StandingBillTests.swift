import API
import CSMSCore
import Foundation
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Bills that stand")
struct StandingBillTests {
  @Test("A finished bill does not change with what its station can deliver")
  func power() throws {
    let yard = try Yard()
    yard.tariff("T", #"{"per_kwh":1}"#)
    yard.attach("companies/A", "T")
    let id = yard.start("02:00:00")
    yard.stop(id, "03:00:00", meter: 30_000)
    #expect(yard.session(id).int("cost") == 3_000)
    let policy = yard.http.put("/charge-points/A-CP/policy", #"{"maximum_power_w":11000}"#)
    #expect(policy.status == 200, "\(policy.text)")
    #expect(yard.cost(id).int("cost") == 3_000 && yard.cost(id).int("energy_wh") == 30_000)
    // What ends from now on is judged by it.
    let next = yard.start("03:00:30")
    yard.stop(next, "03:03:30", meter: 30_000)
    #expect(yard.session(next).int("cost") == 0 && yard.cost(next).int("cost") == 0)
  }

  @Test("One reading from the future does not bill the time until then")
  func future() throws {
    let yard = try Yard()
    yard.tariff("T", #"{"per_kwh":0.40,"per_minute":0.05}"#)
    yard.attach("companies/A", "T")
    let id = yard.start("02:00:00")
    yard.read(id, "02:10:00", 5_000)
    _ = yard.station.ask(
      #"[2,"m","MeterValues",{"connectorId":1,"transactionId":\#(id),"meterValue":[{"timestamp":"2027-01-02T02:20:00Z","sampledValue":[{"value":"7000"}]}]}]"#
    )
    yard.free("02:21:40")
    let session = yard.session(id)
    #expect(session.string("status") == "completed" && session.int("cost") == 280)
    #expect(yard.cost(id).int("cost") == 280)
    #expect(yard.cost(id).json["flags"] as? [String] == ["future_time", "zombie"])
    #expect(yard.cost(id).string("end")?.hasPrefix("2026-01-02T02:21:40") == true)
  }

  @Test("A session closed by proof is over for apps too: its time does not go on")
  func reconciled() throws {
    let yard = try Yard()
    let id = yard.start("02:00:00")
    yard.read(id, "02:10:00", 5_000)
    yard.free("02:20:00")
    yard.server.clock.advance(milliseconds: 60_000)
    let status = yard.http.get("/api/ocpp/session-status/?transaction_id=\(id)")
    #expect(status.string("status") == "completed", "\(status.text)")
    #expect(status.int("duration_seconds") == 1_200)
    #expect(status.string("stop_time")?.hasPrefix("2026-01-02T02:20:00") == true)
    #expect(status.text.contains(#""energy_consumed_kwh":5.000"#))
  }
}

extension Yard {
  /// The connector is free.
  fileprivate func free(_ time: String) {
    _ = station.ask(
      #"[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available","timestamp":"2026-01-02T\#(time)Z"}]"#
    )
  }
}

extension AppFlowTests {
  @Test("A session that goes on after all owes what its end says, not what was thought its end")
  func reopened() throws {
    let (server, station) = try ready()
    let http = server.http
    #expect(http.post("/db/companies/", #"{"id":"A","name":"A"}"#).status == 201)
    #expect(
      http.post(
        "/db/companies/A/tariffs/",
        #"{"id":"T","name":"T","currency":"EUR","definition":{"prices":[{"per_kwh":1}]}}"#
      ).status == 201)
    #expect(http.patch("/db/companies/A", #"{"tariff_id":"T"}"#).status == 200)
    try server.store.write { editor throws(StoreError) in
      try editor.assignStation("CP1", to: "A")
    }
    let (reply, tag) = try initiate(server, station)
    let data = try #require(reply.json["data"] as? [String: Any])
    let id = try #require(data["transaction_id"] as? Int)
    _ = start(station, tag)
    func said() -> [String?] {
      let session = http.get("/db/charge-sessions/\(id)")
      return [
        session.int("cost").map { "\($0)" }, session.int("payment_amount").map { "\($0)" },
        session.string("payment_status"),
      ]
    }
    func free(_ time: String) {
      _ = station.ask(
        #"[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available","timestamp":"2026-01-02T\#(time)Z"}]"#
      )
    }
    func read(_ time: String, _ meter: Int) {
      _ = station.ask(
        #"[2,"m","MeterValues",{"connectorId":1,"transactionId":\#(id),"meterValue":[{"timestamp":"2026-01-02T\#(time)Z","sampledValue":[{"value":"\#(meter)"}]}]}]"#
      )
    }
    server.clock.advance(milliseconds: 3_600_000)

    read("03:14:05", 6_000)
    free("03:15:00")
    #expect(said() == ["500", "500", "authorized"])
    // Its stop does not come.
    server.clock.advance(milliseconds: LedgerLimits.stopGraceMilliseconds)
    _ = station.ask(
      #"[2,"o","StatusNotification",{"connectorId":2,"errorCode":"NoError","status":"Available"}]"#)
    #expect(said() == ["500", "500", "completed"])
    read("03:30:00", 21_000)
    #expect(said() == [nil, nil, "authorized"])
    _ = station.ask(
      #"[2,"e","StopTransaction",{"transactionId":\#(id),"meterStop":41000,"timestamp":"2026-01-02T04:00:00Z"}]"#
    )
    #expect(said() == ["4000", "4000", "completed"])
  }
}
