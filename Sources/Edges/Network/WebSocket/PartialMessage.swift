/// The fragments of a message so far (RFC 6455 §5.4).
final class PartialMessage {
  private static let smallest = 1_024

  let opcode: Opcode
  private(set) var fragments = 0
  private(set) var count = 0
  private var capacity = 0
  private var bytes: UnsafeMutablePointer<UInt8>?

  init(_ opcode: Opcode) { self.opcode = opcode }

  deinit { bytes?.deallocate() }

  func append(_ fragment: UnsafeMutableBufferPointer<UInt8>) {
    fragments += 1
    guard let source = fragment.baseAddress, fragment.count > 0 else { return }
    if count + fragment.count > capacity { grow(to: count + fragment.count) }
    (bytes! + count).update(from: source, count: fragment.count)
    count += fragment.count
  }

  /// The message; valid as long as this object.
  var message: UnsafeMutableBufferPointer<UInt8> {
    UnsafeMutableBufferPointer(start: bytes, count: count)
  }

  private func grow(to needed: Int) {
    let larger = max(needed, capacity * 2, Self.smallest)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    if let bytes {
      grown.update(from: bytes, count: count)
      bytes.deallocate()
    }
    bytes = grown
    capacity = larger
  }
}
