public import OCPPJSON

/// What is known of a station that decides whether a command makes sense, and in how many parts it
/// goes out. Nil where the station has not said.
public struct StationKnowledge: Sendable, Equatable {
  /// The configuration key `SendLocalListMaxLength`.
  public var localListPartLength: Int?
  /// The version of its local list.
  public var localListVersion: Int?

  /// What its BootNotification was answered with.
  public var registration = Registration.accepted
  /// The configuration key `LocalAuthListMaxLength`.
  public var localListLength: Int?

  public init(localListPartLength: Int? = nil, localListVersion: Int? = nil) {
    self.localListPartLength = localListPartLength
    self.localListVersion = localListVersion
  }

  /// The tokens of one SendLocalList for a station that has not said how many it takes.
  public static var defaultListPartLength: Int { 50 }

  public var listPartLength: Int {
    max(1, localListPartLength ?? StationKnowledge.defaultListPartLength)
  }
}

extension StationCommand {
  /// Refuses what no station could do anything good with, before anything is sent.
  public func check(
    now: DateTime, knowing station: StationKnowledge = StationKnowledge()
  ) throws(CommandRefusal) {
    if station.registration == .rejected { try checkRejected() }
    switch self {
    // While a station is Pending neither may be sent (OCPP 1.6 §4.2).
    case .remoteStart where station.registration == .pending,
      .remoteStop where station.registration == .pending:
      throw CommandRefusal("", .stationPending)
    case .reset, .clearCache, .localListVersion, .remoteStop, .cancelReservation,
      .installedCertificates:
      break
    case .rotateKey(let key): try StationCommand.isKey("key", key)
    case .changeConfiguration(let key, _): try StationCommand.notEmpty("key", key)
    case .readConfiguration(let keys): for key in keys { try StationCommand.notEmpty("key", key) }
    case .unlock(let connector): try StationCommand.atLeastOne("connector_id", connector)
    case .changeAvailability(let connector, _):
      try StationCommand.notNegative("connector_id", connector)
    case .remoteStart(let order): try order.check(now)
    case .setProfile(let connector, let profile): try profile.check(now, on: connector)
    case .clearProfiles(let selection): try selection.check()
    case .compositeSchedule(let connector, let duration, _):
      try StationCommand.notNegative("connector_id", connector)
      try StationCommand.atLeastOne("duration", duration)
    case .reserve(let order): try order.check(now)
    case .sendLocalList(let list): try list.check(knowing: station)
    case .trigger(let message, let connector, let extended):
      try StationCommand.check(message, connector, extended)
    case .updateFirmware, .updateSignedFirmware, .diagnostics, .uploadLog, .dataTransfer,
      .installCertificate, .deleteCertificate, .certificateSigned:
      try checkTransfer()
    }
  }

  /// A station that was rejected answers nothing (OCPP 1.6 §4.2). One that an operator takes in after all
  /// is asked to boot, in case it listens.
  private func checkRejected() throws(CommandRefusal) {
    if case .trigger(.bootNotification, _, _) = self { return }
    throw CommandRefusal("", .stationRejected)
  }

  private func checkTransfer() throws(CommandRefusal) {
    switch self {
    case .updateFirmware(let order): try order.check()
    case .updateSignedFirmware(let order): try order.check()
    case .diagnostics(let order): try order.check()
    case .uploadLog(let order): try order.upload.check()
    case .dataTransfer(let vendor, _, _): try StationCommand.notEmpty("vendor_id", vendor)
    case .installCertificate(_, let pem): try StationCommand.isPEM("certificate", pem)
    case .certificateSigned(let chain): try StationCommand.isPEM("certificate_chain", chain)
    case .deleteCertificate(let id): try StationCommand.notEmpty("serial_number", id.serialNumber)
    default: break
    }
  }

  // MARK: One value

  static func notEmpty(_ field: StaticString, _ text: Text) throws(CommandRefusal) {
    if text.isEmpty { throw CommandRefusal(Text(field), .empty) }
  }

  /// As an AuthorizationKey has to be, when one is given (security whitepaper §3).
  static func isKey(_ field: StaticString, _ key: Text?) throws(CommandRefusal) {
    guard let key else { return }
    let isGood = key.withUTF8 { bytes in
      AuthorizationKey.lengths.contains(bytes.count) && bytes.allSatisfy { $0 > 0x1F && $0 != 0x7F }
    }
    if !isGood { throw CommandRefusal(Text(field), .notAKey) }
  }

  static func notNegative(_ field: StaticString, _ value: Int?) throws(CommandRefusal) {
    if let value, value < 0 { throw CommandRefusal(Text(field), .negative) }
  }

  static func atLeastOne(_ field: StaticString, _ value: Int?) throws(CommandRefusal) {
    if let value, value < 1 { throw CommandRefusal(Text(field), .belowOne) }
  }

  /// A scheme, a colon and something behind it.
  static func isAddress(_ field: StaticString, _ text: Text) throws(CommandRefusal) {
    let isOne = text.withUTF8 { bytes in
      guard let colon = bytes.firstIndex(of: 0x3A) else { return false }
      return colon > 1 && colon + 1 < bytes.count && !bytes.contains(0x20)
    }
    if !isOne { throw CommandRefusal(Text(field), .notAnAddress) }
  }

  static func isPEM(_ field: StaticString, _ text: Text) throws(CommandRefusal) {
    let opening: Text = "-----BEGIN CERTIFICATE-----"
    let isOne = text.withUTF8 { bytes in
      opening.withUTF8 { first in
        bytes.count > first.count && zip(bytes, first).allSatisfy { $0 == $1 }
      }
    }
    if !isOne { throw CommandRefusal(Text(field), .notPEM) }
  }

  private static func check(
    _ message: TriggeredMessage, _ connector: Int?, _ extended: Bool?
  ) throws(CommandRefusal) {
    try atLeastOne("connector_id", connector)
    let fits: Bool =
      switch message {
      case .logStatusNotification, .signChargePointCertificate: extended ?? true
      case .diagnosticsStatusNotification: !(extended ?? false)
      default: true
      }
    if !fits { throw CommandRefusal("requested_message", .notInThisTrigger) }
  }
}

extension RemoteStartOrder {
  func check(_ now: DateTime) throws(CommandRefusal) {
    try StationCommand.notEmpty("id_tag", idTag)
    try StationCommand.atLeastOne("connector_id", connector)
    guard let profile else { return }
    // OCPP 1.6 §5.11: its purpose is TxProfile, and its transaction does not exist yet.
    if profile.purpose != .tx { throw CommandRefusal("chargingProfilePurpose", .needsTxProfile) }
    if profile.transaction != nil { throw CommandRefusal("transactionId", .takesNoTransaction) }
    try profile.check(now)
  }
}

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

extension ReservationOrder {
  func check(_ now: DateTime) throws(CommandRefusal) {
    try StationCommand.notNegative("connector_id", connector)
    try StationCommand.notEmpty("id_tag", idTag)
    if expiry <= now { throw CommandRefusal("expiry_date", .inThePast) }
  }
}

extension LocalListOrder {
  func check(knowing station: StationKnowledge) throws(CommandRefusal) {
    // 0 stands for "no list" (OCPP 1.6 §5.10), so that the first version is 1.
    try StationCommand.atLeastOne("list_version", version)
    if let known = station.localListVersion, version <= known {
      throw CommandRefusal("list_version", .versionNotIncreasing)
    }
    let first = version - partCount(station) + 1
    let floor = update == .differential ? station.localListVersion ?? 0 : 0
    if first <= floor { throw CommandRefusal("list_version", .versionLeavesNoRoom) }
    try checkEntries()
  }

  /// How many SendLocalList calls it takes.
  func partCount(_ station: StationKnowledge) -> Int {
    max(1, (entries.count + station.listPartLength - 1) / station.listPartLength)
  }

  private func checkEntries() throws(CommandRefusal) {
    for index in entries.indices {
      if entries[index].idTag.isEmpty {
        throw CommandRefusal(.element("local_authorization_list", index, "idTag"), .empty)
      }
      if update == .full && entries[index].verdict == nil {
        throw CommandRefusal(
          .element("local_authorization_list", index, "idTagInfo"), .needsVerdict)
      }
    }
    // Sorted, so that ten thousand tokens are compared in a moment.
    var tags: [(tag: Text, index: Int)] = []
    for index in entries.indices { tags.append((entries[index].idTag.caseFolded, index)) }
    tags.sort { $0.tag == $1.tag ? $0.index < $1.index : $0.tag < $1.tag }
    for index in tags.indices.dropFirst() where tags[index].tag == tags[index - 1].tag {
      throw CommandRefusal(
        .element("local_authorization_list", tags[index].index, "idTag"), .tokenTwice)
    }
  }
}

extension RetryRule {
  func check() throws(CommandRefusal) {
    try StationCommand.notNegative("retries", retries)
    try StationCommand.notNegative("retry_interval", interval)
  }
}

extension FirmwareOrder {
  func check() throws(CommandRefusal) {
    try StationCommand.isAddress("location", location)
    try retry.check()
  }
}

extension SignedFirmwareOrder {
  func check() throws(CommandRefusal) {
    try firmware.check()
    try StationCommand.isPEM("signing_certificate", signingCertificate)
    try StationCommand.notEmpty("signature", signature)
    if let installAt, installAt < firmware.retrieveAt {
      throw CommandRefusal("install_date", .endsBeforeItStarts)
    }
  }
}

extension DiagnosticsOrder {
  func check() throws(CommandRefusal) {
    try StationCommand.isAddress("location", location)
    try retry.check()
    if let from, let to, to < from { throw CommandRefusal("start_time", .startsAfterItsEnd) }
  }
}
