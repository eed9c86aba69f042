import COpenSSL

/// The TLS of one connection: plain bytes on one side, the loop's `TLSWire` on the other. It does no
/// input or output of its own.
final class TLSSession {
  enum Phase {
    /// Leaves for `open` when both sides have finished, for `ended` when one of them refuses.
    case handshaking
    case open
    /// Nothing more is written: we have said goodbye, or there was a failure.
    case ended
  }

  /// What a step came to.
  enum Progress: Equatable {
    case needsInput
    /// The output is full: send it and call again.
    case needsRoom
    case done
    /// The peer said goodbye (close_notify).
    case peerClosed
    case failed(TLSError)
  }

  private enum Side { case server(TLSServerContext), client(TLSClientContext, host: String) }

  private let side: Side
  /// Nil until the first bytes: a connection that says nothing costs nothing.
  private var ssl: OpaquePointer?
  private(set) var phase = Phase.handshaking
  /// Called out of the line of handshakes; see `HandshakeLine`.
  var isCalled = false
  /// Whether the handshake has cost work already.
  var hasBegun: Bool { ssl != nil }

  init(server: TLSServerContext) { side = .server(server) }

  init(client: TLSClientContext, host: String) { side = .client(client, host: host) }

  deinit { SSL_free(ssl) }

  /// Whether the peer's certificate is checked, which is most of a handshake's work.
  var checksPeer: Bool {
    switch side {
    case .server(let context): context.isMutual
    case .client: true
    }
  }

  /// The peer's certificate.
  var peerCertificate: ClientCertificate? { ssl.flatMap { ClientCertificate(peerOf: $0) } }

  private func connection(_ wire: TLSWire) -> OpaquePointer {
    if let ssl { return ssl }
    let settings =
      switch side {
      case .server(let context): context.settings
      case .client(let context, _): context.settings
      }
    guard let made = SSL_new(settings.context) else {
      preconditionFailure("OpenSSL makes no connection only without memory.")
    }
    let bio = wire.makeBIO()
    SSL_set_bio(made, bio, bio)
    switch side {
    case .server: SSL_set_accept_state(made)
    case .client(_, let host):
      SSL_set_connect_state(made)
      TLSClientContext.expect(host, of: made)
    }
    ssl = made
    return made
  }

  // MARK: Steps

  func handshake(_ wire: TLSWire) -> Progress {
    let ssl = connection(wire)
    ERR_clear_error()
    let code = SSL_do_handshake(ssl)
    if code == 1 {
      phase = .open
      return .done
    }
    return progress(ssl, code)
  }

  /// Fills the room as far as the input goes.
  func read(into room: UnsafeMutableBufferPointer<UInt8>) -> (count: Int, progress: Progress) {
    guard let ssl, phase == .open else { return (0, .needsInput) }
    var count = 0
    while count < room.count {
      ERR_clear_error()
      let code = SSL_read(ssl, room.baseAddress! + count, Int32(room.count - count))
      if code <= 0 { return (count, progress(ssl, code)) }
      count += Int(code)
    }
    return (count, .done)
  }

  /// Makes one record, or part of one when the output is full.
  /// - Returns: how many bytes were taken.
  func write(_ bytes: UnsafeRawBufferPointer) -> (count: Int, progress: Progress) {
    guard let ssl, phase == .open else { return (bytes.count, .done) }
    ERR_clear_error()
    let code = SSL_write(ssl, bytes.baseAddress, Int32(bytes.count))
    return code > 0 ? (Int(code), .done) : (0, progress(ssl, code))
  }

  /// Says that nothing more will be written; false when that is not possible or not needed.
  func sayGoodbye() -> Bool {
    guard let ssl, phase == .open else { return false }
    phase = .ended
    ERR_clear_error()
    let code = SSL_shutdown(ssl)
    ERR_clear_error()
    return code >= 0
  }

  /// The connection under it is gone.
  func abandon() { phase = .ended }

  private func progress(_ ssl: OpaquePointer, _ code: Int32) -> Progress {
    switch SSL_get_error(ssl, code) {
    case SSL_ERROR_WANT_READ: return .needsInput
    case SSL_ERROR_WANT_WRITE: return .needsRoom
    case SSL_ERROR_ZERO_RETURN: return .peerClosed
    default:
      phase = .ended
      return .failed(TLSError(failureOf: ssl))
    }
  }
}
