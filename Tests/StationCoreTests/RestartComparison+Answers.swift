import OCPPJSON
import Testing

@testable import StationCore

// How calls were answered, what the hardware did, and what is left in the journal.
extension RestartComparison {
  mutating func compareAnswers() {
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

  mutating func compareHardware() {
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

  mutating func compareRecords() {
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
}
