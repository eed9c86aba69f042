import CUV

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whether a server can listen there: an IPv4 or IPv6 address, not a name.
public func isAddressLiteral(_ text: String) -> Bool {
  (try? SocketAddress(literal: text, port: 0)) != nil
}

/// An IPv4 or IPv6 address with a port.
struct SocketAddress {
  private var storage = sockaddr_storage()

  init(literal: String, port: UInt16) throws(NetworkError) {
    let isV4 = withUnsafeMutableBytes(of: &storage) {
      uv_ip4_addr(
        literal, Int32(port), $0.baseAddress!.assumingMemoryBound(to: sockaddr_in.self)) == 0
    }
    if isV4 { return }
    let isV6 = withUnsafeMutableBytes(of: &storage) {
      uv_ip6_addr(
        literal, Int32(port), $0.baseAddress!.assumingMemoryBound(to: sockaddr_in6.self)) == 0
    }
    if !isV6 { throw .invalidAddress(literal) }
  }

  init?(localOf tcp: UnsafeMutablePointer<uv_tcp_t>) {
    var length = Int32(MemoryLayout<sockaddr_storage>.size)
    let code = withPointer { uv_tcp_getsockname(tcp, UnsafeMutablePointer(mutating: $0), &length) }
    if code != 0 { return nil }
  }

  init?(peerOf tcp: UnsafeMutablePointer<uv_tcp_t>) {
    var length = Int32(MemoryLayout<sockaddr_storage>.size)
    let code = withPointer { uv_tcp_getpeername(tcp, UnsafeMutablePointer(mutating: $0), &length) }
    if code != 0 { return nil }
  }

  /// Copies the first `length` bytes of a system's address.
  init(copying address: UnsafePointer<sockaddr>, length: Int) {
    withUnsafeMutableBytes(of: &storage) {
      $0.copyMemory(
        from: UnsafeRawBufferPointer(start: address, count: min(length, $0.count)))
    }
  }

  var family: Int32 { Int32(storage.ss_family) }

  /// Calls with the address as the system wants it; writes through the pointer are kept.
  mutating func withPointer<Result>(_ body: (UnsafePointer<sockaddr>) -> Result) -> Result {
    withUnsafeMutableBytes(of: &storage) {
      body(UnsafePointer($0.baseAddress!.assumingMemoryBound(to: sockaddr.self)))
    }
  }

  var port: UInt16 {
    // The port is big-endian at the same place in both families.
    withUnsafeBytes(of: storage) { UInt16($0[2]) << 8 | UInt16($0[3]) }
  }

  /// `192.0.2.1:8080` or `[2001:db8::1]:8080`.
  var text: String {
    var copy = self
    let isV6 = family == AF_INET6
    let name = copy.withPointer { pointer in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
        let raw = UnsafeRawPointer(pointer)
        let code =
          isV6
          ? uv_ip6_name(raw.assumingMemoryBound(to: sockaddr_in6.self), buffer.baseAddress, 64)
          : uv_ip4_name(raw.assumingMemoryBound(to: sockaddr_in.self), buffer.baseAddress, 64)
        return code == 0 ? String(cString: buffer.baseAddress!) : "?"
      }
    }
    return isV6 ? "[\(name)]:\(port)" : "\(name):\(port)"
  }
}
