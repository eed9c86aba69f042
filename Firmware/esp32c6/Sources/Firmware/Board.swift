import CBoard
import OCPP16
import OCPPJSON
import StationCore

/// One connector with contactor, control pilot, lock, LED and meter; ESP-IDF's WebSocket carries the
/// messages.
final class ESPBoard: StationBoard {
  func connect() { board_connect() }
  func send(_ text: UnsafeBufferPointer<UInt8>) {
    board_send(text.baseAddress, UInt32(text.count))
  }
  func close(_ code: UInt16) { board_close(code) }

  func closeContactor(_ connector: Int) { board_set_contactor(true) }
  func openContactor(_ connector: Int) { board_set_contactor(false) }
  func offerCurrent(_ connector: Int, _ milliamperes: Int32) { board_offer_current(milliamperes) }
  func lockCable(_ connector: Int) { board_set_lock(true) }
  func unlockCable(_ connector: Int) { board_set_lock(false) }
  func readMeter(_ connector: Int) -> MeterReading? {
    MeterReading(energy: board_energy_wh(), power: board_power_w())
  }
  func show(_ prompt: Prompt, _ connector: Int) {
    switch prompt {
    case .charging, .accepted: board_set_led(1)
    case .refused, .checking, .reserved, .plugIn, .removeCable: board_set_led(2)
    case .presentToken, .cableTimeout, .tokenTimeout, .outOfService, .memoryFull, .finished:
      board_set_led(0)
    }
  }

  /// What is owed is in the journal: soft and hard are the same restart.
  func reboot(_ type: ResetType) { board_restart() }

  func perform(_ step: Step) -> Event? {
    switch step {
    case .downloadFirmware(let location, nil):
      location.withUTF8 { board_download($0.baseAddress, UInt32($0.count)) }
      return nil
    case .installFirmware:
      board_install()
      return nil
    case .cancelFirmware:
      board_cancel_download()
      return nil
    case .upload(let request):
      // Security events are told one by one; there is no log of them here.
      if request.kind == .securityLog { return .uploadFinished(isGood: false) }
      request.location.withUTF8 { place in
        request.fileName.withUTF8 { name in
          board_upload(
            place.baseAddress, UInt32(place.count), name.baseAddress, UInt32(name.count))
        }
      }
      return nil
    case .cancelUpload:
      board_cancel_upload()
      return nil
    case .useAuthorizationKey(let key):
      key.withUTF8 { board_use_password($0.baseAddress, UInt32($0.count)) }
      return nil
    default:
      // Signed updates, certificates and DataTransfer are not here.
      return step.eventWithout
    }
  }
}
