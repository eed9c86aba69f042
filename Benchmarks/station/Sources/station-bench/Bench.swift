import OCPP16
import OCPPJSON
import StationCore

/// A station with a vehicle, and a central system that answers at once, all in memory.
struct Bench: ~Copyable {
  private(set) var station: ChargePoint
  private(set) var now: Int64 = 0
  private(set) var frames = 0
  private var energy: Double = 12_000
  private var isContactorClosed = false
  private var response: [UInt8] = []

  init() {
    var setup = StationSetup()
    setup.hasMainMeter = false
    station = ChargePoint(setup: setup)
    response.reserveCapacity(512)
    take(.poweredOn)
  }

  mutating func take(_ event: Event) {
    station.handle(event, now: now)
    perform()
  }

  /// A call of the central system.
  mutating func call(_ text: StaticString) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    station.frameReceived(bytes, now: now)
    perform()
  }

  /// Lets time pass, the meter read every ten seconds as a driver does.
  mutating func run(seconds: Int64) {
    let end = now + seconds * 1000
    while now < end {
      var next = min(end, now - now % 10_000 + 10_000)
      if let wake = station.nextWake { next = min(next, max(wake, now + 1)) }
      if isContactorClosed { energy += 11_000 * Double(next - now) / 3_600_000 }
      now = next
      take(now % 10_000 == 0 ? .meterRead(connector: 1, reading) : .clockTicked)
    }
  }

  private var reading: MeterReading { MeterReading(energy: Int64(energy)) }

  private mutating func perform() {
    while !station.output.isEmpty {
      response.removeAll(keepingCapacity: true)
      var isConnecting = false
      var wantsMeter = false
      for step in station.output.steps {
        switch step {
        case .connect: isConnecting = true
        case .readMeter: wantsMeter = true
        case .closeContactor: isContactorClosed = true
        case .openContactor: isContactorClosed = false
        case .send(let range):
          frames += 1
          station.output.withFrame(range) { Self.answer($0, now, &response) }
        default: break
        }
      }
      station.performed()
      if isConnecting { station.handle(.connected, now: now) }
      if wantsMeter { station.handle(.meterRead(connector: 1, reading), now: now) }
      if !response.isEmpty {
        response.withUnsafeBufferPointer { station.frameReceived($0, now: now) }
      }
    }
  }

  /// Writes the answer to a call: `[3,"id"` and what its action wants. Ids have 25 characters.
  private static func answer(
    _ frame: UnsafeBufferPointer<UInt8>, _ now: Int64, _ response: inout [UInt8]
  ) {
    guard frame.count > 36, frame[1] == 0x32 else { return }
    for byte in opening { response.append(byte) }
    response.append(contentsOf: UnsafeBufferPointer(rebasing: frame[4..<29]))
    let payload: StaticString =
      switch (frame[32], frame[35]) {
      // BootNotification, Authorize, StartTransaction, anything else.
      case (0x42, _):
        "\",{\"status\":\"Accepted\",\"currentTime\":\"2026-03-01T00:00:00Z\",\"interval\":86400}]"
      case (0x41, _): "\",{\"idTagInfo\":{\"status\":\"Accepted\"}}]"
      case (0x53, 0x72): "\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":7}]"
      default: "\",{}]"
      }
    response.append(
      contentsOf: UnsafeBufferPointer(
        start: payload.utf8Start, count: payload.utf8CodeUnitCount))
  }
}

/// The start of an answer.
private let opening: [UInt8] = [0x5B, 0x33, 0x2C, 0x22]
