import CSMSCore
import OCPP16
import OCPPJSON
import OCPPRPC
import Testing

@Suite("A session's calls to its station")
struct Session16CallTests {
  private func outcome(_ reaction: Reaction) throws -> (ticket: UInt64, outcome: CallOutcome) {
    guard case .finish(let ticket, let outcome) = reaction else {
      throw Unexpected(reaction: "\(reaction)")
    }
    return (ticket, outcome)
  }

  @Test("Ids are made of the connection's prefix and a number that grows")
  func ids() {
    var bench = SessionBench()

    #expect(bench.session.makeMessageID().description == "00000000000000ab-00000001")
    #expect(bench.session.makeMessageID().description == "00000000000000ab-00000002")
  }

  @Test("A valid result reaches whoever holds the ticket, byte for byte")
  func result() throws {
    var bench = SessionBench()
    let (id, enqueued) = bench.call(.reset, ticket: 5)

    let (_, reaction, written) = bench.receive(
      "[3,\"\(id)\", {\"status\" : \"Accepted\"} ]")

    #expect(enqueued == .send)
    #expect(written == "")
    let end = try outcome(reaction)
    #expect(end.ticket == 5)
    #expect(end.outcome == .result(Array(#"{"status" : "Accepted"}"#.utf8)))
    #expect(bench.session.callCount == 0)
  }

  static let invalid: [(String, String, String)] = [
    (
      #"{"status":"Perhaps"}]"#, #"{"status":"Perhaps"}"#,
      "value not in the list of allowed values at $.status"
    ),
    ("{}]", "{}", "missing member status at $"),
    ("[]]", "[]", "value of the wrong type at $"),
    ("null]", "null", "value of the wrong type at $"),
    (
      #"{"status":"Accepted","more":1}]"#, #"{"status":"Accepted","more":1}"#,
      "unknown member at $.more"
    ),
    (#"{"status":"Accepted"}"#, #"{"status":"Accepted"}"#, "the text ends too early at $[2]"),
    (#"{"status":"#, #"{"status":"#, "the text ends too early at $[2].status"),
    (#"{"status":"Accepted"},1]"#, #"{"status":"Accepted"},1]"#, "not an OCPP-J frame at $[2]"),
  ]

  @Test("An invalid result ends the call with what is wrong and where", arguments: invalid)
  func invalidResult(rest: String, payload: String, why: String) throws {
    var bench = SessionBench()
    let (id, _) = bench.call(.reset, ticket: 5)

    let end = try outcome(bench.receive("[3,\"\(id)\",\(rest)").reaction)

    #expect(end.ticket == 5)
    guard case .invalidResult(let bytes, let report) = end.outcome else {
      throw Unexpected(reaction: "\(end.outcome)")
    }
    #expect(String(decoding: bytes, as: UTF8.self) == payload)
    #expect(report.description == why)
    #expect(bench.session.callCount == 0)
  }

  @Test("An error ends the call with the station's own words")
  func error() throws {
    var bench = SessionBench()
    let (id, _) = bench.call(.reset, ticket: 5)

    let end = try outcome(
      bench.receive("[4,\"\(id)\",\"Odd\",\"because\",{\"a\":1}]").reaction)

    #expect(
      end.outcome
        == .error(
          CallError(
            code: "Odd", description: "because", details: RawJSON(bytes: Array(#"{"a":1}"#.utf8)))))
  }

  @Test("The next call goes once the one before is over; a late answer changes nothing")
  func line() throws {
    var bench = SessionBench()
    let (first, one) = bench.call(.reset, ticket: 1)
    let (second, two) = bench.call(.clearCache, ticket: 2)
    #expect((one, two) == (.send, .wait))
    #expect(bench.session.nextCall() == nil)

    // An answer to the waiting call is nobody's.
    guard case .ignore(.unexpectedAnswer) = bench.receive("[3,\"\(second)\",{}]").reaction else {
      Issue.record("The call in line was taken for the outstanding one.")
      return
    }
    _ = try outcome(bench.receive("[3,\"\(first)\",{\"status\":\"Accepted\"}]").reaction)
    #expect(bench.session.nextCall()?.caller == 2)
    guard case .ignore(.unexpectedAnswer) = bench.receive("[3,\"\(first)\",{}]").reaction else {
      Issue.record("An answer counted twice.")
      return
    }
    #expect(
      try outcome(bench.receive("[3,\"\(second)\",{\"status\":\"Accepted\"}]").reaction).ticket
        == 2)
  }

  @Test("A line of the policy's length takes no more")
  func refused() {
    var bench = SessionBench(SessionPolicy(callLineLimit: 1))

    #expect(
      (1...3).map { bench.call(.reset, ticket: $0).enqueued } == [.send, .wait, .refuse])
    #expect(bench.session.callCount == 2)
  }

  @Test("A call that nobody answers ends at its deadline")
  func timedOut() {
    var bench = SessionBench()
    let (id, _) = bench.call(.reset, ticket: 1, seconds: 10)
    _ = bench.call(.clearCache, ticket: 2, seconds: 20)
    let due = DateTime(milliseconds: bench.now.milliseconds + 10_000)

    #expect(bench.session.nextDeadline == due)
    #expect(
      bench.session.expireCalls(now: DateTime(milliseconds: due.milliseconds - 1)).isEmpty)
    #expect(bench.session.expireCalls(now: due).map(\.caller) == [1])
    guard case .ignore(.unexpectedAnswer) = bench.receive("[3,\"\(id)\",{}]").reaction else {
      Issue.record("A late answer was taken.")
      return
    }
    #expect(bench.session.nextCall()?.caller == 2)
  }

  @Test("When the connection goes, every call is given back in order")
  func cancelled() {
    var bench = SessionBench()
    for ticket: UInt64 in 1...3 { _ = bench.call(.reset, ticket: ticket) }

    #expect(bench.session.cancelCalls().map(\.caller) == [1, 2, 3])
    #expect(bench.session.callCount == 0)
    #expect(bench.session.nextDeadline == nil)
  }

  @Test("A station's own call is answered while one of ours is outstanding")
  func bothDirections() {
    var bench = SessionBench()
    let (id, _) = bench.call(.reset, ticket: 1)

    // Even under the same id: the two directions have nothing to do with each other.
    #expect(
      bench.receive("[2,\"\(id)\",\"Heartbeat\",{}]").written
        == "[3,\"\(id)\",{\"currentTime\":\"2026-01-02T03:04:05.678Z\"}]")
    #expect(bench.session.callCount == 1)
  }
}
