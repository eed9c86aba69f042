import Testing

@testable import StationCore

// What connectors are believed to be, and what else was told.
extension RestartComparison {
  private struct Status: Equatable {
    var at: Int64
    var text: String
  }

  /// What the central system believes of a connector at the end of each instant, where it changes.
  private mutating func beliefs(_ number: Int, _ run: RestartRun) -> [Status] {
    var found: [Status] = []
    for sent in run.bench.sent where sent.action == "StatusNotification" {
      guard sent.int("connectorId") == number, sent.string("errorCode") != "LocalListConflict"
      else { continue }
      var status = sent.string("status") ?? ""
      if status == "Finishing" && sent.at >= mark.worldTime {
        used.insert(.pluggedIsNew)
        status = "Preparing"
      }
      let text = "\(status) \(sent.string("errorCode") ?? "")"
      if found.last?.at == sent.at { found.removeLast() }
      if found.last?.text == text {
        used.insert(.saidAgain)
      } else {
        found.append(Status(at: sent.at, text: text))
      }
    }
    return found
  }

  mutating func compareStatuses() {
    for number in 0...2 {
      let expected = beliefs(number, whole)
      let found = beliefs(number, run)
      if lost[number] != nil {
        expect(expected.last?.text == found.last?.text, "connector \(number) ends as another")
      } else {
        let place = zip(expected, found).prefix { $0 == $1 }.count
        expect(
          expected == found,
          "statuses of \(number): \(expected.dropFirst(place).prefix(3).map { "\($0.at) \($0.text)" })"
            + " became \(found.dropFirst(place).prefix(3).map { "\($0.at) \($0.text)" })")
      }
    }
  }

  mutating func compareNotes() {
    let expected = whole.bench.sent.filter { $0.kind == 2 }
    let found = run.bench.sent.filter { $0.kind == 2 }
    compareAuthorizations(expected, found)
    var events = found.filter { $0.action == "SecurityEventNotification" }
      .map { Self.body($0) }
    let count = events.count
    var seen: Set<String> = []
    events.removeAll { !seen.insert($0).inserted }
    if events.count < count { used.insert(.securityEventAgain) }
    let owed = expected.filter { $0.action == "SecurityEventNotification" }.map { Self.body($0) }
    expect(events == owed, "security events \(owed)\nbecame \(events)")
    let conflicts = { (list: [Bench.Sent]) in
      list.filter { $0.string("errorCode") == "LocalListConflict" }.count
    }
    expect(conflicts(found) <= conflicts(expected) + 1, "conflicts of the list")
    let boots = Set(found.filter { $0.action == "BootNotification" }.map { Self.body($0) })
    expect(
      boots.isSubset(
        of: expected.filter { $0.action == "BootNotification" }.map { Self.body($0) }),
      "another BootNotification")
    let firmware = { (list: [Bench.Sent]) in
      list.filter { $0.action == "FirmwareStatusNotification" }.compactMap { $0.string("status") }
    }
    if firmware(expected) != firmware(found) { used.insert(.noticesInMemory) }
    let idle = { (list: [Bench.Sent]) in
      list.filter { $0.action == "MeterValues" && $0["transactionId"] == nil }
    }
    compareIdle(idle(expected), idle(found))
    let known: Set<String> = [
      "Authorize", "BootNotification", "FirmwareStatusNotification", "Heartbeat", "MeterValues",
      "SecurityEventNotification", "StartTransaction", "StatusNotification", "StopTransaction",
    ]
    expect(found.allSatisfy { known.contains($0.action) }, "a message nobody compares")
  }

  private mutating func compareAuthorizations(_ expected: [Bench.Sent], _ found: [Bench.Sent]) {
    let tags = { (list: [Bench.Sent]) in
      list.filter { $0.action == "Authorize" }.compactMap { $0.string("idTag") }
    }
    var rest = tags(found)
    for tag in tags(expected) {
      guard let index = rest.firstIndex(of: tag) else {
        expect(false, "\(tag) was not asked about")
        continue
      }
      rest.remove(at: index)
    }
    if !rest.isEmpty { used.insert(.askedAgain) }
    expect(rest.count <= 1 && rest.allSatisfy { tags(expected).contains($0) }, "asked \(rest)")
  }

  /// Meter values without a transaction.
  private mutating func compareIdle(_ expected: [Bench.Sent], _ found: [Bench.Sent]) {
    var left: [String] = []
    var right: [String] = []
    for sent in expected where !isIdleExcused(sent) { left.append(Self.body(sent)) }
    for sent in found where !isIdleExcused(sent) { right.append(Self.body(sent)) }
    let lost = left.filter { !right.contains($0) }
    let new = right.filter { !left.contains($0) }
    expect(left == right, "idle meter values \(lost) became \(new)")
  }

  private mutating func isIdleExcused(_ sent: Bench.Sent) -> Bool {
    if lost[sent.int("connectorId") ?? 0] != nil { return true }
    return isExcused(Self.time(of: sent))
  }
}
