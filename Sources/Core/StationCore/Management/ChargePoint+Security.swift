import OCPP16
import OCPPJSON
import OCPPRPC

/// A security event the central system must learn of, also after a power cut.
struct SecurityEvent: Sendable {
  /// How many are kept; then the oldest goes.
  static var limit: Int { 16 }

  var slot = 0
  var type: Text
  var info: Text?
  var stamp: Stamp
}

extension SecurityEvent: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put(type)
    writer.put(info ?? Text())
    stamp.write(&writer)
  }

  init?(_ reader: inout RecordReader) {
    type = reader.getText()
    let info = reader.getText()
    self.info = info.isEmpty ? nil : info
    guard let stamp = Stamp(&reader) else { return nil }
    self.stamp = stamp
  }
}

extension ChargePoint {
  @inline(never) mutating func securityEvent(_ type: Text, _ info: Text?) {
    if type.count > 50 || (info?.count ?? 0) > 255 { return }
    // It is not worth a restart.
    if !hasRoom(forValue: 24 + type.count + (info?.count ?? 0)) { return }
    if securityEvents.count >= SecurityEvent.limit {
      // The oldest may be under way: its answer is about it.
      var place = 0
      if case .notice(let notice)? = outstanding?.content, case .securityEvent = notice.content {
        place = 1
      }
      output.forget(.securityEvent, securityEvents.remove(at: place).slot)
    } else {
      notify(.securityEvent)
    }
    var slot = 0
    while securityEvents.contains(where: { $0.slot == slot }) { slot += 1 }
    let event = SecurityEvent(slot: slot, type: type, info: info, stamp: clock.stamp())
    securityEvents.append(event)
    output.put(.securityEvent, slot, event)
  }

  // MARK: Certificates: the host does the cryptography, the station answers

  mutating func installCertificate(_ request: InstallCertificateRequest) {
    guard takeCertificateCall() else {
      return reply(InstallCertificateResponse(status: .rejected))
    }
    output.add(
      .installCertificate(request.certificateType, pem: request.certificate))
  }

  mutating func deleteCertificate(_ request: DeleteCertificateRequest) {
    guard takeCertificateCall() else { return reply(DeleteCertificateResponse(status: .failed)) }
    output.add(.deleteCertificate(request.certificateHashData))
  }

  mutating func getInstalledCertificateIds(_ request: GetInstalledCertificateIdsRequest) {
    guard takeCertificateCall() else {
      return reply(GetInstalledCertificateIdsResponse(status: .notFound))
    }
    output.add(.listCertificates(request.certificateType))
  }

  mutating func certificateSigned(_ request: CertificateSignedRequest) {
    let limit = Int(configuration.number(.certificateSignedMaxChainSize))
    guard request.certificateChain.count <= limit, takeCertificateCall() else {
      return reply(CertificateSignedResponse(status: .rejected))
    }
    output.add(.storeSignedCertificate(chain: request.certificateChain))
  }

  /// One at a time: the answer is held until the host has done it.
  private mutating func takeCertificateCall() -> Bool {
    if certificateCall != nil || !setup.keepsCertificates { return false }
    certificateCall = answering
    return true
  }

  mutating func certificateCallDone(_ outcome: CertificateOutcome) {
    guard let id = certificateCall else { return }
    certificateCall = nil
    switch outcome {
    case .installed(let status): reply(id, InstallCertificateResponse(status: status))
    case .deleted(let status): reply(id, DeleteCertificateResponse(status: status))
    case .listed(let hashes):
      reply(
        id,
        GetInstalledCertificateIdsResponse(
          certificateHashData: hashes.isEmpty ? nil : hashes,
          status: hashes.isEmpty ? .notFound : .accepted))
    case .stored(let isGood):
      reply(id, CertificateSignedResponse(status: isGood ? .accepted : .rejected))
      if !isGood { securityEvent("InvalidChargePointCertificate", nil) }
    }
  }
}
