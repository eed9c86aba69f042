import OCPP16
import OCPPJSON
import OCPPRPC

/// The WebSocket as the station sees it.
enum LinkState: Equatable {
  /// Not powered on yet.
  case off
  case connecting
  case up
  /// The last attempt failed or the connection was lost; the next one is at `until`.
  case waiting(until: Int64)
}

/// A wait that doubles, with jitter, so that a thousand stations do not come back in the same second
/// (CP16-8).
struct BackOff: Sendable {
  let first: Int64
  let longest: Int64
  private var next: Int64

  init(first: Int64, longest: Int64) {
    self.first = max(first, 100)
    self.longest = max(longest, self.first)
    next = self.first
  }

  mutating func wait(_ jitter: inout Jitter) -> Int64 {
    let step = next
    next = min(next * 2, longest)
    return jitter.spread(step)
  }

  mutating func reset() { next = first }
}

/// Whether the central system has taken the station in (OCPP 1.6 §4.2).
struct Registration: Sendable {
  enum State: Sendable {
    /// No answer to BootNotification yet.
    case unknown
    /// Calls are answered, only what was triggered is sent (CP16-3).
    case pending
    /// Silence until the interval has passed (CP16-2).
    case rejected
    case accepted
  }

  private(set) var state = State.unknown
  /// When BootNotification is sent next.
  private(set) var retryAt: Int64 = 0
  private var backOff: BackOff
  /// What the central system was told is out of date (CP16-7).
  var isOutdated = false

  init(_ setup: __shared StationSetup) {
    backOff = BackOff(first: setup.firstBackOff, longest: setup.longestBackOff)
  }

  var isAccepted: Bool { state == .accepted }

  /// An answer came. An interval of Pending and Rejected is the time to the next attempt; 0 means the
  /// station's own (CP16-4).
  mutating func answered(
    _ status: RegistrationStatus, interval: Int64, now: Int64, _ jitter: inout Jitter
  ) {
    isOutdated = false
    switch status {
    case .accepted:
      state = .accepted
      backOff.reset()
      return
    case .pending: state = .pending
    case .rejected: state = .rejected
    }
    retryAt = now + (interval > 0 ? interval : backOff.wait(&jitter))
  }

  /// No answer, or one that makes no sense (CP16-5).
  mutating func unanswered(now: Int64, _ jitter: inout Jitter) {
    retryAt = now + backOff.wait(&jitter)
  }

  /// A new connection: an attempt that was lost with the old one is made at once, a wait that the
  /// central system asked for goes on.
  mutating func reconnected(now: Int64) {
    if state == .unknown { retryAt = now }
  }
}

/// The one call that waits for its answer (CP16-12).
struct OutstandingCall {
  enum Content {
    case boot
    case heartbeat
    case authorize(PendingAuthorization)
    case status(StatusReport)
    /// The head of the transaction queue.
    case queued
    case notice(Notice)
  }

  var id: MessageID
  var content: Content
  var deadline: Int64
  /// The driver has sent it; before, the journal may still refuse the batch it goes with.
  var isSent = false

  init(id: MessageID, content: Content, deadline: Int64) {
    self.id = id
    self.content = content
    self.deadline = deadline
  }
}

/// The boot record.
struct BootRecord: Recorded {
  var identityPrefix: UInt64
  var boot: UInt32
  var stationTime: Int64

  init(identityPrefix: UInt64, boot: UInt32, stationTime: Int64) {
    self.identityPrefix = identityPrefix
    self.boot = boot
    self.stationTime = stationTime
  }

  func write(_ writer: inout RecordWriter) {
    writer.put(identityPrefix)
    writer.put32(Int32(bitPattern: boot))
    writer.put(stationTime)
  }

  init?(_ reader: inout RecordReader) {
    identityPrefix = reader.get64()
    boot = UInt32(bitPattern: reader.getInt32())
    stationTime = reader.getInt64()
    if reader.failed { return nil }
  }
}

extension StationClock.BootOffset: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put32(Int32(bitPattern: boot))
    writer.put(milliseconds)
  }

  init?(_ reader: inout RecordReader) {
    boot = UInt32(bitPattern: reader.getInt32())
    milliseconds = reader.getInt64()
    if reader.failed { return nil }
  }
}
