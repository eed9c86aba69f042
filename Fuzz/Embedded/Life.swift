import Journal
import OCPP16
import OCPPJSON
import StationCore

/// A life of a charge point, told in lines: a line that begins with `!` is something that happens, `=` the
/// payload that answers the station's last call, everything else a frame of the central system.
struct Life {
  private let flash = Flash()
  private var board = Bench()
  private var device: StationDevice<Bench, FlashPortOfBench>?
  private var now: Int64 = 0

  init() {
    powerOn()
    answer("{\"status\":\"Accepted\",\"currentTime\":\"2026-03-01T00:00:00Z\",\"interval\":300}")
  }

  mutating func line(_ text: UnsafeBufferPointer<UInt8>) {
    now += 7
    if text.count > 1 && text[0] == 0x21 {
      happens(text[1], text.count > 2 ? Int(text[2]) - 0x30 : 1, text)
    } else if !text.isEmpty && text[0] == 0x3D {
      answer(with: UnsafeBufferPointer(rebasing: text[1...]))
    } else {
      receive(text)
    }
    device?.poll(now: now)
    settle()
  }

  private mutating func powerOn() {
    board = Bench()
    flash.operationsLeft = nil
    var setup = StationSetup()
    setup.connectors = 2
    setup.queueLimit = 12
    setup.stopSampleLimit = 6
    setup.cacheLimit = 3
    setup.listLimit = 6
    setup.listPerCall = 6
    setup.profileLimit = 4
    setup.periodLimit = 6
    setup.frameLimit = 4_096
    setup.hasMainMeter = true
    do throws(JournalError) {
      device = try StationDevice(
        setup: setup, board: board, flash: FlashPortOfBench(flash: flash), payload: 1_024,
        records: 128)
    } catch {
      fatalError("a journal that the station wrote cannot be read")
    }
    device?.start(now: now)
    settle()
  }

  /// What the network and a restart bring by themselves.
  private mutating func settle() {
    while board.isRebooting && board.cannotRestart {
      board.isRebooting = false
      device?.handle(.resetFailed, now: now)
    }
    if board.isRebooting { powerOn() }
    if board.isWanted {
      board.isWanted = false
      board.isOpen = true
      device?.handle(.connected, now: now)
    }
    guard let device else { return }
    precondition(device.station.exceededBound == nil, "a store of the station holds too much")
    for number in 1...2 {
      guard let view = device.station.view(number) else { continue }
      precondition(
        !view.isContactorClosed || view.transaction != nil, "energy flows and nobody pays")
    }
  }

  private func receive(_ frame: UnsafeBufferPointer<UInt8>) {
    if board.isOpen && frame.count <= 4_096 { device?.received(frame, now: now) }
  }

  private func answer(_ payload: StaticString) {
    answer(
      with: UnsafeBufferPointer(start: payload.utf8Start, count: payload.utf8CodeUnitCount))
  }

  private func answer(with payload: UnsafeBufferPointer<UInt8>) {
    var frame: [UInt8] = [0x5B, 0x33, 0x2C]
    frame += board.lastID
    frame.append(0x2C)
    frame += payload
    frame.append(0x5D)
    frame.withUnsafeBufferPointer { receive($0) }
  }

  private mutating func happens(
    _ what: UInt8, _ number: Int, _ text: UnsafeBufferPointer<UInt8>
  ) {
    let event: Event
    switch what {
    case 0x70: event = .cableInserted(connector: number)
    case 0x75: event = .cableRemoved(connector: number)
    case 0x72: event = .evReady(connector: number)
    case 0x6E: event = .evNotReady(connector: number)
    case 0x65: event = .evseNotReady(connector: number)
    case 0x45: event = .evseReady(connector: number)
    case 0x74:
      // A reader of cards hands in text, never bytes that are none.
      let tag = Text(
        utf8: [UInt8](text[min(3, text.count)..<min(23, text.count)].map { 0x30 | $0 & 0x0F }))
      event = .tokenPresented(idTag: tag, connector: number > 0 ? number : nil)
    case 0x73: event = .localStopPressed(connector: number)
    case 0x78: event = .emergencyStopPressed(connector: number)
    case 0x66: event = .faulted(connector: number, .groundFailure, info: Text())
    case 0x67: event = .faultCleared(connector: number)
    case 0x64:
      board.isOpen = false
      event = .disconnected
    case 0x6D:
      board.isMeterSilent.toggle()
      board.register += 10
      event = .meterRead(connector: number, MeterReading(energy: board.register))
    case 0x46:
      flash.operationsLeft = flash.operationsLeft == nil ? max(number, 0) : nil
      return
    case 0x6B: return powerOn()
    case 0x52:
      board.cannotRestart.toggle()
      return
    case 0x63 where number > 9: event = .firmwareInstallFailed
    case 0x54:
      event = .clockSet(DateTime(milliseconds: 1_767_225_600_000 + Int64(number) * 3_599_000))
    case 0x4E: event = .networkAvailable
    case 0x77:
      now += Int64(1_000) << Int64(min(max(number, 0), 20))
      board.register += 100
      return
    case 0x61: event = .firmwareDownloaded
    case 0x62: event = .firmwareSignatureChecked(isValid: true)
    case 0x63: event = .uploadFinished(isGood: number > 0)
    default: event = .clockTicked
    }
    device?.handle(event, now: now)
  }
}
