import CSMSCore
import OCPP16
import OCPPJSON
import Testing

/// Minutes after the start of a transaction, and the register in Wh.
private typealias Reading = (minute: Int64, energy: Int)

private func point(_ reading: Reading) -> RegisterPoint {
  RegisterPoint(time: DateTime(milliseconds: reading.minute * 60_000), energy: reading.energy)
}

private func packed(_ readings: [Reading]) -> [UInt8] {
  MeterPacking.pack(
    readings.map {
      MeterValue(
        timestamp: point($0).time, sampledValue: [SampledValue(value: Text("\($0.energy)"))])
    })
}

private func course(
  _ start: Int, _ readings: [Reading], stop: Reading?, maximumPower: Int = 22_000
) -> EnergyCourse {
  EnergyCourse(
    start: point((0, start)), stop: stop.map { point($0) }, readings: packed(readings),
    rule: RegisterRule(maximumPower: maximumPower))
}

/// "0-20 2000": from and to in minutes, and the energy.
private func said(_ course: EnergyCourse) -> [String] {
  course.steps.map {
    "\($0.from.milliseconds / 60_000)-\($0.to.milliseconds / 60_000) \($0.energy)"
  }
}

@Suite("When the energy of a transaction flowed")
struct EnergyCourseTests {
  @Test("From reading to reading, and where nothing flowed nothing")
  func plain() {
    let found = course(1_000, [(20, 3_000), (40, 3_000)], stop: (60, 4_000))
    #expect(said(found) == ["0-20 2000", "20-40 0", "40-60 1000"])
    #expect(said(course(0, [], stop: (60, 5_000))) == ["0-60 5000"])
  }

  @Test("Readings that came in disorder are in the order of their dates")
  func disorder() {
    let found = course(0, [(40, 400), (20, 200)], stop: (60, 600))
    #expect(said(found) == ["0-20 200", "20-40 200", "40-60 200"])
  }

  @Test("An outlier is passed over; readings that contradict begin and end say nothing of when")
  func doubts() {
    #expect(
      said(course(0, [(20, 999_999_999), (40, 400)], stop: (60, 600))) == ["0-40 400", "40-60 200"])
    let other = course(50_000, [(10, 0), (20, 500)], stop: (60, 51_000))
    #expect(other.account.billable == 1_000)
    #expect(said(other) == ["0-60 1000"])
  }

  @Test("A register that jumped or began anew: the steps that are possible, and nothing between")
  func anomalies() {
    let jump = course(1_000, [(20, 4_000), (40, 8_000), (50, 498_000)], stop: (60, 501_000))
    #expect(said(jump) == ["0-20 3000", "20-40 4000", "50-60 3000"])
    let replaced = course(
      50_000, [(10, 52_000), (20, 54_000), (30, 0), (40, 2_000)], stop: (60, 5_000))
    #expect(said(replaced) == ["0-10 2000", "10-20 2000", "30-40 2000", "40-60 3000"])
  }

  @Test("Without a stop it ends with the last reading that is trusted")
  func open() {
    let found = course(0, [(10, 100), (20, 999_999_999)], stop: nil)
    #expect(said(found) == ["0-10 100"])
    #expect(found.readUntil.milliseconds == 600_000)
    let nothing = course(0, [], stop: nil)
    #expect(nothing.steps.isEmpty && nothing.readUntil.milliseconds == 0)
  }

  @Test("Whatever a meter does, the steps are what is billable, in the order of time")
  func anything() {
    for seed in UInt64(1)...2_000 {
      var state = seed &* 0x9E37_79B9_7F4A_7C15
      func roll(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
      var readings: [Reading] = []
      var energy = roll(2) == 0 ? 1_000 : 999_000
      let first = energy
      var minute: Int64 = 0
      for _ in 0..<roll(9) {
        minute += Int64(roll(30)) - (roll(8) == 0 ? 20 : 0)
        switch roll(10) {
        case 0: energy = roll(1_500_000)
        case 1: readings.append((minute, roll(2_000_000)))
        case 2: energy = (energy + roll(9_000)) % 1_000_000
        default: energy += roll(9_000)
        }
        readings.append((minute, energy))
      }
      let stop: Reading? = roll(4) == 0 ? nil : (minute + Int64(roll(60)) - 10, energy + roll(500))

      let found = course(first, readings, stop: stop)

      let sum = found.steps.reduce(0) { $0 + $1.energy }
      #expect(sum == found.account.billable, "seed \(seed)")
      #expect(found.steps.allSatisfy { $0.energy >= 0 && $0.from <= $0.to }, "seed \(seed)")
      #expect(
        zip(found.steps, found.steps.dropFirst()).allSatisfy { $0.from <= $1.from },
        "seed \(seed)")
    }
  }
}
