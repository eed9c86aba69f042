// How the messages read what stands in them. On machines with room for it each of these first tries the
// usual form (no white space, no escapes, ASCII, short numbers) by whole words, with no call and few
// branches; that leaves everything as it was when something is unusual or wrong, and then the method for
// any form reads it again and knows every error (docs/decisions/0041-decoding-by-words.md).
#if arch(x86_64) || arch(arm64)
  extension JSONReader {
    /// A string of at most `limit` Unicode scalars, which is what `maxLength` of JSON Schema counts.
    @inline(never) public mutating func text(_ limit: Int = Int.max) -> Text {
      if let text = usualText(limit) { return text }
      return textInAnyForm(limit)
    }

    /// The index of an enumeration's word.
    @inline(never) public mutating func word(_ table: NameTable) -> UInt8 {
      if let index = usualWord(table, below: table.count) { return index }
      return wordInAnyForm(table)
    }

    /// The index of one of the first `limit` words of an enumeration.
    @inline(never) public mutating func word(_ table: NameTable, below limit: UInt8) -> UInt8 {
      if let index = usualWord(table, below: Int(limit)) { return index }
      return wordInAnyForm(table, below: limit)
    }

    /// An RFC 3339 date-time.
    @inline(never) public mutating func dateTime() -> DateTime {
      if let time = usualDateTime() { return time }
      return dateTimeInAnyForm()
    }

    /// An integer of 32 bits. `1.0` and `1e2` are integers too, as JSON Schema has it.
    @inline(never) public mutating func int() -> Int {
      if let value = usualInt() { return value }
      return intInAnyForm()
    }

    /// A number, exactly.
    @inline(never) public mutating func decimal() -> Decimal {
      if let value = usualDecimal() { return value }
      return decimalInAnyForm()
    }
  }
#else
  // Where memory is scarce one way has to do.
  extension JSONReader {
    /// The next member of the object at hand: its index in the table, or −1 after the last one (or
    /// after an error). The value follows.
    @inlinable @inline(__always)
    public mutating func next(_ read: inout MembersRead, _ table: NameTable) -> Int {
      nextInAnyOrder(&read, table)
    }

    /// `[`, or `,` between elements: true when an element follows, false at the end. `count` starts
    /// as 0 and counts the elements; fewer than `low` or more than `high` are an error.
    @inlinable @inline(__always)
    public mutating func element(_ count: inout Int, _ low: Int, _ high: Int) -> Bool {
      elementInAnyForm(&count, low, high)
    }

    /// A string of at most `limit` Unicode scalars, which is what `maxLength` of JSON Schema counts.
    @inlinable @inline(__always) public mutating func text(_ limit: Int = Int.max) -> Text {
      textInAnyForm(limit)
    }

    /// The index of an enumeration's word.
    @inlinable @inline(__always) public mutating func word(_ table: NameTable) -> UInt8 {
      wordInAnyForm(table)
    }

    /// The index of one of the first `limit` words of an enumeration.
    @inlinable @inline(__always)
    public mutating func word(_ table: NameTable, below limit: UInt8) -> UInt8 {
      wordInAnyForm(table, below: limit)
    }

    /// An RFC 3339 date-time.
    @inlinable @inline(__always) public mutating func dateTime() -> DateTime { dateTimeInAnyForm() }

    /// An integer of 32 bits. `1.0` and `1e2` are integers too, as JSON Schema has it.
    @inlinable @inline(__always) public mutating func int() -> Int { intInAnyForm() }

    /// A number, exactly.
    @inlinable @inline(__always) public mutating func decimal() -> Decimal { decimalInAnyForm() }
  }
#endif
