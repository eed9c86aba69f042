/// Spreads the work of TLS handshakes over the loop's turns: a few per turn, so that a thousand
/// stations that come back at once do not stop the messages of the others.
///
/// Whoever has to wait is not read meanwhile; its bytes stay in the kernel. Handshakes that have begun
/// go before new ones, because work was spent on them. The handshake's time-out goes on.
struct HandshakeLine {
  /// Handshakes whose expensive part one turn may do: about 0.4 ms each with ECDSA, 1 ms when clients
  /// show certificates.
  static let perTurn = 4

  private var spent = 0
  private var begun = Queue()
  private var new = Queue()

  /// Whether nobody waits and nothing was spent in this turn.
  private var isIdle: Bool { spent == 0 && begun.isEmpty && new.isEmpty }

  /// Whether a connection may go on with its handshake in this turn.
  func admits(_ tls: TLSSession) -> Bool {
    tls.isCalled || (spent < Self.perTurn && begun.isEmpty && (tls.hasBegun || new.isEmpty))
  }

  mutating func wait(_ transport: Transport, _ tls: TLSSession) {
    if tls.hasBegun { begun.append(transport) } else { new.append(transport) }
  }

  /// One handshake's expensive part was done, by somebody who was not called.
  mutating func spend() { spent += 1 }

  /// Calls the next ones; they are ready to be read, so the loop does not sleep.
  mutating func turnEnded() {
    if isIdle { return }
    spent = 0
    while spent < Self.perTurn, let next = begun.next() ?? new.next() {
      guard next.state == .open, let tls = next.tls else { continue }
      tls.isCalled = true
      spent += 1
      next.startReading()
    }
  }

  private struct Queue {
    private var waiting: [Transport] = []
    private var head = 0

    var isEmpty: Bool { head == waiting.count }

    mutating func append(_ transport: Transport) { waiting.append(transport) }

    mutating func next() -> Transport? {
      guard !isEmpty else { return nil }
      let next = waiting[head]
      head += 1
      if isEmpty || head > 1_024 {
        waiting.removeFirst(head)
        head = 0
      }
      return next
    }
  }
}
