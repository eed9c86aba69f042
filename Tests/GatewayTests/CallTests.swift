import CSMSCore
import Gateway
import OCPP16
import OCPPJSON
import OCPPRPC
import TestKit
import Testing

@Suite("Calls to stations")
struct CallTests {
  private typealias Answer = Result<[UInt8], CallFailure>

  private func call(
    _ server: LocalServer, _ station: Text = "CP1", _ action: Action = .reset,
    _ payload: String = #"{"type":"Soft"}"#, timeout: Int? = nil
  ) -> Inbox<Answer> {
    let answer = Inbox<Answer>()
    server.gateway.call(
      station, action: action.rawValue, payload: Array(payload.utf8), timeout: timeout
    ) { answer.post($0) }
    return answer
  }

  /// The id of a call as the station heard it.
  private func id(_ frame: String?) throws -> String {
    String(try #require(frame).split(separator: "\"")[1])
  }

  @Test("A call goes out as it was written, and its answer comes back as it was written")
  func answered() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")

    let answer = call(server)
    let frame = try #require(station.receive())
    let id = try id(frame)
    #expect(frame == "[2,\"\(id)\",\"Reset\",{\"type\":\"Soft\"}]")
    station.send("[3,\"\(id)\",{\"status\": \"Accepted\"}]")

    #expect(answer.take() == .success(Array(#"{"status": "Accepted"}"#.utf8)))
    let statistics = server.statistics()
    #expect(statistics.callsOut[Int(Action.reset.rawValue)] == 1)
    #expect(statistics.callsFailed == 0)
  }

  @Test("Nobody can call a station that is not connected")
  func notConnected() throws {
    let server = try LocalServer()

    #expect(call(server).take() == .failure(.notConnected))
  }

  @Test("One call is outstanding, the line holds as many as the policy says, the next is refused")
  func tooMany() throws {
    var options = LocalServer.Options()
    options.gateway.policy.callLineLimit = 1
    let server = try LocalServer(options)
    let station = try server.connect("CP1")

    let first = call(server)
    let second = call(server, "CP1", .clearCache, "{}")
    let third = call(server)

    #expect(third.take() == .failure(.tooManyCalls))
    #expect(server.connections().first?.queuedCalls == 2)
    let id1 = try id(station.receive())
    // The second one is sent only once the first one is answered.
    station.send("[3,\"\(id1)\",{\"status\":\"Accepted\"}]")
    let next = try #require(station.receive())
    #expect(next.contains("\"ClearCache\""))
    station.send("[3,\"\(try id(next))\",{\"status\":\"Accepted\"}]")
    #expect(first.take() == .success(Array(#"{"status":"Accepted"}"#.utf8)))
    #expect(second.take() == .success(Array(#"{"status":"Accepted"}"#.utf8)))
  }

  @Test("A call that is not answered in time fails, and so does one that waited behind it")
  func timedOut() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let first = call(server, timeout: 5)
    let second = call(server, timeout: 5)
    let third = call(server, timeout: 60)
    let id1 = try id(station.receive())
    #expect(server.connections().first?.queuedCalls == 3)

    server.clock.advance(milliseconds: 5_000)

    #expect(first.take() == .failure(.timedOut))
    #expect(second.take() == .failure(.timedOut))
    // The second was never sent; the third is next. A late answer disturbs nothing.
    let id3 = try id(station.receive())
    station.send("[3,\"\(id1)\",{\"status\":\"Rejected\"}]")
    station.send("[3,\"\(id3)\",{\"status\":\"Accepted\"}]")
    #expect(third.take() == .success(Array(#"{"status":"Accepted"}"#.utf8)))
    let statistics = server.statistics()
    #expect(statistics.callsFailed == 2)
    #expect(statistics.callsOut[Int(Action.reset.rawValue)] == 2)
    #expect(statistics.ignored[Int(IgnoredFrame.unexpectedAnswer.rawValue)] == 1)
  }

  @Test("The configured time-out counts when the caller names none")
  func defaultTimeout() throws {
    var options = LocalServer.Options()
    options.gateway.callTimeout = 7
    let server = try LocalServer(options)
    let station = try server.connect("CP1")
    let answer = call(server)
    _ = station.receive()

    server.clock.advance(milliseconds: 7_000)

    #expect(answer.take() == .failure(.timedOut))
  }

  @Test("An error and an invalid answer come back as such")
  func badAnswers() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")

    let first = call(server)
    station.send("[4,\"\(try id(station.receive()))\",\"Odd\",\"why\",{}]")
    let second = call(server)
    station.send("[3,\"\(try id(station.receive()))\",{\"status\":\"Perhaps\"}]")

    #expect(
      first.take()
        == .failure(
          .callError(
            CallError(code: "Odd", description: "why", details: RawJSON(bytes: Array("{}".utf8))))))
    #expect(
      second.take()
        == .failure(
          .invalidAnswer(
            Array(#"{"status":"Perhaps"}"#.utf8),
            "value not in the list of allowed values at $.status")))
    #expect(server.statistics().callsFailed == 2)
  }

  @Test("When a station leaves, whoever waits for it is told")
  func disconnected() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let waiting = [call(server), call(server), call(server)]
    _ = station.receive()

    station.cut()

    for answer in waiting { #expect(answer.take() == .failure(.disconnected)) }
    #expect(server.statistics().callsFailed == 3)
  }

  @Test("Whatever the wall clock is set to, a call has the time it was given")
  func clockIsSet() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let first = call(server, timeout: 5)
    let second = call(server, timeout: 60)
    _ = station.receive()

    server.clock.set(by: -600_000)
    server.clock.advance(milliseconds: 5_000)
    #expect(first.take() == .failure(.timedOut))

    let id2 = try id(station.receive())
    server.clock.set(by: 3_600_000)
    #expect(second.take(within: 2.5) == nil)
    station.send("[3,\"\(id2)\",{\"status\":\"Accepted\"}]")
    #expect(second.take() == .success(Array(#"{"status":"Accepted"}"#.utf8)))
  }

  @Test(
    "Calls on a socket that is closed from this side are over at once, though its peer is dead",
    arguments: ["replaced", "disconnected"])
  func deadPeer(how: String) throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let waiting = [call(server), call(server)]
    _ = station.receive()
    station.fallSilent()

    let newer = how == "replaced" ? try server.connect("CP1") : nil
    if newer == nil { #expect(server.gateway.disconnect("CP1", reason: "test")) }

    // Less than what a peer has for its half of the closing.
    for answer in waiting { #expect(answer.take(within: 3) == .failure(.disconnected)) }
    #expect(server.statistics().callsFailed == 2)
  }

  @Test("Whoever wants to know hears of a call that leaves, and not of one that never did")
  func whenSent() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let sent = Inbox<Int>()
    let answers = Inbox<Int>()
    for (number, timeout) in [(1, 3), (2, 1)] {
      server.gateway.call(
        "CP1", action: Action.clearCache.rawValue, payload: Array("{}".utf8), timeout: timeout,
        whenSent: { sent.post(number) }
      ) { _ in answers.post(number) }
    }
    _ = station.receive()

    #expect(server.connections().first?.queuedCalls == 2)

    // The second is over while the first still waits for its answer.
    server.clock.advance(milliseconds: 1_000)
    #expect(answers.take() == 2)
    server.clock.advance(milliseconds: 2_000)
    #expect(answers.take() == 1)
    #expect(sent.take() == 1)
    #expect(sent.count == 0)
  }

  @Test("Stations' lines have nothing to do with each other")
  func independent() throws {
    var options = LocalServer.Options()
    options.loops = 2
    let server = try LocalServer(options)
    let stations = try (1...6).map { try server.connect("CP\($0)") }
    let answers = (1...6).map { call(server, Text("CP\($0)")) }

    for (index, station) in stations.enumerated().reversed() {
      let status = index.isMultiple(of: 2) ? "Accepted" : "Rejected"
      station.send("[3,\"\(try id(station.receive()))\",{\"status\":\"\(status)\"}]")
      #expect(answers[index].take() == .success(Array("{\"status\":\"\(status)\"}".utf8)))
    }
  }
}

@Suite("Traffic in numbers")
struct TrafficTests {
  @Test("The numbers of all loops add up to what was said")
  func addUp() throws {
    var options = LocalServer.Options()
    options.loops = 2
    let server = try LocalServer(options)
    let stations = try (1...5).map { try server.connect("CP\($0)") }
    for station in stations {
      _ = station.ask(#"[2,"1","Heartbeat",{}]"#)
      _ = station.ask(#"[2,"2","Authorize",{}]"#)
      _ = station.ask(#"[2,"3","Nonsense",{}]"#)
      station.send(#"[3,"4",{}]"#)
      _ = station.ask(notice(5))
    }

    let statistics = server.statistics()

    #expect(statistics.admitted == 5)
    #expect(statistics.callsIn[Int(Action.heartbeat.rawValue)] == 5)
    #expect(statistics.callsIn[Int(Action.authorize.rawValue)] == 5)
    #expect(statistics.callsIn.reduce(0, +) == 15)
    #expect(
      statistics.errorsOut[Int(RPCErrorCode.occurrenceConstraintViolation.rawValue)] == 5)
    #expect(statistics.errorsOut[Int(RPCErrorCode.notImplemented.rawValue)] == 5)
    #expect(statistics.ignored[Int(IgnoredFrame.unexpectedAnswer.rawValue)] == 5)
    // Heartbeats and notices; refusals are not timed.
    #expect(statistics.answerTimes.count == 10)
    #expect(statistics.answerTimes.maximum > 0)
  }

  @Test("Statistics add member by member")
  func add() {
    var one = TrafficStatistics()
    one.callsIn[1] = 1
    one.callsOut[2] = 2
    one.errorsOut[3] = 3
    one.ignored[0] = 4
    one.callsFailed = 5
    one.factsFailed = 6
    one.admitted = 7
    one.replaced = 8
    one.refused = 9
    one.silenced = 10
    one.answerTimes.record(nanoseconds: 1_000)

    var sum = one
    sum.add(one)

    #expect(sum.callsIn[1] == 2)
    #expect(sum.callsOut[2] == 4)
    #expect(sum.errorsOut[3] == 6)
    #expect(sum.ignored[0] == 8)
    #expect(
      [sum.callsFailed, sum.factsFailed, sum.admitted, sum.replaced, sum.refused, sum.silenced]
        == [10, 12, 14, 16, 18, 20])
    #expect(sum.answerTimes.count == 2)
    #expect(sum.answerTimes.total == 2_000)
  }
}
