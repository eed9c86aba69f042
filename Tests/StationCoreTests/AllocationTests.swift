import Foundation
import OCPP16
import OCPPJSON
import StationCore
import Testing

/// Counted by Tools/count-malloc.c when that is preloaded; without it there is nothing to count, and
/// without optimization the standard library itself allocates for its iterators.
private let counter: (@convention(c) () -> UInt)? = {
  guard let place = dlsym(nil, "counted_allocations") else { return nil }
  return unsafeBitCast(place, to: (@convention(c) () -> UInt).self)
}()

@Suite struct AllocationTests {
  @Test(
    "A steady charging hour, with samples sent and acknowledged, allocates nothing",
    .enabled(if: counter != nil && !_isDebugAssertConfiguration()))
  func steadyHour() throws {
    let counter = try #require(counter)
    var setup = StationSetup()
    setup.hasMainMeter = false
    var station = ChargePoint(setup: setup)
    var now: Int64 = 0
    var energy: Int64 = 12_000
    var response: [UInt8] = []
    response.reserveCapacity(512)

    func perform(_ station: inout ChargePoint) {
      var rounds = 0
      while !station.output.isEmpty && rounds < 20 {
        rounds += 1
        response.removeAll(keepingCapacity: true)
        var wantsMeter = false
        for step in station.output.steps {
          if case .readMeter = step { wantsMeter = true }
          guard case .send(let range) = step else { continue }
          station.output.withFrame(range) { frame in
            guard frame.count > 34, frame[1] == 0x32 else { return }
            for byte in opening { response.append(byte) }
            response.append(contentsOf: UnsafeBufferPointer(rebasing: frame[4..<29]))
            let payload: StaticString =
              switch frame[32] {
              // BootNotification, Heartbeat, Authorize, StartTransaction, anything else.
              case 0x42:
                "\",{\"status\":\"Accepted\",\"currentTime\":\"2026-03-01T00:00:00Z\",\"interval\":86400}]"
              case 0x41: "\",{\"idTagInfo\":{\"status\":\"Accepted\"}}]"
              case 0x53 where frame[35] == 0x72:
                "\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":7}]"
              default: "\",{}]"
              }
            response.append(
              contentsOf: UnsafeBufferPointer(
                start: payload.utf8Start, count: payload.utf8CodeUnitCount))
          }
        }
        let isConnecting = station.output.steps.contains {
          if case .connect = $0 { true } else { false }
        }
        station.performed()
        if isConnecting { station.handle(.connected, now: now) }
        if wantsMeter {
          station.handle(.meterRead(connector: 1, MeterReading(energy: energy)), now: now)
        }
        if !response.isEmpty {
          response.withUnsafeBufferPointer { station.frameReceived($0, now: now) }
        }
      }
    }

    func hour() {
      for _ in 0..<360 {
        now += 10_000
        energy += 30
        station.handle(.meterRead(connector: 1, MeterReading(energy: energy)), now: now)
        perform(&station)
      }
    }
    station.handle(.poweredOn, now: now)
    perform(&station)
    for event in [
      .cableInserted(connector: 1), .evReady(connector: 1),
      .tokenPresented(idTag: "A", connector: 1),
    ] as [Event] {
      station.handle(event, now: now)
      perform(&station)
    }
    hour()
    let sent = station.deliveredMeterValues
    let before = counter()
    hour()
    let allocations = counter() - before
    let after = station.deliveredMeterValues
    #expect(after - sent == 60)
    #expect(allocations == 0)
  }
}

/// The start of an answer.
private let opening: [UInt8] = [0x5B, 0x33, 0x2C, 0x22]
