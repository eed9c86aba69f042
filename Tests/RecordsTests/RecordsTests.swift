import Access
import CSMSCore
import Foundation
import Gateway
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Records")
struct RecordsTests {
  static let items: [(path: String, noun: String, change: String)] = [
    ("/db/companies/A", "Company", #"{"name":"New"}"#),
    ("/db/sites/A-S", "Site", #"{"name":"New"}"#),
    ("/db/companies/A/sites/A-S", "Site", #"{"name":"New"}"#),
    ("/db/chargers/A-CP", "Charger", #"{"name":"New"}"#),
    ("/db/companies/A/sites/A-S/chargers/A-CP", "Charger", #"{"name":"New"}"#),
    ("/db/chargers/A-CP/connectors/1", "Connector", #"{"name":"New"}"#),
    (
      "/db/companies/A/sites/A-S/chargers/A-CP/connectors/1", "Connector", #"{"name":"New"}"#
    ), ("/db/drivers/A-D", "Driver", #"{"full_name":"New"}"#),
    ("/db/companies/A/drivers/A-D", "Driver", #"{"full_name":"New"}"#),
    ("/db/rfid-cards/A-CARD", "RFID card", #"{"name_on":"New"}"#),
    ("/db/rfid-cards/by-id/a-card", "RFID card", #"{"name_on":"New"}"#),
    ("/db/companies/A/drivers/A-D/rfid-cards/A-CARD", "RFID card", #"{"name_on":"New"}"#),
    ("/db/tariffs/A-T", "Tariff", #"{"name":"New"}"#),
  ]

  @Test("Each is read, changed, replaced and deleted at each of its paths", arguments: items)
  func life(path: String, noun: String, change: String) throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")

    let before = server.http.get(path)
    #expect(before.status == 200)
    #expect(server.http.get(path + "/").text == before.text)
    server.clock.advance(milliseconds: 1000)
    let after = server.http.patch(path, change)
    #expect(after.status == 200)
    #expect(after.text.contains("New"))
    #expect(after.string("created_at") == before.string("created_at"))
    #expect(after.string("updated_at") == "2026-01-02T03:04:06.678Z")
    #expect(server.http.get(path).text == after.text)
    #expect(server.http.patch(path, "{}").status == 200)

    let unknown = server.http.patch(path, #"{"colour":1}"#)
    #expect(unknown.status == 400)
    #expect(unknown.errors == ["colour: unknown member"])
    #expect(server.http.delete(path + "?cascade=true").status == 204)
    let gone = server.http.get(path)
    #expect(gone.status == 404)
    #expect(gone.string("detail")?.hasPrefix(noun) == true)
    #expect(server.http.patch(path, change).status == 404)
    #expect(server.http.put(path, change).status == 404)
    #expect(server.http.delete(path).status == 404)
  }

  @Test(
    "A status that does not exist is refused with those that do, not answered with nothing",
    arguments: [
      ("/db/charge-sessions/", "completed"), ("/db/charge-sessions.csv", "completed"),
      ("/db/chargers/", "available"), ("/db/companies/A/sites/A-S/chargers/", "available"),
      ("/db/connectors/", "Available"), ("/db/chargers/A-CP/connectors/", "Available"),
      ("/api/ocpp/sessions/", "completed"),
    ])
  func unknownStatus(path: String, known: String) throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")

    let reply = server.http.get(path + "?status=\(known)x")

    #expect(reply.status == 400)
    #expect(reply.errors.count == 1)
    #expect(reply.errors.first?.hasPrefix("status: must be one of ") == true)
    #expect(reply.errors.first?.contains(known) == true)
    #expect(server.http.get(path + "?status=\(known)").status == 200)
  }

  @Test("A replaced record has what was said and nothing else")
  func replace() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    _ = server.http.patch(
      "/db/sites/A-S", #"{"city":"Berlin","geo":{"lat":52.50,"lon":13.4},"tax_rate":0.19}"#)
    let full = server.http.get("/db/sites/A-S")
    #expect(full.text.contains(#""geo":{"lat":52.50,"lon":13.4}"#))
    #expect(full.text.contains(#""tax_rate":0.19"#))

    let bare = server.http.put("/db/sites/A-S", #"{"name":"Bare"}"#)

    #expect(bare.status == 200)
    #expect(bare.string("name") == "Bare" && bare.string("company_id") == "A")
    #expect(bare.json["city"] == nil && bare.json["geo"] == nil)
    #expect(server.http.put("/db/sites/A-S", #"{"city":"X"}"#).status == 400)
  }

  static let bad: [(String, String, Int, String)] = [
    ("/db/companies", #"{"id":"A","name":"again"}"#, 409, ""),
    ("/db/companies", #"{"id":"B"}"#, 400, "name: is required"),
    ("/db/companies", #"{"id":"B","name":7}"#, 400, "name: must be a text"),
    ("/db/companies", #"{"id":"B","name":"B","x":1}"#, 400, "x: unknown member"),
    ("/db/sites", #"{"name":"S"}"#, 400, "company_id: is required"),
    ("/db/sites", #"{"name":"S","company_id":"NONE"}"#, 404, ""),
    ("/db/companies/NONE/sites", #"{"name":"S"}"#, 404, ""),
    (
      "/db/companies/A/sites", #"{"name":"S","company_id":"B"}"#, 400,
      "company_id: is not the one in the path"
    ),
    ("/db/companies/A/sites", #"{"id":"A-S","name":"S"}"#, 409, ""),
    ("/db/companies/A/sites/NONE/chargers", #"{"id":"X"}"#, 404, ""),
    ("/db/chargers", #"{"name":"X"}"#, 400, "id: is required"),
    (
      "/db/chargers", #"{"id":"a b"}"#, 400,
      "id: must be 1 to 48 letters, digits or any of * - _ = : + | @ ."
    ), ("/db/chargers", #"{"id":"A-CP"}"#, 409, ""),
    ("/db/chargers/NONE/connectors", #"{"id":1}"#, 404, ""),
    ("/db/companies/NONE/sites/NONE/chargers/A-CP/connectors", #"{"id":5}"#, 404, ""),
    ("/db/companies/A/sites/NONE/chargers/A-CP/connectors", #"{"id":5}"#, 404, ""),
    ("/db/chargers/A-CP/connectors", #"{"id":1}"#, 409, ""),
    (
      "/db/chargers/A-CP/connectors", #"{"id":0}"#, 400,
      "id: must be a whole number from 1 to 2147483647"
    ),
    ("/db/rfid-cards", #"{"id":"X","driver_id":"NONE"}"#, 404, ""),
    ("/db/rfid-cards", #"{"id":"X"}"#, 400, "driver_id: is required"),
    ("/db/rfid-cards", #"{"id":"a-CARD","driver_id":"A-D"}"#, 409, ""),
    ("/db/sites", #"{"name":"S","company_id":"A","geo":{"lat":1}}"#, 400, "geo.lon: is required"),
  ]

  @Test("What cannot be is refused by what is wrong, and changes nothing", arguments: bad)
  func refused(path: String, body: String, status: Int, error: String) throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")

    let reply = server.http.post(path, body)

    #expect(reply.status == status, "\(reply.text)")
    #expect(reply.headers["content-type"] == "application/problem+json")
    if !error.isEmpty { #expect(reply.errors == [error]) }
    #expect(server.http.get("/db/companies").list("companies").count == 1)
    #expect(server.http.get("/db/sites").list("sites").count == 1)
    #expect(server.http.get("/db/chargers").list("chargers").count == 1)
    #expect(server.http.get("/db/rfid-cards").list("rfid_cards").count == 1)
  }

  @Test("A parent with children stays, and goes with them on demand")
  func cascade() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    for path in [
      "/db/companies/A", "/db/sites/A-S", "/db/chargers/A-CP", "/db/drivers/A-D",
    ] {
      let reply = server.http.delete(path)
      #expect(reply.status == 409, "\(path)")
      #expect(reply.string("detail")?.contains(" has ") == true)
      #expect(server.http.get(path).status == 200)
    }
    let station = try server.connect("A-CP")

    #expect(server.http.delete("/db/companies/A?cascade=true").status == 204)

    #expect(station.closing() != nil)
    #expect(server.tokens.record(of: "A-CARD") == nil)
    for (path, name) in [
      ("/db/companies", "companies"), ("/db/sites", "sites"), ("/db/chargers", "chargers"),
      ("/db/connectors", "connectors"), ("/db/drivers", "drivers"),
      ("/db/rfid-cards", "rfid_cards"), ("/db/tariffs", "tariffs"),
    ] {
      #expect(server.http.get(path).list(name).isEmpty, "\(path)")
    }
    #expect(server.http.get("/charge-points/A-CP").status == 404)
  }

  @Test("A charger taken out of its company, but not out of its site, goes with the site")
  func strayCharger() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    #expect(server.http.patch("/db/chargers/A-CP", #"{"company_id":null}"#).status == 200)

    #expect(server.http.delete("/db/companies/A?cascade=true").status == 204)

    #expect(server.http.get("/db/chargers/A-CP").status == 404)
  }

  @Test("Lists come in pages by cursor or by skip, and by filter")
  func pages() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    for number in 0..<7 {
      let city = number.isMultiple(of: 2) ? "Even" : "Odd"
      _ = server.http.post(
        "/db/companies/A/sites", #"{"id":"P\#(number)","name":"N","city":"\#(city)"}"#)
    }
    func ids(_ query: String) -> [String] {
      server.http.get("/db/sites?\(query)").list("sites").compactMap { $0["id"] as? String }
    }
    #expect(ids("limit=3") == ["A-S", "P0", "P1"])
    #expect(server.http.get("/db/sites?limit=3").string("next_cursor") == "P1")
    #expect(ids("limit=3&cursor=P1") == ["P2", "P3", "P4"])
    #expect(ids("limit=2&skip=6") == ["P5", "P6"])
    #expect(ids("city=Odd") == ["P1", "P3", "P5"])
    #expect(ids("company_id=B") == [])
    #expect(server.http.get("/db/sites?limit=0").status == 400)
    #expect(server.http.get("/db/sites?skip=x").status == 400)
  }

  @Test("A charger is the station on record, and a card is a token: one domain")
  func oneDomain() throws {
    var options = LocalServer.Options()
    options.rules = .init(admitsUnknown: false, proof: .none)
    let server = try LocalServer(options)
    makeCompany(server.http, "A")
    #expect(server.http.get("/charge-points/A-CP").string("name") == "Pole A")
    let station = try server.connect("A-CP")
    #expect(server.http.get("/db/chargers/A-CP").json["is_online"] as? Bool == true)
    _ = station.ask(
      #"[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M","firmwareVersion":"7"}]"#
    )
    _ = station.ask(
      #"[2,"2","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Charging"}]"#)
    let charger = server.http.get("/db/chargers/A-CP")
    #expect(charger.string("brand") == "V" && charger.string("firmware_version") == "7")
    #expect(charger.string("status") == "occupied")
    #expect(charger.string("last_connection") != nil)
    let connector = server.http.get("/db/chargers/A-CP/connectors/1")
    #expect(connector.string("status") == "Charging" && connector.string("type") == "CCS2")
    #expect(connector.text.contains(#""rated_power_kw":50.5"#))

    func verdict() -> String? { station.ask(#"[2,"3","Authorize",{"idTag":"a-card"}]"#) }
    #expect(verdict()?.contains("Accepted") == true)
    #expect(server.http.get("/tokens").list("tokens").first?["id_tag"] as? String == "A-CARD")
    _ = server.http.patch("/db/rfid-cards/A-CARD", #"{"enabled":false}"#)
    #expect(verdict()?.contains("Blocked") == true)
    _ = server.http.patch("/db/rfid-cards/A-CARD", #"{"enabled":true}"#)
    #expect(verdict()?.contains("Accepted") == true)
    // Who is switched off cannot charge with any card, nor can a company's drivers.
    _ = server.http.patch("/db/drivers/A-D", #"{"enabled":false}"#)
    #expect(verdict()?.contains("Blocked") == true)
    _ = server.http.patch("/db/drivers/A-D", #"{"enabled":true}"#)
    _ = server.http.patch("/db/companies/A", #"{"enabled":false}"#)
    #expect(verdict()?.contains("Blocked") == true)

    _ = server.http.patch("/db/chargers/A-CP", #"{"enabled":false}"#)
    #expect(station.closing() != nil)
    #expect(throws: (any Error).self) { try server.connect("A-CP") }
  }
}
