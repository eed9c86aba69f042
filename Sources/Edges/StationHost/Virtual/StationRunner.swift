public import Network
import OCPPJSON
public import StationCore

/// A virtual station that one vehicle visits once: it boots, charges and stops by itself, and ends
/// when the central system has acknowledged everything.
///
/// `@unchecked Sendable`: used on its loop's thread only; `start`, `finish` and `stop` go there by
/// themselves.
public final class StationRunner: @unchecked Sendable {
  private let loop: EventLoop
  private let station: VirtualStation
  private let report: @Sendable (StationEvent) -> Void
  private var visit: Visit
  private var hasEnded = false

  /// - Parameters:
  ///   - url: `ws://host:port/ocpp` or `wss://…`; the identity is added as the last part.
  ///   - password: for HTTP Basic authentication, with the identity as user.
  ///   - journal: the file in which everything that must survive is kept; nil for a station that
  ///     forgets.
  ///   - report: called on the loop's thread.
  public convenience init(
    loop: EventLoop, url: String, identity: String, password: String?, plan: VisitPlan,
    journal: String? = nil, report: @escaping @Sendable (StationEvent) -> Void
  ) {
    var settings = StationSettings(url: url, identity: identity)
    settings.password = password
    settings.journal = journal.map { .file($0) } ?? .memory
    self.init(loop: loop, settings: settings, plan: plan, report: report)
  }

  /// - Parameters:
  ///   - settings: whom it connects to and what it keeps; the plan says what station it is.
  ///   - report: called on the loop's thread.
  public init(
    loop: EventLoop, settings: StationSettings, plan: VisitPlan,
    report: @escaping @Sendable (StationEvent) -> Void
  ) {
    var settings = settings
    settings.setup = plan.setup
    settings.presets = plan.presets + settings.presets
    settings.vehicle = plan.vehicle
    settings.meterStart = plan.meterStart
    settings.tickInterval = UInt64(min(1_000, max(plan.stay / 4, 100)))
    self.loop = loop
    self.report = report
    visit = Visit(plan: plan)
    station = VirtualStation(loop: loop, settings: settings)
    station.onEvent = { [unowned self] event in if !hasEnded { report(event) } }
    station.onChange = { [unowned self] in proceed() }
  }

  /// Powers the station on. The runner lives until it has ended or was stopped.
  public func start() {
    loop.execute { [self] in
      holdsItself = self
      station.powerOn()
      visit.begin(station)
      proceed()
    }
  }

  private var holdsItself: StationRunner?

  /// Whether energy flows. Loop thread only.
  public var isCharging: Bool { visit.phase == .charging }

  /// Ends the session as its driver would; the station goes on until all is acknowledged.
  public func finish() {
    loop.execute { [self] in visit.leave(station) }
  }

  /// Pulls the plug: nothing more is sent.
  public func stop() {
    loop.execute { [self] in
      hasEnded = true
      station.powerOff()
      holdsItself = nil
    }
  }

  /// Lets the driver of the vehicle do what is next, and tells what changed.
  private func proceed() {
    if hasEnded { return }
    let before = visit.phase
    let next = visit.next(station)
    if visit.phase != before { report(.phaseChanged(visit.phase)) }
    if let next {
      for act in next { try? station.perform(act) }
      return
    }
    if visit.isOver && station.isSettled {
      hasEnded = true
      report(.ended(visit.phase, visit.figures))
      station.retire()
      loop.execute { [self] in holdsItself = nil }
    } else if visit.phase == .charging && visit.isNewSecond(station) {
      report(.figures(visit.figures))
      if visit.isTimeUp(station) { visit.leave(station) }
    }
  }
}
