import Journal
public import Network
import OCPPJSON
public import StationCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a running virtual station tells about itself.
public enum StationEvent: Sendable, Equatable {
  case connecting(url: String)
  case connected
  /// The connection could not be opened, or was lost; the next attempt is so many milliseconds away.
  case disconnected(reason: String, retryInMilliseconds: UInt64)
  case phaseChanged(VisitPhase)
  /// Once a second while it charges.
  case figures(VisitFigures)
  /// Its visit is over and everything was acknowledged.
  case ended(VisitPhase, VisitFigures)
}

/// A virtual station on an operating system: clock, socket, journal file and timers around the charge
/// point, which decides everything, and one vehicle that visits it.
///
/// `@unchecked Sendable`: used on its loop's thread only; `start`, `finish` and `stop` go there by
/// themselves.
public final class StationRunner: WebSocketHandler, @unchecked Sendable {
  private let loop: EventLoop
  private let client: WebSocketClient
  private let report: @Sendable (StationEvent) -> Void
  private let journalPath: String?
  private var visit: Visit
  private var station: ChargePoint
  private var journal: StationJournal<FileFlash>?
  private let vehicle: VirtualVehicle
  private var socket: WebSocket?
  private var timer: LoopTimer?
  private var ticker: LoopTimer?
  private var isStopped = false
  private var hasEnded = false
  /// Events that steps led to, in order.
  private var inbox: [Event] = []
  private let startedAt = StationRunner.monotonic()

  /// - Parameters:
  ///   - url: `ws://host:port/ocpp` or `wss://…`; the identity is added as the last part.
  ///   - password: for HTTP Basic authentication, with the identity as user.
  ///   - tls: for `wss://`; nil trusts the system's authorities and shows no certificate.
  ///   - journal: the file in which everything that must survive is kept; nil for a station that
  ///     forgets.
  ///   - report: called on the loop's thread.
  public init(
    loop: EventLoop, url: String, identity: String, password: String?,
    tls: TLSClientContext? = nil, plan: VisitPlan, journal: String? = nil,
    report: @escaping @Sendable (StationEvent) -> Void
  ) {
    self.loop = loop
    self.report = report
    journalPath = journal
    let base = url.hasSuffix("/") ? String(url.dropLast()) : url
    var client = WebSocketClient(
      url: "\(base)/\(Self.percentEncoded(identity))", subprotocols: ["ocpp1.6"],
      basicAuth: password.map { BasicCredentials(user: identity, password: Array($0.utf8)) })
    client.tls = tls
    self.client = client
    var setup = plan.setup
    setup.seed = secureRandomBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    station = ChargePoint(setup: setup)
    vehicle = VirtualVehicle(plan: plan)
    visit = Visit(plan: plan)
  }

  /// Powers the station on.
  public func start() {
    loop.execute { [self] in
      if let journalPath { openJournal(journalPath) }
      for (key, value) in visit.plan.presets { _ = station.preset(key, value) }
      handle(.poweredOn)
    }
  }

  /// Whether energy flows. Loop thread only.
  public var isCharging: Bool { visit.phase == .charging }

  /// Ends the session as its driver would; the station goes on until all is acknowledged.
  public func finish() {
    loop.execute { [self] in
      for event in visit.leave() { handle(event) }
    }
  }

  /// Pulls the plug: nothing more is sent.
  public func stop() {
    loop.execute { [self] in
      isStopped = true
      timer?.cancel()
      ticker?.cancel()
      socket?.close(.goingAway)
      journal = nil
    }
  }

  private func openJournal(_ path: String) {
    let geometry = FlashGeometry(sectorSize: 32_768, sectorCount: 32, programUnit: 4)
    do {
      journal = try StationJournal(
        port: FileFlash(path: path, geometry: geometry), payload: 8_192)
      try journal?.restore(&station)
    } catch {
      report(.disconnected(reason: "journal: \(error)", retryInMilliseconds: 0))
    }
  }

  // MARK: The socket

  private func connect() {
    if isStopped { return }
    report(.connecting(url: client.url))
    client.connect(on: loop, handler: self) { [self] result in
      switch result {
      case .success(let socket):
        self.socket = socket
        report(.connected)
        handle(.connected)
      case .failure(let error): lost("\(error)", .connectFailed)
      }
    }
  }

  private func lost(_ reason: String, _ event: Event) {
    socket = nil
    if isStopped || hasEnded { return }
    handle(event)
    let wait = UInt64(clamping: station.reconnectWait ?? 0)
    report(.disconnected(reason: reason, retryInMilliseconds: wait))
  }

  public func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    if isStopped { return }
    let now = elapsed()
    station.frameReceived(UnsafeBufferPointer(text), now: now)
    drain()
  }

  public func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {
    lost("closed with \(code.rawValue)\(reason.isEmpty ? "" : ": \(reason)")", .disconnected)
  }

  // MARK: The charge point

  private func handle(_ event: Event) {
    if isStopped { return }
    let now = elapsed()
    station.handle(event, now: now)
    drain()
  }

  /// Makes durable, performs, and goes on until nothing follows from anything.
  private func drain() {
    var hasProgress = true
    while hasProgress && !isStopped {
      if !station.output.isEmpty { performOutput() }
      hasProgress = !inbox.isEmpty
      if hasProgress { station.handle(inbox.removeFirst(), now: elapsed()) }
    }
    proceed()
  }

  private func performOutput() {
    let isDurable = journal?.commit(station.output) ?? true
    for step in station.output.steps where isDurable || step.isSafe { perform(step) }
    if isDurable { station.performed() } else { station.handle(.persistFailed, now: elapsed()) }
  }

  private func perform(_ step: Step) {
    switch step {
    case .connect: loop.execute { [self] in connect() }
    case .closeSocket(let code): socket?.close(CloseCode(rawValue: code))
    case .send(let range):
      if let socket { station.output.withFrame(range) { socket.send(text: $0) } }
    default: if let event = vehicle.take(step) { inbox.append(event) }
    }
  }

  // MARK: The visit

  /// Lets the vehicle and its driver do what is next, tells what changed, and sets the alarm.
  private func proceed() {
    if isStopped || hasEnded { return }
    if vehicle.wantsReboot { return stop() }
    let before = visit.phase
    let events = visit.proceed(station, vehicle)
    if visit.phase != before {
      report(.phaseChanged(visit.phase))
      if visit.phase == .charging { startTicker() }
    }
    if !events.isEmpty {
      for event in events { handle(event) }
      return
    }
    if visit.isOver && station.isSettled {
      hasEnded = true
      timer?.cancel()
      ticker?.cancel()
      report(.ended(visit.phase, visit.figures))
      socket?.close(.normal)
      return
    }
    setAlarm()
  }

  private func setAlarm() {
    timer?.cancel()
    guard let wake = station.nextWake else { return }
    timer = loop.schedule(afterMilliseconds: UInt64(max(0, wake - elapsed()))) { [self] in
      handle(.clockTicked)
    }
  }

  /// Once a second the meter is read, and the driver looks at the clock.
  private func startTicker() {
    ticker?.cancel()
    let period = UInt64(min(1000, max(visit.plan.stay / 4, 100)))
    ticker = loop.schedule(afterMilliseconds: period, repeating: period) { [self] in
      guard visit.phase == .charging else { return }
      let now = elapsed()
      if let reading = vehicle.readMeter(visit.plan.connector) {
        handle(.meterRead(connector: visit.plan.connector, reading))
      }
      visit.measure(station, vehicle)
      report(.figures(visit.figures))
      if visit.isTimeUp(now) { for event in visit.leave() { handle(event) } }
    }
  }

  /// Milliseconds since the start.
  private func elapsed() -> Int64 {
    let now = StationRunner.monotonic() - startedAt
    vehicle.now = DateTime(milliseconds: now)
    return now
  }

  private static func monotonic() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.append(Character(UnicodeScalar(byte)))
      default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
