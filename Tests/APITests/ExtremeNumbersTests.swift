import API
import Foundation
import TestKit
import Testing

@Suite("Numbers that no client should send")
struct ExtremeNumbersTests {
  private static let words = [
    "\(Int64.max)", "\(Int64.min)", "\(Int32.max)", "-1", "0", "99999999999999999999",
  ]

  @Test("No number in a query, alone or in a cursor, is more than a route can bear")
  func queries() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(#"[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]"#)
    _ = station.ask(
      #"[2,"2","StartTransaction",{"connectorId":1,"idTag":"T","meterStart":0,"timestamp":"2026-01-02T03:00:00Z"}]"#
    )
    let paths = try #require(
      server.http.get("/openapi.json").json["paths"] as? [String: [String: Any]])
    var asked = 0

    for (path, methods) in paths.sorted(by: { $0.key < $1.key }) {
      let get = methods["get"] as? [String: Any]
      let parameters = get?["parameters"] as? [[String: Any]] ?? []
      var names = parameters.filter { parameter in
        let schema = parameter["schema"] as? [String: Any]
        return parameter["in"] as? String == "query"
          && (parameter["name"] as? String == "cursor" || schema?["type"] as? String == "integer")
      }.compactMap { $0["name"] as? String }
      if path == "/api/events" { names = ["follow=false&after", "follow=false&limit"] }
      for name in names {
        for word in Self.words + cursors(of: name) {
          asked += 1
          let place = "\(place(path))?\(name)=\(word)"
          let status = server.http.get(place).status
          #expect(status >= 200 && status < 500, "\(place): \(status)")
        }
      }
    }

    #expect(asked > 300)
    #expect(server.http.get("/api/ocpp/logs?cursor=\(Int64.max)_0_0").status == 400)
    #expect(server.http.get("/api/ocpp/logs?cursor=\(Int32.max - 1)_0_0").status == 200)
  }

  @Test("No number in a path is more than a route can bear")
  func paths() throws {
    let server = try LocalServer()
    let paths = try #require(
      server.http.get("/openapi.json").json["paths"] as? [String: [String: Any]])
    for (path, methods) in paths where path.contains("{") && methods["get"] != nil {
      for word in Self.words {
        let place = path.replacing(/\{[a-z_]+\}/, with: word)
        let status = server.http.get(place).status
        #expect(status >= 200 && status < 500, "\(place): \(status)")
      }
    }
  }

  /// Cursors have up to three parts.
  private func cursors(of name: String) -> [String] {
    guard name == "cursor" else { return [] }
    return Self.words.flatMap { word in
      ["\(word)_\(word)", "1_\(word)", "\(word)_0_0", "1_\(word)_0", "1_0_\(word)"]
        + ["\(word)_\(word)_\(word)"]
    }
  }

  private func place(_ path: String) -> String {
    path.replacing(/\{[a-z_]+\}/) { name in
      ["{id}", "{charger_id}", "{station_id}"].contains(String(name.output)) ? "CP1" : "1"
    }
  }
}
