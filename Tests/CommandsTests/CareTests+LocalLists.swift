import Foundation
import TestKit
import Testing

extension CareTests {
  @Test("A local list follows the tokens: whole, then what changed; whole again when it was lost")
  func localList() throws {
    let server = try server()
    _ = server.post("/tokens", #"{"id_tag":"A"}"#)
    _ = put(server, "policy", #"{"keeps_local_list":true}"#)
    let station = try server.connect("CP1")
    _ = station.ask(boot)
    station.answer(station.hear(), settings("300"))

    func send(having version: Int) -> String? {
      let ask = station.hear()
      #expect(ask?.action == "GetLocalListVersion")
      station.answer(ask, "{\"listVersion\":\(version)}")
      let list = station.hear()
      station.answer(list, accepted)
      return list?.payload
    }
    let first = send(having: 0)
    #expect(first?.contains(#""listVersion":1"#) == true && first?.contains("Full") == true)

    _ = server.post("/tokens", #"{"id_tag":"B","status":"Blocked"}"#)
    let second = send(having: 1)
    #expect(second?.contains(#""listVersion":2"#) == true)
    #expect(second?.contains("Differential") == true && second?.contains("Blocked") == true)
    #expect(second?.contains(#""idTag":"A""#) == false)

    _ = server.http.request("DELETE", "/tokens/B")
    let third = send(having: 2)
    #expect(third?.contains(#"[{"idTag":"B"}]"#) == true)

    _ = server.post("/tokens", #"{"id_tag":"C"}"#)
    let whole = send(having: 0)
    #expect(whole?.contains("Full") == true && whole?.contains(#""listVersion":4"#) == true)
    // The next visit begins when this one is on record.
    _ = server.post("/tokens", #"{"id_tag":"D"}"#)
    #expect(station.hear()?.action == "GetLocalListVersion")
    let shown = server.get("/charge-points/CP1/local-list")
    #expect(shown.bool("in_step") == false && shown.int("version") == 4)
    #expect(shown.int("entry_count") == 2 && shown.int("token_count") == 3)
  }

  @Test("Local lists hear of drivers, companies and groups that are switched off")
  func switchedOff() throws {
    let server = try server()
    for (path, body) in [
      ("/db/companies/", #"{"id":"C","name":"C"}"#),
      ("/db/companies/C/drivers/", #"{"id":"D","full_name":"D"}"#),
      ("/db/companies/C/drivers/D/rfid-cards/", #"{"id":"CARD"}"#),
      ("/tokens", #"{"id_tag":"FREE","parent":"group"}"#), ("/tokens", #"{"id_tag":"GROUP"}"#),
    ] { #expect(server.post(path, body).status == 201, "\(path)") }
    _ = put(server, "policy", #"{"keeps_local_list":true}"#)
    let station = try server.connect("CP1")
    _ = station.ask(boot)
    station.answer(station.hear(), settings("300"))
    var version = 0
    func list() -> String {
      station.answer(station.hear(), "{\"listVersion\":\(version)}")
      let list = station.hear()
      station.answer(list, accepted)
      version += 1
      return list?.payload ?? ""
    }
    func entry(_ tag: String, _ status: String) -> String { entry(tag, status, "") }
    func entry(_ tag: String, _ status: String, _ more: String) -> String {
      "{\"idTag\":\"\(tag)\",\"idTagInfo\":{\(more)\"status\":\"\(status)\"}}"
    }
    #expect(list().contains(entry("CARD", "Accepted")))

    for (path, word) in [
      ("/db/drivers/D", "Blocked"), ("/db/drivers/D", "Accepted"), ("/db/companies/C", "Blocked"),
    ] {
      let isOn = word == "Accepted"
      #expect(server.http.request("PATCH", path, body: "{\"enabled\":\(isOn)}").status == 200)
      #expect(list().contains("[" + entry("CARD", word) + "]"))
    }

    _ = server.post("/tokens", #"{"id_tag":"GROUP","status":"Expired"}"#)
    let group = list()
    #expect(group.contains(entry("GROUP", "Expired")))
    #expect(group.contains(entry("FREE", "Expired", #""parentIdTag":"group","#)))
    _ = server.http.request("DELETE", "/tokens/GROUP")
    #expect(list().contains(entry("FREE", "Accepted", #""parentIdTag":"group","#)))
  }

  @Test("A raw SendLocalList whose version does not increase, or that is too long, stays here")
  func rawLists() throws {
    let server = try server()
    let station = try server.connect("CP1")
    func send(_ version: Int, _ more: String = "") -> String {
      #"{"action":"SendLocalList","payload":{"listVersion":"# + "\(version)"
        + #","updateType":"Full""# + more + "}}"
    }
    #expect(server.post("/connections/CP1/send", send(0)).status == 422)
    let first = server.asking("POST", "/connections/CP1/send", send(7)) {
      station.answer(station.hear(), accepted)
    }
    #expect(first.status == 200)
    for version in [1, 7] {
      let reply = server.post("/connections/CP1/send", send(version))
      #expect(
        reply.errors == ["listVersion: must be greater than the version the station has"])
    }
    // Commands know of it too, and what the station says itself counts more.
    let command = #"{"list_version":7,"update_type":"Full"}"#
    #expect(server.post("/charge_points/CP1/local_list", command).status == 422)
    let ask = #"{"action":"GetLocalListVersion"}"#
    _ = server.asking("POST", "/connections/CP1/send", ask) {
      station.answer(station.hear(), #"{"listVersion":2}"#)
    }
    let third = server.asking("POST", "/connections/CP1/send", send(3)) {
      station.answer(station.hear(), accepted)
    }
    #expect(third.status == 200)
  }
}
