import TestKit
import Testing

extension HTTPClient.Reply {
  /// The header for whoever signed in with this answer.
  var bearer: [(String, String)] { [("Authorization", "Bearer \(string("access_token") ?? "")")] }

  func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
  func string(_ name: String) -> String? { json[name] as? String }
  func int(_ name: String) -> Int? { json[name] as? Int }
  var errors: [String] {
    list("errors").map { "\($0["field"] ?? ""): \($0["message"] ?? "")" }
  }
}
