/// Shares limits out over connectors that charge: a tree of them, a site above its stations above
/// their connectors, or one station alone (CP16-56).
///
/// Amounts are thousandths of any one unit. Shares are max-min fair: nobody can get more without taking
/// it from somebody who has no more. Where the limit does not give everybody the least a vehicle can
/// use, as many as it does give charge and the others pause, and `turn` decides who is next. The
/// outcome depends on keys, never on the order of insertion.
///
/// When new shares replace old ones, lower first and raise only when that has happened: then the sum
/// holds at every instant in between.
public struct LoadShare: Sendable {
  public internal(set) var nodes: [ShareNode] = []
  /// By rising key.
  public internal(set) var takers: [ShareTaker] = []
  public let nodeCapacity: Int
  public let takerCapacity: Int

  /// Indices of `takers` in the order in which they get their turn.
  var order: [Int] = []
  var turn: Int = .min

  /// Reserves memory for so many limits and so many connectors, `bytes` of it.
  public init(nodeCapacity: Int = 1, takerCapacity: Int) {
    precondition(nodeCapacity >= 1 && takerCapacity >= 1, "something is shared by somebody")
    self.nodeCapacity = nodeCapacity
    self.takerCapacity = takerCapacity
    nodes.reserveCapacity(nodeCapacity)
    takers.reserveCapacity(takerCapacity)
    order.reserveCapacity(takerCapacity)
  }

  /// The memory reserved.
  public var bytes: Int {
    nodeCapacity * MemoryLayout<ShareNode>.stride
      + takerCapacity * (MemoryLayout<ShareTaker>.stride + MemoryLayout<Int>.stride)
  }

  /// Adds a limit below another, or at the top, and returns its index; nil when there is no room or no
  /// such parent. Nil for a limit is none.
  public mutating func addNode(limit: Int64?, below parent: Int? = nil) -> Int? {
    guard nodes.count < nodeCapacity else { return nil }
    if let parent, parent < 0 || parent >= nodes.count { return nil }
    nodes.append(ShareNode(limit: limit.map(Self.clamped), parent: parent))
    return nodes.count - 1
  }

  public mutating func setLimit(_ limit: Int64?, ofNode node: Int) {
    nodes[node].limit = limit.map(Self.clamped)
  }

  /// Adds a connector below a node, or says what one of this key wants now: the least it can use and
  /// the most it may take. False when there is no room or no such node.
  public mutating func setDemand(
    of key: Int, below node: Int, minimum: Int64, maximum: Int64
  ) -> Bool {
    guard node >= 0 && node < nodes.count else { return false }
    var index = 0
    while index < takers.count, takers[index].key < key { index += 1 }
    if index == takers.count || takers[index].key != key {
      guard takers.count < takerCapacity else { return false }
      takers.insert(ShareTaker(key: key, node: node), at: index)
    }
    takers[index].node = node
    takers[index].minimum = Self.clamped(minimum)
    takers[index].maximum = Self.clamped(maximum)
    return true
  }

  /// A connector that charges no more.
  public mutating func remove(_ key: Int) {
    keep { $0 != key }
  }

  /// Removes every connector whose key does not hold.
  @inline(never) mutating func keep(_ holds: (Int) -> Bool) {
    var index = takers.count
    while index > 0 {
      index -= 1
      if !holds(takers[index].key) { takers.remove(at: index) }
    }
  }

  public func taker(_ key: Int) -> ShareTaker? {
    for index in takers.indices where takers[index].key == key { return takers[index] }
    return nil
  }

  private static func clamped(_ amount: Int64) -> Int64 {
    max(0, min(amount, StoreLimits.largestAmount))
  }
}

/// A limit that holds for everything below it.
public struct ShareNode: Sendable, Equatable {
  public internal(set) var limit: Int64?
  /// The index of the node above; nil at the top.
  public let parent: Int?
  /// The sum of the shares below.
  public internal(set) var used: Int64 = 0
  /// The sum of the shares below while a level is tried.
  var tried: Int64 = 0

  init(limit: Int64?, parent: Int?) {
    self.limit = limit
    self.parent = parent
  }
}

/// A connector that takes part, and what it got.
public struct ShareTaker: Sendable, Equatable {
  public internal(set) var reason = ShareReason.ownMaximum
  /// Whether it may take enough to charge with.
  var contends = false
  /// Whether it charges in this turn.
  var isAdmitted = false
  var isSettled = false
  public let key: Int
  public internal(set) var node: Int
  /// In how many turns it has charged, to be fair in the next.
  public internal(set) var turns = 0
  public internal(set) var minimum: Int64 = 0
  public internal(set) var maximum: Int64 = 0
  /// What it may take now.
  public internal(set) var share: Int64 = 0

  init(key: Int, node: Int) {
    self.key = key
    self.node = node
  }
}

/// Why a connector's share is what it is.
public enum ShareReason: Sendable, Equatable {
  /// It has all it may take.
  case ownMaximum
  /// A limit is used up: the index of its node.
  case limit(node: Int)
  /// It pauses because this limit does not give everybody their least; its turn comes.
  case waitsForTurn(node: Int)
  /// It pauses because it may take less than it can use.
  case belowMinimum
}
