import CSMSCore
import OCPP16
import OCPPJSON
import OCPPRPC

/// A call of the operator and what its outcome means to the world.
struct OperatorCall {
  enum Purpose {
    case anything
    /// In mA; for connector 0 of all together.
    case limit(connector: Int, milliamperes: Int32, change: Int)
  }

  var action: Action
  var purpose: Purpose
}

/// What the operator has set up at a station, as far as it is certain.
struct Operations {
  /// Limits in mA by phase that certainly hold, by connector; 0 is all connectors together.
  var limits: [Int: Int32] = [:]
  /// Counts what may change limits: an answer to anything but the latest proves nothing.
  var limitChanges = 0
  var nextReservation = 1
  var listVersion = 0
}

extension World {
  func planOperation(_ node: StationNode) {
    after(node.chance.wait(mean: 7_200_000), .operatorActs(node.number))
  }

  func operatorActs(_ node: StationNode) {
    if isQuiet { return settleOperations(node) }
    planOperation(node)
    let connector = 1 + node.chance.below(node.outlets.count - 1)
    switch node.chance.below(15) {
    case 0: remoteStop(node, connector)
    case 1: reserve(node)
    case 2:
      call(
        node, CancelReservationRequest(reservationId: max(1, node.operations.nextReservation - 1)))
    case 3, 4: limit(node, node.chance.percent(40) ? 0 : connector)
    case 5: clearLimits(node)
    case 6: call(node, ResetRequest(type: node.chance.percent(60) ? .soft : .hard))
    case 7:
      call(
        node,
        ChangeAvailabilityRequest(
          connectorId: node.chance.percent(30) ? 0 : connector, type: .inoperative))
      after(node.chance.between(600_000, 7_200_000), .operatorServes(node.number))
    case 8: trigger(node, connector)
    case 9, 10: configure(node)
    case 11: call(node, ClearCacheRequest())
    case 12: call(node, UnlockConnectorRequest(connectorId: connector))
    case 13: sendList(node)
    default:
      let tag = tokens.good[node.chance.below(tokens.good.count)]
      let status = tokens.toggle(tag)
      note(node, "\(tag) is \(status.word) now")
    }
  }

  /// Puts everything back into service, until it has worked.
  func settleOperations(_ node: StationNode) {
    putIntoService(node)
    after(300_000, .operatorActs(node.number))
  }

  func putIntoService(_ node: StationNode) {
    call(node, ChangeAvailabilityRequest(connectorId: 0, type: .operative))
  }

  // MARK: What the operator does

  func remoteStart(_ node: StationNode, _ outlet: Int) {
    let token = node.visits[outlet].token
    guard tokens.wasEverGood(token) else { return }
    present(node, token, outlet)
    call(node, RemoteStartTransactionRequest(connectorId: outlet, idTag: token))
  }

  func remoteStop(_ node: StationNode, _ outlet: Int) {
    let open = node.books.openInLedger.first {
      central.ledger.transactions[$0 - 1].connector == outlet
    }
    if let open { call(node, RemoteStopTransactionRequest(transactionId: open)) }
  }

  private func reserve(_ node: StationNode) {
    let number = node.operations.nextReservation
    node.operations.nextReservation += 1
    var expiry = wall
    expiry.milliseconds += node.chance.between(300_000, 3_600_000)
    call(
      node,
      ReserveNowRequest(
        connectorId: node.chance.below(node.outlets.count), expiryDate: expiry,
        idTag: tokens.good[node.chance.below(tokens.good.count)], reservationId: number))
  }

  /// A limit that holds from yesterday on, whatever a station's clock says.
  private func limit(_ node: StationNode, _ connector: Int) {
    let amperes = Int(connector == 0 ? node.chance.between(6, 50) : node.chance.between(0, 32))
    var start = wall
    start.milliseconds -= 172_800_000
    let schedule = ChargingSchedule(
      startSchedule: start, chargingRateUnit: .a,
      chargingSchedulePeriod: [ChargingSchedulePeriod(startPeriod: 0, limit: Decimal(amperes))])
    let profile = ChargingProfile(
      chargingProfileId: connector + 1, stackLevel: 1,
      chargingProfilePurpose: connector == 0 ? .chargePointMaxProfile : .txDefaultProfile,
      chargingProfileKind: .absolute, chargingSchedule: schedule)
    node.operations.limits[connector] = nil
    node.operations.limitChanges += 1
    call(
      node, SetChargingProfileRequest(connectorId: connector, csChargingProfiles: profile),
      .limit(
        connector: connector, milliamperes: Int32(amperes) * 1000,
        change: node.operations.limitChanges))
  }

  private func clearLimits(_ node: StationNode) {
    node.operations.limits = [:]
    node.operations.limitChanges += 1
    call(node, ClearChargingProfileRequest())
  }

  private func trigger(_ node: StationNode, _ connector: Int) {
    switch node.chance.below(4) {
    case 0: call(node, TriggerMessageRequest(requestedMessage: .bootNotification))
    case 1: call(node, TriggerMessageRequest(requestedMessage: .heartbeat))
    case 2:
      call(node, TriggerMessageRequest(requestedMessage: .meterValues, connectorId: connector))
    default:
      call(
        node, TriggerMessageRequest(requestedMessage: .statusNotification, connectorId: connector))
    }
  }

  private func configure(_ node: StationNode) {
    let choices: [(Text, [Text])] = [
      ("MeterValueSampleInterval", ["0", "60", "300", "30"]),
      ("ClockAlignedDataInterval", ["0", "900"]),
      ("StopTxnSampledData", ["", "Energy.Active.Import.Register"]),
      ("LocalPreAuthorize", ["true", "false"]),
      ("AuthorizationCacheEnabled", ["true", "false"]),
      ("UnlockConnectorOnEVSideDisconnect", ["true", "false"]),
      ("MinimumStatusDuration", ["0", "5"]),
      ("AuthorizeRemoteTxRequests", ["true", "false"]),
      (
        "MeterValuesSampledData",
        [
          "Energy.Active.Import.Register", "Energy.Active.Import.Register,Power.Active.Import",
        ]
      ),
    ]
    let (key, values) = choices[node.chance.below(choices.count)]
    call(
      node, ChangeConfigurationRequest(key: key, value: values[node.chance.below(values.count)]))
  }

  private func sendList(_ node: StationNode) {
    node.operations.listVersion += 1
    let entries = (0..<node.chance.below(8)).map { _ in
      let tag = tokens.good[node.chance.below(tokens.good.count)]
      return AuthorizationData(idTag: tag, idTagInfo: IdTagInfo(status: .accepted))
    }
    call(
      node,
      SendLocalListRequest(
        listVersion: node.operations.listVersion, localAuthorizationList: entries,
        updateType: node.chance.percent(50) ? .full : .differential))
  }

  // MARK: Calls

  private func call<Request: OCPPRequest>(
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
    case .limit(let connector, let milliamperes, let change):
      if change != node.operations.limitChanges { return }
      node.operations.limits[connector] = milliamperes
      watch(node)
    }
  }
}
