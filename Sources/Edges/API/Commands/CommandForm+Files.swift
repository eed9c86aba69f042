import CSMSCore
import OCPPJSON

/// Firmware, logs and certificates.
extension CommandForm {
  private static let retries: [Shape.Member] = [
    .init("retries", .natural, "How often to try again."),
    .init("retry_interval", .natural, "Seconds between tries."),
  ]
  private static let location = Shape.Member(
    "location", .text(1...512), "Where the file is, or goes: an address.", required: true)
  private static let span: [Shape.Member] = [
    .init("start_time", .instant, "Nothing older."), .init("stop_time", .instant, "Nothing newer."),
  ]
  private static let requestId = Shape.Member(
    "request_id", .int32, "Stands in the status notifications.", required: true)

  static let upkeep: [CommandForm] = [
    CommandForm(
      "update_firmware", "Install firmware",
      "With signing_certificate, signature and request_id it is SignedUpdateFirmware.",
      [
        location, .init("retrieve_date", .instant, "When to fetch it.", required: true),
        .init("request_id", .int32), .init("install_date", .instant),
        .init("signing_certificate", .text(1...5500), "PEM."),
        .init("signature", .text(1...800), "Base64."),
      ] + retries
    ) { (values) throws(Problem) in try firmware(values) },
    CommandForm(
      "diagnostics", "Have diagnostics uploaded", "", [location] + span + retries
    ) { .diagnostics(DiagnosticsOrder($0)) },
    CommandForm(
      "get_log", "Have a log uploaded", "",
      [.init("log_type", .words(LogKind.self), required: true), requestId, location] + span
        + retries
    ) { values in
      .uploadLog(
        LogOrder(
          kind: values.word("log_type", .diagnostics), requestId: values.integer("request_id"),
          upload: DiagnosticsOrder(values)))
    },
  ]

  private static func firmware(_ values: FormValues) throws(Problem) -> StationCommand {
    let order = FirmwareOrder(
      location: values.text("location"), retrieveAt: values.instant("retrieve_date"),
      retry: RetryRule(values))
    let signed = ["signing_certificate", "signature", "request_id"]
    let missing = signed.filter { !values.has($0) }
    if missing.count == signed.count && !values.has("install_date") {
      return .updateFirmware(order)
    }
    if !missing.isEmpty {
      throw Problem(
        invalid: missing.map { .init(field: $0, message: "is required for signed firmware") })
    }
    return .updateSignedFirmware(
      SignedFirmwareOrder(
        requestId: values.integer("request_id"), firmware: order,
        installAt: values.optionalInstant("install_date"),
        signingCertificate: values.text("signing_certificate"),
        signature: values.text("signature")))
  }

  private static let rootUse = Shape.Member(
    "certificate_type", .words(RootUse.self), required: true)

  static let certificates: [CommandForm] = [
    CommandForm(
      "install_certificate", "Install a root certificate", "",
      [rootUse, .init("certificate", .text(1...5500), "PEM.", required: true)]
    ) {
      .installCertificate($0.word("certificate_type", .centralSystem), pem: $0.text("certificate"))
    },
    CommandForm(
      "delete_certificate", "Delete a certificate", "",
      [
        .init("hash_algorithm", .words(CertificateHash.self), required: true),
        .init("issuer_name_hash", .text(1...128), required: true),
        .init("issuer_key_hash", .text(1...128), required: true),
        .init("serial_number", .text(1...40), required: true),
      ]
    ) { values in
      .deleteCertificate(
        CertificateID(
          algorithm: values.word("hash_algorithm", .sha256),
          issuerNameHash: values.text("issuer_name_hash"),
          issuerKeyHash: values.text("issuer_key_hash"),
          serialNumber: values.text("serial_number")))
    },
    CommandForm("installed_certificates", "List root certificates", "", [rootUse]) {
      .installedCertificates($0.word("certificate_type", .centralSystem))
    },
    CommandForm(
      "certificate_signed", "Hand over the station's signed certificate", "",
      [.init("certificate_chain", .text(1...10_000), "PEM.", required: true)]
    ) { .certificateSigned(chain: $0.text("certificate_chain")) },
  ]
}

extension RetryRule {
  init(_ values: FormValues) {
    self.init(
      retries: values.optionalInteger("retries"), interval: values.optionalInteger("retry_interval")
    )
  }
}

extension DiagnosticsOrder {
  init(_ values: FormValues) {
    self.init(
      location: values.text("location"), from: values.optionalInstant("start_time"),
      to: values.optionalInstant("stop_time"), retry: RetryRule(values))
  }
}
