import TestKit
import Testing

@testable import Journal

/// Small partitions, so that the ring turns many times in a scenario.
enum Small {
  static func geometry(_ unit: Int, sectors: Int = 6, size: Int = 256) -> FlashGeometry {
    FlashGeometry(sectorSize: size, sectorCount: sectors, programUnit: unit)
  }

  static func limits(_ geometry: FlashGeometry) -> JournalLimits {
    var limits = JournalLimits(for: geometry)
    limits.payload = 40
    limits.records = 40
    limits.essentialBytes = 80
    limits.normalBytes = 80
    limits.essentialRecords = 2
    limits.normalRecords = 2
    return limits
  }
}

@Suite struct CutTests {
  /// Counts, across a scenario, what the cuts found.
  final class Tally {
    var cuts = 0
    var second = 0
    var failures: [String] = []
  }

  /// Opens the flash as a loss of power has left it, and checks that what is
  /// then opened is the journal before the step or after it.
  private func cut(
    _ flash: RAMFlash, _ limits: JournalLimits, _ before: Model, _ after: Model, _ seed: UInt64,
    _ tally: Tally
  ) {
    tally.cuts += 1
    do {
      let pristine = flash.copy()
      let journal = try TestJournal.open(flash, limits: limits)
      let found = try Model.of(journal)
      if found != before, found != after {
        tally.failures.append(
          "seed \(seed) cut \(tally.cuts): \(found.records.map(\.sequence)) is neither \(before.records.map(\.sequence)) nor \(after.records.map(\.sequence))"
        )
      }
      if journal.opening.damagedPlaces + journal.opening.damagedSectors > 0 {
        tally.failures.append("seed \(seed): a cut was taken for damage \(journal.opening)")
      }
      try goOn(journal, flash, limits, found, seed, tally)
      try cutAgain(pristine, limits, found, seed, tally)
    } catch {
      tally.failures.append("seed \(seed): \(error)")
    }
    if flash.violations > 0 { tally.failures.append("seed \(seed): broke the rules of flash") }
  }

  /// Life goes on after the cut, and survives opening once more.
  private func goOn(
    _ journal: consuming TestJournal, _ flash: RAMFlash, _ limits: JournalLimits, _ found: Model,
    _ seed: UInt64, _ tally: Tally
  ) throws {
    var model = found
    var journal = journal
    for index in 0..<3 {
      let change = Change.put(7, 7, .essential, [UInt8](repeating: UInt8(index), count: 20))
      let sequence = journal.nextSequence
      do throws(JournalError) {
        try journal.perform(change)
        model.apply(change, sequence)
      } catch {
        guard error.code == .full else { throw error }
      }
    }
    let again = try TestJournal.open(flash, limits: limits)
    if try Model.of(again) != model { tally.failures.append("seed \(seed): lost after the cut") }
  }

  /// The power goes again while the journal recovers and makes its next change.
  private func cutAgain(
    _ pristine: RAMFlash, _ limits: JournalLimits, _ found: Model, _ seed: UInt64, _ tally: Tally
  ) throws {
    var chance = Chance(seed ^ UInt64(tally.cuts))
    for _ in 0..<2 {
      let flash = pristine.copy(cutAt: chance.below(30), seed: chance.next())
      var after = found
      do throws(JournalError) {
        var journal = try TestJournal.open(flash, limits: limits)
        after.apply(.append(8, 1, .essential, [1, 2, 3]), journal.nextSequence)
        try journal.perform(.append(8, 1, .essential, [1, 2, 3]))
      } catch {
        if error.code != .flash, error.code != .full { throw error }
      }
      flash.restorePower()
      tally.second += 1
      let model = try Model.of(TestJournal.open(flash, limits: limits))
      if model != found, model != after { tally.failures.append("seed \(seed): second cut") }
    }
  }

  @Test(
    "Wherever the power is lost, every committed record is there once and nothing is half there",
    .covers("CP16-17", "CP16-33", "CP16-51"), arguments: [4, 8, 16, 32],
    1...4 as ClosedRange<UInt64>)
  func everyCut(unit: Int, seed: UInt64) throws {
    let geometry = Small.geometry(unit, size: unit == 32 ? 512 : 256)
    let limits = Small.limits(geometry)
    let flash = RAMFlash(geometry)
    let tally = Tally()
    var rig = try Rig(flash, limits)
    var chance = Chance(seed &* 1_000 &+ UInt64(unit))
    let steps = 40 * Scale.factor
    for _ in 0..<steps {
      let step = rig.choose(&chance)
      var torn: [RAMFlash] = []
      flash.watch = { torn.append($0) }
      let before = rig.model
      try rig.take(step)
      flash.watch = nil
      for image in torn { cut(image, limits, before, rig.model, seed, tally) }
    }
    try rig.check("seed \(seed)")
    #expect(tally.failures.isEmpty, "\(tally.failures.prefix(5))")
    #expect(tally.cuts > 100)
    Scale.report("cuts unit \(unit) seed \(seed): \(tally.cuts), again \(tally.second)")
  }
}

/// How long the long tests are: more where the optimizer has been at work.
enum Scale {
  static let factor = _isDebugAssertConfiguration() ? 1 : 8

  /// Figures for people who measure: `JOURNAL_FIGURES=1`.
  static func report(_ text: String) {
    if showsFigures { print("figures: " + text) }
  }
}
