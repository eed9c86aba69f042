import Foundation
import OCPP2
import OCPPJSON
import Testing

/// The payloads that differential.py writes from the official schemas.
enum Fixtures {
  /// One line of payloads201.tsv or payloads21.tsv.
  struct Payload: Sendable, CustomTestStringConvertible {
    var edition: Edition
    var action: Action
    var isRequest: Bool
    var size: String
    var json: [UInt8]

    var testDescription: String {
      "\(edition) \(size) \(action)\(isRequest ? "" : "Response")"
    }
  }

  static let payloads = read("payloads201.tsv", .v201) + read("payloads21.tsv", .v21)

  private static func read(_ name: String, _ edition: Edition) -> [Payload] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "Fixtures").appending(path: name)
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t")
      guard parts.count == 4, let action = Action(word: Text(parts[0])) else { return nil }
      return Payload(
        edition: edition, action: action, isRequest: parts[1] == "req", size: String(parts[2]),
        json: [UInt8](parts[3].utf8))
    }
  }
}

/// What is wrong with a text, or nil.
func fault<Part: OCPPMessagePart>(_: Part.Type, _ text: String, _ edition: Edition) -> Fault? {
  do throws(DecodeError) {
    _ = try Part.decode([UInt8](text.utf8), as: edition)
    return nil
  } catch {
    return error.fault
  }
}

/// The text that is sent, or what keeps it from being sent.
func sent<Part: OCPPMessagePart>(
  _ part: Part, _ edition: Edition, omitting: Bool = false
) -> String {
  do throws(EncodeError) {
    let text = try part.encoded(for: edition, omittingNewerMembers: omitting)
    return String(decoding: text, as: UTF8.self)
  } catch {
    return "\(error.fault) at \(error.path)"
  }
}
