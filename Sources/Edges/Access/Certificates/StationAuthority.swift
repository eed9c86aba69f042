internal import COpenSSL
import Foundation
import Network
public import OCPPJSON

/// Signs the certificates of stations with a certificate and key from files (profile 3).
///
/// A certificate says nothing but which station it is: its common name and its DNS name are the
/// identity under which the request came in, whatever else the request asks for.
///
/// `@unchecked Sendable`: nothing changes after `init`, and OpenSSL only reads what it signs with.
public final class StationAuthority: @unchecked Sendable {
  /// A certificate for a station.
  public struct Issued: Sendable, Equatable {
    /// PEM: the station's own, then the authority's, unless that is a root.
    public var chain: Text
    /// In hexadecimal.
    public var serialNumber: Text
    public var expiresAt: DateTime
  }

  /// Why there is no certificate.
  public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
    public var description: String
  }

  /// How far before now a certificate begins, in seconds: clocks of stations go wrong.
  private static let leeway = 3_600
  private let certificate: OpaquePointer
  private let key: OpaquePointer
  private let days: Int

  /// - Parameters:
  ///   - certificateFile: PEM, one that may issue others.
  ///   - keyFile: PEM without a pass phrase, readable by its owner and at most a group.
  ///   - days: how long a station's certificate is good; it never outlives the authority's.
  public init(certificateFile: String, keyFile: String, days: Int) throws(Failure) {
    ERR_clear_error()
    defer { ERR_clear_error() }
    // The same demands as on the server's own files.
    do throws(TLSError) {
      try TLSFiles.check(certificateFile: certificateFile, keyFile: keyFile)
    } catch {
      throw Failure(description: error.description)
    }
    guard let certificate = CertificateText.first(ofFile: certificateFile) else {
      throw Failure(description: "\(certificateFile) has no certificate in PEM.")
    }
    guard let key = CertificateText.key(ofFile: keyFile) else {
      X509_free(certificate)
      throw Failure(description: "\(keyFile) has no private key in PEM without a pass phrase.")
    }
    self.certificate = certificate
    self.key = key
    self.days = days
    if X509_check_ca(certificate) != 1 {
      throw Failure(
        description: "\(certificateFile) may not issue certificates; it needs CA:TRUE.")
    }
  }

  deinit {
    X509_free(certificate)
    EVP_PKEY_free(key)
  }

  /// Signs a request that was checked (`CertificateRequestCheck`).
  public func issue(_ request: Text, to identity: Text, at now: DateTime) throws(Failure) -> Issued
  {
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard let handle = try? SigningRequestHandle(pem: request), let new = X509_new() else {
      throw Failure(description: "The request cannot be read any more.")
    }
    defer { X509_free(new) }
    let seconds = Int(now.milliseconds / 1000)
    let authorityEnd = CertificateText.seconds(of: X509_get0_notAfter(certificate))
    let end = min(seconds + days * 86_400, authorityEnd)
    if end <= seconds { throw Failure(description: "The authority's certificate has expired.") }
    guard X509_set_version(new, 2) == 1, StationAuthority.number(new),
      ASN1_TIME_set(X509_getm_notBefore(new), seconds - Self.leeway) != nil,
      ASN1_TIME_set(X509_getm_notAfter(new), end) != nil,
      X509_set_issuer_name(new, X509_get_subject_name(certificate)) == 1,
      StationAuthority.name(new, identity),
      X509_set_pubkey(new, X509_REQ_get0_pubkey(handle.pointer)) == 1,
      extend(new, identity), X509_sign(new, key, digest) > 0,
      var chain = CertificateText.pem(of: new)
    else { throw Failure(description: "OpenSSL cannot sign it: \(StationAuthority.reason()).") }
    // A station has the root, or does not trust it anyway.
    if X509_self_signed(certificate, 0) != 1 {
      chain += CertificateText.pem(of: certificate) ?? ""
    }
    return Issued(
      chain: Text(chain), serialNumber: Text(CertificateText.serialNumber(of: new)),
      expiresAt: DateTime(milliseconds: Int64(end) * 1000))
  }

  /// Ed25519 and Ed448 choose their own.
  private var digest: OpaquePointer? {
    switch EVP_PKEY_get_base_id(key) {
    case EVP_PKEY_ED25519, EVP_PKEY_ED448: nil
    default:
      EVP_PKEY_get_bits(key) >= 384 && EVP_PKEY_get_base_id(key) == EVP_PKEY_EC
        ? EVP_sha384() : EVP_sha256()
    }
  }

  /// 159 random bits (RFC 5280 §4.1.2.2: at most 20 bytes, positive).
  private static func number(_ new: OpaquePointer) -> Bool {
    var bytes = secureRandomBytes(20)
    bytes[0] &= 0x7F
    bytes[0] |= 0x40
    guard let value = BN_bin2bn(bytes, Int32(bytes.count), nil) else { return false }
    defer { BN_free(value) }
    return BN_to_ASN1_INTEGER(value, X509_get_serialNumber(new)) != nil
  }

  private static func name(_ new: OpaquePointer, _ identity: Text) -> Bool {
    let bytes = identity.bytes
    return X509_NAME_add_entry_by_txt(
      X509_get_subject_name(new), "CN", MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0) == 1
  }

  private func extend(_ new: OpaquePointer, _ identity: Text) -> Bool {
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, certificate, new, nil, nil, 0)
    let fixed: [(Int32, String)] = [
      (NID_basic_constraints, "critical,CA:FALSE"),
      (NID_key_usage, "critical,digitalSignature"),
      (NID_ext_key_usage, "clientAuth"),
      (NID_subject_key_identifier, "hash"),
      (NID_subject_alt_name, "DNS:\(identity)"),
    ]
    for (kind, value) in fixed {
      guard let made = X509V3_EXT_conf_nid(nil, &context, kind, value) else { return false }
      defer { X509_EXTENSION_free(made) }
      if X509_add_ext(new, made, -1) != 1 { return false }
    }
    return true
  }

  private static func reason() -> String {
    ERR_reason_error_string(ERR_peek_last_error()).map { String(cString: $0) } ?? "no reason known"
  }
}
