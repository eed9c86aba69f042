public import OCPPJSON

/// What somebody may do, the least first.
public enum Role: String, Sendable, CaseIterable, Comparable {
  /// A person who charges: sees stations and own sessions, starts and stops them.
  case driver
  /// Sees everything, changes nothing.
  case viewer
  /// Runs stations and keeps the records.
  case `operator`
  /// May do everything.
  case admin

  public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .driver: 0
    case .viewer: 1
    case .operator: 2
    case .admin: 3
    }
  }
}

/// Whoever sends a request, and what that somebody may do.
public struct Principal: Sendable, Equatable {
  /// How it was shown.
  public enum Proof: Sendable, Equatable {
    /// Nobody has to show anything (`--open`).
    case none
    /// The key of the configuration.
    case configuredKey
    case key(name: Text)
    case user(id: Text, email: Text, signIn: Text)
  }

  public var proof: Proof
  public var role: Role
  /// The only company it sees anything of; nil for all.
  public var company: Text?
  /// The driver it is; with the role `driver`, the only one whose sessions it sees.
  public var driver: Text?

  public init(_ proof: Proof, role: Role, company: Text? = nil, driver: Text? = nil) {
    self.proof = proof
    self.role = role
    self.company = company
    self.driver = driver
  }

  /// Everybody, where nobody has to sign in.
  public static let everybody = Principal(.none, role: .admin)

  /// For records of who did what: "user anna@example.com", "key backend".
  public var actor: String {
    switch proof {
    case .none: "anybody"
    case .configuredKey: "key of the configuration"
    case .key(let name): "key \(name)"
    case .user(_, let email, _): "user \(email)"
    }
  }

  /// Whether it sees what belongs to a company; what belongs to none is seen by those without one.
  public func sees(_ owner: Text?) -> Bool { company == nil || company == owner }
}
