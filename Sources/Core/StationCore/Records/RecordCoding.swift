import Journal
import OCPPJSON

/// Bytes of a record: little-endian integers, texts with their length in front.
struct RecordWriter {
  var batch = JournalBatch()

  @inline(never) mutating func put8(_ value: UInt8) { batch.bytes.append(value) }
  @inline(never) mutating func put(_ value: Bool) { batch.bytes.append(value ? 1 : 0) }

  @inline(never) mutating func put(_ value: UInt64) {
    for shift in 0..<8 { batch.bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * shift))) }
  }

  @inline(never) mutating func put(_ value: Int64) { put(UInt64(bitPattern: value)) }
  @inline(never) mutating func put(_ value: Int) { put(Int64(value)) }

  @inline(never) mutating func put32(_ value: Int32) {
    let bits = UInt32(bitPattern: value)
    for shift in 0..<4 { batch.bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(8 * shift))) }
  }

  @inline(never) mutating func put(_ value: Int?) {
    put(value != nil)
    if let value { put(value) }
  }

  @inline(never) mutating func put(_ value: Int64?) {
    put(value != nil)
    if let value { put(value) }
  }

  @inline(never) mutating func put(_ time: DateTime?) { put(time?.milliseconds) }

  /// Up to 65,535 bytes.
  @inline(never) mutating func put(_ text: Text) {
    text.withUTF8 { utf8 in
      let count = min(utf8.count, Int(UInt16.max))
      batch.bytes.append(UInt8(truncatingIfNeeded: count))
      batch.bytes.append(UInt8(truncatingIfNeeded: count >> 8))
      batch.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[0..<count]))
    }
  }
}

/// Reads a record. After the first thing that does not fit, `failed` stays set and zeros come out.
struct RecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private(set) var failed = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }

  @inline(never) mutating func get8() -> UInt8 {
    if index >= bytes.count {
      failed = true
      return 0
    }
    index += 1
    return bytes[index - 1]
  }

  @inline(never) mutating func getBool() -> Bool { get8() != 0 }

  @inline(never) mutating func get64() -> UInt64 {
    var value: UInt64 = 0
    for shift in 0..<8 { value |= UInt64(get8()) << UInt64(8 * shift) }
    return value
  }

  @inline(never) mutating func getInt64() -> Int64 { Int64(bitPattern: get64()) }
  /// An integer of a message: 32 bits, whatever the processor.
  @inline(never) mutating func getInt() -> Int {
    let value = getInt64()
    if let small = Int32(exactly: value) { return Int(small) }
    failed = true
    return 0
  }

  /// A number of the station's own, cut to what the processor's integers hold.
  @inline(never) mutating func getNumber() -> Int { Int(truncatingIfNeeded: getInt64()) }

  @inline(never) mutating func getInt32() -> Int32 {
    var value: UInt32 = 0
    for shift in 0..<4 { value |= UInt32(get8()) << UInt32(8 * shift) }
    return Int32(bitPattern: value)
  }

  @inline(never) mutating func getOptionalInt() -> Int? { getBool() ? getInt() : nil }
  @inline(never) mutating func getOptionalInt64() -> Int64? { getBool() ? getInt64() : nil }

  @inline(never) mutating func getOptionalTime() -> DateTime? {
    getOptionalInt64().map { DateTime(milliseconds: min(max($0, 0), Stamp.range.upperBound)) }
  }

  @inline(never) mutating func getText() -> Text {
    let count = Int(get8()) | Int(get8()) << 8
    if failed || bytes.count - index < count {
      failed = true
      return Text()
    }
    defer { index += count }
    return Text(utf8: UnsafeBufferPointer(rebasing: bytes[index..<index + count]))
  }

  /// A case by its raw value; what no case has is a failure.
  @inline(never) mutating func getEnum<E: RawRepresentable>(_: E.Type = E.self, or fallback: E) -> E
  where E.RawValue == UInt8 {
    if let value = E(rawValue: get8()) { return value }
    failed = true
    return fallback
  }

  /// A meter's register, in Wh.
  @inline(never) mutating func getRegister() -> Int64 {
    let value = getInt64()
    if MeterReading.registerRange.contains(value) { return value }
    failed = true
    return 0
  }

  /// A place in a table that must have it, such as a connector's number.
  @inline(never) mutating func getIndex(below limit: Int) -> Int {
    let value = getInt()
    if value >= 0 && value < limit { return value }
    failed = true
    return 0
  }
}
