import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct ConnectionTests {
  @Test(
    "Nothing but BootNotification leaves before Accepted, a queue from before included",
    .covers("CP16-1"))
  func bootFirst() {
    let bench = Bench.accepted()
    bench.goOffline()
    bench.configureOffline()
    bench.charge()
    bench.swipe("TAG1")
    let next = bench.rebooted()
    next.reply = { $0.action == "BootNotification" ? .silence : .usual }
    next.powerOn()
    next.run(200_000)
    #expect(!next.sent.isEmpty)
    #expect(next.sent.allSatisfy { $0.action == "BootNotification" })
    next.reply = { _ in .usual }
    next.run(700_000)
    #expect(next.calls("StartTransaction").count == 1)
  }

  @Test(
    "A rejected station is silent until the interval has passed and answers no call",
    .covers("CP16-2"))
  func rejected() {
    let bench = Bench()
    bench.server.registration = "Rejected"
    bench.server.interval = 100
    bench.powerOn()
    #expect(bench.sent.count == 1)
    #expect(bench.call("GetConfiguration") == nil)
    bench.charge()
    bench.run(99_000)
    #expect(bench.sent.count == 1)
    bench.server.registration = "Accepted"
    bench.run(2_000)
    #expect(bench.calls("BootNotification").count == 2)
    #expect(bench.call("GetConfiguration") != nil)
  }

  @Test(
    "A pending station speaks only when spoken to, and starts nothing from afar", .covers("CP16-3"))
  func pending() {
    let bench = Bench()
    bench.server.registration = "Pending"
    bench.powerOn()
    bench.charge()
    #expect(bench.calls("StatusNotification").isEmpty)
    #expect(bench.status("RemoteStartTransaction", "{\"idTag\":\"A\"}") == "Rejected")
    #expect(bench.status("RemoteStopTransaction", "{\"transactionId\":1}") == "Rejected")
    #expect(
      bench.call("GetConfiguration", "{\"key\":[\"HeartbeatInterval\"]}")?["configurationKey"]
        != nil)
    #expect(
      bench.status(
        "TriggerMessage", "{\"requestedMessage\":\"StatusNotification\",\"connectorId\":1}")
        == "Accepted")
    #expect(bench.calls("StatusNotification").count == 1)
    #expect(bench.calls("Heartbeat").isEmpty)
  }

  @Test(
    "A pending interval is a retry time and never becomes HeartbeatInterval; 0 is the station's own",
    .covers("CP16-4"))
  func pendingInterval() {
    let bench = Bench()
    bench.server.registration = "Pending"
    bench.server.interval = 20
    bench.powerOn()
    bench.run(21_000)
    #expect(bench.calls("BootNotification").count == 2)
    #expect(bench.station.configurationValue(.heartbeatInterval) == "3600")
    bench.server.interval = 0
    bench.run(20_000)
    let before = bench.calls("BootNotification").count
    bench.run(60_000)
    #expect(bench.calls("BootNotification").count > before)
    #expect(bench.calls("BootNotification").count < before + 40)
    bench.server.registration = "Accepted"
    bench.server.interval = 77
    bench.run(600_000)
    #expect(bench.station.configurationValue(.heartbeatInterval) == "77")
  }

  @Test("A BootNotification without an answer is sent again, later and later", .covers("CP16-5"))
  func bootUnanswered() {
    let bench = Bench()
    bench.reply = { _ in .silence }
    bench.powerOn()
    bench.run(3_600_000)
    let times = bench.calls("BootNotification").map(\.at)
    #expect(times.count > 3 && times.count < 40)
    #expect(times[1] - times[0] < times[times.count - 1] - times[times.count - 2])
  }

  @Test("After Accepted every connector and connector 0 announce themselves", .covers("CP16-6"))
  func announcements() {
    let bench = Bench.accepted { $0.connectors = 3 }
    let announced = bench.calls("StatusNotification").compactMap { $0.int("connectorId") }
    #expect(announced == [0, 1, 2, 3])
    #expect(bench.calls("StatusNotification").allSatisfy { $0.string("status") == "Available" })
  }

  @Test("A reconnect brings no BootNotification unless its contents changed", .covers("CP16-7"))
  func reconnect() {
    let bench = Bench.accepted()
    bench.goOffline()
    bench.goOnline()
    #expect(bench.calls("BootNotification").count == 1)
    var identity = bench.setup.identity
    identity.iccid = "8949"
    bench.handle(.identityChanged(identity))
    #expect(bench.calls("BootNotification").count == 2)
    #expect(bench.calls("BootNotification")[1].string("iccid") == "8949")
    #expect(bench.calls("StatusNotification").count == 2)
  }

  @Test(
    "Failed handshakes back off exponentially, with jitter, up to the longest wait",
    .covers("CP16-8"))
  func backOff() {
    let bench = Bench()
    bench.serverIsUp = false
    bench.powerOn()
    bench.run(7_200_000)
    let waits = zip(bench.connectTimes.dropFirst(), bench.connectTimes).map { $0 - $1 }
    #expect(waits[0] >= 1_000 && waits[0] <= 2_000)
    #expect(waits[4] >= 16_000 && waits[4] <= 32_000)
    #expect(waits.max()! <= 600_000)
    #expect(Set(waits.suffix(4)).count > 1)
  }

  @Test(
    "After a reconnect only what differs from the last delivered status is told, without history",
    .covers("CP16-9"))
  func noHistory() {
    let bench = Bench.accepted { $0.connectors = 2 }
    bench.goOffline()
    bench.handle(.faulted(connector: 1, .groundFailure, info: "x"))
    bench.run(10_000)
    bench.handle(.faultCleared(connector: 1))
    bench.plug(2)
    let before = bench.calls("StatusNotification").count
    bench.serverIsUp = true
    bench.run(30_000)
    let told = bench.calls("StatusNotification").dropFirst(before)
    #expect(told.map { $0.int("connectorId") } == [2])
    #expect(told.first?.string("status") == "Preparing")
  }

  @Test(
    "A currentTime with an offset, fractions or a year past 2038 sets the clock",
    .covers("CP16-10"),
    arguments: [
      ("2026-03-01T02:00:00+02:00", "2026-03-01T00:00:00.000Z"),
      ("2026-03-01T00:00:00.123456Z", "2026-03-01T00:00:00.123Z"),
      ("2051-01-01T00:00:00-05:30", "2051-01-01T05:30:00.000Z"),
    ])
  func currentTime(text: String, utc: String) {
    let bench = Bench()
    bench.reply = {
      $0.action == "BootNotification"
        ? .result("{\"status\":\"Accepted\",\"currentTime\":\"\(text)\",\"interval\":300}") : .usual
    }
    bench.powerOn()
    bench.charge()
    #expect(bench.calls("StartTransaction").first?.string("timestamp") == utc)
  }

  @Test(
    "A Heartbeat comes when nothing else was sent, and once a day whatever is sent",
    .covers("CP16-11"))
  func heartbeat() {
    let bench = Bench.accepted()
    bench.run(299_000)
    #expect(bench.calls("Heartbeat").isEmpty)
    bench.call("GetConfiguration", "{\"key\":[\"CpoName\"]}")
    bench.run(299_000)
    #expect(bench.calls("Heartbeat").isEmpty)
    bench.run(2_000)
    #expect(bench.calls("Heartbeat").count == 1)
    // Time for a day: the answer sets the clock.
    bench.configure("HeartbeatInterval", "0")
    bench.worldTime += 5_000
    bench.run(86_500_000)
    #expect(bench.calls("Heartbeat").count == 2)
    bench.charge()
    let start = DateTime(bench.calls("StartTransaction")[0].string("timestamp")!)!
    #expect(abs(start.milliseconds - bench.wall.milliseconds) < 1_000)
  }
}

extension Bench {
  /// What a station must be told so that unknown ids may charge offline.
  func configureOffline() {
    _ = station.preset("AllowOfflineTxForUnknownId", "true")
    handle(.clockTicked)
  }
}
