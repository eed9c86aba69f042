import COpenSSL
import Synchronization

/// With what a server speaks TLS: its certificate and key, and whose certificates its clients must
/// show. Several servers may share one. TLS 1.2 and 1.3 with the suites of the OCPP security
/// whitepaper; no compression, renegotiation or resumption.
public final class TLSServerContext: Sendable {
  public let certificateFile: String
  public let keyFile: String
  /// When set, clients without a certificate from one of these authorities are refused.
  public let clientCAFile: String?
  private let current: Mutex<TLSSettings>

  /// Reads the files.
  /// - Parameters:
  ///   - certificateFile: PEM, the server's certificate first, then the intermediate ones.
  ///   - keyFile: PEM without a pass phrase, readable by its owner and at most a group.
  ///   - clientCAFile: PEM; makes a client certificate a duty (mutual TLS).
  /// - Throws: an error that names the file and says what to do.
  public init(
    certificateFile: String, keyFile: String, clientCAFile: String? = nil
  ) throws(TLSError) {
    self.certificateFile = certificateFile
    self.keyFile = keyFile
    self.clientCAFile = clientCAFile
    current = Mutex(try Self.read(certificateFile, keyFile, clientCAFile))
  }

  /// Reads the files again, for connections that come from now on; the open ones go on. May be called
  /// by any thread.
  /// - Throws: as `init`; what was read before stays in use then.
  public func reload() throws(TLSError) {
    let settings = try Self.read(certificateFile, keyFile, clientCAFile)
    current.withLock { $0 = settings }
  }

  /// When the server's certificate ends, in seconds since 1970.
  public var expiry: Int64 {
    guard let certificate = SSL_CTX_get0_certificate(settings.context) else { return 0 }
    return seconds(of: X509_get0_notAfter(certificate))
  }

  /// Whether clients must show a certificate.
  public var isMutual: Bool { clientCAFile != nil }

  var settings: TLSSettings { current.withLock { $0 } }

  private static func read(
    _ certificateFile: String, _ keyFile: String, _ clientCAFile: String?
  ) throws(TLSError) -> TLSSettings {
    let settings = TLSSettings(method: TLS_server_method())
    try settings.identify(certificateFile: certificateFile, keyFile: keyFile)
    if let clientCAFile {
      try settings.trust(clientCAFile)
      SSL_CTX_set_client_CA_list(settings.context, SSL_load_client_CA_file(clientCAFile))
      SSL_CTX_set_verify(
        settings.context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nil)
    }
    // http/1.1 is taken when it is offered, and anything else passed over.
    SSL_CTX_set_alpn_select_cb(
      settings.context,
      { _, chosen, length, offered, count, _ in
        guard let offered, let chosen, let length else { return SSL_TLSEXT_ERR_NOACK }
        let names = UnsafeBufferPointer(start: offered, count: Int(count))
        var index = 0
        while index < names.count {
          let end = index + 1 + Int(names[index])
          guard end <= names.count else { break }
          if names[(index + 1)..<end].elementsEqual("http/1.1".utf8) {
            chosen.pointee = offered + index + 1
            length.pointee = names[index]
            return SSL_TLSEXT_ERR_OK
          }
          index = end
        }
        return SSL_TLSEXT_ERR_NOACK
      }, nil)
    return settings
  }
}
