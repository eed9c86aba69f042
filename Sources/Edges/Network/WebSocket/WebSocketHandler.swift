/// Hears what comes over a WebSocket. All calls come on the thread of the socket's loop; every method
/// of the socket may be called from them.
public protocol WebSocketHandler: AnyObject {
  /// A whole text message. The bytes are valid during the call only and may be changed in place.
  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket)

  /// A whole binary message, valid during the call only. Without an implementation the socket is
  /// closed with 1003, because OCPP-J is text.
  func binaryReceived(_ bytes: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket)

  /// The peer answered a ping, or sent a pong unasked.
  func pongReceived(_ payload: UnsafeBufferPointer<UInt8>, on socket: WebSocket)

  /// The last call, exactly once: the peer's code and reason, or ours when we found the fault
  /// (1002, 1007, 1009), `.noStatus` for a close frame without a code and `.abnormal` for a
  /// connection that was lost or cut.
  func closed(_ code: CloseCode, reason: String, on socket: WebSocket)
}

extension WebSocketHandler {
  public func binaryReceived(_ bytes: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    socket.close(.unsupportedData, reason: "Only text is understood.")
  }

  public func pongReceived(_ payload: UnsafeBufferPointer<UInt8>, on socket: WebSocket) {}
}
