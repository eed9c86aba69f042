import Network
import OCPPJSON
import ServerLog
import Store

/// Records on their way to one client as CSV (RFC 4180): a page is read, written, and the next one is
/// read when the client has taken most of it.
///
/// `@unchecked Sendable`: everything after `begin` happens on the loop of its connection.
final class RecordExport: @unchecked Sendable {
  /// Bytes that may wait for the client before another page is read.
  static let bufferedBytes = 131_072
  /// Records read at a time.
  static let pageRecords = 200
  /// How often it is looked whether the client took some, and how long it may take none, in
  /// milliseconds.
  static let pause: UInt64 = 20
  static let patience: UInt64 = 60_000

  private let resource: RecordResource
  private let conditions: [RecordCondition]
  private let services: Services
  private let isChunked: Bool
  /// Whether whoever asked may still see this.
  private let isAllowed: @Sendable () -> Bool
  private var stream: HTTPStream?
  private var timer: LoopTimer?
  private var cursor: RecordValue?
  /// What waited for the client when somebody looked last, and since when it is that much.
  private var waiting = 0
  private var waited: UInt64 = 0

  private init(
    _ resource: RecordResource, _ conditions: [RecordCondition], _ services: Services,
    isChunked: Bool, isAllowed: @escaping @Sendable () -> Bool
  ) {
    self.isAllowed = isAllowed
    self.resource = resource
    self.conditions = conditions
    self.services = services
    self.isChunked = isChunked
  }

  /// - Parameter isChunked: so that a client knows whether it got everything; one that speaks
  ///   HTTP/1.0 does not understand it.
  static func begin(
    _ resource: RecordResource, _ conditions: [RecordCondition], _ services: Services,
    _ request: APIRequest, _ responder: Responder, isChunked: Bool
  ) {
    let export = RecordExport(
      resource, conditions, services, isChunked: isChunked,
      isAllowed: services.mayStillSee(request))
    let stream = responder.stream(
      type: "text/csv; charset=utf-8; header=present",
      headers: [("Content-Disposition", "attachment; filename=\"\(resource.name).csv\"")]
        + (isChunked ? [("Transfer-Encoding", "chunked")] : [])
    ) { export.end() }
    guard let stream else { return }
    export.stream = stream
    export.write(CSV.line(resource.fields.map { CSV.guarded($0.name) }))
    export.readPage()
  }

  private func end() {
    timer?.cancel()
    timer = nil
    stream = nil
  }

  private func readPage() {
    guard let loop = stream?.loop else { return }
    let (kind, conditions, cursor) = (resource.kind, conditions, cursor)
    services.store.read { (reader) throws(StoreError) in
      try reader.page(
        kind, where: conditions, after: cursor, limit: RecordExport.pageRecords)
    } completion: { [self] result in
      loop.execute { [self] in pass(result) }
    }
  }

  private func pass(_ result: Result<Page<Record, RecordValue>, StoreError>) {
    guard let stream else { return }
    // Without the last chunk the client knows that something is missing.
    if !isAllowed() { return stream.finish() }
    switch result {
    case .failure(let error):
      services.log.error("store: \(error)")
      stream.finish()
    case .success(let page):
      var bytes: [UInt8] = []
      for record in page.rows { bytes += CSV.line(resource.fields.map { CSV.cell($0, record) }) }
      write(bytes)
      guard let next = page.next else {
        if isChunked { stream.write(Array("0\r\n\r\n".utf8)) }
        return stream.finish()
      }
      cursor = next
      goOn()
    }
  }

  private func write(_ bytes: [UInt8]) {
    // An empty chunk would be the last one.
    guard let stream, !bytes.isEmpty else { return }
    if !isChunked { return stream.write(bytes) }
    stream.write(
      Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8))
  }

  /// Reads on as soon as the client has room.
  private func goOn() {
    guard let stream else { return }
    if stream.bufferedBytes < RecordExport.bufferedBytes {
      waited = 0
      return readPage()
    }
    if stream.bufferedBytes < waiting { waited = 0 }
    waiting = stream.bufferedBytes
    waited += RecordExport.pause
    if waited > RecordExport.patience { return stream.finish() }
    timer = stream.loop.schedule(afterMilliseconds: RecordExport.pause) { [self] in goOn() }
  }
}

/// Cells and lines of a CSV file.
enum CSV {
  /// A line of cells that are written already.
  static func line(_ cells: [String]) -> [UInt8] {
    Array((cells.joined(separator: ",") + "\r\n").utf8)
  }

  static func cell(_ field: RecordField, _ record: Record) -> String {
    if let derive = field.derive { return plain(derive(record) ?? .null, field) }
    return field.shown(record[field.name]).map { plain($0, field) } ?? ""
  }

  private static func plain(_ value: JSONValue, _ field: RecordField) -> String {
    switch value {
    case .null: return ""
    case .text(let text):
      // Amounts and instants are the server's own; everything else may be somebody's words.
      let isNumber = field.derive != nil || field.storage == .instant
      return isNumber ? text.description : guarded(text.description)
    case .bool, .number: return String(decoding: value.bytes, as: UTF8.self)
    case .list, .object: return guarded(String(decoding: value.bytes, as: UTF8.self))
    }
  }

  /// A text that no spreadsheet takes for a formula, in quotes where it needs them.
  static func guarded(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, formulaStarts.contains(first) { text = "'" + text }
    let needsQuotes =
      text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
      || text.first == " " || text.last == " "
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// What spreadsheets begin formulas with, the wide forms too.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
}
