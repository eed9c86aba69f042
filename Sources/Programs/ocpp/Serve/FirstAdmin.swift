import Access
import OCPPJSON
import Store

/// Somebody has to be able to sign in: the admin of the first start.
struct FirstAdmin: Sendable {
  let email = "admin@localhost"
  let password: String

  /// Makes the admin when there is no user at all; nil when there is one.
  init?(_ access: AccessDesk, _ now: DateTime) throws {
    guard access.users.isEmpty else { return nil }
    password = AccessDesk.makePassword()
    let user = UserRow(
      id: AccessDesk.makeUserID(), email: Text(email),
      passwordHash: access.hasher.hash(password), role: Text(Role.admin.rawValue), createdAt: now)
    try access.add(user)
  }
}
