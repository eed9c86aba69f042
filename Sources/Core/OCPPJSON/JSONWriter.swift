/// Writes JSON text into one growing buffer, without white space.
@frozen public struct JSONWriter: ~Copyable {
  @usableFromInline var buffer: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// The length written so far, in bytes.
  public internal(set) var count: Int
  /// Leaves out the members that the older of a module's editions lacks.
  public var omitsNewerMembers = false

  /// An empty writer with room for `capacity` bytes before it grows.
  public init(capacity: Int = 512) {
    self.capacity = max(capacity, 16)
    buffer = .allocate(capacity: self.capacity)
    count = 0
  }

  @inlinable deinit { buffer.deallocate() }

  /// Forgets what was written and keeps the room.
  public mutating func reset() { count = 0 }

  /// Forgets what was written. Room beyond `limit` bytes is given back, down to `usual` of them.
  public mutating func reset(keeping limit: Int, usual: Int) {
    count = 0
    if capacity > limit { replaceRoom(max(usual, 16)) }
  }

  /// Room for so many more bytes, of which no more is taken than that.
  public mutating func makeRoom(_ more: Int) {
    if capacity &- count < more { replaceRoom(count + more) }
  }

  /// Nothing is copied that was not written: an empty room goes before the next one is taken.
  @inline(never) private mutating func replaceRoom(_ bytes: Int) {
    let old = buffer
    if count == 0 { old.deallocate() }
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes)
    if count > 0 {
      room.update(from: old, count: count)
      old.deallocate()
    }
    buffer = room
    capacity = bytes
  }

  /// Forgets what was written after the first `length` bytes.
  public mutating func truncate(to length: Int) { count = min(count, max(length, 0)) }

  /// Calls `body` with the text, which is valid during the call only.
  public borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
  {
    body(UnsafeBufferPointer(start: buffer, count: count))
  }

  @inline(never) mutating func grow(by more: Int) {
    var larger = capacity &* 2
    while larger < count + more { larger = larger &* 2 }
    replaceRoom(larger)
  }

  @inline(__always) mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(by: more) }
  }

  /// One byte as it is.
  public mutating func byte(_ byte: UInt8) {
    reserve(1)
    buffer[count] = byte
    count &+= 1
  }

  @inline(__always) mutating func advance(by length: Int) { count &+= length }

  // MARK: Structure

  public mutating func beginObject() { byte(0x7B) }
  public mutating func endObject() { byte(0x7D) }
  public mutating func beginArray() { byte(0x5B) }
  public mutating func endArray() { byte(0x5D) }

  /// The comma before an element, unless it is the first.
  public mutating func item() { if buffer[count &- 1] != 0x5B { byte(0x2C) } }

  /// `,"name":`, or `"name":` after the opening brace.
  @inline(never) public mutating func key(_ table: NameTable, _ index: Int) {
    let (name, length) = table.name(index)
    reserve(length &+ 16)
    var place = buffer + count
    if place[-1] != 0x7B {
      place[0] = 0x2C
      place += 1
    }
    place[0] = 0x22
    place += 1
    JSONWriter.copyWords(name, place, length)
    place += length
    place[0] = 0x22
    place[1] = 0x3A
    count = place - buffer + 2
  }

  /// `,"name":` for a name that is in no table.
  public mutating func key(_ name: StaticString) {
    if buffer[count &- 1] != 0x7B { byte(0x2C) }
    byte(0x22)
    literal(name)
    byte(0x22)
    byte(0x3A)
  }

  /// The word of an enumeration.
  @inline(never) public mutating func word(_ table: NameTable, _ index: UInt8) {
    let (name, length) = table.name(Int(index))
    reserve(length &+ 16)
    let place = buffer + count
    place[0] = 0x22
    JSONWriter.copyWords(name, place + 1, length)
    place[length &+ 1] = 0x22
    count &+= length &+ 2
  }

  @inlinable @inline(__always) public mutating func word<E: OCPPEnum>(_ value: E) {
    word(E.table, value.rawValue)
  }

  /// Copies by whole words, up to 7 bytes more than asked: names in tables are padded, and the room
  /// was reserved with a margin.
  @inline(__always) static func copyWords(
    _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ length: Int
  ) {
    #if arch(x86_64) || arch(arm64)
      var index = 0
      repeat {
        UnsafeMutableRawPointer(target + index).storeBytes(
          of: UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self), as: UInt64.self)
        index &+= 8
      } while index < length
    #else
      var index = 0
      while index < length {
        target[index] = source[index]
        index &+= 1
      }
    #endif
  }
}
