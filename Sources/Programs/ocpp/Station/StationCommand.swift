import Foundation
import Network
import StationCore
import StationHost
import Synchronization

/// `ocpp station`: one virtual station, one vehicle, one session.
enum StationCommand {
  static func run(_ arguments: [String]) -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      Terminal.print(usage)
      return 0
    }
    do {
      var configuration = StationConfiguration()
      let reader = SettingsReader(settings: StationConfiguration.settings)
      // Only the secret may come from the environment: it should not be on a command line.
      configuration.password = ProcessInfo.processInfo.environment["OCPP_PASSWORD"]
      try reader.apply(arguments, to: &configuration)
      return try run(configuration)
    } catch let error as UsageError {
      Terminal.complain("ocpp station: \(error.message)\nTry: ocpp station --help")
      return 2
    } catch {
      Terminal.complain("ocpp station: \(error)")
      return 1
    }
  }

  private static func run(_ configuration: StationConfiguration) throws -> Int32 {
    let loop = try EventLoop()
    let tls = try configuration.tls
    let outcome = Mutex<VisitPhase?>(nil)
    let view = SessionView(identity: configuration.identity)
    let runner = StationRunner(
      loop: loop, url: configuration.url, identity: configuration.identity,
      password: configuration.password, tls: tls, plan: configuration.plan,
      journal: configuration.journal
    ) { event in
      view.show(event)
      guard case .ended(let phase, _) = event else { return }
      outcome.withLock { $0 = phase }
      loop.stop()
    }
    let interruptions = Mutex(0)
    for signal in [SIGTERM, SIGINT] {
      try loop.onSignal(signal) {
        // The first time the driver leaves; the second time the plug is pulled.
        let count = interruptions.withLock { count in
          count += 1
          return count
        }
        if count == 1 && runner.isCharging { runner.finish() } else { loop.stop() }
      }
    }
    runner.start()
    loop.run()
    view.end()
    switch outcome.withLock({ $0 }) {
    case .finished: return 0
    case .refused: return 3
    default: return 130
    }
  }

  private static var usage: String {
    """
    ocpp station: run a virtual charging station that charges one vehicle

    usage: ocpp station [options]

    \(SettingsReader(settings: StationConfiguration.settings).help)
      --help                      print this

    It boots, presents the token, charges, stops, and ends with status 0 when the central system
    has acknowledged everything; 3 when the token was refused. Ctrl-C ends the session early, a
    second Ctrl-C at once.
    """
  }
}
