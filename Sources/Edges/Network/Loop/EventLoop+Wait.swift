import CUV

extension EventLoop {
  /// Runs a closure on the loop's thread and waits for its result; runs it in place on the loop's
  /// own thread and on a loop that does not run yet. For set-up, tear-down and tests: the caller is
  /// blocked meanwhile.
  /// - Throws: `.loopStopped` when the loop has ended, else what the closure throws.
  public func wait<Result: Sendable>(
    for body: @escaping @Sendable () throws(NetworkError) -> Result
  ) throws(NetworkError) -> Result {
    if isCurrent || !isRunning { return try body() }
    let answer = Answer<Result>()
    guard execute({ answer.fulfil(body) }) else { throw .loopStopped }
    return try answer.take()
  }
}

/// A result that one thread leaves for another.
///
/// `@unchecked Sendable`: the result is written before the semaphore is posted and read after it.
private final class Answer<Value: Sendable>: @unchecked Sendable {
  private var result: Result<Value, NetworkError> = .failure(.loopStopped)
  private let semaphore = UnsafeMutablePointer<uv_sem_t>.allocate(capacity: 1)

  init() { uv_sem_init(semaphore, 0) }

  deinit {
    uv_sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func fulfil(_ body: () throws(NetworkError) -> Value) {
    do throws(NetworkError) { result = .success(try body()) } catch { result = .failure(error) }
    uv_sem_post(semaphore)
  }

  func take() throws(NetworkError) -> Value {
    uv_sem_wait(semaphore)
    return try result.get()
  }
}
