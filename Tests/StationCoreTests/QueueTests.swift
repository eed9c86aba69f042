import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct QueueTests {
  @Test("One call is outstanding at a time, and each has its own time-out", .covers("CP16-12"))
  func oneCall() {
    let bench = Bench.accepted()
    bench.configure("MessageTimeout", "10")
    bench.reply = { $0.action == "Authorize" ? .silence : .usual }
    bench.swipe("TAG1")
    bench.handle(.cableInserted(connector: 1))
    let before = bench.sent.count
    bench.run(9_900)
    #expect(bench.sent.count == before)
    bench.run(200)
    #expect(bench.sent.count > before)
  }

  @Test("An answer with an unknown id disturbs nothing", .covers("CP16-13"))
  func unknownAnswer() {
    let bench = Bench.accepted()
    bench.reply = { $0.action == "Authorize" ? .silence : .usual }
    bench.plug()
    bench.swipe("TAG1")
    let id = bench.calls("Authorize")[0].id
    bench.receive("[3,\"nobody\",{\"idTagInfo\":{\"status\":\"Blocked\"}}]")
    bench.receive("[4,\"nobody\",\"GenericError\",\"\",{}]")
    bench.reply = { _ in .usual }
    bench.receive("[3,\"\(id)\",{\"idTagInfo\":{\"status\":\"Accepted\"}}]")
    #expect(bench.calls("StartTransaction").count == 1)
  }

  @Test(
    "Message ids are unique across connections and starts; a retry keeps its id", .covers("CP16-14")
  )
  func messageIDs() {
    let bench = Bench.accepted()
    bench.reply = { $0.action == "StartTransaction" ? .silence : .usual }
    bench.charge()
    bench.goOffline()
    bench.goOnline()
    bench.goOffline()
    let next = bench.rebooted()
    next.reply = { _ in .usual }
    next.powerOn()
    let starts = bench.calls("StartTransaction") + next.calls("StartTransaction")
    #expect(starts.count >= 3)
    #expect(Set(starts.map(\.id)).count == 1)
    #expect(Set(starts.map { $0.string("timestamp") }).count == 1)
    let others = (bench.sent + next.sent).filter { $0.kind == 2 && $0.action != "StartTransaction" }
    #expect(Set(others.map(\.id)).count == others.count)
  }

  @Test(
    "Bad calls get the fitting CALLERROR with the path, and answers never one", .covers("CP16-15"))
  func badCalls() {
    let bench = Bench.accepted()
    func code(_ action: String, _ json: String) -> String? {
      bench.call(action, json)?.string("code")
    }
    #expect(code("MakeCoffee", "{}") == "NotImplemented")
    #expect(code("Heartbeat", "{}") == "NotSupported")
    #expect(code("Reset", "{}") == "OccurenceConstraintViolation")
    #expect(code("Reset", "{\"type\":\"Lukewarm\"}") == "PropertyConstraintViolation")
    #expect(code("Reset", "{\"type\":7}") == "TypeConstraintViolation")
    #expect(code("Reset", "{\"type\":\"Soft\",\"x\":1}") == "FormationViolation")
    #expect(bench.sent.last?.string("description")?.contains("$[3]") == true)
    let before = bench.sent.count
    bench.receive("[3,\"x\",{\"broken\"]")
    bench.receive("[4,\"x\"]")
    bench.receive("nonsense")
    #expect(bench.sent.count <= before + 1)
    #expect(bench.reboots.isEmpty)
    let small = Bench.accepted {
      $0.listLimit = 0; $0.profileLimit = 0
    }
    #expect(
      small.call("SendLocalList", "{\"listVersion\":1,\"updateType\":\"Full\"}")?.string("code")
        == "NotSupported")
    #expect(small.call("ClearChargingProfile")?.string("code") == "NotSupported")
  }

  @Test(
    "A message beyond the buffer is refused or closes with 1009, and nothing stalls",
    .covers("CP16-16"))
  func largeMessage() {
    let bench = Bench.accepted()
    let blob = String(repeating: "x", count: 20_000)
    #expect(
      bench.call("DataTransfer", "{\"vendorId\":\"v\",\"data\":\"\(blob)\"}")?.string("code")
        == "GenericError")
    bench.receive("[3,\"id\",{\"data\":\"\(blob)\"}]")
    #expect(bench.steps.contains { if case .closeSocket(1009) = $0 { true } else { false } })
    bench.run(10_000)
    bench.charge()
    #expect(bench.calls("StartTransaction").count == 1)
  }

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

  @Test("A time-out or a lost connection never spends an attempt", .covers("CP16-20"))
  func silenceIsNoAttempt() {
    let bench = Bench.accepted()
    bench.configure("TransactionMessageAttempts", "2")
    bench.configure("TransactionMessageRetryInterval", "5")
    bench.reply = { $0.action == "StartTransaction" ? .silence : .usual }
    bench.charge()
    bench.run(600_000)
    for _ in 0..<5 {
      bench.goOffline()
      bench.goOnline()
    }
    #expect(bench.calls("StartTransaction").count > 10)
    #expect(!bench.journal.keys.contains { $0.kind == 11 || $0.kind == 8 })
    bench.reply = { _ in .usual }
    bench.run(60_000)
    #expect(bench.server.starts.count == 1)
  }

  @Test(
    "The wait before attempt n+1 is the interval times n, counted from the previous attempt",
    .covers("CP16-21"))
  func retryWaits() {
    let bench = Bench.accepted()
    bench.configure("TransactionMessageAttempts", "5")
    bench.configure("TransactionMessageRetryInterval", "10")
    bench.configure("MeterValueSampleInterval", "0")
    bench.reply = { $0.action == "StartTransaction" ? .error("InternalError") : .usual }
    bench.charge()
    bench.run(600_000)
    let times = bench.calls("StartTransaction").map(\.at)
    #expect(zip(times.dropFirst(), times).map { $0 - $1 } == [10_000, 20_000, 30_000, 40_000])
  }

  @Test(
    "After its attempts one message goes to the dead letters, and charging and the queue go on",
    .covers("CP16-22"))
  func deadLetter() {
    let bench = Bench.accepted()
    bench.configure("TransactionMessageAttempts", "2")
    bench.configure("TransactionMessageRetryInterval", "1")
    bench.reply = { $0.action == "MeterValues" ? .error("InternalError") : .usual }
    bench.charge()
    bench.run(200_000)
    #expect(bench.contactor[1])
    bench.reply = { _ in .usual }
    bench.swipe("TAG1")
    bench.run(10_000)
    #expect(bench.calls("StopTransaction").count == 1)
    #expect(bench.journal.keys.contains { $0.kind == 11 })
    #expect(bench.steps.contains { if case .reportDeadLetter = $0 { true } else { false } })
  }

  @Test(
    "After an undeliverable StartTransaction its later messages carry transactionId -1",
    .covers("CP16-23"))
  func undeliverableStart() {
    let bench = Bench.accepted()
    bench.configure("TransactionMessageAttempts", "1")
    bench.reply = { $0.action == "StartTransaction" ? .error("InternalError") : .usual }
    bench.charge()
    bench.run(61_000)
    bench.swipe("TAG1")
    #expect(bench.calls("MeterValues").first?.int("transactionId") == -1)
    #expect(bench.calls("StopTransaction").first?.int("transactionId") == -1)
  }

  @Test(
    "Messages queued before StartTransaction.conf carry the real id when they are sent",
    .covers("CP16-24"))
  func lateID() {
    let bench = Bench.accepted()
    bench.configureOffline()
    bench.goOffline()
    bench.charge()
    bench.run(125_000)
    bench.swipe("TAG1")
    bench.goOnline()
    #expect(bench.calls("MeterValues").allSatisfy { $0.int("transactionId") == 101 })
    #expect(bench.calls("StopTransaction").map { $0.int("transactionId") } == [101])
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
}
