import StationCore
import Testing

@Suite("The electric vehicle")
struct ElectricVehicleTests {
  private func settled(_ vehicle: ElectricVehicle, _ offered: Int64) -> ElectricVehicle {
    var vehicle = vehicle
    _ = vehicle.advance(by: 15_000, offered: offered)
    return vehicle
  }

  @Test("It draws what it is offered on the phases it has, and no more than its charger takes")
  func phases() {
    let three = settled(ElectricVehicle(), 10_000)
    #expect(three.draw == .init(power: 6_900, current: 10_000, phases: 3))
    let one = settled(ElectricVehicle(.init(phases: 1)), 10_000)
    #expect(one.draw == .init(power: 2_300, current: 10_000, phases: 1))
    #expect(one.draw.currents == (10_000, 0, 0))
    let limited = settled(ElectricVehicle(), 32_000)
    #expect(limited.draw.current == 16_000)
    var onOnePhase = ElectricVehicle()
    _ = onOnePhase.advance(by: 15_000, offered: 10_000, phases: 1)
    #expect(onOnePhase.draw == .init(power: 2_300, current: 10_000, phases: 1))
  }

  @Test("Less than six amperes are no offer, and a lower limit is followed at once")
  func offers() {
    #expect(settled(ElectricVehicle(), 5_999).draw.power == 0)
    var vehicle = settled(ElectricVehicle(), 16_000)
    _ = vehicle.advance(by: 1, offered: 8_000)
    #expect(vehicle.draw.current == 8_000)
    #expect(vehicle.advance(by: 60_000, offered: 0) == 0)
    #expect(vehicle.draw == .init())
  }

  @Test("Power rises over ten seconds")
  func ramp() {
    var vehicle = ElectricVehicle(.init(maximumCurrent: 500_000, maximumPower: 150_000))
    var powers: [Int64] = []
    for _ in 0..<12 {
      _ = vehicle.advance(by: 1_000, offered: 500_000)
      powers.append(vehicle.draw.power)
    }
    #expect(powers[0] == 15_000)
    #expect(zip(powers, powers.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(powers[10] >= 150_000)
  }

  @Test("What the meter counts arrives in the battery, less the losses, and ends at full")
  func charge() {
    var vehicle = ElectricVehicle(.init(capacity: 10_000), charge: 0)
    var metered: Int64 = 0
    var last: Int64 = 0
    for _ in 0..<(3 * 3_600) {
      metered += vehicle.advance(by: 1_000, offered: 16_000)
      #expect(vehicle.charge >= last)
      last = vehicle.charge
    }
    #expect(vehicle.isFull && vehicle.charge == 1_000)
    #expect(vehicle.draw.power == 0)
    // 10 kWh at 92 % are 10.87 kWh of the grid; the last second may be more than was missing.
    #expect((10_869...10_875).contains(metered / 3_600_000))
  }

  @Test("From 80 % on it draws less and less")
  func taper() {
    func power(_ charge: Int64) -> Int64 {
      let kind = ElectricVehicle.Kind(maximumCurrent: 500_000, maximumPower: 100_000)
      return settled(ElectricVehicle(kind, charge: charge), 500_000).draw.power
    }
    let curve = [500, 800, 850, 900, 950, 990].map { power($0) }
    #expect(curve[0] == 108_695)
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 >= $1 })
    #expect((10_000...20_000).contains(curve[5]))
  }

  @Test("A cold battery takes less, a hot one too, and charging warms it")
  func temperature() {
    func power(_ degrees: Int64) -> Int64 {
      let kind = ElectricVehicle.Kind(maximumCurrent: 500_000, maximumPower: 100_000)
      let vehicle = ElectricVehicle(kind, charge: 300, temperature: degrees * 1_000)
      return settled(vehicle, 500_000).draw.power
    }
    #expect(power(-10) < power(5) && power(5) < power(20))
    #expect(power(50) < power(30) && power(65) == 0 && power(-30) == 0)

    var vehicle = ElectricVehicle(.init(maximumCurrent: 500_000, maximumPower: 150_000), charge: 0)
    _ = vehicle.advance(by: 600_000, offered: 500_000)
    let warm = vehicle.temperature
    #expect(warm > 22_000)
    _ = vehicle.advance(by: 4 * 3_600_000, offered: 0)
    #expect(vehicle.temperature < warm && vehicle.temperature >= 20_000)
  }
}
