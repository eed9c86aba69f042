import Access
import OCPPJSON
import Store

/// What `ocpp admin` is asked to do.
struct AdminOrder {
  enum Deed: Equatable {
    case listUsers
    case addUser(String)
    case resetUser(String)
    case revokeUser(String)
    case listKeys
    case addKey(String)
    case revokeKey(String)
    case backup(String)
  }

  var deed: Deed
  var configuration = AdminConfiguration()

  init(_ arguments: [String], environment: [String: String]) throws(UsageError) {
    let words = arguments.prefix { !$0.hasPrefix("--") }
    deed = try AdminOrder.deed(Array(words))
    configuration.password = environment["OCPP_PASSWORD"]
    let reader = SettingsReader(settings: AdminConfiguration.settings)
    let named = ["OCPP_DATA", "OCPP_DATABASE", "DATABASE_URL"]
    try reader.apply(
      environment: environment.filter { named.contains($0.key) }, to: &configuration)
    try reader.apply(Array(arguments.dropFirst(words.count)), to: &configuration)
    try check()
  }

  private static func deed(_ words: [String]) throws(UsageError) -> Deed {
    let name = words.count == 3 ? words[2] : ""
    if words.count == 2, words[0] == "backup" { return .backup(words[1]) }
    switch (words.first, words.dropFirst().first, words.count) {
    case ("user", "list", 2): return .listUsers
    case ("user", "add", 3): return .addUser(name)
    case ("user", "reset", 3): return .resetUser(name)
    case ("user", "revoke", 3): return .revokeUser(name)
    case ("key", "list", 2): return .listKeys
    case ("key", "add", 3): return .addKey(name)
    case ("key", "revoke", 3): return .revokeKey(name)
    case ("user", "add", 2), ("user", "reset", 2), ("user", "revoke", 2):
      throw UsageError("EMAIL is missing: ocpp admin \(words.joined(separator: " ")) EMAIL.")
    case ("key", "add", 2), ("key", "revoke", 2):
      throw UsageError("NAME is missing: ocpp admin \(words.joined(separator: " ")) NAME.")
    default: throw UsageError("\"\(words.joined(separator: " "))\" is nothing it can do.")
    }
  }

  private func check() throws(UsageError) {
    switch deed {
    case .addUser, .addKey:
      try checkName()
      guard let role = configuration.role else { throw UsageError("--role is missing.") }
      if role == .admin && configuration.company != nil {
        throw UsageError("an admin is not bound to a company; leave out --company.")
      }
      if role == .driver && configuration.driver == nil {
        throw UsageError("--driver is missing: the role driver is for one driver.")
      }
    case .listUsers, .resetUser, .revokeUser, .listKeys, .revokeKey, .backup:
      if configuration.role != nil || configuration.company != nil || configuration.driver != nil {
        throw UsageError("--role, --company and --driver are for add.")
      }
    }
    if let password = configuration.password,
      !AccessLimits.passwordBytes.contains(password.utf8.count)
    {
      throw UsageError("a password has \(AccessLimits.passwordBytes) bytes.")
    }
  }

  /// What is added has the name that the HTTP interface would take.
  private func checkName() throws(UsageError) {
    switch deed {
    case .addUser(let email):
      try Self.check(email, "an email", AccessLimits.emailCharacters)
      if !AccessLimits.isEmail(email) {
        throw UsageError("\"\(email)\" is no email: it takes a name, @ and a place.")
      }
    case .addKey(let name):
      try Self.check(name, "a key's name", AccessLimits.keyNameCharacters)
    case .listUsers, .resetUser, .revokeUser, .listKeys, .revokeKey, .backup: break
    }
  }

  private static func check(
    _ text: String, _ what: String, _ range: ClosedRange<Int>
  ) throws(UsageError) {
    guard range.contains(text.unicodeScalars.count) else {
      throw UsageError("\(what) has \(range.lowerBound) to \(range.upperBound) characters.")
    }
  }

  /// Does it and says so.
  func run(
    _ editor: StoreEditor, _ reader: StoreReader, now: DateTime
  ) throws(StoreError) -> [String] {
    switch deed {
    case .listUsers: return try reader.users().map { AdminOrder.line($0) }
    case .addUser(let email): return try addUser(Text(email), editor, now)
    case .resetUser(let email):
      var user = try user(email, editor, reader)
      let password = configuration.password ?? AccessDesk.makePassword()
      user.passwordHash = PasswordHasher().hash(password)
      user.isEnabled = true
      user.updatedAt = now
      try editor.updateUser(user, endingSignIns: true)
      return told(password, "user \(user.email)")
    case .revokeUser(let email):
      try editor.removeUser(try user(email, editor, reader).id)
      return ["user \(email) is gone"]
    case .listKeys: return try reader.apiKeys().map { AdminOrder.line($0) }
    case .addKey(let name):
      let key = AccessDesk.makeKey()
      try editor.createAPIKey(
        APIKeyRow(
          name: Text(name), digest: AccessDesk.digest(of: key),
          role: Text((configuration.role ?? .viewer).rawValue), company: configuration.company,
          createdAt: now))
      return ["key \(name)", "  \(key)", "  shown this once: Authorization: Bearer <key>"]
    case .revokeKey(let name):
      try editor.removeAPIKey(Text(name))
      return ["key \(name) is gone"]
    // It changes nothing, and needs no writer.
    case .backup: return []
    }
  }

  private func addUser(
    _ email: Text, _ editor: StoreEditor, _ now: DateTime
  ) throws(StoreError) -> [String] {
    let password = configuration.password ?? AccessDesk.makePassword()
    var user = UserRow(
      id: AccessDesk.makeUserID(), email: email,
      passwordHash: PasswordHasher().hash(password),
      role: Text((configuration.role ?? .viewer).rawValue), company: configuration.company,
      createdAt: now)
    user.driver = configuration.driver
    try editor.createUser(user)
    return told(password, "user \(email)")
  }

  /// A password that was given is not repeated.
  private func told(_ password: String, _ who: String) -> [String] {
    configuration.password == nil
      ? [who, "  password \(password)", "  shown this once: POST /auth/login"]
      : [who, "  with the password of OCPP_PASSWORD"]
  }

  private func user(
    _ email: String, _ editor: StoreEditor, _ reader: StoreReader
  ) throws(StoreError) -> UserRow {
    let folded = Text(email).caseFolded
    guard let user = try reader.users().first(where: { $0.email.caseFolded == folded }) else {
      throw StoreError(.notFound, path: configuration.databasePath, "there is no user \(email)")
    }
    return user
  }

  private static func line(_ user: UserRow) -> String {
    let scope = user.company.map { " of company \($0)" } ?? ""
    let seen = user.lastLogin.map { ", last signed in \($0)" } ?? ", never signed in"
    return "\(user.email)  \(user.role)\(scope)\(user.isEnabled ? "" : ", switched off")\(seen)"
  }

  private static func line(_ key: APIKeyRow) -> String {
    let scope = key.company.map { " of company \($0)" } ?? ""
    let seen = key.lastUsed.map { ", last used \($0)" } ?? ", never used"
    return "\(key.name)  \(key.role)\(scope)\(seen)"
  }
}

/// The options of `ocpp admin`.
struct AdminConfiguration {
  var data = "ocpp-data"
  var databaseURL: String?
  var role: Role?
  var company: Text?
  var driver: Text?
  var password: String?

  var databasePath: String {
    guard let databaseURL else { return "\(data)/ocpp.sqlite" }
    return String(databaseURL.dropFirst("sqlite://".count))
  }

  static var settings: [Setting<AdminConfiguration>] {
    [
      Setting("data", "DIR", "") { c, v in c.data = v },
      Setting("database", "URL", "", variable: "DATABASE_URL") { (c, v) throws(UsageError) in
        guard v.hasPrefix("sqlite://") else {
          throw UsageError("\"\(v.prefix { $0 != ":" }):…\" is not sqlite:///path/to/file.")
        }
        c.databaseURL = v
      },
      Setting("role", "ROLE", "") { (c, v) throws(UsageError) in
        guard let role = Role(rawValue: v) else {
          throw UsageError("\"\(v)\" is none of admin, operator, viewer, driver.")
        }
        c.role = role
      },
      Setting("company", "ID", "") { c, v in c.company = Text(v) },
      Setting("driver", "ID", "") { c, v in c.driver = Text(v) },
    ]
  }
}
