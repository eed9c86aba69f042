public import OCPPJSON

/// Whether a token may charge (OCPP 1.6 §7, AuthorizationStatus).
public enum TokenStatus: UInt8, Sendable, CaseIterable {
  case accepted
  case blocked
  case expired
  case invalid
  case concurrentTx

  /// The word on the wire and in records.
  public var word: Text {
    switch self {
    case .accepted: "Accepted"
    case .blocked: "Blocked"
    case .expired: "Expired"
    case .invalid: "Invalid"
    case .concurrentTx: "ConcurrentTx"
    }
  }

  /// The status a word stands for, or nil.
  public init?(word: Text) {
    guard let status = TokenStatus.allCases.first(where: { $0.word == word }) else { return nil }
    self = status
  }
}

/// A token as it is on record.
public struct TokenRecord: Sendable, Equatable {
  public var idTag: Text
  public var status: TokenStatus
  /// From then on the token is `expired`; nil for never.
  public var expiry: DateTime?
  /// The group the token belongs to (`parentIdTag`).
  public var parent: Text?
  /// How many transactions it may have at a time; the record of a group says it of all its tokens
  /// together. Nil leaves it to the server's settings.
  public var maximumTransactions: Int?

  public init(
    idTag: Text, status: TokenStatus, expiry: DateTime? = nil, parent: Text? = nil,
    maximumTransactions: Int? = nil
  ) {
    self.idTag = idTag
    self.status = status
    self.expiry = expiry
    self.parent = parent
    self.maximumTransactions = maximumTransactions
  }

  /// The status at `now`.
  func status(at now: DateTime) -> TokenStatus {
    let isOver = expiry.map { $0 <= now } ?? false
    return status == .accepted && isOver ? .expired : status
  }
}

/// What is said of a token when somebody presents it.
public struct TokenVerdict: Sendable, Equatable {
  public var status: TokenStatus
  public var expiry: DateTime?
  public var parent: Text?

  public init(_ status: TokenStatus, expiry: DateTime? = nil, parent: Text? = nil) {
    self.status = status
    self.expiry = expiry
    self.parent = parent
  }

  /// The verdict at `now` on a token; one that is not on record is invalid, unless `acceptsUnknown`.
  /// - Parameter group: the record of its group, if there is one: what is not accepted of the group
  ///   is not accepted of the token either.
  public init(
    _ record: TokenRecord?, group: TokenRecord? = nil, now: DateTime, acceptsUnknown: Bool
  ) {
    guard let record else {
      self.init(acceptsUnknown ? .accepted : .invalid)
      return
    }
    var status = record.status(at: now)
    var expiry = record.expiry
    if status == .accepted, let group {
      status = group.status(at: now)
      if let end = group.expiry { expiry = min(end, expiry ?? end) }
    }
    self.init(status, expiry: expiry, parent: record.parent)
  }
}

/// The port that knows tokens. Tags are looked up as `CiString`: the case of ASCII letters does not
/// matter.
public protocol TokenDirectory: AnyObject, Sendable {
  func record(of idTag: Text) -> TokenRecord?
}

/// Where a session asks about tokens.
struct TokenDesk: Sendable {
  let tokens: any TokenDirectory
  /// Whether a token that is not on record may charge.
  let acceptsUnknown: Bool

  /// How many transactions a token may have when its record does not say.
  let tokenTransactions: Int?

  func verdict(on idTag: Text, now: DateTime) -> TokenVerdict {
    let record = tokens.record(of: idTag)
    return TokenVerdict(
      record, group: group(of: record), now: now, acceptsUnknown: acceptsUnknown)
  }

  /// Writes into a start whose it is and how many its token may have.
  func limit(_ start: inout TransactionStart) {
    let record = tokens.record(of: start.idTag)
    start.tokenLimit = record?.maximumTransactions ?? tokenTransactions
    start.group = record?.parent
    start.groupLimit = group(of: record)?.maximumTransactions
  }

  private func group(of record: TokenRecord?) -> TokenRecord? {
    record?.parent.flatMap { tokens.record(of: $0) }
  }
}
