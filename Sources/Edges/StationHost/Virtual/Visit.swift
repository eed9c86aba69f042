import OCPP16
import OCPPJSON
import StationCore

/// A driver with a vehicle: comes when the station is registered, presents the token, charges, and
/// leaves. What happens is read off the station, not decided here.
struct Visit {
  let plan: VisitPlan
  private(set) var phase = VisitPhase.registering
  private(set) var figures = VisitFigures()
  private var meterStart: Int64 = 0
  private var chargingSince: Int64 = 0
  private var toldAt: Int64 = 0

  init(plan: VisitPlan) {
    self.plan = plan
    figures.stateOfCharge = plan.battery.initialCharge
    meterStart = plan.meterStart
  }

  /// The station has its power.
  mutating func begin(_ station: VirtualStation) { toldAt = station.time.now }

  /// Whether nothing more will happen; messages may still be owed.
  var isOver: Bool {
    switch phase {
    case .finished, .refused: true
    case .registering, .authorizing, .charging, .leaving: false
    }
  }

  func isTimeUp(_ station: VirtualStation) -> Bool {
    station.time.now - chargingSince >= plan.stay
  }

  /// What the driver does now that the station is where it is; nil for nothing.
  mutating func next(_ station: VirtualStation) -> [Act]? {
    guard let driver = station.driver else { return nil }
    let transaction = driver.station.view(plan.connector)?.transaction
    switch phase {
    case .registering:
      guard driver.station.isRegistered else { return nil }
      phase = .authorizing
      return [
        .plugIn(connector: plan.connector, nil),
        .swipe(idTag: plan.idTag, connector: plan.connector),
      ]
    case .authorizing:
      if let transaction {
        meterStart = transaction.meterStart
        chargingSince = station.time.now
        phase = .charging
      } else if station.hardware.outlets[plan.connector].prompt == .refused {
        phase = .refused(.token)
        return [.plugOut(connector: plan.connector)]
      }
    case .charging:
      measure(station)
      if transaction == nil {
        phase = .leaving
        return [.plugOut(connector: plan.connector)]
      }
    case .leaving:
      measure(station)
      if station.isSettled { phase = .finished }
    case .finished, .refused: break
    }
    return nil
  }

  /// The driver comes back.
  func leave(_ station: VirtualStation) {
    guard phase == .charging else { return }
    try? station.perform(.stopCharging(connector: plan.connector, .stop))
  }

  /// Whether it is time to tell the figures again.
  mutating func isNewSecond(_ station: VirtualStation) -> Bool {
    let now = station.time.now
    guard now - toldAt >= Int64(station.settings.tickInterval) - 20 else { return false }
    toldAt = now
    return true
  }

  private mutating func measure(_ station: VirtualStation) {
    guard let driver = station.driver else { return }
    let outlet = station.hardware.outlets[plan.connector]
    if let id = driver.station.view(plan.connector)?.transaction?.id { figures.transactionId = id }
    figures.energy = outlet.register - meterStart
    figures.power = outlet.draw.power
    if phase == .charging { figures.duration = station.time.now - chargingSince }
    if let vehicle = outlet.vehicle { figures.stateOfCharge = vehicle.charge }
    figures.meterValues = driver.station.deliveredMeterValues
  }
}

extension VirtualStation {
  /// Whether nothing is owed to the central system and nothing under way.
  var isSettled: Bool { driver?.station.isRegistered == true && driver?.station.isSettled == true }

  /// Everything is said: the socket is closed properly, and the station is off.
  func retire() { powerOff(goodbye: true) }
}

extension VisitPlan {
  /// The station such a visit needs.
  var setup: StationSetup {
    var setup = StationSetup()
    setup.identity.vendor = vendor
    setup.identity.model = model
    setup.identity.firmwareVersion = firmwareVersion
    setup.connectors = max(connector, 1)
    setup.maximumCurrent = Int32(clamping: stationPower * 1000 / 690 + 1)
    setup.queueLimit = max(queueLimit, 16)
    setup.firstBackOff = 1_000
    setup.longestBackOff = 60_000
    return setup
  }

  /// What the station is told before it starts.
  var presets: [(Text, Text)] {
    [
      ("MeterValueSampleInterval", Text("\(max(sampleInterval / 1000, 1))")),
      ("MeterValuesSampledData", "Energy.Active.Import.Register,Power.Active.Import,SoC"),
      ("StopTxnSampledData", "Energy.Active.Import.Register,Power.Active.Import,SoC"),
    ]
  }

  /// The vehicle that comes: its charger takes whatever the station has.
  var vehicle: ElectricVehicle {
    let kind = ElectricVehicle.Kind(
      capacity: battery.capacity, maximumCurrent: 1_000_000, maximumPower: battery.maximumPower)
    return ElectricVehicle(kind, charge: battery.initialCharge)
  }
}
