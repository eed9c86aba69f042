import Synchronization
import Testing

@testable import ServerLog

/// Where lines go in a test.
private final class Lines: Sendable {
  private let lines = Mutex<[String]>([])
  func add(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}

@Suite("The server's log")
struct ServerLogTests {
  private let lines = Lines()

  private func log(_ threshold: LogLevel) -> ServerLog {
    ServerLog(threshold: threshold) { [lines] in lines.add($0) }
  }

  @Test("A line has a time in UTC, its level and its message")
  func line() throws {
    log(.info).info("hello")

    let line = try #require(lines.all.first)
    #expect(line.hasSuffix("Z info hello"))
    #expect(line.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info hello/) != nil)
  }

  @Test("Lines below the threshold are not written, nor are their messages made")
  func threshold() {
    for threshold in LogLevel.allCases {
      let log = log(threshold)
      let before = lines.all.count
      log.debug("d")
      log.info("i")
      log.warning("w")
      log.error("e")
      #expect(lines.all.count - before == 4 - Int(threshold.rawValue))
      #expect(log.isEnabled(threshold))
    }
    var made = 0
    func message() -> String {
      made += 1
      return ""
    }
    log(.error).warning(message())
    #expect(made == 0)
  }

  @Test("A peer's words cannot start a line of their own")
  func oneLine() {
    log(.info).info("name\nroot logged in\r\nx\u{2028}y\u{85}z")

    #expect(lines.all.first?.hasSuffix("info name root logged in x y z") == true)
  }

  @Test("Long lines are cut")
  func long() {
    log(.info).info(String(repeating: "x", count: 5_000))

    #expect(lines.all.first?.count == 24 + 6 + ServerLog.lineLimit)
  }

  @Test("A level is known by its name, in any case")
  func names() {
    for level in LogLevel.allCases {
      #expect(LogLevel(name: level.name) == level)
      #expect(LogLevel(name: level.name.uppercased()) == level)
    }
    #expect(LogLevel(name: "trace") == nil)
    #expect(LogLevel.debug < .error)
  }

  @Test("An error that comes again is written once in ten seconds, with how often it came")
  func repeatedErrors() {
    let now = Atomic<Int64>(0)
    let log = ServerLog(threshold: .info, sink: { [lines] in lines.add($0) }) {
      now.load(ordering: .relaxed)
    }
    for time: Int64 in 0..<25 {
      now.store(time * 1_000, ordering: .relaxed)
      log.error("the disk is full")
      if time == 3 { log.error("another") }
      log.warning("the same words")
    }

    let errors = lines.all.filter { $0.contains(" error ") }.map { $0.dropFirst(25) }
    #expect(
      errors == [
        "error the disk is full", "error another",
        "error the disk is full (and 9 times more before)",
        "error the disk is full (and 9 times more before)",
      ])
    #expect(lines.all.filter { $0.contains("warning") }.count == 25)
  }

  @Test("Only so many different errors are remembered")
  func manyErrors() {
    var repeated = RepeatedLines()
    for number in 0...RepeatedLines.limit { #expect(repeated.pass("\(number)", now: 0) == 0) }
    #expect(repeated.pass("0", now: 1) == 0)
    #expect(repeated.pass("\(RepeatedLines.limit)", now: 1) == nil)
  }
}
