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
