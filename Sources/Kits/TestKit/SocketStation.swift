public import Network
import Synchronization

/// A station at the other end of a real socket, on a loop of its own.
public final class SocketStation: StationPeer {
  /// Why there is no socket.
  public enum Failure: Error, Equatable {
    case notOpened(NetworkError)
    case noAnswer
  }

  private let loop: EventLoop
  private let socket: WebSocket
  private let ear: Ear

  public init(url: String, subprotocols: [String], auth: BasicCredentials? = nil) throws {
    loop = try EventLoop()
    let ear = Ear()
    self.ear = ear
    try loop.start()
    let loop = loop
    let opened = Inbox<Result<WebSocket, NetworkError>>()
    loop.execute {
      WebSocketClient(url: url, subprotocols: subprotocols, basicAuth: auth)
        .connect(on: loop, handler: ear) { opened.post($0) }
    }
    switch opened.take() {
    case .success(let socket): self.socket = socket
    case .failure(let error):
      loop.stop()
      throw Failure.notOpened(error)
    case nil:
      loop.stop()
      throw Failure.noAnswer
    }
  }

  deinit { loop.stop() }

  public func send(_ frame: String) {
    let socket = socket
    loop.execute { socket.send(text: frame) }
  }

  /// Several frames in one turn, so that they travel together.
  public func send(_ frames: [String]) {
    let socket = socket
    loop.execute { for frame in frames { socket.send(text: frame) } }
  }

  public func send(binary: [UInt8]) {
    let socket = socket
    loop.execute { binary.withUnsafeBytes { socket.send(binary: $0) } }
  }

  public func receive() -> String? { receive(within: TestKit.patience) }

  /// The next frame, or nil once none can come or none came in time.
  public func receive(within seconds: Double) -> String? {
    switch ear.heard.take(within: seconds) {
    case .text(let text): text
    case .closed, nil: nil
    }
  }

  /// Whether a frame waits to be received.
  public var hasHeard: Bool { ear.heard.count > 0 }

  /// How the socket ended; frames before that are dropped. Nil when it does not end in time.
  public func closing() -> (code: UInt16, reason: String)? {
    while let heard = ear.heard.take() {
      if case .closed(let code, let reason) = heard { return (code, reason) }
    }
    return nil
  }

  /// Sends a call and returns the next frame.
  public func ask(_ frame: String) -> String? {
    send(frame)
    return receive()
  }

  public func close() {
    let socket = socket
    loop.execute { socket.close() }
  }

  /// Stops reading, as a station that hangs does: not even pings are answered.
  public func fallSilent() {
    let socket = socket
    _ = try? loop.wait { socket.pauseReading() }
  }

  /// Ends the connection without a word.
  public func cut() {
    let socket = socket
    loop.execute { socket.terminate() }
  }

  public var subprotocol: String? { socket.subprotocol }
}

private enum Heard: Sendable {
  case text(String)
  case closed(UInt16, String)
}

private final class Ear: WebSocketHandler, Sendable {
  let heard = Inbox<Heard>()

  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    heard.post(.text(String(decoding: text, as: UTF8.self)))
  }

  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {
    heard.post(.closed(code.rawValue, reason))
  }
}
