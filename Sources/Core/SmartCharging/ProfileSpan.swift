public import OCPPJSON

/// A stretch of time in which nothing changes about one profile.
struct ProfileSpan: Equatable {
  /// The index of the period that holds; nil in a gap.
  var period: Int?
  /// The first second in which that is no longer so; `never` when it stays.
  var end: Int64

  static var never: Int64 { .max }
}

/// What charges on a connector, for schedules that count from its start.
public enum ChargingSession: Sendable, Equatable {
  /// Nothing: relative schedules do not run, and no `TxProfile` counts.
  case none
  /// Nothing yet; asked what would hold if a transaction began then.
  case assumed(start: DateTime)
  case transaction(Int, start: DateTime)

  var start: Int64? {
    switch self {
    case .none: nil
    case .assumed(let start), .transaction(_, let start): start.seconds
    }
  }
}

extension InstalledProfile {
  /// The period at second `now`, and when that changes. All edges are half-open: a period, a duration
  /// and a validity hold from their first second and no more in their last.
  func span(at now: Int64, session: ChargingSession) -> ProfileSpan {
    let validFrom = profile.validFrom?.seconds ?? .min
    let validTo = profile.validTo?.seconds ?? ProfileSpan.never
    if now >= validTo { return ProfileSpan(period: nil, end: ProfileSpan.never) }
    switch profile.kind {
    case .absolute:
      let start = profile.schedule.start?.seconds ?? situationalStart(session)
      return once(at: now, start: start, validFrom, validTo)
    case .relative:
      return once(at: now, start: situationalStart(session), validFrom, validTo)
    case .recurring(let recurrence):
      return recurring(at: now, recurrence, validFrom, validTo)
    }
  }

  /// Where a schedule without a date begins: with charging, or for the whole station, where charging
  /// has no one beginning, when the profile came.
  private func situationalStart(_ session: ChargingSession) -> Int64? {
    switch profile.purpose {
    case .stationMaximum, .externalConstraint: receivedAt.seconds
    case .transactionDefault, .transaction: session.start
    }
  }

  private func once(
    at now: Int64, start: Int64?, _ validFrom: Int64, _ validTo: Int64
  ) -> ProfileSpan {
    guard let start else { return ProfileSpan(period: nil, end: ProfileSpan.never) }
    var end = validTo
    if let duration = profile.schedule.duration { end = min(end, start + Int64(duration)) }
    let begin = max(start, validFrom)
    if now < begin && begin < end { return ProfileSpan(period: nil, end: begin) }
    if now < begin || now >= end { return ProfileSpan(period: nil, end: ProfileSpan.never) }
    let index = period(at: now - start)
    if let next = startOfPeriod(after: index) { end = min(end, start + next) }
    return ProfileSpan(period: index, end: end)
  }

  private func recurring(
    at now: Int64, _ recurrence: Recurrence, _ validFrom: Int64, _ validTo: Int64
  ) -> ProfileSpan {
    let anchor = profile.schedule.start?.seconds ?? recurrence.defaultAnchor
    var begin = validFrom
    if profile.schedule.start != nil { begin = max(begin, anchor) }
    let length = min(profile.schedule.duration.map(Int64.init) ?? .max, recurrence.length)
    let second = max(now, begin)
    var offset = (second - anchor) % recurrence.length
    if offset < 0 { offset += recurrence.length }
    let occurrence = second - offset

    if offset >= length || now < begin {
      let next = offset < length ? second : occurrence + recurrence.length
      return ProfileSpan(period: nil, end: next < validTo ? next : ProfileSpan.never)
    }
    let index = period(at: offset)
    if let next = startOfPeriod(after: index), next < length {
      return ProfileSpan(period: index, end: min(validTo, occurrence + next))
    }
    // One period all around the clock: the next occurrence is no change.
    if length == recurrence.length && index == 0 { return ProfileSpan(period: 0, end: validTo) }
    return ProfileSpan(period: index, end: min(validTo, occurrence + length))
  }

  private func period(at offset: Int64) -> Int {
    var index = 0
    while let next = startOfPeriod(after: index), next <= offset { index += 1 }
    return index
  }

  private func startOfPeriod(after index: Int) -> Int64? {
    index + 1 < profile.schedule.periods.count
      ? Int64(profile.schedule.periods[index + 1].start) : nil
  }
}
