import CSMSCore
import Frames
public import Network
import OCPP16
import OCPPJSON
import OCPPRPC
import ServerLog

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All stations of one loop: their sessions, the answers that wait for the disk, the facts of this
/// wake-up.
///
/// `@unchecked Sendable`: everything is used on the loop's thread only; other threads come in through
/// `loop.execute`.
public final class Shard: @unchecked Sendable {
  public let loop: EventLoop
  let configuration: GatewayConfiguration
  let clock: WallClock
  let seats: SeatingPlan
  let log: ServerLog
  private let ledger: any FactLedger
  private let tokens: TokenCache
  private let directory: StationDirectory
  private let watcher: ObserverSeat
  /// Nil when frames are not written down.
  let recorder: FrameRecorder?
  let quirks: QuirkBoard
  let security: SecurityDesk
  private var quirkChanges = 0

  var links: [StationLink] = []
  /// Where they are connected from.
  var places: [String: Place] = [:]
  // Touched several times per message. Nothing that is called meanwhile leads back to the shard, since
  // sessions and tables are values that know of none: the check that says so costs more than the work.
  @exclusivity(unchecked) var statistics = TrafficStatistics()
  @exclusivity(unchecked) private var pending = PendingTable()
  @exclusivity(unchecked) private var batch: [FactEntry] = []
  @exclusivity(unchecked) var writer = JSONWriter(capacity: 4096)
  private var housekeepingCursor = 0
  /// Names whoever waits for the outcome of a call.
  private var lastTicket: UInt64 = 0
  /// Set when the server stops: nothing more is taken from stations.
  private var isClosing = false

  init(
    loop: EventLoop, configuration: GatewayConfiguration, clock: @escaping WallClock,
    seats: SeatingPlan, ledger: any FactLedger, tokens: TokenCache,
    directory: StationDirectory, watcher: ObserverSeat, log: ServerLog, frames: FrameJournal?,
    quirks: QuirkBoard, security: SecurityDesk
  ) {
    self.quirks = quirks
    self.security = security
    self.loop = loop
    self.configuration = configuration
    self.clock = clock
    self.seats = seats
    self.ledger = ledger
    self.tokens = tokens
    self.directory = directory
    self.watcher = watcher
    self.log = log
    recorder = frames.map { FrameRecorder($0) }
  }

  /// Begins housekeeping; call it on the loop's thread or before the loop runs.
  func start() {
    loop.onTurnEnd = { [self] in
      handOver()
      if isClosing { recorder?.handOver() } else { recorder?.turnEnded() }
    }
    loop.schedule(afterMilliseconds: 1000, repeating: 1000) { [self] in keepHouse() }
  }

  // MARK: Stations come and go

  func open(_ handshake: Handshake, _ exchange: HTTPExchange) {
    guard let version = handshake.version else {
      log.info("station \(handshake.identity): no common subprotocol, closing")
      let rejecter = ClosingHandler()
      exchange.upgrade(subprotocol: nil, handler: rejecter)?.close(
        .protocolError, reason: "No common subprotocol; this server speaks ocpp1.6.")
      return
    }
    let prefix = secureRandomBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let policy = configuration.policy.with(directory.access(of: handshake.identity)?.policy)
    let seen = StationTokens(tokens, directory, station: handshake.identity)
    let session = Session16(policy: policy, tokens: seen, idPrefix: prefix)
    let link = StationLink(handshake.identity, version, self, session)
    link.session.tolerance = quirks.rules(of: link.station)
    link.session.judge = judge(of: handshake)
    guard let socket = exchange.upgrade(subprotocol: handshake.subprotocol, handler: link) else {
      return
    }
    link.socket = socket
    link.certificate = handshake.certificate
    link.index = links.count
    links.append(link)
    arrive(link, from: socket.remoteAddress)
    statistics.admitted += 1
    log.info("station \(link.station) connected from \(socket.remoteAddress)")
    record(
      .connected(address: socket.remoteAddress, subprotocol: handshake.subprotocol), .accepted, link
    )
    if let older = seats.take(link) {
      // What the older one said comes before what this one says, also when another loop has it.
      socket.pauseReading()
      older.shard.replace(older) { [self] in
        loop.execute { if !self.isClosing { link.socket?.resumeReading() } }
      }
    }
    watcher.observer?.connected(link.station)
    watcher.observer?.cameOrWent(link.station)
    if isClosing { socket.close(.goingAway, reason: "The server stops.") }
  }

  /// Who looks at the station's certificate signing requests.
  private func judge(of handshake: Handshake) -> Session16.CertificateJudge {
    { [watcher] csr in
      watcher.observer?.judge(csr, of: handshake.identity, isProven: handshake.isProven)
    }
  }

  /// A newer socket of the same station has taken over.
  ///
  /// - Parameter isSilent: called on any thread, once nothing more of the older one is taken.
  private func replace(_ link: StationLink, _ isSilent: @escaping @Sendable () -> Void) {
    let isRunning = loop.execute { [self] in
      link.isReplaced = true
      handOver()
      isSilent()
      statistics.replaced += 1
      log.info("station \(link.station): an older connection is replaced by a newer one")
      link.socket?.close(.normal, reason: "Replaced by a newer connection.")
    }
    if !isRunning { isSilent() }
  }

  func closed(_ link: StationLink, _ code: CloseCode, _ reason: String) {
    link.socket = nil
    let last = links.removeLast()
    if last !== link {
      links[link.index] = last
      last.index = link.index
    }
    seats.leave(link)
    depart(link)
    quirks.add(link.conformance, of: link.station)
    for call in link.session.cancelCalls() {
      record(.callAbandoned(call.id), .disconnected, link, action: call.action)
      finishCall(call.caller, .disconnected, link)
    }
    log.info("station \(link.station) disconnected (\(code.rawValue))")
    record(.disconnected(code: code.rawValue), .accepted, link)
    // A server that stops says nothing about its stations.
    if !isClosing { watcher.observer?.cameOrWent(link.station) }
  }

  // MARK: From the stations

  func received(_ frame: UnsafeBufferPointer<UInt8>, _ link: StationLink) {
    if link.isReplaced { return }
    let arrivedAt = Shard.monotonicNanoseconds()
    let now = clock()
    limitMessages(link)
    link.lastMessageAt = now
    link.lastSignOfLife = loop.monotonicMilliseconds / 1000
    writer.reset()
    let (action, reaction) = link.session.received(frame, now: now, writer: &writer)
    if let action { statistics.callsIn[Int(action)] += 1 }
    link.conformance.messages &+= 1
    let isMended = !link.session.tolerated.isEmpty
    if isMended { link.conformance.count(link.session.tolerated) }
    defer { if isMended { link.session.tolerated = [] } }
    switch consume reaction {
    case .answer:
      send(link)
      if action == Action.heartbeat.rawValue { watcher.observer?.heartbeat(link.station, at: now) }
      let latency = Shard.monotonicNanoseconds() - arrivedAt
      statistics.answerTimes.record(nanoseconds: latency)
      recordPair(frame, action, .accepted, now, latency, link)
    case .refuse(let code):
      send(link)
      statistics.errorsOut[Int(code.rawValue)] += 1
      if let action { statistics.refusedIn[Int(action)] += 1 }
      link.conformance.refused += 1
      limitRefusals(link)
      recordPair(frame, action, .refused, now, Shard.monotonicNanoseconds() - arrivedAt, link)
      if log.isEnabled(.debug) {
        log.debug("station \(link.station): message refused, \(code.wireName(in: link.version))")
      }
    case .hold(let fact, let answer):
      if case .booted(let boot) = fact { meet(boot.vendor, link) }
      let entry = PendingTable.Entry(link: link, answer: answer, arrivedAt: arrivedAt)
      let ticket = pending.insert(entry)
      batch.append(
        FactEntry(station: link.station, receivedAt: now, ticket: ticket, fact: fact))
      record(frame, from: .station, action, .open, now, nil, link)
      link.heldAnswers += 1
      if link.heldAnswers == configuration.heldAnswerLimit { link.socket?.pauseReading() }
    case .finish(let ticket, let outcome):
      recordAnswer(frame, outcome, now, arrivedAt, link)
      finishCall(ticket, outcome, link)
      sendNextCall(link)
    case .ignore(let reason):
      statistics.ignored[Int(reason.rawValue)] += 1
      recordIgnored(frame, now, link)
    }
  }

  /// A station says who made it: the rules for that vendor count from its next message on.
  private func meet(_ vendor: Text, _ link: StationLink) {
    quirks.learn(vendor, of: link.station)
    link.session.tolerance = quirks.rules(of: link.station)
  }

  private func send(_ link: StationLink) {
    writer.withBytes { link.socket?.send(text: $0) }
  }

  // MARK: The store

  /// All facts of this wake-up go to the store in one piece.
  private func handOver() {
    if batch.isEmpty { return }
    let facts = batch
    batch = []
    batch.reserveCapacity(facts.count)
    ledger.record(facts) { [self] receipts in
      loop.execute { self.settle(receipts) }
    }
  }

  /// The facts are durable (or could not be kept): the held answers leave.
  private func settle(_ receipts: [FactReceipt]) {
    let now = clock()
    for receipt in receipts {
      guard let entry = pending.remove(receipt.ticket) else { continue }
      let link = entry.link
      link.heldAnswers -= 1
      if receipt.receipt == .failed {
        statistics.factsFailed += 1
        statistics.errorsOut[Int(RPCErrorCode.internalError.rawValue)] += 1
        statistics.refusedIn[Int(entry.answer.action)] += 1
      }
      writer.reset()
      link.session.answer(entry.answer, receipt.receipt, now: now, writer: &writer)
      send(link)
      let latency = Shard.monotonicNanoseconds() - entry.arrivedAt
      statistics.answerTimes.record(nanoseconds: latency)
      recordWritten(
        entry.answer.action, receipt.receipt == .failed ? .refused : .accepted, now, latency, link)
      if case .registered(let registration) = entry.answer.content, receipt.receipt == .kept {
        watcher.observer?.booted(link.station, registration)
      }
      if case .requested = entry.answer.content, receipt.receipt == .kept {
        watcher.observer?.requestedCertificate(link.station)
      }
      if link.heldAnswers == configuration.heldAnswerLimit / 2, !isClosing,
        let socket = link.socket, socket.isReadingPaused
      {
        // While it was not read it could not show signs of life.
        link.lastSignOfLife = loop.monotonicMilliseconds / 1000
        socket.resumeReading()
      }
    }
  }

  /// Takes nothing more from stations; what is held still leaves.
  func stopReading() {
    isClosing = true
    for link in links { link.socket?.pauseReading() }
    handOver()
    recorder?.handOver()
  }

  // MARK: Calls to the stations

  /// Sends a call, or puts it in line. The payload must be valid.
  func call(
    _ link: StationLink, _ action: UInt8, _ payload: [UInt8], timeout: Int,
    _ completion: @escaping @Sendable (CallOutcome?) -> Void
  ) {
    guard link.socket?.isOpen == true else { return completion(.disconnected) }
    let id = link.session.makeMessageID()
    var frame = JSONWriter(capacity: payload.count + 128)
    frame.beginCall(id, Action.table, action)
    payload.withUnsafeBufferPointer { frame.raw($0) }
    frame.endFrame()
    lastTicket += 1
    let ticket = lastTicket
    let call = OutgoingCall(
      id: id, action: action, frame: frame.withBytes { [UInt8]($0) },
      deadline: DateTime(milliseconds: clock().milliseconds + Int64(timeout) * 1000),
      caller: ticket)
    switch link.session.enqueue(call) {
    case .refuse: return completion(nil)
    case .wait: break
    case .send: send(call, link)
    }
    link.callers[ticket] = { completion($0) }
  }

  private func send(_ call: OutgoingCall<UInt64>, _ link: StationLink) {
    statistics.callsOut[Int(call.action)] += 1
    link.outstanding = (call.action, Shard.monotonicNanoseconds())
    call.frame.withUnsafeBufferPointer {
      link.socket?.send(text: $0)
      record($0, from: .centralSystem, call.action, .open, clock(), nil, link)
    }
  }

  private func sendNextCall(_ link: StationLink) {
    if let call = link.session.nextCall() { send(call, link) }
  }

  private func finishCall(_ ticket: UInt64, _ outcome: CallOutcome, _ link: StationLink) {
    if case .result = outcome {} else { statistics.callsFailed += 1 }
    link.callers.removeValue(forKey: ticket)?(outcome)
  }

  // MARK: Housekeeping

  /// Once a second: calls whose time is up, and for a part of the stations, pings.
  private func keepHouse() {
    let now = clock()
    for link in links where !link.callers.isEmpty {
      guard let deadline = link.session.nextDeadline, deadline <= now else { continue }
      for call in link.session.expireCalls(now: now) {
        record(.callTimedOut(call.id), .timedOut, link, action: call.action)
        link.rememberTimeOut(of: call.id)
        finishCall(call.caller, .timedOut, link)
      }
      sendNextCall(link)
    }
    recorder?.handOver()
    if quirkChanges != quirks.changes {
      quirkChanges = quirks.changes
      for link in links { link.session.tolerance = quirks.rules(of: link.station) }
    }
    let share = links.count / max(1, min(configuration.pingInterval, 10)) + 1
    let visited = min(share, links.count)
    for _ in 0..<visited {
      if housekeepingCursor >= links.count { housekeepingCursor = 0 }
      if links.isEmpty { break }
      visit(links[housekeepingCursor])
      housekeepingCursor += 1
    }
  }

  private func visit(_ link: StationLink) {
    guard let socket = link.socket, socket.isOpen else { return }
    let milliseconds = loop.monotonicMilliseconds
    let silence = Int(milliseconds / 1000) - Int(link.lastSignOfLife)
    // A socket that is not read cannot show signs of life.
    if socket.isReadingPaused { return }
    if silence > configuration.silenceLimit {
      statistics.silenced += 1
      log.info("station \(link.station): silent for \(silence) s, connection cut")
      socket.terminate()
    } else if silence >= configuration.pingInterval, link.pingSentAt == nil {
      link.pingSentAt = milliseconds
      socket.ping()
    }
  }

  static func monotonicNanoseconds() -> UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
  }
}

/// Hears nothing: for a socket that is closed as soon as it is open.
private final class ClosingHandler: WebSocketHandler {
  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {}
  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {}
}
