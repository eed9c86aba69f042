import TestKit
import Testing

@testable import Journal

@Suite struct ModelTests {
  @Test(
    "Whatever is appended, replaced, removed and reopened, the journal holds what a plain list holds",
    .covers("CP16-17", "CP16-33"), arguments: 0..<20)
  func random(block: Int) throws {
    for index in 0..<(25 * Scale.factor) {
      let seed = UInt64(block * 1_000 + index)
      var chance = Chance(seed)
      let unit = [1, 4, 8, 16, 32][chance.below(5)]
      let geometry = Small.geometry(
        unit, sectors: 4 + chance.below(6), size: 256 << chance.below(2))
      var limits = Small.limits(geometry)
      limits.records = 8 + chance.below(60)
      let flash = RAMFlash(geometry)
      flash.chance = Chance(seed)
      var rig = try Rig(flash, limits)
      for _ in 0..<60 {
        // Now and then the power goes somewhere in the middle.
        if chance.below(15) == 0 { flash.cutAt = flash.operations + chance.below(12) }
        do throws(JournalError) {
          try rig.takeOrFail(rig.choose(&chance))
        } catch {
          #expect(error.code == .flash, "seed \(seed): \(error)")
          flash.restorePower()
          rig.journal = try .open(flash, limits: limits)
          let found = try Model.of(rig.journal)
          #expect(found == rig.model || found == rig.pending, "seed \(seed)")
          rig.model = found
        }
        flash.restorePower()
      }
      try rig.check("seed \(seed)")
      let again = try TestJournal.open(flash, limits: limits)
      #expect(try Model.of(again) == rig.model, "seed \(seed)")
      #expect(again.liveBytes == rig.journal.liveBytes, "seed \(seed)")
      #expect(flash.violations == 0, "seed \(seed)")
      #expect(
        again.opening.damagedPlaces + again.opening.damagedSectors == 0, "seed \(seed)")
    }
  }

  @Test("A batch that does not fit what is left of a sector begins the next, whole")
  func batchAcrossSectors() throws {
    let geometry = Small.geometry(4)
    var rig = try Rig(RAMFlash(geometry), Small.limits(geometry))
    for step in 0..<30 {
      let changes = (0..<3).map {
        Change.put(UInt8($0), 0, .normal, Array(repeating: UInt8(step), count: 37))
      }
      try rig.take(.batch(changes))
    }
    try rig.check("after thirty batches")
    #expect(rig.refusals == 0)
  }

  @Test("A batch may replace what it put, and put what it removed")
  func batchTwice() throws {
    let geometry = Small.geometry(4)
    var rig = try Rig(RAMFlash(geometry), Small.limits(geometry))
    try rig.take(.change(.put(1, 1, .normal, [1])))
    try rig.take(
      .batch([
        .put(1, 1, .normal, [2]), .put(1, 1, .normal, [3, 4]), .removeValue(1, 1), .remove(99),
        .removeValue(1, 1), .put(1, 1, .normal, [5]), .append(2, 0, .normal, []),
      ]))
    try rig.take(.batch([.remove(8), .remove(8)]))
    try rig.check("in the session")
    try rig.take(.reopen)
    try rig.check("after opening again")
    #expect(rig.journal.liveBytes == 20)
  }

  @Test("An empty batch changes nothing; one too long is refused and changes nothing")
  func batchLimits() throws {
    let geometry = Small.geometry(4)
    var rig = try Rig(RAMFlash(geometry), Small.limits(geometry))
    try rig.take(.batch([]))
    #expect(rig.journal.records.isEmpty)
    for payload in [[41], Array(repeating: 40, count: 5), [70_000]] {
      var batch = JournalBatch()
      for bytes in payload {
        batch.append(
          kind: 1, priority: .essential, [UInt8](repeating: 0, count: bytes).span.bytes)
      }
      #expect(throws: JournalError(.tooLong)) { try rig.journal.commit(batch) }
      batch.removeAll()
      #expect(batch.count == 0)
    }
    #expect(throws: JournalError(.tooLong)) {
      try rig.journal.perform(.append(1, 1, .essential, [UInt8](repeating: 1, count: 41)))
    }
    #expect(rig.journal.records.isEmpty)
  }

  @Test("Reading and removing what is not there is an error, not a trap")
  func notFound() throws {
    let geometry = Small.geometry(4)
    var journal = try TestJournal.open(RAMFlash(geometry), limits: Small.limits(geometry))
    var payload: [UInt8] = [1]
    #expect(throws: JournalError(.notFound)) { try journal.read(5, into: &payload) }
    #expect(payload.isEmpty)
    #expect(throws: JournalError(.notFound)) { try journal.remove(5) }
    #expect(try !journal.read(valueOf: 1, key: 1, into: &payload))
    try journal.perform(.put(1, 1, .normal, [7]))
    #expect(try journal.read(valueOf: 1, key: 1, into: &payload))
    #expect(payload == [7])
  }

  @Test("Numbers are never used again, even when everything was removed and its sectors erased")
  func sequences() throws {
    let geometry = Small.geometry(4)
    let flash = RAMFlash(geometry)
    var last: UInt32 = 0
    for _ in 0..<200 {
      var journal = try TestJournal.open(flash, limits: Small.limits(geometry))
      let number = try journal.append(kind: 1, priority: .normal, [1, 2, 3].span.bytes)
      #expect(number > last)
      try journal.remove(number)
      last = number + 1
    }
  }

  @Test("When the numbers are used up, appending is an error, and what is there can be read")
  func exhausted() throws {
    let geometry = Small.geometry(4)
    var journal = try TestJournal.open(RAMFlash(geometry), limits: Small.limits(geometry))
    journal.nextSequence = .max - 2
    try journal.perform(.append(1, 1, .normal, [1]))
    #expect(throws: JournalError(.exhausted)) {
      try journal.perform([.append(1, 1, .normal, [1]), .append(1, 1, .normal, [1])])
    }
    try journal.perform(.append(1, 1, .normal, [2]))
    #expect(throws: JournalError(.exhausted)) { try journal.perform(.append(1, 1, .normal, [1])) }
    #expect(try Model.of(journal).records.count == 2)
  }

  @Test("When the flash fails and then works again, the session goes on, and nothing is lost")
  func failingFlash() throws {
    for cut in 0..<60 {
      let geometry = Small.geometry(4)
      let flash = RAMFlash(geometry)
      var journal = try TestJournal.open(flash, limits: Small.limits(geometry))
      var kept: [UInt8] = []
      flash.cutAt = 200 + cut
      for number in 0..<60 {
        do throws(JournalError) {
          try journal.append(kind: 1, priority: .normal, [UInt8(number)].span.bytes)
          kept.append(UInt8(number))
          if kept.count > 8 {
            try journal.remove(journal.records[0].sequence)
            kept.removeFirst()
          }
        } catch {
          #expect(error.code == .flash)
          flash.restorePower()
        }
      }
      let inSession = try Model.of(journal)
      #expect(inSession.records.map { $0.payload[0] }.suffix(kept.count) == kept[...], "cut \(cut)")
      let again = try Model.of(TestJournal.open(flash, limits: Small.limits(geometry)))
      #expect(again.records.map { $0.payload[0] }.suffix(kept.count) == kept[...], "cut \(cut)")
    }
  }
}
