import API
import CSMSCore
import Foundation
import Gateway
import Network
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Tokens of companies")
struct CompanyTokensTests {
  /// The companies A and B, each with a charger and a card; the station of B, connected.
  private func server(_ acceptsUnknown: Bool = false) throws -> LocalServer {
    var options = LocalServer.Options()
    options.gateway.policy.acceptsUnknownTokens = acceptsUnknown
    let server = try LocalServer(options)
    for company in ["A", "B"] { makeCompany(server.http, company) }
    return server
  }

  private func authorize(_ station: SocketStation, _ tag: String) -> String {
    let answer = station.ask(#"[2,"a","Authorize",{"idTag":"\#(tag)"}]"#) ?? ""
    return ["Accepted", "Blocked", "Invalid"].first { answer.contains("\"\($0)\"") } ?? answer
  }

  private func explain(_ server: LocalServer, _ station: String, _ tag: String) -> HTTPClient.Reply
  {
    server.http.get("/authorizations/explain?station=\(station)&token=\(tag)")
  }

  @Test(
    "A card counts at its company's stations, and at those of no company; one of nobody everywhere")
  func own() throws {
    let server = try server()
    _ = server.http.post("/tokens", #"{"id_tag":"ANYBODY"}"#)
    let (mine, theirs, free) = (
      try server.connect("A-CP"), try server.connect("B-CP"), try server.connect("FREE")
    )
    #expect(authorize(mine, "A-CARD") == "Accepted")
    #expect(authorize(theirs, "A-CARD") == "Invalid")
    #expect(authorize(theirs, "b-card") == "Accepted")
    #expect(authorize(free, "A-CARD") == "Accepted")
    for station in [mine, theirs, free] { #expect(authorize(station, "ANYBODY") == "Accepted") }

    let why = explain(server, "B-CP", "A-CARD")
    #expect(why.string("reason") == "other_company" && why.string("verdict") == "Invalid")
    #expect(why.string("token_company") == "A" && why.string("station_company") == "B")
    #expect(why.json["is_roaming"] as? Bool == false && why.json["on_record"] as? Bool == false)
    #expect(explain(server, "A-CP", "A-CARD").string("reason") == "accepted")
  }

  @Test("The start of another company's card is refused, kept, and has none of its drivers")
  func start() throws {
    let server = try server()
    let station = try server.connect("B-CP")
    let answer = station.ask(
      #"[2,"1","StartTransaction",{"connectorId":1,"idTag":"A-CARD","meterStart":0,"timestamp":"2026-01-02T03:00:00Z"}]"#
    )
    #expect(answer?.contains("Invalid") == true)
    let session = try #require(server.http.get("/db/charge-sessions").list("charge_sessions").first)
    #expect(session["company_id"] as? String == "B" && session["driver_id"] == nil)
    // Over HTTP it is the same.
    let bridged = server.http.post(
      "/db/ocpp/session/start", #"{"charger_id":"B-CP","connector_id":2,"id_tag":"A-CARD"}"#)
    #expect(bridged.string("status") == "Invalid", "\(bridged.text)")
  }

  @Test(
    "A company that accepts another's cards lets them charge at once, and no longer when it stops",
    arguments: [#"["A"]"#, #"["*"]"#])
  func roaming(accepted: String) throws {
    let server = try server()
    let station = try server.connect("B-CP")
    #expect(authorize(station, "A-CARD") == "Invalid")
    let agreed = server.http.patch("/db/companies/B", #"{"accepts_tokens_of":\#(accepted)}"#)
    #expect(agreed.status == 200, "\(agreed.text)")
    #expect(authorize(station, "A-CARD") == "Accepted")
    #expect(explain(server, "B-CP", "A-CARD").json["is_roaming"] as? Bool == true)
    #expect(explain(server, "A-CP", "B-CARD").string("verdict") == "Invalid")
    _ = server.http.patch("/db/drivers/A-D", #"{"enabled":false}"#)
    #expect(authorize(station, "A-CARD") == "Blocked")
    _ = server.http.patch("/db/drivers/A-D", #"{"enabled":true}"#)
    _ = server.http.patch("/db/companies/B", #"{"accepts_tokens_of":null}"#)
    #expect(authorize(station, "A-CARD") == "Invalid")
  }

  @Test("What was agreed holds after a restart")
  func restart() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = LocalServer.Options()
    options.folder = folder
    let before = try LocalServer(options)
    for company in ["A", "B", "C"] { makeCompany(before.http, company) }
    _ = before.http.patch("/db/companies/B", #"{"accepts_tokens_of":["A"]}"#)
    before.stop()

    let after = try LocalServer(options)
    for row in try after.store.read({ (reader) throws(StoreError) in
      try reader.effectiveTokens(of: .everybody)
    }) { after.tokens.set(row) }
    let station = try after.connect("B-CP")
    #expect(authorize(station, "A-CARD") == "Accepted")
    #expect(authorize(station, "C-CARD") == "Invalid")
  }

  @Test("A station that is moved to another company has its tokens at once")
  func moved() throws {
    let server = try server()
    let station = try server.connect("A-CP")
    #expect(authorize(station, "A-CARD") == "Accepted")
    let reply = server.http.patch("/db/chargers/A-CP", #"{"company_id":"B","site_id":"B-S"}"#)
    #expect(reply.status == 200, "\(reply.text)")
    #expect(reply.string("company_id") == "B")
    let again = try server.connect("A-CP")
    #expect(authorize(again, "A-CARD") == "Invalid")
    #expect(authorize(again, "B-CARD") == "Accepted")
  }

  @Test("Where unknown tokens may charge, another company's may as one that nobody knows")
  func unknown() throws {
    let server = try server(true)
    let station = try server.connect("B-CP")
    _ = server.http.patch("/db/rfid-cards/A-CARD", #"{"enabled":false}"#)
    #expect(authorize(station, "A-CARD") == "Accepted")
    let why = explain(server, "B-CP", "A-CARD")
    #expect(why.string("reason") == "other_company_accepted")
    #expect(why.string("token_company") == "A" && why.string("verdict") == "Accepted")
    #expect(why.string("detail")?.contains("not on record;") == false)
    #expect(explain(server, "B-CP", "NOBODY").string("reason") == "unknown_accepted")
  }

  @Test("A local list has its company's tokens and nobody else's, and follows what is agreed")
  func localList() throws {
    let server = try server()
    _ = server.http.post("/tokens", #"{"id_tag":"ANYBODY"}"#)
    _ = server.http.put("/charge-points/B-CP/policy", #"{"keeps_local_list":true}"#)
    let station = try server.connect("B-CP")
    _ = station.ask(
      #"[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]"#)

    var version = 0
    func list() -> String {
      while let frame = station.receive() {
        guard let parts = try? JSONSerialization.jsonObject(with: Data(frame.utf8)) as? [Any],
          parts.count == 4, let id = parts[1] as? String, let action = parts[2] as? String
        else { continue }
        switch action {
        case "GetConfiguration":
          station.send(#"[3,"\#(id)",{"configurationKey":[]}]"#)
        case "GetLocalListVersion":
          station.send(#"[3,"\#(id)",{"listVersion":\#(version)}]"#)
        case "SendLocalList":
          station.send(#"[3,"\#(id)",{"status":"Accepted"}]"#)
          version = (parts[3] as? [String: Any])?["listVersion"] as? Int ?? 0
          return frame
        default: Issue.record("unexpected \(frame)")
        }
      }
      return ""
    }
    let first = list()
    #expect(first.contains("Full") && first.contains("B-CARD") && first.contains("ANYBODY"))
    #expect(!first.contains("A-CARD"))

    // A driver that is switched off is known offline too; another company's card is no news.
    _ = server.http.patch("/db/rfid-cards/A-CARD", #"{"name_on":"New"}"#)
    _ = server.http.patch("/db/drivers/B-D", #"{"enabled":false}"#)
    let news = list()
    #expect(news.contains("Differential") && news.contains("B-CARD") && news.contains("Blocked"))
    #expect(!news.contains("A-CARD"))

    _ = server.http.patch("/db/companies/B", #"{"accepts_tokens_of":["A"]}"#)
    let whole = list()
    #expect(whole.contains("Full") && whole.contains("A-CARD"))
    _ = server.http.delete("/db/rfid-cards/A-CARD")
    let gone = list()
    #expect(gone.contains("Differential") && gone.contains(#"{"idTag":"A-CARD"}"#))
  }

  @Test(
    "Who is bound to a company hears what the station would, and nothing of a card it does not see")
  func hidden() throws {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "master")])
    let server = try LocalServer(options)
    let admin = [("Authorization", "Bearer master")]
    for company in ["A", "B"] { makeCompany(server.http, company, admin) }
    _ = server.http.post("/tokens", #"{"id_tag":"A-CARD","parent":"A-HOME"}"#, admin)
    let made = server.http.post(
      "/api-keys", #"{"name":"b","role":"viewer","company_id":"B"}"#, admin)
    let key = [("Authorization", "Bearer \(try #require(made.string("key")))")]
    func ask() -> HTTPClient.Reply {
      server.http.get("/authorizations/explain?station=B-CP&token=A-CARD", key)
    }
    let before = ask()
    #expect(before.string("reason") == "unknown" && before.string("token_company") == nil)
    #expect(before.json["on_record"] as? Bool == false)
    _ = server.http.patch("/db/companies/B", #"{"accepts_tokens_of":["A"]}"#, admin)
    let after = ask()
    #expect(after.string("verdict") == "Accepted" && after.json["is_roaming"] as? Bool == true)
    #expect(after.string("parent") == nil && after.string("token_company") == nil)
    // What is agreed is the admin's to say.
    let key2 =
      server.http.post(
        "/api-keys", #"{"name":"b2","role":"operator","company_id":"B"}"#, admin
      ).string("key") ?? ""
    let refused = server.http.patch(
      "/db/companies/B", #"{"accepts_tokens_of":["*"]}"#, [("Authorization", "Bearer \(key2)")])
    #expect(refused.status == 403)
  }
}
