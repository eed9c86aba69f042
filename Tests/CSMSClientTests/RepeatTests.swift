import CSMSClient
import Foundation
import Network
import Synchronization
import Testing

/// What is sent again, and what never is: against a server that answers as the test says.
@Suite("What a client repeats", .timeLimit(.minutes(5)))
struct RepeatTests {
  /// A server whose answers are statuses in turn; 0 closes without one.
  private final class Script: HTTPHandler, Sendable {
    let statuses: [Int]
    let asked = Mutex<[String]>([])

    init(_ statuses: [Int]) { self.statuses = statuses }

    func serve(_ request: HTTPRequest, _ exchange: HTTPExchange) {
      let count = asked.withLock { asked in
        asked.append("\(request.method) \(request.path)")
        return asked.count
      }
      let status = statuses[min(count, statuses.count) - 1]
      let type = [("Content-Type", "application/problem+json")]
      let body =
        status < 400
        ? #"{"success":true,"message":"m","data":{"station_id":"a","ocpp_websocket":"b"}}"#
        : #"{"type":"t","title":"T","status":\#(status),"detail":"d"}"#
      exchange.respond(
        status: status == 0 ? 500 : status, headers: type,
        body: status == 0 ? Array("{".utf8) : status == 204 ? [] : Array(body.utf8))
    }
  }

  private let loop: EventLoop

  init() throws {
    loop = try EventLoop()
    try loop.start()
  }

  private func ask(
    _ statuses: [Int], _ body: (CSMSClient) async throws -> Void
  ) async throws -> (asked: Int, error: CSMSError?) {
    let script = Script(statuses)
    let server = Server(loop: loop, limits: ServerLimits(), handler: script)
    let port = try server.listen(address: "127.0.0.1", port: 0)
    defer { server.stopListening() }
    var options = CSMSClient.Options()
    options.attempts = 3
    options.firstDelayMilliseconds = 1
    let client = try CSMSClient("http://127.0.0.1:\(port)", options: options)
    var failure: CSMSError?
    do { try await body(client) } catch { failure = error as? CSMSError }
    return (script.asked.withLock { $0.count }, failure)
  }

  @Test("A server that is busy is asked again, as often as was said")
  func busy() async throws {
    let get = try await ask([503, 429, 200]) { try await $0.syncStation(StationSync("a")) }
    #expect(get.asked == 3 && get.error == nil)
    let never = try await ask([503]) { _ = try await $0.health() }
    #expect(never.asked == 3 && never.error?.status == 503)
  }

  @Test(
    "What is refused, or what a station said, is not asked again",
    arguments: [400, 404, 409, 502, 504])
  func refused(status: Int) async throws {
    let answer = try await ask([status, 200]) { _ = try await $0.health() }
    #expect(answer.asked == 1 && answer.error?.status == status)
  }

  @Test("What might have happened is not done twice; what was turned away may be")
  func once() async throws {
    let stop = try await ask([503, 200]) { _ = try await $0.stopCharging(1) }
    #expect(stop.asked == 1 && stop.error?.status == 503)
    let create = try await ask([503, 200]) {
      _ = try await $0.companies.create(Company.Draft(name: "x"))
    }
    #expect(create.asked == 1)
    let begin = try await ask([503, 200]) {
      _ = try await $0.endSession(1, meterStop: 1)
    }
    #expect(begin.asked == 1)
    let turnedAway = try await ask([429, 404]) { _ = try await $0.stopCharging(1) }
    #expect(turnedAway.asked == 2 && turnedAway.error?.status == 404)
  }

  @Test("A deletion whose answer was lost finds nothing the next time, and that is well")
  func deletion() async throws {
    let lost = try await ask([503, 404]) { try await $0.companies.delete("a") }
    #expect(lost.asked == 2 && lost.error == nil)
    let none = try await ask([404]) { try await $0.companies.delete("a") }
    #expect(none.error?.status == 404)
  }

  @Test("An answer that is no JSON of ours is told from a problem")
  func unreadable() async throws {
    let answer = try await ask([0]) { _ = try await $0.health() }
    guard case .unreadable(500, _)? = answer.error else {
      Issue.record("\(String(describing: answer.error))")
      return
    }
    let other = try await ask([200]) { _ = try await $0.health() }
    guard case .unreadable(200, _)? = other.error else {
      Issue.record("\(String(describing: other.error))")
      return
    }
  }

  @Test("Nobody there is asked again, then said; what is sent leaves no secret behind")
  func nobody() async throws {
    let seen = Mutex<[CSMSClient.Exchange]>([])
    var options = CSMSClient.Options()
    options.attempts = 2
    options.firstDelayMilliseconds = 1
    options.observer = { exchange in seen.withLock { $0.append(exchange) } }
    let client = try CSMSClient("http://127.0.0.1:9", key: "planted-key", options: options)
    let error = await #expect(throws: CSMSError.self) {
      try await client.setPassword("planted-password-of-it", of: "CP1")
    }
    guard case .network? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    _ = try? await client.health()
    let exchanges = seen.withLock { $0 }
    #expect(exchanges.map(\.attempt) == [1, 1, 2])
    #expect(exchanges[0].sent == #"{"password":"***"}"#)
    #expect(!"\(exchanges)".contains("planted"))
  }
}
