internal import OCPPJSON
public import OCPPRPC

/// What happens to a connection beside its frames, as the JSON that the journal keeps.
public enum FrameEvent {
  case connected(address: String, subprotocol: String?)
  case disconnected(code: UInt16)
  /// A call of ours got no answer in time.
  case callTimedOut(MessageID)
  /// The connection went while a call waited for its answer.
  case callAbandoned(MessageID)

  private static let idMember = "\"message_id\":\""

  public var json: String {
    switch self {
    case .connected(let address, let subprotocol):
      let agreed = subprotocol.map { "\"\($0)\"" } ?? "null"
      return "{\"event\":\"connected\",\"remote_address\":\"\(address)\",\"subprotocol\":\(agreed)}"
    case .disconnected(let code): return "{\"event\":\"disconnected\",\"code\":\(code)}"
    case .callTimedOut(let id): return "{\"event\":\"call_timed_out\",\(Self.idMember)\(id.text)\"}"
    case .callAbandoned(let id):
      return "{\"event\":\"call_abandoned\",\(Self.idMember)\(id.text)\"}"
    }
  }

  /// The id of the call that an event is about; empty when it is about none.
  static func messageID(in event: [UInt8]) -> Text {
    let text = String(decoding: event, as: UTF8.self)
    guard let start = text.range(of: idMember)?.upperBound,
      let end = text[start...].firstIndex(of: "\"")
    else { return Text() }
    return Text(String(text[start..<end]))
  }
}

extension String {
  /// Where another text stands first.
  fileprivate func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
