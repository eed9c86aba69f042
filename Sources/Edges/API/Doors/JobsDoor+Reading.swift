import OCPPJSON
import Store

/// How jobs are listed and shown.
extension JobsDoor {
  func list(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let cursor = try request.integer("cursor", default: .max, in: 0...Int.max)
    services.read(responder) { (reader) throws(StoreError) in
      try reader.jobs(limit: limit, before: cursor)
    } respond: { [self] rows in
      responder.json(
        .members([
          ("jobs", .list(rows.map { .members(members($0)) })),
          ("next_cursor", rows.count == limit ? rows.last.map { .string("\($0.id)") } : nil),
        ]))
    }
  }

  func show(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let id = try JobsDoor.id(request)
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let cursor = try request.integer("cursor", default: -1, in: 0...Int.max)
    services.read(responder) { (reader) throws(StoreError) in
      (try reader.job(id), try reader.stations(ofJob: id, limit: limit, after: cursor))
    } respond: { [self] job, rows in
      guard let job else { return responder.problem(.notFound("Job \(id)")) }
      let next = rows.count == limit ? rows.last.map { JSONValue.string("\($0.position)") } : nil
      responder.json(
        .members(
          members(job) + [
            ("stations", .list(rows.map { JobsDoor.json($0, job.status) })), ("next_cursor", next),
          ]))
    }
  }

  func show(_ id: Int, _ status: Int, _ responder: Responder) {
    services.read(responder) { (reader) throws(StoreError) in
      try reader.job(id)
    } respond: { [self] job in
      guard let job else { return responder.problem(.notFound("Job \(id)")) }
      responder.json(status, .members(members(job)))
    }
  }

  static func id(_ request: APIRequest) throws(Problem) -> Int {
    guard let id = Int(request.argument(0)), id > 0 else {
      throw .notFound("Job \(request.argument(0))")
    }
    return id
  }

  func members(_ job: JobRow) -> [(String, JSONValue?)] {
    let parameters = try? JSONValue(parsing: job.parameters.bytes)
    return [
      ("id", .string("\(job.id)")), ("command", .text(job.command)), ("parameters", parameters),
      ("status", .string(job.status.word)), ("parallelism", .integer(job.parallelism)),
      ("timeout_s", job.timeout.map { .integer($0) }), ("total", .integer(job.total)),
      ("answered", .integer(job.answered)), ("failed", .integer(job.failed)),
      ("waiting", .integer(job.total - job.answered - job.failed)),
      ("in_flight", .integer(services.jobs.run(job.id)?.inFlight ?? 0)),
      ("created_at", .instant(job.createdAt)),
      ("finished_at", job.finishedAt.map { .instant($0) }),
    ]
  }

  private static func json(_ row: JobStationRow, _ status: JobStatus) -> JSONValue {
    let outcome = row.outcome.flatMap { try? JSONValue(parsing: $0.bytes) }
    let word =
      switch (row.isFailure, status) {
      case (true?, _): "failed"
      case (false?, _): "answered"
      case (nil, .running), (nil, .completed): "waiting"
      case (nil, .cancelled): "cancelled"
      case (nil, .interrupted): "interrupted"
      }
    return .members([
      ("station", .text(row.station)), ("status", .string(word)),
      ("answer", row.isFailure == false ? outcome : nil),
      ("problem", row.isFailure == true ? outcome : nil),
      ("finished_at", row.finishedAt.map { .instant($0) }),
    ])
  }
}
