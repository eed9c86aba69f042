extension HTTPHead {
  /// A place in a head that is being read. Each step returns nil while its bytes are incomplete.
  struct Cursor {
    let bytes: UnsafeBufferPointer<UInt8>
    let limit: Int
    var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
      self.bytes = bytes
      self.limit = limit
    }

    private func missing<Value>(_ status: Int = 431) throws(HTTPFailure) -> Value? {
      if bytes.count > limit { throw HTTPFailure(status: status) }
      return nil
    }

    /// A token (RFC 9110 §5.6.2) and the byte after it, which is passed over.
    mutating func token(endingWith end: UInt8) throws(HTTPFailure) -> Range<Int>? {
      let start = index
      var place = index
      while place < bytes.count, isTokenByte(bytes[place]) { place += 1 }
      if place == bytes.count { return try missing() }
      guard place > start, bytes[place] == end else { throw HTTPFailure(status: 400) }
      index = place + 1
      return start..<place
    }

    /// A request target in origin form, absolute form or `*`, and the space after it.
    mutating func target() throws(HTTPFailure) -> Range<Int>? {
      let start = index
      var place = index
      while place < bytes.count, bytes[place] > 0x20, bytes[place] < 0x7F { place += 1 }
      if place == bytes.count { return try missing(414) }
      guard place > start, bytes[place] == 0x20 else { throw HTTPFailure(status: 400) }
      if place - start > limit { throw HTTPFailure(status: 414) }
      index = place + 1
      return start..<place
    }

    /// `HTTP/1.x`; returns x.
    mutating func version() throws(HTTPFailure) -> Int? {
      let expected: StaticString = "HTTP/1."
      for offset in 0..<7 {
        if index + offset == bytes.count { return try missing() }
        if bytes[index + offset] != expected.utf8Start[offset] {
          throw HTTPFailure(status: offset < 5 ? 400 : 505)
        }
      }
      if index + 7 == bytes.count { return try missing() }
      let minor = bytes[index + 7]
      guard minor == 0x30 || minor == 0x31 else { throw HTTPFailure(status: 505) }
      index += 8
      return Int(minor - 0x30)
    }

    /// ` 101 Switching Protocols` and the end of the line.
    mutating func status() throws(HTTPFailure) -> Int? {
      guard let line = try fieldValue() else { return nil }
      let digits = bytes[line].prefix { $0 >= 0x30 && $0 <= 0x39 }
      let next = line.lowerBound + 3
      guard digits.count == 3, next == line.upperBound || bytes[next] == 0x20 else {
        throw HTTPFailure(status: 400)
      }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// CR LF; false while it is incomplete.
    mutating func lineEnd() throws(HTTPFailure) -> Bool {
      guard let isEnd = try emptyLine() else { return false }
      guard isEnd else { throw HTTPFailure(status: 400) }
      return true
    }

    /// Passes over CR LF when it stands here, and says whether it did.
    mutating func emptyLine() throws(HTTPFailure) -> Bool? {
      if index == bytes.count { return try missing() }
      if bytes[index] != 0x0D { return false }
      if index + 1 == bytes.count { return try missing() }
      guard bytes[index + 1] == 0x0A else { throw HTTPFailure(status: 400) }
      index += 2
      return true
    }

    /// The rest of the line without white space around it, and the end of the line.
    mutating func fieldValue() throws(HTTPFailure) -> Range<Int>? {
      var start = index
      while start < bytes.count, isBlank(bytes[start]) { start += 1 }
      var end = start
      var place = start
      while place < bytes.count, bytes[place] != 0x0D {
        let byte = bytes[place]
        if !isBlank(byte) {
          if byte < 0x20 || byte == 0x7F { throw HTTPFailure(status: 400) }
          end = place + 1
        }
        place += 1
      }
      if place + 1 >= bytes.count { return try missing() }
      guard bytes[place + 1] == 0x0A else { throw HTTPFailure(status: 400) }
      index = place + 2
      return start..<end
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  }

  /// Whether a byte may stand in a method or a field name (RFC 9110 §5.6.2).
  static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
    default: false
    }
  }
}
