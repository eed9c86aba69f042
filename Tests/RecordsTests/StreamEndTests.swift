import API
import Access
import Foundation
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Answers that go on")
struct StreamEndTests {
  /// How somebody loses the right to see what he sees.
  enum Loss: CaseIterable {
    case keyRevoked, companyOff, userOff, companyChanged, roleChanged, tokenExpired
  }

  static let streams = ["/api/events", "/api/ocpp/logs?follow=true"]

  private func server() throws -> (server: LocalServer, admin: [(String, String)]) {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "master")])
    let server = try LocalServer(options)
    let admin = [("Authorization", "Bearer master")]
    for company in ["MINE", "OTHER"] { makeCompany(server.http, company, admin) }
    return (server, admin)
  }

  private func key(
    _ server: LocalServer, _ name: String, of company: String, _ admin: [(String, String)]
  ) throws -> String {
    let made = server.http.post(
      "/api-keys", #"{"name":"\#(name)","role":"viewer","company_id":"\#(company)"}"#, admin)
    return try #require(made.string("key"))
  }

  private func open(
    _ server: LocalServer, _ path: String, _ key: String, method: String = "GET"
  ) -> RawSocket {
    let socket = RawSocket(port: server.port)
    socket.send("\(method) \(path) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(key)\r\n\r\n")
    return socket
  }

  @Test(
    "What somebody follows ends before the next piece once he may not see it any more",
    arguments: streams, Loss.allCases)
  func lost(path: String, loss: Loss) throws {
    let (server, admin) = try server()
    var token = try key(server, "K", of: "MINE", admin)
    var user = ""
    if loss != .keyRevoked && loss != .companyOff {
      try server.addUser("u@x.de", role: "operator", company: "MINE")
      token = try #require(server.login("u@x.de").string("access_token"))
      user = "/users/\(try #require(server.access.users.first?.id))"
    }
    let stream = open(server, path, token)
    #expect(stream.receive(through: " follow\n\n")?.contains("200 OK") == true)
    let station = try server.connect("MINE-CP")

    switch loss {
    case .keyRevoked: #expect(server.http.delete("/api-keys/K", admin).status == 204)
    case .companyOff:
      #expect(server.http.patch("/db/companies/MINE", #"{"enabled":false}"#, admin).status == 200)
    case .userOff: #expect(server.http.patch(user, #"{"enabled":false}"#, admin).status == 200)
    case .companyChanged:
      #expect(server.http.patch(user, #"{"company_id":"OTHER"}"#, admin).status == 200)
    case .roleChanged: #expect(server.http.patch(user, #"{"role":"viewer"}"#, admin).status == 200)
    case .tokenExpired: server.clock.advance(milliseconds: 16 * 60_000)
    }
    _ = station.ask(
      #"[2,"LATER","StartTransaction",{"connectorId":1,"idTag":"LATER","meterStart":0,"timestamp":"2026-01-02T03:00:00Z"}]"#
    )

    let rest = try #require(stream.receiveToEnd())
    #expect(!String(decoding: rest, as: UTF8.self).contains("LATER"))
  }

  @Test("A table that is being read ends without its end when the key is revoked meanwhile")
  func table() throws {
    let (server, admin) = try server()
    let token = try key(server, "K", of: "MINE", admin)
    let station = try server.connect("MINE-CP")
    for number in 0..<450 {
      station.send(
        #"[2,"\#(number)","StartTransaction",{"connectorId":1,"idTag":"MINE-CARD","meterStart":\#(number),"timestamp":"2026-01-02T03:00:00Z"}]"#
      )
    }
    for _ in 0..<450 { _ = station.receive() }
    let gate = DispatchSemaphore(value: 0)
    server.store.read { _ in gate.wait() }
    let table = open(server, "/db/charge-sessions.csv", token)
    #expect(table.receive(through: "\r\n\r\n")?.contains("200 OK") == true)

    // It counts as soon as the store has read the keys again, right behind the first page.
    server.access.change({ (editor) throws(StoreError) in try editor.removeAPIKey("K") }) { _ in }
    try server.store.write { (_) throws(StoreError) in }
    gate.signal()

    let text = String(decoding: try #require(table.receiveToEnd()), as: UTF8.self)
    #expect(!text.hasSuffix("0\r\n\r\n"))
    #expect(text.components(separatedBy: "MINE-CP").count < 450)
  }

  @Test(
    "Whoever asks for the head of a stream gets it and takes nobody's place",
    arguments: streams + ["/db/charge-sessions.csv"])
  func head(path: String) throws {
    let (server, admin) = try server()
    let token = try key(server, "K", of: "MINE", admin)
    for _ in 0..<80 {
      let reply = open(server, path, token, method: "HEAD").receiveToEnd()
      let text = String(decoding: try #require(reply), as: UTF8.self)
      #expect(text.hasPrefix("HTTP/1.1 200 OK") && text.hasSuffix("\r\n\r\n"))
    }

    #expect(open(server, path, token).receive(through: "\r\n\r\n")?.contains("200 OK") == true)
  }

  @Test("The followers of one company do not take the places of the others")
  func places() throws {
    let (server, admin) = try server()
    let mine = try key(server, "M", of: "MINE", admin)
    let other = try key(server, "O", of: "OTHER", admin)
    let path = "/api/ocpp/logs?follow=true"
    let followers = (0..<4).map { _ in open(server, path, mine) }
    for follower in followers { #expect(follower.receive(through: " follow\n\n") != nil) }

    let refused = server.http.get(path, [("Authorization", "Bearer \(mine)")])
    #expect(refused.status == 429)
    #expect(open(server, path, other).receive(through: " follow\n\n") != nil)
    #expect(open(server, path, "master").receive(through: " follow\n\n") != nil)
  }
}
