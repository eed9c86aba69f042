import CSMSCore
public import Gateway
public import Network
import OCPPJSON
public import ServerLog
public import Store

/// Everything the doors need.
struct Services: Sendable {
  let gateway: Gateway
  let store: SQLiteStore
  let tokens: TokenCache
  let log: ServerLog
  let startedAt: DateTime
  let clock: WallClock
}

/// The HTTP side of the server: stations go to the gateway, everything else to the doors of the HTTP
/// interface.
public final class APIServer: HTTPHandler, Sendable {
  private let services: Services
  private let router: Router
  private let keys: KeyGuard

  public init(
    gateway: Gateway, store: SQLiteStore, tokens: TokenCache, keys: KeyGuard, log: ServerLog,
    clock: @escaping WallClock
  ) {
    services = Services(
      gateway: gateway, store: store, tokens: tokens, log: log, startedAt: clock(), clock: clock)
    self.keys = keys
    router = Router(routes: APIServer.routes(services))
  }

  private static func routes(_ services: Services) -> [Route] {
    HealthDoor(services).routes + ConnectionsDoor(services).routes
      + StatisticsDoor(services).routes + ChargePointsDoor(services).routes
      + TransactionsDoor(services).routes + TokensDoor(services).routes
  }

  public func serve(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    if Gateway.isStationDoor(request) { return services.gateway.serve(request, exchange) }
    let responder = Responder(exchange, path: request.path)
    switch router.match(request.method, request.path) {
    case .notFound:
      // Without a key nobody learns which paths exist.
      if !keys.allows(request) { return refuse(responder) }
      responder.problem(Problem(404, "There is nothing at this path."))
    case .methodNotAllowed(let methods):
      if !keys.allows(request) { return refuse(responder) }
      responder.problem(
        Problem(405, "This path takes \(methods.joined(separator: ", "))."),
        headers: [("Allow", methods.joined(separator: ", "))])
    case .route(let route, let arguments):
      if !route.isPublic && !keys.allows(request) { return refuse(responder) }
      do throws(Problem) {
        try route.handler(APIRequest(http: request, arguments: arguments), responder)
      } catch {
        responder.problem(error)
      }
    }
  }

  private func refuse(_ responder: Responder) {
    responder.problem(
      Problem(401, "An API key is needed: Authorization: Bearer <key>."),
      headers: [("WWW-Authenticate", "Bearer")])
  }
}
