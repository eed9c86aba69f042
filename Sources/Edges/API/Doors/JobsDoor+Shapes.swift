import Store

/// What a job looks like in a request and in an answer.
extension JobsDoor {
  static let bodyShape = Shape.object([
    .init("command", .words(CommandForm.all.map(\.name)), required: true),
    .init("parameters", .map(.anything), "As in the command's own path."),
    .init("stations", .list(.text(1...48), 1...JobLimits.stations), "Their identities."),
    .init(
      "filter",
      .object([
        .init("connected", .boolean, "Only those that are connected."),
        .init("site_id", .text(1...64), "Only those of this site."),
        .init("vendor", .text(1...20), "As in its BootNotification."),
        .init("model", .text(1...20), "As in its BootNotification."),
      ]), "At least one of its members."),
    .init(
      "parallelism", .integer(JobLimits.parallelism),
      "Stations asked at a time (\(JobLimits.defaultParallelism))."),
    CommandForm.timeout,
  ])

  static let members: [Shape.Member] = [
    .init("id", .anyText, required: true), .init("command", .anyText, required: true),
    .init("parameters", .map(.anything), required: true),
    .init("status", .words(JobStatus.allCases.map(\.word)), required: true),
    .init("parallelism", .positive, required: true), .init("timeout_s", .positive),
    .init("total", .natural, required: true),
    .init("answered", .natural, "Stations that answered, whatever they said.", required: true),
    .init(
      "failed", .natural, "Stations that could not be asked or did not answer.", required: true),
    .init("waiting", .natural, "All others.", required: true),
    .init("in_flight", .natural, "Of those that wait: asked already.", required: true),
    .init("created_at", .instant, required: true), .init("finished_at", .instant),
  ]

  static let shape = Shape.named("Job", .object(members))

  static let detailedShape = Shape.object(
    members + [
      .init(
        "stations",
        .list(
          .object([
            .init("station", .anyText, required: true),
            .init(
              "status", .words(["waiting", "answered", "failed", "cancelled", "interrupted"]),
              required: true),
            .init("answer", CommandReport.shape),
            .init(
              "problem",
              .object([
                .init("status", .integer(400...599), required: true),
                .init("title", .anyText, required: true),
                .init("detail", .anyText, required: true),
              ])),
            .init("finished_at", .instant),
          ])), required: true), Shapes.cursor,
    ])
}
