import Access
import CSMSCore
import Gateway
import Network
import OCPPJSON
import ServerLog
import Store

/// `/certificate-requests`: what stations asked for, and what an operator says to it.
struct CertificatesDoor: Sendable {
  private let services: Services
  private var desk: CertificateDesk { services.care.certificates }

  init(_ services: Services) { self.services = services }

  private static let shape = Shape.named(
    "CertificateRequest",
    .object([
      .init("id", .anyText, required: true), .init("station_id", .anyText, required: true),
      .init("status", .words(CertificateStatus.allCases.map { "\($0.word)" }), required: true),
      .init("common_name", .anyText, "As it asks for; it gets its identity.", required: true),
      .init("key_type", .anyText, required: true),
      .init(
        "is_proven", .boolean, "Whether the station had shown who it is when it asked.",
        required: true),
      .init("received_at", .instant, required: true),
      .init("csr", .anyText, "PEM.", required: true), .init("certificate_chain", .anyText, "PEM."),
      .init("serial_number", .anyText), .init("expires_at", .instant),
      .init("issued_at", .instant),
      .init("attempts", .natural, "To bring it to the station.", required: true),
      .init("ended_at", .instant), .init("note", .anyText),
    ]))

  private static let chainShape = Shape.object([
    .init(
      "certificate_chain", .text(1...UploadedChain.maximumBytes),
      "PEM, the station's own first, without the root.", required: true)
  ])

  private static let denialShape = Shape.object([.init("reason", .text(0...500))])

  var routes: [Route] {
    [
      Route("GET", "/certificate-requests") { [self] (request, responder) throws(Problem) in
        try list(request, responder)
      }.documented(
        Operation(
          "Security", "Certificates that stations asked for, newest first",
          "With an authority (--station-ca-cert) they are signed at once, or when an operator "
            + "approves; without one, an operator has them signed elsewhere."
        )
        .query("station_id", .anyText, "Of this station only.")
        .query("status", .words(CertificateStatus.allCases.map { "\($0.word)" }), "In this status.")
        .paged().answers(
          200, "A page.", Shapes.page("certificate_requests", CertificatesDoor.shape)
        )
        .problems(400, 503)),
      one("GET", "", "A request for a certificate") { _, row, responder in
        responder.json(CertificatesDoor.json(row))
      },
      one("POST", "/approve", "Sign a request with the authority of this server", 409) {
        [self] _, row, responder in approve(row, responder)
      },
      one(
        "POST", "/certificate", "Give the certificate for a request, signed elsewhere", 409, 422,
        takes: CertificatesDoor.chainShape
      ) { [self] (request, row, responder) throws(Problem) in
        try upload(request, row, responder)
      },
      one(
        "POST", "/deny", "Say no to a request", 409, takes: CertificatesDoor.denialShape
      ) { [self] (request, row, responder) throws(Problem) in
        try deny(request, row, responder)
      },
      one(
        "POST", "/revoke", "Revoke the certificate: it lets nobody in any more", 409,
        takes: CertificatesDoor.denialShape
      ) { [self] (request, row, responder) throws(Problem) in
        try revoke(request, row, responder)
      },
    ]
  }

  private typealias Handler =
    @Sendable (APIRequest, CertificateRequestRow, Responder) throws(Problem) -> Void

  /// A route for one request.
  private func one(
    _ method: String, _ end: String, _ summary: String, _ problems: Int..., takes: Shape? = nil,
    _ handler: @escaping Handler
  ) -> Route {
    var operation = Operation("Security", summary).path("id", .anyText, "The request's id.")
      .answers(200, "The request.", CertificatesDoor.shape).problems(404, 503)
    if let takes { operation = operation.takes(takes).problems(400) }
    for status in problems { operation = operation.problems(status) }
    return Route(method, "/certificate-requests/{id}\(end)") {
      [self] (request, responder) throws(Problem) in
      guard let id = Int(request.argument(0)), id > 0 else {
        throw .notFound("Certificate request \(request.argument(0))")
      }
      if let takes { _ = try request.body(takes) }
      services.read(responder) { (reader) throws(StoreError) in
        try reader.certificateRequest(id)
      } respond: { row in
        guard let row else { return responder.problem(.notFound("Certificate request \(id)")) }
        do throws(Problem) {
          try handler(request, row, responder)
        } catch {
          responder.problem(error)
        }
      }
    }.documented(operation)
  }

  private func list(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let before = try request.integer("cursor", default: .max, in: 1...Int.max)
    let station = request.query("station_id").map { Text($0) }
    let status = try request.query("status").map { (word) throws(Problem) in
      guard let status = CertificateStatus.allCases.first(where: { $0.word == Text(word) }) else {
        throw .invalid("status", "is unknown")
      }
      return status
    }
    services.read(responder) { (reader) throws(StoreError) in
      try reader.certificateRequests(
        station: station, status: status, limit: limit, before: before)
    } respond: { rows in
      responder.json(
        .members([
          ("certificate_requests", .list(rows.map { CertificatesDoor.json($0) })),
          ("next_cursor", rows.count == limit ? rows.last.map { .string("\($0.id)") } : nil),
        ]))
    }
  }

  // MARK: What an operator says

  private func approve(_ row: CertificateRequestRow, _ responder: Responder) {
    guard let authority = desk.authority else {
      return responder.problem(
        Problem(
          409,
          "This server has no authority (--station-ca-cert, --station-ca-key); have the request "
            + "signed elsewhere and POST the certificate."))
    }
    finish(row, responder) { [self] () async throws(StoreError) in
      try await desk.sign(row, authority).map { Problem(409, $0) }
    }
  }

  private func upload(
    _ request: APIRequest, _ row: CertificateRequestRow, _ responder: Responder
  ) throws(Problem) {
    let chain = try request.body(CertificatesDoor.chainShape).text("certificate_chain")
    let uploaded: UploadedChain
    do throws(UploadedChain.Refusal) {
      uploaded = try UploadedChain(
        chain, for: row.request.csr, of: row.station, at: services.clock())
    } catch {
      throw Problem(
        422, "The certificate cannot be used: it \(error.rawValue).",
        errors: [.init(field: "certificate_chain", message: error.rawValue)])
    }
    finish(row, responder) { [self] () async throws(StoreError) in
      try await desk.keep(row, chain, uploaded.serialNumber, uploaded.expiresAt) ? nil : over(row)
    }
  }

  private func deny(
    _ request: APIRequest, _ row: CertificateRequestRow, _ responder: Responder
  ) throws(Problem) {
    let reason = try request.body(CertificatesDoor.denialShape).optionalText("reason")
    let now = services.clock()
    finish(row, responder) { [self] () async throws(StoreError) in
      let isEnded = try await services.store.write { (editor) throws(StoreError) in
        try editor.endCertificateRequest(
          row.id, from: .pending, as: .denied, note: reason, at: now)
      }
      return isEnded ? nil : over(row)
    }
  }

  private func revoke(
    _ request: APIRequest, _ row: CertificateRequestRow, _ responder: Responder
  ) throws(Problem) {
    let reason = try request.body(CertificatesDoor.denialShape).optionalText("reason")
    let now = services.clock()
    services.write(responder) { (editor) throws(StoreError) in
      (
        try editor.revokeCertificate(ofRequest: row.id, reason: reason, at: now),
        try editor.reader.certificateRequest(row.id)
      )
    } respond: { [self] isRevoked, after in
      guard isRevoked else {
        return responder.problem(
          Problem(
            409, "Certificate request \(row.id) has no certificate, or it is revoked already."))
      }
      services.renewRevocations { responder.json(CertificatesDoor.json(after ?? row)) }
    }
  }

  private func over(_ row: CertificateRequestRow) -> Problem {
    Problem(409, "Certificate request \(row.id) is not waiting any more.")
  }

  /// Does it on a loop, has the certificate brought, and answers with the request as it is then.
  private func finish(
    _ row: CertificateRequestRow, _ responder: Responder,
    _ deed: @escaping @Sendable () async throws(StoreError) -> Problem?
  ) {
    if row.status != .pending { return responder.problem(over(row)) }
    Task(executorPreference: services.gateway.shards[0].loop.taskExecutor) { [self] in
      do throws(StoreError) {
        if let problem = try await deed() { return responder.problem(problem) }
        services.care.visit(row.station, .certificate)
        let after = try await services.store.read { (reader) throws(StoreError) in
          try reader.certificateRequest(row.id)
        }
        responder.json(CertificatesDoor.json(after ?? row))
      } catch {
        services.log.error("store: \(error)")
        responder.problem(Problem(error))
      }
    }
  }

  private static func json(_ row: CertificateRequestRow) -> JSONValue {
    .members([
      ("id", .string("\(row.id)")), ("station_id", .text(row.station)),
      ("status", .text(row.status.word)), ("common_name", .text(row.request.commonName)),
      ("key_type", .text(row.request.keyType)), ("is_proven", .bool(row.request.isProven)),
      ("received_at", .instant(row.receivedAt)), ("csr", .text(row.request.csr)),
      ("certificate_chain", row.chain.map { .text($0) }),
      ("serial_number", row.serialNumber.map { .text($0) }),
      ("expires_at", row.expiresAt.map { .instant($0) }),
      ("issued_at", row.issuedAt.map { .instant($0) }), ("attempts", .integer(row.attempts)),
      ("ended_at", row.endedAt.map { .instant($0) }), ("note", row.note.map { .text($0) }),
    ])
  }
}
