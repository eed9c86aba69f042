import API
import CSMSClient
import Foundation
import Gateway
import Network
import OCPPJSON
import Synchronization
import TestKit
import Testing

/// The client against a whole server, over a real socket.
@Suite("The client", .timeLimit(.minutes(5)))
struct ClientTests {
  private func client(_ server: LocalServer, key: String? = nil) throws -> CSMSClient {
    try CSMSClient("http://127.0.0.1:\(server.port)/", key: key)
  }

  @Test(
    "A company with site, charger, connector, driver and card is made, read, changed and deleted")
  func records() async throws {
    let server = try LocalServer()
    let csms = try client(server)
    var company = Company.Draft(id: "ACME", name: "Acme & Söhne")
    company.brandColour = "#00ff88"
    #expect(try await csms.companies.create(company).brandColour == "#00ff88")
    var site = Site.Draft(id: "YARD 1", name: "Yard")
    site.geo = GeoPoint(lat: 52.5, lon: 13.25)
    site.taxRate = Decimal(string: "0.19")
    let made = try await csms.sites(of: "ACME").create(site)
    #expect(made.companyId == "ACME" && made.geo == site.geo && made.taxRate == site.taxRate)
    var charger = Charger.Draft(id: "CP1", name: "Pole")
    charger.active24x7 = true
    let pole = try await csms.chargers(of: "ACME", site: "YARD 1").create(charger)
    #expect(pole.active24x7 == true && pole.siteId == "YARD 1" && pole.isOnline == false)
    let power = try #require(Decimal(string: "22.1"))
    let connector = try await csms.connectors(of: "CP1").create(
      Connector.Draft(id: 1, type: "Type2", ratedPowerKw: power))
    #expect(connector.ratedPowerKw == power)
    _ = try await csms.drivers(of: "ACME").create(Driver.Draft(id: "D", fullName: "Dora"))
    var card = RFIDCard.Draft(id: "CARD", nameOn: "Dora")
    card.expiration = Date(timeIntervalSince1970: 1_893_456_000)
    let shown = try await csms.cards(of: "ACME", driver: "D").create(card)
    #expect(shown.expiration == card.expiration && shown.companyId == "ACME")

    var change = Site.Draft()
    change.city = "Berlin"
    #expect(try await csms.sites.update("YARD 1", change).geo == site.geo)
    let replaced = try await csms.sites.replace("YARD 1", Site.Draft(name: "New"))
    #expect(replaced.name == "New" && replaced.city == nil && replaced.geo == nil)
    #expect(try await csms.sites.find("NONE") == nil)

    let refusal = await #expect(throws: CSMSError.self) {
      try await csms.companies.delete("ACME")
    }
    #expect(refusal?.status == 409)
    try await csms.companies.delete("ACME", cascade: true)
    #expect(try await csms.chargers.find("CP1") == nil)
  }

  @Test("What is wrong is said by field; what is missing, taken or forbidden by status")
  func problems() async throws {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "good")])
    let server = try LocalServer(options)
    let csms = try client(server, key: "good")
    let invalid = await #expect(throws: CSMSError.self) {
      try await csms.drivers.create(Driver.Draft(id: "D"))
    }
    #expect(invalid?.status == 400)
    #expect(invalid?.problem?.errors?.map(\.field) == ["full_name"])
    let missing = await #expect(throws: CSMSError.self) {
      try await csms.drivers.create(Driver.Draft(id: "D", companyId: "NONE", fullName: "x"))
    }
    #expect(missing?.status == 404)
    #expect("\(missing!)".contains("NONE"))
    let stranger = try csms.with(key: "bad")
    let refused = await #expect(throws: CSMSError.self) {
      try await stranger.companies.get("x")
    }
    #expect(refused?.status == 401 && refused?.problem?.instance == "/db/companies/x")
    #expect(throws: CSMSError.self) { try CSMSClient("ftp://x") }
  }

  @Test("A list is walked page by page, each element once", arguments: [0, 1, 100, 101, 250])
  func pages(count: Int) async throws {
    let server = try LocalServer()
    let csms = try client(server)
    for number in 0..<count {
      _ = server.http.request(
        "POST", "/db/companies/", body: #"{"id":"C\#(1000 + number)","name":"x"}"#)
    }
    var ids: [String] = []
    for try await company in csms.companies.all() { ids.append(company.id) }
    #expect(ids == (0..<count).map { "C\(1000 + $0)" })
    #expect(try await csms.companies.all().collected(atMost: 7).count == min(count, 7))
    #expect(try await csms.companies.all(["name": "y"]).collected().isEmpty)
  }

  @Test("An app's flow: sync, initiate once per payment, watch, stop, look back")
  func charging() async throws {
    let server = try LocalServer()
    let csms = try client(server)
    let sync = StationSync(
      "CP1", name: "Yard", connectors: [.init(1, type: "CCS2", maxPower: 50)])
    let synced = try await csms.syncStation(sync)
    #expect(synced.data.ocppWebsocket.hasSuffix("/ocpp/CP1"))
    let peer = try Peer(server)
    #expect(try await csms.station("CP1").connectors.first?.maxPower == 50)
    #expect(try await csms.stations().collected().map(\.status) == [.available])

    let order = ChargingOrder(station: "CP1", connector: 1, user: "ann", payment: "pay_1")
    let begun = try await csms.initiateCharging(order)
    let id = begun.chargingSession.transactionId
    #expect(begun.success && begun.chargingSession.status == .pending)
    #expect(try await csms.initiateCharging(order).chargingSession.transactionId == id)
    peer.begin()
    peer.meter(id, 500)
    let live = try await csms.session(id, until: { $0.status == .started }, interval: 20)
    #expect(live.energyConsumedKwh == Decimal(string: "0.5") && live.paymentStatus == .authorized)
    #expect(try await csms.stopCharging(id, user: "ann").success)
    peer.end(id, 900)
    let over = try await csms.session(id, until: { $0.status == .completed }, interval: 20)
    #expect(over.energyConsumedKwh == Decimal(string: "0.9"))
    #expect(try await csms.session(id).meterValues?.count == 1)
    #expect(
      try await csms.sessions(status: .completed).collected().map(\.transactionId) == [id])
    #expect(try await csms.transaction(id).energyWh == 900)
    #expect(try await csms.transactions(station: "CP1").collected().map(\.id) == [id])
    let events = try await csms.sessionEvents.all(["session_id": "\(id)"]).collected()
    #expect(events.map(\.type) == ["Ended", "Updated", "Started"])
    #expect(events[1].data?["sampledValue"] != nil)
    #expect(try await csms.connection("CP1").messagesIn > 0)
    #expect(try await csms.command("reset", at: "CP1", ["type": "Soft"]).isAccepted)
    #expect(
      try await csms.call("ClearCache", at: "CP1")["status"] == .string("Accepted"))
    #expect(try await csms.health().status == "ready")
  }

  @Test("A session begun and ended by hand is in the records")
  func byHand() async throws {
    let server = try LocalServer()
    let csms = try client(server)
    try await csms.chargers.create(Charger.Draft(id: "CP1"))
    let begun = try await csms.beginSession(at: "CP1", connector: 1, card: "X", meterStart: 10)
    let ended = try await csms.endSession(begun.id, meterStop: 510, reason: "Local")
    #expect(ended.energyWh == 500 && ended.status == .completed)
    var change = ChargeSession.Draft()
    change.pricingPlanId = "P"
    #expect(try await csms.chargeSessions.update("\(begun.id)", change).pricingPlanId == "P")
  }
}

/// A station that says yes to everything and does what the test says.
///
/// `@unchecked Sendable`: the socket's own loop does the sending, and one thread the receiving.
private final class Peer: @unchecked Sendable {
  private let station: SocketStation
  private let tag = Mutex("")

  init(_ server: LocalServer) throws {
    station = try server.connect("CP1")
    _ = station.ask(
      #"[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available"}]"#)
    Thread.detachNewThread { [self] in
      while let frame = station.receive(within: 30) { heard(frame) }
    }
  }

  private func heard(_ frame: String) {
    guard let parts = try? JSONSerialization.jsonObject(with: Data(frame.utf8)) as? [Any],
      parts.count == 4, let id = parts[1] as? String
    else { return }
    if let payload = parts[3] as? [String: Any], let given = payload["idTag"] as? String {
      tag.withLock { $0 = given }
    }
    station.send(#"[3,"\#(id)",{"status":"Accepted"}]"#)
  }

  func begin() {
    let tag = tag.withLock { $0 }
    station.send(
      #"[2,"1","StartTransaction",{"connectorId":1,"idTag":"\#(tag)","meterStart":0,"timestamp":"2026-01-02T03:00:00Z"}]"#
    )
  }

  func meter(_ id: Int, _ value: Int) {
    station.send(
      #"[2,"2","MeterValues",{"connectorId":1,"transactionId":\#(id),"meterValue":[{"timestamp":"2026-01-02T03:00:00Z","sampledValue":[{"value":"\#(value)"}]}]}]"#
    )
  }

  func end(_ id: Int, _ value: Int) {
    station.send(
      #"[2,"3","StopTransaction",{"transactionId":\#(id),"meterStop":\#(value),"timestamp":"2026-01-02T04:00:00Z"}]"#
    )
  }
}
