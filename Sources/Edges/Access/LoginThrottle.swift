import OCPPJSON

/// Counts failed sign-ins per account and per address within a window, and says when it is enough.
/// A value that is told the time.
struct LoginThrottle: Sendable {
  private struct Failures {
    var count: Int
    /// In seconds since 1970.
    var since: Int64
  }

  private var accounts: [String: Failures] = [:]
  private var addresses: [String: Failures] = [:]

  /// How many seconds the sender has to wait, or nil when the password may be tried.
  func wait(account: String, address: String, now: Int64) -> Int64? {
    let one = wait(accounts[account], AccessLimits.failuresPerAccount, now)
    let other = wait(addresses[address], AccessLimits.failuresPerAddress, now)
    return [one, other].compactMap { $0 }.max()
  }

  private func wait(_ failures: Failures?, _ limit: Int, _ now: Int64) -> Int64? {
    guard let failures, failures.count >= limit else { return nil }
    let rest = failures.since + AccessLimits.failureWindowSeconds - now
    return rest > 0 ? rest : nil
  }

  /// Counts an attempt as failed from the start, so that many at once do not all get through.
  mutating func failed(account: String, address: String, now: Int64) {
    LoginThrottle.count(account, in: &accounts, now)
    LoginThrottle.count(address, in: &addresses, now)
  }

  /// The password was right: the account's failures are forgotten, and this attempt of the address.
  mutating func succeeded(account: String, address: String) {
    accounts[account] = nil
    if let failures = addresses[address] {
      addresses[address] =
        failures.count > 1
        ? Failures(count: failures.count - 1, since: failures.since) : nil
    }
  }

  private static func count(_ key: String, in table: inout [String: Failures], _ now: Int64) {
    if let known = table[key], now < known.since + AccessLimits.failureWindowSeconds {
      table[key] = Failures(count: known.count + 1, since: known.since)
      return
    }
    if table.count >= AccessLimits.rememberedFailures {
      table = table.filter { now < $0.value.since + AccessLimits.failureWindowSeconds }
      if table.count >= AccessLimits.rememberedFailures,
        let oldest = table.min(by: { $0.value.since < $1.value.since })
      {
        table[oldest.key] = nil
      }
    }
    table[key] = Failures(count: 1, since: now)
  }
}
