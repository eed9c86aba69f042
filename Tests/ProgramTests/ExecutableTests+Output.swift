import Foundation
import TestKit
import Testing

extension ExecutableTests {
  @Test("A log that nobody reads keeps no station, no request and no end waiting")
  func stuckLog() throws {
    // As full as a pipe can be before anything is written.
    let log = Pipe()
    #if os(Linux)
      // F_SETPIPE_SZ, which is behind a macro that Swift does not see.
      let room = Int(fcntl(log.fileHandleForWriting.fileDescriptor, 1031, 4096))
      try log.fileHandleForWriting.write(contentsOf: Data(count: room))
    #endif
    let server = try Program(
      ["serve", "--open", "--port", "0", "--data", folder, "--log-level", "debug"], stuck: log)
    let line = try #require(server.line(containing: "HTTP"))
    let port = try #require(line.firstMatch(of: /:(\d+)\/health/).flatMap { UInt16($0.1) })

    let station = try run(
      "station", "--url", "ws://127.0.0.1:\(port)/ocpp", "--id", "T1", "--duration", "2",
      "--sample-interval", "1", "--power", "150000")
    #expect(station.status == 0)
    #expect(HTTPClient(port: port).get("/health").status == 200)
    server.terminate()
    #expect(server.end().status == 0)
    withExtendedLifetime(log) {}
  }

  @Test("What a server writes at its end is not lost")
  func lastLines() throws {
    let (server, _) = try serve()
    server.terminate()
    let end = server.end()
    let lines = end.error.split(separator: "\n").map { $0.dropFirst(25) }
    #expect(lines.first?.hasPrefix("info serving on") == true)
    #expect(lines.suffix(2) == ["info stopping", "info stopped"])
  }
}
