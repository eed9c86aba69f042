public import CSMSCore
public import OCPPJSON

/// A setting of a station as it was read last.
public struct SettingRow: Sendable, Equatable {
  public var entry: ConfigurationEntry
  public var readAt: DateTime
}

/// What a setting shall be.
public struct WantedSettingRow: Sendable, Equatable {
  public var key: Text
  public var value: Text
  /// The station's word to the last attempt.
  public var result: Text?
  public var triedAt: DateTime?
}

/// What a connector (0: the station) was told last about its availability.
public struct AvailabilityRow: Sendable, Equatable {
  public var connector: Int
  public var isOperative: Bool
  /// The station's word: "Scheduled" as long as a transaction is in the way.
  public var result: Text
  public var changedAt: DateTime
}

/// A reservation that a station accepted.
public struct ReservationRow: Sendable, Equatable {
  public enum Status: Int64, Sendable {
    /// Until its expiry.
    case active = 0
    case cancelled = 1
    /// A transaction began with it.
    case used = 2
  }

  public var id: Int
  public var connector: Int
  public var idTag: Text
  public var parent: Text?
  public var expiry: DateTime
  public var status: Status
  public var transaction: Int?
  public var createdAt: DateTime
  public var endedAt: DateTime?
}

/// The local list a station acknowledged last, and what became of the last attempt.
public struct LocalListRow: Sendable, Equatable {
  public var list: LocalListStep.Kept
  public var entryCount: Int
  /// The station's word, or why nothing was sent.
  public var result: Text
  public var sentAt: DateTime

  public init(list: LocalListStep.Kept, entryCount: Int, result: Text, sentAt: DateTime) {
    self.list = list
    self.entryCount = entryCount
    self.result = result
    self.sentAt = sentAt
  }
}
