import CUV

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two calls that a message costs. `send` and `recv` know that it is a socket, and cost the kernel
/// less than the `writev` and `read` of libuv, which would have to find out; the rest is libuv's.
extension Transport {
  /// Hands bytes to the kernel as one piece: copying a frame costs next to nothing.
  /// - Returns: how many bytes it took, or an error of libuv.
  func sendNow(_ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer) -> Int32 {
    if body.isEmpty { return send(head) }
    let total = head.count + body.count
    guard total <= EventLoop.sendBufferSize else {
      var pieces = (uvBuffer(head), uvBuffer(body))
      return withUnsafeMutableBytes(of: &pieces) {
        uv_try_write(stream, $0.baseAddress!.assumingMemoryBound(to: uv_buf_t.self), 2)
      }
    }
    let whole = UnsafeMutableRawBufferPointer(start: loop.sendBuffer, count: total)
    whole.copyMemory(from: head)
    UnsafeMutableRawBufferPointer(rebasing: whole[head.count...]).copyMemory(from: body)
    return send(UnsafeRawBufferPointer(whole))
  }

  private func send(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    while true {
      #if canImport(Glibc)
        let flags = Int32(MSG_NOSIGNAL)
        let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags)
      #else
        let count = Darwin.send(descriptor, bytes.baseAddress, bytes.count, 0)
      #endif
      if count >= 0 { return Int32(clamping: count) }
      if errno != EINTR { return Self.failure }
    }
  }

  /// Takes what is there.
  /// - Returns: how many bytes, 0 for nothing yet, or an error of libuv, UV_EOF at the end.
  func receive(into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.recv(descriptor, room.baseAddress, room.count, 0)
      #else
        let count = Darwin.recv(descriptor, room.baseAddress, room.count, 0)
      #endif
      if count > 0 { return count }
      if count == 0 { return Int(UV_EOF.rawValue) }
      if errno == EINTR { continue }
      let failure = Self.failure
      return failure == UV_EAGAIN.rawValue ? 0 : Int(failure)
    }
  }

  /// What the last call failed with.
  private static var failure: Int32 { errno == EWOULDBLOCK ? UV_EAGAIN.rawValue : -errno }
}
