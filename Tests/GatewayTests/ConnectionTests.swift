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
