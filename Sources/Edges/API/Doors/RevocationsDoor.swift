import Gateway
import Network
import OCPPJSON
import ServerLog
import Store

/// `/revoked-certificates`: certificates that let no station in any more, whoever issued them.
struct RevocationsDoor: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  private static let shape = Shape.named(
    "RevokedCertificate",
    .object([
      .init("serial_number", .anyText, "In hexadecimal.", required: true),
      .init("issuer", .anyText, "A distinguished name (RFC 2253); without one, any issuer."),
      .init("station_id", .anyText), .init("reason", .anyText), .init("expires_at", .instant),
      .init("revoked_at", .instant, required: true),
    ]))

  private static let bodyShape = Shape.object([
    .init("certificate", .text(1...32_768), "PEM; instead of the number and the issuer."),
    .init("serial_number", .text(1...64), "In hexadecimal; colons may stand in it."),
    .init("issuer", .text(0...1_000), "A distinguished name (RFC 2253); without one, any issuer."),
    .init("station_id", .text(1...48), "Whose it was."), .init("reason", .text(0...500)),
  ])

  var routes: [Route] {
    [
      Route("GET", "/revoked-certificates") { [self] (request, responder) throws(Problem) in
        try list(request, responder)
      }.documented(
        Operation("Security", "Certificates that let no station in any more, by number")
          .paged().answers(
            200, "A page.", Shapes.page("revoked_certificates", RevocationsDoor.shape)
          ).problems(400, 503)),
      Route("POST", "/revoked-certificates") { [self] (request, responder) throws(Problem) in
        try revoke(request, responder)
      }.documented(
        Operation(
          "Security", "Revoke a certificate",
          "Whoever comes in with it is refused like one without; who is in with it is put out. It is "
            + "forgotten when it has expired. One that is revoked already stays as it is, and is the answer."
        ).takes(RevocationsDoor.bodyShape)
          .answers(201, "It is revoked.", RevocationsDoor.shape).problems(400, 503)),
      Route("DELETE", "/revoked-certificates/{serial_number}") {
        [self] (request, responder) throws(Problem) in try restore(request, responder)
      }.documented(
        Operation("Security", "Take a revocation back")
          .path("serial_number", .anyText, "In hexadecimal.")
          .query("issuer", .anyText, "As the revocation says it; none for any issuer.")
          .answers(204, "The certificate is as good as it was.").problems(404, 503)),
    ]
  }

  private func list(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let cursor = request.query("cursor").map { text in
      let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      return (
        serialNumber: Text(String(parts[0])), issuer: Text(String(parts.count > 1 ? parts[1] : ""))
      )
    }
    services.read(responder) { (reader) throws(StoreError) in
      try reader.revocations(limit: limit, after: cursor)
    } respond: { rows in
      let last = rows.count == limit ? rows.last : nil
      responder.json(
        .members([
          ("revoked_certificates", .list(rows.map { RevocationsDoor.json($0) })),
          ("next_cursor", last.map { .string("\($0.serialNumber)/\($0.issuer)") }),
        ]))
    }
  }

  private func revoke(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let body = try request.body(RevocationsDoor.bodyShape)
    let name: CertificateName
    var expiresAt: DateTime?
    switch (body.optionalText("certificate"), body.optionalText("serial_number")) {
    case (let pem?, nil):
      guard let certificate = ClientCertificate(pem: pem.bytes) else {
        throw .invalid("certificate", "must be a certificate in PEM")
      }
      name = CertificateName(certificate)
      expiresAt = DateTime(milliseconds: certificate.expiry * 1000)
    case (nil, let number?):
      guard let digits = RevocationsDoor.digits(number) else {
        throw .invalid("serial_number", "must be 1 to 40 hexadecimal digits")
      }
      name = CertificateName(digits, of: "\(body.optionalText("issuer") ?? Text())")
    case (nil, nil): throw .invalid("certificate", "or a serial_number is required")
    case (_?, _?): throw .invalid("serial_number", "is in the certificate already")
    }
    let row = RevocationRow(
      serialNumber: Text(name.serialNumber), issuer: Text(name.issuer),
      station: body.optionalText("station_id"), reason: body.optionalText("reason"),
      expiresAt: expiresAt, revokedAt: services.clock())
    services.write(responder) { (editor) throws(StoreError) in
      try editor.revokeCertificate(row)
    } respond: { [self] revocation in
      services.renewRevocations { responder.json(201, RevocationsDoor.json(revocation)) }
    }
  }

  private func restore(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let argument = request.argument(0)
    let issuer = Text(request.query("issuer") ?? "")
    guard let digits = RevocationsDoor.digits(Text(argument)) else {
      throw .notFound("Revoked certificate \(argument)")
    }
    services.write(responder) { (editor) throws(StoreError) in
      try editor.restoreCertificate(Text(digits), issuer: issuer)
    } respond: { [self] isRestored in
      guard isRestored else {
        return responder.problem(.notFound("Revoked certificate \(argument)"))
      }
      services.renewRevocations { responder.empty() }
    }
  }

  /// A serial number as OpenSSL writes it: capitals, an even number of digits.
  private static func digits(_ number: Text) -> String? {
    let digits = "\(number)".uppercased().filter { $0 != ":" }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    let significant = String(digits.drop { $0 == "0" })
    if significant.count > 40 { return nil }
    if significant.isEmpty { return "0" }
    return significant.count.isMultiple(of: 2) ? significant : "0" + significant
  }

  private static func json(_ row: RevocationRow) -> JSONValue {
    .members([
      ("serial_number", .text(row.serialNumber)),
      ("issuer", row.issuer.isEmpty ? nil : .text(row.issuer)),
      ("station_id", row.station.map { .text($0) }), ("reason", row.reason.map { .text($0) }),
      ("expires_at", row.expiresAt.map { .instant($0) }),
      ("revoked_at", .instant(row.revokedAt)),
    ])
  }
}

extension Services {
  /// The gateway refuses what the store says is revoked; then `done` is called.
  func renewRevocations(_ done: @escaping @Sendable () -> Void = {}) {
    let (gateway, log) = (gateway, log)
    store.read { (reader) throws(StoreError) in
      try reader.revocations()
    } completion: { result in
      switch result {
      case .success(let rows):
        gateway.setRevoked(
          Set(rows.map { CertificateName("\($0.serialNumber)", of: "\($0.issuer)") }))
      case .failure(let error): log.error("store: \(error)")
      }
      done()
    }
  }
}
