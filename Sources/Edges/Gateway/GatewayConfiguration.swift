public import CSMSCore
public import OCPPJSON

/// How the gateway treats its stations. Every number is a limit with a stated behaviour.
public struct GatewayConfiguration: Sendable {
  /// What all sessions share.
  public var policy = SessionPolicy()
  /// Seconds between pings to a station that says nothing.
  public var pingInterval = 60
  /// Seconds without any sign of life after which a connection is cut.
  public var silenceLimit = 150
  /// Answers of one station that may wait for the disk; at the limit its socket is not read until
  /// half of them have left.
  public var heldAnswerLimit = 64
  /// Seconds a call waits for its answer when the caller does not say.
  public var callTimeout = 30
  /// Seconds after which a station that is away is gone, and its transactions are closed.
  public var goneAfter = 86_400
  /// Handshakes under one identity; more are answered with 429.
  public var handshakesPerStation = RateLimit(burst: 300, perSecond: 2)
  /// Handshakes of one address that may fail; then all of its handshakes are answered with 429
  /// until some time has passed.
  public var failuresPerAddress = RateLimit(burst: 1_000, perSecond: 10)
  /// Messages of one station; when there are more, its socket is read later, and nothing is lost.
  public var messagesPerStation = RateLimit(burst: 50_000, perSecond: 20_000)
  /// The same for all stations of one address, per loop; many stations may share one.
  public var messagesPerAddress = RateLimit(burst: 250_000, perSecond: 100_000)
  /// Messages of one station that may be refused; more closes the socket with 1008.
  public var refusalsPerStation = RateLimit(burst: 500, perSecond: 5)
  /// The name of this node, shown with each connection.
  public var nodeName = "local"

  public init() {}
}

/// Tells the time; a test may have its own.
public typealias WallClock = @Sendable () -> DateTime

/// Milliseconds of a clock that never goes back, whatever is done to the wall clock.
public typealias SteadyClock = @Sendable () -> UInt64
