public import CSMSCore
public import OCPPJSON

/// Where events are sent.
public struct WebhookRow: Sendable, Equatable {
  /// Never given twice.
  public var number: Int64 = 0
  public var id: Text
  /// Whose events; nil for everybody's.
  public var company: Text?
  public var url: Text
  public var description: Text?
  public var types: EventTypes
  public var isEnabled: Bool
  /// What deliveries are signed with, sealed.
  public var sealedSecret: [UInt8]
  /// Parked deliveries that had to make room for newer ones.
  public var dropped = 0
  public var createdAt: DateTime
  public var updatedAt: DateTime

  public init(
    id: Text, company: Text?, url: Text, description: Text?, types: EventTypes, isEnabled: Bool,
    sealedSecret: [UInt8], at now: DateTime
  ) {
    self.id = id
    self.company = company
    self.url = url
    self.description = description
    self.types = types
    self.isEnabled = isEnabled
    self.sealedSecret = sealedSecret
    createdAt = now
    updatedAt = now
  }
}

/// Where a delivery stands.
public enum DeliveryStatus: Int64, Sendable, CaseIterable {
  /// It was not taken yet. Leaves for delivered, or for parked when its time is over.
  case waiting = 0
  /// The receiver answered 2xx. Leaves for waiting when somebody wants it sent again.
  case delivered = 1
  /// Given up. Leaves for waiting when somebody wants it sent again.
  case parked = 2

  public var word: String {
    switch self {
    case .waiting: "waiting"
    case .delivered: "delivered"
    case .parked: "parked"
    }
  }
}

/// One event on its way to one webhook.
public struct DeliveryRow: Sendable, Equatable {
  public var event: StationEvent
  public var status: DeliveryStatus
  public var attempts: Int
  /// Of one that waits: not before this.
  public var nextAt: DateTime
  /// Until when it is retried.
  public var retryUntil: DateTime
  /// The last attempt.
  public var lastAt: DateTime?
  /// The receiver's HTTP status, if it answered.
  public var response: Int?
  /// Why it was not taken.
  public var failure: Text?

  /// As the machine wants it.
  public var item: DeliveryItem {
    DeliveryItem(
      event: event.id, lane: event.lane, attempts: attempts, nextAt: nextAt, until: retryUntil)
  }
}

/// What is to be written down of a delivery.
public struct DeliveryNote: Sendable {
  public var webhook: Int64
  public var event: Int64
  public var lane: Int64
  public var ruling: DeliveryRuling
  /// Whether it was sent; one that is parked for its age alone was not.
  public var isAttempt: Bool
  public var at: DateTime
  public var response: Int?
  public var failure: Text?

  public init(
    webhook: Int64, event: Int64, lane: Int64, ruling: DeliveryRuling, isAttempt: Bool,
    at: DateTime, response: Int?, failure: Text?
  ) {
    self.webhook = webhook
    self.event = event
    self.lane = lane
    self.ruling = ruling
    self.isAttempt = isAttempt
    self.at = at
    self.response = response
    self.failure = failure
  }
}

/// How many deliveries of a webhook, or of all, wait and are parked.
public struct DeliveryCounts: Sendable, Equatable {
  public var waiting = 0
  public var parked = 0

  public init(waiting: Int = 0, parked: Int = 0) {
    self.waiting = waiting
    self.parked = parked
  }
}

/// A part of the events, in their order.
public struct EventPage: Sendable {
  public var events: [StationEvent] = []
  /// Up to here everything that matches is in the page.
  public var through: Int64
  /// Events up to this id may be missing: they went, or nobody listened when they happened.
  public var floor: Int64
  /// The newest event there is, of anybody's.
  public var newest: Int64
}
