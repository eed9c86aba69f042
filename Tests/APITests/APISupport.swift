import CSMSCore
import Foundation
import OCPPJSON
import Store
import TestKit
import Testing

extension HTTPClient.Reply {
  func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
  func string(_ name: String) -> String? { json[name] as? String }
  func int(_ name: String) -> Int? { json[name] as? Int }
  func bool(_ name: String) -> Bool? { json[name] as? Bool }

  /// `field: message` of every entry of a problem's `errors`.
  var errors: [String] {
    list("errors").map { "\($0["field"] ?? ""): \($0["message"] ?? "")" }
  }
}

extension HTTPClient {
  func post(_ path: String, _ body: String) -> Reply { request("POST", path, body: body) }
  func patch(_ path: String, _ body: String) -> Reply { request("PATCH", path, body: body) }
  func delete(_ path: String) -> Reply { request("DELETE", path) }
}

/// A problem document must have this status and say all of this.
func expectProblem(
  _ reply: HTTPClient.Reply, _ status: Int, _ detail: String, at path: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(reply.status == status, sourceLocation: sourceLocation)
  #expect(
    reply.headers["content-type"] == "application/problem+json", sourceLocation: sourceLocation)
  #expect(reply.string("type") == "about:blank", sourceLocation: sourceLocation)
  #expect(reply.int("status") == status, sourceLocation: sourceLocation)
  #expect(reply.string("title")?.isEmpty == false, sourceLocation: sourceLocation)
  #expect(reply.string("title") != "Error", sourceLocation: sourceLocation)
  #expect(reply.string("detail") == detail, sourceLocation: sourceLocation)
  #expect(reply.string("instance") == path, sourceLocation: sourceLocation)
}

extension LocalServer {
  /// Puts transactions on record: the n-th starts n minutes after the clock's start.
  func recordTransactions(_ numbers: ClosedRange<Int>, of station: Text, stopped: Bool = false) {
    var batch: [FactEntry] = []
    func add(_ fact: Fact) {
      batch.append(
        FactEntry(
          station: station, receivedAt: clock.now, ticket: UInt64(batch.count), fact: fact))
    }
    for number in numbers {
      let time = DateTime(milliseconds: TestClock.start.milliseconds + Int64(number) * 60_000)
      add(
        .transactionStarted(
          TransactionStart(
            connector: 1, idTag: number.isMultiple(of: 2) ? "EVEN" : "ODD", meterStart: 100,
            timestamp: time, authorization: "Accepted")))
    }
    store.record(batch) { _ in }
    store.flush()
  }
}
