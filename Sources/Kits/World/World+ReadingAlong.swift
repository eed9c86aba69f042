import OCPP16
import OCPPJSON
import OCPPRPC

/// What the world reads along on the wire.
extension World {
  /// Notes a frame that the station sends: one call at a time, and every retry says the same.
  func noteSent(_ node: StationNode, _ connection: Connection, _ frame: [UInt8]) {
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
  func heard(_ node: StationNode, _ connection: Connection, _ frame: [UInt8]) -> Int? {
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
