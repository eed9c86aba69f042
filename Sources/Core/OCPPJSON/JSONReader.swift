/// Which faults of a peer are let pass.
@frozen public struct ReadingPolicy: Sendable {
  /// Members that the message does not have are skipped instead of refused.
  public var ignoresUnknownMembers: Bool

  @inlinable public init(ignoresUnknownMembers: Bool = false) {
    self.ignoresUnknownMembers = ignoresUnknownMembers
  }
}

/// Reads JSON in one pass, straight into typed values, validating as it goes.
///
/// Errors are sticky: the first one is kept, the input is cut off there, every later call returns a
/// harmless default, and the entry point (`decode`, `check`) throws. Generated code therefore has no
/// error paths at all.
@frozen public struct JSONReader: ~Copyable {
  @usableFromInline var cursor: UnsafePointer<UInt8>
  @usableFromInline var end: UnsafePointer<UInt8>
  @usableFromInline let base: UnsafePointer<UInt8>
  /// Where a string with escapes is unescaped; kept until the next such string.
  @usableFromInline var scratch: UnsafeMutablePointer<UInt8>? = nil
  public var policy: ReadingPolicy
  /// Set while something is read in which shared types follow other rules than elsewhere: one
  /// message of OCPP 1.6, or an edition of OCPP 2. The numbers are the message modules', 0 is
  /// everywhere else.
  public var variant: UInt8 = 0
  /// Whether something was wrong.
  public private(set) var failed = false
  /// What was wrong, when `failed`.
  public private(set) var error = DecodeError(.formation, .unexpectedEnd, offset: 0)
  /// The table and index of the required member that is not there, when that is the error.
  var missing: (NameTable, Int)? = nil

  /// Reads `bytes`, which must stay valid as long as the reader is used.
  @inlinable public init(
    _ bytes: UnsafeBufferPointer<UInt8>, policy: ReadingPolicy = ReadingPolicy()
  ) {
    if let start = bytes.baseAddress {
      base = start
    } else {
      base = JSONReader.nothing
    }
    cursor = base
    end = base + bytes.count
    self.policy = policy
  }

  @inlinable deinit { scratch?.deallocate() }

  /// The place of an empty text.
  @usableFromInline static var nothing: UnsafePointer<UInt8> {
    let constant: StaticString = " "
    return constant.utf8Start
  }

  /// How far the reader is, in bytes.
  public var offset: Int { cursor - base }

  /// The name of the missing member, when that is the error.
  public var missingMember: Text? {
    guard let (table, index) = missing else { return nil }
    return table.text(index)
  }

  /// Throws what was wrong, if anything was.
  @inlinable public func check() throws(DecodeError) { if failed { throw error } }

  /// Nothing but white space may follow.
  public mutating func finish() {
    _ = peek()
    if cursor != end { fail(.formation, .trailingBytes, at: cursor) }
  }

  // MARK: Errors

  @inline(never) @usableFromInline mutating func fail(
    _ violation: Violation, _ fault: Fault, at place: UnsafePointer<UInt8>
  ) {
    if !failed {
      failed = true
      error = DecodeError(violation, fault, offset: UInt32(truncatingIfNeeded: place - base))
    }
    cursor = base
    end = base
  }

  /// Records an error found by the caller at the place reached.
  public mutating func refuse(_ violation: Violation, _ fault: Fault) {
    fail(violation, fault, at: cursor)
  }

  /// Records an error found by the caller at an offset it noted before.
  public mutating func refuse(_ violation: Violation, _ fault: Fault, at offset: Int) {
    fail(violation, fault, at: base + min(max(offset, 0), end - base))
  }

  @inline(never) @usableFromInline mutating func unexpected() {
    fail(.formation, cursor < end ? .unexpectedByte : .unexpectedEnd, at: cursor)
  }

  /// A value of another type is there, or nothing sensible.
  @inline(never) @usableFromInline mutating func wrongType() {
    switch peek() {
    case 0x22, 0x7B, 0x5B, 0x74, 0x66, 0x6E, 0x2D, 0x30...0x39:
      fail(.type, .wrongType, at: cursor)
    default: unexpected()
    }
  }

  // MARK: Punctuation

  /// The next byte that is not white space, or 0 at the end.
  @inlinable @inline(__always) mutating func peek() -> UInt8 {
    if cursor < end {
      let byte = cursor.pointee
      if byte > 0x20 { return byte }
    }
    return skipWhiteSpace()
  }

  @usableFromInline @inline(never) mutating func skipWhiteSpace() -> UInt8 {
    while cursor < end {
      let byte = cursor.pointee
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        cursor += 1
      } else {
        return byte == 0 ? 1 : byte
      }
    }
    return 0
  }

  /// The next byte that is not white space, or 0 at the end; nothing is consumed.
  public mutating func nextByte() -> UInt8 { peek() }

  @inline(__always) mutating func expect(_ byte: UInt8) {
    if peek() == byte { cursor += 1 } else { unexpected() }
  }

  /// Consumes a punctuation byte such as `]`.
  public mutating func punctuation(_ byte: UInt8) { expect(byte) }
}
