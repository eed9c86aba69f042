import Network

/// How a receiver knows that a delivery is ours: `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`.
public enum WebhookSignature {
  /// The header that carries it.
  public static let header = "X-Signature"

  /// - Parameters:
  ///   - secret: as it was shown when the webhook was made, as bytes of UTF-8.
  ///   - seconds: since 1970, at this attempt.
  public static func value(_ body: [UInt8], secret: [UInt8], at seconds: Int64) -> String {
    let digest = hmacSHA256(key: secret, Array("\(seconds).".utf8) + body)
    return "t=\(seconds),v1=\(hex(digest))"
  }

  /// A secret that is generated: 32 random bytes as text.
  public static func makeSecret() -> String { "whsec_" + hex(secureRandomBytes(32)) }

  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
