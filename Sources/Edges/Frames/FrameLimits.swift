/// The bounds of the journal of frames. What is lost at one of them is counted.
public enum FrameLimits {
  /// Bytes of a frame that are kept; the rest is cut off and its length told.
  public static let frameBytes = 65_536
  /// A loop hands its frames over when it has this many bytes of them, or once a second.
  static let batchBytes = 131_072
  /// Bytes on their way to the disk; beyond it a loop's frames are dropped.
  public static let waitingBytes = 16 << 20
  /// A file's size; whole files are deleted when they are too old or there is too much.
  static let segmentBytes = 16 << 20
  /// Bytes that one query reads; then it answers with what it has and where to go on.
  public static let scanBytes = 256 << 20
  /// Blocks read ahead of a page, so that the answers to its newest calls are known.
  static let lookAheadBlocks = 16
  /// Answers a query remembers until it meets their calls.
  static let rememberedAnswers = 65_536
  /// The most entries one page has.
  public static let listedFrames = 1_000
  /// Clients that follow the journal live, and of one company.
  public static let followers = 16
  public static let followersOfCompany = 4
  /// Batches on their way to one follower; beyond it frames are passed over and counted.
  static let followerBatches = 8
}

/// How much the journal keeps.
public struct FrameRetention: Sendable, Equatable {
  /// In days.
  public var days: Int
  /// In bytes, of all files together.
  public var bytes: Int

  public init(days: Int = 7, bytes: Int = 1 << 30) {
    self.days = days
    self.bytes = bytes
  }
}
