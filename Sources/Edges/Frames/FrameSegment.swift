#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the file system refused, and to which file.
public struct FrameJournalError: Error, Sendable, Equatable, CustomStringConvertible {
  public var path: String
  public var message: String

  init(_ path: String, _ code: Int32) {
    self.path = path
    message = String(cString: strerror(code))
  }

  public var description: String { "\(path): \(message)" }
}

/// A file of the journal, which is read and never changed, except that the newest one grows.
struct FrameSegment: Sendable, Equatable {
  let number: Int
  let path: String
  /// What is whole of it.
  var bytes = 0
  /// Milliseconds since 1970, over all records.
  var first = Int64.max
  var last = Int64.min

  static func path(_ folder: String, _ number: Int) -> String {
    let digits = String(number)
    return
      "\(folder)/frames-\(String(repeating: "0", count: max(0, 8 - digits.count)))\(digits).log"
  }

  /// The number in a file's name, if it is one of ours.
  static func number(of name: String) -> Int? {
    guard name.hasPrefix("frames-"), name.hasSuffix(".log") else { return nil }
    guard let number = Int(name.dropFirst(7).dropLast(4)), FramePosition.bounds.contains(number)
    else { return nil }
    return number
  }

  mutating func grow(_ block: FrameBlock) {
    bytes += FrameBlock.headerLength + block.stored
    first = min(first, block.first)
    last = max(last, block.last)
  }
}

/// An open file to read blocks from.
final class FrameFile {
  private let descriptor: Int32
  let segment: FrameSegment

  /// - Parameter isWhole: whether the segment's length is known; otherwise it is found out.
  init?(_ segment: FrameSegment) {
    descriptor = open(segment.path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    self.segment = segment
  }

  deinit { close(descriptor) }

  /// The heads of all blocks with their places, as far as they are whole.
  func blocks(upTo limit: Int) -> [(offset: Int, block: FrameBlock)] {
    var found: [(Int, FrameBlock)] = []
    var offset = 0
    while offset + FrameBlock.headerLength <= limit,
      let head = read(offset, FrameBlock.headerLength),
      let block = head.withUnsafeBytes({ FrameBlock($0) }),
      offset + FrameBlock.headerLength + block.stored <= limit
    {
      found.append((offset, block))
      offset += FrameBlock.headerLength + block.stored
    }
    return found
  }

  /// The size of the file now.
  var size: Int { Int(lseek(descriptor, 0, SEEK_END)) }

  /// The records of a block; nil when the file cannot be read, or is damaged there.
  func content(_ offset: Int, _ block: FrameBlock) -> [UInt8]? {
    let stored = read(offset + FrameBlock.headerLength, block.stored)
    guard block.packed > 0 else { return stored }
    return stored?.withUnsafeBytes { FramePacking.unpack($0, count: block.length) }
  }

  private func read(_ offset: Int, _ count: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      var done = 0
      while done < count {
        let got = pread(descriptor, buffer.baseAddress! + done, count - done, off_t(offset + done))
        if got < 0 && errno == EINTR { continue }
        if got <= 0 { break }
        done += got
      }
      isWhole = done == count
      initialized = done
    }
    return isWhole ? bytes : nil
  }
}
