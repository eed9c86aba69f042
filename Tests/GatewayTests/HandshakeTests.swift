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

@Suite("Who may come in")
struct AdmissionTests {
  private static let password = "a-password-of-20-chr"

  private func strictServer() throws -> LocalServer {
    var options = LocalServer.Options()
    options.rules = StationDirectory.Rules()
    let server = try LocalServer(options)
    let digest = PasswordDigest(password: Array(Self.password.utf8))
    server.directory.set("CP001", StationAccess(credential: digest))
    server.directory.set("OFF", StationAccess(isEnabled: false, credential: digest))
    server.directory.set("BARE", StationAccess())
    return server
  }

  /// `Authorization: Basic` for a user and a password.
  private func basic(_ user: String, _ password: String) -> [(String, String)] {
    [("Authorization", "Basic " + Data("\(user):\(password)".utf8).base64EncodedString())]
  }

  @Test("A station with its password is let in")
  func rightPassword() throws {
    let server = try strictServer()

    #expect(
      server.http.upgrade("/ocpp/CP001", basic("CP001", Self.password)).status == 101)
  }

  @Test("A colon in the identity does not confuse the user with the password")
  func identityWithColon() throws {
    let server = try strictServer()
    let digest = PasswordDigest(password: Array(Self.password.utf8))
    server.directory.set("AA:BB", StationAccess(credential: digest))

    #expect(server.http.upgrade("/ocpp/AA:BB", basic("AA:BB", Self.password)).status == 101)
    #expect(server.http.upgrade("/ocpp/AA:BB", basic("AA", Self.password)).status == 401)
    #expect(server.http.upgrade("/ocpp/AA:BB", basic("AA:BC", Self.password)).status == 401)
  }

  @Test("A wrong or missing password, a wrong user and broken fields are unauthorized")
  func wrongPassword() throws {
    let server = try strictServer()
    let attempts: [[(String, String)]] = [
      [], basic("CP001", "a-password-of-20-chR"), basic("CP001", ""), basic("CP002", Self.password),
      basic("cp001", Self.password), basic("", Self.password), basic("CP001", Self.password + "x"),
      [("Authorization", "Basic !!!")], [("Authorization", "Bearer \(Self.password)")],
      [("Authorization", "Basic " + Data("CP001".utf8).base64EncodedString())],
    ]
    for attempt in attempts {
      let reply = server.http.upgrade("/ocpp/CP001", attempt)
      #expect(reply.status == 401, "\(attempt)")
      #expect(reply.headers["www-authenticate"] == "Basic realm=\"ocpp\", charset=\"UTF-8\"")
      #expect(reply.json["title"] as? String == "Unauthorized")
    }
    #expect(server.statistics().refused == 10)
  }

  @Test("A station without a password on record cannot come in where one is needed")
  func noCredential() throws {
    let server = try strictServer()

    #expect(server.http.upgrade("/ocpp/BARE", basic("BARE", "")).status == 401)
    #expect(server.http.upgrade("/ocpp/BARE").status == 401)
  }

  @Test("Unknown and switched-off stations look the same from outside")
  func unknown() throws {
    let server = try strictServer()

    let unknown = server.http.upgrade("/ocpp/NOBODY", basic("NOBODY", Self.password))
    let off = server.http.upgrade("/ocpp/OFF", basic("OFF", Self.password))

    #expect(unknown.status == 404)
    #expect(off.status == 404)
    #expect(unknown.text == off.text)
  }

  @Test("Without required passwords a station on record needs none, and is still needed on record")
  func passwordsOff() throws {
    var options = LocalServer.Options()
    options.rules = StationDirectory.Rules(proof: .none)
    let server = try LocalServer(options)
    server.directory.set("BARE", StationAccess())

    #expect(server.http.upgrade("/ocpp/BARE").status == 101)
    #expect(server.http.upgrade("/ocpp/NOBODY").status == 404)
  }

  @Test("An open door lets strangers in, but keeps out who is switched off")
  func open() {
    let rules = StationDirectory.Rules(admitsUnknown: true)
    let directory = StationDirectory(rules: rules)
    directory.set("OFF", StationAccess(isEnabled: false))
    directory.set("KNOWN", StationAccess(credential: PasswordDigest(password: [1])))

    let none = StationDirectory.Credentials()
    let right = StationDirectory.Credentials(basic: .init(user: "KNOWN", password: [1]))
    #expect(directory.decide("NEW", none, under: rules) == .admit)
    #expect(directory.decide("OFF", none, under: rules) == .unknown)
    #expect(directory.decide("KNOWN", none, under: rules) == .wrongPassword)
    #expect(directory.decide("KNOWN", right, under: rules) == .admit)
    #expect(directory.count == 2)
    directory.remove("OFF")
    #expect(directory.access(of: "OFF") == nil)
  }

  @Test("With certificates the name in it must be the identity, and nothing else counts")
  func certificates() {
    let rules = StationDirectory.Rules(proof: .certificate)
    let directory = StationDirectory(rules: rules)
    directory.set("CP1", StationAccess(credential: PasswordDigest(password: [1])))
    directory.set("OFF", StationAccess(isEnabled: false))
    func decide(_ identity: Text, _ certificate: ClientCertificate?) -> StationDirectory.Decision {
      let basic = BasicCredentials(user: "CP1", password: [1])
      return directory.decide(
        identity, .init(basic: basic, certificate: certificate), under: rules)
    }

    #expect(decide("CP1", ClientCertificate(commonName: "CP1")) == .admit)
    #expect(decide("CP1", ClientCertificate(commonName: nil, dnsNames: ["a", "CP1"])) == .admit)
    #expect(decide("CP1", ClientCertificate(commonName: "cp1")) == .wrongCertificate)
    #expect(decide("CP1", ClientCertificate(commonName: "CP10")) == .wrongCertificate)
    #expect(decide("CP1", nil) == .wrongCertificate)
    #expect(decide("OFF", ClientCertificate(commonName: "OFF")) == .unknown)
    #expect(decide("NEW", ClientCertificate(commonName: "NEW")) == .unknown)
    #expect(decide("NEW", ClientCertificate(commonName: "CP1")) == .wrongCertificate)
  }

  @Test("The password of a station may be any bytes")
  func binaryPassword() throws {
    let server = try strictServer()
    let password: [UInt8] = [0, 255, 58, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    server.directory.set("RAW", StationAccess(credential: PasswordDigest(password: password)))

    let station = try server.connect(
      "RAW", auth: BasicCredentials(user: "RAW", password: password))

    #expect(station.ask(#"[2,"1","Heartbeat",{}]"#) != nil)
  }
}

@Suite("What is kept of a password")
struct PasswordDigestTests {
  @Test("Only the password itself matches")
  func matches() {
    let digest = PasswordDigest(password: Array("correct horse battery".utf8))

    #expect(digest.matches(Array("correct horse battery".utf8)))
    #expect(!digest.matches(Array("correct horse batterz".utf8)))
    #expect(!digest.matches([]))
    #expect(!digest.matches(Array("correct horse battery ".utf8)))
  }

  @Test("The same password is kept differently each time, and comes back from what was kept")
  func salted() {
    let one = PasswordDigest(password: [1, 2, 3])
    let two = PasswordDigest(password: [1, 2, 3])

    #expect(one != two)
    #expect(one.salt.count == 16)
    #expect(one.digest.count == 32)
    #expect(PasswordDigest(salt: one.salt, digest: one.digest).matches([1, 2, 3]))
  }

  @Test("Identities have 1 to 48 characters of OCPP's set")
  func identities() {
    #expect(StationIdentity.isValid("A"))
    #expect(StationIdentity.isValid("azAZ09*-_=:+|@."))
    #expect(!StationIdentity.isValid(""))
    #expect(!StationIdentity.isValid("ä"))
    #expect(StationIdentity.isValid(String(repeating: "a", count: 48)))
    #expect(!StationIdentity.isValid(String(repeating: "a", count: 49)))
    for character in " /\\\"'%&?#,;()[]{}<>!$~^`\t\n" {
      #expect(!StationIdentity.isValid("a\(character)"), "\(character)")
    }
  }
}
