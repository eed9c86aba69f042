import OCPPJSON

/// Mends a text that the strict decoder refused, one fault at a time; the decoder has the last word
/// on the result.
struct FrameRepair {
  /// The most faults that are mended in one text.
  static var faultLimit: Int { 32 }

  private(set) var bytes: [UInt8]
  private(set) var applied: QuirkRules = []
  /// Where a value was replaced last: when it is still wrong, something else is due there.
  private var replacedAt = -1
  private var faults = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { bytes = [UInt8](text) }

  /// Mends the fault if one of the rules says how; false when none does.
  mutating func mend(_ error: DecodeError, by rules: QuirkRules) -> Bool {
    let place = Int(error.offset)
    faults += 1
    guard faults <= Self.faultLimit, place < bytes.count, place != replacedAt else { return false }
    switch error.fault {
    case .unknownMember: return mendName(place, rules)
    case .wrongType: return mendType(place, rules)
    case .unknownWord: return mendWord(place, rules)
    case .badDateTime: return mendInstant(place, rules)
    case .tooLong: return cutText(place, rules)
    case .unexpectedEnd, .unexpectedByte, .badString, .badEscape, .badUTF8, .badNumber, .tooDeep,
      .trailingBytes, .notInteger, .missingMember, .duplicateMember, .tooFewItems, .tooManyItems,
      .belowMinimum, .aboveMaximum, .notMultiple, .integerRange, .unknownAction,
      .unknownMessageType, .badFrame,
      .badMessageID:
      return false
    }
  }

  // MARK: The rules

  private mutating func mendName(_ place: Int, _ rules: QuirkRules) -> Bool {
    guard let end = endOfString(place) else { return false }
    if let name = KnownWords.member(bytes[(place + 1)..<(end - 1)]) {
      // Passing it over would lose what it says.
      return replace((place + 1)..<(end - 1), name, .memberCase, rules, at: place)
    }
    guard rules.contains(QuirkRule.unknownMember.bit) else { return false }
    var value = skipSpace(end)
    guard value < bytes.count, bytes[value] == 0x3A else { return false }
    value = skipSpace(value + 1)
    guard let valueEnd = endOfValue(value) else { return false }
    return remove(place..<valueEnd, .unknownMember)
  }

  private mutating func mendType(_ place: Int, _ rules: QuirkRules) -> Bool {
    guard let end = endOfValue(place) else { return false }
    switch bytes[place] {
    case 0x6E:
      guard rules.contains(QuirkRule.nullForAbsent.bit), let name = nameStart(before: place) else {
        return false
      }
      return remove(name..<end, .nullForAbsent)
    case 0x22:
      let content = Array(bytes[(place + 1)..<(end - 1)])
      guard content.withUnsafeBufferPointer({ Decimal(canonical: $0) }) != nil else { return false }
      return replace(place..<end, content, .numberAsText, rules, at: place)
    case 0x2D, 0x30...0x39:
      // Digits lost before the first one would make it another's tag.
      guard let name = name(before: place), !KnownWords.isTag(name) else { return false }
      let quoted = [0x22] + bytes[place..<end] + [0x22]
      return replace(place..<end, quoted, .textAsNumber, rules, at: place)
    default: return false
    }
  }

  private mutating func mendWord(_ place: Int, _ rules: QuirkRules) -> Bool {
    guard bytes[place] == 0x22, let end = endOfString(place) else { return false }
    let content = (place + 1)..<(end - 1)
    if content.isEmpty { return removeEmptyText(place, end, rules) }
    if let word = KnownWords.word(bytes[content]) {
      return replace(content, word, .wordCase, rules, at: place)
    }
    guard let word = KnownWords.misspelt(bytes[content]) else { return false }
    return replace(content, word, .wordSpelling, rules, at: place)
  }

  private mutating func mendInstant(_ place: Int, _ rules: QuirkRules) -> Bool {
    guard bytes[place] == 0x22, let end = endOfString(place) else { return false }
    let content = (place + 1)..<(end - 1)
    if content.isEmpty { return removeEmptyText(place, end, rules) }
    guard let mended = MendedInstant(bytes[content]), rules.contains(mended.rules) else {
      return false
    }
    bytes.replaceSubrange(content, with: mended.text)
    applied.formUnion(mended.rules)
    replacedAt = place
    return true
  }

  private mutating func removeEmptyText(_ place: Int, _ end: Int, _ rules: QuirkRules) -> Bool {
    guard rules.contains(QuirkRule.emptyText.bit), let name = nameStart(before: place) else {
      return false
    }
    return remove(name..<end, .emptyText)
  }

  private mutating func cutText(_ place: Int, _ rules: QuirkRules) -> Bool {
    guard bytes[place] == 0x22, let end = endOfString(place), let name = name(before: place),
      let limit = KnownWords.cutLength(of: name)
    else { return false }
    var cut = place + 1 + limit
    // Neither an escape nor a character is cut in two.
    guard cut < end - 1, !bytes[(place + 1)..<cut].contains(0x5C) else { return false }
    while cut > place + 1, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    return replace(cut..<(end - 1), [], .textTooLong, rules, at: place)
  }

  // MARK: Changing the text

  private mutating func replace(
    _ range: Range<Int>, _ text: [UInt8], _ rule: QuirkRule, _ rules: QuirkRules, at place: Int
  ) -> Bool {
    guard rules.contains(rule.bit) else { return false }
    bytes.replaceSubrange(range, with: text)
    applied.insert(rule.bit)
    replacedAt = place
    return true
  }

  /// Takes a member out, with one of the commas beside it.
  private mutating func remove(_ member: Range<Int>, _ rule: QuirkRule) -> Bool {
    var range = member
    let next = skipSpace(member.upperBound)
    if next < bytes.count, bytes[next] == 0x2C {
      range = member.lowerBound..<(next + 1)
    } else {
      var before = member.lowerBound - 1
      while before >= 0, bytes[before] <= 0x20 { before -= 1 }
      if before >= 0, bytes[before] == 0x2C { range = before..<member.upperBound }
    }
    bytes.removeSubrange(range)
    applied.insert(rule.bit)
    replacedAt = -1
    return true
  }

  // MARK: Finding places

  private func skipSpace(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index
  }

  /// Behind the closing quote.
  private func endOfString(_ open: Int) -> Int? {
    var index = open + 1
    while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
    return index < bytes.count ? index + 1 : nil
  }

  private func endOfValue(_ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(UnsafeBufferPointer(rebasing: buffer[start...]))
      reader.skip()
      return reader.failed ? nil : start + reader.offset
    }
  }

  /// The opening quote of the name whose value begins at `value`; nil in an array.
  private func nameStart(before value: Int) -> Int? {
    var index = value - 1
    while index >= 0, bytes[index] <= 0x20 { index -= 1 }
    guard index >= 0, bytes[index] == 0x3A else { return nil }
    index -= 1
    while index >= 0, bytes[index] <= 0x20 { index -= 1 }
    guard index > 0, bytes[index] == 0x22 else { return nil }
    index -= 1
    while index >= 0, bytes[index] != 0x22 { index -= 1 }
    return index >= 0 ? index : nil
  }

  private func name(before value: Int) -> ArraySlice<UInt8>? {
    guard let start = nameStart(before: value), let end = endOfString(start) else { return nil }
    return bytes[(start + 1)..<(end - 1)]
  }
}
