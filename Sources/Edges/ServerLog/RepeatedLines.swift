/// Errors that come again and again are written now and then, with how often they came: a full disk
/// fails every commit, and a log that fills with it helps nobody.
struct RepeatedLines {
  /// How long a line that was written is not written again, in milliseconds.
  static let silence: Int64 = 10_000
  /// How many different lines are remembered; the one written longest ago makes room.
  static let limit = 64

  private struct Line {
    var text: String
    var written: Int64
    var leftOut = 0
  }

  private var lines: [Line] = []

  /// How often the line was left out since it was last written; nil when it is to be left out now.
  /// - Parameter now: monotonic milliseconds.
  mutating func pass(_ text: String, now: Int64) -> Int? {
    if let index = lines.firstIndex(where: { $0.text == text }) {
      if now - lines[index].written < RepeatedLines.silence {
        lines[index].leftOut += 1
        return nil
      }
      defer { lines.append(Line(text: text, written: now)) }
      return lines.remove(at: index).leftOut
    }
    if lines.count == RepeatedLines.limit { lines.removeFirst() }
    lines.append(Line(text: text, written: now))
    return 0
  }
}
