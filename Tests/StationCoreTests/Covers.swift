import Testing

/// The requirements a test covers, by their numbers (`CP16-17`). `docs/coverage.md` is made from it.
struct Covers: TestTrait, SuiteTrait {
  let requirements: [String]
  var isRecursive: Bool { true }
  var comments: [Comment] { requirements.map { Comment(rawValue: "covers \($0)") } }
}

extension Trait where Self == Covers {
  static func covers(_ requirements: String...) -> Self { Covers(requirements: requirements) }
}
