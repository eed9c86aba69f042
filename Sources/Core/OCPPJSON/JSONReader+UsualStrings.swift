#if arch(x86_64) || arch(arm64)
  // What nearly every string is, read by whole words: nothing before the opening quote, no escapes,
  // ASCII only. Nil means that it is read again, byte by byte where need be, by the methods that know
  // every case and every error.
  extension JSONReader {
    /// A text that fits into the value and into `limit`.
    @inline(__always) mutating func usualText(_ limit: Int) -> Text? {
      if end - cursor < 26 || cursor.pointee != 0x22 { return nil }
      let start = UnsafeRawPointer(cursor + 1)
      var small = Text.Inline()
      var word = start.loadUnaligned(as: UInt64.self)
      var marks = JSONReader.special(word)
      var before = 0
      if marks != 0 {
        small.a = word & JSONReader.below(marks)
      } else {
        small.a = word
        word = start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        marks = JSONReader.special(word)
        if marks != 0 {
          small.b = word & JSONReader.below(marks)
          before = 8
        } else {
          small.b = word
          word = start.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
          marks = JSONReader.special(word)
          if marks == 0 { return nil }
          word &= JSONReader.below(marks)
          small.c = UInt32(truncatingIfNeeded: word)
          small.d = UInt16(truncatingIfNeeded: word >> 32)
          before = 16
        }
      }
      let count = before &+ marks.trailingZeroBitCount &>> 3
      if cursor[count &+ 1] != 0x22 || count > min(limit, Text.inlineCapacity) { return nil }
      cursor += count &+ 2
      small.count = UInt8(truncatingIfNeeded: count)
      return Text(small)
    }

    /// The bits below the first marked byte.
    @inline(__always) private static func below(_ marks: UInt64) -> UInt64 {
      (marks ^ (marks &- 1)) >> 8
    }

    /// How many bytes follow `place` until a quote, or −1 when none is near.
    @inline(__always) func bytesToQuote(_ place: UnsafePointer<UInt8>) -> Int {
      var last = place
      while end - last >= 8 {
        let word = NameTable.word64(last) ^ 0x2222_2222_2222_2222
        let marks = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        if marks != 0 { return last - place &+ marks.trailingZeroBitCount &>> 3 }
        last += 8
      }
      return -1
    }

    /// One of the first `limit` words of an enumeration. Words have no escapes, so that whatever
    /// stands between the quotes is a word or is not.
    @inline(__always) mutating func usualWord(_ table: NameTable, below limit: Int) -> UInt8? {
      if cursor >= end || cursor.pointee != 0x22 { return nil }
      let start = cursor + 1
      let count = bytesToQuote(start)
      if count < 0 { return nil }
      let index = table.find(start, count)
      if index < 0 || index >= limit { return nil }
      cursor = start + (count &+ 1)
      return UInt8(truncatingIfNeeded: index)
    }
  }
#endif
