/// What has to be sent to a station so that its local list agrees with the tokens on record.
public enum LocalListStep: Sendable, Equatable {
  case inStep
  /// What changed since this revision of the tokens.
  case differential(since: Int, version: Int)
  /// All of it.
  case full(version: Int)
  /// The station has no local list, or it is switched off there (OCPP 1.6 §5.10: version -1).
  case unsupported
  /// More tokens than the station keeps (LocalAuthListMaxLength).
  case tooLong(most: Int)

  /// The list a station acknowledged last.
  public struct Kept: Sendable, Equatable {
    public var version: Int
    /// Of the tokens on record.
    public var revision: Int

    public init(version: Int, revision: Int) {
      self.version = version
      self.revision = revision
    }
  }

  /// The tokens on record.
  public struct Tokens: Sendable, Equatable {
    public var count: Int
    /// Counts their changes.
    public var revision: Int
    /// How many changed since the kept list.
    public var changed: Int

    public init(count: Int, revision: Int, changed: Int) {
      self.count = count
      self.revision = revision
      self.changed = changed
    }
  }

  /// - Parameters:
  ///   - stationVersion: the answer to GetLocalListVersion.
  ///   - kept: nil when none was ever acknowledged.
  ///   - mostEntries: LocalAuthListMaxLength; nil when the station does not say.
  ///   - partLength: how many go into one SendLocalList.
  public init(
    stationVersion: Int, kept: Kept?, tokens: Tokens, mostEntries: Int?, partLength: Int
  ) {
    if stationVersion < 0 {
      self = .unsupported
      return
    }
    if let mostEntries, tokens.count > mostEntries {
      self = .tooLong(most: mostEntries)
      return
    }
    // An empty list has version 0.
    if stationVersion == 0, tokens.count == 0, kept?.revision == tokens.revision {
      self = .inStep
      return
    }
    /// Each part has a version of its own, and the last one is that of the list.
    func version(after last: Int, _ entries: Int) -> Int {
      let parts = entries < 1 ? 1 : (entries - 1) / partLength + 1
      let (version, overflow) = last.addingReportingOverflow(parts)
      // A station at the end of its numbers begins anew.
      return overflow || version > Int(Int32.max) ? parts : version
    }
    // A station that says another version than it acknowledged lost its list, or got it elsewhere.
    guard let kept, kept.version == stationVersion, stationVersion > 0 else {
      let last = max(stationVersion, kept?.version ?? 0)
      self = .full(version: version(after: last, tokens.count))
      return
    }
    if kept.revision == tokens.revision {
      self = .inStep
    } else if tokens.changed > tokens.count {
      self = .full(version: version(after: stationVersion, tokens.count))
    } else {
      self = .differential(
        since: kept.revision, version: version(after: stationVersion, tokens.changed))
    }
  }
}
