import CSMSCore
import Network
import OCPPJSON
import OCPPRPC

/// One station's socket with its session.
///
/// `@unchecked Sendable`: the reference is kept in the seating plan, which all threads share, but
/// everything in it is used on its shard's loop only.
final class StationLink: WebSocketHandler, @unchecked Sendable {
  let station: Text
  let version: OCPPVersion
  let since: DateTime
  let shard: Shard
  /// A value that does not know its link, so that no call of it leads back here; the same holds for the
  /// other two that every message changes.
  @exclusivity(unchecked) var session: Session16
  /// Set right after the handshake, nil again once the socket is closed.
  var socket: WebSocket?
  /// A newer socket of the station has taken over: nothing that still comes in here counts.
  var isReplaced = false
  /// Something that it said was kept, so that there is a record of the station.
  var isOnRecord = false
  /// Where the link stands in its shard's list.
  var index = 0
  var heldAnswers = 0
  var lastMessageAt: DateTime?
  /// In seconds of the loop's clock.
  var lastSignOfLife: UInt64
  var pingSentAt: UInt64?
  var pingRoundTrip: Int?
  /// The certificate it came in with; nil where another thing counts.
  var certificate: CertificateName?
  /// The address it is connected from; nil when it is not.
  var place: Place?
  /// What is left of the limits of this connection.
  @exclusivity(unchecked) var messages: TokenBucket
  var refusals: TokenBucket
  /// Of this connection.
  @exclusivity(unchecked) var conformance = Conformance()
  /// The call whose answer is awaited, and when it was sent, in nanoseconds of the monotonic clock.
  var outstanding: (action: UInt8, sentAt: UInt64)?
  /// The latest calls without an answer in time, at most `timeOutMemory`: theirs would be late.
  private(set) var timedOut: [MessageID] = []
  private static let timeOutMemory = 16
  /// Whoever waits for the outcome of a call, by ticket.
  var callers: [UInt64: Caller] = [:]

  struct Caller {
    /// Told right before the call leaves; a call whose time is up in line never does.
    let whenSent: (@Sendable () -> Void)?
    let completion: @Sendable (CallOutcome) -> Void
  }

  init(_ station: Text, _ version: OCPPVersion, _ shard: Shard, _ session: Session16) {
    self.station = station
    self.version = version
    self.shard = shard
    self.session = session
    since = shard.clock()
    let now = shard.loop.monotonicMilliseconds
    messages = TokenBucket(shard.configuration.messagesPerStation, now: now)
    refusals = TokenBucket(shard.configuration.refusalsPerStation, now: now)
    lastSignOfLife = shard.loop.monotonicMilliseconds / 1000
  }

  func rememberTimeOut(of id: MessageID) {
    if timedOut.count == Self.timeOutMemory { timedOut.removeFirst() }
    timedOut.append(id)
  }

  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    shard.received(UnsafeBufferPointer(text), self)
  }

  func pongReceived(_ payload: UnsafeBufferPointer<UInt8>, on socket: WebSocket) {
    let now = shard.loop.monotonicMilliseconds
    lastSignOfLife = now / 1000
    guard let sentAt = pingSentAt else { return }
    pingSentAt = nil
    pingRoundTrip = Int(now - sentAt)
  }

  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {
    shard.closed(self, code, reason)
  }

  var info: ConnectionInfo {
    ConnectionInfo(
      station: station, version: version, node: shard.configuration.nodeName,
      remoteAddress: socket?.remoteAddress ?? "", since: since, lastMessageAt: lastMessageAt,
      messagesIn: socket?.messagesIn ?? 0, messagesOut: socket?.messagesOut ?? 0,
      pingRoundTrip: pingRoundTrip, queuedCalls: session.callCount, heldAnswers: heldAnswers)
  }
}
