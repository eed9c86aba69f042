public import OCPPJSON
internal import Synchronization

/// Somebody who sees frames as they come. One who is slow misses some and is told how many.
public final class FrameFollower: Sendable {
  /// What a follower gets at a time.
  public struct Delivery: Sendable {
    /// Frames that were passed over before these.
    public var missed: Int
    public var entries: [FrameEntry]
  }

  private struct Progress {
    var underWay = 0
    var missed = 0
  }

  let company: Text?
  private let query: FrameQuery
  private let station: [UInt8]?
  private let progress = Mutex(Progress())
  private let deliver: @Sendable (Delivery) -> Void

  /// - Parameters:
  ///   - query: station, action, kind and level count; the verdict of a call is not known yet, so
  ///     that a level lets through what was important at once.
  ///   - company: whose it is; nil for the server's own people.
  ///   - deliver: called on a queue of the journal; each delivery is to be confirmed by `done`.
  public init(
    _ query: FrameQuery, of company: Text? = nil, deliver: @escaping @Sendable (Delivery) -> Void
  ) {
    self.query = query
    self.company = company
    station = query.station?.bytes
    self.deliver = deliver
  }

  /// A delivery has been dealt with; `missed` of its frames could not be passed on.
  public func done(missed: Int = 0) {
    progress.withLock {
      $0.underWay -= 1
      $0.missed += missed
    }
  }

  func offer(_ batch: FrameBatch, at place: FramePosition) {
    var entries: [FrameEntry] = []
    var position = place
    for record in FrameRecords(batch.content) {
      defer { position.index += 1 }
      if let station, !record.station.elementsEqual(station) { continue }
      if let sees = query.sees, !sees(Text(utf8: [UInt8](record.station)), record.note.time) {
        continue
      }
      if let action = query.action, record.note.action != action { continue }
      let entry = FrameEntry(record, at: position)
      if let kind = query.kind, entry.glance.kind != kind { continue }
      if let level = query.level, entry.level != level { continue }
      entries.append(entry)
    }
    if entries.isEmpty { return }
    let found = entries
    let missed: Int? = progress.withLock { progress in
      if progress.underWay >= FrameLimits.followerBatches {
        progress.missed += found.count
        return nil
      }
      progress.underWay += 1
      defer { progress.missed = 0 }
      return progress.missed
    }
    if let missed { deliver(Delivery(missed: missed, entries: found)) }
  }
}
