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
    let bytes = text.bytes
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count && bytes[end] != 0x2C { end += 1 }
      guard let choice = MeasurandList.choice(bytes[start..<end]),
        supported.contains(choice.measurand)
      else { return nil }
      choices.append(choice)
      start = end + 1
    }
  }

  private static func choice(_ bytes: ArraySlice<UInt8>) -> MeasurandChoice? {
    var word = bytes
    while word.first == 0x20 { word = word.dropFirst() }
    while word.last == 0x20 { word = word.dropLast() }
    if let measurand = Measurand(word: Text(utf8: [UInt8](word))) {
      return MeasurandChoice(measurand: measurand, phase: nil)
    }
    guard let point = word.lastIndex(of: 0x2E),
      let measurand = Measurand(word: Text(utf8: [UInt8](word[word.startIndex..<point]))),
      let phase = Phase(word: Text(utf8: [UInt8](word[(point + 1)...])))
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
