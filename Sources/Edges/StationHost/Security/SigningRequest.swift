import COpenSSL
import Foundation

/// A new key pair and the request to have it certified.
struct SigningRequest {
  /// PEM.
  var csr: String
  var key: String

  /// An ECDSA key on P-256, as the security whitepaper asks for (§4.1.4), and a request for
  /// `commonName`. Nil when OpenSSL cannot.
  init?(commonName: String, organization: String) {
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard let pair = SigningRequest.makePair() else { return nil }
    defer { EVP_PKEY_free(pair) }
    guard let request = X509_REQ_new(), let name = X509_NAME_new() else { return nil }
    defer {
      X509_REQ_free(request)
      X509_NAME_free(name)
    }
    SigningRequest.add("CN", commonName, to: name)
    if !organization.isEmpty { SigningRequest.add("O", organization, to: name) }
    guard X509_REQ_set_subject_name(request, name) == 1,
      X509_REQ_set_pubkey(request, pair) == 1, X509_REQ_sign(request, pair, EVP_sha256()) > 0,
      let csr = SigningRequest.text({ PEM_write_bio_X509_REQ($0, request) }),
      let key = SigningRequest.text({ PEM_write_bio_PrivateKey($0, pair, nil, nil, 0, nil, nil) })
    else { return nil }
    self.csr = csr
    self.key = key
  }

  private static func makePair() -> OpaquePointer? {
    guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nil) else { return nil }
    defer { EVP_PKEY_CTX_free(context) }
    var pair: OpaquePointer?
    guard EVP_PKEY_keygen_init(context) == 1,
      EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1) == 1,
      EVP_PKEY_keygen(context, &pair) == 1
    else { return nil }
    return pair
  }

  private static func add(_ field: String, _ value: String, to name: OpaquePointer) {
    let bytes = Array(value.utf8.prefix(64))
    X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0)
  }

  private static func text(_ write: (OpaquePointer) -> Int32) -> String? {
    guard let bio = BIO_new(BIO_s_mem()) else { return nil }
    defer { BIO_free(bio) }
    guard write(bio) == 1 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = BIO_read(bio, &bytes, Int32(bytes.count))
    return count > 0 ? String(decoding: bytes.prefix(Int(count)), as: UTF8.self) : nil
  }

  /// Whether a certificate is for the key in this PEM text.
  static func isPair(_ certificate: Certificate, key: String) -> Bool {
    ERR_clear_error()
    defer { ERR_clear_error() }
    let bytes = Array(key.utf8)
    guard let bio = BIO_new_mem_buf(bytes, Int32(bytes.count)) else { return false }
    defer { BIO_free(bio) }
    guard let pair = PEM_read_bio_PrivateKey(bio, nil, nil, nil) else { return false }
    defer { EVP_PKEY_free(pair) }
    return X509_check_private_key(certificate.pointer, pair) == 1
  }
}
