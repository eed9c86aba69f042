import OCPP16
import OCPPJSON
import StationCore

/// What `POST /sut/<verb>` can be.
enum ControlVerb: String, CaseIterable {
  case start, stop, powercycle, plugin, plugout, swipe, stopcharging, suspendev, pause, resume
  case offline, online, fault, clearfault, config, authcache, locallist, advance

  /// The members of its body.
  var members: [String] {
    switch self {
    case .start: ["url", "id", "version", "password", "config", "keep"]
    case .stop, .powercycle, .offline, .online: []
    case .plugin, .plugout, .suspendev, .pause, .resume: ["evse"]
    case .swipe: ["token", "evses"]
    case .stopcharging: ["evse", "reason"]
    case .fault, .clearfault: ["evse", "error"]
    case .config: ["key", "value"]
    case .authcache, .locallist: ["token", "status"]
    case .advance: ["seconds"]
    }
  }

  /// What happens to the station; nil for `start` and `advance`, which are more than an event.
  func act(_ body: ControlBody, _ station: VirtualStation) throws(ActRefusal) -> Act? {
    switch self {
    case .start, .advance: return nil
    case .stop: return .powerOff
    case .powercycle: return .powerCycle
    case .offline: return .goOffline
    case .online: return .goOnline
    case .plugin: return .plugIn(connector: try body.integer("evse"), nil)
    case .plugout: return .plugOut(connector: try body.integer("evse"))
    case .suspendev, .pause: return .suspend(connector: try body.integer("evse"))
    case .resume: return .resume(connector: try body.integer("evse"))
    case .swipe: return try swipe(body, station)
    case .stopcharging: return try stopCharging(body)
    case .fault:
      let word = try body.optionalText("error") ?? "OtherError"
      return .fault(connector: try body.integer("evse"), try ControlVerb.errorCode(word))
    case .clearfault:
      if let word = try body.optionalText("error") { _ = try ControlVerb.errorCode(word) }
      return .clearFault(connector: try body.integer("evse"))
    case .config:
      let value = try body.configurationText("value")
      return .configure(key: Text(try body.text("key")), value: Text(value))
    case .authcache:
      return .cacheToken(Text(try body.text("token")), try ControlVerb.status(body))
    case .locallist:
      return .listToken(Text(try body.text("token")), try ControlVerb.status(body))
    }
  }

  /// Of several connectors to choose from, the first where a vehicle waits, else the first.
  private func swipe(_ body: ControlBody, _ station: VirtualStation) throws(ActRefusal) -> Act {
    let choice = try body.integers("evses")
    let waiting = choice.first { number in
      station.hardware.outlets.indices.contains(number)
        && station.hardware.outlets[number].vehicle != nil
        && station.driver?.station.view(number)?.transaction == nil
    }
    return .swipe(idTag: Text(try body.text("token")), connector: waiting ?? choice.first)
  }

  private func stopCharging(_ body: ControlBody) throws(ActRefusal) -> Act {
    let number = try body.integer("evse")
    let word = try body.optionalText("reason") ?? "Local"
    switch Reason(word: Text(word)) {
    case .local: return .stopCharging(connector: number, .stop)
    case .emergencyStop: return .stopCharging(connector: number, .emergencyStop)
    case let reason?: return .stopCharging(connector: number, .electronics(reason))
    case nil:
      let words = Reason.allCases.map(\.word.description)
      throw ActRefusal("\"\(word)\" is no reason; there are: \(words.joined(separator: ", ")).")
    }
  }

  static func errorCode(_ word: String) throws(ActRefusal) -> ChargePointErrorCode {
    guard let code = ChargePointErrorCode(word: Text(word)), code != .noError else {
      let words = ChargePointErrorCode.allCases.filter { $0 != .noError }
        .map(\.word.description)
      throw ActRefusal(
        "\"\(word)\" is no error; there are: \(words.joined(separator: ", ")).")
    }
    return code
  }

  private static func status(_ body: ControlBody) throws(ActRefusal) -> AuthorizationStatus {
    try status(body.optionalText("status") ?? "Accepted")
  }

  static func status(_ word: String) throws(ActRefusal) -> AuthorizationStatus {
    guard let status = AuthorizationStatus(word: Text(word)) else {
      let words = AuthorizationStatus.allCases.map(\.word.description)
      throw ActRefusal("\"\(word)\" is no status; there are: \(words.joined(separator: ", ")).")
    }
    return status
  }
}
