import Fleet
import Foundation
import Network
import Synchronization

/// `ocpp fleet`: many virtual stations in one process, with drivers who come and go.
enum FleetCommand {
  static func run(_ arguments: [String]) -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      Terminal.print(usage)
      return 0
    }
    do {
      var configuration = FleetConfiguration()
      // Only the secret may come from the environment: it should not be on a command line.
      configuration.password = ProcessInfo.processInfo.environment["OCPP_PASSWORD"]
      try SettingsReader(settings: FleetConfiguration.settings).apply(
        arguments, to: &configuration)
      return try FleetRun(configuration).run()
    } catch let error as UsageError {
      Terminal.complain("ocpp fleet: \(error.message)\nTry: ocpp fleet --help")
      return 2
    } catch {
      Terminal.complain("ocpp fleet: \(error)")
      return 1
    }
  }

  private static var usage: String {
    """
    ocpp fleet: run many virtual charging stations, with drivers who come and go
    usage: ocpp fleet [options]

    \(SettingsReader(settings: FleetConfiguration.settings).help)
      --help                      print this

    In a terminal it shows who is online and what is charging, live; else a line now and then. On
    Ctrl-C the drivers leave, and it ends when everything was acknowledged, at the latest after
    --grace; a second Ctrl-C ends it at once. Then it reports. Status 0 when nothing is owed, 1 when
    something is or no station was ever accepted.

    Without --journal a station keeps what must survive its own restarts as plain records in memory:
    the fleet's end is their end, and what was still owed is lost with it. With --journal each station
    has the journal that runs on hardware, in a file, and goes on where it was when it is started again.

    A station takes about 20 KiB of memory and one descriptor, with --journal one more and a file of
    64 KiB: `ulimit -n` decides how many there can be.
    """
  }
}

/// One run of a fleet: its loops, its lines, its end.
private final class FleetRun: Sendable {
  private let configuration: FleetConfiguration
  private let setup: FleetSetup
  private let main: EventLoop
  private let loops: [EventLoop]
  private let fleet: Fleet
  private let memoryBefore: Int?
  private let clock = ContinuousClock()
  private let began: ContinuousClock.Instant
  private let state: Mutex<State>

  private struct State {
    /// Counts interruptions; after the first the drivers leave.
    var interruptions = 0
    var endsAt: ContinuousClock.Instant?
    var lastFigures = FleetFigures()
    var lastAt: ContinuousClock.Instant
    var lines = 0
    var hasEverRegistered = false
  }

  init(_ configuration: FleetConfiguration) throws {
    self.configuration = configuration
    setup = try configuration.fleet()
    let perStation = setup.journalFolder == nil ? 1 : 2
    try Descriptors.require(setup.members.count * perStation + 64)
    main = try EventLoop()
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let wanted = configuration.loops ?? min(cores, setup.members.count / 2_000 + 1)
    loops = try (0..<wanted).map { _ in try EventLoop() }
    memoryBefore = ResidentMemory.bytes
    fleet = Fleet(setup, loops: loops) { Terminal.complain("ocpp fleet: \($0)") }
    began = clock.now
    state = Mutex(State(lastAt: began))
  }

  func run() throws -> Int32 {
    Terminal.neverWait()
    for signal in [SIGTERM, SIGINT] { try main.onSignal(signal) { [self] in interrupt() } }
    for loop in loops { try loop.start() }
    Terminal.print(
      "\(setup.members.count) stations, \(setup.rampPerSecond.map { "\($0) per second" } ?? "all at once"), "
        + "to \(setup.urls.joined(separator: ", "))")
    fleet.start()
    main.schedule(afterMilliseconds: 1_000, repeating: 1_000) { [self] in tick() }
    if let interval = configuration.dropInterval {
      let milliseconds = UInt64(interval) * 1_000
      main.schedule(afterMilliseconds: milliseconds, repeating: milliseconds) { [self] in
        fleet.drop()
      }
    }
    if let duration = configuration.duration {
      main.schedule(afterMilliseconds: UInt64(duration) * 1_000) { [self] in interrupt() }
    }
    main.run()
    return try end()
  }

  /// The first time the drivers leave, the second time it ends.
  private func interrupt() {
    let count = state.withLock { state in
      state.interruptions += 1
      state.endsAt = clock.now + .seconds(configuration.grace)
      return state.interruptions
    }
    if count > 1 { return main.stop() }
    if Terminal.isInteractive { Terminal.print("") }
    Terminal.print("the drivers leave; what is owed is delivered (again: end at once)")
    fleet.sendDriversHome()
  }

  /// Once a second.
  private func tick() {
    let figures = fleet.figures()
    let now = clock.now
    let line: String? = state.withLock { state in
      if figures.registered > 0 { state.hasEverRegistered = true }
      state.lines += 1
      guard
        Terminal.isInteractive || state.lines % configuration.summaryInterval == 0
      else { return nil }
      let seconds = Self.seconds(now - state.lastAt)
      let before = state.lastFigures
      state.lastFigures = figures
      state.lastAt = now
      return FleetReport.line(figures, since: before, seconds: seconds, of: setup.members.count)
    }
    if let line {
      if Terminal.isInteractive {
        Terminal.write("\r\u{1B}[K" + line)
      } else {
        Terminal.print(line)
      }
    }
    guard let endsAt = state.withLock({ $0.endsAt }) else { return }
    if fleet.isDone || now >= endsAt { main.stop() }
  }

  private func end() throws -> Int32 {
    let figures = fleet.figures()
    let memory = ResidentMemory.bytes.flatMap { now in memoryBefore.map { now - $0 } }
    let report = FleetReport(
      stations: setup.members.count, seconds: Self.seconds(clock.now - began), figures: figures,
      memory: memory)
    fleet.stop()
    for loop in loops { loop.stop() }
    if Terminal.isInteractive { Terminal.print("") }
    Terminal.print(report.text)
    if let file = configuration.report {
      do {
        try report.json.write(toFile: file, atomically: true, encoding: .utf8)
      } catch {
        Terminal.complain("ocpp fleet: \(file) cannot be written: \(error.localizedDescription)")
        return 1
      }
    }
    let isGood = figures.owed == 0 && state.withLock { $0.hasEverRegistered }
    return isGood ? 0 : 1
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
