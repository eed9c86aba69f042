import OCPP16
public import OCPPJSON

/// A meter's register at one moment.
public struct RegisterPoint: Sendable, Equatable {
  public var time: DateTime
  /// In Wh.
  public var energy: Int
  /// In Wh: one unit of the last digit that a reading was written with; zero for one that is exact.
  public var digit: Int

  public init(time: DateTime, energy: Int, digit: Int = 0) {
    self.time = time
    self.energy = energy
    self.digit = digit
  }
}

/// The readings of the energy register in packed meter values (`MeterPacking`), read without making
/// anything else of them: Energy.Active.Import.Register of all phases at the outlet (the defaults of
/// OCPP 1.6 §7.43), in whole Wh.
public struct RegisterReadings: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var records: MeterRecords
  private var time = DateTime(milliseconds: 0)
  private var index = 0
  private var end = 0

  public init(_ packed: [UInt8]) {
    bytes = packed
    records = MeterRecords(packed)
  }

  public mutating func next() -> RegisterPoint? {
    while true {
      if index >= end {
        guard let record = records.next() else { return nil }
        time = record.timestamp
        index = record.range.lowerBound + MeterRecords.headerLength
        end = record.range.upperBound
        continue
      }
      if let (energy, digit) = sample() {
        return RegisterPoint(time: time, energy: energy, digit: digit)
      }
    }
  }

  /// Reads one sample; nil when it is something else. Damaged bytes end their record.
  private mutating func sample() -> (energy: Int, digit: Int)? {
    let mask = byte()
    _ = word(mask, 0)
    let format = word(mask, 1)
    let measurand = word(mask, 2)
    let phase = word(mask, 3)
    let location = word(mask, 4)
    let unit = word(mask, 5)
    guard mask & 1 << 6 != 0 else {
      let length = number()
      index = length > UInt64(end - index) ? end : index + Int(length)
      return nil
    }
    let exponent = Int8(bitPattern: byte())
    let zigzag = number()
    let mantissa = Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1)
    guard format == nil || format == ValueFormat.raw.rawValue,
      measurand == nil || measurand == Measurand.energyActiveImportRegister.rawValue,
      phase == nil, location == nil || location == Location.outlet.rawValue
    else { return nil }
    let isKilo = unit == UnitOfMeasure.kWh.rawValue
    guard isKilo || unit == nil || unit == UnitOfMeasure.wh.rawValue else { return nil }
    let place = Int(exponent) + (isKilo ? 3 : 0)
    guard let energy = RegisterReadings.wholeWh(mantissa, place) else { return nil }
    return (energy, RegisterReadings.digit(at: place))
  }

  /// One unit of a last digit at this power of ten, in whole Wh. Packed numbers keep the digits they
  /// were written with: 10.30 kWh are tens of Wh.
  private static func digit(at place: Int) -> Int {
    switch place {
    case ..<1: 1
    case 1: 10
    case 2: 100
    default: 1_000
    }
  }

  /// Rounded down: a fraction of a watt-hour is never billed.
  private static func wholeWh(_ mantissa: Int64, _ exponent: Int) -> Int? {
    var value = mantissa
    var rest = exponent
    while rest > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      rest -= 1
      if value == 0 { return 0 }
    }
    while rest < 0 && value != 0 {
      value = value >= 0 ? value / 10 : (value - 9) / 10
      rest += 1
    }
    return Int(exactly: value)
  }

  private mutating func byte() -> UInt8 {
    guard index < end else { return 0 }
    index += 1
    return bytes[index - 1]
  }

  private mutating func word(_ mask: UInt8, _ bit: Int) -> UInt8? {
    mask & 1 << UInt8(bit) == 0 ? nil : byte()
  }

  private mutating func number() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index < end && shift < 64 {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
    return value
  }
}
