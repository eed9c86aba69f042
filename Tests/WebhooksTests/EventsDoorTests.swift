import API
import Access
import Foundation
import Network
import Store
import TestKit
import Testing

@Suite("/api/events")
struct EventsDoorTests {
  @Test("Events come as they happen, each under its type and with its id, as webhooks get them")
  func live() throws {
    let server = try LocalServer(eagerOptions())
    let client = EventClient(port: server.port)
    #expect(client.head.contains("200"))
    #expect(client.head.lowercased().contains("content-type: text/event-stream"))
    #expect(client.comment() == ": events follow")
    let station = try server.boot("CP1")
    let online = try #require(client.next())
    #expect(online.name == "station_online")

    let id = server.charge(station)

    var names: [String] = []
    while let event = client.next() {
      names.append(event.name)
      #expect(event.data["id"] as? String == event.id)
      #expect(event.data["type"] as? String == event.name)
      #expect(event.data["transaction_id"] as? Int == id)
      if event.name == "session_stopped" { break }
    }
    #expect(
      names == ["session_started", "session_progress", "session_progress", "session_stopped"])
  }

  @Test("Who comes back with Last-Event-ID goes on where it was, also after a restart")
  func resume() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "events-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = eagerOptions()
    options.folder = folder
    let first = try LocalServer(options)
    var last = ""
    do {
      let client = EventClient(
        port: first.port, path: "/api/events?types=session_started,session_stopped")
      _ = client.comment()
      _ = first.http.get("/api/events?follow=false")
      first.charge(try first.boot("CP1"))
      last = try #require(client.next()).id
    }
    first.charge(try first.boot("CP2"), minute: 5)
    first.stop()

    let second = try LocalServer(options)
    second.charge(try second.boot("CP3"), minute: 6)
    let back = EventClient(
      port: second.port, path: "/api/events?types=session_started,session_stopped&after=0",
      [("Last-Event-ID", last)])
    let found = (0..<5).compactMap { _ in back.next() }
    #expect(
      found.map(\.name) == [
        "session_stopped", "session_started", "session_stopped", "session_started",
        "session_stopped",
      ])
    #expect(
      found.compactMap { $0.data["station_id"] as? String } == ["CP1", "CP2", "CP2", "CP3", "CP3"])
    let one = EventClient(
      port: second.port, path: "/api/events?station_id=CP2&types=session_stopped",
      [("Last-Event-ID", last)])
    #expect(one.next()?.data["station_id"] as? String == "CP2")
    second.stop()
  }

  @Test("What nobody listened to is not kept, and who asks for it is told")
  func gap() throws {
    let server = try LocalServer(eagerOptions())
    let station = try server.boot("CP1")
    server.charge(station)
    #expect(server.http.get("/api/events?follow=false").list("events").isEmpty)
    server.charge(station, minute: 5)
    let page = server.http.get("/api/events?follow=false&limit=2")
    #expect(page.list("events").count == 2)
    #expect(page.json["has_more"] as? Bool == true)
    let next = server.http.get("/api/events?follow=false&after=\(page.string("last_event_id"))")
    #expect(next.list("events").count == 2)
    #expect(next.json["has_more"] as? Bool == false)
    // A day and a bit later nobody listens any more.
    server.clock.advance(milliseconds: 86_400_000 + 1)
    server.charge(station, minute: 6)
    let last = next.string("last_event_id")
    #expect(server.http.get("/api/events?follow=false&after=\(last)").list("events").isEmpty)

    let client = EventClient(port: server.port, [("Last-Event-ID", "1")])
    let gap = try #require(client.next())
    #expect(gap.name == "gap")
    #expect(gap.data["after"] as? String == "1")
    #expect(gap.data["through"] as? String == last)
    #expect(client.next()?.id == "2")
  }

  @Test(
    "A question that makes no sense is refused",
    arguments: [
      "types=session", "after=-1", "after=x", "follow=maybe", "follow=false&limit=0",
    ])
  func refused(query: String) throws {
    let server = try LocalServer(eagerOptions())
    #expect(server.http.get("/api/events?\(query)").status == 400)
    #expect(server.http.get("/api/events", [("Last-Event-ID", "x")]).status == 400)
  }

  private let admin = [("Authorization", "Bearer master")]

  private func guarded(_ options: LocalServer.Options = eagerOptions()) throws -> LocalServer {
    var options = options
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "master")])
    return try LocalServer(options)
  }

  /// A company with a charger, and a viewer's key of its name.
  private func company(_ name: String, _ server: LocalServer) -> [(String, String)] {
    _ = server.http.post("/db/companies", #"{"id":"\#(name)","name":"x"}"#, admin)
    let made = server.http.post(
      "/api-keys", #"{"name":"\#(name)","role":"viewer","company_id":"\#(name)"}"#, admin)
    _ = server.http.post("/db/chargers", #"{"id":"\#(name)-CP","company_id":"\#(name)"}"#, admin)
    return [("Authorization", "Bearer \(made.string("key"))")]
  }

  @Test("A key that is revoked ends its stream before the next event")
  func revoked() throws {
    let server = try guarded()
    let key = company("MINE", server)
    let client = EventClient(port: server.port, key)
    #expect(client.comment() == ": events follow")
    let station = try server.boot("MINE-CP")
    #expect(client.next()?.name == "station_online")

    #expect(server.http.request("DELETE", "/api-keys/MINE", admin).status == 204)
    server.charge(station)

    #expect(client.next() == nil)
    #expect(client.ends())
  }

  @Test("Clients that take nothing are cut and leave their seats; stations do not wait for them")
  func slow() throws {
    var options = eagerOptions()
    options.api.eventPatience = 500
    let server = try guarded(options)
    let key = company("MINE", server)
    let clients = (0..<16).map { _ in EventClient(port: server.port, key, receiveBuffer: 4096) }
    #expect(clients.allSatisfy { $0.comment() == ": events follow" })
    let station = try server.boot("MINE-CP")
    let text = String(repeating: "x", count: 255)
    func isFull() -> Bool { EventClient(port: server.port, key).head.contains("429") }
    #expect(isFull())

    // Megabytes, more than the kernel's buffers hold.
    var count = 0
    while count < 40_000, count % 500 > 0 || isFull() {
      let answer = station.ask(
        "[2,\"\(count)\",\"SecurityEventNotification\",{\"type\":\"\(count)\","
          + "\"timestamp\":\"2026-01-02T03:04:05Z\",\"techInfo\":\"\(text)\"}]")
      #expect(answer == "[3,\"\(count)\",{}]")
      count += 1
    }

    #expect(!isFull())
    #expect(clients.contains { $0.ends() })
  }

  @Test("A company follows its own; seats are counted")
  func companies() throws {
    let server = try guarded()
    var keys: [String: [(String, String)]] = [:]
    for name in ["MINE", "OTHER"] { keys[name] = company(name, server) }
    let mine = EventClient(port: server.port, keys["MINE"]!)
    _ = mine.comment()
    _ = server.http.get("/api/events?follow=false", admin)
    server.charge(try server.boot("OTHER-CP"))
    server.charge(try server.boot("MINE-CP"))
    var seen: Set<String> = []
    while let event = mine.next() {
      seen.insert(event.data["station_id"] as? String ?? "")
      if event.name == "session_stopped" { break }
    }
    #expect(seen == ["MINE-CP"])
    let others = server.http.get("/api/events?follow=false", keys["OTHER"]!).list("events")
    #expect(Set(others.compactMap { $0["station_id"] as? String }) == ["OTHER-CP"])
    #expect(server.http.get("/api/events").status == 401)

    let crowd = (0..<15).map { _ in EventClient(port: server.port, keys["MINE"]!) }
    #expect(crowd.allSatisfy { $0.head.contains("200") })
    #expect(EventClient(port: server.port, keys["MINE"]!).head.contains("429"))
    #expect(EventClient(port: server.port, keys["OTHER"]!).head.contains("200"))
    withExtendedLifetime(crowd) {}
  }
}
