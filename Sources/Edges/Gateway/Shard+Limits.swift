import Network

/// How much one station may say.
extension Shard {
  /// How long a station that says too much is not read, in milliseconds.
  private static let pauseMilliseconds: UInt64 = 250

  /// Reads a station later that says more than it may; nothing is lost.
  func limitMessages(_ link: StationLink) {
    let now = loop.monotonicMilliseconds
    if link.messages.take(configuration.messagesPerStation, now: now) { return }
    guard let socket = link.socket, !socket.isReadingPaused else { return }
    statistics.delayed += 1
    socket.pauseReading()
    loop.schedule(afterMilliseconds: Self.pauseMilliseconds) { [self] in
      guard let socket = link.socket, socket.isReadingPaused,
        link.heldAnswers < configuration.heldAnswerLimit
      else { return }
      // While it was not read it could not show signs of life.
      link.lastSignOfLife = loop.monotonicMilliseconds / 1000
      socket.resumeReading()
    }
  }

  /// Closes the socket of a station that only sends what has to be refused.
  func limitRefusals(_ link: StationLink) {
    let now = loop.monotonicMilliseconds
    if link.refusals.take(configuration.refusalsPerStation, now: now) { return }
    guard let socket = link.socket, socket.isOpen else { return }
    security.report(
      .tooManyBadMessages, station: link.station, from: socket.remoteAddress,
      "The connection was closed.", nowMilliseconds: now)
    socket.close(.policyViolation, reason: "Too many messages that break the specification.")
  }
}
