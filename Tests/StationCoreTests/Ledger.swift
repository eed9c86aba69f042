import Foundation
import OCPP16
import OCPPJSON
import OCPPRPC
import Testing

@testable import StationCore

/// The central system's books, idempotent by message id as a good one is.
final class Ledger {
  struct Start {
    var id: Int
    var connector: Int
    var idTag: String
    var meterStart: Int
    var timestamp: String
    var messageID: String
  }
  struct Stop {
    var meterStop: Int
    var reason: String
    var messageID: String
    var timestamp: String
  }
  var starts: [Start] = []
  var stops: [Int: Stop] = [:]
  var meterValues: [String: (transaction: Int, timestamp: String)] = [:]
  var contradictions: [String] = []
  var verdicts: [String: String] = [:]
  var registration = "Accepted"
  var interval = 300
  var nextID = 100

  func verdict(_ idTag: String) -> String {
    verdicts[idTag] ?? "{\"idTagInfo\":{\"status\":\"Accepted\"}}"
  }
}

extension Bench {
  /// A frame on its way to the central system. Every call is decoded strictly, so that whatever the
  /// station sends is known to be valid.
  func transmit(_ text: String) {
    guard isConnected,
      let array = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any],
      let kind = array[0] as? Int, let id = array[1] as? String
    else { return }
    var message = Sent(kind: kind, id: id, action: "", payload: [:], at: worldTime, text: text)
    if kind == 2 {
      message.action = array[2] as? String ?? ""
      message.payload = array[3] as? [String: Any] ?? [:]
      if checksRequests { checkRequest(message) }
      sent.append(message)
      answer(message)
    } else if kind == 3 {
      message.payload = array[2] as? [String: Any] ?? [:]
      sent.append(message)
    } else {
      message.payload = ["code": array[2], "description": array[3]]
      sent.append(message)
    }
  }

  private func checkRequest(_ message: Sent) {
    let bytes = [UInt8](message.text.utf8)
    let error: DecodeError? = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      var head = FrameHead()
      reader.frameHead(&head, actions: Action.table)
      let payload = reader.raw()
      return payload.bytes.withUnsafeBufferPointer { inner in
        var check = JSONReader(inner)
        try? Action(rawValue: head.action)!.checkRequest(&check)
        check.finish()
        return check.failed ? check.error : nil
      }
    }
    #expect(error == nil, "the station sent \(message.text)")
  }

  private func answer(_ message: Sent) {
    switch reply(message) {
    case .silence: return
    case .error(let code): deliver("[4,\"\(message.id)\",\"\(code)\",\"\",{}]")
    case .result(let json): deliver("[3,\"\(message.id)\",\(json)]")
    case .usual: deliver("[3,\"\(message.id)\",\(server.usual(message, wall))]")
    }
  }

  /// Brings a frame to the station after what is at hand.
  func deliver(_ text: String) {
    post { [self] in
      guard isConnected else { return }
      [UInt8](text.utf8).withUnsafeBufferPointer { station.frameReceived($0, now: time) }
    }
  }
}

extension Ledger {
  func usual(_ message: Bench.Sent, _ wall: DateTime) -> String {
    switch message.action {
    case "BootNotification":
      return
        "{\"status\":\"\(registration)\",\"currentTime\":\"\(wall)\",\"interval\":\(interval)}"
    case "Heartbeat": return "{\"currentTime\":\"\(wall)\"}"
    case "Authorize": return verdict(message.string("idTag") ?? "")
    case "DataTransfer", "SignCertificate": return "{\"status\":\"Accepted\"}"
    case "StartTransaction": return start(message)
    case "StopTransaction":
      stop(message)
      return "{}"
    case "MeterValues":
      if let transaction = message.int("transactionId"), let values = message["meterValue"] {
        let first = (values as? [[String: Any]])?.first?["timestamp"] as? String ?? ""
        meterValues[message.id] = (transaction, first)
      }
      return "{}"
    default: return "{}"
    }
  }

  private func start(_ message: Bench.Sent) -> String {
    let idTag = message.string("idTag") ?? ""
    let body = verdict(idTag).dropLast()
    if let known = starts.first(where: { $0.messageID == message.id }) {
      if known.meterStart != message.int("meterStart")
        || known.timestamp != message.string("timestamp")
      {
        contradictions.append(message.text)
      }
      return "\(body),\"transactionId\":\(known.id)}"
    }
    nextID += 1
    starts.append(
      Start(
        id: nextID, connector: message.int("connectorId") ?? 0, idTag: idTag,
        meterStart: message.int("meterStart") ?? -1,
        timestamp: message.string("timestamp") ?? "", messageID: message.id))
    return "\(body),\"transactionId\":\(nextID)}"
  }

  private func stop(_ message: Bench.Sent) {
    let id = message.int("transactionId") ?? 0
    let stop = Stop(
      meterStop: message.int("meterStop") ?? -1, reason: message.string("reason") ?? "Local",
      messageID: message.id, timestamp: message.string("timestamp") ?? "")
    if let known = stops[id],
      known.messageID != stop.messageID
        || known.meterStop != stop.meterStop || known.timestamp != stop.timestamp
    {
      contradictions.append(message.text)
    }
    stops[id] = stop
  }
}
