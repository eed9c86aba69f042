import Foundation
import Testing

@testable import ServerLog

/// A pipe as a log has it, with room for little.
private final class SmallPipe {
  let pipe = Pipe()
  let room: Int

  init() {
    #if os(Linux)
      // F_SETPIPE_SZ, which is behind a macro that Swift does not see.
      room = Int(fcntl(pipe.fileHandleForWriting.fileDescriptor, 1031, 4096))
    #else
      room = 65_536
    #endif
  }

  var writer: Int32 { pipe.fileHandleForWriting.fileDescriptor }

  /// What is there, at most `count` bytes; waits until there is something.
  func read(_ count: Int) -> String? {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = Foundation.read(pipe.fileHandleForReading.fileDescriptor, &bytes, count)
    return got > 0 ? String(decoding: bytes[..<got], as: UTF8.self) : nil
  }

  /// Until that comes.
  func read(until end: String) -> String {
    var text = ""
    while !text.hasSuffix(end), let some = read(1_000) { text += some }
    return text
  }
}

@Suite("Lines to a reader who may stand still")
struct LineQueueTests {
  @Test("What a reader reads comes whole and in order, and the end waits for it")
  func order() {
    let pipe = SmallPipe()
    let queue = LineQueue(descriptor: pipe.writer)
    let lines = (0..<20_000).map { "line \($0)" }
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      for line in lines { queue.add(line + "\n") }
      queue.finish()
      done.signal()
    }

    let read = pipe.read(until: "line 19999\n")
    done.wait()

    #expect(read.split(separator: "\n").map(String.init) == lines)
  }

  @Test("Lines from several threads come whole, each thread's in order")
  func threads() {
    let pipe = SmallPipe()
    let queue = LineQueue(descriptor: pipe.writer)
    Thread.detachNewThread {
      DispatchQueue.concurrentPerform(iterations: 4) { thread in
        for number in 0..<500 { queue.add("\(thread) \(number)\n") }
      }
      queue.add("end\n")
    }

    let read = pipe.read(until: "end\n")

    let lines = read.split(separator: "\n")
    #expect(lines.count == 2_001)
    for thread in 0..<4 {
      let own = lines.filter { $0.hasPrefix("\(thread) ") }.compactMap { Int($0.dropFirst(2)) }
      #expect(own == Array(0..<500))
    }
  }

  @Test("Nobody waits for a reader who stands still; later a line says how many were left out")
  func stuck() {
    let pipe = SmallPipe()
    let queue = LineQueue(descriptor: pipe.writer, limit: 1_000)
    let line = String(repeating: "x", count: 99) + "\n"
    // Far more than the pipe, what is being written and what waits hold together.
    let count = 10_000
    for _ in 0..<count { queue.add(line) }

    // Given up: the reader took nothing for as long as the end of a program waits.
    let start = ContinuousClock().now
    queue.finish()
    #expect(ContinuousClock().now - start < .milliseconds(LineQueue.longestEnd))

    // The reader is back.
    let kept = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      queue.finish()
      queue.add("afterwards\n")
      queue.finish()
      kept.signal()
    }
    let read = pipe.read(until: "afterwards\n")
    kept.wait()

    let lines = read.split(separator: "\n")
    let whole = lines.filter { $0.count == 99 }.count
    let notices = lines.compactMap { $0.firstMatch(of: /warning lines left out .*: (\d+)$/) }
    // One for each time that the queue was full: the last of them while nobody read.
    #expect(!notices.isEmpty)
    #expect(notices.compactMap { Int($0.1) }.reduce(0, +) == count - whole)
    #expect(whole * 100 <= pipe.room + 2 * 1_000 + LineQueue.piece)
    // The lines, what is missing, and what came later.
    #expect(lines.count == whole + notices.count + 1)
    #expect(lines.last == "afterwards")
  }

  @Test("A reader who has gone is no reason to wait")
  func gone() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = SmallPipe()
    try pipe.pipe.fileHandleForReading.close()
    let queue = LineQueue(descriptor: pipe.writer)
    for number in 0..<1_000 { queue.add("\(number)\n") }

    let start = ContinuousClock().now
    queue.finish()
    #expect(ContinuousClock().now - start < .milliseconds(LineQueue.patience))
  }

  @Test("A descriptor that somebody made non-blocking loses no line")
  func nonBlocking() {
    let pipe = SmallPipe()
    _ = fcntl(pipe.writer, F_SETFL, fcntl(pipe.writer, F_GETFL) | O_NONBLOCK)
    let queue = LineQueue(descriptor: pipe.writer)
    for number in 0..<2_000 { queue.add("\(number)\n") }
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      queue.finish()
      done.signal()
    }

    let read = pipe.read(until: "\n1999\n")
    done.wait()
    #expect(read.split(separator: "\n").count == 2_000)
  }

  @Test("Pieces end where a line ends, as far as lines allow it")
  func pieces() {
    func first(_ text: String) -> Int {
      Array(text.utf8).withUnsafeBytes { LineQueue.firstPiece(of: $0) }
    }
    let long = String(repeating: "x", count: LineQueue.piece)
    #expect(first("a\nb\n") == 4)
    #expect(first("a\n" + long) == 2)
    #expect(first(long + "\nb\n") == LineQueue.piece + 1)
    #expect(first(long + "x") == LineQueue.piece + 1)
  }
}
