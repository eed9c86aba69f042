import Foundation
import TestKit
import Testing

extension IsolationTests {
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
}
