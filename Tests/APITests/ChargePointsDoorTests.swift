import CSMSCore
import Gateway
import Network
import OCPP16
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("/charge-points")
struct ChargePointsDoorTests {
  private let password = "a-password-of-20-chr"

  @Test("A station is put on record, shown, changed and deleted")
  func life() throws {
    let server = try LocalServer()
    let body =
      #"{"charge_point_id":"CP1","name":"Süd","vendor":"V","model":"M","serial_number":"S","#
      + #""firmware_version":"F","password":"\#(password)"}"#

    let created = server.http.post("/charge-points", body)

    #expect(created.status == 201)
    for (name, value) in [
      "id": "CP1", "charge_point_id": "CP1", "name": "Süd", "ocpp_version": "1.6",
      "status": "DISCONNECTED", "created_at": "2026-01-02T03:04:05.678Z",
    ] {
      #expect(created.string(name) == value)
    }
    #expect(created.bool("enabled") == true)
    #expect(created.bool("has_password") == true)
    #expect(created.bool("is_online") == false)
    #expect(created.json["connectors"] as? [String] == [])
    #expect(!created.text.contains(password))
    #expect(server.http.get("/charge-points/CP1").body == created.body)

    let changed = server.http.patch("/charge-points/CP1", #"{"name":"Nord","enabled":false}"#)
    #expect(changed.status == 200)
    #expect(changed.string("name") == "Nord")
    #expect(changed.bool("enabled") == false)
    #expect(server.directory.access(of: "CP1")?.isEnabled == false)

    #expect(server.http.delete("/charge-points/CP1").status == 204)
    expectProblem(
      server.http.get("/charge-points/CP1"), 404, "Charge point CP1 does not exist.",
      at: "/charge-points/CP1")
    #expect(server.directory.access(of: "CP1") == nil)
  }

  @Test("What the station says of itself is shown once it has booted, with its connectors")
  func booted() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(
      #"[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M","#
        + #""chargePointSerialNumber":"S","firmwareVersion":"F"}]"#)
    _ = station.ask(
      #"[2,"2","StatusNotification",{"connectorId":1,"errorCode":"OtherError","status":"Faulted","#
        + #""info":"i","vendorId":"v","vendorErrorCode":"e","timestamp":"2026-01-02T03:00:00Z"}]"#)

    let reply = server.http.get("/charge-points/CP1")

    #expect(reply.bool("is_online") == true)
    #expect(reply.string("status") == "CONNECTED")
    for (name, value) in [
      "vendor": "V", "model": "M", "serial_number": "S", "firmware_version": "F",
      "last_boot": "2026-01-02T03:04:05.678Z",
    ] {
      #expect(reply.string(name) == value)
    }
    let connector = try #require(reply.list("connectors").first)
    #expect(connector["connector_id"] as? Int == 1)
    #expect(connector["status"] as? String == "Faulted")
    #expect(connector["error_code"] as? String == "OtherError")
    #expect(connector["vendor_error_code"] as? String == "e")
    #expect(connector["since"] as? String == "2026-01-02T03:00:00.000Z")
    // Lists leave the connectors out.
    #expect(
      server.http.get("/charge-points").list("charge_points").first?["connectors"] == nil)
  }

  @Test("Pages of more than a hundred stations follow each other by cursor")
  func pages() throws {
    let server = try LocalServer()
    try server.store.write { (editor) throws(StoreError) in
      for number in 100..<350 {
        try editor.createStation(Text("CP\(number)"), at: TestClock.start)
      }
    }
    var sizes: [Int] = []
    var seen: [String] = []
    var query = ""
    while true {
      let page = server.http.get("/charge-points\(query)")
      let names = page.list("charge_points").compactMap { $0["id"] as? String }
      sizes.append(names.count)
      seen += names
      guard let cursor = page.string("next_cursor") else { break }
      query = "?cursor=\(cursor)"
    }

    #expect(sizes == [100, 100, 50])
    #expect(seen == (100..<350).map { "CP\($0)" })
  }

  static let bad: [(String, String)] = [
    (#"{"name":"x"}"#, "charge_point_id: is required"),
    (
      #"{"charge_point_id":"a b"}"#,
      "charge_point_id: must be 1 to 48 letters, digits or any of * - _ = : + | @ ."
    ),
    (
      #"{"charge_point_id":""}"#,
      "charge_point_id: must be 1 to 48 letters, digits or any of * - _ = : + | @ ."
    ),
    (#"{"charge_point_id":7}"#, "charge_point_id: has the wrong type"),
    (#"{"charge_point_id":"A","enabled":"yes"}"#, "enabled: has the wrong type"),
    (#"{"charge_point_id":"A","password":"short"}"#, "password: must have 16 to 64 bytes"),
    (
      #"{"charge_point_id":"A","password":"\#(String(repeating: "x", count: 65))"}"#,
      "password: must have 16 to 64 bytes"
    ),
    (
      #"{"charge_point_id":"A","vendor":"\#(String(repeating: "x", count: 21))"}"#,
      "vendor: must have at most 20 characters"
    ),
    (
      #"{"charge_point_id":"A","serial_number":"\#(String(repeating: "x", count: 26))"}"#,
      "serial_number: must have at most 25 characters"
    ),
    (#"{"charge_point_id":"A","colour":1,"b":2}"#, "b: unknown member, colour: unknown member"),
  ]

  @Test("A bad body is refused by the field that is wrong", arguments: bad)
  func badBody(body: String, errors: String) throws {
    let server = try LocalServer()

    let reply = server.http.post("/charge-points", body)

    #expect(reply.status == 400)
    #expect(reply.errors.joined(separator: ", ") == errors)
    #expect(server.http.get("/charge-points").list("charge_points").isEmpty)
  }

  @Test("A body that is no JSON object is refused")
  func noObject() throws {
    let server = try LocalServer()

    expectProblem(
      server.http.post("/charge-points", "{"), 400, "The body is not JSON.", at: "/charge-points")
    expectProblem(
      server.http.post("/charge-points", "[1]"), 400, "The body must be a JSON object.",
      at: "/charge-points")
    expectProblem(
      server.http.post("/tokens", "7"), 400, "The body must be a JSON object.", at: "/tokens")
  }

  @Test("A station is on record once, and only one that is can be changed or deleted")
  func conflicts() throws {
    let server = try LocalServer()
    _ = server.http.post("/charge-points", #"{"charge_point_id":"CP1"}"#)

    expectProblem(
      server.http.post("/charge-points", #"{"charge_point_id":"CP1"}"#), 409,
      "There is a station CP1 already.", at: "/charge-points")
    expectProblem(
      server.http.patch("/charge-points/CP2", "{}"), 404, "There is no station CP2.",
      at: "/charge-points/CP2")
    expectProblem(
      server.http.delete("/charge-points/CP2"), 404, "There is no station CP2.",
      at: "/charge-points/CP2")
    let renamed = server.http.patch("/charge-points/CP1", #"{"charge_point_id":"CP2"}"#)
    #expect(renamed.errors == ["charge_point_id: unknown member"])
  }

  @Test("The document says that a new station needs its identity, and that it stays")
  func schemas() throws {
    let server = try LocalServer()
    let paths = try #require(
      server.http.get("/openapi.json").json["paths"] as? [String: [String: [String: Any]]])
    func schema(_ path: String, _ method: String) throws -> [String: Any] {
      let body = try #require(paths[path]?[method]?["requestBody"] as? [String: Any])
      let content = try #require(body["content"] as? [String: [String: Any]])
      return try #require(content["application/json"]?["schema"] as? [String: Any])
    }
    let new = try schema("/charge-points", "post")
    #expect(new["required"] as? [String] == ["charge_point_id"])
    let members = try #require(new["properties"] as? [String: [String: Any]])
    #expect(members["charge_point_id"]?["type"] as? String == "string")
    let change = try schema("/charge-points/{id}", "patch")
    #expect(change["required"] == nil)
    let changed = try #require(change["properties"] as? [String: Any])
    #expect(changed["charge_point_id"] == nil && changed["name"] != nil)
  }

  @Test("A new password or a switched-off station ends its connection; a new name does not")
  func liveEffects() throws {
    let server = try LocalServer()
    _ = server.http.post("/charge-points", #"{"charge_point_id":"CP1"}"#)
    let first = try server.connect("CP1")

    _ = server.http.patch("/charge-points/CP1", #"{"name":"N"}"#)
    #expect(first.ask(#"[2,"1","Heartbeat",{}]"#) != nil)

    _ = server.http.patch("/charge-points/CP1", #"{"password":"\#(password)"}"#)
    #expect(first.closing()?.reason == "Its access was changed.")
    #expect(
      server.directory.access(of: "CP1")?.credential?.matches(Array(password.utf8)) == true)

    let second = try server.connect("CP1")
    _ = server.http.patch("/charge-points/CP1", #"{"enabled":false}"#)
    #expect(second.closing()?.reason == "Its access was changed.")
    #expect {
      _ = try server.connect("CP1")
    } throws: {
      guard case .notOpened(.refused(404, let reason)) = $0 as? SocketStation.Failure else {
        return false
      }
      return reason.contains("on record")
    }
  }

  @Test("A station with transactions is deleted only with them, and its connection ends")
  func cascade() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    server.recordTransactions(1...2, of: "CP1")

    expectProblem(
      server.http.delete("/charge-points/CP1"), 409, "Station CP1 has 2 transactions.",
      at: "/charge-points/CP1")
    #expect(server.gateway.isConnected("CP1"))
    #expect(server.http.delete("/charge-points/CP1?cascade=true").status == 204)

    #expect(station.closing()?.reason == "The station was deleted.")
    #expect(server.http.get("/transactions").list("transactions").isEmpty)
  }
}
