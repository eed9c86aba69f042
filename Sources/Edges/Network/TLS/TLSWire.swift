import COpenSSL

/// Where the TLS of one loop meets the wire: one buffer for what was read, one for what is to be sent,
/// and the `BIO` that OpenSSL knows them by.
///
/// The buffers belong to whichever connection is at work; it leaves both empty. OpenSSL keeps what it
/// has of an incomplete record by itself, so nothing waits here.
final class TLSWire {
  /// Bytes of the wire that one read takes.
  static let inputSize = 65_536
  static let outputSize = 65_536
  /// The longest plain text of a record (RFC 8446 §5.1).
  static let recordSize = 16_384
  /// A record on the wire is this much longer at most (RFC 5246 §6.2.3; 1.3 needs less).
  private static let recordOverhead = 2_048 + 5

  let input = UnsafeMutablePointer<UInt8>.allocate(capacity: inputSize)
  private var inputOffset = 0
  private var inputCount = 0
  let output = UnsafeMutablePointer<UInt8>.allocate(capacity: outputSize)
  private(set) var outputCount = 0
  /// A record's plain text, for messages in two pieces.
  let plain = UnsafeMutableRawBufferPointer.allocate(byteCount: recordSize, alignment: 16)
  private let method: OpaquePointer

  init() {
    guard let method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "loop") else {
      preconditionFailure("OpenSSL makes no method only without memory.")
    }
    self.method = method
    BIO_meth_set_read(method) { bio, bytes, count in
      TLSWire.of(bio).take(bio, bytes, Int(count))
    }
    BIO_meth_set_write(method) { bio, bytes, count in
      TLSWire.of(bio).put(bio, bytes, Int(count))
    }
    BIO_meth_set_ctrl(method) { _, command, _, _ in command == BIO_CTRL_FLUSH ? 1 : 0 }
  }

  deinit {
    input.deallocate()
    output.deallocate()
    plain.deallocate()
    BIO_meth_free(method)
  }

  /// A new `BIO`, which must not outlive this object.
  func makeBIO() -> OpaquePointer {
    guard let bio = BIO_new(method) else {
      preconditionFailure("OpenSSL makes no BIO only without memory.")
    }
    BIO_set_data(bio, Unmanaged.passUnretained(self).toOpaque())
    BIO_set_init(bio, 1)
    return bio
  }

  private static func of(_ bio: OpaquePointer?) -> TLSWire {
    Unmanaged<TLSWire>.fromOpaque(BIO_get_data(bio)).takeUnretainedValue()
  }

  /// This many bytes were read into `input`.
  func filled(_ count: Int) {
    inputOffset = 0
    inputCount = count
  }

  /// What is to be sent, which the caller does now.
  func takeOutput() -> UnsafeRawBufferPointer {
    let bytes = UnsafeRawBufferPointer(start: output, count: outputCount)
    outputCount = 0
    return bytes
  }

  var hasOutput: Bool { outputCount > 0 }

  /// Whether a whole record fits into the output.
  var hasRoomForRecord: Bool {
    Self.outputSize - outputCount >= Self.recordSize + Self.recordOverhead
  }

  private func take(
    _ bio: OpaquePointer?, _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int
  ) -> Int32 {
    copenssl_clear_retry(bio)
    let taken = min(count, inputCount - inputOffset)
    guard taken > 0, let bytes else {
      copenssl_set_retry_read(bio)
      return -1
    }
    UnsafeMutableRawPointer(bytes).copyMemory(from: input + inputOffset, byteCount: taken)
    inputOffset += taken
    return Int32(taken)
  }

  private func put(
    _ bio: OpaquePointer?, _ bytes: UnsafePointer<CChar>?, _ count: Int
  ) -> Int32 {
    copenssl_clear_retry(bio)
    let taken = min(count, Self.outputSize - outputCount)
    guard taken > 0, let bytes else {
      copenssl_set_retry_write(bio)
      return -1
    }
    UnsafeMutableRawPointer(output + outputCount).copyMemory(from: bytes, byteCount: taken)
    outputCount += taken
    return Int32(taken)
  }
}
