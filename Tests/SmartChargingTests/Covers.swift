import Testing

/// Names the lines of the specification's list that a test covers.
struct Covers: TestTrait, SuiteTrait {
  let lines: [String]
  var comments: [Comment] { lines.map { Comment(rawValue: $0) } }
}

extension Trait where Self == Covers {
  static func covers(_ lines: String...) -> Covers { Covers(lines: lines) }
}
