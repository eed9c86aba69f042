import API
import Access
import Foundation
import Network
import OCPPJSON
import Store
import TestKit
import Testing
import Webhooks

@Suite("/webhooks")
struct WebhooksDoorTests {
  private func closed() throws -> (LocalServer, [(String, String)]) {
    var options = eagerOptions()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "master")])
    return (try LocalServer(options), [("Authorization", "Bearer master")])
  }

  private func key(
    _ server: LocalServer, _ company: String, _ admin: [(String, String)]
  ) throws -> [(String, String)] {
    let company = server.http.post("/db/companies", #"{"id":"\#(company)","name":"x"}"#, admin)
      .string("id")
    let made = server.http.post(
      "/api-keys", #"{"name":"\#(company)","role":"operator","company_id":"\#(company)"}"#, admin)
    return [("Authorization", "Bearer \(made.string("key"))")]
  }

  @Test("A webhook is made, shown, changed and removed")
  func life() throws {
    let server = try LocalServer(eagerOptions())
    let made = server.http.post(
      "/webhooks",
      #"{"url":"https://example.com/a","event_types":["session_stopped"],"description":"Billing"}"#)
    #expect(made.status == 201)
    let path = "/webhooks/\(made.string("id"))"
    #expect(made.json["event_types"] as? [String] == ["session_stopped"])
    #expect(made.string("secret").hasPrefix("whsec_"))

    let changed = server.http.patch(
      path, #"{"url":"https://example.com/b","description":null,"enabled":false}"#)
    #expect(changed.status == 200)
    #expect(changed.string("url") == "https://example.com/b")
    #expect(changed.json["description"] == nil)
    #expect(changed.json["enabled"] as? Bool == false)
    #expect(server.http.get(path).int("waiting") == 0)
    #expect(server.http.get("/webhooks").list("webhooks").count == 1)
    let page = server.http.get("/webhooks?limit=1")
    #expect(page.string("next_cursor") == made.string("id"))
    #expect(
      server.http.get("/webhooks?cursor=\(page.string("next_cursor"))").list("webhooks").isEmpty)
    #expect(server.http.request("DELETE", path).status == 204)
    #expect(server.http.get(path).status == 404)
    #expect(server.http.request("DELETE", path).status == 404)
    #expect(server.http.patch(path, "{}").status == 404)
    for rest in ["/test", "/secret", "/redeliver"] {
      #expect(server.http.post(path + rest).status == 404)
    }
    #expect(server.http.get(path + "/deliveries").status == 404)
  }

  @Test(
    "What is wrong is refused and named",
    arguments: [
      (#"{}"#, "url"), (#"{"url":"ftp://x/"}"#, "url"),
      (#"{"url":"https://u:p@example.com/"}"#, "url"),
      (#"{"url":"https://example.com/","event_types":["x"]}"#, "event_types[0]"),
      (#"{"url":"https://example.com/","event_types":[]}"#, "event_types"),
      (#"{"url":"https://example.com/","secret":"short"}"#, "secret"),
      (#"{"url":"https://example.com/","id":"a b"}"#, "id"),
      (#"{"url":"https://example.com/","id":"a\r\nX: y"}"#, "id"),
      (#"{"url":"https://example.com/","more":1}"#, "more"),
    ])
  func refused(body: String, field: String) throws {
    let server = try LocalServer(eagerOptions())
    let reply = server.http.post("/webhooks", body)
    #expect(reply.status == 400)
    #expect(reply.list("errors").first?["field"] as? String == field)
    #expect(server.http.get("/webhooks").list("webhooks").isEmpty)
    #expect(server.http.get("/webhooks/W/deliveries?status=lost").status == 400)
  }

  @Test("The same id twice, and a company that is not there, are refused")
  func taken() throws {
    let server = try LocalServer(eagerOptions())
    let body = #"{"id":"A","url":"https://example.com/"}"#
    #expect(server.http.post("/webhooks", body).status == 201)
    #expect(server.http.post("/webhooks", body).status == 409)
    let other = #"{"url":"https://example.com/","company_id":"NONE"}"#
    #expect(server.http.post("/webhooks", other).status == 404)
  }

  @Test("A secret is shown once, and is nowhere to be found after that")
  func secrets() throws {
    let receiver = try Receiver()
    defer { receiver.stop() }
    let server = try LocalServer(eagerOptions())
    let mine = "a-planted-secret-of-a-webhook"
    _ = server.http.post(
      "/webhooks", "{\"id\":\"W\",\"url\":\"\(receiver.url)\",\"secret\":\"\(mine)\"}")
    #expect(server.http.post("/webhooks/W/test").json["delivered"] as? Bool == true)
    #expect(isSigned(receiver.taken[0], mine))
    #expect(receiver.taken[0].type == "test")
    let new = server.http.post("/webhooks/W/secret").string("secret")
    #expect(server.http.post("/webhooks/W/test").json["delivered"] as? Bool == true)
    #expect(isSigned(receiver.taken[1], new))
    let third = "another-planted-secret-of-it"
    #expect(server.http.patch("/webhooks/W", "{\"secret\":\"\(third)\"}").status == 200)
    server.charge(try server.boot("CP1"))
    #expect(TestKit.eventually { server.deliveries("W", "&status=delivered").count > 3 })
    for path in ["/webhooks", "/webhooks/W", "/webhooks/W/deliveries", "/audit-log", "/metrics"] {
      let text = server.http.get(path).text
      for secret in [mine, new, third] { #expect(!text.contains(secret), "\(path)") }
    }
    let log = server.log.joined()
    server.stop()

    let files = try #require(
      FileManager.default.enumerator(at: server.folder, includingPropertiesForKeys: nil))
    var bytes = 0
    for case let file as URL in files {
      guard let data = try? Data(contentsOf: file) else { continue }
      bytes += data.count
      for secret in [mine, new, third] {
        #expect(data.range(of: Data(secret.utf8)) == nil, "\(file.lastPathComponent)")
        #expect(!log.contains(secret))
      }
    }
    #expect(bytes > 10_000)
  }

  @Test("A company's webhooks are its own, and hear of its own stations only")
  func companies() throws {
    let (mineReceiver, allReceiver) = (try Receiver(), try Receiver())
    defer {
      mineReceiver.stop()
      allReceiver.stop()
    }
    let (server, admin) = try closed()
    let mine = try key(server, "MINE", admin)
    let other = try key(server, "OTHER", admin)
    for (id, headers) in [("M-CP", mine), ("O-CP", other)] {
      #expect(server.http.post("/db/chargers", "{\"id\":\"\(id)\"}", headers).status == 201)
    }
    let made = server.http.post(
      "/webhooks", "{\"id\":\"MW\",\"url\":\"\(mineReceiver.url)\"}", mine)
    #expect(made.string("company_id") == "MINE")
    _ = server.http.post("/webhooks", "{\"id\":\"ALL\",\"url\":\"\(allReceiver.url)\"}", admin)
    let theirs = server.http.post(
      "/webhooks", #"{"url":"https://example.com/","company_id":"OTHER"}"#, mine)
    #expect(theirs.status == 404)

    server.charge(try server.boot("O-CP"))
    server.charge(try server.boot("M-CP"))

    #expect(
      TestKit.eventually { allReceiver.taken.filter { $0.type == "session_stopped" }.count == 2 })
    #expect(TestKit.eventually { mineReceiver.taken.contains { $0.type == "session_stopped" } })
    #expect(mineReceiver.taken.allSatisfy { $0.json["station_id"] as? String == "M-CP" })
    // The other company sees and changes nothing of it.
    #expect(server.http.get("/webhooks", other).list("webhooks").isEmpty)
    for (method, path) in [
      ("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/test"), ("POST", "/secret"),
      ("GET", "/deliveries"), ("POST", "/deliveries/1/redeliver"), ("POST", "/redeliver"),
    ] {
      for id in ["MW", "ALL"] {
        let reply = server.http.request(
          method, "/webhooks/\(id)\(path)", other, body: method == "GET" ? nil : "{}")
        #expect(reply.status == 404, "\(method) \(path): \(reply.text)")
      }
    }
    #expect(server.http.get("/webhooks/MW", mine).status == 200)
    #expect(server.http.get("/webhooks/ALL", mine).status == 404)

    // A company that goes takes its webhooks and its events along.
    #expect(server.http.request("DELETE", "/db/companies/MINE?cascade=true", admin).status == 204)
    #expect(server.http.get("/webhooks/MW", admin).status == 404)
    let events = server.http.get("/api/events?follow=false", admin).list("events")
    #expect(!events.contains { $0["station_id"] as? String == "M-CP" })
  }

  @Test("A company has as many webhooks as it may, and not one more")
  func limit() throws {
    let (server, admin) = try closed()
    let mine = try key(server, "MINE", admin)
    for _ in 0..<StoreLimits.webhooksOfCompany {
      let reply = server.http.post("/webhooks", #"{"url":"https://example.com/"}"#, mine)
      #expect(reply.status == 201)
    }
    let reply = server.http.post("/webhooks", #"{"url":"https://example.com/"}"#, mine)
    #expect(reply.status == 409)
    #expect(reply.string("detail").contains("has 50 webhooks"))
  }
}
