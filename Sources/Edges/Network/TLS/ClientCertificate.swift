import COpenSSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Who a client is by its certificate, which was checked against the server's client authorities.
public struct ClientCertificate: Sendable, Hashable {
  /// The subject's common name; nil when it has none or several.
  public let commonName: String?
  /// The subject alternative names that are DNS names.
  public let dnsNames: [String]
  /// The issuer's number for it, in hexadecimal.
  public let serialNumber: String
  /// Who issued it: a distinguished name (RFC 2253).
  public let issuer: String
  /// When it ends, in seconds since 1970.
  public let expiry: Int64

  /// One that was checked elsewhere, or a test's.
  public init(
    commonName: String?, dnsNames: [String] = [], serialNumber: String = "", issuer: String = "",
    expiry: Int64 = 0
  ) {
    self.commonName = commonName
    self.dnsNames = dnsNames
    self.serialNumber = serialNumber
    self.issuer = issuer
    self.expiry = expiry
  }

  /// Whether it is somebody's with this name: the common name or a DNS name, letter by letter.
  public func isFor(_ name: String) -> Bool { commonName == name || dnsNames.contains(name) }

  /// The certificate of a connection's peer.
  init?(peerOf ssl: OpaquePointer) {
    guard let certificate = SSL_get1_peer_certificate(ssl) else { return nil }
    defer { X509_free(certificate) }
    self.init(certificate)
  }

  /// The first certificate of a PEM text, unchecked; nil when there is none.
  public init?(pem: [UInt8]) {
    guard let bio = BIO_new_mem_buf(pem, Int32(pem.count)) else { return nil }
    defer { BIO_free(bio) }
    guard let certificate = PEM_read_bio_X509(bio, nil, nil, nil) else {
      ERR_clear_error()
      return nil
    }
    defer { X509_free(certificate) }
    self.init(certificate)
  }

  private init(_ certificate: OpaquePointer) {
    commonName = Self.commonName(of: certificate)
    dnsNames = Self.dnsNames(of: certificate)
    serialNumber = Self.serialNumber(of: certificate)
    issuer = Self.text(of: X509_get_issuer_name(certificate))
    expiry = seconds(of: X509_get0_notAfter(certificate))
  }

  private static func commonName(of certificate: OpaquePointer) -> String? {
    let subject = X509_get_subject_name(certificate)
    let first = X509_NAME_get_index_by_NID(subject, NID_commonName, -1)
    guard first >= 0, X509_NAME_get_index_by_NID(subject, NID_commonName, first) < 0 else {
      return nil
    }
    return text(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, first)))
  }

  private static func text(of name: OpaquePointer?) -> String {
    guard let name, let bio = BIO_new(BIO_s_mem()) else { return "" }
    defer { BIO_free(bio) }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    guard copenssl_print_name(bio, name) >= 0 else { return "" }
    let count = Int(BIO_read(bio, &bytes, Int32(bytes.count)))
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : ""
  }

  private static func dnsNames(of certificate: OpaquePointer) -> [String] {
    guard
      let names = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil).map(
        OpaquePointer.init)
    else { return [] }
    defer { GENERAL_NAMES_free(names) }
    return (0..<copenssl_name_count(names)).compactMap {
      copenssl_dns_name(names, $0).flatMap(text)
    }
  }

  private static func serialNumber(of certificate: OpaquePointer) -> String {
    guard let number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nil) else {
      return ""
    }
    defer { BN_free(number) }
    guard let digits = BN_bn2hex(number) else { return "" }
    defer { CRYPTO_free(digits, nil, 0) }
    return String(cString: digits)
  }

  /// Nil for what is no text, and for text with a zero in it, which some would read as its end.
  private static func text(_ string: UnsafePointer<ASN1_STRING>?) -> String? {
    var bytes: UnsafeMutablePointer<UInt8>?
    let count = ASN1_STRING_to_UTF8(&bytes, string)
    guard count > 0, let bytes else { return nil }
    defer { CRYPTO_free(bytes, nil, 0) }
    let buffer = UnsafeBufferPointer(start: bytes, count: Int(count))
    return buffer.contains(0) ? nil : String(validating: buffer, as: UTF8.self)
  }
}

/// A time of a certificate, in seconds since 1970.
func seconds(of time: UnsafePointer<ASN1_TIME>?) -> Int64 {
  var parts = tm()
  guard ASN1_TIME_to_tm(time, &parts) == 1 else { return 0 }
  return Int64(timegm(&parts))
}
