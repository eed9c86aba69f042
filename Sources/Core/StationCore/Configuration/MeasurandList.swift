import OCPP16
import OCPPJSON

/// A measurand that is wanted, of one phase or of all it has.
struct MeasurandChoice: Sendable, Equatable {
  var measurand: Measurand
  var phase: Phase?
}

/// A comma-separated list of measurands, such as `Energy.Active.Import.Register,Voltage.L1-N`.
struct MeasurandList: Sendable {
  private(set) var choices: [MeasurandChoice] = []

  var count: Int { choices.count }
  var isEmpty: Bool { choices.isEmpty }

  init() {}

  /// Nil when a word is no measurand or none of the supported ones.
  init?(_ text: Text, _ supported: [Measurand]) {
    let isComplete = text.withUTF8 { read($0, supported) }
    if !isComplete { return nil }
  }

  private mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, _ supported: [Measurand]
  ) -> Bool {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count && text[end] != 0x2C { end += 1 }
      guard let choice = MeasurandList.choice(text, start, end),
        supported.contains(choice.measurand)
      else { return false }
      choices.append(choice)
      start = end + 1
    }
    return true
  }

  /// The word from `start` to `end`, with or without a phase behind its last point.
  private static func choice(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> MeasurandChoice? {
    var start = start
    var end = end
    while start < end && text[start] == 0x20 { start += 1 }
    while start < end && text[end - 1] == 0x20 { end -= 1 }
    if let measurand = Measurand(utf8: UnsafeBufferPointer(rebasing: text[start..<end])) {
      return MeasurandChoice(measurand: measurand, phase: nil)
    }
    var point = end
    while point > start && text[point - 1] != 0x2E { point -= 1 }
    guard point > start,
      let measurand = Measurand(utf8: UnsafeBufferPointer(rebasing: text[start..<point - 1])),
      let phase = Phase(utf8: UnsafeBufferPointer(rebasing: text[point..<end]))
    else { return nil }
    return MeasurandChoice(measurand: measurand, phase: phase)
  }
}

extension Text {
  /// A number in plain digits with `places` decimal places, without touching the heap.
  init(_ number: Int64, places: Int) {
    var digits: InlineArray<22, UInt8> = InlineArray(repeating: 0x30)
    var index = 22
    var rest = number.magnitude
    var place = 0
    // Trailing zeros of the fraction are dropped.
    var places = places
    while places > 0 && rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    repeat {
      if place == places && place > 0 {
        index -= 1
        digits[index] = 0x2E
      }
      index -= 1
      digits[index] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      place += 1
    } while rest > 0 || place <= places
    if number < 0 && index > 0 {
      index -= 1
      digits[index] = 0x2D
    }
    self = withUnsafeBytes(of: digits) {
      let bytes = $0.assumingMemoryBound(to: UInt8.self)
      return Text(utf8: UnsafeBufferPointer(rebasing: bytes[index..<22]))
    }
  }

  /// A whole number in plain digits, or nil.
  var asInteger: Int64? {
    withUTF8 { bytes in Decimal(canonical: bytes)?.integer }
  }

  /// `true` or `false`, whatever the case, or nil.
  var asFlag: Bool? {
    if isSame(ignoringCase: "true") { return true }
    return isSame(ignoringCase: "false") ? false : nil
  }
}
