import CSMSCore
import Frames
import OCPPJSON

/// What became of a command: the station's answer as the HTTP interface tells it.
struct CommandReport: Sendable {
  var answer: CommandAnswer
  /// How many calls it took, and how many there were to be.
  var sent: Int
  var parts: Int

  static let shape = Shape.named(
    "CommandReport",
    .object([
      .init("command", .anyText, "The OCPP action.", required: true),
      .init("result", .anyText, "The station's word: \"Accepted\".", required: true),
      .init("parts", .positive, "How many calls there were to be, when more than one."),
      .init("parts_sent", .positive, "How many went out; after a refusal the rest stays here."),
      .init(
        "configuration_key",
        .list(
          .object([
            .init("key", .anyText, required: true), .init("readonly", .boolean, required: true),
            .init("value", .anyText),
          ]))),
      .init("unknown_key", .list(.anyText)),
      .init("connector_id", .int32), .init("schedule_start", .instant),
      .init("charging_schedule", .map(.anything), "As OCPP writes it."),
      .init("list_version", .int32, "0 is no list, -1 that the station has no lists."),
      .init("file_name", .anyText), .init("data", .anyText),
      .init(
        "certificates",
        .list(
          .object([
            .init("hash_algorithm", .words(CertificateHash.self), required: true),
            .init("issuer_name_hash", .anyText, required: true),
            .init("issuer_key_hash", .anyText, required: true),
            .init("serial_number", .anyText, required: true),
          ]))),
    ]))

  var json: JSONValue {
    .members(
      [
        ("command", .text(answer.command)), ("result", .text(answer.result)),
        ("parts", parts > 1 ? .integer(parts) : nil),
        ("parts_sent", parts > 1 ? .integer(sent) : nil),
      ] + details)
  }

  private var details: [(String, JSONValue?)] {
    switch answer.details {
    case .none: return []
    case .configuration(let entries, let unknown):
      return [
        (
          "configuration_key",
          .list(
            entries.map { entry in
              .members([
                ("key", .text(entry.key)), ("readonly", .bool(entry.isReadOnly)),
                (
                  "value",
                  entry.value.map {
                    FrameSecrets.isTelling(entry.key.description) ? "***" : .text($0)
                  }
                ),
              ])
            })
        ), ("unknown_key", .list(unknown.map { .text($0) })),
      ]
    case .schedule(let connector, let start, let schedule):
      return [
        ("connector_id", connector.map { .integer($0) }),
        ("schedule_start", start.map { .instant($0) }), ("charging_schedule", schedule?.json),
      ]
    case .listVersion(let version): return [("list_version", .integer(version))]
    case .file(let name): return [("file_name", name.map { .text($0) })]
    case .data(let data): return [("data", data.map { .text($0) })]
    case .certificates(let ids):
      return [
        (
          "certificates",
          .list(
            ids.map { id in
              [
                "hash_algorithm": .text(id.algorithm.word),
                "issuer_name_hash": .text(id.issuerNameHash),
                "issuer_key_hash": .text(id.issuerKeyHash),
                "serial_number": .text(id.serialNumber),
              ]
            })
        )
      ]
    }
  }
}
