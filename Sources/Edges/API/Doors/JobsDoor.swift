import CSMSCore
import Frames
import Gateway
import OCPPJSON
import Store

/// `/jobs…`: one command for many stations.
struct JobsDoor: Sendable {
  let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("POST", "/jobs") { [self] (request, responder) throws(Problem) in
        try create(request, responder)
      }.documented(
        Operation("Jobs", "Send one command to many stations", JobsDoor.advice)
          .takes(JobsDoor.bodyShape).answers(201, "The job, as it starts.", JobsDoor.shape)
          .problems(400, 422, 429, 503)),
      Route("GET", "/jobs") { [self] (request, responder) throws(Problem) in
        try list(request, responder)
      }.documented(
        Operation("Jobs", "The jobs, newest first").paged()
          .answers(200, "A page of jobs.", Shapes.page("jobs", JobsDoor.shape))
          .problems(400, 503)),
      Route("GET", "/jobs/{id}") { [self] (request, responder) throws(Problem) in
        try show(request, responder)
      }.documented(
        Operation("Jobs", "A job and what became of it at each station")
          .path("id", .anyText, "The job's id.").paged()
          .answers(200, "The job with a page of its stations.", JobsDoor.detailedShape)
          .problems(400, 404, 503)),
      Route("DELETE", "/jobs/{id}") { [self] (request, responder) throws(Problem) in
        try cancel(request, responder)
      }.documented(
        Operation(
          "Jobs", "Cancel a job",
          "No further station is asked. Those asked already may still answer; the job is cancelled "
            + "once they have, or their time is up."
        )
        .path("id", .anyText, "The job's id.").answers(202, "The job.", JobsDoor.shape)
        .problems(404, 409, 503)),
    ]
  }

  private static let advice = """
    The command is the last part of a path of /charge_points/{id}/ (local_list_version for the \
    version), with the same parameters. Either stations or filter says who gets it; a filter without \
    connected takes stations on record whether they are connected or not. Up to \
    \(JobLimits.stations) stations a job, \(JobLimits.running) jobs at a time. A job that runs when \
    the server stops is interrupted, not resumed.
    """

  // MARK: Making one

  private func create(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let body = try request.body(JobsDoor.bodyShape)
    guard let form = CommandForm.named(body.text("command").description) else {
      throw .invalid("command", "is unknown")
    }
    let parameters = body.value("parameters") ?? .object([])
    let command = try form.command(parameters, at: "parameters")
    try JobsDoor.refuseSecrets(command)
    do throws(CommandRefusal) {
      _ = try command.calls16(now: services.clock())
    } catch {
      throw Problem(error)
    }
    let job = JobRow(
      command: Text(form.name),
      // Kept for people to read: what is sent is in memory.
      parameters: Text(utf8: FrameSecrets.hidden(in: parameters.bytes)),
      timeout: body.optionalInteger("timeout_s"),
      parallelism: body.optionalInteger("parallelism") ?? JobLimits.defaultParallelism, total: 0,
      createdAt: services.clock())
    try select(body, responder) { [self] stations in
      start(job, command, stations, responder)
    }
  }

  /// A job's parameters are kept and shown, so that no key may be among them.
  private static func refuseSecrets(_ command: StationCommand) throws(Problem) {
    switch command {
    case .changeConfiguration(let key, _) where key.isAuthorizationKey:
      throw .invalid("parameters.key", "is a secret, which a job would keep; use rotate_key")
    case .rotateKey(_?):
      throw .invalid("parameters.key", "would be kept with the job; leave it out")
    default: break
    }
  }

  private func start(
    _ job: JobRow, _ command: StationCommand, _ stations: [Text], _ responder: Responder
  ) {
    if stations.count > JobLimits.stations {
      return responder.problem(
        Problem(422, "A job takes at most \(JobLimits.stations) stations; choose fewer."))
    }
    if stations.isEmpty {
      return responder.problem(.invalid("filter", "no station fits"))
    }
    services.jobs.start(job, command, on: stations) { [self] result in
      switch result {
      case nil:
        responder.problem(
          Problem(429, "\(JobLimits.running) jobs run already; wait for one, or cancel one."))
      case .failure(let error): responder.problem(Problem(error))
      case .success(let id): show(id, 201, responder)
      }
    }
  }

  // MARK: Choosing stations

  private func select(
    _ body: FormValues, _ responder: Responder,
    _ completion: @escaping @Sendable ([Text]) -> Void
  ) throws(Problem) {
    guard let filter = body.object("filter") else {
      let names = body.texts("stations")
      if names.isEmpty { throw .invalid("stations", "is required (or filter)") }
      var seen: Set<Text> = []
      return completion(names.filter { seen.insert($0).inserted })
    }
    if body.has("stations") { throw .invalid("stations", "excludes filter") }
    let (vendor, model) = (filter.optionalText("vendor"), filter.optionalText("model"))
    let (site, isConnected) = (filter.optionalText("site_id"), filter.boolean("connected"))
    let isNarrow = vendor != nil || model != nil || site != nil
    if !isNarrow && isConnected != true {
      throw .invalid("filter", "must say site_id, vendor, model, or connected: true")
    }
    let gateway = services.gateway
    if !isNarrow {
      return gateway.connections { completion($0.map(\.station)) }
    }
    services.read(responder) { (reader) throws(StoreError) in
      try reader.identities(vendor: vendor, model: model, site: site, limit: .max)
    } respond: { stations in
      // `connected: false` asks for those that are away.
      completion(
        stations.filter { isConnected == nil || gateway.isConnected($0) == isConnected })
    }
  }

  // MARK: Looking at them

  private func cancel(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let id = try JobsDoor.id(request)
    if let run = services.jobs.run(id) {
      run.cancel()
      return show(id, 202, responder)
    }
    services.read(responder) { (reader) throws(StoreError) in
      try reader.job(id)
    } respond: { job in
      guard let job else { return responder.problem(.notFound("Job \(id)")) }
      responder.problem(Problem(409, "Job \(id) is over: \(job.status.word)."))
    }
  }
}
