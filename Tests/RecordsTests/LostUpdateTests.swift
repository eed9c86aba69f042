import API
import Access
import CSMSCore
import Dispatch
import Foundation
import Gateway
import Network
import OCPPJSON
import Store
import Synchronization
import TestKit
import Testing

/// Two who change the same thing at the same moment.
@Suite("At the same moment")
struct LostUpdateTests {
  private static let admin = [("Authorization", "Bearer master")]

  private func server() throws -> LocalServer {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "master")])
    return try LocalServer(options)
  }

  /// Sends requests that all wait for the store together; their answers' statuses.
  private func together(
    _ server: LocalServer, seeing path: String, _ requests: [(String, String, String?)]
  ) -> [Int] {
    let gate = DispatchSemaphore(value: 0)
    server.store.write { _ in
      gate.wait()
    } completion: { _ in
    }
    let statuses = Mutex<[Int]>([])
    let group = DispatchGroup()
    for (method, path, body) in requests {
      let http = server.http
      DispatchQueue.global().async(group: group) {
        let status = http.request(method, path, Self.admin, body: body).status
        statuses.withLock { $0.append(status) }
      }
      // Answered without the writer, so that the loop has turned.
      for _ in 0..<5 { #expect(http.get(path, Self.admin).status == 200) }
    }
    gate.signal()
    group.wait()
    return statuses.withLock { $0.sorted() }
  }

  @Test("Who is switched off stays off, and each change of a person holds")
  func person() throws {
    let server = try server()
    try server.addUser("a@x", role: "viewer")
    let path = "/users/\(server.access.users[0].id)"

    let statuses = together(
      server, seeing: path,
      [
        ("PATCH", path, #"{"enabled":false}"#), ("PATCH", path, #"{"full_name":"A"}"#),
        ("PATCH", path, #"{"role":"operator"}"#), ("PATCH", path, #"{"email":"b@x"}"#),
      ])

    #expect(statuses == [200, 200, 200, 200])
    let user = server.http.get(path, Self.admin)
    #expect(user.json["enabled"] as? Bool == false)
    #expect(user.string("full_name") == "A" && user.string("role") == "operator")
    #expect(user.string("email") == "b@x")
    #expect(server.login("b@x").status == 401)
  }

  @Test(
    "Of two admins one stays, however both go",
    arguments: ["DELETE", #"{"enabled":false}"#, #"{"role":"viewer"}"#])
  func admins(deed: String) throws {
    let server = try server()
    for email in ["a@x", "b@x"] { try server.addUser(email, role: "admin") }
    let paths = server.access.users.map { "/users/\($0.id)" }

    let statuses = together(
      server, seeing: paths[0],
      paths.map { deed == "DELETE" ? (deed, $0, nil) : ("PATCH", $0, deed) })

    #expect(statuses[1] == 409 && statuses[0] < 300, "\(statuses)")
    let left = server.access.users.filter { $0.role == "admin" && $0.isEnabled }
    #expect(left.count == 1)
  }

  @Test("Each change of a noted event holds")
  func notedEvent() throws {
    let server = try server()
    let http = server.http
    makeCompany(http, "A", Self.admin)
    let session = http.post(
      "/db/charge-sessions", #"{"charger_id":"A-CP","connector_id":1,"id_tag":"A-CARD"}"#,
      Self.admin)
    let noted = http.post(
      "/db/charge-sessions/\(session.int("id") ?? 0)/events", #"{"type":"Note"}"#, Self.admin)
    let path = "/db/events/\(noted.string("id") ?? "")"

    let statuses = together(
      server, seeing: path,
      [
        ("PATCH", path, #"{"origin":"x"}"#), ("PATCH", path, #"{"trigger_reason":"y"}"#),
        ("PATCH", path, #"{"voltage":230}"#),
      ])

    #expect(statuses == [200, 200, 200])
    let event = http.get(path, Self.admin)
    #expect(event.string("origin") == "x" && event.string("trigger_reason") == "y")
    #expect(event.int("voltage") == 230)
  }
}
