extension JSONReader {
  /// How many names are compared before one is looked up. Most optional members are absent, and a
  /// comparison that fails costs little.
  @inline(__always) private static var namesGuessed: Int { 6 }

  /// The next member of the object at hand: its index in the table, or −1 after the last one (or
  /// after an error). The value follows.
  ///
  /// `seen` starts as 0 and is the reader's own. Bits 0…47: members seen; 48…54: the member expected
  /// next (senders mostly keep the order of the specification, so that a name is compared before it
  /// is looked up); 63: the opening brace was read.
  @inline(never) public mutating func next(_ seen: inout UInt64, _ table: NameTable) -> Int {
    #if arch(x86_64) || arch(arm64)
      let before = seen
      var place = cursor
      // The usual case: `,"` after a value, then one of the next few names, then `":`.
      if end - place > 8,
        UnsafeRawPointer(place).loadUnaligned(as: UInt16.self) == (before == 0 ? 0x227B : 0x222C)
      {
        place += 2
        var index = Int(truncatingIfNeeded: (before >> 48) & 0x7F)
        let room = end - place - 2
        let last = min(index &+ JSONReader.namesGuessed, table.count)
        while index < last {
          let (name, length) = table.name(index)
          if length <= room,
            UnsafeRawPointer(place + length).loadUnaligned(as: UInt16.self) == 0x3A22,
            NameTable.same(place, name, length)
          {
            cursor = place + (length &+ 2)
            let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
            if before & bit != 0 {
              fail(.occurrence, .duplicateMember, at: place - 1)
              return -1
            }
            seen =
              (before & 0x0000_FFFF_FFFF_FFFF) | bit | 1 << 63
              | UInt64(truncatingIfNeeded: index &+ 1) << 48
            return index
          }
          index &+= 1
        }
      } else if before != 0, place < end, place.pointee == 0x7D {
        cursor = place + 1
        close(before, table)
        return -1
      }
    #endif
    return nextInAnyOrder(&seen, table)
  }

  @inline(never) mutating func nextInAnyOrder(_ seen: inout UInt64, _ table: NameTable) -> Int {
    while true {
      guard openOrContinue(&seen, table) else { return -1 }
      if peek() != 0x22 {
        unexpected()
        return -1
      }
      let place = cursor
      let (name, length) = scan()
      let index = failed ? -1 : table.find(name, length)
      expect(0x3A)
      if failed { return -1 }
      if index >= 0 {
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
        if seen & bit != 0 {
          fail(.occurrence, .duplicateMember, at: place)
          return -1
        }
        seen =
          (seen & 0x8000_FFFF_FFFF_FFFF) | bit | UInt64(truncatingIfNeeded: index &+ 1) << 48
        return index
      }
      if !policy.ignoresUnknownMembers {
        fail(.formation, .unknownMember, at: place)
        return -1
      }
      skip()
      if failed { return -1 }
    }
  }

  /// `{`, or `,` between members: true when a member follows, false at the closing brace.
  @inline(__always) mutating func openOrContinue(
    _ seen: inout UInt64, _ table: NameTable
  ) -> Bool {
    let byte = peek()
    if seen == 0 {
      if byte != 0x7B {
        wrongType()
        return false
      }
      cursor += 1
      seen = 1 << 63
      if peek() != 0x7D { return true }
    } else if byte == 0x2C {
      cursor += 1
      return true
    } else if byte != 0x7D {
      unexpected()
      return false
    }
    cursor += 1
    close(seen, table)
    return false
  }

  @inline(__always) mutating func close(_ seen: UInt64, _ table: NameTable) {
    let absent = table.required & ~seen
    if absent == 0 { return }
    if !failed { missing = (table, absent.trailingZeroBitCount) }
    fail(.occurrence, .missingMember, at: cursor - 1)
  }

  // MARK: Arrays

  /// `[`, or `,` between elements: true when an element follows, false at the end. `count` starts
  /// as 0 and counts the elements; fewer than `low` or more than `high` are an error.
  @inline(never) public mutating func element(
    _ count: inout Int, _ low: Int, _ high: Int
  ) -> Bool {
    let byte = peek()
    if count == 0 {
      if byte != 0x5B {
        wrongType()
        return false
      }
      cursor += 1
      if peek() == 0x5D {
        if low > 0 { fail(.occurrence, .tooFewItems, at: cursor) } else { cursor += 1 }
        return false
      }
    } else if byte == 0x2C {
      cursor += 1
      if count == high {
        fail(.occurrence, .tooManyItems, at: cursor)
        return false
      }
    } else {
      if byte != 0x5D {
        unexpected()
        return false
      }
      if count < low {
        fail(.occurrence, .tooFewItems, at: cursor)
        return false
      }
      cursor += 1
      return false
    }
    count &+= 1
    return true
  }
}

extension JSONReader {
  /// The next member of an object whose names are not known beforehand, or nil at its end. `count`
  /// starts as 0 and counts the members.
  public mutating func memberName(_ count: inout Int) -> Text? {
    let byte = peek()
    if count == 0 {
      if byte != 0x7B {
        wrongType()
        return nil
      }
      cursor += 1
      if peek() == 0x7D {
        cursor += 1
        return nil
      }
    } else if byte == 0x2C {
      cursor += 1
    } else {
      expect(0x7D)
      return nil
    }
    count &+= 1
    let name = text()
    expect(0x3A)
    return failed ? nil : name
  }
}
