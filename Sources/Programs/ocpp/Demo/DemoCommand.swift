import Foundation
import Network
import ServerLog
import StationCore
import StationHost
import Synchronization

/// `ocpp demo`: a server and a station in one process, over a real socket, and a session to watch.
enum DemoCommand {
  static func run(_ arguments: [String]) -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      Terminal.print(usage)
      return 0
    }
    do {
      var configuration = DemoConfiguration()
      try SettingsReader(settings: DemoConfiguration.settings).apply(
        arguments, to: &configuration)
      return try run(configuration)
    } catch let error as UsageError {
      Terminal.complain("ocpp demo: \(error.message)\nTry: ocpp demo --help")
      return 2
    } catch {
      Terminal.complain("ocpp demo: \(error)")
      return 1
    }
  }

  private static func run(_ configuration: DemoConfiguration) throws -> Int32 {
    Terminal.neverWait()
    let main = try EventLoop()
    let server = try startServer(configuration)
    let place = "127.0.0.1:\(server.port)"
    Terminal.print("central system on \(place), data in \(configuration.data)")

    let view = SessionView(identity: "DEMO")
    let finished = Mutex<(phase: VisitPhase, figures: VisitFigures)?>(nil)
    let staysOpen = Terminal.isInteractive
    let runner = StationRunner(
      loop: main, url: "ws://\(place)/ocpp", identity: "DEMO", password: nil,
      plan: configuration.plan
    ) { event in
      view.show(event)
      guard case .ended(let phase, let figures) = event else { return }
      finished.withLock { $0 = (phase, figures) }
      summarize(phase, figures, place, configuration, staysOpen: staysOpen)
      if !staysOpen { main.stop() }
    }
    for signal in [SIGTERM, SIGINT] {
      try main.onSignal(signal) {
        // Ctrl-C while it charges ends the session properly first.
        if runner.isCharging { runner.finish() } else { main.stop() }
      }
    }
    runner.start()
    main.run()
    view.end()
    server.stop()
    let isGood = finished.withLock { $0?.phase == .finished }
    return isGood ? 0 : 1
  }

  /// On port 8000, or when that is taken on one the system chooses.
  private static func startServer(_ configuration: DemoConfiguration) throws -> RunningServer {
    var settings = ServeConfiguration()
    settings.data = configuration.data
    settings.isOpen = true
    settings.port = configuration.port ?? 8000
    let log = ServerLog(threshold: .warning)
    do {
      return try RunningServer(settings, log: log)
    } catch let error as NetworkError {
      if configuration.port != nil { throw error }
      settings.port = 0
      return try RunningServer(settings, log: log)
    }
  }

  private static func summarize(
    _ phase: VisitPhase, _ figures: VisitFigures, _ place: String,
    _ configuration: DemoConfiguration, staysOpen: Bool
  ) {
    guard phase == .finished, let id = figures.transactionId else { return }
    Terminal.print(
      """

      the session
        transaction    \(id)
        energy         \(SessionView.kilowattHours(figures.energy)) kWh
        duration       \(figures.duration / 1000) s
        meter values   \(figures.meterValues), and one with the stop
      """)
    let urls = ["transactions/\(id)", "transactions/\(id)/meter-values", "statistics"]
    if staysOpen {
      Terminal.print("look at it while this runs (Ctrl-C ends it)")
      for url in urls { Terminal.print("  curl http://\(place)/\(url)") }
    } else {
      Terminal.print(
        "look at it with: \(CommandLine.arguments[0]) serve --open --data \(configuration.data), then "
          + "curl http://127.0.0.1:8000/\(urls[0])")
    }
  }

  private static var usage: String {
    """
    ocpp demo: run a central system and a virtual station and watch a charging session

    usage: ocpp demo [options]

    \(SettingsReader(settings: DemoConfiguration.settings).help)
      --help                      print this

    In a terminal it shows the session live and stays until Ctrl-C, so that the HTTP interface can
    be tried; without one it prints plain lines and ends after the session.
    """
  }
}

/// Everything `ocpp demo` can be told.
struct DemoConfiguration {
  var data = "demo-data"
  /// Nil for 8000 or, when that is taken, any.
  var port: UInt16?
  var plan: VisitPlan

  init() {
    plan = VisitPlan()
    // A fast charger, so that something can be seen in half a minute.
    plan.stationPower = 150_000
    plan.battery = Battery(capacity: 77_000, initialCharge: 180, maximumPower: 150_000)
    plan.sampleInterval = 2_000
    plan.stay = 30_000
  }

  static var settings: [Setting<DemoConfiguration>] {
    [
      Setting("data", "DIR", "folder for the server's data (demo-data)") { c, v in c.data = v },
      Setting("port", "N", "port of the server (8000, or any when that is taken)") {
        (c, v) throws(UsageError) in c.port = UInt16(try SettingValue.integer(v, in: 0...65535))
      },
      Setting("duration", "S", "how long the vehicle charges, in seconds (30)") {
        (c, v) throws(UsageError) in
        c.plan.stay = Int64(try SettingValue.integer(v, in: 1...86_400)) * 1000
      },
    ]
  }
}
