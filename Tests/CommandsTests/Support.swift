import Foundation
import OCPP16
import OCPPJSON
import OCPPRPC
import TestKit
import Testing

/// The answer that says yes to most calls.
let accepted = #"{"status":"Accepted"}"#

/// A call as a station hears it.
struct HeardCall {
  let id: String
  let action: String
  /// The payload byte for byte.
  let payload: String

  /// Nil when the frame is no CALL of OCPP 1.6 with a valid payload.
  init?(_ frame: String) {
    var head = FrameHead()
    var payload = RawJSON(bytes: [])
    let isCall = Array(frame.utf8).withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      reader.frameHead(&head, actions: Action.table)
      payload = reader.raw()
      reader.endFrame()
      return !reader.failed && head.kind == .call
    }
    guard isCall, let action = Action(rawValue: head.action), let id = head.id else { return nil }
    let isValid = payload.bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      try? action.checkRequest(&reader)
      return !reader.failed
    }
    guard isValid else { return nil }
    self.id = id.text.description
    self.action = action.word.description
    self.payload = String(decoding: payload.bytes, as: UTF8.self)
    guard frame == "[2,\"\(self.id)\",\"\(self.action)\",\(self.payload)]" else { return nil }
  }
}

extension SocketStation {
  /// The next call; nil when none comes, or it is not valid.
  func hear() -> HeardCall? { receive().flatMap { HeardCall($0) } }

  func answer(_ call: HeardCall?, _ payload: String) {
    send("[3,\"\(call?.id ?? "")\",\(payload)]")
  }

  func refuse(_ call: HeardCall?, _ code: String, _ description: String) {
    send("[4,\"\(call?.id ?? "")\",\"\(code)\",\"\(description)\",{}]")
  }
}

extension LocalServer {
  /// Asks over HTTP on a thread of its own while the caller plays the station.
  func asking(
    _ method: String, _ path: String, _ body: String? = nil, meanwhile: () -> Void
  ) -> HTTPClient.Reply {
    let replies = Inbox<HTTPClient.Reply>()
    let http = http
    Thread.detachNewThread { replies.post(http.request(method, path, body: body)) }
    meanwhile()
    return replies.take() ?? HTTPClient.Reply.nothing
  }

  func get(_ path: String) -> HTTPClient.Reply { http.get(path) }
  func post(_ path: String, _ body: String? = nil) -> HTTPClient.Reply {
    http.request("POST", path, body: body)
  }
}

extension HTTPClient.Reply {
  func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
  func string(_ name: String) -> String? { json[name] as? String }
  func int(_ name: String) -> Int? { json[name] as? Int }
  func bool(_ name: String) -> Bool? { json[name] as? Bool }
  var detail: String { string("detail") ?? "" }
  /// `field: message` of every entry of a problem's `errors`.
  var errors: [String] {
    list("errors").map { "\($0["field"] ?? ""): \($0["message"] ?? "")" }
  }
}

let pem = "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----\\n"
