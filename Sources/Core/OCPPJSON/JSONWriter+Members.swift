// One call per member keeps the generated code small: the key, the test for nil and the value are
// behind it.
extension JSONWriter {
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: borrowing Text) {
    key(t, i)
    text(value)
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: borrowing Text?) {
    if let value = copy value { member(t, i, value) }
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: Int) {
    key(t, i)
    int(value)
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: Int?) {
    if let value { member(t, i, value) }
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: Bool) {
    key(t, i)
    bool(value)
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: Bool?) {
    if let value { member(t, i, value) }
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: Decimal) {
    key(t, i)
    decimal(value)
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: Decimal?) {
    if let value { member(t, i, value) }
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: DateTime) {
    key(t, i)
    dateTime(value)
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: DateTime?) {
    if let value { member(t, i, value) }
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: borrowing RawJSON) {
    key(t, i)
    raw(value)
  }
  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ value: borrowing RawJSON?)
  {
    if let value = copy value { member(t, i, value) }
  }
}

extension JSONWriter {
  /// The word of an enumeration, or nothing when `index` is 255.
  @inline(never) @usableFromInline mutating func member(
    _ t: NameTable, _ i: Int, _ words: NameTable, _ index: UInt8
  ) {
    if index == 255 { return }
    key(t, i)
    word(words, index)
  }
  @inlinable @inline(__always) public mutating func member<E: OCPPEnum>(
    _ t: NameTable, _ i: Int, _ value: E
  ) { member(t, i, E.table, value.rawValue) }
  @inlinable @inline(__always) public mutating func member<E: OCPPEnum>(
    _ t: NameTable, _ i: Int, _ value: E?
  ) { member(t, i, E.table, value?.rawValue ?? 255) }
  @inlinable @inline(__always) public mutating func member<T: OCPPObject>(
    _ t: NameTable, _ i: Int, _ value: borrowing T
  ) {
    key(t, i)
    value.write(&self)
  }
  @inlinable @inline(never) public mutating func member<T: OCPPObject>(
    _ t: NameTable, _ i: Int, _ value: T?
  ) {
    if let value {
      key(t, i)
      value.write(&self)
    }
  }
}

extension JSONWriter {
  @inlinable @inline(never) public mutating func member<T: OCPPObject>(
    _ t: NameTable, _ i: Int, _ values: borrowing [T]
  ) {
    key(t, i)
    beginArray()
    for index in values.indices {
      item()
      values[index].write(&self)
    }
    endArray()
  }
  @inlinable @inline(__always) public mutating func member<T: OCPPObject>(
    _ t: NameTable, _ i: Int, _ values: [T]?
  ) { if let values { member(t, i, values) } }

  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ values: borrowing [Int]?) {
    guard let values = copy values else { return }
    key(t, i)
    beginArray()
    for value in values {
      item()
      int(value)
    }
    endArray()
  }

  @inlinable @inline(never) public mutating func member<E: OCPPEnum>(
    _ t: NameTable, _ i: Int, _ values: borrowing [E]?
  ) {
    guard let values = copy values else { return }
    key(t, i)
    beginArray()
    for value in values {
      item()
      word(value)
    }
    endArray()
  }

  @inline(never) public mutating func member(_ t: NameTable, _ i: Int, _ values: borrowing [Text]?)
  {
    guard let values = copy values else { return }
    key(t, i)
    beginArray()
    for value in values {
      item()
      text(value)
    }
    endArray()
  }
}
