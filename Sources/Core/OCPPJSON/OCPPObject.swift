/// A message payload or a part of one: a JSON object with a fixed set of members.
public protocol OCPPObject: Sendable {
  /// All members at their simplest; only a place for the decoder to read into.
  init(blank: ())
  /// Puts such a value where none is.
  static func putBlank(at place: UnsafeMutablePointer<Self>)
  /// Reads an object in place; what is wrong sticks to the reader.
  mutating func read(_ reader: inout JSONReader)
  /// Writes the object without white space, members in the order of the specification.
  func write(_ writer: inout JSONWriter)
}

/// A closed set of words. The raw value is the word's index in `table`.
public protocol OCPPEnum: RawRepresentable, Sendable where RawValue == UInt8 {
  static var table: NameTable { get }
}

extension OCPPEnum {
  /// The word as it stands on the wire.
  public var word: Text { Self.table.text(Int(rawValue)) }

  /// The value whose word on the wire is `word`, compared exactly.
  public init?(word: Text) {
    guard let value = word.withUTF8({ Self(utf8: $0) }) else { return nil }
    self = value
  }

  /// The value whose word on the wire these bytes are.
  public init?(utf8 word: UnsafeBufferPointer<UInt8>) {
    let index = Self.table.find(word)
    guard index >= 0 else { return nil }
    self.init(rawValue: UInt8(truncatingIfNeeded: index))
  }
}

extension OCPPObject {
  @inlinable @inline(__always) public static func putBlank(at place: UnsafeMutablePointer<Self>) {
    place.initialize(to: Self(blank: ()))
  }

  /// All members at their simplest, as `init(blank:)` has it; the quicker way to a value that is read
  /// into.
  @inlinable @inline(__always) public static func makeBlank() -> Self {
    #if _pointerBitWidth(_64)
      withUnsafeTemporaryAllocation(of: Self.self, capacity: 1) {
        let place = $0.baseAddress.unsafelyUnwrapped
        putBlank(at: place)
        return place.move()
      }
    #else
      Self(blank: ())
    #endif
  }

  /// Decodes and validates the value at hand.
  @inlinable public static func decode(_ reader: inout JSONReader) throws(DecodeError) -> Self {
    var value = makeBlank()
    value.read(&reader)
    if reader.failed { throw reader.error }
    return value
  }

  /// Decodes and validates a text that holds this object and nothing else.
  public static func decode(
    _ bytes: [UInt8], policy: ReadingPolicy = ReadingPolicy()
  ) throws(DecodeError) -> Self {
    var value = makeBlank()
    let error: DecodeError? = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer, policy: policy)
      value.read(&reader)
      reader.finish()
      return reader.failed ? reader.error : nil
    }
    if let error { throw error }
    return value
  }

  /// The object as JSON text.
  public func encoded() -> [UInt8] {
    var writer = JSONWriter()
    write(&writer)
    return writer.withBytes { [UInt8]($0) }
  }
}

extension JSONReader {
  /// Reads in place and throws what was wrong.
  @inlinable @inline(__always) public mutating func read<T: OCPPObject>(
    _ value: inout T
  ) throws(DecodeError) {
    value.read(&self)
    if failed { throw error }
  }

  @inlinable @inline(__always) public mutating func word<E: OCPPEnum>(_: E.Type = E.self) -> E {
    // The index comes from E's own table, so that a case of that number exists.
    E(rawValue: word(E.table)).unsafelyUnwrapped
  }

  /// A word of which one is excluded while `variant` is the message at hand.
  @inlinable @inline(__always) public mutating func word<E: OCPPEnum>(
    except excluded: E, in message: UInt8
  ) -> E {
    if variant != message { return word() }
    return E(rawValue: word(E.table, except: excluded.rawValue)).unsafelyUnwrapped
  }

  /// An array of objects, each read in place.
  @inlinable @inline(__always) public mutating func objects<T: OCPPObject>(
    _ array: inout [T], _ low: Int, _ high: Int
  ) {
    var count = 0
    #if _pointerBitWidth(_64)
      var follows = element(&count, low, high)
      while follows {
        let room = count == 1 ? room(forItemsOf: MemoryLayout<T>.stride, high) : 1
        array.append(addingCapacity: room) { span in
          span.withUnsafeMutableBufferPointer { buffer, used in
            repeat {
              let place = buffer.baseAddress.unsafelyUnwrapped + used
              T.putBlank(at: place)
              used &+= 1
              place.pointee.read(&self)
              follows = element(&count, low, high)
            } while follows && used < buffer.count
          }
        }
      }
    #else
      while element(&count, low, high) {
        if count == 1 {
          array.reserveCapacity(room(forItemsOf: MemoryLayout<T>.stride, high))
        }
        array.append(T(blank: ()))
        array[count &- 1].read(&self)
      }
    #endif
  }

  /// For how many items there is room at first: as many as what is left can hold, within `firstRoom`
  /// bytes, so that most lists never grow.
  @inlinable @inline(__always) func room(forItemsOf stride: Int, _ high: Int) -> Int {
    min((end - cursor) / 32 &+ 1, high, max(4, JSONReader.firstRoom / stride))
  }

  /// How many bytes a list of objects takes at first, unless four of them need more.
  @usableFromInline static var firstRoom: Int { 2_400 }

  @inlinable @inline(__always) public mutating func array<T>(
    _ low: Int, _ high: Int, _ one: (inout JSONReader) -> T
  ) -> [T] {
    var array: [T] = []
    var count = 0
    while element(&count, low, high) { array.append(one(&self)) }
    return array
  }
}
