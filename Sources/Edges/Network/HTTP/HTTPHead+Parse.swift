extension HTTPHead {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Parses a request head strictly (RFC 9112): no folded or nameless fields, no bare line feeds, one
  /// `Host`, one numeric `Content-Length` at most, no `Transfer-Encoding`.
  /// - Returns: nil while the head is incomplete.
  /// - Throws: 400 for malformed heads, 411 or 501 for transfer encodings, 414 and 431 for heads
  ///   longer than `limit` bytes, 417 for unknown expectations, 505 for other versions.
  static func parseRequest(_ bytes: Bytes, limit: Int) throws(HTTPFailure) -> HTTPHead? {
    var head = HTTPHead()
    var cursor = Cursor(bytes: bytes, limit: limit)
    guard let method = try cursor.token(endingWith: 0x20) else { return nil }
    head.method = method
    guard let target = try cursor.target() else { return nil }
    head.target = target
    try head.takeAuthority(bytes)
    guard let minor = try cursor.version() else { return nil }
    guard try cursor.lineEnd() else { return nil }
    head.keepsAlive = minor > 0
    head.isVersion10 = minor == 0
    guard try head.parseFields(&cursor, isRequest: true, minor: minor) else { return nil }
    return head
  }

  /// `http://host/path` is `/path` at that host (RFC 9112 §3.2.2).
  private mutating func takeAuthority(_ bytes: Bytes) throws(HTTPFailure) {
    let text = bytes[target]
    let schemes: [StaticString] = ["http://", "https://"]
    guard let scheme = schemes.first(where: { asciiEqual(text.prefix($0.utf8CodeUnitCount), $0) })
    else { return }
    let start = target.lowerBound + scheme.utf8CodeUnitCount
    let rest = start..<target.upperBound
    let end = bytes[rest].firstIndex { $0 == 0x2F || $0 == 0x3F } ?? rest.upperBound
    // No host, or somebody's name and password before it (RFC 9110 §4.2.4).
    if start == end || bytes[start..<end].contains(0x40) { throw HTTPFailure(status: 400) }
    authority = start..<end
    target = end..<rest.upperBound
  }

  /// Parses a response head with the same strictness.
  /// - Returns: nil while the head is incomplete.
  static func parseResponse(_ bytes: Bytes, limit: Int) throws(HTTPFailure) -> HTTPHead? {
    var head = HTTPHead()
    var cursor = Cursor(bytes: bytes, limit: limit)
    guard try cursor.version() != nil else { return nil }
    guard let status = try cursor.status() else { return nil }
    head.status = status
    guard try head.parseFields(&cursor, isRequest: false, minor: 1) else { return nil }
    return head
  }

  /// Reads all fields and the empty line after them; false while they are incomplete.
  private mutating func parseFields(
    _ cursor: inout Cursor, isRequest: Bool, minor: Int
  ) throws(HTTPFailure) -> Bool {
    var meaning = Meaning()
    while true {
      guard let isEnd = try cursor.emptyLine() else { return false }
      if isEnd { break }
      guard let name = try cursor.token(endingWith: 0x3A) else { return false }
      guard let value = try cursor.fieldValue() else { return false }
      if fields.count == Self.maxFields { throw HTTPFailure(status: 431) }
      fields.append(Field(name: name, value: value))
      if isRequest { try note(name, value, cursor.bytes, &meaning) }
    }
    length = cursor.index
    if length > cursor.limit { throw HTTPFailure(status: 431) }
    guard isRequest else { return true }
    if meaning.hosts > 1 || (minor > 0 && meaning.hosts == 0) { throw HTTPFailure(status: 400) }
    if meaning.hasEncoding {
      throw HTTPFailure(status: meaning.hasLength ? 400 : meaning.isChunked ? 411 : 501)
    }
    return true
  }

  /// What the fields that frame a message say together.
  private struct Meaning {
    var hosts = 0
    var hasLength = false
    var hasEncoding = false
    var isChunked = false
  }

  private mutating func note(
    _ name: Range<Int>, _ value: Range<Int>, _ bytes: Bytes, _ meaning: inout Meaning
  ) throws(HTTPFailure) {
    let text = bytes[value]
    switch name.count {
    case 4 where asciiEqual(bytes[name], "host"): meaning.hosts += 1
    case 6 where asciiEqual(bytes[name], "expect"):
      if !asciiEqual(text, "100-continue") { throw HTTPFailure(status: 417) }
      expectsContinue = true
    case 10 where asciiEqual(bytes[name], "connection"):
      for member in listMembers(text) {
        if asciiEqual(member, "close") { keepsAlive = false }
      }
    case 14 where asciiEqual(bytes[name], "content-length"):
      if meaning.hasLength || text.isEmpty || text.count > 15 { throw HTTPFailure(status: 400) }
      meaning.hasLength = true
      for byte in text {
        guard byte >= 0x30, byte <= 0x39 else { throw HTTPFailure(status: 400) }
        contentLength = contentLength * 10 + Int(byte - 0x30)
      }
    case 17 where asciiEqual(bytes[name], "transfer-encoding"):
      meaning.hasEncoding = true
      meaning.isChunked = asciiEqual(text, "chunked")
    default: break
    }
  }
}
