#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Items on their way from any thread to one thread that waits for them.
///
/// Sendable, because every property but the two constant pointers is only touched while the mutex
/// is held, and items are Sendable.
final class Mailbox<Item: Sendable>: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let arrived: UnsafeMutablePointer<pthread_cond_t>
  private let limit: Int
  private var items: [Item] = []
  private var weight = 0
  private var isClosed = false

  /// - Parameter limit: the weight of the waiting items beyond which more are refused.
  init(limit: Int) {
    self.limit = limit
    mutex = .allocate(capacity: 1)
    arrived = .allocate(capacity: 1)
    let made = pthread_mutex_init(mutex, nil) == 0 && pthread_cond_init(arrived, nil) == 0
    precondition(made, "A mutex needs a few bytes of memory.")
  }

  deinit {
    pthread_cond_destroy(arrived)
    pthread_mutex_destroy(mutex)
    arrived.deallocate()
    mutex.deallocate()
  }

  /// Leaves an item; one without weight is taken however full the box is.
  func post(_ item: Item, weight added: Int = 0) -> MailboxAnswer {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    if isClosed { return .closed }
    if added > 0 && weight + added > limit { return .full }
    items.append(item)
    weight += added
    pthread_cond_signal(arrived)
    return .taken
  }

  /// Waits for items and takes all of them; none once the box is closed and empty.
  func takeAll() -> [Item] {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while items.isEmpty && !isClosed { pthread_cond_wait(arrived, mutex) }
    let taken = items
    items = []
    weight = 0
    return taken
  }

  /// Waits until there is an item or the box is closed, at most so long.
  func wait(milliseconds: Int64) {
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    let limit = min(max(milliseconds, 0), 1_000_000_000_000)
    let nanoseconds = end.tv_nsec + Int(limit % 1_000) * 1_000_000
    end.tv_sec += Int(limit / 1_000) + nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while items.isEmpty && !isClosed {
      if pthread_cond_timedwait(arrived, mutex, &end) == ETIMEDOUT { return }
    }
  }

  /// Refuses items from now on; those inside are still taken.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(arrived)
    pthread_mutex_unlock(mutex)
  }
}

/// What became of an item.
enum MailboxAnswer {
  case taken
  case full
  case closed
}

/// A thread of the operating system; SQLite blocks, so it may not run on the shared pool.
package final class WorkThread: Sendable {
  private let thread: pthread_t

  /// - Parameter work: everything the thread does; it is handed over whole.
  package init(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(WorkBox(work))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(
      &thread, nil,
      { raw in
        #if canImport(Darwin)
          let box = Unmanaged<WorkBox>.fromOpaque(raw)
        #else
          let box = Unmanaged<WorkBox>.fromOpaque(raw!)
        #endif
        box.takeRetainedValue().work()
        return nil
      }, box.toOpaque())
    precondition(code == 0, "The system refused a thread.")
    #if canImport(Darwin)
      self.thread = thread!
    #else
      self.thread = thread
    #endif
  }

  /// Waits until the work is done; to be called once.
  package func join() { pthread_join(thread, nil) }
}

private final class WorkBox: Sendable {
  let work: @Sendable () -> Void
  init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}
