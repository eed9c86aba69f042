import Journal

/// Flash in memory. Copies are the same flash.
struct SelfTestFlash: FlashPort {
  let geometry: FlashGeometry
  let bytes: UnsafeMutableRawBufferPointer

  init(sectorSize: Int) {
    geometry = FlashGeometry(sectorSize: sectorSize, sectorCount: 8, programUnit: 4)
    bytes = .allocate(byteCount: geometry.size, alignment: 8)
    for index in bytes.indices { bytes[index] = FlashGeometry.erasedByte }
  }

  func read(at address: Int, into target: UnsafeMutableRawBufferPointer) throws(FlashError) {
    for index in target.indices { target[index] = bytes[address + index] }
  }

  func program(at address: Int, _ source: UnsafeRawBufferPointer) throws(FlashError) {
    for index in source.indices { bytes[address + index] &= source[index] }
  }

  func erase(sector: Int) throws(FlashError) {
    let start = sector * geometry.sectorSize
    for index in start..<start + geometry.sectorSize {
      bytes[index] = FlashGeometry.erasedByte
    }
  }
}

extension SelfTest {
  static func journal() {
    let flash = SelfTestFlash(sectorSize: 256)
    do throws(JournalError) {
      var limits = JournalLimits(for: flash.geometry)
      limits.payload = 32
      let thinning = EvenThinning()
      var journal = try Journal.open(flash, limits: limits)
      let payload: [UInt8] = [1, 2, 3, 4, 5]
      try journal.put(kind: 1, key: 7, priority: .normal, payload.span.bytes)
      for _ in 0..<100 {
        try journal.append(kind: 2, priority: .expendable, payload.span.bytes) {
          thinning.next(in: $0)
        }
      }
      var batch = JournalBatch()
      batch.append(kind: 3, priority: .essential, payload.span.bytes)
      batch.put(kind: 1, key: 8, priority: .normal, payload.span.bytes)
      batch.removeValue(kind: 1, key: 9)
      batch.remove(journal.records[1].sequence)
      let number = try journal.commit(batch)
      _ = try journal.tidy()
      journal = try Journal.open(flash, limits: limits)
      var read: [UInt8] = []
      try journal.read(number, into: &read)
      check(read == payload, "the journal keeps a batch")
      let found = try journal.read(valueOf: 1, key: 7, into: &read)
      check(found && read == payload, "the journal keeps a value while readings are thinned")
      try journal.remove(number)
      check(journal.records.position(of: number) == nil, "the journal forgets what was removed")
      journal = try Journal.format(journal.close(), limits: limits)
      check(journal.records.isEmpty, "a formatted journal is empty")
    } catch {
      check(false, "the journal works without an error")
    }
  }
}
