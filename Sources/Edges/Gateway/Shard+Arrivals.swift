import CSMSCore
import Frames
import Network
import OCPPRPC
import ServerLog

/// Stations come and go.
extension Shard {
  func open(_ handshake: Handshake, _ exchange: HTTPExchange) {
    guard let version = handshake.version else {
      log.info("station \(handshake.identity): no common subprotocol, closing")
      let rejecter = ClosingHandler()
      exchange.upgrade(subprotocol: nil, handler: rejecter)?.close(
        .protocolError, reason: "No common subprotocol; this server speaks ocpp1.6.")
      return
    }
    let prefix = secureRandomBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let policy = configuration.policy.with(directory.access(of: handshake.identity)?.policy)
    let seen = StationTokens(tokens, directory, station: handshake.identity)
    let session = Session16(policy: policy, tokens: seen, idPrefix: prefix)
    let link = StationLink(handshake.identity, version, self, session)
    link.session.tolerance = quirks.rules(of: link.station)
    link.session.judge = judge(of: handshake)
    guard let socket = exchange.upgrade(subprotocol: handshake.subprotocol, handler: link) else {
      return
    }
    link.socket = socket
    link.certificate = handshake.certificate
    // One that registers itself is in no directory before its first fact is kept.
    link.isOnRecord = directory.access(of: handshake.identity) != nil
    link.index = links.count
    links.append(link)
    arrive(link, from: socket.remoteAddress)
    statistics.admitted += 1
    log.info("station \(link.station) connected from \(socket.remoteAddress)")
    record(
      .connected(address: socket.remoteAddress, subprotocol: handshake.subprotocol), .accepted, link
    )
    if let older = seats.take(link) {
      // What the older one said comes before what this one says, also when another loop has it.
      socket.pauseReading()
      older.shard.replace(older) { [self] in
        loop.execute { if !self.isClosing { link.socket?.resumeReading() } }
      }
    }
    watcher.observer?.connected(link.station)
    watcher.observer?.cameOrWent(link.station)
    if isClosing { socket.close(.goingAway, reason: "The server stops.") }
  }

  /// Who looks at the station's certificate signing requests.
  private func judge(of handshake: Handshake) -> Session16.CertificateJudge {
    { [watcher] csr in
      watcher.observer?.judge(csr, of: handshake.identity, isProven: handshake.isProven)
    }
  }

  /// A newer socket of the same station has taken over.
  ///
  /// - Parameter isSilent: called on any thread, once nothing more of the older one is taken.
  private func replace(_ link: StationLink, _ isSilent: @escaping @Sendable () -> Void) {
    let isRunning = loop.execute { [self] in
      link.isReplaced = true
      handOver()
      isSilent()
      statistics.replaced += 1
      log.info("station \(link.station): an older connection is replaced by a newer one")
      close(link, .normal, reason: "Replaced by a newer connection.")
    }
    if !isRunning { isSilent() }
  }

  /// Closes a station's socket from this side. Whoever waits for a call is told at once: a peer that is
  /// gone does not answer the closing either.
  func close(_ link: StationLink, _ code: CloseCode, reason: String) {
    link.socket?.close(code, reason: reason)
    abandonCalls(link)
  }

  private func abandonCalls(_ link: StationLink) {
    for call in link.session.cancelCalls() {
      record(.callAbandoned(call.id), .disconnected, link, action: call.action)
      finishCall(call.caller, .disconnected, link)
    }
  }

  func closed(_ link: StationLink, _ code: CloseCode, _ reason: String) {
    link.socket = nil
    let last = links.removeLast()
    if last !== link {
      links[link.index] = last
      last.index = link.index
    }
    seats.leave(link)
    depart(link)
    quirks.add(link.conformance, of: link.station)
    abandonCalls(link)
    log.info("station \(link.station) disconnected (\(code.rawValue))")
    record(.disconnected(code: code.rawValue), .accepted, link)
    // A server that stops says nothing about its stations.
    if !isClosing { watcher.observer?.cameOrWent(link.station) }
  }
}

/// Hears nothing: for a socket that is closed as soon as it is open.
private final class ClosingHandler: WebSocketHandler {
  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {}
  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {}
}
