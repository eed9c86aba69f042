import OCPP16
import OCPPJSON
import StationCore
import Testing

@testable import StationCore

@Suite struct FuzzTests {
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  static let frames = [
    "[2,\"1\",\"Reset\",{\"type\":\"Soft\"}]", "[2,\"1\",\"UnlockConnector\",{\"connectorId\":1}]",
    "[2,\"1\",\"ChangeAvailability\",{\"connectorId\":0,\"type\":\"Inoperative\"}]",
    "[2,\"1\",\"ChangeAvailability\",{\"connectorId\":-4,\"type\":\"Operative\"}]",
    "[2,\"1\",\"RemoteStartTransaction\",{\"idTag\":\"A\"}]",
    "[2,\"1\",\"RemoteStopTransaction\",{\"transactionId\":101}]",
    "[2,\"1\",\"ReserveNow\",{\"connectorId\":1,\"expiryDate\":\"2026-03-01T00:10:00Z\",\"idTag\":\"R\",\"reservationId\":9223372036854775807}]",
    "[2,\"1\",\"CancelReservation\",{\"reservationId\":1}]",
    "[2,\"1\",\"SendLocalList\",{\"listVersion\":9223372036854775807,\"updateType\":\"Full\",\"localAuthorizationList\":[{\"idTag\":\"A\",\"idTagInfo\":{\"status\":\"Blocked\"}}]}]",
    "[2,\"1\",\"GetCompositeSchedule\",{\"connectorId\":1,\"duration\":9223372036854775807}]",
    "[2,\"1\",\"SetChargingProfile\",{\"connectorId\":0,\"csChargingProfiles\":{\"chargingProfileId\":1,\"stackLevel\":0,\"chargingProfilePurpose\":\"ChargePointMaxProfile\",\"chargingProfileKind\":\"Recurring\",\"recurrencyKind\":\"Weekly\",\"chargingSchedule\":{\"duration\":2147483647,\"chargingRateUnit\":\"W\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":99999999999.9,\"numberPhases\":3}]}}}]",
    "[2,\"1\",\"ClearChargingProfile\",{}]", "[2,\"1\",\"ClearCache\",{}]",
    "[2,\"1\",\"GetConfiguration\",{}]",
    "[2,\"1\",\"ChangeConfiguration\",{\"key\":\"MeterValueSampleInterval\",\"value\":\"1\"}]",
    "[2,\"1\",\"ChangeConfiguration\",{\"key\":\"ClockAlignedDataInterval\",\"value\":\"7\"}]",
    "[2,\"1\",\"TriggerMessage\",{\"requestedMessage\":\"MeterValues\"}]",
    "[2,\"1\",\"UpdateFirmware\",{\"location\":\"x\",\"retrieveDate\":\"2026-03-01T00:00:00Z\",\"retries\":-9223372036854775808,\"retryInterval\":9223372036854775807}]",
    "[2,\"1\",\"GetDiagnostics\",{\"location\":\"x\",\"retries\":9223372036854775807}]",
    "[3,\"1\",{\"status\":\"Accepted\",\"currentTime\":\"9999-12-31T23:59:59Z\",\"interval\":-9223372036854775808}]",
    "[4,\"1\",\"\",\"\",{}]", "[2]", "", "[", "[2,\"1\",\"Heartbeat\",{}",
  ]

  @Test(
    "Whatever a central system, a driver and the hardware do, nothing traps and what is sent stays valid",
    arguments: 1...60 as ClosedRange<UInt64>)
  func anything(seed: UInt64) {
    var dice = Dice(state: seed)
    var bench = Bench.accepted {
      $0.connectors = 2
      $0.queueLimit = 12
      $0.stopSampleLimit = 6
      $0.cacheLimit = 2
      $0.hasMainMeter = true
    }
    for _ in 0..<300 {
      let number = Int.random(in: -1...3, using: &dice)
      switch Int.random(in: 0..<22, using: &dice) {
      case 0: bench.handle(.cableInserted(connector: number))
      case 1: bench.handle(.cableRemoved(connector: number))
      case 2: bench.handle(.evReady(connector: number))
      case 3: bench.handle(.evNotReady(connector: number))
      case 4:
        bench.handle(
          .tokenPresented(
            idTag: ["A", "B", "R"].randomElement(using: &dice)!,
            connector: Bool.random(using: &dice) ? number : nil))
      case 5: bench.handle(.faulted(connector: number, .otherError, info: "x"))
      case 6: bench.handle(.faultCleared(connector: number))
      case 7: bench.run(Int64.random(in: 1...200_000, using: &dice))
      case 8: bench.goOffline()
      case 9: bench.serverIsUp = true
      case 10:
        bench.handle(
          .meterRead(
            connector: number,
            MeterReading(energy: Int64.random(in: -9...Int64.max, using: &dice))))
      case 11: bench.reply = { _ in .silence }
      case 12: bench.reply = { _ in .error("InternalError") }
      case 13, 14: bench.reply = { _ in .usual }
      case 15:
        bench.reply = { _ in
          .result("{\"idTagInfo\":{\"status\":\"Invalid\"},\"transactionId\":-9223372036854775808}")
        }
      case 16: bench.refusesWrites.toggle()
      case 17:
        let next = bench.rebooted()
        next.powerOn()
        bench = next
      case 18: bench.handle(.localStopPressed(connector: number))
      case 19: bench.meterWorks.toggle()
      default:
        var bytes = Array(Self.frames.randomElement(using: &dice)!.utf8)
        if Bool.random(using: &dice), !bytes.isEmpty {
          bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(
            in: 0...255, using: &dice)
        }
        if bench.isConnected { bench.receive(String(decoding: bytes, as: UTF8.self)) }
      }
      if !bench.reboots.isEmpty {
        let next = bench.rebooted()
        next.powerOn()
        bench = next
      }
      for connector in 1...2 where bench.contactor[connector] {
        let view = bench.station.view(connector)
        #expect(view?.transaction != nil, "energy flows without a transaction")
      }
    }
    let owed = bench.station.owedMessages
    #expect(owed <= 14)
    // Quiet again, everything converges.
    bench.refusesWrites = false
    bench.meterWorks = true
    bench.reply = { _ in .usual }
    bench.serverIsUp = true
    bench.run(1_000)
    for connector in 0...2 { bench.handle(.faultCleared(connector: connector)) }
    for connector in 1...2 { bench.handle(.localStopPressed(connector: connector)) }
    bench.run(3_600_000)
    let left = bench.station.owedMessages
    if bench.reboots.isEmpty { #expect(left == 0) }
  }

  @Test("Records that rotted are passed over", arguments: 1...40 as ClosedRange<UInt64>)
  func rottenRecords(seed: UInt64) {
    var dice = Dice(state: seed)
    let bench = Bench.accepted { $0.connectors = 2 }
    bench.configure("StopTxnSampledData", "Energy.Active.Import.Register")
    bench.call(
      "SendLocalList",
      "{\"listVersion\":1,\"updateType\":\"Full\",\"localAuthorizationList\":[{\"idTag\":\"A\",\"idTagInfo\":{\"status\":\"Accepted\"}}]}"
    )
    bench.call("SetChargingProfile", Profiles.set(id: 1, limit: 10))
    bench.call("ReserveNow", ReservationTests.reserve(2, 1))
    bench.charge()
    bench.goOffline()
    bench.handle(.securityEvent(type: "MemoryExhaustion", info: nil))
    bench.run(300_000)
    for key in bench.journal.keys {
      guard var bytes = bench.journal[key], !bytes.isEmpty else { continue }
      switch Int.random(in: 0..<3, using: &dice) {
      case 0: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &dice))
      case 1:
        bytes[Int.random(in: 0..<bytes.count, using: &dice)] ^=
          1 << UInt8.random(in: 0..<8, using: &dice)
      default: break
      }
      bench.journal[key] = bytes
    }
    bench.journal[Bench.Key(kind: 200, key: 1)] = [1]
    bench.journal[Bench.Key(kind: 4, key: 99)] = [1]
    let next = bench.rebooted()
    next.powerOn()
    next.run(60_000)
    #expect(next.calls("BootNotification").count >= 1)
  }

  @Test("A simulated day with 20 sessions does what it should")
  func day() {
    let bench = Bench.accepted()
    for _ in 0..<20 {
      bench.charge()
      bench.run(3_600_000, tick: 10_000)
      bench.swipe("TAG1")
      bench.unplug()
      bench.run(600_000)
    }
    #expect(bench.server.starts.count == 20 && bench.server.stops.count == 20)
    let isSettled = bench.station.isSettled
    #expect(isSettled)
  }
}
