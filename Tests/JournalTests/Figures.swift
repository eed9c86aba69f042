#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Set by people who measure.
let showsFigures = getenv("JOURNAL_FIGURES") != nil
