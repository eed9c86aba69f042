import CSMSCore
import ServerLog
import Store

/// Outcomes, written down.
extension DispatchDesk {
  /// Hands the outcomes to the store, one commit at a time.
  func handOver() {
    if isSettling || notes.isEmpty { return }
    isSettling = true
    let now = Array(notes.prefix(Limits.notes))
    notes.removeFirst(now.count)
    let dispatcher = dispatcher
    store.write { (editor) throws(StoreError) in
      try editor.settle(now)
    } completion: { [weak dispatcher] result in
      dispatcher?.post { $0.settled(now, result) }
    }
  }

  private func settled(_ notes: [DeliveryNote], _ result: Result<[DeliveryRow?], StoreError>) {
    isSettling = false
    switch result {
    case .failure(let error):
      log.error("store: \(error)")
      for note in notes { routes[note.webhook]?.line.unsettled(note.event, at: clock()) }
    case .success(let next):
      for (note, row) in zip(notes, next) { settled(note, row) }
    }
  }

  private func settled(_ note: DeliveryNote, _ next: DeliveryRow?) {
    guard let route = routes[note.webhook] else { return }
    // What was sent before it was switched off and on is settled, and sent again meanwhile: the
    // outcome of that comes too.
    if route.line.isSending(note.event) { return }
    route.rows[note.event] = nil
    if let next { route.rows[next.event.id] = next }
    let isComplete = route.line.settled(note.event, next: next?.item)
    if !isComplete { look(note.lane, route) }
    if route.isStalled, next == nil {
      route.isStalled = false
      scan(note.webhook)
    }
  }

  /// Something came into a lane while its last item was written down.
  private func look(_ lane: Int64, _ route: Route) {
    let (number, generation) = (route.row.number, route.generation)
    route.line.readBegan()
    read(
      { reader throws(StoreError) in try reader.waitingDelivery(of: number, lane: lane) },
      orElse: { $0.route(number, generation)?.line.readEnded() },
      then: { desk, row in
        guard let route = desk.route(number, generation) else { return }
        defer { route.line.readEnded() }
        if let row, !desk.offer(row, route) { desk.rescan(number) }
      })
  }
}
