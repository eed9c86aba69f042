import SmartCharging
import TestKit
import Testing

/// Shares given out one unit at a time to whoever has least: slow, and max-min fair by construction.
private struct ShareOracle {
  struct Taker {
    var key: Int
    var node: Int
    var minimum: Int64
    var maximum: Int64
    var share: Int64 = 0
    var charges = false
  }

  var parents: [Int?]
  var limits: [Int64?]
  var takers: [Taker]

  func path(_ node: Int) -> [Int] { [node] + (parents[node].map { path($0) } ?? []) }

  func used(_ node: Int) -> Int64 {
    takers.filter { path($0.node).contains(node) }.reduce(0) { $0 + $1.share }
  }

  func fits(_ amount: Int64, _ taker: Int) -> Bool {
    path(takers[taker].node).allSatisfy { limits[$0] == nil || used($0) + amount <= limits[$0]! }
  }

  mutating func share(order: [Int]) {
    for index in order {
      let taker = takers[index]
      guard taker.maximum > 0, taker.maximum >= taker.minimum, fits(taker.minimum, index) else {
        continue
      }
      takers[index].share = taker.minimum
      takers[index].charges = true
    }
    while true {
      let able = order.filter {
        takers[$0].charges && takers[$0].share < takers[$0].maximum && fits(1, $0)
      }
      guard let least = able.map({ takers[$0].share }).min() else { return }
      takers[able.first { takers[$0].share == least }!].share += 1
    }
  }
}

@Suite("Shares agree with giving out one unit at a time")
struct ShareOracleTests {
  private struct World {
    var oracle: ShareOracle
    var load: LoadShare

    init(seed: UInt64) {
      var random = Seeded(seed)
      let nodes = Int(random.within(1...5))
      let count = Int(random.within(1...7))
      load = LoadShare(nodeCapacity: nodes, takerCapacity: count)
      oracle = ShareOracle(parents: [], limits: [], takers: [])
      for node in 0..<nodes {
        oracle.parents.append(node == 0 ? nil : Int(random.within(0...Int64(node - 1))))
        oracle.limits.append(random.once(in: 6) ? nil : random.within(0...60))
        _ = load.addNode(limit: oracle.limits[node], below: oracle.parents[node])
      }
      for key in 0..<count {
        oracle.takers.append(
          ShareOracle.Taker(
            key: key, node: Int(random.within(0...Int64(nodes - 1))),
            minimum: random.pick([0, 1, 6, 6, 6, 10]), maximum: random.within(0...30)))
      }
      // The order of insertion must not matter.
      for taker in oracle.takers.shuffled(using: &random) {
        _ = load.setDemand(
          of: taker.key, below: taker.node, minimum: taker.minimum, maximum: taker.maximum)
      }
    }
  }

  @Test("for any tree, maxima and minima", .covers("CP16-56"))
  func shares() {
    for seed in seeds(300) {
      var world = World(seed: seed)
      world.load.share(turn: 0)
      world.oracle.share(order: Array(world.oracle.takers.indices))
      let found = world.load.takers.map(\.share)
      #expect(found == world.oracle.takers.map(\.share), "seed \(seed)")
      if found != world.oracle.takers.map(\.share) { return }
    }
  }

  @Test("and in every turn no limit is exceeded, none is left unused, and turns are fair")
  func invariants() {
    for seed in seeds(300) {
      var world = World(seed: seed)
      for turn in 0..<12 {
        world.load.share(turn: turn)
        check(world, "seed \(seed), turn \(turn)")
      }
      checkTurns(world, "seed \(seed)")
    }
  }

  private func check(_ world: World, _ name: Comment) {
    var oracle = world.oracle
    for (index, taker) in world.load.takers.enumerated() {
      oracle.takers[index].share = taker.share
      #expect(taker.share == 0 || taker.share >= taker.minimum, name)
      #expect(taker.share <= taker.maximum, name)
    }
    for node in oracle.limits.indices {
      #expect(oracle.used(node) <= oracle.limits[node] ?? .max, name)
      #expect(oracle.used(node) == world.load.nodes[node].used, name)
    }
    for (index, taker) in world.load.takers.enumerated() {
      switch taker.reason {
      case .ownMaximum: #expect(taker.share == taker.maximum, name)
      case .belowMinimum: #expect(taker.maximum < taker.minimum && taker.share == 0, name)
      case .limit(let node):
        #expect(oracle.used(node) == oracle.limits[node], name)
        #expect(oracle.path(taker.node).contains(node), name)
      case .waitsForTurn(let node):
        #expect(taker.share == 0 && !oracle.fits(taker.minimum, index), name)
        #expect(oracle.path(taker.node).contains(node), name)
      }
    }
    // Of two below the same node, one has more only if it needs it or the other wants no more.
    for left in world.load.takers where left.share > 0 {
      for right in world.load.takers where right.share > left.share + 1 && left.node == right.node {
        #expect(right.share == right.minimum || left.share == left.maximum, name)
      }
    }
  }

  private func checkTurns(_ world: World, _ name: Comment) {
    let takers = world.load.takers.filter { $0.maximum > 0 && $0.maximum >= $0.minimum }
    // Equal wishes below the same node have had their turns equally often, give or take one.
    for left in takers {
      for right in takers where left.node == right.node && left.minimum == right.minimum {
        #expect(abs(left.turns - right.turns) <= 1, name)
      }
    }
  }
}
