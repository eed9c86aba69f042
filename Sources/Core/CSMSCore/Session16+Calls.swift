import OCPP16
public import OCPPJSON
public import OCPPRPC

/// Calls to the station, and what it answers to them.
extension Session16 {
  /// An id that no other call of any connection has.
  public mutating func makeMessageID() -> MessageID {
    idNumber &+= 1
    return MessageID(prefix: idPrefix, number: idNumber)
  }

  /// Takes a call to the station: send its frame now, let it wait, or refuse it.
  public mutating func enqueue(_ call: OutgoingCall<UInt64>) -> CallLane<UInt64>.Enqueued {
    lane.enqueue(call)
  }

  /// The call to send next, once one has finished.
  public mutating func nextCall() -> OutgoingCall<UInt64>? { lane.sendNext() }

  /// The calls whose time is up.
  public mutating func expireCalls(now: DateTime) -> [OutgoingCall<UInt64>] {
    lane.expire(now: now)
  }

  /// All calls, because the connection is gone.
  public mutating func cancelCalls() -> [OutgoingCall<UInt64>] { lane.cancelAll() }

  /// When `expireCalls` is due.
  public var nextDeadline: DateTime? { lane.nextDeadline }

  /// How many calls are outstanding or wait.
  public var callCount: Int { lane.count }

  mutating func finish(
    _ id: MessageID?, _ reader: inout JSONReader, _ frame: UnsafeBufferPointer<UInt8>
  ) -> Reaction {
    guard let id, let call = lane.answered(id) else { return .ignore(.unexpectedAnswer) }
    let start = reader.offset
    var payload = reader.raw()
    reader.endFrame()
    if reader.failed {
      payload.bytes = [UInt8](frame[min(start, frame.count)...])
      return .finish(
        ticket: call.caller, .invalidResult(payload.bytes, reader.error.report(in: frame)))
    }
    guard let fault = Self.fault(in: payload.bytes, of: call.action) else {
      return .finish(ticket: call.caller, .result(payload.bytes))
    }
    if !tolerance.isEmpty, let mended = mendedResult(payload.bytes, fault.error, call.action) {
      return .finish(ticket: call.caller, .result(mended))
    }
    return .finish(ticket: call.caller, .invalidResult(payload.bytes, fault.report))
  }

  /// What is wrong with the payload of an answer.
  private static func fault(
    in payload: [UInt8], of action: UInt8
  ) -> (error: DecodeError, report: Text)? {
    payload.withUnsafeBufferPointer { bytes in
      var check = JSONReader(bytes)
      try? Action(rawValue: action).unsafelyUnwrapped.checkResponse(&check)
      check.finish()
      if !check.failed { return nil }
      return (check.error, check.error.report(in: bytes, missing: check.missingMember))
    }
  }

  private mutating func mendedResult(
    _ payload: [UInt8], _ error: DecodeError, _ action: UInt8
  ) -> [UInt8]? {
    var repair = payload.withUnsafeBufferPointer { FrameRepair($0) }
    var error = error
    while repair.mend(error, by: tolerance) {
      guard let next = Self.fault(in: repair.bytes, of: action) else {
        tolerated = repair.applied
        return repair.bytes
      }
      error = next.error
    }
    return nil
  }

  mutating func finishWithError(
    _ id: MessageID?, _ reader: inout JSONReader
  ) -> Reaction {
    guard let id, let call = lane.answered(id) else { return .ignore(.unexpectedAnswer) }
    return .finish(ticket: call.caller, .error(reader.callError()))
  }
}
