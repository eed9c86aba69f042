import OCPP16
import OCPPJSON

/// A token whose id the central system is asked about.
struct PendingAuthorization: Sendable {
  enum Purpose: Sendable, Equatable {
    case start(connector: Int)
    /// Somebody else's token: it may be of the same family.
    case stop(connector: Int)
  }

  /// How many people may wait for an answer at a time.
  static var limit: Int { 8 }

  var purpose: Purpose
  var idTag: Text
  /// The remote start with a charging profile that asks, by the station's own number.
  var remoteStart: Int?
  /// Nobody named the connector: another one will do.
  var isChosen = false

  /// Whether it is a remote start at that connector whose charging profile is held.
  func holdsProfile(_ number: Int) -> Bool {
    remoteStart != nil && purpose == .start(connector: number)
  }
}

/// What the station can say about an id by itself.
enum LocalVerdict {
  case accepted(Token)
  case refused
  /// Only the central system knows.
  case unknown
}

extension ChargePoint {
  mutating func tokenPresented(_ idTag: Text, _ wanted: Int?) {
    if idTag.isEmpty || idTag.count > 20 { return prompt(wanted ?? 0, .refused) }
    if let wanted, wanted < 1 || wanted >= connectors.count { return prompt(0, .refused) }
    if releaseHeld(idTag, wanted) || stopOwn(idTag, wanted) { return }
    if let wanted, connectors[wanted].isInTransaction { return stopFamily(idTag, wanted) }
    guard let number = wanted ?? chooseConnector(for: Token(idTag: idTag)) else {
      if let busy = connectors.indices.first(where: { connectors[$0].isInTransaction }) {
        return stopFamily(idTag, busy)
      }
      return prompt(0, .outOfService)
    }
    if !connectors[number].isFree { return prompt(number, .refused) }
    if !canBegin { return prompt(number, .memoryFull) }
    authorize(
      PendingAuthorization(
        purpose: .start(connector: number), idTag: idTag, isChosen: wanted == nil))
  }

  /// A token that needs no authorization begins a transaction; the central system has its say when that is
  /// told.
  mutating func tokenAuthorized(_ token: Token, _ number: Int) {
    guard !token.idTag.isEmpty, token.idTag.count <= 20, connectors[number].isFree else {
      return prompt(number, .refused)
    }
    if !canBegin { return prompt(number, .memoryFull) }
    accepted(number, token)
  }

  /// Decides about an id that is to begin a transaction: by itself where the rules allow it, else by
  /// asking.
  @inline(never) mutating func authorize(_ authorization: PendingAuthorization) {
    guard isOnline, case .start(let number) = authorization.purpose else {
      return decideOffline(authorization)
    }
    if configuration.isOn(.localPreAuthorize),
      case .accepted(let token) = localVerdict(authorization.idTag), !needsParent(number, token)
    {
      return accepted(authorization, token)
    }
    guard authorizations.count < PendingAuthorization.limit else { return refused(authorization) }
    prompt(number, .checking)
    authorizations.append(authorization)
  }

  /// The list beats the cache; what neither knows is unknown (CP16-29).
  @inline(never) func localVerdict(_ idTag: Text) -> LocalVerdict {
    var entry: TokenEntry?
    if FeatureSet.isComplete && configuration.isOn(.localAuthListEnabled) {
      entry = list.entry(idTag)
    }
    if entry == nil && configuration.isOn(.authorizationCacheEnabled) { entry = cache.entry(idTag) }
    guard let entry else { return .unknown }
    if !entry.isValid(at: clock.wall) { return .refused }
    return .accepted(Token(idTag: idTag, parentIdTag: entry.parentIdTag))
  }

  /// Without the central system: an id that is known and not valid is refused even when unknown ones
  /// are allowed (CP16-30), and even when what is known is not to begin anything (LocalAuthorizeOffline).
  @inline(never) mutating func decideOffline(_ authorization: PendingAuthorization) {
    var verdict = localVerdict(authorization.idTag)
    if case .accepted = verdict, !configuration.isOn(.localAuthorizeOffline) { verdict = .unknown }
    switch (verdict, authorization.purpose) {
    case (.accepted(let token), _): accepted(authorization, token)
    case (.unknown, .start) where configuration.isOn(.allowOfflineTxForUnknownId):
      accepted(authorization, Token(idTag: authorization.idTag))
    case (.refused, _), (.unknown, _): refused(authorization)
    }
  }

  /// Authorize.conf.
  mutating func authorized(_ authorization: PendingAuthorization, _ info: IdTagInfo) {
    learn(authorization.idTag, info)
    if info.status != .accepted { return refused(authorization) }
    accepted(
      authorization,
      Token(idTag: authorization.idTag, parentIdTag: info.parentIdTag ?? Text()))
  }

  @inline(never) private mutating func accepted(
    _ authorization: PendingAuthorization, _ known: Token
  ) {
    switch authorization.purpose {
    case .stop(let number): stopAsFamily(number, known)
    case .start(var number):
      var token = known
      token.remoteStart = authorization.remoteStart
      if authorization.isChosen && !(connectors[number].isFree && mayUse(number, token)) {
        number = chooseConnector(for: token, isKnown: true) ?? number
      }
      accepted(number, token)
    }
  }

  @inline(never) private mutating func refused(_ authorization: PendingAuthorization) {
    startAbandonedForSmartCharging(authorization.remoteStart)
    switch authorization.purpose {
    case .start(let number), .stop(let number): prompt(number, .refused)
    }
  }

  /// The id is good: now the reservation, the room and the cable count.
  @inline(never) mutating func accepted(_ number: Int, _ known: Token) {
    let connector = connectors.place(number)
    var token = known
    guard connector.pointee.isFree, mayUse(number, token) else {
      startAbandonedForSmartCharging(token.remoteStart)
      return prompt(number, connector.pointee.isFree ? .reserved : .refused)
    }
    // Who was started from afar and has come with the card meanwhile is still the one who was meant.
    if token.remoteStart == nil, let asked = authorizationWithProfile(number),
      asked.idTag.isSame(ignoringCase: token.idTag)
    {
      token.remoteStart = asked.remoteStart
    }
    if connector.pointee.isPlugged { return begin(number, token) }
    connector.pointee.phase = .waitingForCable(
      token, until: now + configuration.milliseconds(.connectionTimeOut))
    prompt(number, .plugIn)
  }

  /// The remote start whose charging profile waits for an answer about its id.
  @inline(never) func authorizationWithProfile(_ number: Int) -> PendingAuthorization? {
    if !FeatureSet.isComplete { return nil }
    if case .authorize(let asked)? = outstanding?.content, asked.holdsProfile(number) {
      return asked
    }
    return authorizations.first { $0.holdsProfile(number) }
  }

  // MARK: Learning

  /// The central system spoke about an id. The cache learns it, unless it is on the list (CP16-31).
  @inline(never) mutating func learn(_ idTag: Text, _ info: IdTagInfo) {
    if FeatureSet.isComplete, configuration.isOn(.localAuthListEnabled),
      let listed = list.entry(idTag)
    {
      if listed.isValid(at: clock.wall) && info.status != .accepted
        && info.status != .concurrentTx
      {
        reportListConflict()
      }
      return
    }
    guard setup.cacheLimit > 0, configuration.isOn(.authorizationCacheEnabled) else { return }
    var entry = TokenEntry(idTag: idTag, info: info)
    // A token that is in use elsewhere is a good token.
    if entry.status == .concurrentTx { entry.status = .accepted }
    // Nobody is kept from charging because there is no room to remember him.
    if journalRoom.expendableBytes < RecordSizes(unit: journalRoom.unit).frame(200),
      cache.entries.count < setup.cacheLimit, !cache.holds(idTag)
    {
      return
    }
    entry = cache.put(entry, at: clock.wall)
    output.put(.cacheEntry, entry.slot, entry, .expendable)
  }

  // MARK: Stopping

  /// The one who began a transaction that left the cable locked takes it back.
  private mutating func releaseHeld(_ idTag: Text, _ wanted: Int?) -> Bool {
    for number in connectors.indices
    where connectors[number].isHeld && (wanted == nil || wanted == number)
      && connectors[number].heldFor.isSame(ignoringCase: idTag)
    {
      connectors[number].isHeld = false
      prompt(number, .removeCable)
      return true
    }
    return false
  }

  /// Same idTag, or same parentIdTag as far as the station knows it: no Authorize (CP16-35).
  private mutating func stopOwn(_ idTag: Text, _ wanted: Int?) -> Bool {
    for number in connectors.indices where wanted == nil || wanted == number {
      guard let transaction = connectors[number].transaction else { continue }
      if transaction.idTag.isSame(ignoringCase: idTag) {
        stop(number, .local, by: idTag)
        return true
      }
      if case .accepted(let token) = localVerdict(idTag), isFamily(token, transaction) {
        stop(number, .local, by: idTag)
        return true
      }
    }
    return false
  }

  private func isFamily(_ token: Token, _ transaction: Transaction) -> Bool {
    !token.parentIdTag.isEmpty
      && token.parentIdTag.isSame(ignoringCase: transaction.parentIdTag)
  }

  @inline(never) private mutating func stopFamily(_ idTag: Text, _ number: Int) {
    let authorization = PendingAuthorization(purpose: .stop(connector: number), idTag: idTag)
    if isOnline && authorizations.count < PendingAuthorization.limit {
      prompt(number, .checking)
      authorizations.append(authorization)
    } else {
      decideOffline(authorization)
    }
  }

  private mutating func stopAsFamily(_ number: Int, _ token: Token) {
    guard let transaction = connectors[number].transaction, isFamily(token, transaction) else {
      return prompt(number, .refused)
    }
    stop(number, .local, by: token.idTag)
  }

  // MARK: Choosing

  /// The connector a token is meant for when nobody said: one where it may begin, where a cable waits,
  /// that is kept for it, in this order. While its parent is not known, one that is kept for a family is
  /// better than none.
  func chooseConnector(for token: Token, isKnown: Bool = false) -> Int? {
    var best: Int?
    var bestRank = -1
    for number in connectors.indices where connectors[number].isFree {
      let isOpen = mayUse(number, token)
      if !isOpen && (isKnown || isKeptFromOthers(number, than: token.idTag)) { continue }
      let rank =
        (isOpen ? 4 : 0) + (connectors[number].isPlugged ? 2 : 0)
        + (isOpen && connectors[number].reservation != nil ? 1 : 0)
      if rank > bestRank { (best, bestRank) = (number, rank) }
    }
    return best
  }

  /// Whether the connector is kept for the holder of one id, and that is another one.
  func isKeptFromOthers(_ number: Int, than idTag: Text) -> Bool {
    guard FeatureSet.isComplete, let reservation = connectors[number].reservation else {
      return false
    }
    return reservation.parentIdTag.isEmpty && !reservation.idTag.isSame(ignoringCase: idTag)
  }
}
