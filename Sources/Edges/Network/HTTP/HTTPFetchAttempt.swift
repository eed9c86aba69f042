/// A request under way. Used on the loop's thread.
public final class HTTPFetchAttempt {
  let fetch: HTTPFetch
  let loop: EventLoop
  /// Nil once it was called or the attempt was cancelled.
  private var completion: ((Result<HTTPFetch.Reply, NetworkError>) -> Void)?
  private var timer: LoopTimer?
  private var dialer: Dialer?

  init(
    _ fetch: HTTPFetch, _ loop: EventLoop,
    _ completion: @escaping (Result<HTTPFetch.Reply, NetworkError>) -> Void
  ) {
    self.fetch = fetch
    self.loop = loop
    self.completion = completion
  }

  /// Gives up and closes the connection; the completion is not called.
  /// - Returns: false when the answer was there already.
  @discardableResult
  public func cancel() -> Bool {
    loop.checkCurrent()
    return end() != nil
  }

  func begin() {
    do throws(NetworkError) {
      let place = try HostPlace(fetch.url, plain: "http", secure: "https")
      timer = loop.schedule(afterMilliseconds: fetch.timeoutMilliseconds) { [self] in
        finish(.failure(.timedOut))
      }
      let dialer = Dialer(
        loop, place, tls: fetch.tls, outputLimit: .max,
        makeOwner: { [self] in HTTPFetchExchange(self, place, $0) },
        failed: { [self] in finish(.failure($0)) })
      self.dialer = dialer
      try dialer.begin()
    } catch {
      loop.soon { [self] in finish(.failure(error)) }
    }
  }

  private func end() -> ((Result<HTTPFetch.Reply, NetworkError>) -> Void)? {
    let due = completion
    completion = nil
    timer?.cancel()
    timer = nil
    dialer?.cancel()
    dialer = nil
    return due
  }

  func finish(_ result: Result<HTTPFetch.Reply, NetworkError>) { end()?(result) }
}

/// A client's transport for one request and its answer (RFC 9112).
final class HTTPFetchExchange: TransportOwner {
  private enum Stage {
    case head
    /// So many bytes are still to come.
    case counted(Int)
    case chunked(ChunkedBody)
    case untilEnd
  }

  /// Bytes of the answer's head.
  private static let maxHeadBytes = 32_768

  private let attempt: HTTPFetchAttempt
  private let place: HostPlace
  private unowned let transport: Transport
  private var stage = Stage.head
  private var status = 0
  private var headers: [(name: String, value: String)] = []
  private var body: [UInt8] = []

  /// The transport owns the exchange, so the exchange may refer to it unowned.
  init(_ attempt: HTTPFetchAttempt, _ place: HostPlace, _ transport: Transport) {
    self.attempt = attempt
    self.place = place
    self.transport = transport
  }

  // MARK: The request

  func transportReady() {
    let fetch = attempt.fetch
    var fields = [("Host", place.authority), ("Connection", "close")] + fetch.headers
    if !fetch.body.isEmpty || !["GET", "HEAD", "DELETE"].contains(fetch.method) {
      fields.append(("Content-Length", "\(fetch.body.count)"))
    }
    var head = Array("\(fetch.method) \(place.target) HTTP/1.1\r\n".utf8)
    for (name, value) in fields {
      head += name.utf8
      head += ": ".utf8
      head += value.utf8.lazy.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
      head += "\r\n".utf8
    }
    head += "\r\n".utf8
    head.withUnsafeBytes { head in
      fetch.body.withUnsafeBytes { transport.write(head, $0, isBounded: false) }
    }
  }

  // MARK: The answer

  func consume(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeBufferPointer(bytes)
    switch stage {
    case .head: return takeHead(bytes)
    case .counted(let rest):
      let count = min(rest, bytes.count)
      body += bytes[..<count]
      stage = .counted(rest - count)
      if rest == count { succeed() }
      return bytes.count
    case .untilEnd:
      if body.count + bytes.count > attempt.fetch.maxBodyBytes { return fail(.tooLarge, bytes) }
      body += bytes
      return bytes.count
    case .chunked(var chunks):
      let used = chunks.take(bytes, into: &body)
      stage = .chunked(chunks)
      if body.count > attempt.fetch.maxBodyBytes { return fail(.tooLarge, bytes) }
      switch chunks.state {
      case .broken: return fail(.badAnswer("The chunks of its body are malformed."), bytes)
      case .over: succeed()
      case .size, .data, .dataEnd, .trailer: break
      }
      return used
    }
  }

  private func takeHead(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    do throws(HTTPFailure) {
      guard let head = try HTTPHead.parseResponse(bytes, limit: Self.maxHeadBytes) else { return 0 }
      // 100 Continue and its like announce the answer that follows.
      if (100..<200).contains(head.status) { return head.length }
      let reply = HTTPRequest(
        head: head, bytes: Array(bytes[..<head.length]), body: [], remoteAddress: "")
      status = head.status
      headers = reply.headers
      return expect(reply) ? head.length : bytes.count
    } catch {
      return fail(.badAnswer("Its head is malformed."), bytes)
    }
  }

  /// How the body ends (RFC 9112 §6.3); false when the answer is over, one way or the other.
  private func expect(_ reply: HTTPRequest) -> Bool {
    if attempt.fetch.method == "HEAD" || status == 204 || status == 304 {
      succeed()
      return false
    }
    if reply.header("transfer-encoding") != nil {
      guard reply.listContains("transfer-encoding", "chunked"),
        reply.header("content-length") == nil
      else {
        attempt.finish(.failure(.badAnswer("Its transfer encoding is not known.")))
        return false
      }
      stage = .chunked(ChunkedBody())
      return true
    }
    let lengths = reply.fieldValues("content-length")
    guard let length = lengths.first else {
      stage = .untilEnd
      return true
    }
    let text = String(decoding: length, as: UTF8.self)
    guard lengths.count == 1, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let count = Int(text)
    else {
      attempt.finish(.failure(.badAnswer("Its Content-Length is not a number.")))
      return false
    }
    if count > attempt.fetch.maxBodyBytes {
      attempt.finish(.failure(.tooLarge))
      return false
    }
    stage = .counted(count)
    if count == 0 { succeed() }
    return count > 0
  }

  private func succeed() {
    attempt.finish(.success(HTTPFetch.Reply(status: status, headers: headers, body: body)))
  }

  private func fail(_ error: NetworkError, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    attempt.finish(.failure(error))
    return bytes.count
  }

  func transportEnded(_ end: TransportEnd) {
    if case .tlsFailed(let error) = end { return attempt.finish(.failure(.tls(error))) }
    // Without a length the end of the connection is the end of the body; a cut one is not.
    if case .untilEnd = stage, end == .endOfFile { return succeed() }
    attempt.finish(.failure(.disconnected))
  }

  func deadlinePassed() {}

  func sayGoodbye() { attempt.finish(.failure(.loopStopped)) }
}
