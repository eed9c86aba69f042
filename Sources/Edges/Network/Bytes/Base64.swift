/// Base64 with the standard alphabet and padding (RFC 4648 §4).
public enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  public static func encode(_ bytes: some Collection<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    var group: UInt32 = 0
    var held = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      held += 1
      if held == 3 {
        for shift: UInt32 in [18, 12, 6, 0] { output.append(alphabet[Int(group >> shift & 63)]) }
        group = 0
        held = 0
      }
    }
    if held == 1 {
      output += [alphabet[Int(group >> 2)], alphabet[Int(group << 4 & 63)], 0x3D, 0x3D]
    } else if held == 2 {
      output += [
        alphabet[Int(group >> 10)], alphabet[Int(group >> 4 & 63)], alphabet[Int(group << 2 & 63)],
        0x3D,
      ]
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Decodes strictly: whole groups of four, padding only at the end, unused bits zero, no other
  /// characters. Returns nil otherwise.
  public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    let count = text.count
    guard count % 4 == 0 else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(count / 4 * 3)
    var group: UInt32 = 0
    var held = 0
    var padding = 0
    for byte in text {
      if byte == 0x3D {
        padding += 1
        continue
      }
      guard padding == 0, let value = value(of: byte) else { return nil }
      group = group << 6 | value
      held += 1
      if held == 4 {
        for shift: UInt32 in [16, 8, 0] {
          output.append(UInt8(truncatingIfNeeded: group >> shift))
        }
        group = 0
        held = 0
      }
    }
    switch (held, padding) {
    case (0, 0): return output
    case (2, 2) where group & 15 == 0:
      output.append(UInt8(truncatingIfNeeded: group >> 4))
    case (3, 1) where group & 3 == 0:
      output.append(UInt8(truncatingIfNeeded: group >> 10))
      output.append(UInt8(truncatingIfNeeded: group >> 2))
    default: return nil
    }
    return output
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
