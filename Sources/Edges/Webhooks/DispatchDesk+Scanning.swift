import CSMSCore
import Store

/// What waits in the store and is offered to the lines.
extension DispatchDesk {
  /// Offers the line what the store has beyond what was offered.
  func scan(_ number: Int64) {
    guard let route = routes[number], !route.isStalled else { return }
    if route.isScanning {
      route.scansAgain = true
      return
    }
    route.isScanning = true
    route.scansAgain = false
    let (cursor, generation, rescans) = (route.cursor, route.generation, route.rescans)
    route.line.readBegan()
    read(
      { reader throws(StoreError) in
        // First: what comes meanwhile is behind it.
        let newest = try reader.newestEvent()
        return (
          try reader.waitingDeliveries(of: number, after: cursor, limit: Limits.page), newest
        )
      },
      orElse: { desk in
        guard let route = desk.route(number, generation) else { return }
        route.isScanning = false
        route.line.readEnded()
      },
      then: { desk, found in
        guard let route = desk.route(number, generation) else { return }
        desk.scanned(
          route, found.0, newest: found.1,
          isStale: route.cursor != cursor || route.rescans != rescans)
      })
  }

  /// From the beginning: what was given up or delivered waits again.
  func rescan(_ number: Int64) {
    guard let route = routes[number] else { return }
    route.cursor = 0
    route.rescans += 1
    route.isStalled = false
    route.line.reopened()
    scan(number)
  }

  /// - Parameter isStale: it began again meanwhile.
  private func scanned(_ route: Route, _ rows: [DeliveryRow], newest: Int64, isStale: Bool) {
    route.isScanning = false
    if !isStale {
      offer(rows, route)
      // What was parked or delivered up to here is not passed again with the next event.
      if rows.count < Limits.page, !route.isStalled { route.cursor = max(route.cursor, newest) }
    }
    route.line.readEnded()
    if isStale || !route.isStalled && (rows.count == Limits.page || route.scansAgain) {
      scan(route.row.number)
    }
  }

  /// Offers them in their order, as far as there is room.
  func offer(_ rows: [DeliveryRow], _ route: Route) {
    for row in rows {
      guard offer(row, route) else {
        route.isStalled = true
        return
      }
      route.cursor = row.event.id
    }
  }

  func offer(_ row: DeliveryRow, _ route: Route) -> Bool {
    switch route.line.add(row.item) {
    case .first: route.rows[row.event.id] = row
    case .behind, .gone: break
    case .noRoom: return false
    }
    return true
  }
}
