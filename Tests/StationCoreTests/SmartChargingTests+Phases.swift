import Foundation
import OCPPJSON
import StationCore
import TestKit
import Testing

/// What flows is measured at vehicles that take all they are offered, on as many phases as they have:
/// no rule of profiles is repeated here.
extension SmartChargingTests {
  struct Wiring: Sendable, CustomTestStringConvertible {
    var purpose: String
    /// Phases of the station and of each vehicle; as many vehicles as connectors.
    var station: Int
    var vehicles: [Int64]
    var testDescription: String { "\(purpose), \(station) phases, vehicles of \(vehicles)" }

    static let all: [Wiring] = ["TxDefaultProfile", "ChargePointMaxProfile", "TxProfile"].flatMap {
      purpose in
      [1, 3].flatMap { station in
        [[1], [2], [3], [1, 3], [3, 3]].map {
          Wiring(purpose: purpose, station: station, vehicles: $0)
        }
      }
    }
  }

  @Test(
    "What flows never exceeds a limit in watts, whatever phases profile, station and vehicle have",
    .covers("CP16-58"), arguments: Wiring.all)
  func wattsAreNeverExceeded(wiring: Wiring) {
    let bench = Bench.accepted {
      $0.phases = wiring.station
      $0.connectors = wiring.vehicles.count
    }
    for number in 1...wiring.vehicles.count { bench.charge(Text("TAG\(number)"), number) }
    var mostUsed: Int64 = 0
    for watts in [1_380, 3_680, 4_140, 7_360, 11_040, 22_080] as [Int64] {
      for phases in [nil, 1, 2, 3] as [Int?] {
        let word = phases.map { ",\"numberPhases\":\($0)" } ?? ""
        let limit = Profiles.profile(
          purpose: wiring.purpose, unit: "W", periods: [(0, "\(watts)\(word)")])
        let isForEach = wiring.purpose == "TxProfile"
        for number in isForEach ? 1...wiring.vehicles.count : 0...0 {
          let own = limit.replacing(
            "\"chargingProfileId\":1", "\"chargingProfileId\":\(number + 1)")
          #expect(set(bench, own, number) == "Accepted")
        }
        var power: [Int64] = []
        for number in 1...wiring.vehicles.count { power.append(drawn(bench, number, wiring)) }
        let what = "\(watts) W, \(phases.map { "\($0)" } ?? "no") phases: \(power)"
        if wiring.purpose == "ChargePointMaxProfile" {
          #expect(power.reduce(0, +) <= watts, "\(what)")
        } else {
          #expect(power.allSatisfy { $0 <= watts }, "\(what)")
        }
        mostUsed = max(mostUsed, power.max() ?? 0)
        checkComposite(bench, wiring, watts, power[0])
      }
    }
    #expect(mostUsed > 1_000, "nothing flows at all")
  }

  /// In W, after a minute of what the connector offers.
  private func drawn(_ bench: Bench, _ number: Int, _ wiring: Wiring) -> Int64 {
    var vehicle = ElectricVehicle(
      ElectricVehicle.Kind(phases: wiring.vehicles[number - 1], maximumCurrent: 63_000))
    _ = vehicle.advance(
      by: 60_000, offered: Int64(bench.offered[number]), phases: Int64(wiring.station))
    return vehicle.draw.power
  }

  /// What the station says of itself is no less than what flows, no more than the limit, and names the
  /// phases that are in use.
  private func checkComposite(_ bench: Bench, _ wiring: Wiring, _ watts: Int64, _ power: Int64) {
    for (unit, volts) in [("W", 1), ("A", 230 * Double(wiring.station))] {
      let answer = bench.call(
        "GetCompositeSchedule",
        "{\"connectorId\":1,\"duration\":60,\"chargingRateUnit\":\"\(unit)\"}")!
      let schedule = answer["chargingSchedule"] as? [String: Any]
      let period = (schedule?["chargingSchedulePeriod"] as? [[String: Any]])?.first
      let said = (period?["limit"] as? Double ?? -1) * volts
      #expect(said <= Double(watts) && said + 230 * 0.3 >= Double(power), "\(unit): \(said)")
      if let phases = period?["numberPhases"] as? Int { #expect(phases == wiring.station) }
    }
  }

  @Test("A relative schedule goes on counting after a restart without a network")
  func relativeWithoutNetwork() {
    let bench = Bench.accepted()
    bench.configureOffline()
    #expect(
      set(
        bench,
        Profiles.profile(
          periods: [(0, "10"), (600, "8")], schedule: ",\"duration\":3600"), 0) == "Accepted")
    bench.run(30_000)
    bench.goOffline()
    let next = bench.rebooted()
    next.worldTime += 120_000
    next.serverIsUp = false
    next.powerOn()
    next.charge()
    #expect(next.offered[1] == 10_000)
    next.run(599_000)
    #expect(next.offered[1] == 10_000)
    next.run(2_000)
    #expect(next.offered[1] == 8_000)
    // The time of day comes, and nothing moves.
    next.goOnline()
    #expect(next.station.wallTime != nil && next.offered[1] == 8_000)
    next.run(3_600_000 - 601_000 - 700_000 - 1_000)
    #expect(next.offered[1] == 8_000)
    next.run(2_000)
    #expect(next.offered[1] == 32_000)
  }

  @Test("A transaction of a boot that never knew the time keeps its schedule's beginning")
  func relativeWithoutAnyTime() {
    let bench = Bench.accepted { $0.powerLoss = .resume }
    bench.configureOffline()
    #expect(
      set(bench, Profiles.profile(periods: [(0, "10"), (600, "8")]), 0) == "Accepted")
    let second = bench.rebooted()
    second.serverIsUp = false
    second.powerOn()
    second.charge()
    second.run(300_000)
    let third = second.rebooted()
    third.serverIsUp = false
    third.powerOn()
    third.plug()
    #expect(third.offered[1] == 10_000)
    third.run(240_000)
    #expect(third.offered[1] == 10_000)
    third.run(120_000)
    #expect(third.offered[1] == 8_000)
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    guard let range = self.range(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }
}
