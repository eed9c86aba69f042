import API
import Access
import CSMSCore
import Foundation
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Two companies")
struct IsolationTests {
  /// A server with the companies MINE and OTHER, each with one of everything, a station of OTHER that
  /// charges, and keys of both.
  func server() throws -> (server: LocalServer, admin: [(String, String)]) {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "master")])
    let server = try LocalServer(options)
    let admin = [("Authorization", "Bearer master")]
    for company in ["MINE", "OTHER"] { makeCompany(server.http, company, admin) }
    return (server, admin)
  }

  func key(
    _ server: LocalServer, _ role: String, _ company: String, _ admin: [(String, String)]
  ) throws -> [(String, String)] {
    let made = server.http.post(
      "/api-keys", #"{"name":"\#(company)-\#(role)","role":"\#(role)","company_id":"\#(company)"}"#,
      admin)
    return [("Authorization", "Bearer \(try #require(made.string("key")))")]
  }

  @Test("A company reads the frames of its own stations, and no others")
  func frames() throws {
    let (server, admin) = try server()
    let mine = try key(server, "viewer", "MINE", admin)
    for identity in ["MINE-CP", "OTHER-CP", "FREE"] {
      let station = try server.connect(identity)
      _ = station.ask(#"[2,"1","Heartbeat",{}]"#)
    }
    func stations(_ query: String, _ key: [(String, String)]) -> Set<String> {
      let rows = server.http.get("/api/ocpp/logs/?action=Heartbeat\(query)", key).list("logs")
      return Set(rows.compactMap { $0["station_id"] as? String })
    }
    #expect(stations("", admin) == ["MINE-CP", "OTHER-CP", "FREE"])
    #expect(stations("", mine) == ["MINE-CP"])
    #expect(stations("&station_id=OTHER-CP", mine).isEmpty)
    #expect(stations("&station_id=MINE-CP", mine) == ["MINE-CP"])
  }

  @Test("Whoever gets a station reads what it says from then on; whoever had it reads no more")
  func moved() throws {
    let (server, admin) = try server()
    let mine = try key(server, "viewer", "MINE", admin)
    let other = try key(server, "viewer", "OTHER", admin)
    let station = try server.connect("MINE-CP")
    func said(_ key: [(String, String)]) -> [String] {
      server.http.get("/api/ocpp/logs/?station_id=MINE-CP&action=Heartbeat&message_type=call", key)
        .list("logs").compactMap { $0["message_id"] as? String }
    }
    _ = station.ask(#"[2,"before","Heartbeat",{}]"#)
    #expect(said(mine) == ["before"])

    server.clock.advance(milliseconds: 1_000)
    let moved = server.http.patch(
      "/db/chargers/MINE-CP", #"{"company_id":"OTHER","site_id":"OTHER-S"}"#, admin)
    #expect(moved.status == 200, "\(moved.text)")
    server.clock.advance(milliseconds: 1_000)
    _ = station.ask(#"[2,"after","Heartbeat",{}]"#)

    #expect(said(mine).isEmpty)
    #expect(said(other) == ["after"])
    #expect(said(admin) == ["after", "before"])
  }

  @Test(
    "A station that another company had under the same name is another station",
    arguments: ["/charge-points", "/db/chargers"])
  func namesake(path: String) throws {
    let (server, admin) = try server()
    let other = try key(server, "operator", "OTHER", admin)
    let station = try server.connect("MINE-CP")
    _ = station.ask(
      #"[2,"before","SecurityEventNotification",{"type":"PLANTED","timestamp":"2026-03-01T00:00:00Z"}]"#
    )
    #expect(server.http.get("/security-events", admin).text.contains("PLANTED"))
    #expect(server.http.delete("/charge-points/MINE-CP?cascade=true", admin).status == 204)
    server.clock.advance(milliseconds: 1_000)
    let body =
      path == "/db/chargers"
      ? #"{"id":"MINE-CP","site_id":"OTHER-S"}"# : #"{"charge_point_id":"MINE-CP"}"#
    let made = server.http.post(path, body, other)
    #expect(made.status == 201, "\(made.text)")
    let heir = try server.connect("MINE-CP")
    _ = heir.ask(#"[2,"after","Heartbeat",{}]"#)

    let frames = server.http.get("/api/ocpp/logs/?station_id=MINE-CP&message_type=call", other)
    #expect(frames.list("logs").compactMap { $0["message_id"] as? String } == ["after"])
    for path in [
      "/security-events", "/certificate-requests", "/audit-log", "/stations/quirks", "/jobs",
      "/api/events?follow=false", "/charge-points/MINE-CP", "/charge-points/MINE-CP/configuration",
      "/charge-points/MINE-CP/reservations", "/charge-points/MINE-CP/local-list",
    ] {
      let text = server.http.get(path, other).text
      #expect(!text.contains("PLANTED") && !text.contains("before"), "\(path): \(text)")
    }
  }

  @Test("Whoever gets a station sees the reservations that it accepts from then on, and no others")
  func reservations() throws {
    let (server, admin) = try server()
    let mine = try key(server, "viewer", "MINE", admin)
    let other = try key(server, "viewer", "OTHER", admin)
    func reserve(_ id: Int) throws {
      let now = server.clock.now
      let order = ReservationOrder(
        id: id, connector: 1, expiry: DateTime(milliseconds: now.milliseconds + 3_600_000),
        idTag: "CARD")
      try server.store.write { (editor) throws(StoreError) in
        try editor.keepReservation(order, of: "MINE-CP", at: now)
      }
    }
    func seen(_ key: [(String, String)]) -> [Int] {
      server.http.get("/charge-points/MINE-CP/reservations", key).list("reservations")
        .compactMap { $0["reservation_id"] as? Int }
    }
    try reserve(1)
    #expect(seen(mine) == [1])

    server.clock.advance(milliseconds: 1_000)
    let moved = server.http.patch(
      "/db/chargers/MINE-CP", #"{"company_id":"OTHER","site_id":"OTHER-S"}"#, admin)
    #expect(moved.status == 200, "\(moved.text)")
    server.clock.advance(milliseconds: 1_000)
    try reserve(2)

    #expect(seen(mine).isEmpty)
    #expect(seen(other) == [2])
    #expect(seen(admin) == [2, 1])
  }

  @Test("A company that takes a deleted one's name does not see what that one sold")
  func namesakeCompany() throws {
    let (server, admin) = try server()
    let station = try server.connect("MINE-CP")
    let start = station.ask(
      #"[2,"1","StartTransaction",{"connectorId":1,"idTag":"MINE-CARD","meterStart":0,"timestamp":"2026-03-01T00:00:00Z"}]"#
    )
    #expect(start?.contains("Accepted") == true, "\(start ?? "no answer")")
    let moved = server.http.patch(
      "/db/chargers/MINE-CP", #"{"company_id":"OTHER","site_id":"OTHER-S"}"#, admin)
    #expect(moved.status == 200, "\(moved.text)")
    #expect(server.http.delete("/db/companies/MINE?cascade=true", admin).status == 204)
    let again = server.http.post("/db/companies", #"{"id":"MINE","name":"Another"}"#, admin)
    #expect(again.status == 201, "\(again.text)")
    let heir = try key(server, "viewer", "MINE", admin)

    for (path, name) in [
      ("/transactions", "transactions"), ("/db/charge-sessions", "charge_sessions"),
    ] {
      #expect(server.http.get(path, heir).list(name).isEmpty, "\(path)")
      #expect(server.http.get(path, admin).list(name).count == 1, "\(path)")
    }
    let session = try #require(
      server.http.get("/db/charge-sessions", admin).list("charge_sessions").first)
    let company = try #require(session["company_id"] as? String)
    #expect(company.hasPrefix("MINE (deleted 20"), "\(company)")
    let path = "/db/charge-sessions?start_date=2026-03-01&end_date=2026-03-02&company_id="
    let name = company.replacing(" ", with: "%20")
    #expect(server.http.get(path + name, admin).list("charge_sessions").count == 1)
  }

  @Test("What is listed below something that is not there, or another company's, is not found")
  func below() throws {
    let (server, admin) = try server()
    let mine = try key(server, "viewer", "MINE", admin)
    for path in [
      "/db/companies/NONE/sites/", "/db/companies/OTHER/sites/NONE/chargers/",
      "/db/companies/NONE/drivers/", "/db/companies/OTHER/drivers/NONE/rfid-cards/",
      "/db/chargers/NONE/connectors/",
      "/db/companies/OTHER/sites/OTHER-S/chargers/NONE/connectors/", "/db/tariffs/NONE/versions",
    ] {
      #expect(server.http.get(path, admin).status == 404, "\(path)")
    }
    for path in [
      "/db/companies/OTHER/sites/", "/db/companies/OTHER/sites/OTHER-S/chargers/",
      "/db/chargers/OTHER-CP/connectors/", "/db/companies/MINE/sites/OTHER-S/chargers/",
    ] {
      #expect(server.http.get(path, mine).status == 404, "\(path)")
    }
    _ = server.http.delete("/db/rfid-cards/MINE-CARD", admin)
    let none = server.http.get("/db/companies/MINE/drivers/MINE-D/rfid-cards/", mine)
    #expect(none.status == 200 && none.list("rfid_cards").isEmpty)
  }

  @Test("A company sees its own: lists have that and nothing else")
  func own() throws {
    let (server, admin) = try server()
    let mine = try key(server, "viewer", "MINE", admin)
    for (path, name) in [
      ("/db/companies", "companies"), ("/db/sites", "sites"), ("/db/chargers", "chargers"),
      ("/db/connectors", "connectors"), ("/db/drivers", "drivers"),
      ("/db/rfid-cards", "rfid_cards"), ("/db/tariffs", "tariffs"),
      ("/charge-points", "charge_points"), ("/tokens", "tokens"),
    ] {
      let rows = server.http.get(path, mine).list(name)
      #expect(rows.count == 1, "\(path)")
      #expect(server.http.get(path, admin).list(name).count == 2, "\(path)")
    }
    #expect(server.http.get("/charge-points/MINE-CP", mine).status == 200)
    let theirs = server.http.get("/charge-points/OTHER-CP", mine)
    let none = server.http.get("/charge-points/NONE", mine)
    #expect(theirs.status == 404 && none.status == 404)
    #expect(theirs.text == none.text.replacingOccurrences(of: "NONE", with: "OTHER-CP"))
  }

  @Test("What a company makes is its own, wherever it is made")
  func made() throws {
    let (server, admin) = try server()
    let mine = try key(server, "operator", "MINE", admin)
    #expect(server.http.post("/charge-points", #"{"charge_point_id":"N1"}"#, mine).status == 201)
    #expect(server.http.post("/db/chargers", #"{"id":"N2"}"#, mine).status == 201)
    #expect(server.http.post("/db/sites", #"{"name":"N"}"#, mine).string("company_id") == "MINE")
    #expect(server.http.post("/tokens", #"{"id_tag":"N3"}"#, mine).status == 201)
    for id in ["N1", "N2"] {
      #expect(server.http.get("/db/chargers/\(id)", admin).string("company_id") == "MINE")
    }
    #expect(server.http.get("/db/rfid-cards/N3", admin).string("company_id") == "MINE")
    // The server's own things, and whoever may enter, are not a company's business.
    for path in ["/statistics", "/metrics", "/services", "/jobs", "/users", "/api-keys"] {
      #expect(server.http.get(path, mine).status == 403, "\(path)")
    }
    #expect(server.http.post("/db/companies", #"{"name":"x"}"#, mine).status == 403)
  }
}
