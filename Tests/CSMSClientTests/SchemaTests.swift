import CSMSClient
import Foundation
import TestKit
import Testing

/// The client's types are those that the routes declare: each reads an answer with everything in it and
/// one with only what is always there, and a draft has no member that the route would refuse.
@Suite("The client's types and the interface's")
struct SchemaTests {
  private let document: [String: Any]
  private let server: LocalServer

  init() throws {
    server = try LocalServer()
    document = server.http.get("/openapi.json").json
  }

  private func resolved(_ schema: [String: Any]) -> [String: Any] {
    guard let reference = schema["$ref"] as? String else { return schema }
    let name = reference.split(separator: "/").last.map(String.init) ?? ""
    let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: Any]
    return schemas?[name] as? [String: Any] ?? [:]
  }

  private func content(_ value: Any?) -> [String: Any] {
    let content = (value as? [String: Any])?["content"] as? [String: Any]
    let json = content?["application/json"] as? [String: Any]
    return resolved(json?["schema"] as? [String: Any] ?? [:])
  }

  private func operation(_ method: String, _ path: String) -> [String: Any] {
    let paths = document["paths"] as? [String: [String: Any]]
    return paths?[path]?[method.lowercased()] as? [String: Any] ?? [:]
  }

  private func answer(_ method: String, _ path: String, _ status: Int = 200) -> [String: Any] {
    let responses = operation(method, path)["responses"] as? [String: Any]
    return content(responses?["\(status)"])
  }

  private func body(_ method: String, _ path: String) -> [String: Any] {
    content(operation(method, path)["requestBody"])
  }

  private func properties(_ schema: [String: Any]) -> [String: [String: Any]] {
    schema["properties"] as? [String: [String: Any]] ?? [:]
  }

  /// A value of a schema, with all its members or only the required ones.
  private func sample(_ schema: [String: Any], all: Bool) -> Any {
    let schema = resolved(schema)
    if let words = schema["enum"] as? [Any], let word = words.first { return word }
    if let any = schema["anyOf"] as? [[String: Any]], let first = any.first {
      return sample(first, all: all)
    }
    switch schema["type"] as? String {
    case "string": return schema["format"] == nil ? "x" : "2026-01-02T03:04:05Z"
    case "integer": return max(schema["minimum"] as? Int ?? 1, 1)
    case "number": return 2
    case "boolean": return true
    case "array": return [sample(schema["items"] as? [String: Any] ?? [:], all: all)]
    case "object" where schema["properties"] != nil:
      let required = schema["required"] as? [String] ?? []
      return properties(schema).filter { all || required.contains($0.key) }
        .mapValues { sample($0, all: all) }
    case "object": return ["some_name": 1]
    default: return "x"
    }
  }

  /// Reads samples; the members of a full one are all there.
  private func reads<Value: Decodable>(
    _: Value.Type, _ schema: [String: Any], except: Set<String> = []
  ) throws {
    #expect(!properties(schema).isEmpty, "\(Value.self)")
    for all in [true, false] {
      let data = try JSONSerialization.data(withJSONObject: sample(schema, all: all))
      let value = try CSMSClient.read(Value.self, from: data)
      let missing = Mirror(reflecting: value).children.filter { child in
        let mirror = Mirror(reflecting: child.value)
        return mirror.displayStyle == .optional && mirror.children.isEmpty
      }.compactMap(\.label)
      if all { #expect(Set(missing).subtracting(except).isEmpty, "\(Value.self)") }
    }
  }

  /// A draft's members are some of those that the route takes.
  private func fits(_ draft: some Encodable, _ schema: [String: Any]) {
    let names = Set(properties(schema).keys)
    #expect(!names.isEmpty, "\(type(of: draft))")
    for child in Mirror(reflecting: draft).children {
      let name = CSMSClient.interfaceName(child.label ?? "")
      #expect(names.contains(name), "\(type(of: draft)) has \(name), the interface has not")
    }
  }

  @Test("Records are read and drafts are taken")
  func records() throws {
    try reads(Company.self, answer("GET", "/db/companies/{company_id}"))
    try reads(Site.self, answer("GET", "/db/sites/{site_id}"))
    try reads(Charger.self, answer("GET", "/db/chargers/{charger_id}"))
    try reads(
      Connector.self, answer("GET", "/db/chargers/{charger_id}/connectors/{connector_id}"))
    try reads(Driver.self, answer("GET", "/db/drivers/{driver_id}"))
    try reads(RFIDCard.self, answer("GET", "/db/rfid-cards/{card_id}"))
    try reads(ChargeSession.self, answer("GET", "/db/charge-sessions/{session_id}"))
    try reads(SessionEvent.self, answer("GET", "/db/events/{event_id}"))
    for (path, draft) in [
      ("/db/companies", Company.Draft() as any Encodable), ("/db/sites", Site.Draft()),
      ("/db/chargers", Charger.Draft()), ("/db/connectors", Connector.Draft()),
      ("/db/drivers", Driver.Draft()), ("/db/rfid-cards", RFIDCard.Draft()),
      ("/db/events", SessionEvent.Draft()),
    ] { fits(draft, body("POST", path)) }
    fits(ChargeSession.Draft(), body("PATCH", "/db/charge-sessions/{session_id}"))
  }

  @Test("What apps use is read and taken")
  func apps() throws {
    try reads(Station.self, answer("GET", "/api/ocpp/stations/{station_id}"))
    try reads(AppSession.self, answer("GET", "/api/ocpp/sessions/{transaction_id}"))
    try reads(
      AppSession.self, answer("GET", "/api/ocpp/session-status"), except: ["meterValues"])
    try reads(StationSynced.self, answer("POST", "/api/ocpp/sync-station"))
    try reads(ChargingAnswer.self, answer("POST", "/api/ocpp/initiate-charging"))
    try reads(ChargingAnswer.self, answer("POST", "/api/ocpp/stop-charging"))
    fits(StationSync("x"), body("POST", "/api/ocpp/sync-station"))
    fits(
      ChargingOrder(station: "s", connector: 1, user: "u", payment: "p"),
      body("POST", "/api/ocpp/initiate-charging"))
  }

  @Test("Tariffs, costs, webhooks and events are read and taken")
  func money() throws {
    try reads(Tariff.self, answer("GET", "/db/tariffs/{tariff_id}"))
    try reads(SessionCost.self, answer("GET", "/db/charge-sessions/{session_id}/cost"))
    let counts: Set = ["waiting", "parked", "dropped"]
    try reads(Webhook.self, answer("GET", "/webhooks/{webhook_id}"), except: ["secret"])
    try reads(Webhook.self, answer("POST", "/webhooks", 201), except: counts)
    try reads(Webhook.Trial.self, answer("POST", "/webhooks/{webhook_id}/test"))
    let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: Any]
    try reads(Event.self, schemas?["Event"] as? [String: Any] ?? [:])
    try reads(Delivery.self, schemas?["Delivery"] as? [String: Any] ?? [:])
    fits(Tariff.Draft(), body("POST", "/db/tariffs"))
    let definition = schemas?["TariffDefinition"] as? [String: Any] ?? [:]
    fits(TariffDefinition(prices: []), definition)
    let price = properties(definition)["prices"]?["items"] as? [String: Any] ?? [:]
    fits(TariffDefinition.Price(), price)
    fits(Webhook.Draft(), body("POST", "/webhooks"))
  }

  @Test("Stations, the ledger and commands are read")
  func operations() throws {
    try reads(Health.self, answer("GET", "/health"))
    try reads(Connection.self, answer("GET", "/connections/{id}"))
    try reads(ChargePoint.self, answer("GET", "/charge-points/{id}"))
    try reads(Transaction.self, answer("GET", "/transactions/{id}"))
    try reads(CommandReport.self, answer("POST", "/charge_points/{id}/reset"))
    try reads(SignIn.self, answer("POST", "/auth/login"))
    try reads(
      Problem.self,
      content2("application/problem+json", (operation("GET", "/connections/{id}"))["responses"]))
  }

  private func content2(_ type: String, _ responses: Any?) -> [String: Any] {
    let missing = (responses as? [String: Any])?["404"] as? [String: Any]
    let content = missing?["content"] as? [String: Any]
    let json = content?[type] as? [String: Any]
    return resolved(json?["schema"] as? [String: Any] ?? [:])
  }
}
