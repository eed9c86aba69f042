import OCPP16
public import OCPPJSON
import OCPPRPC

/// The simplest honest OCPP 1.6 station: it boots, presents one token, charges one vehicle, and
/// stops. What it owes the central system is kept until it is acknowledged, also when the connection
/// is lost meanwhile. One call is outstanding at a time.
///
/// A value: events and the time go in; after each of them `nextFrame` writes what is to be sent, and
/// `nextWake` says when it wants to be asked again.
public struct VirtualStation: Sendable {
  /// Something the central system must be told, in this order.
  enum Message: Sendable, Equatable {
    case boot
    case status(connector: Int, ChargePointStatus, DateTime)
    case authorize
    case start(DateTime)
    case meterValues(Sample)
    case stop(Sample, Reason)
    case heartbeat
  }

  /// A reading of everything the station measures.
  struct Sample: Sendable, Equatable {
    var timestamp: DateTime
    var register: Int64
    var power: Int64
    var stateOfCharge: Int64
  }

  let plan: VisitPlan
  public internal(set) var phase = VisitPhase.registering
  public internal(set) var figures = VisitFigures()
  var queue: [Message] = []
  /// The id under which the head of the queue was sent; kept for its retry (OCPP-J errata 3.1).
  var headID: MessageID?
  var isConnected = false
  var isHeadSent = false
  var retryAt: DateTime?
  var meter: EnergyMeter
  var chargingSince: DateTime?
  var heartbeatInterval: Int64 = 300_000
  var heartbeatAt: DateTime?
  var sampleAt: DateTime?
  let idPrefix: UInt64
  var idNumber: UInt32 = 0

  /// How long after a CALLERROR or a refused registration the same message is tried again, in
  /// milliseconds.
  static var retryDelay: Int64 { 10_000 }

  /// - Parameter idPrefix: random, so that message ids differ from those of an earlier run.
  public init(plan: VisitPlan, idPrefix: UInt64) {
    self.plan = plan
    self.idPrefix = idPrefix
    meter = EnergyMeter(register: plan.meterStart)
    figures.stateOfCharge = plan.battery.initialCharge
  }

  /// The wire is there: what is owed is sent again, beginning with the message in doubt.
  public mutating func connected() {
    isConnected = true
    isHeadSent = false
    if phase == .registering && queue.isEmpty { queue.append(.boot) }
  }

  /// The wire is gone. Charging goes on.
  public mutating func disconnected() {
    isConnected = false
    isHeadSent = false
  }

  /// When `clockTicked` wants to be called next; nil when only the wire can bring news.
  public var nextWake: DateTime? {
    var wake: DateTime?
    for candidate in [retryAt, heartbeatAt, sampleAt, leaveAt] {
      if let candidate, wake.map({ candidate < $0 }) ?? true { wake = candidate }
    }
    return wake
  }

  private var leaveAt: DateTime? {
    guard phase == .charging, let since = chargingSince else { return nil }
    return DateTime(milliseconds: since.milliseconds + plan.stay)
  }

  /// Time has passed.
  public mutating func clockTicked(now: DateTime) {
    if let at = retryAt, at <= now { retryAt = nil }
    if phase == .charging { charge(now) }
    if let at = heartbeatAt, at <= now {
      heartbeatAt = DateTime(milliseconds: now.milliseconds + heartbeatInterval)
      if isConnected && queue.isEmpty { queue.append(.heartbeat) }
    }
  }

  /// The driver comes back before the time: the session stops.
  public mutating func stop(now: DateTime) {
    if phase == .charging { leave(now, .local) }
  }

  /// Whether nothing more will happen: the visit is over, and the central system knows.
  public var isDone: Bool {
    switch phase {
    case .finished: true
    case .refused: queue.isEmpty
    case .registering, .authorizing, .charging, .leaving: false
    }
  }

  // MARK: Charging

  /// The contactor closes.
  mutating func beginCharging(_ now: DateTime) {
    phase = .charging
    chargingSince = now
    meter.advance(to: now, power: 0)
    sampleAt = DateTime(milliseconds: now.milliseconds + plan.sampleInterval)
    queue.append(.start(now))
    queue.append(.status(connector: plan.connector, .charging, now))
  }

  private mutating func charge(_ now: DateTime) {
    measure(now)
    if let at = leaveAt, at <= now { return leave(now, .local) }
    guard let at = sampleAt, at <= now else { return }
    sampleAt = DateTime(milliseconds: now.milliseconds + plan.sampleInterval)
    if queue.count >= plan.queueLimit { dropOldestSample() }
    queue.append(.meterValues(sample(now)))
  }

  private mutating func measure(_ now: DateTime) {
    meter.advance(to: now, power: figures.power)
    figures.energy = meter.register - plan.meterStart
    let elapsed = now.milliseconds - (chargingSince?.milliseconds ?? now.milliseconds)
    figures.duration = elapsed
    figures.power = plan.battery.power(
      elapsed: elapsed, energy: figures.energy, offered: plan.stationPower)
    figures.stateOfCharge = plan.battery.charge(after: figures.energy)
  }

  private func sample(_ now: DateTime) -> Sample {
    Sample(
      timestamp: now, register: meter.register, power: figures.power,
      stateOfCharge: figures.stateOfCharge)
  }

  /// The first message may be on the wire; start and stop are never dropped.
  private mutating func dropOldestSample() {
    for index in queue.indices.dropFirst() {
      if case .meterValues = queue[index] {
        queue.remove(at: index)
        return
      }
    }
  }

  /// The contactor opens, the vehicle leaves.
  mutating func leave(_ now: DateTime, _ reason: Reason) {
    measure(now)
    figures.power = 0
    phase = .leaving
    sampleAt = nil
    queue.append(.stop(sample(now), reason))
    queue.append(.status(connector: plan.connector, .finishing, now))
    queue.append(.status(connector: plan.connector, .available, now))
  }

  mutating func nextID() -> MessageID {
    idNumber &+= 1
    return MessageID(prefix: idPrefix, number: idNumber)
  }
}
