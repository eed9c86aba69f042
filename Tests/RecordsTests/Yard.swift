import TestKit
import Testing

/// A charger of company A that is connected, and what it says; the clock stands at
/// 2026-01-02T03:04:05Z, a Friday.
struct Yard {
  let server: LocalServer
  let station: SocketStation
  var http: HTTPClient { server.http }

  init(_ options: LocalServer.Options = .init()) throws {
    server = try LocalServer(options)
    makeCompany(server.http, "A")
    station = try server.connect("A-CP")
    _ = station.ask(
      #"[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available"}]"#)
  }

  func tariff(_ id: String, _ prices: String, _ more: String = "") {
    let reply = http.post(
      "/db/companies/A/tariffs",
      #"{"id":"\#(id)","name":"\#(id)","currency":"EUR"\#(more),"definition":{"prices":[\#(prices)]}}"#
    )
    #expect(reply.status == 201, "\(reply.text)")
  }

  /// Attaches a tariff, or with nil takes it away.
  func attach(_ path: String, _ tariff: String?) {
    let value = tariff.map { "\"\($0)\"" } ?? "null"
    let reply = http.patch("/db/" + path, #"{"tariff_id":\#(value)}"#)
    #expect(reply.status == 200, "\(reply.text)")
  }

  func start(_ time: String = "03:00:00", meter: Int = 0, tag: String = "A-CARD") -> Int {
    let answer = station.ask(
      #"[2,"t","StartTransaction",{"connectorId":1,"idTag":"\#(tag)","meterStart":\#(meter),"timestamp":"2026-01-02T\#(time)Z"}]"#
    )
    let digits = (answer ?? "").split(separator: #""transactionId":"#).last?.prefix { $0.isNumber }
    return Int(digits ?? "") ?? -1
  }

  func read(_ id: Int, _ time: String, _ meter: Int) {
    _ = station.ask(
      #"[2,"m","MeterValues",{"connectorId":1,"transactionId":\#(id),"meterValue":[{"timestamp":"2026-01-02T\#(time)Z","sampledValue":[{"value":"\#(meter)"}]}]}]"#
    )
  }

  func stop(_ id: Int, _ time: String = "03:04:00", meter: Int) {
    _ = station.ask(
      #"[2,"e","StopTransaction",{"transactionId":\#(id),"meterStop":\#(meter),"timestamp":"2026-01-02T\#(time)Z"}]"#
    )
  }

  func session(_ id: Int) -> HTTPClient.Reply { http.get("/db/charge-sessions/\(id)") }
  func cost(_ id: Int) -> HTTPClient.Reply { http.get("/db/charge-sessions/\(id)/cost") }
}
