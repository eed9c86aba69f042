/// A response's body that comes piece by piece (`HTTPExchange.stream`).
///
/// `@unchecked Sendable`: the reference may be kept anywhere, but is used on its loop's thread only.
public final class HTTPStream: @unchecked Sendable {
  private let transport: Transport
  private var ended: (@Sendable () -> Void)?

  init(_ transport: Transport, _ ended: @escaping @Sendable () -> Void) {
    self.transport = transport
    self.ended = ended
  }

  /// The loop on whose thread the stream is used.
  public var loop: EventLoop { transport.loop }

  /// Whether the peer is still there.
  public var isOpen: Bool { transport.state == .open && ended != nil }

  /// Bytes that the peer has not taken yet. Nothing is lost below the server's limit for buffered
  /// output; above it the connection is cut. Who writes faster than the peer reads should leave
  /// something out before that.
  public var bufferedBytes: Int { transport.queuedBytes }

  /// Sends a piece; nothing happens when the peer has gone.
  public func write(_ bytes: [UInt8]) {
    transport.loop.checkCurrent()
    guard isOpen else { return }
    bytes.withUnsafeBytes {
      transport.write($0, UnsafeRawBufferPointer(start: nil, count: 0))
    }
  }

  /// Ends the response and with it the connection.
  public func finish() {
    transport.loop.checkCurrent()
    guard isOpen else { return }
    transport.finish()
    hasEnded()
  }

  func hasEnded() {
    let told = ended
    ended = nil
    told?()
  }
}
