public import OCPPJSON

/// The token of one session that an app orders: made for it, accepted for it only, forgotten after
/// it. By it a station's StartTransaction is known to be the one that was ordered.
public enum SessionTag {
  /// No card has a tag like it.
  public static var prefix: StaticString { "APP:" }
  /// Characters after the prefix, so that it is an IdToken of 20.
  public static var randomLength: Int { 16 }

  /// - Parameter random: `randomLength` random bytes; five bits of each are used.
  public static func make(random: [UInt8]) -> Text {
    var bytes: [UInt8] = []
    prefix.withUTF8Buffer { bytes.append(contentsOf: $0) }
    for byte in random.prefix(randomLength) {
      let digit = byte & 31
      bytes.append(digit < 26 ? 0x41 + digit : 0x32 + digit - 26)
    }
    return Text(utf8: bytes)
  }

  /// Whether a tag may be one of these, whatever the case of its letters.
  public static func isReserved(_ tag: Text) -> Bool {
    tag.caseFolded.withUTF8 { bytes in
      bytes.count == 4 + randomLength
        && (bytes[0] | 0x20) == 0x61 && (bytes[1] | 0x20) == 0x70 && (bytes[2] | 0x20) == 0x70
        && bytes[3] == 0x3A
    }
  }
}
