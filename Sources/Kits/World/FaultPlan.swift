/// What goes wrong in a world, and how often: mean times between faults in milliseconds, 0 for never.
public struct FaultPlan: Sendable, Equatable {
  /// How often one station's connection breaks, what is under way being lost.
  public var disconnect: Int64 = 0
  /// How often one station's connection goes silent without anybody being told.
  public var halfOpen: Int64 = 0
  /// How often one station's connection is held up: the station gives it up and opens another one,
  /// and what was under way arrives behind what it says there.
  public var holdUp: Int64 = 0
  /// How often the central system restarts.
  public var restart: Int64 = 0
  /// How often the central system's disk becomes slow for a while.
  public var slowCommits: Int64 = 0
  /// How slow, in milliseconds: past 30 s answers come too late.
  public var slowCommit: Int64 = 0
  /// How often the central system cannot store for a while and answers CALLERROR.
  public var callErrors: Int64 = 0
  /// How long that lasts at most.
  public var callErrorSpan: Int64 = 0
  /// How often a station's power goes.
  public var powerCut: Int64 = 0
  /// How many journal writes in a million are the last ones before the power goes.
  public var cutsPerMillionWrites = 0
  /// How far a station's clock runs off at most, in parts per million.
  public var drift: Int64 = 0
  /// How often a station's own clock jumps.
  public var clockJump: Int64 = 0
  /// How often a station's flash takes nothing for a while, though the power stays.
  public var flashFailure: Int64 = 0
  /// For how long at most, in milliseconds.
  public var flashFailureSpan: Int64 = 0
  /// At how many readings in a million a meter falls silent.
  public var meterFailuresPerMillion = 0
  /// For how long at most, in milliseconds.
  public var meterSilence: Int64 = 0
  /// How often a connector reports a fault of its hardware.
  public var hardwareFault: Int64 = 0
  /// How many restarts of a hundred the hardware fails to do.
  public var failedRestarts = 0
  /// How many stations of a hundred have a flash that is too small for a bad week.
  public var smallFlashes = 0
  /// One way over the wire, in milliseconds.
  public var latency: ClosedRange<Int64> = 5...80

  public init() {}

  public static let none = FaultPlan()

  public static let mild: FaultPlan = {
    var plan = FaultPlan()
    plan.disconnect = 6 * hour
    plan.halfOpen = 24 * hour
    plan.holdUp = 24 * hour
    plan.restart = 48 * hour
    plan.slowCommits = 24 * hour
    plan.slowCommit = 20_000
    plan.callErrors = 48 * hour
    plan.callErrorSpan = 60_000
    plan.powerCut = 72 * hour
    plan.cutsPerMillionWrites = 100
    plan.flashFailure = 72 * hour
    plan.flashFailureSpan = 5_000
    plan.drift = 100
    plan.meterFailuresPerMillion = 200
    plan.meterSilence = 2_500
    plan.hardwareFault = 72 * hour
    return plan
  }()

  public static let harsh: FaultPlan = {
    var plan = FaultPlan()
    plan.disconnect = hour
    plan.halfOpen = 4 * hour
    plan.holdUp = 3 * hour
    plan.restart = 8 * hour
    plan.slowCommits = 5 * hour
    plan.slowCommit = 90_000
    plan.callErrors = 9 * hour
    plan.callErrorSpan = 20 * 60_000
    plan.powerCut = 8 * hour
    plan.cutsPerMillionWrites = 3000
    plan.flashFailure = 6 * hour
    plan.flashFailureSpan = 120_000
    plan.drift = 2000
    plan.clockJump = 12 * hour
    plan.meterFailuresPerMillion = 5000
    plan.meterSilence = 8_000
    plan.hardwareFault = 12 * hour
    plan.failedRestarts = 30
    plan.smallFlashes = 20
    plan.latency = 5...2500
    return plan
  }()

  public init?(named name: String) {
    switch name {
    case "none": self = .none
    case "mild": self = .mild
    case "harsh": self = .harsh
    default: return nil
    }
  }

  private static let hour: Int64 = 3_600_000
}

/// The kinds of faults, as the report counts them.
public enum FaultKind: UInt8, Sendable, CaseIterable {
  case disconnect, halfOpen, refusedConnection, replacedSocket, restart, lostFact, lostAnswer
  case slowDisk, callErrors, powerCut, cutBeforeWrite, tornWrite, cutAfterWrite, journalFull
  case clockJump, meterFailure, hardwareFault, lostFrame, lateAnswer, slowFrame, drift
  case holdUp, staleFrame, flashFailure, refusedWrite, failedRestart

  public var phrase: String {
    switch self {
    case .disconnect: "connections broken"
    case .halfOpen: "connections half open"
    case .refusedConnection: "connections refused"
    case .replacedSocket: "sockets replaced"
    case .restart: "central system restarts"
    case .lostFact: "facts lost before the commit"
    case .lostAnswer: "answers lost after the commit"
    case .slowDisk: "slow disks"
    case .callErrors: "bursts of CALLERROR"
    case .powerCut: "power cuts at any instant"
    case .cutBeforeWrite: "power cuts before a journal write"
    case .tornWrite: "torn journal writes"
    case .cutAfterWrite: "power cuts after a journal write"
    case .journalFull: "journal writes refused, flash full"
    case .clockJump: "clock jumps"
    case .meterFailure: "meter readings that did not come"
    case .hardwareFault: "hardware faults"
    case .lostFrame: "frames lost on the wire"
    case .lateAnswer: "answers after MessageTimeout"
    case .slowFrame: "frames that took a second or more"
    case .drift: "stations whose clock drifts"
    case .holdUp: "connections held up"
    case .staleFrame: "frames of an older connection after the newer one's"
    case .flashFailure: "flashes that took nothing for a while"
    case .failedRestart: "restarts that the hardware failed to do"
    case .refusedWrite: "journal writes refused, flash failing"
    }
  }
}
