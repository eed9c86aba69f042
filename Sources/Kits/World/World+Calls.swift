import CSMSCore
import OCPP16
import OCPPJSON
import OCPPRPC

/// Calls from the central system, and how they end.
extension World {
  func call<Request: OCPPRequest>(
    _ node: StationNode, _ request: Request, _ purpose: OperatorCall.Purpose = .anything
  ) {
    guard let connection = central.seats[node.number], connection.centralHasIt else { return }
    report.operatorCalls += 1
    let id = connection.session.makeMessageID()
    var writer = JSONWriter()
    writer.beginCall(id, Action.table, Request.action.rawValue)
    request.write(&writer)
    writer.endFrame()
    central.lastTicket += 1
    let ticket = central.lastTicket
    var deadline = wall
    deadline.milliseconds += 30_000
    let call = OutgoingCall<UInt64>(
      id: id, action: Request.action.rawValue, frame: writer.withBytes { [UInt8]($0) },
      deadline: deadline, caller: ticket)
    switch connection.session.enqueue(call) {
    case .refuse: return
    case .wait: break
    case .send: send(call, connection)
    }
    connection.calls[ticket] = OperatorCall(action: Request.action, purpose: purpose)
    after(30_001, .callsExpire(connection))
  }

  private func send(_ call: OutgoingCall<UInt64>, _ connection: Connection) {
    if let outstanding = connection.centralCall, now < outstanding.until {
      violate(
        .protocolRules, nodes[connection.station],
        "the central system calls while another call has no answer yet")
    }
    connection.centralCall = (call.id, call.deadline.milliseconds - World.epoch)
    send(connection, call.frame)
  }

  func sendNextCall(_ connection: Connection) {
    guard connection.centralHasIt, let call = connection.session.nextCall() else { return }
    send(call, connection)
  }

  func callsExpire(_ connection: Connection) {
    guard connection.centralHasIt else { return }
    for call in connection.session.expireCalls(now: wall) {
      finish(call.caller, .timedOut, connection)
    }
    sendNextCall(connection)
  }

  func finish(_ ticket: UInt64, _ outcome: CallOutcome, _ connection: Connection) {
    guard let call = connection.calls.removeValue(forKey: ticket) else { return }
    let node = nodes[connection.station]
    var payload: [UInt8] = []
    switch outcome {
    case .result(let bytes): payload = bytes
    case .invalidResult(let bytes, let why):
      return violate(.protocolRules, node, "\(call.action): a bad answer, \(why): \(text(bytes))")
    case .error(let error):
      report.operatorErrors += 1
      return note(node, "\(call.action): \(error.code)")
    case .timedOut, .disconnected:
      report.operatorErrors += 1
      return
    }
    guard String(decoding: payload, as: UTF8.self).contains("\"Accepted\"") else { return }
    switch call.purpose {
    case .anything: break
    case .limit(let connector, let bound, let change):
      if change != node.operations.limits.changes { return }
      node.operations.limits.standing[connector] = bound
      watch(node)
    case .transactionLimit(let connector, let milliamperes, let change, let endings):
      let limits = node.operations.limits
      if change != limits.changes || endings != limits.endings[connector] { return }
      node.operations.limits.ofTransaction[connector] = .certain(milliamperes)
      watch(node)
    }
  }
}
