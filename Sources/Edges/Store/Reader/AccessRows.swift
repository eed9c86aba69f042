public import OCPPJSON

/// A person who may sign in.
public struct UserRow: Sendable, Equatable {
  public var id: Text
  /// As it was entered; two that differ in the case of ASCII letters are the same.
  public var email: Text
  public var fullName: Text?
  /// As libsodium writes it; the password itself is never stored.
  public var passwordHash: Text
  /// The word of the role: "operator".
  public var role: Text
  /// The only company this person sees anything of; nil for all.
  public var company: Text?
  /// The driver this person is.
  public var driver: Text?
  public var isEnabled: Bool
  public var createdAt: DateTime
  public var updatedAt: DateTime
  public var lastLogin: DateTime?

  /// Whether it may let others in.
  var isAdmin: Bool { role == "admin" && isEnabled }

  public init(
    id: Text, email: Text, passwordHash: Text, role: Text, company: Text? = nil,
    createdAt: DateTime
  ) {
    self.id = id
    self.email = email
    self.passwordHash = passwordHash
    self.role = role
    self.company = company
    isEnabled = true
    self.createdAt = createdAt
    updatedAt = createdAt
  }
}

/// One sign-in of a person, from the password to the last refresh.
public struct SignInRow: Sendable, Equatable {
  public var id: Text
  public var user: Text
  /// The number of the only refresh token that is good.
  public var generation: Int
  public var createdAt: DateTime
  public var expiresAt: DateTime

  public init(id: Text, user: Text, generation: Int, createdAt: DateTime, expiresAt: DateTime) {
    self.id = id
    self.user = user
    self.generation = generation
    self.createdAt = createdAt
    self.expiresAt = expiresAt
  }
}

/// Everything that decides who may do what, to be held in memory.
public struct AccessRows: Sendable {
  public var users: [UserRow]
  public var signIns: [SignInRow]
  public var keys: [APIKeyRow]
  /// The companies that are switched off.
  public var disabledCompanies: [Text]
  /// Changes whenever somebody else (`ocpp admin`) changed something of this.
  public var version: Int
}
