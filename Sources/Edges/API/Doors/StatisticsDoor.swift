import CSMSCore
import Foundation
import Frames
import Gateway
import OCPP16
import OCPPJSON
import OCPPRPC
import Store
import Webhooks

/// `/statistics` for people, `/metrics` for Prometheus: the same numbers.
struct StatisticsDoor: Sendable {
  private struct Messages: Encodable, Sendable {
    var fromStations: [String: UInt64]
    var refused: [String: UInt64]
    var toStations: [String: UInt64]
  }

  private struct Frames: Encodable, Sendable {
    var written: UInt64
    var dropped: UInt64
    var bytes: Int
    var files: Int
  }

  private struct Latency: Encodable, Sendable {
    var count: UInt64
    var meanMs: Double
    var p50Ms: Double
    var p90Ms: Double
    var p99Ms: Double
    var maxMs: Double
  }

  private struct Statistics: Encodable, Sendable {
    var connections: Int
    var messages: Messages
    var transactions: [String: Int]
    var framesWithoutAction: UInt64
    var callErrorsSent: [String: UInt64]
    var errorRate: Double
    var callsFailed: UInt64
    var factsFailed: UInt64
    var framesIgnored: [String: UInt64]
    var stationsAdmitted: UInt64
    var stationsRefused: UInt64
    var connectionsReplaced: UInt64
    var connectionsSilenced: UInt64
    var stationsDelayed: UInt64
    var frames: Frames?
    var responseTime: Latency
  }

  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/statistics") { [self] _, responder in
        collect { traffic, transactions, _ in
          responder.json(
            Self.statistics(
              traffic, transactions, connections: services.gateway.connectionCount,
              services.gateway.frames?.statistics))
        }
      }.documented(
        Operation("About", "What went over the wires since the server started")
          .answers(200, "Counts.", StatisticsDoor.shape)),
      Route("GET", "/metrics") { [self] _, responder in
        collect { traffic, transactions, deliveries in
          let text = MetricsText.render(
            traffic, transactions: transactions, connections: services.gateway.connectionCount,
            frames: services.gateway.frames?.statistics,
            webhooks: services.webhooks.done, deliveries: deliveries)
          responder.text(text, type: MetricsText.type)
        }
      }.documented(
        Operation("About", "The same for Prometheus")
          .answers(200, "The text format.", .anyText, type: MetricsText.type)),
    ]
  }

  private static let counts = Shape.map(.integer(0...Int.max))
  private static let total = Shape.integer(0...Int.max)

  private static let shape = Shape.object([
    .init("connections", total, required: true),
    .init(
      "messages",
      .object([
        .init("from_stations", counts, "All that came.", required: true),
        .init(
          "refused", counts, "Those of them that were answered with a CALLERROR.", required: true),
        .init("to_stations", counts, required: true),
      ]), "Calls by action.", required: true),
    .init("transactions", counts, "By status.", required: true),
    .init(
      "frames_without_action", total,
      "Answered with a CALLERROR, because they named no action that is known.", required: true),
    .init("call_errors_sent", counts, "By code.", required: true),
    .init("error_rate", .number, required: true), .init("calls_failed", total, required: true),
    .init("facts_failed", total, required: true), .init("frames_ignored", counts, required: true),
    .init("stations_admitted", total, required: true),
    .init("stations_refused", total, required: true),
    .init("connections_replaced", total, required: true),
    .init("connections_silenced", total, required: true),
    .init(
      "stations_delayed", total, "Times a station was read later because it said too much.",
      required: true),
    .init(
      "frames",
      .object([
        .init("written", total, required: true),
        .init("dropped", total, "Because too many waited, or the disk was full.", required: true),
        .init("bytes", total, "Of all files.", required: true),
        .init("files", total, required: true),
      ]), "The journal of frames, where there is one."),
    .init(
      "response_time",
      .object([
        .init("count", total, required: true), .init("mean_ms", .number, required: true),
        .init("p50_ms", .number, required: true), .init("p90_ms", .number, required: true),
        .init("p99_ms", .number, required: true), .init("max_ms", .number, required: true),
      ]), "From a call's arrival to its answer.", required: true),
  ])

  private func collect(
    _ completion: @escaping @Sendable (TrafficStatistics, [String: Int], DeliveryCounts) -> Void
  ) {
    services.gateway.statistics { traffic in
      services.store.read { (reader) throws(StoreError) in
        (try reader.counts(), try reader.deliveryCounts())
      } completion: { result in
        var counts: [String: Int] = [:]
        var deliveries = DeliveryCounts()
        if case .success(let (found, waiting)) = result {
          deliveries = waiting
          counts = [
            "active": found.activeTransactions, "completed": found.completedTransactions,
            "unmatched": found.unmatchedTransactions,
            "reconciled": found.reconciledTransactions,
          ]
        }
        completion(traffic, counts, deliveries)
      }
    }
  }

  private static func statistics(
    _ traffic: TrafficStatistics, _ transactions: [String: Int], connections: Int,
    _ frames: FrameJournal.Statistics?
  ) -> Statistics {
    let times = traffic.answerTimes
    func milliseconds(_ nanoseconds: UInt64) -> Double { Double(nanoseconds / 1000) / 1000 }
    let errors = traffic.errorsOut.reduce(0, +)
    let unknown = errors - min(errors, traffic.refusedIn.reduce(0, +))
    let calls = traffic.callsIn.reduce(0, +) + unknown
    return Statistics(
      connections: connections,
      messages: Messages(
        fromStations: byAction(traffic.callsIn), refused: byAction(traffic.refusedIn),
        toStations: byAction(traffic.callsOut)),
      transactions: transactions,
      framesWithoutAction: unknown, callErrorsSent: byCode(traffic.errorsOut),
      errorRate: calls == 0 ? 0 : Double(errors) / Double(calls),
      callsFailed: traffic.callsFailed, factsFailed: traffic.factsFailed,
      framesIgnored: byReason(traffic.ignored),
      stationsAdmitted: traffic.admitted, stationsRefused: traffic.refused,
      connectionsReplaced: traffic.replaced, connectionsSilenced: traffic.silenced,
      stationsDelayed: traffic.delayed,
      frames: frames.map {
        Frames(written: $0.written, dropped: $0.dropped, bytes: $0.bytes, files: $0.files)
      },
      responseTime: Latency(
        count: times.count,
        meanMs: times.count == 0 ? 0 : milliseconds(times.total / times.count),
        p50Ms: milliseconds(times.quantile(0.5)), p90Ms: milliseconds(times.quantile(0.9)),
        p99Ms: milliseconds(times.quantile(0.99)), maxMs: milliseconds(times.maximum)))
  }

  static func byAction(_ counts: [UInt64]) -> [String: UInt64] {
    var named: [String: UInt64] = [:]
    for action in Action.allCases where counts[Int(action.rawValue)] > 0 {
      named["\(action.word)"] = counts[Int(action.rawValue)]
    }
    return named
  }

  static func byCode(_ counts: [UInt64]) -> [String: UInt64] {
    var named: [String: UInt64] = [:]
    for code in RPCErrorCode.allCases where counts[Int(code.rawValue)] > 0 {
      named["\(code.wireName(in: .v16))", default: 0] += counts[Int(code.rawValue)]
    }
    return named
  }

  static func byReason(_ counts: [UInt64]) -> [String: UInt64] {
    var named: [String: UInt64] = [:]
    for reason in IgnoredFrame.allCases where counts[Int(reason.rawValue)] > 0 {
      named[name(of: reason)] = counts[Int(reason.rawValue)]
    }
    return named
  }

  private static func name(of reason: IgnoredFrame) -> String {
    switch reason {
    case .unexpectedAnswer: "unexpected_answer"
    case .unknownMessageType: "unknown_message_type"
    case .unreadableAnswer: "unreadable_answer"
    }
  }
}
