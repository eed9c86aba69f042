import Access

/// `/openapi.json` and `/docs`: the interface as it describes itself. Both are public: a browser cannot
/// show a key for a page, and nothing is in them that the sources do not say.
struct DocsDoor: Sendable {
  /// The routes that describe all `others` and themselves.
  static func routes(describing others: [Route], isOpen: Bool) -> [Route] {
    // What is described includes these two, whose operations need no handler.
    let own = [("/openapi.json", jsonOperation), ("/docs", docsOperation)]
    let described =
      others + own.map { Route("GET", $0.0, isPublic: true) { _, _ in }.documented($0.1) }
    let document = OpenAPIDocument(routes: described, isOpen: isOpen)
    let json = document.json.bytes
    let page = DocsPage(document: document).html
    return [
      Route("GET", "/openapi.json", isPublic: true) { _, responder in
        responder.raw(200, json)
      }.documented(jsonOperation),
      Route("GET", "/docs", isPublic: true) { _, responder in
        responder.text(page, type: "text/html; charset=utf-8")
      }.documented(docsOperation),
    ]
  }

  private static let jsonOperation = Operation("About", "This document")
    .answers(200, "OpenAPI 3.1.", .map(.anything))
  private static let docsOperation = Operation(
    "About", "This document, to read", "One page without anything from elsewhere."
  ).answers(200, "HTML.", .anyText, type: "text/html; charset=utf-8").withAnyQuery()
}
