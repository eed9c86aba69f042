import Foundation
package import OCPPJSON
import Testing

@testable import CSMSCore

private func period(_ start: Int, _ limit: OCPPJSON.Decimal, _ phases: Int? = nil)
  -> ScheduleOrder.Period
{ ScheduleOrder.Period(start: start, limit: limit, phases: phases) }

private func profile(
  _ purpose: ProfilePurpose = .tx, _ kind: ProfileKind = .absolute,
  _ change: (inout ProfileOrder) -> Void = { _ in }
) -> ProfileOrder {
  let schedule = ScheduleOrder(unit: .amps, periods: [period(0, 16)])
  var order = ProfileOrder(id: 1, stackLevel: 0, purpose: purpose, kind: kind, schedule: schedule)
  if purpose == .tx { order.transaction = 5 }
  change(&order)
  return order
}

extension OCPPJSON.Decimal: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}

let profiles: [Refusal] = [
  Refusal(
    "transactionId", .needsTransaction, .setProfile(connector: 1, profile { $0.transaction = nil })),
  Refusal(
    "transactionId", .takesNoTransaction,
    .setProfile(connector: 1, profile(.txDefault) { $0.transaction = 5 })),
  Refusal(
    "transactionId", .takesNoTransaction,
    .setProfile(connector: 0, profile(.stationMax) { $0.transaction = 5 })),
  Refusal("connector_id", .connectorOnly, .setProfile(connector: 0, profile())),
  Refusal("connector_id", .stationOnly, .setProfile(connector: 1, profile(.stationMax))),
  Refusal("connector_id", .negative, .setProfile(connector: -1, profile())),
  Refusal("stackLevel", .negative, .setProfile(connector: 1, profile { $0.stackLevel = -1 })),
  Refusal("recurrencyKind", .needsRecurrency, .setProfile(connector: 1, profile(.tx, .recurring))),
  Refusal(
    "startSchedule", .needsStart,
    .setProfile(connector: 1, profile(.tx, .recurring) { $0.recurrency = .daily })),
  Refusal(
    "recurrencyKind", .takesNoRecurrency,
    .setProfile(connector: 1, profile { $0.recurrency = .weekly })),
  Refusal(
    "recurrencyKind", .takesNoRecurrency,
    .setProfile(connector: 1, profile(.tx, .relative) { $0.recurrency = .weekly })),
  Refusal(
    "startSchedule", .takesNoStart,
    .setProfile(connector: 1, profile(.tx, .relative) { $0.schedule.start = now })),
  Refusal("validTo", .inThePast, .setProfile(connector: 1, profile { $0.validTo = now })),
  Refusal(
    "validTo", .endsBeforeItStarts,
    .setProfile(
      connector: 1,
      profile {
        $0.validFrom = future; $0.validTo = future
      })),
  Refusal("duration", .belowOne, .setProfile(connector: 1, profile { $0.schedule.duration = 0 })),
  Refusal(
    "minChargingRate", .negative,
    .setProfile(connector: 1, profile { $0.schedule.minimumRate = -1 })),
  Refusal(
    "minChargingRate", .tooManyDecimals,
    .setProfile(
      connector: 1,
      profile { $0.schedule.minimumRate = OCPPJSON.Decimal(mantissa: 11, exponent: -2) })),
  Refusal(
    "chargingSchedulePeriod", .empty,
    .setProfile(connector: 1, profile { $0.schedule.periods = [] })),
  Refusal(
    "chargingSchedulePeriod[0].startPeriod", .firstPeriodNotZero,
    .setProfile(connector: 1, profile { $0.schedule.periods = [period(1, 16)] })),
  Refusal(
    "chargingSchedulePeriod[2].startPeriod", .periodsNotAscending,
    .setProfile(
      connector: 1, profile { $0.schedule.periods = [period(0, 16), period(9, 8), period(9, 4)] })),
  Refusal(
    "chargingSchedulePeriod[0].limit", .negative,
    .setProfile(connector: 1, profile { $0.schedule.periods = [period(0, -1)] })),
  Refusal(
    "chargingSchedulePeriod[0].limit", .tooManyDecimals,
    .setProfile(
      connector: 1,
      profile { $0.schedule.periods = [period(0, OCPPJSON.Decimal(mantissa: 1601, exponent: -2))] })
  ),
  Refusal(
    "chargingSchedulePeriod[0].numberPhases", .phases,
    .setProfile(connector: 1, profile { $0.schedule.periods = [period(0, 16, 4)] })),
  Refusal(
    "chargingProfilePurpose", .needsTxProfile,
    .remoteStart(RemoteStartOrder(idTag: "T", profile: profile(.txDefault)))),
  Refusal(
    "transactionId", .takesNoTransaction,
    .remoteStart(RemoteStartOrder(idTag: "T", profile: profile()))),
  Refusal(
    "chargingSchedulePeriod", .empty,
    .remoteStart(
      RemoteStartOrder(
        idTag: "T",
        profile: profile {
          $0.transaction = nil; $0.schedule.periods = []
        }))),
  Refusal(
    "connector_id", .negative,
    .clearProfiles(
      {
        var s = ProfileSelection(); s.connector = -1; return s
      }())),
  Refusal(
    "stack_level", .negative,
    .clearProfiles(
      {
        var s = ProfileSelection(); s.stackLevel = -1; return s
      }())),
]
