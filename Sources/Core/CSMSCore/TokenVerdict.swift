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

  public init(idTag: Text, status: TokenStatus, expiry: DateTime? = nil, parent: Text? = nil) {
    self.idTag = idTag
    self.status = status
    self.expiry = expiry
    self.parent = parent
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
  public init(_ record: TokenRecord?, now: DateTime, acceptsUnknown: Bool) {
    guard let record else {
      self.init(acceptsUnknown ? .accepted : .invalid)
      return
    }
    let isOver = record.expiry.map { $0 <= now } ?? false
    let status = record.status == .accepted && isOver ? .expired : record.status
    self.init(status, expiry: record.expiry, parent: record.parent)
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

  func verdict(on idTag: Text, now: DateTime) -> TokenVerdict {
    TokenVerdict(tokens.record(of: idTag), now: now, acceptsUnknown: acceptsUnknown)
  }
}
