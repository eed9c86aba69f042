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

/// A virtual station on an operating system: clock, socket and timers around the machine, which
/// decides everything.
///
/// `@unchecked Sendable`: used on its loop's thread only; `start` and `stop` go there by themselves.
public final class StationRunner: WebSocketHandler, @unchecked Sendable {
  private let loop: EventLoop
  private let client: WebSocketClient
  private var station: VirtualStation
  private let report: @Sendable (StationEvent) -> Void
  private var socket: WebSocket?
  private var timer: LoopTimer?
  private var ticker: LoopTimer?
  private var backOff = BackOff()
  private var lastPhase = VisitPhase.registering
  private var isStopped = false
  private var hasEnded = false
  private var writer = JSONWriter()

  /// - Parameters:
  ///   - url: `ws://host:port/ocpp` or `wss://…`; the identity is added as the last part.
  ///   - password: for HTTP Basic authentication, with the identity as user.
  ///   - tls: for `wss://`; nil trusts the system's authorities and shows no certificate.
  ///   - report: called on the loop's thread.
  public init(
    loop: EventLoop, url: String, identity: String, password: String?,
    tls: TLSClientContext? = nil, plan: VisitPlan,
    report: @escaping @Sendable (StationEvent) -> Void
  ) {
    self.loop = loop
    self.report = report
    let base = url.hasSuffix("/") ? String(url.dropLast()) : url
    var client = WebSocketClient(
      url: "\(base)/\(Self.percentEncoded(identity))", subprotocols: ["ocpp1.6"],
      basicAuth: password.map { BasicCredentials(user: identity, password: Array($0.utf8)) })
    client.tls = tls
    self.client = client
    let prefix = secureRandomBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    station = VirtualStation(plan: plan, idPrefix: prefix)
  }

  /// Powers the station on.
  public func start() { loop.execute { [self] in connect() } }

  /// Whether energy flows. Loop thread only.
  public var isCharging: Bool { station.phase == .charging }

  /// Ends the session as its driver would; the station goes on until all is acknowledged.
  public func finish() {
    loop.execute { [self] in
      station.stop(now: now())
      proceed()
    }
  }

  /// Pulls the plug: nothing more is sent.
  public func stop() {
    loop.execute { [self] in
      isStopped = true
      timer?.cancel()
      ticker?.cancel()
      socket?.close(.goingAway)
    }
  }

  private func connect() {
    if isStopped { return }
    report(.connecting(url: client.url))
    client.connect(on: loop, handler: self) { [self] result in
      switch result {
      case .success(let socket):
        self.socket = socket
        backOff.reset()
        report(.connected)
        station.connected()
        proceed()
      case .failure(let error): retry("\(error)")
      }
    }
  }

  private func retry(_ reason: String) {
    if isStopped || hasEnded { return }
    let wait = backOff.wait()
    report(.disconnected(reason: reason, retryInMilliseconds: wait))
    loop.schedule(afterMilliseconds: wait) { [self] in connect() }
  }

  // MARK: The socket

  public func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    writer.reset()
    station.received(UnsafeBufferPointer(text), now: now(), writer: &writer)
    if writer.count > 0 { writer.withBytes { socket.send(text: $0) } }
    proceed()
  }

  public func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {
    self.socket = nil
    station.disconnected()
    retry("closed with \(code.rawValue)\(reason.isEmpty ? "" : ": \(reason)")")
  }

  // MARK: The machine

  /// Sends what is to be sent, tells what changed, and sets the alarm.
  private func proceed() {
    writer.reset()
    while let socket, station.nextFrame(writer: &writer) {
      writer.withBytes { socket.send(text: $0) }
      writer.reset()
    }
    if station.phase != lastPhase {
      lastPhase = station.phase
      report(.phaseChanged(lastPhase))
      if lastPhase == .charging { startTicker() }
    }
    if station.isDone && !hasEnded {
      hasEnded = true
      timer?.cancel()
      ticker?.cancel()
      report(.ended(station.phase, station.figures))
      socket?.close(.normal)
      return
    }
    setAlarm()
  }

  private func setAlarm() {
    if isStopped || hasEnded { return }
    timer?.cancel()
    guard let wake = station.nextWake else { return }
    let delay = max(0, wake.milliseconds - now().milliseconds)
    timer = loop.schedule(afterMilliseconds: UInt64(delay)) { [self] in tick() }
  }

  private func tick() {
    station.clockTicked(now: now())
    proceed()
  }

  private func startTicker() {
    ticker = loop.schedule(afterMilliseconds: 1000, repeating: 1000) { [self] in
      guard station.phase == .charging else { return }
      station.clockTicked(now: now())
      report(.figures(station.figures))
      proceed()
    }
  }

  private func now() -> DateTime {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return DateTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
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
