import OCPPJSON

/// What the ledger knows repeated facts by.
extension MemoryLedger {
  struct StartKey: Hashable {
    var station: Int
    var startedAt: Int64
    var connector: Int
    var meterStart: Int
    var idTag: Text
  }

  struct StopKey: Hashable {
    var station: Int
    var reported: Int
    var stoppedAt: Int64
    var meterStop: Int
  }

  /// Whose meter records: a transaction's, or a connector's outside any known one.
  enum Owner: Hashable {
    case transaction(Int)
    case series(station: Int, connector: Int, reported: Int?)
  }

  struct RecordKey: Hashable {
    var owner: Owner
    var record: [UInt8]
  }
}
