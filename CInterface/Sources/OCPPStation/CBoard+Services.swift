import COCPPStation
import OCPP16
import OCPPJSON
import StationCore

// What a charge point does besides charging, as the program has it.

extension CBoard {
  func perform(_ step: Step) -> Event? {
    switch step {
    case .useAuthorizationKey(let key): use(password: key)
    case .useSecurityProfile(let profile):
      hardware.use_security_profile?(callbacks.context, Int32(profile))
    case .applyConfiguration(let key): with(key, hardware.configuration_changed)
    case .downloadFirmware, .checkFirmwareCertificate, .verifyFirmware, .installFirmware,
      .cancelFirmware:
      return performFirmware(step)
    case .upload(let request): return upload(request)
    case .cancelUpload: callbacks.uploads?.cancel?(callbacks.context)
    case .installCertificate, .deleteCertificate, .listCertificates, .storeSignedCertificate,
      .makeSigningRequest:
      return performCertificates(step)
    case .takeData(let vendor, let message, let data):
      guard callbacks.data?.received != nil else { return step.eventWithout }
      received(vendor, message, data)
    case .takeDataAnswer(let status, let data): answered(status, data)
    default: return step.eventWithout
    }
    return nil
  }

  /// A callback that gets one text.
  private typealias Told =
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> Void

  @inline(never) private func with(_ text: Text, _ callback: Told?) {
    guard let callback else { return }
    let copy = copied(text)
    callback(callbacks.context, copy)
    copy.deallocate()
  }

  private func received(_ vendor: Text, _ message: Text?, _ data: Text?) {
    let (vendor, message) = (copied(vendor), copied(optional: message))
    let bytes = copied(optional: data)
    callbacks.data?.received?(callbacks.context, vendor, message, bytes, data?.count ?? 0)
    vendor.deallocate()
    message?.deallocate()
    bytes?.deallocate()
  }

  private func answered(_ status: DataTransferStatus?, _ data: Text?) {
    guard let tell = callbacks.data?.answered else { return }
    let word = status.map { UInt32($0.rawValue) } ?? OCPP_DATA_NO_ANSWER.rawValue
    let bytes = copied(optional: data)
    tell(callbacks.context, ocpp_data_status(word), bytes, data?.count ?? 0)
    bytes?.deallocate()
  }

  // MARK: Firmware

  private func performFirmware(_ step: Step) -> Event? {
    guard let firmware = callbacks.firmware else { return step.eventWithout }
    switch step {
    case .downloadFirmware(let location, let signature):
      self.location = location
      guard let download = firmware.download else { return step.eventWithout }
      with(signature, download)
    case .checkFirmwareCertificate(let pem):
      guard let check = firmware.check_certificate else { return step.eventWithout }
      with(pem, check)
    case .verifyFirmware(let signature):
      guard let verify = firmware.verify else { return step.eventWithout }
      with(signature, verify)
    case .installFirmware:
      guard let install = firmware.install else { return step.eventWithout }
      install(callbacks.context)
    default: firmware.cancel?(callbacks.context)
    }
    return nil
  }

  @inline(never) private func with(
    _ signature: FirmwareSignature?,
    _ callback:
      @convention(c) (
        UnsafeMutableRawPointer?, UnsafePointer<ocpp_firmware_image>?
      ) -> Void
  ) {
    let place = copied(location)
    let certificate = copied(optional: signature?.certificate)
    let signed = copied(optional: signature?.signature)
    var image = ocpp_firmware_image(
      location: place, certificate: certificate, signature: signed)
    callback(callbacks.context, &image)
    place.deallocate()
    certificate?.deallocate()
    signed?.deallocate()
  }

  // MARK: Uploads

  private func upload(_ request: UploadRequest) -> Event? {
    guard let upload = callbacks.uploads?.upload else { return .uploadFinished(isGood: false) }
    let (location, name) = (copied(request.location), copied(request.fileName))
    var wanted = ocpp_upload(
      log: ocpp_log(UInt32(request.kind.rawValue)), location: location, file_name: name,
      from_ms: request.from?.milliseconds ?? Int64.min,
      to_ms: request.to?.milliseconds ?? Int64.max)
    upload(callbacks.context, &wanted)
    location.deallocate()
    name.deallocate()
    return nil
  }

  // MARK: Certificates

  private func performCertificates(_ step: Step) -> Event? {
    guard let certificates = callbacks.certificates else { return step.eventWithout }
    let context = callbacks.context
    switch step {
    case .installCertificate(let use, let pem):
      guard let install = certificates.install else { return step.eventWithout }
      let copy = copied(pem)
      install(context, ocpp_certificate_use(UInt32(use.rawValue)), copy)
      copy.deallocate()
    case .deleteCertificate(let hash):
      guard let remove = certificates.remove else { return step.eventWithout }
      let issuer = copied(hash.issuerNameHash)
      let (key, serial) = (copied(hash.issuerKeyHash), copied(hash.serialNumber))
      var name = ocpp_certificate_name(
        algorithm: ocpp_hash(UInt32(hash.hashAlgorithm.rawValue)), issuer_name_hash: issuer,
        issuer_key_hash: key, serial_number: serial)
      remove(context, &name)
      issuer.deallocate()
      key.deallocate()
      serial.deallocate()
    case .listCertificates(let use):
      guard let list = certificates.list else { return step.eventWithout }
      list(context, ocpp_certificate_use(UInt32(use.rawValue)))
    case .storeSignedCertificate(let chain):
      guard let store = certificates.store_signed else { return step.eventWithout }
      with(chain, store)
    default: certificates.make_signing_request?(context)
    }
    return nil
  }
}
