import Access
import OCPPJSON
import Store
import TestKit
import Testing

extension LocalServer {
  static let password = "a password of some length"

  func addUser(_ email: String, role: String, company: Text? = nil) throws {
    let user = UserRow(
      id: AccessDesk.makeUserID(), email: Text(email),
      passwordHash: access.hasher.hash(Self.password), role: Text(role), company: company,
      createdAt: clock.now)
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
