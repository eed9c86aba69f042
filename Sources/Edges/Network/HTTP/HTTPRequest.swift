/// A complete request: head and body. A value of its own, so it may be kept and handed on.
public struct HTTPRequest: Sendable {
  private let bytes: [UInt8]
  let head: HTTPHead
  /// The body, empty without one.
  public let body: [UInt8]
  /// The peer as `address:port`, IPv6 in brackets.
  public let remoteAddress: String
  /// The client's certificate, checked, on servers whose TLS demands one; nil on others.
  public let clientCertificate: ClientCertificate?
  /// Whether it came over TLS to this server itself. A proxy in front may have taken TLS off; only its
  /// header fields tell of that.
  public let isTLS: Bool

  init(
    head: HTTPHead, bytes: [UInt8], body: [UInt8], remoteAddress: String,
    clientCertificate: ClientCertificate? = nil, isTLS: Bool = false
  ) {
    self.head = head
    self.bytes = bytes
    self.body = body
    self.remoteAddress = remoteAddress
    self.clientCertificate = clientCertificate
    self.isTLS = isTLS
  }

  /// The method in the peer's spelling; methods are case-sensitive.
  public var method: String { text(head.method) }

  /// The target up to the question mark, not decoded (`percentDecoded` does that per segment).
  public var path: String {
    let path = bytes[head.target].prefix { $0 != 0x3F }
    return path.isEmpty ? "/" : String(decoding: path, as: UTF8.self)
  }

  /// The target after the question mark, not decoded; empty without one.
  public var query: String {
    let target = bytes[head.target]
    return String(decoding: target.drop { $0 != 0x3F }.dropFirst(), as: UTF8.self)
  }

  /// The decoded value of a query parameter; see `queryValue(_:in:)`.
  public func queryValue(_ name: String) -> String? { Network.queryValue(name, in: query) }

  /// All header fields in their order, names in the peer's spelling.
  public var headers: [(name: String, value: String)] {
    head.fields.map { (text($0.name), text($0.value)) }
  }

  /// The value of the first field with this name, whatever its case. `Host` is what the target says
  /// when that is in absolute form (RFC 9112 §3.2.2).
  public func header(_ name: String) -> String? {
    fieldValue(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the client keeps the connection for another request.
  public var keepsAlive: Bool { head.keepsAlive }

  /// Whether it is HTTP/1.0: its answer cannot come in chunks.
  public var isVersion10: Bool { head.isVersion10 }

  func fieldValue(_ name: String) -> ArraySlice<UInt8>? {
    fieldValues(name).first
  }

  /// The values of all fields with this name.
  func fieldValues(_ name: String) -> [ArraySlice<UInt8>] {
    if let authority = head.authority, asciiEqual(name.utf8, "host") { return [bytes[authority]] }
    return head.fields.lazy
      .filter { bytes[$0.name].elementsEqual(name.utf8) { lowercased($0) == lowercased($1) } }
      .map { bytes[$0.value] }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// A user and a password from `Authorization: Basic` (RFC 7617). OCPP allows passwords that are not
/// text, so the password is bytes.
public struct BasicCredentials: Equatable, Sendable {
  public var user: String
  public var password: [UInt8]

  public init(user: String, password: [UInt8]) {
    self.user = user
    self.password = password
  }
}

extension HTTPRequest {
  /// The credentials of a well-formed `Authorization: Basic` field, nil otherwise.
  public var basicCredentials: BasicCredentials? {
    guard let value = fieldValue("authorization"), value.count > 6,
      asciiEqual(value.prefix(6), "basic "), let pair = Base64.decode(trimmed(value.dropFirst(6))),
      let colon = pair.firstIndex(of: 0x3A),
      let user = String(validating: pair[..<colon], as: UTF8.self)
    else { return nil }
    return BasicCredentials(user: user, password: Array(pair[(colon + 1)...]))
  }

  /// Whether the request asks for a WebSocket; `HTTPExchange.upgrade` checks the rest of it.
  public var isWebSocketUpgrade: Bool { listContains("upgrade", "websocket") }

  /// The subprotocols that the client offers, in its order of preference.
  public var offeredSubprotocols: [String] {
    fieldValues("sec-websocket-protocol").flatMap {
      listMembers($0).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Whether a comma-separated field contains a member, given in lower case.
  func listContains(_ name: String, _ member: StaticString) -> Bool {
    fieldValues(name).contains { listMembers($0).contains { asciiEqual($0, member) } }
  }
}
