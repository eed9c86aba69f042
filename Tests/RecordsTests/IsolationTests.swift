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
  private func server() throws -> (server: LocalServer, admin: [(String, String)]) {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "master")])
    let server = try LocalServer(options)
    let admin = [("Authorization", "Bearer master")]
    for company in ["MINE", "OTHER"] { makeCompany(server.http, company, admin) }
    return (server, admin)
  }

  private func key(
    _ server: LocalServer, _ role: String, _ company: String, _ admin: [(String, String)]
  ) throws -> [(String, String)] {
    let made = server.http.post(
      "/api-keys", #"{"name":"\#(company)-\#(role)","role":"\#(role)","company_id":"\#(company)"}"#,
      admin)
    return [("Authorization", "Bearer \(try #require(made.string("key")))")]
  }

  /// What the other company has: in every answer it would be seen by this word.
  private static let mark = "OTHER"

  /// Something of the other company's for every name in a path.
  private static let names = [
    "company_id": "OTHER", "site_id": "OTHER-S", "charger_id": "OTHER-CP", "connector_id": "1",
    "driver_id": "OTHER-D", "card_id": "OTHER-CARD", "tariff_id": "OTHER-T", "session_id": "1",
    "transaction_id": "1", "station_id": "OTHER-CP", "event_id": "1", "id": "OTHER-CP",
    "name": "OTHER-operator", "webhook_id": "OTHER-W", "serial_number": "0A",
  ]

  @Test(
    "Every route, with the other company's credentials, shows and changes nothing",
    arguments: [
      "viewer", "operator",
    ])
  func walk(role: String) throws {
    let (server, admin) = try server()
    let station = try server.connect("OTHER-CP")
    let attached = server.http.patch("/db/companies/OTHER", #"{"tariff_id":"OTHER-T"}"#, admin)
    #expect(attached.status == 200)
    _ = station.ask(
      #"[2,"1","BootNotification",{"chargePointVendor":"OTHER","chargePointModel":"OTHER"}]"#)
    _ = station.ask(
      #"[2,"2","StartTransaction",{"connectorId":1,"idTag":"OTHER-CARD","meterStart":0,"timestamp":"2026-01-02T03:00:00Z"}]"#
    )
    _ = try key(server, "operator", "OTHER", admin)
    let hook = server.http.post(
      "/webhooks",
      #"{"id":"OTHER-W","url":"https://127.0.0.1:9/OTHER","company_id":"OTHER","enabled":false}"#,
      admin)
    #expect(hook.status == 201)
    let kept = server.http.get("/api/events?follow=false", admin)
    #expect(kept.status == 200)
    _ = station.ask(
      #"[2,"3","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Charging"}]"#)
    let mine = try key(server, role, "MINE", admin)
    let before = try snapshot(server, admin)
    let document = server.http.get("/openapi.json", admin).json
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    var asked = 0

    for (path, methods) in paths.sorted(by: { $0.key < $1.key }) {
      for method in methods.keys.sorted() {
        for place in places(path) {
          asked += 1
          let reply = server.http.request(
            method.uppercased(), place, mine, body: method == "get" ? nil : body(path))
          #expect(reply.status != 0 && reply.status < 500, "\(method) \(place): \(reply.status)")
          // What was asked comes back in a refusal, and the token in what is said of it; nothing else.
          var text = reply.text.replacingOccurrences(of: #""token":"OTHER-CARD""#, with: "")
          for word in Self.names.values where reply.status >= 400 {
            text = text.replacingOccurrences(of: word, with: "")
            text = text.replacingOccurrences(of: place, with: "")
          }
          #expect(!text.contains(Self.mark), "\(method) \(place): \(reply.text)")
        }
      }
    }

    #expect(asked > 150)
    #expect(try snapshot(server, admin) == before)
    #expect(!station.hasHeard)
  }

  /// The path with the other company's things in it, also below one's own company.
  private func places(_ path: String) -> [String] {
    var theirs = path
    for (name, value) in Self.names {
      theirs = theirs.replacingOccurrences(of: "{\(name)}", with: value)
    }
    var places = [theirs]
    if theirs.hasPrefix("/transactions/") {
      places = [theirs.replacingOccurrences(of: "OTHER-CP", with: "1")]
    }
    if path.contains("{company_id}") {
      places.append(theirs.replacingOccurrences(of: "companies/OTHER", with: "companies/MINE"))
    }
    if path == "/authorizations/explain" {
      places = ["\(path)?station=OTHER-CP&token=X", "\(path)?station=MINE-CP&token=OTHER-CARD"]
    }
    if !path.contains("{") {
      places += ["company_id=OTHER", "station=OTHER-CP", "charger_id=OTHER-CP"]
        .map { "\(path)?\($0)" }
    }
    return places
  }

  /// Bodies that would do something, if one might.
  private func body(_ path: String) -> String {
    switch path {
    case "/db/companies": #"{"id":"OTHER2","name":"x"}"#
    case "/db/sites", "/db/companies/{company_id}/sites": #"{"company_id":"OTHER","name":"x"}"#
    case "/db/chargers": #"{"id":"NEW","company_id":"OTHER","site_id":"OTHER-S"}"#
    case "/db/drivers": #"{"company_id":"OTHER","full_name":"x"}"#
    case "/db/rfid-cards": #"{"id":"NEW","driver_id":"OTHER-D"}"#
    case "/db/connectors": #"{"id":2,"charger_id":"OTHER-CP"}"#
    case "/db/tariffs":
      #"{"company_id":"OTHER","name":"x","currency":"EUR","definition":{}}"#
    case "/db/events": #"{"session_id":1,"type":"x"}"#
    case "/tokens": #"{"id_tag":"OTHER-CARD","status":"Blocked"}"#
    case "/charge-points": #"{"charge_point_id":"OTHER-CP","name":"x"}"#
    case "/db/charge-sessions", "/db/ocpp/session/start":
      #"{"charger_id":"OTHER-CP","connector_id":1,"id_tag":"OTHER-CARD"}"#
    case "/db/ocpp/charger/register": #"{"charger_id":"OTHER-CP","vendor":"x","model":"x"}"#
    case "/db/ocpp/charger/heartbeat": #"{"charger_id":"OTHER-CP"}"#
    case "/db/ocpp/connector/status":
      #"{"charger_id":"OTHER-CP","connector_id":1,"status":"Faulted"}"#
    case "/db/ocpp/session/end":
      #"{"charger_id":"OTHER-CP","connector_id":1,"transaction_id":1,"meter_value":5}"#
    case "/db/ocpp/meter-values":
      #"{"charger_id":"OTHER-CP","connector_id":1,"transaction_id":1,"meter_value":5}"#
    case "/api/ocpp/sync-station": #"{"charging_station_id":"OTHER-CP","name":"x"}"#
    case "/api/ocpp/initiate-charging":
      #"{"station_id":"OTHER-CP","connector_id":1,"user_id":"u","payment_transaction_id":"p"}"#
    case "/api/ocpp/stop-charging": #"{"transaction_id":1}"#
    case "/webhooks": #"{"url":"https://example.com/OTHER","company_id":"OTHER"}"#
    case "/api/ocpp/webhook":
      #"{"type":"session_stopped","station_id":"OTHER-CP","transaction_id":1}"#
    default: "{}"
    }
  }

  /// Everything there is of the other company's, as the admin sees it.
  private func snapshot(
    _ server: LocalServer, _ admin: [(String, String)]
  ) throws -> [String] {
    [
      "/db/companies", "/db/companies/OTHER/sites", "/db/chargers?company_id=OTHER",
      "/db/connectors?company_id=OTHER", "/db/drivers?company_id=OTHER",
      "/db/rfid-cards?company_id=OTHER", "/db/tariffs?company_id=OTHER",
      "/transactions?station=OTHER-CP", "/charge-points/OTHER-CP", "/connections",
      "/db/charge-sessions?company_id=OTHER", "/db/charge-sessions/1/cost",
      "/db/charge-sessions.csv?company_id=OTHER", "/db/tariffs/OTHER-T/versions",
      "/db/events?company_id=OTHER",
      "/webhooks/OTHER-W", "/webhooks/OTHER-W/deliveries",
    ].map { path in
      let text = server.http.get(path, admin).text
      // How much was said over the socket is not the point.
      return text.replacing(/"(messages_in|messages_out|last_message_at)":[^,}]*/, with: "")
    }
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
      "/db/companies/OTHER/sites/OTHER-S/chargers/NONE/connectors/",
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
