import Fleet
import Foundation
import OCPPJSON
import Synchronization

/// What the central system acknowledged to a fleet, as it stood on the wire: kept beside the charge
/// points, so that they cannot deceive themselves.
final class FleetBooks: Sendable {
  struct Start: Hashable, Sendable {
    var station: String
    var connector: Int
    var idTag: String
    var meterStart: Int
    var timestamp: String
  }

  struct Stop: Hashable, Sendable {
    var station: String
    var transaction: Int
    var meterStop: Int
  }

  struct Books: Sendable {
    /// The ids that were answered to a start: one, however often it was sent.
    var starts: [Start: Set<Int>] = [:]
    var stops: Set<Stop> = []
    /// Instants of acknowledged meter values, in milliseconds since 1970, by transaction.
    var values: [Int: Set<Int64>] = [:]
    /// Answers to StartTransaction, resent ones too.
    var startAnswers = 0
    var callErrors: [String] = []
  }

  private let books = Mutex(Books())

  var now: Books { books.withLock { $0 } }

  func note(_ answered: AnsweredCall) {
    guard let call = Self.parse(answered.call), let answer = Self.parse(answered.answer),
      let action = call[2] as? String, let request = call[3] as? [String: Any]
    else { return }
    books.withLock { books in
      guard let result = answer[2] as? [String: Any] else {
        return books.callErrors.append("\(answered.identity): \(action): \(answer)")
      }
      switch action {
      case "StartTransaction":
        let start = Start(
          station: answered.identity, connector: request["connectorId"] as? Int ?? -1,
          idTag: request["idTag"] as? String ?? "",
          meterStart: request["meterStart"] as? Int ?? -1,
          timestamp: request["timestamp"] as? String ?? "")
        books.startAnswers += 1
        books.starts[start, default: []].insert(result["transactionId"] as? Int ?? -1)
      case "StopTransaction":
        books.stops.insert(
          Stop(
            station: answered.identity, transaction: request["transactionId"] as? Int ?? -1,
            meterStop: request["meterStop"] as? Int ?? -1))
      case "MeterValues":
        let values = request["meterValue"] as? [[String: Any]] ?? []
        let times = values.compactMap { value in
          (value["timestamp"] as? String).flatMap { DateTime($0)?.milliseconds }
        }
        books.values[request["transactionId"] as? Int ?? -1, default: []].formUnion(times)
      default: break
      }
    }
  }

  private static func parse(_ frame: UnsafeBufferPointer<UInt8>) -> [Any]? {
    try? JSONSerialization.jsonObject(with: Data(frame)) as? [Any]
  }
}
