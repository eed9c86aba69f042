import CSMSCore
import OCPPJSON
import Store

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
    RecordField("energy_wh", .integer).told, RecordField("user_id", .text).told,
    RecordField("owner_id", .text).told, RecordField("owner_name", .text).told,
    RecordField("pricing_plan_id", .text, .text(1...64)),
    RecordField("cost", .integer, nil, "In minor units."),
    RecordField("currency", .text, .text(3...3), "ISO 4217."),
    RecordField("discount", .integer, nil, "In minor units."),
    RecordField("payment_id", .text).told, RecordField("payment_method", .text).told,
    RecordField("payment_amount", .integer, nil, "In minor units.").told,
    RecordField("payment_status", .text, .words(paymentStatuses)).told,
    RecordField("created_at", .instant).told, RecordField("updated_at", .instant).told,
  ]

  static let sessionKind = RecordKind(
    "session", view: "session_records",
    columns: sessionFields.map(\.name) + ["charger_name", "reserved_tag"], position: "id",
    isNewestFirst: true, table: "charge_sessions")

  static let sessions = RecordResource(
    name: "charge-sessions", tag: "Charge sessions", noun: "session", kind: sessionKind,
    fields: sessionFields, lists: ["/charge-sessions"],
    items: ["/charge-sessions/{session_id}"],
    parents: [Parent(field: "driver_id", kind: drivers.kind, noun: "Driver")],
    filters: [
      Filter("company_id"), Filter("site_id"), Filter("charger_id"), Filter("driver_id"),
      Filter("status"), Filter("start_date", "start", .atLeast, .instant),
      Filter("end_date", "start", .below, .instant),
    ], isPlain: false)
}
