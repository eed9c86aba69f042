public import WebSocketStream

/// A board whose way to the central system is a stream of bytes: TCP, TLS, a modem, a serial line. The
/// station makes the WebSocket itself.
public protocol StreamBoard: StationBoard {
  /// One for the life of the board.
  var link: StreamLink { get }
  /// Where to connect, and as whom; asked anew for every attempt.
  var upgrade: UpgradeRequest { get }
  /// Open the stream. Then `streamOpened` or `streamClosed` of the device.
  func openStream()
  /// Write all of the bytes, in order; what cannot be written is lost with the stream, which is then
  /// reported closed.
  func write(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Close the stream, if it is open. `streamClosed` need not follow.
  func closeStream()
  /// Monotonic milliseconds.
  var now: Int64 { get }
}

extension StreamBoard {
  public func connect() { openStream() }

  public func send(_ text: UnsafeBufferPointer<UInt8>) { link.send(text) { write($0) } }

  public func close(_ code: UInt16) { link.close(code, now: now) { write($0) } }
}

extension StationDevice where Board: StreamBoard {
  /// The stream is there.
  public func streamOpened(now: Int64) {
    take(link.open(board.upgrade, now: now) { board.write($0) }, now)
  }

  /// The stream ended, or could not be opened.
  public func streamClosed(now: Int64) {
    guard let event = link.lost() else {
      // Never opened; the station waits before it tries again, or knows already.
      return handle(.connectFailed, now: now)
    }
    take(event, now)
  }

  /// Bytes came.
  public func streamRead(_ bytes: UnsafeBufferPointer<UInt8>, now: Int64) {
    var rest = bytes
    while let event = link.read(&rest, now: now, write: { board.write($0) }) { take(event, now) }
  }

  /// `poll` of the station and of its link.
  public func pollStream(now: Int64) {
    take(link.poll(now: now) { board.write($0) }, now)
    link.times.pingInterval = station.pingInterval
    poll(now: now)
  }

  /// When `pollStream` is due at the latest.
  public var nextStreamWake: Int64? {
    guard let wake = nextWake else { return isRebooting ? nil : link.nextWake }
    return min(wake, link.nextWake ?? wake)
  }

  private var link: StreamLink { board.link }

  private func take(_ event: LinkEvent?, _ now: Int64) {
    switch event {
    case nil: break
    case .opened: handle(.connected, now: now)
    case .message: link.withMessage { received($0, now: now) }
    case .failed:
      board.closeStream()
      handle(.connectFailed, now: now)
    case .closed:
      board.closeStream()
      handle(.disconnected, now: now)
    }
  }
}
