internal import Foundation
internal import OCPPJSON

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Adds blocks to the newest file, begins new ones, deletes old ones. Used on one queue.
final class FrameWriter {
  private let folder: String
  private let retention: FrameRetention
  private let harmless: UInt64
  private let onError: @Sendable (FrameJournalError) -> Void
  private var descriptor: Int32 = -1
  private var nextNumber = 1
  private var isFailing = false
  /// Where blocks are packed.
  private let packed = UnsafeMutableRawPointer.allocate(
    byteCount: FramePacking.room(for: FrameBatch.capacity), alignment: 16)
  /// Oldest first.
  private(set) var segments: [FrameSegment] = []

  init(
    folder: String, retention: FrameRetention, harmless: UInt64,
    onError: @escaping @Sendable (FrameJournalError) -> Void
  ) {
    self.folder = folder
    self.retention = retention
    self.harmless = harmless
    self.onError = onError
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    packed.deallocate()
  }

  var total: Int { segments.reduce(0) { $0 + $1.bytes } }

  /// Finds the files that are there. New frames go to a new one: the end of the last may be torn.
  func open() throws(FrameJournalError) -> [FrameSegment] {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw FrameJournalError(folder, errno)
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for number in names.compactMap({ FrameSegment.number(of: $0) }).sorted() {
      nextNumber = number + 1
      var segment = FrameSegment(number: number, path: FrameSegment.path(folder, number))
      guard let file = FrameFile(segment) else { continue }
      for (_, block) in file.blocks(upTo: file.size) { segment.grow(block) }
      if segment.bytes == 0 { unlink(segment.path) } else { segments.append(segment) }
    }
    return segments
  }

  /// Writes a batch as a block; returns its place, or nil when the disk refuses it.
  func write(_ batch: FrameBatch) -> FramePosition? {
    hideSecrets(batch)
    var block = FrameBlock(of: batch.content)
    let content = pack(batch.content, &block)
    do throws(FrameJournalError) {
      if descriptor < 0 || segments[segments.count - 1].bytes >= FrameLimits.segmentBytes {
        try beginSegment(now: block.last)
      }
      let place = segments[segments.count - 1].bytes
      try append(block.bytes, content)
      segments[segments.count - 1].grow(block)
      isFailing = false
      return FramePosition(segment: nextNumber - 1, offset: place, index: 0)
    } catch {
      if !isFailing { onError(error) }
      isFailing = true
      return nil
    }
  }

  /// What goes into the file: packed, unless that would be longer.
  private func pack(
    _ content: UnsafeRawBufferPointer, _ block: inout FrameBlock
  ) -> UnsafeRawBufferPointer {
    let count = FramePacking.pack(content, to: packed)
    guard count < content.count else { return content }
    block.packed = count
    return UnsafeRawBufferPointer(start: packed, count: count)
  }

  private func hideSecrets(_ batch: FrameBatch) {
    var offset = 0
    for record in FrameRecords(batch.content) {
      let start = offset + record.length - record.frame.count
      offset += record.length
      if isHarmless(record.note) { continue }
      FrameSecrets.hide(
        in: UnsafeMutableRawBufferPointer(start: batch.bytes + start, count: record.frame.count))
    }
  }

  /// A valid frame of an action whose members are all harmless.
  private func isHarmless(_ note: FrameNote) -> Bool {
    guard let action = note.action, action < 64, note.quirks == 0 else { return false }
    switch note.verdict {
    case .open, .accepted: return harmless & 1 << UInt64(action) != 0
    case .refused, .timedOut, .late, .ignored, .invalid, .disconnected: return false
    }
  }

  private func beginSegment(now: Int64) throws(FrameJournalError) {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    expire(now: now)
    let segment = FrameSegment(number: nextNumber, path: FrameSegment.path(folder, nextNumber))
    let opened = openFile(segment.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if opened < 0 { throw FrameJournalError(segment.path, errno) }
    descriptor = opened
    nextNumber += 1
    segments.append(segment)
  }

  private func append(
    _ head: [UInt8], _ content: UnsafeRawBufferPointer
  ) throws(FrameJournalError) {
    let whole = head.count + content.count
    let written = head.withUnsafeBytes { head in
      var pieces = [
        iovec(iov_base: UnsafeMutableRawPointer(mutating: head.baseAddress), iov_len: head.count),
        iovec(
          iov_base: UnsafeMutableRawPointer(mutating: content.baseAddress), iov_len: content.count),
      ]
      return writev(descriptor, &pieces, 2)
    }
    if written == whole { return }
    let code = written < 0 ? errno : ENOSPC
    // What came of it is cut off, so that the file stays readable; if it cannot be, a new one begins.
    if ftruncate(descriptor, off_t(segments[segments.count - 1].bytes)) != 0
      || lseek(descriptor, 0, SEEK_END) < 0
    {
      close(descriptor)
      descriptor = -1
    }
    throw FrameJournalError(segments[segments.count - 1].path, code)
  }

  /// Deletes files that are too old, and the oldest while there is too much. The one that is written
  /// to stays.
  func expire(now: Int64) {
    let oldest = now - Int64(retention.days) * 86_400_000
    let open = descriptor >= 0 ? 1 : 0
    while segments.count > open, let first = segments.first,
      first.last < oldest || total + FrameLimits.segmentBytes > retention.bytes
    {
      unlink(first.path)
      segments.removeFirst()
    }
  }
}

/// `open`, which inside the writer means something else.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}
