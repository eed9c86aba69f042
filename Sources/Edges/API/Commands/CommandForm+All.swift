import CSMSCore
import OCPPJSON

extension CommandForm {
  /// Every command of door 3, by the name in its path.
  static let all: [CommandForm] = charging + reservations + settings + upkeep + certificates

  static func named(_ name: String) -> CommandForm? { all.first { $0.name == name } }

  private static let connector = Shape.Member(
    "connector_id", .natural, "0 is the station as a whole.", required: true)

  private static let charging: [CommandForm] = [
    CommandForm(
      "remote_start", "Start charging for a token",
      "The profile, if there is one, must be a TxProfile without a transactionId.",
      [
        .init("id_tag", .idTag, required: true),
        .init("connector_id", .positive, "Left out, the station chooses."),
        .init("charging_profile", chargingProfile),
      ]
    ) { values in
      .remoteStart(
        RemoteStartOrder(
          idTag: values.text("id_tag"), connector: values.optionalInteger("connector_id"),
          profile: values.object("charging_profile").map { ProfileOrder($0) }))
    },
    CommandForm(
      "remote_stop", "Stop a transaction", "",
      [.init("transaction_id", .int32, required: true)]
    ) { .remoteStop(transaction: $0.integer("transaction_id")) },
    CommandForm(
      "charging_profile", "Set a charging profile",
      "The first startPeriod is 0, periods ascend, limits have at most one decimal place; a "
        + "TxProfile names its transaction.",
      [connector, .init("profile", chargingProfile, required: true)]
    ) { values in
      .setProfile(
        connector: values.integer("connector_id"),
        ProfileOrder(values.object("profile") ?? values))
    },
    CommandForm(
      "clear_charging_profile", "Clear charging profiles",
      "Those that fit everything that is said; without parameters, all.",
      [
        .init("id", .int32), .init("connector_id", .natural), .init("stack_level", .natural),
        .init("charging_profile_purpose", .words(ProfilePurpose.self)),
      ]
    ) { values in
      var selection = ProfileSelection()
      selection.id = values.optionalInteger("id")
      selection.connector = values.optionalInteger("connector_id")
      selection.purpose = values.optionalWord("charging_profile_purpose")
      selection.stackLevel = values.optionalInteger("stack_level")
      return .clearProfiles(selection)
    },
    CommandForm(
      "composite_schedule", "Ask for the limits that will hold", "",
      [
        connector, .init("duration", .positive, "In seconds.", required: true),
        .init("charging_rate_unit", .words(RateUnit.self)),
      ]
    ) { values in
      .compositeSchedule(
        connector: values.integer("connector_id"), duration: values.integer("duration"),
        unit: values.optionalWord("charging_rate_unit"))
    },
  ]

  private static let reservations: [CommandForm] = [
    CommandForm(
      "reserve_now", "Reserve a connector", "",
      [
        connector, .init("expiry_date", .instant, "In the future.", required: true),
        .init("id_tag", .idTag, required: true), .init("reservation_id", .int32, required: true),
        .init("parent_id_tag", .idTag),
      ]
    ) { values in
      .reserve(
        ReservationOrder(
          id: values.integer("reservation_id"), connector: values.integer("connector_id"),
          expiry: values.instant("expiry_date"), idTag: values.text("id_tag"),
          parent: values.optionalText("parent_id_tag")))
    },
    CommandForm(
      "cancel_reservation", "Cancel a reservation", "",
      [.init("reservation_id", .int32, required: true)]
    ) { .cancelReservation($0.integer("reservation_id")) },
    CommandForm(
      "unlock", "Unlock a connector", "", [.init("connector_id", .positive, required: true)]
    ) { .unlock(connector: $0.integer("connector_id")) },
    CommandForm(
      "availability", "Take a connector out of service or into it", "",
      [connector, .init("type", .words(["Operative", "Inoperative"]), required: true)]
    ) { values in
      .changeAvailability(
        connector: values.integer("connector_id"),
        isOperative: values.text("type") == "Operative")
    },
    CommandForm("clear_cache", "Clear the authorization cache") { _ in .clearCache },
    CommandForm(
      "local_list", "Send the local authorization list",
      "A list longer than the station's SendLocalListMaxLength (when that was read; else "
        + "\(StationKnowledge.defaultListPartLength) tokens) goes out in parts, the last of which "
        + "has this version.",
      [
        .init("list_version", .positive, "Greater than the one before.", required: true),
        .init("update_type", .words(ListUpdate.self), required: true),
        .init("local_authorization_list", .list(listEntry, 0...10_000)),
      ]
    ) { values in
      .sendLocalList(
        LocalListOrder(
          version: values.integer("list_version"), update: values.word("update_type", .full),
          entries: values.objects("local_authorization_list").map { LocalListEntry($0) }))
    },
    CommandForm("local_list_version", "Ask for the local list's version") { _ in
      .localListVersion
    },
  ]

  private static let settings: [CommandForm] = [
    CommandForm(
      "reset", "Restart the station", "", [.init("type", .words(ResetKind.self), required: true)]
    ) { .reset($0.word("type", .soft)) },
    CommandForm(
      "change_configuration", "Change a setting", "",
      [
        .init("key", .text(1...50), required: true),
        .init("value", .text(0...500), required: true),
      ]
    ) { .changeConfiguration(key: $0.text("key"), value: $0.text("value")) },
    CommandForm(
      "rotate_key", "Give the station a new password (AuthorizationKey)",
      "The new key is made here and shown to nobody, unless one is given. It is good from before it "
        + "is sent, and the old one until the station comes in with the new one: neither a refusal "
        + "nor a lost answer locks the station out (GET /charge-points/{id}/key).",
      [
        .init(
          "key", .text(AuthorizationKey.lengths),
          "The limits are in bytes. Better left out; not possible in jobs.")
      ]
    ) { .rotateKey(to: $0.optionalText("key")) },
    CommandForm(
      "configuration", "Read settings", "Without a key, all of them.",
      [.init("key", .list(.text(1...50), 0...100), "May be given several times.")]
    ) { .readConfiguration(keys: $0.texts("key")) },
    CommandForm(
      "trigger_message", "Ask for a message",
      "LogStatusNotification and SignChargePointCertificate are asked for by "
        + "ExtendedTriggerMessage, the others too when extended is true.",
      [
        .init("requested_message", .words(TriggeredMessage.self), required: true),
        .init("connector_id", .positive), .init("extended", .boolean),
      ]
    ) { values in
      .trigger(
        values.word("requested_message", .heartbeat),
        connector: values.optionalInteger("connector_id"), extended: values.boolean("extended"))
    },
    CommandForm(
      "data_transfer", "Send something of a vendor's own", "",
      [
        .init("vendor_id", .text(1...255), required: true), .init("message_id", .text(0...50)),
        .init("data", .anyText),
      ]
    ) { values in
      .dataTransfer(
        vendor: values.text("vendor_id"), message: values.optionalText("message_id"),
        data: values.optionalText("data"))
    },
  ]
}
