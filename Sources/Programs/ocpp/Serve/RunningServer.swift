import API
import Access
import CSMSCore
import Foundation
import Frames
import Gateway
import Network
import OCPPJSON
import ServerLog
import Store

/// A central system, put together and running.
final class RunningServer: Sendable {
  /// Where it listens, in the order of the configuration.
  let listeners: [RunningListener]
  /// The port of the first listener.
  var port: UInt16 { listeners[0].port }
  /// What was made because there was nobody and nothing to sign in with; shown once.
  let firstCredentials: FirstCredentials
  private let loops: [EventLoop]
  private let gateway: Gateway
  private let api: APIServer
  private let store: SQLiteStore
  private let frames: FrameJournal?
  private let framesLock: FramesLock?

  static let clock: WallClock = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return DateTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Opens the store, binds the port and begins to serve. When it throws, nothing of it is left, and
  /// nothing was made that only it would have told.
  init(_ configuration: ServeConfiguration, log: ServerLog) throws {
    RunningServer.raiseDescriptorLimit()
    let options = try RunningServer.options(configuration)
    store = try RunningServer.openStore(configuration, log)
    let directory = StationDirectory(rules: .init(admitsUnknown: configuration.isOpen))
    let tokens = TokenCache()
    try RunningServer.load(store, directory, tokens)
    let access = try RunningServer.accessDesk(configuration, store)

    var settings = GatewayConfiguration()
    settings.policy = SessionPolicy(
      heartbeatInterval: configuration.heartbeatInterval,
      acceptsUnknownTokens: configuration.isOpen)
    settings.policy.registration = configuration.admission.registration
    settings.policy.tokenTransactions = configuration.tokenTransactions
    settings.pingInterval = configuration.pingInterval
    settings.silenceLimit = configuration.pingInterval * 5 / 2
    framesLock = try FramesLock(configuration)
    frames = try RunningServer.openFrames(configuration, log)
    settings.goneAfter = configuration.stationGoneAfter
    settings.limit(
      stationMessages: configuration.stationMessages,
      addressMessages: configuration.addressMessages)
    loops = try (0..<configuration.loops).map { _ in try EventLoop() }
    gateway = Gateway(
      loops: loops, configuration: settings, directory: directory, ledger: store, tokens: tokens,
      log: log, frames: frames,
      quirks: QuirkBoard(standard: configuration.isStrict ? [] : .all), clock: RunningServer.clock)
    api = APIServer(
      gateway: gateway, store: store, tokens: tokens, keys: RunningServer.keys(configuration),
      access: access, log: log, clock: RunningServer.clock, options: options)
    var limits = ServerLimits()
    limits.maxMessageBytes = configuration.maxMessageBytes
    limits.maxConnections = configuration.maxConnections
    let (gateway, loops, api) = (self.gateway, self.loops, self.api)
    do {
      let prepared = try configuration.listeners.map { spec in
        let door = ListenerDoor(
          gateway: gateway, api: api, log: log, rules: configuration.rules(of: spec))
        return try PreparedListener(spec, loops: loops, limits: limits, door: door)
      }
      for loop in loops { try loop.start() }
      listeners = try prepared.map { try $0.listen() }
      // Last, since whoever starts it again after a failure is not told again.
      firstCredentials = try FirstCredentials(
        configuration, access, store, RunningServer.clock())
    } catch {
      RunningServer.end(gateway, api, store, loops)
      throw error
    }
    api.listens(on: listeners.map(\.report))
    warnOfExpiry(log)
  }

  /// What the HTTP interface is told, with the files that are named in it.
  private static func options(_ configuration: ServeConfiguration) throws -> APIOptions {
    var options = configuration.apiOptions
    options.authority = try configuration.stationAuthority()
    // It is read again for each delivery: what cannot be used is better noticed now.
    if let file = configuration.webhookAuthorities { _ = try TLSClientContext(caFile: file) }
    return options
  }

  private static func openStore(
    _ configuration: ServeConfiguration, _ log: ServerLog
  ) throws -> SQLiteStore {
    let folder = URL(fileURLWithPath: configuration.databasePath).deletingLastPathComponent().path
    do {
      // What is inside is nobody else's business.
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw UsageError("The data folder \(folder) cannot be made: \(error.localizedDescription)")
    }
    let path = try SQLiteStore.realPath(configuration.databasePath)
    try VaultFile.check(beside: path, named: configuration.databasePath)
    return try SQLiteStore(
      path: path,
      options: StoreOptions(
        keepsCopyBeforeUpgrade: configuration.keepsCopyBeforeUpgrade,
        onNotice: { log.warning("store: \($0)") }, onError: { log.error("store: \($0)") }))
  }

  private static func openFrames(
    _ configuration: ServeConfiguration, _ log: ServerLog
  ) throws -> FrameJournal? {
    if configuration.framesDays == 0 { return nil }
    return try FrameJournal(
      folder: "\(configuration.data)/frames",
      retention: FrameRetention(
        days: configuration.framesDays, bytes: configuration.framesMiB << 20),
      harmless: Gateway.harmlessActions, onError: { log.error("journal of frames: \($0)") })
  }

  private static func load(
    _ store: SQLiteStore, _ directory: StationDirectory, _ tokens: TokenCache
  ) throws {
    let (stations, records, policies, keys) = try store.read { (reader) throws(StoreError) in
      (
        try reader.loadStations(), try reader.effectiveTokens(of: .everybody),
        try reader.policies(), try reader.stationKeys()
      )
    }
    for station in stations {
      let digest = station.credential.map { PasswordDigest(salt: $0.salt, digest: $0.digest) }
      directory.set(
        station.identity, StationAccess(isEnabled: station.isEnabled, credential: digest))
    }
    for (identity, policy) in policies {
      var access = directory.access(of: identity) ?? StationAccess()
      access.policy = policy
      directory.set(identity, access)
    }
    for (identity, key) in keys {
      directory.update(identity) { $0?.trials.append(TrialKey(key)) }
    }
    for row in records { tokens.set(row) }
  }

  private static func keys(_ configuration: ServeConfiguration) -> KeyGuard {
    if configuration.isOpen { return KeyGuard(isOpen: true) }
    let digests = configuration.apiKey.map { [KeyGuard.digest(of: $0)] } ?? []
    return KeyGuard(isOpen: false, digests: digests)
  }

  private static func accessDesk(
    _ configuration: ServeConfiguration, _ store: SQLiteStore
  ) throws -> AccessDesk {
    let vault = try VaultFile.vault(beside: store.path)
    return try AccessDesk(store: store, vault: vault, hasher: PasswordHasher(), clock: clock)
  }

  /// Reads all certificates and keys again; what cannot be used is logged, and what was in use stays.
  func reloadCertificates(_ log: ServerLog) {
    for listener in listeners {
      guard let tls = listener.tls else { continue }
      do throws(TLSError) {
        try tls.reload()
        log.info("listener \(listener.place): certificate and key were read again")
      } catch {
        log.error("listener \(listener.place): the old certificate stays in use: \(error)")
      }
    }
    warnOfExpiry(log)
  }

  private func warnOfExpiry(_ log: ServerLog) {
    let now = RunningServer.clock().milliseconds / 1000
    for listener in listeners {
      guard let tls = listener.tls else { continue }
      let days = (tls.expiry - now) / 86_400
      if tls.expiry <= now {
        log.error("the certificate \(tls.certificateFile) has expired: stations will refuse it")
      } else if days < 30 {
        log.warning("the certificate \(tls.certificateFile) expires in \(days) days")
      }
    }
  }

  /// Every station is a descriptor; take what the system allows.
  private static func raiseDescriptorLimit() {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(resource, &limit)
  }

  /// Ends cleanly: no new connections, nothing more is read, what is held becomes durable and its
  /// answers leave, sockets are told goodbye, the store closes.
  func stop() {
    for listener in listeners { listener.stopListening() }
    api.listens(on: [])
    RunningServer.end(gateway, api, store, loops)
    frames?.flush()
    framesLock?.release()
  }

  private static func end(
    _ gateway: Gateway, _ api: APIServer, _ store: SQLiteStore, _ loops: [EventLoop]
  ) {
    gateway.stopReading()
    api.stop()
    store.close()
    for loop in loops { loop.stop() }
  }
}
