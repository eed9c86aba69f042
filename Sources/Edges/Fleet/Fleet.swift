public import Network

/// Many virtual stations in one process, over real sockets: charge points of `StationCore`, each with
/// its outlets and the drivers who come to them.
public final class Fleet: Sendable {
  private let lanes: [FleetLane]

  /// - Parameters:
  ///   - loops: the stations are spread over them; they must not run yet, and run as long as the
  ///     fleet.
  ///   - tell: what went wrong first, on some loop's thread.
  public init(
    _ setup: FleetSetup, loops: [EventLoop], tell: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    let epoch = FleetLane.microseconds()
    lanes = loops.enumerated().map { index, loop in
      FleetLane(
        loop, setup,
        numbers: Array(stride(from: index, to: setup.members.count, by: loops.count)),
        epoch: epoch, share: loops.count, tell: tell)
    }
  }

  /// Switches the stations on as fast as the setup says.
  public func start() { forEachLane { $0.start() } }

  /// What the fleet does now and has done. Waits for every loop: not for a loop's own thread.
  public func figures() -> FleetFigures {
    var sum = FleetFigures()
    for lane in lanes {
      if let part = try? lane.loop.wait(for: { lane.measured() }) { sum.add(part) }
    }
    return sum
  }

  /// Every station loses its connection at once and comes back by itself.
  public func drop() { forEachLane { lane in for one in lane.stations { one.drop() } } }

  /// A driver comes to each of the first so many stations now.
  public func summonDrivers(to count: Int) {
    forEachLane { lane in for one in lane.stations where one.number < count { one.come() } }
  }

  /// Whoever is there leaves, and nobody comes any more.
  public func sendDriversHome() { forEachLane { $0.close() } }

  /// Whether nobody charges and everything was acknowledged. Waits for every loop.
  public var isDone: Bool {
    lanes.allSatisfy { lane in (try? lane.loop.wait { lane.isDone }) ?? true }
  }

  /// Closes every socket and lets the stations go: to be called once, as the last. What is not
  /// acknowledged is in their journals.
  public func stop() { for lane in lanes { try? lane.loop.wait { lane.stop() } } }

  private func forEachLane(_ body: @escaping @Sendable (FleetLane) -> Void) {
    for lane in lanes { lane.loop.execute { body(lane) } }
  }
}
