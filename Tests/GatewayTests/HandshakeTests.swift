import Foundation
import Gateway
import Network
import OCPPJSON
import TestKit
import Testing

extension HTTPClient {
  /// Asks for a WebSocket; 101 is a success.
  func upgrade(_ path: String, subprotocol: String? = "ocpp1.6", _ more: [(String, String)] = [])
    -> Reply
  {
    var headers = [
      ("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Version", "13"),
      ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ]
    if let subprotocol { headers.append(("Sec-WebSocket-Protocol", subprotocol)) }
    return get(path, headers + more)
  }
}

@Suite("The stations' door")
struct HandshakeTests {
  static let longest = String(repeating: "x", count: 48)

  @Test(
    "A valid identity is let in",
    arguments: [
      "/ocpp/CP001", "/ocpp/a", "/ocpp/\(longest)", "/ocpp/%43P%30%30%31", "/ocpp/A*-_=:+@.9",
      "/ocpp/a%7Cb", "/ocpp/CP001/", "/ocpp/CP001?version=1.6", "/ocpp?chargePointId=CP001",
      "/ocpp/?chargePointId=CP%3A1", "/ocpp?x=1&chargePointId=\(longest)",
    ])
  func valid(path: String) throws {
    let server = try LocalServer()

    let reply = server.http.upgrade(path)

    #expect(reply.status == 101)
    #expect(reply.headers["sec-websocket-protocol"] == "ocpp1.6")
    #expect(reply.headers["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
  }

  @Test(
    "An invalid identity is a bad request",
    arguments: [
      "/ocpp", "/ocpp/", "/ocpp/\(longest)x", "/ocpp/a%20b", "/ocpp/a%2Fb", "/ocpp/a/b",
      "/ocpp/%C3%A4", "/ocpp/%zz", "/ocpp/a%", "/ocpp/a%00", "/ocpp/a,b", "/ocpp/a%22b",
      "/ocpp?chargePointId=", "/ocpp?chargePointId=\(longest)x", "/ocpp?chargepointid=CP001",
      "/ocpp?chargePointId=a+b", "/ocpp/a/b?chargePointId=CP001",
    ])
  func invalid(path: String) throws {
    let server = try LocalServer()

    let reply = server.http.upgrade(path)

    #expect(reply.status == 400)
    #expect(reply.headers["content-type"] == "application/problem+json")
    #expect(reply.json["status"] as? Int == 400)
    #expect(reply.json["title"] as? String == "Bad Request")
    #expect(server.gateway.connectionCount == 0)
  }

  @Test("The identity is what stands in the address once escapes are resolved")
  func decoded() throws {
    let server = try LocalServer()
    let one = try server.connect("", path: "/ocpp/%43P%7C1")
    let two = try server.connect("", path: "/ocpp?chargePointId=CP%3A2&version=1.6")

    #expect(server.connections().map(\.station) == ["CP:2", "CP|1"])
    withExtendedLifetime((one, two)) {}
  }

  @Test("A path that only begins like the door is no station's")
  func otherPaths() throws {
    let server = try LocalServer()

    #expect(server.http.upgrade("/ocppx/CP1").status == 404)
    #expect(server.http.upgrade("/OCPP/CP1").status == 404)
  }

  @Test("Who does not ask for a WebSocket is told to upgrade")
  func plainHTTP() throws {
    let server = try LocalServer()

    let reply = server.http.get("/ocpp/CP001")

    #expect(reply.status == 426)
    #expect(reply.headers["upgrade"] == "websocket")
    #expect(reply.json["title"] as? String == "Upgrade Required")
  }

  @Test(
    "ocpp1.6 is chosen wherever it stands in the offer",
    arguments: ["ocpp1.6", "ocpp2.1, ocpp2.0.1,ocpp1.6", "ocpp1.6, ocpp2.0.1", "x,ocpp1.6"])
  func negotiated(offer: String) throws {
    let server = try LocalServer()

    #expect(
      server.http.upgrade("/ocpp/CP001", subprotocol: offer).headers["sec-websocket-protocol"]
        == "ocpp1.6")
  }

  struct NoVersion: Sendable {
    let path: String
    let subprotocols: [String]
  }

  @Test(
    "Without a common version the handshake completes and the socket closes at once",
    arguments: [
      NoVersion(path: "/ocpp/CP001", subprotocols: ["ocpp2.0.1"]),
      NoVersion(path: "/ocpp/CP001", subprotocols: ["OCPP1.6"]),
      // What is offered counts, whatever the query says.
      NoVersion(path: "/ocpp/CP001?version=1.6", subprotocols: ["ocpp2.0.1"]),
      NoVersion(path: "/ocpp/CP001", subprotocols: []),
      NoVersion(path: "/ocpp/CP001?version=2.0.1", subprotocols: []),
      NoVersion(path: "/ocpp/CP001?version=", subprotocols: []),
    ])
  func noCommonVersion(_ request: NoVersion) throws {
    let server = try LocalServer()

    let station = try server.connect("", path: request.path, subprotocols: request.subprotocols)

    let closing = try #require(station.closing())
    #expect(station.subprotocol == nil)
    #expect(closing.code == 1002)
    #expect(closing.reason == "No common subprotocol; this server speaks ocpp1.6.")
    #expect(server.gateway.connectionCount == 0)
  }

  @Test("version=1.6 does when no subprotocol is offered")
  func versionInQuery() throws {
    let server = try LocalServer()

    let station = try server.connect("", path: "/ocpp/CP001?version=1.6", subprotocols: [])

    #expect(station.subprotocol == nil)
    #expect(station.ask(#"[2,"1","Heartbeat",{}]"#)?.hasPrefix(#"[3,"1","#) == true)
  }

  @Test("A broken upgrade is refused by the network and leaves no seat behind")
  func badUpgrade() throws {
    let server = try LocalServer()

    let reply = server.http.get(
      "/ocpp/CP001", [("Upgrade", "websocket"), ("Connection", "Upgrade")])

    #expect(400..<427 ~= reply.status)
    #expect(server.gateway.connectionCount == 0)
  }

  @Test("Refusals are counted, and the log does not repeat what was sent")
  func counted() throws {
    let server = try LocalServer()
    _ = server.http.upgrade("/ocpp/evil%0Aline")
    _ = server.http.get("/ocpp/CP001")

    #expect(server.statistics().refused == 2)
    #expect(server.log.allSatisfy { !$0.contains("evil") })
  }
}
