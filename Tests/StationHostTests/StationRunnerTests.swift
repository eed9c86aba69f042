import Foundation
import Gateway
import Network
import OCPPJSON
import StationCore
import Store
import TestKit
import Testing

@testable import StationHost

/// A runner on a loop of its own, and what it tells.
private final class Host {
  let loop: EventLoop
  let runner: StationRunner
  let events = Inbox<StationEvent>()

  init(
    port: UInt16, path: String = "/ocpp", identity: String = "CP1", password: String? = nil,
    plan: VisitPlan = .brief, journal: String? = nil
  ) throws {
    loop = try EventLoop()
    let events = events
    runner = StationRunner(
      loop: loop, url: "ws://127.0.0.1:\(port)\(path)", identity: identity, password: password,
      plan: plan, journal: journal
    ) { events.post($0) }
    try loop.start()
    runner.start()
  }

  deinit { loop.stop() }

  /// The first event that is so; those before it are dropped.
  func first(_ isSo: (StationEvent) -> Bool) -> StationEvent? {
    while let event = events.take() { if isSo(event) { return event } }
    return nil
  }

  func ending() -> (VisitPhase, VisitFigures)? {
    guard
      case .ended(let phase, let figures) = first({ if case .ended = $0 { true } else { false } })
    else { return nil }
    return (phase, figures)
  }
}

extension VisitPlan {
  /// One second at a fast charger.
  fileprivate static var brief: VisitPlan {
    var plan = VisitPlan()
    plan.idTag = "GOOD"
    plan.stationPower = 150_000
    plan.battery.maximumPower = 150_000
    plan.sampleInterval = 1_000
    plan.stay = 2_600
    return plan
  }
}

@Suite("A virtual station on a real socket")
struct StationRunnerTests {
  private func server() throws -> LocalServer {
    var options = LocalServer.Options()
    options.tokens = ["GOOD"]
    return try LocalServer(options)
  }

  @Test("It holds its whole visit, tells how it goes, and what it says of it is on record")
  func wholeVisit() throws {
    let server = try server()
    let host = try Host(port: server.port)

    #expect(host.events.take() == .connecting(url: "ws://127.0.0.1:\(server.port)/ocpp/CP1"))
    #expect(host.events.take() == .connected)
    #expect(host.events.take() == .phaseChanged(.authorizing))
    #expect(host.events.take() == .phaseChanged(.charging))
    let (phase, figures) = try #require(host.ending())

    #expect(phase == .finished)
    #expect(figures.energy > 0)
    #expect(figures.meterValues >= 2)
    let row = try server.store.read { (reader) throws(StoreError) in try reader.transaction(1) }
    #expect(row?.status == .completed)
    #expect(row?.energyWh == Int(figures.energy))
    #expect(row?.id == figures.transactionId)
    // Done is done: the socket is closed.
    #expect(TestKit.eventually { server.gateway.connectionCount == 0 })
  }

  @Test("A refused token ends the visit")
  func refused() throws {
    let server = try LocalServer()
    let host = try Host(port: server.port)

    #expect(host.ending()?.0 == .refused(.token))
  }

  @Test("finish ends the session early, as its driver would")
  func finish() throws {
    let server = try server()
    var plan = VisitPlan.brief
    plan.stay = 3_600_000
    let host = try Host(port: server.port, plan: plan)
    // A second of charging tells figures.
    let figures = host.first { if case .figures = $0 { true } else { false } }
    #expect(figures != nil)
    let runner = host.runner
    let isCharging = try host.loop.wait { runner.isCharging }
    #expect(isCharging)

    host.runner.finish()

    #expect(host.ending()?.0 == .finished)
    let row = try server.store.read { (reader) throws(StoreError) in try reader.transaction(1) }
    #expect(row?.reason == "Local")
  }

  @Test("A lost connection is opened again, and the session goes on as the same transaction")
  func reconnects() throws {
    let server = try server()
    var plan = VisitPlan.brief
    plan.stay = 3_500
    let host = try Host(port: server.port, plan: plan)
    #expect(host.first { $0 == .phaseChanged(.charging) } != nil)

    #expect(server.gateway.disconnect("CP1", reason: "Test."))

    let lost = host.first { if case .disconnected = $0 { true } else { false } }
    guard case .disconnected(let reason, let wait) = lost else {
      Issue.record("\(String(describing: lost))")
      return
    }
    #expect(reason == "closed with 1000: Test.")
    #expect((500...1_000).contains(wait))
    #expect(host.first { $0 == .connected } != nil)
    #expect(host.ending()?.0 == .finished)
    let counts = try server.store.read { (reader) throws(StoreError) in try reader.counts() }
    #expect(counts.completedTransactions == 1)
    #expect(counts.activeTransactions == 0)
  }

  @Test("A refused connection is tried again later")
  func refusedConnection() throws {
    var options = LocalServer.Options()
    options.rules = StationDirectory.Rules()
    let server = try LocalServer(options)
    let host = try Host(port: server.port)

    let lost = host.first { if case .disconnected = $0 { true } else { false } }
    guard case .disconnected(let reason, _) = lost else {
      Issue.record("\(String(describing: lost))")
      return
    }
    #expect(reason.contains("404"))
    let next = host.first { if case .connecting = $0 { true } else { false } }
    #expect(next != nil)
  }

  @Test("It shows its password, and encodes its identity")
  func password() throws {
    var options = LocalServer.Options()
    options.rules = StationDirectory.Rules()
    options.tokens = ["GOOD"]
    let server = try LocalServer(options)
    server.directory.set(
      "A|B@1", StationAccess(credential: PasswordDigest(password: Array("0123456789abcdef".utf8))))
    // A slash at the end of the address does no harm.
    let host = try Host(
      port: server.port, path: "/ocpp/", identity: "A|B@1", password: "0123456789abcdef")

    #expect(
      host.events.take() == .connecting(url: "ws://127.0.0.1:\(server.port)/ocpp/A%7CB%401"))
    #expect(host.events.take() == .connected)
    #expect(server.connections().map(\.station) == ["A|B@1"])
  }

  @Test("stop pulls the plug: nothing more is sent, and nobody comes back")
  func stop() throws {
    let server = try server()
    var plan = VisitPlan.brief
    plan.stay = 3_600_000
    let host = try Host(port: server.port, plan: plan)
    let figures = host.first { if case .figures = $0 { true } else { false } }
    #expect(figures != nil)
    // What is on its way when the plug is pulled is not on record.
    #expect(
      try TestKit.eventually {
        try server.store.read { (reader) throws(StoreError) in try reader.transaction(1) } != nil
      })

    host.runner.stop()

    #expect(TestKit.eventually { server.gateway.connectionCount == 0 })
    let events = host.events
    let told = try host.loop.wait { events.count }
    #expect(told == 0)
    let row = try server.store.read { (reader) throws(StoreError) in try reader.transaction(1) }
    #expect(row?.status == .active)
  }

  @Test("Pulled out while charging, the next start with the same journal ends the transaction")
  func journal() throws {
    let server = try server()
    let file = "/tmp/ocpp-station-\(UInt64.random(in: 0...UInt64.max)).journal"
    defer { unlink(file) }
    var plan = VisitPlan.brief
    plan.stay = 3_600_000
    do {
      let host = try Host(port: server.port, plan: plan, journal: file)
      let figures = host.first { if case .figures = $0 { true } else { false } }
      #expect(figures != nil)
      host.runner.stop()
      #expect(TestKit.eventually { server.gateway.connectionCount == 0 })
    }
    let host = try Host(port: server.port, plan: .brief, journal: file)
    #expect(host.ending()?.0 == .finished)
    let row = try server.store.read { (reader) throws(StoreError) in try reader.transaction(1) }
    #expect(row?.reason == "PowerLoss")
    let counts = try server.store.read { (reader) throws(StoreError) in try reader.counts() }
    #expect(counts.completedTransactions == 2)
    #expect(counts.activeTransactions == 0)
  }
}
