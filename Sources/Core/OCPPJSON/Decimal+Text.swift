extension Decimal {
  /// The number that `canonicalText` would write exactly like `bytes`; nil for anything else: an
  /// exponent, a leading zero or plus, a negative zero, more than 18 digits, or no number at all.
  public init?(canonical bytes: UnsafeBufferPointer<UInt8>) {
    let isNegative = bytes.first == 0x2D
    var index = isNegative ? 1 : 0
    let firstDigit = index
    var digits = 0
    var point: Int?
    var value: Int64 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x2E && point == nil && digits > 0 {
        point = index
      } else {
        let digit = byte &- 0x30
        digits += 1
        if digit > 9 || digits > 18 { return nil }
        value = value * 10 + Int64(digit)
      }
      index += 1
    }
    let wholeDigits = (point ?? index) - firstDigit
    let places = digits - wholeDigits
    if digits == 0 || point != nil && places == 0 { return nil }
    if wholeDigits > 1 && bytes[firstDigit] == 0x30 { return nil }
    if isNegative && value == 0 { return nil }
    self.init(mantissa: isNegative ? -value : value, exponent: Int8(-places))
  }

  /// The number in plain digits: "16.1", "0.05", "120000".
  public var canonicalText: Text {
    var writer = JSONWriter(capacity: 32)
    writer.decimal(self)
    return writer.withBytes { Text(utf8: $0) }
  }
}
