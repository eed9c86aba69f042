import CSMSCore
import Network
import OCPPJSON
import Store
import Synchronization

/// One job at work: asks a few stations at a time and writes down what they say.
///
/// Outcomes are written while others come in: a write takes all there are, so that a fast job costs
/// few commits and a slow one is never behind.
final class JobRun: Sendable {
  private struct State {
    /// The position of the next station.
    var next = 0
    var inFlight = 0
    var isCancelled = false
    var unwritten: [JobStationRow] = []
    var isWriting = false
    var isOver = false
  }

  let id: Int
  private let command: StationCommand
  private let stations: [Text]
  private let timeout: Int?
  private let runner: CommandRunner
  private let store: SQLiteStore
  /// Where stations are asked from, so that a thousand that are away do not pile up on one stack.
  private let loop: EventLoop
  private let clock: @Sendable () -> DateTime
  private let state = Mutex(State())
  private let finished: @Sendable (JobRun) -> Void

  init(
    id: Int, _ command: StationCommand, on stations: [Text], timeout: Int?, _ runner: CommandRunner,
    _ store: SQLiteStore, _ loop: EventLoop, clock: @escaping @Sendable () -> DateTime,
    finished: @escaping @Sendable (JobRun) -> Void
  ) {
    self.id = id
    self.command = command
    self.stations = stations
    self.timeout = timeout
    self.runner = runner
    self.store = store
    self.loop = loop
    self.clock = clock
    self.finished = finished
  }

  /// How many stations have been asked and have not answered yet.
  var inFlight: Int { state.withLock { $0.inFlight } }

  func start(parallelism: Int) {
    for _ in 0..<min(parallelism, stations.count) { loop.execute { self.askNext() } }
  }

  /// Asks nobody any more. Who was asked already may still answer.
  func cancel() {
    state.withLock { $0.isCancelled = true }
    write()
  }

  private func askNext() {
    let position: Int? = state.withLock { state in
      if state.isCancelled || state.next >= stations.count { return nil }
      state.next += 1
      state.inFlight += 1
      return state.next - 1
    }
    guard let position else { return }
    runner.run(command, on: stations[position], timeout: timeout) { [self] result in
      note(result, position)
      loop.execute { self.askNext() }
    }
  }

  private func note(_ result: Result<CommandReport, Problem>, _ position: Int) {
    let (isFailure, outcome) =
      switch result {
      case .success(let report): (false, report.json)
      case .failure(let problem): (true, problem.json)
      }
    let row = JobStationRow(
      position: position, station: stations[position], isFailure: isFailure,
      outcome: Text(utf8: outcome.bytes), finishedAt: clock())
    state.withLock { state in
      state.inFlight -= 1
      state.unwritten.append(row)
    }
    write()
  }

  /// Writes what is not written yet, and with the last of it that the job is over.
  private func write() {
    let work: (rows: [JobStationRow], status: JobStatus?)? = state.withLock { state in
      if state.isWriting || state.isOver { return nil }
      let isDone = state.inFlight == 0 && (state.isCancelled || state.next == stations.count)
      if state.unwritten.isEmpty && !isDone { return nil }
      let rows = state.unwritten
      state.unwritten = []
      state.isWriting = true
      state.isOver = isDone
      let isCutShort = state.isCancelled && state.next < stations.count
      return (rows, isDone ? (isCutShort ? .cancelled : .completed) : nil)
    }
    guard let work else { return }
    let (id, now) = (id, clock())
    store.write { (editor) throws(StoreError) in
      try editor.recordJob(id, work.rows, status: work.status, at: now)
    } completion: { [self] result in
      if case .failure = result { return retry(work.rows) }
      state.withLock { $0.isWriting = false }
      if work.status == nil { write() } else { finished(self) }
    }
  }

  /// The store could not take it (its disk is full, say): what the stations said is kept for another
  /// try. When the server stops there is none, and the job is interrupted.
  private func retry(_ rows: [JobStationRow]) {
    state.withLock { state in
      state.unwritten = rows + state.unwritten
      state.isOver = false
    }
    loop.execute { [self] in
      _ = loop.schedule(afterMilliseconds: JobLimits.retryMilliseconds) { [self] in
        state.withLock { $0.isWriting = false }
        write()
      }
    }
  }
}

extension Problem {
  var json: JSONValue {
    .members([
      ("status", .integer(status)), ("title", .string(title)), ("detail", .string(detail)),
    ])
  }
}
