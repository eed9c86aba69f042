import Foundation

/// The ocpp executable that was built beside the tests, run as its users run it.
final class Program {
  private let process = Process()
  private let output = Pipe()
  private let error = Pipe()

  static var path: URL {
    let beside = Bundle.main.executableURL?.deletingLastPathComponent()
    let candidates = [
      beside?.appending(path: "ocpp"), URL(fileURLWithPath: ".build/debug/ocpp"),
    ].compactMap { $0 }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? candidates[0]
  }

  /// - Parameter stuck: where standard error goes instead, if nobody is to read it.
  init(_ arguments: [String], _ environment: [String: String] = [:], stuck: Pipe? = nil) throws {
    process.executableURL = Self.path
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("OCPP_") && $0.key != "LOG_LEVEL" && $0.key != "DATABASE_URL" }
      .merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = stuck ?? error
    if stuck != nil { try error.fileHandleForWriting.close() }
    // A child inherits which signals its maker's thread blocks, and the threads that run tests block
    // nearly all.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  /// Reads lines until one contains the text; returns it.
  func line(containing text: String) -> String? {
    var line: [UInt8] = []
    while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first {
      if byte != 0x0A {
        line.append(byte)
        continue
      }
      let words = String(decoding: line, as: UTF8.self)
      if words.contains(text) { return words }
      line = []
    }
    return nil
  }

  var id: Int32 { process.processIdentifier }
  func terminate() { process.terminate() }
  /// As `kill -9` does: nothing is written any more, and nobody says goodbye.
  func killAtOnce() { _ = kill(id, SIGKILL) }
  func interrupt() { process.interrupt() }

  /// Waits for the end.
  func end() -> (status: Int32, output: String, error: String) {
    let text = String(
      decoding: (try? output.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    let complaints = String(
      decoding: (try? error.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text, complaints)
  }
}

func run(_ arguments: String..., environment: [String: String] = [:]) throws -> (
  status: Int32, output: String, error: String
) {
  try Program(arguments, environment).end()
}
