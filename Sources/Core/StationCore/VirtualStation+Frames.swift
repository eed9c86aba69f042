import OCPP16
public import OCPPJSON
import OCPPRPC

extension VirtualStation {
  /// Writes the CALL that is to be sent now and says true, or false when there is none. The writer
  /// must be empty.
  public mutating func nextFrame(writer: inout JSONWriter) -> Bool {
    guard isConnected, !isHeadSent, retryAt == nil, let head = queue.first else { return false }
    isHeadSent = true
    let id = headID ?? nextID()
    headID = id
    switch head {
    case .boot: write(id, bootNotification, &writer)
    case .status(let connector, let status, let at):
      write(
        id,
        StatusNotificationRequest(
          connectorId: connector, errorCode: .noError, status: status, timestamp: at), &writer)
    case .authorize: write(id, AuthorizeRequest(idTag: plan.idTag), &writer)
    case .start(let at):
      write(
        id,
        StartTransactionRequest(
          connectorId: plan.connector, idTag: plan.idTag, meterStart: Int(plan.meterStart),
          timestamp: at), &writer)
    case .meterValues(let sample):
      write(
        id,
        MeterValuesRequest(
          connectorId: plan.connector, transactionId: figures.transactionId,
          meterValue: [meterValue(sample, .samplePeriodic)]), &writer)
    case .stop(let sample, let reason):
      write(
        id,
        StopTransactionRequest(
          idTag: plan.idTag, meterStop: Int(sample.register), timestamp: sample.timestamp,
          transactionId: figures.transactionId ?? -1, reason: reason,
          transactionData: [meterValue(sample, .transactionEnd)]), &writer)
    case .heartbeat: write(id, HeartbeatRequest(), &writer)
    }
    return true
  }

  private var bootNotification: BootNotificationRequest {
    BootNotificationRequest(
      chargePointVendor: plan.vendor, chargePointModel: plan.model,
      firmwareVersion: plan.firmwareVersion)
  }

  private func write<R: OCPPRequest>(_ id: MessageID, _ request: R, _ writer: inout JSONWriter) {
    writer.beginCall(id, Action.table, R.action.rawValue)
    request.write(&writer)
    writer.endFrame()
  }

  private func meterValue(_ sample: Sample, _ context: ReadingContext) -> MeterValue {
    func value(_ number: Int64, _ measurand: Measurand, _ unit: UnitOfMeasure) -> SampledValue {
      SampledValue(
        value: Decimal(mantissa: number, exponent: 0).canonicalText, context: context,
        measurand: measurand, location: unit == .percent ? .ev : .outlet, unit: unit)
    }
    return MeterValue(
      timestamp: sample.timestamp,
      sampledValue: [
        value(sample.register, .energyActiveImportRegister, .wh),
        value(sample.power, .powerActiveImport, .w),
        value(sample.stateOfCharge / 10, .soc, .percent),
      ])
  }

  /// Takes a whole frame; the answer to it, if it wants one, is in the writer afterwards. Frames that
  /// make no sense are passed over.
  public mutating func received(
    _ frame: UnsafeBufferPointer<UInt8>, now: DateTime, writer: inout JSONWriter
  ) {
    var reader = JSONReader(frame)
    var head = FrameHead()
    reader.frameHead(&head, actions: Action.table)
    if head.kind == .call {
      answer(head, &reader, frame, now, &writer)
      return
    }
    // An answer with another id is late or nobody's; it disturbs nothing.
    guard !reader.failed, isHeadSent, let id = head.id, id == headID else { return }
    isHeadSent = false
    if head.kind == .result {
      acknowledged(&reader, now)
    } else {
      figures.errors += 1
      tryAgain(now)
    }
  }

  /// The head of the queue was answered.
  private mutating func acknowledged(_ reader: inout JSONReader, _ now: DateTime) {
    guard let message = queue.first else { return }
    switch message {
    case .boot: if !registered(&reader, now) { return }
    case .authorize: authorized(&reader, now)
    case .start:
      var response = StartTransactionResponse(blank: ())
      response.read(&reader)
      if reader.failed { return tryAgain(now) }
      figures.transactionId = response.transactionId
      if response.idTagInfo.status != .accepted && phase == .charging {
        leave(now, .deAuthorized)
      }
    case .meterValues: figures.meterValues += 1
    case .stop, .status, .heartbeat: break
    }
    queue.removeFirst()
    headID = nil
    if phase == .leaving && queue.isEmpty { phase = .finished }
  }

  private mutating func tryAgain(_ now: DateTime) {
    retryAt = DateTime(milliseconds: now.milliseconds + VirtualStation.retryDelay)
  }

  /// False when the station must ask again.
  private mutating func registered(_ reader: inout JSONReader, _ now: DateTime) -> Bool {
    var response = BootNotificationResponse(blank: ())
    response.read(&reader)
    if reader.failed || response.status != .accepted {
      // A Pending or Rejected interval is the time to the next attempt (OCPP 1.6 §4.2).
      let delay = Int64(response.interval) * 1000
      retryAt = DateTime(
        milliseconds: now.milliseconds + (delay > 0 ? delay : VirtualStation.retryDelay))
      headID = nil
      return false
    }
    if response.interval > 0 { heartbeatInterval = Int64(response.interval) * 1000 }
    heartbeatAt = DateTime(milliseconds: now.milliseconds + heartbeatInterval)
    phase = .authorizing
    queue.append(.status(connector: 0, .available, now))
    queue.append(.status(connector: plan.connector, .preparing, now))
    queue.append(.authorize)
    return true
  }

  private mutating func authorized(_ reader: inout JSONReader, _ now: DateTime) {
    var response = AuthorizeResponse(blank: ())
    response.read(&reader)
    if !reader.failed && response.idTagInfo.status == .accepted {
      beginCharging(now)
    } else {
      phase = .refused(.token)
      queue.append(.status(connector: plan.connector, .available, now))
    }
  }
}
