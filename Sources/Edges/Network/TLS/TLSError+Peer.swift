import COpenSSL

extension TLSError {
  /// What OpenSSL says about the peer after a failed call; empties this thread's error queue.
  init(failureOf ssl: OpaquePointer) {
    let error = ERR_peek_error()
    let reason = ERR_GET_REASON(error)
    let verdict = Int32(truncatingIfNeeded: SSL_get_verify_result(ssl))
    defer { ERR_clear_error() }
    switch reason {
    case SSL_R_CERTIFICATE_VERIFY_FAILED where verdict != X509_V_OK:
      self = TLSError(verdict: verdict)
    case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE:
      self.init(.certificateMissing, "The peer showed no certificate.")
    case SSL_R_HTTP_REQUEST:
      self.init(.plainHTTP, "The peer sent a plain HTTP request.")
    case SSL_R_WRONG_VERSION_NUMBER, SSL_R_HTTPS_PROXY_REQUEST, SSL_R_BAD_RECORD_TYPE,
      SSL_R_PACKET_LENGTH_TOO_LONG:
      self.init(.notTLS, "What the peer sent is not TLS.")
    case SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_NO_PROTOCOLS_AVAILABLE, SSL_R_VERSION_TOO_LOW:
      self.init(.nothingInCommon, "The peer offers neither TLS 1.2 nor TLS 1.3.")
    case SSL_R_NO_SHARED_CIPHER, SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM,
      SSL_R_NO_SHARED_SIGNATURE_ALGORITHMS, SSL_R_NO_SUITABLE_KEY_SHARE:
      self.init(.nothingInCommon, "The peer offers no cipher suite that is allowed here.")
    case Self.alertOffset...:
      let text = String(cString: SSL_alert_desc_string_long(reason - Self.alertOffset))
      self.init(.refusedByPeer, "The peer refused: \(text).")
    default:
      let text = ERR_reason_error_string(error).map { String(cString: $0) }
      self.init(.protocolError, "The peer broke the TLS protocol: \(text ?? "no reason known").")
    }
  }

  /// OpenSSL reports the peer's alerts as reasons from here on (SSL_AD_REASON_OFFSET).
  private static var alertOffset: Int32 { SSL_AD_REASON_OFFSET }

  /// What is wrong with the peer's certificate.
  private init(verdict: Int32) {
    let text = String(cString: X509_verify_cert_error_string(Int(verdict)))
    switch verdict {
    case X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_CERT_NOT_YET_VALID:
      self.init(.expired, "The peer's certificate cannot be used today: \(text).")
    case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
      self.init(.wrongHost, "The server's certificate is for another name: \(text).")
    default: self.init(.untrusted, "The peer's certificate is not trusted: \(text).")
    }
  }
}
