import API
import CSMSCore
import Gateway
import Network
import OCPPJSON
import TestKit
import Testing

@Suite("/audit-log and /security-events")
struct SecurityDoorTests {
  @Test("Every change is on record with who, what, on what and what came of it; reading is not")
  func audit() throws {
    let server = try LocalServer()
    _ = server.http.get("/charge-points")
    _ = server.http.post("/charge-points", #"{"charge_point_id":"CP1"}"#)
    _ = server.http.post("/charge-points", #"{"charge_point_id":"CP1"}"#)
    _ = server.http.delete("/charge-points/NONE")

    let entries = server.http.get("/audit-log").list("audit_log")

    #expect(entries.map { $0["method"] as? String } == ["DELETE", "POST", "POST"])
    #expect(entries.map { $0["status"] as? Int } == [404, 409, 201])
    #expect(entries.first?["target"] as? String == "NONE")
    #expect((entries.first?["outcome"] as? String)?.contains("NONE") == true)
    #expect(
      entries.allSatisfy { ($0["remote_address"] as? String)?.hasPrefix("127.0.0.1") == true })
    #expect(server.http.get("/audit-log?target=NONE").list("audit_log").count == 1)
  }

  @Test("A wrong password is a security event; of very many only some are written, and counted")
  func failedSignIn() throws {
    var options = LocalServer.Options()
    options.rules = StationDirectory.Rules()
    options.gateway.handshakesPerStation = RateLimit(burst: 1_000, perSecond: 0)
    options.gateway.failuresPerAddress = RateLimit(burst: 30, perSecond: 0)
    let server = try LocalServer(options)
    server.directory.set(
      "CP1", StationAccess(credential: PasswordDigest(password: Array("0123456789abcdef".utf8))))
    let wrong = BasicCredentials(user: "CP1", password: Array("wrong password 12".utf8))

    for _ in 0..<40 { #expect(throws: (any Error).self) { try server.connect("CP1", auth: wrong) } }

    func events(_ type: String) -> [[String: Any]] {
      server.http.get("/security-events?type=\(type)").list("security_events")
    }
    // They are written behind the refusal, which does not wait for the disk.
    #expect(TestKit.eventually { events("FailedToAuthenticateStation").count == 10 })
    #expect(events("FailedToAuthenticateStation").first?["station_id"] as? String == "CP1")
    // After thirty failures the address is told 429, even with the right password.
    let right = BasicCredentials(user: "CP1", password: Array("0123456789abcdef".utf8))
    #expect(throws: (any Error).self) { try server.connect("CP1", auth: right) }
    #expect(TestKit.eventually { !events("TooManyHandshakes").isEmpty })
  }

  @Test("What a station reports of its own security is among the events")
  func reported() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(
      #"[2,"1","SecurityEventNotification",{"type":"TamperDetectionActivated","timestamp":"2026-01-02T03:04:05Z"}]"#
    )

    let event = server.http.get("/security-events?station_id=CP1").list("security_events").first

    #expect(event?["type"] as? String == "TamperDetectionActivated")
    #expect(event?["source"] as? String == "station")
    #expect(event?["timestamp"] as? String == "2026-01-02T03:04:05.000Z")
  }

  @Test("A station that only sends what must be refused is cut off with 1008")
  func badMessages() throws {
    var options = LocalServer.Options()
    options.gateway.refusalsPerStation = RateLimit(burst: 5, perSecond: 0)
    let server = try LocalServer(options)
    let station = try server.connect("CP1")

    for number in 1...7 { station.send("[2,\"\(number)\",\"Authorize\",{}]") }

    #expect(station.closing()?.code == 1008)
  }

  @Test("A station that says too much is read later, and nothing of it is lost")
  func flood() throws {
    var options = LocalServer.Options()
    options.gateway.messagesPerStation = RateLimit(burst: 5, perSecond: 100)
    let server = try LocalServer(options)
    let station = try server.connect("CP1")

    station.send((1...40).map { "[2,\"\($0)\",\"Heartbeat\",{}]" })

    for number in 1...40 { #expect(station.receive()?.hasPrefix("[3,\"\(number)\"") == true) }
    #expect(server.statistics().delayed > 0)
  }

  @Test("All stations of an address share a limit; beyond it they are read later, nothing is lost")
  func place() throws {
    var options = LocalServer.Options()
    options.gateway.messagesPerAddress = RateLimit(burst: 5, perSecond: 100)
    let server = try LocalServer(options)
    let stations = try ["CP1", "CP2", "CP3"].map { try server.connect($0) }

    for station in stations { station.send((1...10).map { "[2,\"\($0)\",\"Heartbeat\",{}]" }) }

    for station in stations {
      for number in 1...10 { #expect(station.receive()?.hasPrefix("[3,\"\(number)\"") == true) }
    }
    #expect(server.statistics().delayed > 0)
  }

  @Test("A key that opens nothing and a failed sign-in are events; nothing shown is in them")
  func guesses() throws {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "the right key")])
    let server = try LocalServer(options)
    let right = [("Authorization", "Bearer the right key")]
    #expect(server.http.get("/tokens", [("Authorization", "Bearer a guess")]).status == 401)
    let login = #"{"email":"nobody@localhost","password":"a guess"}"#
    #expect(server.http.request("POST", "/auth/login", body: login).status == 401)
    #expect(server.http.get("/tokens").status == 401)

    #expect(
      TestKit.eventually {
        server.http.get("/security-events", right).list("security_events").count == 2
      })
    let events = server.http.get("/security-events", right)
    #expect(
      Set(events.list("security_events").compactMap { $0["type"] as? String })
        == ["InvalidAPIKey", "FailedSignIn"])
    #expect(!events.text.contains("guess"))
  }
}
