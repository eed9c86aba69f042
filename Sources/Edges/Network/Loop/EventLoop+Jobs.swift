import CUV
import Synchronization

/// The jobs of the loop, from its own thread and from others.
extension EventLoop {
  /// Runs a job on the loop's thread, after the jobs this thread gave it before. May be called by
  /// any thread; never runs the job inside the call.
  /// - Returns: false when the loop has ended and the job was dropped.
  @discardableResult
  public func execute(_ job: @escaping @Sendable () -> Void) -> Bool { enqueue(.call(job)) }

  @discardableResult
  func enqueue(_ job: LoopJob) -> Bool {
    inbox.withLock { inbox in
      if inbox.isSealed { return false }
      inbox.jobs.append(job)
      if inbox.jobs.count == 1 { uv_async_send(async) }
      return true
    }
  }

  /// Runs a closure on the loop's thread later in the same turn. Loop thread only.
  func soon(_ body: @escaping () -> Void) {
    local.append(.call(body))
  }

  func takeJobs() {
    inbox.withLock { inbox in
      if local.isEmpty {
        swap(&local, &inbox.jobs)
      } else {
        local.append(contentsOf: inbox.jobs)
        inbox.jobs.removeAll(keepingCapacity: true)
      }
    }
    runLocalJobs()
  }

  /// One batch; jobs that these jobs add wait for the next.
  func runLocalJobs() {
    swap(&local, &running)
    for job in running { job.run(on: self) }
    running.removeAll(keepingCapacity: true)
  }

  func endTurn() {
    if !local.isEmpty { runLocalJobs() }
    onTurnEnd?()
    handshakes.turnEnded()
    if !local.isEmpty { enqueue(.call({})) }
  }
}
