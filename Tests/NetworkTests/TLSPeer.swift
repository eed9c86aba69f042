import COpenSSL
import TestKit

/// A client with OpenSSL and nothing of the target, for saying what no client should say.
final class TLSPeer {
  struct Options {
    var version: Int32?
    /// Suites of TLS 1.2 and below, at a level that allows the old ones.
    var suites = "ALL:@SECLEVEL=0"
    var certificate: String?
    /// Bytes per piece on the wire.
    var pieceSize = Int.max
    var receiveBuffer: Int32?
  }

  let socket: RawSocket
  let ssl: OpaquePointer
  private let pieceSize: Int
  private let input = BIO_new(BIO_s_mem())
  private let output = BIO_new(BIO_s_mem())
  private var pending: [UInt8] = []

  init(port: UInt16, _ options: Options = Options()) {
    socket = RawSocket(port: port, receiveBuffer: options.receiveBuffer)
    pieceSize = options.pieceSize
    let context = SSL_CTX_new(TLS_client_method())!
    defer { SSL_CTX_free(context) }
    SSL_CTX_set_cipher_list(context, options.suites)
    if let version = options.version {
      SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(version), nil)
      SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(version), nil)
    }
    if let name = options.certificate {
      SSL_CTX_use_certificate_chain_file(context, Certificates.made.path("\(name).pem"))
      SSL_CTX_use_PrivateKey_file(
        context, Certificates.made.path("\(name).key"), SSL_FILETYPE_PEM)
    }
    let alpn = [UInt8(2)] + Array("h2".utf8) + [8] + Array("http/1.1".utf8)
    SSL_CTX_set_alpn_protos(context, alpn, UInt32(alpn.count))
    ssl = SSL_new(context)!
    SSL_set_bio(ssl, input, output)
    SSL_set_connect_state(ssl)
  }

  deinit { SSL_free(ssl) }

  var version: String { String(cString: SSL_get_version(ssl)) }
  var suite: String { String(cString: SSL_CIPHER_get_name(SSL_get_current_cipher(ssl))) }

  /// What the server's last alert or our own check said.
  private(set) var error = ""

  /// Says the first word of a handshake and no more.
  func begin() {
    _ = SSL_do_handshake(ssl)
    flush()
  }

  /// - Returns: whether it was completed on this side.
  func shakeHands() -> Bool {
    while true {
      let code = SSL_do_handshake(ssl)
      flush()
      if code == 1 { return true }
      guard SSL_get_error(ssl, code) == SSL_ERROR_WANT_READ, take() else {
        noteError()
        return false
      }
    }
  }

  func send(_ bytes: [UInt8]) {
    SSL_write(ssl, bytes, Int32(bytes.count))
    flush()
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  /// Exactly this many bytes; fewer when the server ends.
  func receive(_ count: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while pending.count < count {
      let read = SSL_read(ssl, &buffer, Int32(buffer.count))
      if read > 0 {
        pending += buffer[..<Int(read)]
      } else {
        guard SSL_get_error(ssl, read) == SSL_ERROR_WANT_READ, take() else {
          noteError()
          break
        }
      }
    }
    let taken = Array(pending.prefix(count))
    pending.removeFirst(taken.count)
    return taken
  }

  /// Whether the server has said goodbye (close_notify) and nothing after it.
  var hasEnded: Bool {
    receive(1).isEmpty && SSL_get_shutdown(ssl) & SSL_RECEIVED_SHUTDOWN != 0
  }

  func sayGoodbye() {
    SSL_shutdown(ssl)
    flush()
  }

  func receiveHead() -> String {
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let byte = receive(1)
      if byte.isEmpty { break }
      head += byte
    }
    return String(decoding: head, as: UTF8.self)
  }

  func get(_ path: String) -> String {
    send("GET \(path) HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
    let head = receiveHead()
    let length = head.split(separator: "Content-Length: ").last.flatMap {
      Int($0.prefix { $0.isNumber })
    }
    return String(decoding: receive(length ?? 0), as: UTF8.self)
  }

  @discardableResult
  func upgrade(_ path: String = "/echo") -> String {
    send(
      "GET \(path) HTTP/1.1\r\nHost: test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
    return receiveHead()
  }

  func receiveFrame() -> WireFrame? {
    let head = receive(2)
    if head.count < 2 { return nil }
    var count = Int(head[1] & 127)
    if count == 126 { count = receive(2).reduce(0) { $0 << 8 | Int($1) } }
    if count == 127 { count = receive(8).reduce(0) { $0 << 8 | Int($1) } }
    return WireFrame(first: head[0], payload: receive(count))
  }

  private func flush() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = BIO_read(output, &buffer, Int32(buffer.count))
      if count <= 0 { return }
      var rest = buffer[..<Int(count)]
      while !rest.isEmpty {
        socket.send(Array(rest.prefix(pieceSize)))
        rest = rest.dropFirst(pieceSize)
      }
    }
  }

  private func take() -> Bool {
    let bytes = socket.receiveSome()
    if bytes.isEmpty { return false }
    BIO_write(input, bytes, Int32(bytes.count))
    return true
  }

  private func noteError() {
    let code = ERR_peek_error()
    error = ERR_reason_error_string(code).map { String(cString: $0) } ?? error
    ERR_clear_error()
  }
}
