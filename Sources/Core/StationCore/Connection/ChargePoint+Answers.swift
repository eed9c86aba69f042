import OCPP16
import OCPPJSON
import OCPPRPC

extension ChargePoint {
  /// A frame came in: a call is answered, an answer finds its call by id, anything else is passed
  /// over.
  mutating func receive(_ frame: UnsafeBufferPointer<UInt8>) {
    if frame.count > setup.frameLimit { return refuseLarge(frame) }
    var reader = JSONReader(frame, policy: ReadingPolicy())
    var head = FrameHead()
    reader.frameHead(&head, actions: Action.table)
    switch head.kind {
    case .call: answer(head, &reader, frame)
    case .result, .error: answered(head, &reader)
    case .resultError, .send: break
    }
  }

  /// Apart from calls, so that neither takes stack while the other is worked on.
  @inline(never) private mutating func answered(_ head: FrameHead, _ reader: inout JSONReader) {
    // An unknown id belongs to nobody and disturbs nothing (CP16-13).
    guard !reader.failed, head.id == outstanding?.id, let call = outstanding.take() else { return }
    if head.kind == .result {
      reader.policy.ignoresUnknownMembers = true
      finished(call, &reader)
    } else {
      refused(call)
    }
  }

  /// More bytes than the station takes (CP16-16): a call is refused by its id, as far as that can
  /// be read; with anything else the connection is closed, because it cannot be told what was lost.
  @inline(never) private mutating func refuseLarge(_ frame: UnsafeBufferPointer<UInt8>) {
    var reader = JSONReader(UnsafeBufferPointer(rebasing: frame[0..<setup.frameLimit]))
    var head = FrameHead()
    reader.frameHead(&head, actions: Action.table)
    guard !reader.failed, head.kind == .call, let id = head.id, registration.state != .rejected
    else {
      output.add(.closeSocket(code: 1009))
      return
    }
    refuse(id, .genericError, "the message is larger than this station takes")
  }

  private mutating func finished(_ call: OutstandingCall, _ reader: inout JSONReader) {
    switch call.content {
    case .boot: registered(&reader)
    case .heartbeat:
      var response = HeartbeatResponse(blank: ())
      response.read(&reader)
      if !reader.failed { setClock(response.currentTime) }
    case .authorize(let authorization):
      var response = AuthorizeResponse(blank: ())
      response.read(&reader)
      if reader.failed { return decideOffline(authorization) }
      authorized(authorization, response.idTagInfo)
    case .status(let report):
      connectors[report.connector].delivered = report
      connectors[report.connector].statusRefusals = 0
    case .queued: headFinished(&reader)
    case .notice(let notice):
      if FeatureSet.hasExtensions, case .data = notice.content { return dataDelivered(&reader) }
      noticeFinished(notice)
    }
  }

  private mutating func dataDelivered(_ reader: inout JSONReader) {
    var response = DataTransferResponse(blank: ())
    response.read(&reader)
    output.add(.takeDataAnswer(reader.failed ? nil : response.status, data: response.data))
  }

  private mutating func noticeFinished(_ notice: Notice) {
    if case .securityEvent = notice.content, !securityEvents.isEmpty {
      output.forget(.securityEvent, securityEvents.removeFirst().slot)
    }
  }

  /// A CALLERROR.
  private mutating func refused(_ call: OutstandingCall) {
    switch call.content {
    case .boot: registration.unanswered(now: now, &jitter)
    case .heartbeat: break
    case .authorize(let authorization): decideOffline(authorization)
    case .status(let report):
      statusRefused(report)
    case .queued: headRefused()
    case .notice(let notice):
      drop(notice)
      noticeFinished(notice)
    }
  }

  /// Not told: it is told again, less and less often, until the central system takes it. One that
  /// could not store it would else show the old status until the next vehicle.
  private mutating func statusRefused(_ report: StatusReport) {
    let number = report.connector
    connectors[number].announced = connectors[number].delivered
    connectors[number].statusRefusals = min(connectors[number].statusRefusals + 1, 10)
    connectors[number].statusNotBefore = now + 60_000 * connectors[number].statusRefusals
  }

  // MARK: Transaction messages

  private mutating func headFinished(_ reader: inout JSONReader) {
    if queue.isEmpty { return }
    let transaction = queue[0].transaction
    switch queue[0].content {
    case .start(let idTag, _, _, _):
      var response = StartTransactionResponse(blank: ())
      response.read(&reader)
      // Without an id the transaction could not go on: the same as a refusal.
      if reader.failed { return headRefused() }
      removeHead()
      started(transaction, idTag, response)
    case .values:
      removeHead()
      deliveredValues += 1
    case .stop(let idTag, _, _, _):
      var response = StopTransactionResponse(blank: ())
      response.read(&reader)
      removeHead()
      closeBooks(transaction)
      if !reader.failed, let info = response.idTagInfo, !idTag.isEmpty { learn(idTag, info) }
    }
  }

  @inline(never) private mutating func headRefused() {
    if queue.isEmpty { return }
    let transaction = queue[0].transaction
    let sequence = queue[0].sequence
    let verdict = queue.headRefused(
      interval: configuration.milliseconds(.transactionMessageRetryInterval),
      limit: Int(configuration.number(.transactionMessageAttempts)))
    switch verdict {
    case .retry(let attempts):
      // What is owed cannot be delivered without it.
      output.put(.attempts, 0, AttemptsRecord(sequence: sequence, count: attempts), .essential)
    case .giveUp:
      if setup.deadLetterLimit > 0 {
        output.put(.deadLetter, deadLetters % setup.deadLetterLimit, queue[0])
      }
      deadLetters += 1
      output.add(.reportDeadLetter(sequence: sequence))
      let stopped = transactionOfSentStop
      let isValues = queue[0].priority == .expendable
      removeHead()
      if stopped != nil {
        closeBooks(transaction)
      } else if !isValues {
        name(transaction, .undeliverable)
      }
    }
  }

  @inline(never) private mutating func removeHead() {
    if queue.attempts > 0 { output.forget(.attempts, 0) }
    output.forget(.message, queue[0].slot)
    queue.removeHead()
  }
}
