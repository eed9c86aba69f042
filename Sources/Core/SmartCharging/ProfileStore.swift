public import OCPPJSON

/// The profiles a station holds, or the central system believes it holds: a plain value, bounded by
/// its limits, kept by an owner who also writes it down and hands it back after a restart.
public struct ProfileStore: Sendable {
  public let limits: StoreLimits
  /// By falling stack level, so that the first that applies is the one that counts.
  public private(set) var installed: [InstalledProfile]

  public init(limits: StoreLimits) {
    self.limits = limits
    installed = []
  }

  /// The store as it was before a restart. What these limits do not allow is left out; the count of
  /// `installed` tells.
  public init(limits: StoreLimits, restoring profiles: [InstalledProfile]) {
    self.init(limits: limits)
    for entry in profiles where refusal(of: entry.profile) == nil {
      let isKnown = entry.connector >= 0 && entry.connector <= limits.connectors
      if isKnown && entry.isInPlace && installed.count < limits.profiles { insert(entry) }
    }
  }

  /// Stores a profile in place of those with the same id, and of one with the same stack level and
  /// purpose on the same connector (§3.13.2); that works in a full store too.
  ///
  /// - Parameters:
  ///   - connector: 0 for the whole station.
  ///   - activeTransaction: the transaction on that connector, if there is one.
  ///   - now: where a relative limit on the whole station starts.
  public mutating func set(
    _ profile: ChargingProfile, connector: Int, activeTransaction: Int?, at now: DateTime
  ) throws(ProfileRefusal) {
    guard connector >= 0 && connector <= limits.connectors else { throw .connectorUnknown }
    if let refusal = refusal(of: profile) { throw refusal }
    var binding = InstalledProfile.Binding.none
    switch profile.purpose {
    case .stationMaximum, .externalConstraint:
      if connector != 0 { throw .notForOneConnector }
    case .transactionDefault:
      break
    case .transaction:
      if connector == 0 { throw .notForTheStation }
      guard let activeTransaction else { throw .noTransaction }
      if let meant = profile.transaction, meant != activeTransaction { throw .otherTransaction }
      binding = .transaction(activeTransaction)
    }
    try replace(
      with: InstalledProfile(
        profile: profile, connector: connector, binding: binding, receivedAt: now))
  }

  /// Keeps the profile of a remote start until its transaction starts or is given up (§5.11).
  ///
  /// - Parameters:
  ///   - remoteStart: the owner's number for this remote start.
  ///   - connector: nil when the request left the choice to the driver.
  public mutating func hold(
    _ profile: ChargingProfile, forRemoteStart remoteStart: Int, connector: Int?, at now: DateTime
  ) throws(ProfileRefusal) {
    if let connector, connector > limits.connectors || connector < 0 { throw .connectorUnknown }
    if connector == 0 { throw .notForTheStation }
    if profile.purpose != .transaction { throw .notForARemoteStart }
    if let refusal = refusal(of: profile) { throw refusal }
    try replace(
      with: InstalledProfile(
        profile: profile, connector: connector ?? 0, binding: .remoteStart(remoteStart),
        receivedAt: now))
  }

  /// A transaction began: the profile of the remote start that led to it now belongs to it.
  public mutating func transactionStarted(
    _ transaction: Int, connector: Int, remoteStart: Int?
  ) {
    guard let remoteStart else { return }
    for index in installed.indices where installed[index].binding == .remoteStart(remoteStart) {
      installed[index].binding = .transaction(transaction)
      installed[index].connector = connector
    }
  }

  /// The transaction a remote start asked for will not come: nobody plugged in, or nobody may charge.
  public mutating func remoteStartAbandoned(_ remoteStart: Int) {
    remove { $0.binding == .remoteStart(remoteStart) }
  }

  /// The profiles of a transaction end with it (§3.13.1).
  public mutating func transactionEnded(_ transaction: Int, connector: Int) {
    remove { $0.binding == .transaction(transaction) && $0.connector == connector }
  }

  /// Forgets what the filter says and tells how many profiles that were (§5.5).
  public mutating func clear(_ filter: ProfileFilter) -> Int {
    let before = installed.count
    remove { filter.matches($0) }
    return before - installed.count
  }

  private mutating func replace(with entry: InstalledProfile) throws(ProfileRefusal) {
    var left = 0
    for index in installed.indices where !entry.replaces(installed[index]) { left += 1 }
    if left >= limits.profiles { throw .storeFull }
    remove { entry.replaces($0) }
    insert(entry)
  }

  /// Forgets those, one after the other and looked at in place: an array's own way moves each, which is
  /// much code for few.
  @inline(__always) private mutating func remove(_ isMeant: (InstalledProfile) -> Bool) {
    var index = installed.count
    while index > 0 {
      index -= 1
      if isMeant(installed[index]) { forget(index) }
    }
  }

  @inline(never) private mutating func forget(_ index: Int) { installed.remove(at: index) }

  private mutating func insert(_ given: InstalledProfile) {
    var entry = given
    // An array of exactly this size, whatever the peer's was grown to: `StoreLimits.bytes` holds.
    var periods: [SchedulePeriod] = []
    periods.reserveCapacity(entry.profile.schedule.periods.count)
    periods.append(contentsOf: entry.profile.schedule.periods)
    entry.profile.schedule.periods = periods
    var index = 0
    while index < installed.count,
      installed[index].profile.stackLevel >= entry.profile.stackLevel
    {
      index += 1
    }
    // One more than there are: most stations have few profiles, and never all at once.
    installed.reserveCapacity(installed.count + 1)
    installed.insert(entry, at: index)
  }
}
