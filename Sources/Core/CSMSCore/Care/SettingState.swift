public import OCPPJSON

/// How a setting of a station stands to what it shall be.
public enum SettingState: UInt8, Sendable, CaseIterable {
  /// Nobody wants anything of it.
  case free
  case inStep
  /// It is something else, and can be changed.
  case drift
  /// The station took the value, and it counts after a reboot; if it does not, the station is asked again.
  case rebootRequired
  /// The station does not have it.
  case missing
  case readOnly
  /// The station did not take the value; it is asked again when it boots.
  case refused
  /// The station has not told its settings yet.
  case unread

  public var word: StaticString {
    switch self {
    case .free: "free"
    case .inStep: "in_step"
    case .drift: "drift"
    case .rebootRequired: "reboot_required"
    case .missing: "missing"
    case .readOnly: "read_only"
    case .refused: "refused"
    case .unread: "unread"
    }
  }

  /// Whether sending the wanted value may change something.
  public var isWorthAnAttempt: Bool {
    switch self {
    // A station need not list every key it takes.
    case .drift, .unread, .missing: true
    case .free, .inStep, .rebootRequired, .readOnly, .refused: false
    }
  }

  /// - Parameters:
  ///   - wanted: nil when nobody wants anything.
  ///   - result: the station's word to the last attempt; nil before there was one.
  ///   - entry: as the station told it; nil when it did not name it.
  ///   - isRead: whether the station has told its settings at all.
  public init(wanted: Text?, result: Text?, entry: ConfigurationEntry?, isRead: Bool) {
    guard let wanted else {
      self = .free
      return
    }
    if let value = entry?.value, SettingState.isSame(value, wanted) {
      self = .inStep
    } else if result == "RebootRequired" {
      self = .rebootRequired
    } else if let result, result != "Accepted" {
      // Rejected, NotSupported, or the code of an error.
      self = .refused
    } else if let entry {
      self = entry.isReadOnly ? .readOnly : .drift
    } else if result == "Accepted" {
      // Stations may keep a key to themselves, a password for one (security extension A00.FR.202).
      self = .inStep
    } else {
      self = isRead ? .missing : .unread
    }
  }

  /// Booleans are the same whatever their case (OCPP 1.6 §9: "true", "false"); all else to the letter.
  private static func isSame(_ left: Text, _ right: Text) -> Bool {
    if left == right { return true }
    guard left.isSame(ignoringCase: right) else { return false }
    return left.isSame(ignoringCase: "true") || left.isSame(ignoringCase: "false")
  }
}
