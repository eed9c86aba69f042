import Foundation
public import Network

/// A central system over HTTP: stations and their commands, the records of companies, charging from an
/// app. Everything an answer may hold is a type; everything that may go wrong is a `CSMSError`.
///
/// ```swift
/// let csms = try CSMSClient("http://127.0.0.1:8000", key: "ocpp_…")
/// let begun = try await csms.initiateCharging(
///   ChargingOrder(station: "CP1", connector: 1, user: "ann", payment: "pay_1"))
/// for try await session in csms.sessions(status: .completed) { print(session.transactionId) }
/// ```
///
/// Requests that change nothing, or the same thing when they come twice, are sent again when there was
/// no answer or the server was busy; others never are.
public final class CSMSClient: Sendable {
  /// How a client behaves.
  public struct Options: Sendable {
    /// For `https://`; nil trusts the system's authorities.
    public var tls: TLSClientContext?
    /// For one attempt, in milliseconds. Commands to stations take as long as a station does.
    public var timeoutMilliseconds: UInt64 = 60_000
    /// How often a request that may be repeated is sent at most; 1 for once.
    public var attempts = 4
    /// Before the second attempt, in milliseconds; twice as long before each further one, up to ten
    /// seconds, and spread at random.
    public var firstDelayMilliseconds: UInt64 = 200
    /// Sees each request and its answer, secrets masked: for logs.
    public var observer: (@Sendable (Exchange) -> Void)?

    public init() {}
  }

  /// A request with what came of it.
  public struct Exchange: Sendable {
    public let method: String
    /// Path and query.
    public let path: String
    /// JSON; passwords, keys and tokens are stars.
    public let sent: String
    /// 0 when no answer came.
    public let status: Int
    /// The answer's body, masked likewise, or what went wrong on the way.
    public let answered: String
    /// 1 for the first attempt.
    public let attempt: Int
  }

  public let baseURL: String
  let key: String?
  let options: Options
  private let loop: EventLoop

  /// - Parameters:
  ///   - baseURL: `http://host[:port]` or `https://…`.
  ///   - key: an API key or an access token; nil for an open server.
  /// - Throws: `.network` when the URL is none, or the process has no descriptors left.
  public init(
    _ baseURL: String, key: String? = nil, options: Options = Options()
  ) throws(CSMSError) {
    var base = baseURL
    while base.hasSuffix("/") { base.removeLast() }
    let scheme = base.lowercased()
    guard scheme.hasPrefix("http://") || scheme.hasPrefix("https://") else {
      throw .network(.invalidURL(baseURL))
    }
    self.baseURL = base
    self.key = key
    self.options = options
    do throws(NetworkError) {
      loop = try EventLoop()
      try loop.start()
    } catch { throw .network(error) }
  }

  deinit { loop.stop() }

  /// The same server with another key: a person who signed in, a company's program.
  public func with(key: String?) throws(CSMSError) -> CSMSClient {
    try CSMSClient(baseURL, key: key, options: options)
  }

  // MARK: Requests

  /// One request and its answer, for whatever has no function of its own.
  /// - Parameters:
  ///   - path: encoded, with a leading slash.
  ///   - isRepeatable: whether it may be sent again when nothing is known of it.
  public func send<Answer: Decodable>(
    _ method: String, _ path: String, body: (any Encodable & Sendable)? = nil,
    isRepeatable: Bool? = nil, as: Answer.Type = Answer.self
  ) async throws(CSMSError) -> Answer {
    let bytes = try await exchange(method, path, body: body, isRepeatable: isRepeatable)
    do {
      return try Wire.decoder.decode(Answer.self, from: Data(bytes.body))
    } catch {
      throw .unreadable(status: bytes.status, "\(error)")
    }
  }

  /// The same for an answer without a body.
  public func send(
    _ method: String, _ path: String, body: (any Encodable & Sendable)? = nil
  ) async throws(CSMSError) {
    _ = try await exchange(method, path, body: body, isRepeatable: nil)
  }

  private func exchange(
    _ method: String, _ path: String, body: (any Encodable & Sendable)?, isRepeatable: Bool?
  ) async throws(CSMSError) -> HTTPFetch.Reply {
    var fetch = HTTPFetch(method, baseURL + path)
    fetch.tls = options.tls
    fetch.timeoutMilliseconds = options.timeoutMilliseconds
    fetch.headers = [("Accept", "application/json")]
    if let key { fetch.headers.append(("Authorization", "Bearer \(key)")) }
    if let body {
      do { fetch.body = Array(try Wire.encoder.encode(body)) } catch {
        throw .unreadable(status: 0, "the request cannot be written: \(error)")
      }
      fetch.headers.append(("Content-Type", "application/json"))
    }
    let mayRepeat = isRepeatable ?? ["GET", "HEAD", "PUT", "DELETE"].contains(method)
    var attempt = 1
    while true {
      let result = await once(fetch, path, attempt)
      let wasLast = attempt >= options.attempts
      switch result {
      case .success(let reply):
        // Gone already: by the attempt whose answer was lost.
        if method == "DELETE", attempt > 1, reply.status == 404 { return reply }
        guard reply.status >= 400 else { return reply }
        // 429 did nothing, whatever it was.
        let isBusy = reply.status == 429 || (reply.status == 503 && mayRepeat)
        if !isBusy || wasLast { throw CSMSError(reply) }
      case .failure(let error):
        if !mayRepeat || wasLast || !error.isPassing { throw error }
      }
      do { try await Task.sleep(for: .milliseconds(delay(after: attempt))) } catch {
        throw .cancelled
      }
      attempt += 1
    }
  }

  private func once(
    _ fetch: HTTPFetch, _ path: String, _ attempt: Int
  ) async -> Result<HTTPFetch.Reply, CSMSError> {
    let result: Result<HTTPFetch.Reply, CSMSError>
    do {
      result = .success(try await fetch.send(on: loop))
    } catch let error as NetworkError {
      result = .failure(.network(error))
    } catch {
      result = .failure(.cancelled)
    }
    if let observer = options.observer {
      let (status, text) =
        switch result {
        case .success(let reply): (reply.status, Wire.masked(reply.body))
        case .failure(let error): (0, "\(error)")
        }
      observer(
        Exchange(
          method: fetch.method, path: path, sent: Wire.masked(fetch.body), status: status,
          answered: text, attempt: attempt))
    }
    return result
  }

  private func delay(after attempt: Int) -> UInt64 {
    let longest = options.firstDelayMilliseconds << UInt64(min(attempt - 1, 16))
    let limit = min(longest, 10_000)
    return limit / 2 + UInt64.random(in: 0...(limit / 2 + 1))
  }
}

extension CSMSError {
  /// Whether the same request may well succeed in a moment.
  fileprivate var isPassing: Bool {
    guard case .network(let error) = self else { return false }
    switch error {
    case .system, .timedOut, .disconnected: return true
    case .invalidAddress, .invalidURL, .tls, .refused, .badHandshake, .badAnswer, .tooLarge,
      .loopStopped:
      return false
    }
  }
}
