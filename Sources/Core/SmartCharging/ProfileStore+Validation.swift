extension ProfileStore {
  /// What is wrong with the profile by itself, wherever it is meant for; nil when nothing is.
  func refusal(of profile: ChargingProfile) -> ProfileRefusal? {
    if profile.stackLevel < 0 || profile.stackLevel > limits.highestStackLevel {
      return .stackLevelOutOfRange
    }
    if let from = profile.validFrom, let to = profile.validTo, !(from < to) { return .neverValid }
    if !limits.allows(profile.schedule.unit) { return .unitNotAllowed }
    if let duration = profile.schedule.duration, duration <= 0 { return .durationOutOfRange }
    if let rate = profile.schedule.minimumRate, rate < 0 || rate > StoreLimits.largestAmount {
      return .minimumRateOutOfRange
    }
    return refusal(of: profile.schedule.periods)
  }

  private func refusal(of periods: [SchedulePeriod]) -> ProfileRefusal? {
    if periods.isEmpty { return .noPeriods }
    if periods.count > limits.periodsPerProfile { return .tooManyPeriods }
    if periods[0].start != 0 { return .firstPeriodNotAtZero }
    for index in periods.indices {
      let period = periods[index]
      if index > 0 && period.start <= periods[index - 1].start {
        return .periodsNotAscending(index: index)
      }
      if period.limit < 0 || period.limit > StoreLimits.largestAmount {
        return .limitOutOfRange(index: index)
      }
      if let phases = period.phases, phases < 1 || phases > 3 {
        return .phasesOutOfRange(index: index)
      }
    }
    return nil
  }
}
