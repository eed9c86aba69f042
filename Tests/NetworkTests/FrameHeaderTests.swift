import Network
import Testing

@Suite struct FrameHeaderTests {
  private func parse(
    _ bytes: [UInt8], _ role: WebSocketRole = .server, limit: Int = 1_000
  ) -> FrameParse {
    bytes.withUnsafeBufferPointer { FrameHeader.parse($0, role: role, limit: limit) }
  }

  @Test(
    "A header that breaks the protocol is refused with its close code",
    arguments: [
      ([0xC1, 0x80], .protocolError),  // RSV1
      ([0xA1, 0x80], .protocolError),  // RSV2
      ([0x91, 0x80], .protocolError),  // RSV3
      ([0x83, 0x80], .protocolError), ([0x87, 0x80], .protocolError),  // reserved data opcodes
      ([0x8B, 0x80], .protocolError), ([0x8F, 0x80], .protocolError),  // reserved control opcodes
      ([0x81, 0x01], .protocolError),  // a client's frame without a mask
      ([0x09, 0x80], .protocolError), ([0x08, 0x80], .protocolError),  // fragmented control frames
      ([0x89, 0xFE], .protocolError), ([0x88, 0xFF], .protocolError),  // long control frames
      ([0x81, 0xFE, 0, 125], .protocolError),  // not minimal
      ([0x81, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], .protocolError),
      ([0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0], .protocolError),  // the top bit of a length
      ([0x81, 0xFF, 0, 0, 1, 0, 0, 0, 0, 0], .tooLarge),  // 1 TiB
      ([0x81, 0xFE, 0x03, 0xE9], .tooLarge),  // 1,001 bytes
    ] as [([UInt8], CloseCode)])
  func refused(bytes: [UInt8], code: CloseCode) {
    #expect(parse(bytes) == .invalid(code))
  }

  @Test("A frame of a server must not be masked")
  func maskedServer() {
    #expect(parse([0x81, 0x80, 1, 2, 3, 4], .client) == .invalid(.protocolError))
    #expect(parse([0x81, 0x00], .client) != .invalid(.protocolError))
  }

  @Test("A control frame is taken whatever the limit for messages")
  func controlIsNotLimited() {
    guard case .frame(let header) = parse([0x89, 0x85, 1, 2, 3, 4], limit: 0) else {
      Issue.record("refused")
      return
    }
    #expect(header.opcode == .ping && header.payloadLength == 5)
  }

  @Test(
    "What is written is read back, and no prefix of it is taken for a frame",
    arguments: [0, 1, 125, 126, 127, 65_535, 65_536, 1 << 40], [nil, 0xA1B2_C3D4] as [UInt32?])
  func roundTrip(length: Int, mask: UInt32?) {
    var bytes = [UInt8](repeating: 0, count: FrameHeader.maxLength)
    let count = bytes.withUnsafeMutableBytes {
      FrameHeader.write(.text, payloadLength: length, mask: mask, to: $0)
    }
    let role: WebSocketRole = mask == nil ? .client : .server
    guard case .frame(let header) = parse(Array(bytes[..<count]), role, limit: .max) else {
      Issue.record("refused")
      return
    }
    #expect(header.length == count && header.payloadLength == length)
    #expect(header.isFinal && header.opcode == .text && header.mask == mask ?? 0)
    for shorter in 0..<count {
      #expect(parse(Array(bytes[..<shorter]), role, limit: .max) == .incomplete)
    }
  }

  @Test("Masking by words equals masking by bytes, and twice is nothing", arguments: 0..<40)
  func masking(count: Int) {
    let plain = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let key: [UInt8] = [0xDE, 0xAD, 0xBE, 0xEF]
    let number = key.withUnsafeBytes { $0.load(as: UInt32.self) }
    var masked = plain
    masked.withUnsafeMutableBytes { applyMask(number, to: $0) }
    #expect(masked == plain.enumerated().map { $0.element ^ key[$0.offset & 3] })
    masked.withUnsafeMutableBytes { applyMask(number, to: $0) }
    #expect(masked == plain)
  }

  @Test(
    "Only registered and private codes may be on the wire",
    arguments: [
      (999, false), (1000, true), (1003, true), (1004, false), (1005, false), (1006, false),
      (1007, true), (1014, true), (1015, false), (2999, false), (3000, true), (4999, true),
      (5000, false), (0, false), (65_535, false),
    ] as [(UInt16, Bool)])
  func closeCodes(code: UInt16, isAllowed: Bool) {
    #expect(CloseCode(rawValue: code).isAllowedOnWire == isAllowed)
  }
}
