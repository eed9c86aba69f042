import OCPPJSON
import StationCore
import Testing

@Suite("The vehicle and the meter")
struct BatteryTests {
  private let battery = Battery(capacity: 10_000, initialCharge: 0, maximumPower: 20_000)

  @Test("Power rises for ten seconds, to the less of what is offered and what is taken")
  func ramp() {
    #expect(battery.power(elapsed: -5, energy: 0, offered: 11_000) == 0)
    #expect(battery.power(elapsed: 0, energy: 0, offered: 11_000) == 0)
    #expect(battery.power(elapsed: 5_000, energy: 0, offered: 11_000) == 5_500)
    #expect(battery.power(elapsed: 9_999, energy: 0, offered: 11_000) == 10_998)
    #expect(battery.power(elapsed: 10_000, energy: 0, offered: 11_000) == 11_000)
    #expect(battery.power(elapsed: 10_000, energy: 0, offered: 50_000) == 20_000)
  }

  @Test("From 80 % on it draws less and less, a tenth just before it is full, then nothing")
  func taper() {
    func power(_ perMille: Int64) -> Int64 {
      battery.power(elapsed: 60_000, energy: perMille * 10, offered: 10_000)
    }
    #expect(power(800) == 10_000)
    #expect(power(900) == 5_500)
    #expect(power(999) == 1_040)
    #expect(power(1_000) == 0)
    #expect(power(2_000) == 0)
    let curve = (800...1_000).map { power($0) }
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test("The state of charge follows the energy and ends at full")
  func charge() {
    let battery = Battery(capacity: 50_000, initialCharge: 220, maximumPower: 1)
    #expect(battery.charge(after: 0) == 220)
    #expect(battery.charge(after: 25_000) == 720)
    #expect(battery.charge(after: 1_000_000) == 1_000)
    #expect(Battery(capacity: 0).capacity == 1)
  }

  @Test("The meter counts power over time, without losing what is less than a Wh")
  func meter() {
    var meter = EnergyMeter(register: 100)
    func at(_ milliseconds: Int64) -> DateTime { DateTime(milliseconds: milliseconds) }
    meter.advance(to: at(0), power: 999_999)
    #expect(meter.register == 100)
    for second in 1...3_600 as ClosedRange<Int64> {
      meter.advance(to: at(second * 1_000), power: 1)
    }
    #expect(meter.register == 101)
    // A clock that goes backwards takes nothing away.
    meter.advance(to: at(0), power: 1_000_000)
    #expect(meter.register == 101)
    meter.advance(to: at(3_600_000), power: 7)
    #expect(meter.register == 108)
  }
}
