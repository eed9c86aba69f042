public import OCPPJSON

/// Which OCPP 2 is spoken. The types of this module are those of 2.1; what 2.0.1 lacks, requires or
/// bounds otherwise is checked while a message is read
/// (docs/decisions/0009-one-module-for-2x.md).
@frozen public enum Edition: UInt8, Sendable, CaseIterable {
  /// 2.1; also what a reader takes a message for that was not told.
  case v21 = 0
  case v201 = 1
}

extension JSONReader {
  /// Reads `bytes` as messages of `edition`; the bytes must stay valid as long as the reader is used.
  @inlinable public init(
    _ bytes: UnsafeBufferPointer<UInt8>, edition: Edition, policy: ReadingPolicy = ReadingPolicy()
  ) {
    self.init(bytes, policy: policy)
    variant = edition.rawValue
  }

  /// Whose rules hold for what is read.
  @inlinable public var edition: Edition {
    get { is201 ? .v201 : .v21 }
    set { variant = newValue.rawValue }
  }

  @inlinable @inline(__always) var is201: Bool { variant == Edition.v201.rawValue }
}

// The ways in which the editions differ about one value.
extension JSONReader {
  /// A text of at most `older` characters in 2.0.1, `newer` in 2.1.
  @inline(never) mutating func text(older: Int, _ newer: Int) -> Text {
    text(is201 ? older : newer)
  }

  /// An integer from `low` through `high` in 2.1, any in 2.0.1.
  @inline(never) mutating func intOnceUnbounded(_ low: Int, _ high: Int) -> Int {
    is201 ? int() : int(low, high)
  }

  /// A number in 2.1 that was an integer in 2.0.1.
  @inline(never) mutating func decimalOnceInteger() -> Decimal {
    is201 ? Decimal(int()) : decimal()
  }

  /// A word of which 2.0.1 has only the first `count`.
  @inline(__always) mutating func word<E: OCPPEnum>(olderCount count: UInt8) -> E {
    // The index comes from E's own table, so that a case of that number exists.
    E(rawValue: wordIndex(E.table, olderCount: count)).unsafelyUnwrapped
  }

  @inline(never) mutating func wordIndex(_ table: NameTable, olderCount count: UInt8) -> UInt8 {
    word(table, below: is201 ? count : .max)
  }

  /// A word of a list that 2.1 opened.
  @inline(__always) mutating func openWord<Word: OpenWord>(_ limit: Int) -> Word {
    Word(wordText(Word.table, limit))
  }

  @inline(never) mutating func wordText(_ table: NameTable, _ limit: Int) -> Text {
    if is201 { return table.text(Int(word(table))) }
    return text(limit)
  }

  /// The message is not part of 2.0.1.
  @inline(never) mutating func refuseNewerMessage() { refuse(.notImplemented, .unknownAction) }
}
