import CPage
import OCPP16
import OCPPJSON
import StationCore

/// The page as the station's hardware.
final class PageBoard: StationBoard {
  /// By connector; 0 has none.
  var bays: [Bay]
  /// Monotonic milliseconds.
  private var now: Int64 = 0

  init(connectors: Int) { bays = [Bay](repeating: Bay(), count: connectors + 1) }

  func advance(to milliseconds: Int64) {
    now = max(now, milliseconds)
    for number in bays.indices { bays[number].advance(to: now) }
  }

  func connect() { page_connect() }
  func close(_ code: UInt16) { page_close(Int32(code)) }
  func send(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    page_send(start, Int32(text.count))
  }

  func closeContactor(_ connector: Int) { bays[connector].setContactor(closed: true, at: now) }
  func openContactor(_ connector: Int) { bays[connector].setContactor(closed: false, at: now) }
  func offerCurrent(_ connector: Int, _ milliamperes: Int32) {
    bays[connector].offer(milliamperes, at: now)
  }
  // Whether the cable is locked is read off the station.
  func lockCable(_ connector: Int) {}
  func unlockCable(_ connector: Int) {}

  func readMeter(_ connector: Int) -> MeterReading? {
    bays[connector].advance(to: now)
    return bays[connector].reading()
  }

  func show(_ prompt: Prompt, _ connector: Int) {
    page_prompt(Int32(connector), Int32(prompt.rawValue))
  }

  func reboot(_ type: ResetType) {
    switch type {
    case .hard: page_reboot(1)
    case .soft: page_reboot(0)
    }
  }

  func perform(_ step: Step) -> Event? {
    guard case .useAuthorizationKey(let key) = step else { return step.eventWithout }
    key.withUTF8 { if let start = $0.baseAddress { page_password(start, Int32($0.count)) } }
    return nil
  }
}
