import API
import Foundation
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Health and numbers")
struct HealthTests {
  @Test("Health tells version, start and parts")
  func health() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")

    let reply = server.http.get("/health")

    #expect(reply.string("status") == "ready")
    #expect(reply.string("version") == ProductVersion.current)
    #expect(reply.string("started_at") == "2026-01-02T03:04:05.678Z")
    #expect(reply.int("connections") == 1)
    #expect(reply.list("services").compactMap { $0["name"] as? String } == ["gateway", "store"])
    #expect(server.http.get("/services").list("services").count == 2)
    withExtendedLifetime(station) {}
  }

  @Test("A store that does not answer makes the server not ready; lists say so too")
  func notReady() throws {
    let server = try LocalServer()
    server.store.close()

    let reply = server.http.get("/health")

    #expect(reply.status == 503)
    #expect(reply.string("status") == "not_ready")
    expectProblem(
      server.http.get("/tokens"), 503, "The store cannot take this now; try again in a moment.",
      at: "/tokens")
    expectProblem(
      server.http.post("/tokens", #"{"id_tag":"A"}"#), 503,
      "The store cannot take this now; try again in a moment.", at: "/tokens")
    #expect(server.log.contains { $0.contains("error store:") })
  }

  @Test("Statistics and metrics tell the same numbers, the latter as Prometheus reads them")
  func agree() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(#"[2,"1","Heartbeat",{}]"#)
    _ = station.ask(#"[2,"2","Heartbeat",{}]"#)
    _ = station.ask(#"[2,"3","Authorize",{}]"#)
    _ = station.ask(#"[2,"4","FirmwareStatusNotification",{"status":"Idle"}]"#)
    station.send(#"[9,"5"]"#)
    _ = station.ask(#"[2,"6","Heartbeat",{}]"#)
    server.recordTransactions(1...3, of: "CP1")

    let statistics = server.http.get("/statistics")
    let metrics = try Metrics(server.http.get("/metrics"))

    #expect(statistics.int("connections") == 1)
    #expect(metrics["ocpp_connections"] == 1)
    let messages = try #require(statistics.json["messages"] as? [String: [String: Int]])
    #expect(
      messages["from_stations"]
        == ["Heartbeat": 3, "Authorize": 1, "FirmwareStatusNotification": 1])
    for (action, count) in messages["from_stations"] ?? [:] {
      #expect(
        metrics["ocpp_messages_total{action=\"\(action)\",direction=\"from_station\"}"]
          == Double(count))
    }
    #expect(
      statistics.json["call_errors_sent"] as? [String: Int] == ["OccurenceConstraintViolation": 1])
    #expect(
      metrics["ocpp_call_errors_total{code=\"OccurenceConstraintViolation\"}"] == 1)
    #expect(statistics.json["error_rate"] as? Double == 0.2)
    #expect(statistics.json["frames_ignored"] as? [String: Int] == ["unknown_message_type": 1])
    #expect(
      statistics.json["transactions"] as? [String: Int]
        == ["active": 1, "completed": 0, "unmatched": 0, "reconciled": 2])
    #expect(metrics["ocpp_transactions{status=\"active\"}"] == 1)
    #expect(statistics.int("stations_admitted") == 1)
    #expect(metrics["ocpp_stations_admitted_total"] == 1)
    let times = try #require(statistics.json["response_time"] as? [String: Double])
    #expect(times["count"] == 4)
    #expect(metrics["ocpp_response_seconds_count"] == 4)
    #expect(metrics["ocpp_response_seconds_bucket{le=\"+Inf\"}"] == 4)
    let quantiles = ["p50_ms", "p90_ms", "p99_ms", "max_ms"].compactMap { times[$0] }
    #expect(quantiles == quantiles.sorted() && quantiles.count == 4)
  }

  @Test("Frames without a known action count as errors, and the journal of frames is counted")
  func strangeFrames() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    for number in 1...3 { _ = station.ask("[2,\"\(number)\",\"NoSuchAction\",{}]") }
    _ = station.ask(#"[2,"4","Authorize",{}]"#)

    // Frames are handed over at the turn's end, and written behind it.
    _ = server.http.get("/api/ocpp/logs")
    let statistics = server.http.get("/statistics")

    #expect(statistics.int("frames_without_action") == 3)
    #expect(statistics.json["error_rate"] as? Double == 1)
    let frames = try #require(statistics.json["frames"] as? [String: Int])
    #expect(frames["written"] == 9 && frames["dropped"] == 0 && frames["files"] == 1)
    let metrics = try Metrics(server.http.get("/metrics"))
    #expect(metrics["ocpp_frames_written_total"] == 9)
    #expect(metrics["ocpp_frames_bytes"] == Double(frames["bytes"] ?? -1))
  }

  @Test("The buckets of the histogram only grow")
  func buckets() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    for number in 1...20 { _ = station.ask("[2,\"\(number)\",\"Heartbeat\",{}]") }

    let metrics = try Metrics(server.http.get("/metrics"))

    let buckets = metrics.order.filter { $0.hasPrefix("ocpp_response_seconds_bucket") }
    let values = buckets.compactMap { metrics[$0] }
    #expect(buckets.count == 25)
    #expect(values == values.sorted())
    #expect(values.last == 20)
  }
}

/// A page in the Prometheus text format, read strictly.
private struct Metrics {
  private var samples: [String: Double] = [:]
  private(set) var order: [String] = []

  init(_ reply: HTTPClient.Reply) throws {
    #expect(reply.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
    #expect(reply.text.hasSuffix("\n"))
    var family = ""
    for line in reply.text.split(separator: "\n") {
      if let match = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
        family = String(match.1)
        continue
      }
      if line.wholeMatch(of: /# HELP [a-z_]+ [^\n]+/) != nil { continue }
      let match = try #require(
        line.wholeMatch(
          of: /([a-z_]+)(\{[a-z]+="[^"\\\n]*"(?:,[a-z]+="[^"\\\n]*")*\})? ([0-9.e+-]+)/),
        "\(line)")
      #expect(match.1.hasPrefix(family))
      let name = String(match.1) + String(match.2 ?? "")
      #expect(samples.updateValue(try #require(Double(match.3)), forKey: name) == nil)
      order.append(name)
    }
  }

  subscript(name: String) -> Double? { samples[name] }
}
