extension Text: Equatable {
  /// Byte for byte.
  public static func == (left: Text, right: Text) -> Bool {
    #if _pointerBitWidth(_64)
      switch (left.storage, right.storage) {
      case (.inline(let x), .inline(let y)):
        x.a == y.a && x.b == y.b && x.c == y.c && x.d == y.d && x.count == y.count
      case (.heap(let x), .heap(let y)): x == y
      case (.inline, .heap), (.heap, .inline): false
      }
    #else
      left.storage == right.storage
    #endif
  }
}

extension Text: Comparable {
  /// By bytes, which for UTF-8 is the order of the Unicode scalars.
  public static func < (left: Text, right: Text) -> Bool {
    left.withUTF8 { x in
      right.withUTF8 { y in
        let shared = min(x.count, y.count)
        var index = 0
        while index < shared {
          if x[index] != y[index] { return x[index] < y[index] }
          index += 1
        }
        return x.count < y.count
      }
    }
  }
}

extension Text {
  /// Whether both are the same `CiString`: ASCII letters match whatever their case (OCPP 1.6 §7,
  /// "CiString20Type").
  public func isSame(ignoringCase other: Text) -> Bool {
    withUTF8 { x in
      other.withUTF8 { y in
        if x.count != y.count { return false }
        var index = 0
        while index < x.count {
          if Text.lowercased(x[index]) != Text.lowercased(y[index]) { return false }
          index += 1
        }
        return true
      }
    }
  }

  /// The text with the ASCII letters in lower case: the key under which a `CiString` is looked up.
  public var caseFolded: Text {
    var copy = bytes
    for index in copy.indices { copy[index] = Text.lowercased(copy[index]) }
    return Text(utf8: copy)
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}

extension Text: ExpressibleByStringLiteral {
  public init(stringLiteral value: StaticString) { self.init(value) }

  public init(_ constant: StaticString) {
    self.init(
      utf8: UnsafeBufferPointer(start: constant.utf8Start, count: constant.utf8CodeUnitCount))
  }
}

extension Text {
  /// A line of a constant, counted from 0; empty when there are not so many. Words of a long list stand in
  /// one constant: in a switch each takes 14 bytes of code.
  @inline(never) package init(line: Int, of constant: StaticString) {
    let text = UnsafeBufferPointer(start: constant.utf8Start, count: constant.utf8CodeUnitCount)
    var start = 0
    var line = line
    while line > 0 && start < text.count {
      if text[start] == 0x0A { line -= 1 }
      start += 1
    }
    var end = start
    while end < text.count && text[end] != 0x0A { end += 1 }
    self.init(utf8: UnsafeBufferPointer(rebasing: text[start..<end]))
  }
}

#if !hasFeature(Embedded)
  extension Text: Hashable {
    /// Equal texts are equal words when they are short, and never stand in both ways.
    public func hash(into hasher: inout Hasher) {
      #if _pointerBitWidth(_64)
        if case .inline(let small) = storage {
          hasher.combine(small.a)
          hasher.combine(
            UInt64(small.c) | UInt64(small.d) << 32 | UInt64(small.count) << 48)
          if small.count > 8 { hasher.combine(small.b) }
          return
        }
      #endif
      withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  extension Text: CustomStringConvertible {
    public init(_ string: some StringProtocol) { self.init(utf8: [UInt8](string.utf8)) }

    public var description: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }
  }
#endif
