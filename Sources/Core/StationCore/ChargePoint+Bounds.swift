import SmartCharging

extension ChargePoint {
  /// Which of the station's stores holds more than it may, or nil: for tests that run it for years.
  /// Nothing in here grows beyond `StationSetup.memoryBytes`.
  package var exceededBound: StaticString? {
    if queue.count > queue.limit { return "the transaction queue" }
    if stopSamples.count > stopSamples.limit + 2 * transactionsOwed {
      return "the samples for StopTransaction"
    }
    if openIDs.count > queue.count { return "the ids of transactions that have ended" }
    if notices.count > Notice.limit { return "the notices" }
    if statusLine.count > statusLimit { return "the statuses to be told" }
    if authorizations.count > PendingAuthorization.limit { return "the tokens to be asked about" }
    if securityEvents.count > SecurityEvent.limit { return "the security events" }
    if list.entries.count > list.limit { return "the local list" }
    if cache.entries.count > cache.limit { return "the authorization cache" }
    if smartCharging.store.installed.count > smartCharging.store.limits.profiles {
      return "the charging profiles"
    }
    if clock.offsets.count > StationClock.offsetLimit { return "the clock's offsets" }
    return nil
  }

  /// Transactions that run or of which the stop is owed.
  private var transactionsOwed: Int {
    var count = 0
    for number in connectors.indices where connectors[number].isInTransaction { count += 1 }
    for index in queue.indices {
      if case .stop = queue[index].content { count += 1 }
    }
    return count
  }
}
