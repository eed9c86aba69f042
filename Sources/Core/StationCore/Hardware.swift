public import OCPP16
import OCPPJSON

/// What a maker fills in: the hardware of a charge point, in the steps' words. What it has to say it
/// says with events (`Event`). Connectors are numbered from 1.
///
/// The rest, updates, uploads and certificates, has answers that say "not here" until a maker has
/// them.
public protocol Hardware: AnyObject {
  func closeContactor(_ connector: Int)
  func openContactor(_ connector: Int)
  /// In mA by phase; 0 is no energy for now.
  func offerCurrent(_ connector: Int, _ milliamperes: Int32)
  func lockCable(_ connector: Int)
  func unlockCable(_ connector: Int)
  /// The reading of now; nil when the meter answers later with `meterRead`, or not at all.
  /// Connector 0 is the main meter.
  func readMeter(_ connector: Int) -> MeterReading?
  func show(_ prompt: Prompt, _ connector: Int)
  func reboot(_ type: ResetType)
  /// Whether the cable is free now.
  func forceUnlock(_ connector: Int) -> Bool
  /// The same as the event it leads to, for a lock that takes its time: nil when that comes later, within
  /// ten seconds.
  func tryUnlock(_ connector: Int) -> Event?
  /// Anything else: the event it leads to at once, or nil when one comes later.
  func perform(_ step: Step) -> Event?
}

extension Hardware {
  public func forceUnlock(_ connector: Int) -> Bool {
    unlockCable(connector)
    return true
  }

  public func tryUnlock(_ connector: Int) -> Event? {
    forceUnlock(connector) ? .unlocked(connector: connector) : .unlockFailed(connector: connector)
  }

  public func perform(_ step: Step) -> Event? { step.eventWithout }

  /// Performs a step that concerns the hardware; the event it leads to at once, if any.
  public func take(_ step: Step) -> Event? {
    switch step {
    case .closeContactor(let number): closeContactor(number)
    case .openContactor(let number): openContactor(number)
    case .offerCurrent(let number, let current): offerCurrent(number, current)
    case .lockCable(let number): lockCable(number)
    case .unlockCable(let number): unlockCable(number)
    case .forceUnlock(let number): return tryUnlock(number)
    case .readMeter(let number):
      return readMeter(number).map { .meterRead(connector: number, $0) }
    case .showPrompt(let number, let prompt): show(prompt, number)
    case .reboot(let type): reboot(type)
    default: return perform(step)
    }
    return nil
  }
}

extension Step {
  /// What a station without the means answers.
  public var eventWithout: Event? {
    switch self {
    case .downloadFirmware: .firmwareDownloadFailed
    case .checkFirmwareCertificate: .firmwareCertificateChecked(.invalid)
    case .verifyFirmware: .firmwareSignatureChecked(isValid: false)
    case .installFirmware: .firmwareInstallFailed
    case .upload: .uploadFinished(isGood: false)
    case .installCertificate: .certificateCallDone(.installed(.rejected))
    case .deleteCertificate: .certificateCallDone(.deleted(.failed))
    case .listCertificates: .certificateCallDone(.listed([]))
    case .storeSignedCertificate: .certificateCallDone(.stored(isGood: false))
    case .takeData: .dataAnswered(.rejected, data: nil)
    default: nil
    }
  }
}
