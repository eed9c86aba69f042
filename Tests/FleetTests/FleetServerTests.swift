import CSMSCore
import Foundation
import Gateway
import Network
import OCPP16
import OCPPJSON
import Store
import TestKit
import Testing

@testable import Fleet

/// A fleet at a server over real sockets.
@Suite("A fleet at a central system")
struct FleetServerTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "fleet-\(UUID())")
    .path

  private func setup(_ server: LocalServer, count: Int) -> FleetSetup {
    var setup = FleetSetup()
    setup.urls = ["ws://127.0.0.1:\(server.port)/ocpp"]
    setup.enroll(count: count, prefix: "CP", password: nil)
    setup.tokens = FleetTokens(prefix: "TAG", count: 1)
    setup.arrivals.visitsPerDay = 0.001
    setup.arrivals.speed = 100
    setup.sampleInterval = 1
    setup.firstBackOff = 100
    setup.longestBackOff = 200
    return setup
  }

  private func wait(_ fleet: Fleet, until isSo: (FleetFigures) -> Bool) -> Bool {
    TestKit.eventually { isSo(fleet.figures()) }
  }

  private func counts(_ server: LocalServer) throws -> StoreCounts {
    try server.store.read { reader throws(StoreError) in try reader.counts() }
  }

  private func openTokens() -> LocalServer.Options {
    var options = LocalServer.Options()
    options.tokens = ["TAG"]
    return options
  }

  @Test("Drivers come, charge and leave; the ledger has every session and every watt-hour")
  func sessions() throws {
    let server = try LocalServer(openTokens())
    let loops = [try EventLoop(), try EventLoop()]
    for loop in loops { try loop.start() }
    defer { for loop in loops { loop.stop() } }
    var setup = setup(server, count: 9)
    setup.connectors = 2
    setup.rampPerSecond = 100
    let fleet = Fleet(setup, loops: loops)
    fleet.start()
    try #require(wait(fleet) { $0.registered == 9 })
    fleet.summonDrivers(to: 5)
    try #require(wait(fleet) { $0.charging == 10 && $0.power > 10_000 })
    fleet.sendDriversHome()
    try #require(TestKit.eventually { fleet.isDone })

    let figures = fleet.figures()
    fleet.stop()
    #expect(figures.visits == 10 && figures.transactions == 10 && figures.refusals == 0)
    #expect(figures.owed == 0 && figures.callErrors == 0 && figures.charging == 0)
    #expect(figures.answerTimes.count == figures.messagesOut)
    #expect(try counts(server).completedTransactions == 10)
    let rows = try server.store.read { reader throws(StoreError) in
      try reader.transactions(limit: 100).rows
    }
    #expect(rows.reduce(0) { $0 + ($1.energyWh ?? 0) } == Int(figures.energy))
  }

  @Test("Who has no valid token is turned away, and no energy flows")
  func refused() throws {
    let server = try LocalServer()
    let loop = try EventLoop()
    try loop.start()
    defer { loop.stop() }
    server.tokens.set(TokenRecord(idTag: "TAG", status: .blocked))
    let fleet = Fleet(setup(server, count: 2), loops: [loop])
    fleet.start()
    try #require(wait(fleet) { $0.registered == 2 })
    fleet.summonDrivers(to: 2)
    #expect(wait(fleet) { $0.refusals == 2 })
    #expect(fleet.figures().energy == 0 && fleet.figures().transactions == 0)
    #expect(try counts(server).activeTransactions == 0)
  }

  @Test("A dropped fleet comes back by itself; a reset station boots with what it had kept")
  func dropAndReset() throws {
    let server = try LocalServer(openTokens())
    let loop = try EventLoop()
    try loop.start()
    defer { loop.stop() }
    let fleet = Fleet(setup(server, count: 3), loops: [loop])
    fleet.start()
    try #require(wait(fleet) { $0.registered == 3 })
    fleet.drop()
    #expect(wait(fleet) { $0.connections == 6 && $0.registered == 3 })

    // A setting survives the reset.
    func call(_ action: Action, _ payload: String) -> Inbox<String> {
      let answer = Inbox<String>()
      server.gateway.call(
        "CP00001", action: action.rawValue, payload: Array(payload.utf8), timeout: 10
      ) { result in
        answer.post((try? result.get()).map { String(decoding: $0, as: UTF8.self) } ?? "\(result)")
      }
      return answer
    }
    let changed = call(.changeConfiguration, #"{"key":"ResetRetries","value":"7"}"#)
    #expect(changed.take() == #"{"status":"Accepted"}"#)
    #expect(call(.reset, #"{"type":"Hard"}"#).take() == #"{"status":"Accepted"}"#)
    #expect(wait(fleet) { $0.connections == 7 && $0.registered == 3 })
    let key = call(.getConfiguration, #"{"key":["ResetRetries"]}"#)
    #expect(key.take()?.contains(#""value":"7""#) == true)
    fleet.stop()
  }

  @Test("What a fleet with journals still owed is delivered by the next one on the same folder")
  func journals() throws {
    var options = openTokens()
    options.folder = URL(filePath: folder + "-data")
    let server = try LocalServer(options)
    var plan = setup(server, count: 4)
    plan.journalFolder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let loop = try EventLoop()
    try loop.start()
    defer { loop.stop() }
    let first = Fleet(plan, loops: [loop])
    first.start()
    try #require(wait(first) { $0.registered == 4 })
    first.summonDrivers(to: 4)
    try #require(wait(first) { $0.charging == 4 && $0.owed == 0 })
    // The server goes; the sessions end; the process goes.
    server.stop()
    try #require(wait(first) { $0.online == 0 })
    first.sendDriversHome()
    try #require(wait(first) { $0.owed >= 4 && $0.charging == 0 })
    first.stop()

    let again = try LocalServer(options)
    plan.urls = ["ws://127.0.0.1:\(again.port)/ocpp"]
    let second = Fleet(plan, loops: [loop])
    second.start()
    #expect(wait(second) { $0.registered == 4 && $0.owed == 0 })
    second.stop()
    let counts = try counts(again)
    #expect(counts.completedTransactions == 4 && counts.activeTransactions == 0)
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.removeItem(atPath: folder + "-data")
  }
}
