internal import CSMSCore
internal import OCPPJSON

/// The numbers given out so far and the totals, each written in the commit that changed it.
struct Counters {
  /// The highest transaction id ever given.
  var transactions: Int64 = 0
  /// The highest row of the log that was ever cut off.
  var meterLog: Int64 = 0
  var meterSeries: Int64 = 0
  /// The highest event id ever given.
  var events: Int64 = 0
  /// Rows by status: listings and statistics never count them.
  private(set) var active: Int64 = 0
  private(set) var completed: Int64 = 0
  private(set) var unmatched: Int64 = 0
  private(set) var reconciled: Int64 = 0
  private var written: [Int64] = []

  init() {}

  init(_ database: Database) throws(StoreError) {
    let query = try database.statement("SELECT value FROM counters WHERE name = ?")
    func value(_ name: Text) throws(StoreError) -> Int64 {
      defer { query.reset() }
      return try query.bind(name).step() ? query.int64(0) : 0
    }
    transactions = try value("transactions")
    meterLog = try value("meter_log")
    meterSeries = try value("meter_series")
    events = try value("events")
    active = try value("transactions_active")
    completed = try value("transactions_completed")
    unmatched = try value("transactions_unmatched")
    reconciled = try value("transactions_reconciled")
    written = named.map(\.value)
  }

  private var named: [(name: Text, value: Int64)] {
    [
      ("transactions", transactions), ("meter_log", meterLog), ("meter_series", meterSeries),
      ("events", events),
      ("transactions_active", active), ("transactions_completed", completed),
      ("transactions_unmatched", unmatched), ("transactions_reconciled", reconciled),
    ]
  }

  /// A row got this status; it had the other one, or is new.
  mutating func moved(from old: TransactionStatus?, to new: TransactionStatus) {
    if let old { add(-1, old) }
    add(1, new)
  }

  private mutating func add(_ change: Int64, _ status: TransactionStatus) {
    switch status {
    case .active: active += change
    case .completed: completed += change
    case .unmatched: unmatched += change
    case .reconciled: reconciled += change
    }
  }

  mutating func write(to database: Database) throws(StoreError) {
    let current = named
    for (index, counter) in current.enumerated() where counter.value != written[index] {
      try database.statement("UPDATE counters SET value = ? WHERE name = ?")
        .bind(counter.value).bind(counter.name).run()
    }
    written = current.map(\.value)
  }
}
