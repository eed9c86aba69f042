import Foundation
import OCPP2
import OCPPJSON
import Testing

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Changes a payload here and there, so that it mostly stays valid.
struct Variation {
  var random: SeededGenerator

  static let texts = ["", "x", "é€😀", "\"\\\n\u{1}", "DC", "Local", "2024-02-29T12:00:00.123Z"]
  static let numbers: [NSNumber] = [0, 1, -1, 3, 100, 2_147_483_647, 16.1, 0.05, 1e6]

  mutating func change(_ value: Any) -> Any {
    if let members = value as? [String: Any] {
      return Dictionary(
        uniqueKeysWithValues: members.sorted { $0.key < $1.key }.compactMap { key, value in
          oneIn(12) ? nil : (key, change(value))
        })
    }
    if let items = value as? [Any] {
      let count = Int.random(in: 1...3, using: &random)
      return (0..<count).compactMap { _ in items.first.map { change($0) } }
    }
    if !oneIn(20) { return value }
    if value is NSNumber { return Self.numbers.randomElement(using: &random) ?? 0 }
    return Self.texts.randomElement(using: &random) ?? ""
  }

  private mutating func oneIn(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }
}

@Suite("Generated values")
struct GeneratedValueTests {
  @Test(
    "What is decoded can be sent, and is the same when it comes back",
    arguments: 1...24 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var variation = Variation(random: SeededGenerator(seed: seed))
    var accepted = 0
    for _ in 0..<400 {
      guard let payload = Fixtures.payloads.randomElement(using: &variation.random) else { return }
      let value = try JSONSerialization.jsonObject(with: Data(payload.json))
      let varied = try JSONSerialization.data(withJSONObject: variation.change(value))
      var trip = RoundTrip(
        payload: [UInt8](varied), isRequest: payload.isRequest, edition: payload.edition)
      guard let survives = payload.action.visit(&trip) else { continue }
      accepted += 1
      if !survives { Issue.record("\(payload): \(String(decoding: varied, as: UTF8.self))") }
    }
    #expect(accepted > 100)
  }
}
