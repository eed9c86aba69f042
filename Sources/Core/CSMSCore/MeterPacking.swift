public import OCPP16
import OCPPJSON

/// Meter values as compact bytes, a tenth of their JSON, and back without loss.
///
/// The samples of one record, one after the other:
///
///     1 byte   which of context, format, measurand, phase, location, unit are there (bits 0…5);
///              bit 6: the value is a number
///     …        one byte for each that is there: the index of its word in the message model, which
///              therefore only ever grows at its end
///     …        a number: exponent (1 byte), mantissa (variable length); else: length, text
public enum MeterPacking {
  /// One record per meter value, in the order given.
  public static func pack(_ values: [MeterValue]) -> [UInt8] {
    let most = values.reduce(0) { $0 + Packer.mostBytes(of: $1) }
    return [UInt8](unsafeUninitializedCapacity: most) { room, count in
      var packer = Packer(room)
      for value in values { packer.put(value) }
      count = packer.count
    }
  }

  /// All meter values of packed bytes.
  public static func unpack(_ bytes: [UInt8]) -> [MeterValue] {
    MeterRecords(bytes).map { unpack($0, in: bytes) }
  }

  /// One meter value.
  public static func unpack(_ record: MeterRecord, in bytes: [UInt8]) -> MeterValue {
    var samples: [SampledValue] = []
    var unpacker = Unpacker(
      bytes, record.range.lowerBound + MeterRecords.headerLength, record.range.upperBound)
    while let sample = unpacker.next() { samples.append(sample) }
    return MeterValue(timestamp: record.timestamp, sampledValue: samples)
  }
}

/// Writes into room that is large enough (`mostBytes`), so that no byte asks whether there is any.
private struct Packer {
  /// A mask, six words, and a number: an exponent and 64 bits, seven at a time.
  private static var mostBytesOfNumber: Int { 1 + 6 + 1 + 10 }

  private let room: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  static func mostBytes(of value: MeterValue) -> Int {
    value.sampledValue.reduce(MeterRecords.headerLength) {
      $0 + mostBytesOfNumber + $1.value.count
    }
  }

  mutating func put(_ value: MeterValue) {
    let start = count
    let stamp = UInt64(bitPattern: value.timestamp.milliseconds)
    for shift in 0..<8 { put(byte: UInt8(truncatingIfNeeded: stamp >> UInt64(56 - 8 * shift))) }
    for _ in 0..<4 { put(byte: 0) }
    for sample in value.sampledValue { put(sample) }
    let length = UInt32(count - start - MeterRecords.headerLength)
    for shift in 0..<4 {
      room[start + 8 + shift] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * shift))
    }
  }

  private mutating func put(_ sample: SampledValue) {
    let head = count
    put(byte: 0)
    var mask: UInt8 = 0
    put(sample.context, bit: 0, &mask)
    put(sample.format, bit: 1, &mask)
    put(sample.measurand, bit: 2, &mask)
    put(sample.phase, bit: 3, &mask)
    put(sample.location, bit: 4, &mask)
    put(sample.unit, bit: 5, &mask)
    if let number = sample.value.withUTF8({ Decimal(canonical: $0) }) {
      mask |= 1 << 6
      put(byte: UInt8(bitPattern: number.exponent))
      put(number: UInt64(bitPattern: number.mantissa << 1 ^ number.mantissa >> 63))
    } else {
      put(number: UInt64(sample.value.count))
      sample.value.withUTF8 { for byte in $0 { put(byte: byte) } }
    }
    room[head] = mask
  }

  @inline(__always)
  private mutating func put<E: OCPPEnum>(_ word: E?, bit: Int, _ mask: inout UInt8) {
    guard let word else { return }
    mask |= 1 << UInt8(bit)
    put(byte: word.rawValue)
  }

  /// Seven bits a byte, low first; the high bit says that more follow.
  private mutating func put(number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      put(byte: UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    put(byte: UInt8(truncatingIfNeeded: rest))
  }

  @inline(__always)
  private mutating func put(byte: UInt8) {
    precondition(count < room.count, "The most there can be was reckoned.")
    room[count] = byte
    count += 1
  }
}

private struct Unpacker {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    self.bytes = bytes
    index = start
    self.end = end
  }

  /// The next sample; nil at the end, or where bytes are damaged.
  mutating func next() -> SampledValue? {
    guard let mask = byte() else { return nil }
    var sample = SampledValue(value: Text())
    sample.context = word(mask, 0)
    sample.format = word(mask, 1)
    sample.measurand = word(mask, 2)
    sample.phase = word(mask, 3)
    sample.location = word(mask, 4)
    sample.unit = word(mask, 5)
    if mask & 1 << 6 != 0 {
      guard let exponent = byte(), let zigzag = number() else { return nil }
      let mantissa = Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1)
      let value = Decimal(mantissa: mantissa, exponent: Int8(bitPattern: exponent))
      sample.value = value.canonicalText
    } else {
      guard let length = number(), length <= UInt64(end - index) else { return nil }
      sample.value = Text(utf8: [UInt8](bytes[index..<(index + Int(length))]))
      index += Int(length)
    }
    return sample
  }

  private mutating func byte() -> UInt8? {
    if index >= end { return nil }
    index += 1
    return bytes[index - 1]
  }

  private mutating func word<E: OCPPEnum>(_ mask: UInt8, _ bit: Int) -> E? {
    if mask & 1 << UInt8(bit) == 0 { return nil }
    return byte().flatMap { E(rawValue: $0) }
  }

  private mutating func number() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let next = byte(), shift < 64 {
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
