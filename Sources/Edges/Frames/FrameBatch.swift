/// Records of one loop, on their way to the disk.
///
/// `@unchecked Sendable`: one thread at a time has it; it is handed over whole.
final class FrameBatch: @unchecked Sendable {
  /// A record of the longest kept frame fits behind a batch that is nearly full.
  static let capacity = FrameLimits.batchBytes + FrameLimits.frameBytes + 512

  let bytes = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
  var count = 0
  var records = 0

  deinit { bytes.deallocate() }

  var isFull: Bool { count >= FrameLimits.batchBytes }

  var content: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }

  func add(
    _ note: FrameNote, _ station: UnsafeBufferPointer<UInt8>, _ frame: UnsafeBufferPointer<UInt8>
  ) {
    let kept = min(frame.count, FrameLimits.frameBytes)
    count += FrameRecord.write(note, station, frame, keeping: kept, to: bytes + count)
    records += 1
  }
}

/// Every record of some bytes with its place among them.
struct FrameRecords: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func next() -> FrameRecord? {
    guard let record = FrameRecord(UnsafeRawBufferPointer(rebasing: bytes[offset...])) else {
      return nil
    }
    offset += record.length
    return record
  }
}
