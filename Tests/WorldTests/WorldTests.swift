import Testing

@testable import World

@Suite struct WorldTests {
  @Test func aWorldWithoutFaultsKeepsEveryPromise() {
    let report = World(WorldSettings(seed: 1, stations: 2, days: 1, faults: .none)).run()
    #expect(report.isGood, "\(report.description(faults: "none"))")
    #expect(report.sessions > 20)
    #expect(report.faults.allSatisfy { $0 == 0 } || report.count(.replacedSocket) > 0)
  }

  @Test(arguments: [("none", 10), ("mild", 40), ("harsh", 60)])
  func worldsOfManySeedsKeepEveryPromise(faults: String, seeds: Int) throws {
    let plan = try #require(FaultPlan(named: faults))
    for seed in 1...UInt64(seeds) {
      let report = World(WorldSettings(seed: seed, stations: 1, days: 1, faults: plan)).run()
      #expect(report.isGood, "\(report.description(faults: faults))")
    }
  }

  @Test(arguments: KeptSeed.all)
  func aSeedThatOnceFailedStaysMended(kept: KeptSeed) throws {
    let plan = try #require(FaultPlan(named: kept.faults))
    let report = World(WorldSettings(seed: kept.seed, stations: 1, days: kept.days, faults: plan))
      .run()
    #expect(report.isGood, "\(kept.story)\n\(report.description(faults: kept.faults))")
  }

  @Test func theSameSeedMakesTheSameWorld() {
    var settings = WorldSettings(seed: 7, stations: 3, days: 1, faults: .harsh)
    settings.writesTimeline = true
    let (first, second) = (World(settings), World(settings))
    #expect(first.run() == second.run())
    #expect(first.timeline == second.timeline)
  }

  @Test func whatAStationMeetsDoesNotChangeWithTheSeedOfAnother() {
    let other = World(WorldSettings(seed: 8, stations: 1, days: 1, faults: .harsh)).run()
    let report = World(WorldSettings(seed: 7, stations: 1, days: 1, faults: .harsh)).run()
    #expect(other != report)
  }

  @Test func harshWorldsMeetEveryKindOfFault() {
    var counts = [Int](repeating: 0, count: FaultKind.allCases.count)
    for seed in 1...4 as ClosedRange<UInt64> {
      let report = World(WorldSettings(seed: seed, stations: 4, days: 2, faults: .harsh)).run()
      for (index, count) in report.faults.enumerated() { counts[index] += count }
      #expect(report.overtaken > 0)
    }
    // A restart within the milliseconds of a commit, and a bad week of a small flash, are rare.
    let rare: [FaultKind] = [.journalFull, .lostFact]
    for kind in FaultKind.allCases where !rare.contains(kind) {
      #expect(counts[Int(kind.rawValue)] > 0, "never met: \(kind.phrase)")
    }
  }

  /// Each deliberate mistake is noticed, and by the promise it breaks.
  @Test(arguments: [
    (Sabotage.ledgerForgetsStop, [Invariant.ends, .order, .converges, .billedOnce]),
    (.ledgerDoublesStart, [.ends, .unique, .billedOnce]),
    // The id of a transaction whose stop is lost stays behind: there are more of them than messages.
    (.journalLosesMessage, [.billedOnce, .unique, .ends, .order, .bounds]),
    (.contactorCloses, [.billedOnce, .converges, .limits]),
    (.offerTooHigh, [.limits]),
    (.statusForgotten, [.converges]),
    (.meterSkips, [.billedOnce]),
    (.takesStaleFrames, [.order, .converges]),
  ])
  func aDeliberateMistakeIsNoticed(sabotage: Sabotage, expected: [Invariant]) throws {
    var caught: Violation?
    for seed in 1...200 as ClosedRange<UInt64> where caught == nil {
      var settings = WorldSettings(seed: seed, stations: 2, days: 1, faults: .harsh)
      settings.sabotage = sabotage
      caught = World(settings).run().violations.first
    }
    let violation = try #require(caught, "nobody noticed")
    #expect(expected.contains(violation.invariant), "\(violation)")
  }

  @Test func aBrokenPromiseSaysHowToReplayIt() {
    var settings = WorldSettings(seed: 3, stations: 1, days: 1, faults: .mild)
    settings.sabotage = .offerTooHigh
    let report = World(settings).run()
    #expect(!report.isGood)
    let text = report.description(faults: "mild")
    #expect(text.contains("replay: ocpp world --seed 3 --stations 1 --days 1 --faults mild"))
  }
}
