public import CSMSCore
public import OCPPJSON

/// A station on record. Whether it is connected is not a row's business.
public struct StationRow: Sendable, Equatable {
  public var identity: Text
  public var name: Text?
  /// A disabled station is not admitted.
  public var isEnabled: Bool
  public var hasCredential: Bool
  /// What it said when it booted last, or before that what an operator said it is, if anything.
  public var boot: StationBoot?
  public var lastBoot: DateTime?
  /// The word its last BootNotification was answered with.
  public var registration: Text?
  /// Behind by up to ten minutes.
  public var lastSeen: DateTime?
  public var createdAt: DateTime
}

/// The last status a connector reported.
public struct ConnectorRow: Sendable, Equatable {
  /// `timestamp` is when the station says this status began.
  public var status: ConnectorStatus
  /// When this status was first reported.
  public var receivedAt: DateTime
}

/// Where a transaction is in its life.
public enum TransactionStatus: Int64, Sendable, CaseIterable {
  case active = 0
  case completed = 1
  /// A stop for which the station had no such transaction, kept for an operator to look at.
  case unmatched = 2
  /// Closed without its stop, for a stated reason; the stop may still come. In the database it is a
  /// completed one that never stopped.
  case reconciled = 3

  /// The word of the HTTP interface.
  public var word: String {
    switch self {
    case .active: "active"
    case .completed: "completed"
    case .unmatched: "unmatched"
    case .reconciled: "reconciled"
    }
  }
}

/// A transaction, or a stop without one.
public struct TransactionRow: Sendable, Equatable {
  public var id: Int
  public var station: Text
  public var status: TransactionStatus
  /// Nil for an unmatched stop, like every other word of a start.
  public var connector: Int?
  public var idTag: Text?
  public var startedAt: DateTime?
  /// In Wh.
  public var meterStart: Int?
  /// The word of the authorization given with the start: "Accepted".
  public var authorization: Text?
  public var reservationId: Int?
  public var stoppedAt: DateTime?
  /// In Wh.
  public var meterStop: Int?
  /// Nil until stopped, and when the meter went backwards.
  public var energyWh: Int?
  /// The part of it that is proven (`EnergyAccount`); nil until closed, and for an unmatched stop.
  public var billableWh: Int?
  public var flags: TransactionFlags
  /// The group of its token when it started.
  public var group: Text?
  /// Why it was closed without its stop, even if that came later; and when.
  public var conclusion: Conclusion?
  public var reconciledAt: DateTime?
  /// The meter went backwards, so that the energy has to be settled by hand.
  public var meterDecreased: Bool
  public var reason: Text?
  public var stopIdTag: Text?
  /// What the station called an unmatched transaction.
  public var reportedId: Int?
  /// When the central system heard of it.
  public var createdAt: DateTime
  /// When the central system heard of its end.
  public var closedAt: DateTime?

  /// Whether its end is as somebody else told it, for as long as its own stop does not come.
  public var isTold: Bool {
    stoppedAt != nil && conclusion?.reason.isTold == true && !flags.contains(.lateStop)
  }

  /// The place after this row in a listing.
  public var cursor: TransactionCursor {
    TransactionCursor(time: startedAt ?? stoppedAt ?? createdAt, id: id)
  }
}

/// A place in the listing of transactions, newest first.
public struct TransactionCursor: Sendable, Equatable {
  public var time: DateTime
  public var id: Int

  public init(time: DateTime, id: Int) {
    self.time = time
    self.id = id
  }
}

/// Which transactions to list; nil lets all pass.
public struct TransactionFilter: Sendable {
  public var station: Text?
  public var status: TransactionStatus?
  /// Started (an unmatched one: stopped) at or after this.
  public var from: DateTime?
  /// Started (an unmatched one: stopped) before this.
  public var to: DateTime?
  /// The tag it was started with, whatever the case of its letters.
  public var token: Text?
  /// The company it was of when it began.
  public var company: Text?
  /// Has this flag.
  public var flag: TransactionFlags?

  public init(
    station: Text? = nil, status: TransactionStatus? = nil, from: DateTime? = nil,
    to: DateTime? = nil, token: Text? = nil, flag: TransactionFlags? = nil
  ) {
    self.station = station
    self.status = status
    self.from = from
    self.to = to
    self.token = token
    self.flag = flag
  }
}

/// The meter values of a transaction, at a glance.
public struct MeterSpan: Sendable, Equatable {
  public var count = 0
  public var first: DateTime?
  public var last: DateTime?

  public init() {}
}

/// Meter values of a connector outside any known transaction.
public struct MeterSeriesRow: Sendable, Equatable {
  public var id: Int
  public var connector: Int
  /// The transaction id the station gave, if it gave one.
  public var reportedId: Int?
}

/// A report that was kept and changed nothing.
public struct NoticeRow: Sendable, Equatable {
  public var id: Int
  public var notice: StationNotice
  public var receivedAt: DateTime
}

/// How much the store holds.
public struct StoreCounts: Sendable, Equatable {
  public var stations: Int
  public var activeTransactions: Int
  public var completedTransactions: Int
  public var unmatchedTransactions: Int
  /// Closed without their stop.
  public var reconciledTransactions = 0
}

/// What admission needs to know of a station.
public struct StationAdmission: Sendable, Equatable {
  public var identity: Text
  public var isEnabled: Bool
  public var credential: StationCredential?
}

/// A password that was hashed elsewhere.
public struct StationCredential: Sendable, Equatable {
  public var salt: [UInt8]
  /// HMAC-SHA-256 of the password under the salt.
  public var digest: [UInt8]

  public init(salt: [UInt8], digest: [UInt8]) {
    self.salt = salt
    self.digest = digest
  }
}

/// An identification token that may charge, or may not.
public struct TokenRow: Sendable, Equatable {
  /// As it was entered; two that differ in the case of ASCII letters are the same token.
  public var idTag: Text
  /// The word of the specification: "Accepted", "Blocked".
  public var status: Text
  public var expiry: DateTime?
  /// The group it belongs to (`parentIdTag`).
  public var parent: Text?
  /// How many transactions it, or the tokens of the group it is, may have at a time.
  public var maximumTransactions: Int?

  public init(
    idTag: Text, status: Text, expiry: DateTime? = nil, parent: Text? = nil,
    maximumTransactions: Int? = nil
  ) {
    self.idTag = idTag
    self.status = status
    self.expiry = expiry
    self.parent = parent
    self.maximumTransactions = maximumTransactions
  }
}

/// A key of the HTTP interface.
public struct APIKeyRow: Sendable, Equatable {
  public var name: Text
  /// SHA-256 of the key; the key itself is never stored.
  public var digest: [UInt8]
  /// The word of the role: "operator".
  public var role: Text
  /// The only company this key opens anything of; nil for all.
  public var company: Text?
  public var createdAt: DateTime
  public var lastUsed: DateTime?

  public init(
    name: Text, digest: [UInt8], role: Text = "admin", company: Text? = nil, createdAt: DateTime,
    lastUsed: DateTime? = nil
  ) {
    self.name = name
    self.digest = digest
    self.role = role
    self.company = company
    self.createdAt = createdAt
    self.lastUsed = lastUsed
  }
}
