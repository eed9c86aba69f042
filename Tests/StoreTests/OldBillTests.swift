import Billing
import CSMSCore
import OCPPJSON
import Tariffs
import Testing

@testable import Store

/// Bills that an older program finished.
@Suite struct OldBillTests {
  private let folder = Folder()

  /// What the program before Migration0018 left: 300 kWh in an hour and 30 kWh in an hour, at 0.50 and 0.60
  /// at the start, finished before a bill kept what its station could deliver.
  private func old(cost: Int, policy: Int?) throws {
    let old = try Database(path: folder.database)
    for sql in Schema.migrations.prefix(17) { try old.execute(sql) }
    let power = policy.map { "\($0)" } ?? "NULL"
    try old.execute(
      """
      INSERT INTO companies(id, name, created_at, updated_at) VALUES ('A', 'A', 0, 0);
      INSERT INTO stations(id, identity, created_at, company_id) VALUES (1, 'CP1', 5, 'A');
      INSERT INTO station_policies(station_id, maximum_power_w) SELECT 1, \(power)
        WHERE \(power) IS NOT NULL;
      INSERT INTO tariff_versions(id, tariff_id, version, company_id, name, currency, definition, created_at)
        VALUES (1, 'T', 1, 'A', 'T', 'EUR', '{"prices":[{"per_kwh":0.5,"per_start":0.6}]}', 0);
      INSERT INTO transactions(id, station_id, status, started_at, connector, meter_start, id_tag,
          created_at, stopped_at, meter_stop, energy_wh, billable_wh, closed_at)
        VALUES (1, 1, 1, \(noon), 1, 0, 'A', \(noon), \(noon + 60 * minute), 300000, 300000, 300000, 1);
      INSERT INTO charge_sessions(id, station_id, company_id, tariff_version_id, cost, tax, currency,
          meter_records, created_at, updated_at)
        VALUES (1, 1, 'A', 1, \(cost), 0, 'EUR', 0, 1, 1);
      UPDATE counters SET value = 1 WHERE name IN ('transactions', 'transactions_completed');
      PRAGMA application_id = \(Schema.applicationId);
      PRAGMA user_version = 17;
      """)
    old.close()
  }

  private func bill(_ store: SQLiteStore) throws -> SessionBill {
    let bill = try store.read { (reader) throws(StoreError) in
      try reader.bill(1, at: DateTime(noon + 100 * minute)).bill
    }
    return try #require(bill)
  }

  private func limit(_ store: SQLiteStore, _ power: Int) throws {
    var policy = StationPolicy()
    policy.maximumPower = power
    try store.write { [policy] (editor) throws(StoreError) in
      try editor.setPolicy(policy, of: "CP1")
    }
  }

  @Test(
    "A bill of before is judged by what the station could deliver at the upgrade, not by what it can since",
    arguments: [nil, 400_000])
  func power(policy: Int?) throws {
    try old(cost: 15_060, policy: policy)
    let store = try folder.open()
    #expect(try bill(store).cost.total == 15_060)
    try limit(store, 22_000)
    let now = try bill(store)
    #expect(now.cost.total == 15_060 && now.usage.energy == 300_000)
    #expect(now.cost.lines.allSatisfy { $0.item != .kept })
    store.close()
  }

  @Test(
    "Where today's reckoning of a finished bill is another, the kept cost is shown, and the lines add up"
  )
  func kept() throws {
    // The policy was lowered after the bill was finished and before the upgrade: nothing says what it was.
    try old(cost: 14_860, policy: 22_000)
    let store = try folder.open()
    let cost = try bill(store).cost
    #expect(cost.total == 14_860 && cost.tax == 0 && cost.subtotal == 14_860)
    #expect(cost.lines.reduce(0) { $0 + $1.amount } == 14_860)
    #expect(cost.lines.last?.item == .kept)
    store.close()
  }
}
