/// Whether bytes are well-formed UTF-8 (Unicode table 3-7: no overlong forms, no surrogates, nothing
/// above U+10FFFF). ASCII goes by 32 bytes at a time.
public func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let base = bytes.baseAddress else { return true }
  let raw = UnsafeRawPointer(base)
  let count = bytes.count
  var index = 0
  while index < count {
    if base[index] < 0x80 {
      index += 1
      while index + 32 <= count {
        let words = raw.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
        if (words[0] | words[1] | words[2] | words[3]) & 0x8080_8080_8080_8080 != 0 { break }
        index += 32
      }
      while index + 8 <= count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      continue
    }
    let length = scalarLength(base + index, count - index)
    if length == 0 { return false }
    index += length
  }
  return true
}

/// The length of the non-ASCII scalar at `bytes`, 0 when it is malformed or cut off.
private func scalarLength(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  let first = bytes[0]
  guard count >= 2 else { return 0 }
  let second = bytes[1]
  switch first {
  case 0xC2...0xDF: return isContinuation(second) ? 2 : 0
  case 0xE0...0xEF:
    let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : 0xBF
    guard count >= 3, second >= low, second <= high else { return 0 }
    return isContinuation(bytes[2]) ? 3 : 0
  case 0xF0...0xF4:
    let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
    guard count >= 4, second >= low, second <= high else { return 0 }
    return isContinuation(bytes[2]) && isContinuation(bytes[3]) ? 4 : 0
  default: return 0
  }
}

private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
