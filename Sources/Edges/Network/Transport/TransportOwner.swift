/// The protocol spoken over a transport: HTTP first, then perhaps WebSocket.
protocol TransportOwner: AnyObject {
  /// The connection can be written: at once, or after the TLS handshake.
  func transportReady()
  /// Takes whole units from the start of what has arrived and returns how many bytes they had. Bytes
  /// that are left come again with more behind them; the owner bounds what it waits for.
  func consume(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int
  /// The connection is gone. Called once, never inside a call of the owner.
  func transportEnded(_ end: TransportEnd)
  /// The deadline that the owner set has passed.
  func deadlinePassed()
  /// The kernel has taken all output that had to be queued.
  func outputDrained()
  /// Whether the peer, though it will say nothing more, is still owed an answer: its end of file
  /// waits for that. Whoever says so calls `deliverSoon` when it is no longer so.
  var isAnswering: Bool { get }
  /// The loop stops and closes the transport right after this call.
  func sayGoodbye()
}

extension TransportOwner {
  func transportReady() {}
  func outputDrained() {}
  var isAnswering: Bool { false }
}
