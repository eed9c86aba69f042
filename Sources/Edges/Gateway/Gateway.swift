public import CSMSCore
public import Frames
public import Network
public import OCPPJSON
public import ServerLog

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
  let seats = SeatingPlan()
  let watcher = ObserverSeat()
  /// How often frames that are too old are looked for.
  private static let tidyMilliseconds: UInt64 = 600_000
  private let log: ServerLog

  /// - Parameters:
  ///   - loops: one shard each; they must not run yet.
  ///   - ledger: where facts become durable.
  ///   - frames: where frames are written down, if they are.
  ///   - steadyClock: what calls time out by; nil for the loops' own.
  public init(
    loops: [EventLoop], configuration: GatewayConfiguration, directory: StationDirectory,
    ledger: any FactLedger, tokens: TokenCache, log: ServerLog,
    frames: FrameJournal? = nil, quirks: QuirkBoard = QuirkBoard(), clock: @escaping WallClock,
    steadyClock: SteadyClock? = nil
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
        quirks: quirks, security: security, steadyClock: steadyClock)
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
  /// - Parameter isConfigured: whether the next BootNotification of a station that was to be configured
  ///   first is answered with Accepted.
  public func renewPolicy(of station: Text, isConfigured: Bool = false) {
    guard let link = seats.link(of: station) else { return }
    link.shard.loop.execute { [configuration, directory] in
      // Read here, so that whatever was decided last counts, whoever comes first.
      let decided = directory.access(of: station)?.policy
      link.session.policy = configuration.policy.with(decided)
      guard isConfigured, decided?.admission == .configure else { return }
      link.session.policy.registration = .accepted
    }
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
    // Whoever is refused may have put anything there, and what is no identity is not kept.
    let station = Handshake.name(in: request).flatMap {
      StationIdentity.isValid($0) ? Text($0) : nil
    }
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

  /// Calls the completion when every loop has answered.
  public func answer(_ completion: @escaping @Sendable () -> Void) {
    gather({ _ in () }) { _ in completion() }
  }

  /// Hands all frames so far to the journal; the completion is called when it has them.
  public func handOverFrames(_ completion: @escaping @Sendable () -> Void) {
    gather({ $0.recorder?.handOver() }) { _ in completion() }
  }

  /// These certificates, and no others, let nobody in any more, and those who came in with one out.
  public func setRevoked(_ names: Set<CertificateName>) {
    directory.setRevoked(names)
    if names.isEmpty { return }
    for shard in shards {
      shard.loop.execute { [directory] in
        for link in shard.links {
          guard let name = link.certificate, directory.isRevoked(name) else { continue }
          shard.close(link, .policyViolation, reason: "Its certificate was revoked.")
        }
      }
    }
  }

  /// Takes nothing more from stations. Held answers still leave as the store delivers them. Returns
  /// when every shard has handed its last facts over.
  public func stopReading() {
    for shard in shards { try? shard.loop.wait { shard.stopReading() } }
  }
}
