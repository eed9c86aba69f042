import TestKit
import Testing

@testable import Journal

@Suite struct FullTests {
  let geometry = FlashGeometry(sectorSize: 512, sectorCount: 8, programUnit: 4)

  private var limits: JournalLimits {
    var limits = JournalLimits(for: geometry)
    limits.payload = 64
    limits.records = 200
    limits.essentialBytes = 400
    limits.normalBytes = 300
    limits.essentialRecords = 10
    limits.normalRecords = 10
    return limits
  }

  /// Appends until it is refused; returns how many were taken.
  private func fill(
    _ journal: inout TestJournal, _ priority: JournalPriority, _ size: Int
  ) throws -> Int {
    var count = 0
    let payload = [UInt8](repeating: 9, count: size)
    while true {
      do throws(JournalError) {
        try journal.append(kind: 1, priority: priority, payload.span.bytes)
        count += 1
      } catch {
        #expect(error.code == .full)
        return count
      }
    }
  }

  @Test(
    "Expendable records are refused first, normal ones next, essential ones last",
    .covers("CP16-25"), arguments: [4, 20, 64])
  func order(size: Int) throws {
    let flash = RAMFlash(geometry)
    var journal = try TestJournal.open(flash, limits: limits)
    #expect(try fill(&journal, .expendable, size) > 0)
    #expect(journal.freeBytes(for: .normal) > 0 || journal.freeRecords(for: .normal) > 0)
    #expect(try fill(&journal, .normal, size) > 0)
    #expect(try fill(&journal, .expendable, size) == 0)
    let essential = try fill(&journal, .essential, size)
    #expect(essential >= min(10, 400 / journal.size(ofPayload: size)))
    #expect(try fill(&journal, .normal, size) == 0)
    // Full to the brim, it still forgets, replaces and opens.
    let count = journal.records.count
    for _ in 0..<50 {
      try journal.remove(journal.records[0].sequence)
      #expect(try fill(&journal, .essential, size) == 1)
    }
    #expect(journal.records.count == count)
    let again = try TestJournal.open(flash, limits: limits)
    #expect(try Model.of(again) == Model.of(journal))
    #expect(flash.violations == 0)
  }

  @Test(
    "Any mix of sizes fills to the stated capacity, and a full journal is refused by count alone",
    arguments: 0..<40)
  func capacity(seed: UInt64) throws {
    var chance = Chance(seed)
    let unit = [4, 8, 16][chance.below(3)]
    let geometry = FlashGeometry(
      sectorSize: 512, sectorCount: 4 + chance.below(8), programUnit: unit)
    var limits = JournalLimits(for: geometry)
    limits.payload = 100
    limits.records = 1_000
    limits.spareSectors = 2
    limits.essentialBytes = 0
    limits.essentialRecords = 0
    var journal = try TestJournal.open(RAMFlash(geometry), limits: limits)
    for _ in 0..<600 {
      let payload = [UInt8](repeating: 1, count: chance.below(101))
      let fits = journal.size(ofPayload: payload.count) <= journal.freeBytes()
      do throws(JournalError) {
        try journal.append(kind: 1, priority: .essential, payload.span.bytes)
        #expect(fits)
      } catch {
        #expect(error.code == .full && !fits, "seed \(seed): \(error)")
        try journal.remove(journal.records[chance.below(journal.records.count)].sequence)
      }
    }
  }

  @Test("A value is replaced even when nothing more may be added")
  func replacing() throws {
    var journal = try TestJournal.open(RAMFlash(geometry), limits: limits)
    try journal.perform(.put(5, 5, .normal, Array(repeating: 1, count: 30)))
    _ = try fill(&journal, .essential, 20)
    for round in 0..<100 {
      try journal.perform(.put(5, 5, .normal, Array(repeating: UInt8(round), count: 30)))
      try journal.perform([.put(5, 5, .normal, Array(repeating: UInt8(round), count: 30))])
    }
    #expect(throws: JournalError(.full)) {
      try journal.perform(.put(5, 5, .expendable, Array(repeating: 1, count: 64)))
    }
    #expect(throws: JournalError(.full)) { try journal.perform(.put(5, 6, .expendable, [])) }
  }

  @Test(
    "Readings are thinned evenly, and begin, end, Start and Stop stay",
    .covers("CP16-25", "CP16-17"))
  func thinning() throws {
    var journal = try TestJournal.open(RAMFlash(geometry), limits: limits)
    let thinning = EvenThinning(kind: 2)
    let start = try journal.append(kind: 1, priority: .essential, [1].span.bytes)
    let begin = try journal.append(kind: 2, priority: .essential, [2].span.bytes)
    var readings: [UInt32] = []
    for minute in 0..<1_000 {
      readings.append(
        try journal.append(
          kind: 2, key: UInt32(minute), priority: .expendable,
          [UInt8](repeating: 0, count: 20).span.bytes, orDrop: { thinning.next(in: $0) }))
    }
    let stop = try journal.append(
      kind: 1, priority: .essential, [3].span.bytes, orDrop: { thinning.next(in: $0) })
    let living = journal.records.map(\.sequence)
    #expect(living.contains(start) && living.contains(begin) && living.contains(stop))
    let minutes = journal.records.filter { $0.priority == .expendable }.map { Int($0.key) }
    #expect(minutes.count > 40)
    let gaps = zip(minutes.dropFirst(), minutes).map { $0 - $1 }
    #expect(gaps.max()! <= 3 * 1_000 / minutes.count)
    #expect(minutes.first! == 0 && minutes.last! >= 998)
  }

  @Test("An essential record that finds no room takes that of an expendable one, never of its like")
  func victims() throws {
    var journal = try TestJournal.open(RAMFlash(geometry), limits: limits)
    let normal = try journal.append(kind: 1, priority: .normal, RawSpan())
    let essential = try journal.append(kind: 1, priority: .essential, RawSpan())
    _ = try fill(&journal, .essential, 20)
    let payload = [UInt8](repeating: 0, count: 30)
    #expect(throws: JournalError(.full)) {
      try journal.append(
        kind: 1, priority: .essential, payload.span.bytes, orDrop: { _ in essential })
    }
    #expect(throws: JournalError(.full)) {
      try journal.append(kind: 1, priority: .normal, payload.span.bytes, orDrop: { _ in normal })
    }
    #expect(throws: JournalError(.full)) {
      try journal.append(kind: 1, priority: .essential, payload.span.bytes, orDrop: { _ in 9_999 })
    }
    #expect(journal.records.position(of: normal) != nil)
    var batch = JournalBatch()
    batch.append(kind: 1, priority: .essential, [1].span.bytes)
    batch.append(kind: 1, priority: .expendable, [2].span.bytes)
    #expect(throws: JournalError(.full)) { try journal.commit(batch) }
    try journal.remove(journal.records[3].sequence)
    try journal.commit(batch, orDrop: { $0.first { $0.priority == .normal }?.sequence })
    #expect(journal.records.position(of: normal) == nil)
  }

  @Test("Thinning comes to an end: the last expendable record goes, then there is none to name")
  func lastOne() throws {
    var journal = try TestJournal.open(RAMFlash(geometry), limits: limits)
    let thinning = EvenThinning()
    #expect(thinning.next(in: journal.records) == nil)
    for key in 0..<5 {
      try journal.append(kind: 1, key: UInt32(key), priority: .expendable, RawSpan())
    }
    var dropped: [UInt32] = []
    while let choice = thinning.next(in: journal.records) {
      dropped.append(journal.records[journal.records.position(of: choice)!].key)
      try journal.remove(choice)
    }
    #expect(dropped == [1, 3, 2, 0, 4])
  }

  @Test("What the journal handed out of its index stays as it was, whatever is written after it")
  func handedOut() throws {
    var journal = try TestJournal.open(RAMFlash(geometry), limits: limits)
    for key in 0..<70 {
      try journal.put(kind: 1, key: UInt32(key), priority: .normal, RawSpan())
    }
    let before = journal.records
    for key in 0..<70 where key % 3 > 0 {
      try journal.put(kind: 1, key: UInt32(key), priority: .normal, RawSpan())
    }
    for _ in 0..<20 { try journal.remove(journal.records[10].sequence) }
    #expect(before.map(\.key) == (0..<70).map { UInt32($0) })
    #expect(before.map(\.sequence) == (1...70).map { UInt32($0) })
    let keys = (0..<70).filter { $0 % 3 == 0 } + (0..<70).filter { $0 % 3 > 0 }
    #expect(journal.records.map(\.key) == (keys[..<10] + keys[30...]).map { UInt32($0) })
  }
}
