import Billing
import CSMSCore
import OCPP16
import OCPPJSON
import Tariffs
import Testing

@Suite("What a transaction costs")
struct SessionBillTests {
  /// A Wednesday, 10:00 in Berlin.
  private let start = DateTime(milliseconds: 1_780_473_600_000)

  private func at(_ minute: Int64, _ energy: Int) -> RegisterPoint {
    RegisterPoint(
      time: DateTime(milliseconds: start.milliseconds + minute * 60_000), energy: energy)
  }

  private func packed(_ points: [RegisterPoint]) -> [UInt8] {
    MeterPacking.pack(
      points.map {
        MeterValue(timestamp: $0.time, sampledValue: [SampledValue(value: Text("\($0.energy)"))])
      })
  }

  private func session(
    _ definition: Text = #"{"prices":[{"per_kwh":0.50,"per_minute":0.10,"per_idle_minute":0.20}]}"#,
    stop: RegisterPoint?, flags: TransactionFlags = []
  ) -> BillableSession {
    var session = BillableSession(
      id: 1, start: at(0, 1_000), isOver: stop != nil, flags: flags, arrivedAt: at(600, 0).time,
      rule: RegisterRule(maximumPower: 22_000))
    session.stop = stop
    session.timeZone = "Europe/Berlin"
    session.terms = TariffVersion(
      tariff: "T", version: 3, name: "Day", currency: "EUR", definition: definition,
      createdAt: start)
    return session
  }

  private func bill(
    _ session: BillableSession, _ readings: [RegisterPoint] = [], now: Int64 = 0
  ) throws -> SessionBill {
    try #require(
      try SessionBill(session, readings: packed(readings), now: at(now, 0).time))
  }

  private func said(_ bill: SessionBill) -> [String] {
    bill.cost.lines.map { "\($0.item.word) \($0.quantity) \($0.amount)" }
  }

  @Test("Energy by the registers, time by the dates, idle from the reading at which it stood")
  func plain() throws {
    let found = try bill(
      session(stop: at(60, 6_000)), [at(30, 6_000), at(45, 6_000)])
    #expect(said(found) == ["energy 5000 250", "time 3600000 600", "idle 1800000 600"])
    #expect(found.timeZone == "Europe/Berlin" && found.doubts == [])
    // Nobody read the meter in between: nobody knows when the car was full.
    let blind = try bill(session(stop: at(60, 6_000)))
    #expect(said(blind) == ["energy 5000 250", "time 3600000 600"])
  }

  @Test("While it charges: time until now, idle no further than the last reading")
  func live() throws {
    let found = try bill(session(stop: nil), [at(10, 3_000), at(20, 3_000)], now: 45)
    #expect(said(found) == ["energy 2000 100", "time 2700000 450", "idle 600000 200"])
    let early = try bill(session(stop: nil), now: -5)
    #expect(early.cost.total == 0)
  }

  @Test("Closed without a stop: what readings prove, and no time after the last of them")
  func reconciled() throws {
    var open = session(stop: nil, flags: .zombie)
    open.isOver = true
    let found = try bill(open, [at(10, 3_000)], now: 5_000)
    #expect(said(found) == ["energy 2000 100", "time 600000 100"])
    #expect(found.doubts == .zombie)
    #expect(try bill(open, now: 5_000).cost.total == 0)
  }

  @Test("A jump, a register that goes backwards: only proven energy, and it says so")
  func anomalies() throws {
    let jump = try bill(
      session(stop: at(60, 501_000), flags: .meterJump), [at(20, 4_000), at(40, 498_000)])
    #expect(said(jump).first == "energy 6000 300")
    #expect(jump.doubts == .meterJump)
    let back = try bill(session(stop: at(60, 10), flags: .meterDecrease))
    // Nobody knows whether energy flowed: the time is no idle time.
    #expect(said(back) == ["time 3600000 600"])
    #expect(back.doubts == .meterDecrease)
  }

  @Test(
    "Dates that cannot be believed: no time, and the energy at the price when it was heard of",
    arguments: [
      TransactionFlags.futureTime, .pastTime, .stopBeforeStart,
    ])
  func dates(flag: TransactionFlags) throws {
    let definition: Text =
      #"{"prices":[{"from":"08:00","until":"18:00","per_kwh":0.50,"per_minute":1,"per_idle_minute":1},{"per_kwh":0.30}]}"#
    // It was heard of ten hours after its start: in the evening.
    let found = try bill(session(definition, stop: at(60, 6_000), flags: flag), [at(30, 6_000)])
    #expect(said(found) == ["energy 5000 150"])
    #expect(found.doubts == flag && found.usage.undated != nil)
  }

  @Test("A date of long ago has the local hour of the moment at which it was heard of, in any zone")
  func oldDate() throws {
    let definition: Text =
      #"{"prices":[{"from":"22:00","until":"23:00","per_kwh":0.10},{"per_kwh":0.90}]}"#
    for (zone, hour) in [("Europe/Istanbul", 19), ("Europe/Berlin", 20), ("UTC", 22)] {
      var old = session(definition, stop: nil, flags: .pastTime)
      old.start.time = DateTime(milliseconds: 946_690_000_000)
      old.stop = RegisterPoint(
        time: DateTime(milliseconds: 946_693_600_000), energy: old.start.energy + 10_000)
      old.isOver = true
      old.timeZone = Text(zone)
      // In summer: 22:30 there.
      old.arrivedAt = DateTime(
        milliseconds: start.milliseconds / 86_400_000 * 86_400_000 + Int64(hour) * 3_600_000
          + 1_800_000)
      #expect(try said(bill(old)) == ["energy 10000 100"], "\(zone)")
    }
  }

  @Test(
    "Closed without a stop: no time beyond what proves that it is over, however readings are dated")
  func misdated() throws {
    var open = session(stop: nil, flags: .zombie)
    open.isOver = true
    open.overBy = at(30, 0).time
    let found = try bill(open, [at(10, 3_000), at(525_600, 4_000)])
    #expect(said(found) == ["energy 3000 150", "time 1800000 300"])
    open.overBy = at(-30, 0).time
    #expect(said(try bill(open, [at(10, 3_000)])) == ["energy 2000 100"])
  }

  @Test("Meter values that come after the end change nothing")
  func late() throws {
    var over = session(stop: at(60, 6_000))
    let first = try bill(over, [at(45, 6_000)])
    over.keptCost = first.cost.total
    over.meterRecords = 1
    let again = try bill(over, [at(45, 6_000), at(20, 6_000)])
    #expect(again.cost == first.cost)
    over.meterRecords = nil
    #expect(try bill(over, [at(45, 6_000), at(20, 6_000)]).cost != first.cost)
  }

  @Test("The discount is taken off, the site's tax is in it, an unknown zone is UTC")
  func rest() throws {
    var over = session(#"{"prices":[{"per_kwh":1.19}]}"#, stop: at(60, 2_000))
    over.discount = 19
    over.taxRate = "0.19"
    over.timeZone = "Mars/Olympus"
    let found = try bill(over)
    #expect(found.cost.total == 119 && found.cost.tax == 19 && found.payable == 100)
    #expect(found.timeZone == "UTC")
    over.taxRate = "nonsense"
    #expect(try bill(over).cost.tax == 0)
  }

  @Test("No tariff, no cost; a tariff that cannot be read says what is wrong with it")
  func broken() throws {
    var none = session(stop: at(60, 6_000))
    none.terms = nil
    #expect(try SessionBill(none, readings: [], now: start).map(\.cost) == nil)
    let fault = #expect(throws: TariffFault.self) {
      try SessionBill(session(#"{"a":1}"#, stop: nil), readings: [], now: start)
    }
    #expect(fault.map { "\($0)" } == "definition has a member that tariffs do not have")
    var foreign = session(stop: nil)
    foreign.terms?.currency = "XXX"
    #expect(throws: TariffFault.self) { try SessionBill(foreign, readings: [], now: start) }
  }
}
