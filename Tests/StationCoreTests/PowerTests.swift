import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct PowerTests {
  @Test(
    "A soft reset stops gracefully, delivers StopTransaction, and then restarts", .covers("CP16-49")
  )
  func softReset() {
    let bench = Bench.accepted()
    bench.charge()
    bench.run(600_000)
    #expect(bench.status("Reset", "{\"type\":\"Soft\"}") == "Accepted")
    #expect(bench.server.stops[101]?.reason == "SoftReset")
    #expect(bench.server.stops[101]?.meterStop == 13_833)
    #expect(bench.reboots == [.soft])
    let offline = Bench.accepted()
    offline.configure("MessageTimeout", "5")
    offline.charge()
    offline.reply = { $0.action == "StopTransaction" ? .silence : .usual }
    offline.call("Reset", "{\"type\":\"Soft\"}")
    #expect(offline.reboots.isEmpty)
    offline.run(21_000)
    #expect(offline.reboots == [.soft])
    let next = offline.rebooted()
    next.powerOn()
    #expect(next.server.stops[101]?.reason == "SoftReset")
  }

  @Test("A cable that was held for whoever began is free after a power cut")
  func heldCable() {
    let bench = Bench.accepted()
    bench.server.verdicts["BAD"] = #"{"idTagInfo":{"status":"Blocked"}}"#
    bench.configure("LocalAuthorizeOffline", "true")
    bench.configure("AllowOfflineTxForUnknownId", "true")
    bench.goOffline()
    bench.charge("BAD")
    bench.goOnline()
    #expect(bench.server.stops[101]?.reason == "DeAuthorized")
    #expect(bench.locked[1])

    let next = bench.rebooted()
    // A motor stays where it is without power.
    next.locked[1] = true
    next.powerOn()
    #expect(!next.locked[1])
  }

  @Test("What stayed closed while the program began anew is opened, and nothing is offered")
  func contactorOfAnotherLife() {
    let next = Bench.accepted().rebooted()
    next.contactor[1] = true
    next.offered[1] = 16_000
    next.powerOn()
    #expect(!next.contactor[1])
    #expect(next.offered[1] == 0)
  }

  @Test("A restart that fails is tried again, and then is a ResetFailure", .covers("CP16-49"))
  func resetRetries() {
    let bench = Bench.accepted()
    bench.call("Reset", "{\"type\":\"Soft\"}")
    for _ in 0..<4 { bench.handle(.resetFailed) }
    #expect(bench.reboots.count == 4)
    #expect(bench.calls("StatusNotification").last?.string("errorCode") == "ResetFailure")
    // It still charges.
    bench.charge()
    #expect(bench.contactor[1])
  }

  @Test(
    "A hard reset keeps the queue: StopTransaction with HardReset follows the next Accepted",
    .covers("CP16-50"))
  func hardReset() {
    let bench = Bench.accepted()
    bench.charge()
    bench.run(600_000)
    bench.reply = { $0.action == "StopTransaction" ? .silence : .usual }
    bench.call("Reset", "{\"type\":\"Hard\"}")
    #expect(bench.reboots == [.hard])
    #expect(bench.server.stops.isEmpty)
    let next = bench.rebooted()
    next.powerOn()
    #expect(next.sent.first?.action == "BootNotification")
    #expect(next.server.stops[101]?.reason == "HardReset")
    #expect(next.server.stops.count == 1)
  }

  @Test(
    "A reset while the flash refuses opens the contactor, and restarts once the end is durable",
    arguments: ["Soft", "Hard"])
  func resetOfARefusingFlash(_ type: String) {
    let bench = Bench.accepted()
    bench.charge()
    bench.run(600_000)
    bench.refusesWrites = true
    bench.call("Reset", "{\"type\":\"\(type)\"}")
    #expect(!bench.contactor[1])
    bench.run(5_000)
    #expect(bench.reboots.isEmpty)
    bench.refusesWrites = false
    bench.run(5_000)
    #expect(bench.reboots == [.soft])
    let next = bench.rebooted()
    next.powerOn()
    #expect(next.server.stops[101]?.reason == "\(type)Reset")
    #expect(next.server.stops.count == 1)
  }

  @Test(
    "A flash that refuses for good does not keep a station from restarting",
    arguments: ["Soft", "Hard"])
  func resetOfADeadFlash(_ type: String) {
    let bench = Bench.accepted()
    bench.charge()
    bench.run(600_000)
    bench.refusesWrites = true
    bench.call("Reset", "{\"type\":\"\(type)\"}")
    bench.run(15_000)
    #expect(bench.reboots == [.hard])
    #expect(!bench.contactor[1])
    // In what the flash holds the transaction still runs.
    let next = bench.rebooted()
    next.powerOn()
    #expect(next.server.stops[101]?.reason == "PowerLoss")
    #expect(next.server.stops.count == 1)
  }

  @Test("A station that has forgotten what its flash refused takes nothing until it has restarted")
  func failedRestartOfADeadFlash() {
    let bench = Bench.accepted()
    bench.charge()
    bench.refusesWrites = true
    bench.call("Reset", "{\"type\":\"Hard\"}")
    bench.run(15_000)
    #expect(bench.reboots == [.hard])
    bench.refusesWrites = false
    bench.handle(.resetFailed)
    bench.swipe("TAG1")
    #expect(!bench.contactor[1])
    bench.run(9_000)
    #expect(bench.reboots == [.hard])
    bench.run(2_000)
    #expect(bench.reboots == [.hard, .hard])
  }

  @Test(
    "What the meter said while a restart was tried is asked again before the last sample is billed")
  func failedRestartAsksTheMeterAgain() {
    let bench = Bench.accepted()
    bench.configure("MeterValueSampleInterval", "0")
    bench.charge()
    bench.run(1_845_000)
    bench.call("Reset", "{\"type\":\"Hard\"}")
    bench.handle(.resetFailed)
    bench.meterWorks = false
    bench.run(60_000)
    let next = bench.rebooted()
    next.powerOn()
    #expect(next.server.stops[101]?.meterStop == Int(bench.energy[1].rounded()))
  }

  @Test("A restart that failed waits for the end of a transaction without being woken for nothing")
  func failedRestartWaitsForTheMeter() {
    let bench = Bench.accepted()
    bench.charge()
    bench.meterWorks = false
    bench.call("Reset", "{\"type\":\"Hard\"}")
    bench.handle(.resetFailed)
    let wake = bench.station.nextWake
    #expect(wake! > bench.time)
    bench.run(60_000)
    #expect(bench.reboots == [.hard, .soft])
    let next = bench.rebooted()
    next.powerOn()
    #expect(next.server.stops.count == 1)
  }

  @Test(
    "A hard reset is billed by the meter after the restart, up to the moment of the reset",
    .covers("CP16-50", "CP16-28"))
  func hardResetBillsTheMeter() {
    let bench = Bench.accepted { $0.powerLoss = .resume }
    bench.configure("MeterValueSampleInterval", "0")
    bench.charge()
    bench.run(645_000)
    bench.call("Reset", "{\"type\":\"Hard\"}")
    #expect(bench.server.stops.isEmpty)
    let next = bench.rebooted()
    next.worldTime += 30_000
    next.powerOn()
    #expect(next.server.stops[101]?.reason == "HardReset")
    #expect(next.server.stops[101]?.meterStop == Int(bench.energy[1].rounded()))
    #expect(next.server.stops[101]?.timestamp == "2026-03-01T00:10:45.000Z")
    #expect(!next.contactor[1])
  }
}

extension Bench {
  func plugIn(_ number: Int) {
    plugged.insert(number)
    plug(number)
  }
  func unplugOut(_ number: Int) {
    plugged.remove(number)
    unplug(number)
  }
}
