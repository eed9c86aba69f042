import Network
import OCPPJSON
import OCPPRPC

/// What a request to `/ocpp…` asks for.
struct Handshake: Equatable {
  /// Why it is not let in; every one has its answer.
  enum Refusal: Equatable, Error {
    /// Not a WebSocket request.
    case notWebSocket
    case badIdentity
    case unknownStation
    case badCredentials
    /// The connection's certificate is not for this station.
    case badCertificate
    /// Too often, or too often in vain.
    case tooMany
    /// A web page that has no business here.
    case foreignPage(BrowserRule.Refusal)
  }

  let identity: Text
  /// Nil when there is none in common: the handshake completes and the socket closes at once
  /// (OCPP-J 1.6 §3.1.2).
  let version: OCPPVersion?
  /// The subprotocol to confirm; nil when the client offered none.
  let subprotocol: String?
  /// With which of its keys the station came in; nil where none counts.
  let key: UsedKey?
  /// Whether it has shown who it is.
  let isProven: Bool
  /// The certificate it came in with, where that is how stations show who they are.
  let certificate: CertificateName?

  /// The versions spoken here, the preferred one first.
  static let versions: [OCPPVersion] = [.v16]

  /// Whether the path belongs to this door.
  static func isFor(_ path: String) -> Bool {
    path == "/ocpp" || path.hasPrefix("/ocpp/")
  }

  init(
    _ request: HTTPRequest, _ directory: StationDirectory, under rules: StationDirectory.Rules,
    within limits: DoorLimits, now: UInt64
  ) throws(Refusal) {
    guard request.isWebSocketUpgrade else { throw .notWebSocket }
    if let refusal = rules.browsers?.refusal(of: request) { throw .foreignPage(refusal) }
    guard let name = Handshake.name(in: request), StationIdentity.isValid(name) else {
      throw .badIdentity
    }
    identity = Text(name)
    guard limits.admits(identity, from: request.remoteAddress, now: now) else { throw .tooMany }
    let shown = StationDirectory.Credentials(
      basic: request.basicCredentials, certificate: request.clientCertificate)
    let (decision, key) = directory.judge(identity, shown, under: rules)
    self.key = key
    isProven = key != nil || rules.proof == .certificate
    certificate = rules.proof == .certificate ? shown.certificate.map { CertificateName($0) } : nil
    switch decision {
    case .admit: if !limits.cameIn(identity, now: now) { throw .tooMany }
    case .unknown: throw .unknownStation
    case .wrongPassword: throw .badCredentials
    case .wrongCertificate: throw .badCertificate
    }
    (version, subprotocol) = Handshake.negotiate(
      offered: request.offeredSubprotocols, asked: request.queryValue("version"))
  }

  /// The station's name: the last part of `/ocpp/{identity}`, or `?chargePointId=`.
  static func name(in request: HTTPRequest) -> String? {
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: true)
    switch parts.count {
    case 1: return request.queryValue("chargePointId")
    case 2: return percentDecoded(parts[1])
    default: return nil
    }
  }

  /// The server's order of preference wins; `version=` counts only without subprotocols.
  static func negotiate(
    offered: [String], asked: String?
  ) -> (version: OCPPVersion?, subprotocol: String?) {
    for version in versions where offered.contains("\(version.subprotocol)") {
      return (version, "\(version.subprotocol)")
    }
    if !offered.isEmpty { return (nil, nil) }
    return (versions.first { "\($0.name)" == asked }, nil)
  }
}
