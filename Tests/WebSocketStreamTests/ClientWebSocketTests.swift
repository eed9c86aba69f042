import OCPPJSON
import Testing

@testable import WebSocketStream

/// A client and what it wrote; the server's bytes are written by hand.
final class Wire {
  var socket: ClientWebSocket
  var written: [UInt8] = []
  static let request = UpgradeRequest(host: "h:80", path: "/ocpp", identity: "CP 1", password: "pw")

  init(limit: Int = 512, chunk: Int = 16) {
    // The nonce of RFC 6455 §1.3: base64 "dGhlIHNhbXBsZSBub25jZQ==" of "the sample nonce".
    var words: [UInt32] = []
    let nonce = Array("the sample nonce".utf8)
    for index in 0..<4 {
      words.append((0..<4).reduce(0) { $0 | UInt32(nonce[4 * index + $1]) << UInt32(8 * $1) })
    }
    var drawn = 0
    socket = ClientWebSocket(messageLimit: limit, chunk: chunk) {
      drawn += 1
      return words[(drawn - 1) % 4]
    }
  }

  static let goodAnswer =
    "HTTP/1.1 101 Switching Protocols\r\nupgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n"
    + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: ocpp1.6\r\n\r\n"

  func open(_ request: UpgradeRequest = Wire.request) -> UpgradeFailure? {
    socket.open(request) { written += $0 }
  }

  /// Hands the bytes in, so many at a time, and gathers the events; texts by their messages.
  func read(_ bytes: [UInt8], step: Int = .max) -> (events: [WebSocketEvent], texts: [String]) {
    var events: [WebSocketEvent] = []
    var texts: [String] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + min(step, bytes.count))
      Array(bytes[start..<end]).withUnsafeBufferPointer { part in
        var rest = part
        while let event = socket.read(&rest, write: { written += $0 }) {
          events.append(event)
          if event == .message {
            texts.append(String(decoding: socket.messageBytes, as: UTF8.self))
          }
        }
      }
      start = end
    }
    return (events, texts)
  }

  static func opened(limit: Int = 512, chunk: Int = 16) -> Wire {
    let wire = Wire(limit: limit, chunk: chunk)
    #expect(wire.open() == nil)
    #expect(wire.read(Array(goodAnswer.utf8)).events == [.opened])
    wire.written = []
    return wire
  }

  static func frame(_ first: UInt8, _ payload: [UInt8]) -> [UInt8] {
    var length: [UInt8] = [UInt8(truncatingIfNeeded: payload.count)]
    if payload.count > 125 {
      length = [126, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
    }
    return [first] + length + payload
  }

  /// The frames this end wrote, unmasked.
  func takeFrames() -> [(first: UInt8, payload: [UInt8])] {
    var frames: [(UInt8, [UInt8])] = []
    var place = 0
    while place < written.count {
      let first = written[place]
      #expect(written[place + 1] & 0x80 != 0, "a client masks")
      var length = Int(written[place + 1] & 0x7F)
      place += 2
      if length == 126 {
        length = Int(written[place]) << 8 | Int(written[place + 1])
        place += 2
      }
      let mask = Array(written[place..<place + 4])
      place += 4
      frames.append(
        (first, (0..<length).map { written[place + $0] ^ mask[$0 & 3] }))
      place += length
    }
    written = []
    return frames
  }
}

@Suite("A WebSocket client over a stream of bytes") struct ClientWebSocketTests {
  @Test func theRequestNamesIdentitySubprotocolAndCredentials() {
    let wire = Wire()
    #expect(wire.open() == nil)
    #expect(
      String(decoding: wire.written, as: UTF8.self)
        == "GET /ocpp/CP%201 HTTP/1.1\r\nHost: h:80\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: ocpp1.6\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Basic Q1AgMTpwdw==\r\n\r\n"
    )
  }

  @Test func aLineBreakInTheHostIsRefusedBeforeAnythingIsWritten() {
    let wire = Wire()
    var request = Wire.request
    request.host = "h\r\nX: y"
    #expect(wire.open(request) == .badRequest)
    #expect(wire.written.isEmpty)
  }

  @Test func theHandshakeMayComeByteByByteWithAFrameBehindIt() {
    let wire = Wire()
    _ = wire.open()
    let (events, texts) = wire.read(Array(Wire.goodAnswer.utf8) + Wire.frame(0x81, [0x5B]), step: 1)
    #expect(events == [.opened, .message])
    #expect(texts == ["["])
  }

  @Test(arguments: [
    ("101", "404", UpgradeFailure.status(404)),
    ("HTTP/1.1", "SMTP 1.1", .notHTTP),
    ("s3pP", "s3pQ", .notUpgraded),
    ("WebSocket", "h2c", .notUpgraded),
    ("keep-alive, Upgrade", "keep-alive", .notUpgraded),
    ("ocpp1.6", "ocpp2.0.1", .noSubprotocol),
    ("Sec-WebSocket-Protocol: ocpp1.6\r\n", "", .noSubprotocol),
    ("Connection", "Sec-WebSocket-Extensions: permessage-deflate\r\nConnection", .unknownExtension),
  ])
  func aWrongAnswerIsNotTaken(part: String, instead: String, failure: UpgradeFailure) {
    let wire = Wire()
    _ = wire.open()
    let answer = Wire.goodAnswer.split(
      separator: part, maxSplits: 1, omittingEmptySubsequences: false
    )
    .joined(separator: instead)
    #expect(wire.read(Array(answer.utf8)).events == [.failed(failure)])
    #expect(wire.socket.state == .idle)
  }

  @Test func aHeadWithoutEndIsGivenUp() {
    let wire = Wire()
    _ = wire.open()
    let endless = Array("HTTP/1.1 101 x\r\n".utf8) + Array(repeating: 0x61, count: 600)
    #expect(wire.read(endless).events == [.failed(.notHTTP)])
  }

  @Test(arguments: [0, 1, 125, 126, 300])
  func whatIsSentArrivesUnmasked(count: Int) {
    let wire = Wire.opened()
    let text = (0..<count).map { UInt8(0x30 + $0 % 10) }
    text.withUnsafeBufferPointer { wire.socket.send($0) { wire.written += $0 } }
    let frames = wire.takeFrames()
    #expect(frames.count == 1)
    #expect(frames[0].first == 0x81)
    #expect(frames[0].payload == text)
  }

  @Test func fragmentsMakeOneMessageAndAPingBetweenThemIsAnswered() {
    let wire = Wire.opened()
    let (events, texts) = wire.read(
      Wire.frame(0x01, [0x61]) + Wire.frame(0x89, [7, 8]) + Wire.frame(0x00, [0x62])
        + Wire.frame(0x80, [0x63]), step: 3)
    #expect(events == [.message])
    #expect(texts == ["abc"])
    let frames = wire.takeFrames()
    #expect(frames.count == 1)
    #expect(frames[0].first == 0x8A)
    #expect(frames[0].payload == [7, 8])
  }

  @Test(
    arguments: [
      ([0xC1, 0x00], 1002),  // a reserved bit
      ([0x81, 0x80, 0, 0, 0, 0], 1002),  // a mask
      ([0x83, 0x00], 1002),  // an unknown opcode
      ([0x80, 0x00], 1002),  // a continuation of nothing
      ([0x01, 0x00, 0x81, 0x00], 1002),  // a message within a message
      ([0x09, 0x00], 1002),  // a ping in pieces
      ([0x89, 0x7E, 0x00, 0x7E], 1002),  // a long ping
      ([0x81, 0x7E, 0x00, 0x05], 1002),  // a length that is not the shortest
      ([0x81, 0x7F, 0x80, 0, 0, 0, 0, 0, 0, 0], 1002),  // a negative length
      ([0x82, 0x00], 1003),  // binary
      ([0x81, 0x7E, 0x02, 0x01], 1009),  // 513 bytes
      ([0x81, 0x7F, 0, 0, 0, 1, 0, 0, 0, 0], 1009),  // 4 GiB
      ([0x81, 0x02, 0xC3, 0x28], 1007),  // no UTF-8
      ([0x88, 0x01, 0x03], 1002),  // half a code
      ([0x88, 0x02, 0x03, 0xED], 1002),  // 1005 on the wire
      ([0x88, 0x03, 0x03, 0xE8, 0xFF], 1007),  // a reason that is no UTF-8
    ] as [([UInt8], UInt16)])
  func aBrokenRuleClosesWithItsCode(bytes: [UInt8], code: UInt16) {
    let wire = Wire.opened()
    #expect(wire.read(bytes, step: 1).events.last == .closed(code: code))
    let frames = wire.takeFrames()
    #expect(frames.last?.first == 0x88)
    #expect(frames.last?.payload == [UInt8(code >> 8), UInt8(code & 255)])
    #expect(wire.read(Wire.frame(0x81, [0x5B])).events.isEmpty)
  }

  @Test func theLimitHoldsForAllFragmentsTogether() {
    let wire = Wire.opened()
    let part = [UInt8](repeating: 0x61, count: 300)
    #expect(
      wire.read(Wire.frame(0x01, part) + Wire.frame(0x80, part)).events == [.closed(code: 1009)])
  }

  @Test func thePeersCloseIsAnsweredWithItsCode() {
    let wire = Wire.opened()
    #expect(wire.read(Wire.frame(0x88, [0x03, 0xE9])).events == [.closed(code: 1001)])
    #expect(wire.takeFrames().map(\.payload) == [[0x03, 0xE9]])
  }

  @Test func afterItsOwnCloseItPassesMessagesOverAndWaitsForThePeers() {
    let wire = Wire.opened()
    wire.socket.close(1000) { wire.written += $0 }
    #expect(wire.takeFrames().map(\.payload) == [[0x03, 0xE8]])
    #expect(wire.read(Wire.frame(0x81, [0x61]) + Wire.frame(0x89, [])).events.isEmpty)
    #expect(wire.read(Wire.frame(0x88, [0x03, 0xE8])).events == [.closed(code: 1000)])
    #expect(wire.written.isEmpty)
  }

  @Test func noBytesWhateverTheyAreTrap() {
    var seed: UInt64 = 1
    func next() -> UInt8 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: seed >> 33)
    }
    for _ in 0..<2_000 {
      let wire = Wire.opened()
      var bytes = (0..<40).map { _ in next() }
      if next() & 1 == 0 { bytes = Wire.frame(0x01, [0x61]) + Wire.frame(0x80, bytes) + bytes }
      let (events, _) = wire.read(bytes, step: Int(next() % 7) + 1)
      let closings = events.filter { if case .closed = $0 { true } else { false } }
      #expect(closings.count <= 1)
    }
  }
}
