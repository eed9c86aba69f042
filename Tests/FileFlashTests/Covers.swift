import Testing

/// The lines of the requirements a test proves.
struct Covers: SuiteTrait, TestTrait {
  let lines: [String]
}

extension Trait where Self == Covers {
  static func covers(_ lines: String...) -> Covers { Covers(lines: lines) }
}
