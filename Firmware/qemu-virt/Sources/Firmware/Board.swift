import CBoard
import OCPP16
import OCPPJSON
import StationCore
import WebSocketStream

/// The simulated charger: two connectors with a contactor, a meter and a vehicle each, and the UART
/// as the stream to the central system.
final class VirtBoard: StreamBoard {
  let link: StreamLink
  let upgrade: UpgradeRequest
  /// The station asked for the stream; the UART is always there.
  var wantsStream = false
  private var hasSpoken = false
  private var cars: [Car] = []
  /// How much faster than its power says the energy flows, so that a session of a second has some.
  private let haste: Int64

  struct Car {
    var isClosed = false
    var offered: Int32 = 0
    /// In mWs, so that nothing is lost to rounding.
    var energy: Int64 = 0
    var since: Int64 = 0
  }

  init(connectors: Int, identity: Text) {
    link = StreamLink(messageLimit: 1_536, chunk: 64) { board_random() }
    upgrade = UpgradeRequest(host: "127.0.0.1", path: "/ocpp", identity: identity)
    haste = Int64(board_option("haste=", 1))
    for number in 0...connectors { cars.append(Car(energy: board_meter_load(Int32(number)))) }
  }

  var now: Int64 { Int64(board_ticks() / 10_000) }

  /// The first message is BootNotification.
  func send(_ text: UnsafeBufferPointer<UInt8>) {
    if !hasSpoken { log("boot notification after ms ", Int(now)) }
    hasSpoken = true
    link.send(text) { write($0) }
  }
  func openStream() {
    wantsStream = true
    log("stream wanted ", 0)
  }
  func closeStream() {}
  func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    board_uart_write(bytes.baseAddress, Int32(bytes.count))
  }

  func closeContactor(_ connector: Int) {
    advance(connector)
    cars[connector].isClosed = true
    log("contactor closed ", connector)
  }
  func openContactor(_ connector: Int) {
    advance(connector)
    cars[connector].isClosed = false
    log("contactor open ", connector)
  }
  func offerCurrent(_ connector: Int, _ milliamperes: Int32) {
    advance(connector)
    cars[connector].offered = milliamperes
    log("offered mA ", Int(milliamperes))
  }
  func lockCable(_ connector: Int) { log("locked ", connector) }
  func unlockCable(_ connector: Int) { log("unlocked ", connector) }
  func readMeter(_ connector: Int) -> MeterReading? {
    advance(connector)
    let power = cars[connector].isClosed ? Int64(cars[connector].offered) * 690 / 1_000 : 0
    return MeterReading(
      energy: 1_000 + cars[connector].energy / 3_600_000, power: Int32(truncatingIfNeeded: power))
  }
  func show(_ prompt: Prompt, _ connector: Int) { log("prompt ", Int(prompt.rawValue)) }
  func reboot(_ type: ResetType) {
    log("reboot", 0)
    board_reset()
  }

  /// Lets the energy flow up to now.
  func advance() {
    for number in 1..<cars.count { advance(number) }
  }

  private func advance(_ connector: Int) {
    let time = now
    if cars[connector].isClosed && cars[connector].offered > 0 {
      cars[connector].energy +=
        Int64(cars[connector].offered) * 690 / 1_000 * (time - cars[connector].since) * haste
      board_meter_store(Int32(connector), cars[connector].energy)
    }
    cars[connector].since = time
  }
}

/// A line for whoever watches the board.
func log(_ text: StaticString, _ number: Int) {
  board_log(text.utf8Start, Int32(text.utf8CodeUnitCount))
  if number < 0 { logByte(0x2D) }
  logDigits(number.magnitude)
  logByte(0x0A)
}

private func logDigits(_ number: UInt) {
  if number >= 10 { logDigits(number / 10) }
  logByte(0x30 + UInt8(truncatingIfNeeded: number % 10))
}

private func logByte(_ byte: UInt8) {
  var byte = byte
  board_log(&byte, 1)
}
