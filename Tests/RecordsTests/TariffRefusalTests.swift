import Foundation
import TestKit
import Testing

@Suite("Tariffs that are refused")
struct TariffRefusalTests {
  static let refused: [(String, String)] = [
    (#""currency":"XXX","definition":{}"#, "currency: is no currency of ISO 4217"),
    (#""currency":"EUR","definition":{"prices":[{"per_mile":1}]}"#, "per_mile: unknown member"),
    (
      #""currency":"EUR","definition":{"prices":[{"from":"25:00"}]}"#,
      "definition.prices[0].from: must be a time of day"
    ),
    (
      #""currency":"JPY","definition":{"minimum":0.5}"#,
      "definition.minimum: has more digits after the point"
    ),
    (
      #""currency":"EUR","definition":{"prices":[{"per_kwh":-1}]}"#,
      "definition.prices[0].per_kwh: must not be negative"
    ),
  ]

  @Test("A tariff that cannot be read is refused with the place", arguments: refused)
  func refusal(members: String, said: String) throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    let reply = server.http.post("/db/companies/A/tariffs", #"{"name":"x",\#(members)}"#)
    #expect(reply.status == 400)
    #expect(reply.errors.first?.contains(said) == true, "\(reply.errors)")
  }

  @Test("Zones, tax rates, tariffs that are not there or another company's are refused")
  func otherRefusals() throws {
    let server = try LocalServer()
    for company in ["A", "B"] { makeCompany(server.http, company) }
    func status(_ path: String, _ body: String) -> Int {
      server.http.patch("/db/" + path, body).status
    }
    #expect(status("sites/A-S", #"{"time_zone":"Mars/Olympus"}"#) == 400)
    #expect(status("sites/A-S", #"{"time_zone":"America/New_York","tax_rate":0.08875}"#) == 200)
    #expect(status("sites/A-S", #"{"tax_rate":19}"#) == 400)
    #expect(status("tariffs/A-T", #"{"currency":"JPY"}"#) == 200)
    #expect(status("tariffs/A-T", #"{"definition":{"minimum":0.5}}"#) == 400)
    for path in [
      "companies/A", "sites/A-S", "chargers/A-CP", "chargers/A-CP/connectors/1", "drivers/A-D",
    ] {
      #expect(status(path, #"{"tariff_id":"NONE"}"#) == 404, "\(path)")
      #expect(status(path, #"{"tariff_id":"B-T"}"#) == 404, "\(path)")
      #expect(status(path, #"{"tariff_id":"A-T"}"#) == 200, "\(path)")
    }
    let made = server.http.post(
      "/db/chargers/A-CP/connectors/", #"{"id":2,"tariff_id":"A-T","group_id":"g"}"#)
    #expect(made.status == 201, "\(made.text)")
    #expect(status("tariffs/A-T", #"{"connector_group_id":"g"}"#) == 200)
    let second = server.http.post(
      "/db/companies/A/tariffs",
      #"{"name":"x","currency":"EUR","definition":{},"connector_group_id":"g"}"#)
    #expect(second.status == 409)
  }
}
