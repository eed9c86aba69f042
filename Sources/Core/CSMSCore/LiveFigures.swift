import OCPP16
public import OCPPJSON

/// What the newest meter values of a transaction say: the register, and the power. Both by the rule of
/// `RegisterReadings`: of all phases, at the outlet, as plain numbers.
public struct LiveFigures: Sendable, Equatable {
  /// The register in Wh; nil when no reading says it.
  public var register: Int64?
  /// In W; nil when no reading says it.
  public var power: Int64?
  /// When the newest of them was taken.
  public var measuredAt: DateTime?

  /// - Parameter packed: records of `MeterPacking`.
  public init(_ packed: [UInt8]) {
    var registerAt = DateTime(milliseconds: .min)
    for point in RegisterReadings(packed) where point.time >= registerAt {
      register = Int64(point.energy)
      registerAt = point.time
    }
    var powerAt = DateTime(milliseconds: .min)
    for record in MeterRecords(packed) where record.timestamp >= powerAt {
      for sample in MeterPacking.unpack(record, in: packed).sampledValue {
        guard let watts = LiveFigures.power(sample) else { continue }
        power = watts
        powerAt = record.timestamp
      }
    }
    if register != nil || power != nil { measuredAt = max(registerAt, powerAt) }
  }

  /// In Wh: what has flowed since the register stood there; nil when it is more than there are numbers
  /// for, which nobody believes.
  public func energy(since start: Int64) -> Int64? {
    guard let register else { return nil }
    let (energy, overflow) = register.subtractingReportingOverflow(start)
    return overflow ? (register < start ? 0 : nil) : max(0, energy)
  }

  /// In W, fractions cut off.
  private static func power(_ sample: SampledValue) -> Int64? {
    guard sample.measurand == .powerActiveImport, sample.phase == nil,
      sample.location == nil || sample.location == .outlet,
      sample.format == nil || sample.format == .raw,
      var number = sample.value.withUTF8({ Decimal(canonical: $0) })
    else { return nil }
    if sample.unit == .kW {
      guard number.exponent <= 100 else { return nil }
      number.exponent += 3
    }
    while number.exponent < 0 {
      number.mantissa /= 10
      number.exponent += 1
    }
    return number.integer
  }
}
