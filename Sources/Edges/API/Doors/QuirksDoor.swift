import CSMSCore
import Foundation
import Gateway
import OCPPJSON
import Store

/// `/stations/quirks`: what stations do wrong, by vendor, model and firmware, and which rules mend it.
struct QuirksDoor: Sendable {
  private static let setting: Text = "quirk_switches"

  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/stations/quirks") { [self] (request, responder) throws(Problem) in
        try report(request, responder)
      }.documented(
        Operation(
          "Stations", "How well stations keep to the specification",
          "Since the server started, by vendor, model and firmware. score is the share of messages, "
            + "in percent, that were valid as they came; the others were mended by the rules named "
            + "in quirks, or refused."
        )
        .query("vendor", .anyText, "Of this vendor only.")
        .query("station_id", .anyText, "Of this station only.")
        .answers(200, "The rules, the switches, and a row per firmware.", QuirksDoor.shape)
        .problems(503)),
      Route("PATCH", "/stations/quirks") { [self] (request, responder) throws(Problem) in
        try change(request, responder)
      }.documented(
        Operation(
          "Stations", "Switch a rule",
          "For a station, for a vendor, or everywhere; the narrower switch wins. Null takes the "
            + "switch away. Counts within a second."
        )
        .takes(QuirksDoor.changeShape)
        .answers(200, "All switches.", .object([QuirksDoor.switches])).problems(400, 409, 503)),
    ]
  }

  // MARK: Shapes

  private static let rule = Shape.words(QuirkRule.allCases.map { "\($0.name)" })

  private static let switches = Shape.Member(
    "switches",
    .list(
      .object([
        .init("rule", rule, required: true), .init("enabled", .boolean, required: true),
        .init("vendor", .anyText), .init("station_id", .anyText),
      ])), required: true)

  private static let changeShape = Shape.object([
    .init("rule", rule, required: true), .init("enabled", .orNull(.boolean), required: true),
    .init("vendor", .text(1...20)), .init("station_id", .text(1...48)),
  ])

  private static let shape = Shape.object([
    .init(
      "rules",
      .list(
        .object([
          .init("rule", rule, required: true), .init("summary", .anyText, required: true),
          .init("enabled", .boolean, "Where no switch says otherwise.", required: true),
        ])), required: true),
    switches,
    .init(
      "firmwares",
      .list(
        .object([
          .init("vendor", .anyText), .init("model", .anyText), .init("firmware_version", .anyText),
          .init("stations", .natural, required: true),
          .init("messages", .integer(0...Int.max), required: true),
          .init("mended", .integer(0...Int.max), required: true),
          .init("refused", .integer(0...Int.max), required: true),
          .init("score", .number, "In percent; not there without messages."),
          .init(
            "quirks", .map(.integer(0...Int.max)), "How often each rule was needed.", required: true
          ),
        ])), "The least conformant first.", required: true),
  ])

  // MARK: The report

  /// A firmware of a model.
  private struct Make: Hashable {
    var vendor: String?
    var model: String?
    var firmware: String?
  }

  private func report(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let station = request.query("station_id").map { Text($0) }
    let vendor = request.query("vendor")?.lowercased()
    let policy = services.gateway.quirks.policy
    services.gateway.conformance { counts in
      let wanted = station.map { name in counts.filter { $0.key == name } } ?? counts
      services.read(responder) { (reader) throws(StoreError) in
        var sums: [Make: (stations: Int, sum: Conformance)] = [:]
        for (name, conformance) in wanted {
          let boot = try reader.station(name)?.boot
          let make = Make(
            vendor: boot?.vendor.description, model: boot?.model.description,
            firmware: boot?.firmwareVersion?.description)
          if let vendor, make.vendor?.lowercased() != vendor { continue }
          sums[make, default: (0, Conformance())].stations += 1
          sums[make]?.sum.add(conformance)
        }
        return JSONValue.list(
          sums.sorted { ($0.value.sum.score ?? 101) < ($1.value.sum.score ?? 101) }
            .map { QuirksDoor.row($0.key, $0.value.stations, $0.value.sum) })
      } respond: { rows in
        responder.json(
          .members([
            ("rules", .list(QuirkRule.allCases.map { QuirksDoor.rule($0, policy) })),
            ("switches", QuirksDoor.list(policy)), ("firmwares", rows),
          ]))
      }
    }
  }

  private static func rule(_ rule: QuirkRule, _ policy: QuirkPolicy) -> JSONValue {
    let isOn = policy.rules(of: "", vendor: nil).contains(rule.bit)
    return .members([
      ("rule", .string("\(rule.name)")), ("summary", .string("\(rule.summary)")),
      ("enabled", .bool(isOn)),
    ])
  }

  private static func row(_ make: Make, _ stations: Int, _ sum: Conformance) -> JSONValue {
    let needed = QuirkRule.allCases.filter {
      !sum.byRule.isEmpty && sum.byRule[Int($0.rawValue)] > 0
    }
    return .members([
      ("vendor", make.vendor.map { .string($0) }), ("model", make.model.map { .string($0) }),
      ("firmware_version", make.firmware.map { .string($0) }),
      ("stations", .integer(stations)), ("messages", .integer(Int(sum.messages))),
      ("mended", .integer(Int(sum.mended))), ("refused", .integer(Int(sum.refused))),
      (
        "score",
        sum.score.map { .number(Decimal(mantissa: Int64(($0 * 100).rounded(.down)), exponent: -2)) }
      ),
      (
        "quirks",
        .object(
          needed.map { .init("\($0.name)", .integer(Int(sum.byRule[Int($0.rawValue)]))) })
      ),
    ])
  }

  // MARK: Switches

  private static func list(_ policy: QuirkPolicy) -> JSONValue {
    .list(
      policy.switches.map { item in
        var vendor: Text?
        var station: Text?
        switch item.scope {
        case .everywhere: break
        case .vendor(let name): vendor = name
        case .station(let name): station = name
        }
        return .members([
          ("rule", .string("\(item.rule.name)")), ("enabled", .bool(item.isOn)),
          ("vendor", vendor.map { .text($0) }), ("station_id", station.map { .text($0) }),
        ])
      })
  }

  private func change(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let values = try request.body(QuirksDoor.changeShape)
    if values.has("vendor") && values.has("station_id") {
      throw .invalid("vendor", "excludes station_id")
    }
    guard QuirksDoor.apply(values, to: services.gateway.quirks) else {
      throw Problem(409, "There are as many switches as may be (\(QuirkPolicy.switchLimit)).")
    }
    let board = services.gateway.quirks
    services.write(responder) { (editor) throws(StoreError) in
      // As they are by then: of two changes at once the later list has both.
      let all = QuirksDoor.list(board.policy)
      try editor.setSetting(QuirksDoor.setting, to: Text(utf8: all.bytes))
      return all
    } respond: { all in
      responder.json(.members([("switches", all)]))
    }
  }

  /// A switch as it is written in a body, or was kept; false when there are too many.
  private static func apply(_ values: FormValues, to board: QuirkBoard) -> Bool {
    let name = values.text("rule").description
    guard let rule = QuirkRule.allCases.first(where: { "\($0.name)" == name }) else { return true }
    var scope = QuirkPolicy.Scope.everywhere
    if let vendor = values.optionalText("vendor") { scope = .vendor(vendor.caseFolded) }
    if let station = values.optionalText("station_id") { scope = .station(station) }
    return board.change { $0.set(rule, in: scope, to: values.boolean("enabled")) }
  }

  /// Takes the switches and the vendors that were kept.
  func load() throws(StoreError) {
    let board = services.gateway.quirks
    let kept = try services.store.read { (reader) throws(StoreError) in
      for (station, vendor) in try reader.vendors() { board.learn(vendor, of: station) }
      return try reader.setting(QuirksDoor.setting)
    }
    guard let kept, case .list(let items)? = try? JSONValue(parsing: kept.bytes) else { return }
    for item in items { _ = QuirksDoor.apply(FormValues(item), to: board) }
  }
}
