import Billing
import CSMSCore
import OCPPJSON
import Store
import Tariffs

/// A session as apps see it: the record, and while it charges what the meter says now.
struct AppSession: Sendable {
  let record: Record
  let live: LiveFigures
  let now: DateTime
  /// When it was over; nil while it is not.
  private let ended: DateTime?
  /// What it costs so far, or did; nil without a tariff.
  private let cost: (amount: Int64, currency: Text)?

  /// Reads what the record needs beside itself.
  init(_ record: Record, _ reader: StoreReader, now: DateTime) throws(StoreError) {
    self.record = record
    self.now = now
    let id = Int(record["id"].integer ?? 0)
    cost = try AppSession.cost(id, record, reader, now)
    ended = try AppSession.end(id, record, reader)
    guard record["start"] != .null, ended == nil else {
      live = LiveFigures([])
      return
    }
    let recent = DateTime(milliseconds: now.milliseconds - ChargingLimits.liveWindow)
    let end = DateTime(milliseconds: .max)
    let newest = LiveFigures(try reader.meterRecords(ofTransaction: id, during: recent...end))
    live =
      newest.register != nil
      ? newest : LiveFigures(try reader.meterRecords(ofTransaction: id))
  }

  /// By its stop, or where it has none by what proves that it is over.
  private static func end(
    _ id: Int, _ record: Record, _ reader: StoreReader
  ) throws(StoreError) -> DateTime? {
    if let end = record["end"].integer { return DateTime(milliseconds: end) }
    guard let start = record["start"].integer, record["billable_energy_wh"] != .null,
      let row = try reader.transaction(id), let conclusion = row.conclusion
    else { return nil }
    // What proves it may be misdated.
    let end = min(conclusion.evidenceAt, row.reconciledAt ?? conclusion.evidenceAt)
    return max(DateTime(milliseconds: start), end)
  }

  private static func cost(
    _ id: Int, _ record: Record, _ reader: StoreReader, _ now: DateTime
  ) throws(StoreError) -> (amount: Int64, currency: Text)? {
    if let amount = record["cost"].integer {
      return record["currency"].text.map { (amount, $0) }
    }
    if record["start"] == .null || record["tariff_version"] == .null { return nil }
    guard let bill = try reader.bill(id, at: now).bill else { return nil }
    return (bill.cost.total, bill.terms.currency)
  }

  /// In Wh: as billed when it is over, as measured before.
  var energy: Int64? {
    if case .integer(let energy) = record["energy_wh"] { return energy }
    guard live.register != nil, case .integer(let start) = record["meter_start"] else {
      return record["start"] == .null ? nil : 0
    }
    return live.energy(since: start)
  }

  /// In seconds, until its end or until now.
  var duration: Int64? {
    if case .integer(let seconds) = record["duration_seconds"] { return seconds }
    guard case .integer(let start) = record["start"] else { return nil }
    return max(0, ((ended ?? now).milliseconds - start) / 1000)
  }

  static let members: [Shape.Member] = [
    .init("transaction_id", .natural, required: true),
    .init("status", .words(RecordResource.sessionStatuses), required: true),
    .init("payment_status", .words(RecordResource.paymentStatuses)),
    .init("station_id", .anyText, required: true), .init("connector_id", .int32),
    .init("user_id", .anyText), .init("driver_id", .anyText),
    .init("payment_transaction_id", .anyText), .init("payment_method", .anyText),
    .init("payment_amount", .integer(-9_007_199_254_740_991...9_007_199_254_740_991)),
    .init("owner_id", .anyText), .init("owner_name", .anyText), .init("start_time", .instant),
    .init("stop_time", .instant),
    .init("duration_seconds", .integer(-9_007_199_254_740_991...9_007_199_254_740_991)),
    .init("energy_consumed_kwh", .number), .init("current_power_kw", .number),
    .init(
      "estimated_cost", .anyText,
      "In units of the currency, exactly; what it cost, when it is over. Not there without a tariff."
    ),
    .init(
      "estimated_cost_minor", .integer(-9_007_199_254_740_991...9_007_199_254_740_991),
      "The same in minor units."),
    .init("currency", .anyText), .init("reason", .anyText, "Why it ended, or never began."),
    .init("measured_at", .instant), .init("created_at", .instant, required: true),
    .init("updated_at", .instant, required: true),
  ]

  static let shape = Shape.named("ChargingSession", .object(members))

  var json: JSONValue { .members(items) }

  var items: [(String, JSONValue?)] {
    func text(_ name: String) -> JSONValue? { record[name].text.map { .text($0) } }
    func integer(_ name: String) -> JSONValue? { record[name].integer.map { .integer(Int($0)) } }
    func instant(_ name: String) -> JSONValue? {
      record[name].integer.map { .instant(DateTime(milliseconds: $0)) }
    }
    func kilo(_ value: Int64?) -> JSONValue? {
      value.map { .number(OCPPJSON.Decimal(mantissa: $0, exponent: -3)) }
    }
    let isOver = ended != nil
    return [
      ("transaction_id", integer("id")), ("status", text("status")),
      ("payment_status", text("payment_status")), ("station_id", text("charger_id")),
      ("connector_id", integer("connector_id")), ("user_id", text("user_id")),
      ("driver_id", text("driver_id")), ("payment_transaction_id", text("payment_id")),
      ("payment_method", text("payment_method")), ("payment_amount", integer("payment_amount")),
      ("owner_id", text("owner_id")), ("owner_name", text("owner_name")),
      ("start_time", instant("start")), ("stop_time", ended.map { .instant($0) }),
      ("duration_seconds", duration.map { .integer(Int($0)) }),
      ("energy_consumed_kwh", kilo(energy)),
      ("current_power_kw", isOver ? nil : kilo(live.power)),
      (
        "estimated_cost",
        cost.flatMap { cost in
          Currency(code: cost.currency).map { .text($0.decimal(cost.amount)) }
        }
      ), ("estimated_cost_minor", cost.map { .integer(Int($0.amount)) }),
      ("currency", cost.map { .text($0.currency) } ?? text("currency")),
      ("reason", text("reason")), ("measured_at", live.measuredAt.map { .instant($0) }),
      ("created_at", instant("created_at")), ("updated_at", instant("updated_at")),
    ]
  }
}
