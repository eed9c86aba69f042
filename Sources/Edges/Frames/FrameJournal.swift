internal import Dispatch
internal import Synchronization

/// The journal of frames: everything that went over the stations' sockets, in files that are only
/// ever added to, until they are old or there is too much.
///
/// Loops leave batches; one queue hides secrets in them, writes them and tells who follows; another
/// one searches. Nothing here is ever waited for by an answer: what cannot be taken is dropped and
/// counted. Not synchronized with the disk: after a power cut the last seconds may be missing.
///
/// `@unchecked Sendable`: `writer` is used on `writing` only; the rest is behind the mutex.
public final class FrameJournal: @unchecked Sendable {
  /// Counts since the journal was opened.
  public struct Statistics: Sendable, Equatable {
    public var written: UInt64 = 0
    /// Frames that were lost because too many waited or the disk refused them.
    public var dropped: UInt64 = 0
    /// Of all files now, in bytes.
    public var bytes = 0
    public var files = 0

    public init() {}
  }

  private struct State {
    var statistics = Statistics()
    var segments: [FrameSegment] = []
    var waiting = 0
    var spare: [FrameBatch] = []
    var followers: [FrameFollower] = []
  }

  private static let spareBatches = 8

  private let state = Mutex(State())
  private let hasFollowers = Atomic<Bool>(false)
  private let writing = DispatchQueue(label: "ocpp.frames.writing", qos: .utility)
  private let searching = DispatchQueue(label: "ocpp.frames.searching", qos: .utility)
  private let writer: FrameWriter

  /// Opens the journal in a folder, which is made when it is not there.
  /// - Parameters:
  ///   - harmless: a bit for every action whose valid frames cannot hold a secret.
  ///   - onError: told about the first failure of the disk after it worked, on a queue of its own.
  /// - Throws: when the folder cannot be made or read.
  public init(
    folder: String, retention: FrameRetention = FrameRetention(), harmless: UInt64 = 0,
    onError: @escaping @Sendable (FrameJournalError) -> Void = { _ in }
  ) throws(FrameJournalError) {
    writer = FrameWriter(
      folder: folder, retention: retention, harmless: harmless, onError: onError)
    let segments = try writer.open()
    state.withLock {
      $0.segments = segments
      $0.statistics.files = segments.count
      $0.statistics.bytes = segments.reduce(0) { $0 + $1.bytes }
    }
  }

  // MARK: From the loops

  func emptyBatch() -> FrameBatch {
    state.withLock { $0.spare.popLast() } ?? FrameBatch()
  }

  /// Whether somebody wants to see frames at once.
  var isFollowed: Bool { hasFollowers.load(ordering: .relaxed) }

  func take(_ batch: FrameBatch) {
    let isTaken = state.withLock { state in
      if state.waiting + batch.count > FrameLimits.waitingBytes {
        state.statistics.dropped += UInt64(batch.records)
        return false
      }
      state.waiting += batch.count
      return true
    }
    if isTaken { writing.async { self.write(batch) } } else { reuse(batch) }
  }

  private func reuse(_ batch: FrameBatch) {
    batch.count = 0
    batch.records = 0
    state.withLock { if $0.spare.count < Self.spareBatches { $0.spare.append(batch) } }
  }

  // MARK: On the writing queue

  private func write(_ batch: FrameBatch) {
    let place = writer.write(batch)
    let followers = state.withLock { state in
      state.waiting -= batch.count
      if place == nil {
        state.statistics.dropped += UInt64(batch.records)
      } else {
        state.statistics.written += UInt64(batch.records)
      }
      state.segments = writer.segments
      state.statistics.files = writer.segments.count
      state.statistics.bytes = writer.total
      return state.followers
    }
    if !followers.isEmpty {
      let place = place ?? FramePosition(segment: 0, offset: 0, index: 0)
      for follower in followers { follower.offer(batch, at: place) }
    }
    reuse(batch)
  }

  /// Deletes what is too old; to be called now and then.
  public func tidy(nowMilliseconds now: Int64) {
    writing.async { [self] in
      writer.expire(now: now)
      state.withLock { state in
        state.segments = writer.segments
        state.statistics.files = writer.segments.count
        state.statistics.bytes = writer.total
      }
    }
  }

  /// Waits until everything handed over is written.
  public func flush() { writing.sync {} }

  // MARK: Reading

  public var statistics: Statistics { state.withLock { $0.statistics } }

  /// Searches what was handed over before; the completion is called on a queue of the journal.
  public func search(
    _ query: FrameQuery, _ completion: @escaping @Sendable (FramePage) -> Void
  ) {
    writing.async { [self] in
      let segments = state.withLock { $0.segments }
      searching.async { completion(FrameSearch(query, segments).page()) }
    }
  }

  /// Follows the journal live; false when `FrameLimits.followers` do already, or as many of its
  /// company as may.
  public func follow(_ follower: FrameFollower) -> Bool {
    state.withLock { state in
      let fellows = state.followers.count { $0.company == follower.company }
      guard state.followers.count < FrameLimits.followers,
        follower.company == nil || fellows < FrameLimits.followersOfCompany
      else { return false }
      state.followers.append(follower)
      hasFollowers.store(true, ordering: .relaxed)
      return true
    }
  }

  public func leave(_ follower: FrameFollower) {
    state.withLock { state in
      state.followers.removeAll { $0 === follower }
      hasFollowers.store(!state.followers.isEmpty, ordering: .relaxed)
    }
  }
}
