import CSMSCore
import OCPPJSON

/// Parts of commands that OCPP itself defines keep its camelCase.
extension CommandForm {
  static let schedule = Shape.named(
    "ChargingSchedule",
    .object([
      .init("chargingRateUnit", .words(RateUnit.self), required: true),
      .init(
        "chargingSchedulePeriod",
        .list(
          .object([
            .init("startPeriod", .natural, "Seconds from the schedule's start.", required: true),
            .init("limit", .number, "At most one decimal place.", required: true),
            .init("numberPhases", .integer(1...3)),
          ]), 1...1024), required: true),
      .init("duration", .natural, "In seconds."), .init("startSchedule", .instant),
      .init("minChargingRate", .number),
    ]))

  static let chargingProfile = Shape.named(
    "ChargingProfile",
    .object([
      .init("chargingProfileId", .int32, required: true),
      .init("stackLevel", .natural, required: true),
      .init("chargingProfilePurpose", .words(ProfilePurpose.self), required: true),
      .init("chargingProfileKind", .words(ProfileKind.self), required: true),
      .init("chargingSchedule", schedule, required: true),
      .init("transactionId", .int32), .init("recurrencyKind", .words(ProfileRecurrency.self)),
      .init("validFrom", .instant), .init("validTo", .instant),
    ]))

  static let listEntry = Shape.named(
    "AuthorizationData",
    .object([
      .init("idTag", .idTag, required: true),
      .init(
        "idTagInfo",
        .object([
          .init(
            "status", .words(["Accepted", "Blocked", "Expired", "Invalid", "ConcurrentTx"]),
            required: true),
          .init("expiryDate", .instant), .init("parentIdTag", .idTag),
        ]), "Left out in a differential update, the token is taken out of the list."),
    ]))
}

extension ProfileOrder {
  init(_ values: FormValues) {
    self.init(
      id: values.integer("chargingProfileId"), stackLevel: values.integer("stackLevel"),
      purpose: values.word("chargingProfilePurpose", .tx),
      kind: values.word("chargingProfileKind", .absolute),
      schedule: ScheduleOrder(values.object("chargingSchedule") ?? values))
    transaction = values.optionalInteger("transactionId")
    recurrency = values.optionalWord("recurrencyKind")
    validFrom = values.optionalInstant("validFrom")
    validTo = values.optionalInstant("validTo")
  }
}

extension ScheduleOrder {
  init(_ values: FormValues) {
    self.init(
      unit: values.word("chargingRateUnit", .amps),
      periods: values.objects("chargingSchedulePeriod").map { period in
        Period(
          start: period.integer("startPeriod"),
          limit: period.decimal("limit") ?? OCPPJSON.Decimal(0),
          phases: period.optionalInteger("numberPhases"))
      })
    duration = values.optionalInteger("duration")
    start = values.optionalInstant("startSchedule")
    minimumRate = values.decimal("minChargingRate")
  }

  /// As OCPP writes it.
  var json: JSONValue {
    .members([
      ("chargingRateUnit", .text(unit.word)),
      (
        "chargingSchedulePeriod",
        .list(
          periods.map { period in
            .members([
              ("startPeriod", .integer(period.start)), ("limit", .number(period.limit)),
              ("numberPhases", period.phases.map { .integer($0) }),
            ])
          })
      ),
      ("duration", duration.map { .integer($0) }), ("startSchedule", start.map { .instant($0) }),
      ("minChargingRate", minimumRate.map { .number($0) }),
    ])
  }
}

extension LocalListEntry {
  init(_ values: FormValues) {
    self.init(idTag: values.text("idTag"))
    guard let info = values.object("idTagInfo") else { return }
    verdict = TokenVerdict(
      info.word("status", .invalid), expiry: info.optionalInstant("expiryDate"),
      parent: info.optionalText("parentIdTag"))
  }
}
