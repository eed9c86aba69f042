import Foundation
import OCPPJSON
import Testing

@testable import StationCore

/// Compares what a central system received from a station that was cut with what it received from
/// one that was not.
struct RestartComparison {
  let whole: RestartRun
  let run: RestartRun
  let mark: RestartRun.Mark
  /// The tags of transactions that ran at the cut and ended with it, by connector.
  let lost: [Int: String]
  /// What was not delivered afterwards because of that, by connector, in Wh.
  var missing: [Int: Int] = [:]
  var used: Set<RestartRule> = []
  var differences: [String] = []

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

  mutating func expect(_ isSo: Bool, _ text: @autoclosure () -> String) {
    if !isSo { differences.append(text()) }
  }
}

// What a payload says.
extension RestartComparison {
  static func time(of sent: Bench.Sent) -> Int64 {
    if let values = sent["meterValue"] as? [[String: Any]] {
      return milliseconds(values.first?["timestamp"])
    }
    return milliseconds(sent["timestamp"])
  }

  static func milliseconds(_ text: Any?) -> Int64 {
    (text as? String).flatMap { DateTime($0) }.map { $0.milliseconds - Bench.epoch } ?? -1
  }

  /// The payload as it went over the wire.
  static func body(_ sent: Bench.Sent) -> String {
    let text = sent.text.utf8
    return String(text[(text.firstIndex(of: 0x7B) ?? text.endIndex)...].dropLast()) ?? ""
  }

  static func sorted(_ payload: [String: Any]) -> String {
    let data = try? JSONSerialization.data(withJSONObject: payload, options: [.sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
