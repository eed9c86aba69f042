import OCPP16
public import OCPPJSON
import OCPPRPC

/// The central system's end of one OCPP 1.6 connection: frames in, reactions out.
///
/// A value: it reads no clock, opens no socket and keeps nothing on disk. Frames it wants sent are in
/// the writer it was given.
public struct Session16: Sendable {
  /// What the operator decided; may change while the connection lasts.
  public var policy: SessionPolicy {
    get { handler.policy }
    set { handler.policy = newValue }
  }
  /// Part of the session, and not made for each call: a copy would retain what it refers to.
  private var handler: StationCallHandler
  var lane: CallLane<UInt64>
  let idPrefix: UInt64
  var idNumber: UInt32 = 0
  /// How faulty messages of this station are understood; none: not at all.
  public var tolerance: QuirkRules = []
  /// The rules that the last frame needed. The strict way never writes it; who looks at it after a
  /// frame empties it.
  public var tolerated: QuirkRules = []

  /// Looks at a station's certificate signing request; nil when it is not taken.
  public typealias CertificateJudge = @Sendable (Text) -> CertificateRequest?
  /// Nil where nobody signs.
  public var judge: CertificateJudge? {
    get { handler.judge }
    set { handler.judge = newValue }
  }

  /// - Parameter idPrefix: random, so that ids of calls are unique across connections.
  public init(policy: SessionPolicy, tokens: any TokenDirectory, idPrefix: UInt64) {
    handler = StationCallHandler(policy: policy, tokens: tokens)
    self.idPrefix = idPrefix
    lane = CallLane(lineLimit: policy.callLineLimit)
  }

  // MARK: From the station

  /// Takes a whole frame. The writer must be empty; it holds the answer afterwards, if there is one.
  /// `action` is the index of the call's action, or nil.
  public mutating func received(
    _ frame: UnsafeBufferPointer<UInt8>, now: DateTime, writer: inout JSONWriter
  ) -> (action: UInt8?, reaction: Reaction) {
    var reader = JSONReader(frame)
    var head = FrameHead()
    reader.frameHead(&head, actions: Action.table)
    if reader.failed {
      return (nil, refuseHead(head, reader.error, frame, reader.missingMember, &writer))
    }
    switch head.kind {
    case .call: return (head.action, handle(head, &reader, frame, now, &writer))
    case .result: return (nil, finish(head.id, &reader, frame))
    case .error: return (nil, finishWithError(head.id, &reader))
    case .resultError, .send: return (nil, .ignore(.unknownMessageType))
    }
  }

  private mutating func handle(
    _ head: FrameHead, _ reader: inout JSONReader, _ frame: UnsafeBufferPointer<UInt8>,
    _ now: DateTime, _ writer: inout JSONWriter
  ) -> Reaction {
    let id = head.id ?? .unreadable
    guard Action(rawValue: head.action).unsafelyUnwrapped.sentByStation else {
      return refuseUnsupported(id, &writer)
    }
    // A station that was rejected has nothing to say but that it is there (OCPP 1.6 §4.2). It keeps
    // what it refuses to forget, and sends it again when it is accepted.
    if handler.policy.registration == .rejected && head.action != Action.bootNotification.rawValue {
      writer.callError(id, .securityError, in: .v16, "this station is not accepted here")
      return .refuse(.securityError)
    }
    do throws(DecodeError) {
      return try take(head, &reader, now, &writer)
    } catch {
      if !tolerance.isEmpty, let reaction = handleMended(frame, error, now, &writer) {
        return reaction
      }
      let code = RPCErrorCode(error.violation)
      writer.callError(
        id, code, in: .v16, error.report(in: frame, missing: reader.missingMember))
      return .refuse(code)
    }
  }

  private mutating func take(
    _ head: FrameHead, _ reader: inout JSONReader, _ now: DateTime, _ writer: inout JSONWriter
  ) throws(DecodeError) -> Reaction {
    let id = head.id ?? .unreadable
    handler.now = now
    let action = Action(rawValue: head.action).unsafelyUnwrapped
    switch try action.dispatch(&reader, toCentralSystem: &handler) {
    case .heartbeat(let response): return reply(id, response, &writer)
    case .authorize(let response): return reply(id, response, &writer)
    case .dataTransfer(let response): return reply(id, response, &writer)
    case .signCertificate(let response): return reply(id, response, &writer)
    case .hold(let fact, let content):
      return .hold(fact, PendingAnswer(id: id, action: head.action, content: content))
    case .notSupported: return refuseUnsupported(id, &writer)
    }
  }

  /// A second pass over a call that was refused: mended fault by fault, decoded as strictly.
  private mutating func handleMended(
    _ frame: UnsafeBufferPointer<UInt8>, _ error: DecodeError, _ now: DateTime,
    _ writer: inout JSONWriter
  ) -> Reaction? {
    var repair = FrameRepair(frame)
    var error = error
    while repair.mend(error, by: tolerance) {
      do throws(DecodeError) {
        let reaction = try repair.bytes.withUnsafeBufferPointer {
          (bytes) throws(DecodeError) -> Reaction in
          var reader = JSONReader(bytes)
          var head = FrameHead()
          reader.frameHead(&head, actions: Action.table)
          try reader.check()
          return try take(head, &reader, now, &writer)
        }
        tolerated = repair.applied
        return reaction
      } catch let next {
        error = next
      }
    }
    return nil
  }

  private func reply(
    _ id: MessageID, _ response: some OCPPObject, _ writer: inout JSONWriter
  ) -> Reaction {
    writer.beginResult(id)
    response.write(&writer)
    writer.endFrame()
    return .answer
  }

  private func refuseUnsupported(_ id: MessageID, _ writer: inout JSONWriter) -> Reaction {
    writer.callError(id, .notSupported, in: .v16, "this central system does not take this call")
    return .refuse(.notSupported)
  }

  /// Writes the answer that was held, now that the store has spoken.
  ///
  /// Mutating only so that a session which lies in an object is not copied to be asked.
  public mutating func answer(
    _ pending: PendingAnswer, _ receipt: Receipt, now: DateTime, writer: inout JSONWriter
  ) {
    if receipt == .failed {
      writer.callError(
        pending.id, .internalError, in: .v16, "the message could not be stored; send it again")
      return
    }
    writer.beginResult(pending.id)
    switch pending.content {
    case .empty: writer.literal("{}")
    case .requested:
      SignCertificateResponse(status: receipt == .declined ? .rejected : .accepted).write(&writer)
    case .registered(let registration):
      BootNotificationResponse(
        status: RegistrationStatus(registration), currentTime: now,
        interval: registration == .accepted ? policy.heartbeatInterval : policy.retryInterval
      ).write(&writer)
    case .started(let verdict):
      var id = 0
      var verdict = verdict
      switch receipt {
      case .transaction(let assigned, _): id = assigned
      case .concurrent(let assigned, _):
        id = assigned
        verdict.status = .concurrentTx
      case .refused(let assigned, _):
        id = assigned
        verdict.status = .invalid
      case .kept, .stopped, .declined, .failed: break
      }
      StartTransactionResponse(idTagInfo: IdTagInfo(verdict), transactionId: id).write(&writer)
    case .stopped(let verdict):
      StopTransactionResponse(idTagInfo: verdict.map { IdTagInfo($0) }).write(&writer)
    }
    writer.endFrame()
  }

  private func refuseHead(
    _ head: FrameHead, _ error: DecodeError, _ frame: UnsafeBufferPointer<UInt8>, _ missing: Text?,
    _ writer: inout JSONWriter
  ) -> Reaction {
    // 1.6 passes over message types it does not know (OCPP-J 1.6 §4.1.3).
    if error.violation == .messageType { return .ignore(.unknownMessageType) }
    switch head.kind {
    case .call: break
    // An answer never gets a CALLERROR.
    case .result, .error: return .ignore(.unreadableAnswer)
    case .resultError, .send: return .ignore(.unknownMessageType)
    }
    let code = RPCErrorCode(error.violation, inHead: true)
    writer.callError(
      head.id ?? .unreadable, code, in: .v16, error.report(in: frame, missing: missing))
    return .refuse(code)
  }
}
