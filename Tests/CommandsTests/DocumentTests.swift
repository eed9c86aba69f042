import Foundation
import Gateway
import OCPPJSON
import ServerLog
import TestKit
import Testing

@testable import API

@Suite("The OpenAPI document")
struct DocumentTests {
  private func server() throws -> LocalServer {
    var options = LocalServer.Options()
    options.api = APIOptions(hasTestAPI: true)
    return try LocalServer(options)
  }

  /// All routes of a server with everything switched on.
  private func routes(_ server: LocalServer) -> [Route] {
    APIServer(
      gateway: server.gateway, store: server.store, tokens: server.tokens,
      keys: KeyGuard(isOpen: true), log: .init(threshold: .error) { _ in },
      clock: { TestClock.start },
      options: APIOptions(hasTestAPI: true)
    ).routes
  }

  @Test("Every route is documented, and every documented route exists")
  func routesAndDocument() throws {
    let server = try server()
    let paths = try #require(server.get("/openapi.json").json["paths"] as? [String: [String: Any]])
    let documented = Set(
      paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
    let routes = routes(server)

    #expect(documented == Set(routes.map { "\($0.method) \($0.path)" }))
    #expect(documented.count == routes.count)
    #expect(documented.count > 45)
    // Asked over HTTP, none of them is unknown: at worst something is missing in it.
    for path in paths.keys {
      let concrete = path.replacing(/\{[a-z_]+\}/, with: "1.6")
      let reply = server.http.request("OPTIONS", concrete)
      #expect(reply.status == 405, "\(path)")
    }
  }

  @Test("The parameters of a path are those that are documented")
  func pathParameters() throws {
    for route in routes(try server()) {
      let operation = try #require(route.operation, "\(route.path)")
      let names = route.parts.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
      let declared = operation.parameters.filter { $0.place == .path }.map(\.name)
      #expect(names == declared, "\(route.method) \(route.path)")
      #expect(!operation.answers.isEmpty && !operation.summary.isEmpty, "\(route.path)")
    }
  }

  @Test("A parameter of the query that does not exist is refused by its name, with those that do")
  func unknownParameters() throws {
    let server = try server()
    for route in routes(server) where !route.parts.contains(where: { $0.hasPrefix("{") }) {
      let operation = try #require(route.operation)
      let reply = server.http.request(route.method, route.path + "?colour=red&limt=3&colour=blue")
      if operation.takesAnyQuery {
        #expect([200, 308, 404].contains(reply.status), "\(route.path)")
        continue
      }
      #expect(reply.status == 400, "\(route.method) \(route.path) \(reply.text)")
      #expect(
        reply.errors == ["colour: unknown parameter", "limt: unknown parameter"], "\(route.path)")
      let detail = reply.string("detail") ?? ""
      #expect(detail.hasPrefix("The query has unknown parameters: colour, limt. It takes "))
      for name in operation.queryNames { #expect(detail.contains(name), "\(route.path)") }
    }
    // Only pages and their files are for browsers, which follow anybody's links.
    let pages = routes(server).filter { $0.operation?.takesAnyQuery == true }
    #expect(pages.allSatisfy { $0.path == "/docs" || $0.path.hasPrefix("/station") })
    #expect(pages.contains { $0.path == "/docs" })
  }

  @Test(
    "Parameters are names as they are encoded, given or not, and nothing between two & is nothing")
  func parameterNames() throws {
    let server = try server()
    #expect(server.get("/transactions?").status == 200)
    #expect(server.get("/transactions?&limit=1&").status == 200)
    #expect(server.get("/transactions?%6Cimit=1").status == 200)
    #expect(server.get("/transactions?Limit=1").errors == ["Limit: unknown parameter"])
    #expect(server.get("/transactions?limit%20=1").errors == ["limit : unknown parameter"])
    #expect(server.get("/transactions?=1").status == 400)
    #expect(server.get("/transactions?%zz=1").status == 400)
    #expect(server.http.request("HEAD", "/transactions?x=1").status == 400)
    #expect(server.get("/health?x=1").string("detail")?.hasSuffix("It takes none.") == true)
    // A command's lists are taken from the query too.
    let profile = #"%7B%22chargingProfileId%22%3A1%7D"#
    let reply = server.post("/charge_points/NONE/charging_profile?profile=\(profile)")
    #expect(reply.status == 400 && !reply.text.contains("unknown parameter"))
  }

  @Test("References lead somewhere, and operations have names of their own")
  func references() throws {
    let server = try server()
    let text = server.get("/openapi.json").text
    let document = server.get("/openapi.json").json
    let components = document["components"] as? [String: Any]
    let schemas = try #require(components?["schemas"] as? [String: Any])
    for match in text.matches(of: /"#\/components\/schemas\/([A-Za-z]+)"/) {
      #expect(schemas[String(match.1)] != nil)
    }
    let names = routes(server).map { OpenAPIDocument.identifier($0) }
    #expect(Set(names).count == names.count)
    #expect(document["openapi"] as? String == "3.1.0")
  }

  @Test("Both need no key, as little as a browser can show, and say what needs one")
  func key() throws {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "secret")])
    let server = try LocalServer(options)
    let key = [("Authorization", "Bearer secret")]
    for path in ["/jobs", "/charge_points"] {
      #expect(server.get(path).status == 401)
      #expect(server.http.get(path, key).status == 200)
    }
    for path in ["/openapi.json", "/docs"] {
      #expect(server.get(path).status == 200)
      #expect(server.get(path).text == server.http.get(path, key).text)
    }
    let document = server.get("/openapi.json").json
    #expect((document["security"] as? [[String: Any]])?.first?["apiKey"] != nil)
    let page = server.get("/docs").text
    #expect(page.contains("needs an API key"))
    // What it says needs none is what is served without one, and nothing else.
    let sentence = page.components(separatedBy: "except ").dropFirst().first?
      .components(separatedBy: "</p>").first
    for route in [
      "GET /docs", "GET /openapi.json", "GET /health", "POST /auth/login", "POST /api/ocpp/webhook",
      "GET /station",
    ] {
      #expect(sentence?.contains("<code>\(route)</code>") == true)
    }
    #expect(sentence?.contains("GET /jobs") == false)
  }

  @Test("The page holds every route and nothing from elsewhere")
  func page() throws {
    let server = try server()
    let reply = server.get("/docs/")
    #expect(reply.headers["content-type"] == "text/html; charset=utf-8")
    for route in routes(server) { #expect(reply.text.contains("<code>\(route.path)</code>")) }
    for word in ["http:", "<script", "<link", "src=", "@import", "url("] {
      #expect(!reply.text.contains(word), "\(word)")
    }
    let https = reply.text.matches(of: /https:\/\/[a-z.]+/).map { String($0.0) }
    // Addresses of examples in sentences, not of anything the page would fetch.
    #expect(https.allSatisfy { $0 == "https:" || $0.contains("example") })
  }
}

@Suite("Shapes")
struct ShapeTests {
  private func faults(_ shape: Shape, _ json: String) throws -> [String] {
    shape.faults(try JSONValue(parsing: Array(json.utf8)), at: "").map {
      "\($0.field)|\($0.message)"
    }
  }

  @Test("Each kind takes its own and names what it is")
  func kinds() throws {
    let member = Shape.object([.init("a", .list(.integer(1...2), 1...2), required: true)])
    let cases: [(Shape, String, [String])] = [
      (.anything, "[null,1]", []), (.text(2...3), "\"ab\"", []),
      (.text(2...3), "\"a\"", ["|must have 2 to 3 characters"]),
      (.text(2...Int.max), "\"a\"", ["|must have at least 2 characters"]),
      (.text(2...3), "1", ["|must be a text"]), (.words(["a"]), "null", ["|must be a text"]),
      (.number, "\"1\"", ["|must be a number"]), (.number, "1.5", []),
      (.boolean, "0", ["|must be true or false"]), (.boolean, "true", []),
      (.instant, "1", ["|must be an RFC 3339 date-time"]),
      (.list(.number, 2...3), "[1]", ["|must have 2 to 3 items"]),
      (.list(.number, 2...Int.max), "[1]", ["|must have at least 2 items"]),
      (.list(.number), "{}", ["|must be a list"]), (.map(.number), "[]", ["|must be an object"]),
      (.map(.number), "{\"x\":[]}", ["x|must be a number"]),
      (.named("N", member), "7", ["|must be an object"]),
      (member, "{\"a\":[3]}", ["a[0]|must be a whole number from 1 to 2"]),
      (member, "{}", ["a|is required"]),
    ]
    for (shape, json, expected) in cases { #expect(try faults(shape, json) == expected, "\(json)") }
  }

  @Test("A query parameter is what its shape says")
  func query() {
    #expect(Shape.integer(1...9).value(ofQuery: "7") == 7)
    #expect(Shape.integer(1...9).value(ofQuery: "seven") == nil)
    #expect(Shape.anyText.value(ofQuery: "7") == "7")
    #expect(Shape.boolean.value(ofQuery: "false") == false)
    #expect(Shape.boolean.value(ofQuery: "no") == nil)
    #expect(Shape.named("N", .boolean).value(ofQuery: "true") == true)
    #expect(Shape.map(.anything).value(ofQuery: "{\"a\":[null]}") == ["a": [.null]])
  }

  @Test("Many faults are counted, not all told in the sentence")
  func manyFaults() {
    let problem = Problem(invalid: (1...120).map { .init(field: "f\($0)", message: "m") })
    #expect(problem.detail.hasSuffix("(and 117 more)"))
    #expect(problem.errors?.count == 100)
    #expect(Problem(invalid: [.init(field: "", message: "m")]).detail.hasSuffix("body: m"))
  }

  @Test("JSON is written as it was read")
  func roundTrip() throws {
    let text = #"{"a":[1,1.50,true,null,"ü\n"],"b":{}}"#
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(
      String(decoding: value.bytes, as: UTF8.self) == #"{"a":[1,1.50,true,null,"ü\n"],"b":{}}"#)
    #expect(value["a"] != nil && value["c"] == nil)
    #expect(JSONValue.null["a"] == nil)
    #expect(Shape.list(.named("N", .map(.anyText))).named.map(\.name) == ["N"])
    #expect(Shape.number.words == "number" && Shape.list(.instant).words == "list of date-time")
  }
}
