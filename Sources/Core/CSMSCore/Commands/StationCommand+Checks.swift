public import OCPPJSON

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

extension ReservationOrder {
  func check(_ now: DateTime) throws(CommandRefusal) {
    try StationCommand.notNegative("connector_id", connector)
    try StationCommand.notEmpty("id_tag", idTag)
    if expiry <= now { throw CommandRefusal("expiry_date", .inThePast) }
  }
}
