import Gateway
import Network
import OCPPJSON
import ServerLog
import Store

/// For how long meter values outside transactions are kept.
public struct MeterLimits: Sendable, Equatable {
  /// Nil for any time.
  public var days: Int?
  public var bytes: Int

  public init(days: Int? = 90, bytes: Int = 1 << 30) {
    self.days = days
    self.bytes = bytes
  }
}

/// Forgets meter values outside transactions that are too old, or too many: those of transactions are
/// evidence, these are only a load curve.
final class MeterRetention: Sendable {
  /// How often it looks, in milliseconds.
  static let interval: UInt64 = 600_000
  /// Chunks of one commit.
  static let batch = 500

  private let store: SQLiteStore
  private let limits: MeterLimits
  private let log: ServerLog
  private let loop: EventLoop

  init(_ store: SQLiteStore, _ limits: MeterLimits, _ log: ServerLog, _ loop: EventLoop) {
    self.store = store
    self.limits = limits
    self.log = log
    self.loop = loop
  }

  /// Looks once, batch after batch, with room for others in between.
  func sweep(now: DateTime) {
    let before = limits.days.map {
      DateTime(milliseconds: now.milliseconds - Int64($0) * 86_400_000)
    }
    let bytes = limits.bytes
    store.write { (editor) throws(StoreError) in
      try editor.trimMeterValues(before: before, beyond: bytes, batch: Self.batch)
    } completion: { [self] result in
      switch result {
      case .failure(let error):
        if error.code != .closed { log.error("store: \(error)") }
      case .success(let count):
        if count > 0 { log.info("\(count) chunks of old meter values are forgotten") }
        if count == Self.batch { loop.execute { self.sweep(now: now) } }
      }
    }
  }
}
