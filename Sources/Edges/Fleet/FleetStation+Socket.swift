import Network
import StationCore

/// The socket to the central system.
extension FleetStation {
  func connect() {
    if isStopped { return }
    lane.client(for: member, number, password).connect(on: lane.loop, handler: self) {
      [self] result in
      switch result {
      case .success(let opened):
        if isStopped { return opened.close(.goingAway) }
        socket = opened
        lane.figures.connections += 1
        lane.figures.online += 1
        handle(.connected)
      case .failure(let error):
        lane.failed("station \(member.identity): \(error)")
        lane.figures.failedConnections += 1
        handle(.connectFailed)
      }
    }
  }

  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    if isStopped || socket !== self.socket { return }
    lane.figures.messagesIn += 1
    let frame = UnsafeBufferPointer(text)
    noteAnswer(frame)
    lane.lendRoom(to: self)
    station.frameReceived(frame, now: lane.now)
    drain()
  }

  /// One call of a station is outstanding at a time, so that the next answer is its own.
  private func noteAnswer(_ frame: UnsafeBufferPointer<UInt8>) {
    guard sentAt > 0, frame.count > 1, frame[1] == 0x33 || frame[1] == 0x34 else { return }
    lane.figures.answerTimes.record(microseconds: FleetLane.microseconds() - sentAt)
    sentAt = 0
    if frame[1] == 0x34 { lane.figures.callErrors += 1 }
    guard let observer = lane.setup.onAnswered else { return }
    sentCall.withUnsafeBufferPointer {
      observer(AnsweredCall(identity: member.identity, call: $0, answer: frame))
    }
  }

  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {
    lane.figures.online -= 1
    lane.figures.lostConnections += 1
    guard socket === self.socket else { return }
    self.socket = nil
    sentAt = 0
    handle(.disconnected)
  }

  func send(_ frame: UnsafeBufferPointer<UInt8>) {
    guard let socket else { return }
    lane.figures.messagesOut += 1
    if frame.count > 1 && frame[1] == 0x32 {
      sentAt = FleetLane.microseconds()
      if lane.setup.onAnswered != nil { sentCall = Array(frame) }
    }
    socket.send(text: frame)
  }
}
