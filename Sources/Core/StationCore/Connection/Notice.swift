import OCPP16
import OCPPJSON

/// Something the central system is told once, outside the transaction queue.
struct Notice: Sendable {
  enum Content: Sendable {
    case boot
    case heartbeat
    case status(connector: Int)
    /// Without a transaction, or triggered.
    indirect case meterValues(connector: Int, transaction: UInt64?, Sample)
    case firmware(FirmwareStatus)
    case signedFirmware(SignedFirmwareStatus, request: Int?)
    case diagnostics(DiagnosticsStatus)
    case log(UploadLogStatus, request: Int?)
    /// The oldest security event that is owed.
    case securityEvent
    case signCertificate(Text)
    case data(Text, Text?, Text?)
  }

  /// How many may wait; then the oldest goes.
  static var limit: Int { 32 }

  var content: Content
  /// The central system asked for it: may be sent while registration is Pending.
  var isTriggered = false

  /// Whether its message has a time that it cannot go without.
  var needsTime: Bool {
    switch content {
    case .meterValues, .securityEvent: true
    default: false
    }
  }

  /// Whether it is still news after a reconnect.
  var outlivesConnection: Bool {
    switch content {
    case .firmware, .signedFirmware, .diagnostics, .log, .securityEvent, .signCertificate: true
    case .boot, .heartbeat, .status, .meterValues, .data: false
    }
  }
}

extension ChargePoint {
  @inline(never) mutating func notify(_ content: Notice.Content, isTriggered: Bool = false) {
    let notice = Notice(content: content, isTriggered: isTriggered)
    if !isOnline && !notice.outlivesConnection && !isTriggered { return drop(notice) }
    makeRoomForNotice()
    notices.append(notice)
  }

  /// The oldest goes; a security event never does, it has a limit of its own.
  mutating func makeRoomForNotice() {
    if notices.count < Notice.limit { return }
    let oldest = notices.firstIndex {
      if case .securityEvent = $0.content { false } else { true }
    }
    drop(notices.remove(at: oldest ?? 0))
  }

  /// It will not be told, or nobody will say that it was: who waits for an answer learns that there is
  /// none.
  @inline(never) mutating func drop(_ notice: Notice) {
    if FeatureSet.hasExtensions, case .data = notice.content {
      output.add(.takeDataAnswer(nil, data: nil))
    }
  }
}
