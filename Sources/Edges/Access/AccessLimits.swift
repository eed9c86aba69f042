/// The bounds of sign-in.
public enum AccessLimits {
  /// How long an access token is good, in seconds.
  public static let accessTokenSeconds: Int64 = 900
  /// How long a refresh token is good after it was given out, in seconds (30 days).
  public static let refreshTokenSeconds: Int64 = 2_592_000
  /// Sign-ins one person may have at a time; one more ends the oldest.
  public static let signInsPerUser = 20
  /// Failures after which an account is not asked any more until the window is over.
  public static let failuresPerAccount = 10
  /// Failures after which an address is not listened to any more until the window is over.
  public static let failuresPerAddress = 30
  /// The window of failures, in seconds.
  public static let failureWindowSeconds: Int64 = 900
  /// Accounts and addresses whose failures are remembered; beyond it the oldest are forgotten.
  public static let rememberedFailures = 10_000
  /// Passwords that may wait to be hashed; one more is refused.
  public static let waitingHashes = 64
  /// Bytes of a person's password.
  public static let passwordBytes = 10...256
  /// Characters of a person's email, by which they sign in, and of an API key's name.
  public static let emailCharacters = 1...320
  /// Whether a text can be an email: somebody at some place. Whether anybody reads it, nobody can tell.
  public static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && !text.contains { $0.isWhitespace }
  }
  public static let keyNameCharacters = 1...64
  /// Users, and API keys, that may be kept.
  public static let users = 10_000
  public static let keys = 10_000
}
