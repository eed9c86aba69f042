/// What stations in the field do wrong, one rule each: how a call that breaks the schema is
/// understood all the same, where what it means is beyond doubt (docs/decisions/0024).
public enum QuirkRule: UInt8, Sendable, CaseIterable {
  case unknownMember
  case memberCase
  case nullForAbsent
  case emptyText
  case wordCase
  case wordSpelling
  case timeWithoutZone
  case timeSpelling
  case numberAsText
  case textAsNumber
  case textTooLong

  /// As operators write it.
  public var name: StaticString {
    switch self {
    case .unknownMember: "unknown_member"
    case .memberCase: "member_case"
    case .nullForAbsent: "null_for_absent"
    case .emptyText: "empty_text"
    case .wordCase: "word_case"
    case .wordSpelling: "word_spelling"
    case .timeWithoutZone: "time_without_zone"
    case .timeSpelling: "time_spelling"
    case .numberAsText: "number_as_text"
    case .textAsNumber: "text_as_number"
    case .textTooLong: "text_too_long"
    }
  }

  /// What it does, for people.
  public var summary: StaticString {
    switch self {
    case .unknownMember: "A member that the message does not have is passed over."
    case .memberCase: "A member whose name only differs in case is that member."
    case .nullForAbsent: "A member that is null is absent."
    case .emptyText: "An instant or a word of a list that is an empty text is absent."
    case .wordCase: "A word of a list that only differs in case is that word."
    case .wordSpelling: "A word of a list that is misspelt in a known way is that word."
    case .timeWithoutZone: "An instant without an offset is in UTC."
    case .timeSpelling: "An instant with a space for its T, or an offset without a colon, is one."
    case .numberAsText: "A number in quotes is a number."
    case .textAsNumber: "A number where a text is due is that text; never an identification tag."
    case .textTooLong: "A text that only informs people is cut to its length."
    }
  }

  public var bit: QuirkRules { QuirkRules(rawValue: 1 << UInt32(rawValue)) }
}

/// A set of rules.
public struct QuirkRules: OptionSet, Sendable, Equatable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Every rule there is. All of them are safe: none changes what is billed, who charges, or where.
  public static var all: QuirkRules {
    QuirkRules(rawValue: 1 << UInt32(QuirkRule.allCases.count) - 1)
  }
}
