internal import OCPPJSON

/// The head of a block: what a query must know to pass over its records. Little-endian, 296 bytes.
struct FrameBlock {
  static let headerLength = 296
  private static let magic: UInt32 = 0x4650_434F  // "OCPF"
  private static let noAction: UInt64 = 1 << 63
  private static let bloomStart = 40
  private static let bloomBits: UInt32 = 2_048

  /// Bytes of the records.
  var length = 0
  /// Bytes they take in the file when they are packed (`FramePacking`); 0 when they stand as they are.
  var packed = 0
  var records = 0
  /// Milliseconds since 1970.
  var first = Int64.max
  var last = Int64.min
  /// A bit for every action below 63; the last bit is for all others and for none.
  var actions: UInt64 = 0
  /// Which stations may be in it.
  private var bloom = [UInt8](repeating: 0, count: Int(bloomBits / 8))

  init() {}

  /// Bytes of the block in the file, without its head.
  var stored: Int { packed > 0 ? packed : length }

  /// The head of a block with these records, which must be whole.
  init(of content: UnsafeRawBufferPointer) {
    for record in FrameRecords(content) {
      length += record.length
      records += 1
      first = min(first, record.note.time.milliseconds)
      last = max(last, record.note.time.milliseconds)
      actions |= Self.bit(record.note.action)
      let (one, other) = Self.places(record.station)
      bloom[Int(one >> 3)] |= 1 << UInt8(one & 7)
      bloom[Int(other >> 3)] |= 1 << UInt8(other & 7)
    }
  }

  /// Nil when these bytes are no head.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerLength,
      UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)) == Self.magic
    else { return nil }
    func value<Number: FixedWidthInteger>(_ offset: Int, _: Number.Type) -> Number {
      Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
    length = Int(value(4, UInt32.self))
    records = Int(value(8, UInt32.self))
    packed = Int(value(12, UInt32.self))
    first = value(16, Int64.self)
    last = value(24, Int64.self)
    actions = value(32, UInt64.self)
    bloom = [UInt8](bytes[Self.bloomStart..<Self.headerLength])
    guard length > 0, length <= FrameBatch.capacity, packed < length else { return nil }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.headerLength)
    func append<Number: FixedWidthInteger>(_ number: Number) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(Self.magic)
    append(UInt32(length))
    append(UInt32(records))
    append(UInt32(packed))
    append(first)
    append(last)
    append(actions)
    return bytes + bloom
  }

  func mayHave(action: UInt8?) -> Bool { actions & Self.bit(action) != 0 }

  func mayHave(station: [UInt8]) -> Bool {
    let (one, other) = station.withUnsafeBytes { Self.places($0) }
    return bloom[Int(one >> 3)] & 1 << UInt8(one & 7) != 0
      && bloom[Int(other >> 3)] & 1 << UInt8(other & 7) != 0
  }

  private static func bit(_ action: UInt8?) -> UInt64 {
    guard let action, action < 63 else { return noAction }
    return 1 << UInt64(action)
  }

  /// Two bits of the filter, from FNV-1a.
  private static func places(_ station: UnsafeRawBufferPointer) -> (UInt32, UInt32) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in station { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return (
      UInt32(truncatingIfNeeded: hash >> 32) % bloomBits,
      UInt32(truncatingIfNeeded: hash) % bloomBits
    )
  }
}
