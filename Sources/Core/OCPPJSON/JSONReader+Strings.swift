extension JSONReader {
  /// The string whose opening quote is at the cursor, without its quotes; empty after an error.
  /// Valid until the next string.
  @inline(__always) mutating func scan() -> (UnsafePointer<UInt8>, Int) {
    let start = cursor + 1
    var place = start
    #if arch(x86_64) || arch(arm64)
      while end - place >= 8 {
        let marks = JSONReader.special(UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
        if marks == 0 {
          place += 8
          continue
        }
        place += marks.trailingZeroBitCount &>> 3
        if place.pointee == 0x22 {
          cursor = place + 1
          return (start, place - start)
        }
        break
      }
    #endif
    return scanBytewise(start, from: place)
  }

  /// The high bit is set in the first byte that is a quote, a backslash, a control character or not
  /// ASCII; bytes after it may be marked wrongly.
  @inline(__always) static func special(_ word: UInt64) -> UInt64 {
    // Exclusive-or 2 leaves the control characters below 0x20 and makes a quote 0x20.
    let low = (word ^ 0x0202_0202_0202_0202) &- 0x2121_2121_2121_2121
    let backslashes = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
    return (low | backslashes | word) & 0x8080_8080_8080_8080
  }

  @inline(never) mutating func scanBytewise(
    _ start: UnsafePointer<UInt8>, from: UnsafePointer<UInt8>
  ) -> (UnsafePointer<UInt8>, Int) {
    var place = from
    var hasEscapes = false
    while place < end {
      let byte = place.pointee
      if byte == 0x22 {
        cursor = place + 1
        return hasEscapes ? unescaped(start, place) : (start, place - start)
      }
      if byte == 0x5C {
        hasEscapes = true
        place += 2
      } else if byte < 0x20 {
        fail(.formation, .badString, at: place)
        return (base, 0)
      } else if byte < 0x80 {
        place += 1
      } else {
        let length = UTF8Sequence.length(place, end)
        if length == 0 {
          fail(.formation, .badUTF8, at: place)
          return (base, 0)
        }
        place += length
      }
    }
    fail(.formation, .unexpectedEnd, at: end)
    return (base, 0)
  }

  mutating func unescaped(
    _ start: UnsafePointer<UInt8>, _ close: UnsafePointer<UInt8>
  ) -> (UnsafePointer<UInt8>, Int) {
    scratch?.deallocate()
    // Never shorter than the unescaped form.
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: close - start)
    scratch = room
    var escapes = EscapeDecoder(start, close, room)
    if let place = escapes.decode() {
      fail(.formation, .badEscape, at: place)
      return (base, 0)
    }
    return (UnsafePointer(room), escapes.count)
  }

  /// A string's bytes, unescaped; valid until the next string.
  @inline(never) public mutating func token() -> (UnsafePointer<UInt8>, Int) {
    if peek() != 0x22 {
      wrongType()
      return (base, 0)
    }
    return scan()
  }

  @usableFromInline @inline(never) mutating func textInAnyForm(_ limit: Int) -> Text {
    if peek() != 0x22 {
      wrongType()
      return Text()
    }
    let place = cursor
    let (start, count) = scan()
    if count > limit, UTF8Sequence.scalars(start, count) > limit {
      fail(.property, .tooLong, at: place)
      return Text()
    }
    return Text(utf8: UnsafeBufferPointer(start: start, count: count))
  }

  @usableFromInline @inline(never)
  mutating func wordInAnyForm(_ table: NameTable, below limit: UInt8) -> UInt8 {
    _ = peek()
    let place = cursor
    let index = wordInAnyForm(table)
    if index >= limit && !failed { fail(.property, .unknownWord, at: place) }
    return index
  }

  @usableFromInline @inline(never) mutating func wordInAnyForm(_ table: NameTable) -> UInt8 {
    if peek() != 0x22 {
      wrongType()
      return 0
    }
    let place = cursor
    let (start, count) = scan()
    if failed { return 0 }
    let index = table.find(start, count)
    if index < 0 {
      fail(.property, .unknownWord, at: place)
      return 0
    }
    return UInt8(truncatingIfNeeded: index)
  }

  /// The index of an enumeration's word, which must not be `excluded`.
  @inline(never) public mutating func word(_ table: NameTable, except excluded: UInt8) -> UInt8 {
    _ = peek()
    let place = cursor
    let index = word(table)
    if index == excluded && !failed { fail(.property, .unknownWord, at: place) }
    return index
  }

  @usableFromInline @inline(never) mutating func dateTimeInAnyForm() -> DateTime {
    if peek() != 0x22 {
      wrongType()
      return DateTime(milliseconds: 0)
    }
    let place = cursor
    let (start, count) = scan()
    if failed { return DateTime(milliseconds: 0) }
    guard let value = DateTime(rfc3339: UnsafeBufferPointer(start: start, count: count)) else {
      fail(.property, .badDateTime, at: place)
      return DateTime(milliseconds: 0)
    }
    return value
  }
}
