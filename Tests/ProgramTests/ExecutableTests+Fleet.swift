import Foundation
import TestKit
import Testing

extension ExecutableTests {
  @Test("A fleet charges, drops, sends its drivers home and reports what the server has, too")
  func fleet() throws {
    let (server, port) = try serve()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let report = folder + "/report.json"
    let end = try run(
      "fleet", "--url", "ws://127.0.0.1:\(port)/ocpp", "--count", "20", "--herd", "--speed", "1000",
      "--visits", "24", "--sample-interval", "1", "--drop", "2", "--duration", "5", "--summary",
      "1",
      "--report", report)
    #expect(end.status == 0 && end.error == "")
    #expect(end.output.contains("online 20/20  charging "))
    #expect(end.output.contains("20 stations, all at once"))

    let figures = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: report))) as? [String: Any])
    #expect(figures["stations"] as? Int == 20 && figures["owed"] as? Int == 0)
    #expect(figures["lost_connections"] as? Int ?? 0 >= 40)
    let charged = try #require(figures["transactions"] as? Int)
    #expect(charged > 0 && end.output.contains("\(charged) charged"))
    let statistics = HTTPClient(port: port).get("/statistics").json
    let transactions = try #require(statistics["transactions"] as? [String: Any])
    #expect(transactions["completed"] as? Int == charged && transactions["active"] as? Int == 0)
    server.terminate()
    _ = server.end()
  }

  @Test("A fleet's stations show the passwords of their roster; who is unknown stays outside")
  func fleetPasswords() throws {
    let (server, port) = try serve([])
    let key = try #require(server.line(containing: "API key")?.split(separator: " ").last)
    let http = HTTPClient(port: port)
    for name in ["A1", "A2"] {
      let body = #"{"charge_point_id":"\#(name)","password":"a:password-of-\#(name)"}"#
      let created = http.request(
        "POST", "/charge-points", [("Authorization", "Bearer \(key)")], body: body)
      #expect(created.status == 201)
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let roster = folder + "/roster"
    try "A1:a:password-of-A1\nA2:wrong\n".write(toFile: roster, atomically: true, encoding: .utf8)
    let end = try run(
      "fleet", "--url", "ws://127.0.0.1:\(port)/ocpp", "--stations", roster, "--visits", "0",
      "--duration", "2", "--grace", "1")
    #expect(end.status == 0)
    #expect(end.output.contains("2, 1 registered at the end"))
    #expect(end.error.contains("station A2: ") && end.error.contains("401"))
    #expect(!end.error.contains("wrong\n") && !end.output.contains("password-of"))
    server.terminate()
    _ = server.end()
  }

  @Test("An interrupted fleet ends its sessions first; without a server it ends with 1")
  func interruptedFleet() throws {
    let (server, port) = try serve()
    let fleet = try Program([
      "fleet", "--url", "ws://127.0.0.1:\(port)/ocpp", "--count", "5", "--visits", "1000",
      "--pattern", "steady", "--speed", "60", "--summary", "1",
    ])
    #expect(fleet.line(containing: "charging 5") != nil)
    fleet.interrupt()
    let end = fleet.end()
    #expect(end.status == 0)
    #expect(end.output.contains("the drivers leave"))
    #expect(end.output.contains("0 transaction messages not acknowledged"))
    server.terminate()
    _ = server.end()

    let lonely = try run(
      "fleet", "--url", "ws://127.0.0.1:\(port)/ocpp", "--count", "2", "--duration", "1")
    #expect(lonely.status == 1 && lonely.output.contains("2, 0 registered at the end"))
  }

  @Test(
    "A fleet that cannot be says why",
    arguments: [
      (["--count", "1000000000"], "whole number"), (["--count", "900000"], "ulimit -n"),
      (["--pattern", "noon"], "steady|city|office|home"), (["--speed", "0"], "from 0.01"),
      (["--ca", "x.pem"], "wss://"), (["--tag", ""], "needs a value"),
    ])
  func impossibleFleet(_ arguments: [String], _ reason: String) throws {
    let end = try Program(["fleet"] + arguments).end()
    #expect(end.status == 2)
    #expect(end.error.contains(reason), "\(end.error)")
  }
}
