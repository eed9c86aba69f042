import API
import TestKit
import Testing

@Suite("Paths and methods")
struct RoutingTests {
  static let readable = [
    "/health", "/services", "/connections", "/statistics", "/metrics", "/charge-points",
    "/transactions", "/tokens",
  ]

  @Test("Every list answers GET, with and without slash at the end", arguments: readable)
  func get(path: String) throws {
    let server = try LocalServer()

    let plain = server.http.get(path)

    #expect(plain.status == 200)
    #expect(plain.headers["cache-control"] == "no-store")
    #expect(server.http.get(path + "/").status == 200)
    #expect(server.http.get("/" + path).status == 200)
  }

  @Test("HEAD is answered like GET, without the body", arguments: readable)
  func head(path: String) throws {
    let server = try LocalServer()

    let head = server.http.request("HEAD", path)

    #expect(head.status == 200)
    #expect(head.body.isEmpty)
    #expect((Int(head.headers["content-length"] ?? "") ?? 0) > 2)
    #expect(head.headers["content-type"] == server.http.get(path).headers["content-type"])
  }

  static let allowed = [
    ("/health", "GET"), ("/connections", "GET"), ("/connections/X", "GET, DELETE"),
    ("/connections/X/send", "POST"), ("/charge-points", "GET, POST"),
    ("/charge-points/X", "GET, PATCH, DELETE"), ("/transactions", "GET"),
    ("/transactions/1", "GET"), ("/transactions/1/meter-values", "GET"), ("/tokens", "GET, POST"),
    ("/tokens/X", "DELETE"),
  ]

  @Test("A method that a path does not take is 405 with those it takes", arguments: allowed)
  func methodNotAllowed(path: String, methods: String) throws {
    let server = try LocalServer()

    let reply = server.http.request("PUT", path)

    expectProblem(reply, 405, "This path takes \(methods).", at: path)
    #expect(reply.headers["allow"] == methods)
  }

  @Test(
    "A path that is none is 404",
    arguments: ["/", "/nothing", "/health/x", "/connections/a/b", "/Health", "/tokens/%zz"])
  func notFound(path: String) throws {
    let server = try LocalServer()

    expectProblem(server.http.get(path), 404, "There is nothing at this path.", at: path)
  }
}
