/// Counts, for every address, the connections that have not made their first request: one address
/// cannot take all the handshakes there are.
final class Newcomers {
  private let limit: Int
  private var counts: [Substring: Int] = [:]

  init(limit: Int) { self.limit = limit }

  /// - Parameter peer: `address:port`.
  /// - Returns: nil when this address has too many already.
  func admit(_ peer: String) -> Newcomer? {
    let address = peer[..<(peer.lastIndex(of: ":") ?? peer.endIndex)]
    let count = counts[address, default: 0]
    if count >= limit { return nil }
    counts[address] = count + 1
    return Newcomer(self, address)
  }

  fileprivate func leave(_ address: Substring) {
    guard let count = counts[address] else { return }
    counts[address] = count > 1 ? count - 1 : nil
  }
}

/// One connection's place among the newcomers, until it is let go of.
final class Newcomer {
  private let newcomers: Newcomers
  private let address: Substring

  fileprivate init(_ newcomers: Newcomers, _ address: Substring) {
    self.newcomers = newcomers
    self.address = address
  }

  deinit { newcomers.leave(address) }
}
