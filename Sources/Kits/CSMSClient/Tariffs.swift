public import Foundation

/// What charging costs. A change of its currency or definition makes a version; sessions keep theirs.
public struct Tariff: Codable, Sendable, Identifiable {
  public var id: String
  public var companyId: String
  public var name: String
  public var enabled: Bool?
  /// ISO 4217.
  public var currency: String
  public var definition: TariffDefinition
  /// Holds for the company's connectors with this group.
  public var connectorGroupId: String?
  public var version: Int?
  public var createdAt: Date
  public var updatedAt: Date?

  /// What is said of a new one, or changed; nil leaves it.
  public struct Draft: Encodable, Sendable {
    public var id: String?
    public var name: String?
    public var enabled: Bool?
    public var currency: String?
    public var definition: TariffDefinition?
    public var connectorGroupId: String?

    public init(
      id: String? = nil, name: String? = nil, currency: String? = nil,
      definition: TariffDefinition? = nil
    ) {
      self.id = id
      self.name = name
      self.currency = currency
      self.definition = definition
    }
  }
}

/// Prices in units of the currency. For each thing that is charged for, the first price counts that
/// holds at the moment and names it; what none names is free.
public struct TariffDefinition: Codable, Sendable, Equatable {
  public struct Price: Codable, Sendable, Equatable {
    /// "mon" to "sun"; nil for every day.
    public var days: [String]?
    /// By the site's clocks, "HH:MM"; nil for 00:00.
    public var from: String?
    /// "HH:MM", nil for 24:00; before `from` it is on the day after.
    public var until: String?
    public var perKwh: Decimal?
    public var perMinute: Decimal?
    /// After charging has ended and the grace is over.
    public var perIdleMinute: Decimal?
    /// Once, when energy was delivered.
    public var perStart: Decimal?

    public init(perKwh: Decimal? = nil, perMinute: Decimal? = nil) {
      self.perKwh = perKwh
      self.perMinute = perMinute
    }
  }

  public var prices: [Price]?
  public var idleGraceMinutes: Decimal?
  /// Owed when energy was delivered.
  public var minimum: Decimal?
  public var maximum: Decimal?
  /// 0.19 is 19 %; the site's when it is nil.
  public var taxRate: Decimal?
  /// Whether tax is in the prices, or comes on top of their sum; true when it is nil.
  public var pricesIncludeTax: Bool?

  public init(prices: [Price]) { self.prices = prices }
}

extension CSMSClient {
  public var tariffs: RecordCollection<Tariff, Tariff.Draft> {
    RecordCollection(client: self, path: "/db/tariffs", name: "tariffs")
  }

  public func tariffs(of company: String) -> RecordCollection<Tariff, Tariff.Draft> {
    RecordCollection(
      client: self, path: "/db/companies/\(Wire.encoded(company))/tariffs", name: "tariffs")
  }

  /// What a session costs and why, line by line; while it charges, what it costs until now.
  /// - Throws: a problem of 404 when the session is unknown or nothing says what it costs.
  public func cost(ofSession id: Int) async throws(CSMSError) -> SessionCost {
    try await send("GET", "/db/charge-sessions/\(id)/cost")
  }
}
