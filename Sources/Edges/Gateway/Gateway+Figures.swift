import Network
public import OCPPJSON
import Synchronization

/// Who is connected, and the counts of all shards together.
extension Gateway {
  /// How many stations are connected.
  public var connectionCount: Int { seats.count }

  /// Whether the station is connected.
  public func isConnected(_ station: Text) -> Bool { seats.isConnected(station) }

  /// All live connections, by station. The completion is called on some loop's thread.
  public func connections(_ completion: @escaping @Sendable ([ConnectionInfo]) -> Void) {
    gather({ $0.links.map(\.info) }) { lists in
      completion(lists.flatMap { $0 }.sorted { $0.station < $1.station })
    }
  }

  /// The live connection of a station, or nil.
  public func connection(
    of station: Text, _ completion: @escaping @Sendable (ConnectionInfo?) -> Void
  ) {
    guard let link = seats.link(of: station) else { return completion(nil) }
    let isThere = link.shard.loop.execute {
      completion(link.socket == nil ? nil : link.info)
    }
    if !isThere { completion(nil) }
  }

  /// The traffic of all shards together.
  public func statistics(_ completion: @escaping @Sendable (TrafficStatistics) -> Void) {
    gather({ $0.statistics }) { parts in
      var sum = TrafficStatistics()
      for part in parts { sum.add(part) }
      completion(sum)
    }
  }

  /// How well every station that was here keeps to the specification.
  public func conformance(_ completion: @escaping @Sendable ([Text: Conformance]) -> Void) {
    let closed = quirks.counts
    gather({ $0.links.map { ($0.station, $0.conformance) } }) { parts in
      var sum = closed
      for (station, conformance) in parts.joined() {
        sum[station, default: Conformance()].add(conformance)
      }
      completion(sum)
    }
  }

  /// Asks every shard on its own thread; calls the completion with all answers.
  func gather<Part: Sendable>(
    _ ask: @escaping @Sendable (Shard) -> Part,
    _ completion: @escaping @Sendable ([Part]) -> Void
  ) {
    let collected = Collected<Part>(expected: shards.count, completion)
    for shard in shards {
      if !shard.loop.execute({ collected.add(ask(shard)) }) { collected.add(nil) }
    }
  }
}

/// Waits for one part of every shard.
private final class Collected<Part: Sendable>: Sendable {
  private let state: Mutex<(parts: [Part], missing: Int)>
  private let completion: @Sendable ([Part]) -> Void

  init(expected: Int, _ completion: @escaping @Sendable ([Part]) -> Void) {
    state = Mutex((parts: [], missing: expected))
    self.completion = completion
  }

  func add(_ part: Part?) {
    let all: [Part]? = state.withLock { state in
      if let part { state.parts.append(part) }
      state.missing -= 1
      return state.missing == 0 ? state.parts : nil
    }
    if let all { completion(all) }
  }
}
