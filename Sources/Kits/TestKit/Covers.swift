public import Testing

/// The lines of docs/requirements-1.6.md that a test proves, by their numbers (`CP16-17`).
/// docs/coverage.md is made from it (Tools/coverage-of-requirements.py).
public struct Covers: TestTrait, SuiteTrait {
  public let requirements: [String]

  public var isRecursive: Bool { true }
  public var comments: [Comment] { requirements.map { Comment(rawValue: "covers \($0)") } }
}

extension Trait where Self == Covers {
  /// - Parameter requirements: such as `"CP16-17"`; each must be a line of the requirements.
  public static func covers(_ requirements: String...) -> Self {
    Covers(requirements: requirements)
  }
}
