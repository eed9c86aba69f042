import OCPP16
import OCPPJSON

extension ChargePoint {
  mutating func clearCache() {
    guard setup.cacheLimit > 0, configuration.isOn(.authorizationCacheEnabled) else {
      return reply(ClearCacheResponse(status: .rejected))
    }
    for entry in cache.entries { output.forget(.cacheEntry, entry.slot) }
    cache.removeAll()
    reply(ClearCacheResponse(status: .accepted))
  }

  /// −1 without a list, or with one that is switched off (CP16-38).
  mutating func getLocalListVersion() {
    let hasList = setup.listLimit > 0 && configuration.isOn(.localAuthListEnabled)
    reply(GetLocalListVersionResponse(listVersion: hasList ? listVersion : -1))
  }

  mutating func sendLocalList(_ request: SendLocalListRequest) {
    reply(SendLocalListResponse(status: apply(request)))
  }

  private mutating func apply(_ request: SendLocalListRequest) -> UpdateStatus {
    if !configuration.isOn(.localAuthListEnabled) { return .notSupported }
    let entries = request.localAuthorizationList ?? []
    // −1 and 0 have meanings of their own (CP16-38).
    guard request.listVersion > 0, entries.count <= setup.listPerCall else { return .failed }
    guard isSound(entries, isFull: request.updateType == .full) else { return .failed }
    switch request.updateType {
    case .full:
      if entries.count > setup.listLimit || !hasRoom(for: sizes(entries, isFull: true)) {
        return .failed
      }
      for entry in list.entries { output.forget(.listEntry, entry.slot) }
      list.removeAll()
    case .differential:
      if request.listVersion <= listVersion { return .versionMismatch }
      var count = list.entries.count
      for index in entries.indices {
        let isThere = list.holds(entries[index].idTag)
        if entries[index].idTagInfo == nil {
          count -= isThere ? 1 : 0
        } else {
          count += isThere ? 0 : 1
        }
      }
      if count > setup.listLimit || !hasRoom(for: sizes(entries, isFull: false)) {
        return .failed
      }
    }
    // What goes makes room for what comes, in whatever order the message has them.
    for index in entries.indices where entries[index].idTagInfo == nil { put(entries[index]) }
    for index in entries.indices where entries[index].idTagInfo != nil { put(entries[index]) }
    // An empty list has version 0, whatever it was sent with (CP16-38).
    listVersion = list.entries.isEmpty ? 0 : request.listVersion
    output.put(.listVersion, 0, ConfigurationRecord(number: Int32(clamping: listVersion)))
    return .accepted
  }

  /// No id twice, and in a full list every id with what is to be known of it.
  private func isSound(_ entries: [AuthorizationData], isFull: Bool) -> Bool {
    for index in entries.indices {
      if isFull && entries[index].idTagInfo == nil { return false }
      for other in 0..<index
      where entries[other].idTag.isSame(ignoringCase: entries[index].idTag) {
        return false
      }
    }
    return true
  }

  /// What the journal has to take, at most.
  private func sizes(_ entries: [AuthorizationData], isFull: Bool) -> RecordSizes {
    var sizes = RecordSizes(unit: journalRoom.unit)
    // The version's record takes the place of another.
    var removals = 2 + min(entries.count, cache.entries.count)
    // The new ones are put into the first slots.
    if isFull { removals += min(list.entries.count, setup.listLimit - entries.count) }
    for index in entries.indices {
      if let info = entries[index].idTagInfo {
        let parent = info.parentIdTag?.count ?? 0
        sizes.put(TokenEntry.longestRest + entries[index].idTag.count + parent)
      } else {
        removals += 1
      }
    }
    sizes.remove(removals)
    return sizes
  }

  private mutating func put(_ data: AuthorizationData) {
    guard let info = data.idTagInfo else {
      if let slot = list.remove(data.idTag) { output.forget(.listEntry, slot) }
      return
    }
    let entry = list.put(TokenEntry(idTag: data.idTag, info: info), at: nil)
    output.put(.listEntry, entry.slot, entry)
    // A listed id is never in the cache (CP16-31).
    if let slot = cache.remove(data.idTag) { output.forget(.cacheEntry, slot) }
  }
}
