/// What came of the bytes that were read.
public enum WebSocketEvent: Sendable, Equatable {
  /// The handshake is done: messages may be sent.
  case opened
  /// A whole text message: `messageBytes` has it until the next read.
  case message
  case pong
  /// The handshake failed: give the stream up.
  case failed(UpgradeFailure)
  /// The WebSocket is closed, by the peer or for its error, with this code; the answer was written.
  /// Give the stream up.
  case closed(code: UInt16)
}
