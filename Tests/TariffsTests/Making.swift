import OCPPJSON
import Tariffs

extension DateTime {
  /// "2026-03-29T01:00:00Z".
  init(at text: StaticString) {
    guard let time = DateTime("\(text)") else { preconditionFailure("\(text) is no date-time") }
    self = time
  }

  /// That many minutes later.
  func plus(_ minutes: Int64) -> DateTime {
    DateTime(milliseconds: milliseconds + minutes * 60_000)
  }
}

extension Tariff {
  /// Reads a definition.
  static func reading(
    _ definition: String, _ currency: Text = "EUR"
  ) throws(TariffFault) -> Tariff {
    guard let currency = Currency(code: currency) else {
      preconditionFailure("\(currency) is no currency")
    }
    var bytes = Array(definition.utf8)
    let fault: Result<Tariff, TariffFault> = bytes.withUnsafeMutableBufferPointer { buffer in
      do throws(TariffFault) {
        return .success(
          try Tariff(currency: currency, definition: UnsafeBufferPointer(buffer)))
      } catch {
        return .failure(error)
      }
    }
    return try fault.get()
  }
}

extension Usage {
  /// Energy that flows evenly over the whole session.
  static func even(_ start: DateTime, minutes: Int64, energy: Int64) -> Usage {
    let end = start.plus(minutes)
    return Usage(
      start: start, end: end, steps: [EnergyStep(from: start, to: end, energy: energy)])
  }
}

extension SessionCost {
  /// What the lines say: "energy 12000 480".
  var said: [String] { lines.map { "\($0.item.word) \($0.quantity) \($0.amount)" } }
}

/// The clocks of Berlin around the changes of 2026.
let berlin = LocalTime(
  first: 3_600_000,
  changes: [
    .init(at: DateTime(at: "2026-03-29T01:00:00Z"), offset: 7_200_000),
    .init(at: DateTime(at: "2026-10-25T01:00:00Z"), offset: 3_600_000),
  ])

/// A small generator, the same everywhere.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
  mutating func once(in count: Int) -> Bool { below(count) == 0 }
}
