import Fleet
import Foundation

/// A fleet's figures in words.
struct FleetReport {
  let stations: Int
  let seconds: Double
  let figures: FleetFigures
  /// Resident memory that came with the stations, in bytes; nil where it is not known.
  let memory: Int?

  /// What went wrong, all kinds together.
  static func errors(_ figures: FleetFigures) -> UInt64 {
    figures.failedConnections + figures.callErrors + figures.deadLetters + figures.journalFailures
  }

  /// One line while it runs.
  static func line(
    _ now: FleetFigures, since before: FleetFigures, seconds: Double, of stations: Int
  ) -> String {
    let messages = now.messagesIn + now.messagesOut - before.messagesIn - before.messagesOut
    let recent = now.answerTimes.since(before.answerTimes)
    return
      "online \(now.registered)/\(stations)  charging \(now.charging)  \(kilowatts(now.power)) kW  "
      + "\(Int((Double(messages) / max(seconds, 0.001)).rounded())) messages/s  "
      + "p99 \(milliseconds(recent.quantile(0.99))) ms  owed \(now.owed)  errors \(errors(now))"
  }

  var text: String {
    let times = figures.answerTimes
    var lines = [
      "the fleet",
      "  stations        \(stations), \(figures.registered) registered at the end",
      "  time            \(String(format: "%.0f", seconds)) s",
      "  connections     \(figures.connections) opened, \(figures.failedConnections) failed, "
        + "\(figures.lostConnections) lost or closed",
      "  drivers         \(figures.visits) came, \(figures.transactions) charged, "
        + "\(figures.refusals) were turned away",
      "  energy          \(String(format: "%.3f", Double(figures.energy) / 1_000)) kWh",
      "  messages        \(figures.messagesOut) out, \(figures.messagesIn) in, "
        + "\(Int((Double(figures.messagesIn + figures.messagesOut) / max(seconds, 0.001)).rounded()))/s",
      "  answers         \(times.count), p50 \(Self.milliseconds(times.quantile(0.5))) ms, "
        + "p99 \(Self.milliseconds(times.quantile(0.99))) ms, "
        + "longest \(Self.milliseconds(times.longest)) ms",
      "  errors          \(figures.callErrors) CALLERRORs, \(figures.deadLetters) messages given up, "
        + "\(figures.journalFailures) journal failures",
      "  owed            \(figures.owed) transaction messages not acknowledged",
    ]
    if let memory { lines.append("  memory          \(memory / max(stations, 1)) bytes for each") }
    return lines.joined(separator: "\n")
  }

  var json: String {
    let times = figures.answerTimes
    var members: [(String, String)] = [
      ("stations", "\(stations)"), ("seconds", String(format: "%.1f", seconds)),
      ("registered", "\(figures.registered)"), ("connections", "\(figures.connections)"),
      ("failed_connections", "\(figures.failedConnections)"),
      ("lost_connections", "\(figures.lostConnections)"), ("visits", "\(figures.visits)"),
      ("transactions", "\(figures.transactions)"), ("refusals", "\(figures.refusals)"),
      ("energy_wh", "\(figures.energy)"), ("messages_out", "\(figures.messagesOut)"),
      ("messages_in", "\(figures.messagesIn)"), ("answers", "\(times.count)"),
      ("p50_us", "\(times.quantile(0.5))"), ("p99_us", "\(times.quantile(0.99))"),
      ("longest_us", "\(times.longest)"), ("call_errors", "\(figures.callErrors)"),
      ("dead_letters", "\(figures.deadLetters)"),
      ("journal_failures", "\(figures.journalFailures)"), ("owed", "\(figures.owed)"),
    ]
    if let memory { members.append(("bytes_per_station", "\(memory / max(stations, 1))")) }
    return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}\n"
  }

  private static func kilowatts(_ watts: Int64) -> String {
    String(format: "%.1f", Double(watts) / 1_000)
  }

  private static func milliseconds(_ microseconds: UInt64) -> String {
    String(format: "%.1f", Double(microseconds) / 1_000)
  }
}
