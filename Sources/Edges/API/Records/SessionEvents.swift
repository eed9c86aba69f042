import CSMSCore
import OCPP16
import OCPPJSON
import Store

/// The events of a session: what the ledger has, and what was noted.
///
/// An event that was noted has a number for its id. One of the ledger has the session's id and its
/// place in there, "7-start", "7-m3", "7-end": it is no row of its own.
struct SessionEvents {
  struct Event: Sendable {
    let at: DateTime
    let type: Text
    let json: JSONValue
  }

  static let members: [Shape.Member] = [
    .init("type", .text(1...64), "Started, Updated and Ended are the ledger's.", required: true),
    .init("trigger_reason", .text(0...64)), .init("origin", .text(0...64)),
    .init("data", .map(.anything)), .init("temperature", .number, "In degrees Celsius."),
    .init("current", .number, "In amperes."), .init("voltage", .number, "In volts."),
    .init("meter_value", .int32, "The register, in Wh."),
  ]

  static let shape = Shape.named(
    "SessionEvent",
    .object(
      [
        .init("id", .anyText, required: true), .init("session_id", .natural, required: true),
        .init("date_time", .instant, required: true),
      ] + members + [
        .init("created_at", .instant, required: true),
        .init("updated_at", .instant, required: true),
      ]))

  private(set) var oldestFirst: [Event] = []

  init(_ session: Record, _ packed: [UInt8], _ noted: [NotedEvent]) {
    let id = Int(session["id"].integer ?? 0)
    if case .integer(let start) = session["start"] {
      add(
        id, "start", DateTime(milliseconds: start), "Started", "TransactionStarted",
        [("meter_value", session["meter_start"].integer.map { .integer(Int($0)) })])
    }
    for (index, record) in MeterRecords(packed).enumerated() {
      let value = MeterPacking.unpack(record, in: packed)
      add(
        id, "m\(index)", record.timestamp, "Updated", "MeterValues", SessionEvents.figures(value))
    }
    if case .integer(let end) = session["end"] {
      add(
        id, "end", DateTime(milliseconds: end), "Ended", "\(session["reason"].text ?? "Local")",
        [("meter_value", session["meter_stop"].integer.map { .integer(Int($0)) })])
    }
    oldestFirst += noted.map {
      Event(at: $0.at, type: $0.type, json: SessionEvents.json($0))
    }
    // Of the same instant in the order in which they are here.
    oldestFirst = oldestFirst.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// Reads what the session needs beside itself.
  init(_ session: Record, _ reader: StoreReader) throws(StoreError) {
    let id = Int(session["id"].integer ?? 0)
    self.init(session, try reader.meterRecords(ofTransaction: id), try reader.notedEvents(of: id))
  }

  var newestFirst: [JSONValue] { oldestFirst.reversed().map(\.json) }

  private mutating func add(
    _ session: Int, _ id: String, _ at: DateTime, _ type: Text, _ reason: String,
    _ more: [(String, JSONValue?)]
  ) {
    let json = JSONValue.members(
      [
        ("id", .string("\(session)-\(id)")), ("session_id", .integer(session)),
        ("date_time", .instant(at)), ("type", .text(type)), ("trigger_reason", .string(reason)),
        ("origin", "ledger"), ("created_at", .instant(at)), ("updated_at", .instant(at)),
      ] + more)
    oldestFirst.append(Event(at: at, type: type, json: json))
  }

  /// What a meter value says, in the words of an event; the rest in OCPP's own.
  private static func figures(_ value: MeterValue) -> [(String, JSONValue?)] {
    func number(_ measurand: Measurand) -> OCPPJSON.Decimal? {
      value.sampledValue.first { ($0.measurand ?? .energyActiveImportRegister) == measurand }?
        .value.withUTF8 { OCPPJSON.Decimal(canonical: $0) }
    }
    let raw = (try? JSONValue(parsing: bytes(of: value))) ?? [:]
    return [
      ("temperature", number(.temperature).map { .number($0) }),
      ("current", number(.currentImport).map { .number($0) }),
      ("voltage", number(.voltage).map { .number($0) }),
      ("meter_value", LiveFigures(MeterPacking.pack([value])).register.map { .integer(Int($0)) }),
      ("data", raw),
    ]
  }

  private static func bytes(of value: MeterValue) -> [UInt8] {
    var writer = JSONWriter(capacity: 512)
    value.write(&writer)
    return writer.withBytes { [UInt8]($0) }
  }

  static func json(_ event: NotedEvent) -> JSONValue {
    func number(_ text: Text?) -> JSONValue? {
      text?.withUTF8 { OCPPJSON.Decimal(canonical: $0) }.map { .number($0) }
    }
    return .members([
      ("id", .string("\(event.id)")), ("session_id", .integer(event.session)),
      ("date_time", .instant(event.at)), ("type", .text(event.type)),
      ("trigger_reason", event.triggerReason.map { .text($0) }),
      ("origin", event.origin.map { .text($0) }),
      ("data", event.data.flatMap { try? JSONValue(parsing: $0.bytes) }),
      ("temperature", number(event.temperature)), ("current", number(event.current)),
      ("voltage", number(event.voltage)),
      ("meter_value", event.meterValue.map { .integer($0) }),
      ("created_at", .instant(event.createdAt)), ("updated_at", .instant(event.updatedAt)),
    ])
  }
}

extension NotedEvent {
  /// Takes over what a body says; with `replacing` what it does not say is gone.
  mutating func take(_ body: FormValues, replacing: Bool = false) throws(Problem) {
    func says(_ name: String) -> Bool { replacing || body.has(name) }
    if let at = body.optionalInstant("date_time") { self.at = at }
    if let type = body.optionalText("type") { self.type = type }
    if says("trigger_reason") { triggerReason = body.optionalText("trigger_reason") }
    if says("origin") { origin = body.optionalText("origin") }
    if says("data") {
      let value = body.value("data")
      data = value == .null ? nil : value.map { Text(utf8: $0.bytes) }
    }
    if says("temperature") { temperature = body.decimal("temperature")?.canonicalText }
    if says("current") { current = body.decimal("current")?.canonicalText }
    if says("voltage") { voltage = body.decimal("voltage")?.canonicalText }
    if says("meter_value") { meterValue = body.optionalInteger("meter_value") }
    if let data, data.count > RecordLimits.jsonBytes {
      throw .invalid("data", "must have at most \(RecordLimits.jsonBytes) bytes")
    }
  }
}
