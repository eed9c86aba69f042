import CSMSClient
import Foundation
import OCPPJSON
import TestKit
import Testing

/// Tariffs, webhooks and events through the client, against a whole server.
@Suite("The client: money and events", .timeLimit(.minutes(5)))
struct MoneyTests {
  private func client(_ server: LocalServer) throws -> CSMSClient {
    try CSMSClient("http://127.0.0.1:\(server.port)")
  }

  /// A company whose one charger costs something, and a session of two hours on it.
  private func charge(_ csms: CSMSClient, _ server: LocalServer) async throws -> ChargeSession {
    try await csms.companies.create(Company.Draft(id: "ACME", name: "Acme"))
    var price = TariffDefinition.Price(perKwh: Decimal(string: "0.49"))
    price.perStart = 1
    var definition = TariffDefinition(prices: [price])
    definition.taxRate = Decimal(string: "0.19")
    let tariff = try await csms.tariffs(of: "ACME").create(
      Tariff.Draft(id: "T", name: "Day", currency: "EUR", definition: definition))
    #expect(tariff.definition == definition && tariff.companyId == "ACME" && tariff.version == 1)
    var company = Company.Draft()
    company.tariffId = "T"
    try await csms.companies.update("ACME", company)
    var charger = Charger.Draft(id: "CP1")
    charger.companyId = "ACME"
    try await csms.chargers.create(charger)
    let begun = try await csms.beginSession(at: "CP1", connector: 1, card: "X", meterStart: 10)
    server.clock.advance(milliseconds: 7_200_000)
    return try await csms.endSession(begun.id, meterStop: 10_010, reason: "Local")
  }

  @Test("A tariff is made, and what a session cost is told line by line")
  func cost() async throws {
    let server = try LocalServer()
    let csms = try client(server)
    let session = try await charge(csms, server)
    let bill = try await csms.cost(ofSession: session.id)
    #expect(bill.isFinal && bill.currency == "EUR" && bill.tariff.id == "T")
    #expect(Set(bill.lines.map(\.item)) == ["energy", "start"])
    #expect(bill.lines.map(\.amount).reduce(0, +) == 590 && bill.cost == 590)
    #expect(bill.costDecimal == "5.90" && bill.tax == 94)
    let energy = try #require(bill.lines.first { $0.item == "energy" })
    #expect(energy.quantity == 10 && energy.unitPrice == Decimal(string: "0.49"))

    let missing = await #expect(throws: CSMSError.self) { try await csms.cost(ofSession: 99) }
    #expect(missing?.status == 404)
  }

  @Test(
    "A webhook is made, tried, changed and deleted; what it did not take is listed and sent again")
  func webhooks() async throws {
    let server = try LocalServer()
    let csms = try client(server)
    let made = try await csms.createWebhook(
      Webhook.Draft(url: "https://127.0.0.1:9/hook", eventTypes: ["session_stopped"]))
    #expect(made.secret?.isEmpty == false && made.enabled)
    let trial = try await csms.testWebhook(made.id)
    #expect(!trial.delivered && trial.error != nil)
    _ = try await charge(csms, server)
    var seen: [Delivery] = []
    while seen.first?.attempts ?? 0 < 1 {
      seen = try await csms.deliveries(ofWebhook: made.id, status: "waiting").collected()
    }
    #expect(seen.map(\.type) == ["session_stopped"] && seen[0].error != nil)
    #expect(seen[0].data["energy_consumed_kwh"] == .number(10))
    #expect(try await csms.redeliver(seen[0].eventId, toWebhook: made.id) == 1)
    #expect(try await csms.redeliver(toWebhook: made.id) == 0)
    #expect(try await csms.webhook(made.id).waiting == 1)
    #expect(try await csms.webhooks().collected().map(\.id) == [made.id])

    var change = Webhook.Draft()
    change.enabled = false
    #expect(try await csms.updateWebhook(made.id, change).enabled == false)
    #expect(try await csms.renewSecret(ofWebhook: made.id).secret != made.secret)
    try await csms.deleteWebhook(made.id)
    #expect(try await csms.webhooks().collected().isEmpty)
  }

  @Test("Events are walked as they happen, and go on after the last one that was seen")
  func events() async throws {
    let server = try LocalServer()
    let csms = try client(server)
    let words = ["session_started", "session_stopped"]
    // The first question makes the server keep what happens.
    let page = server.http.get("/api/events?follow=false")
    #expect(page.status == 200)
    let session = try await charge(csms, server)
    var iterator = csms.events(words, after: "0", pauseMilliseconds: 10).makeAsyncIterator()
    let first = try await iterator.next()
    let started = try #require(first)
    #expect(started.type == "session_started" && started.transactionId == session.id)
    var rest = csms.events(words, after: started.id, pauseMilliseconds: 10).makeAsyncIterator()
    let stopped = try await rest.next()
    #expect(stopped?.type == "session_stopped" && stopped?.stationId == "CP1")
    #expect(stopped?.data["energy_consumed_kwh"] == .number(10))

    // Nothing more happens: who waits for it can be told to stop.
    let waiting = Task {
      try await csms.events(words, pauseMilliseconds: 60_000).first { _ in true }
    }
    waiting.cancel()
    let stop = await #expect(throws: CSMSError.self) { _ = try await waiting.value }
    guard case .cancelled = stop else {
      Issue.record("\(String(describing: stop))")
      return
    }
  }
}
