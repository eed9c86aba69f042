import OCPPJSON
import Testing
import WebSocketStream

@Suite("A link's patience") struct StreamLinkTests {
  private func link() -> StreamLink { StreamLink(messageLimit: 1024) { 0 } }
  /// The answer to a key of zeros.
  private static let answer =
    "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    + "Sec-WebSocket-Accept: ICX+Yqv66kxgM0FcWaLWlFLwTAI=\r\nSec-WebSocket-Protocol: ocpp1.6\r\n\r\n"

  private func opened(_ link: StreamLink) {
    #expect(link.open(.init(host: "h", path: "", identity: "A"), now: 0) { _ in } == nil)
    #expect(read(link, Array(Self.answer.utf8), now: 10) == .opened)
  }

  private func read(_ link: StreamLink, _ bytes: [UInt8], now: Int64) -> LinkEvent? {
    bytes.withUnsafeBufferPointer {
      var rest = $0
      return link.read(&rest, now: now) { _ in }
    }
  }

  @Test func aServerThatDoesNotAnswerTheHandshakeIsGivenUp() {
    let link = link()
    _ = link.open(.init(host: "h", path: "", identity: "A"), now: 0) { _ in }
    #expect(link.nextWake == 20_000)
    #expect(link.poll(now: 19_999) { _ in } == nil)
    #expect(link.poll(now: 20_000) { _ in } == .failed(.silent))
    #expect(link.nextWake == nil)
  }

  @Test func silenceIsPingedAndThenTheConnectionCountsAsLost() {
    let link = link()
    opened(link)
    var written = 0
    #expect(link.nextWake == 30_010)
    #expect(link.poll(now: 30_010) { written += $0.count } == nil)
    #expect(written == 6)
    #expect(link.poll(now: 50_010) { _ in } == .closed(code: 1006))
  }

  @Test func aPongIsASignOfLife() {
    let link = link()
    opened(link)
    #expect(link.poll(now: 30_010) { _ in } == nil)
    #expect(read(link, [0x8A, 0x00], now: 31_000) == nil)
    #expect(link.nextWake == 61_000)
  }

  @Test func aPeerThatDoesNotCloseIsNotWaitedForLong() {
    let link = link()
    opened(link)
    link.close(1000, now: 100) { _ in }
    #expect(link.poll(now: 5_100) { _ in } == .closed(code: 1006))
  }

  @Test func aStreamThatEndsTellsWhatWasLost() {
    let link = link()
    #expect(link.lost() == nil)
    _ = link.open(.init(host: "h", path: "", identity: "A"), now: 0) { _ in }
    #expect(link.lost() == .failed(.lost))
    opened(link)
    #expect(link.lost() == .closed(code: 1006))
  }
}
