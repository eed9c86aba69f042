import Access
import OCPPJSON
import Store

/// Somebody has to be able to sign in: the admin and the API key of the first start, each made when
/// there is none. They are shown once and kept nowhere in the clear, so they are made last, when the
/// start can no longer fail, and together or not at all.
struct FirstCredentials: Sendable {
  struct Admin: Sendable {
    let email = "admin@localhost"
    let password: String
  }

  let admin: Admin?
  let apiKey: String?

  init(
    _ configuration: ServeConfiguration, _ access: AccessDesk, _ store: SQLiteStore,
    _ now: DateTime
  ) throws(StoreError) {
    let isOpen = configuration.isOpen
    admin = isOpen || !access.users.isEmpty ? nil : Admin(password: AccessDesk.makePassword())
    let hasKey = isOpen || configuration.apiKey != nil || !access.keys.isEmpty
    apiKey = hasKey ? nil : AccessDesk.makeKey()
    if admin == nil && apiKey == nil { return }
    let user = admin.map { admin in
      UserRow(
        id: AccessDesk.makeUserID(), email: Text(admin.email),
        passwordHash: access.hasher.hash(admin.password), role: Text(Role.admin.rawValue),
        createdAt: now)
    }
    let key = apiKey.map {
      APIKeyRow(name: "first", digest: AccessDesk.digest(of: $0), createdAt: now)
    }
    try store.write { (editor) throws(StoreError) in
      if let user { try editor.createUser(user) }
      if let key { try editor.createAPIKey(key) }
    }
    try access.reload()
  }
}
