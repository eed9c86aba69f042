import OCPPJSON
import Testing

@Suite("DateTime")
struct DateTimeTests {
  @Test(
    "RFC 3339 date-times are read to the millisecond",
    arguments: [
      ("1970-01-01T00:00:00Z", 0),
      ("2024-06-11T08:15:30Z", 1_718_093_730_000),
      ("2024-06-11t08:15:30z", 1_718_093_730_000),
      ("2024-06-11T10:15:30+02:00", 1_718_093_730_000),
      ("2024-06-10T18:45:30-13:30", 1_718_093_730_000),
      ("2024-06-11T08:15:30+00:00", 1_718_093_730_000),
      ("2024-06-11T08:15:30-00:00", 1_718_093_730_000),
      ("2024-06-12T08:14:30+23:59", 1_718_093_730_000),
      ("2024-06-11T08:15:30.1Z", 1_718_093_730_100),
      ("2024-06-11T08:15:30.123456789+00:00", 1_718_093_730_123),
      ("2024-06-11T08:15:30.999999999Z", 1_718_093_730_999),
      ("2024-02-29T23:59:59Z", 1_709_251_199_000),
      ("2000-02-29T00:00:00Z", 951_782_400_000),
      ("2038-01-19T03:14:08Z", 2_147_483_648_000),
      ("2106-02-07T06:28:16Z", 4_294_967_296_000),
      ("1969-12-31T23:59:59.999Z", -1),
      ("1900-03-01T00:00:00Z", -2_203_891_200_000),
      ("0000-01-01T00:00:00Z", -62_167_219_200_000),
      ("0000-02-29T00:00:00Z", -62_162_121_600_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
      ("2016-12-31T23:59:60Z", 1_483_228_800_000),
      ("2017-01-01T00:59:60+01:00", 1_483_228_800_000),
    ] as [(String, Int64)])
  func reads(text: String, milliseconds: Int64) {
    #expect(DateTime(text)?.milliseconds == milliseconds)
  }

  @Test("Nine fraction digits are the most", arguments: 1...12)
  func fractionDigits(count: Int) {
    let text = "2024-06-11T08:15:30." + String(repeating: "1", count: count) + "Z"
    #expect((DateTime(text) != nil) == (count <= 9))
  }

  @Test(
    "What RFC 3339 does not allow is refused",
    arguments: [
      "", "Z", "2024-06-11", "2024-06-11T08:15:30", "2024-06-11T08:15Z", "2024-06-11 08:15:30Z",
      "2024-06-11T08:15:30.Z", "2024-06-11T08:15:30,5Z", "2024-06-11T08:15:30.5",
      "2024-06-11T08:15:30+0200", "2024-06-11T08:15:30+02", "2024-06-11T08:15:30+02:0",
      "2024-06-11T08:15:30+24:00", "2024-06-11T08:15:30+02:60", "2024-06-11T08:15:30+02:00Z",
      "2024-06-11T08:15:30ZZ", "2024-06-11T08:15:30Z ", " 2024-06-11T08:15:30Z",
      "2024-13-11T08:15:30Z", "2024-00-11T08:15:30Z", "2024-06-31T08:15:30Z",
      "2024-06-00T08:15:30Z", "2023-02-29T08:15:30Z", "1900-02-29T08:15:30Z",
      "2100-02-29T08:15:30Z", "2024-02-30T08:15:30Z", "2024-06-11T24:00:00Z",
      "2024-06-11T08:60:30Z", "2024-06-11T08:15:61Z", "2024/06/11T08:15:30Z",
      "2024-06-11T08-15-30Z", "222222017-10-27T19:10:11Z", "+2024-06-11T08:15:30Z",
      "-024-06-11T08:15:30Z", "20 4-06-11T08:15:30Z", "0000-01-01T00:00:00+00:01",
      "9999-12-31T23:59:60Z", "9999-12-31T23:59:59-00:01", "２024-06-11T08:15:30Z",
    ])
  func refuses(text: String) {
    #expect(DateTime(text) == nil)
  }

  @Test("Every instant written is read back", arguments: 1...20 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let instant = DateTime(
        milliseconds: .random(in: -62_167_219_200_000...253_402_300_799_999, using: &random))
      let text = instant.description
      #expect(text.utf8.count == 24)
      #expect(DateTime(text) == instant, "\(text)")
    }
  }

  @Test("The first and the last day of every month from year 0 to 9999 are each other's neighbours")
  func calendar() {
    var day: Int64 = -719_528
    for year in stride(from: 0, through: 9999, by: 1) {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let padded = String(repeating: "0", count: 4 - String(year).count) + String(year)
      let first = DateTime("\(padded)-01-01T00:00:00Z")
      let last = DateTime("\(padded)-12-31T00:00:00Z")
      #expect(first?.milliseconds == day * 86_400_000)
      day += isLeap ? 366 : 365
      #expect(last?.milliseconds == (day - 1) * 86_400_000)
    }
  }

  @Test("An instant outside the years 0 to 9999 is written as the nearest inside")
  func clamped() {
    #expect(DateTime(milliseconds: .max).description == "9999-12-31T23:59:59.999Z")
    #expect(DateTime(milliseconds: .min).description == "0000-01-01T00:00:00.000Z")
  }
}
