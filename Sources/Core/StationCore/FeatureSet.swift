/// What is compiled in. A chip that only needs the Core profile is built with `-D CORE_PROFILE_ONLY`: what
/// belongs to the other profiles and the security extension is never called then, and the linker drops it.
/// Constants and not conditions around code, so that every build compiles all of it.
enum FeatureSet {
  /// What a maker adds to the standard: configuration keys of its own, vendor error codes, warnings, and
  /// answers to its own data. A chip whose maker adds nothing is built with `-D STANDARD_ONLY`.
  @inline(__always) static var hasExtensions: Bool {
    #if STANDARD_ONLY
      false
    #else
      true
    #endif
  }

  /// Everything but the Core profile.
  @inline(__always) static var isComplete: Bool {
    #if CORE_PROFILE_ONLY
      false
    #else
      true
    #endif
  }
}
