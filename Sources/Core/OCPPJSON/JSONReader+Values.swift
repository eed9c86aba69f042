/// A JSON value kept as it was written.
@frozen public struct RawJSON: Sendable, Equatable {
  public var bytes: [UInt8]
  @inlinable public init(bytes: [UInt8]) { self.bytes = bytes }
}

extension JSONReader {
  /// How deep a skipped value may be nested.
  public static var depthLimit: Int { 64 }

  /// One value of any kind, its syntax checked. Not recursive: the nesting is a stack of 64 bits,
  /// 1 for an object.
  @inline(never) public mutating func skip() {
    var stack: UInt64 = 0
    var depth = 0
    while true {
      let opener = peek()
      if opener == 0x7B || opener == 0x5B {
        let closer: UInt8 = opener == 0x7B ? 0x7D : 0x5D
        cursor += 1
        if peek() == closer {
          cursor += 1
        } else {
          if depth == JSONReader.depthLimit {
            fail(.formation, .tooDeep, at: cursor)
            return
          }
          stack = stack << 1 | (opener == 0x7B ? 1 : 0)
          depth &+= 1
          if opener == 0x7B { skipKey() }
          if failed { return }
          continue
        }
      } else {
        skipScalar()
      }
      if failed { return }
      if !leaveContainers(&stack, &depth) { return }
    }
  }

  /// After a value: false when the outermost one is complete (or on an error), true when another
  /// value follows in the same container.
  private mutating func leaveContainers(_ stack: inout UInt64, _ depth: inout Int) -> Bool {
    while depth > 0 {
      let isObject = stack & 1 == 1
      let byte = peek()
      if byte == 0x2C {
        cursor += 1
        if isObject { skipKey() }
        return !failed
      }
      if byte != (isObject ? 0x7D : 0x5D) {
        unexpected()
        return false
      }
      cursor += 1
      stack >>= 1
      depth &-= 1
    }
    return false
  }

  private mutating func skipScalar() {
    switch peek() {
    case 0x22: _ = scan()
    case 0x74 where matches("true"), 0x6E where matches("null"): cursor += 4
    case 0x66 where matches("false"): cursor += 5
    case 0x2D, 0x30...0x39: skipNumber()
    default: unexpected()
    }
  }

  /// A number's syntax; its size does not matter to somebody who does not read it.
  private mutating func skipNumber() {
    var scanner = DecimalScanner(cursor, end)
    if case .malformed = scanner.scan() {
      fail(.formation, .badNumber, at: cursor)
    } else {
      cursor = scanner.place
    }
  }

  @inline(never) mutating func skipKey() {
    if peek() != 0x22 {
      unexpected()
      return
    }
    _ = scan()
    expect(0x3A)
  }

  /// One value of any kind, as it stands.
  @inline(never) public mutating func raw() -> RawJSON {
    _ = peek()
    let start = offset
    skip()
    return raw(since: start)
  }

  /// What was read since `offset` was `start`; nothing after an error.
  public func raw(since start: Int) -> RawJSON {
    if failed || start < 0 || start > offset { return RawJSON(bytes: []) }
    return RawJSON(bytes: [UInt8](UnsafeBufferPointer(start: base + start, count: offset - start)))
  }
}
