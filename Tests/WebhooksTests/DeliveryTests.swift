import API
import Access
import CSMSCore
import Foundation
import Network
import OCPPJSON
import Store
import TestKit
import Testing
import Webhooks

@Suite("Webhooks over real sockets")
struct DeliveryTests {
  @Test("A session is told of as it goes: started, in progress, stopped, signed and in order")
  func session() throws {
    let receiver = try Receiver()
    defer { receiver.stop() }
    let server = try LocalServer(eagerOptions())
    let made = server.subscribe(receiver.url)
    #expect(made.status == 201, "\(made.text)")
    let secret = made.string("secret")
    let station = try server.boot("CP1")
    server.status(station, 1, "Available")

    let id = server.charge(station)
    server.status(station, 1, "Charging")

    #expect(TestKit.eventually { receiver.taken.contains { $0.type == "session_stopped" } })
    #expect(
      TestKit.eventually { receiver.taken.filter { $0.type == "availability_changed" }.count == 2 })
    let session = receiver.taken.filter { $0.transaction == id }
    #expect(
      session.map(\.type) == [
        "session_started", "session_progress", "session_progress", "session_stopped",
      ])
    #expect(session[0].data["id_tag"] as? String == "TAG")
    #expect(session[1].data["energy_wh"] as? Int == 500)
    #expect(session[1].data["current_power_kw"] as? Double == 11.5)
    #expect(session[3].data["energy_consumed_kwh"] as? Double == 1)
    #expect(session[3].data["reason"] as? String == "EVDisconnected")
    #expect(session[3].data["duration_seconds"] as? Int == 50)
    let others = receiver.taken.filter { $0.transaction == nil }.map(\.type)
    #expect(others.filter { $0 == "station_online" }.count == 1)
    #expect(others.filter { $0 == "availability_changed" }.count == 2)
    #expect(others.contains("station_status"))
    // Others may still come.
    let taken = receiver.taken
    #expect(Set(taken.map(\.id)).count == taken.count)
    #expect(taken.allSatisfy { $0.json["station_id"] as? String == "CP1" })
    #expect(isSigned(session[0], secret))
    #expect(isSigned(session[3], secret))
    #expect(!isSigned(session[0], secret + "x"))
    #expect(TestKit.eventually { server.deliveries("W", "&status=waiting").isEmpty })
    #expect(server.deliveries().allSatisfy { $0["response_status"] as? Int == 200 })
  }

  @Test("Only the types that are wanted are sent, and nothing while it is switched off")
  func types() throws {
    let receiver = try Receiver()
    defer { receiver.stop() }
    let server = try LocalServer(eagerOptions())
    _ = server.subscribe(receiver.url, ["session_stopped", "firmware_status", "security_event"])
    let station = try server.boot("CP1")
    server.charge(station)
    _ = station.ask(#"[2,"f","FirmwareStatusNotification",{"status":"Downloading"}]"#)
    _ = station.ask(
      #"[2,"g","SecurityEventNotification",{"type":"TamperDetectionActivated","timestamp":"2026-01-02T03:04:05Z"}]"#
    )
    #expect(receiver.has(3))
    #expect(
      receiver.taken.map(\.type).sorted() == [
        "firmware_status", "security_event", "session_stopped",
      ])

    #expect(server.http.patch("/webhooks/W", #"{"enabled":false}"#).status == 200)
    server.charge(station, minute: 5)
    #expect(server.http.patch("/webhooks/W", #"{"enabled":true}"#).status == 200)
    server.charge(station, minute: 6)

    #expect(receiver.has(4))
    #expect(receiver.taken.last?.transaction == 3)
    #expect(server.deliveries().count == 4)
  }

  @Test("A receiver that answers 500 gets the same event again, and no later one before it")
  func failing() throws {
    let receiver = try Receiver()
    defer { receiver.stop() }
    let server = try LocalServer(eagerOptions())
    _ = server.subscribe(
      receiver.url, ["session_started", "session_progress", "session_stopped"])
    receiver.behave { [unowned receiver] delivery in
      receiver.all.filter { $0.id == delivery.id }.count < 3 ? .answer(500) : .answer(204)
    }
    let station = try server.boot("CP1")
    server.charge(station, meters: 4)

    #expect(receiver.has(6))
    let ids = receiver.all.map(\.id)
    #expect(ids == receiver.taken.flatMap { [$0.id, $0.id, $0.id, $0.id] })
    #expect(Set(receiver.all.map { $0.body }).count == 6)
    #expect(
      TestKit.eventually { server.deliveries().allSatisfy { $0["attempts"] as? Int == 4 } })
  }

  @Test("A receiver that hangs, or talks without end, blocks no other")
  func hanging() throws {
    let (bad, chatty, good) = (try Receiver(.hang), try Receiver(.chatter), try Receiver())
    defer {
      bad.stop()
      chatty.stop()
      good.stop()
    }
    let server = try LocalServer(eagerOptions())
    _ = server.subscribe(bad.url, id: "BAD")
    _ = server.subscribe(chatty.url, id: "CHATTY")
    _ = server.subscribe(good.url, id: "GOOD")
    let station = try server.boot("CP1")
    server.charge(station)
    #expect(TestKit.eventually { good.taken.contains { $0.type == "session_stopped" } })
    #expect(TestKit.eventually { chatty.taken.contains { $0.type == "session_stopped" } })
    #expect(TestKit.eventually { server.deliveries("CHATTY", "&status=waiting").isEmpty })
    // One request of a lane is under way, and that is all.
    #expect(bad.all.filter { $0.transaction != nil }.count == 1)
    #expect(server.deliveries("BAD").allSatisfy { $0["status"] as? String == "waiting" })
  }

  @Test("What was not taken for a day is parked, is shown, and is sent again on request")
  func parked() throws {
    let receiver = try Receiver(.answer(503))
    defer { receiver.stop() }
    let server = try LocalServer(eagerOptions())
    _ = server.subscribe(receiver.url, ["session_started", "session_stopped"])
    let station = try server.boot("CP1")
    server.charge(station)
    #expect(TestKit.eventually { receiver.all.count > 4 })
    server.clock.advance(milliseconds: 86_400_000 + 1)

    #expect(TestKit.eventually { server.deliveries("W", "&status=parked").count == 2 })
    let shown = server.http.get("/webhooks/W")
    #expect(shown.int("parked") == 2 && shown.int("waiting") == 0)
    let first = server.deliveries()[0]
    #expect(first["error"] as? String == "It answered 503.")
    #expect(first["response_status"] as? Int == 503)
    receiver.behave { _ in .answer(200) }
    let event = first["event_id"] as? String ?? ""

    let again = server.http.post("/webhooks/W/deliveries/\(event)/redeliver")
    #expect(again.status == 202)
    #expect(receiver.has(1))
    #expect(receiver.taken.map(\.id) == [event])
    #expect(server.http.post("/webhooks/W/redeliver").int("redelivered") == 1)
    #expect(receiver.has(2))
    #expect(
      TestKit.eventually {
        server.deliveries().allSatisfy { $0["status"] as? String == "delivered" }
      })
    // Once more one that was taken.
    #expect(server.http.post("/webhooks/W/deliveries/\(event)/redeliver").status == 202)
    #expect(receiver.has(3))
    for path in ["/webhooks/W/deliveries/999/redeliver", "/webhooks/W/deliveries/x/redeliver"] {
      #expect(server.http.post(path).status == 404)
    }
    let metrics = server.http.get("/metrics").text
    #expect(metrics.contains("ocpp_webhook_delivered_total 3.0"))
    #expect(metrics.contains("ocpp_webhook_parked_total 2.0"))
    #expect(metrics.contains("ocpp_webhook_deliveries{status=\"waiting\"} 0.0"))
    #expect(server.log.contains { $0.contains("webhook W: the receiver takes no events") })
    #expect(server.log.contains { $0.contains("webhook W: the receiver takes events again") })
  }

  @Test("What waited when the server ended is sent after its next start, under the same ids")
  func restart() throws {
    let receiver = try Receiver(.answer(500))
    defer { receiver.stop() }
    let folder = FileManager.default.temporaryDirectory.appending(path: "hooks-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = eagerOptions()
    options.folder = folder
    let first = try LocalServer(options)
    _ = first.subscribe(receiver.url, ["session_started", "session_stopped"])
    first.charge(try first.boot("CP1"))
    #expect(TestKit.eventually { receiver.all.count > 1 })
    let ids = first.deliveries().map { $0["event_id"] as? String }
    first.stop()
    receiver.behave { _ in .answer(200) }

    let second = try LocalServer(options)
    #expect(receiver.has(2))
    #expect(receiver.taken.map(\.id) == ids)
    second.stop()
    // With another key file nobody can sign: said, not sent.
    options.vault = SecretVault(key: [UInt8](repeating: 9, count: SecretVault.keyLength))
    let third = try LocalServer(options)
    third.charge(try third.boot("CP1"), minute: 5)
    #expect(
      TestKit.eventually {
        third.deliveries().contains { delivery in
          (delivery["error"] as? String)?.contains("cannot be opened") ?? false
        }
      })
    #expect(third.http.post("/webhooks/W/test").string("error").contains("cannot be opened"))
    #expect(receiver.taken.count == 2)
    #expect(third.http.post("/webhooks/W/secret").status == 200)
    #expect(receiver.has(4))
    third.stop()
  }

  @Test("Stations that come back after a restart were never gone; those that do not, are")
  func presence() throws {
    let receiver = try Receiver()
    defer { receiver.stop() }
    let folder = FileManager.default.temporaryDirectory.appending(path: "hooks-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = eagerOptions()
    options.folder = folder
    let first = try LocalServer(options)
    _ = first.subscribe(receiver.url, ["station_online", "station_offline"])
    let stays = try first.boot("STAYS")
    let goes = try first.boot("GOES")
    let closes = try first.boot("CLOSES")
    #expect(receiver.has(3))
    closes.close()
    #expect(receiver.has(4))
    #expect(receiver.taken[3].type == "station_offline")
    first.stop()
    withExtendedLifetime((stays, goes)) {}
    options.api.presenceGraceSeconds = 1

    let second = try LocalServer(options)
    let back = try second.boot("STAYS")
    #expect(receiver.has(5))
    #expect(receiver.taken[4].type == "station_offline")
    #expect(receiver.taken[4].json["station_id"] as? String == "GOES")
    back.close()
    #expect(receiver.has(6))
    #expect(receiver.taken[5].json["station_id"] as? String == "STAYS")
    second.stop()
  }
}
