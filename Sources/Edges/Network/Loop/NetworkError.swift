import CUV

/// What can go wrong between this program and a peer.
public enum NetworkError: Error, Hashable, Sendable {
  /// The operating system said no: what was tried, and the negative errno that libuv reported.
  case system(operation: String, code: Int32)
  /// Neither an IPv4 nor an IPv6 literal.
  case invalidAddress(String)
  /// Not `ws://host[:port][/path]`, nor `wss://`; for HTTP `http://` and `https://`.
  case invalidURL(String)
  /// TLS could not be agreed on, or the server is not who it should be.
  case tls(TLSError)
  /// The peer did not complete the opening handshake in time.
  case timedOut
  /// The server answered the WebSocket handshake with this HTTP status instead of 101. The reason is
  /// what it said of that (see `RefusalReason`), empty when it said nothing.
  case refused(status: Int, reason: String = "")
  /// The server's 101 was not a valid WebSocket handshake; the sentence says why.
  case badHandshake(String)
  /// The server's answer is not HTTP/1.1 as it should be; the sentence says why.
  case badAnswer(String)
  /// The server's answer is longer than was allowed.
  case tooLarge
  /// The peer left before the handshake, or its answer, was complete.
  case disconnected
  /// The loop stopped before the work was done.
  case loopStopped
}

extension NetworkError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .system(let operation, let code):
      "\(operation): \(String(cString: uv_strerror(code)))"
    case .invalidAddress(let address): "\"\(address)\" is not an IPv4 or IPv6 address."
    case .invalidURL(let url): "\"\(url)\" is not a URL that can be used here."
    case .tls(let error): error.description
    case .timedOut: "The peer did not answer in time."
    case .refused(let status, let reason):
      "The server refused the WebSocket with status \(status)"
        + (reason.isEmpty ? "." : ": \(reason)")
    case .badHandshake(let why): "The server's WebSocket handshake is invalid: \(why)"
    case .badAnswer(let why): "The server's answer is not valid HTTP/1.1: \(why)"
    case .tooLarge: "The server's answer is longer than was allowed."
    case .disconnected: "The peer closed the connection before it had answered."
    case .loopStopped: "The event loop stopped."
    }
  }
}

/// Turns a negative libuv result into an error.
func check(_ code: Int32, _ operation: String) throws(NetworkError) {
  if code < 0 { throw .system(operation: operation, code: code) }
}
