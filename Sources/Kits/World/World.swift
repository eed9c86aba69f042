import CSMSCore
import OCPP16
import OCPPJSON
import OCPPRPC
import StationCore

/// What a world is made of. Equal settings make equal worlds.
public struct WorldSettings: Sendable, Equatable {
  public var seed: UInt64
  public var stations: Int
  public var days: Int
  public var faults: FaultPlan
  public var connectors = 2
  /// Of one station, about.
  public var sessionsPerDay = 20
  /// Hours without faults and people at the end, in which everything has to come right.
  public var quietHours = 6
  /// Whether what happens is written down, and of which station only (nil for all).
  public var writesTimeline = false
  public var timelineStation: Int?
  /// What the world does wrong on purpose, for tests that must notice.
  public var sabotage = Sabotage.none

  public init(seed: UInt64, stations: Int = 1, days: Int = 1, faults: FaultPlan = .mild) {
    self.seed = seed
    self.stations = stations
    self.days = days
    self.faults = faults
  }
}

/// Deliberate mistakes: each must be caught by an invariant, or the invariants are worth nothing.
public enum Sabotage: Sendable, Equatable, CaseIterable {
  case none
  /// The ledger confirms a stop and forgets it.
  case ledgerForgetsStop
  /// The ledger takes a start for two.
  case ledgerDoublesStart
  /// A station's journal loses the record of a message.
  case journalLosesMessage
  /// A contactor closes although nobody asked.
  case contactorCloses
  /// A vehicle gets more than it was told.
  case offerTooHigh
  /// The central system forgets that a station's connector changed.
  case statusForgotten
  /// The meter does not count a watt-hour in a thousand.
  case meterSkips
  /// The central system takes what an older connection brings after a newer one.
  case takesStaleFrames
}

/// N stations and a central system in one process on a virtual clock, from a seed.
///
/// Nothing in it reads a clock, a file or a random number of the machine: one thread takes what
/// happens next from a queue until nothing does (docs/decisions/0014-the-world.md).
public final class World {
  /// 2026-01-01T00:00:00Z, when every world begins.
  static let epoch: Int64 = 1_767_225_600_000

  public let settings: WorldSettings
  /// Milliseconds since the world began.
  var now: Int64 = 0
  var queue = EventQueue<Happening>()
  var nodes: [StationNode]
  let central: Central
  let tokens: TokenPool
  /// Of everything that is nobody's in particular.
  var chance: Chance
  var report: WorldReport
  /// People and faults come until then.
  let faultsEnd: Int64
  let end: Int64
  var isQuiet = false
  /// The number of the latest frame that has reached the central system.
  var latestArrival = 0
  public private(set) var timeline: [String] = []

  public init(_ settings: WorldSettings) {
    self.settings = settings
    chance = Chance(settings.seed, stream: 1)
    tokens = TokenPool()
    central = Central(tokens: tokens)
    nodes = (0..<settings.stations).map { StationNode($0, settings) }
    faultsEnd = Int64(settings.days) * 86_400_000
    end = faultsEnd + Int64(settings.quietHours) * 3_600_000
    report = WorldReport(settings)
  }

  /// Runs to the end and judges.
  ///
  /// - Parameter progress: called after each simulated day.
  public func run(progress: (_ day: Int) -> Void = { _ in }) -> WorldReport {
    begin()
    var nextDay: Int64 = 86_400_000
    while report.violations.isEmpty, let time = queue.nextTime, time <= end {
      if time >= nextDay {
        progress(Int(nextDay / 86_400_000))
        nextDay += 86_400_000
      }
      guard let (time, happening) = queue.next() else { break }
      now = time
      report.events += 1
      perform(happening)
    }
    if report.violations.isEmpty {
      now = end
      audit()
    }
    report.simulatedMilliseconds = now
    return report
  }

  private func begin() {
    for node in nodes {
      if node.drift != 0 { count(.drift) }
      after(node.chance.between(1, 30_000), .powerReturns(node.number, boot: 0))
      for outlet in 1..<node.outlets.count { planArrival(node, outlet) }
      planOperation(node)
      planFaults(node)
    }
    planFaults()
    queue.add(.faultsEnd, at: faultsEnd)
  }

  func after(_ wait: Int64, _ happening: Happening) {
    queue.add(happening, at: now + max(wait, 0))
  }

  var wall: DateTime { DateTime(milliseconds: World.epoch + now) }

  // MARK: Telling

  /// Writes a line of the timeline, if there is one.
  func note(_ node: StationNode?, _ text: @autoclosure () -> String) {
    guard settings.writesTimeline else { return }
    if let wanted = settings.timelineStation, let node, node.number != wanted { return }
    let who = node.map { "\($0.name)" } ?? "central"
    timeline.append("\(WorldReport.clock(now))  \(who)  \(text())")
  }

  func count(_ kind: FaultKind, _ number: Int = 1) {
    report.faults[Int(kind.rawValue)] += number
  }

  /// An invariant does not hold: the world stops.
  func violate(_ invariant: Invariant, _ node: StationNode?, _ text: String) {
    note(node, "VIOLATED: \(text)")
    report.violations.append(
      Violation(invariant: invariant, time: now, station: node?.number, text: text))
  }
}

/// What can happen next.
enum Happening {
  case wake(Int)
  case dialed(Int, boot: Int, isReached: Bool)
  /// Frames are numbered in the order in which they were sent.
  case toCentral(Connection, [UInt8], number: Int)
  case toStation(Connection, [UInt8])
  case stationLoses(Connection)
  case centralLoses(Connection)
  case meterSamples(Int, outlet: Int, boot: Int, wait: Int64)
  case meterAnswers(Int, outlet: Int, boot: Int, MeterReading)
  case unlocks(Int, outlet: Int, boot: Int)
  case jobEnds(Int, boot: Int, firmware: Int, upload: Int, Event)
  case powerReturns(Int, boot: Int)
  case person(Int, outlet: Int, visit: Int)
  case operatorActs(Int)
  case operatorServes(Int)
  case callsExpire(Connection)
  case commits(epoch: Int)
  case centralReturns
  case fault(FaultKind, station: Int)
  case hardwareRepaired(Int, outlet: Int)
  case flashWorks(Int, boot: Int)
  case restartFails(Int, boot: Int)
  case faultsEnd
}

extension World {
  func perform(_ happening: Happening) {
    switch happening {
    case .wake(let number): wake(nodes[number])
    case .dialed(let number, let boot, let isReached):
      dialed(nodes[number], boot: boot, isReached: isReached)
    case .toCentral(let connection, let frame, let number):
      noteOvertaking(number)
      arrivesAtCentral(frame, connection)
    case .toStation(let connection, let frame): arrivesAtStation(frame, connection)
    case .stationLoses(let connection): stationLoses(connection)
    case .centralLoses(let connection): centralLoses(connection)
    case .meterSamples(let number, let outlet, let boot, let wait):
      meterSamples(nodes[number], outlet, boot, wait)
    case .meterAnswers(let number, let outlet, let boot, let reading):
      meterAnswers(nodes[number], outlet, boot, reading)
    case .unlocks(let number, let outlet, let boot):
      if nodes[number].boot == boot { tell(nodes[number], .unlocked(connector: outlet)) }
    case .jobEnds(let number, let boot, let firmware, let upload, let event):
      if nodes[number].boot == boot { jobEnds(nodes[number], firmware, upload, event) }
    case .powerReturns(let number, let boot):
      if nodes[number].boot == boot { powerReturns(nodes[number]) }
    case .person(let number, let outlet, let visit): personActs(nodes[number], outlet, visit)
    case .operatorActs(let number): operatorActs(nodes[number])
    case .operatorServes(let number): putIntoService(nodes[number])
    case .callsExpire(let connection): callsExpire(connection)
    case .commits(let epoch): commits(epoch)
    case .centralReturns: centralReturns()
    case .fault(let kind, let station): strike(kind, station)
    case .hardwareRepaired(let number, let outlet): hardwareRepaired(nodes[number], outlet)
    case .restartFails(let number, let boot): restartFails(nodes[number], boot: boot)
    case .flashWorks(let number, let boot): flashWorks(nodes[number], boot: boot)
    case .faultsEnd: endFaults()
    }
  }
}
