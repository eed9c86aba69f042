import CSMSCore
import Frames
import Network
import OCPPRPC
import ServerLog

/// What is done once a second.
extension Shard {
  /// Once a second: calls whose time is up, and for a part of the stations, pings.
  func keepHouse() {
    let now = steadyNow
    for link in links where !link.callers.isEmpty {
      guard let deadline = link.session.nextDeadline, deadline <= now else { continue }
      for call in link.session.expireCalls(now: now) {
        record(.callTimedOut(call.id), .timedOut, link, action: call.action)
        link.rememberTimeOut(of: call.id)
        finishCall(call.caller, .timedOut, link)
      }
      sendNextCall(link)
    }
    recorder?.handOver()
    if quirkChanges != quirks.changes {
      quirkChanges = quirks.changes
      for link in links { link.session.tolerance = quirks.rules(of: link.station) }
    }
    let share = links.count / max(1, min(configuration.pingInterval, 10)) + 1
    let visited = min(share, links.count)
    for _ in 0..<visited {
      if housekeepingCursor >= links.count { housekeepingCursor = 0 }
      if links.isEmpty { break }
      visit(links[housekeepingCursor])
      housekeepingCursor += 1
    }
  }

  private func visit(_ link: StationLink) {
    guard let socket = link.socket else { return }
    guard socket.isOpen else {
      // Its end should have been told; whatever became of that, no connection is shown that is none.
      if socket.isCut { socket.terminate() }
      return
    }
    let milliseconds = loop.monotonicMilliseconds
    let silence = Int(milliseconds / 1000) - Int(link.lastSignOfLife)
    // A socket that is not read cannot show signs of life.
    if socket.isReadingPaused { return }
    if silence > configuration.silenceLimit {
      statistics.silenced += 1
      log.info("station \(link.station): silent for \(silence) s, connection cut")
      socket.terminate()
    } else if silence >= configuration.pingInterval, link.pingSentAt == nil {
      link.pingSentAt = milliseconds
      socket.ping()
    }
  }
}
