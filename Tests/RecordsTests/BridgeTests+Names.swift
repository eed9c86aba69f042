import API
import Foundation
import Network
import OCPPJSON
import Store
import TestKit
import Testing

/// What bridges call their sessions, and who may begin any.
extension BridgeTests {
  func bridged(_ chargers: [String]) throws -> LocalServer {
    let server = try LocalServer()
    for charger in chargers {
      let made = server.http.post("/db/chargers/", #"{"id":"\#(charger)"}"#)
      #expect(made.status == 201, "\(made.text)")
    }
    return server
  }

  @Test("Two chargers count for themselves: five sessions of each are billed, each once")
  func countersOfTheirOwn() throws {
    let server = try bridged(["B1", "B2"])
    var ids: [Int] = []
    for number in 1...5 {
      for charger in ["B1", "B2"] {
        let began = server.http.post(
          "/db/ocpp/session/start",
          #"{"charger_id":"\#(charger)","connector_id":1,"id_tag":"T","transaction_id":\#(number),"meter_start":\#(number * 1000),"timestamp":"2026-01-02T0\#(number):00:00Z"}"#
        )
        ids.append(try #require(began.int("transaction_id"), "\(began.text)"))
      }
      for charger in ["B1", "B2"] {
        let ended = server.http.post(
          "/db/ocpp/session/end",
          #"{"charger_id":"\#(charger)","transaction_id":\#(number),"meter_value":\#(number * 1100),"timestamp":"2026-01-02T0\#(number):30:00Z"}"#
        )
        #expect(ended.status == 200, "\(charger) \(number): \(ended.text)")
      }
    }

    #expect(Set(ids).count == 10)
    for (index, id) in ids.enumerated() {
      #expect(
        server.http.get("/transactions/\(id)").int("energy_wh") == (index / 2 + 1) * 100, "\(id)")
    }
  }

  @Test("Our id ends a session that has no name of its bridge's, and no other")
  func ourID() throws {
    let server = try bridged(["B1"])
    func begin(_ name: String, _ hour: Int) -> Int? {
      server.http.post(
        "/db/ocpp/session/start",
        #"{"charger_id":"B1","connector_id":\#(hour),"id_tag":"T"\#(name),"timestamp":"2026-01-02T0\#(hour):00:00Z"}"#
      ).int("transaction_id")
    }
    func end(_ number: Int) -> HTTPClient.Reply {
      server.http.post(
        "/db/ocpp/session/end",
        #"{"charger_id":"B1","transaction_id":\#(number),"meter_value":5,"timestamp":"2026-01-02T09:00:00Z"}"#
      )
    }
    let named = try #require(begin(#","transaction_id":70"#, 1))
    let unnamed = try #require(begin("", 2))

    #expect(end(named).status == 404)
    #expect(end(unnamed).int("transaction_id") == unnamed)
    #expect(end(70).int("transaction_id") == named)
  }

  @Test("The same start, sent twenty times at once, begins one session")
  func onceAtOnce() throws {
    let server = try bridged(["B1"])
    let replies = Inbox<HTTPClient.Reply>()
    let http = server.http
    for index in 10..<30 {
      Thread.detachNewThread {
        // What a bridge that tries again does: it is later by then.
        replies.post(
          http.post(
            "/db/ocpp/session/start",
            #"{"charger_id":"B1","connector_id":1,"id_tag":"T","transaction_id":9,"timestamp":"2026-01-02T03:04:\#(index)Z"}"#
          ))
      }
    }
    var ids: Set<Int> = []
    for _ in 10..<30 {
      let reply = try #require(replies.take())
      #expect(reply.status == 200, "\(reply.text)")
      ids.insert(reply.int("transaction_id") ?? -1)
    }

    #expect(ids.count == 1)
    #expect(server.http.get("/transactions").list("transactions").count == 1)
    #expect(server.http.get("/db/charge-sessions").list("charge_sessions").count == 1)
  }

  @Test("A start that is repeated hears what its card was told the first time")
  func repeatedVerdict() throws {
    let server = try bridged(["B1"])
    #expect(server.http.post("/tokens", #"{"id_tag":"BAD","status":"Blocked"}"#).status == 201)
    let begin =
      #"{"charger_id":"B1","connector_id":1,"id_tag":"BAD","transaction_id":5,"meter_start":0}"#
    let first = server.http.post("/db/ocpp/session/start", begin)
    #expect(first.string("status") == "Blocked", "\(first.text)")
    server.clock.advance(milliseconds: 1000)
    _ = server.http.delete("/tokens/BAD")
    let again = server.http.post("/db/ocpp/session/start", begin)

    #expect(again.string("status") == "Blocked", "\(again.text)")
    #expect(again.int("transaction_id") == first.int("transaction_id"))
  }

  @Test("A session keeps its name: the same start under another one is refused")
  func otherName() throws {
    let server = try bridged(["B1"])
    func begin(_ number: Int) -> HTTPClient.Reply {
      server.http.post(
        "/db/ocpp/session/start",
        #"{"charger_id":"B1","connector_id":1,"id_tag":"T","transaction_id":\#(number),"timestamp":"2026-01-02T03:00:00Z"}"#
      )
    }
    let first = begin(1)
    #expect(begin(2).status == 409)
    #expect(begin(1).int("transaction_id") == first.int("transaction_id"))
    #expect(server.http.get("/transactions").list("transactions").count == 1)
  }

  @Test("A charger that is switched off begins nothing, whoever says so; what runs may end")
  func switchedOff() throws {
    var options = LocalServer.Options()
    options.api.webhook = WebhookOptions(isUnsigned: true)
    let server = try LocalServer(options)
    _ = server.http.post("/db/chargers/", #"{"id":"B1"}"#)
    let begin = #"{"charger_id":"B1","connector_id":1,"id_tag":"T","transaction_id":1}"#
    #expect(server.http.post("/db/ocpp/session/start", begin).status == 200)
    #expect(server.http.patch("/db/chargers/B1", #"{"enabled":false}"#).status == 200)

    let other = begin.replacing(":1}", with: ":2}")
    let refused = server.http.post("/db/ocpp/session/start", other)
    #expect(refused.status == 409)
    #expect(refused.string("detail") == "Charger B1 is switched off.", "\(refused.text)")
    #expect(
      server.http.post(
        "/api/ocpp/webhook", #"{"type":"session_started","station_id":"B1","data":{}}"#
      ).status == 409)
    #expect(
      server.http.post(
        "/db/charge-sessions", #"{"charger_id":"B1","connector_id":1,"id_tag":"T"}"#
      ).status == 409)
    #expect(
      server.http.post(
        "/db/ocpp/session/end", #"{"charger_id":"B1","transaction_id":1,"meter_value":7}"#
      ).status == 200)
    #expect(server.http.get("/transactions").list("transactions").count == 1)
  }
}
