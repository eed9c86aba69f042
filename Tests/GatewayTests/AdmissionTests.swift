import Foundation
import Gateway
import Network
import OCPPJSON
import TestKit
import Testing

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

  @Test("Whoever does not know a station's password cannot keep it out")
  func lockedOut() throws {
    var options = LocalServer.Options()
    options.rules = StationDirectory.Rules()
    options.gateway.handshakesPerStation = RateLimit(burst: 5, perSecond: 0)
    options.gateway.failuresPerAddress = RateLimit(burst: 20, perSecond: 0)
    let server = try LocalServer(options)
    server.directory.set(
      "CP001", StationAccess(credential: PasswordDigest(password: Array(Self.password.utf8))))
    let stranger = HTTPClient(port: server.port, from: 2)
    var refusals: [Int] = []

    for _ in 0..<30 {
      refusals.append(
        stranger.upgrade("/ocpp/CP001", basic("CP001", "not-the-password-123")).status)
    }

    #expect(refusals == Array(repeating: 401, count: 20) + Array(repeating: 429, count: 10))
    // What the station itself may is still limited, wherever it comes from.
    var answers: [Int] = []
    for host in [1, 3, 1, 3, 1, 3, 1] as [UInt8] {
      let client = HTTPClient(port: server.port, from: host)
      answers.append(client.upgrade("/ocpp/CP001", basic("CP001", Self.password)).status)
    }
    #expect(answers == [101, 101, 101, 101, 101, 429, 429])
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
