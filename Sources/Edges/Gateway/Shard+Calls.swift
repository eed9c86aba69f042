import CSMSCore
import Frames
import Network
import OCPP16
import OCPPJSON
import OCPPRPC

/// Calls to the stations.
extension Shard {
  /// Sends a call, or puts it in line. The payload must be valid.
  func call(
    _ link: StationLink, _ action: UInt8, _ payload: [UInt8], timeout: Int,
    whenSent: (@Sendable () -> Void)?, _ completion: @escaping @Sendable (CallOutcome?) -> Void
  ) {
    guard link.socket?.isOpen == true, !link.isReplaced else { return completion(.disconnected) }
    let id = link.session.makeMessageID()
    var frame = JSONWriter(capacity: payload.count + 128)
    frame.beginCall(id, Action.table, action)
    payload.withUnsafeBufferPointer { frame.raw($0) }
    frame.endFrame()
    lastTicket += 1
    let ticket = lastTicket
    let call = OutgoingCall(
      id: id, action: action, frame: frame.withBytes { [UInt8]($0) },
      deadline: DateTime(milliseconds: steadyNow.milliseconds + Int64(timeout) * 1000),
      caller: ticket)
    switch link.session.enqueue(call) {
    case .refuse: return completion(nil)
    case .wait: break
    case .send:
      whenSent?()
      send(call, link)
    }
    link.callers[ticket] = StationLink.Caller(
      whenSent: whenSent, completion: { completion($0) })
  }

  private func send(_ call: OutgoingCall<UInt64>, _ link: StationLink) {
    statistics.callsOut[Int(call.action)] += 1
    link.outstanding = (call.action, Shard.monotonicNanoseconds())
    call.frame.withUnsafeBufferPointer {
      link.socket?.send(text: $0)
      record($0, from: .centralSystem, call.action, .open, clock(), nil, link)
    }
  }

  func sendNextCall(_ link: StationLink) {
    guard let call = link.session.nextCall() else { return }
    link.callers[call.caller]?.whenSent?()
    send(call, link)
  }

  func finishCall(_ ticket: UInt64, _ outcome: CallOutcome, _ link: StationLink) {
    if case .result = outcome {} else { statistics.callsFailed += 1 }
    link.callers.removeValue(forKey: ticket)?.completion(outcome)
  }
}
