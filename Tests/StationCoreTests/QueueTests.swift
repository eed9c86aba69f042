import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct QueueTests {
  @Test("What a transaction owes queues while offline and survives a restart", .covers("CP16-17"))
  func offlineAndRestart() {
    let bench = Bench.accepted()
    bench.configureOffline()
    bench.configure("ClockAlignedDataInterval", "120")
    bench.goOffline()
    bench.charge()
    bench.run(300_000)
    bench.swipe("TAG1")
    let next = bench.rebooted()
    next.powerOn()
    #expect(next.calls("StartTransaction").count == 1)
    #expect(next.calls("StopTransaction").count == 1)
    let contexts = next.calls("MeterValues").map(\.text)
    #expect(contexts.filter { $0.contains("Sample.Periodic") }.count >= 4)
    #expect(contexts.filter { $0.contains("Sample.Clock") }.count == 2)
    #expect(next.server.stops.count == 1)
    #expect(!next.journal.keys.contains { $0.kind == 7 })
  }

  @Test("They arrive in chronological order, new ones behind the backlog", .covers("CP16-18"))
  func order() {
    let bench = Bench.accepted { $0.connectors = 2 }
    bench.configureOffline()
    bench.goOffline()
    bench.charge("TAG1", 1)
    bench.run(130_000)
    bench.charge("TAG2", 2)
    bench.run(130_000)
    bench.swipe("TAG1", 1)
    bench.serverIsUp = true
    var count = 0
    bench.reply = { message in
      count += 1
      return count == 3 ? .error("InternalError") : .usual
    }
    bench.run(400_000)
    bench.swipe("TAG2", 2)
    bench.run(400_000)
    let owed = bench.sent.filter {
      ["StartTransaction", "StopTransaction", "MeterValues"].contains($0.action)
    }
    var seen: [String] = []
    for message in owed where seen.last != message.id { seen.append(message.id) }
    #expect(seen == seen.sorted())
    #expect(bench.server.starts.count == 2 && bench.server.stops.count == 2)
  }

  @Test("Other messages may overtake a blocked queue", .covers("CP16-19"))
  func overtaking() {
    let bench = Bench.accepted()
    bench.reply = { $0.action == "StartTransaction" ? .error("InternalError") : .usual }
    bench.charge()
    let before = bench.calls("StatusNotification").count
    bench.handle(.evNotReady(connector: 1))
    #expect(bench.calls("StatusNotification").count > before)
    #expect(bench.statuses().last == "SuspendedEV")
    bench.run(30_000)
    #expect(bench.status("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}") == "Accepted")
    #expect(bench.calls("Heartbeat").count == 1)
  }

  @Test("A stop by unplugging comes before its connector is Available", .covers("CP16-19"))
  func stopBeforeAvailable() {
    let bench = Bench.accepted()
    bench.charge()
    bench.run(60_000)
    bench.unplug()
    bench.run(10_000)
    let order = bench.sent.filter { $0.kind == 2 }.map {
      $0.action == "StatusNotification" ? $0.string("status") ?? "" : $0.action
    }
    let stop = order.firstIndex(of: "StopTransaction")
    let free = order.lastIndex(of: "Available")
    #expect(stop != nil && free != nil && stop! < free!)
  }

  @Test("A stop that waits for its next attempt does not hold up Available", .covers("CP16-19"))
  func availableBeforeRetry() {
    let bench = Bench.accepted()
    bench.reply = { $0.action == "StopTransaction" ? .error("InternalError") : .usual }
    bench.charge()
    bench.run(60_000)
    bench.unplug()
    bench.run(10_000)
    #expect(bench.statuses().last == "Available")
    #expect(bench.calls("StopTransaction").count == 1)
  }

  @Test(
    "With little room meter values are thinned evenly; starts and stops stay; a new transaction is refused last",
    .covers("CP16-25"))
  func fullQueue() {
    let bench = Bench.accepted { $0.queueLimit = 20 }
    bench.configureOffline()
    bench.goOffline()
    bench.charge()
    bench.run(6 * 3_600_000)
    bench.swipe("TAG1")
    bench.unplug()
    var sessions = 1
    for _ in 0..<20 where !bench.prompts.contains(.memoryFull) {
      bench.charge()
      if bench.prompts.contains(.memoryFull) { break }
      bench.run(100_000)
      bench.swipe("TAG1")
      bench.unplug()
      sessions += 1
    }
    #expect(sessions == 10)
    #expect(!bench.contactor[1])
    bench.goOnline()
    #expect(bench.server.starts.count == sessions)
    #expect(bench.server.stops.count == sessions)

    let even = Bench.accepted { $0.queueLimit = 20 }
    even.configureOffline()
    even.goOffline()
    even.charge()
    even.run(6 * 3_600_000)
    even.goOnline()
    let times = even.server.meterValues.values.map { DateTime($0.timestamp)!.milliseconds }
      .sorted().prefix(15)
    let gaps = zip(times.dropFirst(), times).map { $0 - $1 }
    #expect(gaps.max()! <= 4 * gaps.min()!)
  }

  @Test(
    "A journal that refuses keeps the contactor open, and takes everything once it can",
    .covers("CP16-25"))
  func refusingJournal() {
    let bench = Bench.accepted()
    bench.plug()
    bench.refusesWrites = true
    bench.swipe("TAG1")
    bench.run(30_000)
    #expect(!bench.contactor[1])
    #expect(bench.calls("StartTransaction").isEmpty)
    bench.refusesWrites = false
    bench.run(30_000)
    bench.swipe("TAG1")
    #expect(bench.contactor[1])
    #expect(bench.server.starts.count == 1)
    bench.refusesWrites = true
    bench.swipe("TAG1")
    #expect(!bench.contactor[1])
    bench.refusesWrites = false
    bench.run(30_000)
    #expect(bench.server.stops.count == 1)
  }

  @Test("A firmware update keeps the queue, the list and the configuration", .covers("CP16-26"))
  func firmwareKeepsJournal() {
    let bench = Bench.accepted { $0.identity.firmwareVersion = "1.0" }
    bench.configureOffline()
    bench.call(
      "SendLocalList",
      "{\"listVersion\":3,\"updateType\":\"Full\",\"localAuthorizationList\":[{\"idTag\":\"L\",\"idTagInfo\":{\"status\":\"Accepted\"}}]}"
    )
    bench.call(
      "UpdateFirmware", "{\"location\":\"http://x/f\",\"retrieveDate\":\"2026-03-01T00:00:00Z\"}")
    bench.handle(.firmwareDownloaded)
    bench.goOffline()
    bench.handle(.firmwareInstalled)
    bench.charge()
    bench.swipe("TAG1")
    let next = bench.rebooted { $0.identity.firmwareVersion = "2.0" }
    next.powerOn()
    #expect(next.server.starts.count == 1 && next.server.stops.count == 1)
    #expect(next.call("GetLocalListVersion")?.int("listVersion") == 3)
    #expect(next.station.configurationValue(.allowOfflineTxForUnknownId) == "true")
  }

  @Test(
    "An event before the clock was set is corrected at the first sync, also of an earlier boot",
    .covers("CP16-27"))
  func unsetClock() {
    let bench = Bench()
    bench.configureOffline()
    bench.serverIsUp = false
    bench.powerOn()
    bench.run(60_000)
    bench.charge()
    bench.run(600_000)
    bench.swipe("TAG1")
    bench.run(10_000)
    // Off for an hour, and a second boot that learns the time.
    bench.worldTime += 3_600_000
    let next = bench.rebooted()
    next.powerOn()
    let start = DateTime(next.calls("StartTransaction")[0].string("timestamp")!)!.milliseconds
    let stop = DateTime(next.calls("StopTransaction")[0].string("timestamp")!)!.milliseconds
    #expect(stop - start == 600_000)
    // As if the power had never been off: late by at most the time since its last record.
    let real = Bench.epoch + 60_000
    #expect(start >= real && start <= real + 3_600_000 + 10_001)
    let within = Bench()
    within.configureOffline()
    within.serverIsUp = false
    within.powerOn()
    within.run(60_000)
    within.charge()
    within.goOnline()
    #expect(
      within.calls("StartTransaction").first?.string("timestamp") == "2026-03-01T00:01:00.000Z")
  }

  @Test(
    "What the central system says of the time costs no transaction its record, and makes none up",
    .covers("CP16-17", "CP16-27"),
    arguments: [
      "0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "1969-12-31T23:00:00Z",
      "1970-01-01T00:00:00Z", "8999-12-31T23:59:59Z", "9999-12-31T23:59:59Z",
    ])
  func extremeTimes(time: String) {
    let bench = Bench()
    bench.reply = { message in
      switch message.action {
      case "BootNotification":
        .result("{\"status\":\"Accepted\",\"currentTime\":\"\(time)\",\"interval\":300}")
      case "Heartbeat": .result("{\"currentTime\":\"\(time)\"}")
      case "StartTransaction", "StopTransaction", "MeterValues": .silence
      default: .usual
      }
    }
    bench.powerOn()
    bench.configureOffline()
    #expect(bench.statuses().last == "Available")
    bench.charge("X")
    bench.run(600_000)
    bench.swipe("X")
    bench.unplug()
    // What cannot go yet holds up nobody.
    #expect(bench.station.wallTime != nil || bench.statuses().last == "Available")
    bench.charge("Y")
    bench.run(400_000)
    let owed = bench.station.owedMessages
    #expect(owed >= 3)
    // Whoever was not told the time asks for it.
    #expect(bench.station.wallTime != nil || !bench.calls("Heartbeat").isEmpty)

    let next = bench.rebooted()
    #expect(next.station.owedMessages == owed)
    #expect(next.station.view(1)?.transaction != nil)
    next.powerOn()
    next.run(10_000)
    #expect(next.server.starts.map(\.idTag) == ["X", "Y"])
    #expect(next.server.stops.count == 2)
  }

  @Test("meterStart and meterStop are the meter's own register", .covers("CP16-28"))
  func register() {
    let bench = Bench.accepted()
    bench.charge()
    bench.run(3_600_000)
    bench.swipe("TAG1")
    #expect(bench.server.starts[0].meterStart == 12_000)
    #expect(bench.server.stops[101]?.meterStop == 23_000)
    bench.unplug()
    bench.charge()
    #expect(bench.server.starts[1].meterStart == 23_000)
    // Without an answer of the meter its last reading counts.
    bench.meterWorks = false
    bench.run(100_000)
    bench.swipe("TAG1")
    bench.run(3_000)
    #expect(bench.server.stops[102] != nil)
  }

  @Test(
    "A register beyond what an integer of OCPP holds sells no energy, and the station says why",
    .covers("CP16-28"))
  func registerTooLarge() {
    let bench = Bench.accepted()
    bench.energy[1] = 2_147_483_000
    bench.charge()
    bench.run(600_000)
    // Out of reach, the contactor opens as soon as it is seen.
    #expect(!bench.contactor[1])
    #expect(bench.energy[1] < 2_147_484_000)
    #expect(bench.statuses().last == "Faulted")
    #expect(
      bench.calls("StatusNotification").last?.string("errorCode") == "PowerMeterFailure")
    bench.unplug()
    #expect(bench.server.stops[101]?.meterStop == 2_147_483_647)
    bench.handle(.faultCleared(connector: 1))
    bench.charge()
    #expect(!bench.contactor[1])
    #expect(bench.server.starts.count == 1)
    #expect(bench.statuses().last == "Faulted")
  }
}
