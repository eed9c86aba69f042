import CSMSCore
import OCPP16
import OCPPJSON
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

  // MARK: What the world reads along

  /// Notes a frame that the station sends: one call at a time, and every retry says the same.
  private func noteSent(_ node: StationNode, _ connection: Connection, _ frame: [UInt8]) {
    if settings.writesTimeline { note(node, "-> \(text(frame))") }
    frame.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      var head = FrameHead()
      reader.frameHead(&head, actions: Action.table)
      guard !reader.failed, let id = head.id else {
        return violate(.protocolRules, node, "a frame that cannot be read: \(text(frame))")
      }
      guard head.kind == .call else { return }
      if let call = connection.stationCall, now < call.until {
        violate(.protocolRules, node, "a call while another has no answer yet: \(text(frame))")
      }
      // The station's clock may be fast.
      let patience = 30_000 - 30_000 * settings.faults.drift / 1_000_000 - 2
      connection.stationCall = (id, now + patience)
      guard let action = Action(rawValue: head.action) else { return }
      noteCall(node, action, id, &reader, frame)
    }
  }

  private func noteCall(
    _ node: StationNode, _ action: Action, _ id: MessageID, _ reader: inout JSONReader,
    _ frame: [UInt8]
  ) {
    switch action {
    case .startTransaction:
      var request = StartTransactionRequest(blank: ())
      request.read(&reader)
      let start = StationBooks.Start(
        connector: request.connectorId, meterStart: request.meterStart,
        startedAt: request.timestamp.milliseconds, idTag: request.idTag)
      node.books.lastQueued = .start(start)
      if isFirst(node, id, frame) { node.books.starts.append(start) }
      if !tokens.wasEverGood(request.idTag) {
        violate(.authorized, node, "a transaction of a token that was never accepted")
      }
    case .stopTransaction:
      var request = StopTransactionRequest(blank: ())
      request.read(&reader)
      node.books.lastQueued = .stop(
        StationBooks.Stop(
          transaction: request.transactionId, meterStop: request.meterStop,
          stoppedAt: request.timestamp.milliseconds))
      _ = isFirst(node, id, frame)
    case .meterValues: node.books.lastQueued = .values
    default: break
    }
  }

  /// Whether a transaction message goes out for the first time; a retry must say the same.
  private func isFirst(_ node: StationNode, _ id: MessageID, _ frame: [UInt8]) -> Bool {
    let sent = StationBooks.Sent(
      whole: hash(frame[...]), withoutData: hash(frame.prefix(withoutData(frame))),
      choices: node.operations.stopChoices)
    guard let known = node.books.sent[id.text] else {
      node.books.sent[id.text] = sent
      return true
    }
    node.books.resends += 1
    // What transactionData tells may have been chosen anew in between.
    let isSame =
      known.choices == sent.choices
      ? known.whole == sent.whole : known.withoutData == sent.withoutData
    if !isSame {
      violate(.protocolRules, node, "a retry says something else: \(text(frame))")
    }
    return false
  }

  private func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// Where a frame's transaction data begins, or its end.
  private func withoutData(_ frame: [UInt8]) -> Int {
    let word = Array("\"transactionData\"".utf8)
    guard frame.count > 300, let start = frame.firstRange(of: word)?.lowerBound else {
      return frame.count
    }
    return start
  }

  /// Notes a frame that reaches the station. Returns the connector whose token it refuses.
  private func heard(_ node: StationNode, _ connection: Connection, _ frame: [UInt8]) -> Int? {
    frame.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      var head = FrameHead()
      reader.frameHead(&head, actions: Action.table)
      guard !reader.failed, let id = head.id, head.kind == .result || head.kind == .error else {
        return nil
      }
      guard let call = connection.stationCall, call.id == id else { return nil }
      if now >= call.until { count(.lateAnswer) }
      connection.stationCall = nil
      guard now < call.until, head.kind == .result, case .start(let start) = node.books.lastQueued,
        node.books.sent[id.text] != nil
      else { return nil }
      var response = StartTransactionResponse(blank: ())
      response.read(&reader)
      guard !reader.failed, response.idTagInfo.status != .accepted else { return nil }
      // The transaction may be over, and another one run by now.
      let isLatest = node.books.starts.last { $0.connector == start.connector } == start
      return isLatest && node.outlets[start.connector].presented.last == start.idTag
        ? start.connector : nil
    }
  }

  /// The station gave up its oldest message.
  func deadLetter(_ node: StationNode) {
    report.deadLetters += 1
    note(node, "a message is given up")
    switch node.books.lastQueued {
    case .start(let start): node.books.deadStarts.append(start)
    case .stop(let stop): node.books.deadStops.append(stop)
    case .values: break
    }
  }
}
