public import OCPPJSON

/// The verdict on a token and why it is that, without anybody being authorized.
public struct AuthorizationExplanation: Sendable, Equatable {
  public enum Reason: UInt8, Sendable, CaseIterable {
    /// On record as Accepted, and not over.
    case accepted
    /// On record as Accepted until a day that is past.
    case expiredSince
    /// Its record says so: Blocked, Expired, Invalid.
    case onRecord
    /// Its group is on record as something else than Accepted, or is over.
    case group
    /// Not on record, and everybody may charge.
    case unknownAccepted
    /// Not on record.
    case unknown
    /// Of a company whose tokens do not count at this station: as good as not on record.
    case otherCompany
    /// The same where everybody may charge.
    case otherCompanyAccepted

    public var word: StaticString {
      switch self {
      case .accepted: "accepted"
      case .expiredSince: "expired"
      case .onRecord: "on_record"
      case .group: "group"
      case .unknownAccepted: "unknown_accepted"
      case .unknown: "unknown"
      case .otherCompany: "other_company"
      case .otherCompanyAccepted: "other_company_accepted"
      }
    }

    /// A sentence for people.
    public var sentence: StaticString {
      switch self {
      case .accepted: "The token is on record as Accepted and has not expired."
      case .expiredSince: "The token is on record as Accepted, but its expiry has passed."
      case .onRecord: "The token is on record with this status."
      case .group: "The token is accepted, but its group is on record with this status."
      case .unknownAccepted: "The token is not on record; unknown tokens are accepted here."
      case .unknown: "The token is not on record, and unknown tokens are not accepted."
      case .otherCompany:
        "The token is another company's, whose tokens the station's company does not accept."
      case .otherCompanyAccepted:
        "The token is another company's and counts as unknown here; unknown tokens are accepted."
      }
    }
  }

  public var verdict: TokenVerdict
  public var reason: Reason
  public var record: TokenRecord?

  public init(
    _ record: TokenRecord?, group: TokenRecord? = nil, now: DateTime, acceptsUnknown: Bool
  ) {
    self.record = record
    verdict = TokenVerdict(record, group: group, now: now, acceptsUnknown: acceptsUnknown)
    guard let record else {
      reason = acceptsUnknown ? .unknownAccepted : .unknown
      return
    }
    if record.status != .accepted {
      reason = .onRecord
    } else if record.status(at: now) == .expired {
      reason = .expiredSince
    } else {
      reason = verdict.status == .accepted ? .accepted : .group
    }
  }
}
