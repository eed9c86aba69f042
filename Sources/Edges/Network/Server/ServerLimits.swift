/// What one server takes from its peers, and how long it waits for them.
public struct ServerLimits: Sendable {
  /// Bytes of a request head; more is answered with 431 (414 when the target alone is longer).
  public var maxHeadBytes = 16_384
  /// Bytes of a request body; a longer `Content-Length` is answered with 413.
  public var maxBodyBytes = 1_048_576
  /// Bytes of a WebSocket message over all its fragments; more closes with 1009, before any memory
  /// is spent on it.
  public var maxMessageBytes = 262_144
  /// Fragments of a WebSocket message; more closes with 1009.
  public var maxFragments = 1_024
  /// Bytes queued for one WebSocket peer that does not read; more cuts the connection and counts it
  /// as a slow reader.
  public var maxBufferedOutputBytes = 1_048_576
  /// Connections at a time; more are closed at once and counted as refused.
  public var maxConnections = 50_000
  /// Connections of one address that have not made their first request; more are closed at once and
  /// counted as refused. Many stations may share an address.
  public var maxHandshakesPerAddress = 1_024
  /// Milliseconds from accepting a connection, or from the first byte of a later request, to its
  /// complete request, the TLS handshake included; then the connection is closed.
  public var handshakeTimeoutMilliseconds: UInt64 = 10_000
  /// Milliseconds that a kept-alive connection may wait for its next request, and that a reader of
  /// a response may stand still.
  public var idleTimeoutMilliseconds: UInt64 = 30_000

  public init() {}
}

/// What a server has counted since it began to listen.
public struct ServerStatistics: Equatable, Sendable {
  /// Open now, HTTP and WebSocket together.
  public var connections = 0
  /// Connections taken.
  public var accepted = 0
  /// Connections closed at once because of `maxConnections` or `maxHandshakesPerAddress`.
  public var refused = 0
  /// Connections cut because of `maxBufferedOutputBytes`.
  public var slowReaders = 0
  /// Connections closed because no complete request came in time.
  public var handshakeTimeouts = 0
  /// Connections that ended because of a TLS fault: no agreement, a certificate that is not good,
  /// something else than TLS.
  public var tlsFailures = 0
  /// HTTP requests handed to the handler.
  public var requests = 0
  /// WebSockets opened.
  public var upgrades = 0
}

/// Lets a server and its connections share the counts.
final class StatisticsBox {
  var values = ServerStatistics()
}
