import CBoard
import Journal
import OCPP16
import OCPPJSON
import StationCore

private func setup() -> StationSetup {
  var setup = StationSetup()
  setup.identity.model = "ESP32-C6"
  var length = 0
  if let version = board_version() {
    while length < 50 && version[length] != 0 { length += 1 }
    setup.identity.firmwareVersion = version.withMemoryRebound(to: UInt8.self, capacity: length) {
      Text(utf8: UnsafeBufferPointer(start: $0, count: length))
    }
  }
  setup.maximumCurrent = board_maximum_current()
  setup.phases = Int(board_phases())
  setup.canUnlock = board_has_lock()
  setup.fileTransferProtocols = "HTTPS"
  // Firmware comes over the air, diagnostics go; certificates are refused in OCPP's words.
  setup.keepsCertificates = false
  setup.queueLimit = 64
  setup.cacheLimit = 16
  setup.listLimit = 24
  setup.listPerCall = 12
  setup.profileLimit = 6
  setup.frameLimit = Int(BOARD_MESSAGE_LIMIT)
  setup.seed = UInt64(board_random()) << 32 | UInt64(board_random())
  return setup
}

/// The task of the charge point: waits for what happens, and tells it.
@_cdecl("charger_run")
public func run() {
  do throws(JournalError) {
    let setup = setup()
    let device = try StationDevice(
      setup: setup, board: ESPBoard(), flash: PartitionFlash(), payload: 1_024,
      records: setup.recordCount)
    device.start(now: board_milliseconds())
    var trial = Trial()
    while true {
      wait(device)
      trial.look(device)
    }
  } catch {
    // Without its journal it would forget what it owes: it stays off rather than charge for nothing.
    board_log("the journal cannot be read, error", Int32(error.code.rawValue))
    board_set_contactor(false)
    board_set_led(2)
  }
}

/// New firmware has an hour until a central system has to have accepted the charge point. Otherwise it may
/// be what keeps it away, and nobody could send another: it restarts, and the bootloader goes back.
private struct Trial {
  private var isOver = false
  private let end = board_image_is_new() ? board_milliseconds() + 3_600_000 : Int64.max

  mutating func look(_ device: StationDevice<ESPBoard, PartitionFlash>) {
    if isOver { return }
    if device.station.isRegistered {
      isOver = true
      board_image_is_good()
    } else if board_milliseconds() > end, device.station.view(1)?.transaction == nil {
      board_restart()
    }
  }
}

private func wait(_ device: StationDevice<ESPBoard, PartitionFlash>) {
  var told = board_event()
  let until = (device.nextWake ?? Int64.max) - board_milliseconds()
  // A second at most, so that the watchdog is fed.
  board_next_event(&told, UInt32(min(max(until, 0), 1_000)))
  let now = board_milliseconds()
  let text = UnsafeBufferPointer(start: told.text, count: Int(told.length))
  if told.kind == BOARD_MESSAGE {
    device.received(text, now: now)
  } else if told.kind == BOARD_MESSAGE_LOST {
    board_close(1_009)
  } else if let event = event(told, text) {
    device.handle(event, now: now)
  }
  board_event_done(&told)
  device.poll(now: now)
}

private func event(_ told: board_event, _ text: UnsafeBufferPointer<UInt8>) -> Event? {
  let isSo = told.number != 0
  return switch told.kind {
  case BOARD_PLUGGED: isSo ? .cableInserted(connector: 1) : .cableRemoved(connector: 1)
  case BOARD_EV_READY: isSo ? .evReady(connector: 1) : .evNotReady(connector: 1)
  case BOARD_PILOT_FAULT:
    isSo
      ? .faulted(connector: 1, .evCommunicationError, info: Text())
      : .faultCleared(connector: 1)
  case BOARD_CARD: .tokenPresented(idTag: Text(utf8: text), connector: nil)
  case BOARD_CONNECTED: .connected
  case BOARD_CONNECT_FAILED: .connectFailed
  case BOARD_DISCONNECTED: .disconnected
  case BOARD_NETWORK_UP: .networkAvailable
  case BOARD_CLOCK_SET: .clockSet(DateTime(milliseconds: told.number))
  case BOARD_DOWNLOADED: isSo ? .firmwareDownloaded : .firmwareDownloadFailed
  case BOARD_UPLOADED: .uploadFinished(isGood: isSo)
  case BOARD_INSTALLED: isSo ? .firmwareInstalled : .firmwareInstallFailed
  default: nil
  }
}
