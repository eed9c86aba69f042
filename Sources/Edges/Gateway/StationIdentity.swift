/// The name by which a station is known: what stands in the address it connects to.
public enum StationIdentity {
  /// The longest identity, in characters (OCPP 2.1 part 4 §3.1.1; 1.6 has no limit of its own).
  public static let lengthLimit = 48

  /// Whether the text has 1–48 characters of the set OCPP allows for identifiers: letters, digits
  /// and `* - _ = : + | @ .`
  public static func isValid(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    return (1...lengthLimit).contains(bytes.count) && bytes.allSatisfy(isAllowed)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x2A, 0x2D, 0x5F, 0x3D, 0x3A, 0x2B, 0x7C, 0x40, 0x2E: true
    default: false
    }
  }
}
