/// The OpenAPI document as one page: no script, nothing from elsewhere, so that it also works saved
/// to a disk. Everything opens and closes by keyboard, because it is `<details>`.
struct DocsPage: Sendable {
  let document: OpenAPIDocument

  var html: String {
    var page = DocsPage.head
    let tags = document.routes.compactMap { $0.operation?.tag }
    var seen: Set<String> = []
    let sections = tags.filter { seen.insert($0).inserted }
    page += "<nav aria-label=\"Parts\"><ul>"
    for tag in sections { page += "<li><a href=\"#\(anchor(tag))\">\(escaped(tag))</a></li>" }
    page += "</ul></nav>\n<main id=\"main\">\n<p>\(escaped(OpenAPIDocument.introduction))</p>\n"
    if !document.isOpen {
      let open = document.routes.filter { $0.isPublic && $0.operation != nil }
      let names = open.map { "<code>\($0.method) \(escaped($0.path))</code>" }
      page += "<p>All of it needs an API key, or the access token of a sign-in, "
      page += "<code>Authorization: Bearer &lt;key&gt;</code>, "
      page += "except \(names.joined(separator: ", ")).</p>\n"
    }
    for tag in sections {
      page += "<section aria-labelledby=\"\(anchor(tag))\">"
      page += "<h2 id=\"\(anchor(tag))\">\(escaped(tag))</h2>\n"
      for route in document.routes where route.operation?.tag == tag { page += html(route) }
      page += "</section>\n"
    }
    return page + "</main>\n</body>\n</html>\n"
  }

  private static let head = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>The HTTP interface · swift-ocpp</title>
    <style>
    :root { color-scheme: light dark; --line: #8886; --soft: #8882; }
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
    details { border: 1px solid var(--line); border-radius: .4rem; margin: .4rem 0; }
    summary { cursor: pointer; padding: .4rem .7rem; }
    summary:focus-visible, a:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
    details > div { padding: 0 .7rem .7rem; overflow-x: auto; }
    .method { display: inline-block; min-width: 4.5rem; font-weight: 700; }
    code, pre { font: 14px/1.45 ui-monospace, monospace; }
    pre { background: var(--soft); padding: .6rem; overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0;
      border-bottom: 1px solid var(--line); }
    </style>
    </head>
    <body>
    <h1>The HTTP interface</h1>

    """

  private func html(_ route: Route) -> String {
    guard let operation = route.operation else { return "" }
    var part = "<details id=\"\(OpenAPIDocument.identifier(route))\"><summary>"
    part += "<span class=\"method\">\(route.method)</span> <code>\(escaped(route.path))</code> "
    part += "\(escaped(operation.summary))</summary><div>\n"
    if !operation.details.isEmpty { part += "<p>\(escaped(operation.details))</p>\n" }
    part += table(
      "Parameters", ["Name", "In", "What", "Meaning"],
      operation.parameters.map { parameter in
        [
          "<code>\(escaped(parameter.name))</code>", parameter.place.rawValue,
          escaped(parameter.shape.words), escaped(parameter.summary),
        ]
      })
    if let body = operation.body { part += members("Body", body) }
    for answer in operation.answers {
      let title = "Answer \(answer.status): \(answer.summary)"
      if let shape = answer.shape, !shape.members.isEmpty {
        part += members(title, shape)
      } else {
        part += "<h3>\(escaped(title))</h3>\n"
      }
    }
    let statuses = Set(operation.problems + (route.isPublic ? [] : [401])).sorted()
    if !statuses.isEmpty {
      let words = statuses.map { "\($0) \(Problem($0, "").title)" }
      part += "<p>Problems: \(escaped(words.joined(separator: ", "))).</p>\n"
    }
    return part + "</div></details>\n"
  }

  private func members(_ title: String, _ shape: Shape) -> String {
    if shape.members.isEmpty { return "<h3>\(escaped(title))</h3><p>Any JSON object.</p>\n" }
    return table(
      title, ["Member", "What", "Meaning"],
      shape.members.map { member in
        [
          "<code>\(escaped(member.name))</code>\(member.isRequired ? " (required)" : "")",
          escaped(member.shape.words), escaped(member.summary),
        ]
      })
  }

  private func table(_ title: String, _ heads: [String], _ rows: [[String]]) -> String {
    if rows.isEmpty { return "" }
    var part = "<h3>\(escaped(title))</h3>\n<table><thead><tr>"
    for head in heads { part += "<th scope=\"col\">\(head)</th>" }
    part += "</tr></thead><tbody>\n"
    for row in rows {
      part += "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }
    return part + "</tbody></table>\n"
  }

  private func anchor(_ tag: String) -> String {
    tag.lowercased().map { $0.isLetter ? String($0) : "-" }.joined()
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}

extension Shape {
  /// The shape in words, for people.
  var words: String {
    switch self {
    case .text(let length):
      length.upperBound == .max ? "text" : "text of \(length.lowerBound) to \(length.upperBound)"
    case .words(let words): words.joined(separator: " | ")
    case .integer(let range):
      range.upperBound >= Int(Int32.max)
        ? "whole number" : "whole number \(range.lowerBound)…\(range.upperBound)"
    case .number: "number"
    case .boolean: "true | false"
    case .instant: "date-time"
    case .day: "date or date-time"
    case .list(let shape, _): "list of \(shape.words)"
    case .object(let members): "{ \(members.map(\.name).joined(separator: ", ")) }"
    case .map: "object"
    case .anything: "anything"
    case .orNull(let shape): shape.words
    case .named(let name, let shape): "\(name) \(shape.words)"
    }
  }
}
