import COpenSSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One immutable set of TLS settings: an `SSL_CTX` with certificate, key and trust.
///
/// `@unchecked Sendable`: after its initializer nothing is changed, and OpenSSL locks what its
/// connections share.
final class TLSSettings: @unchecked Sendable {
  /// For TLS 1.2: the four suites that the OCPP security whitepaper demands (TLS profile, §4.3), and
  /// the same with an RSA certificate and forward secrecy, preferred ones first. TLS 1.3 has
  /// OpenSSL's defaults. Level 2 refuses RSA keys below 2048 bits, curves below 224, and SHA-1.
  private static let suites =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    + "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:"
    + "AES128-GCM-SHA256:AES256-GCM-SHA384:@SECLEVEL=2"
  /// Bytes of the certificates that a peer may show.
  private static let maxChainBytes = 32_768

  let context: OpaquePointer

  init(method: OpaquePointer) {
    guard let context = SSL_CTX_new(method) else {
      preconditionFailure("OpenSSL makes no context only without memory.")
    }
    self.context = context
    copenssl_set_modes(context)
    copenssl_set_options(context)
    copenssl_set_max_chain_bytes(context, Self.maxChainBytes)
    precondition(
      copenssl_set_minimum_tls12(context) == 1
        && SSL_CTX_set_cipher_list(context, Self.suites) == 1,
      "This OpenSSL lacks TLS 1.2 or its suites.")
    SSL_CTX_set_num_tickets(context, 0)
    // A key with a pass phrase is an error, not a question on the terminal.
    SSL_CTX_set_default_passwd_cb(context) { _, _, _, _ in 0 }
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), UInt(X509_V_FLAG_PARTIAL_CHAIN))
  }

  deinit { SSL_CTX_free(context) }

  // MARK: Files

  /// Takes a certificate chain, leaf first, and its private key.
  func identify(certificateFile: String, keyFile: String) throws(TLSError) {
    ERR_clear_error()
    defer { ERR_clear_error() }
    try Self.checkReadable(certificateFile, what: "The certificate file")
    guard SSL_CTX_use_certificate_chain_file(context, certificateFile) == 1 else {
      throw TLSError(
        .invalidCertificate, file: certificateFile,
        "\(certificateFile) has no usable certificate chain (\(Self.reason())). It must be PEM, the "
          + "server's or station's own certificate first, then the intermediate ones.")
    }
    try Self.checkReadable(keyFile, what: "The private key file")
    try Self.checkPrivate(keyFile)
    guard SSL_CTX_use_PrivateKey_file(context, keyFile, SSL_FILETYPE_PEM) == 1 else {
      let reason = ERR_GET_REASON(ERR_peek_last_error())
      if reason == X509_R_KEY_VALUES_MISMATCH { throw Self.mismatch(certificateFile, keyFile) }
      throw TLSError(
        .invalidKey, file: keyFile,
        "\(keyFile) has no usable private key (\(Self.reason())). It must be PEM without a pass "
          + "phrase; to take one off: openssl pkey -in \(keyFile) -out new.key")
    }
    guard SSL_CTX_check_private_key(context) == 1 else {
      throw Self.mismatch(certificateFile, keyFile)
    }
  }

  /// Trusts the certificates of a PEM file, each of them: roots or intermediate ones.
  func trust(_ caFile: String) throws(TLSError) {
    ERR_clear_error()
    defer { ERR_clear_error() }
    try Self.checkReadable(caFile, what: "The CA file")
    guard SSL_CTX_load_verify_file(context, caFile) == 1 else {
      throw TLSError(
        .invalidCertificate, file: caFile,
        "\(caFile) has no usable CA certificate (\(Self.reason())). It must be one or more in PEM.")
    }
  }

  private static func mismatch(_ certificateFile: String, _ keyFile: String) -> TLSError {
    TLSError(
      .keyMismatch, file: keyFile,
      "The key in \(keyFile) is not the one of the first certificate in \(certificateFile). Give the "
        + "key with which that certificate was requested.")
  }

  private static func checkReadable(_ path: String, what: String) throws(TLSError) {
    guard access(path, R_OK) != 0 else { return }
    throw TLSError(
      .unreadableFile, file: path,
      "\(what) \(path) cannot be read: \(String(cString: strerror(errno))).")
  }

  /// A group may read a key (some systems have one for that), others may not, and nobody else may
  /// write it.
  private static func checkPrivate(_ path: String) throws(TLSError) {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & 0o027 != 0 else { return }
    throw TLSError(
      .exposedKey, file: path,
      "Others on this machine may read or change the private key \(path). Close it: chmod 600 \(path)"
    )
  }

  private static func reason() -> String {
    ERR_reason_error_string(ERR_peek_last_error()).map { String(cString: $0) } ?? "no reason known"
  }
}
