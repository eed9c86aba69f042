import API
import Foundation
import OCPPJSON
import TestKit
import Testing

@testable import API

@Suite("Sessions as CSV")
struct ExportTests {
  @Test("Every session is a line, over many pages, newest first, with the columns of the list")
  func all() throws {
    let server = try LocalServer()
    makeCompany(server.http, "A")
    let station = try server.connect("A-CP")
    // More than two pages.
    for number in 0..<450 {
      station.send(
        #"[2,"\#(number)","StartTransaction",{"connectorId":1,"idTag":"A-CARD","meterStart":\#(number),"timestamp":"2026-01-02T03:00:00Z"}]"#
      )
    }
    for _ in 0..<450 { _ = station.receive() }

    let reply = server.http.get("/db/charge-sessions.csv")

    #expect(reply.status == 200)
    #expect(reply.headers["content-type"] == "text/csv; charset=utf-8; header=present")
    #expect(
      reply.headers["content-disposition"] == #"attachment; filename="charge-sessions.csv""#)
    let lines = reply.text.components(separatedBy: "\r\n")
    #expect(lines.count == 452 && lines.last == "")
    let columns = lines[0].split(separator: ",").map(String.init)
    let session = server.http.get("/db/charge-sessions/450")
    #expect(Set(session.json.keys).isSubset(of: columns))
    let cells = lines[1].components(separatedBy: ",")
    #expect(cells.count == columns.count)
    #expect(cells[columns.firstIndex(of: "id") ?? 0] == "450")
    #expect(cells[columns.firstIndex(of: "start") ?? 0] == "2026-01-02T03:00:00.000Z")
    #expect(lines[450].hasPrefix("1,1,A,A-S,A-CP,1,"))
    #expect(server.http.get("/db/charge-sessions.csv?charger_id=NONE").text == lines[0] + "\r\n")
    #expect(server.http.get("/db/charge-sessions.csv?start_date=x").status == 400)
    #expect(server.http.request("HEAD", "/db/charge-sessions.csv").status == 200)
  }

  @Test("Nothing in a cell is a formula, and what has commas, quotes or lines is in quotes")
  func cells() throws {
    for (text, cell) in [
      ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("a\r\nb", "\"a\r\nb\""), ("=1+1", "'=1+1"), ("@x", "'@x"), ("+1", "'+1"), ("-1", "'-1"),
      ("\tx", "'\tx"), ("=\"x\"", "\"'=\"\"x\"\"\""), ("＝1", "'＝1"), (" x", "\" x\""),
      ("é", "é"),
    ] {
      #expect(CSV.guarded(text) == cell)
    }
    let server = try LocalServer()
    makeCompany(server.http, "A")
    _ = server.http.post(
      "/db/companies/A/drivers/A-D/rfid-cards", ##"{"id":"=cmd|' /C calc'!A0"}"##)
    let made = server.http.post(
      "/db/charge-sessions/", ##"{"charger_id":"A-CP","connector_id":1,"id_tag":"=cmd|' /C"}"##)
    #expect(made.status == 201, "\(made.text)")
    #expect(server.http.get("/db/charge-sessions.csv").text.contains(",'=cmd|' /C,"))
  }

  @Test("Who is bound to a company gets its sessions and no others")
  func company() throws {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "master")])
    let server = try LocalServer(options)
    let admin = [("Authorization", "Bearer master")]
    for name in ["A", "B"] {
      makeCompany(server.http, name, admin)
      _ = server.http.post(
        "/db/charge-sessions/",
        #"{"charger_id":"\#(name)-CP","connector_id":1,"id_tag":"\#(name)-CARD"}"#, admin)
    }
    let key = server.http.post(
      "/api-keys", #"{"name":"a","role":"viewer","company_id":"A"}"#, admin)
    let mine = [("Authorization", "Bearer \(key.string("key") ?? "")")]
    func rows(_ headers: [(String, String)]) -> Int {
      server.http.get("/db/charge-sessions.csv", headers).text.components(separatedBy: "\r\n")
        .count - 2
    }
    #expect(rows(admin) == 2)
    #expect(rows(mine) == 1)
    #expect(!server.http.get("/db/charge-sessions.csv", mine).text.contains("B-CP"))
    #expect(
      server.http.get("/db/charge-sessions.csv?company_id=B", mine).text.components(
        separatedBy: "\r\n"
      ).count == 2)
  }
}
