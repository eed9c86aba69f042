import Foundation
import Network
import OCPP16
import OCPPJSON
import StationCore

/// What a station does besides charging: uploads, firmware and certificates.
final class StationFacilities {
  let log = StationLog()
  let certificates: CertificateStore
  let firmware: FirmwareStore
  private let settings: StationSettings
  private let transfer: FileTransfer

  init(_ settings: StationSettings, loop: EventLoop) {
    self.settings = settings
    let folder = StationFolder(settings.folder)
    certificates = CertificateStore(folder: folder, caFile: settings.caFile)
    firmware = FirmwareStore(folder: folder, rootFile: settings.firmwareRootFile)
    transfer = FileTransfer(loop: loop)
  }

  /// The power is gone.
  func cancel() { transfer.cancelAll() }

  /// Performs a step.
  ///
  /// - Parameter installed: new firmware is in place and the station is to restart.
  /// - Returns: the event it leads to at once.
  func perform(
    _ step: Step, for driver: StationDriver, installed: @escaping () -> Void
  ) -> Event? {
    switch step {
    case .downloadFirmware(let location, _): download(location.description, driver)
    case .checkFirmwareCertificate(let pem): return check(certificate: pem)
    case .verifyFirmware(let signature): return verify(signature)
    case .installFirmware: return install(driver, installed)
    case .cancelFirmware: transfer.cancelDownload()
    case .upload(let request): upload(request, driver)
    case .cancelUpload: transfer.cancelUpload()
    case .installCertificate, .deleteCertificate, .listCertificates, .storeSignedCertificate,
      .makeSigningRequest:
      return performWithCertificates(step, driver)
    case .reportDeadLetter(let sequence): log.note("message \(sequence) was given up")
    default: return step.eventWithout
    }
    return nil
  }

  // MARK: Firmware

  private func download(_ location: String, _ driver: StationDriver) {
    log.note("fetching firmware from \(location.withoutCredentials)")
    let path: String
    do {
      path = try firmware.downloadPath()
    } catch {
      log.note("there is no place for firmware: \(error)")
      return later(driver, .firmwareDownloadFailed)
    }
    transfer.download(location, to: path) { [log, weak driver] fault in
      if let fault { log.note("firmware not fetched: \(fault)") }
      driver?.handle(fault == nil ? .firmwareDownloaded : .firmwareDownloadFailed)
    }
  }

  private func check(certificate: Text) -> Event {
    let fault = firmware.fault(
      ofCertificate: certificate.description,
      roots: certificates.roots(.manufacturerRootCertificate))
    if let fault { log.note("update refused: \(fault.rawValue)", isSecurity: true) }
    return .firmwareCertificateChecked(fault == nil ? .good : .invalid)
  }

  private func verify(_ signature: FirmwareSignature) -> Event {
    let fault = firmware.verify(
      certificate: signature.certificate.description, signature: signature.signature.description,
      roots: certificates.roots(.manufacturerRootCertificate))
    if let fault { log.note("firmware refused: \(fault.rawValue)", isSecurity: true) }
    return .firmwareSignatureChecked(isValid: fault == nil)
  }

  private func install(_ driver: StationDriver, _ installed: @escaping () -> Void) -> Event? {
    let running =
      firmware.installedVersion
      ?? settings.setup.identity.firmwareVersion.map(\.description)
    switch firmware.install(running: running) {
    case .sameVersion: return .firmwareInstalled
    case .failed(let reason):
      log.note("firmware not installed: \(reason)")
      return .firmwareInstallFailed
    case .newVersion(let version):
      log.note("firmware \(version) installed", isSecurity: true)
      installed()
      return nil
    }
  }

  /// Not within the step that asked for it.
  private func later(_ driver: StationDriver, _ event: Event) {
    driver.loop.execute { [weak driver] in driver?.handle(event) }
  }

  // MARK: Logs

  private func upload(_ request: UploadRequest, _ driver: StationDriver) {
    let location = request.location.description
    let contents = text(request, driver)
    log.note("putting \(request.fileName) to \(location.withoutCredentials)")
    transfer.upload(Data(contents.utf8), name: request.fileName.description, to: location) {
      [log, weak driver] fault in
      if let fault { log.note("file not put: \(fault)") }
      driver?.handle(.uploadFinished(isGood: fault == nil))
    }
  }

  private func text(_ request: UploadRequest, _ driver: StationDriver) -> String {
    let lines = log.text(
      from: request.from, to: request.to, securityOnly: request.kind == .securityLog)
    if request.kind != .diagnostics { return lines }
    var text = "station \(settings.identity)\n"
    text += "messages owed: \(driver.station.owedMessages)\n"
    for key in ConfigurationKey.allCases where !key.isWriteOnly {
      text += "\(key.name) = \(driver.station.configurationText(key))\n"
    }
    return text + "\n" + lines
  }

  // MARK: Certificates

  private func performWithCertificates(_ step: Step, _ driver: StationDriver) -> Event? {
    let limit = Int(driver.station.configurationText(.certificateStoreMaxLength)) ?? 0
    switch step {
    case .installCertificate(let use, let pem):
      let status = certificates.install(use, pem: pem.description, limit: limit)
      log.note("certificate installed: \(status.word)", isSecurity: true)
      driver.securityMeansChanged()
      return .certificateCallDone(.installed(status))
    case .deleteCertificate(let hash):
      let status = certificates.delete(hash)
      log.note("certificate deleted: \(status.word)", isSecurity: true)
      return .certificateCallDone(.deleted(status))
    case .listCertificates(let use):
      return .certificateCallDone(.listed(certificates.list(use)))
    case .storeSignedCertificate(let chain):
      let isGood = certificates.store(chain: chain.description)
      log.note("own certificate \(isGood ? "stored" : "refused")", isSecurity: true)
      driver.securityMeansChanged()
      return .certificateCallDone(.stored(isGood: isGood))
    case .makeSigningRequest:
      let csr = certificates.makeRequest(
        commonName: settings.identity,
        organization: driver.station.configurationText(.cpoName))
      return csr.map { .signingRequestMade(csr: Text($0)) }
    default: return step.eventWithout
    }
  }
}
