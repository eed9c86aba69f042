import World

/// `ocpp world`: a simulated fleet with faults, from a seed, and whether the promises held.
enum WorldCommand {
  static func run(_ arguments: [String]) -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      Terminal.print(usage)
      return 0
    }
    do {
      var configuration = WorldConfiguration()
      try SettingsReader(settings: WorldConfiguration.settings).apply(
        arguments, to: &configuration)
      try configuration.check()
      return run(configuration)
    } catch {
      Terminal.complain("ocpp world: \(error.message)\nTry: ocpp world --help")
      return 2
    }
  }

  private static func run(_ configuration: WorldConfiguration) -> Int32 {
    let clock = ContinuousClock()
    let start = clock.now
    var failed = 0
    for seed in configuration.seed..<(configuration.seed + UInt64(configuration.seeds)) {
      let report = runOne(configuration, seed)
      if report.isGood && configuration.seeds > 1 {
        if (seed + 1 - configuration.seed).isMultiple(of: 100) {
          Terminal.print("\(seed + 1 - configuration.seed) seeds, \(failed) failed")
        }
        continue
      }
      show(report, configuration)
      if !report.isGood { failed += 1 }
    }
    Terminal.print("\ntook \(clock.now - start)")
    return failed == 0 ? 0 : 1
  }

  private static func runOne(_ configuration: WorldConfiguration, _ seed: UInt64) -> WorldReport {
    let world = World(configuration.world(seed))
    let report = world.run { day in
      if configuration.seeds == 1 && Terminal.isInteractive {
        Terminal.write("\rday \(day) of \(configuration.days)")
      }
    }
    if configuration.seeds == 1 && Terminal.isInteractive { Terminal.write("\r") }
    for line in world.timeline { Terminal.print(line) }
    return report
  }

  /// Runs a failed world again and shows what led to it.
  private static func show(_ report: WorldReport, _ configuration: WorldConfiguration) {
    let faults = configuration.faults
    Terminal.print(report.description(faults: faults))
    guard let violation = report.violations.first, !configuration.writesTimeline else { return }
    var settings = report.settings
    settings.writesTimeline = true
    settings.timelineStation = violation.station
    let world = World(settings)
    _ = world.run()
    Terminal.print("\nwhat led to it (--timeline shows all)")
    for line in world.timeline.suffix(configuration.tail) { Terminal.print("  " + line) }
  }

  private static var usage: String {
    """
    ocpp world: simulate charging stations and their central system, with faults, from a seed

    usage: ocpp world [options]

    \(SettingsReader(settings: WorldConfiguration.settings).help)
      --help                      print this

    Everything runs in one process on a virtual clock; the same seed makes the same world. It prints
    what happened and whether every promise held: each watt-hour billed once, every transaction
    ended, no energy unauthorized, no limit exceeded, order kept, everything converged. Status 1 when
    one did not, with the command that replays it.
    """
  }
}

/// Everything `ocpp world` can be told.
struct WorldConfiguration {
  var seed: UInt64 = 1
  var seeds = 1
  var stations = 10
  var days = 3
  var faults = "mild"
  var plan = FaultPlan.mild
  var writesTimeline = false
  var station: Int?
  var tail = 60

  /// Checks what no single option can know.
  func check() throws(UsageError) {
    if let station, station >= stations {
      throw UsageError(
        "--station \(station) is none of the \(stations) stations, which are counted from 0.")
    }
    guard seed <= UInt64.max - UInt64(seeds) else {
      throw UsageError("--seed \(seed) and \(seeds) seeds are more than there are.")
    }
  }

  func world(_ seed: UInt64) -> WorldSettings {
    var settings = WorldSettings(seed: seed, stations: stations, days: days, faults: plan)
    settings.writesTimeline = writesTimeline
    settings.timelineStation = station
    return settings
  }

  static var settings: [Setting<WorldConfiguration>] {
    [
      Setting("seed", "N", "what makes the world (1)") { (c, v) throws(UsageError) in
        guard let seed = UInt64(v) else { throw UsageError("\"\(v)\" is not a whole number.") }
        c.seed = seed
      },
      Setting("seeds", "N", "run so many worlds, from --seed on (1)") {
        (c, v) throws(UsageError) in
        c.seeds = try SettingValue.integer(v, in: 1...10_000_000)
      },
      Setting("stations", "N", "charging stations, two connectors each (10)") {
        (c, v) throws(UsageError) in
        c.stations = try SettingValue.integer(v, in: 1...100_000)
      },
      Setting("days", "N", "days with people and faults; some quiet hours follow (3)") {
        (c, v) throws(UsageError) in
        c.days = try SettingValue.integer(v, in: 1...10_000)
      },
      Setting("faults", "none|mild|harsh", "how much goes wrong (mild)") {
        (c, v) throws(UsageError) in
        guard let plan = FaultPlan(named: v) else {
          throw UsageError("\"\(v)\" is none of none, mild, harsh.")
        }
        c.faults = v
        c.plan = plan
      },
      Setting("timeline", nil, "print everything that happens") { (c, v) throws(UsageError) in
        c.writesTimeline = try SettingValue.boolean(v)
      },
      Setting("station", "N", "of this station only, counted from 0") {
        (c, v) throws(UsageError) in
        c.station = try SettingValue.integer(v, in: 0...99_999)
      },
      Setting("tail", "N", "lines shown before a broken promise (60)") {
        (c, v) throws(UsageError) in
        c.tail = try SettingValue.integer(v, in: 0...1_000_000)
      },
    ]
  }
}
