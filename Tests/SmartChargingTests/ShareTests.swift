import OCPPJSON
import SmartCharging
import TestKit
import Testing

@Suite("Sharing a limit out")
struct ShareTests {
  /// One limit over connectors 1, 2, … with these maxima and one minimum.
  private func load(_ limit: Int64?, maxima: [Int64], minimum: Int64 = 6_000) -> LoadShare {
    var load = LoadShare(takerCapacity: 8)
    let top = load.addNode(limit: limit)!
    for (index, maximum) in maxima.enumerated() {
      _ = load.setDemand(of: index + 1, below: top, minimum: minimum, maximum: maximum)
    }
    return load
  }

  private func shares(_ load: LoadShare) -> [Int64] { load.takers.map(\.share) }

  @Test(
    "Everybody gets the same, up to their own maximum; the rest goes to the others",
    .covers("CP16-56"))
  func fair() {
    var load = load(48_000, maxima: [32_000, 8_000, 32_000])
    load.share(turn: 0)
    #expect(shares(load) == [20_000, 8_000, 20_000])
    #expect(load.takers.map(\.reason) == [.limit(node: 0), .ownMaximum, .limit(node: 0)])
    #expect(load.nodes[0].used == 48_000)
  }

  @Test("With enough for all, or no limit, each has its maximum", arguments: [nil, 80_000])
  func enough(limit: Int64?) {
    var load = load(limit, maxima: [32_000, 16_000, 32_000])
    load.share(turn: 0)
    #expect(shares(load) == [32_000, 16_000, 32_000])
    #expect(load.takers.allSatisfy { $0.reason == .ownMaximum })
  }

  @Test("Shares use the limit up to the last unit")
  func remainder() {
    var load = load(20_000, maxima: [32_000, 32_000, 32_000])
    load.share(turn: 0)
    #expect(shares(load) == [6_667, 6_667, 6_666])
  }

  @Test("Below 6 A each, some pause and take turns", .covers("CP16-56"))
  func turns() {
    var load = load(16_000, maxima: [32_000, 32_000, 32_000])
    var charged = [0, 0, 0]
    for turn in 1...9 {
      load.share(turn: turn)
      #expect(shares(load).sorted() == [0, 8_000, 8_000])
      for (index, taker) in load.takers.enumerated() where taker.share > 0 { charged[index] += 1 }
      for taker in load.takers where taker.share == 0 {
        #expect(taker.reason == .waitsForTurn(node: 0))
      }
    }
    #expect(charged == [6, 6, 6])
  }

  @Test("Within a turn whoever charges goes on charging")
  func stable() {
    var load = load(12_000, maxima: [32_000, 32_000, 32_000])
    load.share(turn: 1)
    load.share(turn: 2)
    let before = shares(load)
    load.share(turn: 2)
    #expect(shares(load) == before)
    // A newcomer does not push anybody out before the next turn.
    _ = load.setDemand(of: 0, below: 0, minimum: 6_000, maximum: 32_000)
    load.share(turn: 2)
    #expect(Array(shares(load).dropFirst()) == before)
    load.share(turn: 3)
    #expect(load.taker(0)!.share == 6_000)
  }

  @Test("Who comes back after a long pause of its own does not get all the next turns")
  func comingBack() {
    var load = load(6_000, maxima: [32_000, 32_000, 0])
    for turn in 1...100 { load.share(turn: turn) }
    _ = load.setDemand(of: 3, below: 0, minimum: 6_000, maximum: 32_000)
    var charged = [0, 0, 0]
    for turn in 101...130 {
      load.share(turn: turn)
      for (index, taker) in load.takers.enumerated() where taker.share > 0 { charged[index] += 1 }
    }
    #expect(charged == [10, 10, 10])
  }

  @Test("A connector that may take less than it can use pauses and leaves its part to the others")
  func belowMinimum() {
    var load = load(16_000, maxima: [5_000, 32_000, 0])
    load.share(turn: 0)
    #expect(shares(load) == [0, 16_000, 0])
    #expect(load.takers.map(\.reason) == [.belowMinimum, .limit(node: 0), .ownMaximum])
  }

  @Test("A limit of nothing pauses everybody", .covers("CP16-56"))
  func zero() {
    var load = load(0, maxima: [32_000, 32_000])
    load.share(turn: 0)
    #expect(shares(load) == [0, 0])
  }

  @Test("Limits of a tree hold at every level", .covers("CP16-56"))
  func tree() {
    var load = LoadShare(nodeCapacity: 3, takerCapacity: 4)
    let site = load.addNode(limit: 50_000)!
    let small = load.addNode(limit: 16_000, below: site)!
    let large = load.addNode(limit: 63_000, below: site)!
    for key in [1, 2] { _ = load.setDemand(of: key, below: small, minimum: 6_000, maximum: 32_000) }
    for key in [3, 4] { _ = load.setDemand(of: key, below: large, minimum: 6_000, maximum: 32_000) }

    load.share(turn: 0)

    #expect(shares(load) == [8_000, 8_000, 17_000, 17_000])
    #expect(
      load.takers.map(\.reason) == [
        .limit(node: small), .limit(node: small), .limit(node: site), .limit(node: site),
      ])
    load.setLimit(30_000, ofNode: site)
    load.share(turn: 0)
    #expect(shares(load) == [7_500, 7_500, 7_500, 7_500])
    #expect(load.nodes.map(\.used) == [30_000, 15_000, 15_000])
  }

  @Test("There is room for what was reserved and no more")
  func capacity() {
    var load = LoadShare(nodeCapacity: 1, takerCapacity: 1)
    #expect(load.addNode(limit: 1, below: 0) == nil)
    let top = load.addNode(limit: -5)
    #expect(top == 0 && load.nodes[0].limit == 0)
    #expect(load.addNode(limit: 1) == nil)
    func holds(_ key: Int, below node: Int) -> Bool {
      load.setDemand(of: key, below: node, minimum: 0, maximum: 1)
    }
    #expect(!holds(1, below: 1))
    #expect(holds(1, below: 0))
    #expect(!holds(2, below: 0))
    #expect(holds(1, below: 0))
    #expect(load.taker(2) == nil)
    load.remove(1)
    #expect(load.takers.isEmpty)
    #expect(load.bytes > 0 && load.bytes < 200)
  }

  @Test("ChargePointMaxProfile is shared out over the connectors that charge", .covers("CP16-56"))
  func station() {
    var store = store(connectors: 3)
    store.accept(profile(1, .stationMaximum, periods: .from(0, 32_000), .from(60, 10_000)), on: 0)
    store.accept(profile(2, periods: .from(0, 12_000)), on: 2)
    let supply = Supply(maximumMilliamps: 32_000)
    let all = (1...3).map {
      ChargingConnector(number: $0, supply: supply, session: .transaction($0, start: at(0)))
    }
    var load = LoadShare(takerCapacity: 3)
    func share(_ connectors: [ChargingConnector], _ second: Int64) -> Int64? {
      let until = store.share(
        connectors, supply: Supply(maximumMilliamps: 63_000), at: at(second), in: .amperes,
        turn: 0, load: &load)
      return until.map { $0.milliseconds / 1000 - monday }
    }

    #expect(share([all[0]], 0) == 60)
    #expect(shares(load) == [32_000])
    #expect(share([all[0], all[1]], 0) == 60)
    #expect(shares(load) == [20_000, 12_000])
    #expect(share(all, 30) == 60)
    #expect(shares(load) == [10_667, 10_667, 10_666])
    #expect(share(all, 60) == nil)
    #expect(shares(load) == [10_000, 0, 0])
    #expect(share([all[2]], 60) == nil)
    #expect(load.takers.map(\.key) == [3])
    #expect(shares(load) == [10_000])
  }

  @Test("A profile's minimum rate pauses a connector that would get less", .covers("CP16-58"))
  func profileMinimum() {
    var store = store(connectors: 2)
    store.accept(profile(1, .stationMaximum, periods: .from(0, 15_000)), on: 0)
    store.accept(profile(2, minimumRate: 10_000, periods: .from(0, 32_000)), on: 2)
    let connectors = [1, 2].map {
      ChargingConnector(number: $0, supply: Supply(), session: .transaction($0, start: at(0)))
    }
    var load = LoadShare(takerCapacity: 2)
    _ = store.share(
      connectors, supply: Supply(), at: at(0), in: .amperes, turn: 0, load: &load)
    #expect(shares(load) == [15_000, 0])
    _ = store.share(
      connectors, supply: Supply(), at: at(0), in: .amperes, turn: 1, load: &load)
    #expect(shares(load) == [0, 15_000])
  }

  @Test("In watts the least a vehicle can use follows its phases")
  func watts() {
    var store = store(connectors: 2)
    store.accept(profile(1, .stationMaximum, unit: .watts, periods: .from(0, 5_600_000)), on: 0)
    store.accept(profile(2, periods: .from(0, 16_000, phases: 1)), on: 1)
    let connectors = [1, 2].map {
      ChargingConnector(
        number: $0, supply: Supply(switchesPhases: true),
        session: .transaction($0, start: at(0)))
    }
    var load = LoadShare(takerCapacity: 2)
    _ = store.share(connectors, supply: Supply(), at: at(0), in: .watts, turn: 0, load: &load)
    #expect(load.takers.map(\.minimum) == [1_380_000, 4_140_000])
    #expect(shares(load) == [1_460_000, 4_140_000])
  }
}
