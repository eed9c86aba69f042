public import OCPPJSON

/// One loop's end of the journal: it copies frames into memory and hands them over when there are
/// many. It never waits: what the journal cannot take is dropped and counted.
///
/// `@unchecked Sendable`: used on its loop's thread only.
public final class FrameRecorder: @unchecked Sendable {
  private let journal: FrameJournal
  private var batch: FrameBatch

  public init(_ journal: FrameJournal) {
    self.journal = journal
    batch = journal.emptyBatch()
  }

  /// Writes a frame down.
  public func add(_ note: FrameNote, of station: Text, _ frame: UnsafeBufferPointer<UInt8>) {
    station.withUTF8 { batch.add(note, $0, frame) }
    if batch.isFull { handOver() }
  }

  /// Writes down something that happened to a connection, as a JSON object.
  public func add(_ note: FrameNote, of station: Text, event: String) {
    var event = event
    event.withUTF8 { add(note, of: station, $0) }
  }

  /// To be called at the end of each turn of the loop: who follows the journal sees the frames now.
  public func turnEnded() {
    if batch.count > 0 && journal.isFollowed { handOver() }
  }

  /// Hands over what is here.
  public func handOver() {
    guard batch.count > 0 else { return }
    let full = batch
    batch = journal.emptyBatch()
    journal.take(full)
  }
}
