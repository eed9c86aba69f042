import OCPPJSON

/// How the phases of connectors are wired in respect to their meters (OCPP 1.6 §9.1.8): a
/// comma-separated list of `CONNECTOR.ROTATION`, or one rotation for all.
enum PhaseRotations {
  private static let words: [StaticString] = [
    "NotApplicable", "Unknown", "RST", "RTS", "SRT", "STR", "TRS", "TSR",
  ]

  /// Whether each entry is a rotation, of a connector there is.
  static func areValid(_ text: Text, connectors: Int) -> Bool {
    let bytes = text.bytes
    if bytes.count > 255 { return false }
    var start = 0
    while start <= bytes.count {
      var end = start
      while end < bytes.count && bytes[end] != 0x2C { end += 1 }
      guard isValid(bytes[start..<end], connectors) else { return false }
      start = end + 1
    }
    return true
  }

  private static func isValid(_ entry: ArraySlice<UInt8>, _ connectors: Int) -> Bool {
    var word = entry
    while word.first == 0x20 { word = word.dropFirst() }
    while word.last == 0x20 { word = word.dropLast() }
    if let point = word.firstIndex(of: 0x2E) {
      var number = 0
      if point == word.startIndex || point - word.startIndex > 2 { return false }
      for digit in word[word.startIndex..<point] {
        guard digit >= 0x30 && digit <= 0x39 else { return false }
        number = number * 10 + Int(digit - 0x30)
      }
      if number > connectors { return false }
      word = word[(point + 1)...]
    }
    let rotation = Text(utf8: [UInt8](word))
    for known in words where Text(known) == rotation { return true }
    return false
  }
}
