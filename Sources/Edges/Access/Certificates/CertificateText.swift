internal import COpenSSL
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Certificates as texts and files.
enum CertificateText {
  /// The first certificate of a PEM file; the caller frees it.
  static func first(ofFile path: String) -> OpaquePointer? {
    guard let bio = BIO_new_file(path, "r") else { return nil }
    defer { BIO_free(bio) }
    return PEM_read_bio_X509(bio, nil, nil, nil)
  }

  /// The first certificate of a PEM text; the caller frees it.
  static func first(of pem: [UInt8]) -> OpaquePointer? {
    guard let bio = BIO_new_mem_buf(pem, Int32(pem.count)) else { return nil }
    defer { BIO_free(bio) }
    return PEM_read_bio_X509(bio, nil, nil, nil)
  }

  /// The private key of a PEM file; the caller frees it. One with a pass phrase is none.
  static func key(ofFile path: String) -> OpaquePointer? {
    guard let bio = BIO_new_file(path, "r") else { return nil }
    defer { BIO_free(bio) }
    return PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in 0 }, nil)
  }

  static func pem(of certificate: OpaquePointer) -> String? {
    guard let bio = BIO_new(BIO_s_mem()) else { return nil }
    defer { BIO_free(bio) }
    guard PEM_write_bio_X509(bio, certificate) == 1 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 32_768)
    let count = BIO_read(bio, &bytes, Int32(bytes.count))
    return count > 0 ? String(decoding: bytes.prefix(Int(count)), as: UTF8.self) : nil
  }

  /// In hexadecimal.
  static func serialNumber(of certificate: OpaquePointer) -> String {
    guard let number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nil) else {
      return ""
    }
    defer { BN_free(number) }
    guard let digits = BN_bn2hex(number) else { return "" }
    defer { CRYPTO_free(digits, nil, 0) }
    return String(cString: digits)
  }

  /// Since 1970.
  static func seconds(of time: UnsafePointer<ASN1_TIME>?) -> Int {
    var parts = tm()
    guard ASN1_TIME_to_tm(time, &parts) == 1 else { return 0 }
    return timegm(&parts)
  }
}
