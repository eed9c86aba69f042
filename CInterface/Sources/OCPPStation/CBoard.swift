import COCPPStation
import OCPP16
import OCPPJSON
import StationCore
import WebSocketStream

/// The program as the station's hardware and network.
final class CBoard: StreamBoard {
  let callbacks: Callbacks
  let link: StreamLink
  private(set) var upgrade: UpgradeRequest
  /// Where the firmware comes from that is under way.
  var location = Text()
  /// Who sees every message.
  var watcher: ocpp_frame_watcher?
  /// Monotonic milliseconds, set before each event.
  var now: Int64 = 0

  init(_ callbacks: Callbacks, upgrade: UpgradeRequest, frameLimit: Int) {
    self.callbacks = callbacks
    self.upgrade = upgrade
    link = StreamLink(messageLimit: frameLimit, random: { callbacks.random(callbacks.context) })
  }

  // MARK: Network

  func connect() {
    if let messages = callbacks.messages {
      messages.connect?(callbacks.context)
    } else {
      openStream()
    }
  }

  func hear(_ text: UnsafeBufferPointer<UInt8>) { watch(text, isSent: false) }

  private func watch(_ text: UnsafeBufferPointer<UInt8>, isSent: Bool) {
    guard let watcher, let start = text.baseAddress else { return }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      watcher(callbacks.context, isSent, $0, text.count)
    }
  }

  func send(_ text: UnsafeBufferPointer<UInt8>) {
    watch(text, isSent: true)
    guard let messages = callbacks.messages else { return link.send(text) { write($0) } }
    guard let start = text.baseAddress else { return }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      messages.send?(callbacks.context, $0, text.count)
    }
  }

  func close(_ code: UInt16) {
    if let messages = callbacks.messages {
      messages.close?(callbacks.context, code)
    } else {
      link.close(code, now: now) { write($0) }
    }
  }

  func openStream() { callbacks.stream?.open?(callbacks.context) }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    callbacks.stream?.write?(callbacks.context, bytes.baseAddress, bytes.count)
  }

  func closeStream() { callbacks.stream?.close?(callbacks.context) }

  // MARK: Hardware

  var hardware: ocpp_hardware { callbacks.hardware }

  func closeContactor(_ connector: Int) {
    hardware.set_contactor?(callbacks.context, Int32(connector), true)
  }

  func openContactor(_ connector: Int) {
    hardware.set_contactor?(callbacks.context, Int32(connector), false)
  }

  func offerCurrent(_ connector: Int, _ milliamperes: Int32) {
    hardware.offer_current?(callbacks.context, Int32(connector), milliamperes)
  }

  func lockCable(_ connector: Int) {
    hardware.set_lock?(callbacks.context, Int32(connector), true)
  }

  func unlockCable(_ connector: Int) {
    hardware.set_lock?(callbacks.context, Int32(connector), false)
  }

  func tryUnlock(_ connector: Int) -> Event? {
    guard let unlock = hardware.force_unlock else {
      unlockCable(connector)
      return .unlocked(connector: connector)
    }
    switch unlock(callbacks.context, Int32(connector)) {
    case OCPP_UNLOCKED: return .unlocked(connector: connector)
    case OCPP_UNLOCK_LATER: return nil
    default: return .unlockFailed(connector: connector)
    }
  }

  func readMeter(_ connector: Int) -> MeterReading? {
    guard let read = hardware.read_meter else { return nil }
    var reading = ocpp_meter(MeterReading(energy: 0))
    guard read(callbacks.context, Int32(connector), &reading) else { return nil }
    return MeterReading(reading)
  }

  func show(_ prompt: Prompt, _ connector: Int) {
    hardware.show_prompt?(
      callbacks.context, Int32(connector), ocpp_prompt(UInt32(prompt.rawValue)))
  }

  func reboot(_ type: ResetType) {
    switch type {
    case .hard: hardware.reboot?(callbacks.context, true)
    case .soft: hardware.reboot?(callbacks.context, false)
    }
  }

  func use(password: Text) {
    upgrade.password = password
    guard let tell = hardware.use_password else { return }
    let copy = copied(password)
    tell(callbacks.context, copy, password.count)
    copy.deallocate()
  }
}

extension MeterReading {
  init(_ reading: ocpp_meter) {
    self.init(
      energy: reading.energy_wh, power: reading.power_w,
      currents: (reading.current_ma.0, reading.current_ma.1, reading.current_ma.2),
      voltages: (reading.voltage_dv.0, reading.voltage_dv.1, reading.voltage_dv.2),
      stateOfCharge: min(max(reading.charge_percent, -1), 100),
      temperature: reading.temperature_dc, frequency: reading.frequency_mhz)
  }
}

extension ocpp_meter {
  init(_ reading: MeterReading) {
    self.init(
      energy_wh: reading.energy, power_w: reading.power,
      current_ma: (reading.current1, reading.current2, reading.current3),
      voltage_dv: (reading.voltage1, reading.voltage2, reading.voltage3),
      charge_percent: reading.stateOfCharge, temperature_dc: reading.temperature,
      frequency_mhz: reading.frequency)
  }
}
