/// How to open a WebSocket to a server.
public struct WebSocketClient: Sendable {
  /// `ws://host[:port][/path][?query]`, or `wss://`. The path goes out as it is: encode identities before.
  public var url: String
  /// Offered to the server in order of preference.
  public var subprotocols: [String] = []
  /// For `Authorization: Basic`.
  public var basicAuth: BasicCredentials?
  /// For `wss://`; nil trusts the system's authorities and shows no certificate.
  public var tls: TLSClientContext?
  /// More header fields; line breaks in values become spaces.
  public var headers: [(String, String)] = []
  /// Milliseconds for name look-up, connection and handshakes together.
  public var timeoutMilliseconds: UInt64 = 30_000
  /// Bytes of a message from the server; more closes with 1009.
  public var maxMessageBytes = 1_048_576
  /// Fragments of a message; more closes with 1009.
  public var maxFragments = 1_024
  /// Bytes queued for a server that does not read; more cuts the connection.
  public var maxBufferedOutputBytes = 4_194_304

  public init(url: String, subprotocols: [String] = [], basicAuth: BasicCredentials? = nil) {
    self.url = url
    self.subprotocols = subprotocols
    self.basicAuth = basicAuth
  }

  /// Whether a URL is one that `connect` can do something with, whoever may be there or not.
  public static func canUse(url: String) -> Bool {
    (try? HostPlace(url, plain: "ws", secure: "wss")) != nil
  }

  /// Opens the socket. Loop thread or set-up only.
  /// - Parameters:
  ///   - handler: hears the messages; kept until its `closed` has been called. It is not called when
  ///     the opening fails.
  ///   - completion: called once on the loop's thread, never inside this call, and before the first
  ///     message; not called after `cancel`. Fails with `.invalidURL`, `.tls`, `.timedOut`,
  ///     `.refused`, `.badHandshake`, `.disconnected`, `.loopStopped`, or `.system` for look-up and
  ///     connection.
  @discardableResult
  public func connect(
    on loop: EventLoop, handler: any WebSocketHandler,
    completion: @escaping (Result<WebSocket, NetworkError>) -> Void
  ) -> ConnectionAttempt {
    loop.checkCurrent()
    let attempt = ConnectionAttempt(self, loop, handler, completion)
    attempt.begin()
    return attempt
  }
}
