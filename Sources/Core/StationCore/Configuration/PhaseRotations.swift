import OCPPJSON

/// How the phases of connectors are wired in respect to their meters (OCPP 1.6 §9.1.8): a
/// comma-separated list of `CONNECTOR.ROTATION`, or one rotation for all.
enum PhaseRotations {
  private static var words: StaticString { "NotApplicable,Unknown,RST,RTS,SRT,STR,TRS,TSR" }

  /// Whether each entry is a rotation, of a connector there is.
  static func areValid(_ text: Text, connectors: Int) -> Bool {
    text.withUTF8 { text in
      if text.count > 255 { return false }
      var start = 0
      while start <= text.count {
        var end = start
        while end < text.count && text[end] != 0x2C { end += 1 }
        guard isValid(text, start, end, connectors) else { return false }
        start = end + 1
      }
      return true
    }
  }

  /// Whether the entry from `start` to `end` is one.
  private static func isValid(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ connectors: Int
  ) -> Bool {
    var start = start
    var end = end
    while start < end && text[start] == 0x20 { start += 1 }
    while start < end && text[end - 1] == 0x20 { end -= 1 }
    var point = start
    while point < end && text[point] != 0x2E { point += 1 }
    if point < end {
      var number = 0
      if point == start || point - start > 2 { return false }
      while start < point {
        guard text[start] >= 0x30 && text[start] <= 0x39 else { return false }
        number = number * 10 + Int(text[start] - 0x30)
        start += 1
      }
      if number > connectors { return false }
      start = point + 1
    }
    return isRotation(UnsafeBufferPointer(rebasing: text[start..<end]))
  }

  private static func isRotation(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let known = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    var start = 0
    while start < known.count {
      var length = 0
      var isSame = true
      while start + length < known.count && known[start + length] != 0x2C {
        if length >= word.count || word[length] != known[start + length] { isSame = false }
        length += 1
      }
      if isSame && length == word.count { return true }
      start += length + 1
    }
    return false
  }
}
