import CSMSCore
import Foundation
import OCPPJSON
import Store

/// Why a transaction was closed without its stop.
struct ReconciliationJSON: Encodable, Sendable {
  static let shape = Shape.object([
    .init("reason", .words(Reconciliation.allCases.map { "\($0.word)" }), required: true),
    .init("detail", .anyText, "The reason as a sentence.", required: true),
    .init("evidence_timestamp", .instant, "When what proves it happened.", required: true),
    .init("evidence_meter_wh", .number, "The register at that moment, where the proof says it."),
    .init("reconciled_at", .instant, "When the record was closed."),
  ])

  var reason: String
  var detail: String
  var evidenceTimestamp: Timestamp
  var evidenceMeterWh: Int?
  var reconciledAt: Timestamp?

  init(_ conclusion: Conclusion, _ reconciledAt: DateTime?) {
    reason = "\(conclusion.reason.word)"
    detail = "\(conclusion.reason.sentence)"
    evidenceTimestamp = Timestamp(conclusion.evidenceAt)
    evidenceMeterWh = conclusion.evidenceEnergy
    self.reconciledAt = Timestamp(reconciledAt)
  }
}

/// One event of a transaction's life.
struct StoryJSON: Encodable, Sendable {
  static let shape = Shape.object([
    .init(
      "event", .words(["started", "meter_values", "reconciled", "stopped", "flagged"]),
      required: true),
    .init("detail", .anyText, "A sentence for people.", required: true),
    .init("timestamp", .instant, "When the station says it happened."),
    .init("received_at", .instant, "When the central system heard of it."),
    .init("meter_wh", .number), .init("id_tag", .anyText), .init("flag", TransactionJSON.flag),
    .init("count", .natural, "Of meter values."),
    .init("through", .instant, "The last of them."),
  ])

  var event: String
  var detail: String
  var timestamp: Timestamp?
  var receivedAt: Timestamp?
  var meterWh: Int?
  var idTag: String?
  var flag: String?
  var count: Int?
  var through: Timestamp?

  private init(_ event: String, _ detail: String) {
    self.event = event
    self.detail = detail
  }

  static func events(of row: TransactionRow, _ span: MeterSpan) -> [StoryJSON] {
    var events: [StoryJSON] = []
    if row.status != .unmatched { events.append(started(row)) }
    if span.count > 0 {
      var values = StoryJSON("meter_values", "The station reported \(span.count) meter values.")
      values.timestamp = Timestamp(span.first)
      values.through = Timestamp(span.last)
      values.count = span.count
      events.append(values)
    }
    if let conclusion = row.conclusion {
      var event = StoryJSON(
        "reconciled", "Closed without its own stop: \(conclusion.reason.sentence)")
      event.timestamp = Timestamp(conclusion.evidenceAt)
      event.receivedAt = Timestamp(row.reconciledAt)
      event.meterWh = conclusion.evidenceEnergy
      events.append(event)
    }
    if row.stoppedAt != nil && !row.isTold { events.append(stopped(row)) }
    for flag in row.flags.members {
      var event = StoryJSON("flagged", "\(flag.sentence)")
      event.flag = "\(flag.word)"
      events.append(event)
    }
    return events
  }

  private static func started(_ row: TransactionRow) -> StoryJSON {
    let verdict = row.authorization.map { "; the token was \($0)" } ?? ""
    let reserved = row.reservationId.map { ", for reservation \($0)" } ?? ""
    var event = StoryJSON(
      "started", "Started on connector \(row.connector ?? 0)\(reserved)\(verdict).")
    event.timestamp = Timestamp(row.startedAt)
    event.receivedAt = Timestamp(row.createdAt)
    event.meterWh = row.meterStart
    event.idTag = row.idTag?.description
    return event
  }

  private static func stopped(_ row: TransactionRow) -> StoryJSON {
    let reason = row.reason.map { "\($0)" } ?? "Local"
    let late = row.flags.contains(.lateStop) ? ", after it had been closed without it" : ""
    var event = StoryJSON("stopped", "Stopped, reason \(reason)\(late).")
    event.timestamp = Timestamp(row.stoppedAt)
    event.receivedAt = Timestamp(row.closedAt)
    event.meterWh = row.meterStop
    event.idTag = row.stopIdTag?.description
    return event
  }
}

/// Which frames made a transaction: those of its station while it was reported.
struct FramesJSON: Encodable, Sendable {
  /// Frames and records are not dated in the same instant.
  private static let margin: Int64 = 5_000

  static let shape = Shape.object([
    .init("station_id", .anyText, required: true), .init("from", .instant, required: true),
    .init("to", .instant, required: true),
    .init("href", .anyText, "The journal of frames, if it still has them.", required: true),
  ])

  var stationId: String
  var from: Timestamp
  var to: Timestamp
  var href: String

  init(_ row: TransactionRow, now: DateTime) {
    stationId = row.station.description
    let from = DateTime(milliseconds: row.createdAt.milliseconds - FramesJSON.margin)
    let to = DateTime(
      milliseconds: (row.closedAt ?? now).milliseconds + FramesJSON.margin)
    self.from = Timestamp(from)
    self.to = Timestamp(to)
    let safe = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_."))
    let name = stationId.addingPercentEncoding(withAllowedCharacters: safe) ?? ""
    let id = row.reportedId ?? row.id
    href = "/api/ocpp/logs/?station_id=\(name)&transaction_id=\(id)&from=\(from)&to=\(to)"
  }
}
