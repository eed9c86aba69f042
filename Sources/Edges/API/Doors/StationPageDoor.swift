import CStationPage
import Network

/// `/station`: a charge point that runs in the browser, as files that are part of the executable.
struct StationPageDoor: Sendable {
  /// A file of the page.
  struct File: Sendable {
    let name: String
    let type: String
    let etag: String
    let plain: [UInt8]
    let gzip: [UInt8]
  }

  let files: [File]

  init() {
    files = (0..<station_page_count()).compactMap { index in
      guard let file = station_page_file(index)?.pointee else { return nil }
      return File(
        name: String(cString: file.name), type: String(cString: file.type),
        etag: String(cString: file.etag),
        plain: Array(UnsafeBufferPointer(start: file.plain, count: file.plain_size)),
        gzip: Array(UnsafeBufferPointer(start: file.gzip, count: file.gzip_size)))
    }
  }

  init(files: [File]) { self.files = files }

  var routes: [Route] {
    guard let index = files.first(where: { $0.name == "index.html" }) else { return [missing] }
    return [page(index)] + files.filter { $0.name != "index.html" }.map(part)
  }

  /// The page's relative links need the slash at the end.
  private func page(_ file: File) -> Route {
    Route("GET", "/station", isPublic: true) { request, responder in
      guard request.http.path.hasSuffix("/") else {
        return responder.moved(to: "/station/", query: request.http.query)
      }
      StationPageDoor.answer(request, responder, file)
    }.documented(
      Operation(
        "Station in the browser", "A charge point in this tab",
        "An OCPP 1.6 station as WebAssembly with a page that looks like a charger. It connects to this server."
      ).answers(200, "The page.", .anyText, type: file.type)
        .answers(304, "The browser's copy is still good.")
        .answers(308, "The same path with a slash at the end.").withAnyQuery())
  }

  private func part(_ file: File) -> Route {
    Route("GET", "/station/\(file.name)", isPublic: true) { request, responder in
      StationPageDoor.answer(request, responder, file)
    }.documented(
      Operation("Station in the browser", "\(file.name) of the station page")
        .answers(200, "The file.", .anyText, type: file.type)
        .answers(304, "The browser's copy is still good.").withAnyQuery())
  }

  private var missing: Route {
    Route("GET", "/station", isPublic: true) { _, _ throws(Problem) in
      throw Problem(
        404,
        "This ocpp was built without the station page. In the source, `make browser` builds the page "
          + "and `make build` takes it in.")
    }.documented(
      Operation("Station in the browser", "A charge point in this tab; not part of this build")
        .answers(
          200, "The page, in a build that has it.", .anyText, type: "text/html; charset=utf-8"
        )
        .problems(404).withAnyQuery())
  }

  private static func answer(_ request: APIRequest, _ responder: Responder, _ file: File) {
    let isGzip = acceptsGzip(request.http.header("accept-encoding"))
    // A weak comparison: both encodings are the same file (RFC 9110 §13.1.2).
    let known = request.http.header("if-none-match") ?? ""
    let isKnown =
      known == "*"
      || known.split(separator: ",").contains {
        $0.trimmed().hasSuffix(file.etag)
      }
    responder.file(
      isKnown ? nil : (isGzip ? file.gzip : file.plain), type: file.type,
      headers: headers + [("ETag", "W/\(file.etag)")]
        + (isGzip && !isKnown ? [("Content-Encoding", "gzip")] : []))
  }

  /// Whether gzip is named and not refused with `q=0`.
  static func acceptsGzip(_ field: String?) -> Bool {
    (field ?? "").split(separator: ",").contains { part in
      let words = part.split(separator: ";").map { $0.trimmed().lowercased() }
      guard words.first == "gzip" || words.first == "*" else { return false }
      return !words.dropFirst().contains {
        $0.hasPrefix("q=0") && !$0.contains { ("1"..."9").contains($0) }
      }
    }
  }

  /// Everything comes from here, nobody frames the page, and its socket may go to any central system.
  private static let headers = [
    ("Cache-Control", "no-cache"), ("Vary", "Accept-Encoding"),
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
        + "connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
  ]
}

extension Substring {
  /// Without spaces and tabs at its ends.
  fileprivate func trimmed() -> Substring {
    var text = self
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
