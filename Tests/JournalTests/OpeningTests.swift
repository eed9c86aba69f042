import TestKit
import Testing

@testable import Journal

@Suite struct OpeningTests {
  let geometry = FlashGeometry(sectorSize: 256, sectorCount: 6, programUnit: 4)
  private var limits: JournalLimits { Small.limits(geometry) }

  /// A journal that has turned its ring and holds ten values and five events.
  private func filled() throws -> (RAMFlash, Model) {
    let flash = RAMFlash(geometry)
    var rig = try Rig(flash, limits)
    for round in 0..<12 {
      for key in 0..<10 {
        try rig.take(.change(.put(1, UInt32(key), .normal, [UInt8(round), UInt8(key)])))
      }
    }
    for number in 0..<5 { try rig.take(.change(.append(2, 0, .essential, [UInt8(number)]))) }
    #expect(rig.refusals == 0)
    return (flash, rig.model)
  }

  @Test("An erased partition is a new journal, and opening it writes nothing")
  func empty() throws {
    let flash = RAMFlash(geometry)
    let journal = try TestJournal.open(flash, limits: limits)
    #expect(journal.opening.isNew)
    #expect(journal.records.isEmpty)
    #expect(flash.operations == 0)
    #expect(try journal.eraseCounts() == Array(repeating: nil, count: 6))
  }

  @Test("A foreign partition is refused and left as it is; formatting makes it a journal")
  func foreign() throws {
    let flash = RAMFlash(geometry)
    for index in flash.bytes.indices { flash.bytes[index] = UInt8(truncatingIfNeeded: index) }
    #expect(throws: JournalError(.foreign)) { _ = try TestJournal.open(flash, limits: limits) }
    #expect(flash.operations == 0)
    var journal = try TestJournal.format(flash, limits: limits)
    try journal.perform(.put(1, 1, .normal, [1]))
    #expect(try TestJournal.open(journal.close(), limits: limits).records.count == 1)
    let strange = RAMFlash(geometry)
    strange.bytes[3_000 % strange.bytes.count] = 0
    #expect(throws: JournalError(.foreign)) { _ = try TestJournal.open(strange, limits: limits) }
    let headers = RAMFlash(geometry)
    for slot in 0..<6 { headers.bytes[slot * 256] = 0 }
    #expect(throws: JournalError(.foreign)) { _ = try TestJournal.open(headers, limits: limits) }
  }

  @Test("Formatting forgets the records and keeps the highest erase count")
  func format() throws {
    let (flash, _) = try filled()
    let before = try TestJournal.open(flash, limits: limits).eraseCounts().compactMap(\.self).max()!
    var journal = try TestJournal.format(flash, limits: limits)
    #expect(journal.records.isEmpty)
    try journal.perform(.put(1, 1, .normal, [1]))
    #expect(try journal.eraseCounts()[0]! > before)
  }

  /// Writes all headers anew with another byte.
  private func rewrite(_ flash: RAMFlash, _ offset: Int, _ value: UInt8) {
    for slot in 0..<geometry.sectorCount {
      let sector = UnsafeMutableRawBufferPointer(
        rebasing: flash.bytes[slot * 256..<slot * 256 + 256])
      guard sector[0] == 0x4F else { continue }
      sector[offset] = value
      var crc = CRC32()
      crc.update(UnsafeRawBufferPointer(rebasing: sector[..<24]))
      sector.put(crc.value, at: 24)
    }
  }

  @Test("A firmware that only added to the format keeps the journal, and so does the one before it")
  func minorVersions() throws {
    let (flash, model) = try filled()
    for minor in [7, 0] as [UInt8] {
      rewrite(flash, 5, minor)
      #expect(try Model.of(TestJournal.open(flash, limits: limits)) == model)
    }
  }

  @Test(
    "A firmware update keeps the journal, whatever limits the new firmware sets",
    .covers("CP16-26", "CP16-33"))
  func update() throws {
    let (flash, model) = try filled()
    var other = limits
    other.records = 2
    other.payload = 1
    other.essentialRecords = 0
    other.normalRecords = 0
    var journal = try TestJournal.open(flash, limits: other)
    #expect(try Model.of(journal) == model)
    #expect(journal.freeRecords() == 0)
    #expect(throws: JournalError(.full)) { try journal.perform(.append(1, 1, .essential, [1])) }
    // It can still turn its ring, with records larger than its own limit.
    for _ in 0..<200 { try journal.perform(.put(1, 3, .normal, [1])) }
    #expect(journal.records.count == model.records.count)
    #expect(try TestJournal.open(flash, limits: limits).records.count == model.records.count)
  }

  @Test("A newer format is refused and left as it is", .covers("CP16-26"))
  func newer() throws {
    let (flash, _) = try filled()
    rewrite(flash, 4, 2)
    let before = flash.operations
    #expect(throws: JournalError(.newerFormat)) { _ = try TestJournal.open(flash, limits: limits) }
    #expect(flash.operations == before)
  }

  @Test("A partition divided otherwise is refused and left as it is")
  func otherGeometry() throws {
    let (flash, _) = try filled()
    for (offset, value) in [(6, 9), (7, 3), (8, 7)] as [(Int, UInt8)] {
      let copy = flash.copy()
      rewrite(copy, offset, value)
      // The checksum's place depends on the unit.
      if offset == 7 { continue }
      #expect(throws: JournalError(.otherGeometry)) {
        _ = try TestJournal.open(copy, limits: limits)
      }
    }
    let larger = RAMFlash(FlashGeometry(sectorSize: 256, sectorCount: 8, programUnit: 4))
    larger.bytes.copyMemory(from: UnsafeRawBufferPointer(flash.bytes))
    #expect(throws: JournalError(.otherGeometry)) {
      _ = try TestJournal.open(larger, limits: limits)
    }
  }

  @Test("A geometry or limits that make no sense are refused")
  func badLimits() throws {
    let bad = [
      FlashGeometry(sectorSize: 128, sectorCount: 6, programUnit: 4),
      FlashGeometry(sectorSize: 300, sectorCount: 6, programUnit: 4),
      FlashGeometry(sectorSize: 256, sectorCount: 3, programUnit: 4),
      FlashGeometry(sectorSize: 256, sectorCount: 6, programUnit: 64),
      FlashGeometry(sectorSize: 256, sectorCount: 6, programUnit: 12),
    ]
    for geometry in bad {
      #expect(throws: JournalError(.badLimits)) {
        _ = try TestJournal.open(RAMFlash(geometry), limits: JournalLimits(for: geometry))
      }
    }
    var tooLong = limits
    tooLong.payload = 230
    #expect(throws: JournalError(.badLimits)) {
      _ = try TestJournal.format(RAMFlash(geometry), limits: tooLong)
    }
  }

  @Test("Flipped bits are noticed, reported, and cost only what they touched", arguments: 0..<10)
  func bitRot(block: Int) throws {
    let (flash, model) = try filled()
    for index in 0..<(20 * Scale.factor) {
      let seed = UInt64(block * 1_000 + index)
      var chance = Chance(seed)
      let copy = flash.copy()
      let place = chance.below(copy.bytes.count)
      copy.bytes[place] ^= 1 << UInt8(chance.below(8))
      let journal = try TestJournal.open(copy, limits: limits)
      let found = try Model.of(journal)
      let intact = found.records.filter { model.records.contains($0) }
      #expect(intact.count >= model.records.count - 1, "seed \(seed)")
      if intact.count < model.records.count {
        #expect(journal.opening != JournalOpening(), "seed \(seed)")
      }
      // What is there in place of what was lost is an older state, never an invention.
      #expect(found.records.allSatisfy { $0.kind == 1 || $0.kind == 2 }, "seed \(seed)")
      #expect(found.records.allSatisfy { $0.payload.count <= 2 }, "seed \(seed)")
    }
  }

  @Test("A sector whose header lost bits is read all the same", arguments: 0..<6)
  func headerRot(slot: Int) throws {
    let (flash, model) = try filled()
    let before = try TestJournal.open(flash, limits: limits)
    let newest = before.layout.slot(before.head)
    let isUsed = before.head - (newest - slot + 6) % 6 >= before.tail
    flash.bytes[slot * 256 + 17] ^= 4
    var journal = try TestJournal.open(flash, limits: limits)
    #expect(try Model.of(journal) == model)
    if isUsed { #expect(journal.opening.damagedSectors == 1) }
    try journal.perform(.append(2, 0, .essential, [9]))
    #expect(
      try TestJournal.open(flash, limits: limits).records.count == model.records.count + 1)
  }

  @Test("A record that rots while the journal is open is noticed when read and when copied")
  func rotInSession() throws {
    let flash = RAMFlash(geometry)
    var journal = try TestJournal.open(flash, limits: limits)
    try journal.perform(.put(1, 1, .normal, [1, 2, 3, 4]))
    let number = try journal.append(kind: 2, priority: .essential, [5, 6, 7, 8].span.bytes)
    let address = journal.records.entry(1).address
    flash.bytes[address + 13] ^= 1
    var payload: [UInt8] = []
    #expect(throws: JournalError(.damaged)) { try journal.read(number, into: &payload) }
    for round in 0..<100 { try journal.perform(.put(1, 2, .normal, [UInt8(round)])) }
    #expect(journal.traffic.lostRecords == 1)
    #expect(journal.records.count == 2)
    #expect(throws: JournalError(.notFound)) { try journal.read(number, into: &payload) }
  }

  @Test("Damage inside a batch costs the batch, and nothing else")
  func rotInBatch() throws {
    for member in 0..<3 {
      let flash = RAMFlash(geometry)
      var rig = try Rig(flash, limits)
      try rig.take(.change(.append(1, 0, .normal, [1])))
      try rig.take(.batch((0..<3).map { .append(2, 0, .normal, [$0, 1, 2, 3, 4]) }))
      try rig.take(.change(.append(1, 0, .normal, [2])))
      flash.bytes[rig.journal.records.entry(1 + member).address + 14] ^= 0x10
      let journal = try TestJournal.open(flash, limits: limits)
      #expect(journal.records.map(\.kind) == [1, 1], "member \(member)")
      #expect(journal.opening.damagedPlaces == 1)
    }
  }

  @Test("Opening reads what was never programmed twice at most, however large the sectors are")
  func quick() throws {
    let large = FlashGeometry(sectorSize: 65_536, sectorCount: 4, programUnit: 4)
    let flash = RAMFlash(large)
    var journal = try TestJournal.open(flash, limits: limits)
    for number in 0..<20 { try journal.perform(.append(1, 0, .normal, [UInt8(number)])) }
    flash.readBytes = 0
    #expect(try TestJournal.open(journal.close(), limits: limits).records.count == 20)
    #expect(flash.readBytes < 2 * large.sectorSize + 8_192)
  }

  @Test("A flash that cannot be read is an error when opening")
  func unreadable() throws {
    let (flash, _) = try filled()
    flash.unreadable = 300..<310
    for _ in 0..<2 {
      do throws(JournalError) {
        _ = try TestJournal.open(flash, limits: limits).records.count
        flash.unreadable = 0..<1
      } catch {
        #expect(error.code == .flash)
        #expect(error.flash?.code == .failed)
      }
    }
    flash.unreadable = 256..<257
    #expect(throws: JournalError.self) { _ = try TestJournal.open(flash, limits: limits) }
  }
}
