import Access
import OCPPJSON
import Store

/// `/users…`: the people who may sign in.
struct UsersDoor: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  static let role = Shape.words(Role.allCases.map(\.rawValue))
  static let password = Shape.text(
    AccessLimits.passwordBytes.lowerBound...AccessLimits.passwordBytes.upperBound)

  static let shape = Shape.named(
    "User",
    .object([
      .init("id", .anyText, required: true), .init("email", .anyText, required: true),
      .init("full_name", .anyText), .init("role", role, required: true),
      .init("company_id", .anyText, "The only company this person sees anything of."),
      .init("driver_id", .anyText, "The driver this person is."),
      .init("enabled", .boolean, required: true), .init("created_at", .instant, required: true),
      .init("updated_at", .instant, required: true), .init("last_login", .instant),
    ]))

  private static func bodyShape(isNew: Bool) -> Shape {
    .object([
      .init("email", .text(AccessLimits.emailCharacters), required: isNew),
      .init("password", password, "Kept as an argon2id hash.", required: isNew),
      .init("role", role, required: isNew), .init("full_name", .orNull(.text(0...255))),
      .init("company_id", .orNull(.text(1...64)), "Not for an admin."),
      .init("driver_id", .orNull(.text(1...64))), .init("enabled", .boolean),
    ])
  }

  static func json(_ user: UserRow) -> JSONValue {
    .members([
      ("id", .text(user.id)), ("email", .text(user.email)),
      ("full_name", user.fullName.map { .text($0) }), ("role", .text(user.role)),
      ("company_id", user.company.map { .text($0) }),
      ("driver_id", user.driver.map { .text($0) }), ("enabled", .bool(user.isEnabled)),
      ("created_at", .instant(user.createdAt)), ("updated_at", .instant(user.updatedAt)),
      ("last_login", user.lastLogin.map { .instant($0) }),
    ])
  }

  var routes: [Route] {
    [
      Route("GET", "/users") { [self] (request, responder) throws(Problem) in
        let limit = try request.integer("limit", default: 100, in: 1...1000)
        let cursor = request.query("cursor").map { Text($0).caseFolded }
        let rest = (services.access?.users ?? []).filter { user in
          cursor.map { $0 < user.email.caseFolded } ?? true
        }
        let page = rest.prefix(limit)
        responder.json(
          .members([
            ("users", .list(page.map { UsersDoor.json($0) })),
            ("next_cursor", page.count < rest.count ? page.last.map { .text($0.email) } : nil),
          ]))
      }.documented(
        Operation("Sign-in", "The people who may sign in").paged()
          .answers(200, "A page, by email.", Shapes.page("users", UsersDoor.shape))
          .problems(400)
      ).open(to: .admin, reach: .server),
      Route("POST", "/users") { [self] (request, responder) throws(Problem) in
        try create(try request.body(UsersDoor.bodyShape(isNew: true)), responder)
      }.documented(
        Operation("Sign-in", "Let a person sign in").takes(UsersDoor.bodyShape(isNew: true))
          .answers(201, "The user.", UsersDoor.shape).problems(400, 404, 409, 503)
      ).open(to: .admin, reach: .server),
      Route("GET", "/users/{id}") { [self] (request, responder) throws(Problem) in
        responder.json(UsersDoor.json(try user(request)))
      }.documented(
        Operation("Sign-in", "A person").path("id", .text(1...Int.max), "The user's id.")
          .answers(200, "The user.", UsersDoor.shape).problems(404)
      ).open(to: .admin, reach: .server),
      Route("PATCH", "/users/{id}") { [self] (request, responder) throws(Problem) in
        try patch(request, responder)
      }.documented(
        Operation(
          "Sign-in", "Change a person",
          "A change of password, role, company or enabled ends the person's sign-ins."
        )
        .path("id", .text(1...Int.max), "The user's id.").takes(UsersDoor.bodyShape(isNew: false))
        .answers(200, "The user.", UsersDoor.shape).problems(400, 404, 409, 503)
      ).open(to: .admin, reach: .server),
      Route("DELETE", "/users/{id}") { [self] (request, responder) throws(Problem) in
        let user = try user(request)
        services.changeAccess(responder) { (editor) throws(StoreError) in
          try editor.removeUser(user.id, keepsAnAdmin: true)
        } respond: {
          responder.empty()
        }
      }.documented(
        Operation("Sign-in", "Delete a person").path("id", .text(1...Int.max), "The user's id.")
          .answers(204, "Gone.").problems(404, 409, 503)
      ).open(to: .admin, reach: .server),
    ]
  }

  private func user(_ request: APIRequest) throws(Problem) -> UserRow {
    guard let user = services.access?.user(Text(request.argument(0))) else {
      throw .notFound("User \(request.argument(0))")
    }
    return user
  }

  private func create(_ body: FormValues, _ responder: Responder) throws(Problem) {
    let password = "\(body.text("password"))"
    try UsersDoor.check(password: password, at: "password")
    if (services.access?.users.count ?? 0) >= AccessLimits.users {
      throw Problem(409, "There are \(AccessLimits.users) users, which is as many as there may be.")
    }
    var user = UserRow(
      id: AccessDesk.makeUserID(), email: body.text("email"), passwordHash: Text(),
      role: body.text("role"), createdAt: services.clock())
    UsersDoor.apply(body, to: &user)
    try UsersDoor.check(email: body)
    try UsersDoor.check(user)
    let new = user
    try hash(password, responder) { hash in
      var user = new
      user.passwordHash = hash
      let final = user
      services.changeAccess(responder) { (editor) throws(StoreError) in
        try editor.createUser(final)
      } respond: {
        responder.json(201, UsersDoor.json(final))
      }
    }
  }

  private func patch(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let body = try request.body(UsersDoor.bodyShape(isNew: false))
    var user = try user(request)
    if let password = body.optionalText("password") {
      try UsersDoor.check(password: "\(password)", at: "password")
    }
    let id = user.id
    // What cannot be is refused before a password is hashed.
    UsersDoor.apply(body, to: &user)
    try UsersDoor.check(email: body)
    try UsersDoor.check(user)
    change(id, responder, password: body.optionalText("password").map { "\($0)" }) {
      (user) throws(StoreError) in
      UsersDoor.apply(body, to: &user)
      if let fault = UsersDoor.fault(of: user) {
        throw StoreError(.incomplete, path: "", "\(fault.field) \(fault.message)")
      }
    }
  }

  private static func apply(_ body: FormValues, to user: inout UserRow) {
    user.email = body.optionalText("email") ?? user.email
    user.role = body.optionalText("role") ?? user.role
    user.isEnabled = body.boolean("enabled") ?? user.isEnabled
    if body.has("full_name") { user.fullName = body.optionalText("full_name") }
    if body.has("company_id") { user.company = body.optionalText("company_id") }
    if body.has("driver_id") { user.driver = body.optionalText("driver_id") }
  }

  /// Changes a person and answers with what became of it.
  /// - Parameters:
  ///   - password: the new one, if it is to be changed.
  ///   - apply: the rest, to the person as it is by then.
  func change(
    _ id: Text, _ responder: Responder, password: String?,
    _ apply: @escaping @Sendable (inout UserRow) throws(StoreError) -> Void
  ) {
    let now = services.clock()
    let write: @Sendable (Text?) -> Void = { hash in
      services.changeAccess(responder) { (editor) throws(StoreError) in
        try editor.changeUser(id, at: now) { (user) throws(StoreError) in
          try apply(&user)
          user.passwordHash = hash ?? user.passwordHash
        }
      } respond: { user in
        responder.json(UsersDoor.json(user))
      }
    }
    guard let password else { return write(nil) }
    do throws(Problem) {
      try hash(password, responder) { write($0) }
    } catch {
      responder.problem(error)
    }
  }

  private func hash(
    _ password: String, _ responder: Responder, _ completion: @escaping @Sendable (Text) -> Void
  ) throws(Problem) {
    guard let desk = services.access, desk.hash(password, completion) else {
      throw Problem(503, "Passwords cannot be hashed at this moment; try again.")
    }
  }

  private static func check(email body: FormValues) throws(Problem) {
    if let email = body.optionalText("email"), !AccessLimits.isEmail("\(email)") {
      throw .invalid("email", "must be a name, @ and a place")
    }
  }

  static func check(password: String, at field: String) throws(Problem) {
    let range = AccessLimits.passwordBytes
    if !range.contains(password.utf8.count) {
      throw .invalid(field, "must have \(range.lowerBound) to \(range.upperBound) bytes")
    }
  }

  private static func check(_ user: UserRow) throws(Problem) {
    if let fault = fault(of: user) { throw .invalid(fault.field, fault.message) }
  }

  private static func fault(of user: UserRow) -> (field: String, message: String)? {
    if user.role == "admin" && user.company != nil {
      return ("company_id", "an admin is not bound to a company")
    }
    if user.role == "driver" && user.driver == nil {
      return ("driver_id", "is required for the role driver")
    }
    return nil
  }
}

extension Services {
  /// Changes users or keys and, once that is durable and holds, answers.
  func changeAccess<Value: Sendable>(
    _ responder: Responder,
    _ edit: @escaping @Sendable (StoreEditor) throws(StoreError) -> Value,
    respond: @escaping @Sendable (Value) -> Void
  ) {
    guard let access else {
      return responder.problem(Problem(503, "Nobody can sign in at this server."))
    }
    access.change(edit) { finish($0, responder, respond) }
  }
}
