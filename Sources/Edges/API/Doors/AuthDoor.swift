import Access
import Gateway
import Network
import OCPPJSON
import ServerLog
import Store

/// `/auth…`: people sign in, stay signed in, and leave.
struct AuthDoor: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] { [login, refresh, logout, me, password] }

  private static let loginShape = Shape.object([
    .init("email", .text(1...320), required: true),
    .init("password", .text(1...256), required: true),
  ])

  static let tokensShape = Shape.named(
    "Tokens",
    .object([
      .init("access_token", .anyText, "To be shown with every request.", required: true),
      .init("token_type", .words(["Bearer"]), required: true),
      .init("expires_in", .positive, "Seconds the access token is good.", required: true),
      .init("refresh_token", .anyText, "Good once, for POST /auth/refresh.", required: true),
      .init("refresh_expires_in", .positive, "In seconds.", required: true),
      .init("user", UsersDoor.shape, required: true),
    ]))

  private var login: Route {
    Route("POST", "/auth/login", isPublic: true) { [self] (request, responder) throws(Problem) in
      let body = try request.body(AuthDoor.loginShape)
      guard let desk = services.access else { return responder.problem(AuthDoor.wrong) }
      desk.signIn(
        email: "\(body.text("email"))", password: "\(body.text("password"))",
        address: AuthDoor.address(request.http.remoteAddress)
      ) { result in
        noteFailure(result, request)
        answer(result, audited(responder, result, request, email: body.text("email")))
      }
    }.documented(
      Operation(
        "Sign-in", "Sign in",
        "After \(AccessLimits.failuresPerAccount) failures of an account, or "
          + "\(AccessLimits.failuresPerAddress) of an address, within "
          + "\(AccessLimits.failureWindowSeconds / 60) minutes it is 429 until they are over."
      )
      .takes(AuthDoor.loginShape).answers(200, "Signed in.", AuthDoor.tokensShape)
      .problems(400, 401, 429, 503))
  }

  private static let refreshShape = Shape.object([
    .init("refresh_token", .text(1...512), required: true)
  ])

  private var refresh: Route {
    Route("POST", "/auth/refresh", isPublic: true) { [self] (request, responder) throws(Problem) in
      let body = try request.body(AuthDoor.refreshShape)
      guard let desk = services.access else { return responder.problem(AuthDoor.stale) }
      desk.refresh("\(body.text("refresh_token"))") { result in
        noteFailure(result, request, "A refresh token that is not good was shown.")
        let responder = audited(responder, result, request)
        switch result {
        case .failure(.wrong), .failure(.shownTwice): responder.problem(AuthDoor.stale)
        case .success, .failure(.throttled), .failure(.busy), .failure(.store):
          answer(result, responder)
        }
      }
    }.documented(
      Operation(
        "Sign-in", "Exchange a refresh token for new tokens",
        "Each is good once. Whoever shows one a second time ends the sign-in, for everybody who "
          + "has a copy."
      )
      .takes(AuthDoor.refreshShape).answers(200, "Signed in still.", AuthDoor.tokensShape)
      .problems(400, 401, 503))
  }

  private static let wrong = Problem(401, "The email or the password is wrong.")
  private static let stale = Problem(401, "The refresh token is not good any more; sign in again.")

  /// The responder that writes a line of the audit log: for who came in, or was known and did not.
  /// Strangers' words are not kept, perhaps a password in the wrong place; nor is what did not come
  /// to a check, of which anybody can send any number.
  /// - Parameter email: as it was given with a password.
  private func audited(
    _ responder: Responder, _ result: Result<Tokens, SignInRefusal>, _ request: APIRequest,
    email: Text? = nil
  ) -> Responder {
    let user: UserRow?
    switch result {
    case .success(let tokens): user = tokens.user
    case .failure(.shownTwice(let known)): user = known
    case .failure(.wrong):
      guard let email else { return responder }
      user = services.access?.user(withEmail: email)
    case .failure(.throttled), .failure(.busy), .failure(.store): return responder
    }
    var responder = responder
    responder.trail = AuditTrail(
      services: services, request: request, actor: user.map { "user \($0.email)" } ?? "nobody",
      company: user?.company)
    return responder
  }

  /// Whoever guesses is on record; what was shown is not.
  private func noteFailure(
    _ result: Result<Tokens, SignInRefusal>, _ request: APIRequest,
    _ detail: String = "A sign-in failed."
  ) {
    switch result {
    case .failure(.wrong), .failure(.shownTwice):
      services.report(.failedSignIn, from: request.http, detail)
    case .failure(.throttled):
      services.report(
        .failedSignIn, from: request.http, "A sign-in was refused: too many failures.")
    case .success, .failure(.busy), .failure(.store): break
    }
  }

  private func answer(_ result: Result<Tokens, SignInRefusal>, _ responder: Responder) {
    switch result {
    case .success(let tokens): responder.json(AuthDoor.json(tokens))
    case .failure(.wrong), .failure(.shownTwice): responder.problem(AuthDoor.wrong)
    case .failure(.busy):
      responder.problem(
        Problem(503, "Too many sign in at this moment; try again."), headers: [("Retry-After", "2")]
      )
    case .failure(.throttled(let seconds)):
      responder.problem(
        Problem(429, "Too many failures; try again in \(seconds) seconds."),
        headers: [("Retry-After", "\(seconds)")])
    case .failure(.store(let error)):
      services.log.error("store: \(error)")
      responder.problem(Problem(error))
    }
  }

  private static func json(_ tokens: Tokens) -> JSONValue {
    [
      "access_token": .string(tokens.access), "token_type": "Bearer",
      "expires_in": .integer(Int(AccessLimits.accessTokenSeconds)),
      "refresh_token": .string(tokens.refresh),
      "refresh_expires_in": .integer(Int(AccessLimits.refreshTokenSeconds)),
      "user": UsersDoor.json(tokens.user),
    ]
  }

  /// `address:port` without the port.
  static func address(_ place: String) -> String {
    place.lastIndex(of: ":").map { String(place[..<$0]) } ?? place
  }

  private var logout: Route {
    Route("POST", "/auth/logout") { [self] (request, responder) throws(Problem) in
      guard case .user(_, _, let signIn) = request.principal.proof, let desk = services.access
      else {
        throw Problem(400, "Who shows a key is not signed in; keys are revoked at /api-keys.")
      }
      desk.signOut(signIn) { result in
        switch result {
        case .success: responder.empty()
        case .failure(let error): responder.problem(Problem(error))
        }
      }
    }.documented(
      Operation("Sign-in", "Sign out", "The access token and the refresh token are void at once.")
        .answers(204, "Signed out.").problems(400, 503)
    ).open(to: .driver, reach: .nothing)
  }

  private var me: Route {
    Route("GET", "/auth/me") { [self] request, responder in
      let principal = request.principal
      var user: JSONValue?
      if case .user(let id, _, _) = principal.proof {
        user = services.access?.user(id).map { UsersDoor.json($0) }
      }
      responder.json(
        .members([
          ("name", .string(principal.actor)), ("role", .string(principal.role.rawValue)),
          ("company_id", principal.company.map { .text($0) }),
          ("driver_id", principal.driver.map { .text($0) }), ("user", user),
        ]))
    }.documented(
      Operation("Sign-in", "Who am I")
        .answers(
          200, "The sender of this request.",
          .object([
            .init("name", .anyText, "As it stands in the audit log.", required: true),
            .init("role", UsersDoor.role, required: true), .init("company_id", .anyText),
            .init("driver_id", .anyText), .init("user", UsersDoor.shape, "Of a person."),
          ]))
    ).open(to: .driver, reach: .nothing)
  }

  private static let passwordShape = Shape.object([
    .init("current_password", .text(1...256), required: true),
    .init("new_password", UsersDoor.password, required: true),
  ])

  private var password: Route {
    Route("PUT", "/auth/password") { [self] (request, responder) throws(Problem) in
      let body = try request.body(AuthDoor.passwordShape)
      guard case .user(let id, let email, _) = request.principal.proof, let desk = services.access
      else { throw Problem(400, "Who shows a key has no password.") }
      let fresh = "\(body.text("new_password"))"
      try UsersDoor.check(password: fresh, at: "new_password")
      // The same door as everybody's, with its throttle.
      desk.signIn(
        email: "\(email)", password: "\(body.text("current_password"))",
        address: AuthDoor.address(request.http.remoteAddress)
      ) { result in
        noteFailure(result, request)
        guard case .success(let tokens) = result else { return answer(result, responder) }
        let known = tokens.user.passwordHash
        UsersDoor(services).change(id, responder, password: fresh) { (user) throws(StoreError) in
          // Who knows a password that was good a moment ago does not undo the new one.
          if user.passwordHash != known {
            throw StoreError(.exists, path: "", "the password was changed meanwhile")
          }
        }
      }
    }.documented(
      Operation("Sign-in", "Change the own password", "All sign-ins end.")
        .takes(AuthDoor.passwordShape).answers(200, "The user.", UsersDoor.shape)
        .problems(400, 401, 404, 409, 429, 503)
    ).open(to: .driver, reach: .nothing)
  }
}
