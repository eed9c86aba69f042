import OCPP16
import OCPPJSON

/// A file on its way to the central system: diagnostics (GetDiagnostics) or a log (GetLog).
struct Upload: Sendable {
  var file: UploadRequest
  /// Of GetLog.
  var request: Int?
  var attemptsLeft: Int
  /// In milliseconds.
  var retryInterval: Int64
  /// When the next attempt is due; nil while one is under way.
  var retryAt: Int64?
}

extension ChargePoint {
  mutating func getDiagnostics(_ request: GetDiagnosticsRequest) {
    // No file, no name (§6.24).
    if !setup.canUpload { return reply(GetDiagnosticsResponse()) }
    let file = UploadRequest(
      kind: .diagnostics, location: request.location, from: request.startTime,
      to: request.stopTime, fileName: "diagnostics.log")
    reply(GetDiagnosticsResponse(fileName: file.fileName))
    start(file, request: nil, retries: request.retries, interval: request.retryInterval)
  }

  mutating func getLog(_ request: GetLogRequest) {
    if !setup.canUpload { return reply(GetLogResponse(status: .rejected)) }
    let isSecurity = request.logType == .securityLog
    let file = UploadRequest(
      kind: isSecurity ? .securityLog : .diagnosticsLog, location: request.log.remoteLocation,
      from: request.log.oldestTimestamp, to: request.log.latestTimestamp,
      fileName: isSecurity ? "security.log" : "diagnostics.log")
    let status = upload == nil ? LogStatus.accepted : .acceptedCanceled
    reply(GetLogResponse(status: status, filename: file.fileName))
    start(
      file, request: request.requestId, retries: request.retries,
      interval: request.retryInterval)
  }

  private mutating func start(
    _ file: UploadRequest, request: Int?, retries: Int?, interval: Int?
  ) {
    if upload != nil { output.replace(.cancelUpload) }
    upload = Upload(
      file: file, request: request, attemptsLeft: min(max(retries ?? 0, 0), 100),
      retryInterval: Int64(min(max(interval ?? 60, 1), 86_400)) * 1000, retryAt: nil)
    notify(
      file.kind == .diagnostics ? .diagnostics(.uploading) : .log(.uploading, request: request))
    output.add(.upload(file))
  }

  @inline(never) mutating func runUploadTimer() {
    guard var waiting = upload, let due = waiting.retryAt, due <= now else { return }
    waiting.retryAt = nil
    upload = waiting
    output.add(.upload(waiting.file))
  }

  mutating func uploadFinished(_ isGood: Bool) {
    guard let finished = upload, finished.retryAt == nil else { return }
    if !isGood && finished.attemptsLeft > 0 {
      var next = finished
      next.attemptsLeft -= 1
      next.retryAt = now + finished.retryInterval
      upload = next
      return
    }
    upload = nil
    if finished.file.kind == .diagnostics {
      notify(.diagnostics(isGood ? .uploaded : .uploadFailed))
    } else {
      notify(.log(isGood ? .uploaded : .uploadFailure, request: finished.request))
    }
  }

  /// What TriggerMessage is told.
  var diagnosticsStatus: DiagnosticsStatus {
    upload?.file.kind == .diagnostics ? .uploading : .idle
  }

  var logStatus: Notice.Content {
    guard let upload, upload.file.kind != .diagnostics else { return .log(.idle, request: nil) }
    return .log(.uploading, request: upload.request)
  }
}
