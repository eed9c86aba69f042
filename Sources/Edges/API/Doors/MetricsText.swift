import Frames
import Gateway
import Store
import Webhooks

/// The Prometheus text format.
enum MetricsText {
  static let type = "text/plain; version=0.0.4; charset=utf-8"

  static func render(
    _ traffic: TrafficStatistics, transactions: [String: Int], connections: Int,
    frames: FrameJournal.Statistics? = nil,
    webhooks: DispatchTallies, deliveries: DeliveryCounts
  ) -> String {
    var page = Page()
    page.family("ocpp_connections", "gauge", "Stations connected.")
    page.sample("ocpp_connections", [:], Double(connections))
    page.family("ocpp_messages_total", "counter", "Calls by action and direction.")
    for (action, count) in StatisticsDoor.byAction(traffic.callsIn).sorted(by: { $0.key < $1.key })
    {
      page.sample(
        "ocpp_messages_total", ["action": action, "direction": "from_station"], Double(count))
    }
    for (action, count) in StatisticsDoor.byAction(traffic.callsOut).sorted(by: { $0.key < $1.key })
    {
      page.sample(
        "ocpp_messages_total", ["action": action, "direction": "to_station"], Double(count))
    }
    page.family("ocpp_refused_messages_total", "counter", "Calls of stations refused, by action.")
    for (action, count) in StatisticsDoor.byAction(traffic.refusedIn)
      .sorted(by: { $0.key < $1.key })
    {
      page.sample("ocpp_refused_messages_total", ["action": action], Double(count))
    }
    page.family("ocpp_call_errors_total", "counter", "CALLERRORs sent, by code.")
    for (code, count) in StatisticsDoor.byCode(traffic.errorsOut).sorted(by: { $0.key < $1.key }) {
      page.sample("ocpp_call_errors_total", ["code": code], Double(count))
    }
    page.family("ocpp_transactions", "gauge", "Transactions on record, by status.")
    for (status, count) in transactions.sorted(by: { $0.key < $1.key }) {
      page.sample("ocpp_transactions", ["status": status], Double(count))
    }
    page.counter(
      "ocpp_calls_failed_total", "Calls to stations without a good answer.", traffic.callsFailed)
    page.counter(
      "ocpp_facts_failed_total", "Messages that could not be stored.", traffic.factsFailed)
    page.counter("ocpp_stations_admitted_total", "Connections let in.", traffic.admitted)
    page.counter("ocpp_stations_refused_total", "Connections turned away.", traffic.refused)
    page.counter(
      "ocpp_connections_replaced_total", "Connections replaced by a newer one.", traffic.replaced)
    page.counter(
      "ocpp_connections_silenced_total", "Connections cut for silence.", traffic.silenced)
    page.counter(
      "ocpp_stations_delayed_total", "Times a station was read later because it said too much.",
      traffic.delayed)
    if let frames {
      page.counter(
        "ocpp_frames_written_total", "Frames written to their journal.", frames.written)
      page.counter(
        "ocpp_frames_dropped_total", "Frames that the journal could not take.", frames.dropped)
      page.family("ocpp_frames_bytes", "gauge", "Bytes of the journal of frames.")
      page.sample("ocpp_frames_bytes", [:], Double(frames.bytes))
    }
    page.counter(
      "ocpp_webhook_delivered_total", "Events taken by webhooks.", webhooks.delivered)
    page.counter(
      "ocpp_webhook_failed_total", "Attempts at webhooks that were not taken.", webhooks.failed)
    page.counter(
      "ocpp_webhook_parked_total", "Events given up for a webhook.", webhooks.parked)
    page.family("ocpp_webhook_deliveries", "gauge", "Deliveries on record, by status.")
    page.sample("ocpp_webhook_deliveries", ["status": "waiting"], Double(deliveries.waiting))
    page.sample("ocpp_webhook_deliveries", ["status": "parked"], Double(deliveries.parked))
    page.histogram(
      "ocpp_response_seconds", "From a call's arrival to its answer.", traffic.answerTimes)
    return page.text
  }

  private struct Page {
    var text = ""

    mutating func family(_ name: String, _ type: String, _ help: String) {
      text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func sample(_ name: String, _ labels: [String: String], _ value: Double) {
      let list = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }
      let braces = list.isEmpty ? "" : "{\(list.joined(separator: ","))}"
      text += "\(name)\(braces) \(value)\n"
    }

    mutating func counter(_ name: String, _ help: String, _ value: UInt64) {
      family(name, "counter", help)
      sample(name, [:], Double(value))
    }

    mutating func histogram(_ name: String, _ help: String, _ histogram: Histogram) {
      family(name, "histogram", help)
      var sum: UInt64 = 0
      for (index, count) in histogram.buckets.enumerated() {
        sum += UInt64(count)
        // One line per power of two keeps the page short.
        if index % 4 != 3 { continue }
        let bound = Double(Histogram.upperBound(index)) / 1e9
        sample("\(name)_bucket", ["le": "\(bound)"], Double(sum))
      }
      sample("\(name)_bucket", ["le": "+Inf"], Double(histogram.count))
      sample("\(name)_sum", [:], Double(histogram.total) / 1e9)
      sample("\(name)_count", [:], Double(histogram.count))
    }
  }
}
