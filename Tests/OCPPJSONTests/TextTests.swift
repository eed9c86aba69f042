import OCPPJSON
import Testing

@Suite("Text")
struct TextTests {
  @Test("Text of every length around the inline limit keeps its bytes", arguments: 0...40)
  func keepsItsBytes(length: Int) {
    let bytes = (0..<length).map { UInt8(0x41 + $0 % 26) }
    let text = Text(utf8: bytes)

    #expect(text.bytes == bytes)
    #expect(text.count == length)
    #expect(text.isEmpty == (length == 0))
    #expect(bytes.withUnsafeBufferPointer { Text(utf8: $0) } == text)
  }

  @Test("22 bytes fit inside the value, 23 do not")
  func inlineCapacity() {
    #expect(Text.inlineCapacity == 22)
    #expect(MemoryLayout<Text>.size <= 24)
  }

  @Test(
    "Texts that differ in one byte are unequal, wherever the byte is", arguments: [5, 22, 23, 60])
  func oneByteDiffers(length: Int) {
    let bytes = [UInt8](repeating: 0x61, count: length)
    for place in 0..<length {
      var other = bytes
      other[place] = 0x62
      #expect(Text(utf8: bytes) != Text(utf8: other))
      #expect(Text(utf8: bytes) < Text(utf8: other))
      #expect(!(Text(utf8: other) < Text(utf8: bytes)))
    }
  }

  @Test(
    "A text is neither equal to nor below itself with a NUL behind it",
    arguments: [0, 5, 21, 22, 23])
  func trailingNUL(length: Int) {
    let bytes = [UInt8](repeating: 0x61, count: length)
    #expect(Text(utf8: bytes) != Text(utf8: bytes + [0]))
    #expect(Text(utf8: bytes) < Text(utf8: bytes + [0]))
  }

  @Test("The order is that of the bytes, a prefix first")
  func order() {
    let sorted: [Text] = ["", "A", "AB", "B", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ab", "é", "😀"]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test(
    "A CiString ignores the case of ASCII letters and of nothing else",
    arguments: [
      ("abc", "ABC", true), ("a1-_", "A1-_", true), ("abc", "abd", false), ("abc", "abcd", false),
      ("é", "É", false), ("[", "{", false), ("@", "`", false),
      ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaz", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAZ", true),
    ] as [(Text, Text, Bool)])
  func ciString(left: Text, right: Text, same: Bool) {
    #expect(left.isSame(ignoringCase: right) == same)
    #expect((left.caseFolded == right.caseFolded) == same)
  }

  @Test("Equal texts have equal hashes, whichever way they were made", arguments: [3, 22, 23, 80])
  func hashing(length: Int) {
    let string = String(repeating: "x", count: length)
    #expect(Text(string).hashValue == Text(utf8: [UInt8](string.utf8)).hashValue)
    #expect(Text(string).description == string)
  }
}
