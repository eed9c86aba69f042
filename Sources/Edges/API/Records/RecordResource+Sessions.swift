import CSMSCore
import OCPPJSON
import Store
import Tariffs

extension RecordResource {
  static let sessionStatuses = [
    "pending", "started", "charging", "suspended", "stopping", "stopped", "completed", "failed",
  ]
  static let paymentStatuses = PaymentStatus.allCases.map { "\($0.word)" }

  private static let sessionFields: [RecordField] = [
    RecordField("id", .integer).told, RecordField("transaction_id", .integer).told,
    RecordField("company_id", .text).told, RecordField("site_id", .text).told,
    RecordField("charger_id", .text).told, RecordField("connector_id", .integer).told,
    RecordField("driver_id", .text, .text(1...64)), RecordField("card_id", .text).told,
    RecordField("start", .instant).told, RecordField("end", .instant).told,
    RecordField("duration_seconds", .integer).told, RecordField("reason", .text).told,
    RecordField("status", .text, .words(sessionStatuses)).told,
    RecordField("meter_start", .integer, nil, "In Wh.").told,
    RecordField("meter_stop", .integer, nil, "In Wh.").told,
    RecordField("energy_wh", .integer, nil, "What the register says.").told,
    RecordField("energy_kwh", .decimal, nil, "The same, exactly.").derived { session in
      session["energy_wh"].integer.map { .number(OCPPJSON.Decimal(mantissa: $0, exponent: -3)) }
    },
    RecordField("billable_energy_wh", .integer, nil, "As much of it as is proven.").told,
    RecordField("user_id", .text).told,
    RecordField("owner_id", .text).told, RecordField("owner_name", .text).told,
    RecordField(
      "pricing_plan_id", .text, .text(1...64),
      "The tariff, as of its start; without one, whatever somebody says."),
    RecordField("tariff_version", .integer, nil, "Of that tariff; it never changes.").told,
    RecordField(
      "cost", .integer, nil,
      "In minor units, tax included, when it is over. Follows from the tariff; without one, whatever "
        + "somebody says."),
    money("cost"),
    RecordField("tax", .integer, nil, "In minor units: the part of the cost that is tax.").told,
    RecordField("currency", .text, TariffShapes.currency, "ISO 4217.")
      .checked(TariffShapes.currencyFault),
    RecordField(
      "discount", .integer, .integer(0...9_007_199_254_740_991),
      "In minor units; taken off the cost."),
    money("discount"),
    RecordField("payment_id", .text).told, RecordField("payment_method", .text).told,
    RecordField(
      "payment_amount", .integer, nil,
      "In minor units: cost without discount, unless the app said something else."
    ).told,
    money("payment_amount"),
    RecordField("payment_status", .text, .words(paymentStatuses)).told,
    RecordField("created_at", .instant).told, RecordField("updated_at", .instant).told,
  ]

  /// An amount once more, as an exact decimal.
  private static func money(_ name: String) -> RecordField {
    RecordField("\(name)_decimal", .text, nil, "The same in units of the currency, exactly.")
      .derived { record in
        guard let amount = record[name].integer,
          let currency = record["currency"].text.flatMap({ Currency(code: $0) })
        else { return nil }
        return .text(currency.decimal(amount))
      }
  }

  static let sessionKind = RecordKind(
    "session", view: "session_records",
    columns: sessionFields.filter { $0.derive == nil }.map(\.name)
      + ["charger_name", "reserved_tag"], position: "id",
    isNewestFirst: true, table: "charge_sessions")

  static let sessions = RecordResource(
    name: "charge-sessions", tag: "Charge sessions", noun: "session", kind: sessionKind,
    fields: sessionFields, lists: ["/charge-sessions"],
    items: ["/charge-sessions/{session_id}"],
    parents: [Parent(field: "driver_id", kind: drivers.kind, noun: "Driver")],
    filters: [
      Filter("company_id"), Filter("site_id"), Filter("charger_id"), Filter("driver_id"),
      Filter("status", words: sessionStatuses),
      Filter("start_date", "start", .atLeast, .instant, isDay: true),
      Filter("end_date", "start", .below, .instant, isDay: true),
    ], isPlain: false)
}
