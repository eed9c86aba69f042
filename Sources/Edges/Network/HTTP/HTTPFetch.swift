/// One request to a server over HTTP/1.1, on a connection of its own.
///
/// Redirections are answers like others: nobody is sent anywhere without being asked.
public struct HTTPFetch: Sendable {
  /// What a server answered.
  public struct Reply: Sendable {
    public let status: Int
    /// In their order, names in the server's spelling.
    public let headers: [(name: String, value: String)]
    public let body: [UInt8]

    /// The value of the first field with this name, whatever its case.
    public func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  public var method: String
  /// `http://host[:port][/path][?query]`, or `https://`. The path goes out as it is: encode before.
  public var url: String
  /// More header fields; line breaks in values become spaces. `Host`, `Connection` and
  /// `Content-Length` are there anyway.
  public var headers: [(String, String)] = []
  public var body: [UInt8] = []
  /// For `https://`; nil trusts the system's authorities and shows no certificate.
  public var tls: TLSClientContext?
  /// Milliseconds from the beginning to the last byte of the answer.
  public var timeoutMilliseconds: UInt64 = 30_000
  /// Bytes of an answer; more is `.tooLarge`.
  public var maxBodyBytes = 16_777_216

  public init(_ method: String, _ url: String) {
    self.method = method
    self.url = url
  }

  /// Sends it. Loop thread or set-up only.
  /// - Parameter completion: called once on the loop's thread, never inside this call; not called
  ///   after `cancel`. Fails with `.invalidURL`, `.tls`, `.timedOut`, `.disconnected`,
  ///   `.badAnswer`, `.tooLarge`, `.loopStopped`, or `.system` for look-up and connection.
  @discardableResult
  public func send(
    on loop: EventLoop, completion: @escaping (Result<Reply, NetworkError>) -> Void
  ) -> HTTPFetchAttempt {
    loop.checkCurrent()
    let attempt = HTTPFetchAttempt(self, loop, completion)
    attempt.begin()
    return attempt
  }

  /// Sends it from any thread and waits for the answer. A task that is cancelled ends the request.
  /// - Throws: `NetworkError` as `send(on:completion:)` has it; `CancellationError`.
  public func send(on loop: EventLoop) async throws -> Reply {
    let cancellation = FetchCancellation(loop)
    return try await withTaskCancellationHandler {
      try Task.checkCancellation()
      return try await withCheckedThrowingContinuation { continuation in
        let isTaken = loop.execute {
          let attempt = self.send(on: loop) { result in
            switch result {
            case .success(let reply): continuation.resume(returning: reply)
            case .failure(let error): continuation.resume(throwing: error)
            }
          }
          cancellation.begun(attempt) { continuation.resume(throwing: CancellationError()) }
        }
        if !isTaken { continuation.resume(throwing: NetworkError.loopStopped) }
      }
    } onCancel: {
      cancellation.cancel()
    }
  }
}

/// Lets a task that is cancelled end its request.
///
/// `@unchecked Sendable`: everything is used on the loop's thread only.
private final class FetchCancellation: @unchecked Sendable {
  private let loop: EventLoop
  private var attempt: HTTPFetchAttempt?
  private var cancelled: (() -> Void)?
  private var isCancelled = false

  init(_ loop: EventLoop) { self.loop = loop }

  func begun(_ attempt: HTTPFetchAttempt, cancelled: @escaping () -> Void) {
    if isCancelled {
      if attempt.cancel() { cancelled() }
    } else {
      self.attempt = attempt
      self.cancelled = cancelled
    }
  }

  func cancel() {
    loop.execute { [self] in
      isCancelled = true
      if attempt?.cancel() == true { cancelled?() }
      attempt = nil
      cancelled = nil
    }
  }
}
