/// A body that comes in chunks (RFC 9112 §7.1), read as strictly as it is defined. Trailers are passed
/// over.
struct ChunkedBody {
  enum State: Equatable {
    /// The line with a chunk's size.
    case size
    case data(Int)
    /// The line end behind a chunk.
    case dataEnd
    case trailer
    case over
    case broken
  }

  /// Bytes of a size line, extensions included, and of the trailers.
  private static let maxLineBytes = 1_024

  private(set) var state = State.size

  /// Takes what is complete and returns how many bytes that were.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, into body: inout [UInt8]) -> Int {
    var index = 0
    while index < bytes.count {
      switch state {
      case .data(let rest):
        let count = min(rest, bytes.count - index)
        body += bytes[index..<(index + count)]
        index += count
        state = rest == count ? .dataEnd : .data(rest - count)
      case .size, .dataEnd, .trailer:
        if state == .dataEnd, bytes[index] != 0x0D {
          state = .broken
          return index
        }
        guard let end = bytes[index...].firstIndex(of: 0x0A) else {
          if bytes.count - index > Self.maxLineBytes { state = .broken }
          return index
        }
        guard end > index, bytes[end - 1] == 0x0D else {
          state = .broken
          return index
        }
        take(line: bytes[index..<(end - 1)])
        index = end + 1
      case .over, .broken: return index
      }
    }
    return index
  }

  private mutating func take(line: Slice<UnsafeBufferPointer<UInt8>>) {
    switch state {
    case .size:
      let digits = trimmed(line.prefix { $0 != 0x3B })
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0,
        digits.count <= 8, digits.first.map({ $0 != 0x2B && $0 != 0x2D }) == true
      else {
        state = .broken
        return
      }
      state = size == 0 ? .trailer : .data(size)
    case .dataEnd: state = line.isEmpty ? .size : .broken
    case .trailer: if line.isEmpty { state = .over }
    case .data, .over, .broken: break
    }
  }
}
