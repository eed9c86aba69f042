import OCPPJSON

/// Reads the head of the server's answer (RFC 6455 §4.1).
struct UpgradeResponse {
  private let head: UnsafeBufferPointer<UInt8>
  private var isUpgrade = false
  private var isConnectionUpgrade = false
  private var acceptCount = 0
  private var isAcceptRight = false
  private var protocolCount = 0
  private var isProtocolRight = false
  private var hasExtension = false

  /// - Parameter head: everything up to the empty line, which it includes.
  init(_ head: UnsafeBufferPointer<UInt8>) { self.head = head }

  /// Nil when the connection is a WebSocket now.
  mutating func failure(accept: UnsafeBufferPointer<UInt8>, subprotocol: Text) -> UpgradeFailure? {
    let start: StaticString = "HTTP/1.1 "
    guard head.count >= 12, UpgradeResponse.same(head, 0..<9, start, ignoringCase: false) else {
      return .notHTTP
    }
    var status = 0
    for index in 9..<12 {
      let digit = head[index]
      guard digit >= 0x30 && digit <= 0x39 else { return .notHTTP }
      status = status * 10 + Int(digit - 0x30)
    }
    if status != 101 { return .status(status) }
    var lineStart = lineEnd(12) + 2
    while lineStart < head.count {
      let end = lineEnd(lineStart)
      if end == lineStart { break }
      guard take(lineStart..<end, accept, subprotocol) else { return .notHTTP }
      lineStart = end + 2
    }
    if hasExtension { return .unknownExtension }
    guard isUpgrade, isConnectionUpgrade, acceptCount == 1, isAcceptRight else {
      return .notUpgraded
    }
    return protocolCount == 1 && isProtocolRight ? nil : .noSubprotocol
  }

  private func lineEnd(_ start: Int) -> Int {
    var index = start
    while index + 1 < head.count && !(head[index] == 0x0D && head[index + 1] == 0x0A) { index += 1 }
    return index
  }

  private mutating func take(
    _ line: Range<Int>, _ accept: UnsafeBufferPointer<UInt8>, _ subprotocol: Text
  ) -> Bool {
    guard let colon = line.first(where: { head[$0] == 0x3A }) else { return false }
    let name = line.lowerBound..<colon
    var value = colon + 1..<line.upperBound
    while let first = value.first, head[first] == 0x20 || head[first] == 0x09 {
      value = first + 1..<value.upperBound
    }
    while let last = value.last, head[last] == 0x20 || head[last] == 0x09 {
      value = value.lowerBound..<last
    }
    let bytes = UnsafeBufferPointer(rebasing: head[value])
    if UpgradeResponse.same(head, name, "upgrade") {
      isUpgrade = UpgradeResponse.same(head, value, "websocket")
    } else if UpgradeResponse.same(head, name, "connection") {
      if hasToken(value) { isConnectionUpgrade = true }
    } else if UpgradeResponse.same(head, name, "sec-websocket-accept") {
      acceptCount += 1
      isAcceptRight = UpgradeResponse.same(bytes, accept)
    } else if UpgradeResponse.same(head, name, "sec-websocket-protocol") {
      protocolCount += 1
      isProtocolRight = subprotocol.withUTF8 { UpgradeResponse.same(bytes, $0) }
    } else if UpgradeResponse.same(head, name, "sec-websocket-extensions") {
      hasExtension = hasExtension || !value.isEmpty
    }
    return true
  }

  /// Whether `upgrade` is among the comma-separated words.
  private func hasToken(_ value: Range<Int>) -> Bool {
    var start = value.lowerBound
    while start < value.upperBound {
      var end = start
      while end < value.upperBound && head[end] != 0x2C { end += 1 }
      var word = start..<end
      while let first = word.first, head[first] == 0x20 { word = first + 1..<word.upperBound }
      while let last = word.last, head[last] == 0x20 { word = word.lowerBound..<last }
      if UpgradeResponse.same(head, word, "upgrade") { return true }
      start = end + 1
    }
    return false
  }

  private static func same(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if left.count != right.count { return false }
    for index in 0..<left.count where left[index] != right[index] { return false }
    return true
  }

  /// - Parameter constant: in lower case when the case does not matter.
  private static func same(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ constant: StaticString,
    ignoringCase: Bool = true
  ) -> Bool {
    if range.count != constant.utf8CodeUnitCount { return false }
    for index in 0..<range.count {
      var byte = bytes[range.lowerBound + index]
      if ignoringCase && byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
      if byte != constant.utf8Start[index] { return false }
    }
    return true
  }
}
