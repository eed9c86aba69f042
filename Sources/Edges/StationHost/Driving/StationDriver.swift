import Journal
import Network
import OCPP16
import OCPPJSON
import StationCore

/// One life of a station, from power on to power off: it keeps the journal, the socket and the alarm
/// of a charge point, which decides everything. Another start is another driver.
///
/// `@unchecked Sendable`: used on its loop's thread only, except that others may hold it.
final class StationDriver: WebSocketHandler, @unchecked Sendable {
  /// What its owner is told, on the loop's thread.
  struct Listener {
    var link: (StationEvent) -> Void = { _ in }
    /// Frames as they pass; nil costs nothing.
    var frame: ((FrameDirection, String) -> Void)?
    /// An event has been dealt with and everything that followed from it.
    var turn: () -> Void = {}
    /// The station has asked its hardware for a restart.
    var reboot: (ResetType) -> Void = { _ in }
    /// Steps that are neither wire nor outlet: files, certificates. The event they lead to at once.
    var facility: (Step) -> Event? = { $0.eventWithout }
  }

  let loop: EventLoop
  let time: StationTime
  let hardware: VirtualHardware
  let security: StationSecurity
  var listener = Listener()
  var station: ChargePoint
  private var journal: StationJournal<HostFlash>?
  var socket: WebSocket?
  var attempt: ConnectionAttempt?
  private var timer: LoopTimer?
  var pinger: LoopTimer?
  /// In milliseconds, as the pinger was started with it.
  var pingInterval: Int64 = 0
  var owesPong = false
  private(set) var isStopped = false
  /// The network is gone while the station is powered.
  private(set) var isOffline = false
  /// Events that steps led to, in order.
  private var inbox: [Event] = []
  private let bootedAt: Int64

  init(
    loop: EventLoop, time: StationTime, hardware: VirtualHardware, security: StationSecurity,
    setup: StationSetup
  ) {
    self.loop = loop
    self.time = time
    self.hardware = hardware
    self.security = security
    bootedAt = time.now
    station = ChargePoint(setup: setup)
  }

  /// Monotonic milliseconds since power on.
  var now: Int64 {
    let now = time.now
    hardware.now = now
    return now - bootedAt
  }

  // MARK: Life

  /// Reads the journal, takes what was set from outside, and goes to work.
  ///
  /// - Parameter presets: keys and values; those that are none are passed over.
  func powerOn(flash: HostFlash?, presets: [(Text, Text)], plugged: [Int]) {
    if let flash {
      do {
        journal = try StationJournal(port: flash, payload: 8_192)
        try journal?.restore(&station)
      } catch {
        listener.link(.journalFailed(reason: "the journal cannot be used (\(error))"))
      }
    }
    for (key, value) in presets { _ = station.preset(key, value) }
    security.powerOn(&station)
    handle(.poweredOn)
    for (number, code) in hardware.faults.sorted(by: { $0.key < $1.key }) {
      handle(.faulted(connector: number, code, info: Text()))
    }
    for number in plugged {
      handle(.cableInserted(connector: number))
      if hardware.outlets[number].isEVReady { handle(.evReady(connector: number)) }
    }
  }

  /// The plug is pulled: nothing more is done or sent, and the journal's file is let go.
  ///
  /// - Parameter goodbye: whether the socket is closed properly, as a soft restart does it.
  func powerOff(goodbye: Bool = false) {
    if isStopped { return }
    isStopped = true
    timer?.cancel()
    pinger?.cancel()
    // First the journal: whoever sees the connection end may open it.
    journal = nil
    attempt?.cancel()
    if goodbye { socket?.close(.goingAway) } else { socket?.terminate() }
    socket = nil
    hardware.now = time.now
    hardware.powerLost()
  }

  func goOffline() {
    isOffline = true
    attempt?.cancel()
    if attempt != nil {
      attempt = nil
      lost("the network is gone", .connectFailed)
    }
    socket?.terminate()
  }

  func goOnline() {
    isOffline = false
    handle(.networkAvailable)
  }

  // MARK: The charge point

  func handle(_ event: Event) {
    if isStopped { return }
    let now = now
    station.handle(event, now: now)
    drain()
  }

  /// Sets a configuration key from outside the protocol. False when it is none, or the value is.
  func preset(_ key: Text, _ value: Text) -> Bool {
    let isGood = station.preset(key, value)
    drain()
    return isGood
  }

  /// Certificates came or went.
  func securityMeansChanged() {
    station.highestSecurityProfile = Int32(security.highestProfile)
  }

  /// Changes the station otherwise than by an event, and does what follows.
  func change<Result>(_ body: (inout ChargePoint) -> Result) -> Result {
    let result = body(&station)
    handle(.clockTicked)
    return result
  }

  /// Makes durable, performs, and goes on until nothing follows from anything.
  func drain() {
    var hasProgress = true
    while hasProgress && !isStopped {
      if !station.output.isEmpty { performOutput() }
      hasProgress = !inbox.isEmpty
      if hasProgress { station.handle(inbox.removeFirst(), now: now) }
    }
    if isStopped { return }
    if let type = hardware.wantedReboot {
      hardware.wantedReboot = nil
      return listener.reboot(type)
    }
    reconnectIfWanted()
    if socket != nil && pingInterval != station.pingInterval { startPinging() }
    listener.turn()
    if !isStopped { setAlarm() }
  }

  private func performOutput() {
    let isDurable = journal?.commit(station.output) ?? true
    journal?.tellRoom(&station)
    for step in station.output.steps where isDurable || step.isSafe { perform(step) }
    if isDurable { station.performed() } else { station.handle(.persistFailed, now: now) }
  }

  private func perform(_ step: Step) {
    switch step {
    case .connect: loop.execute { [self] in connect() }
    case .closeSocket(let code): socket?.close(CloseCode(rawValue: code))
    case .send(let range): send(range)
    case .useAuthorizationKey(let key):
      _ = security.use(key: key.description)
    case .useSecurityProfile(let profile):
      _ = security.use(profile: profile)
    case .closeContactor, .openContactor, .offerCurrent, .lockCable, .unlockCable, .forceUnlock,
      .readMeter, .showPrompt, .reboot:
      if let event = hardware.take(step) { inbox.append(event) }
    default: if let event = listener.facility(step) { inbox.append(event) }
    }
  }

  private func send(_ range: Range<Int>) {
    guard let socket else { return }
    station.output.withFrame(range) { bytes in
      socket.send(text: bytes)
      if let frame = listener.frame { frame(.sent, String(decoding: bytes, as: UTF8.self)) }
    }
  }

  /// Closes the connection when it is to be opened again with other data, once no answer is under
  /// way: one that came after the close would be lost. `closed` opens the next one at once.
  private func reconnectIfWanted() {
    if security.wantsReconnect && !station.isAwaitingAnswer { socket?.close(.normal) }
  }

  private func setAlarm() {
    timer?.cancel()
    guard let wake = station.nextWake else { return }
    timer = loop.schedule(afterMilliseconds: UInt64(max(0, wake - now))) { [self] in
      handle(.clockTicked)
    }
  }
}

extension ChargePoint {
  /// A key's value as text.
  func configurationText(_ key: ConfigurationKey) -> String { configurationValue(key).description }
}
