import OCPP16
import OCPPJSON
import StationCore

/// What a station's host does beside charging: updates, uploads, certificates. Each takes its time,
/// and may fail.
struct Jobs {
  /// Counts what was begun or called off, so that the end of something older is known.
  var firmware = 0
  var upload = 0
  /// What runs now; an update that works makes it another one.
  var version = 1
}

extension World {
  func perform(job step: Step, _ node: StationNode) {
    switch step {
    case .downloadFirmware, .verifyFirmware, .installFirmware, .cancelFirmware:
      node.jobs.firmware += 1
      perform(update: step, node)
    case .upload:
      node.jobs.upload += 1
      finish(node, 1_000, 120_000, .uploadFinished(isGood: node.chance.percent(80)))
    case .cancelUpload: node.jobs.upload += 1
    case .checkFirmwareCertificate:
      let isGood = node.laterChance.percent(90)
      finish(node, 50, 3_000, .firmwareCertificateChecked(isGood ? .good : .invalid))
    case .installCertificate:
      let isGood = node.chance.percent(80)
      finish(node, 50, 3_000, .certificateCallDone(.installed(isGood ? .accepted : .rejected)))
    case .deleteCertificate:
      let isGood = node.chance.percent(80)
      finish(node, 50, 3_000, .certificateCallDone(.deleted(isGood ? .accepted : .notFound)))
    case .listCertificates: finish(node, 50, 3_000, .certificateCallDone(.listed([])))
    case .storeSignedCertificate:
      finish(node, 50, 3_000, .certificateCallDone(.stored(isGood: node.chance.percent(70))))
    case .makeSigningRequest: finish(node, 500, 20_000, .signingRequestMade(csr: "CSR"))
    case .takeData: finish(node, 1, 1_000, .dataAnswered(.accepted, data: nil))
    default: break
    }
  }

  private func perform(update step: Step, _ node: StationNode) {
    switch step {
    case .downloadFirmware:
      let isGood = node.chance.percent(80)
      finish(node, 5_000, 120_000, isGood ? .firmwareDownloaded : .firmwareDownloadFailed)
    case .verifyFirmware:
      finish(node, 500, 5_000, .firmwareSignatureChecked(isValid: node.chance.percent(85)))
    case .installFirmware:
      switch node.chance.below(10) {
      case 0..<6:
        note(node, "restarts with new firmware")
        node.jobs.version += 1
        node.setup.identity.firmwareVersion = Text("1." + String(node.jobs.version))
        cutPower(node, back: node.chance.between(20_000, 120_000))
      case 6: cutPower(node, back: node.chance.between(20_000, 120_000))
      case 7: finish(node, 5_000, 60_000, .firmwareInstalled)
      default: finish(node, 5_000, 60_000, .firmwareInstallFailed)
      }
    default: break
    }
  }

  private func finish(_ node: StationNode, _ low: Int64, _ high: Int64, _ event: Event) {
    after(
      node.chance.between(low, high),
      .jobEnds(
        node.number, boot: node.boot, firmware: node.jobs.firmware, upload: node.jobs.upload, event)
    )
  }

  func jobEnds(_ node: StationNode, _ firmware: Int, _ upload: Int, _ event: Event) {
    switch event {
    case .firmwareDownloaded, .firmwareDownloadFailed, .firmwareSignatureChecked,
      .firmwareInstalled, .firmwareInstallFailed:
      if node.jobs.firmware != firmware { return }
    case .uploadFinished: if node.jobs.upload != upload { return }
    default: break
    }
    tell(node, event)
  }

  // MARK: What the operator asks for

  func updateFirmware(_ node: StationNode) {
    var time = wall
    time.milliseconds += node.chance.between(-60_000, 1_800_000)
    let location: Text = "https://csms.example/firmware.bin"
    guard node.chance.percent(60) else {
      return call(
        node,
        UpdateFirmwareRequest(
          location: location, retries: node.chance.below(3), retrieveDate: time, retryInterval: 30))
    }
    var install = time
    install.milliseconds += node.chance.between(0, 1_800_000)
    node.operations.nextRequest += 1
    let firmware = Firmware(
      location: location, retrieveDateTime: time,
      installDateTime: node.chance.percent(50) ? install : nil, signingCertificate: "CERTIFICATE",
      signature: "SIGNATURE")
    call(
      node,
      SignedUpdateFirmwareRequest(
        retries: node.chance.below(3), retryInterval: 30, requestId: node.operations.nextRequest,
        firmware: firmware))
  }

  func fetchFile(_ node: StationNode) {
    let location: Text = "https://csms.example/files/"
    guard node.chance.percent(50) else {
      return call(
        node,
        GetDiagnosticsRequest(location: location, retries: node.chance.below(3), retryInterval: 20))
    }
    node.operations.nextRequest += 1
    call(
      node,
      GetLogRequest(
        log: LogParameters(remoteLocation: location),
        logType: node.chance.percent(50) ? .securityLog : .diagnosticsLog,
        requestId: node.operations.nextRequest, retries: node.chance.below(3), retryInterval: 20))
  }

  func askAboutCertificates(_ node: StationNode) {
    switch node.chance.below(5) {
    case 0:
      call(
        node,
        InstallCertificateRequest(
          certificateType: .centralSystemRootCertificate, certificate: "CERTIFICATE"))
    case 1:
      call(
        node,
        DeleteCertificateRequest(
          certificateHashData: CertificateHashData(
            hashAlgorithm: .sha256, issuerNameHash: "01", issuerKeyHash: "02", serialNumber: "03")))
    case 2:
      call(
        node,
        GetInstalledCertificateIdsRequest(certificateType: .manufacturerRootCertificate))
    case 3: call(node, CertificateSignedRequest(certificateChain: "CHAIN"))
    default:
      call(node, ExtendedTriggerMessageRequest(requestedMessage: .signChargePointCertificate))
    }
  }
}
