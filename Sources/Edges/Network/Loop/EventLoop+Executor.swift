/// Something to run on a loop's thread.
///
/// `@unchecked Sendable`: closures that other threads bring are `@Sendable` at the door
/// (`EventLoop.execute`); the others are made and run on the loop's thread.
enum LoopJob: @unchecked Sendable {
  case call(() -> Void)
  case actorJob(UnownedJob)
  case taskJob(UnownedJob)

  func run(on loop: EventLoop) {
    switch self {
    case .call(let body): body()
    case .actorJob(let job): job.runSynchronously(on: loop.asUnownedSerialExecutor())
    case .taskJob(let job):
      job.runSynchronously(on: loop.taskExecutorSide.asUnownedTaskExecutor())
    }
  }
}

/// Actors can live on a loop: return it from `unownedExecutor`.
extension EventLoop: SerialExecutor {
  public func enqueue(_ job: consuming ExecutorJob) { enqueue(.actorJob(UnownedJob(job))) }

  public func checkIsolated() {
    precondition(isCurrent, "Not on the event loop's thread.")
  }

  public func isIsolatingCurrentContext() -> Bool? { isCurrent }

  /// The preference for tasks that wait: with it their continuations resume on the loop's thread
  /// instead of visiting the global pool. Loop thread or set-up only.
  public var taskExecutor: any TaskExecutor { taskExecutorSide }

  var taskExecutorSide: LoopTaskExecutor {
    if let taskSide { return taskSide }
    let side = LoopTaskExecutor(self)
    taskSide = side
    return side
  }
}

/// A loop as a task executor. Kept apart from the serial executor, because the runtime tells the two
/// apart by their type. The loop owns it; a task that runs keeps neither alive.
final class LoopTaskExecutor: TaskExecutor {
  private unowned let loop: EventLoop

  init(_ loop: EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) { loop.enqueue(.taskJob(UnownedJob(job))) }
}
