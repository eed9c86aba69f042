import Foundation
import Frames
import Gateway
import OCPP16
import OCPPJSON
import TestKit
import Testing

@Suite("/api/ocpp/logs")
struct LogsDoorTests {
  private func logs(_ server: LocalServer, _ query: String = "") -> [[String: Any]] {
    let reply = server.http.get("/api/ocpp/logs/\(query)")
    #expect(reply.status == 200)
    return reply.json["logs"] as? [[String: Any]] ?? []
  }

  private func words(_ entries: [[String: Any]], _ name: String) -> [String] {
    entries.map { $0[name] as? String ?? "-" }
  }

  @Test("A call and its answer are on record, newest first, and know each other")
  func pair() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(#"[2,"a","Heartbeat",{}]"#)

    let entries = logs(server)

    #expect(words(entries, "message_type") == ["call_result", "call", "event"])
    #expect(words(entries, "action") == ["Heartbeat", "Heartbeat", "-"])
    #expect(words(entries, "direction") == ["to_station", "from_station", "-"])
    #expect(words(entries, "verdict") == ["accepted", "accepted", "accepted"])
    #expect(words(entries, "level") == ["info", "info", "info"])
    #expect(entries[1]["raw_data"] as? String == #"[2,"a","Heartbeat",{}]"#)
    #expect(entries[1]["message_id"] as? String == "a")
    #expect(entries[0]["paired_at"] as? String == entries[1]["timestamp"] as? String)
    #expect(entries[1]["latency_ms"] as? Double == entries[0]["latency_ms"] as? Double)
    #expect(entries[2]["message"] as? String == "Connected")
  }

  @Test("A call whose answer waited for the disk gets its verdict and latency from the answer")
  func held() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(
      #"[2,"b","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]"#)

    let call = try #require(logs(server, "?message_type=call").first)

    #expect(call["verdict"] as? String == "accepted")
    #expect(call["latency_ms"] as? Double != nil)
    #expect(call["paired_at"] as? String == "2026-01-02T03:04:05.678Z")
  }

  @Test("A refused call says with which error, and is found as a warning")
  func refused() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(#"[2,"1","Heartbeat",{}]"#)
    _ = station.ask(#"[2,"2","Authorize",{}]"#)

    let entries = logs(server, "?level=warning")

    #expect(words(entries, "message_type") == ["call_error", "call"])
    #expect(words(entries, "verdict") == ["refused", "refused"])
    #expect(
      words(entries, "error_code") == Array(repeating: "OccurenceConstraintViolation", count: 2))
  }

  @Test("A call of ours that timed out is an error, and its answer is late")
  func late() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    let outcome = Inbox<Bool>()
    server.gateway.call(
      "CP1", action: Action.reset.rawValue, payload: Array(#"{"type":"Soft"}"#.utf8), timeout: 5
    ) { _ in outcome.post(true) }
    let frame = try #require(station.receive())
    let id = frame.split(separator: "\"")[1]
    server.clock.advance(milliseconds: 5_000)
    #expect(outcome.take() == true)
    station.send("[3,\"\(id)\",{\"status\":\"Accepted\"}]")
    _ = station.ask(#"[2,"after","Heartbeat",{}]"#)

    let entries = logs(server).filter { ($0["message_id"] as? String) == String(id) }

    #expect(words(entries, "verdict") == ["late", "timed_out", "timed_out"])
    #expect(words(entries, "message_type") == ["call_result", "event", "call"])
    #expect(words(entries, "level") == ["warning", "error", "error"])
  }

  @Test("Station, action and time choose, and pages follow each other without a gap")
  func filters() throws {
    let server = try LocalServer()
    let one = try server.connect("CP1")
    let two = try server.connect("CP2")
    for number in 1...5 {
      _ = one.ask("[2,\"\(number)\",\"Heartbeat\",{}]")
      _ = two.ask("[2,\"\(number)\",\"Authorize\",{\"idTag\":\"T\"}]")
      server.clock.advance(milliseconds: 1_000)
    }

    #expect(logs(server, "?station_id=CP2&action=Authorize").count == 10)
    #expect(logs(server, "?station_id=CP2&action=Heartbeat").isEmpty)
    let between = logs(
      server, "?from=2026-01-02T03:04:06.678Z&to=2026-01-02T03:04:08.678Z&message_type=call")
    #expect(words(between, "message_id") == ["3", "3", "2", "2"])

    var seen: [String] = []
    var cursor = ""
    repeat {
      let reply = server.http.get("/api/ocpp/logs?station_id=CP1&limit=3\(cursor)")
      seen += words(reply.json["logs"] as? [[String: Any]] ?? [], "id")
      cursor = (reply.json["next_cursor"] as? String).map { "&cursor=\($0)" } ?? ""
    } while !cursor.isEmpty
    #expect(seen.count == 11)
    #expect(Set(seen).count == 11)
  }

  @Test("The verdict of a call is known although its answer is on the page before")
  func pairAcrossPages() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(#"[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]"#)

    let first = server.http.get("/api/ocpp/logs?limit=1")
    let cursor = try #require(first.json["next_cursor"] as? String)
    let second = logs(server, "?limit=1&cursor=\(cursor)")

    #expect(words(second, "message_type") == ["call"])
    #expect(words(second, "verdict") == ["accepted"])
  }

  @Test("A transaction links the frames that made it, and no others")
  func transaction() throws {
    var options = LocalServer.Options()
    options.tokens = ["TAG"]
    let server = try LocalServer(options)
    let station = try server.connect("CP1")
    func start(_ connector: Int) throws -> Int {
      let answer = station.ask(
        "[2,\"s\(connector)\",\"StartTransaction\",{\"connectorId\":\(connector),\"idTag\":\"TAG\","
          + "\"meterStart\":0,\"timestamp\":\"2026-01-02T03:00:00Z\"}]")
      let text = try #require(answer)
      return try #require(Int(text.split(separator: ":").last?.prefix { $0.isNumber } ?? ""))
    }
    let mine = try start(1)
    _ = try start(2)
    let readings =
      #""meterValue":[{"timestamp":"2026-01-02T03:01:00Z","sampledValue":[{"value":"5"}]}]"#
    _ = station.ask(
      "[2,\"m\",\"MeterValues\",{\"connectorId\":1,\"transactionId\":\(mine),\(readings)}]")
    _ = station.ask(#"[2,"h","Heartbeat",{}]"#)

    let frames = server.http.get("/transactions/\(mine)").json["frames"] as? [String: Any]
    let link = try #require(frames?["href"] as? String)
    let entries = server.http.get(link).json["logs"] as? [[String: Any]] ?? []

    #expect(words(entries, "message_id") == ["m", "m", "s1", "s1"])
  }

  @Test("A transaction's frames are the same on pages of any size, and of the kind that is wanted")
  func transactionInPages() throws {
    var options = LocalServer.Options()
    options.tokens = ["TAG"]
    let server = try LocalServer(options)
    let station = try server.connect("CP1")
    let id = try #require(
      station.ask(
        #"[2,"s","StartTransaction",{"connectorId":1,"idTag":"TAG","meterStart":0,"timestamp":"2026-01-02T03:00:00Z"}]"#
      )?.split(separator: ":").last?.prefix { $0.isNumber })
    _ = station.ask(
      "[2,\"m\",\"MeterValues\",{\"connectorId\":1,\"transactionId\":\(id),\"meterValue\":"
        + #"[{"timestamp":"2026-01-02T03:01:00Z","sampledValue":[{"value":"5"}]}]}]"#)
    _ = station.ask(#"[2,"h","Heartbeat",{}]"#)
    _ = station.ask(
      "[2,\"e\",\"StopTransaction\",{\"transactionId\":\(id),\"meterStop\":9,"
        + #""timestamp":"2026-01-02T03:02:00Z"}]"#)
    func told(_ query: String) -> [String] {
      var seen: [String] = []
      var cursor = ""
      repeat {
        let reply = server.http.get("/api/ocpp/logs?transaction_id=\(id)\(query)\(cursor)")
        for entry in reply.json["logs"] as? [[String: Any]] ?? [] {
          let kind = entry["message_type"] as? String == "call" ? "call" : "answer"
          seen.append("\(entry["message_id"] ?? "") \(kind)")
        }
        cursor = (reply.json["next_cursor"] as? String).map { "&cursor=\($0)" } ?? ""
      } while !cursor.isEmpty
      return seen.sorted()
    }

    let all = ["e answer", "e call", "m answer", "m call", "s answer", "s call"]
    for limit in [1, 2, 3, 100] { #expect(told("&limit=\(limit)") == all, "\(limit)") }
    #expect(told("&message_type=call") == ["e call", "m call", "s call"])
    #expect(told("&message_type=call&limit=1") == ["e call", "m call", "s call"])
    #expect(told("&message_type=call_result") == ["e answer", "m answer", "s answer"])
    #expect(told("&level=warning").isEmpty)
  }

  @Test(
    "Unknown levels, actions, times and cursors are refused by name",
    arguments: [
      ("level=loud", "level"), ("action=Dance", "action"), ("message_type=ping", "message_type"),
      ("from=yesterday", "from"), ("to=2026", "to"), ("cursor=1", "cursor"),
      ("cursor=9223372036854775807_0_0", "cursor"), ("cursor=0_0_2147483647", "cursor"),
      ("limit=0", "limit"),
      ("follow=perhaps", "follow"), ("transaction_id=x", "transaction_id"),
    ])
  func refusals(query: String, field: String) throws {
    let server = try LocalServer()
    let reply = server.http.get("/api/ocpp/logs?\(query)")

    #expect(reply.status == 400)
    let errors = reply.json["errors"] as? [[String: Any]] ?? []
    #expect(errors.first?["field"] as? String == field)
  }

  @Test("A server that keeps no journal says so")
  func switchedOff() throws {
    var options = LocalServer.Options()
    options.frames = nil
    let server = try LocalServer(options)
    let station = try server.connect("CP1")

    #expect(station.ask(#"[2,"1","Heartbeat",{}]"#)?.hasPrefix("[3") == true)
    #expect(server.http.get("/api/ocpp/logs").status == 404)
  }
}
