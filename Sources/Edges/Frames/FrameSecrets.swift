/// Makes secrets in a frame unreadable before it is written down: every byte of one becomes `*`, so
/// that the frame keeps its shape.
///
/// A secret is the value of a member with a telling name, the `value` beside a `key` with one
/// (ChangeConfiguration, GetConfiguration), the user part of a URL, a private key, and the whole
/// `data` of a DataTransfer that speaks of any.
public struct FrameSecrets {
  private static let depthLimit = 64

  private struct Level {
    var isObject: Bool
    var expectsName = false
    var name = 0..<0
    /// The `value` of an object whose `key` is not known yet.
    var value = 0..<0
    var hasSecretKey = false
  }

  private let bytes: UnsafeMutableRawBufferPointer
  private var levels: [Level] = []
  private var hidden = 0

  /// JSON with its secrets starred out.
  public static func hidden(in json: [UInt8]) -> [UInt8] {
    var copy = json
    copy.withUnsafeMutableBytes { bytes in _ = hide(in: bytes) }
    return copy
  }

  /// Whether a setting of this name has a secret for its value.
  public static func isTelling(_ key: String) -> Bool {
    var bytes = Array(key.utf8)
    return bytes.withUnsafeMutableBytes { bytes in
      FrameSecrets(bytes: bytes).isTelling(0..<bytes.count)
    }
  }

  /// - Returns: how many secrets there were.
  @discardableResult
  static func hide(in frame: UnsafeMutableRawBufferPointer) -> Int {
    var secrets = FrameSecrets(bytes: frame)
    secrets.walk()
    return secrets.hidden
  }

  private init(bytes: UnsafeMutableRawBufferPointer) { self.bytes = bytes }

  private mutating func walk() {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x7B: open(isObject: true)
      case 0x5B: open(isObject: false)
      case 0x7D, 0x5D: _ = levels.popLast()
      case 0x2C: nextMember()
      case 0x22:
        let end = closingQuote(after: index)
        string(index + 1..<end)
        index = end
      default: break
      }
      index += 1
    }
  }

  private mutating func open(isObject: Bool) {
    if levels.count == Self.depthLimit { return }
    levels.append(Level(isObject: isObject, expectsName: isObject))
  }

  private mutating func nextMember() {
    guard let last = levels.indices.last, levels[last].isObject else { return }
    levels[last].expectsName = true
  }

  private func closingQuote(after open: Int) -> Int {
    var index = open + 1
    while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
    return min(index, bytes.count)
  }

  private mutating func string(_ range: Range<Int>) {
    guard let last = levels.indices.last, levels[last].isObject else {
      if contains("private key", range) { hide(range) }
      return hideUser(range)
    }
    if levels[last].expectsName {
      levels[last].expectsName = false
      levels[last].name = range
      return
    }
    value(range, at: last)
  }

  private mutating func value(_ range: Range<Int>, at last: Int) {
    let name = levels[last].name
    // A name with escapes in it could be any: `key`, `value`, or one that tells.
    if bytes[name].contains(0x5C) {
      levels[last].hasSecretKey = true
      hide(levels[last].value)
      return hide(range)
    }
    if isTelling(name) || contains("private key", range) { return hide(range) }
    if equals("key", name) {
      // A name with escapes in it could be anything.
      guard isTelling(range) || bytes[range].contains(0x5C) else { return }
      levels[last].hasSecretKey = true
      return hide(levels[last].value)
    }
    if equals("value", name) {
      levels[last].value = range
      if levels[last].hasSecretKey { return hide(range) }
    }
    if equals("data", name), isTelling(range) { return hide(range) }
    hideUser(range)
  }

  /// Whether one of the words is in it that secrets go by.
  private func isTelling(_ range: Range<Int>) -> Bool {
    for index in range {
      let isFound =
        switch bytes[index] | 0x20 {
        case 0x61:
          stands("authorizationkey", index, range) || stands("apikey", index, range)
        case 0x70:
          stands("password", index, range) || stands("passwd", index, range)
            || stands("passphrase", index, range) || stands("privatekey", index, range)
        case 0x73: stands("secret", index, range)
        default: false
        }
      if isFound { return true }
    }
    return false
  }

  /// `ftp://user:password@host/`: what stands between `//` and the last `@`, since passwords have slashes,
  /// question marks and at-signs in them. Each of these signs may be written as an escape, or as one
  /// inside a text that is JSON itself. Of a URL in which the frame was cut off nothing is shown.
  private mutating func hideUser(_ range: Range<Int>) {
    guard let start = endOfScheme(range) else { return }
    if range.upperBound == bytes.count { return hide(start..<range.upperBound) }
    for index in (start..<range.upperBound).reversed() {
      guard bytes[index] == 0x40 || (bytes[index] == 0x75 && stands("u0040", index, range)) else {
        continue
      }
      var end = index
      while bytes[index] == 0x75, end > start, bytes[end - 1] == 0x5C { end -= 1 }
      // Without a backslash before it, it is no escape.
      if bytes[index] == 0x75 && end == index { continue }
      return hide(start..<end)
    }
  }

  /// What follows `://`.
  private func endOfScheme(_ range: Range<Int>) -> Int? {
    for index in range where bytes[index] == 0x3A || bytes[index] == 0x5C {
      if let colon = behind(0x3A, "u003a", index, range),
        let slash = behind(0x2F, "u002f", colon, range),
        let end = behind(0x2F, "u002f", slash, range)
      {
        return end
      }
    }
    return nil
  }

  /// The place behind a sign, as it is or as an escape; nil when it does not stand there.
  private func behind(
    _ sign: UInt8, _ escape: StaticString, _ start: Int, _ range: Range<Int>
  ) -> Int? {
    var index = start
    while index < range.upperBound, bytes[index] == 0x5C { index += 1 }
    guard index < range.upperBound else { return nil }
    if bytes[index] == sign { return index + 1 }
    guard index > start, stands(escape, index, range) else { return nil }
    return index + escape.utf8CodeUnitCount
  }

  private mutating func hide(_ range: Range<Int>) {
    if range.isEmpty { return }
    hidden += 1
    for index in range { bytes[index] = 0x2A }
  }

  // MARK: Words

  private func contains(_ word: StaticString, _ range: Range<Int>) -> Bool {
    place(of: word, range) != nil
  }

  private func equals(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && place(of: word, range) != nil
  }

  /// Where a word in lower case stands, whatever the case of the text.
  private func place(of word: StaticString, _ range: Range<Int>) -> Int? {
    let first = word.utf8Start[0]
    for index in range where bytes[index] | 0x20 == first | 0x20 {
      if stands(word, index, range) { return index }
    }
    return nil
  }

  private func stands(_ word: StaticString, _ start: Int, _ range: Range<Int>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start + count <= range.upperBound else { return false }
    var matched = 0
    while matched < count, lower(bytes[start + matched]) == word.utf8Start[matched] {
      matched += 1
    }
    return matched == count
  }

  private func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
