import Access
import CSMSCore
import Gateway
import OCPPJSON
import Store
import Webhooks

/// One change of records: the store first, then whatever holds stations, tokens and users in memory,
/// then the answer.
struct RecordWriting: Sendable {
  /// What a change came to.
  private struct Outcome: Sendable {
    var record: Record?
    var tokens: [OwnedToken] = []
    var removals = RecordRemovals()
    var isNew = true
    /// False when the record was deleted.
    var isThere = true
  }

  private let door: RecordsDoor
  private let resource: RecordResource
  private let principal: Principal
  private let responder: Responder
  private var services: Services { door.services }

  init(
    _ door: RecordsDoor, _ resource: RecordResource, _ principal: Principal,
    _ responder: Responder
  ) {
    self.door = door
    self.resource = resource
    self.principal = principal
    self.responder = responder
  }

  /// - Parameter container: what the path says it is below.
  func create(_ draft: RecordDraft, in container: RecordsDoor.Container?) {
    let (now, company, resource) = (services.clock(), principal.company, resource)
    write { (editor) throws(StoreError) in
      try container?.need(editor.reader)
      return try RecordWriting.make(resource, draft, editor, seenBy: company, at: now)
    } respond: { [self] outcome in
      guard let record = outcome.record else {
        return responder.problem(Problem(500, "The record could not be read again."))
      }
      responder.json(201, door.json(resource, record))
    }
  }

  func change(_ conditions: [RecordCondition], _ draft: RecordDraft, orElse missing: Problem) {
    let (now, company, resource) = (services.clock(), principal.company, resource)
    write { (editor) throws(StoreError) in
      try RecordWriting.alter(resource, conditions, draft, editor, seenBy: company, at: now)
    } respond: { [self] outcome in
      guard let record = outcome.record else { return responder.problem(missing) }
      responder.json(200, door.json(resource, record))
    }
  }

  /// Makes the record, or changes the one of this id, and goes on once that is durable; it hears
  /// whether the record is new.
  func put(
    _ id: Text, new draft: RecordDraft, changed: RecordDraft,
    then: @escaping @Sendable (_ isNew: Bool) -> Void
  ) {
    let (now, company, resource) = (services.clock(), principal.company, resource)
    let seen = company.map { [RecordCondition(resource.companyColumn, .equal, .text($0))] } ?? []
    let conditions = [RecordCondition("id", .equal, .text(id))]
    write { (editor) throws(StoreError) in
      if try editor.reader.record(resource.kind, where: conditions) == nil {
        return try RecordWriting.make(resource, draft, editor, seenBy: company, at: now)
      }
      var outcome = try RecordWriting.alter(
        resource, conditions + seen, changed, editor, seenBy: company, at: now)
      outcome.isNew = false
      return outcome
    } respond: { [self] outcome in
      if outcome.record == nil {
        return responder.problem(.notFound("\(resource.noun) \(id)"))
      }
      then(outcome.isNew)
    }
  }

  private static func make(
    _ resource: RecordResource, _ draft: RecordDraft, _ editor: StoreEditor,
    seenBy company: Text?, at now: DateTime
  ) throws(StoreError) -> Outcome {
    var draft = draft
    try draft.settle(editor, before: nil, seenBy: company)
    var columns = try draft.columns(editor, isNew: true)
    for name in ["created_at", "updated_at"] {
      columns.append(RecordColumn(name, .integer(now.milliseconds)))
    }
    try editor.insertRecord(resource.kind, columns)
    let record = try editor.reader.record(resource.kind, where: draft.identity)
    return try RecordWriting.outcome(resource, record, editor)
  }

  private static func alter(
    _ resource: RecordResource, _ conditions: [RecordCondition], _ draft: RecordDraft,
    _ editor: StoreEditor, seenBy company: Text?, at now: DateTime
  ) throws(StoreError) -> Outcome {
    guard let before = try editor.reader.record(resource.kind, where: conditions) else {
      return Outcome()
    }
    if let field = draft.changedFixed(before) {
      throw StoreError(.incomplete, path: "", "\(field) cannot be changed")
    }
    var draft = draft
    try draft.settle(editor, before: before, seenBy: company)
    var columns = try draft.columns(editor, isNew: false)
    columns.append(RecordColumn("updated_at", .integer(now.milliseconds)))
    let key = try resource.keyColumns(before, editor)
    try editor.ensureConnectorRecord(resource.kind, key, at: now)
    try editor.updateRecord(resource.kind, key: key, columns)
    if resource.name == "companies" { try editor.touchAccess() }
    if resource.name == "charge-sessions",
      draft.values["cost"] != nil || draft.values["discount"] != nil,
      draft.values["payment_amount"] == nil
    {
      try editor.followCost(
        Int(before["id"].integer ?? 0), cost: before["cost"].integer,
        discount: before["discount"].integer ?? 0, amount: before["payment_amount"].integer)
    }
    if resource.name == "companies", let accepted = draft.values["accepts_tokens_of"],
      accepted != before["accepts_tokens_of"]
    {
      try editor.outdateLocalLists()
    }
    if let company = draft.values["company_id"], company != before["company_id"],
      ["rfid-cards", "chargers"].contains(resource.name)
    {
      try editor.outdateLocalLists()
    }
    let after = try editor.reader.record(
      resource.kind, where: [RecordCondition(resource.kind.position, .equal, before.position)])
    return try RecordWriting.outcome(resource, after, editor)
  }

  func delete(_ conditions: [RecordCondition], cascade: Bool, orElse missing: Problem) {
    let (resource, company) = (resource, principal.company)
    write { (editor) throws(StoreError) in
      guard let record = try editor.reader.record(resource.kind, where: conditions) else {
        return Outcome()
      }
      let removals = try editor.remove(resource, record, cascade: cascade, seenBy: company)
      var tokens: [OwnedToken] = []
      for tag in removals.released {
        tokens += try editor.reader.effectiveTokens(of: .card(tag))
      }
      try editor.noteTokens(removals.released)
      return Outcome(record: record, tokens: tokens, removals: removals, isThere: false)
    } respond: { [self] outcome in
      outcome.record == nil ? responder.problem(missing) : responder.empty()
    }
  }

  /// The tokens that count differently now go with the record.
  private static func outcome(
    _ resource: RecordResource, _ record: Record?, _ editor: StoreEditor
  ) throws(StoreError) -> Outcome {
    guard let record, case .text(let id) = record["id"] else { return Outcome(record: record) }
    let owner: TokenOwner? =
      switch resource.name {
      case "rfid-cards": .card(id)
      case "drivers": .driver(id)
      case "companies": .company(id)
      default: nil
      }
    guard let owner else { return Outcome(record: record) }
    let tokens = try editor.reader.effectiveTokens(of: owner)
    try editor.noteTokens(tokens.map(\.token.idTag))
    return Outcome(record: record, tokens: tokens)
  }

  private func write(
    _ body: @escaping @Sendable (StoreEditor) throws(StoreError) -> Outcome,
    respond: @escaping @Sendable (Outcome) -> Void
  ) {
    let finish: @Sendable (Outcome) -> Void = { [self] outcome in
      hold(outcome)
      if outcome.removals.stations.isEmpty { return respond(outcome) }
      services.renewRevocations { respond(outcome) }
    }
    if resource.name == "companies", services.access != nil {
      services.changeAccess(responder, body, respond: finish)
    } else {
      services.write(responder, body, respond: finish)
    }
  }

  /// Whatever is held in memory follows.
  private func hold(_ outcome: Outcome) {
    for owned in outcome.tokens { services.tokens.set(owned) }
    for tag in outcome.removals.tokens { services.tokens.remove(tag) }
    if resource.name == "companies", let company = outcome.record?["id"].text {
      let isGone = !outcome.isThere
      services.tokens.setAccepted(
        isGone ? nil : AcceptedTokens(json: outcome.record?["accepts_tokens_of"].text),
        atStationsOf: company)
    }
    // A company's agreement counts for tokens that did not change.
    if !outcome.tokens.isEmpty || !outcome.removals.tokens.isEmpty || resource.name == "companies" {
      services.care.tokensChanged()
    }
    for station in outcome.removals.stations { services.forget(station) }
    // A company that goes takes its webhooks along.
    if resource.name == "companies" { services.webhooks.webhooksChanged() }
    guard resource.name == "chargers", outcome.isThere, let record = outcome.record,
      case .text(let id) = record["id"]
    else { return }
    let isMoved = services.ownership.company(of: id) != record["company_id"].text
    services.admit(
      id, isEnabled: record["enabled"] != .integer(0), record["company_id"].text,
      since: record["updated_at"].integer.map { DateTime(milliseconds: $0) } ?? services.clock())
    if isMoved, services.care.policy(of: id).keepsLocalList {
      services.care.visit(id, .localList)
    }
  }
}

extension RecordDraft {
  /// What finds the record it makes.
  fileprivate var identity: [RecordCondition] {
    resource.key.map { RecordCondition($0.field, .equal, values[$0.field] ?? .null) }
  }
}

extension StoreEditor {
  fileprivate func remove(
    _ resource: RecordResource, _ record: Record, cascade: Bool, seenBy company: Text?
  ) throws(StoreError) -> RecordRemovals {
    let id = record["id"].text ?? Text()
    switch resource.name {
    case "companies": return try removeCompany(id, cascade: cascade)
    case "sites": return try removeSite(id, cascade: cascade, seenBy: company)
    case "chargers": return try removeCharger(id, cascade: cascade, seenBy: company)
    case "drivers": return try removeDriver(id, cascade: cascade)
    case "rfid-cards": return try removeCard(id)
    case "tariffs": try removeTariff(id, cascade: cascade)
    case "connectors":
      try removeConnector(
        Int(record["id"].integer ?? 0), of: record["charger_id"].text ?? Text())
    case "charge-sessions": try removeSession(Int(record["id"].integer ?? 0), cascade: cascade)
    default: preconditionFailure("Every resource says here how it is deleted.")
    }
    return RecordRemovals()
  }
}
