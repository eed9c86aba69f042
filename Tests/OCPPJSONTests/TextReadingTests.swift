import OCPPJSON
import Testing

@Suite struct TextReadingTests {
  @Test("A text that is read has its own bytes, whatever its length and whatever follows")
  func shortTexts() {
    for length in 0...40 {
      for following in 0...40 {
        // Given a string of that length with other bytes behind it.
        let content = (0..<length).map { UInt8(0x61 + $0 % 26) }
        let json = [0x22] + content + [0x22] + [UInt8](repeating: 0x7E, count: following)

        // When it is read.
        let text = json.withUnsafeBufferPointer { bytes in
          var reader = JSONReader(bytes)
          return reader.text()
        }

        // Then nothing of what follows is in it.
        #expect(text == Text(utf8: content))
        #expect(text.bytes == content)
      }
    }
  }
}
