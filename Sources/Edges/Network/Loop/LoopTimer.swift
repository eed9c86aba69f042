import CUV

/// A timer of an event loop. It fires until it is cancelled, also when nobody holds it.
public final class LoopTimer: LoopHandle {
  private let loop: EventLoop
  private let handle: UnsafeMutablePointer<uv_timer_t>
  private var body: (() -> Void)?
  private let repeating: UInt64

  init(_ loop: EventLoop, after: UInt64, repeating: UInt64, _ body: @escaping () -> Void) {
    self.loop = loop
    self.body = body
    self.repeating = repeating
    handle = .allocate(capacity: 1)
    super.init()
    uv_timer_init(loop.uv, handle)
    handle.pointee.data = Unmanaged.passRetained(self).toOpaque()
    restart(afterMilliseconds: after)
  }

  deinit { handle.deallocate() }

  /// Whether it will fire again.
  public var isActive: Bool { body != nil && uv_is_active(raw) != 0 }

  /// Lets a timer that was not cancelled fire this many milliseconds from now.
  public func restart(afterMilliseconds delay: UInt64) {
    loop.checkCurrent()
    if body == nil { return }
    // The loop's cached clock may be old when a handler took long.
    uv_update_time(loop.uv)
    uv_timer_start(
      handle,
      { Unmanaged<LoopTimer>.fromOpaque($0!.pointee.data).takeUnretainedValue().body?() },
      delay, repeating)
  }

  /// Stops it without cancelling: `restart` starts it again.
  func pause() { uv_timer_stop(handle) }

  /// Ends the timer; its closure is released and never called again. Harmless when repeated.
  public func cancel() {
    guard body != nil else { return }
    loop.checkCurrent()
    body = nil
    uv_close(raw) { Unmanaged<LoopTimer>.fromOpaque($0!.pointee.data).release() }
  }

  override func loopStops() { cancel() }

  private var raw: UnsafeMutablePointer<uv_handle_t> {
    UnsafeMutableRawPointer(handle).assumingMemoryBound(to: uv_handle_t.self)
  }
}

extension EventLoop {
  /// Calls a closure on the loop's thread after a delay, and then at every interval when one is
  /// given. Loop thread or set-up only.
  /// - Parameters:
  ///   - delay: milliseconds until the first call.
  ///   - repeating: milliseconds between calls; 0 means once.
  @discardableResult
  public func schedule(
    afterMilliseconds delay: UInt64, repeating: UInt64 = 0, _ body: @escaping () -> Void
  ) -> LoopTimer {
    checkCurrent()
    guard repeating == 0 else {
      return LoopTimer(self, after: delay, repeating: repeating, body)
    }
    let slot = TimerSlot()
    let timer = LoopTimer(self, after: delay, repeating: 0) {
      slot.timer?.cancel()
      body()
    }
    slot.timer = timer
    return timer
  }
}

/// Lets a timer that fires once cancel itself.
private final class TimerSlot {
  weak var timer: LoopTimer?
}
