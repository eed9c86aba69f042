import Foundation
import OCPPJSON
import Testing

@testable import StationCore

/// What a restart may change (docs/decisions/0033-restart-equivalence.md): each rule is one excuse, and
/// one that no cut ever needs is one too many.
enum RestartRule: String, CaseIterable {
  /// Nobody knows whether it arrived: the same id and the same bytes, once more.
  case sentAgain
  /// Unlike those of transactions, a security event's second attempt has an id of its own.
  case securityEventAgain
  /// The central system may have forgotten the station as the station forgot it: BootNotification,
  /// Heartbeat, and statuses that are as they were.
  case saidAgain
  /// A token whose transaction was not durable is presented again, and asked about again.
  case askedAgain
  /// A call without an answer is made again, and answered as what it is: the second one.
  case calledAgain
  /// A sample that was due at the very moment of the cut.
  case sampleOfTheMoment
  /// Without a network and a clock of its own the station knows neither midnight's grid nor when a
  /// transaction began in monotonic time: until it hears the time, samples count from the restart.
  case samplesWithoutClock
  /// A vehicle that is plugged in and does not charge is one that has just come: Preparing again
  /// instead of Finishing.
  case pluggedIsNew
  /// Notices of uploads and updates wait in memory.
  case noticesInMemory
  /// With `PowerLossPolicy.stop`: what ran ends with PowerLoss, its register, and the time of its last
  /// journalled sample.
  case powerLoss
}

/// Compares what a central system received from a station that was cut with what it received from
/// one that was not.
struct RestartComparison {
  let whole: RestartRun
  let run: RestartRun
  let mark: RestartRun.Mark
  /// The tags of transactions that ran at the cut and ended with it, by connector.
  let lost: [Int: String]
  /// What was not delivered afterwards because of that, by connector, in Wh.
  private var missing: [Int: Int] = [:]
  private(set) var used: Set<RestartRule> = []
  private(set) var differences: [String] = []

  init(whole: RestartRun, run: RestartRun, mark: RestartRun.Mark, lost: [Int: String]) {
    self.whole = whole
    self.run = run
    self.mark = mark
    self.lost = lost
    for number in lost.keys {
      missing[number] = Int(
        (whole.bench.energy[number] - run.bench.energy[number]).rounded())
    }
    compareTransactions()
    compareStatuses()
    compareNotes()
    compareAnswers()
    compareHardware()
    compareRecords()
  }

  private mutating func expect(_ isSo: Bool, _ text: @autoclosure () -> String) {
    if !isSo { differences.append(text()) }
  }

  // MARK: Transactions

  private struct Message: Equatable {
    var action: String
    var transaction: Int
    var time: Int64
    /// Sorted members, without samples that are excused.
    var payload: String
  }

  /// Transaction messages in the order in which they first arrived.
  private mutating func messages(of run: RestartRun) -> [Message] {
    var texts: [String: String] = [:]
    var found: [Message] = []
    for sent in run.bench.sent where Self.isOfTransaction(sent) {
      if let before = texts[sent.id] {
        used.insert(.sentAgain)
        expect(before == sent.text, "sent again with other bytes: \(sent.text)")
        continue
      }
      texts[sent.id] = sent.text
      if let message = message(sent, run) { found.append(message) }
    }
    return found
  }

  private static func isOfTransaction(_ sent: Bench.Sent) -> Bool {
    guard sent.kind == 2 else { return false }
    switch sent.action {
    case "StartTransaction", "StopTransaction": return true
    case "MeterValues": return sent["transactionId"] != nil
    default: return false
    }
  }

  private mutating func message(_ sent: Bench.Sent, _ run: RestartRun) -> Message? {
    let time = Self.time(of: sent)
    var id = sent.int("transactionId") ?? 0
    if sent.action == "MeterValues", isExcused(time) { return nil }
    if sent.action == "StartTransaction" {
      id = run.bench.server.starts.first { $0.messageID == sent.id }?.id ?? 0
    }
    if lost.isEmpty && sent["transactionData"] == nil {
      return Message(
        action: sent.action, transaction: id, time: time, payload: Self.body(sent))
    }
    var payload = sent.payload
    shift(&payload, sent, run)
    if let data = payload["transactionData"] as? [[String: Any]] {
      payload["transactionData"] = data.filter { value in
        let edge = String(describing: value).contains("Transaction.")
        return edge || !isExcused(Self.milliseconds(value["timestamp"]))
      }
    }
    return Message(
      action: sent.action, transaction: id, time: time, payload: Self.sorted(payload))
  }

  /// Later sessions on a connector begin at another register when one before them was lost.
  private func shift(_ payload: inout [String: Any], _ sent: Bench.Sent, _ run: RestartRun) {
    guard run !== whole, !missing.isEmpty, !isOfLost(sent, run) else { return }
    let start = run.bench.server.starts.first {
      $0.id == sent.int("transactionId") || $0.messageID == sent.id
    }
    guard let start, let shift = missing[start.connector],
      Self.milliseconds(start.timestamp) >= mark.worldTime
    else { return }
    for name in ["meterStart", "meterStop"] {
      if let register = payload[name] as? Int { payload[name] = register + shift }
    }
    for name in ["meterValue", "transactionData"] {
      guard let values = payload[name] as? [[String: Any]] else { continue }
      payload[name] = values.map { value in
        var value = value
        let samples = value["sampledValue"] as? [[String: Any]] ?? []
        value["sampledValue"] = samples.map { sample in
          var sample = sample
          if sample["unit"] as? String == "Wh", let text = sample["value"] as? String {
            sample["value"] = String((Int(text) ?? 0) + shift)
          }
          return sample
        }
        return value
      }
    }
  }

  private func isOfLost(_ sent: Bench.Sent, _ run: RestartRun) -> Bool {
    run.bench.server.starts.contains {
      ($0.id == sent.int("transactionId") || $0.messageID == sent.id)
        && lost.values.contains($0.idTag)
    }
  }

  /// Whether a sample of that time may be missing, or be there besides.
  private mutating func isExcused(_ time: Int64) -> Bool {
    if time == mark.worldTime {
      used.insert(.sampleOfTheMoment)
      return true
    }
    let offline = RestartScenario.offline
    guard !run.hasClock, offline.contains(mark.worldTime), time > mark.worldTime,
      time <= offline.upperBound
    else { return false }
    used.insert(.samplesWithoutClock)
    return true
  }

  private mutating func compareTransactions() {
    var expected = messages(of: whole)
    var found = messages(of: run)
    let contradictions = run.bench.server.contradictions
    expect(contradictions.isEmpty, "\(contradictions)")
    for (number, tag) in lost {
      used.insert(.powerLoss)
      guard let id = whole.bench.server.starts.first(where: { $0.idTag == tag })?.id else {
        continue
      }
      let cut = found.filter { $0.transaction == id }
      comparePowerLoss(number, cut, expected.filter { $0.transaction == id })
      expected.removeAll { $0.transaction == id }
      found.removeAll { $0.transaction == id }
    }
    for index in 0..<max(expected.count, found.count) {
      let left = index < expected.count ? expected[index] : nil
      let right = index < found.count ? found[index] : nil
      if left != right {
        return expect(
          false,
          "at \(left?.time ?? 0) / \(right?.time ?? 0), message \(index): \(left?.payload ?? "nothing") became \(right?.payload ?? "nothing")"
        )
      }
    }
  }

  /// What was said before the cut, and then the end.
  private mutating func comparePowerLoss(
    _ number: Int, _ found: [Message], _ expected: [Message]
  ) {
    let values = found.dropLast()
    expect(
      Array(values) == Array(expected.prefix(values.count)),
      "the messages before the power loss are not those of the uncut run")
    let cut = mark.worldTime
    let owed = expected.dropLast().filter {
      $0.time < cut || $0.time == cut && $0.action == "StartTransaction"
    }
    expect(values.count == owed.count, "\(owed.count) were owed at the cut, \(values.count) came")
    guard let stop = found.last, stop.action == "StopTransaction" else {
      return expect(false, "the transaction on connector \(number) has no stop")
    }
    let register = Int(mark.energy[number].rounded())
    expect(stop.payload.contains("\"reason\":\"PowerLoss\""), stop.payload)
    expect(stop.payload.contains("\"meterStop\":\(register)"), "\(register): \(stop.payload)")
    expect(
      stop.time <= cut && stop.time >= cut - 60_000,
      "it ended at \(stop.time), the power went at \(cut)")
  }

  // MARK: Statuses

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

  private mutating func compareStatuses() {
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

  // MARK: The rest

  private mutating func compareNotes() {
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

  private mutating func compareAnswers() {
    for name in whole.memory.calls.keys {
      guard let expected = whole.answer(name), let last = run.answer(name) else {
        expect(false, "\(name) was never answered")
        continue
      }
      let right = Self.body(last)
      let left = Self.body(expected)
      if left == right { continue }
      used.insert(.calledAgain)
      expect(
        mark.act < run.acts.count && run.acts[mark.act].name == name
          && Self.repeated[name]?.contains(right) == true
          || !lost.isEmpty && Self.repeated[name + ", stopped"]?.contains(right) == true,
        "\(name): \(left) became \(right)")
    }
  }

  /// How a call is answered that had its effect before.
  private static let repeated: [String: [String]] = [
    "list 2": ["{\"status\":\"VersionMismatch\"}"],
    "cancel 8": ["{\"status\":\"Rejected\"}"],
    "clear default": ["{\"status\":\"Unknown\"}"],
    "remote start": ["{\"status\":\"Rejected\"}"],
    // Nothing runs there any more after a power loss.
    "inoperative, stopped": ["{\"status\":\"Accepted\"}"],
  ]

  private mutating func compareHardware() {
    for (left, right) in zip(whole.hardware, run.hardware) {
      for number in 1..<left.contactors.count
      where lost.isEmpty {
        expect(
          left.act == right.act && left.contactors[number] == right.contactors[number]
            && left.offers[number] == right.offers[number],
          "after \(left.act): connector \(number) is \(right.contactors[number]) with"
            + " \(right.offers[number]) mA, and was \(left.contactors[number]) with"
            + " \(left.offers[number]) mA")
      }
    }
  }

  // MARK: What is left in the journal

  private mutating func compareRecords() {
    let expected = records(whole.bench)
    let found = records(run.bench)
    let gone = expected.words.filter { !found.words.contains($0) }
    let new = found.words.filter { !expected.words.contains($0) }
    expect(expected.words == found.words, "records \(gone) became \(new)")
    let keys = Set(expected.plain.keys).union(found.plain.keys)
      .filter { expected.plain[$0] != found.plain[$0] }
    expect(keys.isEmpty, "other records \(keys.sorted())")
  }

  /// Every record: as it is, or in words without what counts restarts and messages.
  private func records(_ bench: Bench) -> (plain: [Bench.Key: [UInt8]], words: [String]) {
    var plain: [Bench.Key: [UInt8]] = [:]
    let words = bench.journal.compactMap { key, value -> String? in
      guard let kind = RecordKind(rawValue: key.kind) else { return "unknown \(key)" }
      return value.withUnsafeBufferPointer { bytes in
        var reader = RecordReader(bytes)
        switch kind {
        case .boot, .clockOffset: return nil
        case .listEntry, .cacheEntry:
          let entry = TokenEntry(&reader)
          return
            "\(kind) \(entry?.idTag ?? "?") \(entry?.parentIdTag ?? "?") \(String(describing: entry?.status))"
        case .deadLetter:
          guard let message = QueuedMessage(&reader) else { return "\(kind) unreadable" }
          let time = message.stamp.milliseconds - Bench.epoch
          let isExcused = lost[message.connector] != nil || time == mark.worldTime
          return isExcused ? nil : "\(kind) of \(message.connector) at \(time)"
        default:
          plain[key] = value
          return nil
        }
      }
    }
    return (plain, words.sorted())
  }

  // MARK: Reading

  private static func time(of sent: Bench.Sent) -> Int64 {
    if let values = sent["meterValue"] as? [[String: Any]] {
      return milliseconds(values.first?["timestamp"])
    }
    return milliseconds(sent["timestamp"])
  }

  private static func milliseconds(_ text: Any?) -> Int64 {
    (text as? String).flatMap { DateTime($0) }.map { $0.milliseconds - Bench.epoch } ?? -1
  }

  /// The payload as it went over the wire.
  private static func body(_ sent: Bench.Sent) -> String {
    let text = sent.text.utf8
    return String(text[(text.firstIndex(of: 0x7B) ?? text.endIndex)...].dropLast()) ?? ""
  }

  private static func sorted(_ payload: [String: Any]) -> String {
    let data = try? JSONSerialization.data(withJSONObject: payload, options: [.sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
