/// Where in a text an error is, for people: `$[3].meterValue[0].sampledValue[2].unit`.
///
/// The path is found by reading the text again up to the offset, only once something is wrong, so
/// that the normal way carries no path at all. It trusts what was read before the offset.
public enum JSONPath {
  private struct Level {
    var isObject: Bool
    var index = 0
    var key = 0..<0
  }

  /// Levels beyond this are not shown.
  public static var depthLimit: Int { 64 }

  /// Names are cut to this many bytes: an unknown member's can be as long as a message.
  public static var nameLimit: Int { 64 }

  /// The path to the value at `offset`.
  public static func path(_ text: UnsafeBufferPointer<UInt8>, to offset: Int) -> Text {
    var stack: [Level] = []
    var index = 0
    var expectsKey = false
    while index <= offset && index < text.count {
      switch text[index] {
      case 0x7B where index < offset && stack.count < depthLimit:
        stack.append(Level(isObject: true))
        expectsKey = true
      case 0x5B where index < offset && stack.count < depthLimit:
        stack.append(Level(isObject: false))
        expectsKey = false
      case 0x7D where index < offset, 0x5D:
        _ = stack.popLast()
        expectsKey = false
      case 0x7D:
        // The object as a whole is wrong, not its last member.
        if !stack.isEmpty { stack[stack.count - 1].key = 0..<0 }
      case 0x2C where index < offset:
        if stack.last?.isObject == true {
          stack[stack.count - 1].key = 0..<0
          expectsKey = true
        } else if !stack.isEmpty {
          stack[stack.count - 1].index += 1
        }
      case 0x22:
        let close = closingQuote(text, after: index)
        if expectsKey, !stack.isEmpty {
          stack[stack.count - 1].key = (index + 1)..<close
          expectsKey = false
        }
        index = close
      default: break
      }
      index += 1
    }
    return rendered(stack, text)
  }

  private static func closingQuote(_ text: UnsafeBufferPointer<UInt8>, after open: Int) -> Int {
    var index = open + 1
    while index < text.count && text[index] != 0x22 { index += text[index] == 0x5C ? 2 : 1 }
    return min(index, text.count)
  }

  private static func rendered(_ stack: [Level], _ text: UnsafeBufferPointer<UInt8>) -> Text {
    var path: [UInt8] = [0x24]
    for level in stack {
      if level.isObject {
        if level.key.isEmpty { continue }
        path.append(0x2E)
        appendName(text[level.key], to: &path)
      } else {
        path.append(0x5B)
        appendDigits(of: level.index, to: &path)
        path.append(0x5D)
      }
    }
    return Text(utf8: path)
  }

  /// The name may be what is wrong: only its well-formed part is shown.
  private static func appendName(
    _ name: Slice<UnsafeBufferPointer<UInt8>>, to path: inout [UInt8]
  ) {
    let bytes = UnsafeBufferPointer(rebasing: name)
    guard let start = bytes.baseAddress else { return }
    var index = 0
    while index < bytes.count {
      let length =
        bytes[index] < 0x80 ? 1 : UTF8Sequence.length(start + index, start + bytes.count)
      if length == 0 || index + length > nameLimit { return }
      path.append(contentsOf: bytes[index..<(index + length)])
      index += length
    }
  }

  private static func appendDigits(of number: Int, to path: inout [UInt8]) {
    if number >= 10 { appendDigits(of: number / 10, to: &path) }
    path.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }
}
