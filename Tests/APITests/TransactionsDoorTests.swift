import OCPPJSON
import TestKit
import Testing

@Suite("/transactions")
struct TransactionsDoorTests {
  @Test("A transaction is shown from start to stop")
  func shown() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(
      #"[2,"1","StartTransaction",{"connectorId":2,"idTag":"A","meterStart":100,"#
        + #""reservationId":7,"timestamp":"2026-01-02T03:00:00Z"}]"#)

    let active = server.http.get("/transactions/1")
    #expect(active.string("status") == "active")
    #expect(active.json["energy_wh"] == nil)

    _ = station.ask(
      #"[2,"2","StopTransaction",{"transactionId":1,"meterStop":1234,"idTag":"B","#
        + #""reason":"Remote","timestamp":"2026-01-02T04:00:00Z"}]"#)
    let reply = server.http.get("/transactions/1")

    #expect(reply.status == 200)
    for (name, value) in [
      "status": "completed", "station_id": "CP1", "charge_point_id": "CP1", "id_tag": "A",
      "authorization": "Invalid", "start_timestamp": "2026-01-02T03:00:00.000Z",
      "stop_timestamp": "2026-01-02T04:00:00.000Z", "reason": "Remote", "stop_id_tag": "B",
      "created_at": "2026-01-02T03:04:05.678Z",
    ] {
      #expect(reply.string(name) == value, "\(name)")
    }
    for (name, value) in [
      "id": 1, "transaction_id": 1, "connector_id": 2, "reservation_id": 7, "meter_start": 100,
      "meter_stop": 1234, "energy_wh": 1134, "duration_seconds": 3600,
    ] {
      #expect(reply.int(name) == value, "\(name)")
    }
    #expect(reply.text.contains(#""energy_kwh":1.134,"#))
    #expect(reply.bool("meter_decreased") == false)
  }

  @Test("Stops of unknown transactions are listed as unmatched")
  func unmatched() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(
      #"[2,"2","StopTransaction",{"transactionId":77,"meterStop":5,"timestamp":"2026-01-02T04:00:00Z"}]"#
    )

    let rows = server.http.get("/transactions?status=unmatched").list("transactions")

    #expect(rows.count == 1)
    #expect(rows.first?["reported_transaction_id"] as? Int == 77)
    #expect(rows.first?["start_timestamp"] == nil)
  }

  @Test("More than a hundred are listed in pages, newest first, none twice and none left out")
  func pages() throws {
    let server = try LocalServer()
    server.recordTransactions(1...250, of: "CP1")
    var seen: [Int] = []
    var sizes: [Int] = []
    var query = ""
    while true {
      let page = server.http.get("/transactions\(query)")
      let ids = page.list("transactions").compactMap { $0["id"] as? Int }
      sizes.append(ids.count)
      seen += ids
      guard let cursor = page.string("next_cursor") else { break }
      query = "?cursor=\(cursor)"
    }

    #expect(sizes == [100, 100, 50])
    #expect(seen == (1...250).reversed())
  }

  @Test("Filters narrow the list, and combine")
  func filters() throws {
    let server = try LocalServer()
    server.recordTransactions(1...6, of: "CP1")
    server.recordTransactions(1...2, of: "CP2")
    func ids(_ query: String) -> [Int] {
      server.http.get("/transactions?\(query)").list("transactions")
        .compactMap { $0["id"] as? Int }
    }

    #expect(ids("station=CP2").sorted() == [7, 8])
    #expect(ids("token=even&station=CP1") == [6, 4, 2])
    #expect(ids("status=completed") == [])
    #expect(ids("station=CP1&from=2026-01-02T03:09:05.678Z") == [6, 5])
    #expect(ids("station=CP1&to=2026-01-02T03:06:05.678Z") == [1])
    #expect(ids("station=NOBODY") == [])
    #expect(ids("station=CP1&limit=2") == [6, 5])
  }

  static let bad: [(String, String)] = [
    ("status=open", "status: must be active, completed, reconciled or unmatched"),
    ("flag=odd", "flag: must be a flag of transactions, such as meter_decrease"),
    ("from=yesterday", "from: must be an RFC 3339 date-time"),
    ("to=2026-01-02", "to: must be an RFC 3339 date-time"),
    ("cursor=x", "cursor: must be the next_cursor of an earlier answer"),
    ("cursor=1_2_3", "cursor: must be the next_cursor of an earlier answer"),
  ]

  @Test("A bad query is refused by its name", arguments: bad)
  func badQuery(query: String, error: String) throws {
    let server = try LocalServer()

    let reply = server.http.get("/transactions?\(query)")

    #expect(reply.status == 400)
    #expect(reply.errors == [error])
  }

  @Test("A transaction tells its story: a zombie, its reason, its late stop, its flags, its frames")
  func story() throws {
    let server = try LocalServer()
    let station = try server.connect("C:P")
    func start(_ connector: Int, _ second: Int) -> String {
      "{\"connectorId\":\(connector),\"idTag\":\"A\",\"meterStart\":100,"
        + "\"timestamp\":\"2026-01-02T03:04:0\(second)Z\"}"
    }
    _ = station.ask("[2,\"1\",\"StartTransaction\",\(start(1, 1))]")
    _ = station.ask("[2,\"2\",\"StartTransaction\",\(start(1, 5))]")

    let zombie = server.http.get("/transactions/1")
    #expect(zombie.string("status") == "reconciled" && zombie.int("billable_energy_wh") == 0)
    let why = try #require(zombie.json["reconciliation"] as? [String: Any])
    #expect(why["reason"] as? String == "start_on_connector")
    #expect(why["evidence_meter_wh"] as? Int == 100)
    #expect(why["evidence_timestamp"] as? String == "2026-01-02T03:04:05.000Z")

    _ = station.ask(
      #"[2,"3","StopTransaction",{"transactionId":1,"meterStop":90,"reason":"PowerLoss","#
        + #""timestamp":"2026-01-02T03:04:04Z"}]"#)

    let told = server.http.get("/transactions/1")
    #expect(told.string("status") == "completed" && told.string("reason") == "PowerLoss")
    #expect(
      (told.json["flags"] as? [String]).map { Set($0) }?.isSuperset(
        of: ["meter_decrease", "zombie", "late_stop"]) == true)
    let events = try #require(told.json["story"] as? [[String: Any]])
    #expect(
      events.compactMap { $0["event"] as? String }.prefix(4)
        == ["started", "reconciled", "stopped", "flagged"])
    let frames = try #require(told.json["frames"] as? [String: String])
    #expect(frames["station_id"] == "C:P")
    #expect(frames["href"]?.hasPrefix("/api/ocpp/logs/?station_id=C%3AP&transaction_id=") == true)
    let found = server.http.get("/transactions?flag=late_stop")
    let listed = try #require(found.json["transactions"] as? [[String: Any]])
    #expect(listed.map { $0["id"] as? Int } == [1] && listed[0]["story"] == nil)
  }

  @Test("Meter values are in the order of time, whenever they came")
  func meterValuesInOrder() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(
      #"[2,"1","StartTransaction",{"connectorId":1,"idTag":"A","meterStart":0,"timestamp":"2026-01-02T03:00:00Z"}]"#
    )
    func value(_ second: Int, _ reading: Int) -> String {
      #"{"timestamp":"2026-01-02T03:00:\#(second).000Z","sampledValue":[{"value":"\#(reading)"}]}"#
    }
    for (second, reading) in [(30, 3), (40, 4)] {
      _ = station.ask(
        "[2,\"2\",\"MeterValues\",{\"connectorId\":1,\"transactionId\":1,\"meterValue\":[\(value(second, reading))]}]"
      )
    }
    let late = [value(10, 1), value(50, 5), value(30, 2)].joined(separator: ",")
    _ = station.ask(
      #"[2,"3","StopTransaction",{"transactionId":1,"meterStop":6,"timestamp":"2026-01-02T03:01:00Z","transactionData":[\#(late)]}]"#
    )

    let sorted = [value(10, 1), value(30, 3), value(30, 2), value(40, 4), value(50, 5)]
    #expect(
      server.http.get("/transactions/1/meter-values").text
        == "{\"transaction_id\":1,\"count\":5,\"meter_values\":[\(sorted.joined(separator: ","))]}")
    #expect(
      server.http.get("/transactions/1/meter-values?skip=1&limit=2").text
        == "{\"transaction_id\":1,\"count\":5,\"meter_values\":[\(sorted[1]),\(sorted[2])]}")
    let session = server.http.get("/api/ocpp/sessions/1")
    let values = try #require(session.json["meter_values"] as? [[String: Any]])
    #expect(
      values.compactMap { ($0["timestamp"] as? String)?.dropFirst(17).prefix(2) }
        == ["10", "30", "30", "40", "50"])
  }

  @Test("A transaction that is none is 404", arguments: ["9", "0", "-1", "x", "1.0"])
  func notFound(id: String) throws {
    let server = try LocalServer()
    for path in ["/transactions/\(id)", "/transactions/\(id)/meter-values"] {
      expectProblem(
        server.http.get(path), 404, "Transaction \(id) does not exist.", at: path)
    }
  }

  @Test("Meter values come back in OCPP's own words, in pages")
  func meterValues() throws {
    let server = try LocalServer()
    let station = try server.connect("CP1")
    _ = station.ask(
      #"[2,"1","StartTransaction",{"connectorId":1,"idTag":"A","meterStart":0,"timestamp":"2026-01-02T03:00:00Z"}]"#
    )
    let values = (10..<15).map {
      #"{"timestamp":"2026-01-02T03:00:\#($0).000Z","sampledValue":[{"value":"\#($0).50","unit":"Wh"}]}"#
    }
    for value in values {
      _ = station.ask(
        "[2,\"2\",\"MeterValues\",{\"connectorId\":1,\"transactionId\":1,\"meterValue\":[\(value)]}]"
      )
    }

    let path = "/transactions/1/meter-values"
    #expect(
      server.http.get(path).text
        == "{\"transaction_id\":1,\"count\":5,\"meter_values\":[\(values.joined(separator: ","))]}")
    #expect(
      server.http.get(path + "?skip=1&limit=2").text
        == "{\"transaction_id\":1,\"count\":5,\"meter_values\":[\(values[1]),\(values[2])]}")
    #expect(
      server.http.get(path + "?skip=9").text
        == "{\"transaction_id\":1,\"count\":5,\"meter_values\":[]}")
    #expect(
      server.http.get(path + "?skip=-1").errors == [
        "skip: must be a whole number from 0 to 10000000"
      ])
  }
}
