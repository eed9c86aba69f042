import CSMSClient
import Foundation
import Network

/// The complete flow of an app: sync, initiate, watch, stop, look back.
struct IntegrationCheck: Sendable {
  private let configuration: CheckConfiguration
  private let csms: CSMSClient
  private let report: CheckReport
  private var identity: String { configuration.station ?? CheckConfiguration.ownStation }
  private var patience: Int { configuration.patience * 1000 }

  init(
    _ configuration: CheckConfiguration,
    print: @escaping @Sendable (String) -> Void = { Terminal.print($0) }
  ) throws {
    self.configuration = configuration
    let report = CheckReport(isBrief: configuration.isBrief, print: print)
    self.report = report
    csms = try configuration.place.client { report.saw($0) }
  }

  /// - Returns: 0 when all steps passed.
  func run() async -> Int32 {
    do throws(CheckFailure) {
      try await step("the server answers") { () throws(CSMSError) in _ = try await csms.health() }
      let synced = try await step("sync-station: \(identity) is known") {
        () throws(CSMSError) in try await csms.syncStation(sync)
      }
      let shown = try await step("the station is listed") { () throws(CSMSError) in
        try await csms.station(identity)
      }
      if configuration.charges { try await charge(synced, shown) }
    } catch {
      Terminal.complain("ocpp check: \(error.reason)\n\(error.advice)")
      return 1
    }
    Terminal.print("integration: every step passed")
    return 0
  }

  private var sync: StationSync {
    // What somebody's app said of the station stays.
    guard configuration.station == nil else { return StationSync(identity) }
    var sync = StationSync(
      identity, name: "Station of ocpp check",
      connectors: [.init(configuration.connector, type: "Type2", maxPower: 22)])
    sync.vendor = "swift-ocpp"
    sync.model = "check"
    return sync
  }

  // MARK: Charging

  private func charge(
    _ synced: StationSynced, _ shown: Station
  ) async throws(CheckFailure) {
    var own: CheckStation?
    if shown.isOnline {
      report.note("\(identity) is online: it is used as it is")
    } else {
      own = try await connect(to: synced.data.ocppWebsocket)
    }
    defer { own?.end() }
    try await ready(own)
    let id = try await order()
    try await watch(id, own)
    try await stop(id)
    own?.plugOut()
    try await lookBack(id)
  }

  /// Gives the station a new password, where that is wanted, and switches a virtual one on.
  private func connect(to url: String) async throws(CheckFailure) -> CheckStation {
    let password = configuration.place.key == nil ? nil : try await password()
    do {
      return try CheckStation(
        url: url, identity: identity, password: password, connector: configuration.connector,
        caFile: configuration.place.caFile)
    } catch {
      throw CheckFailure(
        reason: "a virtual station cannot be made: \(error)",
        advice: "Has the process descriptors left? Is --ca a readable file?")
    }
  }

  /// A password for the virtual station. That of somebody's station is not touched.
  private func password() async throws(CheckFailure) -> String {
    if let given = configuration.password { return given }
    let record = try await asked { () throws(CSMSError) in try await csms.chargePoint(identity) }
    if record.hasPassword, identity != CheckConfiguration.ownStation {
      throw CheckFailure(
        reason: "\(identity) is not online, and has a password that is not known here",
        advice: "Switch the station on, give its password in OCPP_PASSWORD, or leave out "
          + "--sync-station: \(CheckConfiguration.ownStation) is used then.")
    }
    let password = CheckPassword.make()
    return try await step("the station gets a password") { () throws(CSMSError) in
      try await csms.setPassword(password, of: identity)
      return password
    }
  }

  private func ready(_ own: CheckStation?) async throws(CheckFailure) {
    try await report.step("the station is online and free") { () throws(CheckFailure) in
      var last = ""
      for _ in 0..<max(1, patience / 200) {
        let station = try await asked { () throws(CSMSError) in try await csms.station(identity) }
        let connector = station.connectors.first { $0.connectorId == configuration.connector }
        last = connector?.status ?? "not there"
        let isFree = ["Available", "Preparing"].contains(last)
        if station.isOnline, isFree { return }
        if own == nil, station.isOnline, connector != nil { break }
        do { try await Task.sleep(for: .milliseconds(200)) } catch { break }
      }
      let connection = own.map { "; the virtual station says: \($0.news)" } ?? ""
      throw CheckFailure(
        reason: "connector \(configuration.connector) of \(identity) is \(last)\(connection)",
        advice: own == nil
          ? "Free it, choose another with --connector, or leave the station offline: a virtual one "
            + "takes its place then."
          : "The station connects to where sync-station says; behind a proxy that must be an address "
            + "that works from here. `ocpp serve --log-level debug` says why a station is refused.")
    }
  }

  private func order() async throws(CheckFailure) -> Int {
    let payment = "check-\(UInt64(Date().timeIntervalSince1970 * 1000))"
    let order = ChargingOrder(
      station: identity, connector: configuration.connector, user: "ocpp-check", payment: payment)
    let begun = try await step("initiate-charging: the station was asked") {
      () throws(CSMSError) in try await csms.initiateCharging(order)
    }
    guard begun.success else {
      throw CheckFailure(
        reason: begun.message,
        advice: "The station's own log says why it refuses a RemoteStartTransaction.")
    }
    let again = try await step("the same payment is the same session") {
      () throws(CSMSError) in try await csms.initiateCharging(order)
    }
    let id = begun.chargingSession.transactionId
    guard again.chargingSession.transactionId == id else {
      throw CheckFailure(
        reason: "one payment made the sessions \(id) and \(again.chargingSession.transactionId)",
        advice: "This is a fault of the server: report it with the lines above.")
    }
    return id
  }

  private func watch(_ id: Int, _ own: CheckStation?) async throws(CheckFailure) {
    if let own {
      own.plugIn()
    } else {
      report.note("now plug a vehicle into connector \(configuration.connector) of \(identity)")
    }
    let session = try await step("session-status: energy flows") {
      () throws(CSMSError) in
      try await csms.session(
        id, until: { $0.status == .charging && ($0.energyConsumedKwh ?? 0) > 0 }, interval: 250,
        timeout: patience)
    }
    guard session.status == .charging, (session.energyConsumedKwh ?? 0) > 0 else {
      throw CheckFailure(
        reason: "session \(id) is \(session.status): \(session.reason ?? "no energy was measured")",
        advice: "Is the vehicle plugged in and ready? Does the station send MeterValues "
          + "(MeterValueSampleInterval)? GET /api/ocpp/logs/?station_id=\(identity) has its frames."
      )
    }
  }

  private func stop(_ id: Int) async throws(CheckFailure) {
    let stopped = try await step("stop-charging: the station was asked") {
      () throws(CSMSError) in try await csms.stopCharging(id, user: "ocpp-check")
    }
    guard stopped.success else {
      throw CheckFailure(
        reason: stopped.message,
        advice: "The station's own log says why it refuses a RemoteStopTransaction.")
    }
    let over = try await step("session-status: completed") { () throws(CSMSError) in
      try await csms.session(
        id, until: { $0.status == .completed }, interval: 250, timeout: patience)
    }
    guard over.status == .completed else {
      throw CheckFailure(
        reason: "session \(id) is \(over.status) after \(configuration.patience) s",
        advice: "The station accepted to stop and sent no StopTransaction: look at its log.")
    }
  }

  private func lookBack(_ id: Int) async throws(CheckFailure) {
    let history = try await step("the history has it") { () throws(CSMSError) in
      try await csms.sessions(status: .completed, station: identity).collected(atMost: 20)
    }
    guard history.contains(where: { $0.transactionId == id }) else {
      throw CheckFailure(
        reason: "session \(id) is not in GET /api/ocpp/sessions/?status=completed",
        advice: "This is a fault of the server: report it with the lines above.")
    }
    let whole = try await step("the session has its meter values") { () throws(CSMSError) in
      try await csms.session(id)
    }
    report.note(
      "session \(id): \(whole.energyConsumedKwh ?? 0) kWh in \(whole.durationSeconds ?? 0) s, "
        + "payment \(whole.paymentStatus.map { "\($0)" } ?? "none")")
  }

  // MARK: Steps

  private func step<Value: Sendable>(
    _ name: String, _ body: () async throws(CSMSError) -> Value
  ) async throws(CheckFailure) -> Value {
    try await report.step(name) { () throws(CheckFailure) in try await asked(body) }
  }

  private func asked<Value: Sendable>(
    _ body: () async throws(CSMSError) -> Value
  ) async throws(CheckFailure) -> Value {
    do throws(CSMSError) {
      return try await body()
    } catch {
      throw CheckFailure(reason: "\(error)", advice: configuration.place.advice(error))
    }
  }
}

/// A password that nobody has to remember.
enum CheckPassword {
  static func make() -> String {
    secureRandomBytes(16).map { String(0x100 + Int($0), radix: 16).dropFirst() }.joined()
  }
}
