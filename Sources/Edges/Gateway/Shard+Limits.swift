import Network

/// An address from which stations of one loop are connected.
final class Place {
  let address: String
  /// What is left of its limit.
  var messages: TokenBucket
  var links = 0

  init(_ address: String, _ limit: RateLimit, now: UInt64) {
    self.address = address
    messages = TokenBucket(limit, now: now)
  }
}

/// How much one station may say, and one address.
extension Shard {
  /// A station is here from its address. An address is forgotten when its last station leaves, so
  /// that there are no more of them than connections.
  func arrive(_ link: StationLink, from peer: String) {
    let address = SecurityIncident.address(of: peer)
    let place =
      places[address]
      ?? Place(address, configuration.messagesPerAddress, now: loop.monotonicMilliseconds)
    place.links += 1
    places[address] = place
    link.place = place
  }

  func depart(_ link: StationLink) {
    guard let place = link.place else { return }
    link.place = nil
    place.links -= 1
    if place.links == 0 { places[place.address] = nil }
  }

  /// How long a station that says too much is not read, in milliseconds.
  private static let pauseMilliseconds: UInt64 = 250

  /// Reads a station later that says more than it may; nothing is lost.
  func limitMessages(_ link: StationLink) {
    let now = loop.monotonicMilliseconds
    let isQuiet = link.messages.take(configuration.messagesPerStation, now: now)
    let isQuietPlace = link.place?.messages.take(configuration.messagesPerAddress, now: now) ?? true
    if isQuiet && isQuietPlace { return }
    guard let socket = link.socket, !socket.isReadingPaused else { return }
    statistics.delayed += 1
    socket.pauseReading()
    loop.schedule(afterMilliseconds: Self.pauseMilliseconds) { [self] in
      guard !isClosing, let socket = link.socket, socket.isReadingPaused,
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
    close(link, .policyViolation, reason: "Too many messages that break the specification.")
  }
}
