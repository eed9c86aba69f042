public import Foundation

/// What a session costs, and why. Amounts are in minor units of the currency; those whose names end in
/// `Decimal` are the same as text, in units.
public struct SessionCost: Codable, Sendable {
  public struct TariffVersion: Codable, Sendable {
    public var id: String
    public var version: Int
    public var name: String
  }

  public struct Line: Codable, Sendable {
    /// "energy", "time", "idle", "start", "minimum", "maximum" or "kept".
    public var item: String
    /// A sentence for people.
    public var description: String
    /// In `unit`: "kWh", "s" or "1".
    public var quantity: Decimal
    public var unit: String
    /// In units of the currency, per `priceUnit`; nil for minimum, maximum and kept.
    public var unitPrice: Decimal?
    public var priceUnit: String?
    /// Which of the tariff's prices; nil where none counts.
    public var priceIndex: Int?
    public var days: [String]?
    public var from: String?
    public var until: String?
    /// Rounded half up.
    public var amount: Int
    public var amountDecimal: String
  }

  public var sessionId: Int
  /// False while it charges.
  public var isFinal: Bool
  /// As it was when the session began.
  public var tariff: TariffVersion
  /// ISO 4217.
  public var currency: String
  /// Whose clocks counted.
  public var timeZone: String
  public var start: Date
  /// The end, or now.
  public var end: Date
  /// From when on nothing flowed any more, until the end.
  public var idleSince: Date?
  /// Billable.
  public var energyWh: Int
  public var energyKwh: Decimal
  /// False when the dates cannot be believed: then all energy has the price of the moment in which the
  /// start was heard of.
  public var isTimeCharged: Bool
  /// What somebody should look at first.
  public var flags: [String]
  public var lines: [Line]
  /// The sum of the lines.
  public var subtotal: Int
  public var subtotalDecimal: String
  public var taxRate: Decimal
  public var pricesIncludeTax: Bool
  /// The part of the cost that is tax.
  public var tax: Int
  public var taxDecimal: String
  /// Tax included.
  public var cost: Int
  public var costDecimal: String
  public var discount: Int
  /// The cost without the discount, never below zero.
  public var payable: Int
  public var payableDecimal: String
  /// The part of that which is tax.
  public var payableTax: Int
}
