import OCPP16
import OCPPJSON
import OCPPRPC

/// An OCPP 1.6 charge point: events go in, records and steps come out. It reads no clock, opens no
/// socket and touches no flash.
///
/// Set-up: make one, hand it every record of the journal with `restore`, and then the event
/// `poweredOn`. After each event: make `output.records` durable as one batch, perform `output.steps`
/// in order, call `performed()`, and call again not later than `nextWake`.
///
/// Not copyable, so that its buffers have one owner and an event never copies them.
public struct ChargePoint: ~Copyable {
  // What is used most stands first: the chip reaches the first 124 bytes by instructions half as long.
  private let pin = Pin()
  public internal(set) var output: Output
  var connectors: ConnectorTable
  var configuration: Configuration
  /// The call being answered, while it is.
  var answering: MessageID?

  // Time
  var clock = StationClock()
  var jitter: Jitter
  /// Makes message ids unique across stations and starts: random, from the journal's first day on.
  var identityPrefix: UInt64
  /// Counts transactions and their messages since boot.
  var sequenceCounter: UInt32 = 0
  var callCounter: UInt32 = 0

  // Connection
  var link = LinkState.off
  var reconnectBackOff: BackOff
  var registration: Registration
  var outstanding: OutstandingCall?
  var lastSentAt: Int64 = 0
  var lastSyncAt: Int64 = 0
  var lastHeartbeatAt: Int64 = 0

  // What is to be sent
  var authorizations: [PendingAuthorization] = []
  var statusLine: [StatusReport] = []
  var notices: [Notice] = []
  var queue: MessageQueue
  var stopSamples: StopSamples
  var openIDs: [OpenTransactionID] = []
  var deadLetters = 0
  /// MeterValues of transactions that were acknowledged since the start.
  var deliveredValues = 0
  var restoredAttempts: AttemptsRecord?
  /// Reused for every MeterValues, so that a steady hour allocates nothing.
  var meterValues: MeterValuesRequest

  // What is known
  var ownKeys: [OwnKey]
  var list: TokenTable
  var listVersion = 0
  var cache: TokenTable
  var nextAligned: Int64?
  var lastAlignedWall: Int64 = 0
  var smartCharging: SmartCharger

  // What is under way
  var reset: PendingReset?
  var isRebooting = false
  var firmware = FirmwareUpdate()
  var upload: Upload?
  var certificateCall: MessageID?
  var signedUpdateCall: SignedUpdateCall?
  var dataCall: MessageID?
  var unlockCall: MessageID?
  var unlockConnector = 0
  var securityEvents: [SecurityEvent] = []
  /// The highest security profile the host has the means for: certificates, passwords, addresses.
  public var highestSecurityProfile: Int32 = 3
  /// The longest record that the journal takes, in bytes.
  public var recordLimit = Int(Int32.max)
  /// What the journal has room for: told before `performed()` and `persistFailed`.
  var journalRoom = JournalRoom()
  /// There is nothing left to give up: if the journal has not taken the batch by then, the station restarts.
  var stuckUntil: Int64?
  /// What it knows is more than what the journal holds: all it may do is restart.
  var isAstray = false
  /// There are samples of transactions that are over and delivered.
  var hasLeftSamples = false
  /// The journal refused the last batch: no new transactions until it takes one again.
  var isJournalFailing = false
  /// When it is tried again, in monotonic milliseconds.
  var failingUntil: Int64 = 0

  // What it is
  var identity: StationIdentity
  public let setup: StationSetup

  public init(setup: StationSetup) {
    var setup = setup
    setup.connectors = min(max(setup.connectors, 1), 64)
    setup.listLimit = min(setup.listLimit, StationSetup.largestTable)
    setup.cacheLimit = min(setup.cacheLimit, StationSetup.largestTable)
    if !FeatureSet.isComplete {
      setup.listLimit = 0
      setup.profileLimit = 0
      setup.reservesConnectorZero = false
    }
    setup.eventRoom = max(setup.eventRoom, 1)
    setup.queueLimit = max(setup.queueLimit, 4 * setup.connectors)
    self.setup = setup
    output = Output(steps: setup.eventRoom, bytes: 64 * setup.eventRoom)
    identityPrefix = setup.seed
    jitter = Jitter(seed: setup.seed)
    identity = setup.identity
    reconnectBackOff = BackOff(first: setup.firstBackOff, longest: setup.longestBackOff)
    registration = Registration(setup)
    configuration = Configuration(setup)
    ownKeys = setup.ownKeys
    queue = MessageQueue(limit: setup.queueLimit)
    stopSamples = StopSamples(limit: setup.stopSampleLimit)
    list = TokenTable(limit: setup.listLimit)
    cache = TokenTable(limit: setup.cacheLimit)
    smartCharging = SmartCharger(setup)
    connectors = ConnectorTable(connectors: setup.connectors, limit: setup.maximumCurrent)
    meterValues = MeterValuesRequest(
      connectorId: 0,
      meterValue: [MeterValue(timestamp: DateTime(milliseconds: 0), sampledValue: [])])
    meterValues.meterValue[0].sampledValue.reserveCapacity(min(32, setup.eventRoom))
    statusLine.reserveCapacity(min(setup.connectors + 1, setup.eventRoom))
    notices.reserveCapacity(min(4, setup.eventRoom))
  }

  /// Monotonic milliseconds of the event at hand.
  var now: Int64 { clock.now }

  /// Whether calls can be made: the wire is there and the central system has accepted the station.
  var isOnline: Bool { link == .up && registration.isAccepted }

  /// Swaps the room in which an event's output is gathered, so that many stations that one thread
  /// drives can use one room in turn.
  ///
  /// - Precondition: both are empty: between `performed()` and the next event, unless the journal
  ///   refused the last batch, which then stays here.
  public mutating func exchangeOutput(with room: inout Output) {
    precondition(output.isEmpty && room.isEmpty, "What an event came to belongs to its station.")
    swap(&output, &room)
  }

  /// Takes an event.
  ///
  /// - Parameter now: milliseconds since the start, from a clock that never goes back.
  public mutating func handle(_ event: Event, now: Int64) {
    clock.advance(to: now)
    if isRebooting {
      switch event {
      case .persistFailed: break
      case .resetFailed where !isAstray: break
      default: return restartAgain(after: event)
      }
    }
    perform(event)
    settle()
  }

  /// Takes a frame from the central system.
  public mutating func frameReceived(_ frame: UnsafeBufferPointer<UInt8>, now: Int64) {
    clock.advance(to: now)
    if isRebooting || link != .up { return }
    receive(frame)
    settle()
  }

  /// Does what is due, and brings hardware, status and calls in line with the state.
  private mutating func settle() {
    runTimers()
    if FeatureSet.isComplete { updateLimits() }
    proceedWithReset()
    if FeatureSet.isComplete { proceedWithFirmware() }
    var number = 0
    while number < connectors.count {
      reconcile(number)
      number += 1
    }
    sendNext()
    forgetLeftSamples()
    startOverIfStuck()
  }

  /// A sequence number that no other transaction or message ever had.
  mutating func nextSequence() -> UInt64 {
    sequenceCounter &+= 1
    return UInt64(clock.boot) << 32 | UInt64(sequenceCounter)
  }

  /// The id of a queued message: the same for every attempt, also after a restart (CP16-14).
  func messageID(of sequence: UInt64) -> MessageID {
    MessageID(
      prefix: identityPrefix &+ (sequence >> 32),
      number: 0x8000_0000 | UInt32(truncatingIfNeeded: sequence))
  }

  mutating func nextMessageID() -> MessageID {
    callCounter = (callCounter &+ 1) & 0x7FFF_FFFF
    return MessageID(prefix: identityPrefix &+ UInt64(clock.boot), number: callCounter)
  }
}
