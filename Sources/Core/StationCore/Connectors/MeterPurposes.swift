/// What a meter reading was asked for.
struct MeterPurposes: OptionSet, Sendable {
  let rawValue: UInt8
  static let begin = MeterPurposes(rawValue: 1)
  static let end = MeterPurposes(rawValue: 2)
  static let periodic = MeterPurposes(rawValue: 4)
  static let aligned = MeterPurposes(rawValue: 8)
  static let trigger = MeterPurposes(rawValue: 16)
  /// The sample that is journalled for the case that the power goes.
  static let record = MeterPurposes(rawValue: 32)
  /// Whether a refused id has had the energy it may have.
  static let permission = MeterPurposes(rawValue: 64)
}
