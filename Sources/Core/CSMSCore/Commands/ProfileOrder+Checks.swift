import OCPPJSON

/// What makes a charging profile, its schedule or a choice of profiles impossible.
extension ProfileOrder {
  func check(_ now: DateTime, on connector: Int) throws(CommandRefusal) {
    try StationCommand.notNegative("connector_id", connector)
    switch purpose {
    case .stationMax where connector != 0: throw CommandRefusal("connector_id", .stationOnly)
    case .tx where connector == 0: throw CommandRefusal("connector_id", .connectorOnly)
    case .tx where transaction == nil: throw CommandRefusal("transactionId", .needsTransaction)
    case .stationMax, .txDefault:
      if transaction != nil { throw CommandRefusal("transactionId", .takesNoTransaction) }
    case .tx: break
    }
    try check(now)
  }

  func check(_ now: DateTime) throws(CommandRefusal) {
    try StationCommand.notNegative("stackLevel", stackLevel)
    switch (kind, recurrency, schedule.start) {
    case (.recurring, nil, _): throw CommandRefusal("recurrencyKind", .needsRecurrency)
    case (.recurring, _, nil): throw CommandRefusal("startSchedule", .needsStart)
    case (.absolute, _?, _), (.relative, _?, _):
      throw CommandRefusal("recurrencyKind", .takesNoRecurrency)
    case (.relative, nil, _?): throw CommandRefusal("startSchedule", .takesNoStart)
    default: break
    }
    if let validTo {
      if validTo <= now { throw CommandRefusal("validTo", .inThePast) }
      if let validFrom, validTo <= validFrom {
        throw CommandRefusal("validTo", .endsBeforeItStarts)
      }
    }
    try schedule.check()
  }
}

extension ScheduleOrder {
  func check() throws(CommandRefusal) {
    try StationCommand.atLeastOne("duration", duration)
    if let rate = minimumRate {
      if rate < 0 { throw CommandRefusal("minChargingRate", .negative) }
      if !rate.hasAtMost(fractionDigits: 1) {
        throw CommandRefusal("minChargingRate", .tooManyDecimals)
      }
    }
    if periods.isEmpty { throw CommandRefusal("chargingSchedulePeriod", .empty) }
    for index in periods.indices {
      let period = periods[index]
      func refuse(_ member: StaticString, _ reason: CommandRefusal.Reason) -> CommandRefusal {
        CommandRefusal(.element("chargingSchedulePeriod", index, member), reason)
      }
      if index == 0 && period.start != 0 { throw refuse("startPeriod", .firstPeriodNotZero) }
      if index > 0 && period.start <= periods[index - 1].start {
        throw refuse("startPeriod", .periodsNotAscending)
      }
      if period.limit < 0 { throw refuse("limit", .negative) }
      if !period.limit.hasAtMost(fractionDigits: 1) { throw refuse("limit", .tooManyDecimals) }
      if let phases = period.phases, phases < 1 || phases > 3 {
        throw refuse("numberPhases", .phases)
      }
    }
  }
}

extension ProfileSelection {
  func check() throws(CommandRefusal) {
    try StationCommand.notNegative("connector_id", connector)
    try StationCommand.notNegative("stack_level", stackLevel)
  }
}
