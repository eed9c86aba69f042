#if arch(x86_64) || arch(arm64)
  extension JSONReader {
    /// `"YYYY-MM-DDThh:mm:ssZ"`; nil for any other form and for what is no time.
    @inline(__always) mutating func usualDateTime() -> DateTime? {
      if end - cursor < 22 || cursor.pointee != 0x22 { return nil }
      let after = UnsafeRawPointer(cursor).loadUnaligned(fromByteOffset: 20, as: UInt16.self)
      if after != 0x225A { return nil }
      guard let time = DateTime(plain: cursor + 1) else { return nil }
      cursor += 22
      return time
    }
  }

  extension DateTime {
    /// `YYYY-MM-DDThh:mm:ss`, taken as UTC; nil when it is anything else.
    @inline(__always) init?(plain text: UnsafePointer<UInt8>) {
      // The bytes exclusive-or `0000-00-`, `00T00:00` and `0:00`: a digit is its value, the rest 0.
      let date = NameTable.word64(text) ^ 0x2D30_302D_3030_3030
      let middle = NameTable.word64(text + 8) ^ 0x3030_3A30_3054_3030
      let seconds = UInt64(NameTable.word32(text + 15) ^ 0x3030_3A30)
      let wrong =
        (date &+ 0x7F76_767F_7676_7676 | date) | (middle &+ 0x7676_7F76_767F_7676 | middle)
        | (seconds &+ 0x7676_7F76 | seconds)
      if wrong & 0x8080_8080_8080_8080 != 0 { return nil }

      // Ten times a digit and the one after it.
      let pairs = date &* 10 &+ date >> 8
      let morePairs = middle &* 10 &+ middle >> 8
      let year = Int(pairs & 0x7F) &* 100 &+ Int(pairs >> 16 & 0x7F)
      let month = Int(pairs >> 40 & 0x7F)
      let day = Int(morePairs & 0x7F)
      let hour = Int(morePairs >> 24 & 0x7F)
      let minute = Int(morePairs >> 48 & 0x7F)
      let second = Int(seconds >> 16 & 0xF) &* 10 &+ Int(seconds >> 24)
      if month &- 1 > 11 || month == 0 || day == 0 || hour > 23 || minute > 59 || second > 60 {
        return nil
      }
      if day > 28 && day > DateTime.days(inMonth: month, ofYear: year) { return nil }
      let days = DateTime.daysSince1970(year: year, month: month, day: day)
      milliseconds = Int64(days &* 86_400 &+ hour &* 3600 &+ minute &* 60 &+ second) &* 1000
      if milliseconds > DateTime.latest { return nil }
    }
  }
#endif
