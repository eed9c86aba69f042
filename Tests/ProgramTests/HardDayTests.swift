import CSMSCore
import Fleet
import Foundation
import Network
import OCPPJSON
import TestKit
import Testing

@testable import Store

/// The day on which everything happens at once: real stations, real sockets, a real server that is
/// killed.
@Suite("500 stations, a lost network and a killed server", .serialized)
struct HardDayTests {
  private static let stations = 500
  private static let charging = 50
  private let folder = FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID())").path

  private func serve(port: UInt16 = 0) throws -> (program: Program, port: UInt16) {
    let program = try Program([
      "serve", "--open", "--port", "\(port)", "--data", folder, "--log-level", "error",
    ])
    let line = try #require(program.line(containing: "HTTP"))
    return (program, try #require(line.firstMatch(of: /:(\d+)\/health/).flatMap { UInt16($0.1) }))
  }

  private func fleet(_ port: UInt16, _ books: FleetBooks, _ loop: EventLoop) -> Fleet {
    var setup = FleetSetup()
    setup.urls = ["ws://127.0.0.1:\(port)/ocpp"]
    setup.enroll(count: Self.stations, prefix: "DAY", password: nil)
    // Only who is summoned comes, and stays for twenty seconds to three minutes.
    setup.arrivals.visitsPerDay = 0.001
    setup.arrivals.speed = 30
    setup.sampleInterval = 1
    setup.firstBackOff = 500
    setup.longestBackOff = 2_000
    setup.onAnswered = { books.note($0) }
    return Fleet(setup, loops: [loop])
  }

  /// Looks twenty times a second: the processors are for the server and the stations.
  private func wait(_ fleet: Fleet, until isSo: (FleetFigures) -> Bool) -> Bool {
    let nothing = Inbox<Void>()
    for _ in 0..<(20 * 60) {
      if isSo(fleet.figures()) { return true }
      _ = nothing.take(within: 0.05)
    }
    return false
  }

  /// The TCP sockets a process has open. Others wake its threads, and are made when these begin.
  private func sockets(of process: Int32) -> Int {
    let inodes = Set(
      ["tcp", "tcp6"].flatMap { table in
        let text = (try? String(contentsOfFile: "/proc/net/\(table)", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap { line in
          line.split(separator: " ").dropFirst(9).first.map { "socket:[\($0)]" }
        }
      })
    let folder = "/proc/\(process)/fd"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.count { name in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)"))
        .map(inodes.contains) ?? false
    }
  }

  @Test("Nothing acknowledged is lost, nothing is there twice, and every descriptor comes back")
  func everythingAtOnce() throws {
    let (first, port) = try serve()
    let books = FleetBooks()
    let loop = try EventLoop()
    try loop.start()
    defer { loop.stop() }
    let fleet = fleet(port, books, loop)
    fleet.start()
    let everybody = { (figures: FleetFigures) in figures.registered == Self.stations }
    try #require(wait(fleet, until: everybody))
    fleet.summonDrivers(to: Self.charging)
    try #require(wait(fleet) { $0.charging == Self.charging })

    // All drop at once and come back.
    fleet.drop()
    try #require(wait(fleet) { $0.lostConnections >= Self.stations && everybody($0) })

    // The server is killed while as many again begin; what was open stays open at the stations.
    try #require(wait(fleet) { _ in books.now.startAnswers >= Self.charging })
    let acknowledged = books.now.startAnswers
    fleet.summonDrivers(to: 2 * Self.charging)
    try #require(wait(fleet) { _ in books.now.startAnswers > acknowledged })
    first.killAtOnce()
    _ = first.end()
    try #require(wait(fleet) { $0.online == 0 })
    let (second, _) = try serve(port: port)
    let socketsBefore = sockets(of: second.id)
    #expect(socketsBefore > 0)
    try #require(wait(fleet, until: everybody))

    // Everybody goes home, and everything is delivered.
    fleet.sendDriversHome()
    try #require(wait(fleet) { _ in fleet.isDone })
    let figures = fleet.figures()
    fleet.stop()
    #expect(TestKit.eventually { sockets(of: second.id) <= socketsBefore })
    second.terminate()
    #expect(second.end().status == 0)

    #expect(figures.owed == 0 && figures.deadLetters == 0 && figures.journalFailures == 0)
    #expect(books.now.callErrors.isEmpty)
    try compare(books.now, figures)
    print(
      "500 stations: \(figures.answerTimes.count) answers, p50 \(figures.answerTimes.quantile(0.5)) µs, "
        + "p99 \(figures.answerTimes.quantile(0.99)) µs, longest \(figures.answerTimes.longest) µs")
  }

  /// The store against what was acknowledged.
  private func compare(_ books: FleetBooks.Books, _ figures: FleetFigures) throws {
    let store = try SQLiteStore(path: folder + "/ocpp.sqlite")
    defer { store.close() }
    let rows = try store.read { reader throws(StoreError) in
      try reader.transactions(limit: StoreLimits.listedRows).rows
    }
    let counts = try store.read { reader throws(StoreError) in try reader.counts() }

    // Every start has one id and one row, and there is no other row.
    #expect(books.starts.count > Self.charging)
    #expect(books.starts.count == Int(figures.transactions))
    #expect(books.starts.values.allSatisfy { $0.count == 1 })
    #expect(Set(books.starts.values.flatMap { $0 }).count == books.starts.count)
    #expect(counts.completedTransactions == books.starts.count)
    #expect(counts.activeTransactions == 0 && counts.unmatchedTransactions == 0)
    var byId: [Int: TransactionRow] = [:]
    for row in rows { byId[row.id] = row }
    for (start, ids) in books.starts {
      let row = try #require(byId[ids.first ?? 0])
      #expect("\(row.station)" == start.station && row.connector == start.connector)
      #expect(row.idTag.map { "\($0)" } == start.idTag && row.meterStart == start.meterStart)
    }

    // Every stop that was acknowledged closed its own, once.
    #expect(books.stops.count == books.starts.count)
    for stop in books.stops {
      let row = try #require(byId[stop.transaction])
      #expect(row.status == .completed && row.meterStop == stop.meterStop)
      #expect("\(row.station)" == stop.station)
    }

    // Every watt-hour that flowed is billed, every acknowledged meter value is there, once.
    #expect(rows.reduce(0) { $0 + ($1.energyWh ?? 0) } == Int(figures.energy))
    for (transaction, times) in books.values {
      let records = try store.read { reader throws(StoreError) in
        try reader.meterRecords(ofTransaction: transaction)
      }
      let stored = MeterRecords(records).map(\.timestamp.milliseconds)
      #expect(times.isSubset(of: stored), "transaction \(transaction)")
      #expect(Set(MeterRecords(records).map { Array(records[$0.range]) }).count == stored.count)
    }
  }
}
