import CSMSCore
import Gateway
import TestKit
import Testing

@Suite("/connections")
struct ConnectionsDoorTests {
  @Test("A connection is shown with what is known of it")
  func shown() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(#"[2,"1","Heartbeat",{}]"#)

    let reply = server.http.get("/connections/CP1")

    #expect(reply.status == 200)
    #expect(reply.string("id") == "CP1")
    #expect(reply.string("version") == "1.6")
    #expect(reply.string("node") == "local")
    #expect(reply.string("since") == "2026-01-02T03:04:05.678Z")
    #expect(reply.string("last_message_at") == "2026-01-02T03:04:05.678Z")
    #expect(reply.int("messages_in") == 1)
    #expect(reply.int("messages_out") == 1)
    #expect(reply.int("queue_depth") == 0)
    let list = server.http.get("/connections")
    #expect(list.int("count") == 1)
    #expect(list.list("connections").first?["id"] as? String == "CP1")
  }

  @Test("A replaced connection is shown once, as the newer one")
  func replaced() throws {
    let server = try LocalServer()
    let older = try server.connect("CP1")
    server.clock.advance(milliseconds: 1000)
    let newer = try server.connect("CP1")
    _ = older.closing()

    #expect(TestKit.eventually { server.http.get("/connections").int("count") == 1 })
    #expect(server.http.get("/connections/CP1").string("since") == "2026-01-02T03:04:06.678Z")
    withExtendedLifetime(newer) {}
  }

  @Test("Pages follow each other by cursor")
  func pages() throws {
    let server = try LocalServer()
    let stations = try (1...5).map { try server.connect("CP\($0)") }
    var seen: [String] = []
    var query = "?limit=2"
    while true {
      let page = server.http.get("/connections\(query)")
      #expect(page.int("count") == 5)
      seen += page.list("connections").compactMap { $0["id"] as? String }
      guard let cursor = page.string("next_cursor") else { break }
      query = "?limit=2&cursor=\(cursor)"
    }

    #expect(seen == ["CP1", "CP2", "CP3", "CP4", "CP5"])
    withExtendedLifetime(stations) {}
  }

  @Test("A limit that is none is refused", arguments: ["0", "1001", "-1", "x", "", "1.5"])
  func badLimit(limit: String) throws {
    let server = try LocalServer()
    for path in ["/connections", "/charge-points", "/transactions", "/tokens"] {
      let reply = server.http.get("\(path)?limit=\(limit)")
      #expect(reply.status == 400)
      #expect(reply.errors == ["limit: must be a whole number from 1 to 1000"])
    }
  }

  @Test("A station that is not connected is 404 wherever it is asked for")
  func notConnected() throws {
    let server = try LocalServer()
    let detail = "Station CP%1 is not connected."

    expectProblem(
      server.http.get("/connections/CP%251"), 404, detail, at: "/connections/CP%251")
    expectProblem(
      server.http.delete("/connections/CP%251"), 404, detail, at: "/connections/CP%251")
    expectProblem(
      server.http.post("/connections/CP%251/send", #"{"action":"ClearCache"}"#), 404, detail,
      at: "/connections/CP%251/send")
  }

  @Test("DELETE closes the socket")
  func delete() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")

    #expect(server.http.delete("/connections/CP1").status == 204)

    let closing = try #require(station.closing())
    #expect(closing.code == 1000)
    #expect(closing.reason == "Closed by the operator.")
  }
}
