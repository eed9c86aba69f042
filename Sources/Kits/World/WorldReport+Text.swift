extension WorldSettings {
  /// The command that runs this world again.
  public func command(faults: String) -> String {
    "ocpp world --seed \(seed) --stations \(stations) --days \(days) --faults \(faults)"
  }
}

extension WorldReport {
  /// The report for people.
  public func description(faults name: String) -> String {
    var lines = [
      "world \(settings.seed): \(settings.stations) stations, \(settings.days) days, faults \(name)",
      "  visits              \(visits)",
      "  sessions            \(sessions), and \(unmatched) stops without a start",
      "  delivered           \(kilowattHours(deliveredWh)) kWh",
      "  billed              \(kilowattHours(billedWh)) kWh"
        + (billedWh < deliveredWh
          ? " (\(deliveredWh - billedWh) Wh fewer, \(allowedWh) Wh allowed"
            + " because meters were silent)" : ""),
      "  meter values        \(meterRecords) kept, \(repeatedRecords) repeated",
      "  connections         \(connections)",
      "  frames              \(frames), \(bytes / 1024) KiB;"
        + " \(overtaken) overtaken by one of another connection",
      "  resent              \(resends) starts and stops; \(deadLetters) messages given up",
      "  operator            \(operatorCalls) calls, \(operatorErrors) without an answer",
      "  resets              \(reboots)",
      "  simulated           \(WorldReport.clock(simulatedMilliseconds)), \(events) events",
    ]
    let struck = FaultKind.allCases.filter { count($0) > 0 }
    if !struck.isEmpty { lines.append("  faults") }
    for kind in struck { lines.append("    \(count(kind)) \(kind.phrase)") }
    if isGood {
      lines.append("verdict: every promise held")
      return lines.joined(separator: "\n")
    }
    lines.append("verdict: BROKEN")
    for violation in violations.prefix(10) {
      lines.append("  \(violation.invariant.rawValue)")
      let who = violation.station.map { "station \($0): " } ?? ""
      lines.append("    \(WorldReport.clock(violation.time))  \(who)\(violation.text)")
    }
    lines.append("replay: \(settings.command(faults: name)) --timeline")
    return lines.joined(separator: "\n")
  }

  private func kilowattHours(_ energy: Int64) -> String {
    let rest = energy % 1000
    return "\(energy / 1000).\(rest < 10 ? "00" : rest < 100 ? "0" : "")\(rest)"
  }
}
