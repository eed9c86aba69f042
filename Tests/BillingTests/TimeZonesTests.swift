import Billing
import Foundation
import OCPPJSON
import Tariffs
import Testing

@Suite("Time zones")
struct TimeZonesTests {
  private func time(_ text: String) -> DateTime {
    DateTime(text) ?? DateTime(milliseconds: 0)
  }

  @Test("The table of a zone has its changes to the second")
  func changes() {
    let berlin = TimeZones.localTime(
      of: "Europe/Berlin", from: time("2026-01-01T00:00:00Z"),
      through: time("2026-12-31T00:00:00Z"))
    let year = LocalTime(
      first: 3_600_000,
      changes: [
        .init(at: time("2026-03-29T01:00:00Z"), offset: 7_200_000),
        .init(at: time("2026-10-25T01:00:00Z"), offset: 3_600_000),
      ])
    // The table may be longer than the span.
    let said = berlin.map { "\($0)" } ?? ""
    for change in year.changes { #expect(said.contains("\(change)")) }
    // Half an hour, and a change that is no daylight-saving time.
    let lordHowe = TimeZones.localTime(
      of: "Australia/Lord_Howe", from: time("2026-01-01T00:00:00Z"),
      through: time("2026-12-31T00:00:00Z"))
    #expect("\(String(describing: lordHowe))".contains("37800000"))
    let pyongyang = TimeZones.localTime(
      of: "Asia/Pyongyang", from: time("2018-01-01T00:00:00Z"),
      through: time("2018-12-31T00:00:00Z"))
    #expect("\(String(describing: pyongyang))".contains("\(time("2018-05-04T15:00:00Z"))"))
  }

  @Test("The tables say what Foundation says, at any moment, in places with odd rules")
  func anyMoment() throws {
    var state: UInt64 = 7
    for name in [
      "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
      "Pacific/Apia", "Asia/Kathmandu",
    ] {
      let zone = try #require(TimeZone(identifier: name))
      for _ in 0..<100 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Between 2011 and 2026, in seconds.
        let second = 1_293_840_000 + Int64(state >> 33) % 504_921_600
        let moment = DateTime(milliseconds: second * 1000)
        let table = try #require(
          TimeZones.localTime(
            of: Text(name), from: DateTime(milliseconds: second * 1000 - 86_400_000),
            through: moment))
        let offset = table.changes.last { $0.at <= moment }?.offset ?? table.first
        let truth = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
        #expect(offset == Int64(truth) * 1000, "\(name) at \(moment)")
      }
    }
  }

  @Test("Names of the IANA database are zones, anything else is none")
  func names() {
    for name: Text in ["UTC", "Europe/Berlin", "Asia/Kolkata", "America/Argentina/Ushuaia"] {
      #expect(TimeZones.contains(name), "\(name)")
    }
    for name: Text in ["", "Mars/Olympus", "GMT+3", "../etc/passwd", "Europe"] {
      #expect(!TimeZones.contains(name), "\(name)")
      let now = time("2026-01-01T00:00:00Z")
      #expect(TimeZones.localTime(of: name, from: now, through: now) == nil)
    }
  }
}
