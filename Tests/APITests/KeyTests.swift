import API
import TestKit
import Testing

@Suite("API keys")
struct KeyTests {
  private let key = KeyGuard.makeKey()

  private func server() throws -> LocalServer {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: key)])
    return try LocalServer(options)
  }

  @Test("A key is a long random text")
  func made() {
    #expect(key.hasPrefix("ocpp_"))
    #expect(key.count == 5 + 64)
    #expect(key != KeyGuard.makeKey())
  }

  @Test("The right key opens, as Bearer or Token in any case")
  func right() throws {
    let server = try server()
    for scheme in ["Bearer", "Token", "bearer", "TOKEN"] {
      #expect(
        server.http.get("/tokens", [("Authorization", "\(scheme) \(key)")]).status == 200)
    }
  }

  @Test("Without the right key nothing opens, and nobody learns which paths exist")
  func wrong() throws {
    let server = try server()
    let attempts: [[(String, String)]] = [
      [], [("Authorization", "Bearer wrong")], [("Authorization", "Basic \(key)")],
      [("Authorization", key)], [("Authorization", "Bearer")],
      [("Authorization", "Bearer \(key)x")], [("X-API-Key", key)],
    ]
    for path in ["/tokens", "/nothing", "/charge-points/X", "/metrics", "/services"] {
      for attempt in attempts {
        let reply = server.http.get(path, attempt)
        let isShown = attempt.contains { $0.1.hasPrefix("Bearer ") }
        let detail =
          isShown
          ? "This API key or access token is not known, or has expired."
          : "An API key is needed: Authorization: Bearer <key>."
        expectProblem(reply, 401, detail, at: path)
        #expect(reply.headers["www-authenticate"] == "Bearer")
      }
      #expect(server.http.request("PUT", path).status == 401)
    }
  }

  @Test("Health needs no key, and a new key opens at once")
  func health() throws {
    let keys = KeyGuard(isOpen: false)
    var options = LocalServer.Options()
    options.keys = keys
    let server = try LocalServer(options)

    #expect(server.http.get("/health").status == 200)
    #expect(server.http.get("/tokens", [("Authorization", "Bearer \(key)")]).status == 401)
    keys.admit(KeyGuard.digest(of: key))
    #expect(server.http.get("/tokens", [("Authorization", "Bearer \(key)")]).status == 200)
  }
}
