import OCPPJSON
import OCPPRPC
import StationCore

/// A station in the world: the code under test, its flash, its hardware, and what the world knows of
/// it.
final class StationNode {
  let number: Int
  let name: Text
  var setup: StationSetup
  let disk: Disk
  /// Parts per million that its clock is fast.
  let drift: Int64
  var chargePoint: ChargePoint
  var chance: Chance
  /// For what was added to the world later: what there was keeps its seeds.
  var laterChance: Chance
  var flashChance: Chance

  var isOn = false
  /// It restarts, as far as it knows, and hears nothing.
  var isRestarting = false
  /// Counts starts, so that what was meant for an earlier one is known.
  var boot = 0
  var bootedAt: Int64 = 0
  /// When the next wake is planned; .max for not at all.
  var wakeAt = Int64.max
  /// How often it was woken at the same instant.
  var wakesNow = 0
  var lastWake: Int64 = -1

  /// By connector; 0 is not used.
  var outlets: [Outlet]
  var visits: [Visit]
  var connection: Connection?
  var operations: Operations
  var jobs = Jobs()
  var books = StationBooks()

  init(_ number: Int, _ settings: WorldSettings) {
    self.number = number
    name = Text("WORLD" + String(number + 1))
    var chance = Chance(settings.seed, stream: UInt64(number) &+ 1000)
    var setup = StationSetup()
    setup.connectors = settings.connectors
    setup.seed = chance.next()
    setup.identity.firmwareVersion = "1.1"
    setup.powerLoss = chance.percent(50) ? .stop : .resume
    self.setup = setup
    let isSmall = chance.percent(settings.faults.smallFlashes)
    disk = Disk(isSmall: isSmall, seed: chance.next())
    drift = chance.between(-settings.faults.drift, settings.faults.drift)
    chargePoint = ChargePoint(setup: setup)
    outlets = (0...settings.connectors).map { _ in
      Outlet(register: chance.between(0, 5_000_000))
    }
    visits = outlets.map { _ in Visit() }
    operations = Operations(limits: CertainLimits(connectors: settings.connectors))
    self.chance = chance
    laterChance = Chance(settings.seed, stream: UInt64(number) &+ 1_000_000)
    flashChance = Chance(settings.seed, stream: UInt64(number) &+ 2_000_000)
  }

  /// What its own clock shows since the start.
  func monotonic(_ now: Int64) -> Int64 {
    let elapsed = now - bootedAt
    return elapsed + elapsed * drift / 1_000_000
  }

  /// The first instant at which its own clock shows that.
  func instant(ofMonotonic time: Int64) -> Int64 {
    var now = bootedAt + time * 1_000_000 / (1_000_000 + drift)
    while monotonic(now) < time { now += 1 }
    return now
  }
}

/// What the world notes of a station's messages, to compare with the ledger.
struct StationBooks {
  struct Start: Hashable {
    var connector: Int
    var meterStart: Int
    var startedAt: Int64
    var idTag: Text
  }

  struct Stop: Hashable {
    var transaction: Int
    var meterStop: Int
    var stoppedAt: Int64
  }

  enum Queued {
    case start(Start)
    case stop(Stop)
    case values
  }

  /// Hashes of a message that was sent.
  struct Sent {
    var whole: UInt64
    var withoutData: UInt64
    /// `Operations.stopChoices` at the time.
    var choices: Int
  }

  /// Each transaction message by its id: a retry says the same (CP16-14).
  var sent: [Text: Sent] = [:]
  /// Starts in the order in which they were first sent.
  var starts: [Start] = []
  var resends = 0
  var lastQueued = Queued.values
  /// Given up after all their attempts.
  var deadStarts: [Start] = []
  var deadStops: [Stop] = []
  /// The newest of its connections that the central system took anything from.
  var newestConnection = 0
  /// What the central system has open for it, by connector.
  var openInLedger: [Int] = []
}
