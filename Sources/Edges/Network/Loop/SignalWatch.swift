import CUV

/// Calls a closure on the loop's thread whenever the process receives a signal, until cancelled.
public final class SignalWatch: LoopHandle {
  private let handle: UnsafeMutablePointer<uv_signal_t>
  private var body: (() -> Void)?

  fileprivate init(_ loop: EventLoop, _ number: Int32, _ body: @escaping () -> Void)
    throws(NetworkError)
  {
    self.body = body
    handle = .allocate(capacity: 1)
    super.init()
    try check(uv_signal_init(loop.uv, handle), "uv_signal_init")
    handle.pointee.data = Unmanaged.passRetained(self).toOpaque()
    let code = uv_signal_start(
      handle,
      { handle, _ in
        Unmanaged<SignalWatch>.fromOpaque(handle!.pointee.data).takeUnretainedValue().body?()
      }, number)
    if code < 0 {
      cancel()
      throw .system(operation: "uv_signal_start", code: code)
    }
  }

  deinit { handle.deallocate() }

  /// Gives the signal its former meaning back. Loop thread only; harmless when repeated.
  public func cancel() {
    guard body != nil else { return }
    body = nil
    uv_close(UnsafeMutableRawPointer(handle).assumingMemoryBound(to: uv_handle_t.self)) {
      Unmanaged<SignalWatch>.fromOpaque($0!.pointee.data).release()
    }
  }

  override func loopStops() { cancel() }
}

extension EventLoop {
  /// Watches a signal such as `SIGTERM` or `SIGINT`, which then no longer ends the process. Loop
  /// thread or set-up only.
  /// - Throws: `.system` for a number that cannot be watched.
  @discardableResult
  public func onSignal(_ number: Int32, _ body: @escaping () -> Void) throws(NetworkError)
    -> SignalWatch
  {
    checkCurrent()
    return try SignalWatch(self, number, body)
  }
}
