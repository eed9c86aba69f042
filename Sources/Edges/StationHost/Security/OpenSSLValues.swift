import COpenSSL
import Foundation

/// A certificate of OpenSSL, freed when nobody holds it.
final class Certificate {
  let pointer: OpaquePointer

  private init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { X509_free(pointer) }

  /// Every certificate of a PEM text; nil when there is none or one cannot be read.
  static func all(pem: String) -> [Certificate]? {
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard let bio = memory(pem) else { return nil }
    defer { BIO_free(bio) }
    var found: [Certificate] = []
    while let next = PEM_read_bio_X509(bio, nil, nil, nil) { found.append(Certificate(next)) }
    let error = ERR_peek_last_error()
    if error != 0 && ERR_GET_REASON(error) != PEM_R_NO_START_LINE { return nil }
    return found.isEmpty ? nil : found
  }

  private static func memory(_ text: String) -> OpaquePointer? {
    let bytes = Array(text.utf8)
    guard let bio = BIO_new(BIO_s_mem()) else { return nil }
    guard bytes.isEmpty || BIO_write(bio, bytes, Int32(bytes.count)) == Int32(bytes.count) else {
      BIO_free(bio)
      return nil
    }
    return bio
  }

  /// Whether today is within its time.
  var isCurrent: Bool {
    X509_cmp_current_time(X509_get0_notBefore(pointer)) < 0
      && X509_cmp_current_time(X509_get0_notAfter(pointer)) > 0
  }

  /// Whether it may issue certificates.
  var isAuthority: Bool { X509_check_ca(pointer) == 1 }

  var key: OpaquePointer? { X509_get0_pubkey(pointer) }

  /// Whether a chain leads from it to one of the roots, over the others of its own chain.
  func isIssued(by roots: [Certificate], over others: [Certificate] = []) -> Bool {
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard let store = X509_STORE_new(), let context = X509_STORE_CTX_new() else { return false }
    defer {
      X509_STORE_CTX_free(context)
      X509_STORE_free(store)
    }
    for root in roots { X509_STORE_add_cert(store, root.pointer) }
    let chain = copenssl_new_chain()
    defer { copenssl_free_chain(chain) }
    for other in others { copenssl_push(chain, other.pointer) }
    guard X509_STORE_CTX_init(context, store, pointer, chain) == 1 else { return false }
    X509_VERIFY_PARAM_set_flags(
      X509_STORE_CTX_get0_param(context), UInt(X509_V_FLAG_PARTIAL_CHAIN))
    return X509_verify_cert(context) == 1
  }

  // MARK: What CertificateHashData says

  /// In hexadecimal, without leading zeros.
  var serialNumber: String {
    guard let number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(pointer), nil) else { return "" }
    defer { BN_free(number) }
    guard let digits = BN_bn2hex(number) else { return "" }
    defer { CRYPTO_free(digits, nil, 0) }
    let text = String(cString: digits).lowercased().drop { $0 == "0" }
    return text.isEmpty ? "0" : String(text)
  }

  /// The DER of the issuer's name.
  var issuerName: [UInt8] {
    var bytes: UnsafeMutablePointer<UInt8>?
    let count = i2d_X509_NAME(X509_get_issuer_name(pointer), &bytes)
    guard count > 0, let bytes else { return [] }
    defer { CRYPTO_free(bytes, nil, 0) }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// The bits of its own public key, which is its issuer's for a root.
  var publicKeyBits: [UInt8] {
    guard let bits = X509_get0_pubkey_bitstr(pointer), let data = ASN1_STRING_get0_data(bits) else {
      return []
    }
    return Array(UnsafeBufferPointer(start: data, count: Int(ASN1_STRING_length(bits))))
  }
}
