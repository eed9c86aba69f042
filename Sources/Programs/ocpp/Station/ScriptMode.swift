import Foundation
import Network
import StationHost
import Synchronization

/// A station that a scenario drives: status 0 when everything was as expected, 1 when not.
enum ScriptMode {
  static func run(_ configuration: StationConfiguration) throws -> Int32 {
    let path = configuration.script ?? "-"
    let settings = configuration.drivenSettings
    let script: Script
    do throws(SyntaxError) {
      script = try Script(read(path), vehicle: settings.vehicle)
      if script.isEmpty { throw SyntaxError("0: there is no statement in it, so nothing is shown") }
    } catch {
      for line in error.description.split(separator: "\n") { Terminal.complain("\(path):\(line)") }
      return 2
    }
    let loop = try EventLoop()
    let station = VirtualStation(loop: loop, settings: settings)
    let view = SessionView(identity: configuration.identity, isInteractive: false)
    station.onEvent = { view.show($0) }
    let status = Mutex<Int32>(130)
    let runner = ScriptRunner(
      script, on: station, movesClock: configuration.hasVirtualClock,
      say: { Terminal.print($0) }
    ) { outcome in
      status.withLock { $0 = report(outcome, path) }
      station.shutDown()
      loop.stop()
    }
    for signal in [SIGTERM, SIGINT] {
      try loop.onSignal(signal) {
        station.shutDown()
        loop.stop()
      }
    }
    station.start()
    loop.execute { runner.start() }
    loop.run()
    return status.withLock { $0 }
  }

  private static func read(_ path: String) throws(SyntaxError) -> String {
    let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    guard let handle else { throw SyntaxError("0: there is no such file, or it may not be read") }
    // At its end, and at once in one that is empty, there is nothing.
    guard let read = try? handle.readToEnd() ?? Data() else {
      throw SyntaxError("0: it cannot be read as a file")
    }
    guard let text = String(data: read, encoding: .utf8) else {
      throw SyntaxError("0: the file is not UTF-8")
    }
    return text
  }

  private static func report(_ outcome: ScriptRunner.Outcome, _ path: String) -> Int32 {
    switch outcome {
    case .passed(let count):
      Terminal.print("\(path): passed, \(count) expectation\(count == 1 ? "" : "s") met")
      return 0
    case .failed(let line, let reason):
      Terminal.complain("\(path):\(line): \(reason)")
      return 1
    }
  }
}
