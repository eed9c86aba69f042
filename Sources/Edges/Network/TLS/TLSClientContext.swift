import COpenSSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// With what a client speaks TLS: whom it trusts, and the certificate it shows. The server's
/// certificate must be issued by a trusted authority for the host name of the URL; there is no way to
/// switch that off.
public final class TLSClientContext: Sendable {
  let settings: TLSSettings

  /// The system's authorities and no certificate of our own; what `wss://` uses without a context.
  static let system = TLSClientContext(settings: systemSettings())

  private init(settings: TLSSettings) { self.settings = settings }

  /// Reads the files.
  /// - Parameters:
  ///   - caFile: PEM with the authorities to trust; nil for those of the system.
  ///   - certificateFile: PEM, the client's certificate first, for servers that ask for one.
  ///   - keyFile: its key; nil when it is in the certificate's file.
  /// - Throws: an error that names the file and says what to do.
  public init(
    caFile: String? = nil, certificateFile: String? = nil, keyFile: String? = nil
  ) throws(TLSError) {
    if let caFile {
      settings = Self.emptySettings()
      try settings.trust(caFile)
    } else {
      settings = Self.systemSettings()
    }
    if let certificateFile {
      try settings.identify(
        certificateFile: certificateFile, keyFile: keyFile ?? certificateFile)
    } else if let keyFile {
      throw TLSError(
        .invalidCertificate, file: keyFile,
        "The key \(keyFile) has no certificate beside it: give both, or neither.")
    }
  }

  private static func emptySettings() -> TLSSettings {
    let settings = TLSSettings(method: TLS_client_method())
    SSL_CTX_set_verify(settings.context, SSL_VERIFY_PEER, nil)
    let offered = [UInt8(8)] + Array("http/1.1".utf8)
    SSL_CTX_set_alpn_protos(settings.context, offered, UInt32(offered.count))
    return settings
  }

  private static func systemSettings() -> TLSSettings {
    let settings = emptySettings()
    SSL_CTX_set_default_verify_paths(settings.context)
    return settings
  }

  /// Makes a connection insist on the server's name.
  static func expect(_ host: String, of ssl: OpaquePointer) {
    let parameters = SSL_get0_param(ssl)
    if (try? SocketAddress(literal: host, port: 0)) != nil {
      X509_VERIFY_PARAM_set1_ip_asc(parameters, host)
    } else {
      X509_VERIFY_PARAM_set_hostflags(parameters, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
      X509_VERIFY_PARAM_set1_host(parameters, host, 0)
      _ = copenssl_set_server_name(ssl, host)
    }
  }
}
