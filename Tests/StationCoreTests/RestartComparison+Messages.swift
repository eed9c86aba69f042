import Foundation
import Testing

@testable import StationCore

// Transaction messages as they are compared: in their order, without what a rule excuses.
extension RestartComparison {
  struct Message: Equatable {
    var action: String
    var transaction: Int
    var time: Int64
    /// Sorted members, without samples that are excused.
    var payload: String
  }

  /// Transaction messages in the order in which they first arrived.
  mutating func messages(of run: RestartRun) -> [Message] {
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

  static func isOfTransaction(_ sent: Bench.Sent) -> Bool {
    guard sent.kind == 2 else { return false }
    switch sent.action {
    case "StartTransaction", "StopTransaction": return true
    case "MeterValues": return sent["transactionId"] != nil
    default: return false
    }
  }

  mutating func message(_ sent: Bench.Sent, _ run: RestartRun) -> Message? {
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
  func shift(_ payload: inout [String: Any], _ sent: Bench.Sent, _ run: RestartRun) {
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

  func isOfLost(_ sent: Bench.Sent, _ run: RestartRun) -> Bool {
    run.bench.server.starts.contains {
      ($0.id == sent.int("transactionId") || $0.messageID == sent.id)
        && lost.values.contains($0.idTag)
    }
  }

  /// Whether a sample of that time may be missing, or be there besides.
  mutating func isExcused(_ time: Int64) -> Bool {
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

}
