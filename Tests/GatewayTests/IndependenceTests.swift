import CSMSCore
import Gateway
import Network
import OCPP16
import OCPPJSON
import OCPPRPC
import Store
import TestKit
import Testing

/// Stations of one loop, and so of one thread: what one of them does not do costs the others nothing.
/// The tests see order, not times; the times are in docs/benchmarks.md.
@Suite("A station that answers nothing")
struct IndependenceTests {
  private typealias Answer = Result<[UInt8], CallFailure>
  private static let silentCount = 20

  private func call(_ server: LocalServer, _ station: String) -> Inbox<Answer> {
    let answer = Inbox<Answer>()
    server.gateway.call(
      Text(station), action: Action.clearCache.rawValue, payload: Array("{}".utf8), timeout: 600
    ) { answer.post($0) }
    return answer
  }

  private func start(_ number: Int) -> String {
    "[2,\"s\(number)\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"TAG\","
      + "\"meterStart\":\(number),\"timestamp\":\"2026-06-01T12:00:00Z\"}]"
  }

  @Test("Calls to others are answered one after the other while all of its own wait")
  func callsToOthers() throws {
    let server = try LocalServer()
    let silent = try (0..<Self.silentCount).map { try server.connect("SILENT\($0)") }
    let waiting = (0..<Self.silentCount).flatMap { number in
      (0..<3).map { _ in call(server, "SILENT\(number)") }
    }
    for station in silent { #expect(station.receive()?.contains("ClearCache") == true) }
    let lively = try server.connect("LIVELY")

    for _ in 0..<100 {
      let answer = call(server, "LIVELY")
      let frame = try #require(lively.receive())
      lively.send("[3,\"\(frame.split(separator: "\"")[1])\",{\"status\":\"Accepted\"}]")
      #expect(answer.take() == .success(Array(#"{"status":"Accepted"}"#.utf8)))
    }

    // Each of the silent ones has been told one thing, and all its calls are as they were.
    #expect(waiting.allSatisfy { $0.count == 0 })
    #expect(silent.allSatisfy { !$0.hasHeard })
    let lines = server.connections().filter { $0.station != "LIVELY" }.map(\.queuedCalls)
    #expect(lines == Array(repeating: 3, count: Self.silentCount))
  }

  @Test("Transactions of others begin durably while it does not even read its own answers")
  func factsOfOthers() throws {
    var options = LocalServer.Options()
    options.tokens = ["TAG"]
    let server = try LocalServer(options)
    let silent = try (0..<Self.silentCount).map { try server.connect("SILENT\($0)") }
    for station in silent {
      station.fallSilent()
      station.send((0..<200).map { start($0) })
    }
    let lively = try server.connect("LIVELY")

    for number in 0..<50 {
      let answer = try #require(lively.ask(start(number)))
      #expect(answer.hasPrefix("[3,\"s\(number)\",") && answer.contains("transactionId"))
    }

    #expect(silent.allSatisfy { !$0.hasHeard })
    let rows = try server.store.read { reader throws(StoreError) in
      try reader.transactions(TransactionFilter(station: "LIVELY"), limit: 1_000).rows
    }
    #expect(rows.count == 50)
  }

  @Test("What it was asked times out by itself; a call to another in the meantime does not")
  func timeouts() throws {
    let server = try LocalServer()
    let silent = try server.connect("SILENT")
    let lively = try server.connect("LIVELY")
    let lost = Inbox<Answer>()
    server.gateway.call(
      "SILENT", action: Action.clearCache.rawValue, payload: Array("{}".utf8), timeout: 5
    ) { lost.post($0) }
    _ = silent.receive()
    let other = call(server, "LIVELY")
    let frame = try #require(lively.receive())

    server.clock.advance(milliseconds: 5_000)

    #expect(lost.take() == .failure(.timedOut))
    #expect(other.count == 0)
    lively.send("[3,\"\(frame.split(separator: "\"")[1])\",{\"status\":\"Accepted\"}]")
    #expect(other.take() == .success(Array(#"{"status":"Accepted"}"#.utf8)))
  }
}
