import Foundation
import Testing

@testable import ocpp

@Suite("The listeners of ocpp serve")
struct ListenerSettingsTests {
  private func read(
    _ arguments: [String], _ environment: [String: String] = [:]
  ) throws -> [ListenerSpec] {
    try ServeConfiguration.read(arguments: arguments, environment: environment).listeners
  }

  @Test("Without --listen there is one, with passwords, or for demos and on request without")
  func byDefault() throws {
    #expect(try read([]) == [ListenerSpec("profile=1,port=8000")])
    #expect(try read(["--open"]) == [ListenerSpec("profile=0,port=8000")])
    #expect(try read(["--station-auth", "none"]) == [ListenerSpec("profile=0,port=8000")])
  }

  @Test("A specification says it all")
  func specification() throws {
    let two = try ListenerSpec("profile=2,address=::1,port=8443,cert=a.pem,key=a.key")
    #expect(two.security == .tls(cert: "a.pem", key: "a.key"))
    #expect(two.place == "[::1]:8443")
    let three = try ListenerSpec("port=0,ca=c=1.pem,key=a.key,cert=a.pem,profile=3")
    #expect(three.security == .mutualTLS(cert: "a.pem", key: "a.key", ca: "c=1.pem"))
    #expect(three.address == "127.0.0.1")
  }

  @Test("Each place replaces the list of the one that counts less")
  func lists() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(#"{"listen": ["profile=0,port=1", "profile=1,port=2"]}"#.utf8).write(to: file)
    let config = ["--config", file.path]
    let variable = ["OCPP_LISTEN": "profile=1,port=3;profile=1,port=4"]
    func ports(_ arguments: [String], _ environment: [String: String] = [:]) throws -> [UInt16] {
      try read(arguments, environment).map(\.port)
    }

    #expect(try ports(config) == [1, 2])
    #expect(try ports(config, variable) == [3, 4])
    let both = ["--listen", "profile=1,port=5", "--listen=profile=1,port=6"]
    #expect(try ports(config + both, variable) == [5, 6])
    #expect(try ports(both + ["--port", "7"]) == [7, 5, 6])
  }

  @Test(
    "What is wrong with one is said",
    arguments: [
      ("port=1", "--listen: profile= is missing: 0 to 3, the OCPP security profile."),
      ("profile=7,port=1", "--listen: \"7\" is not a whole number from 0 to 3."),
      ("profile=1", "--listen: port= is missing: a number, or 0 to let the system choose."),
      ("profile=1,port=1,port=2", "--listen: port= is there twice."),
      ("profile=1,port=1,key=k", "--listen: key= does not belong to profile 1."),
      (
        "profile=1,port=1,tls",
        "--listen: \"tls\" is none of profile=, address=, port=, cert=, key=, ca= with a value."
      ),
      (
        "profile=3,port=1,cert=c,key=k",
        "--listen: ca= is missing: profile 3 needs the authorities that issue the stations' "
          + "certificates."
      ),
    ])
  func faults(specification: String, says: String) {
    #expect(throws: UsageError(says)) { try read(["--listen", specification]) }
  }

  @Test("Listeners do not share a port, and open ones stay on loopback")
  func together() {
    let twice = ["--listen", "profile=0,port=1", "--listen", "profile=1,port=1"]
    #expect(throws: UsageError("Two listeners are to use 127.0.0.1:1.")) { try read(twice) }
    #expect(
      throws: UsageError(
        "--open lets anybody in and therefore listens on loopback only, not on 0.0.0.0. "
          + "Leave out its address= in --listen, or leave out --open.")
    ) { try read(["--open", "--listen", "profile=0,address=0.0.0.0,port=1"]) }
  }
}
