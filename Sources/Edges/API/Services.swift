import Access
import Gateway
import Network
import OCPPJSON
import ServerLog
import Store
import Webhooks

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

  /// Whether whoever sent a request is still who it was, with the same rights: asked before every
  /// piece of an answer that goes on.
  func mayStillSee(_ request: APIRequest) -> @Sendable () -> Bool {
    let (keys, access, http, principal) = (keys, access, request.http, request.principal)
    return { keys.principal(of: http, access) == principal }
  }

  /// Which stations belong to whom, and whose certificates are good no more, before the first request.
  func loadOwnership() {
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
