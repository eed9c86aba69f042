import CSMSClient
import Foundation

/// Puts the sample world on a server, over its HTTP interface: whatever checks a person's data checks
/// this, and a running server knows of it at once. What is there stays as it is.
struct DemoDataMaker: Sendable {
  /// How many of a kind there are now, and how many of them are new.
  struct Count: Equatable, Sendable {
    var made = 0
    var found = 0

    mutating func add(isNew: Bool) { if isNew { made += 1 } else { found += 1 } }
  }

  let csms: CSMSClient
  private(set) var counts: [(kind: String, count: Count)] = []

  init(_ csms: CSMSClient) { self.csms = csms }

  private mutating func note(_ kind: String, isNew: Bool) {
    if let index = counts.firstIndex(where: { $0.kind == kind }) {
      counts[index].count.add(isNew: isNew)
    } else {
      var count = Count()
      count.add(isNew: isNew)
      counts.append((kind, count))
    }
  }

  mutating func make(now: Date) async throws(CSMSError) {
    for company in DemoData.companies { try await make(company) }
    for session in DemoData.sessions { try await make(session, now) }
  }

  /// Makes it unless somebody has; true when it is new.
  private func unlessThere<Row, Draft>(
    _ records: RecordCollection<Row, Draft>, _ id: String, _ draft: Draft
  ) async throws(CSMSError) -> Bool {
    if try await records.find(id) != nil { return false }
    do throws(CSMSError) {
      try await records.create(draft)
      return true
    } catch {
      // Somebody was quicker.
      if error.status == 409 { return false }
      throw error
    }
  }

  // MARK: Records

  private mutating func make(_ company: DemoData.Company) async throws(CSMSError) {
    var draft = Company.Draft(id: company.id, name: company.name)
    draft.brandColour = company.colour
    note("companies", isNew: try await unlessThere(csms.companies, company.id, draft))
    for site in company.sites { try await make(site, company.id) }
    for driver in company.drivers {
      var draft = Driver.Draft(id: driver.id, fullName: driver.name)
      draft.email = "\(driver.id.lowercased())@example.com"
      let drivers = csms.drivers(of: company.id)
      note("drivers", isNew: try await unlessThere(drivers, driver.id, draft))
      for card in driver.cards {
        let draft = RFIDCard.Draft(id: card, nameOn: driver.name)
        let cards = csms.cards(of: company.id, driver: driver.id)
        note("RFID cards", isNew: try await unlessThere(cards, card, draft))
      }
    }
  }

  private mutating func make(
    _ site: DemoData.Site, _ company: String
  ) async throws(CSMSError) {
    var draft = Site.Draft(id: site.id, name: site.name)
    draft.address = site.address
    draft.city = site.city
    draft.zipCode = site.zip
    draft.country = site.city == "Innsbruck" ? "AT" : "DE"
    draft.timeZone = site.city == "Innsbruck" ? "Europe/Vienna" : "Europe/Berlin"
    draft.taxRate = Decimal(string: site.city == "Innsbruck" ? "0.2" : "0.19")
    draft.geo = GeoPoint(lat: site.latitude, lon: site.longitude)
    note("sites", isNew: try await unlessThere(csms.sites(of: company), site.id, draft))
    for charger in site.chargers {
      var draft = Charger.Draft(id: charger.id, name: charger.name)
      draft.brand = "Demo"
      draft.model = charger.type == "DC" ? "Sprint 150" : "Post 22"
      draft.type = charger.type
      draft.accessType = "public"
      draft.active24x7 = true
      let isNew = try await unlessThere(
        csms.chargers(of: company, site: site.id), charger.id, draft)
      note("chargers", isNew: isNew)
      try await make(connectorsOf: charger, isNew: isNew)
    }
  }

  private mutating func make(
    connectorsOf charger: DemoData.Charger, isNew: Bool
  ) async throws(CSMSError) {
    for (index, power) in charger.powers.enumerated() {
      let draft = Connector.Draft(
        id: index + 1, type: charger.type == "DC" ? "CCS2" : "Type2", ratedPowerKw: Decimal(power))
      note(
        "connectors",
        isNew: try await unlessThere(csms.connectors(of: charger.id), "\(index + 1)", draft))
      // A station that speaks for itself is not spoken for.
      if !isNew { continue }
      let status = BridgedStatus(
        chargerId: charger.id, connectorId: index + 1, status: charger.states[index])
      let _: JSON = try await csms.send("POST", "/db/ocpp/connector/status", body: status)
    }
  }

  // MARK: Sessions

  /// Begins, measures and ends a session as a bridge does, in the past.
  private mutating func make(
    _ session: DemoData.Session, _ now: Date
  ) async throws(CSMSError) {
    let midnight = (now.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400
    let start = Date(
      timeIntervalSince1970: midnight - Double(session.daysAgo) * 86_400
        + Double(session.from) * 60)
    var message = BridgedMessage(
      chargerId: session.charger, connectorId: 1, transactionId: session.number)
    message.idTag = session.card
    message.meterStart = session.meter.lowerBound
    message.timestamp = start
    let begun: BridgedAnswer = try await csms.send(
      "POST", "/db/ocpp/session/start", body: message, isRepeatable: true)
    let shown = try await csms.chargeSessions.get("\(begun.transactionId)")
    if shown.end != nil { return note("charge sessions", isNew: false) }

    message.idTag = nil
    message.meterStart = nil
    for quarter in 1...3 {
      message.timestamp = start.addingTimeInterval(Double(session.minutes * quarter) * 15)
      message.meterValue = session.meter.lowerBound + session.meter.count * quarter / 4
      message.powerW = session.meter.count * 60 / session.minutes
      let _: JSON = try await csms.send("POST", "/db/ocpp/meter-values", body: message)
    }
    message.powerW = nil
    message.timestamp = start.addingTimeInterval(Double(session.minutes) * 60)
    message.meterValue = session.meter.upperBound
    message.reason = session.reason
    let _: JSON = try await csms.send(
      "POST", "/db/ocpp/session/end", body: message, isRepeatable: true)
    note("charge sessions", isNew: true)
  }

  private struct BridgedStatus: Encodable {
    var chargerId: String
    var connectorId: Int
    var status: String
  }

  private struct BridgedMessage: Encodable {
    var chargerId: String
    var connectorId: Int
    var transactionId: Int
    var idTag: String?
    var meterStart: Int?
    var meterValue: Int?
    var powerW: Int?
    var reason: String?
    var timestamp: Date?
  }

  private struct BridgedAnswer: Decodable {
    var transactionId: Int
  }
}
