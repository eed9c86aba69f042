import OCPP16
import OCPPJSON
import SmartCharging

/// The charging profiles and what follows from them for each connector.
struct SmartCharger: ~Copyable, Sendable {
  private let pin = Pin()
  /// How long one vehicle charges before another one's turn comes, when there is not enough for all.
  static var turnLength: Int64 { 900_000 }

  var store: ProfileStore
  var share: LoadShare
  var composite: CompositeSchedule
  /// The connectors that charge, reused.
  var charging: [ChargingConnector] = []
  /// Something the limits depend on has changed.
  var isStale = true
  /// Monotonic time at which they may change by themselves.
  var nextChange: Int64?

  init(_ setup: __shared StationSetup) {
    store = ProfileStore(
      limits: StoreLimits(
        profiles: max(setup.profileLimit, 1), periodsPerProfile: max(setup.periodLimit, 1),
        highestStackLevel: max(setup.maximumStackLevel, 0), connectors: setup.connectors))
    share = LoadShare(takerCapacity: setup.connectors)
    composite = CompositeSchedule(periodLimit: max(setup.periodLimit, 1))
    charging.reserveCapacity(setup.connectors)
  }
}

extension ChargePoint {
  /// How a connector is wired; 0 is the station, which may take what its connectors take together.
  /// There is no step that switches phases (`ConnectorSwitch3to1PhaseSupported` is false), so that
  /// every watt is reckoned with all of them.
  func supply(_ connector: Int) -> Supply {
    let maximum = Int64(max(setup.maximumCurrent, 0))
    return Supply(
      volts: Int64(min(max(setup.voltage, 1), 1500)), phases: setup.phases >= 3 ? 3 : 1,
      maximumMilliamps: connector == 0 ? maximum * Int64(setup.connectors) : maximum)
  }
}

/// An installed profile in the journal, under its id.
extension InstalledProfile: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put(connector)
    switch binding {
    case .none: writer.put8(0)
    case .transaction(let number):
      writer.put8(1)
      writer.put(number)
    case .remoteStart(let number):
      writer.put8(2)
      writer.put(number)
    }
    writer.put(receivedAt.milliseconds)
    writer.put(profile.id)
    writer.put(profile.stackLevel)
    writer.put8(profile.purpose.rawValue)
    switch profile.kind {
    case .absolute: writer.put8(0)
    case .relative: writer.put8(1)
    case .recurring(.daily): writer.put8(2)
    case .recurring(.weekly): writer.put8(3)
    }
    writer.put(profile.validFrom)
    writer.put(profile.validTo)
    writer.put(profile.transaction)
    write(profile.schedule, &writer)
  }

  private func write(_ schedule: SmartCharging.ChargingSchedule, _ writer: inout RecordWriter) {
    writer.put8(schedule.unit.rawValue)
    writer.put(schedule.duration.map { Int($0) })
    writer.put(schedule.start)
    writer.put(schedule.minimumRate)
    writer.put(schedule.periods.count)
    for period in schedule.periods {
      writer.put32(period.start)
      writer.put(period.limit)
      writer.put8(period.phases ?? 0)
    }
  }

  init?(_ reader: inout RecordReader) {
    let connector = reader.getInt()
    let binding: Binding
    switch reader.get8() {
    case 1: binding = .transaction(reader.getNumber())
    case 2: binding = .remoteStart(reader.getNumber())
    default: binding = .none
    }
    let receivedAt = DateTime(milliseconds: reader.getInt64())
    let id = reader.getInt()
    let level = reader.getInt()
    let purpose = reader.getEnum(or: ProfilePurpose.transactionDefault)
    let kind: ProfileKind
    switch reader.get8() {
    case 0: kind = .absolute
    case 1: kind = .relative
    case 2: kind = .recurring(.daily)
    default: kind = .recurring(.weekly)
    }
    let from = reader.getOptionalTime()
    let to = reader.getOptionalTime()
    let transaction = reader.getOptionalInt()
    guard let schedule = InstalledProfile.schedule(&reader) else { return nil }
    self.init(
      profile: SmartCharging.ChargingProfile(
        id: id, stackLevel: level, purpose: purpose, kind: kind, validFrom: from, validTo: to,
        transaction: transaction, schedule: schedule),
      connector: connector, binding: binding, receivedAt: receivedAt)
  }

  private static func schedule(
    _ reader: inout RecordReader
  ) -> SmartCharging.ChargingSchedule? {
    var schedule = SmartCharging.ChargingSchedule(
      unit: reader.getEnum(or: .amperes), periods: [])
    schedule.duration = reader.getOptionalInt().map { Int32(truncatingIfNeeded: $0) }
    schedule.start = reader.getOptionalTime()
    schedule.minimumRate = reader.getOptionalInt64()
    let count = reader.getIndex(below: 1000)
    for _ in 0..<count {
      let start = reader.getInt32()
      let limit = reader.getInt64()
      let phases = reader.get8()
      schedule.periods.append(
        SchedulePeriod(start: start, limit: limit, phases: phases == 0 ? nil : phases))
      if reader.failed { return nil }
    }
    return reader.failed ? nil : schedule
  }
}

// MARK: Between the message and the engine

extension SmartCharging.ChargingProfile {
  /// Nil for numbers no profile can have. A `transaction` is not taken over: its owner checks it.
  init?(_ message: OCPP16.ChargingProfile) {
    guard let id = Int32(exactly: message.chargingProfileId),
      let schedule = SmartCharging.ChargingSchedule(message.chargingSchedule)
    else { return nil }
    let kind: ProfileKind
    switch message.chargingProfileKind {
    case .absolute: kind = .absolute
    case .relative: kind = .relative
    case .recurring:
      guard let recurrency = message.recurrencyKind else { return nil }
      kind = .recurring(recurrency == .daily ? .daily : .weekly)
    }
    self.init(
      id: Int(id), stackLevel: message.stackLevel,
      purpose: ProfilePurpose(message.chargingProfilePurpose), kind: kind,
      validFrom: message.validFrom, validTo: message.validTo, schedule: schedule)
  }
}

extension ProfilePurpose {
  init(_ purpose: ChargingProfilePurpose) {
    switch purpose {
    case .chargePointMaxProfile: self = .stationMaximum
    case .txDefaultProfile: self = .transactionDefault
    case .txProfile: self = .transaction
    }
  }
}

extension SmartCharging.ChargingSchedule {
  init?(_ message: OCPP16.ChargingSchedule) {
    self.init(unit: message.chargingRateUnit == .a ? .amperes : .watts, periods: [])
    if let seconds = message.duration {
      guard let duration = Int32(exactly: seconds) else { return nil }
      self.duration = duration
    }
    start = message.startSchedule
    if let rate = message.minChargingRate {
      guard let rate = rate.scaled(byPowerOfTen: 3) else { return nil }
      minimumRate = rate
    }
    for period in message.chargingSchedulePeriod {
      guard let start = Int32(exactly: period.startPeriod),
        let limit = period.limit.scaled(byPowerOfTen: 3)
      else { return nil }
      var phases: UInt8?
      if let number = period.numberPhases {
        guard let small = UInt8(exactly: number), small > 0 else { return nil }
        phases = small
      }
      periods.append(SchedulePeriod(start: start, limit: limit, phases: phases))
    }
  }
}
