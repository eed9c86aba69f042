import CSMSCore
import OCPPRPC
import StationCore

/// The wire: connections come and go, frames take their time and get lost.
extension World {
  // MARK: Connections

  func dial(_ node: StationNode) {
    let isReached = !central.isDown
    if !isReached { count(.refusedConnection) }
    after(
      node.chance.between(20, 500),
      .dialed(node.number, boot: node.boot, isReached: isReached))
  }

  func dialed(_ node: StationNode, boot: Int, isReached: Bool) {
    guard node.isOn, node.boot == boot else { return }
    if !isReached || central.isDown {
      note(node, "no connection")
      return tell(node, .connectFailed)
    }
    central.connections += 1
    let session = Session16(
      policy: SessionPolicy(heartbeatInterval: 300), tokens: tokens,
      idPrefix: UInt64(central.connections) &* 0x9E37_79B9_7F4A_7C15)
    let connection = Connection(
      serial: central.connections, station: node.number,
      latency: node.chance.between(
        settings.faults.latency.lowerBound, settings.faults.latency.upperBound),
      session: session)
    if let older = central.seats[node.number], older.centralHasIt {
      count(.replacedSocket)
      older.isReplaced = true
      if settings.sabotage != .takesStaleFrames { centralLoses(older) }
    }
    node.connection = connection
    central.seats[node.number] = connection
    report.connections += 1
    note(node, "connected (\(connection.serial))")
    tell(node, .connected)
  }

  /// Ends a connection in good order: what is under way still arrives.
  func close(_ connection: Connection, after wait: Int64) {
    after(wait, .stationLoses(connection))
    after(wait + connection.latency, .centralLoses(connection))
  }

  /// The connection breaks: what would arrive after a random instant is lost.
  func breakOff(_ connection: Connection) {
    let latency = connection.latency
    connection.brokenFrom = min(connection.brokenFrom, now + chance.between(0, latency))
    after(latency + chance.between(1, 2_000), .stationLoses(connection))
    after(latency + chance.between(1, 30_000), .centralLoses(connection))
  }

  func stationLoses(_ connection: Connection) {
    guard connection.stationHasIt else { return }
    connection.stationHasIt = false
    let node = nodes[connection.station]
    guard node.connection === connection else { return }
    node.connection = nil
    note(node, "connection \(connection.serial) is gone")
    tell(node, .disconnected)
  }

  func centralLoses(_ connection: Connection) {
    guard connection.centralHasIt else { return }
    connection.centralHasIt = false
    for call in connection.session.cancelCalls() {
      finish(call.caller, .disconnected, connection)
    }
    if central.seats[connection.station] === connection { central.seats[connection.station] = nil }
    // The station hears of it when it is still there.
    if !connection.isSilent { after(connection.latency, .stationLoses(connection)) }
  }

  // MARK: Frames

  /// A frame of the station.
  func send(_ node: StationNode, _ frame: [UInt8]) {
    guard let connection = node.connection else {
      return violate(.protocolRules, node, "a frame is sent without a connection")
    }
    report.frames += 1
    report.bytes += frame.count
    noteSent(node, connection, frame)
    connection.lastToCentral = max(
      connection.lastToCentral, now + jittered(connection), connection.heldUntil)
    queue.add(
      .toCentral(connection, frame, number: report.frames), at: connection.lastToCentral)
  }

  /// A frame of the central system.
  func send(_ connection: Connection, _ frame: [UInt8]) {
    report.frames += 1
    report.bytes += frame.count
    connection.lastToStation = max(
      connection.lastToStation, now + jittered(connection), connection.heldUntil)
    queue.add(.toStation(connection, frame), at: connection.lastToStation)
  }

  private func jittered(_ connection: Connection) -> Int64 {
    let time = connection.latency + chance.between(0, connection.latency / 2)
    if time >= 1000 { count(.slowFrame) }
    return time
  }

  /// Nothing overtakes within a connection; across them anything does.
  func noteOvertaking(_ number: Int) {
    if number < latestArrival { report.overtaken += 1 }
    latestArrival = max(latestArrival, number)
  }

  private func isLost(_ connection: Connection) -> Bool {
    connection.isSilent || now >= connection.brokenFrom
  }

  func arrivesAtCentral(_ frame: [UInt8], _ connection: Connection) {
    guard connection.centralHasIt, !central.isDown, !isLost(connection) else {
      return count(connection.isReplaced && !isLost(connection) ? .staleFrame : .lostFrame)
    }
    receive(frame, connection)
  }

  func arrivesAtStation(_ frame: [UInt8], _ connection: Connection) {
    let node = nodes[connection.station]
    guard node.isOn, node.connection === connection, connection.stationHasIt, !isLost(connection)
    else { return count(.lostFrame) }
    let refusal = heard(node, connection, frame)
    if settings.writesTimeline { note(node, "<- \(text(frame))") }
    frame.withUnsafeBufferPointer {
      node.chargePoint.frameReceived($0, now: node.monotonic(now))
    }
    settle(node)
    if let refusal, node.isOn, node.outlets[refusal].isContactorClosed {
      violate(
        .authorized, node,
        "connector \(refusal): energy goes on after the central system refused the token")
    }
  }

  func text(_ frame: [UInt8]) -> String { String(decoding: frame.prefix(600), as: UTF8.self) }
}
