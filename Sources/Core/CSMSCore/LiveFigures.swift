import OCPP16
public import OCPPJSON

/// What the newest meter values of a transaction say: the register, and the power.
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
    var powerAt = DateTime(milliseconds: .min)
    for record in MeterRecords(packed) {
      let value = MeterPacking.unpack(record, in: packed)
      for sample in value.sampledValue where sample.phase == nil {
        switch sample.measurand ?? .energyActiveImportRegister {
        case .energyActiveImportRegister where value.timestamp >= registerAt:
          guard let energy = LiveFigures.base(sample, kilo: .kWh) else { continue }
          register = energy
          registerAt = value.timestamp
        case .powerActiveImport where value.timestamp >= powerAt:
          guard let watts = LiveFigures.base(sample, kilo: .kW) else { continue }
          power = watts
          powerAt = value.timestamp
        default: continue
        }
        measuredAt = max(measuredAt ?? value.timestamp, value.timestamp)
      }
    }
  }

  /// In Wh or W, fractions cut off.
  private static func base(_ sample: SampledValue, kilo: UnitOfMeasure) -> Int64? {
    guard var number = sample.value.withUTF8({ Decimal(canonical: $0) }) else { return nil }
    if sample.unit == kilo {
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
