/// The parts of `ws://host[:port][/path][?query]` or `wss://…` (RFC 6455 §3).
struct WebSocketURL: Equatable {
  var isSecure: Bool
  /// A name or an address literal, IPv6 without brackets.
  var host: String
  var port: UInt16
  /// Path and query as they go into the request.
  var target: String

  /// - Throws: `.invalidURL` for what is no such URL, has user information or a fragment, or could
  ///   break the request line.
  init(_ text: String) throws(NetworkError) {
    let lower = text.prefix(6).lowercased()
    isSecure = lower == "wss://"
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x23 }
    guard isSecure || lower.hasPrefix("ws://"), isPlain else { throw .invalidURL(text) }
    let rest = text.dropFirst(isSecure ? 6 : 5)
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let authority = rest[..<end]
    target = rest[end...].hasPrefix("/") ? String(rest[end...]) : "/" + rest[end...]
    var portText: Substring?
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else { throw .invalidURL(text) }
      host = String(authority[authority.index(after: authority.startIndex)..<close])
      let after = authority[authority.index(after: close)...]
      guard after.isEmpty || after.hasPrefix(":") else { throw .invalidURL(text) }
      portText = after.isEmpty ? nil : after.dropFirst()
    } else {
      let colon = authority.firstIndex(of: ":")
      host = String(authority[..<(colon ?? authority.endIndex)])
      portText = colon.map { authority[authority.index(after: $0)...] }
    }
    guard !host.isEmpty, !host.contains("@") else { throw .invalidURL(text) }
    if let portText {
      guard let number = UInt16(portText), number > 0 else { throw .invalidURL(text) }
      port = number
    } else {
      port = isSecure ? 443 : 80
    }
  }

  /// The value of the `Host` field.
  var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
  }
}
