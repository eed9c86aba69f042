import OCPP16

/// What the central system is told of an update.
extension ChargePoint {
  @inline(never) mutating func tell(_ status: SignedFirmwareStatus) {
    firmware.status = status
    if firmware.isSigned {
      notify(.signedFirmware(status, request: firmware.request))
    } else if let plain = ChargePoint.plain(status) {
      notify(.firmware(plain))
    }
  }

  mutating func triggerFirmwareStatus(isSigned: Bool) {
    let isUnderWay = firmware.phase != .idle
    if isSigned {
      let status = isUnderWay ? firmware.status : SignedFirmwareStatus.idle
      notify(
        .signedFirmware(status, request: isUnderWay ? firmware.request : nil), isTriggered: true)
    } else {
      let status = isUnderWay ? ChargePoint.plain(firmware.status) : nil
      notify(.firmware(status ?? .idle), isTriggered: true)
    }
  }

  /// The word of the plain update, which has fewer.
  static func plain(_ status: SignedFirmwareStatus) -> FirmwareStatus? {
    switch status {
    case .downloaded: .downloaded
    case .downloadFailed: .downloadFailed
    case .downloading: .downloading
    case .idle: .idle
    case .installationFailed, .installVerificationFailed, .invalidSignature: .installationFailed
    case .installing, .installRebooting: .installing
    case .installed: .installed
    case .downloadScheduled, .downloadPaused, .installScheduled, .signatureVerified: nil
    }
  }
}
