import Foundation
import OCPPJSON

/// What the station remembers of its doings, for diagnostics and logs that the central system asks
/// for. The oldest lines go first.
final class StationLog {
  static let limit = 2_000
  /// Of one line, in bytes.
  static let lineLimit = 1_024

  private struct Line {
    var time: Date
    var isSecurity: Bool
    var text: String
  }
  private var lines: [Line] = []

  func note(_ text: String, isSecurity: Bool = false) {
    if lines.count >= StationLog.limit { lines.removeFirst(StationLog.limit / 10) }
    let short = text.utf8.count > StationLog.lineLimit ? String(text.prefix(1_000)) + "…" : text
    lines.append(Line(time: Date(), isSecurity: isSecurity, text: short))
  }

  func note(_ event: StationEvent) {
    switch event {
    case .connecting(let url): note("connecting to \(url)")
    case .connected: note("connected")
    case .disconnected(let reason, _): note("not connected: \(reason)", isSecurity: true)
    case .journalFailed(let reason): note("nothing is kept: \(reason)", isSecurity: true)
    case .restarting(let reason): note("restarting: \(reason)", isSecurity: true)
    case .phaseChanged, .figures, .ended: break
    }
  }

  func note(_ direction: FrameDirection, _ text: String) {
    note((direction == .sent ? "> " : "< ") + text.withoutSecrets)
  }

  /// The lines of a span of time, oldest first.
  func text(from: DateTime?, to: DateTime?, securityOnly: Bool) -> String {
    let first = from.map { Date(timeIntervalSince1970: Double($0.milliseconds) / 1_000) }
    let last = to.map { Date(timeIntervalSince1970: Double($0.milliseconds) / 1_000) }
    var text = ""
    for line in lines where !securityOnly || line.isSecurity {
      if let first, line.time < first { continue }
      if let last, line.time > last { continue }
      let stamp = DateTime(milliseconds: Int64(line.time.timeIntervalSince1970 * 1_000))
      text += "\(stamp) \(line.text)\n"
    }
    return text
  }
}

extension String {
  /// A frame as it may stand in a log: without passwords, of the station or in a URL.
  package var withoutSecrets: String {
    if range(of: "AuthorizationKey", options: .caseInsensitive) != nil {
      return "(a frame about AuthorizationKey, not shown)"
    }
    guard contains("@") else { return self }
    return replacingOccurrences(
      of: "://[^/@\"\\\\]*@", with: "://…@", options: .regularExpression)
  }
}
