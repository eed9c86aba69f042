/// The bounds of jobs.
enum JobLimits {
  /// Stations of one job.
  static let stations = 10_000
  /// Jobs that run at a time; one more is a 429.
  static let running = 8
  /// Stations of one job that are asked at a time.
  static let parallelism = 1...64
  static let defaultParallelism = 16
  /// Until results that the store did not take are offered to it again.
  static let retryMilliseconds: UInt64 = 1_000
}
