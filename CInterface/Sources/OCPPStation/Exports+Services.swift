public import COCPPStation
import OCPP16
import OCPPJSON
import StationCore

/// Tells a station something that needs no argument checked.
private func tell(_ handle: OpaquePointer?, _ event: @autoclosure () -> Event) -> Int32 {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  return station.tell(event())
}

// MARK: Firmware and files

@c @implementation
public func ocpp_firmware_downloaded(_ handle: OpaquePointer?, _ isGood: Bool) -> ocpp_result {
  tell(handle, isGood ? .firmwareDownloaded : .firmwareDownloadFailed)
}

@c @implementation
public func ocpp_firmware_certificate(
  _ handle: OpaquePointer?, _ verdict: ocpp_verdict
) -> ocpp_result {
  switch verdict {
  case OCPP_VALID: tell(handle, .firmwareCertificateChecked(.good))
  case OCPP_INVALID: tell(handle, .firmwareCertificateChecked(.invalid))
  case OCPP_REVOKED: tell(handle, .firmwareCertificateChecked(.revoked))
  default: Int32(OCPP_BAD_ARGUMENT)
  }
}

@c @implementation
public func ocpp_firmware_verified(_ handle: OpaquePointer?, _ isValid: Bool) -> ocpp_result {
  tell(handle, .firmwareSignatureChecked(isValid: isValid))
}

@c @implementation
public func ocpp_firmware_installed(_ handle: OpaquePointer?, _ isGood: Bool) -> ocpp_result {
  tell(handle, isGood ? .firmwareInstalled : .firmwareInstallFailed)
}

@c @implementation
public func ocpp_uploaded(_ handle: OpaquePointer?, _ isGood: Bool) -> ocpp_result {
  tell(handle, .uploadFinished(isGood: isGood))
}

// MARK: Certificates

@c @implementation
public func ocpp_certificate_installed(
  _ handle: OpaquePointer?, _ result: ocpp_installing
) -> ocpp_result {
  switch result {
  case OCPP_CERTIFICATE_INSTALLED: tell(handle, .certificateCallDone(.installed(.accepted)))
  case OCPP_CERTIFICATE_FAILED: tell(handle, .certificateCallDone(.installed(.failed)))
  case OCPP_CERTIFICATE_REJECTED: tell(handle, .certificateCallDone(.installed(.rejected)))
  default: Int32(OCPP_BAD_ARGUMENT)
  }
}

@c @implementation
public func ocpp_certificate_deleted(
  _ handle: OpaquePointer?, _ result: ocpp_removal
) -> ocpp_result {
  switch result {
  case OCPP_CERTIFICATE_REMOVED: tell(handle, .certificateCallDone(.deleted(.accepted)))
  case OCPP_CERTIFICATE_NOT_REMOVED: tell(handle, .certificateCallDone(.deleted(.failed)))
  case OCPP_CERTIFICATE_NOT_FOUND: tell(handle, .certificateCallDone(.deleted(.notFound)))
  default: Int32(OCPP_BAD_ARGUMENT)
  }
}

@c @implementation
public func ocpp_certificates_listed(
  _ handle: OpaquePointer?, _ names: UnsafePointer<ocpp_certificate_name>?, _ count: Int
) -> ocpp_result {
  guard let station = station(handle), count <= 32, names != nil || count == 0 else {
    return Int32(OCPP_BAD_ARGUMENT)
  }
  do throws(Failure) {
    var all: [CertificateHashData] = []
    if let names {
      for index in 0..<count { all.append(try CertificateHashData(names[index])) }
    }
    return station.tell(.certificateCallDone(.listed(all)))
  } catch {
    return error.code
  }
}

extension CertificateHashData {
  fileprivate init(_ name: ocpp_certificate_name) throws(Failure) {
    guard let raw = UInt8(exactly: name.algorithm.rawValue),
      let algorithm = HashAlgorithm(rawValue: raw)
    else { throw Failure(OCPP_BAD_ARGUMENT) }
    self.init(
      hashAlgorithm: algorithm, issuerNameHash: try text(name.issuer_name_hash, limit: 128),
      issuerKeyHash: try text(name.issuer_key_hash, limit: 128),
      serialNumber: try text(name.serial_number, limit: 40))
  }
}

@c @implementation
public func ocpp_signed_certificate_stored(
  _ handle: OpaquePointer?, _ isGood: Bool
) -> ocpp_result {
  tell(handle, .certificateCallDone(.stored(isGood: isGood)))
}

@c @implementation
public func ocpp_sign_certificate(
  _ handle: OpaquePointer?, _ request: UnsafePointer<CChar>?
) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  do throws(Failure) {
    let csr = try text(request, limit: 5_500, hasLines: true)
    if csr.isEmpty { return Int32(OCPP_BAD_ARGUMENT) }
    return station.tell(.signingRequestMade(csr: csr))
  } catch {
    return error.code
  }
}

@c @implementation
public func ocpp_security_event(
  _ handle: OpaquePointer?, _ type: UnsafePointer<CChar>?, _ info: UnsafePointer<CChar>?
) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  do throws(Failure) {
    let word = try text(type, limit: 50)
    if word.isEmpty { return Int32(OCPP_BAD_ARGUMENT) }
    return station.tell(.securityEvent(type: word, info: try text(optional: info, limit: 255)))
  } catch {
    return error.code
  }
}

// MARK: Data

/// In bytes.
private var dataLimit: Int { 8_192 }

@c @implementation
public func ocpp_data_answer(
  _ handle: OpaquePointer?, _ status: ocpp_data_status, _ data: UnsafePointer<CChar>?
) -> ocpp_result {
  guard let station = station(handle), let raw = UInt8(exactly: status.rawValue),
    let status = DataTransferStatus(rawValue: raw)
  else { return Int32(OCPP_BAD_ARGUMENT) }
  do throws(Failure) {
    let data = try text(optional: data, limit: dataLimit, hasLines: true)
    return station.tell(.dataAnswered(status, data: data))
  } catch {
    return error.code
  }
}

@c @implementation
public func ocpp_data_send(
  _ handle: OpaquePointer?, _ vendor: UnsafePointer<CChar>?, _ message: UnsafePointer<CChar>?,
  _ data: UnsafePointer<CChar>?
) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  do throws(Failure) {
    let name = try text(vendor, limit: 255)
    if name.isEmpty { return Int32(OCPP_BAD_ARGUMENT) }
    let message = try text(optional: message, limit: 50)
    let data = try text(optional: data, limit: dataLimit, hasLines: true)
    guard station.device.station.isRegistered else { return Int32(OCPP_BAD_STATE) }
    return station.tell(.dataToSend(vendor: name, message: message, data: data))
  } catch {
    return error.code
  }
}
