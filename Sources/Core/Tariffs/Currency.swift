public import OCPPJSON

/// A currency of ISO 4217 with the number of digits its minor unit has.
public struct Currency: Sendable, Equatable {
  /// Three capital letters: "EUR".
  public let code: Text
  /// Digits after the point of an amount, 0…3: 2 for EUR, 0 for JPY, 3 for KWD.
  public let exponent: Int

  /// - Returns: nil for what is no currency of ISO 4217.
  public init?(code: Text) {
    let found: Int? = code.withUTF8 { wanted in
      for exponent in 0...3 where Currency.contains(Currency.table(exponent), wanted) {
        return exponent
      }
      return nil
    }
    guard let found else { return nil }
    self.code = code
    exponent = found
  }

  /// Every code, by the digits of its minor unit.
  public static var codes: [Text] {
    var codes: [Text] = []
    for exponent in 0...3 {
      table(exponent).withUTF8Buffer { bytes in
        for start in stride(from: 0, to: bytes.count, by: 4) {
          codes.append(Text(utf8: UnsafeBufferPointer(rebasing: bytes[start..<start + 3])))
        }
      }
    }
    return codes
  }

  /// An amount in minor units as an exact decimal: 481 is "4.81" in EUR, "481" in JPY.
  public func decimal(_ minorUnits: Int64) -> Text {
    Decimal(mantissa: minorUnits, exponent: Int8(-exponent)).canonicalText
  }

  /// Minor units in one unit of the currency.
  var scale: Int64 {
    var scale: Int64 = 1
    for _ in 0..<exponent { scale *= 10 }
    return scale
  }

  private static func contains(
    _ table: StaticString, _ code: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard code.count == 3 else { return false }
    return table.withUTF8Buffer { bytes in
      for start in stride(from: 0, to: bytes.count, by: 4)
      where bytes[start] == code[0] && bytes[start + 1] == code[1] && bytes[start + 2] == code[2] {
        return true
      }
      return false
    }
  }

  /// ISO 4217 list one, without funds, metals and codes for testing.
  private static func table(_ exponent: Int) -> StaticString {
    switch exponent {
    case 0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF "
    case 2:
      """
      EUR USD GBP CHF AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD \
      BTN BWP BYN BZD CAD CDF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP \
      GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL \
      MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK \
      PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB \
      TJS TMT TOP TRY TTD TWD TZS UAH UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG\u{20}
      """
    case 3: "BHD IQD JOD KWD LYD OMR TND "
    default: ""
    }
  }
}
