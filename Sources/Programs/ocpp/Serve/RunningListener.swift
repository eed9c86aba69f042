import API
import Gateway
import Network
import ServerLog

/// What is behind one listener: stations under its rules, everything else to the HTTP interface.
final class ListenerDoor: HTTPHandler, Sendable {
  private let gateway: Gateway
  private let api: APIServer
  private let log: ServerLog
  private let rules: StationDirectory.Rules

  init(gateway: Gateway, api: APIServer, log: ServerLog, rules: StationDirectory.Rules) {
    self.gateway = gateway
    self.api = api
    self.log = log
    self.rules = rules
  }

  func serve(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    if Gateway.isStationDoor(request) {
      gateway.serve(request, exchange, under: rules)
    } else {
      api.serve(request, exchange)
    }
  }

  func refusal(status: Int) -> (headers: [(String, String)], body: [UInt8]) {
    api.refusal(status: status)
  }

  func tlsFailed(_ error: TLSError, remoteAddress: String) {
    log.info("connection from \(remoteAddress) refused: \(error)")
    gateway.tlsFailed(error, from: remoteAddress)
  }
}

/// A listener whose files are read, and whose port is not open yet.
struct PreparedListener {
  private let spec: ListenerSpec
  private let tls: TLSServerContext?
  private let servers: [Server]

  /// - Throws: `TLSError` when a file cannot be used.
  init(
    _ spec: ListenerSpec, loops: [EventLoop], limits: ServerLimits, door: ListenerDoor
  ) throws(TLSError) {
    self.spec = spec
    switch spec.security {
    case .none, .password: tls = nil
    case .tls(let cert, let key):
      tls = try TLSServerContext(certificateFile: cert, keyFile: key)
    case .mutualTLS(let cert, let key, let ca):
      tls = try TLSServerContext(certificateFile: cert, keyFile: key, clientCAFile: ca)
    }
    servers = loops.map { [tls] in Server(loop: $0, limits: limits, tls: tls, handler: door) }
  }

  func listen() throws(NetworkError) -> RunningListener {
    let port = try servers[0].listen(address: spec.address, port: spec.port)
    for server in servers.dropFirst() { try server.listen(beside: servers[0]) }
    return RunningListener(spec: spec, port: port, tls: tls, servers: servers)
  }
}

/// A listener with an open port, on every loop.
struct RunningListener: Sendable {
  let spec: ListenerSpec
  let port: UInt16
  let tls: TLSServerContext?
  fileprivate let servers: [Server]

  var place: String { ListenerSpec.place(spec.address, port) }

  var report: ListenerReport {
    var report = ListenerReport(place: place, summary: spec.security.summary)
    if let tls { report.certificateEnd = { tls.expiry } }
    return report
  }

  func stopListening() {
    for server in servers { server.stopListening() }
  }
}
