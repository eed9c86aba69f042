public import OCPPJSON

/// What a look at the start of a frame tells, however the rest is: enough to pair and to name it.
public struct FrameGlance: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case call
    case result = "call_result"
    case error = "call_error"
    /// No frame: something that happened to the connection.
    case event
    /// No frame that could be recognized.
    case unreadable
  }

  public var kind = Kind.unreadable
  /// Empty when there is none.
  public var id = Text()
  /// A call's action, an error's code.
  public var word = Text()

  public init(_ frame: UnsafeRawBufferPointer) {
    var cursor = Cursor(frame)
    guard cursor.take(0x5B), let digit = cursor.next() else { return }
    switch digit {
    case 0x32: kind = .call
    case 0x33: kind = .result
    case 0x34: kind = .error
    default: return
    }
    guard cursor.take(0x2C), let id = cursor.string() else { return }
    self.id = id
    guard kind != .result, cursor.take(0x2C), let word = cursor.string() else { return }
    self.word = word
  }

  /// Reads tokens and passes over white space.
  private struct Cursor {
    let bytes: UnsafeRawBufferPointer
    var index = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func next() -> UInt8? {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count else { return nil }
      defer { index += 1 }
      return bytes[index]
    }

    mutating func take(_ byte: UInt8) -> Bool { next() == byte }

    /// A string without escapes, of at most 64 bytes: ids and words are no others.
    mutating func string() -> Text? {
      guard next() == 0x22 else { return nil }
      let start = index
      while index < bytes.count, bytes[index] != 0x22 {
        if bytes[index] == 0x5C || index - start > 64 { return nil }
        index += 1
      }
      guard index < bytes.count else { return nil }
      defer { index += 1 }
      let content = UnsafeRawBufferPointer(rebasing: bytes[start..<index])
      guard String(validating: content, as: UTF8.self) != nil else { return nil }
      return Text(utf8: [UInt8](content))
    }
  }
}
