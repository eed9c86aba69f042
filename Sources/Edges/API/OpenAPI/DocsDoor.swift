import Access

/// `/openapi.json` and `/docs`: the interface as it describes itself.
struct DocsDoor: Sendable {
  /// The routes that describe all `others` and themselves.
  static func routes(describing others: [Route], isOpen: Bool) -> [Route] {
    // What is described includes these two, whose operations need no handler.
    let own = [("/openapi.json", jsonOperation), ("/docs", docsOperation)]
    let described =
      others + own.map { Route("GET", $0.0) { _, _ in }.documented($0.1) }
    let document = OpenAPIDocument(routes: described, isOpen: isOpen)
    let json = document.json.bytes
    let page = DocsPage(document: document).html
    return [
      Route("GET", "/openapi.json") { _, responder in
        responder.raw(200, json)
      }.documented(jsonOperation).open(to: .driver, reach: .nothing),
      Route("GET", "/docs") { _, responder in
        responder.text(page, type: "text/html; charset=utf-8")
      }.documented(docsOperation).open(to: .driver, reach: .nothing),
    ]
  }

  private static let jsonOperation = Operation("About", "This document")
    .answers(200, "OpenAPI 3.1.", .map(.anything))
  private static let docsOperation = Operation(
    "About", "This document, to read", "One page without anything from elsewhere."
  ).answers(200, "HTML.", .anyText, type: "text/html; charset=utf-8").withAnyQuery()
}
