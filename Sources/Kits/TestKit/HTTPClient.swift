import Foundation

/// A tiny HTTP/1.1 client on a blocking socket, which shares no code with the server. One connection
/// per request.
public struct HTTPClient: Sendable {
  public let port: UInt16
  /// From 127.0.0.`host`.
  private let host: UInt8

  public init(port: UInt16, from host: UInt8 = 1) {
    self.port = port
    self.host = host
  }

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
    let socket = RawSocket(port: port, from: host)
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
    if !headers.contains(where: { $0.0.lowercased() == "connection" }) {
      head += "Connection: close\r\n"
    }
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if let body {
      head += "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
    }
    socket.send(head + "\r\n" + (body ?? ""))
    return socket.receiveReply(method)
  }
}

extension RawSocket {
  /// The answer to a request.
  fileprivate func receiveReply(_ method: String) -> HTTPClient.Reply {
    var reply = HTTPClient.Reply.nothing
    guard let head = receive(through: "\r\n\r\n") else { return reply }
    let lines = head.split(separator: "\r\n")
    reply.status = lines.first.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      reply.headers[parts[0].lowercased()] =
        parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    }
    if method == "HEAD" { return reply }
    if reply.headers["transfer-encoding"] == "chunked" {
      guard let body = RawSocket.unchunked(receiveToEnd() ?? []) else { return .nothing }
      reply.body = body
    } else {
      reply.body = receive(Int(reply.headers["content-length"] ?? "0") ?? 0)
    }
    return reply
  }

  /// The chunks together; nil when the last one is missing.
  private static func unchunked(_ bytes: [UInt8]) -> [UInt8]? {
    var body: [UInt8] = []
    var rest = bytes[...]
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
}
