#if arch(x86_64) || arch(arm64)
  extension JSONReader {
    /// The next member of the object at hand: its index in the table, or −1 after the last one (or
    /// after an error). The value follows.
    @inline(never) public mutating func next(_ read: inout MembersRead, _ table: NameTable) -> Int {
      // Nothing here needs a stack: `,"` after a value (or the brace before the first one), then one
      // of the next few names, then `":`; or the closing brace.
      let room = end - cursor
      if room > 9, NameTable.word16(cursor) == (read.mask == 0 ? 0x227B : 0x222C) {
        var index = read.expected
        let last = min(index &+ JSONReader.namesGuessed, table.count)
        while index < last {
          let length = table.length(index)
          if stands(table.name(index).0, length, room) {
            if read.contains(index) { break }
            cursor += length &+ 4
            read.insert(index)
            return index
          }
          index &+= 1
        }
        return nextLookedUp(&read, table)
      }
      if room > 0, cursor.pointee == 0x7D, read.mask != 0, table.required & ~read.mask == 0 {
        cursor += 1
        return -1
      }
      return nextInAnyOrder(&read, table)
    }

    /// How many names are compared before one is looked up. Most optional members are absent, and a
    /// comparison that fails costs little.
    @inline(__always) private static var namesGuessed: Int { 10 }

    /// Whether a name follows two bytes after the cursor, and `":` after it. At least ten bytes are
    /// there, and eight that mean nothing behind the last name of a table.
    @inline(__always) private func stands(
      _ name: UnsafePointer<UInt8>, _ length: Int, _ room: Int
    ) -> Bool {
      length &+ 4 <= room && NameTable.word16(cursor + (length &+ 2)) == 0x3A22
        && NameTable.sameLoadingWords(cursor + 2, name, length)
    }

    /// As `next`, after `{"` or `,"`: the names before the expected one, then any.
    @inline(never) private mutating func nextLookedUp(
      _ read: inout MembersRead, _ table: NameTable
    ) -> Int {
      let room = end - cursor
      let place = cursor + 2
      var index = 0
      let last = min(read.expected, JSONReader.namesGuessed)
      while index < last {
        let length = table.length(index)
        if stands(table.name(index).0, length, room) { break }
        index &+= 1
      }
      if index == last {
        let count = bytesToQuote(place)
        if count < 0 || room < count &+ 4 || place[count &+ 1] != 0x3A {
          return nextInAnyOrder(&read, table)
        }
        index = table.find(place, count)
      }
      if index < 0 || read.contains(index) { return nextInAnyOrder(&read, table) }
      cursor = place + (table.length(index) &+ 2)
      read.insert(index)
      return index
    }

    /// `[`, or `,` between elements: true when an element follows, false at the end. `count` starts
    /// as 0 and counts the elements; fewer than `low` or more than `high` are an error.
    @inline(never) public mutating func element(
      _ count: inout Int, _ low: Int, _ high: Int
    ) -> Bool {
      if end - cursor > 1 {
        let byte = cursor.pointee
        if count > 0 {
          if byte == 0x2C && count != high {
            cursor += 1
            count &+= 1
            return true
          }
          if byte == 0x5D && count >= low {
            cursor += 1
            return false
          }
        } else if byte == 0x5B && cursor[1] == 0x7B {
          cursor += 1
          count = 1
          return true
        }
      }
      return elementInAnyForm(&count, low, high)
    }
  }
#endif
