public import OCPP16
public import OCPPJSON

// What an engineer does who has the station open in front of him.

extension ChargePoint {
  /// Puts an id into the authorization cache, as if the central system had said so. False when there
  /// is no cache or the id is none.
  public mutating func presetCache(_ idTag: Text, _ status: AuthorizationStatus) -> Bool {
    guard setup.cacheLimit > 0, (1...20).contains(idTag.count) else { return false }
    let entry = cache.put(
      TokenEntry(idTag: idTag, info: IdTagInfo(status: status)), at: clock.wall)
    output.put(.cacheEntry, entry.slot, entry)
    return true
  }

  /// Puts an id on the local list; its version stays, 1 for a list that was empty. False when there is
  /// no list, no room on it, or the id is none.
  public mutating func presetList(_ idTag: Text, _ status: AuthorizationStatus) -> Bool {
    let isThere = list.entry(idTag) != nil
    guard (1...20).contains(idTag.count), isThere || list.entries.count < setup.listLimit else {
      return false
    }
    let entry = list.put(TokenEntry(idTag: idTag, info: IdTagInfo(status: status)), at: nil)
    output.put(.listEntry, entry.slot, entry)
    if let slot = cache.remove(idTag) { output.forget(.cacheEntry, slot) }
    listVersion = max(listVersion, 1)
    output.put(.listVersion, 0, ConfigurationRecord(number: Int32(clamping: listVersion)))
    return true
  }

  /// The station's time of day; nil while nobody has told it.
  public var wallTime: DateTime? { clock.wall }

  /// Whether a call to the central system waits for its answer.
  public var isAwaitingAnswer: Bool { outstanding != nil }

  /// Whether the connection is open, registered or not.
  public var isConnected: Bool { link == .up }

  /// Whether the cable is in, as the station knows it.
  public func isPlugged(_ connector: Int) -> Bool {
    connectors.indices.contains(connector) && connectors[connector].isPlugged
  }

  /// Messages that were given up after all their attempts.
  public var deadLetterCount: Int { deadLetters }

  /// The version of the local list; 0 for an empty one, −1 without one.
  public var localListVersion: Int { setup.listLimit > 0 ? listVersion : -1 }
}
