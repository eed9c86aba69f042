import CSMSCore
import Gateway
import Network
import OCPPJSON
import Store
import Synchronization

/// The jobs that run. What they are and what became of them is in the store.
final class JobBoard: Sendable {
  private struct State {
    var runs: [Int: JobRun] = [:]
    /// Jobs that are being written down before they start.
    var starting = 0
  }

  private let runner: CommandRunner
  private let store: SQLiteStore
  private let gateway: Gateway
  private let clock: WallClock
  private let state = Mutex(State())

  init(
    _ runner: CommandRunner, _ store: SQLiteStore, _ gateway: Gateway, _ clock: @escaping WallClock
  ) {
    self.runner = runner
    self.store = store
    self.gateway = gateway
    self.clock = clock
  }

  /// What still ran when the server stopped is interrupted: nobody knows what the stations said.
  func resume() throws(StoreError) {
    let now = clock()
    try store.write { (editor) throws(StoreError) in try editor.interruptJobs(at: now) }
  }

  /// Keeps a job and starts it.
  func start(
    _ job: JobRow, _ command: StationCommand, on stations: [Text],
    _ completion: @escaping @Sendable (Result<Int, StoreError>?) -> Void
  ) {
    let hasRoom = state.withLock { state in
      if state.runs.count + state.starting >= JobLimits.running { return false }
      state.starting += 1
      return true
    }
    guard hasRoom else { return completion(nil) }
    store.write { (editor) throws(StoreError) in
      try editor.createJob(job, stations: stations)
    } completion: { [self] result in
      if case .success(let id) = result { launch(id, job, command, stations) }
      state.withLock { $0.starting -= 1 }
      completion(result)
    }
  }

  private func launch(_ id: Int, _ job: JobRow, _ command: StationCommand, _ stations: [Text]) {
    let run = JobRun(
      id: id, command, on: stations, timeout: job.timeout, runner, store, gateway.shards[0].loop,
      clock: clock
    ) { [weak self] run in
      self?.state.withLock { _ = $0.runs.removeValue(forKey: run.id) }
    }
    state.withLock { $0.runs[id] = run }
    run.start(parallelism: job.parallelism)
  }

  /// The job at work, or nil when it is over.
  func run(_ id: Int) -> JobRun? { state.withLock { $0.runs[id] } }
}
