import API
import Access
import CSMSCore
import Foundation
import Gateway
import Network
import OCPPJSON
import Store
import TestKit
import Testing

/// What one company has cannot be changed, taken or lost by what another one does.
extension IsolationTests {
  private typealias Key = [(String, String)]

  /// A session at MINE's charger, which is OTHER's afterwards; its id.
  private func sold(_ server: LocalServer, _ admin: [(String, String)]) throws -> Int {
    let begun = server.http.post(
      "/db/charge-sessions", #"{"charger_id":"MINE-CP","connector_id":1,"id_tag":"MINE-CARD"}"#,
      admin)
    let id = try #require(begun.int("id"), "\(begun.text)")
    let ended = server.http.put("/db/charge-sessions/\(id)/end", #"{"meter_stop":300}"#, admin)
    #expect(ended.status == 200, "\(ended.text)")
    let moved = server.http.patch(
      "/db/chargers/MINE-CP", #"{"company_id":"OTHER","site_id":"OTHER-S"}"#, admin)
    #expect(moved.status == 200, "\(moved.text)")
    return id
  }

  @Test(
    "Whoever has a station now does not delete what its former company sold there",
    arguments: ["/charge-points/MINE-CP", "/db/chargers/MINE-CP", "/db/sites/OTHER-S"])
  func formerOwner(path: String) throws {
    let (server, admin) = try server()
    let id = try sold(server, admin)
    let (mine, other) = (
      try key(server, "viewer", "MINE", admin), try key(server, "operator", "OTHER", admin)
    )

    for path in [path, path + "?cascade=true"] {
      #expect(server.http.delete(path, other).status == 409, "\(path)")
    }

    let reply = server.http.delete(path + "?cascade=true", other)
    #expect(reply.string("detail")?.contains("not of company OTHER") == true, "\(reply.text)")
    for path in ["/db/charge-sessions/\(id)", "/transactions/\(id)"] {
      #expect(server.http.get(path, mine).status == 200, "\(path)")
    }
    #expect(server.http.get("/db/chargers/MINE-CP", other).status == 200)
  }

  @Test("A company that is deleted takes nothing along that its stations sold for another")
  func formerOwnerOfAll() throws {
    let (server, admin) = try server()
    let id = try sold(server, admin)

    let reply = server.http.delete("/db/companies/OTHER?cascade=true", admin)

    #expect(reply.status == 409 && reply.text.contains("MINE-CP"), "\(reply.text)")
    #expect(server.http.get("/db/charge-sessions/\(id)", admin).status == 200)
    #expect(server.http.get("/db/sites/OTHER-S", admin).status == 200)
    // Who sees it all may say so.
    #expect(server.http.delete("/db/chargers/MINE-CP?cascade=true", admin).status == 204)
    #expect(server.http.delete("/db/companies/OTHER?cascade=true", admin).status == 204)
  }

  @Test("What becomes another company's leaves its site, driver and tariff behind, or stays")
  func partsWithParents() throws {
    let (server, admin) = try server()
    func move(_ path: String, _ body: String) -> HTTPClient.Reply {
      server.http.patch(path, body, admin)
    }
    _ = move("/db/chargers/MINE-CP", #"{"tariff_id":"MINE-T"}"#)
    for (path, body, field) in [
      ("/db/chargers/MINE-CP", #"{"company_id":"OTHER"}"#, "site_id"),
      ("/db/chargers/MINE-CP", #"{"company_id":"OTHER","site_id":null}"#, "tariff_id"),
      ("/db/rfid-cards/MINE-CARD", #"{"company_id":"OTHER"}"#, "driver_id"),
    ] {
      let reply = move(path, body)
      #expect(reply.status == 400, "\(body): \(reply.text)")
      #expect(reply.errors.first?.hasPrefix(field + ": ") == true, "\(reply.text)")
      #expect(server.http.get(path, admin).string("company_id") == "MINE")
    }
    let free = move(
      "/db/chargers/MINE-CP", #"{"company_id":"OTHER","site_id":null,"tariff_id":null}"#)
    #expect(free.status == 200 && free.string("site_id") == nil, "\(free.text)")
    let card = move("/db/rfid-cards/MINE-CARD", #"{"company_id":"OTHER","driver_id":"OTHER-D"}"#)
    #expect(card.status == 200, "\(card.text)")
  }

  @Test("A site and a driver that go take only their own company's chargers and cards along")
  func strays() throws {
    let (server, admin) = try server()
    let mine = try key(server, "operator", "MINE", admin)
    // As an earlier version left them.
    try server.store.write { (editor) throws(StoreError) in
      try editor.assignStation("MINE-CP", to: "OTHER")
      try editor.updateRecord(
        RecordKind("card", view: "tokens", columns: [], table: "tokens"),
        key: [RecordColumn("id_tag_folded", .text(Text("MINE-CARD").caseFolded))],
        [RecordColumn("company_id", .text("OTHER"))])
    }

    #expect(server.http.delete("/db/sites/MINE-S?cascade=true", mine).status == 204)
    #expect(server.http.delete("/db/drivers/MINE-D?cascade=true", mine).status == 204)

    let charger = server.http.get("/db/chargers/MINE-CP", admin)
    #expect(charger.status == 200 && charger.string("site_id") == nil)
    let card = server.http.get("/db/rfid-cards/MINE-CARD", admin)
    #expect(card.status == 200 && card.string("driver_id") == nil)
  }

  @Test(
    "Nobody who is bound to a company gives what is its to nobody, or to another",
    arguments: [
      "/db/chargers/MINE-CP", "/db/rfid-cards/MINE-CARD", "/db/sites/MINE-S", "/db/drivers/MINE-D",
      "/db/tariffs/MINE-T", "/db/companies/MINE/sites/MINE-S/chargers/MINE-CP",
      "/db/companies/MINE/drivers/MINE-D/rfid-cards/MINE-CARD",
    ])
  func keepsItsOwn(path: String) throws {
    let (server, admin) = try server()
    let mine = try key(server, "operator", "MINE", admin)
    let before = server.http.get(path, admin)

    for body in [
      #"{"company_id":null}"#, #"{"company_id":null,"enabled":true}"#, #"{"company_id":"OTHER"}"#,
      #"{"company_id":""}"#,
    ] {
      let reply = server.http.patch(path, body, mine)
      #expect(reply.status == 400 || reply.status == 404, "\(body): \(reply.text)")
      if body.contains("null") { #expect(reply.status == 400, "\(reply.text)") }
    }

    #expect(server.http.get(path, admin).text == before.text)
    let why = server.http.get("/authorizations/explain?station=OTHER-CP&token=MINE-CARD", admin)
    #expect(why.string("reason") == "other_company")
    // Replaced without a word of it, it stays the company's.
    let body = before.text.contains("driver_id") ? #"{"driver_id":"MINE-D"}"# : "{}"
    if path.contains("CP") || path.contains("CARD") {
      let replaced = server.http.put(path, body, mine)
      #expect(replaced.string("company_id") == "MINE", "\(replaced.text)")
    }
  }

  @Test("A session names a driver of its own company, whoever says so")
  func driverOfSession() throws {
    let (server, admin) = try server()
    let begun = server.http.post(
      "/db/charge-sessions", #"{"charger_id":"MINE-CP","connector_id":1,"id_tag":"MINE-CARD"}"#,
      admin)
    let path = "/db/charge-sessions/\(begun.int("id") ?? 0)"

    let reply = server.http.patch(path, #"{"driver_id":"OTHER-D"}"#, admin)

    #expect(reply.status == 404, "\(reply.text)")
    #expect(server.http.get(path, admin).string("driver_id") == "MINE-D")
    #expect(server.http.patch(path, #"{"driver_id":null}"#, admin).status == 200)
    #expect(server.http.patch(path, #"{"driver_id":"MINE-D"}"#, admin).status == 200)
  }
}
