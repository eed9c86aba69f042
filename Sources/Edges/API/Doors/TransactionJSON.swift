import CSMSCore
import Foundation
import OCPPJSON
import Store

/// A transaction as the HTTP interface shows it.
struct TransactionJSON: Encodable, Sendable {
  static let status = Shape.words(TransactionStatus.allCases.map(\.word))
  static let flag = Shape.words(TransactionFlags.each.map { "\($0.word)" })

  static let shape = Shape.named(
    "Transaction",
    .object([
      .init("id", .natural, required: true), .init("transaction_id", .natural, required: true),
      .init("station_id", .anyText, required: true),
      .init("charge_point_id", .anyText, required: true), .init("connector_id", .int32),
      .init("id_tag", .anyText), .init("status", status, required: true),
      .init("authorization", .anyText), .init("reservation_id", .int32),
      .init("start_timestamp", .instant), .init("stop_timestamp", .instant),
      .init("meter_start", .number, "In Wh."), .init("meter_stop", .number, "In Wh."),
      .init("energy_wh", .number, "What the register says."), .init("energy_kwh", .number),
      .init(
        "billable_energy_wh", .number,
        "The part of it that is proven; the rest somebody has to settle."),
      .init("billable_energy_kwh", .number),
      .init("flags", .list(flag), "What is remarkable about it.", required: true),
      .init("reconciliation", ReconciliationJSON.shape, "Why it was closed without its stop."),
      .init("group", .anyText, "The group of its token."),
      .init("meter_decreased", .boolean, required: true), .init("reason", .anyText),
      .init("stop_id_tag", .anyText),
      .init("reported_transaction_id", .number, "As the station gave it, when it was nobody's."),
      .init("duration_seconds", .number), .init("created_at", .instant, required: true),
      .init("story", .list(StoryJSON.shape), "What happened, in order; not in lists."),
      .init("frames", FramesJSON.shape, "Where its frames are; not in lists."),
    ]))

  var id: Int
  var transactionId: Int
  var stationId: String
  var chargePointId: String
  var connectorId: Int?
  var idTag: String?
  var status: String
  var authorization: String?
  var reservationId: Int?
  var startTimestamp: Timestamp?
  var stopTimestamp: Timestamp?
  var meterStart: Int?
  var meterStop: Int?
  var energyWh: Int?
  var energyKwh: Foundation.Decimal?
  var billableEnergyWh: Int?
  var billableEnergyKwh: Foundation.Decimal?
  var flags: [String]
  var reconciliation: ReconciliationJSON?
  var group: String?
  /// The register went backwards: the energy is unknown and is not billed.
  var meterDecreased: Bool
  var reason: String?
  var stopIdTag: String?
  /// The id as the station gave it, when that was nobody's.
  var reportedTransactionId: Int?
  var durationSeconds: Int64?
  var createdAt: Timestamp
  var story: [StoryJSON]?
  var frames: FramesJSON?

  init(_ row: TransactionRow) {
    id = row.id
    transactionId = row.id
    stationId = row.station.description
    chargePointId = row.station.description
    connectorId = row.connector
    idTag = row.idTag?.description
    status = row.status.word
    authorization = row.authorization?.description
    reservationId = row.reservationId
    startTimestamp = Timestamp(row.startedAt)
    stopTimestamp = Timestamp(row.stoppedAt)
    meterStart = row.meterStart
    meterStop = row.meterStop
    energyWh = row.energyWh
    energyKwh = row.energyWh.map { Foundation.Decimal($0) / 1000 }
    billableEnergyWh = row.billableWh
    billableEnergyKwh = row.billableWh.map { Foundation.Decimal($0) / 1000 }
    flags = row.flags.members.map { "\($0.word)" }
    reconciliation = row.conclusion.map { ReconciliationJSON($0, row.reconciledAt) }
    group = row.group?.description
    meterDecreased = row.meterDecreased
    reason = row.reason?.description
    stopIdTag = row.stopIdTag?.description
    reportedTransactionId = row.reportedId
    if let from = row.startedAt, let to = row.stoppedAt {
      durationSeconds = (to.milliseconds - from.milliseconds) / 1000
    }
    createdAt = Timestamp(row.createdAt)
  }
}
