import Gateway
import TestKit
import Testing

@Suite("/tokens")
struct TokensDoorTests {
  @Test("A token is put on record, counts at once, is replaced and deleted")
  func life() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    func verdict() -> String? { station.ask(#"[2,"1","Authorize",{"idTag":"tag"}]"#) }
    #expect(verdict() == #"[3,"1",{"idTagInfo":{"status":"Invalid"}}]"#)

    let created = server.http.post(
      "/tokens",
      #"{"id_tag":"TAG","expiry":"2026-01-03T00:00:00+01:00","parent":"P"}"#)
    #expect(created.status == 201)
    #expect(
      created.text
        == #"{"expiry":"2026-01-02T23:00:00.000Z","id_tag":"TAG","parent":"P","status":"Accepted"}"#
    )
    #expect(
      verdict()
        == #"[3,"1",{"idTagInfo":{"expiryDate":"2026-01-02T23:00:00.000Z","parentIdTag":"P","status":"Accepted"}}]"#
    )

    #expect(server.http.post("/tokens", #"{"id_tag":"Tag","status":"Blocked"}"#).status == 201)
    #expect(verdict() == #"[3,"1",{"idTagInfo":{"status":"Blocked"}}]"#)
    #expect(server.http.get("/tokens").list("tokens").count == 1)

    #expect(server.http.delete("/tokens/tAG").status == 204)
    #expect(verdict() == #"[3,"1",{"idTagInfo":{"status":"Invalid"}}]"#)
    expectProblem(
      server.http.delete("/tokens/TAG"), 404, "There is no token TAG.", at: "/tokens/TAG")
  }

  static let bad: [(String, String)] = [
    ("{}", "id_tag: is required"),
    (#"{"id_tag":null}"#, "id_tag: has the wrong type"),
    (#"{"id_tag":""}"#, "id_tag: must have 1 to 20 characters"),
    (#"{"id_tag":"123456789012345678901"}"#, "id_tag: must have 1 to 20 characters"),
    (#"{"id_tag":"A","parent":""}"#, "parent: must have 1 to 20 characters"),
    (
      #"{"id_tag":"A","status":"accepted"}"#,
      "status: must be Accepted, Blocked, Expired or Invalid"
    ),
    (
      #"{"id_tag":"A","status":"ConcurrentTx"}"#,
      "status: must be Accepted, Blocked, Expired or Invalid"
    ),
    (#"{"id_tag":"A","expiry":"tomorrow"}"#, "expiry: must be an RFC 3339 date-time"),
    (#"{"id_tag":"A","note":""}"#, "note: unknown member"),
    (
      #"{"id_tag":"A","maximum_transactions":1.5}"#,
      "maximum_transactions: must be a whole number from 0 to 1000000"
    ),
    (
      #"{"id_tag":"A","maximum_transactions":1e30}"#,
      "maximum_transactions: must be a whole number from 0 to 1000000"
    ),
  ]

  @Test("A bad body is refused by the field that is wrong", arguments: bad)
  func badBody(body: String, error: String) throws {
    let server = try LocalServer()

    let reply = server.http.post("/tokens", body)

    #expect(reply.status == 400)
    #expect(reply.errors == [error])
    #expect(server.tokens.count == 0)
  }

  @Test(
    "A body that not everybody would read alike is refused",
    arguments: [
      ("/tokens", #"{"id_tag":"A","id_tag":"B"}"#), ("/tokens", #"{"id_tag":"A",}"#),
      ("/tokens", "\u{FEFF}" + #"{"id_tag":"A"}"#),
      ("/charge-points", #"{"charge_point_id":"A","charge_point_id":"B"}"#),
      ("/charge-points", #"{"charge_point_id":"A",}"#),
      ("/charge-points", "\u{FEFF}" + #"{"charge_point_id":"A"}"#),
    ])
  func ambiguous(path: String, body: String) throws {
    let server = try LocalServer()

    let reply = server.http.post(path, body)

    #expect(reply.status == 400, "\(reply.text)")
    #expect(server.tokens.count == 0)
    #expect(server.http.get("/charge-points").list("charge_points").isEmpty)
  }

  @Test("Pages follow each other by cursor, whatever is in a tag")
  func pages() throws {
    let server = try LocalServer()
    for tag in ["b&c", "A/1", "c 3", "ä+"] {
      _ = server.http.post("/tokens", "{\"id_tag\":\"\(tag)\"}")
    }
    var seen: [String] = []
    var query = "?limit=1"
    while let page = Optional(server.http.get("/tokens\(query)")), page.status == 200 {
      seen += page.list("tokens").compactMap { $0["id_tag"] as? String }
      guard let cursor = page.string("next_cursor") else { break }
      query =
        "?limit=1&cursor="
        + Array(cursor.utf8).map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        .joined()
    }

    #expect(seen == ["A/1", "b&c", "c 3", "ä+"])
    #expect(server.http.delete("/tokens/A%2F1").status == 204)
  }
}
