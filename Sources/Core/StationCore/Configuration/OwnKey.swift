public import OCPPJSON

/// A configuration key of the maker's own (§5.3 lets there be such), beside those of OCPP: told, changed
/// and kept in the journal like them.
public struct OwnKey: Sendable, Equatable {
  /// What values it takes, as they stand on the wire.
  public enum Values: Sendable, Equatable {
    /// `true` or `false`.
    case flag
    /// A whole number.
    case integer(ClosedRange<Int32>)
    /// Of at most so many bytes.
    case text(limit: Int)
  }

  /// At most 50 bytes (`CiString50`), and no key of OCPP's.
  public var name: Text
  /// As long as nobody has set another; at most 500 bytes.
  public var value: Text
  public var values: Values
  /// The central system may not change it.
  public var isReadOnly = false
  /// A change counts from the next restart on: it is answered with RebootRequired.
  public var needsRestart = false

  public init(_ name: Text, _ values: Values, value: Text) {
    self.name = name
    self.values = values
    self.value = value
  }

  /// Whether it can have this value.
  public func takes(_ value: Text) -> Bool {
    switch values {
    case .flag: return value.asFlag != nil
    case .integer(let range):
      guard let number = value.asInteger, let small = Int32(exactly: number) else { return false }
      return range.contains(small)
    case .text(let limit): return value.count <= min(limit, 500)
    }
  }

  /// Its key in the journal, by its name, so that another firmware may declare others: FNV-1a, apart
  /// from the keys of OCPP.
  public var number: UInt32 {
    name.withUTF8 { bytes in
      var hash: UInt32 = 0x811C_9DC5
      for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      return hash | 0x8000_0000
    }
  }
}

extension ChargePoint {
  /// The value of one of the maker's own keys; nil when there is no such key.
  public func ownValue(_ name: Text) -> Text? { ownKey(name).map { ownKeys[$0].value } }

  func ownKey(_ name: Text) -> Int? {
    if !FeatureSet.hasExtensions { return nil }
    return ownKeys.firstIndex { $0.name.isSame(ignoringCase: name) }
  }

  /// Gives an own key a value and journals it; false when it is none for it.
  mutating func changeOwn(_ place: Int, to value: Text) -> Bool {
    guard ownKeys[place].takes(value) else { return false }
    ownKeys[place].value = value
    output.put(
      .configuration, Int(truncatingIfNeeded: ownKeys[place].number),
      ConfigurationRecord(text: value))
    output.replace(.applyConfiguration(key: ownKeys[place].name))
    return true
  }

  /// A value from the journal; false when no key is of this number.
  mutating func restoreOwn(_ number: UInt32, _ value: Text) -> Bool {
    guard FeatureSet.hasExtensions, let place = ownKeys.firstIndex(where: { $0.number == number })
    else { return false }
    // What it takes may have changed with the firmware.
    if ownKeys[place].takes(value) { ownKeys[place].value = value }
    return true
  }
}
