/// UTF-8 text as it came off the wire: bytes first, never normalized, compared byte by byte.
///
/// On machines with 64-bit words up to 22 bytes (every `CiString20` of OCPP 1.6) live inside the value
/// and longer text is on the heap. On smaller ones a text is one reference, whatever its length: most
/// texts of a station are empty, and code that copies, moves and destroys 24 bytes of either kind is
/// what filled a chip's flash (docs/decisions/0039-chip-budgets.md). `String` is avoided in Core because
/// comparing or hashing one pulls in Unicode tables of 70 KB.
@frozen public struct Text: Sendable {
  #if _pointerBitWidth(_64)
    /// The longest text that needs no allocation, in bytes.
    @inlinable public static var inlineCapacity: Int { 22 }

    /// Bytes beyond `count` are zero, so that equal texts have equal words.
    @frozen @usableFromInline struct Inline: Sendable {
      @usableFromInline var a: UInt64 = 0
      @usableFromInline var b: UInt64 = 0
      @usableFromInline var c: UInt32 = 0
      @usableFromInline var d: UInt16 = 0
      @usableFromInline var count: UInt8 = 0
      @inlinable init() {}
    }

    @frozen @usableFromInline enum Storage: Sendable {
      case inline(Inline)
      case heap([UInt8])
    }

    @usableFromInline var storage: Storage

    /// Empty text.
    @inlinable public init() { storage = .inline(Inline()) }
  #else
    /// The longest text that needs no allocation, in bytes.
    @inlinable public static var inlineCapacity: Int { 0 }

    @usableFromInline var storage: [UInt8]

    /// Empty text.
    @inlinable public init() { storage = [] }
  #endif

  /// The length in bytes.
  @inlinable public var count: Int {
    #if _pointerBitWidth(_64)
      switch storage {
      case .inline(let small): Int(small.count)
      case .heap(let bytes): bytes.count
      }
    #else
      storage.count
    #endif
  }

  @inlinable public var isEmpty: Bool { count == 0 }

  /// The bytes in an array of their own.
  public var bytes: [UInt8] {
    #if _pointerBitWidth(_64)
      withUTF8 { [UInt8]($0) }
    #else
      storage
    #endif
  }
}

#if _pointerBitWidth(_64)
  extension Text {
    /// A copy of `bytes`, which must be UTF-8.
    @inlinable public init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
      if bytes.count <= Text.inlineCapacity {
        var small = Inline()
        small.count = UInt8(truncatingIfNeeded: bytes.count)
        if let start = bytes.baseAddress {
          withUnsafeMutableBytes(of: &small) {
            $0.baseAddress.unsafelyUnwrapped.copyMemory(from: start, byteCount: bytes.count)
          }
        }
        storage = .inline(small)
      } else {
        storage = .heap([UInt8](bytes))
      }
    }

    /// A copy of `bytes`, which must be UTF-8.
    @inlinable public init(utf8 bytes: [UInt8]) {
      if bytes.count > Text.inlineCapacity {
        storage = .heap(bytes)
      } else {
        self = bytes.withUnsafeBufferPointer { Text(utf8: $0) }
      }
    }

    @inline(__always) init(_ small: Inline) { storage = .inline(small) }

    /// Calls `body` with the bytes, which are valid during the call only.
    @inlinable public func withUTF8<Result, Failure: Error>(
      _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      switch storage {
      case .inline(let small):
        try withUnsafePointer(to: small) { (pointer) throws(Failure) in
          let start = UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self)
          return try body(UnsafeBufferPointer(start: start, count: Int(small.count)))
        }
      case .heap(let bytes):
        try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) in try body(buffer) }
      }
    }
  }
#else
  extension Text {
    /// A copy of `bytes`, which must be UTF-8.
    @inline(never) public init(utf8 bytes: UnsafeBufferPointer<UInt8>) { storage = [UInt8](bytes) }

    /// These bytes, which must be UTF-8.
    @inlinable public init(utf8 bytes: [UInt8]) { storage = bytes }

    /// Calls `body` with the bytes, which are valid during the call only.
    @inlinable public func withUTF8<Result, Failure: Error>(
      _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      try storage.withUnsafeBufferPointer { (buffer) throws(Failure) in try body(buffer) }
    }
  }
#endif
