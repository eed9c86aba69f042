import Testing

@testable import World

@Suite struct WorldTests {
  @Test func aWorldWithoutFaultsKeepsEveryPromise() {
    let report = World(WorldSettings(seed: 1, stations: 2, days: 1, faults: .none)).run()
    #expect(report.isGood, "\(report.description(faults: "none"))")
    #expect(report.sessions > 10)
    #expect(report.billedWh == report.deliveredWh)
  }
}
