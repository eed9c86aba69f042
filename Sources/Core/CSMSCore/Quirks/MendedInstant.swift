import OCPPJSON

/// An instant that is nearly one of RFC 3339.
struct MendedInstant {
  private(set) var text: [UInt8]
  private(set) var rules: QuirkRules = []

  /// Nil when it cannot be said which instant is meant.
  init?(_ written: ArraySlice<UInt8>) {
    text = [UInt8](written)
    guard text.count >= 19 else { return nil }
    if text[10] == 0x20 {
      text[10] = 0x54
      rules.insert(QuirkRule.timeSpelling.bit)
    }
    mendOffset()
    let isInstant = text.withUnsafeBufferPointer { DateTime(rfc3339: $0) } != nil
    if !isInstant { return nil }
  }

  private mutating func mendOffset() {
    var index = 19
    if index < text.count, text[index] == 0x2E {
      index += 1
      while index < text.count, text[index] &- 0x30 <= 9 { index += 1 }
    }
    let rest = text.count - index
    if rest == 0 {
      text.append(0x5A)
      rules.insert(QuirkRule.timeWithoutZone.bit)
    } else if text[index] == 0x2B || text[index] == 0x2D {
      // +0100 and +01
      if rest == 5 { text.insert(0x3A, at: index + 3) }
      if rest == 3 { text += [0x3A, 0x30, 0x30] }
      if rest == 5 || rest == 3 { rules.insert(QuirkRule.timeSpelling.bit) }
    }
  }
}
