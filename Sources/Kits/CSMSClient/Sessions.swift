public import Foundation

/// A word of a set that may grow: what a newer server says survives.
public protocol OpenWord: RawRepresentable, Codable, Sendable, Hashable,
  ExpressibleByStringLiteral, CustomStringConvertible
where RawValue == String, StringLiteralType == String {
  init(rawValue: String)
}

extension OpenWord {
  public init(stringLiteral word: String) { self.init(rawValue: word) }
  public var description: String { rawValue }
}

/// What a charger is as a whole.
public struct ChargerStatus: OpenWord {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static let available: Self = "available"
  public static let occupied: Self = "occupied"
  public static let unavailable: Self = "unavailable"
  public static let faulted: Self = "faulted"
  public static let unknown: Self = "unknown"
}

/// How far a session is.
public struct SessionStatus: OpenWord {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Ordered; the station has not begun.
  public static let pending: Self = "pending"
  public static let started: Self = "started"
  public static let charging: Self = "charging"
  public static let suspended: Self = "suspended"
  public static let stopping: Self = "stopping"
  /// Over, its payment is not.
  public static let stopped: Self = "stopped"
  public static let completed: Self = "completed"
  /// It never began; its reason says why.
  public static let failed: Self = "failed"

  /// Whether nothing more will come of it by itself.
  public var isOver: Bool { [.stopped, .completed, .failed].contains(self) }
}

/// How far a payment is.
public struct PaymentStatus: OpenWord {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static let pending: Self = "pending"
  public static let authorized: Self = "authorized"
  public static let completed: Self = "completed"
  public static let failed: Self = "failed"
  public static let refunded: Self = "refunded"
}

/// A charge session as a company's records have it.
public struct ChargeSession: Codable, Sendable, Identifiable {
  public var id: Int
  public var transactionId: Int?
  public var companyId: String?
  public var siteId: String?
  public var chargerId: String?
  public var connectorId: Int?
  public var driverId: String?
  public var cardId: String?
  public var start: Date?
  public var end: Date?
  public var durationSeconds: Int?
  public var reason: String?
  public var status: SessionStatus?
  /// In Wh.
  public var meterStart: Int?
  /// In Wh.
  public var meterStop: Int?
  public var energyWh: Int?
  public var energyKwh: Decimal?
  public var userId: String?
  public var ownerId: String?
  public var ownerName: String?
  public var pricingPlanId: String?
  /// In minor units.
  public var cost: Int?
  /// ISO 4217.
  public var currency: String?
  /// In minor units.
  public var discount: Int?
  public var paymentId: String?
  public var paymentMethod: String?
  /// In minor units.
  public var paymentAmount: Int?
  public var paymentStatus: PaymentStatus?
  public var createdAt: Date
  public var updatedAt: Date?

  /// What is changed of one; nil leaves it.
  public struct Draft: Encodable, Sendable {
    public var driverId: String?
    public var pricingPlanId: String?
    public var cost: Int?
    public var currency: String?
    public var discount: Int?

    public init() {}
  }
}

/// Something that happened in a session.
public struct SessionEvent: Codable, Sendable, Identifiable {
  public var id: String
  public var sessionId: Int
  public var dateTime: Date
  /// Started, Updated and Ended are the ledger's own.
  public var type: String
  public var triggerReason: String?
  public var origin: String?
  public var data: [String: JSON]?
  /// In degrees Celsius.
  public var temperature: Decimal?
  /// In amperes.
  public var current: Decimal?
  /// In volts.
  public var voltage: Decimal?
  /// The register, in Wh.
  public var meterValue: Int?
  public var createdAt: Date
  public var updatedAt: Date

  /// What is noted, or changed; nil leaves it.
  public struct Draft: Encodable, Sendable {
    public var sessionId: Int?
    public var type: String?
    public var dateTime: Date?
    public var triggerReason: String?
    public var origin: String?
    public var data: [String: JSON]?
    public var temperature: Decimal?
    public var current: Decimal?
    public var voltage: Decimal?
    public var meterValue: Int?

    public init(sessionId: Int? = nil, type: String? = nil) {
      self.sessionId = sessionId
      self.type = type
    }
  }
}

/// A transaction as the ledger has it.
public struct Transaction: Codable, Sendable, Identifiable {
  public var id: Int
  public var stationId: String
  public var connectorId: Int?
  public var idTag: String?
  public var status: String
  public var authorization: String?
  public var startTimestamp: Date?
  public var stopTimestamp: Date?
  /// In Wh.
  public var meterStart: Int?
  /// In Wh.
  public var meterStop: Int?
  /// What the register says.
  public var energyWh: Int?
  /// The part of it that is proven.
  public var billableEnergyWh: Int?
  /// What is remarkable about it.
  public var flags: [String]
  public var reason: String?
  public var durationSeconds: Int?
  public var createdAt: Date
}
