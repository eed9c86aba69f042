import Journal
import OCPP16
import OCPPJSON
import TestKit
import Testing

@testable import StationCore

/// What the journal cannot take must not hold up what comes after it.
@Suite struct JournalRoomTests {
  /// The smallest flash that a station of this setup is accepted with.
  private func smallestFlash(_ setup: StationSetup, unit: Int) throws -> RAMFlash {
    var size = 2_048
    while setup.largestBatch(programUnit: unit) + 128 > size { size *= 2 }
    var count = 4
    while true {
      let flash = RAMFlash(
        FlashGeometry(sectorSize: size, sectorCount: count, programUnit: unit))
      let bench = try Bench(setup, flash: flash)
      if bench.disk?.holds(setup) == true { return flash }
      count += 1
    }
  }

  private func token(_ number: Int) -> String { "TOKEN-OF-TWENTY\(10_000 + number)" }

  private func list(_ bench: Bench, _ version: Int, _ numbers: Range<Int>, _ type: String)
    -> String?
  {
    let info =
      "{\"status\":\"Accepted\",\"expiryDate\":\"2030-01-01T00:00:00Z\",\"parentIdTag\":\"PARENT-OF-TWENTY-BYT\"}"
    let entries = numbers.map { "{\"idTag\":\"\(token($0))\",\"idTagInfo\":\(info)}" }
    return bench.status(
      "SendLocalList",
      "{\"listVersion\":\(version),\"updateType\":\"\(type)\",\"localAuthorizationList\":[\(entries.joined(separator: ","))]}"
    )
  }

  private func profile(_ bench: Bench, _ number: Int, periods: Int) -> String? {
    let periods = (0..<periods).map { ($0 * 60, "\(10 + $0 % 5).5") }
    return bench.status(
      "SetChargingProfile",
      Profiles.set(
        Profiles.profile(
          id: number, level: number % 9, purpose: "TxDefaultProfile", periods: periods,
          more: ",\"validFrom\":\"2026-01-01T00:00:00Z\",\"validTo\":\"2036-01-01T00:00:00Z\"",
          schedule: ",\"duration\":86400,\"minChargingRate\":6.5"), number / 9))
  }

  private func fillList(_ bench: Bench, _ setup: StationSetup) {
    var count = 0
    while count < setup.listLimit {
      let part = min(setup.listPerCall, setup.listLimit - count)
      let type = count == 0 ? "Full" : "Differential"
      #expect(list(bench, count + 1, count..<count + part, type) == "Accepted")
      count += part
    }
  }

  /// What the central system and the people can fill, in every order of the day.
  private func fill(_ bench: Bench, _ setup: StationSetup) {
    fillList(bench, setup)
    for number in 0..<min(setup.profileLimit, 9 * (setup.connectors + 1)) {
      #expect(profile(bench, number, periods: setup.periodLimit) == "Accepted")
    }
    for number in 0..<setup.cacheLimit {
      _ = bench.station.presetCache(Text("CACHED\(number)"), .accepted)
      bench.handle(.clockTicked)
    }
    for key in ["LightIntensity", "MinimumStatusDuration", "BlinkRepeat", "HeartbeatInterval"] {
      _ = bench.status("ChangeConfiguration", "{\"key\":\"\(key)\",\"value\":\"2\"}")
    }
    bench.configure("StopTxnSampledData", "Energy.Active.Import.Register")
    bench.configure("StopTransactionMaxMeterValues", "\(max(1, setup.stopSampleLimit))")
    bench.configure("MeterValueSampleInterval", "10")
    bench.configure("LocalAuthorizeOffline", "true")
    bench.configure("AllowOfflineTxForUnknownId", "true")
    bench.goOffline()
    for number in 0..<20 { bench.handle(.securityEvent(type: Text("E\(number)"), info: nil)) }
    for number in 1...setup.connectors { bench.charge("GUEST", number) }
    bench.run(Int64(setup.stopSampleLimit + setup.queueLimit) * 10_000)
    bench.goOnline()
    for number in 1...setup.connectors { bench.unplug(number) }
    bench.run(60_000)
  }

  private func clear(_ bench: Bench, _ setup: StationSetup) {
    if setup.listLimit > 0 {
      #expect(
        list(bench, 100_000, 0..<min(setup.listPerCall, setup.listLimit), "Full") == "Accepted")
      #expect(list(bench, 100_001, 0..<0, "Full") == "Accepted")
    }
    if setup.profileLimit > 0 {
      #expect(bench.status("ClearChargingProfile") == "Accepted")
    }
    if setup.cacheLimit > 0 { #expect(bench.status("ClearCache") == "Accepted") }
  }

  private func expectAlive(_ bench: Bench, _ place: SourceLocation = #_sourceLocation) {
    let isFailing = bench.station.isJournalFailing
    #expect(!isFailing, sourceLocation: place)
    #expect(bench.reboots.isEmpty, sourceLocation: place)
    #expect(
      bench.call("GetLocalListVersion") != nil, "no answer any more", sourceLocation: place)
    bench.charge("LAST", 1)
    #expect(bench.contactor[1], "no transaction any more", sourceLocation: place)
    bench.unplug(1)
    bench.run(60_000)
    #expect(bench.station.owedMessages == 0, sourceLocation: place)
  }

  static let corners: [(Int, @Sendable (inout StationSetup) -> Void)] = [
    (4, { _ in }),
    (32, { _ in }),
    (
      4,
      {
        $0.listLimit = 32; $0.listPerCall = 16; $0.profileLimit = 8; $0.cacheLimit = 16
        $0.queueLimit = 64; $0.stopSampleLimit = 16
      }
    ),
    (4, { $0.periodLimit = 100 }),
    (
      32,
      {
        $0.periodLimit = 100; $0.profileLimit = 60; $0.connectors = 8
      }
    ),
    (
      32,
      {
        $0.listLimit = 300; $0.listPerCall = 300; $0.cacheLimit = 0
      }
    ),
    (
      32,
      {
        $0.listLimit = 300; $0.listPerCall = 10; $0.frameLimit = 65_536
      }
    ),
    (
      4,
      {
        $0.stopSampleLimit = 400; $0.listLimit = 0; $0.profileLimit = 0
      }
    ),
    (
      32,
      {
        $0.stopSampleLimit = 300; $0.cacheLimit = 0; $0.profileLimit = 1; $0.periodLimit = 1
      }
    ),
    (
      4,
      {
        $0.cacheLimit = 400; $0.listLimit = 1; $0.listPerCall = 1
      }
    ),
    (
      8,
      {
        $0.connectors = 16; $0.queueLimit = 8; $0.stopSampleLimit = 0
      }
    ),
  ]

  @Test(
    "On the smallest flash that is accepted every store can be filled and cleared, and the station lives",
    .covers("CP16-25", "CP16-33"), arguments: corners.indices)
  func fullAndCleared(corner: Int) throws {
    var setup = StationSetup()
    setup.frameLimit = 65_536
    let (unit, change) = Self.corners[corner]
    change(&setup)
    let flash = try smallestFlash(setup, unit: unit)
    let bench = try Bench(setup, flash: flash)
    bench.powerOn()

    fill(bench, setup)
    expectAlive(bench)
    clear(bench, setup)
    expectAlive(bench)
    fillList(bench, setup)
    expectAlive(bench)

    let next = try Bench(setup, flash: flash)
    next.worldTime = bench.worldTime
    next.energy = bench.energy
    next.powerOn()
    #expect(next.disk?.unreadable == 0)
    expectAlive(next)
  }

  @Test("What the journal has no room for is refused, and the station charges on")
  func refused() throws {
    var setup = StationSetup()
    setup.periodLimit = 100
    let small = RAMFlash(FlashGeometry(sectorSize: 4_096, sectorCount: 4, programUnit: 4))
    let bench = try Bench(setup, flash: small, payload: 1_024)
    #expect(bench.disk?.holds(setup) == false)
    bench.powerOn()

    // A record of 1,146 bytes.
    #expect(profile(bench, 1, periods: 80) == "Rejected")
    var answers: [String?] = []
    for number in 0..<12 { answers.append(profile(bench, number, periods: 24)) }
    for version in 1...3 {
      answers.append(list(bench, version, version * 30..<version * 30 + 30, "Differential"))
    }

    #expect(answers.allSatisfy { ["Accepted", "Rejected", "Failed"].contains($0) })
    #expect(answers.contains("Accepted"))
    #expect(answers.contains("Rejected"))
    #expect(answers.contains("Failed"))
    expectAlive(bench)
  }

  @Test("More readings for a stop than a batch can remove go bit by bit, after a restart too")
  func manySamples() throws {
    var setup = StationSetup()
    setup.stopSampleLimit = 400
    let flash = RAMFlash(FlashGeometry(sectorSize: 4_096, sectorCount: 64, programUnit: 4))
    let bench = try Bench(setup, flash: flash)
    bench.powerOn()
    bench.configure("StopTransactionMaxMeterValues", "400")
    bench.configure("StopTxnSampledData", "Energy.Active.Import.Register")
    bench.configure("MeterValueSampleInterval", "10")
    bench.charge()
    bench.run(3_000_000)
    bench.unplug()
    #expect(bench.server.stops.count == 1)

    let next = try Bench(setup, flash: flash)
    next.worldTime = bench.worldTime
    next.powerOn()
    next.run(10_000)

    #expect(next.station.stopSamples.count == 0)
    expectAlive(next)
  }

  @Test("A batch that the journal can never take does not hold up the station for ever")
  func stuck() throws {
    var setup = StationSetup()
    setup.listLimit = 0
    setup.profileLimit = 0
    let flash = RAMFlash(FlashGeometry(sectorSize: 4_096, sectorCount: 16, programUnit: 4))
    let bench = try Bench(setup, flash: flash, payload: 64)
    bench.powerOn()

    // The record of a transaction is longer.
    bench.charge()
    #expect(!bench.contactor[1])
    bench.run(8_000)
    #expect(bench.reboots.isEmpty)
    bench.run(4_000)

    #expect(bench.reboots == [.hard])
    let next = try Bench(setup, flash: flash, payload: 64)
    next.powerOn()
    #expect(next.call("GetConfiguration") != nil)
  }
}
