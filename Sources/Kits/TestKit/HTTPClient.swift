import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A tiny HTTP/1.1 client on a blocking socket, which shares no code with the server. One connection
/// per request.
public struct HTTPClient: Sendable {
  public let port: UInt16

  public init(port: UInt16) { self.port = port }

  /// An answer as it came.
  public struct Reply: Sendable {
    public var status: Int
    /// Names in lower case.
    public var headers: [String: String]
    public var body: [UInt8]

    /// No answer came.
    public static let nothing = Reply(status: 0, headers: [:], body: [])

    public var text: String { String(decoding: body, as: UTF8.self) }
    /// The body as a JSON object; empty when it is none.
    public var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
    }
  }

  public func get(_ path: String, _ headers: [(String, String)] = []) -> Reply {
    request("GET", path, headers)
  }

  /// Sends a request with an optional JSON body; status 0 when there is no answer.
  public func request(
    _ method: String, _ path: String, _ headers: [(String, String)] = [], body: String? = nil
  ) -> Reply {
    let socket = BlockingSocket(port: port)
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
    if !headers.contains(where: { $0.0.lowercased() == "connection" }) {
      head += "Connection: close\r\n"
    }
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if let body {
      head += "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
    }
    socket.send(head + "\r\n" + (body ?? ""))
    return socket.receive(method)
  }
}

/// A TCP connection to this machine.
private final class BlockingSocket {
  private let descriptor: Int32
  private var pending: [UInt8] = []

  init(port: UInt16) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var timeout = timeval(tv_sec: Int(TestKit.patience), tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, size)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let descriptor = descriptor
    withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  func receive(_ method: String) -> HTTPClient.Reply {
    var reply = HTTPClient.Reply.nothing
    var end: Int?
    while end == nil {
      end = pending.indices.first { pending[$0...].starts(with: [13, 10, 13, 10]) }
      if end == nil && !fill() { return reply }
    }
    let lines = String(decoding: pending[..<(end ?? 0)], as: UTF8.self).split(separator: "\r\n")
    pending.removeFirst((end ?? 0) + 4)
    reply.status = lines.first.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      reply.headers[parts[0].lowercased()] =
        parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    }
    let length = method == "HEAD" ? 0 : Int(reply.headers["content-length"] ?? "0") ?? 0
    if method != "HEAD", reply.headers["transfer-encoding"] == "chunked" {
      while fill() {}
      guard let body = unchunked() else { return .nothing }
      reply.body = body
      return reply
    }
    while pending.count < length, fill() {}
    reply.body = pending
    return reply
  }

  /// The chunks together; nil when the last one is missing.
  private func unchunked() -> [UInt8]? {
    var body: [UInt8] = []
    var rest = pending[...]
    while let end = rest.firstIndex(of: 13) {
      guard let count = Int(String(decoding: rest[..<end], as: UTF8.self), radix: 16),
        rest.endIndex - end >= count + 4
      else { return nil }
      if count == 0 { return body }
      body += rest[(end + 2)..<(end + 2 + count)]
      rest = rest[(end + 4 + count)...]
    }
    return nil
  }

  private func fill() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count <= 0 { return false }
    pending += buffer[..<count]
    return true
  }
}
