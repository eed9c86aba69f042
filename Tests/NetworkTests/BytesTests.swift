import Network
import Testing

@Suite struct BytesTests {
  private func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isValidUTF8($0) }
  }

  @Test("The UTF-8 validator agrees with the standard library on random bytes", arguments: 1...20)
  func randomUTF8(seed: UInt64) {
    var random = SplitMix(state: seed)
    let starts: [UInt8] = [0x41, 0xC2, 0xE0, 0xE1, 0xED, 0xF0, 0xF1, 0xF4, 0xF5, 0x80, 0xBF, 0x9F]
    for _ in 0..<5_000 {
      let bytes = (0..<Int(random.next() % 24)).map { _ in
        random.next() % 3 == 0
          ? starts[Int(random.next() % 12)] : UInt8(truncatingIfNeeded: random.next())
      }
      #expect(isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }

  @Test("Every Unicode scalar is valid UTF-8, also after ASCII of any length")
  func allScalars() {
    var bad = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if !isValid(Array(repeating: 0x61, count: Int(value % 11)) + Array(String(scalar).utf8)) {
        bad += 1
      }
    }
    #expect(bad == 0)
    #expect(!isValid([0xED, 0xA0, 0x80]) && !isValid([0xF4, 0x90, 0x80, 0x80]))
  }

  @Test(
    "Base64 follows the vectors of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func base64(plain: String, encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(Array(encoded.utf8)) == Array(plain.utf8))
  }

  @Test(
    "Base64 that is not canonical is refused",
    arguments: [
      "Z", "Zg", "Zg=", "Zg==Zg==", "Zh==", "Zm9=", "Z===", "====", "Zm 9", "Zm9v\n", "_-8=",
    ])
  func badBase64(text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }

  @Test("All bytes survive Base64")
  func base64AllBytes() {
    let bytes = (0...255).map { UInt8($0) }
    #expect(Base64.decode(Array(Base64.encode(bytes).utf8)) == bytes)
  }

  @Test("Escapes are decoded and malformed ones refused")
  func percent() {
    #expect(percentDecoded("CP%20one%2F%C3%A9+") == "CP one/é+")
    #expect(percentDecoded("%e2%82%aC") == "€")
    for bad in ["%", "%4", "%4g", "%zz", "%FF"] { #expect(percentDecoded(bad) == nil) }
  }

  @Test("A query parameter is found by its decoded name, the first one counts")
  func query() {
    let query = "a=1&b=x+y%21&a=2&flag&=no&%63=3&bad=%"
    #expect(queryValue("a", in: query) == "1")
    #expect(queryValue("b", in: query) == "x y!")
    #expect(queryValue("flag", in: query) == "")
    #expect(queryValue("c", in: query) == "3")
    #expect(queryValue("bad", in: query) == nil)
    #expect(queryValue("none", in: query) == nil)
  }

  @Test("Digests follow their published vectors")
  func digests() {
    func hex(_ bytes: [UInt8]) -> String {
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    #expect(
      hex(sha256(Array("abc".utf8)))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex(hmacSHA256(key: Array("Jefe".utf8), Array("what do ya want for nothing?".utf8)))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(webSocketAccept(key: "dGhlIHNhbXBsZSBub25jZQ==".utf8) == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
  }

  @Test("Equality in constant time is equality")
  func constantTime() {
    #expect(equalInConstantTime([], []) && equalInConstantTime([1, 2], [1, 2]))
    #expect(!equalInConstantTime([1, 2], [1, 3]) && !equalInConstantTime([1], [1, 2]))
  }

  @Test("Random bytes are as many as asked for and differ")
  func random() {
    #expect(secureRandomBytes(0).isEmpty)
    #expect(secureRandomBytes(32).count == 32 && secureRandomBytes(32) != secureRandomBytes(32))
  }
}

/// A small seeded generator, so that a failure can be repeated.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
