import Foundation
import Network

/// A JSON Web Token (RFC 7519) signed with HMAC-SHA-256: who signed in, and until when it is good.
/// What its bearer may do is not in it, but looked up when it is shown.
struct WebToken: Codable, Equatable {
  /// The user's id.
  var sub: String
  /// The sign-in it belongs to; it ends with it.
  var sid: String
  /// In seconds since 1970.
  var iat: Int64
  var exp: Int64
  var iss = WebToken.issuer

  static let issuer = "swift-ocpp"
  /// The only header there is: another algorithm is another text, and refused.
  private static let header = base64URL(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))

  init(user: String, signIn: String, issuedAt: Int64, expiresAt: Int64) {
    sub = user
    sid = signIn
    iat = issuedAt
    exp = expiresAt
  }

  func signed(with key: [UInt8]) -> String {
    let payload = (try? JSONEncoder().encode(self)).map { [UInt8]($0) } ?? []
    let text = "\(WebToken.header).\(WebToken.base64URL(payload))"
    return "\(text).\(WebToken.base64URL(hmacSHA256(key: key, Array(text.utf8))))"
  }

  /// The token of a text; nil when we did not sign it, or it is over.
  init?(_ text: String, key: [UInt8], now: Int64) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == WebToken.header,
      let signature = WebToken.bytes(ofBase64URL: parts[2]),
      equalInConstantTime(signature, hmacSHA256(key: key, Array("\(parts[0]).\(parts[1])".utf8))),
      let payload = WebToken.bytes(ofBase64URL: parts[1]),
      let token = try? JSONDecoder().decode(WebToken.self, from: Data(payload)),
      token.iss == WebToken.issuer, now < token.exp
    else { return nil }
    self = token
  }

  static func base64URL(_ bytes: [UInt8]) -> String {
    Base64.encode(bytes).replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
  }

  static func bytes(ofBase64URL text: some StringProtocol) -> [UInt8]? {
    let standard = text.replacingOccurrences(of: "-", with: "+")
      .replacingOccurrences(of: "_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
    return Base64.decode(Array((standard + padding).utf8))
  }
}

/// A refresh token: the sign-in, its number, and our signature. Only the newest number is good;
/// whoever shows an older one has a copy, and the sign-in ends.
struct RefreshToken: Equatable {
  var signIn: String
  var generation: Int

  func signed(with key: [UInt8]) -> String {
    let text = "\(signIn).\(generation)"
    return "\(text).\(WebToken.base64URL(hmacSHA256(key: key, Array("refresh.\(text)".utf8))))"
  }

  init(signIn: String, generation: Int) {
    self.signIn = signIn
    self.generation = generation
  }

  /// The token of a text; nil when we did not sign it.
  init?(_ text: String, key: [UInt8]) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let number = Int(parts[1]),
      let signature = WebToken.bytes(ofBase64URL: parts[2]),
      equalInConstantTime(
        signature, hmacSHA256(key: key, Array("refresh.\(parts[0]).\(parts[1])".utf8)))
    else { return nil }
    self.init(signIn: String(parts[0]), generation: number)
  }
}
