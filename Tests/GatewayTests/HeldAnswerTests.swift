import CSMSCore
import Gateway
import Network
import OCPPJSON
import OCPPRPC
import Store
import TestKit
import Testing

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
