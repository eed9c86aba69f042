public import OCPPJSON

/// One state-changing request: who, what, on what, from where, and what came of it.
public struct AuditRow: Sendable, Equatable {
  public var id = 0
  public var at: DateTime
  /// "user anna@example.com", "key backend".
  public var actor: Text
  /// Whose company; nil for nobody's.
  public var company: Text?
  public var method: Text
  public var path: Text
  /// The names in the path, a station's identity first.
  public var target: Text?
  public var remoteAddress: Text
  /// Of the answer.
  public var status: Int
  /// A station's word, or what was wrong.
  public var outcome: Text?

  public init(
    at: DateTime, actor: Text, company: Text?, method: Text, path: Text, target: Text?,
    remoteAddress: Text, status: Int, outcome: Text?
  ) {
    self.at = at
    self.actor = actor
    self.company = company
    self.method = method
    self.path = path
    self.target = target
    self.remoteAddress = remoteAddress
    self.status = status
    self.outcome = outcome
  }
}

/// Something that may be an attack, or that a station reports as one.
public struct SecurityEventRow: Sendable, Equatable {
  /// Who saw it.
  public enum Source: String, Sendable, CaseIterable {
    case station
    case centralSystem = "central_system"
  }

  public var id = 0
  public var at: DateTime
  public var source: Source
  /// A station's word, or one of the central system's: "FailedToAuthenticateStation".
  public var type: Text
  public var station: Text?
  public var remoteAddress: Text?
  public var detail: Text?
  /// Like ones before it that were not written, because there were too many.
  public var suppressed = 0

  public init(
    at: DateTime, source: Source, type: Text, station: Text? = nil, remoteAddress: Text? = nil,
    detail: Text? = nil, suppressed: Int = 0
  ) {
    self.at = at
    self.source = source
    self.type = type
    self.station = station
    self.remoteAddress = remoteAddress
    self.detail = detail
    self.suppressed = suppressed
  }
}
