import Foundation
import TestKit
import Testing

@Suite("A local list that goes out in parts")
struct ListPartsTests {
  @Test("A long list goes out in parts of the length the station told")
  func listInParts() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = server.asking("GET", "/charge_points/CP1/configuration") {
      station.answer(
        station.hear(),
        #"{"configurationKey":[{"key":"SendLocalListMaxLength","readonly":true,"value":"2"}]}"#)
    }
    let entries = (1...5).map { #"{"idTag":"T\#($0)","idTagInfo":{"status":"Accepted"}}"# }
    let body = #"""
      {"list_version":9,"update_type":"Full","local_authorization_list":\#
      [\#(entries.joined(separator: ","))]}
      """#

    let reply = server.asking("POST", "/charge_points/CP1/local_list", body) {
      for (version, update) in [(7, "Full"), (8, "Differential"), (9, "Differential")] {
        let call = station.hear()
        #expect(call?.payload.hasPrefix("{\"listVersion\":\(version),") == true)
        #expect(call?.payload.hasSuffix("\"updateType\":\"\(update)\"}") == true)
        station.answer(call, #"{"status":"Accepted"}"#)
      }
    }

    #expect(
      reply.text
        == #"{"command":"SendLocalList","result":"Accepted","parts":3,"parts_sent":3}"#)
    // The version it has now is known, so that an older one does not go out.
    let older = server.post(
      "/charge_points/CP1/local_list", #"{"list_version":9,"update_type":"Full"}"#)
    #expect(older.status == 422)
    #expect(
      older.errors == ["list_version: must be greater than the version the station has"])
  }

  @Test("After a part that fails, the rest stays here")
  func failingPart() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let entries = (1...101).map { #"{"idTag":"T\#($0)","idTagInfo":{"status":"Accepted"}}"# }
    let body = #"""
      {"list_version":9,"update_type":"Full","local_authorization_list":\#
      [\#(entries.joined(separator: ","))]}
      """#

    let reply = server.asking("POST", "/charge_points/CP1/local_list", body) {
      station.answer(station.hear(), #"{"status":"Accepted"}"#)
      station.answer(station.hear(), #"{"status":"Failed"}"#)
    }

    #expect(
      reply.text == #"{"command":"SendLocalList","result":"Failed","parts":3,"parts_sent":2}"#)
  }
}
