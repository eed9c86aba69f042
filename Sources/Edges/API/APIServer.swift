public import Access
public import CSMSCore
public import Gateway
public import Network
import OCPPJSON
public import ServerLog
public import Store
public import Webhooks

/// Everything the doors need.
struct Services: Sendable {
  let gateway: Gateway
  let store: SQLiteStore
  let tokens: TokenCache
  let log: ServerLog
  let startedAt: DateTime
  let clock: WallClock
  let commands: CommandRunner
  let jobs: JobBoard
  let care: StationCare
  /// Nil where nobody can sign in.
  let access: AccessDesk?
  let ownership: Ownership
  let keys: KeyGuard
  /// Seals what the server must be able to read again.
  let vault: SecretVault
  let webhooks: WebhookDispatcher
  let events: EventFeed
  let listeners = ListenerBoard()
}

extension Services {
  /// Something at the HTTP interface that may be an attack.
  func report(_ kind: SecurityIncident.Kind, from request: HTTPRequest, _ detail: String) {
    gateway.security.report(
      kind, from: request.remoteAddress, detail,
      nowMilliseconds: gateway.shards[0].loop.monotonicMilliseconds)
  }

  /// Which stations belong to whom, and whose certificates are good no more, before the first request.
  fileprivate func loadOwnership() {
    do throws(StoreError) {
      let (owned, accepted) = try store.read { (reader) throws(StoreError) in
        (try reader.ownedStations(), try reader.acceptedTokens())
      }
      for (station, company, since) in owned { ownership.set(station, company, since: since) }
      let revoked = try store.read { (reader) throws(StoreError) in try reader.revocations() }
      gateway.setRevoked(
        Set(revoked.map { CertificateName("\($0.serialNumber)", of: "\($0.issuer)") }))
      for (company, list) in accepted {
        tokens.setAccepted(AcceptedTokens(json: list), atStationsOf: company)
      }
    } catch {
      log.error("store: \(error)")
    }
  }
}

/// What the HTTP interface offers beyond the ordinary.
public struct APIOptions: Sendable {
  /// Whether conformance suites find their trigger API at `/api/octt/`; never on a public address.
  public var hasTestAPI: Bool
  /// Whether stations are asked for their settings when they boot.
  public var mirrorsConfiguration: Bool
  /// Which web pages may send requests; nil for all, where they would need a key.
  public var browsers: BrowserRule?
  /// For how long meter values outside transactions are kept.
  public var meterLimits = MeterLimits()
  /// Signs the certificates that stations ask for; nil leaves them to an operator.
  public var authority: StationAuthority?
  /// Whether it does so without an operator, for stations that have shown who they are.
  public var signsCertificatesAtOnce = true
  /// How inbound webhooks show where they come from.
  public var webhook = WebhookOptions()
  /// How long a station may take to begin a session that an app ordered, in seconds.
  public var startSeconds = 90
  /// Where outgoing webhooks may go.
  public var webhookTargets = WebhookTargets()
  /// How long and how often events are tried at a receiver.
  public var deliveries = DeliveryPolicy()
  /// After a restart, how long a station may take to come back before it is said to be offline, in
  /// seconds.
  public var presenceGraceSeconds = 300
  /// After how long a client of `/api/events` that takes nothing is cut, in milliseconds.
  public var eventPatience: Int64 = 60_000

  public init(hasTestAPI: Bool = false, mirrorsConfiguration: Bool = false) {
    self.hasTestAPI = hasTestAPI
    self.mirrorsConfiguration = mirrorsConfiguration
  }
}

/// The HTTP side of the server: stations go to the gateway, everything else to the doors of the HTTP
/// interface.
public final class APIServer: HTTPHandler, Sendable {
  private let services: Services
  private let router: Router
  private let keys: KeyGuard
  private let browsers: BrowserRule?

  public init(
    gateway: Gateway, store: SQLiteStore, tokens: TokenCache, keys: KeyGuard,
    access: AccessDesk? = nil, log: ServerLog, clock: @escaping WallClock,
    options: APIOptions = APIOptions()
  ) {
    let keyDesk = StationKeyDesk(gateway, store, log, clock)
    let commands = CommandRunner(gateway, keyDesk, clock)
    let jobs = JobBoard(commands, store, gateway, clock)
    let gone = GoneStations(gateway, store, log, startedAt: clock())
    let loop = gateway.shards[0].loop
    loop.execute {
      loop.schedule(
        afterMilliseconds: GoneStations.interval, repeating: GoneStations.interval
      ) { gone.sweep(now: clock()) }
    }
    let retention = MeterRetention(store, options.meterLimits, log, loop)
    loop.execute {
      loop.schedule(
        afterMilliseconds: MeterRetention.interval, repeating: MeterRetention.interval
      ) { retention.sweep(now: clock()) }
      retention.sweep(now: clock())
    }
    let care = StationCare(
      gateway, store, tokens, commands, log, clock, options)
    gateway.observer = care
    let vault =
      access?.vault ?? SecretVault(key: secureRandomBytes(SecretVault.keyLength))
    services = Services(
      gateway: gateway, store: store, tokens: tokens, log: log, startedAt: clock(), clock: clock,
      commands: commands, jobs: jobs, care: care, access: access,
      ownership: Ownership(gateway.directory),
      keys: keys, vault: vault,
      webhooks: WebhookDispatcher(
        store: store, vault: vault, targets: options.webhookTargets, policy: options.deliveries,
        log: log, clock: clock, agent: "swift-ocpp/\(ProductVersion.current)"),
      events: EventFeed(store, log, clock, patience: options.eventPatience))
    self.keys = keys
    browsers = options.browsers
    let board = ChargingBoard(
      ChargingServices(
        gateway: gateway, store: store, tokens: tokens, commands: commands, log: log, clock: clock))
    let routes = APIServer.routes(services, options, board)
    router = Router(
      routes: routes + DocsDoor.routes(describing: routes, isOpen: keys.isOpen))
    do throws(StoreError) {
      try jobs.resume()
      try care.certificates.resume()
      try QuirksDoor(services).load()
      try board.resume()
    } catch {
      log.error("store: \(error)")
    }
    SecurityDoor(services).watch()
    services.loadOwnership()
    let (webhooks, events) = (services.webhooks, services.events)
    store.watchEvents { _, addressed in
      webhooks.addressed(addressed)
      events.eventsWritten()
    }
    webhooks.start()
    care.presence.watch(graceMilliseconds: UInt64(options.presenceGraceSeconds) * 1000)
    loop.execute {
      loop.schedule(afterMilliseconds: 1000, repeating: 1000) { board.keepHouse() }
      loop.schedule(
        afterMilliseconds: SignsOfLife.interval, repeating: SignsOfLife.interval
      ) { care.signs.keep() }
    }
    if let access { APIServer.watch(access, gateway, log) }
  }

  /// Once a second looks whether somebody else changed users or keys.
  private static func watch(_ access: AccessDesk, _ gateway: Gateway, _ log: ServerLog) {
    let loop = gateway.shards[0].loop
    loop.execute { [weak access] in
      loop.schedule(afterMilliseconds: 1000, repeating: 1000) { [weak access] in
        access?.refreshIfChanged { log.error("store: \($0)") }
      }
    }
  }

  private static func routes(
    _ services: Services, _ options: APIOptions, _ board: ChargingBoard
  ) -> [Route] {
    HealthDoor(services).routes + ConnectionsDoor(services).routes
      + StatisticsDoor(services).routes + ChargePointsDoor(services).routes
      + TransactionsDoor(services).routes + TokensDoor(services).routes
      + CommandsDoor(services).routes + JobsDoor(services).routes
      + StationCareDoor(services).routes
      + AuthorizationsDoor(services).routes + LogsDoor(services).routes
      + QuirksDoor(services).routes + SecurityDoor(services).routes
      + CertificatesDoor(services).routes + RevocationsDoor(services).routes
      + AuthDoor(services).routes + APIKeysDoor(services).routes + UsersDoor(services).routes
      + RecordsDoor(services).routes + SessionsDoor(services).routes
      + SessionEventsDoor(services).routes
      + BridgeDoor(services).routes
      + AppsDoor(services, board, startSeconds: options.startSeconds).routes
      + WebhookDoor(services, options.webhook).routes
      + WebhooksDoor(services).routes + EventsDoor(services).routes
      + StationPageDoor().routes
      + (options.hasTestAPI ? TestDoor(services).routes : [])
  }

  /// Sends nothing more to webhooks. To be called before the store closes; again does nothing.
  public func stop() {
    services.webhooks.close()
    services.store.watchEvents(nil)
  }

  /// These ports are open now, and no others.
  public func listens(on listeners: [ListenerReport]) { services.listeners.all = listeners }

  /// Every route there is, for tests.
  var routes: [Route] { router.routes }

  public func serve(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    if Gateway.isStationDoor(request) { return services.gateway.serve(request, exchange) }
    var responder = Responder(exchange, path: request.path)
    if let refusal = browsers?.refusal(of: request) {
      report(.foreignWebPage, request, "A request of a web page was refused.")
      return responder.problem(Problem(403, refusal.advice))
    }
    let match = router.match(request.method, request.path)
    if case .route(let route, let arguments) = match, route.isPublic {
      return answer(route, APIRequest(request, arguments, .everybody), responder)
    }
    // Without a key nobody learns which paths exist.
    guard let principal = keys.principal(of: request, services.access) else {
      if request.header("authorization") != nil {
        report(.invalidAPIKey, request, "An API key or access token that is not good was shown.")
      }
      return refuse(responder)
    }
    switch match {
    case .notFound: responder.problem(Problem(404, "There is nothing at this path."))
    case .methodNotAllowed(let methods):
      responder.problem(
        Problem(405, "This path takes \(methods.joined(separator: ", "))."),
        headers: [("Allow", methods.joined(separator: ", "))])
    case .route(let route, let arguments):
      if route.method != "GET" {
        responder.trail = AuditTrail(
          services: services, request: APIRequest(request, arguments, principal),
          principal: principal)
      }
      if let refusal = route.access.refusal(principal, arguments, services.ownership) {
        return responder.problem(refusal)
      }
      answer(route, APIRequest(request, arguments, principal), responder)
    }
  }

  private func answer(_ route: Route, _ request: APIRequest, _ responder: Responder) {
    do throws(Problem) {
      try route.operation?.check(request)
      try route.handler(request, responder)
    } catch {
      responder.problem(error)
    }
  }

  public func refusal(status: Int) -> (headers: [(String, String)], body: [UInt8]) {
    Problem.unread(status).document
  }

  private func report(
    _ kind: SecurityIncident.Kind, _ request: HTTPRequest, _ detail: String
  ) {
    services.report(kind, from: request, detail)
  }

  private func refuse(_ responder: Responder) {
    responder.problem(
      Problem(401, "An API key is needed: Authorization: Bearer <key>."),
      headers: [("WWW-Authenticate", "Bearer")])
  }
}
