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
        timestamp: point($0).time,
        sampledValue: [
          SampledValue(value: Text("\($0.energy)"), measurand: .energyActiveImportRegister)
        ])
    })
}

private func account(
  _ start: Int, _ readings: [Reading], stop: Reading?, maximumPower: Int = 22_000
) -> EnergyAccount {
  EnergyAccount(
    start: point((0, start)), stop: stop.map { point($0) }, readings: packed(readings),
    rule: RegisterRule(maximumPower: maximumPower))
}

@Suite struct EnergyAccountTests {
  @Test("The register's difference is the energy, and all of it is billable, readings or not")
  func plain() {
    for readings in [[], [(20, 3_000), (40, 7_000)]] as [[Reading]] {
      let result = account(1_000, readings, stop: (60, 11_000))
      #expect(result.energy == 10_000 && result.billable == 10_000 && result.flags == [])
    }
  }

  @Test("An outlier in between takes nothing away when begin and end agree, and is flagged")
  func glitch() {
    for outlier in [0, 999_999_999] {
      let result = account(1_000, [(20, 3_000), (30, outlier), (40, 7_000)], stop: (60, 11_000))
      #expect(result.energy == 10_000 && result.billable == 10_000)
      #expect(result.flags == .meterGlitch)
    }
  }

  @Test("A register that went backwards leaves the energy open; what readings prove is billable")
  func decrease() {
    let blind = account(50_000, [], stop: (60, 49_000))
    #expect(blind.energy == nil && blind.billable == 0 && blind.flags == .meterDecrease)

    // The meter was replaced by one that began at zero: 4 kWh before, 5 kWh after.
    let replaced = account(
      50_000, [(10, 52_000), (20, 54_000), (30, 0), (40, 2_000)], stop: (60, 5_000))
    #expect(replaced.energy == nil && replaced.billable == 9_000)
    #expect(replaced.flags == .meterDecrease)
  }

  @Test("More than the station can deliver is claimed, not billed; the possible steps are")
  func jump() {
    let blind = account(1_000, [], stop: (60, 501_000))
    #expect(blind.energy == 500_000 && blind.billable == 0 && blind.flags == .meterJump)

    let read = account(
      1_000, [(20, 4_000), (40, 8_000), (50, 498_000)], stop: (60, 501_000))
    #expect(read.energy == 500_000 && read.billable == 10_000 && read.flags == .meterJump)
  }

  @Test(
    "A register that runs over its end is counted across it: 32 and 31 bits, six to nine digits",
    arguments: [1 << 32, 1 << 31, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000])
  func wrap(_ size: Int) {
    let short = account(size - 2_000, [], stop: (60, 3_000))
    #expect(short.energy == 5_000 && short.billable == 5_000 && short.flags == .meterWrap)

    let read = account(size - 2_000, [(30, size - 1_000), (45, 500)], stop: (60, 3_000))
    #expect(read == short)
  }

  @Test("A small step back is no wrap, nor is one that takes more power than there is")
  func noWrap() {
    #expect(account(999_000, [], stop: (60, 998_900)).flags == .meterDecrease)
    #expect(account(500_000, [], stop: (60, 100)).flags == .meterDecrease)
    #expect(account((1 << 32) - 2_000, [], stop: (1, 90_000)).flags == .meterDecrease)
  }

  @Test("Registers past every number are no trap")
  func extremes() {
    for (start, stop) in [(Int.max, Int.min), (Int.min, Int.max), (0, Int.min), (0, Int.max)] {
      let result = account(start, [(1, 0)], stop: (2, stop))
      #expect(result.billable < 50_000 && !result.flags.isEmpty)
    }
  }

  @Test("Dates in disorder prove no duration: a car's battery is believed, not more")
  func disorder() {
    let small = account(1_000, [], stop: (-10, 51_000))
    #expect(small.billable == 50_000 && small.flags == .stopBeforeStart)
    let big = account(1_000, [], stop: (-10, 901_000))
    #expect(big.billable == 0 && big.flags == [.stopBeforeStart, .meterJump])
  }

  @Test("Without a stop the readings are all there is, in whatever order they came")
  func noStop() {
    let result = account(1_000, [(30, 6_000), (10, 2_000), (20, 4_000)], stop: nil)
    #expect(result.energy == 5_000 && result.billable == 5_000 && result.flags == [])
    #expect(CSMSCoreTests.account(1_000, [], stop: nil).billable == 0)
  }

  @Test("Only the import register of all phases at the outlet counts, in whole Wh")
  func readings() {
    let value = { (text: Text, change: (inout SampledValue) -> Void) in
      var sample = SampledValue(value: text)
      change(&sample)
      return sample
    }
    let packed = MeterPacking.pack([
      MeterValue(
        timestamp: DateTime(milliseconds: 7),
        sampledValue: [
          value("230.1") { $0.measurand = .voltage },
          value("99") { $0.phase = .l1 },
          value("98") { $0.location = .ev },
          value("97") { $0.unit = .varh },
          value("96") { $0.measurand = .energyActiveImportInterval },
          value("95") { $0.format = .signedData },
          value("1.2345") { $0.unit = .kWh },
          value("1500.9") {
            $0.location = .outlet
            $0.context = .transactionEnd
          },
          value("1e3") { _ in },
        ])
    ])
    #expect(RegisterReadings(packed).map(\.energy) == [1_234, 1_500])
  }

  @Test("Damaged bytes end in nothing, never in a trap")
  func damaged() {
    let whole = packed([(0, 1), (1, 123_456), (2, 9_999_999)])
    var chance = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<4 {
        bytes[Int.random(in: bytes.indices, using: &chance)] = .random(in: 0...255, using: &chance)
      }
      let read = Array(RegisterReadings(bytes))
      #expect(read.count < bytes.count)
    }
  }
}

@Suite struct TransactionFlagTests {
  @Test("Every flag has a word of its own, a sentence, and is found by its word")
  func words() {
    let words = TransactionFlags.each.map { "\($0.word)" }
    #expect(Set(words).count == 14 && !words.contains(""))
    for flag in TransactionFlags.each {
      #expect(TransactionFlags(word: Text(flag.word)) == flag && !"\(flag.sentence)".isEmpty)
    }
    #expect(TransactionFlags(word: "nonsense") == nil)
    #expect(([.zombie, .meterWrap] as TransactionFlags).members == [.meterWrap, .zombie])
  }

  @Test("Dates ahead of their arrival, long before it, and too long before it are told apart")
  func dates() {
    let now = DateTime(milliseconds: 1_800_000_000_000)
    func flags(_ age: Int64) -> TransactionFlags {
      TransactionFlags(
        timestamp: DateTime(milliseconds: now.milliseconds - age), receivedAt: now)
    }
    #expect(flags(0) == [] && flags(300_000) == [] && flags(-300_000) == [])
    #expect(flags(-300_001) == .futureTime)
    #expect(flags(300_001) == .reportedLate && flags(90 * 86_400_000) == .reportedLate)
    #expect(flags(90 * 86_400_000 + 1) == .pastTime)
    let first = DateTime(milliseconds: .min)
    #expect(TransactionFlags(timestamp: first, receivedAt: now) == .pastTime)
  }
}
