public import OCPPJSON

/// A call on its way to a peer.
public struct OutgoingCall<Caller: Sendable>: Sendable {
  public let id: MessageID
  /// The action's index in the version's table.
  public let action: UInt8
  /// The whole frame.
  public let frame: [UInt8]
  /// When the caller stops waiting, sent or not; on a clock that never goes back, the one that
  /// `CallLane.expire` is told.
  public let deadline: DateTime
  /// Who waits.
  public let caller: Caller

  public init(
    id: MessageID, action: UInt8, frame: [UInt8], deadline: DateTime, caller: Caller
  ) {
    self.id = id
    self.action = action
    self.frame = frame
    self.deadline = deadline
    self.caller = caller
  }
}

/// One call outstanding, the others in line behind it, answers matched by message id
/// (OCPP-J §4.1.1). A value: it sends nothing and reads no clock.
public struct CallLane<Caller: Sendable>: Sendable {
  public typealias Call = OutgoingCall<Caller>

  /// What to do with a new call.
  public enum Enqueued: Sendable {
    /// Send its frame now.
    case send
    /// It waits behind others.
    case wait
    /// The line is full.
    case refuse
  }

  private var outstanding: Call?
  private var line: [Call] = []
  private let lineLimit: Int

  /// A lane whose line holds up to `lineLimit` calls.
  public init(lineLimit: Int) { self.lineLimit = lineLimit }

  /// How many calls are outstanding or in line.
  public var count: Int { line.count + (outstanding == nil ? 0 : 1) }

  /// When `expire` wants to be called next.
  public var nextDeadline: DateTime? {
    var earliest = outstanding?.deadline
    for call in line where earliest.map({ call.deadline < $0 }) ?? true {
      earliest = call.deadline
    }
    return earliest
  }

  public mutating func enqueue(_ call: Call) -> Enqueued {
    // Nobody overtakes the line, not even before `sendNext` was called.
    if outstanding == nil && line.isEmpty {
      outstanding = call
      return .send
    }
    if line.count >= lineLimit { return .refuse }
    line.append(call)
    return .wait
  }

  /// The call that an answer with this id belongs to, or nil for an answer nobody waits for: that
  /// one is ignored and disturbs nothing. Call `sendNext` afterwards.
  public mutating func answered(_ id: MessageID) -> Call? {
    guard let call = outstanding, call.id == id else { return nil }
    outstanding = nil
    return call
  }

  /// The next call to send, once nothing is outstanding.
  public mutating func sendNext() -> Call? {
    if outstanding != nil || line.isEmpty { return nil }
    outstanding = line.removeFirst()
    return outstanding
  }

  /// Takes out the calls whose time is up. Their late answers will be ignored. Call `sendNext`
  /// afterwards.
  public mutating func expire(now: DateTime) -> [Call] {
    var expired: [Call] = []
    if let call = outstanding, call.deadline <= now {
      expired.append(call)
      outstanding = nil
    }
    var index = 0
    while index < line.count {
      if line[index].deadline <= now { expired.append(line.remove(at: index)) } else { index += 1 }
    }
    return expired
  }

  /// Empties the lane because the connection is gone.
  public mutating func cancelAll() -> [Call] {
    var cancelled = line
    if let call = outstanding { cancelled.insert(call, at: 0) }
    outstanding = nil
    line = []
    return cancelled
  }
}
