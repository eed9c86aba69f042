import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct PowerLossTests {
  @Test(
    "The meter is read for the journal every minute, whatever the sample interval says",
    .covers("CP16-51"))
  func journalsSamples() throws {
    let bench = Bench.accepted()
    bench.configure("MeterValueSampleInterval", "0")
    bench.charge()
    bench.run(605_000)
    let blind = bench.rebooted()
    blind.meterWorks = false
    blind.powerOn()
    blind.run(10_000)
    let stop = try #require(blind.server.stops[101])
    #expect(stop.reason == "PowerLoss")
    #expect(Double(bench.energy[1]) - Double(stop.meterStop) <= 11_000 / 60 + 1)
  }

  @Test(
    "A silent meter is asked again: a stop waits for it, and a start without it is abandoned",
    .covers("CP16-28"))
  func silentMeter() {
    let bench = Bench.accepted()
    bench.charge()
    bench.run(90_000)
    bench.meterWorks = false
    bench.swipe("TAG1")
    bench.run(1_500)
    #expect(bench.server.stops.isEmpty)
    bench.meterWorks = true
    bench.run(1_000)
    #expect(bench.server.stops[101]?.meterStop == Int(bench.energy[1].rounded()))
    #expect(bench.server.stops[101]?.timestamp == "2026-03-01T00:01:30.000Z")
    bench.unplug()
    bench.meterWorks = false
    bench.charge("TAG2")
    bench.run(5_000)
    #expect(bench.server.starts.count == 1)
    #expect(!bench.contactor[1])
    #expect(bench.prompts.contains(.outOfService))
  }

  @Test(
    "After a power loss the transaction ends with PowerLoss and all its energy, or goes on",
    .covers("CP16-51"),
    arguments: [PowerLossPolicy.stop, .resume])
  func powerLoss(policy: PowerLossPolicy) {
    let bench = Bench.accepted { $0.powerLoss = policy }
    bench.charge()
    bench.run(630_000, tick: 1_000)
    let next = bench.rebooted()
    next.worldTime += 60_000
    next.powerOn()
    if policy == .stop {
      #expect(next.server.stops[101]?.reason == "PowerLoss")
      #expect(next.server.stops[101]?.meterStop == Int(bench.energy[1].rounded()))
      #expect(next.server.stops[101]!.timestamp <= "2026-03-01T00:10:30.000Z")
      #expect(next.server.stops[101]!.timestamp >= "2026-03-01T00:09:00.000Z")
      // Without a meter: the last journalled sample.
      let blind = bench.rebooted()
      blind.server.stops = [:]
      blind.meterWorks = false
      blind.powerOn()
      blind.run(3_000)
      let stop = blind.server.stops[101]!.meterStop
      #expect(stop <= Int(bench.energy[1]) && stop > Int(bench.energy[1]) - 200)
    } else {
      #expect(next.server.stops.isEmpty)
      next.handle(.evReady(connector: 1))
      #expect(next.contactor[1])
      next.run(60_000)
      next.swipe("TAG1")
      #expect(next.server.stops[101]?.reason == "Local")
      #expect(next.server.starts.count == 1)
    }
  }

  /// A long scenario; returns the bench it ended on.
  static func scenario(
    _ policy: PowerLossPolicy, cut: (write: Int, after: Bool)?
  ) -> (Bench, writes: Int, bought: Double, cuts: Int) {
    var bench = Bench.accepted {
      $0.connectors = 2
      $0.powerLoss = policy
    }
    _ = bench.station.preset("AllowOfflineTxForUnknownId", "true")
    _ = bench.station.preset("StopTxnSampledData", "Energy.Active.Import.Register")
    bench.handle(.clockTicked)
    let before = bench.writes
    if let cut { bench.cut = (before + cut.write, cut.after) }
    let meterBefore = bench.energy
    var cuts = 0
    func step(_ body: (Bench) -> Void) {
      body(bench)
      if bench.isDead {
        cuts += 1
        // The power comes back ten seconds later, the vehicles still there.
        let next = bench.rebooted()
        next.worldTime += 10_000
        next.serverIsUp = bench.serverIsUp
        next.powerOn()
        for number in 1...2 where bench.plugged.contains(number) {
          next.handle(.cableInserted(connector: number))
          next.handle(.evReady(connector: number))
        }
        next.plugged = bench.plugged
        bench = next
      }
    }
    step { $0.plugIn(1) }
    step { $0.swipe("TAG1", 1) }
    step { $0.run(150_000) }
    step { $0.goOffline() }
    step { $0.plugIn(2) }
    step { $0.swipe("TAG2", 2) }
    step { $0.run(200_000) }
    step { if $0.contactor[1] { $0.swipe("TAG1", 1) } }
    step { $0.unplugOut(1) }
    step { $0.plugIn(1) }
    step { $0.swipe("TAG3", 1) }
    step { $0.run(100_000) }
    step { $0.goOnline() }
    step { $0.run(100_000) }
    for number in 1...2 {
      step { if $0.contactor[number] { $0.handle(.localStopPressed(connector: number)) } }
      step { $0.unplugOut(number) }
    }
    step { $0.run(900_000) }
    step { $0.run(900_000) }
    var bought = 0.0
    for number in 1...2 { bought += bench.energy[number] - meterBefore[number] }
    return (bench, bench.writes - before, bought, cuts)
  }

  @Test(
    "Cut at every journal write, before and after it: nothing lost, nothing doubled, every Wh billed once",
    .covers("CP16-51", "CP16-17"), arguments: [PowerLossPolicy.stop, .resume])
  func restartEquivalence(policy: PowerLossPolicy) {
    let (whole, writes, _, _) = Self.scenario(policy, cut: nil)
    #expect(writes > 40)
    #expect(whole.server.starts.count == 3)
    for write in 1...writes {
      for after in [false, true] {
        let (bench, _, bought, cuts) = Self.scenario(policy, cut: (write, after))
        let server = bench.server
        let place = "cut \(after ? "after" : "before") write \(write)"
        #expect(cuts == 1, "\(place)")
        #expect(server.contradictions.isEmpty, "\(place)")
        #expect(server.stops.count == server.starts.count, "\(place)")
        #expect(Set(server.starts.map(\.id)) == Set(server.stops.keys), "\(place)")
        let billed = server.starts.reduce(0) {
          $0 + (server.stops[$1.id]?.meterStop ?? 0) - $1.meterStart
        }
        #expect(abs(Double(billed) - bought) <= 4, "\(place): billed \(billed), bought \(bought)")
        #expect(server.stops.values.allSatisfy { $0.meterStop >= 12_000 }, "\(place)")
        let times = server.starts.map(\.timestamp)
        #expect(times == times.sorted(), "\(place)")
        #expect(
          !bench.journal.keys.contains { [4, 5, 6, 7, 8, 9, 10].contains($0.kind) }, "\(place)")
      }
    }
  }
}
