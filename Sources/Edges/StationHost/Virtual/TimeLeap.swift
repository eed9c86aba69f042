import Network
import StationCore

/// Moves a station's clock forward: at each stop on the way it does what is due then, and waits for
/// the central system's answer as if the network took no time.
final class TimeLeap {
  /// How long, in real milliseconds, one answer is waited for; then time goes on without it.
  static let patience: UInt64 = 5_000
  /// Stops in one go; then the loop looks at its sockets.
  static let stopsPerTurn = 200

  private unowned let station: VirtualStation
  private let target: Int64
  private let completion: () -> Void
  private var isMoving = false
  private var deadline: Int64?

  init(_ station: VirtualStation, milliseconds: Int64, completion: @escaping () -> Void) {
    self.station = station
    target = station.time.now + milliseconds
    self.completion = completion
  }

  /// Goes on as far as it can for now. Called again after each event.
  func proceed() {
    if isMoving { return }
    isMoving = true
    defer { isMoving = false }
    for _ in 0..<TimeLeap.stopsPerTurn {
      if station.time.now >= target || !station.isPowered { return end() }
      if mustWait { return later(20) }
      deadline = nil
      move()
    }
    later(0)
  }

  private var mustWait: Bool {
    guard let driver = station.driver, driver.station.isConnected,
      driver.station.isAwaitingAnswer
    else { return false }
    let now = StationTime.machine()
    if deadline == nil { deadline = now + Int64(TimeLeap.patience) }
    return deadline.map { now < $0 } ?? false
  }

  /// To the next moment at which something is due, a second at most.
  private func move() {
    guard let driver = station.driver else { return }
    let now = station.time.now
    var step = min(target - now, 1_000)
    if let wake = driver.station.nextWake { step = min(step, max(1, wake - driver.now)) }
    station.time.move(by: step)
    station.tick()
    driver.handle(.clockTicked)
  }

  private func later(_ milliseconds: UInt64) {
    station.loop.schedule(afterMilliseconds: milliseconds) { [self] in proceed() }
  }

  private func end() {
    guard station.leap === self else { return }
    station.leap = nil
    completion()
  }
}

extension VirtualStation {
  /// Moves the station's clock forward and calls back when everything due on the way is done. Loop
  /// thread only.
  ///
  /// - Throws: when the station is off, or its clock is being moved already.
  public func advance(
    milliseconds: Int64, completion: @escaping () -> Void
  ) throws(ActRefusal) {
    if !isPowered { throw ActRefusal("The station is off.") }
    if leap != nil { throw ActRefusal("The clock is being moved already.") }
    let leap = TimeLeap(self, milliseconds: milliseconds, completion: completion)
    self.leap = leap
    leap.proceed()
  }
}
