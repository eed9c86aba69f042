import OCPP16
import OCPPJSON
import Testing

@testable import CSMSCore

/// Minutes after the start, and the register as a station writes it, in kWh or (whole numbers) in Wh.
private typealias Reading = (minute: Int64, value: Text)

private func packed(_ readings: [Reading]) -> [UInt8] {
  MeterPacking.pack(
    readings.map { reading in
      let isKilo = reading.value.bytes.contains(0x2E)
      return MeterValue(
        timestamp: DateTime(milliseconds: reading.minute * 60_000),
        sampledValue: [SampledValue(value: reading.value, unit: isKilo ? .kWh : .wh)])
    })
}

private func point(_ minute: Int64, _ energy: Int) -> RegisterPoint {
  RegisterPoint(time: DateTime(milliseconds: minute * 60_000), energy: energy)
}

private func course(
  _ start: Int, _ readings: [Reading], stop: (minute: Int64, energy: Int)?
) -> EnergyCourse {
  EnergyCourse(
    start: point(0, start), stop: stop.map { point($0.minute, $0.energy) },
    readings: packed(readings), rule: RegisterRule(maximumPower: 22_000))
}

private func said(_ course: EnergyCourse) -> [String] {
  course.steps.map {
    "\($0.from.milliseconds / 60_000)-\($0.to.milliseconds / 60_000) \($0.energy)"
  }
}

@Suite("Readings that are rounded")
struct RegisterRoundingTests {
  @Test(
    "A stop within one unit of the last reading's last digit stands still: no doubt, and the car idles",
    arguments: [10_346, 10_354, 10_340, 10_350])
  func agreement(_ stop: Int) {
    let readings: [Reading] = [(30, "5.67"), (60, "10.35"), (75, "10.35"), (90, "10.35")]
    let found = course(1_000, readings, stop: (120, stop))
    #expect(found.account.flags == [] && found.account.billable == stop - 1_000)
    #expect(said(found).suffix(3) == ["60-75 0", "75-90 0", "90-120 0"])
    #expect(found.steps.reduce(0) { $0 + $1.energy } == stop - 1_000)
  }

  @Test("More than one unit is no rounding: back it is a doubt, forward it is energy")
  func disagreement() {
    let back = course(1_000, [(60, "10.35"), (90, "10.35")], stop: (120, 10_339))
    #expect(back.account.flags == .meterGlitch && back.account.billable == 9_339)
    let forth = course(1_000, [(60, "10.35"), (90, "10.35")], stop: (120, 10_360))
    #expect(said(forth).last == "90-120 10")
    // A digit more is a digit more.
    #expect(said(course(1_000, [(60, "10.35"), (90, "10.36")], stop: nil)).last == "60-90 10")
  }

  @Test("Steps back that each could be rounding are none when they add up")
  func drift() {
    let found = course(
      10_000, [(10, "10.40"), (20, "10.39"), (30, "10.38"), (40, "10.37"), (50, "10.36")],
      stop: nil)
    #expect(!found.account.flags.isEmpty)
    #expect(found.account.billable >= 360 && found.account.billable <= 400)
  }

  @Test("Whole watt-hours that trickle are energy, also beside a coarse reading")
  func trickle() {
    let found = course(
      10_000, [(10, "10340"), (20, "10.34"), (30, "10346"), (40, "10352")], stop: (50, 10_358))
    #expect(said(found).suffix(2) == ["30-40 6", "40-50 6"])
    #expect(found.account.flags == [] && found.account.billable == 358)
  }

  @Test("A coarse reading between two exact ones is no doubt, whichever way it was rounded")
  func between() {
    for middle in ["10.33", "10.34"] as [Text] {
      let same = course(10_000, [(10, "10331"), (20, middle), (30, "10331")], stop: (40, 10_331))
      #expect(same.account.flags == [])
      #expect(said(same).suffix(3) == ["10-20 0", "20-30 0", "30-40 0"])
      let more = course(10_000, [(10, "10331"), (20, middle), (30, "10339")], stop: (40, 10_339))
      #expect(more.account.flags == [] && more.account.billable == 339)
    }
  }

  @Test("What a first reading was rounded up by is never billed, nor less than nothing")
  func roundedUp() {
    let nothing = course(1_006, [(10, "1.00"), (20, "1.00")], stop: nil)
    #expect(nothing.account.billable == 0 && nothing.steps.allSatisfy { $0.energy == 0 })
    let little = course(1_006, [(10, "1.00"), (20, "1.02")], stop: nil)
    #expect(little.account.billable == 14 && little.steps.map(\.energy) == [0, 14])
    #expect(course(1_006, [(10, "1.00")], stop: (20, 1_001)).account.flags == .meterDecrease)
  }

  @Test("However readings are rounded, the steps are what is billable, and none is negative")
  func anything() {
    for seed in UInt64(1)...2_000 {
      var state = seed &* 0x9E37_79B9_7F4A_7C15
      func roll(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
      var energy = 1_000 + roll(30)
      let start = energy
      var readings: [Reading] = []
      for index in 0..<roll(12) {
        if roll(2) == 0 { energy += roll(30) }
        let tens = (energy + roll(10)) / 10
        let text = tens % 100 < 10 ? "0\(tens % 100)" : "\(tens % 100)"
        readings.append((Int64(index), Text(roll(3) == 0 ? "\(energy)" : "\(tens / 100).\(text)")))
      }
      let found = course(start, readings, stop: roll(3) == 0 ? nil : (20, energy + roll(12)))
      let sum = found.steps.reduce(0) { $0 + $1.energy }
      #expect(sum == found.account.billable, "seed \(seed)")
      #expect(found.steps.allSatisfy { $0.energy >= 0 }, "seed \(seed)")
      #expect(!found.account.flags.contains(.meterDecrease), "seed \(seed)")
    }
  }
}

@Suite("The register, gathered piece by piece")
struct RegisterPointsTests {
  private func one(_ minute: Int) -> [UInt8] { packed([(Int64(minute), Text("\(minute * 10)"))]) }

  @Test("Pieces are the whole, and no more records count than may")
  func pieces() {
    var whole = RegisterPoints()
    whole.add((0..<50).flatMap { one($0) })
    var pieces = RegisterPoints()
    for index in 0..<50 { pieces.add(one(index)) }
    #expect(pieces == whole && whole.records == 50 && whole.inOrder.count == 50)
    var few = RegisterPoints()
    for index in stride(from: 0, to: 50, by: 5) {
      few.add((index..<index + 5).flatMap { one($0) }, upTo: 12)
    }
    #expect(few.records == 12 && few.inOrder.last?.energy == 110)
  }

  @Test("Beyond its limit it thins out, and keeps the newest and the energy")
  func bounded() {
    var points = RegisterPoints(limit: 16)
    for index in 0..<1_000 {
      points.add(one(index))
      #expect(points.inOrder.count <= 17)
      #expect(points.inOrder.last?.energy == index * 10)
    }
    let account = EnergyAccount(
      start: point(0, 0), stop: nil, points: points, rule: RegisterRule(maximumPower: 22_000))
    #expect(account.billable == 9_990 && account.flags == [] && points.records == 1_000)
  }

  @Test("Numbers at the end of all numbers are no trap")
  func extremes() {
    let most: [Text] = [
      "999999999999999999", "-999999999999999999", "9223372036854775.0", "-9223372036854775.0",
      "0", "-1",
    ]
    for (a, first) in most.enumerated() {
      for (b, second) in most.enumerated() {
        for (c, third) in most.enumerated() {
          for start in [Int.min, -1, 0, Int.max] {
            for rule in [RegisterRule(), RegisterRule(maximumPower: .max)] {
              let bytes = packed([(1, first), (2, second), (3, third)])
              let found = EnergyCourse(
                start: point(0, start), stop: c == b ? nil : point(4, a == b ? .min : .max),
                readings: bytes, rule: rule)
              #expect(found.account.billable >= 0)
            }
          }
        }
      }
    }
  }
}
