import CSMSCore
import OCPPJSON
import Store

extension StationCare {
  /// Asks for the version of the station's list, and sends what it lacks. A difference that the
  /// station does not take is followed by the whole list, once.
  func keepLocalList(at station: Text) async throws(StoreError) {
    for _ in 0..<2 {
      guard
        case .success(let report) = await commands.run(.localListVersion, on: station),
        case .listVersion(let version) = report.answer.details
      else { return }
      if try await sendLocalList(to: station, version) { return }
    }
  }

  /// - Returns: whether there is nothing more to do.
  private func sendLocalList(to station: Text, _ version: Int) async throws(StoreError) -> Bool {
    let kept = try await store.read { (reader) throws(StoreError) in
      try reader.localList(of: station)
    }
    let tokens = try await store.read { (reader) throws(StoreError) in
      try reader.tokenState(since: kept?.list.revision ?? 0)
    }
    let known = commands.knowledge(of: station)
    let step = LocalListStep(
      stationVersion: version, kept: kept?.list, tokens: tokens,
      mostEntries: known.localListLength, partLength: known.listPartLength)
    let order: LocalListOrder
    switch step {
    case .inStep: return true
    case .unsupported:
      try await note(station, kept, "NotSupported")
      return true
    case .tooLong:
      try await note(station, kept, "TooLong")
      return true
    case .differential(let revision, let version):
      let changes = try await store.read { (reader) throws(StoreError) in
        try reader.listedTokens(since: revision)
      }
      order = LocalListOrder(
        version: version, update: .differential, entries: changes.map { entry($0) })
    case .full(let version):
      let all = try await store.read { (reader) throws(StoreError) in try reader.listedTokens() }
      order = LocalListOrder(version: version, update: .full, entries: all.map { entry($0) })
    }
    guard case .success(let report) = await commands.run(.sendLocalList(order), on: station) else {
      // Whatever the station has now: a version nobody acknowledged is answered with a full list.
      try await note(station, nil, "Failed")
      return true
    }
    if !report.answer.isAccepted {
      try await note(station, nil, report.answer.result)
      return report.answer.result == "NotSupported"
    }
    let row = LocalListRow(
      list: .init(version: order.version, revision: tokens.revision), entryCount: tokens.count,
      result: report.answer.result, sentAt: clock())
    try await store.write { (editor) throws(StoreError) in
      try editor.keepLocalList(row, of: station)
    }
    return true
  }

  private func note(_ station: Text, _ kept: LocalListRow?, _ result: Text) async throws(StoreError)
  {
    var row =
      kept
      ?? LocalListRow(
        list: .init(version: 0, revision: 0), entryCount: 0, result: result, sentAt: clock())
    row.result = result
    row.sentAt = clock()
    let final = row
    try await store.write { (editor) throws(StoreError) in
      try editor.keepLocalList(final, of: station)
    }
  }

  /// What a station hears of a token, as if it had asked; of one that is gone, to forget it.
  private func entry(_ listed: ListedToken) -> LocalListEntry {
    guard let token = listed.token else { return LocalListEntry(idTag: listed.idTag) }
    let verdict = TokenVerdict(
      StationCare.record(token), group: listed.group.map { StationCare.record($0) }, now: clock(),
      acceptsUnknown: false)
    return LocalListEntry(idTag: listed.idTag, verdict: verdict)
  }

  private static func record(_ row: TokenRow) -> TokenRecord {
    TokenRecord(
      idTag: row.idTag, status: TokenStatus(word: row.status) ?? .invalid, expiry: row.expiry,
      parent: row.parent)
  }
}
