import COCPPStation
import OCPPJSON

/// A text of C as one of ours.
///
/// - Parameters:
///   - limit: the longest that the specification allows, in bytes.
///   - hasLines: line feeds, carriage returns and tabs may be in it.
/// - Throws: `OCPP_BAD_ARGUMENT` for NULL, `OCPP_TOO_LONG`, `OCPP_BAD_TEXT`.
@inline(never) func text(
  _ pointer: UnsafePointer<CChar>?, limit: Int, hasLines: Bool = false
) throws(Failure) -> Text {
  guard let pointer else { throw Failure(OCPP_BAD_ARGUMENT) }
  var length = 0
  while length <= limit, pointer[length] != 0 { length += 1 }
  if length > limit { throw Failure(OCPP_TOO_LONG) }
  return try pointer.withMemoryRebound(to: UInt8.self, capacity: length) {
    (bytes) throws(Failure) in
    let bytes = UnsafeBufferPointer(start: bytes, count: length)
    guard isPrintable(bytes, hasLines: hasLines) else { throw Failure(OCPP_BAD_TEXT) }
    return Text(utf8: bytes)
  }
}

/// The same for a text that may be missing.
@inline(never) func text(
  optional pointer: UnsafePointer<CChar>?, limit: Int, hasLines: Bool = false
) throws(Failure) -> Text? {
  if pointer == nil { return nil }
  return try text(pointer, limit: limit, hasLines: hasLines)
}

/// One of our texts as C has them: the caller frees it with `free`. No closure gets it, because the
/// compiler makes a copy of such a function for each closure.
@inline(never) func copied(_ text: Text) -> UnsafeMutablePointer<CChar> {
  let room = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
  text.withUTF8 { bytes in
    for index in bytes.indices { room[index] = CChar(bitPattern: bytes[index]) }
  }
  room[text.count] = 0
  return room
}

/// The same for a text that may be missing.
@inline(never) func copied(optional text: Text?) -> UnsafeMutablePointer<CChar>? {
  text.map { copied($0) }
}

/// Whether it is well-formed UTF-8 (Unicode table 3-7) without control characters.
private func isPrintable(_ bytes: UnsafeBufferPointer<UInt8>, hasLines: Bool) -> Bool {
  var index = 0
  while index < bytes.count {
    let first = bytes[index]
    let isLine = first == 0x0A || first == 0x0D || first == 0x09
    if first < 0x20 || first == 0x7F, !(hasLines && isLine) { return false }
    if first < 0x80 {
      index += 1
      continue
    }
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF:
      count = 3
      if first == 0xE0 { second = 0xA0...0xBF }
      if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      count = 4
      if first == 0xF0 { second = 0x90...0xBF }
      if first == 0xF4 { second = 0x80...0x8F }
    default: return false
    }
    guard index + count <= bytes.count, second.contains(bytes[index + 1]) else { return false }
    for place in 2..<max(count, 2) where bytes[index + place] & 0xC0 != 0x80 { return false }
    index += count
  }
  return true
}
