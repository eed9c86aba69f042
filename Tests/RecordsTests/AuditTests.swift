import API
import Access
import CSMSCore
import Foundation
import Gateway
import Network
import OCPPJSON
import TestKit
import Testing

@Suite("The audit log")
struct AuditTests {
  private static let secret = "a secret of the webhook"
  private static let master = [("Authorization", "Bearer master")]

  private func server() throws -> LocalServer {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "master")])
    options.api.webhook = WebhookOptions(secret: Self.secret)
    options.api.hasTestAPI = true
    return try LocalServer(options)
  }

  /// The lines that were written since the last time, the oldest first.
  private func lines(_ server: LocalServer, after id: inout Int) -> [[String: Any]] {
    let known = id
    let new = server.http.get("/audit-log?limit=1000", Self.master).list("audit_log")
      .filter { ($0["id"] as? Int ?? 0) > known }
    id = new.first?["id"] as? Int ?? id
    return new.reversed()
  }

  /// "POST /auth/login 200 user a@x".
  private func told(_ lines: [[String: Any]]) -> [String] {
    lines.map {
      "\($0["method"] ?? "") \($0["path"] ?? "") \($0["status"] ?? "") \($0["actor"] ?? "")"
    }
  }

  @Test("Every request that changes something leaves one line, whatever comes of it")
  func everyRoute() throws {
    let server = try server()
    let document = server.http.get("/openapi.json", Self.master).json
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    var last = 0
    var asked = 0
    for (path, methods) in paths.sorted(by: { $0.key < $1.key }) {
      let place = path.replacing(/\{[a-z_]+\}/, with: "X")
      for method in methods.keys.sorted() where method != "get" {
        // Whoever shows nothing writes nothing either; see below.
        if ["/auth/login", "/auth/refresh", "/api/ocpp/webhook"].contains(path) { continue }
        asked += 1
        let reply = server.http.request(method.uppercased(), place, Self.master, body: "{}")
        let told = told(lines(server, after: &last))
        #expect(
          told == ["\(method.uppercased()) \(place) \(reply.status) key of the configuration"],
          "\(method) \(path)")
      }
    }
    #expect(asked > 100)
  }

  @Test("Asking a station leaves a line, asking us does not")
  func questions() throws {
    let server = try server()
    var last = 0
    for path in ["configuration", "local_list"] {
      let place = "/charge_points/X/\(path)"
      #expect(server.http.get(place, Self.master).status == 404)
      #expect(told(lines(server, after: &last)) == ["GET \(place) 404 key of the configuration"])
    }
    for path in ["/charge_points", "/charge-points", "/auth/me", "/users", "/db/companies"] {
      #expect(server.http.get(path, Self.master).status == 200)
    }
    #expect(lines(server, after: &last).isEmpty)
  }

  @Test("Who signs in, stays in or fails to leaves a line; nothing secret is in it")
  func signIns() throws {
    let server = try server()
    try server.addUser("Anna@x", role: "operator")
    var last = 0
    let tokens = server.login("anna@X")
    let second = server.refresh(tokens)
    #expect(second.status == 200)
    #expect(server.login("anna@x", "a wrong password").status == 401)
    #expect(server.login("hunter2-typed-here", "a wrong password").status == 401)
    // The copy of a token ends the sign-in, which is a change.
    #expect(server.refresh(tokens).status == 401)

    let all = lines(server, after: &last)

    #expect(
      told(all) == [
        "POST /auth/login 200 user Anna@x", "POST /auth/refresh 200 user Anna@x",
        "POST /auth/login 401 user Anna@x", "POST /auth/login 401 nobody",
        "POST /auth/refresh 401 user Anna@x",
      ])
    let text = "\(all)"
    for secret in ["hunter2", "password of", "a wrong", tokens.string("refresh_token") ?? "?"] {
      #expect(!text.contains(secret), "\(secret)")
    }
    #expect(all.allSatisfy { ($0["remote_address"] as? String)?.isEmpty == false })
  }

  @Test("A stranger cannot fill the log: what is not checked leaves no line")
  func strangers() throws {
    let server = try server()
    var last = 0
    for _ in 0..<AccessLimits.failuresPerAccount { _ = server.login("a@x", "a wrong password") }
    #expect(lines(server, after: &last).count == AccessLimits.failuresPerAccount)

    for _ in 0..<5 {
      #expect(server.login("a@x", "a wrong password").status == 429)
      #expect(server.http.post("/auth/login", "{}").status == 400)
      #expect(server.http.post("/auth/refresh", #"{"refresh_token":"x.1.y"}"#).status == 401)
      #expect(server.http.post("/api/ocpp/webhook/", "{}").status == 401)
      #expect(server.http.post("/db/companies", "{}").status == 401)
    }

    #expect(lines(server, after: &last).isEmpty)
  }

  @Test("A signed webhook leaves a line, whatever it says")
  func webhooks() throws {
    let server = try server()
    _ = server.http.post("/db/chargers", #"{"id":"W1"}"#, Self.master)
    var last = 0
    _ = lines(server, after: &last)
    let time = server.clock.now.milliseconds / 1000
    for body in [
      #"{"type":"connector_status","station_id":"W1","data":{"connector_id":1,"status":"available"}}"#,
      #"{"type":"session_stopped","station_id":"W1","transaction_id":9}"#, "{}",
    ] {
      let digest = hmacSHA256(key: Array(Self.secret.utf8), Array("\(time).\(body)".utf8))
        .map { String(0x100 + Int($0), radix: 16).dropFirst() }.joined()
      let reply = server.http.post(
        "/api/ocpp/webhook/", body, [("X-Signature", "t=\(time),v1=\(digest)")])
      #expect(
        told(lines(server, after: &last)) == [
          "POST /api/ocpp/webhook/ \(reply.status) signed webhook"
        ])
    }
  }
}
