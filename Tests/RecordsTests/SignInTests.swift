import API
import Access
import Foundation
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Signing in")
struct SignInTests {
  /// A server that lets nobody in, with an admin.
  static func server(folder: URL? = nil) throws -> LocalServer {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false)
    options.folder = folder
    let server = try LocalServer(options)
    if server.access.users.isEmpty { try server.addUser("admin@x", role: "admin") }
    return server
  }

  @Test("A person signs in, is known, and leaves; then the tokens open nothing")
  func life() throws {
    let server = try Self.server()
    #expect(server.http.get("/auth/me").status == 401)

    let tokens = server.login("ADMIN@x")
    #expect(tokens.status == 200)
    #expect(tokens.int("expires_in") == 900)
    let me = server.http.get("/auth/me", tokens.bearer)
    #expect(me.string("name") == "user admin@x")
    #expect(me.string("role") == "admin")
    #expect(!me.text.contains("argon2"))
    #expect(server.http.get("/charge-points", tokens.bearer).status == 200)

    #expect(server.http.request("POST", "/auth/logout", tokens.bearer).status == 204)
    #expect(server.http.get("/auth/me", tokens.bearer).status == 401)
    #expect(server.refresh(tokens).status == 401)
  }

  @Test("An access token is over after fifteen minutes; the refresh token gives another")
  func refresh() throws {
    let server = try Self.server()
    let first = server.login("admin@x")
    server.clock.advance(milliseconds: 900_000)
    #expect(server.http.get("/auth/me", first.bearer).status == 401)

    let second = server.refresh(first)

    #expect(second.status == 200)
    #expect(server.http.get("/auth/me", second.bearer).status == 200)
    #expect(server.refresh(second).status == 200)
  }

  @Test("A refresh token that is shown again ends the sign-in for everybody who has a copy")
  func reuse() throws {
    let server = try Self.server()
    let first = server.login("admin@x")
    let other = server.login("admin@x")
    let second = server.refresh(first)
    #expect(server.http.get("/auth/me", second.bearer).status == 200)

    #expect(server.refresh(first).status == 401)

    #expect(server.http.get("/auth/me", second.bearer).status == 401)
    #expect(server.refresh(second).status == 401)
    // The person's other sign-in goes on.
    #expect(server.http.get("/auth/me", other.bearer).status == 200)
  }

  @Test("Sign-ins survive a restart, and a copy of the database without its key file opens nothing")
  func restart() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try Self.server(folder: folder)
    let tokens = before.login("admin@x")
    before.stop()

    let after = try Self.server(folder: folder)
    #expect(after.http.get("/auth/me", tokens.bearer).status == 200)
    after.stop()

    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false)
    options.folder = folder
    options.vault = SecretVault(key: [UInt8](repeating: 9, count: SecretVault.keyLength))
    let thief = try LocalServer(options)
    #expect(thief.http.get("/auth/me", tokens.bearer).status == 401)
    #expect(thief.refresh(tokens).status == 401)
  }

  @Test("A wrong password and an unknown person look the same, and after ten tries nobody is asked")
  func throttle() throws {
    let server = try Self.server()
    for number in 1...10 {
      let email = number.isMultiple(of: 2) ? "nobody@x" : "admin@x"
      let reply = server.login(email, "wrong")
      #expect(reply.status == 401)
      #expect(reply.string("detail") == "The email or the password is wrong.")
    }
    for _ in 1...5 { _ = server.login("admin@x", "wrong") }

    let refused = server.login("admin@x")
    #expect(refused.status == 429)
    #expect(Int(refused.headers["retry-after"] ?? "") == 900)

    server.clock.advance(milliseconds: 900_000)
    #expect(server.login("admin@x").status == 200)
  }

  @Test("Roles: a viewer changes nothing, an operator no users, and both are told so")
  func roles() throws {
    let server = try Self.server()
    try server.addUser("viewer@x", role: "viewer")
    try server.addUser("operator@x", role: "operator")
    try server.addUser("driver@x", role: "driver")
    let viewer = server.login("viewer@x").bearer
    let operating = server.login("operator@x").bearer
    let driver = server.login("driver@x").bearer
    let token = #"{"id_tag":"A"}"#

    #expect(server.http.get("/tokens", viewer).status == 200)
    let refused = server.http.request("POST", "/tokens", viewer, body: token)
    #expect(refused.status == 403)
    #expect(refused.string("detail") == "This takes the role operator; yours is viewer.")
    #expect(server.http.request("POST", "/tokens", operating, body: token).status == 201)
    for path in ["/users", "/api-keys"] {
      #expect(server.http.get(path, operating).status == 403)
    }
    #expect(server.http.get("/tokens", driver).status == 403)
    #expect(server.http.get("/auth/me", driver).status == 200)
  }

  @Test("Users are made, changed and deleted; a change of what they may ends their sign-ins")
  func users() throws {
    let server = try Self.server()
    let admin = server.login("admin@x").bearer
    let made = server.http.request(
      "POST", "/users", admin,
      body: #"{"email":"b@x","password":"long enough password","role":"operator"}"#)
    #expect(made.status == 201)
    let path = "/users/\(made.string("id") ?? "")"
    let tokens = server.login("b@x", "long enough password")
    #expect(server.http.get("/auth/me", tokens.bearer).string("role") == "operator")

    #expect(
      server.http.request("PATCH", path, admin, body: #"{"full_name":"B"}"#).string("full_name")
        == "B")
    #expect(server.http.get("/auth/me", tokens.bearer).status == 200)
    #expect(server.http.request("PATCH", path, admin, body: #"{"role":"viewer"}"#).status == 200)
    #expect(server.http.get("/auth/me", tokens.bearer).status == 401)
    #expect(server.http.request("PATCH", path, admin, body: #"{"enabled":false}"#).status == 200)
    #expect(server.login("b@x", "long enough password").status == 401)
    #expect(server.http.get("/users", admin).list("users").count == 2)
    #expect(server.http.request("DELETE", path, admin).status == 204)
    #expect(server.http.get(path, admin).status == 404)
  }

  static let badUsers: [(String, Int, String)] = [
    (#"{"email":"b@x","role":"viewer"}"#, 400, "password: is required"),
    (
      #"{"email":"b@x","password":"short","role":"viewer"}"#, 400,
      "password: must have 10 to 256 characters"
    ),
    (
      #"{"email":"b@x","password":"long enough password","role":"king"}"#, 400,
      "role: must be one of driver, viewer, operator, admin"
    ),
    (
      #"{"email":"b@x","password":"long enough password","role":"admin","company_id":"C"}"#, 400,
      "company_id: an admin is not bound to a company"
    ),
    (
      #"{"email":"b@x","password":"long enough password","role":"driver"}"#, 400,
      "driver_id: is required for the role driver"
    ),
    (
      #"{"email":"b@x","password":"long enough password","role":"viewer","company_id":"NONE"}"#,
      404,
      ""
    ),
    (#"{"email":"ADMIN@X","password":"long enough password","role":"viewer"}"#, 409, ""),
  ]

  @Test("A user that cannot be is refused by what is wrong", arguments: badUsers)
  func badUser(body: String, status: Int, error: String) throws {
    let server = try Self.server()

    let reply = server.http.request("POST", "/users", server.login("admin@x").bearer, body: body)

    #expect(reply.status == status)
    if !error.isEmpty { #expect(reply.errors == [error]) }
    #expect(server.access.users.count == 1)
  }

  @Test("The last admin stays")
  func lastAdmin() throws {
    let server = try Self.server()
    let admin = server.login("admin@x").bearer
    let path = "/users/\(server.access.users[0].id)"

    #expect(server.http.request("DELETE", path, admin).status == 409)
    #expect(server.http.request("PATCH", path, admin, body: #"{"enabled":false}"#).status == 409)
    #expect(server.http.request("PATCH", path, admin, body: #"{"role":"viewer"}"#).status == 409)
    try server.addUser("second@x", role: "admin")
    #expect(server.http.request("DELETE", path, admin).status == 204)
  }

  @Test("A person changes the own password with the old one")
  func password() throws {
    let server = try Self.server()
    let tokens = server.login("admin@x")
    func change(_ old: String) -> Int {
      server.http.request(
        "PUT", "/auth/password", tokens.bearer,
        body: #"{"current_password":"\#(old)","new_password":"another long one"}"#
      ).status
    }
    #expect(change("wrong password") == 401)
    #expect(change(LocalServer.password) == 200)
    #expect(server.http.get("/auth/me", tokens.bearer).status == 401)
    #expect(server.login("admin@x").status == 401)
    #expect(server.login("admin@x", "another long one").status == 200)
  }

  @Test("A key is shown once, opens what its role says, and is revoked")
  func keys() throws {
    let server = try Self.server()
    let admin = server.login("admin@x").bearer
    let made = server.http.request(
      "POST", "/api-keys", admin, body: #"{"name":"backend","role":"viewer"}"#)
    #expect(made.status == 201)
    let secret = try #require(made.string("key"))
    let again = server.http.request("POST", "/api-keys", admin, body: #"{"name":"backend"}"#)
    #expect(again.status == 409)

    for scheme in ["Bearer", "Token"] {
      let key = [("Authorization", "\(scheme) \(secret)")]
      #expect(server.http.get("/auth/me", key).string("name") == "key backend")
      #expect(server.http.get("/tokens", key).status == 200)
      #expect(server.http.request("POST", "/tokens", key, body: #"{"id_tag":"A"}"#).status == 403)
    }
    #expect(!server.http.get("/api-keys", admin).text.contains(secret))
    #expect(server.http.request("DELETE", "/api-keys/backend", admin).status == 204)
    #expect(server.http.get("/tokens", [("Authorization", "Bearer \(secret)")]).status == 401)
  }
}

extension LocalServer {
  static let password = "a password of some length"

  func addUser(_ email: String, role: String, company: Text? = nil) throws {
    var user = UserRow(
      id: AccessDesk.makeUserID(), email: Text(email),
      passwordHash: access.hasher.hash(Self.password), role: Text(role), company: company,
      createdAt: clock.now)
    if role == "driver" { user.driver = "D" }
    try access.add(user)
  }

  func login(_ email: String, _ password: String = LocalServer.password) -> HTTPClient.Reply {
    http.request(
      "POST", "/auth/login", body: #"{"email":"\#(email)","password":"\#(password)"}"#)
  }

  func refresh(_ tokens: HTTPClient.Reply) -> HTTPClient.Reply {
    http.request(
      "POST", "/auth/refresh",
      body: #"{"refresh_token":"\#(tokens.string("refresh_token") ?? "")"}"#)
  }
}

extension HTTPClient.Reply {
  /// The header for whoever signed in with this answer.
  var bearer: [(String, String)] { [("Authorization", "Bearer \(string("access_token") ?? "")")] }

  func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
  func string(_ name: String) -> String? { json[name] as? String }
  func int(_ name: String) -> Int? { json[name] as? Int }
  var errors: [String] {
    list("errors").map { "\($0["field"] ?? ""): \($0["message"] ?? "")" }
  }
}
