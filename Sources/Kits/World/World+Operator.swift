import CSMSCore
import OCPP16
import OCPPJSON
import StationCore

extension World {
  func planOperation(_ node: StationNode) {
    after(node.chance.wait(mean: 7_200_000), .operatorActs(node.number))
  }

  func operatorActs(_ node: StationNode) {
    if isQuiet { return settleOperations(node) }
    planOperation(node)
    let connector = 1 + node.chance.below(node.outlets.count - 1)
    switch node.chance.below(20) {
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
    case 14: limitTransaction(node, connector)
    case 15: limitTransaction(node, connector)
    case 16: updateFirmware(node)
    case 17: fetchFile(node)
    case 18: askAboutCertificates(node)
    default:
      let tag = tokens.good[node.chance.below(tokens.good.count)]
      let status = tokens.toggle(tag)
      note(node, "\(tag) is \(status.word) now")
    }
  }

  /// Puts everything back into service, until it has worked.
  func settleOperations(_ node: StationNode) {
    putIntoService(node)
    // Whoever left without stopping is not coming back: somebody presses the button.
    for outlet in 1..<node.outlets.count where !node.visits[outlet].isHere {
      tell(node, .localStopPressed(connector: outlet))
    }
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

  /// A limit that holds from the day before yesterday on, whatever a station's clock says, or one
  /// that comes again every day.
  private func limit(_ node: StationNode, _ connector: Int) {
    func amperes() -> Int {
      Int(connector == 0 ? node.chance.between(6, 50) : node.chance.between(0, 32))
    }
    let isDaily = node.chance.percent(40)
    let daily = amperes()
    let evening = isDaily ? amperes() : daily
    var start = wall
    start.milliseconds -= 172_800_000
    var periods = [ChargingSchedulePeriod(startPeriod: 0, limit: Decimal(daily))]
    if isDaily {
      start.milliseconds -= start.milliseconds % 86_400_000
      periods.append(
        ChargingSchedulePeriod(
          startPeriod: Int(CertainLimits.Bound.evening / 1000), limit: Decimal(evening)))
    }
    var profile = ChargingProfile(
      chargingProfileId: connector + 1, stackLevel: 1,
      chargingProfilePurpose: connector == 0 ? .chargePointMaxProfile : .txDefaultProfile,
      chargingProfileKind: isDaily ? .recurring : .absolute,
      chargingSchedule: ChargingSchedule(
        duration: isDaily ? 86_400 : nil, startSchedule: start, chargingRateUnit: .a,
        chargingSchedulePeriod: periods))
    if isDaily { profile.recurrencyKind = .daily }
    node.operations.limits.standing[connector] = nil
    node.operations.limits.changes += 1
    call(
      node, SetChargingProfileRequest(connectorId: connector, csChargingProfiles: profile),
      .limit(
        connector: connector,
        CertainLimits.Bound(daily: Int32(daily) * 1000, evening: Int32(evening) * 1000),
        change: node.operations.limits.changes))
  }

  /// A limit for the transaction that runs, as far as the operator knows: it beats the connector's.
  private func limitTransaction(_ node: StationNode, _ connector: Int) {
    let open = node.books.openInLedger.last {
      central.ledger.transactions[$0 - 1].connector == connector
    }
    guard let open else { return }
    let amperes = Int(node.chance.between(0, 32))
    var start = wall
    start.milliseconds -= 172_800_000
    let isRelative = node.chance.percent(50)
    let profile = ChargingProfile(
      chargingProfileId: 100 + connector, transactionId: open, stackLevel: node.chance.below(3),
      chargingProfilePurpose: .txProfile, chargingProfileKind: isRelative ? .relative : .absolute,
      chargingSchedule: ChargingSchedule(
        startSchedule: isRelative ? nil : start, chargingRateUnit: .a,
        chargingSchedulePeriod: [ChargingSchedulePeriod(startPeriod: 0, limit: Decimal(amperes))]))
    node.operations.limits.ofTransaction[connector] = .unknown
    node.operations.limits.changes += 1
    call(
      node, SetChargingProfileRequest(connectorId: connector, csChargingProfiles: profile),
      .transactionLimit(
        connector: connector, milliamperes: Int32(amperes) * 1000,
        change: node.operations.limits.changes, endings: node.operations.limits.endings[connector]))
  }

  private func clearLimits(_ node: StationNode) {
    node.operations.limits.clear()
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
      ("StopTransactionOnEVSideDisconnect", ["true", "false"]),
      ("StopTxnAlignedData", ["", "Energy.Active.Import.Register"]),
      ("StopTransactionOnInvalidId", ["true", "false"]),
      ("AuthorizeRemoteTxRequests", ["true", "false"]),
      (
        "MeterValuesSampledData",
        [
          "Energy.Active.Import.Register", "Energy.Active.Import.Register,Power.Active.Import",
        ]
      ),
    ]
    let (key, values) = choices[node.chance.below(choices.count)]
    node.operations.stopChoices += 1
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
}
