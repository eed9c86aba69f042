import OCPP16
import OCPPJSON
import OCPPRPC

extension ChargePoint {
  /// Sends the next call, if none is outstanding: first what a person waits for, then what the
  /// central system should see, then what it must get, in that order.
  ///
  /// As long as nobody has told the time, what needs one waits.
  ///
  /// There is no line of ready frames: what is to be sent is derived from the state when its turn
  /// comes, so that it is never out of date and takes no memory meanwhile.
  mutating func sendNext() {
    guard link == .up, outstanding == nil, !isRebooting else { return }
    // A call that waited for the journal with its batch would have less time for its answer.
    if isJournalFailing { return }
    if !registration.isAccepted || registration.isOutdated {
      if registration.retryAt <= now { return sendBoot() }
      if registration.state == .pending, let index = nextNotice(isTriggered: true) {
        return send(notices.remove(at: index))
      }
      if !registration.isAccepted { return }
    }
    if let authorization = authorizations.first {
      authorizations.removeFirst()
      call(AuthorizeRequest(idTag: authorization.idTag), .authorize(authorization))
    } else if let index = nextNotice(isTriggered: true) {
      send(notices.remove(at: index))
    } else if let report = statusLine.first, !isAheadOfItsStop(report) {
      statusLine.removeFirst()
      call(request(report), .status(report))
    } else if clock.isSet, let due = queue.due, due <= now {
      sendHead()
    } else if let index = nextNotice(isTriggered: false) {
      send(notices.remove(at: index))
    } else if heartbeatDue <= now {
      lastHeartbeatAt = now
      call(HeartbeatRequest(), .heartbeat)
    }
  }

  /// The oldest that can be told, of those that were asked for or of all.
  @inline(never) private func nextNotice(isTriggered: Bool) -> Int? {
    for index in notices.indices {
      if isTriggered && !notices[index].isTriggered { continue }
      if clock.isSet || !notices[index].needsTime { return index }
    }
    return nil
  }

  /// Whether it says that a connector is free whose stop can go first: a central system takes that for
  /// proof that the stop is lost. What may overtake (CP16-19) does not have to; behind a long queue, or a
  /// stop that waits for its next attempt, it does.
  private func isAheadOfItsStop(_ report: StatusReport) -> Bool {
    guard clock.isSet, report.status == .available,
      queue.count <= Self.messagesBeforeAvailable, let due = queue.due, due <= now
    else { return false }
    for index in queue.indices where queue[index].connector == report.connector {
      if case .stop = queue[index].content { return true }
    }
    return false
  }

  private static var messagesBeforeAvailable: Int { 4 }

  @inline(never) private mutating func sendBoot() {
    call(
      BootNotificationRequest(
        chargePointVendor: identity.vendor, chargePointModel: identity.model,
        chargePointSerialNumber: identity.serialNumber,
        chargeBoxSerialNumber: identity.boxSerialNumber,
        firmwareVersion: identity.firmwareVersion, iccid: identity.iccid, imsi: identity.imsi,
        meterType: identity.meterType, meterSerialNumber: identity.meterSerialNumber),
      .boot)
  }

  /// Writes a call; its answer will be matched by id.
  mutating func call<Request: OCPPRequest>(
    _ request: borrowing Request, _ content: OutstandingCall.Content, id: MessageID? = nil
  ) {
    let start = beginCall(Request.action, content, id)
    request.write(&output.frames)
    endFrame(start)
  }

  // What is alike for all messages stands once, not in every copy of a generic function.

  @inline(never) private mutating func beginCall(
    _ action: Action, _ content: OutstandingCall.Content, _ id: MessageID?
  ) -> Int {
    let id = id ?? nextMessageID()
    outstanding = OutstandingCall(
      id: id, content: content, deadline: now + configuration.milliseconds(.messageTimeout))
    let start = output.frames.count
    output.frames.beginCall(id, Action.table, action.rawValue)
    return start
  }

  /// Ends the frame that began there, and has it sent.
  @inline(never) mutating func endFrame(_ start: Int) {
    output.frames.endFrame()
    sendFrame(from: start)
  }

  /// Has the frame sent that began there.
  mutating func sendFrame(from start: Int) {
    output.add(.send(start..<output.frames.count))
    lastSentAt = now
  }

  private func request(_ report: StatusReport) -> StatusNotificationRequest {
    var request = StatusNotificationRequest(
      connectorId: report.connector, errorCode: report.error,
      info: report.info.isEmpty ? nil : report.info, status: report.status,
      timestamp: clock.wall(of: report.stamp))
    if !FeatureSet.hasExtensions { return request }
    let code = connectors[report.connector].vendorCode
    if !code.isEmpty && report.error == connectors[report.connector].error {
      request.vendorId = identity.vendor
      request.vendorErrorCode = code
    }
    return request
  }

  private mutating func send(_ notice: Notice) {
    switch notice.content {
    case .boot: sendBoot()
    case .heartbeat:
      lastHeartbeatAt = now
      call(HeartbeatRequest(), .heartbeat)
    case .status(let connector):
      let report = report(of: connector)
      call(request(report), .status(report))
    case .meterValues(let connector, let transaction, let sample):
      let id: Int?
      if case .known(let number)? = transaction.map({ centralID(of: $0) }) {
        id = number
      } else {
        id = nil
      }
      fillMeterValues(connector, id, sample)
      call(meterValues, .notice(notice))
    case .data(let vendor, let message, let data):
      call(DataTransferRequest(vendorId: vendor, messageId: message, data: data), .notice(notice))
    case .firmware, .signedFirmware, .diagnostics, .log, .securityEvent, .signCertificate:
      if FeatureSet.isComplete { sendManagement(notice) }
    }
  }

  private mutating func sendManagement(_ notice: Notice) {
    switch notice.content {
    case .boot, .heartbeat, .status, .meterValues, .data: break
    case .firmware(let status):
      call(FirmwareStatusNotificationRequest(status: status), .notice(notice))
    case .signedFirmware(let status, let request):
      call(
        SignedFirmwareStatusNotificationRequest(status: status, requestId: request),
        .notice(notice))
    case .diagnostics(let status):
      call(DiagnosticsStatusNotificationRequest(status: status), .notice(notice))
    case .log(let status, let request):
      call(LogStatusNotificationRequest(status: status, requestId: request), .notice(notice))
    case .securityEvent: sendSecurityEvent(notice)
    case .signCertificate(let csr): call(SignCertificateRequest(csr: csr), .notice(notice))
    }
  }

  private mutating func sendSecurityEvent(_ notice: Notice) {
    guard let event = securityEvents.first, let timestamp = clock.wall(of: event.stamp) else {
      return
    }
    call(
      SecurityEventNotificationRequest(
        type: event.type, timestamp: timestamp, techInfo: event.info),
      .notice(notice))
  }

  // MARK: Transaction messages

  private mutating func sendHead() {
    guard let timestamp = clock.wall(of: queue[0].stamp) else { return }
    queue.headSent(now: now)
    let id = messageID(of: queue[0].sequence)
    let transaction = queue[0].transaction
    let connector = queue[0].connector
    switch queue[0].content {
    case .start(let idTag, let meterStart, _, let reservation):
      call(
        StartTransactionRequest(
          connectorId: connector, idTag: idTag, meterStart: Int(meterStart),
          reservationId: reservation, timestamp: timestamp),
        .queued, id: id)
    case .values(let sample):
      // The id is put in only now, when it is known (CP16-24).
      fillMeterValues(connector, centralID(of: transaction).number, sample)
      call(meterValues, .queued, id: id)
    case .stop(let idTag, let meterStop, _, let reason):
      call(
        StopTransactionRequest(
          idTag: idTag.isEmpty ? nil : idTag, meterStop: Int(meterStop), timestamp: timestamp,
          transactionId: centralID(of: transaction).number, reason: reason,
          transactionData: transactionData(of: transaction)),
        .queued, id: id)
    }
  }
}
