import Network
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a loop's thread writes and the test reads after the loop has stopped or in `wait`.
private final class Record: @unchecked Sendable {
  var lines: [Int] = []
}

@Suite(.timeLimit(.minutes(5))) struct EventLoopTests {
  @Test("Jobs of four threads run once each, in the order of their thread")
  func execute() async throws {
    let loop = try EventLoop()
    try loop.start()
    let record = Record()
    await withTaskGroup { group in
      for thread in 0..<4 {
        group.addTask {
          for index in 0..<10_000 {
            loop.execute { record.lines.append(thread * 10_000 + index) }
          }
        }
      }
    }
    loop.stop()
    #expect(record.lines.count == 40_000)
    for thread in 0..<4 {
      #expect(
        record.lines.filter { $0 / 10_000 == thread }
          == Array(thread * 10_000..<(thread + 1) * 10_000))
    }
  }

  @Test("A stopped loop refuses jobs, and stopping it again is harmless")
  func stopped() throws {
    let loop = try EventLoop()
    try loop.start()
    loop.stop()
    loop.stop()
    #expect(!loop.execute {})
    #expect(throws: NetworkError.loopStopped) { try loop.wait {} }
  }

  @Test("A loop that never ran can be stopped, or let go of, with timers on it")
  func neverRan() throws {
    let loop = try EventLoop()
    loop.schedule(afterMilliseconds: 1, repeating: 1) { Issue.record("fired") }
    loop.stop()
    _ = try EventLoop()
  }

  @Test("The loop's thread knows itself, and no other thread is it")
  func isCurrent() throws {
    let loop = try EventLoop()
    try loop.start()
    #expect(!loop.isCurrent)
    #expect(try loop.wait { loop.isCurrent })
    #expect(try loop.wait { () throws(NetworkError) in try loop.wait { 7 } } == 7)
    loop.stop()
  }

  @Test("Timers fire in the order of their time, repeat, and fire no more once cancelled")
  func timers() throws {
    let loop = try EventLoop()
    let record = Record()
    let cancelled = loop.schedule(afterMilliseconds: 1) { record.lines.append(0) }
    cancelled.cancel()
    cancelled.cancel()
    loop.schedule(afterMilliseconds: 12) { record.lines.append(2) }
    let first = loop.schedule(afterMilliseconds: 4) { record.lines.append(1) }
    #expect(first.isActive && !cancelled.isActive)
    var ticks = 0
    var repeated: LoopTimer?
    let begin = loop.monotonicMilliseconds
    repeated = loop.schedule(afterMilliseconds: 30, repeating: 2) {
      ticks += 1
      if ticks == 3 {
        repeated?.cancel()
        loop.schedule(afterMilliseconds: 10) { loop.stop() }
      }
    }
    loop.run()
    #expect(record.lines == [1, 2] && ticks == 3 && !first.isActive)
    #expect(begin > 0)
  }

  @Test("The end of a turn comes after all jobs of the turn, and before the loop waits")
  func turnEnd() throws {
    let loop = try EventLoop()
    let record = Record()
    var gathered = 0
    loop.onTurnEnd = {
      if gathered > 0 { record.lines.append(gathered) }
      gathered = 0
    }
    loop.schedule(afterMilliseconds: 1) { gathered += 100 }
    loop.schedule(afterMilliseconds: 60_000) { Issue.record("waited") }
    try loop.start()
    nonisolated(unsafe) let add = { gathered += 1 }
    try loop.wait { for _ in 0..<5 { loop.execute { add() } } }
    // Each wake-up hands over, so the timer's hundred is seen although nothing else happens.
    while try loop.wait(for: { record.lines.reduce(0, +) }) < 105 {}
    loop.stop()
    #expect(record.lines.contains(5) || record.lines.contains(105))
  }

  @Test("A signal reaches its closure, and a signal that cannot be watched is an error")
  func signals() throws {
    let loop = try EventLoop()
    var count = 0
    let watch = try loop.onSignal(SIGUSR1) {
      count += 1
      loop.stop()
    }
    #expect(throws: NetworkError.self) { try loop.onSignal(SIGKILL) {} }
    loop.schedule(afterMilliseconds: 1) { kill(getpid(), SIGUSR1) }
    loop.run()
    watch.cancel()
    #expect(count == 1)
  }

  @Test("An actor lives on the loop, and its tasks resume there")
  func actors() async throws {
    let loop = try EventLoop()
    try loop.start()
    let shard = Shard(loop)
    #expect(await shard.isOnLoop())
    #expect(try loop.wait { shard.assumeIsolated { $0.touch() } } == 1)
    let executor = loop.taskExecutor
    #expect(await Task(executorPreference: executor) { await shard.waits() }.value)
    loop.stop()
  }

  @Test("Every error says in words what went wrong")
  func descriptions() {
    let errors: [NetworkError] = [
      .system(operation: "bind", code: -98), .invalidAddress("x"), .invalidURL("x"),
      .timedOut, .refused(status: 404), .badHandshake("x"), .disconnected, .loopStopped,
    ]
    #expect(Set(errors.map { "\($0)" }).count == errors.count)
    #expect("\(errors[0])" == "bind: address already in use")
  }
}

private actor Shard {
  nonisolated let loop: EventLoop
  private var count = 0

  init(_ loop: EventLoop) { self.loop = loop }

  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  func isOnLoop() -> Bool { loop.isCurrent }

  func touch() -> Int {
    count += 1
    return count
  }

  func waits() async -> Bool {
    await withCheckedContinuation { continuation in
      loop.schedule(afterMilliseconds: 1) { continuation.resume() }
    }
    return loop.isCurrent
  }
}
