import Network
import StationCore

/// Plays a scenario on a virtual station.
///
/// `@unchecked Sendable`: used on the station's loop's thread only.
public final class ScriptRunner: @unchecked Sendable {
  /// How it ended.
  public enum Outcome: Sendable, Equatable {
    case passed(expectations: Int)
    /// The line and what was wrong.
    case failed(line: Int, String)
  }

  private let station: VirtualStation
  private let script: Script
  private let movesClock: Bool
  private let say: (String) -> Void
  private let completion: (Outcome) -> Void
  private var next = 0
  private var startedAt: Int64 = 0
  private var frames = FrameCounts()
  private var met = 0
  /// The expectation that waits, and until when by the machine's clock.
  private var waiting: (expectation: Expectation, until: Int64)?
  private var timer: LoopTimer?
  private var isRunning = false
  private var hasEnded = false

  /// - Parameters:
  ///   - movesClock: waiting moves the station's clock instead of taking time.
  ///   - say: what the scenario wants printed.
  ///   - completion: once, on the loop's thread.
  public init(
    _ script: Script, on station: VirtualStation, movesClock: Bool,
    say: @escaping (String) -> Void, completion: @escaping (Outcome) -> Void
  ) {
    self.script = script
    self.station = station
    self.movesClock = movesClock
    self.say = say
    self.completion = completion
  }

  /// Begins, with the station as it is. Loop thread only.
  public func start() {
    startedAt = station.time.now
    let onFrame = station.onFrame
    station.onFrame = { [weak self] direction, text in
      onFrame?(direction, text)
      self?.frames.note(direction, text)
    }
    let onChange = station.onChange
    station.onChange = { [weak self] in
      onChange()
      self?.check()
    }
    proceed()
  }

  /// Performs statements until one has to wait.
  private func proceed() {
    if isRunning || hasEnded { return }
    isRunning = true
    defer { isRunning = false }
    while next < script.lines.count {
      let line = script.lines[next]
      switch line.statement {
      case .say(let words): say(words)
      case .act(let act):
        do throws(ActRefusal) { try station.perform(act) } catch {
          return end(.failed(line: line.number, "\(line.text): \(error.description)"))
        }
      case .after(let time):
        next += 1
        return wait(time)
      case .at(let time):
        next += 1
        return wait(max(0, startedAt + time - station.time.now))
      case .expect(let expectation, let patience):
        if expectation.fault(station.state, frames) != nil {
          waiting = (expectation, StationTime.machine() + patience)
          timer = station.loop.schedule(afterMilliseconds: UInt64(patience) + 2) {
            [self] in check()
          }
          return
        }
        met += 1
      }
      next += 1
    }
    end(.passed(expectations: met))
  }

  private func wait(_ milliseconds: Int64) {
    let goOn: @Sendable () -> Void = { [self] in proceed() }
    if movesClock && milliseconds > 0 {
      do throws(ActRefusal) {
        // Called back within the event that ended the wait: go on after it.
        try station.advance(milliseconds: milliseconds) { [loop = station.loop] in
          loop.execute(goOn)
        }
        return
      } catch {
        // A station that is off has no clock to move.
        station.time.move(by: milliseconds)
        station.loop.execute(goOn)
        return
      }
    }
    timer = station.loop.schedule(afterMilliseconds: UInt64(milliseconds), goOn)
  }

  /// Looks again at the expectation that waits.
  private func check() {
    guard let (expectation, until) = waiting, !hasEnded else { return }
    let fault = expectation.fault(station.state, frames)
    if fault != nil && StationTime.machine() < until { return }
    waiting = nil
    timer?.cancel()
    if let fault {
      let line = script.lines[next]
      return end(.failed(line: line.number, "\(line.text): \(fault)"))
    }
    met += 1
    next += 1
    station.loop.execute { [self] in proceed() }
  }

  private func end(_ outcome: Outcome) {
    hasEnded = true
    timer?.cancel()
    completion(outcome)
  }
}
