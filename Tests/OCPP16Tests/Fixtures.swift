import Foundation
import OCPP16
import OCPPJSON
import Testing

/// Files below Tests/Fixtures.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// One line of payloads16.tsv, which differential.py writes from the official schemas.
  struct Payload: Sendable, CustomTestStringConvertible {
    var action: Action
    var isRequest: Bool
    var size: String
    var json: [UInt8]

    var testDescription: String { "\(size) \(action)\(isRequest ? "Request" : "Response")" }
  }

  static let payloads: [Payload] = {
    let text = (try? String(contentsOf: folder.appending(path: "payloads16.tsv"), encoding: .utf8))
    return (text ?? "").split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t")
      guard parts.count == 4, let action = Action(word: Text(parts[0])) else { return nil }
      return Payload(
        action: action, isRequest: parts[1] == "req", size: String(parts[2]),
        json: [UInt8](parts[3].utf8))
    }
  }()

  /// Whole frames as stations send them, OCPP 1.6 and 2.0.1.
  static let frames: [[UInt8]] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "frames"), includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }
      .compactMap { try? Data(contentsOf: $0) }.map { [UInt8]($0) }
  }()
}
