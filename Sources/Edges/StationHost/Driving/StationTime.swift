#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The monotonic clock of a station: the machine's, and what it was moved forward by hand.
final class StationTime {
  private let startedAt = StationTime.machine()
  private var moved: Int64 = 0

  /// Milliseconds since it was made. Never goes back.
  var now: Int64 { StationTime.machine() - startedAt + moved }

  /// Moves it forward.
  func move(by milliseconds: Int64) { moved += max(0, milliseconds) }

  static func machine() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
