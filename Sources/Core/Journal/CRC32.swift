/// The CRC-32 of Ethernet and zip, four bits at a time: 64 bytes of table instead of 1,024.
struct CRC32 {
  private var state: UInt32

  /// - Parameter seed: makes the same bytes in another place have another checksum.
  init(seed: UInt32 = 0) { state = ~seed }

  /// Never all ones, so that erased flash is not a checksum.
  var value: UInt32 { state == 0 ? 0 : ~state }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var state = state
    for byte in bytes {
      state ^= UInt32(byte)
      state = (state &>> 4) ^ CRC32.remainder(state & 15)
      state = (state &>> 4) ^ CRC32.remainder(state & 15)
    }
    self.state = state
  }

  /// A table that the compiler keeps in flash.
  @inline(__always) private static func remainder(_ nibble: UInt32) -> UInt32 {
    switch nibble {
    case 0: 0
    case 1: 0x1DB7_1064
    case 2: 0x3B6E_20C8
    case 3: 0x26D9_30AC
    case 4: 0x76DC_4190
    case 5: 0x6B6B_51F4
    case 6: 0x4DB2_6158
    case 7: 0x5005_713C
    case 8: 0xEDB8_8320
    case 9: 0xF00F_9344
    case 10: 0xD6D6_A3E8
    case 11: 0xCB61_B38C
    case 12: 0x9B64_C2B0
    case 13: 0x86D3_D2D4
    case 14: 0xA00A_E278
    default: 0xBDBD_F21C
    }
  }
}
