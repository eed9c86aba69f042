public import OCPPJSON

/// The envelope of packed meter values: records one after the other, each
///
///     8 bytes  timestamp, milliseconds since 1970, big-endian, two's complement
///     4 bytes  length of the samples, big-endian
///     …        the samples, packed by `MeterPacking`
///
/// A record is what duplicates are recognized by: same bytes, same reading.
public struct MeterRecords: Sequence, IteratorProtocol {
  /// The bytes before the samples.
  public static var headerLength: Int { 12 }

  private let bytes: [UInt8]
  private var index = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next record, or nil at the end (or where the bytes are cut short).
  public mutating func next() -> MeterRecord? {
    let start = index + MeterRecords.headerLength
    guard start <= bytes.count else { return nil }
    var stamp: UInt64 = 0
    for offset in 0..<8 { stamp = stamp << 8 | UInt64(bytes[index + offset]) }
    var length: UInt32 = 0
    for offset in 8..<12 { length = length << 8 | UInt32(bytes[index + offset]) }
    guard Int(length) <= bytes.count - start else { return nil }
    let record = MeterRecord(
      timestamp: DateTime(milliseconds: Int64(bitPattern: stamp)),
      range: index..<(start + Int(length)))
    index = start + Int(length)
    return record
  }
}

/// One meter value inside packed bytes.
public struct MeterRecord: Sendable, Equatable {
  public var timestamp: DateTime
  /// The whole record, header included.
  public var range: Range<Int>
}
