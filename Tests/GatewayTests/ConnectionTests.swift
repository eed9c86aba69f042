import CSMSCore
import Gateway
import Network
import OCPPJSON
import OCPPRPC
import Store
import TestKit
import Testing

@Suite("Connections")
struct ConnectionTests {
  private let heartbeat = #"[2,"1","Heartbeat",{}]"#

  @Test("A connection is shown with its counts, and is gone once its socket is")
  func shown() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    server.clock.advance(milliseconds: 5_000)
    _ = station.ask(heartbeat)

    let info = try #require(server.connections().first)
    #expect(info.station == "CP1")
    #expect(info.version == .v16)
    #expect(info.node == "local")
    #expect(info.remoteAddress.hasPrefix("127.0.0.1:"))
    #expect(info.since == TestClock.start)
    #expect(info.lastMessageAt?.milliseconds == TestClock.start.milliseconds + 5_000)
    #expect(info.messagesIn == 1)
    #expect(info.messagesOut == 1)
    #expect(info.queuedCalls == 0)
    #expect(info.heldAnswers == 0)
    #expect(server.gateway.isConnected("CP1"))
    let single = Inbox<ConnectionInfo?>()
    server.gateway.connection(of: "CP1") { single.post($0) }
    #expect(single.take() == info)

    station.close()
    #expect(station.closing()?.code == 1000)
    #expect(TestKit.eventually { !server.gateway.isConnected("CP1") })
    #expect(server.connections().isEmpty)
    server.gateway.connection(of: "CP1") { single.post($0) }
    #expect(single.take() == .some(nil))
  }

  @Test("Connections are listed by station, over all loops")
  func sorted() throws {
    var options = LocalServer.Options()
    options.loops = 2
    let server = try LocalServer(options)
    let stations = try ["CP3", "CP1", "CP2", "cp0"].map { try server.connect($0) }

    #expect(server.connections().map(\.station) == ["CP1", "CP2", "CP3", "cp0"])
    #expect(server.gateway.connectionCount == 4)
    withExtendedLifetime(stations) {}
  }

  @Test(
    "A newer socket of a station takes over; the older one is told and closed", arguments: [1, 2])
  func replaced(loops: Int) throws {
    var options = LocalServer.Options()
    options.loops = loops
    let server = try LocalServer(options)
    for round in 1...4 {
      let older = try server.connect("CP1")
      #expect(older.ask(heartbeat) != nil)

      let newer = try server.connect("CP1")

      let closing = try #require(older.closing())
      #expect(closing.code == 1000)
      #expect(closing.reason == "Replaced by a newer connection.")
      #expect(newer.ask(notice("n")) == #"[3,"n",{}]"#)
      #expect(TestKit.eventually { server.connections().count == 1 })
      // The older one's end has not freed the newer one's seat.
      #expect(server.gateway.isConnected("CP1"))
      #expect(server.gateway.connectionCount == 1)
      newer.close()
      _ = newer.closing()
      #expect(TestKit.eventually { server.connections().isEmpty }, "round \(round)")
    }
    #expect(server.statistics().replaced == 4)
    #expect(server.statistics().admitted == 8)
  }

  @Test(
    "What an older socket still brings after a newer one took over counts for nothing",
    arguments: [1, 2])
  func staleFrames(loops: Int) throws {
    func status(_ id: String, _ word: String) -> String {
      #"[2,"\#(id)","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"\#(word)"}]"#
    }
    var options = LocalServer.Options()
    options.loops = loops
    let server = try LocalServer(options)
    let older = try server.connect("CP1")
    #expect(older.ask(status("a", "Preparing")) == #"[3,"a",{}]"#)
    // It does not hear that it is closed, and goes on talking.
    older.fallSilent()

    let newer = try server.connect("CP1")
    for number in 1...20 { older.send(status("b\(number)", "Faulted")) }
    #expect(newer.ask(status("c", "Charging")) == #"[3,"c",{}]"#)
    for number in 1...20 {
      older.send(status("d\(number)", "Faulted"))
      #expect(newer.ask(heartbeat) != nil)
    }

    let rows = try server.store.read { (reader) throws(StoreError) in
      try reader.connectors(of: "CP1")
    }
    #expect(rows.map { $0.status.status } == ["Charging"])
    #expect(server.statistics().factsFailed == 0)
    older.cut()
  }

  @Test("An operator's disconnect tells the station why; nobody is there afterwards")
  func disconnect() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")

    #expect(server.gateway.disconnect("CP1", reason: "Because."))

    let closing = try #require(station.closing())
    #expect(closing.code == 1000)
    #expect(closing.reason == "Because.")
    #expect(TestKit.eventually { !server.gateway.isConnected("CP1") })
    #expect(!server.gateway.disconnect("CP1", reason: ""))
  }

  @Test("A quiet station is pinged, and its pong keeps it connected")
  func ping() throws {
    var options = LocalServer.Options()
    options.gateway.pingInterval = 1
    options.gateway.silenceLimit = 3
    let server = try LocalServer(options)
    let station = try server.connect("CP1")

    #expect(TestKit.eventually { server.connections().first?.pingRoundTrip != nil })
    #expect(server.statistics().silenced == 0)
    withExtendedLifetime(station) {}
  }

  @Test("A station that does not even answer pings is cut")
  func silence() throws {
    var options = LocalServer.Options()
    options.gateway.pingInterval = 1
    options.gateway.silenceLimit = 2
    let server = try LocalServer(options)
    let silent = try server.connect("SILENT")
    let healthy = try server.connect("HEALTHY")
    silent.fallSilent()

    #expect(TestKit.eventually { server.statistics().silenced == 1 })

    #expect(TestKit.eventually { server.connections().map(\.station) == ["HEALTHY"] })
    #expect(healthy.ask(heartbeat) != nil)
  }

  @Test("Binary messages close the socket with 1003, others go on")
  func binary() throws {
    let server = try LocalServer()
    let bad = try server.connect("BAD")
    let good = try server.connect("GOOD")

    bad.send(binary: [1, 2, 3])

    #expect(bad.closing()?.code == 1003)
    #expect(good.ask(heartbeat) != nil)
  }

  @Test("A message beyond the limit closes the socket with 1009, one at the limit does not")
  func tooLong() throws {
    var options = LocalServer.Options()
    options.limits.maxMessageBytes = 2_000
    let server = try LocalServer(options)
    let station = try server.connect("CP1")
    let padding = String(repeating: " ", count: 2_000 - heartbeat.utf8.count)

    #expect(station.ask(heartbeat + padding) != nil)
    station.send(heartbeat + padding + " ")

    #expect(station.closing()?.code == 1009)
  }
}

@Suite("Answers wait for the ledger")
struct HeldAnswerTests {
  private func server(_ ledger: HandLedger, limit: Int = 64) throws -> LocalServer {
    var options = LocalServer.Options()
    options.ledger = ledger
    options.gateway.heldAnswerLimit = limit
    return try LocalServer(options)
  }

  @Test("No answer leaves before its fact is kept; what needs no fact is answered meanwhile")
  func waits() throws {
    let ledger = HandLedger()
    let server = try server(ledger)
    let station = try server.connect("CP1")
    station.send(notice("held"))
    let batch = try #require(ledger.take(1).first)

    #expect(station.ask(#"[2,"h","Heartbeat",{}]"#)?.hasPrefix(#"[3,"h","#) == true)
    #expect(server.connections().first?.heldAnswers == 1)
    #expect(batch.entries.map(\.station) == ["CP1"])
    #expect(batch.entries.map(\.receivedAt) == [TestClock.start])

    batch.keep()
    #expect(station.receive() == #"[3,"held",{}]"#)
    #expect(server.connections().first?.heldAnswers == 0)
  }

  @Test("At the limit the socket is not read until half of the answers have left")
  func backpressure() throws {
    let ledger = HandLedger()
    let server = try server(ledger, limit: 4)
    let station = try server.connect("CP1")

    var batches: [HandLedger.Batch] = []
    for number in 1...4 {
      station.send(notice(number))
      batches += ledger.take(1)
    }

    // Four are taken, and no more, however often the loop turns.
    station.send((5...10).map { notice($0) })
    for _ in 0..<50 { #expect(server.connections().first?.heldAnswers == 4) }
    #expect(ledger.batches.count == 0)

    // One answer leaves: still closed. Another: half are gone, and reading goes on.
    batches[0].keep()
    #expect(station.receive() == #"[3,"1",{}]"#)
    for _ in 0..<50 { #expect(server.connections().first?.heldAnswers == 3) }
    batches[1].keep()
    #expect(station.receive() == #"[3,"2",{}]"#)
    let more = ledger.take(2)
    #expect(more.flatMap(\.entries).count == 2)
    for batch in batches[2...] + more { batch.keep() }

    // The rest goes its way, in order, and nothing is lost.
    for number in 3...10 {
      let isHeard = TestKit.eventually {
        while ledger.batches.count > 0 { ledger.batches.take()?.keep() }
        return station.hasHeard
      }
      #expect(isHeard)
      #expect(station.receive() == "[3,\"\(number)\",{}]")
    }
  }

  @Test("Other stations are read while one is held back")
  func onlyTheOne() throws {
    let ledger = HandLedger()
    let server = try server(ledger, limit: 4)
    let busy = try server.connect("BUSY")
    let other = try server.connect("OTHER")
    busy.send((1...10).map { notice($0) })
    _ = ledger.take(4)

    #expect(other.ask(#"[2,"h","Heartbeat",{}]"#) != nil)
    other.send(notice("mine"))
    let batch = try #require(ledger.take(1).first)
    #expect(batch.entries.map(\.station) == ["OTHER"])
    batch.keep()
    #expect(other.receive() == #"[3,"mine",{}]"#)
  }

  @Test("What the ledger could not keep is answered with InternalError and counted")
  func failed() throws {
    let ledger = HandLedger()
    let server = try server(ledger)
    let station = try server.connect("CP1")
    station.send([notice(1), notice(2)])
    for batch in ledger.take(2) { batch.fail() }

    for id in ["1", "2"] {
      #expect(
        station.receive()
          == "[4,\"\(id)\",\"InternalError\",\"the message could not be stored; send it again\",{}]"
      )
    }
    let statistics = server.statistics()
    #expect(statistics.factsFailed == 2)
    #expect(statistics.errorsOut[Int(RPCErrorCode.internalError.rawValue)] == 2)
    #expect(statistics.answerTimes.count == 2)
  }

  @Test("A receipt for a station that has left does no harm, and one that comes twice neither")
  func lateReceipts() throws {
    let ledger = HandLedger()
    let server = try server(ledger)
    let gone = try server.connect("CP1")
    gone.send(notice("gone"))
    let batch = try #require(ledger.take(1).first)
    gone.cut()
    #expect(TestKit.eventually { !server.gateway.isConnected("CP1") })

    batch.keep()
    batch.keep()

    let back = try server.connect("CP1")
    back.send(notice("back"))
    let next = try #require(ledger.take(1).first)
    batch.keep()
    next.keep()
    #expect(back.receive() == #"[3,"back",{}]"#)
  }

  @Test("When the server stops, held answers still leave, and nothing new is taken")
  func drain() throws {
    let ledger = HandLedger()
    let server = try server(ledger)
    let station = try server.connect("CP1")
    station.send(notice("before"))
    let batch = try #require(ledger.take(1).first)

    server.gateway.stopReading()
    station.send(notice("after"))
    batch.keep()

    #expect(station.receive() == #"[3,"before",{}]"#)
    #expect(ledger.batches.count == 0)
    for loop in server.loops { loop.stop() }
    #expect(station.closing() != nil)
    #expect(ledger.batches.count == 0)
  }

  @Test("Every fact that a stopping server kept was answered")
  func everyKeptFactIsAnswered() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    station.send(
      (1...300).map {
        "[2,\"\($0)\",\"StartTransaction\",{\"connectorId\":\($0),\"idTag\":\"T\",\"meterStart\":0,"
          + "\"timestamp\":\"2026-01-02T03:05:00Z\"}]"
      })
    #expect(station.receive() != nil)

    server.stop()

    var answers = 1
    while let frame = station.receive() {
      #expect(frame.hasPrefix("[3,"))
      answers += 1
    }
    let kept = try server.reopened { (reader) throws(StoreError) in try reader.counts() }
    #expect(answers == kept.activeTransactions)
  }
}
