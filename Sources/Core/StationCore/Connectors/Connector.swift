import OCPP16
import OCPPJSON

/// One connector; number 0 is the station as a whole and only ever idle. Not copyable: there is one.
struct Connector: ~Copyable, Sendable {
  private let pin = Pin()
  let number: Int
  /// An UnlockConnector call that waits for the lock.
  var unlockDeadline: Int64?
  var phase = ConnectorPhase.idle
  var isPlugged = false
  var isEVReady = false
  var isEVSEReady = true
  var ownFault = ChargePointErrorCode.noError
  /// Connector 0's: what is wrong with the whole station is wrong here too.
  var stationFault = ChargePointErrorCode.noError
  var faultInfo = Text()
  /// An error that does not keep it from charging.
  var warning = ChargePointErrorCode.noError
  /// The maker's own code of fault or warning.
  var vendorCode = Text()
  /// The central system wants it so.
  var isInoperative = false
  /// Out of service until the new firmware is installed.
  var isOutForFirmware = false
  /// Becomes inoperative or operative when the transaction has ended (CP16-46).
  var scheduledInoperative: Bool?
  /// The cable stays locked until the one who began comes back (CP16-36, CP16-43).
  var isHeld = false
  /// Who can free a held cable.
  var heldFor = Text()
  var reservation: Reservation?
  var transaction: Transaction?

  // Metering
  var reading: MeterReading?
  /// Monotonic time of the reading; long ago for one of an earlier boot.
  var readAt: Int64 = -86_400_000
  var wanted: MeterPurposes = []
  var meterDeadline: Int64 = 0
  /// How often the meter was asked since it answered last.
  var meterTries = 0
  /// A reading is under way that was asked for before the contactor opened: the end needs another.
  var needsFreshReading = false
  var alignedStamp: Stamp?
  var nextSample: Int64?
  var nextSampleRecord: Int64 = 0
  /// The next reading that comes goes to the journal.
  var isRecordDue = false
  var lastSample: Sample?

  // What the hardware was told last
  var isContactorClosed = false
  var isLocked = false
  var offered: Int32 = 0
  /// What smart charging allows, in mA by phase.
  var limit: Int32

  // What the central system was told
  var status = ChargePointStatus.available
  var statusError = ChargePointErrorCode.noError
  /// Monotonic time of the last change of status.
  var statusSince: Int64 = 0
  var statusStamp: Stamp?
  /// The last one put in line or delivered; nil after a start.
  var announced: StatusReport?
  /// The last one the central system confirmed.
  var delivered: StatusReport?
  /// How often the central system answered with a CALLERROR since it confirmed one.
  var statusRefusals: Int64 = 0
  /// Monotonic time before which it is not told again.
  var statusNotBefore: Int64 = 0

  init(number: Int, limit: Int32) {
    self.number = number
    self.limit = limit
  }

  /// The remote start whose transaction is about to begin here.
  var remoteStart: Int? {
    switch phase {
    case .waitingForCable(let token, _), .starting(let token): token.remoteStart
    case .idle, .waitingForToken, .charging, .stopping, .finishing: nil
    }
  }

  /// Whether a transaction runs, or its end is being read.
  var isInTransaction: Bool { transaction != nil }

  /// Whether energy may flow as far as the transaction is concerned.
  var isEnergyPermitted: Bool {
    guard let transaction else { return false }
    switch transaction.permission {
    case .granted: return true
    case .until(let register): return (reading?.energy ?? Int64.max) < register
    }
  }

  /// What the hardware was told may not have been performed: it is told anew.
  mutating func hardwareToldNothing() {
    isContactorClosed = false
    isLocked = !shouldLock
    offered = -1
    unlockDeadline = nil
  }

  /// What the central system was told is in doubt: it is told what is so by then.
  @inline(never) mutating func forgetReports() {
    announced = nil
    delivered = nil
  }

  /// The latest reading as a sample; nil when there is none.
  @inline(never) func sample(_ context: ReadingContext, _ stamp: Stamp) -> Sample? {
    guard let reading else { return nil }
    return Sample(context: context, offered: offered, stamp: stamp, reading: reading)
  }

  /// The transaction is over and its end is in the books.
  @inline(never) mutating func forgetTransaction() {
    transaction = nil
    lastSample = nil
    nextSample = nil
  }

  /// What keeps it from charging.
  var fault: ChargePointErrorCode { ownFault == .noError ? stationFault : ownFault }

  /// Nobody can begin here, for either reason.
  var isOutOfService: Bool { isInoperative || isOutForFirmware }

  /// What is told: a fault before a warning.
  var error: ChargePointErrorCode {
    FeatureSet.hasExtensions && fault == .noError ? warning : fault
  }

  /// The status, derived from everything else: what ends gives way to what was before it (CP16-44).
  var currentStatus: ChargePointStatus {
    if fault != .noError { return .faulted }
    switch phase {
    case .waitingForCable, .waitingForToken, .starting: return .preparing
    case .charging:
      // SuspendedEVSE outranks SuspendedEV (CP16-42).
      if !isEVSEReady || !isEnergyPermitted || limit <= 0 { return .suspendedEVSE }
      return isEVReady && isPlugged ? .charging : .suspendedEV
    case .stopping, .finishing: return .finishing
    case .idle: break
    }
    if isOutOfService { return .unavailable }
    return reservation != nil && number > 0 ? .reserved : .available
  }

  var shouldCloseContactor: Bool {
    guard case .charging = phase else { return false }
    return fault == .noError && isPlugged && isEVReady && isEVSEReady && isEnergyPermitted
      && limit > 0
  }

  var shouldLock: Bool {
    switch phase {
    case .charging, .starting, .stopping: true
    case .idle, .waitingForCable, .waitingForToken, .finishing: isHeld
    }
  }

  /// What the control pilot says: nothing without a transaction.
  var shouldOffer: Int32 {
    guard case .charging = phase, fault == .noError, isEVSEReady, isEnergyPermitted else {
      return 0
    }
    return max(limit, 0)
  }

  /// When a sample for the journal is due.
  var sampleRecordDue: Int64? {
    if case .charging = phase { return nextSampleRecord }
    return nil
  }

  /// Whether the central system was told the status.
  var isAnnounced: Bool {
    guard let announced else { return false }
    return announced.status == status && announced.error == statusError
      && announced.info == faultInfo
  }

  /// Whether a new transaction could begin here.
  var isFree: Bool {
    if fault != .noError || isOutOfService || number == 0 { return false }
    switch phase {
    case .idle, .waitingForToken, .finishing: return true
    case .waitingForCable, .starting, .charging, .stopping: return false
    }
  }
}
