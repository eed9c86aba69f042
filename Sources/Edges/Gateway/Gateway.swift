public import CSMSCore
public import Frames
public import Network
import OCPP16
public import OCPPJSON
public import ServerLog
import Synchronization

/// The door for stations: sockets in, sessions behind them, facts to the store, answers when they
/// are durable. One shard per loop; stations are spread over them by the kernel.
public final class Gateway: Sendable {
  public let configuration: GatewayConfiguration
  public let directory: StationDirectory
  public let shards: [Shard]
  /// How faulty messages are understood, and how many there were.
  public let quirks: QuirkBoard
  /// Nil when frames are not written down.
  public let frames: FrameJournal?
  /// Where incidents at the door go.
  public let security = SecurityDesk()
  private let limits: DoorLimits
  private let seats = SeatingPlan()
  private let watcher = ObserverSeat()
  /// How often frames that are too old are looked for.
  private static let tidyMilliseconds: UInt64 = 600_000
  private let log: ServerLog

  /// - Parameters:
  ///   - loops: one shard each; they must not run yet.
  ///   - ledger: where facts become durable.
  ///   - frames: where frames are written down, if they are.
  public init(
    loops: [EventLoop], configuration: GatewayConfiguration, directory: StationDirectory,
    ledger: any FactLedger, tokens: TokenCache, log: ServerLog,
    frames: FrameJournal? = nil, quirks: QuirkBoard = QuirkBoard(), clock: @escaping WallClock
  ) {
    self.frames = frames
    self.quirks = quirks
    limits = DoorLimits(configuration)
    self.configuration = configuration
    self.directory = directory
    self.log = log
    let (seats, watcher, security) = (self.seats, self.watcher, self.security)
    shards = loops.map {
      Shard(
        loop: $0, configuration: configuration, clock: clock, seats: seats, ledger: ledger,
        tokens: tokens, directory: directory, watcher: watcher, log: log, frames: frames,
        quirks: quirks, security: security)
    }
    for shard in shards { shard.start() }
    guard let frames else { return }
    shards.first?.loop.schedule(
      afterMilliseconds: Self.tidyMilliseconds, repeating: Self.tidyMilliseconds
    ) { frames.tidy(nowMilliseconds: clock().milliseconds) }
  }

  /// Whoever cares for the stations; not kept alive.
  public var observer: (any StationObserver)? {
    get { watcher.observer }
    set { watcher.observer = newValue }
  }

  /// Lets a station's session know what was decided about it.
  /// - Parameter registration: what its next BootNotification is answered with, instead of what its
  ///   policy says.
  public func renewPolicy(of station: Text, registration: Registration? = nil) {
    guard let link = seats.link(of: station) else { return }
    var policy = configuration.policy.with(directory.access(of: station)?.policy)
    if let registration { policy.registration = registration }
    let renewed = policy
    link.shard.loop.execute { link.session.policy = renewed }
  }

  /// Whether a request belongs to the stations' door, `/ocpp…`.
  public static func isStationDoor(_ request: HTTPRequest) -> Bool {
    Handshake.isFor(request.path)
  }

  /// Answers a request to the stations' door on its shard's loop.
  /// - Parameter rules: those of the listener; nil for the directory's.
  public func serve(
    _ request: HTTPRequest, _ exchange: HTTPExchange, under rules: StationDirectory.Rules? = nil
  ) {
    guard let shard = shards.first(where: { $0.loop === exchange.loop }) else {
      return exchange.respond(status: 503)
    }
    do throws(Handshake.Refusal) {
      let handshake = try Handshake(
        request, directory, under: rules ?? directory.rules, within: limits,
        now: shard.loop.monotonicMilliseconds)
      if let key = handshake.key, !key.among.isEmpty {
        watcher.observer?.cameIn(handshake.identity, with: key)
      }
      shard.open(handshake, exchange)
    } catch {
      note(error, request, shard.loop.monotonicMilliseconds)
      shard.refuse(error, request, exchange)
    }
  }

  /// Counts a handshake that failed, and reports it.
  private func note(_ refusal: Handshake.Refusal, _ request: HTTPRequest, _ now: UInt64) {
    let kind: SecurityIncident.Kind
    switch refusal {
    case .notWebSocket, .badIdentity: return
    case .unknownStation: kind = .unknownStation
    case .badCredentials: kind = .failedToAuthenticate
    case .badCertificate: kind = .invalidCertificate
    case .tooMany: kind = .tooManyHandshakes
    case .foreignPage: kind = .foreignWebPage
    }
    // A page is in the browser of somebody who may have done nothing.
    if kind != .tooManyHandshakes && kind != .foreignWebPage {
      limits.failed(from: request.remoteAddress, now: now)
    }
    let station = Handshake.name(in: request).map { Text($0) }
    security.report(
      kind, station: station, from: request.remoteAddress, "A handshake was refused.",
      nowMilliseconds: now)
  }

  /// A connection that could not agree on TLS.
  public func tlsFailed(_ error: TLSError, from peer: String) {
    security.report(
      .failedTLSHandshake, from: peer, error.description,
      nowMilliseconds: Shard.monotonicNanoseconds() / 1_000_000)
  }

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

  /// Calls the completion when every loop has answered.
  public func answer(_ completion: @escaping @Sendable () -> Void) {
    gather({ _ in () }) { _ in completion() }
  }

  /// Hands all frames so far to the journal; the completion is called when it has them.
  public func handOverFrames(_ completion: @escaping @Sendable () -> Void) {
    gather({ $0.recorder?.handOver() }) { _ in completion() }
  }

  /// The actions whose valid frames cannot hold a secret, one bit each: what stations report, and
  /// what is only words and numbers.
  public static let harmlessActions: UInt64 = [
    Action.authorize, .bootNotification, .heartbeat, .meterValues, .startTransaction,
    .statusNotification, .stopTransaction, .changeAvailability, .clearCache,
    .remoteStartTransaction, .remoteStopTransaction, .reset, .unlockConnector,
    .diagnosticsStatusNotification, .firmwareStatusNotification, .triggerMessage,
    .cancelReservation, .reserveNow, .clearChargingProfile, .getCompositeSchedule,
    .setChargingProfile, .getLocalListVersion, .sendLocalList, .extendedTriggerMessage,
    .logStatusNotification, .signedFirmwareStatusNotification,
  ].reduce(0) { $0 | 1 << UInt64($1.rawValue) }

  /// These certificates, and no others, let nobody in any more, and those who came in with one out.
  public func setRevoked(_ names: Set<CertificateName>) {
    directory.setRevoked(names)
    if names.isEmpty { return }
    for shard in shards {
      shard.loop.execute { [directory] in
        for link in shard.links {
          guard let name = link.certificate, directory.isRevoked(name) else { continue }
          link.socket?.close(.policyViolation, reason: "Its certificate was revoked.")
        }
      }
    }
  }

  /// Closes a station's socket; false when it is not connected.
  public func disconnect(_ station: Text, reason: String) -> Bool {
    guard let link = seats.link(of: station) else { return false }
    return link.shard.loop.execute { link.socket?.close(.normal, reason: reason) }
  }

  /// Sends a call to a station and hands its answer to the completion, once, on some thread.
  /// - Parameters:
  ///   - action: the index of the action in the version's table.
  ///   - payload: must be valid for it.
  ///   - timeout: in seconds, the wait in line included; nil for the configured one.
  public func call(
    _ station: Text, action: UInt8, payload: [UInt8], timeout: Int?,
    _ completion: @escaping @Sendable (Result<[UInt8], CallFailure>) -> Void
  ) {
    guard let link = seats.link(of: station) else { return completion(.failure(.notConnected)) }
    let seconds = timeout ?? configuration.callTimeout
    let isThere = link.shard.loop.execute { [watcher] in
      link.shard.call(link, action, payload, timeout: seconds) { outcome in
        let result = Self.result(of: outcome)
        guard case .success(let response) = result, let observer = watcher.observer else {
          return completion(result)
        }
        observer.answered(station, action: action, request: payload, response: response) {
          completion(result)
        }
      }
    }
    if !isThere { completion(.failure(.disconnected)) }
  }

  private static func result(of outcome: CallOutcome?) -> Result<[UInt8], CallFailure> {
    switch outcome {
    case nil: .failure(.tooManyCalls)
    case .result(let payload): .success(payload)
    case .invalidResult(let payload, let why): .failure(.invalidAnswer(payload, why))
    case .error(let error): .failure(.callError(error))
    case .timedOut: .failure(.timedOut)
    case .disconnected: .failure(.disconnected)
    }
  }

  /// Takes nothing more from stations. Held answers still leave as the store delivers them. Returns
  /// when every shard has handed its last facts over.
  public func stopReading() {
    for shard in shards { try? shard.loop.wait { shard.stopReading() } }
  }

  /// Asks every shard on its own thread; calls the completion with all answers.
  private func gather<Part: Sendable>(
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
