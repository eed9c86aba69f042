import TestKit
import Testing

@testable import Journal

@Suite struct WearTests {
  @Test("Every sector is erased equally often, to within one, and little is copied")
  func wear() throws {
    let geometry = FlashGeometry(sectorSize: 4_096, sectorCount: 16, programUnit: 4)
    let flash = RAMFlash(geometry)
    var journal = try TestJournal.open(flash, limits: JournalLimits(for: geometry))
    // Half of what may live never changes, as configuration and lists do not.
    for key in 0..<200 {
      try journal.put(
        kind: 1, key: UInt32(key), priority: .normal, [UInt8](repeating: 1, count: 90).span.bytes)
    }
    let appends = _isDebugAssertConfiguration() ? 60_000 : 2_000_000
    let payload = [UInt8](repeating: 7, count: 40)
    var queue: [UInt32] = []
    for number in 0..<appends {
      queue.append(try journal.append(kind: 2, priority: .essential, payload.span.bytes))
      if queue.count > 20 { try journal.remove(queue.removeFirst()) }
      if number % 50_000 == 0 {
        journal = try TestJournal.open(flash, limits: JournalLimits(for: geometry))
      }
    }
    let counts = try journal.eraseCounts().compactMap(\.self)
    #expect(counts.count == 16)
    #expect(counts.max()! - counts.min()! <= 1)
    #expect(flash.erases.max()! - flash.erases.min()! <= 1)
    #expect(counts.enumerated().allSatisfy { abs(Int($1) - flash.erases[$0]) <= 1 })
    let traffic = journal.traffic
    let amplification =
      Double(traffic.appendedBytes + traffic.copiedBytes) / Double(traffic.appendedBytes)
    // Live: 200 × 108 + 20 × 56 of 65,536 bytes, about 35 %; the ring turns through the rest.
    #expect(amplification < 1.7)
    Scale.report(
      "wear: \(appends) appends, erases \(counts.min()!)...\(counts.max()!), "
        + "amplification \(amplification), programmed \(flash.programmedBytes)")
  }

  @Test(
    "At the stated capacity, what is copied stays within the stated factor", arguments: [8, 16, 64])
  func fullAmplification(sectors: Int) throws {
    let geometry = FlashGeometry(sectorSize: 1_024, sectorCount: sectors, programUnit: 4)
    var limits = JournalLimits(for: geometry)
    limits.payload = 64
    limits.records = sectors * 32
    limits.essentialRecords = 0
    var journal = try TestJournal.open(RAMFlash(geometry), limits: limits)
    let payload = [UInt8](repeating: 7, count: 44)
    while journal.freeBytes() >= journal.size(ofPayload: 44), journal.freeRecords() > 0 {
      try journal.append(kind: 2, priority: .essential, payload.span.bytes)
    }
    let live = journal.liveBytes
    let before = journal.traffic
    for _ in 0..<2_000 {
      try journal.remove(journal.records[0].sequence)
      try journal.append(kind: 2, priority: .essential, payload.span.bytes)
    }
    let appended = journal.traffic.appendedBytes - before.appendedBytes
    let copied = journal.traffic.copiedBytes - before.copiedBytes
    let factor = Double(appended + copied) / Double(appended)
    #expect(factor <= Double(sectors) / Double(limits.spareSectors))
    Scale.report("full \(sectors) sectors, live \(live): amplification \(factor)")
  }

  @Test("Tidying in idle time leaves no copying to the next append")
  func tidying() throws {
    let geometry = FlashGeometry(sectorSize: 1_024, sectorCount: 8, programUnit: 4)
    var journal = try TestJournal.open(RAMFlash(geometry), limits: JournalLimits(for: geometry))
    let payload = [UInt8](repeating: 7, count: 44)
    var copiedInAppend: UInt64 = 0
    for key in 0..<20 { try journal.perform(.put(1, UInt32(key), .normal, payload)) }
    for _ in 0..<2_000 {
      while try journal.tidy() {}
      let before = journal.traffic.copiedBytes
      let number = try journal.append(kind: 2, priority: .normal, payload.span.bytes)
      copiedInAppend += journal.traffic.copiedBytes - before
      try journal.remove(number)
    }
    #expect(copiedInAppend == 0)
    #expect(journal.traffic.copiedBytes > 0)
  }

  @Test("Opening reads no more than three times what the partition holds")
  func openingTime() throws {
    let geometry = FlashGeometry(sectorSize: 4_096, sectorCount: 32, programUnit: 4)
    let flash = RAMFlash(geometry)
    var journal = try TestJournal.open(flash, limits: JournalLimits(for: geometry))
    for number in 0..<3_000 {
      try journal.append(
        kind: 2, key: UInt32(number), priority: .normal,
        [UInt8](repeating: 7, count: 44).span.bytes)
      if journal.records.count > 400 { try journal.remove(journal.records[0].sequence) }
    }
    flash.readBytes = 0
    let clock = ContinuousClock()
    let time = try clock.measure {
      _ = try TestJournal.open(flash, limits: JournalLimits(for: geometry)).records.count
    }
    #expect(flash.readBytes < 3 * geometry.size)
    Scale.report("opening 128 KiB: \(time), read \(flash.readBytes)")
  }
}
