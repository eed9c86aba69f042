import Access
import CSMSCore
import Gateway
import OCPP16
import OCPPJSON
import OCPPRPC
import Store

/// Says something for a station that does not speak OCPP itself: a bridge, a simulation, a person
/// at the interface. What it says becomes the OCPP message and goes the way of every message: the same
/// session machine, the same facts, the same ledger.
struct StationDesk: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// What came of a message.
  struct Answer: Sendable {
    /// The payload of the CALLRESULT.
    var payload: JSONValue
    /// What the store says; nil when nothing had to be kept.
    var receipt: Receipt?

    /// Whether it had been said before: the transaction was there.
    var isRepeated: Bool {
      switch receipt {
      case .transaction(_, let isNew), .concurrent(_, let isNew), .refused(_, let isNew): !isNew
      case .kept, .stopped, .declined, .failed, nil: false
      }
    }

    /// The id of the transaction that began.
    var transaction: Int? { FormValues(payload).optionalInteger("transactionId") }
  }

  /// - Parameters:
  ///   - use: the signature of who says so; a 401 when it was used before. It is spent with what is
  ///     kept, and not at all when nothing is.
  ///   - name: what a session that begins is called by whoever says so.
  ///   - teller: who says that a session ends, when that is not the station's own voice.
  ///   - completion: called once, on any thread; a message that is not valid is a 422, a name that
  ///     does not fit its session a 409.
  func say(
    _ action: String, _ payload: JSONValue, for station: Text, name: Int? = nil,
    teller: Reconciliation? = nil, spending use: SignatureUse? = nil,
    _ completion: @escaping @Sendable (Result<Answer, Problem>) -> Void
  ) {
    let now = services.clock()
    let gateway = services.gateway
    let policy = gateway.configuration.policy.with(gateway.directory.access(of: station)?.policy)
    let tokens = StationTokens(services.tokens, gateway.directory, station: station)
    var session = Session16(policy: policy, tokens: tokens, idPrefix: 0)
    var writer = JSONWriter(capacity: 1024)
    let frame = JSONValue.list([2, "http", .string(action), payload]).bytes
    let (said, reaction) = frame.withUnsafeBufferPointer {
      session.received($0, now: now, writer: &writer)
    }
    switch reaction {
    case .answer, .refuse:
      if case .answer = reaction, said == Action.heartbeat.rawValue {
        services.care.heartbeat(station, at: now)
      }
      finish(StationDesk.answer(writer.withBytes { [UInt8]($0) }, nil), spending: use, completion)
    case .hold(let fact, let pending):
      let kept = session
      var fact = fact
      if let name, case .transactionStarted(var start) = fact {
        start.externalId = name
        fact = .transactionStarted(start)
      }
      if let teller, case .transactionStopped(var stop) = fact {
        stop.teller = teller
        fact = .transactionStopped(stop)
      }
      var entry = FactEntry(station: station, receivedAt: now, ticket: 0, fact: fact)
      entry.isOnRecord = gateway.directory.access(of: station) != nil
      record(entry, spending: use) { receipt in
        guard let receipt else { return completion(.failure(WebhookDoor.refusal)) }
        if let name, receipt == .declined {
          return completion(
            .failure(Problem(409, "This start is that of another session than \(name).")))
        }
        var writer = JSONWriter(capacity: 1024)
        var kept = kept
        kept.answer(pending, receipt, now: now, writer: &writer)
        completion(StationDesk.answer(writer.withBytes { [UInt8]($0) }, receipt))
      }
    case .finish, .ignore:
      completion(.failure(Problem(422, "This is nothing that a station says.")))
    }
  }

  /// With nothing to keep, the signature is spent alone.
  private func finish(
    _ answer: Result<Answer, Problem>, spending use: SignatureUse?,
    _ completion: @escaping @Sendable (Result<Answer, Problem>) -> Void
  ) {
    guard let use, case .success = answer else { return completion(answer) }
    services.store.write { (editor) throws(StoreError) in
      try editor.spend(use)
    } completion: { result in
      switch result {
      case .success(true): completion(answer)
      case .success(false): completion(.failure(WebhookDoor.refusal))
      case .failure(let error): completion(.failure(Problem(error)))
      }
    }
  }

  private func record(
    _ entry: FactEntry, spending use: SignatureUse?,
    deliver: @escaping @Sendable (Receipt?) -> Void
  ) {
    if let use { return services.store.record(entry, spending: use, deliver: deliver) }
    services.store.record([entry]) { deliver($0.first?.receipt ?? .failed) }
  }

  private static func answer(_ frame: [UInt8], _ receipt: Receipt?) -> Result<Answer, Problem> {
    guard receipt != .failed else {
      return .failure(Problem(503, "The store cannot take this now; try again in a moment."))
    }
    guard case .list(let parts)? = try? JSONValue(parsing: frame), parts.count >= 3 else {
      return .failure(Problem(422, "This is nothing that a station says."))
    }
    if parts[0] == 3 { return .success(Answer(payload: parts[2], receipt: receipt)) }
    guard parts.count > 3, case .text(let description) = parts[3] else {
      return .failure(Problem(422, "The message is not valid."))
    }
    return .failure(Problem(422, "The message is not valid: \(description)"))
  }
}

extension Services {
  /// - Throws: a 409 for a station that is switched off: nothing begins there.
  func needSwitchedOn(_ station: Text) throws(Problem) {
    if gateway.directory.access(of: station)?.isEnabled == false {
      throw Problem(409, "Charger \(station) is switched off.")
    }
  }

  /// - Throws: a 404 for a station that is not on record, or another company's.
  func needStation(_ station: Text, seenBy request: APIRequest) throws(Problem) {
    // One that registered itself is not in the directory before the next start.
    let isThere = gateway.directory.access(of: station) != nil || gateway.isConnected(station)
    guard isThere, request.principal.sees(ownership.company(of: station)) else {
      throw .notFound("Charger \(station)")
    }
  }
}
