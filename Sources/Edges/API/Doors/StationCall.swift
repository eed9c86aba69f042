import CSMSCore
import OCPP16
import OCPPJSON
import OCPPRPC

/// A call to a station as a client of the HTTP interface asks for it: `{"action", "payload",
/// "timeout_s"}`, or `{"message": [2, "id", "Action", {…}]}`. Checked against the version before
/// anything is sent; the payload goes out as it was written.
struct StationCall: Sendable {
  static let timeoutRange = 1...600

  let action: Action
  let payload: [UInt8]
  /// In seconds.
  let timeout: Int?

  private enum Member: String, CaseIterable {
    case action, payload, message
    case timeout = "timeout_s"
  }

  init(_ body: [UInt8]) throws(Problem) {
    let parts = try StationCall.parts(body)
    timeout = try StationCall.seconds(parts.timeout)
    switch (parts.action, parts.message) {
    case (let name?, nil):
      action = try StationCall.action(named: name)
      payload = parts.payload?.bytes ?? Array("{}".utf8)
    case (nil, let frame?):
      if parts.payload != nil { throw .invalid("payload", "stands inside message") }
      (action, payload) = try StationCall.unwrap(frame)
    case (nil, nil): throw .invalid("action", "is required (or message)")
    case (_?, _?): throw .invalid("message", "excludes action")
    }
    try check()
    if let refusal = RequestCheck.refusal(action: action.rawValue, payload: payload) {
      throw Problem(refusal)
    }
  }

  /// A call of which the action is known; an empty body is an empty payload.
  init(_ action: Action, payload: [UInt8]) throws(Problem) {
    self.action = action
    self.payload = payload.isEmpty ? Array("{}".utf8) : payload
    timeout = nil
    try check()
  }

  private struct Parts {
    var action: Text?
    var payload: RawJSON?
    var message: RawJSON?
    var timeout: Decimal?
  }

  /// The members of the body, the payload untouched so that its decimals stay exact.
  private static func parts(_ body: [UInt8]) throws(Problem) -> Parts {
    var parts = Parts()
    var unknown: [String] = []
    let error: DecodeError? = body.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      var count = 0
      while let name = reader.memberName(&count) {
        switch Member(rawValue: name.description) {
        case .action: parts.action = reader.text()
        case .payload: parts.payload = reader.raw()
        case .message: parts.message = reader.raw()
        case .timeout: parts.timeout = reader.decimal()
        case nil:
          unknown.append(name.description)
          reader.skip()
        }
      }
      reader.finish()
      return reader.failed ? reader.error : nil
    }
    if let error {
      throw Problem(400, "The body is not valid JSON of the right shape: \(error.fault.phrase).")
    }
    if !unknown.isEmpty {
      throw Problem(
        400, "The body has unknown members: \(unknown.sorted().joined(separator: ", ")).",
        errors: unknown.sorted().map { .init(field: $0, message: "unknown member") })
    }
    return parts
  }

  private static func seconds(_ value: Decimal?) throws(Problem) -> Int? {
    guard let value else { return nil }
    guard let seconds = value.integer, let whole = Int(exactly: seconds),
      timeoutRange.contains(whole)
    else { throw .invalid("timeout_s", "must be a whole number from 1 to 600") }
    return whole
  }

  private static func action(named name: Text) throws(Problem) -> Action {
    guard let action = Action(word: name) else {
      throw Problem(
        422, "OCPP 1.6 has no action \"\(name)\".",
        errors: [.init(field: "action", message: "unknown action")])
    }
    guard action.sentByCentralSystem else {
      throw Problem(
        422, "\(name) is sent by stations only.",
        errors: [.init(field: "action", message: "sent by stations only")])
    }
    return action
  }

  /// A raw CALL frame; its id is replaced by one of the session's.
  private static func unwrap(_ frame: RawJSON) throws(Problem) -> (Action, [UInt8]) {
    var head = FrameHead()
    var payload = RawJSON(bytes: [])
    let error: (DecodeError, Text)? = frame.bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      reader.frameHead(&head, actions: Action.table)
      payload = reader.raw()
      reader.endFrame()
      return reader.failed ? (reader.error, reader.error.report(in: buffer)) : nil
    }
    if let (_, report) = error {
      throw Problem(
        422, "message is not a CALL frame: \(report)",
        errors: [.init(field: "message", message: "\(report)")])
    }
    if head.kind != .call { throw .invalid("message", "must be a CALL: [2, id, action, payload]") }
    guard let action = Action(rawValue: head.action) else {
      throw .invalid("message", "unknown action")
    }
    return (try StationCall.action(named: action.word), payload.bytes)
  }

  private func check() throws(Problem) {
    let report: Text? = payload.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      try? action.checkRequest(&reader)
      reader.finish()
      return reader.failed
        ? reader.error.report(in: buffer, missing: reader.missingMember) : nil
    }
    guard let report else { return }
    throw Problem(
      422, "The payload is not a valid \(action.word) request: \(report)",
      errors: [.init(field: "payload", message: "\(report)")])
  }
}
