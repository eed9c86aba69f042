/// What a stream's owner is told to do and to tell on.
public enum LinkEvent: Sendable, Equatable {
  /// Messages may be sent.
  case opened
  /// A whole message: `withMessage` shows it until the next call.
  case message
  /// No WebSocket came about: close the stream.
  case failed(LinkFailure)
  /// The WebSocket is closed: close the stream. 1006 when it ended without a close frame.
  case closed(code: UInt16)
}

/// Why a connection did not come about.
public enum LinkFailure: Sendable, Equatable {
  case upgrade(UpgradeFailure)
  /// The server did not answer the handshake in time.
  case silent
  /// The stream ended or never was.
  case lost
}

/// How long a link waits, in milliseconds.
public struct LinkTimes: Sendable {
  /// From the stream's opening to the server's answer to the handshake.
  public var handshake: Int64 = 20_000
  /// Silence after which the peer is pinged; 0 for never (WebSocketPingInterval).
  public var pingInterval: Int64 = 30_000
  /// After a ping, until the connection counts as lost.
  public var pong: Int64 = 20_000
  /// After this end's close frame, for the peer's.
  public var close: Int64 = 5_000

  public init() {}
}

/// A WebSocket and its patience: handshake time-out, pings, dead peers and closing. Bytes and time in,
/// bytes and events out; one for the life of a station, whatever number of connections it makes.
public final class StreamLink {
  public typealias Write = ClientWebSocket.Write

  private var socket: ClientWebSocket
  public var times = LinkTimes()
  /// When something happens without the peer, in monotonic milliseconds.
  private var deadline: Int64?
  private var isPinged = false

  /// - Parameters:
  ///   - messageLimit: the longest message taken, in bytes, at least 512.
  ///   - chunk: how much is written at a time, in bytes, at least 16.
  ///   - random: must not be foreseeable (RFC 6455 §10.3).
  public init(messageLimit: Int, chunk: Int = 256, random: @escaping () -> UInt32) {
    socket = ClientWebSocket(messageLimit: messageLimit, chunk: chunk, random: random)
  }

  public var isOpen: Bool { socket.state == .open }

  /// When `poll` is due at the latest.
  public var nextWake: Int64? { deadline }

  /// The stream is there: sends the handshake.
  public func open(_ request: UpgradeRequest, now: Int64, write: Write) -> LinkEvent? {
    deadline = now + times.handshake
    isPinged = false
    guard let failure = socket.open(request, write: write) else { return nil }
    deadline = nil
    return .failed(.upgrade(failure))
  }

  /// Reads on, at most to the next event; call again until it returns nil.
  public func read(
    _ bytes: inout UnsafeBufferPointer<UInt8>, now: Int64, write: Write
  ) -> LinkEvent? {
    if !bytes.isEmpty && socket.state == .open { heard(now) }
    while true {
      guard let event = socket.read(&bytes, write: write) else { return nil }
      switch event {
      case .opened:
        heard(now)
        return .opened
      case .message: return .message
      case .pong: continue
      case .failed(let failure):
        deadline = nil
        return .failed(.upgrade(failure))
      case .closed(let code):
        deadline = nil
        return .closed(code: code)
      }
    }
  }

  /// Shows the message of the last event; `body` may send.
  public func withMessage<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    // Taken out first: the room is the socket's for good, and sending does not touch it.
    let bytes = socket.messageBytes
    return body(bytes)
  }

  public func send(_ text: UnsafeBufferPointer<UInt8>, write: Write) {
    socket.send(text, write: write)
  }

  /// Closes with a code of RFC 6455 §7.4; `closed` follows, from `read` or `poll`.
  public func close(_ code: UInt16, now: Int64, write: Write) {
    guard socket.state == .open else { return }
    socket.close(code, write: write)
    deadline = now + times.close
  }

  /// The stream ended without being told to.
  public func lost() -> LinkEvent? {
    let before = socket.state
    socket.abandon()
    deadline = nil
    switch before {
    case .idle: return nil
    case .opening: return .failed(.lost)
    case .open, .closing: return .closed(code: CloseStatus.abnormal)
    }
  }

  /// Does what is due.
  public func poll(now: Int64, write: Write) -> LinkEvent? {
    guard let deadline, deadline <= now else { return nil }
    switch socket.state {
    case .idle: self.deadline = nil
    case .opening:
      _ = lost()
      return .failed(.silent)
    case .open where !isPinged:
      isPinged = true
      self.deadline = now + times.pong
      socket.ping(write: write)
    case .open, .closing: return lost()
    }
    return nil
  }

  private func heard(_ now: Int64) {
    isPinged = false
    deadline = times.pingInterval > 0 ? now + times.pingInterval : nil
  }
}
