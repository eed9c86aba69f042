public import OCPPJSON

/// A fact on its way to the store, with who reported it and when it arrived.
public struct FactEntry: Sendable {
  /// The station's identity, as in the address it connects to.
  public var station: Text
  public var receivedAt: DateTime
  /// The sender's own number for it; it comes back with the receipt.
  public var ticket: UInt64
  public var fact: Fact
  /// Whether its station was on record before it said this. If it is not any more it was deleted, and
  /// the fact is refused (`failed`) instead of making its record anew.
  public var isOnRecord = false

  public init(station: Text, receivedAt: DateTime, ticket: UInt64, fact: Fact) {
    self.station = station
    self.receivedAt = receivedAt
    self.ticket = ticket
    self.fact = fact
  }
}

/// The store's answer to one entry.
public struct FactReceipt: Sendable, Equatable {
  public var ticket: UInt64
  public var receipt: Receipt

  public init(ticket: UInt64, receipt: Receipt) {
    self.ticket = ticket
    self.receipt = receipt
  }
}

/// The port behind which facts become durable.
///
/// Entries are kept in the order they are recorded; entries of one station therefore never overtake
/// each other. Each batch gets exactly one call of `deliver`, from any thread, with one receipt per
/// entry in the same order, once all of them are on disk (or have failed).
public protocol FactLedger: AnyObject, Sendable {
  func record(_ batch: [FactEntry], deliver: @escaping @Sendable ([FactReceipt]) -> Void)
}
