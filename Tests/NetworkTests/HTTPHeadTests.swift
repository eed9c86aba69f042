import Testing

@testable import Network

@Suite struct HTTPHeadTests {
  private func parse(_ text: String, limit: Int = 500) throws(HTTPFailure) -> HTTPHead? {
    try Array(text.utf8).withUnsafeBufferPointer { bytes throws(HTTPFailure) in
      try HTTPHead.parseRequest(bytes, limit: limit)
    }
  }

  @Test(
    "A head that could be read in two ways is refused",
    arguments: [
      (" / HTTP/1.1\r\n", 400), ("G(T / HTTP/1.1\r\n", 400), ("GET  HTTP/1.1\r\n", 400),
      ("GET /a b HTTP/1.1\r\n", 400), ("GET /\u{7F} HTTP/1.1\r\n", 400), ("GET /\r\n", 400),
      ("GET / HTTP/2.0\r\n", 505), ("GET / HTTP/1.2\r\n", 505), ("GET / HTTQ/1.1\r\n", 400),
      ("GET / HTTP/1.1\n", 400), ("GET / HTTP/1.1 \r\n", 400), ("GET / HTTP/1.1\rX", 400),
      ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\n folded: x\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n", 400),
      ("GET / HTTP/1.1\r\nHost : a\r\n", 400), ("GET / HTTP/1.1\r\n: a\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: a\nB: c\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\r\n", 400),
      ("GET / HTTP/1.1\r\nA: \u{1}\r\n", 400),
      ("GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nContent-Length: +1\r\n", 400),
      ("GET / HTTP/1.1\r\nContent-Length:\r\n", 400),
      ("GET / HTTP/1.1\r\nContent-Length: 1, 1\r\n", 400),
      ("GET / HTTP/1.1\r\nContent-Length: 1234567890123456\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n", 411),
      ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
      ("GET / HTTP/1.1\r\nExpect: tea\r\n", 417), ("GET http:///a HTTP/1.1\r\n", 400),
      ("GET http://user@host/ HTTP/1.1\r\n", 400), ("GET https://?a HTTP/1.1\r\n", 400),
    ])
  func refused(text: String, status: Int) {
    #expect(throws: HTTPFailure(status: status)) { try parse(text) }
  }

  @Test("A head longer than the limit is refused where it is too long")
  func tooLong() {
    let long = String(repeating: "x", count: 600)
    #expect(throws: HTTPFailure(status: 414)) { try parse("GET /\(long)") }
    #expect(throws: HTTPFailure(status: 414)) { try parse("GET /\(long) HTTP/1.1\r\n") }
    #expect(throws: HTTPFailure(status: 431)) { try parse(long) }
    #expect(throws: HTTPFailure(status: 431)) { try parse("GET / HTTP/1.1\r\n\(long)") }
    #expect(throws: HTTPFailure(status: 431)) { try parse("GET / HTTP/1.1\r\nHost: \(long)") }
    #expect(throws: HTTPFailure(status: 431)) {
      try parse("GET / HTTP/1.1\r\nHost: a\r\nB: \(long)\r\n\r\n")
    }
    let many = String(repeating: "A: b\r\n", count: 65)
    #expect(throws: HTTPFailure(status: 431)) {
      try parse("GET / HTTP/1.1\r\nHost: a\r\n\(many)\r\n", limit: 5_000)
    }
  }

  @Test("A good head is read whole, and every prefix of it is incomplete")
  func good() throws {
    let text =
      "POST /a?b=c HTTP/1.1\r\nhost:h\r\nX-Empty:\r\nX-Odd: \t a b \t\r\nContent-Length: 012\r\n"
      + "Connection: Foo, close\r\nExpect: 100-Continue\r\n\r\n"
    let head = try #require(try parse(text + "body"))
    #expect(head.length == text.utf8.count && head.contentLength == 12)
    #expect(!head.keepsAlive && head.expectsContinue && head.fields.count == 6)
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[head.fields[2].value], as: UTF8.self) == "a b")
    #expect(head.fields[1].value.isEmpty)
    for count in 0..<bytes.count {
      let prefix = String(decoding: bytes[..<count], as: UTF8.self)
      #expect(try parse(prefix) == nil, "\(count)")
    }
  }

  @Test(
    "A target that names the host is its path at that host, whatever Host says",
    arguments: [
      ("/a?b=/c", "/a", "b=/c", "told"),
      ("http://h:1/a/b?c=http://d/", "/a/b", "c=http://d/", "h:1"),
      ("HTTPS://[::1]", "/", "", "[::1]"), ("http://h?b", "/", "b", "h"),
      ("/http://h/a", "/http://h/a", "", "told"),
    ])
  func absoluteForm(target: String, path: String, query: String, host: String) throws {
    let text = "GET \(target) HTTP/1.1\r\nHost: told\r\n\r\n"
    let head = try #require(try parse(text))

    let request = HTTPRequest(head: head, bytes: Array(text.utf8), body: [], remoteAddress: "")

    #expect(request.path == path && request.query == query)
    #expect(request.header("host") == host && request.header("HOST") == host)
  }

  @Test("HTTP/1.0 needs no Host and is not kept alive")
  func oldVersion() throws {
    let head = try #require(try parse("GET / HTTP/1.0\r\n\r\n"))
    #expect(!head.keepsAlive)
  }

  @Test("A date is written as RFC 9110 shows it")
  func date() {
    #expect(HTTPDate.format(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }

  @Test("Responses are parsed as strictly as requests")
  func responses() throws {
    func parse(_ text: String) throws -> HTTPHead? {
      try Array(text.utf8).withUnsafeBufferPointer {
        try HTTPHead.parseResponse($0, limit: 100)
      }
    }
    #expect(try parse("HTTP/1.1 101 Switching\r\nA: b\r\n\r\n")?.status == 101)
    #expect(try parse("HTTP/1.1 204\r\n\r\n")?.status == 204)
    #expect(try parse("HTTP/1.1 20") == nil)
    for bad in ["HTTP/1.1 20\r\n\r\n", "HTTP/1.1 2000\r\n\r\n", "ICY 200 OK\r\n\r\n"] {
      #expect(throws: HTTPFailure.self) { try parse(bad) }
    }
  }

  @Test(
    "A URL is taken apart or refused",
    arguments: [
      ("ws://h", "h", 80, "/", "h"), ("WS://h:9/a?b", "h", 9, "/a?b", "h:9"),
      ("ws://[::1]:8/x", "::1", 8, "/x", "[::1]:8"), ("ws://[::1]", "::1", 80, "/", "[::1]"),
      ("ws://h?q", "h", 80, "/?q", "h"),
    ] as [(String, String, UInt16, String, String)])
  func urls(text: String, host: String, port: UInt16, target: String, authority: String) throws {
    let url = try HostPlace(text, plain: "ws", secure: "wss")
    #expect(url.host == host && url.port == port && url.target == target)
    #expect(url.authority == authority)
  }

  @Test(
    "A URL that is not one is an error of its own",
    arguments: [
      "http://h", "ws:/h", "ws://", "ws://h:0", "ws://h:x", "ws://h:99999", "ws://h:", "ws://u@h",
      "ws://h/ x", "ws://h/\r\nA: b", "ws://h/#f", "ws://[::1", "ws://[::1]x", "",
    ])
  func badURLs(text: String) {
    #expect(throws: NetworkError.invalidURL(text)) {
      try HostPlace(text, plain: "ws", secure: "wss")
    }
  }
}
