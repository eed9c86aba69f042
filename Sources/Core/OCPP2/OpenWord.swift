public import OCPPJSON

/// A word of a list that 2.0.1 closes and 2.1 leaves open: a vendor's own word survives.
public protocol OpenWord: Sendable, Equatable, ExpressibleByStringLiteral {
  var text: Text { get set }
  init(_ text: Text)
  /// The words of 2.0.1.
  static var table: NameTable { get }
}

extension OpenWord {
  public init(stringLiteral value: StaticString) { self.init(Text(value)) }

  /// Whether 2.0.1 has the word.
  public var isClosedWord: Bool {
    text.withUTF8 { bytes in
      bytes.baseAddress.map { Self.table.find($0, bytes.count) >= 0 } ?? false
    }
  }
}

extension JSONWriter {
  @inline(__always) mutating func member<Word: OpenWord>(
    _ t: NameTable, _ i: Int, _ value: Word
  ) { member(t, i, value.text) }

  @inline(__always) mutating func member<Word: OpenWord>(
    _ t: NameTable, _ i: Int, _ value: Word?
  ) { member(t, i, value?.text) }

  @inline(never) mutating func member<Word: OpenWord>(
    _ t: NameTable, _ i: Int, _ values: [Word]?
  ) { member(t, i, values.map { words in words.map { $0.text } }) }
}
