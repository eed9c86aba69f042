import OCPP16
import OCPPJSON
import OCPPRPC
import Testing

@Suite("The id of a message")
struct MessageIDTests {
  private func id(_ text: String) -> MessageID? {
    Array(text.utf8).withUnsafeBufferPointer { MessageID(utf8: $0) }
  }

  @Test("An id has up to 36 bytes", arguments: [0, 1, 8, 22, 23, 35, 36])
  func lengths(count: Int) {
    let text = String(String(repeating: "0123456789", count: 4).prefix(count))

    #expect(id(text)?.description == text)
    #expect(id(text)?.text == Text(text))
  }

  @Test("37 bytes are not an id")
  func tooLong() {
    #expect(id(String(repeating: "x", count: 37)) == nil)
  }

  @Test("The limit counts bytes, also of letters that have two")
  func bytesNotLetters() {
    #expect(id(String(repeating: "ä", count: 18)) != nil)
    #expect(id(String(repeating: "ä", count: 19)) == nil)
  }

  @Test("A frame may have an id of 0 to 36 bytes, and not of 37", arguments: [0, 36, 37])
  func inFrames(count: Int) {
    let text = String(repeating: "x", count: count)
    let frame = Array("[2,\"\(text)\",\"Reset\",{}]".utf8)
    var head = FrameHead()

    let fault = frame.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      reader.frameHead(&head, actions: Action.table)
      return reader.failed ? reader.error.fault : nil
    }

    #expect(fault == (count > 36 ? .badMessageID : nil))
    #expect(head.id == (count > 36 ? nil : id(text)))
  }

  @Test("Escapes are resolved when an id is read, counted as what they stand for")
  func escapesIn() {
    let escaped = String(repeating: #"\u0041"#, count: 36)
    let frame = Array("[3,\"\(escaped)\",{}]".utf8)
    var head = FrameHead()

    frame.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      reader.frameHead(&head, actions: Action.table)
    }

    #expect(head.id == id(String(repeating: "A", count: 36)))
  }

  @Test("What needs an escape gets one again when the id is written")
  func escapesOut() {
    let frame = Array(#"[2,"a\"b\\c\n\u0001ä","Reset",{}]"#.utf8)
    var head = FrameHead()
    frame.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      reader.frameHead(&head, actions: Action.table)
    }

    var writer = JSONWriter()
    writer.beginResult(head.id ?? .unreadable)
    writer.endFrame()

    #expect(head.id?.description == "a\"b\\c\n\u{1}ä")
    #expect(
      writer.withBytes { String(decoding: $0, as: UTF8.self) } == #"[3,"a\"b\\c\n\u0001ä",]"#)
  }

  @Test("Equal bytes are equal ids with equal hashes; other bytes are not")
  func equality() {
    #expect(id("abc") == MessageID("abc"))
    #expect(id("abc")?.hashValue == MessageID("abc").hashValue)
    #expect(id("abc") != id("abC"))
    #expect(id("") == MessageID())
    #expect(id("a\u{0}") != id("a"))
  }

  @Test("An id made of a prefix and a number is 25 characters of lower-case hexadecimal")
  func made() {
    #expect(
      MessageID(prefix: 0x0123_4567_89AB_CDEF, number: 0x0000_00FE).description
        == "0123456789abcdef-000000fe")
    #expect(
      MessageID(prefix: .max, number: .max).description == "ffffffffffffffff-ffffffff")
    #expect(MessageID(prefix: 0, number: 0).description == "0000000000000000-00000000")
  }

  @Test("Ids differ when the prefix or the number differs")
  func unique() {
    var seen: Set<MessageID> = []
    for prefix: UInt64 in [0, 1, 16, 1 << 32, .max] {
      for number in (0..<1000).map({ UInt32($0) }) + [.max - 1, .max] {
        seen.insert(MessageID(prefix: prefix, number: number))
      }
    }

    #expect(seen.count == 5 * 1002)
  }

  @Test("A constant of more than 36 bytes is cut")
  func longConstant() {
    let id = MessageID("0123456789012345678901234567890123456789")

    #expect(id.description == "012345678901234567890123456789012345")
  }
}
