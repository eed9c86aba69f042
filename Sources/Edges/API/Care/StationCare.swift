import CSMSCore
import Gateway
import Network
import OCPP16
import OCPPJSON
import ServerLog
import Store
import Synchronization

/// Looks after stations: mirrors their settings, applies the wanted ones, accepts those that wait for
/// that, and keeps local lists in step. One visit per station at a time; what happens meanwhile leads
/// to another one.
final class StationCare: StationObserver {
  /// What is to be looked at.
  enum Errand: Sendable, Equatable {
    /// Settings and local list; the station just booted, and was told this.
    case boot(Registration)
    /// The wanted settings.
    case settings
    case localList
    /// The certificate it asked for.
    case certificate

    /// Whether one of the two is enough.
    func isLike(_ other: Errand) -> Bool {
      if case .boot = self, case .boot = other { return true }
      return self == other
    }
  }

  private struct Visit {
    var task: Task<Void, Never>?
    /// At most one of a kind.
    var next: [Errand] = []

    /// What is waiting covers another errand of its kind; of boots the newest counts.
    mutating func add(_ errand: Errand) {
      guard let index = next.firstIndex(where: { $0.isLike(errand) }) else {
        return next.append(errand)
      }
      next[index] = errand
    }
  }

  let gateway: Gateway
  let store: SQLiteStore
  let commands: CommandRunner
  /// The tokens as they count.
  let known: TokenCache
  let log: ServerLog
  let clock: WallClock
  let mirrors: Bool
  let certificates: CertificateDesk
  let signs: SignsOfLife
  let presence: PresenceDesk
  private let visits = Mutex<[Text: Visit]>([:])

  init(
    _ gateway: Gateway, _ store: SQLiteStore, _ tokens: TokenCache, _ commands: CommandRunner,
    _ log: ServerLog, _ clock: @escaping WallClock, _ options: APIOptions
  ) {
    self.gateway = gateway
    self.store = store
    self.commands = commands
    known = tokens
    self.log = log
    self.clock = clock
    mirrors = options.mirrorsConfiguration
    certificates = CertificateDesk(gateway, store, commands, log, clock, options)
    signs = SignsOfLife(store, log)
    presence = PresenceDesk(gateway, store, log, clock)
  }

  func policy(of station: Text) -> StationPolicy {
    gateway.directory.access(of: station)?.policy ?? StationPolicy()
  }

  // MARK: What happens

  func cameIn(_ station: Text, with key: UsedKey) { commands.keys.cameIn(station, with: key) }

  func connected(_ station: Text) {
    if certificates.isWaiting(for: station) { visit(station, .certificate) }
  }

  func judge(_ csr: Text, of station: Text, isProven: Bool) -> CertificateRequest? {
    certificates.judge(csr, of: station, isProven: isProven)
  }

  func requestedCertificate(_ station: Text) { visit(station, .certificate) }
  func cameOrWent(_ station: Text) { presence.changed(station) }

  func booted(_ station: Text, _ registration: Registration) {
    commands.booted(station, registration)
    visit(station, .boot(registration))
  }

  func heartbeat(_ station: Text, at now: DateTime) { signs.note(station, at: now) }

  /// The tokens on record are others now.
  func tokensChanged() {
    gateway.connections { [self] all in
      for info in all where policy(of: info.station).keepsLocalList {
        visit(info.station, .localList)
      }
    }
  }

  /// Looks after a station now, or as soon as the visit under way is over.
  func visit(_ station: Text, _ errand: Errand) {
    visits.withLock { visits in
      guard visits[station] == nil else {
        visits[station]!.add(errand)
        return
      }
      // On a loop, which nobody blocks.
      let loop = gateway.shards[0].loop
      visits[station] = Visit(
        task: Task(executorPreference: loop.taskExecutor) { [self] in
          await go(to: station, errand)
        })
    }
  }

  private func go(to station: Text, _ errand: Errand) async {
    var errand = errand
    while true {
      await run(errand, at: station)
      let next = visits.withLock { visits -> Errand? in
        guard visits[station]?.next.isEmpty == false else {
          visits[station] = nil
          return nil
        }
        return visits[station]?.next.removeFirst()
      }
      guard let next else { return }
      errand = next
    }
  }

  private func run(_ errand: Errand, at station: Text) async {
    do throws(StoreError) {
      switch errand {
      case .boot(let registration): try await welcome(station, registration)
      case .settings: _ = try await applySettings(at: station)
      case .localList: try await keepLocalList(at: station)
      case .certificate: try await certificates.tend(station)
      }
    } catch {
      log.error("store: \(error)")
    }
  }

  /// A station booted. One that is rejected, or held, is left alone.
  private func welcome(_ station: Text, _ registration: Registration) async throws(StoreError) {
    let policy = policy(of: station)
    let isConfigured = registration == .pending && policy.admission == .configure
    guard registration == .accepted || isConfigured else { return }
    let wanted = try await store.read { (reader) throws(StoreError) in
      try reader.wantedConfiguration(of: station)
    }
    // What it said before it booted counts no more: this is the next attempt.
    if wanted.contains(where: { $0.result != nil }) {
      try await store.write { (editor) throws(StoreError) in
        try editor.forgetSettingResults(of: station)
      }
    }
    if mirrors || !wanted.isEmpty || isConfigured || policy.keepsLocalList {
      _ = await commands.run(.readConfiguration(keys: []), on: station)
    }
    let isInStep = try await applySettings(at: station)
    if isConfigured {
      guard isInStep else {
        log.info("station \(station) stays Pending: its settings are not the wanted ones")
        return
      }
      // An operator may have decided otherwise during the visit.
      guard self.policy(of: station).admission == .configure else {
        log.info("station \(station) was configured, and is not to be accepted for it any more")
        return
      }
      log.info("station \(station) has the wanted settings and is accepted")
      gateway.renewPolicy(of: station, isConfigured: true)
      _ = await commands.run(
        .trigger(.bootNotification, connector: nil, extended: nil), on: station)
      return
    }
    if policy.keepsLocalList { try await keepLocalList(at: station) }
    if certificates.isWaiting(for: station) { try await certificates.tend(station) }
  }

  // MARK: Settings

  /// Sends what is wanted and not so, and reads back what changed. An error to one setting is its
  /// result, and the others are sent all the same; not to a station that is gone or silent.
  /// - Returns: whether all that is wanted is so.
  func applySettings(at station: Text) async throws(StoreError) -> Bool {
    var changed: [Text] = []
    for setting in try await settings(of: station) where setting.state.isWorthAnAttempt {
      guard let value = setting.wanted else { continue }
      let result = await commands.run(
        .changeConfiguration(key: setting.key, value: value), on: station)
      if case .failure(let problem) = result {
        guard let word = problem.stationsWord else { return false }
        try await store.write { [now = clock()] (editor) throws(StoreError) in
          try editor.noteSetting(setting.key, value, result: word, of: station, at: now)
        }
      }
      changed.append(setting.key)
    }
    if changed.isEmpty {
      return try await settings(of: station).allSatisfy { $0.wanted == nil || $0.state == .inStep }
    }
    _ = await commands.run(.readConfiguration(keys: changed), on: station)
    return try await settings(of: station).allSatisfy { $0.wanted == nil || $0.state == .inStep }
  }

  /// A setting as it is and as it shall be.
  struct Setting: Sendable {
    var key: Text
    var entry: ConfigurationEntry?
    var readAt: DateTime?
    var wanted: Text?
    var result: Text?
    var triedAt: DateTime?
    var state: SettingState
  }

  func settings(of station: Text) async throws(StoreError) -> [Setting] {
    let (rows, wanted) = try await store.read { (reader) throws(StoreError) in
      (try reader.configuration(of: station), try reader.wantedConfiguration(of: station))
    }
    return StationCare.settings(rows, wanted)
  }

  static func settings(_ rows: [SettingRow], _ wanted: [WantedSettingRow]) -> [Setting] {
    var settings: [Setting] = []
    var left = Dictionary(uniqueKeysWithValues: wanted.map { ($0.key.caseFolded, $0) })
    for row in rows {
      let wish = left.removeValue(forKey: row.entry.key.caseFolded)
      settings.append(
        Setting(
          key: row.entry.key, entry: row.entry, readAt: row.readAt, wanted: wish?.value,
          result: wish?.result, triedAt: wish?.triedAt,
          state: SettingState(
            wanted: wish?.value, result: wish?.result, entry: row.entry, isRead: true)))
    }
    for wish in wanted where left[wish.key.caseFolded] != nil {
      settings.append(
        Setting(
          key: wish.key, wanted: wish.value, result: wish.result, triedAt: wish.triedAt,
          state: SettingState(
            wanted: wish.value, result: wish.result, entry: nil, isRead: !rows.isEmpty)))
    }
    return settings
  }
}
