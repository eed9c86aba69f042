public import OCPPJSON

/// The configuration key that holds a station's HTTP Basic password (security whitepaper §3.3).
public enum AuthorizationKey {
  public static let name: Text = "AuthorizationKey"
  /// In bytes: of what goes over the wire, and of what the station shows at the door.
  public static let lengths = 16...40
  /// Random bytes of one that is made here; it is sent as twice as many hexadecimal digits.
  public static let randomBytes = 20

  /// The bytes that a key of an even number of hexadecimal digits stands for: some stations show
  /// these at the door (OCPP-J 1.6 §6.2.1), others the digits. Nil for any other key, and for one
  /// that would be too short.
  public static func decoded(_ key: Text) -> [UInt8]? {
    let digits = key.bytes
    guard digits.count.isMultiple(of: 2), digits.count / 2 >= lengths.lowerBound else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(of: digits[index]), let low = value(of: digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// The digits of random bytes.
  public static func digits(of bytes: [UInt8]) -> Text {
    let digits = Array("0123456789ABCDEF".utf8)
    return Text(utf8: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}

extension Text {
  /// Whether it names the setting that holds a password.
  public var isAuthorizationKey: Bool { isSame(ignoringCase: AuthorizationKey.name) }
}
