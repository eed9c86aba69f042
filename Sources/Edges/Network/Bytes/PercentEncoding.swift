/// Decodes `%41` in a part of a URL (RFC 3986 §2.1).
/// - Returns: nil when an escape is cut off or not hexadecimal, or the result is not UTF-8.
public func percentDecoded(_ text: some StringProtocol) -> String? {
  decode(text.utf8, plusIsSpace: false)
}

/// Looks a name up in a raw query string such as `status=open&limit=20`.
/// - Returns: the decoded value of its first occurrence (`+` and `%20` are spaces, empty without
///   `=`); nil when the name is absent or the value is not well-formed.
public func queryValue(_ name: String, in query: some StringProtocol) -> String? {
  for pair in query.utf8.split(separator: 0x26) {
    let split = pair.firstIndex(of: 0x3D) ?? pair.endIndex
    guard decode(pair[..<split], plusIsSpace: true) == name else { continue }
    return decode(pair[split...].dropFirst(), plusIsSpace: true)
  }
  return nil
}

private func decode(_ bytes: some Sequence<UInt8>, plusIsSpace: Bool) -> String? {
  var output: [UInt8] = []
  var iterator = bytes.makeIterator()
  while let byte = iterator.next() {
    switch byte {
    case 0x25:
      guard let high = iterator.next().flatMap(hexValue),
        let low = iterator.next().flatMap(hexValue)
      else { return nil }
      output.append(high << 4 | low)
    case 0x2B where plusIsSpace: output.append(0x20)
    default: output.append(byte)
    }
  }
  return String(validating: output, as: UTF8.self)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}
