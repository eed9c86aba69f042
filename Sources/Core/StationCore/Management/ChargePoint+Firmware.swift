import OCPP16
import OCPPJSON
import OCPPRPC

extension ChargePoint {
  mutating func updateFirmware(_ request: UpdateFirmwareRequest) {
    guard setup.canUpdateFirmware else {
      return refuse(.notSupported, "this station cannot update its firmware")
    }
    if !hasRoom(forValue: request.location.count + FirmwareUpdate.fixedBytes) {
      return refuse(.propertyConstraintViolation, "this station cannot keep so long a location")
    }
    reply(UpdateFirmwareResponse())
    var update = FirmwareUpdate()
    update.location = request.location
    update.retrieveAt = request.retrieveDate
    schedule(update, retries: request.retries, interval: request.retryInterval)
  }

  /// The certificate is checked before the answer (security whitepaper, L01): one at a time.
  mutating func signedUpdateFirmware(_ request: SignedUpdateFirmwareRequest) {
    // What the journal has no room for would be forgotten by the restart that installing is.
    let texts = request.firmware
    let bytes =
      texts.location.count + texts.signingCertificate.count + texts.signature.count
      + FirmwareUpdate.fixedBytes
    guard let id = answering, signedUpdateCall == nil, firmware.phase != .installing,
      setup.canUpdateFirmware, hasRoom(forValue: bytes)
    else { return reply(SignedUpdateFirmwareResponse(status: .rejected)) }
    var update = FirmwareUpdate()
    update.location = request.firmware.location
    update.retrieveAt = request.firmware.retrieveDateTime
    update.installAt = request.firmware.installDateTime
    update.request = request.requestId
    update.signature = FirmwareSignature(
      certificate: request.firmware.signingCertificate, signature: request.firmware.signature)
    signedUpdateCall = SignedUpdateCall(
      id: id, update: update, retries: request.retries, interval: request.retryInterval)
    output.steps.append(.checkFirmwareCertificate(pem: request.firmware.signingCertificate))
  }

  mutating func firmwareCertificateChecked(_ verdict: FirmwareCertificateVerdict) {
    guard let call = signedUpdateCall else { return }
    signedUpdateCall = nil
    switch verdict {
    case .good: accept(call)
    case .invalid: refuse(call, .invalidCertificate)
    case .revoked: refuse(call, .revokedCertificate)
    }
  }

  private mutating func accept(_ call: SignedUpdateCall) {
    let isReplacing = firmware.phase != .idle
    if firmware.phase == .installing {
      return reply(call.id, SignedUpdateFirmwareResponse(status: .rejected))
    }
    reply(
      call.id, SignedUpdateFirmwareResponse(status: isReplacing ? .acceptedCanceled : .accepted))
    schedule(call.update, retries: call.retries, interval: call.interval)
    if let wall = clock.wall, call.update.retrieveAt > wall { tell(.downloadScheduled) }
  }

  private mutating func refuse(_ call: SignedUpdateCall, _ status: UpdateFirmwareStatus) {
    reply(call.id, SignedUpdateFirmwareResponse(status: status))
    securityEvent("InvalidFirmwareSigningCertificate", nil)
  }

  private mutating func schedule(_ update: FirmwareUpdate, retries: Int?, interval: Int?) {
    switch firmware.phase {
    case .installing: return
    case .downloading, .verifying: output.replace(.cancelFirmware)
    case .idle, .scheduled, .waitingToInstall: break
    }
    backInService()
    firmware = update
    firmware.phase = .scheduled
    firmware.attemptsLeft = 1 + min(max(retries ?? 0, 0), 100)
    firmware.retryInterval = Int64(min(max(interval ?? 60, 1), 86_400)) * 1000
    firmware.nextAt = due(update.retrieveAt)
    keepFirmware()
  }

  /// A wall time as monotonic time; now when it has passed or nobody knows the time.
  @inline(never) private func due(_ time: DateTime) -> Int64 {
    guard let wall = clock.wall, time > wall else { return now }
    return now + time.milliseconds - wall.milliseconds
  }

  @inline(never) private mutating func keepFirmware() {
    if firmware.phase == .idle {
      output.forget(.firmware, 0)
    } else {
      output.put(.firmware, 0, firmware)
    }
  }

  /// The time is known after a restart: so is when the update goes on.
  mutating func firmwareClockSet() {
    guard firmware.waitsForClock else { return }
    firmware.waitsForClock = false
    switch firmware.phase {
    case .scheduled: firmware.nextAt = due(firmware.retrieveAt)
    case .waitingToInstall: firmware.nextAt = firmware.installAt.map { due($0) } ?? now
    case .idle, .downloading, .verifying, .installing: break
    }
  }

  /// After each event: starts what is due.
  mutating func proceedWithFirmware() {
    if firmware.waitsForClock { return }
    switch firmware.phase {
    case .idle, .downloading, .verifying, .installing: return
    case .scheduled:
      guard let due = firmware.nextAt, due <= now else { return }
      firmware.nextAt = nil
      firmware.phase = .downloading
      firmware.attemptsLeft -= 1
      keepFirmware()
      tell(.downloading)
      output.add(
        .downloadFirmware(location: firmware.location, signature: firmware.signature))
    case .waitingToInstall:
      if let due = firmware.nextAt, due > now { return }
      firmware.nextAt = nil
      // No new transactions; those that run are not disturbed.
      var isBusy = false
      for number in 1..<connectors.count {
        if connectors[number].isInTransaction {
          isBusy = true
        } else if !connectors[number].isOutForFirmware {
          takeOut(number)
        }
      }
      if !isBusy { install() }
    }
  }

  /// Out of service for as long as installing takes, not for ever.
  @inline(never) private mutating func takeOut(_ number: Int) {
    let connector = connectors.place(number)
    connector.pointee.isOutForFirmware = true
    connector.pointee.wanted.remove(.begin)
    abandonStart(number, for: .idle)
    applyScheduledAvailability(number)
  }

  /// The update is over, or another one that is not due yet is in its place.
  @inline(never) private mutating func backInService() {
    for number in connectors.indices where connectors[number].isOutForFirmware {
      connectors[number].isOutForFirmware = false
      if connectors[number].isPlugged, case .idle = connectors[number].phase { offerBay(number) }
    }
  }

  private mutating func install() {
    firmware.phase = .installing
    firmware.isInstallingNow = true
    firmware.oldVersion = identity.firmwareVersion ?? Text()
    keepFirmware()
    tell(.installing)
    output.add(.installFirmware)
  }

  mutating func firmwareDownloaded() {
    guard firmware.phase == .downloading else { return }
    tell(.downloaded)
    if let signature = firmware.signature {
      firmware.phase = .verifying
      output.add(.verifyFirmware(signature))
    } else {
      firmware.phase = .waitingToInstall
      firmware.nextAt = now
    }
    keepFirmware()
  }

  mutating func firmwareDownloadFailed() {
    guard firmware.phase == .downloading else { return }
    if firmware.attemptsLeft > 0 {
      firmware.phase = .scheduled
      firmware.nextAt = now + firmware.retryInterval
      keepFirmware()
    } else {
      endUpdate(.downloadFailed)
    }
  }

  mutating func firmwareSignatureChecked(_ isValid: Bool) {
    guard firmware.phase == .verifying else { return }
    guard isValid else {
      securityEvent("InvalidFirmwareSignature", nil)
      return endUpdate(.invalidSignature)
    }
    tell(.signatureVerified)
    firmware.phase = .waitingToInstall
    firmware.nextAt = firmware.installAt.map { due($0) } ?? now
    if let due = firmware.nextAt, due > now { tell(.installScheduled) }
    keepFirmware()
  }

  mutating func firmwareInstalled(isGood: Bool) {
    guard firmware.phase == .installing else { return }
    endUpdate(isGood ? .installed : .installationFailed)
    if isGood { securityEvent("FirmwareUpdated", nil) }
  }

  @inline(never) private mutating func endUpdate(_ status: SignedFirmwareStatus) {
    tell(status)
    firmware.phase = .idle
    firmware.nextAt = nil
    keepFirmware()
    backInService()
  }

  /// The first Accepted after a restart: another version than before means that the new firmware
  /// runs. Nothing else of the journal is touched by an update (CP16-26).
  mutating func firmwareAfterBoot() {
    guard firmware.phase == .installing, !firmware.isInstallingNow else { return }
    firmwareInstalled(isGood: (identity.firmwareVersion ?? Text()) != firmware.oldVersion)
  }
}
