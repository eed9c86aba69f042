internal import COpenSSL
public import OCPPJSON

/// A certificate signing request (PKCS #10) of a station, looked at from outside.
public struct CertificateRequestCheck: Sendable, Equatable {
  /// Why a request is not taken.
  public enum Refusal: String, Error, Sendable, CaseIterable {
    case notPEM = "it is no certificate signing request in PEM"
    case badSignature = "its signature is not of its key"
    case weakHash = "its signature uses a hash that is too weak"
    case weakKey = "its key is too weak: RSA needs 2048 bits, elliptic curves P-256"
    case largeKey = "its key is larger than 8192 bits"
    case unknownKey = "its key is neither RSA nor on P-256, P-384 or P-521"
    case noName = "its subject has not one common name of 1 to 64 characters"
  }

  /// The longest request that is looked at, in bytes (security extension: csr has 5500 characters).
  public static let maximumBytes = 5_500

  /// The subject's only common name.
  public let commonName: Text
  /// "RSA 2048", "EC P-256".
  public let keyType: Text

  /// Reads and checks a request. It costs what one signature check costs.
  public init(pem: Text) throws(Refusal) {
    ERR_clear_error()
    defer { ERR_clear_error() }
    let request = try SigningRequestHandle(pem: pem)
    guard let key = X509_REQ_get0_pubkey(request.pointer) else { throw .unknownKey }
    keyType = try CertificateRequestCheck.type(of: key)
    var hash: Int32 = 0
    guard OBJ_find_sigid_algs(X509_REQ_get_signature_nid(request.pointer), &hash, nil) == 1,
      hash != NID_md5, hash != NID_sha1, hash != NID_md5_sha1
    else { throw .weakHash }
    guard X509_REQ_verify(request.pointer, key) == 1 else { throw .badSignature }
    guard let name = CertificateRequestCheck.commonName(of: request.pointer) else { throw .noName }
    commonName = name
  }

  private static func type(of key: OpaquePointer) throws(Refusal) -> Text {
    let bits = EVP_PKEY_get_bits(key)
    switch EVP_PKEY_get_base_id(key) {
    case EVP_PKEY_RSA:
      if bits < 2048 { throw .weakKey }
      if bits > 8192 { throw .largeKey }
      return Text("RSA \(bits)")
    case EVP_PKEY_EC:
      var name = [CChar](repeating: 0, count: 64)
      guard EVP_PKEY_get_group_name(key, &name, name.count, nil) == 1 else { throw .unknownKey }
      let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      switch String(decoding: bytes, as: UTF8.self) {
      case "prime256v1", "P-256": return "EC P-256"
      case "secp384r1", "P-384": return "EC P-384"
      case "secp521r1", "P-521": return "EC P-521"
      default: throw bits < 256 ? .weakKey : .unknownKey
      }
    default: throw .unknownKey
    }
  }

  private static func commonName(of request: OpaquePointer) -> Text? {
    let subject = X509_REQ_get_subject_name(request)
    let first = X509_NAME_get_index_by_NID(subject, NID_commonName, -1)
    guard first >= 0, X509_NAME_get_index_by_NID(subject, NID_commonName, first) < 0 else {
      return nil
    }
    var bytes: UnsafeMutablePointer<UInt8>?
    let entry = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, first))
    let count = ASN1_STRING_to_UTF8(&bytes, entry)
    guard let bytes else { return nil }
    defer { CRYPTO_free(bytes, nil, 0) }
    let buffer = UnsafeBufferPointer(start: bytes, count: Int(max(count, 0)))
    guard (1...64).contains(buffer.count), !buffer.contains(0),
      String(validating: buffer, as: UTF8.self) != nil
    else { return nil }
    return Text(utf8: buffer)
  }
}

/// A request of OpenSSL, freed when nobody holds it.
final class SigningRequestHandle {
  let pointer: OpaquePointer

  init(pem: Text) throws(CertificateRequestCheck.Refusal) {
    let found = pem.withUTF8 { bytes -> OpaquePointer? in
      guard bytes.count <= CertificateRequestCheck.maximumBytes,
        let bio = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count))
      else { return nil }
      defer { BIO_free(bio) }
      return PEM_read_bio_X509_REQ(bio, nil, nil, nil)
    }
    guard let found else { throw .notPEM }
    pointer = found
  }

  deinit { X509_REQ_free(pointer) }

  /// Whether a certificate is for the key of this request.
  func isFor(_ certificate: OpaquePointer) -> Bool {
    guard let key = X509_REQ_get0_pubkey(pointer), let other = X509_get0_pubkey(certificate) else {
      return false
    }
    return EVP_PKEY_eq(key, other) == 1
  }
}
