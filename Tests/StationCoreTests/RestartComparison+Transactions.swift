import Testing

@testable import StationCore

// Every transaction is told the same, or ends with the power.
extension RestartComparison {
  mutating func compareTransactions() {
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
}
