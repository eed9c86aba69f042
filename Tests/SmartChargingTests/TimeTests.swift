import OCPPJSON
import SmartCharging
import TestKit
import Testing

@Suite("Schedules in time")
struct TimeTests {
  /// Seconds from `first` on at which the decision changes, and the period that holds from then.
  private func changes(
    of profile: ChargingProfile, on connector: Int = 1, from first: Int64, count: Int,
    session: ChargingSession = .none, receivedAt: DateTime = at(0)
  ) -> [Change] {
    var store = store()
    store.accept(
      profile, on: connector, during: profile.purpose == .transaction ? 50 : nil, at: receivedAt)
    var found: [Change] = []
    var second: Int64? = first
    while let now = second, found.count < count {
      let decision = store.decides(at: now, session: session)
      var period: Int?
      if case .profile(let reason) = decision.reason { period = reason.period }
      found.append(Change(now, period))
      second = decision.change
    }
    return found
  }

  struct Change: Equatable, CustomStringConvertible {
    var second: Int64
    var period: Int?
    init(_ second: Int64, _ period: Int?) {
      self.second = second
      self.period = period
    }
    var description: String { "\(second): \(period.map(String.init) ?? "gap")" }
  }

  @Test("An absolute schedule runs once, its edges half-open", .covers("CP16-57"))
  func absolute() {
    let profile = profile(
      duration: 100, start: at(50), periods: .from(0, 1), .from(30, 2), .from(200, 3))
    #expect(
      changes(of: profile, from: 0, count: 9)
        == [Change(0, nil), Change(50, 0), Change(80, 1), Change(150, nil)])
  }

  @Test("Without a duration the last period goes on for ever", .covers("CP16-57"))
  func endless() {
    let profile = profile(start: at(50), periods: .from(0, 1), .from(30, 2))
    #expect(
      changes(of: profile, from: 0, count: 9) == [Change(0, nil), Change(50, 0), Change(80, 1)])
  }

  @Test("Validity cuts a schedule at both ends and does not shift it", .covers("CP16-57"))
  func validity() {
    let profile = profile(
      validFrom: at(60), validTo: at(90), start: at(50), periods: .from(0, 1), .from(30, 2))
    #expect(
      changes(of: profile, from: 0, count: 9)
        == [Change(0, nil), Change(60, 0), Change(80, 1), Change(90, nil)])
  }

  @Test("A schedule over before its validity begins never runs")
  func never() {
    let late = profile(validFrom: at(150), duration: 100, start: at(50))
    #expect(changes(of: late, from: 0, count: 9) == [Change(0, nil)])
    let over = profile(validTo: at(-1))
    #expect(changes(of: over, from: 0, count: 9) == [Change(0, nil)])
  }

  @Test("A daily schedule repeats after its first start, with its gap", .covers("CP16-57"))
  func daily() {
    let profile = profile(
      1, .transactionDefault, .recurring(.daily), duration: 3600, start: at(8 * hour),
      periods: .from(0, 1),
      .from(1800, 2))
    #expect(
      changes(of: profile, from: -day, count: 6) == [
        Change(-day, nil), Change(8 * hour, 0), Change(8 * hour + 1800, 1), Change(9 * hour, nil),
        Change(day + 8 * hour, 0), Change(day + 8 * hour + 1800, 1),
      ])
  }

  @Test("A weekly schedule without a duration is cut when it starts again", .covers("CP16-57"))
  func weekly() {
    let profile = profile(
      1, .transactionDefault, .recurring(.weekly), start: at(0), periods: .from(0, 1),
      .from(86_400, 2))
    #expect(
      changes(of: profile, from: 0, count: 4)
        == [Change(0, 0), Change(day, 1), Change(7 * day, 0), Change(8 * day, 1)])
  }

  @Test("A daily schedule longer than a day is cut when it starts again", .covers("CP16-57"))
  func tooLong() {
    let profile = profile(
      1, .transactionDefault, .recurring(.daily), duration: 200_000, start: at(0),
      periods: .from(0, 1),
      .from(43_200, 2),
      .from(100_000, 3))
    #expect(
      changes(of: profile, from: 0, count: 4)
        == [Change(0, 0), Change(day / 2, 1), Change(day, 0), Change(day + day / 2, 1)])
  }

  @Test("A recurring schedule of one period around the clock has no change but its end")
  func aroundTheClock() {
    let profile = profile(
      1, .transactionDefault, .recurring(.daily), validTo: at(9 * day), start: at(0))
    #expect(changes(of: profile, from: 5, count: 9) == [Change(5, 0), Change(9 * day, nil)])
    var tooLate = profile
    tooLate.schedule.periods.append(.from(86_400, 2))
    #expect(changes(of: tooLate, from: 5, count: 9) == [Change(5, 0), Change(9 * day, nil)])
  }

  @Test("A recurring schedule without a start counts from midnight UTC, or Monday's")
  func midnight() {
    let daily = profile(1, .transactionDefault, .recurring(.daily), duration: 60, start: nil)
    #expect(
      changes(of: daily, from: 30, count: 3) == [Change(30, 0), Change(60, nil), Change(day, 0)])
    let weekly = profile(1, .transactionDefault, .recurring(.weekly), duration: 60, start: nil)
    #expect(
      changes(of: weekly, from: 60, count: 2) == [Change(60, nil), Change(7 * day, 0)])
    #expect(
      changes(of: daily, from: -monday - 10, count: 2) == [
        Change(-monday - 10, nil), Change(-monday, 0),
      ])
  }

  @Test("Validity that begins inside an occurrence lets the rest of it run")
  func validityInside() {
    let profile = profile(
      1, .transactionDefault, .recurring(.daily), validFrom: at(day + 30),
      validTo: at(2 * day + 40),
      duration: 60,
      start: at(0))
    #expect(
      changes(of: profile, from: 0, count: 9) == [
        Change(0, nil), Change(day + 30, 0), Change(day + 60, nil), Change(2 * day, 0),
        Change(2 * day + 40, nil),
      ])
    // It begins in a gap and ends before the next occurrence.
    let empty = self.empty
    #expect(changes(of: empty, from: 0, count: 9) == [Change(0, nil)])
  }

  private var empty: ChargingProfile {
    profile(
      1, .transactionDefault, .recurring(.daily), validFrom: at(day + 60), validTo: at(2 * day),
      duration: 60,
      start: at(0))
  }

  @Test("The clock change in October does not matter: days are UTC's", .covers("CP16-57"))
  func daylightSaving() throws {
    // In most of Europe clocks go back on 2026-10-25 at 01:00Z.
    let start = try #require(DateTime("2026-10-24T06:00:00+02:00"))
    var store = store()
    store.accept(
      profile(1, .transactionDefault, .recurring(.daily), duration: 60, start: start), on: 1)
    let connector = ChargingConnector(number: 1, supply: Supply(maximumMilliamps: 32_000))
    for day in 24...27 {
      let now = try #require(DateTime("2026-10-\(day)T04:00:00Z"))
      #expect(store.limit(of: connector, at: now, in: .amperes).profile == 1)
      let before = DateTime(milliseconds: now.milliseconds - 1)
      #expect(store.limit(of: connector, at: before, in: .amperes).profile == nil)
      #expect(store.limit(of: connector, at: before, in: .amperes).until == now)
    }
  }

  @Test("A relative schedule counts from the start of charging", .covers("CP16-57"))
  func relative() {
    let profile = profile(
      1, .transaction, .relative, duration: 100, start: at(0), periods: .from(0, 1), .from(30, 2))
    #expect(
      changes(of: profile, from: 500, count: 9, session: .transaction(50, start: at(1000))) == [
        Change(500, nil), Change(1000, 0), Change(1030, 1), Change(1100, nil),
      ])
  }

  @Test("An absolute schedule without a start counts from the start of charging too (§7.13)")
  func absoluteWithoutStart() {
    let profile = profile(duration: 100, start: nil)
    #expect(changes(of: profile, from: 0, count: 9) == [Change(0, nil)])
    #expect(
      changes(of: profile, from: 0, count: 9, session: .assumed(start: at(20)))
        == [Change(0, nil), Change(20, 0), Change(120, nil)])
  }

  @Test("A relative limit on the whole station counts from when it came")
  func relativeStation() {
    let profile = profile(1, .stationMaximum, .relative, duration: 100)
    #expect(
      changes(of: profile, on: 0, from: 0, count: 9, receivedAt: at(40))
        == [Change(0, nil), Change(40, 0), Change(140, nil)])
  }

  @Test("Parts of a second belong to their second")
  func milliseconds() {
    var store = store()
    let start = DateTime(milliseconds: at(10).milliseconds + 999)
    store.accept(profile(1, duration: 5, start: start), on: 1)
    let connector = ChargingConnector(number: 1, supply: Supply(maximumMilliamps: 32_000))
    func decides(_ milliseconds: Int64) -> LimitDecision {
      store.limit(
        of: connector, at: DateTime(milliseconds: at(0).milliseconds + milliseconds), in: .amperes)
    }
    #expect(decides(9_999).profile == nil)
    #expect(decides(9_999).until == at(10))
    #expect(decides(10_000).profile == 1)
    #expect(decides(14_999).profile == 1)
    #expect(decides(15_000).profile == nil)
  }

  @Test("Instants at the ends of 64 bits do no harm")
  func extremes() {
    var store = store()
    let early = DateTime(milliseconds: .min)
    let late = DateTime(milliseconds: .max)
    store.accept(profile(1, validFrom: early, validTo: late, duration: .max, start: late), on: 1)
    store.accept(
      profile(2, level: 1, .transactionDefault, .recurring(.weekly), validFrom: late, start: early),
      on: 1)
    store.accept(
      profile(3, level: 2, .transactionDefault, .recurring(.daily), validTo: early, start: late),
      on: 1)
    let connector = ChargingConnector(number: 1, supply: Supply())
    for now in [early, at(0), late] {
      _ = store.limit(of: connector, at: now, in: .amperes)
    }
    // What changes beyond the year 9999 changes never.
    #expect(store.decides(at: 0).until == nil)
  }
}
