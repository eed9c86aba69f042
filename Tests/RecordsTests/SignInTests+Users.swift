import Access
import Store
import TestKit
import Testing

extension SignInTests {
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
    (
      #"{"email":"b@x","password":"long enough password","role":"driver","driver_id":"NONE"}"#,
      404,
      ""
    ),
    (
      #"{"email":"nobody","password":"long enough password","role":"viewer"}"#, 400,
      "email: must be a name, @ and a place"
    ),
    (
      #"{"email":"@x","password":"long enough password","role":"viewer"}"#, 400,
      "email: must be a name, @ and a place"
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
}
