public import API
public import Access
public import CSMSCore
public import Foundation
public import Frames
public import Gateway
public import Network
import OCPPJSON
public import ServerLog
public import Store
import Synchronization

/// A whole server on a port of its own, its store in a temporary folder: what `ocpp serve` puts
/// together, for tests to talk to over real sockets.
///
/// `@unchecked Sendable`: set up by its initializer, then only read.
public final class LocalServer: @unchecked Sendable {
  /// How the server is set up; as it stands, everybody is let in.
  public struct Options {
    public var rules = StationDirectory.Rules(admitsUnknown: true, proof: .none)
    public var gateway = GatewayConfiguration()
    public var limits = ServerLimits()
    public var keys = KeyGuard(isOpen: true)
    /// Under what the server's secrets are sealed.
    public var vault = SecretVault(key: [UInt8](repeating: 7, count: SecretVault.keyLength))
    public var loops = 1
    /// Tags that may charge.
    public var tokens: [String] = []
    /// Instead of the store.
    public var ledger: (any FactLedger)?
    public var logLevel = LogLevel.debug
    public var api = APIOptions()
    /// The rules by which faulty messages are understood; none: strictly.
    public var quirks: QuirkRules = []
    /// Nil: frames are not written down.
    public var frames: FrameRetention? = FrameRetention()
    /// A folder of an earlier server, whose data this one goes on with; the caller removes it.
    public var folder: URL?

    public init() {}
  }

  public let clock = TestClock()
  public let store: SQLiteStore
  public let directory: StationDirectory
  public let tokens = TokenCache()
  public let frames: FrameJournal?
  public let gateway: Gateway
  public let access: AccessDesk
  public let port: UInt16
  public let loops: [EventLoop]
  private let servers: [Server]
  private let api: APIServer
  public let folder: URL
  private let isTemporary: Bool
  private let lines: LogLines

  public init(_ options: Options = Options()) throws {
    folder =
      options.folder ?? FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID())")
    isTemporary = options.folder == nil
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try SQLiteStore(path: folder.appending(path: "ocpp.sqlite").path)
    directory = StationDirectory(rules: options.rules)
    for tag in options.tokens { tokens.set(TokenRecord(idTag: Text(tag), status: .accepted)) }
    lines = LogLines()
    let lines = lines
    let log = ServerLog(threshold: options.logLevel) { lines.add($0) }
    let clock = clock
    let framesFolder = folder.appending(path: "frames").path
    frames = try options.frames.map { retention in
      try FrameJournal(
        folder: framesFolder, retention: retention, harmless: Gateway.harmlessActions,
        onError: { lines.add("frames: \($0)") })
    }
    loops = try (0..<options.loops).map { _ in try EventLoop() }
    gateway = Gateway(
      loops: loops, configuration: options.gateway, directory: directory,
      ledger: options.ledger ?? store, tokens: tokens, log: log, frames: frames,
      quirks: QuirkBoard(standard: options.quirks), clock: { clock.now },
      steadyClock: { clock.steadyMilliseconds })
    access = try AccessDesk(
      store: store, vault: options.vault, hasher: PasswordHasher(cost: .least),
      clock: { clock.now })
    api = APIServer(
      gateway: gateway, store: store, tokens: tokens, keys: options.keys, access: access, log: log,
      clock: { clock.now }, options: options.api)
    let api = self.api
    servers = loops.map { Server(loop: $0, limits: options.limits, handler: api) }
    for loop in loops { try loop.start() }
    port = try servers[0].listen(address: "127.0.0.1", port: 0)
    for server in servers.dropFirst() { try server.listen(beside: servers[0]) }
  }

  /// Ends as `ocpp serve` does; again does nothing.
  public func stop() {
    for server in servers { server.stopListening() }
    gateway.stopReading()
    api.stop()
    store.close()
    for loop in loops { loop.stop() }
    frames?.flush()
  }

  deinit {
    stop()
    if isTemporary { try? FileManager.default.removeItem(at: folder) }
  }

  /// Reads what the store of a stopped server has kept.
  public func reopened<Value: Sendable>(
    _ body: @escaping @Sendable (StoreReader) throws(StoreError) -> Value
  ) throws -> Value {
    let again = try SQLiteStore(path: store.path)
    defer { again.close() }
    return try again.read(body)
  }

  /// The log so far.
  public var log: [String] { lines.all }

  /// Opens a station's socket.
  /// - Parameter path: instead of `/ocpp/{identity}`.
  public func connect(
    _ identity: String, path: String? = nil, subprotocols: [String] = ["ocpp1.6"],
    auth: BasicCredentials? = nil
  ) throws -> SocketStation {
    try SocketStation(
      url: "ws://127.0.0.1:\(port)\(path ?? "/ocpp/\(identity)")", subprotocols: subprotocols,
      auth: auth)
  }

  /// A client of the HTTP interface.
  public var http: HTTPClient { HTTPClient(port: port) }

  /// All connections, from the gateway itself.
  public func connections() -> [ConnectionInfo] {
    let answer = Inbox<[ConnectionInfo]>()
    gateway.connections { answer.post($0) }
    return answer.take() ?? []
  }

  /// The traffic of all shards.
  public func statistics() -> TrafficStatistics {
    let answer = Inbox<TrafficStatistics>()
    gateway.statistics { answer.post($0) }
    return answer.take() ?? TrafficStatistics()
  }
}

/// The lines of a log.
private final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])
  func add(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}

/// The central system of `Wiring.socket`.
final class SocketCentralSystem: CentralSystem {
  private let server: LocalServer
  var clock: TestClock { server.clock }
  var store: SQLiteStore { server.store }

  init(tokens: [String]) throws {
    var options = LocalServer.Options()
    options.tokens = tokens
    server = try LocalServer(options)
  }

  func connect(_ station: String) throws -> any StationPeer { try server.connect(station) }
}
