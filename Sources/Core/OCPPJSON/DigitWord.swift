#if arch(x86_64) || arch(arm64)
  /// Up to eight digits in one word, the first in its lowest byte, as these machines load it.
  struct DigitWord {
    /// A digit's byte is its value.
    var bytes: UInt64
    /// The high bit of every byte that is no digit, right for the first of them and, when that one is
    /// a point, for the second.
    let others: UInt64

    /// The eight bytes at `place`.
    @inline(__always) init(_ place: UnsafePointer<UInt8>) {
      bytes = NameTable.word64(place) ^ 0x3030_3030_3030_3030
      others = (bytes &+ 0x7676_7676_7676_7676 | bytes) & 0x8080_8080_8080_8080
    }

    /// How many digits there are at the start, 0…8.
    @inline(__always) var count: Int { others.trailingZeroBitCount &>> 3 }

    /// How many digits there are at the start, the byte at `point` not counted, 0…8.
    @inline(__always) func count(past point: Int) -> Int {
      (others & (others &- 1)).trailingZeroBitCount &>> 3 &- 1
    }

    /// Takes the byte at `point` out from between the others.
    @inline(__always) mutating func remove(_ point: Int) {
      let before = 1 &<< UInt64(truncatingIfNeeded: point &* 8) &- 1 as UInt64
      bytes = bytes & before | bytes &>> 8 & ~before
    }

    /// The first `count` digits (1…8) as a number: pairs, then fours, then all at once.
    @inline(__always) func value(_ count: Int) -> Int64 {
      var sum = bytes &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
      sum = (sum &* 10 &+ sum &>> 8) & 0x00FF_00FF_00FF_00FF
      sum = (sum &* 100 &+ sum &>> 16) & 0x0000_FFFF_0000_FFFF
      sum = sum &* 10_000 &+ sum &>> 32
      return Int64(truncatingIfNeeded: sum & 0xFFFF_FFFF)
    }
  }

  extension JSONReader {
    /// A number of up to seven digits with no sign, point or exponent; nil for any other.
    @inline(__always) mutating func usualInt() -> Int? {
      if end - cursor <= 8 { return nil }
      let digits = DigitWord(cursor)
      let count = digits.count
      if count == 0 || count == 8 || JSONReader.isLeadingZero(digits, count) { return nil }
      let after = cursor[count]
      if after == 0x2E || after | 0x20 == 0x65 { return nil }
      cursor += count
      return Int(truncatingIfNeeded: digits.value(count))
    }

    /// A number of up to seven digits, with or without sign and point; nil for any other.
    @inline(__always) mutating func usualDecimal() -> Decimal? {
      if end - cursor <= 9 { return nil }
      let isNegative = cursor.pointee == 0x2D
      let start = isNegative ? cursor + 1 : cursor
      var digits = DigitWord(start)
      let whole = digits.count
      if whole == 0 || whole == 8 || JSONReader.isLeadingZero(digits, whole) { return nil }
      var count = whole
      var place = start + whole
      if place.pointee == 0x2E {
        count = digits.count(past: whole)
        if count == whole { return nil }
        digits.remove(whole)
        place = start + (count &+ 1)
      }
      if place.pointee &- 0x30 <= 9 || place.pointee | 0x20 == 0x65 { return nil }
      cursor = place
      let value = digits.value(count)
      return Decimal(
        mantissa: isNegative ? 0 &- value : value,
        exponent: Int8(truncatingIfNeeded: whole &- count))
    }

    @inline(__always) private static func isLeadingZero(_ digits: DigitWord, _ count: Int) -> Bool {
      count > 1 && digits.bytes & 0xFF == 0
    }
  }
#endif
