import TestKit
import Testing

extension HTTPClient {
  func post(_ path: String, _ body: String, _ headers: [(String, String)] = []) -> Reply {
    request("POST", path, headers, body: body)
  }
  func patch(_ path: String, _ body: String, _ headers: [(String, String)] = []) -> Reply {
    request("PATCH", path, headers, body: body)
  }
  func put(_ path: String, _ body: String, _ headers: [(String, String)] = []) -> Reply {
    request("PUT", path, headers, body: body)
  }
  func delete(_ path: String, _ headers: [(String, String)] = []) -> Reply {
    request("DELETE", path, headers)
  }
}
