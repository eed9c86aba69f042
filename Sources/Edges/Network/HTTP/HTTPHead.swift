/// Why a head was not acceptable: the status of the answer that ends the connection.
public struct HTTPFailure: Error, Equatable, Sendable {
  public var status: Int

  public init(status: Int) { self.status = status }
}

/// The head of an HTTP/1.1 message: places in the bytes it was parsed from.
public struct HTTPHead: Sendable {
  /// The most header fields that a head may have; more is 431.
  public static let maxFields = 64

  struct Field: Sendable {
    var name: Range<Int>
    var value: Range<Int>
  }

  /// Bytes up to and including the empty line.
  var length = 0
  var method = 0..<0
  /// From the path on, whichever form the target had.
  var target = 0..<0
  /// The host that a target in absolute form names; it counts instead of `Host`.
  var authority: Range<Int>?
  /// Of a response; 0 in a request.
  var status = 0
  var fields: [Field] = []
  var contentLength = 0
  /// Whether the connection may carry another message after this one.
  var keepsAlive = true
  var expectsContinue = false
  /// HTTP/1.0, which knows no chunks.
  var isVersion10 = false

  init() {}
}

/// Compares bytes with a lower-case ASCII literal, ignoring the bytes' case.
func asciiEqual(_ bytes: some Collection<UInt8>, _ literal: StaticString) -> Bool {
  let count = literal.utf8CodeUnitCount
  guard bytes.count == count else { return false }
  var expected = literal.utf8Start
  for byte in bytes {
    if lowercased(byte) != expected.pointee { return false }
    expected += 1
  }
  return true
}

func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

/// The members of a comma-separated field value, without white space around them.
func listMembers(_ value: some Collection<UInt8>) -> [[UInt8]] {
  value.split(separator: 0x2C).map { Array(trimmed($0)) }.filter { !$0.isEmpty }
}

func trimmed<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> Bytes.SubSequence {
  var rest = bytes[...]
  while let first = rest.first, first == 0x20 || first == 0x09 { rest = rest.dropFirst() }
  var end = rest.endIndex
  var result = rest
  for index in rest.indices where rest[index] != 0x20 && rest[index] != 0x09 {
    end = rest.index(after: index)
    result = rest[..<end]
  }
  return result
}
