#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many files and sockets this process may have open.
enum Descriptors {
  /// Raises the limit to what the system allows.
  /// - Throws: `UsageError` when that is less than `count`.
  static func require(_ count: Int) throws(UsageError) {
    var limit = rlimit()
    #if canImport(Glibc)
      let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let kind = RLIMIT_NOFILE
    #endif
    guard getrlimit(kind, &limit) == 0 else { return }
    if limit.rlim_cur < limit.rlim_max {
      limit.rlim_cur = limit.rlim_max
      _ = setrlimit(kind, &limit)
      _ = getrlimit(kind, &limit)
    }
    if limit.rlim_cur < rlim_t(count) {
      throw UsageError(
        "that needs \(count) descriptors, and this process may have \(limit.rlim_cur): raise "
          + "`ulimit -n`, or run several fleets with different --id.")
    }
  }
}

/// What this process holds of the machine's memory.
enum ResidentMemory {
  /// Nil where the system does not say.
  static var bytes: Int? {
    #if canImport(Glibc)
      guard let file = fopen("/proc/self/statm", "r") else { return nil }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 128)
      guard fgets(&line, Int32(line.count), file) != nil else { return nil }
      let words = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self
      )
      .split(separator: " ")
      return words.count > 1 ? Int(words[1]).map { $0 * Int(getpagesize()) } : nil
    #else
      return nil
    #endif
  }
}
