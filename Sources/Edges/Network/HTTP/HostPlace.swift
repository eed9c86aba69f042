/// The parts of `scheme://host[:port][/path][?query]` that matter to a client.
struct HostPlace: Equatable {
  var isSecure: Bool
  /// A name or an address literal, IPv6 without brackets.
  var host: String
  var port: UInt16
  /// Path and query as they go into the request.
  var target: String

  /// - Parameters:
  ///   - plain: the scheme without TLS: "ws", "http".
  ///   - secure: the scheme with it.
  /// - Throws: `.invalidURL` for what is no such URL, has user information or a fragment, or could
  ///   break the request line.
  init(_ text: String, plain: String, secure: String) throws(NetworkError) {
    let lower = text.prefix(secure.count + 3).lowercased()
    isSecure = lower == "\(secure)://"
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x23 }
    guard isSecure || lower.hasPrefix("\(plain)://"), isPlain else { throw .invalidURL(text) }
    let rest = text.dropFirst((isSecure ? secure : plain).count + 3)
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
