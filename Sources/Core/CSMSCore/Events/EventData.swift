public import OCPPJSON

/// Writes the `data` of events: JSON objects, members that nobody knows left out.
public struct EventData: ~Copyable {
  private var writer = JSONWriter(capacity: 256)

  public init() { writer.beginObject() }

  public mutating func set(_ name: StaticString, _ value: Text?) {
    guard let value else { return }
    writer.key(name)
    writer.text(value)
  }

  public mutating func set(_ name: StaticString, word: StaticString) { set(name, Text(word)) }

  public mutating func set(_ name: StaticString, _ value: Int64?) {
    guard let value else { return }
    writer.key(name)
    writer.int64(value)
  }

  public mutating func set(_ name: StaticString, _ value: Int?) {
    set(name, value.map { Int64($0) })
  }

  public mutating func set(_ name: StaticString, _ value: Bool) {
    writer.key(name)
    writer.bool(value)
  }

  public mutating func set(_ name: StaticString, _ value: DateTime?) {
    guard let value else { return }
    writer.key(name)
    writer.dateTime(value)
  }

  /// A number in thousandths as an exact decimal: 1500 Wh are 1.5 kWh.
  public mutating func set(_ name: StaticString, thousandths value: Int64?) {
    guard let value else { return }
    writer.key(name)
    var exponent: Int8 = -3
    var mantissa = value
    while exponent < 0 && mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    writer.decimal(Decimal(mantissa: mantissa, exponent: exponent))
  }

  /// The object; to be asked for once.
  public consuming func text() -> Text {
    writer.endObject()
    return writer.withBytes { Text(utf8: $0) }
  }
}

/// How a station is, of all its connectors together: the words that apps use.
public enum StationSummary: UInt8, Sendable, CaseIterable {
  case available, occupied, unavailable, faulted

  public var word: StaticString {
    switch self {
    case .available: "available"
    case .occupied: "occupied"
    case .unavailable: "unavailable"
    case .faulted: "faulted"
    }
  }

  /// Nil when it has not reported anything. As the records show it (`charger_records.status`).
  /// - Parameter connectors: number and status word of each; 0 is the station as a whole.
  public init?(_ connectors: [(number: Int, status: Text)]) {
    if connectors.isEmpty { return nil }
    func has(_ words: [StaticString], whole: Bool) -> Bool {
      connectors.contains { connector in
        (connector.number == 0) == whole && words.contains { Text($0) == connector.status }
      }
    }
    let occupied: [StaticString] = [
      "Preparing", "Charging", "SuspendedEV", "SuspendedEVSE", "Finishing", "Reserved", "Occupied",
    ]
    let hasOutlets = connectors.contains { $0.number > 0 }
    if has(["Faulted"], whole: true) {
      self = .faulted
    } else if has(["Unavailable"], whole: true) {
      self = .unavailable
    } else if !hasOutlets || has(["Available"], whole: false) {
      self = .available
    } else if has(occupied, whole: false) {
      self = .occupied
    } else if has(["Faulted"], whole: false) {
      self = .faulted
    } else {
      self = .unavailable
    }
  }
}
