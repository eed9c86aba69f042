import CSMSClient
import Foundation
import Synchronization

/// What a check prints: the steps, and what was said in each.
final class CheckReport: Sendable {
  private struct State {
    var exchanges: [CSMSClient.Exchange] = []
    var step = 0
  }

  /// Of a body that is printed, in characters.
  private static let bodyLimit = 2_000

  private let isBrief: Bool
  private let print: @Sendable (String) -> Void
  private let state = Mutex(State())

  init(isBrief: Bool, print: @escaping @Sendable (String) -> Void = { Terminal.print($0) }) {
    self.isBrief = isBrief
    self.print = print
  }

  func saw(_ exchange: CSMSClient.Exchange) { state.withLock { $0.exchanges.append(exchange) } }

  func note(_ line: String) { print("     \(line)") }

  /// Runs a step and says how it went.
  func step<Value: Sendable>(
    _ name: String, _ body: () async throws(CheckFailure) -> Value
  ) async throws(CheckFailure) -> Value {
    let number = state.withLock { state in
      state.step += 1
      state.exchanges = []
      return state.step
    }
    let start = ContinuousClock.now
    let title = "\(number)  \(name)" + String(repeating: " ", count: max(1, 44 - name.count))
    do throws(CheckFailure) {
      let value = try await body()
      let took = ContinuousClock.now - start
      print(
        "\(title)ok, \(took.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 2))))"
      )
      show()
      return value
    } catch {
      print("\(title)FAILED")
      show()
      throw error
    }
  }

  /// The same question with the same kind of answer, again and again, is shown the last time only.
  private func show() {
    if isBrief { return }
    var shown: [(exchange: CSMSClient.Exchange, count: Int)] = []
    for exchange in state.withLock({ $0.exchanges }) {
      let isAgain =
        exchange.method == "GET" && shown.last?.exchange.method == "GET"
        && shown.last?.exchange.path == exchange.path
      if isAgain, let last = shown.popLast() {
        shown.append((exchange, last.count + 1))
      } else {
        shown.append((exchange, 1))
      }
    }
    for (exchange, count) in shown {
      let times = count > 1 ? "  (\(count) times)" : ""
      print("     sent      \(exchange.method) \(exchange.path) \(exchange.sent)\(times)")
      let status = exchange.status == 0 ? "" : "\(exchange.status) "
      let body =
        exchange.answered.count > Self.bodyLimit
        ? exchange.answered.prefix(Self.bodyLimit) + "…" : exchange.answered[...]
      print("     answered  \(status)\(body)")
    }
  }
}

/// Why a step failed, and what to do.
struct CheckFailure: Error {
  var reason: String
  var advice: String
}
