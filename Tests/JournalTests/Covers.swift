import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The lines of the requirements a test proves.
struct Covers: SuiteTrait, TestTrait {
  let lines: [String]
}

extension Trait where Self == Covers {
  static func covers(_ lines: String...) -> Covers { Covers(lines: lines) }
}

/// Set by people who measure.
let showsFigures = getenv("JOURNAL_FIGURES") != nil
