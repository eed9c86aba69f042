import CSMSCore
import Gateway
import TestKit
import Testing

@Suite("/stations/quirks")
struct QuirksDoorTests {
  private static let boot =
    #"[2,"1","BootNotification",{"chargePointVendor":"Acme","chargePointModel":"M1","firmwareVersion":"1.2"}]"#
  private static let faulty =
    #"[2,"2","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"available"}]"#

  private func server(_ rules: QuirkRules = .all) throws -> LocalServer {
    var options = LocalServer.Options()
    options.quirks = rules
    return try LocalServer(options)
  }

  @Test("What a firmware does wrong is counted, and the share that was right is its score")
  func score() throws {
    let server = try server()
    let station = try server.connect("CP1")
    _ = station.ask(Self.boot)
    #expect(station.ask(Self.faulty) == #"[3,"2",{}]"#)
    _ = station.ask(#"[2,"3","Authorize",{"idTag":7}]"#)
    _ = station.ask(#"[2,"4","Heartbeat",{}]"#)

    let reply = server.http.get("/stations/quirks")

    #expect(reply.status == 200)
    let row = try #require(reply.list("firmwares").first)
    #expect(row["vendor"] as? String == "Acme")
    #expect(row["model"] as? String == "M1")
    #expect(row["firmware_version"] as? String == "1.2")
    #expect(row["stations"] as? Int == 1)
    #expect(row["messages"] as? Int == 4)
    #expect(row["mended"] as? Int == 1)
    #expect(row["refused"] as? Int == 1)
    #expect(row["score"] as? Double == 50)
    #expect(row["quirks"] as? [String: Int] == ["word_case": 1])
    #expect(server.http.get("/stations/quirks?vendor=other").list("firmwares").isEmpty)
    let log = server.http.get("/api/ocpp/logs?message_type=call&action=StatusNotification")
    #expect(log.list("logs").first?["quirks"] as? [String] == ["word_case"])
  }

  @Test("A rule is switched off for a vendor and on again for one of its stations")
  func switches() throws {
    let server = try server()
    let one = try server.connect("CP1")
    let two = try server.connect("CP2")
    for station in [one, two] { _ = station.ask(Self.boot) }

    let path = "/stations/quirks"
    #expect(
      server.http.patch(path, #"{"rule":"word_case","enabled":false,"vendor":"ACME"}"#).status
        == 200)
    let reply = server.http.patch(
      path, #"{"rule":"word_case","enabled":true,"station_id":"CP2"}"#)
    #expect(reply.list("switches").count == 2)

    // A station that connects from now on has the new rules at once.
    let oneAgain = try server.connect("CP1")
    let twoAgain = try server.connect("CP2")
    #expect(oneAgain.ask(Self.faulty)?.hasPrefix("[4,") == true)
    #expect(twoAgain.ask(Self.faulty) == #"[3,"2",{}]"#)
  }

  @Test("Switches outlive the server, and null takes one away")
  func kept() throws {
    let first = try server()
    let path = "/stations/quirks"
    _ = first.http.patch(path, #"{"rule":"null_for_absent","enabled":false}"#)
    first.stop()
    var options = LocalServer.Options()
    options.folder = first.folder
    options.quirks = .all
    let second = try LocalServer(options)

    #expect(second.http.get(path).list("switches").first?["rule"] as? String == "null_for_absent")
    let reply = second.http.patch(path, #"{"rule":"null_for_absent","enabled":null}"#)
    #expect(reply.list("switches").isEmpty)
    second.stop()
  }

  @Test(
    "A switch that names no rule, two places, or nothing is refused",
    arguments: [
      #"{"rule":"all","enabled":true}"#, #"{"rule":"word_case"}"#,
      #"{"rule":"word_case","enabled":true,"vendor":"V","station_id":"S"}"#,
    ])
  func refused(body: String) throws {
    let server = try server()
    #expect(server.http.patch("/stations/quirks", body).status == 400)
  }
}
