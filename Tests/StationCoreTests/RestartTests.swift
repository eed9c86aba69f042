import Journal
import OCPPJSON
import TestKit
import Testing

@testable import StationCore

@Suite struct RestartTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var policy: PowerLossPolicy
    var hasClock: Bool
    var testDescription: String {
      "\(policy), \(hasClock ? "with" : "without") a clock of its own"
    }
  }

  @Test(
    "Cut at any journal write, a station says and keeps what it would have without the cut, message by message",
    .covers("CP16-17", "CP16-51"),
    arguments: [
      Case(policy: .resume, hasClock: true), Case(policy: .resume, hasClock: false),
      Case(policy: .stop, hasClock: false),
    ])
  func equivalence(world: Case) {
    let whole = RestartRun(
      RestartScenario.setup(world.policy), RestartScenario.acts(), hasClock: world.hasClock)
    whole.runWhole()
    #expect(whole.marks.count > 100)
    #expect(
      whole.bench.server.starts.map(\.idTag) == [
        "RES1", "REM1", "LIST2", "INV1", "NEW1", "LIST3",
      ])
    var used: Set<RestartRule> = []
    for mark in whole.marks {
      for isDurable in [false, true] {
        let run = RestartRun(whole, cutAt: mark, isDurable: isDurable)
        run.goOn()
        let lost = world.policy == .stop ? mark.running(isDurable) : [:]
        let comparison = RestartComparison(whole: whole, run: run, mark: mark, lost: lost)
        used.formUnion(comparison.used)
        #expect(
          comparison.differences == [],
          "cut \(isDurable ? "after" : "before") write \(mark.write), at \"\(run.acts[mark.act].name)\", \(mark.worldTime) ms"
        )
      }
    }
    for rule in RestartRule.allCases {
      let isOfThisWorld =
        switch rule {
        case .powerLoss: world.policy == .stop
        case .samplesWithoutClock: !world.hasClock
        default: true
        }
      #expect(used.contains(rule) == isOfThisWorld, "\(rule)")
    }
  }

  @Test(
    "A torn journal write is one that never was or one that is whole, wherever it is torn",
    .covers("CP16-17", "CP16-51"))
  func tornWrites() throws {
    let flash = RAMFlash(FlashGeometry(sectorSize: 4096, sectorCount: 8, programUnit: 8))
    let disk = Disk(journal: try StationJournal(port: flash))
    var torn = 0
    var wrong: [Int] = []
    let whole = RestartRun(
      RestartScenario.setup(.resume), RestartScenario.acts(), hasClock: true)
    whole.watch = { bench in
      let operations = flash.operations
      let image = flash.copy()
      let isDurable = disk.journal.commit(bench.station.output)
      #expect(isDurable)
      let length = flash.operations - operations
      for place in Set([0, length / 3, 2 * length / 3, length - 1]).sorted() {
        let copy = image.copy(seed: UInt64(bench.writes))
        do {
          var victim = try StationJournal(port: copy)
          copy.cutAt = copy.operations + place
          _ = victim.commit(bench.station.output)
          copy.restorePower()
          let found = try Self.records(copy)
          torn += 1
          if found != bench.journal && found != bench.journalWithBatch() {
            wrong.append(bench.writes)
          }
        } catch {
          Issue.record("write \(bench.writes) torn at \(place): \(error)")
        }
      }
    }
    whole.runWhole()
    #expect(wrong.isEmpty)
    #expect(torn > 400)
    #expect(try Self.records(flash) == whole.bench.journal)
  }

  /// What cannot be copied, for a closure.
  private final class Disk {
    var journal: StationJournal<RAMFlash>
    init(journal: consuming StationJournal<RAMFlash>) { self.journal = journal }
  }

  private static func records(_ flash: RAMFlash) throws -> [Bench.Key: [UInt8]] {
    let journal = try StationJournal(port: flash)
    var found: [Bench.Key: [UInt8]] = [:]
    var payload: [UInt8] = []
    for record in journal.journal.records where record.isValue {
      try journal.journal.read(record.sequence, into: &payload)
      found[Bench.Key(kind: record.kind, key: record.key)] = payload
    }
    return found
  }
}
