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
  private let steadyClock: SteadyClock?
  let seats: SeatingPlan
  let log: ServerLog
  private let ledger: any FactLedger
  let tokens: TokenCache
  let directory: StationDirectory
  let watcher: ObserverSeat
  /// Nil when frames are not written down.
  let recorder: FrameRecorder?
  let quirks: QuirkBoard
  let security: SecurityDesk
  var quirkChanges = 0

  var links: [StationLink] = []
  /// Where they are connected from.
  var places: [String: Place] = [:]
  // Touched several times per message. Nothing that is called meanwhile leads back to the shard, since
  // sessions and tables are values that know of none: the check that says so costs more than the work.
  @exclusivity(unchecked) var statistics = TrafficStatistics()
  @exclusivity(unchecked) private var pending = PendingTable()
  @exclusivity(unchecked) private var batch: [FactEntry] = []
  @exclusivity(unchecked) var writer = JSONWriter(capacity: 4096)
  var housekeepingCursor = 0
  /// Names whoever waits for the outcome of a call.
  var lastTicket: UInt64 = 0
  /// Set when the server stops: nothing more is taken from stations.
  var isClosing = false

  init(
    loop: EventLoop, configuration: GatewayConfiguration, clock: @escaping WallClock,
    seats: SeatingPlan, ledger: any FactLedger, tokens: TokenCache,
    directory: StationDirectory, watcher: ObserverSeat, log: ServerLog, frames: FrameJournal?,
    quirks: QuirkBoard, security: SecurityDesk, steadyClock: SteadyClock?
  ) {
    self.steadyClock = steadyClock
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
      var fact = FactEntry(station: link.station, receivedAt: now, ticket: ticket, fact: fact)
      fact.isOnRecord = link.isOnRecord
      batch.append(fact)
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
  func handOver() {
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
      } else {
        link.isOnRecord = true
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

  // MARK: Housekeeping

  /// What calls time out by: the wall clock may be set while one is out.
  var steadyNow: DateTime {
    DateTime(milliseconds: Int64(clamping: steadyClock?() ?? loop.monotonicMilliseconds))
  }

  static func monotonicNanoseconds() -> UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
  }
}
