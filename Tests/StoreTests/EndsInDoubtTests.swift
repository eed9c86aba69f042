import CSMSCore
import OCPPJSON
import Testing

@testable import Store

/// A connector is Available, and the stop of its transaction may be a moment behind.
@Suite("Ends in doubt")
struct EndsInDoubtTests {
  private let folder = Folder()
  private let grace = LedgerLimits.stopGraceMilliseconds

  private func open(_ folder: Folder) throws -> SQLiteStore {
    let store = try folder.open()
    let now = DateTime(noon)
    _ = try store.write { (editor) throws(StoreError) in try editor.followEvents(at: now) }
    return store
  }

  private func ends(_ store: SQLiteStore) throws -> [String] {
    try store.read { (reader) throws(StoreError) in try reader.events(after: 0, limit: 1000) }
      .events.filter { $0.type == .sessionStopped }.map(\.data.description)
  }

  private func available(_ store: SQLiteStore, after milliseconds: Int64 = 60_000) {
    var status = ConnectorStatus(connector: 1, status: "Available", errorCode: "NoError")
    status.timestamp = DateTime(noon + milliseconds - 1)
    store.keep(.connectorStatus(status), at: noon + milliseconds)
  }

  private func stop(_ store: SQLiteStore, _ id: Int, receivedAfter milliseconds: Int64) {
    let stop = TransactionStop(
      transactionId: id, meterStop: 5_000, timestamp: DateTime(noon + 50_000))
    store.keep(.transactionStopped(stop), at: noon + milliseconds)
  }

  /// The moment at which nothing comes from any station.
  private func quiet(_ store: SQLiteStore, after milliseconds: Int64) {
    store.settleEnds(at: DateTime(noon + milliseconds))
    store.flush()
  }

  @Test("Available, then the stop: told of once, with the stop's register, and not as a correction")
  func once() throws {
    let store = try open(folder)
    let id = store.started()
    available(store)
    #expect(try ends(store).isEmpty)
    stop(store, id, receivedAfter: 60_001)
    quiet(store, after: 60_000 + 2 * grace)
    let told = try ends(store)
    #expect(told.count == 1)
    #expect(told[0].contains(#""meter_stop_wh":5000"#) && told[0].contains(#""reason":"Local""#))
    #expect(!told[0].contains("corrected") && !told[0].contains("reconciled"))
    store.close()
  }

  @Test("No stop for a minute: told of once, by proof; the stop that comes later corrects it")
  func afterTheGrace() throws {
    let store = try open(folder)
    let id = store.started()
    available(store)
    quiet(store, after: 60_000 + grace - 1)
    #expect(try ends(store).isEmpty)
    quiet(store, after: 60_000 + grace)
    quiet(store, after: 60_000 + 3 * grace)
    #expect(try ends(store).count == 1)
    stop(store, id, receivedAfter: 60_000 + 4 * grace)
    let told = try ends(store)
    #expect(told.count == 2)
    #expect(told[0].contains(#""reconciled":"connector_available""#))
    #expect(told[1].contains(#""corrected":true"#) && told[1].contains(#""reason":"Local""#))
    store.close()
  }

  @Test("Facts of any station tell of the ends of others that waited long enough")
  func byTraffic() throws {
    let store = try open(folder)
    store.started()
    available(store)
    store.keep(
      .booted(.init(vendor: "V", model: "M")), from: "CP2", at: noon + 60_000 + grace)
    #expect(try ends(store).count == 1)
    store.close()
  }

  @Test("Another start on the connector ends the doubt: the stop before it is lost")
  func nextStart() throws {
    let store = try open(folder)
    store.started()
    available(store)
    var next = TransactionStart.sample
    next.timestamp = DateTime(noon + 61_000)
    store.keep(.transactionStarted(next), at: noon + 61_000)
    #expect(try ends(store).count == 1)
    store.close()
  }

  @Test("A restart forgets no end that waits, and tells of it once")
  func restart() throws {
    let store = try open(folder)
    store.started()
    available(store)
    let crashed = folder.crashed()
    store.close()
    let again = try crashed.open()
    quiet(again, after: 60_000 + grace)
    quiet(again, after: 60_000 + 2 * grace)
    #expect(try ends(again).count == 1)
    again.close()
  }

  @Test("A reading newer than the proof takes the doubt away with the end")
  func goesOn() throws {
    let store = try open(folder)
    let id = store.started()
    available(store)
    store.keep(report(id, reading(noon + 90_000, 2_500)), at: noon + 90_000)
    quiet(store, after: 60_000 + 2 * grace)
    #expect(try ends(store).isEmpty)
    #expect(try store.row(id)?.status == .active)
    store.close()
  }

  @Test("One that is in doubt once more does not hold up those that were before it")
  func doubtedAgain() {
    var doubts = EndsInDoubt()
    func entry(_ milliseconds: Int64) -> EndsInDoubt.Entry {
      EndsInDoubt.Entry(station: 1, connector: 1, since: DateTime(noon + milliseconds))
    }
    doubts.add(1, entry(0))
    let wasInDoubt = doubts.remove(1)
    doubts.add(2, entry(1_000))
    doubts.add(1, entry(30_000))
    let first = doubts.due(at: DateTime(noon + 1_000 + grace))
    _ = doubts.remove(2)
    let early = doubts.due(at: DateTime(noon + 30_000 + grace - 1))
    let second = doubts.due(at: DateTime(noon + 30_000 + grace))
    #expect(wasInDoubt && first == 2 && early == nil && second == 1)
  }

  @Test("A clock that is set back far does not keep an end waiting for it")
  func clockSetBack() throws {
    let store = try open(folder)
    store.started()
    available(store)
    quiet(store, after: -86_400_000)
    #expect(try ends(store).count == 1)
    store.close()
  }
}
