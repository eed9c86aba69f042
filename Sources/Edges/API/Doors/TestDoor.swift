import CSMSCore
import Gateway
import Network
import OCPP16
import OCPPJSON
import OCPPRPC
import Store

/// `/api/octt/…`: the trigger API of conformance suites, only there with `--test-api`.
struct TestDoor: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("POST", "/api/octt/set-basic-auth-password") {
        [self] (request, responder) throws(Problem) in
        try setPassword(request, responder)
      }.documented(
        Operation("Test API", "Give a station a password", "A station not on record is put there.")
          .takes(TestDoor.passwordShape).answers(204, "It counts from the next connection on.")
          .problems(400, 503)),
      Route("POST", "/api/octt/create-token") { [self] (request, responder) throws(Problem) in
        try createToken(request, responder)
      }.documented(
        Operation("Test API", "Put a token on record").takes(TestDoor.tokenShape)
          .answers(201, "The token.", TestDoor.tokenShape).problems(400, 503)),
      Route("POST", "/api/octt/{version}/{station}/{action}") {
        [self] (request, responder) throws(Problem) in
        let words = request.argument(2).split(separator: "-", omittingEmptySubsequences: false)
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        try call(request, name, responder)
      }.documented(TestDoor.operation("The action in kebab-case: remote-start-transaction.")),
      Route("POST", "/api/octt/{version}/{station}/call/{action}") {
        [self] (request, responder) throws(Problem) in
        try call(request, request.argument(2), responder)
      }.documented(TestDoor.operation("The action's own name: RemoteStartTransaction.")),
    ]
  }

  private static func operation(_ action: String) -> Operation {
    Operation(
      "Test API", "Send a call",
      "The body is the call's payload. Versions other than 1.6 are a 501 until they are there."
    )
    .path("version", .words(["1.6", "2.0.1", "2.1"]), "The version of OCPP.").station("station")
    .path("action", .text(1...Int.max), action)
    .takes(.map(.anything), required: false)
    .answers(200, "The station's CALLRESULT or CALLERROR.", answerShape)
    .problems(400, 404, 409, 422, 429, 501, 502, 503, 504)
  }

  private static let answerShape = Shape.object([
    .init("type", .words(["result", "error"]), required: true),
    .init("payload", .map(.anything), "Of a CALLRESULT."),
    .init("code", .anyText, "Of a CALLERROR."), .init("description", .anyText),
    .init("details", .anything),
  ])

  private static let passwordShape = Shape.object([
    .init("station_id", .text(1...48), required: true),
    .init(
      "password", .text(PasswordDigest.minimumLength...PasswordDigest.maximumLength),
      required: true),
  ])

  private static let tokenShape = Shape.object([
    .init("token_id", .idTag, required: true),
    .init("status", Shapes.tokenStatus, required: true),
  ])

  // MARK: Calls

  private func call(_ request: APIRequest, _ name: String, _ responder: Responder) throws(Problem) {
    let (version, station) = (request.argument(0), Text(request.argument(1)))
    switch version {
    case "1.6": break
    case "2.0.1", "2.1": throw Problem(501, "This build does not speak OCPP \(version) yet.")
    default: throw .notFound("OCPP \(version)")
    }
    guard let action = Action(word: Text(name)), action.sentByCentralSystem else {
      throw .notFound("OCPP 1.6 has no action \"\(name)\" that a central system sends; it")
    }
    let call = try StationCall(action, payload: request.http.body)
    services.commands.keys.call(
      station, action: call.action.rawValue, payload: call.payload, timeout: nil
    ) { result in
      switch result {
      case .success(let payload):
        let value = (try? JSONValue(parsing: payload)) ?? [:]
        responder.json(["type": "result", "payload": value])
      case .failure(.call(.callError(let error))):
        responder.json(
          .members([
            ("type", "error"), ("code", .text(error.code)),
            ("description", .text(error.description)),
            ("details", error.details.flatMap { try? JSONValue(parsing: $0.bytes) }),
          ]))
      case .failure(let failure): responder.problem(Problem(failure, station))
      }
    }
  }

  // MARK: What suites prepare

  private func setPassword(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let body = try request.body(TestDoor.passwordShape)
    let name = body.text("station_id")
    guard StationIdentity.isValid(name.description) else {
      throw .invalid("station_id", "must be letters, digits or any of * - _ = : + | @ .")
    }
    let digest = PasswordDigest(password: body.text("password").bytes)
    let now = services.clock()
    var change = StationChange()
    change.credential = .set(StationCredential(salt: digest.salt, digest: digest.digest))
    let wanted = change
    services.write(responder) { (editor) throws(StoreError) in
      do throws(StoreError) {
        try editor.createStation(name, wanted, at: now)
      } catch {
        if error.code != .exists { throw error }
        try editor.updateStation(name, wanted)
      }
    } respond: { [self] in
      services.gateway.directory.update(name) { access in
        access = access ?? StationAccess()
        access?.credential = digest
        access?.trials = []
      }
      responder.empty()
    }
  }

  private func createToken(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let body = try request.body(TestDoor.tokenShape)
    let record = TokenRecord(idTag: body.text("token_id"), status: body.word("status", .invalid))
    services.write(responder) { (editor) throws(StoreError) in
      try editor.putToken(
        TokenRow(idTag: record.idTag, status: record.status.word, expiry: nil, parent: nil))
    } respond: { [self] in
      services.tokens.set(record)
      responder.json(
        201, ["token_id": .text(record.idTag), "status": .text(record.status.word)])
    }
  }
}
