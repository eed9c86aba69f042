public import Access
import CSMSCore
public import Gateway
public import Network
public import ServerLog
public import Store
import Webhooks

/// The HTTP side of the server: stations go to the gateway, everything else to the doors of the HTTP
/// interface.
public final class APIServer: HTTPHandler, Sendable {
  /// How often ends in doubt are looked at, in milliseconds.
  private static let settling: UInt64 = 5_000

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
    loop.execute {
      loop.schedule(afterMilliseconds: APIServer.settling, repeating: APIServer.settling) {
        store.settleEnds(at: clock())
      }
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
      commands.recall(
        try store.read { (reader) throws(StoreError) in try reader.unacceptedStations() })
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
      return refuse(responder, hasShownOne: KeyGuard.shown(by: request) != nil)
    }
    switch match {
    case .notFound: responder.problem(Problem(404, "There is nothing at this path."))
    case .methodNotAllowed(let methods):
      responder.problem(
        Problem(405, "This path takes \(methods.joined(separator: ", "))."),
        headers: [("Allow", methods.joined(separator: ", "))])
    case .route(let route, let arguments):
      if route.isAudited {
        responder.trail = AuditTrail(
          services: services, request: APIRequest(request, arguments, principal),
          actor: principal.actor, company: principal.company)
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

  private func refuse(_ responder: Responder, hasShownOne: Bool) {
    responder.problem(
      Problem(
        401,
        hasShownOne
          ? "This API key or access token is not known, or has expired."
          : "An API key is needed: Authorization: Bearer <key>."),
      headers: [("WWW-Authenticate", "Bearer")])
  }
}
