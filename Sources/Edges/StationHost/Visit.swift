import OCPPJSON
import StationCore

/// A driver with a vehicle: comes when the station is registered, presents the token, charges, and
/// leaves. What happens is read off the charge point, not decided here.
struct Visit {
  let plan: VisitPlan
  private(set) var phase = VisitPhase.registering
  private(set) var figures = VisitFigures()
  private var meterStart: Int64 = 0
  private var chargingSince: Int64 = 0

  init(plan: VisitPlan) {
    self.plan = plan
    figures.stateOfCharge = plan.battery.initialCharge
    meterStart = plan.meterStart
  }

  /// Whether nothing more will happen; messages may still be owed.
  var isOver: Bool {
    switch phase {
    case .finished, .refused: true
    case .registering, .authorizing, .charging, .leaving: false
    }
  }

  func isTimeUp(_ now: Int64) -> Bool { now - chargingSince >= plan.stay }

  /// What the driver does now that the station is where it is.
  mutating func proceed(
    _ station: borrowing ChargePoint, _ vehicle: VirtualVehicle
  ) -> [Event] {
    let transaction = station.view(plan.connector)?.transaction
    switch phase {
    case .registering:
      guard station.isRegistered else { return [] }
      phase = .authorizing
      return [
        .cableInserted(connector: plan.connector), .evReady(connector: plan.connector),
        .tokenPresented(idTag: plan.idTag, connector: plan.connector),
      ]
    case .authorizing:
      if let transaction {
        meterStart = transaction.meterStart
        chargingSince = vehicle.now.milliseconds
        phase = .charging
      } else if vehicle.wasRefused {
        phase = .refused(.token)
        return [.cableRemoved(connector: plan.connector)]
      }
    case .charging:
      measure(station, vehicle)
      if transaction == nil {
        phase = .leaving
        return [.cableRemoved(connector: plan.connector)]
      }
    case .leaving:
      measure(station, vehicle)
      if station.isSettled { phase = .finished }
    case .finished, .refused: break
    }
    return []
  }

  /// The driver comes back.
  func leave() -> [Event] {
    phase == .charging ? [.localStopPressed(connector: plan.connector)] : []
  }

  mutating func measure(_ station: borrowing ChargePoint, _ vehicle: VirtualVehicle) {
    if let id = station.view(plan.connector)?.transaction?.id { figures.transactionId = id }
    figures.energy = vehicle.register - meterStart
    figures.power = vehicle.power
    if phase == .charging { figures.duration = vehicle.now.milliseconds - chargingSince }
    figures.stateOfCharge = vehicle.stateOfCharge
    figures.meterValues = station.deliveredMeterValues
  }
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
}
