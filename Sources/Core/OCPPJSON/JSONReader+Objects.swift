extension JSONReader {
  @usableFromInline @inline(never)
  mutating func nextInAnyOrder(_ read: inout MembersRead, _ table: NameTable) -> Int {
    while true {
      guard openOrContinue(&read, table) else { return -1 }
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
        if read.contains(index) {
          fail(.occurrence, .duplicateMember, at: place)
          return -1
        }
        read.insert(index)
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
    _ read: inout MembersRead, _ table: NameTable
  ) -> Bool {
    let byte = peek()
    if read.mask == 0 {
      if byte != 0x7B {
        wrongType()
        return false
      }
      cursor += 1
      read.mask = 1 << 63
      if peek() != 0x7D { return true }
    } else if byte == 0x2C {
      cursor += 1
      return true
    } else if byte != 0x7D {
      unexpected()
      return false
    }
    cursor += 1
    close(read.mask, table)
    return false
  }

  @inline(__always) mutating func close(_ mask: UInt64, _ table: NameTable) {
    let absent = table.required & ~mask
    if absent == 0 { return }
    if !failed { missing = (table, absent.trailingZeroBitCount) }
    fail(.occurrence, .missingMember, at: cursor - 1)
  }

  // MARK: Arrays

  @usableFromInline @inline(never) mutating func elementInAnyForm(
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
