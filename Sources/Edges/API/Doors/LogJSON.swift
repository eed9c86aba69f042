import CSMSCore
import Frames
import OCPP16
import OCPPJSON
import OCPPRPC

/// An entry of the journal of frames as the HTTP interface shows it.
enum LogJSON {
  static let shape = Shape.named(
    "LogEntry",
    .object([
      .init("id", .anyText, required: true), .init("timestamp", .instant, required: true),
      .init("level", .words(FrameLevel.allCases.map(\.rawValue)), required: true),
      .init("station_id", .anyText, required: true),
      .init(
        "direction", .words(["from_station", "to_station"]), "Not there for events."),
      .init("message_type", .words(LogsDoor.kinds), required: true),
      .init("message_id", .anyText), .init("action", .anyText),
      .init("message", .anyText, "A sentence.", required: true),
      .init("verdict", .words(verdicts), required: true),
      .init("error_code", .anyText, "Of the CALLERROR."),
      .init("latency_ms", .number, "From the call to its answer."),
      .init("paired_at", .instant, "When the other half of the pair was seen."),
      .init("quirks", .list(.anyText), "The rules by which the frame was understood."),
      .init("ocpp_version", .anyText, required: true),
      .init("raw_data", .anyText, "The frame, secrets starred out.", required: true),
      .init("size", .natural, "Bytes of the frame on the wire.", required: true),
      .init("is_cut", .boolean, "Whether raw_data is only its beginning.", required: true),
    ]))

  static let verdicts = FrameNote.Verdict.allCases.map { word($0) }

  static func value(_ entry: FrameEntry) -> JSONValue {
    let note = entry.note
    let isEvent = note.origin == .event
    return .members([
      ("id", .string(LogsDoor.text(entry.position))), ("timestamp", .instant(note.time)),
      ("level", .string(entry.level.rawValue)), ("station_id", .text(entry.station)),
      (
        "direction",
        isEvent ? nil : .string(note.origin == .station ? "from_station" : "to_station")
      ),
      ("message_type", .string(entry.glance.kind.rawValue)),
      ("message_id", entry.glance.id.isEmpty ? nil : .text(entry.glance.id)),
      ("action", action(entry).map { .text($0) }),
      ("message", .string(sentence(entry))),
      ("verdict", .string(word(note.verdict))),
      ("error_code", entry.errorCode.map { .text($0) }),
      ("latency_ms", note.latency.map { .number(milliseconds($0)) }),
      ("paired_at", entry.pairedAt.map { .instant($0) }),
      ("quirks", quirks(note.quirks)),
      ("ocpp_version", .string("\(note.version.name)")),
      ("raw_data", .string(String(decoding: entry.frame, as: UTF8.self))),
      ("size", .integer(entry.fullLength)), ("is_cut", .bool(entry.fullLength > entry.frame.count)),
    ])
  }

  static func word(_ verdict: FrameNote.Verdict) -> String {
    switch verdict {
    case .open: "open"
    case .accepted: "accepted"
    case .refused: "refused"
    case .timedOut: "timed_out"
    case .late: "late"
    case .ignored: "ignored"
    case .invalid: "invalid"
    case .disconnected: "disconnected"
    }
  }

  private static func quirks(_ rules: UInt32) -> JSONValue? {
    if rules == 0 { return nil }
    let named = QuirkRule.allCases.filter { QuirkRules(rawValue: rules).contains($0.bit) }
    return .list(named.map { .string("\($0.name)") })
  }

  private static func milliseconds(_ microseconds: UInt32) -> Decimal {
    Decimal(mantissa: Int64(microseconds), exponent: -3)
  }

  /// What the action is called; a frame that was not understood keeps its own word.
  private static func action(_ entry: FrameEntry) -> Text? {
    if let index = entry.note.action, let action = Action(rawValue: index) { return action.word }
    return entry.glance.kind == .call && !entry.glance.word.isEmpty ? entry.glance.word : nil
  }

  private static func sentence(_ entry: FrameEntry) -> String {
    let name = action(entry)?.description ?? "a frame"
    let isStations = entry.note.origin == .station
    switch entry.glance.kind {
    case .call: return "\(isStations ? "The station" : "The central system") calls \(name)"
    case .result: return "\(isStations ? "The station" : "The central system") answers \(name)"
    case .error:
      let code = entry.errorCode?.description ?? "an error"
      return "\(isStations ? "The station" : "The central system") refuses \(name): \(code)"
    case .event: return happening(entry)
    case .unreadable: return "Something that is no OCPP-J frame"
    }
  }

  private static func happening(_ entry: FrameEntry) -> String {
    switch entry.note.verdict {
    case .timedOut: "\(action(entry)?.description ?? "A call") was not answered in time"
    case .disconnected: "\(action(entry)?.description ?? "A call") lost its connection"
    default:
      entry.frame.starts(with: Array("{\"event\":\"connected".utf8)) ? "Connected" : "Disconnected"
    }
  }
}
