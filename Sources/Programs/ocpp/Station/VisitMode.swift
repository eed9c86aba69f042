import Foundation
import Network
import StationCore
import StationHost
import Synchronization

/// One vehicle, one session, and the end.
enum VisitMode {
  static func run(_ configuration: StationConfiguration) throws -> Int32 {
    Terminal.neverWait()
    let loop = try EventLoop()
    let outcome = Mutex<VisitPhase?>(nil)
    let view = SessionView(identity: configuration.identity)
    let runner = StationRunner(
      loop: loop, settings: configuration.stationSettings, plan: configuration.plan
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
}
