import CSMSCore
import Frames
import Gateway
import Network
import OCPPJSON
import ServerLog
import Store

extension StationCareDoor {
  /// As many settings as one station may be wanted to have.
  private static let wantedLimit = 500

  private static let setting = Shape.object([
    .init("key", .anyText, required: true), .init("value", .anyText, "As it was read last."),
    .init("readonly", .boolean), .init("read_at", .instant),
    .init("wanted", .anyText, "What it shall be."),
    .init("result", .anyText, "The station's word to the last attempt."),
    .init("tried_at", .instant),
    .init("state", .words(SettingState.allCases.map { "\($0.word)" }), required: true),
  ])

  private static let configuration = Shape.object([
    .init("station_id", .anyText, required: true), .init("read_at", .instant),
    .init(
      "in_step", .boolean, "Whether everything that is wanted is so.", required: true),
    .init("settings", .list(setting), "By key.", required: true),
  ])

  private static let wanted = Shape.object([
    .init(
      "settings",
      .list(
        .object([
          .init("key", .text(1...50), required: true),
          .init("value", .text(0...500), required: true),
        ]), 0...wantedLimit), "All that is wanted; what is left out is left to the station.",
      required: true)
  ])

  var configurationRoutes: [Route] {
    [
      Route("GET", "/charge-points/{id}/configuration") {
        [self] (request, responder) throws(Problem) in
        let isDrift = try request.boolean("drift")
        show(Text(request.argument(0)), onlyDrift: isDrift, responder)
      }.documented(
        Operation(
          "Stations", "A station's settings, as they are and as they shall be",
          "As they were read last; POST …/configuration/apply reads them again."
        )
        .station().query("drift", .boolean, "Only those that are not as they shall be.")
        .answers(200, "The settings.", StationCareDoor.configuration).problems(400, 404, 503)),
      Route("PUT", "/charge-points/{id}/configuration") {
        [self] (request, responder) throws(Problem) in
        try setWanted(request, responder)
      }.documented(
        Operation(
          "Stations", "Say what a station's settings shall be",
          "A connected station is told at once, another one when it boots."
        )
        .station().takes(StationCareDoor.wanted)
        .answers(200, "The settings.", StationCareDoor.configuration).problems(400, 404, 503)),
      Route("POST", "/charge-points/{id}/configuration/apply") { [self] request, responder in
        apply(Text(request.argument(0)), responder)
      }.documented(
        Operation(
          "Stations", "Read a station's settings and make them what they shall be",
          "Answers when that is done."
        )
        .station().answers(200, "The settings.", StationCareDoor.configuration)
        .problems(404, 429, 502, 503, 504)),
    ]
  }

  private func show(_ station: Text, onlyDrift: Bool = false, _ responder: Responder) {
    services.read(responder) { (reader) throws(StoreError) in
      try reader.station(station) == nil
        ? nil
        : (try reader.configuration(of: station), try reader.wantedConfiguration(of: station))
    } respond: { found in
      guard let (rows, wanted) = found else {
        return responder.problem(.notFound("Charge point \(station)"))
      }
      let settings = StationCare.settings(rows, wanted)
      let isInStep = settings.allSatisfy { $0.wanted == nil || $0.state == .inStep }
      let shown = settings.filter {
        !onlyDrift || ($0.wanted != nil && $0.state != .inStep)
      }
      responder.json(
        .members([
          ("station_id", .text(station)),
          ("read_at", rows.map(\.readAt).max().map { .instant($0) }), ("in_step", .bool(isInStep)),
          ("settings", .list(shown.map { StationCareDoor.json($0) })),
        ]))
    }
  }

  private static func json(_ setting: StationCare.Setting) -> JSONValue {
    .members([
      ("key", .text(setting.key)), ("value", setting.entry?.value.map { .text($0) }),
      ("readonly", setting.entry.map { .bool($0.isReadOnly) }),
      ("read_at", setting.readAt.map { .instant($0) }),
      ("wanted", setting.wanted.map { .text($0) }), ("result", setting.result.map { .text($0) }),
      ("tried_at", setting.triedAt.map { .instant($0) }),
      ("state", .string("\(setting.state.word)")),
    ])
  }

  private func setWanted(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let body = try request.body(StationCareDoor.wanted)
    let station = Text(request.argument(0))
    var settings: [(key: Text, value: Text)] = []
    var keys: Set<Text> = []
    if case .list(let items)? = body.value("settings") {
      for (index, item) in items.enumerated() {
        let values = FormValues(item)
        if values.text("key").isAuthorizationKey {
          throw .invalid(
            "settings[\(index)].key",
            "is a secret, which is not kept; POST /charge_points/{id}/rotate_key changes it")
        }
        if FrameSecrets.isTelling(values.text("key").description) {
          throw .invalid(
            "settings[\(index)].key",
            "is a secret, which is not kept: set it with change_configuration")
        }
        guard keys.insert(values.text("key").caseFolded).inserted else {
          throw .invalid("settings[\(index)].key", "stands in the list twice")
        }
        settings.append((values.text("key"), values.text("value")))
      }
    }
    let final = settings
    services.write(responder) { (editor) throws(StoreError) in
      try editor.setWantedConfiguration(final, of: station)
    } respond: { [self] in
      if services.gateway.isConnected(station) { services.care.visit(station, .settings) }
      show(station, responder)
    }
  }

  private func apply(_ station: Text, _ responder: Responder) {
    need(station, responder) { [self] in
      services.commands.run(.readConfiguration(keys: []), on: station, timeout: nil) {
        [self] result in
        if case .failure(let problem) = result { return responder.problem(problem) }
        Task(executorPreference: services.gateway.shards[0].loop.taskExecutor) {
          do throws(StoreError) {
            _ = try await services.care.applySettings(at: station)
            show(station, responder)
          } catch {
            services.log.error("store: \(error)")
            responder.problem(Problem(error))
          }
        }
      }
    }
  }
}
