/// Whether an address of the Internet Protocol is one of the public Internet: not this machine, not
/// its network, not one set aside for something else (the special-purpose registries of IANA). A
/// server that sends to addresses strangers choose asks before it connects.
public enum PublicAddress {
  /// - Parameter bytes: in network order, 4 for IPv4 or 16 for IPv6; anything else is not public.
  public static func contains(_ bytes: [UInt8]) -> Bool {
    switch bytes.count {
    case 4: isPublicIPv4(bytes[0], bytes[1], bytes[2], bytes[3])
    case 16: isPublicIPv6(bytes)
    default: false
    }
  }

  private static func isPublicIPv4(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Bool {
    switch (a, b) {
    // This network, private, loopback, multicast and reserved.
    case (0, _), (10, _), (127, _), (224..., _): false
    // Shared by carriers (100.64.0.0/10), link-local, private.
    case (100, 64...127), (169, 254), (172, 16...31), (192, 168): false
    // Protocol assignments, documentation, relays of 6to4; benchmarks; documentation.
    case (192, 0): c != 0 && c != 2
    case (192, 88): c != 99
    case (198, 18...19): false
    case (198, 51): c != 100
    case (203, 0): c != 113
    default: true
    }
  }

  private static func isPublicIPv6(_ bytes: [UInt8]) -> Bool {
    func has(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
    func isPublicIPv4(at index: Int) -> Bool {
      Self.isPublicIPv4(bytes[index], bytes[index + 1], bytes[index + 2], bytes[index + 3])
    }
    let zeros = [UInt8](repeating: 0, count: 10)
    // An IPv4 address in another form: ::ffff:a.b.c.d (mapped), 64:ff9b::a.b.c.d (NAT64).
    if has(zeros + [0xFF, 0xFF]) { return isPublicIPv4(at: 12) }
    if has([0x00, 0x64, 0xFF, 0x9B] + zeros.prefix(8)) { return isPublicIPv4(at: 12) }
    // Everything public is in 2000::/3.
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    // 6to4 has an IPv4 address in it.
    if has([0x20, 0x02]) { return isPublicIPv4(at: 2) }
    // Protocol assignments with Teredo (2001::/23), documentation (2001:db8::/32, 3fff::/20).
    if bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 0x02 { return false }
    if has([0x20, 0x01, 0x0D, 0xB8]) { return false }
    if bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] < 0x10 { return false }
    return true
  }
}
