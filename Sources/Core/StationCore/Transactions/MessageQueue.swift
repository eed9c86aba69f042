import OCPP16

/// The transaction messages that are owed to the central system, oldest first. It decides when the
/// head may be sent; what is sent and journalled is its owner's business.
///
/// Nothing overtakes within it (CP16-18). Only a CALLERROR spends an attempt (CP16-20); the wait
/// before attempt n + 1 is the retry interval times n, counted from the previous attempt (CP16-21).
struct MessageQueue: ~Copyable {
  private let pin = Pin()
  /// What becomes of the head after a CALLERROR.
  enum Verdict: Equatable {
    case retry(attempts: Int)
    /// To the dead letters; the queue goes on (CP16-22).
    case giveUp
  }

  private var messages: PieceTable<QueuedMessage>
  let limit: Int
  /// Attempts spent on the head.
  private(set) var attempts = 0
  /// Monotonic time before which the head stays.
  private(set) var notBefore: Int64 = 0
  /// When the head was last sent.
  private(set) var sentAt: Int64 = 0
  private(set) var isHeadSent = false

  init(limit: Int) {
    self.limit = limit
    messages = PieceTable(limit: limit)
  }

  /// The head is the first.
  ///
  /// - Precondition: there is a message at that index.
  subscript(index: Int) -> QueuedMessage {
    unsafeAddress { messages.address(index) }
  }

  var indices: Range<Int> { messages.indices }
  var isEmpty: Bool { messages.isEmpty }
  var count: Int { messages.count }

  /// When the head may be sent, if it is not under way.
  var due: Int64? { messages.isEmpty || isHeadSent ? nil : notBefore }

  /// Puts a message in line and gives it a place in the journal.
  @inline(never) mutating func append(
    _ content: QueuedMessage.Content, connector: Int, sequence: UInt64, transaction: UInt64
  ) {
    var message = QueuedMessage(
      content: content, connector: connector, sequence: sequence, transaction: transaction)
    message.slot = freeSlot()
    messages.append(message)
  }

  /// Puts back a message that was in the journal.
  mutating func restore(_ message: consuming QueuedMessage) {
    var place = 0
    while place < messages.count, messages[place].sequence <= message.sequence { place += 1 }
    messages.insert(message, at: place)
  }

  /// False when they are of a message that is not the head any more.
  mutating func restore(_ record: AttemptsRecord) -> Bool {
    if messages.isEmpty || messages[0].sequence != record.sequence { return false }
    attempts = record.count
    return true
  }

  private func freeSlot() -> Int {
    var slot = 0
    while isTaken(slot) { slot += 1 }
    return slot
  }

  private func isTaken(_ slot: Int) -> Bool {
    for index in messages.indices where messages[index].slot == slot { return true }
    return false
  }

  mutating func headSent(now: Int64) {
    isHeadSent = true
    sentAt = now
  }

  /// The connection is gone, or no answer came: nothing is spent, the same message is sent again.
  mutating func headUnanswered(notBefore: Int64) {
    isHeadSent = false
    self.notBefore = notBefore
  }

  /// A CALLERROR came.
  mutating func headRefused(interval: Int64, limit: Int) -> Verdict {
    isHeadSent = false
    attempts += 1
    if attempts >= limit { return .giveUp }
    notBefore = sentAt + interval * Int64(attempts)
    return .retry(attempts: attempts)
  }

  /// - Precondition: there is a message.
  mutating func removeHead() {
    isHeadSent = false
    attempts = 0
    notBefore = 0
    messages.remove(at: 0)
  }

  /// Whether a message of this transaction is still owed.
  func owes(_ transaction: UInt64) -> Bool {
    for index in messages.indices where messages[index].transaction == transaction { return true }
    return false
  }

  /// Takes out the meter value that is missed least: the one whose neighbours of the same
  /// transaction are closest together, so that what is left stays evenly spread (CP16-25). The head
  /// stays while it is under way. Its place in the journal, or nil when there is nothing to take.
  mutating func thin() -> Int? {
    var best: (index: Int, gap: Int64)?
    for index in messages.indices where !(index == 0 && isHeadSent) {
      guard case .values = messages[index].content else { continue }
      let gap = gap(around: index)
      if best.map({ gap < $0.gap }) ?? true { best = (index, gap) }
    }
    guard let best else { return nil }
    if best.index == 0 {
      attempts = 0
      notBefore = 0
    }
    let slot = messages[best.index].slot
    messages.remove(at: best.index)
    return slot
  }

  /// Milliseconds between the neighbours of a message within its transaction.
  private func gap(around index: Int) -> Int64 {
    let own = messages[index].transaction
    var before = messages[index].stamp.milliseconds
    var after = before
    var place = index - 1
    while place >= 0 {
      if messages[place].transaction == own {
        before = messages[place].stamp.milliseconds
        break
      }
      place -= 1
    }
    place = index + 1
    while place < messages.count {
      if messages[place].transaction == own {
        after = messages[place].stamp.milliseconds
        break
      }
      place += 1
    }
    return after - before
  }
}
