import CSodium
import Dispatch
public import OCPPJSON
import Synchronization

/// Hashes people's passwords with argon2id, which takes memory and time on purpose, on a thread of
/// its own: a loop thread never waits for it.
public final class PasswordHasher: Sendable {
  /// What one hash costs.
  public struct Cost: Sendable {
    var operations: UInt64
    var memory: Int

    /// 64 MiB and two passes, libsodium's measure for people who wait (RFC 9106 asks for no less).
    public static let interactive = Cost(
      operations: UInt64(crypto_pwhash_opslimit_interactive()),
      memory: crypto_pwhash_memlimit_interactive())
    /// The least there is: for tests.
    public static let least = Cost(
      operations: UInt64(crypto_pwhash_opslimit_min()), memory: crypto_pwhash_memlimit_min())
  }

  private let cost: Cost
  private let queue = DispatchQueue(label: "password-hashing")
  private let waiting = Mutex(0)
  /// Compared with when there is no such person, so that the time does not tell.
  private let nobody: Text

  public init(cost: Cost = .interactive) {
    let isReady = sodium_init() >= 0
    precondition(isReady, "libsodium fails to start only without random numbers.")
    self.cost = cost
    nobody = PasswordHasher.hash("nobody has this password", cost)
  }

  /// The hash of a password, with its salt and cost in it. Takes a while.
  public func hash(_ password: String) -> Text { PasswordHasher.hash(password, cost) }

  private static func hash(_ password: String, _ cost: Cost) -> Text {
    var output = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let letters = password.utf8.map { CChar(bitPattern: $0) }
    let result = crypto_pwhash_str(
      &output, letters, UInt64(letters.count), cost.operations, cost.memory)
    precondition(result == 0, "argon2id fails only without memory.")
    return Text(utf8: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
  }

  /// Whether it is the password of this hash; with no hash it takes as long and is not. Takes a
  /// while.
  public func verify(_ password: String, _ hash: Text?) -> Bool {
    let letters = password.utf8.map { CChar(bitPattern: $0) }
    let stored = ((hash ?? nobody).bytes + [0]).map { CChar(bitPattern: $0) }
    let result = crypto_pwhash_str_verify(stored, letters, UInt64(letters.count))
    return result == 0 && hash != nil
  }

  /// Runs something slow on the hashing thread; false when too many wait already.
  func run(_ work: @escaping @Sendable () -> Void) -> Bool {
    let hasRoom = waiting.withLock { count in
      if count >= AccessLimits.waitingHashes { return false }
      count += 1
      return true
    }
    guard hasRoom else { return false }
    queue.async { [self] in
      work()
      waiting.withLock { $0 -= 1 }
    }
    return true
  }
}
