import CSMSCore
import Gateway
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
    let scope = tokenScope(of: station)
    let tokens = try await store.read { (reader) throws(StoreError) in
      try reader.tokenState(since: kept?.list.revision ?? 0, in: scope)
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
        try reader.changedTokens(since: revision, in: scope)
      }
      // Other companies' tokens changed: nothing to tell.
      if changes.isEmpty, var row = kept {
        row.list.revision = tokens.revision
        let current = row
        try await store.write { (editor) throws(StoreError) in
          try editor.keepLocalList(current, of: station)
        }
        return true
      }
      order = LocalListOrder(
        version: version, update: .differential, entries: changes.map { entry($0.idTag, $0.row) })
    case .full(let version):
      let all = try await store.read { (reader) throws(StoreError) in
        try reader.changedTokens(since: 0, in: scope)
      }
      order = LocalListOrder(
        version: version, update: .full, entries: all.map { entry($0.idTag, $0.row) })
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

  /// Whose tokens a station is told of: nothing of another company, unless its own accepts it.
  func tokenScope(of station: Text) -> TokenScope {
    guard let company = gateway.directory.company(of: station) else { return .everybodys }
    return switch known.accepted(atStationsOf: company) {
    case .everybodys: .everybodys
    case .of(let others): .of([company] + others)
    case .none: .of([company])
    }
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

  /// What a station hears of a token, as if it had asked; without a row it forgets the token.
  private func entry(_ idTag: Text, _ row: TokenRow?) -> LocalListEntry {
    guard let row else { return LocalListEntry(idTag: idTag) }
    let record = TokenRecord(
      idTag: row.idTag, status: TokenStatus(word: row.status) ?? .invalid, expiry: row.expiry,
      parent: row.parent)
    let verdict = TokenVerdict(
      record, group: row.parent.flatMap { known.record(of: $0) }, now: clock(),
      acceptsUnknown: false)
    return LocalListEntry(idTag: idTag, verdict: verdict)
  }
}
