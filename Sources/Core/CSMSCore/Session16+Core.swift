import OCPP16
import OCPPJSON
import OCPPRPC

/// What a call from a station comes to.
enum CallResult {
  case heartbeat(HeartbeatResponse)
  case authorize(AuthorizeResponse)
  case dataTransfer(DataTransferResponse)
  /// The answer waits until the fact is durable.
  case hold(Fact, PendingAnswer.Content)
  case signCertificate(SignCertificateResponse)
  case notSupported
}

/// Answers the calls of stations: the Core profile and the status reports.
struct StationCallHandler: CentralSystemHandler {
  typealias Output = CallResult

  var policy: SessionPolicy
  let tokens: any TokenDirectory
  var judge: Session16.CertificateJudge?
  /// When the call arrived.
  var now = DateTime(milliseconds: 0)

  init(policy: SessionPolicy, tokens: any TokenDirectory) {
    self.policy = policy
    self.tokens = tokens
  }

  private var desk: TokenDesk {
    TokenDesk(
      tokens: tokens, acceptsUnknown: policy.acceptsUnknownTokens,
      tokenTransactions: policy.tokenTransactions)
  }

  func heartbeat(_ request: HeartbeatRequest) -> CallResult {
    .heartbeat(HeartbeatResponse(currentTime: now))
  }

  func authorize(_ request: AuthorizeRequest) -> CallResult {
    let verdict = desk.verdict(on: request.idTag, now: now)
    return .authorize(AuthorizeResponse(idTagInfo: IdTagInfo(verdict)))
  }

  func dataTransfer(_ request: DataTransferRequest) -> CallResult {
    // No vendor extension is installed (OCPP 1.6 §4.3).
    .dataTransfer(DataTransferResponse(status: .unknownVendorId))
  }

  func bootNotification(_ request: BootNotificationRequest) -> CallResult {
    var boot = StationBoot(vendor: request.chargePointVendor, model: request.chargePointModel)
    boot.chargePointSerialNumber = request.chargePointSerialNumber
    boot.chargeBoxSerialNumber = request.chargeBoxSerialNumber
    boot.firmwareVersion = request.firmwareVersion
    boot.iccid = request.iccid
    boot.imsi = request.imsi
    boot.meterType = request.meterType
    boot.meterSerialNumber = request.meterSerialNumber
    boot.registration = policy.registration
    return .hold(.booted(boot), .registered(policy.registration))
  }

  func startTransaction(_ request: StartTransactionRequest) -> CallResult {
    // Whatever the verdict, the transaction is recorded: energy may have flowed already.
    let verdict = desk.verdict(on: request.idTag, now: now)
    var start = TransactionStart(
      connector: request.connectorId, idTag: request.idTag, meterStart: request.meterStart,
      timestamp: request.timestamp, authorization: verdict.status.word)
    start.reservationId = request.reservationId
    desk.limit(&start)
    return .hold(.transactionStarted(start), .started(verdict))
  }

  func meterValues(_ request: MeterValuesRequest) -> CallResult {
    let report = MeterReport(
      connector: request.connectorId, transactionId: request.transactionId,
      readings: MeterPacking.pack(request.meterValue))
    return .hold(.meterValues(report), .empty)
  }

  func statusNotification(_ request: StatusNotificationRequest) -> CallResult {
    var status = ConnectorStatus(
      connector: request.connectorId, status: request.status.word,
      errorCode: request.errorCode.word)
    status.info = request.info
    status.vendorId = request.vendorId
    status.vendorErrorCode = request.vendorErrorCode
    status.timestamp = request.timestamp
    return .hold(.connectorStatus(status), .empty)
  }

  func stopTransaction(_ request: StopTransactionRequest) -> CallResult {
    var stop = TransactionStop(
      transactionId: request.transactionId, meterStop: request.meterStop,
      timestamp: request.timestamp)
    stop.idTag = request.idTag
    stop.reason = request.reason?.word
    stop.readings = MeterPacking.pack(request.transactionData ?? [])
    let verdict = request.idTag.map { desk.verdict(on: $0, now: now) }
    return .hold(.transactionStopped(stop), .stopped(verdict))
  }
}

/// Reports that are kept and change nothing.
extension StationCallHandler {
  private func notice(
    _ action: Action, _ status: Text, requestId: Int? = nil
  ) -> CallResult {
    var notice = StationNotice(kind: action.word, status: status)
    notice.requestId = requestId
    return .hold(.notice(notice), .empty)
  }

  func diagnosticsStatusNotification(
    _ request: DiagnosticsStatusNotificationRequest
  ) -> CallResult {
    notice(.diagnosticsStatusNotification, request.status.word)
  }

  func firmwareStatusNotification(_ request: FirmwareStatusNotificationRequest) -> CallResult {
    notice(.firmwareStatusNotification, request.status.word)
  }

  func logStatusNotification(_ request: LogStatusNotificationRequest) -> CallResult {
    notice(.logStatusNotification, request.status.word, requestId: request.requestId)
  }

  func signedFirmwareStatusNotification(
    _ request: SignedFirmwareStatusNotificationRequest
  ) -> CallResult {
    notice(.signedFirmwareStatusNotification, request.status.word, requestId: request.requestId)
  }

  func securityEventNotification(_ request: SecurityEventNotificationRequest) -> CallResult {
    var notice = StationNotice(kind: Action.securityEventNotification.word, status: request.type)
    notice.info = request.techInfo
    notice.timestamp = request.timestamp
    return .hold(.notice(notice), .empty)
  }

  /// Whoever knows certificates says whether one could be made of it; who makes it, and when, is
  /// another matter (security extension A02).
  func signCertificate(_ request: SignCertificateRequest) -> CallResult {
    guard let judge else { return .notSupported }
    guard let accepted = judge(request.csr) else {
      return .signCertificate(SignCertificateResponse(status: .rejected))
    }
    return .hold(.certificateRequested(accepted), .requested)
  }
}
