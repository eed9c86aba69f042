import Gateway
import TestKit
import Testing

@Suite("Connected stations")
struct ConnectedTests {
  @Test("They are counted and listed page by page")
  func list() throws {
    let server = try LocalServer()
    let stations = try ["C", "A", "B"].map { try server.connect($0) }
    _ = TestKit.eventually { server.gateway.connectionCount == stations.count }

    let first = server.get("/charge_points?limit=2")
    #expect(first.int("count") == 3)
    #expect(first.list("charge_points").map { $0["id"] as? String } == ["A", "B"])
    #expect(first.list("charge_points").first?["ocpp_version"] as? String == "1.6")
    #expect(first.string("next_cursor") == "B")
    let second = server.get("/charge_points/?cursor=B")
    #expect(second.list("charge_points").map { $0["id"] as? String } == ["C"])
    #expect(second.string("next_cursor") == nil)
    #expect(server.get("/charge_points?limit=0").status == 400)
  }
}
