import CSodium

/// Seals what the server must be able to read again (signing keys, secrets of webhooks) before it
/// goes into the store: XChaCha20-Poly1305 under a key that lies in a file of its own, so that a
/// copy of the database alone opens nothing.
public struct SecretVault: Sendable {
  /// Bytes of the key.
  public static let keyLength = Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
  private static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tagLength = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

  private let key: [UInt8]

  /// - Parameter key: `keyLength` random bytes.
  public init(key: [UInt8]) {
    precondition(key.count == SecretVault.keyLength, "The vault's key has 32 bytes.")
    self.key = key
  }

  /// The secret as it may be stored: nonce, then ciphertext. The name is bound to it.
  public func seal(_ secret: [UInt8], name: String) -> [UInt8] {
    var nonce = [UInt8](repeating: 0, count: SecretVault.nonceLength)
    randombytes_buf(&nonce, nonce.count)
    var sealed = [UInt8](repeating: 0, count: secret.count + SecretVault.tagLength)
    let context = Array(name.utf8)
    var length: UInt64 = 0
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, &length, secret, UInt64(secret.count), context, UInt64(context.count), nil, nonce,
      key)
    return nonce + sealed
  }

  /// The secret again; nil when it was sealed under another key or name, or is damaged.
  public func open(_ sealed: [UInt8], name: String) -> [UInt8]? {
    guard sealed.count >= SecretVault.nonceLength + SecretVault.tagLength else { return nil }
    let nonce = Array(sealed.prefix(SecretVault.nonceLength))
    let box = Array(sealed.dropFirst(SecretVault.nonceLength))
    var secret = [UInt8](repeating: 0, count: box.count - SecretVault.tagLength + 1)
    let context = Array(name.utf8)
    var length: UInt64 = 0
    let result = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &secret, &length, nil, box, UInt64(box.count), context, UInt64(context.count), nonce, key)
    return result == 0 ? Array(secret.prefix(Int(length))) : nil
  }
}
