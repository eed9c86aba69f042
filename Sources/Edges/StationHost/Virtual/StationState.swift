import OCPP16
import OCPPJSON
import SmartCharging
import StationCore

/// A virtual station as somebody sees it who stands before it with the door open.
public struct StationState: Sendable, Encodable, Equatable {
  public enum Link: String, Sendable, Encodable {
    /// The power is off.
    case off
    /// The network is gone.
    case offline
    case connecting
    /// The next attempt is `retryInMilliseconds` away.
    case waiting
    /// Connected; the central system has not accepted the station.
    case connected
    case registered
  }

  public var identity = ""
  public var url = ""
  public var version = "1.6"
  public var isPowered = false
  public var link = Link.off
  public var retryInMilliseconds: Int64?
  /// As the station knows it, RFC 3339; nil while nobody has told it.
  public var time: String?
  public var firmwareVersion: String?
  /// Transaction messages the central system has not acknowledged, and those that were given up.
  public var queueLength = 0
  public var deadLetters = 0
  public var localListVersion = 0
  public var connectors: [Connector] = []
  /// Without secrets.
  public var configuration: [String: String] = [:]

  public struct Connector: Sendable, Encodable, Equatable {
    public var evse = 0
    public var status = ""
    public var error = ""
    public var isPlugged = false
    public var isEvReady = false
    public var isContactorClosed = false
    public var isLocked = false
    /// What the control pilot says, in mA by phase.
    public var offeredMilliamperes: Int64 = 0
    public var powerW: Int64 = 0
    public var phases: Int64 = 0
    /// The meter's register.
    public var meterWh: Int64 = 0
    /// In percent; nil without a vehicle.
    public var stateOfCharge: Double?
    /// Of the battery, in °C.
    public var temperature: Double?
    public var reservationId: Int?
    public var limit: Limit?
    public var transaction: Transaction?
    /// What the person in front of it was shown last.
    public var prompt: String?
  }

  public struct Limit: Sendable, Encodable, Equatable {
    /// In A by phase; nil for none.
    public var amperes: Double?
    public var reason = ""
    public var until: String?
  }

  public struct Transaction: Sendable, Encodable, Equatable {
    /// The central system's; nil while it has not said one.
    public var id: Int?
    public var idTag = ""
    public var meterStartWh: Int64 = 0
    public var energyWh: Int64 = 0
  }
}

extension VirtualStation {
  /// Loop thread only.
  public var state: StationState {
    hardware.now = time.now
    hardware.advance()
    var state = StationState()
    state.identity = settings.identity
    state.url = settings.url
    state.isPowered = isPowered
    state.firmwareVersion =
      facilities.firmware.installedVersion
      ?? settings.setup.identity.firmwareVersion.map(\.description)
    if let driver { fill(&state, driver) }
    for number in hardware.outlets.indices.dropFirst() {
      state.connectors.append(connector(number))
    }
    return state
  }

  private func fill(_ state: inout StationState, _ driver: StationDriver) {
    state.queueLength = driver.station.owedMessages
    state.deadLetters = driver.station.deadLetterCount
    state.localListVersion = driver.station.localListVersion
    state.time = driver.station.wallTime.map { "\($0)" }
    state.retryInMilliseconds = driver.station.reconnectWait
    state.link =
      if driver.station.isRegistered {
        .registered
      } else if driver.station.isConnected {
        .connected
      } else if isOffline {
        .offline
      } else if driver.station.reconnectWait != nil {
        .waiting
      } else {
        .connecting
      }
    for key in ConfigurationKey.allCases where !key.isWriteOnly {
      state.configuration["\(key.name)"] = driver.station.configurationText(key)
    }
  }

  private func connector(_ number: Int) -> StationState.Connector {
    let outlet = hardware.outlets[number]
    var state = StationState.Connector()
    state.evse = number
    state.isPlugged = outlet.vehicle != nil
    state.isEvReady = outlet.isEVReady
    state.isContactorClosed = outlet.isClosed
    state.isLocked = outlet.isLocked
    state.offeredMilliamperes = outlet.offered
    state.powerW = outlet.draw.power
    state.phases = outlet.draw.phases
    state.meterWh = outlet.register
    state.stateOfCharge = outlet.vehicle.map { Double($0.charge) / 10 }
    state.temperature = outlet.vehicle.map { Double($0.temperature / 100) / 10 }
    state.prompt = outlet.prompt?.sentence
    guard let driver, let view = driver.station.view(number) else { return state }
    state.status = view.status.word.description
    state.error = view.error.word.description
    state.reservationId = view.reservation
    state.transaction = view.transaction.map {
      StationState.Transaction(
        id: $0.id, idTag: $0.idTag.description, meterStartWh: $0.meterStart,
        energyWh: outlet.register - $0.meterStart)
    }
    state.limit = driver.station.limitDecision(number).map {
      StationState.Limit(
        amperes: $0.limit.map { Double($0) / 1000 }, reason: $0.reason.sentence,
        until: $0.until.map { "\($0)" })
    }
    return state
  }
}

extension LimitReason {
  /// Why, in a few words.
  var sentence: String {
    switch self {
    case .unlimited: "nothing limits"
    case .hardware: "the station's hardware"
    case .connectors: "all connectors together"
    case .profile(let profile):
      "profile \(profile.id) (\(profile.purpose)) of connector \(profile.connector), period "
        + "\(profile.period)"
    }
  }
}

extension Prompt {
  var sentence: String {
    switch self {
    case .presentToken: "Present your card."
    case .plugIn: "Plug in your vehicle."
    case .checking: "Checking your card."
    case .accepted: "Card accepted."
    case .refused: "Card refused."
    case .cableTimeout: "No vehicle was plugged in in time."
    case .tokenTimeout: "No card was presented in time."
    case .reserved: "Reserved for somebody else."
    case .outOfService: "Out of service."
    case .memoryFull: "No new session can begin."
    case .charging: "Charging."
    case .finished: "Session over."
    case .removeCable: "You may take your cable."
    }
  }
}
