import CSMSCore
import Frames
import Gateway
import OCPP16
import OCPPJSON
import ServerLog
import Store

/// What calls to stations leave behind, whoever made them: a command, a job, a raw frame.
extension StationCare {
  func answered(
    _ station: Text, action: UInt8, request: [UInt8], response: [UInt8],
    done: @escaping @Sendable () -> Void
  ) {
    commands.learn(station, action: action, request: request, response: response)
    guard let action = Action(rawValue: action),
      let edit = try? StationCare.edit(station, action, request, response, at: clock())
    else { return done() }
    store.write(edit) { [log] result in
      if case .failure(let error) = result, error.code != .notFound { log.error("store: \(error)") }
      done()
    }
  }

  /// What is written down of a setting's value: of a secret only that there is one.
  private static func kept(_ value: Text, of key: Text) -> Text {
    FrameSecrets.isTelling(key.description) ? "***" : value
  }

  private static func kept(_ value: Text?, of key: Text) -> Text? {
    value.map { kept($0, of: key) }
  }

  private typealias Edit = @Sendable (StoreEditor) throws(StoreError) -> Void

  /// What is to be kept; nil when it is nothing.
  private static func edit(
    _ station: Text, _ action: Action, _ request: [UInt8], _ response: [UInt8], at now: DateTime
  ) throws(DecodeError) -> Edit? {
    switch action {
    case .getConfiguration:
      let keys = try GetConfigurationRequest.decode(request).key ?? []
      let entries = (try GetConfigurationResponse.decode(response).configurationKey ?? []).map {
        ConfigurationEntry(
          key: $0.key, isReadOnly: $0.readonly, value: kept($0.value, of: $0.key))
      }
      return { (editor) throws(StoreError) in
        try editor.mirror(entries, isWhole: keys.isEmpty, of: station, at: now)
      }
    case .changeConfiguration:
      let order = try ChangeConfigurationRequest.decode(request)
      let result = try ChangeConfigurationResponse.decode(response).status.word
      return { (editor) throws(StoreError) in
        try editor.noteSetting(
          order.key, kept(order.value, of: order.key), result: result, of: station, at: now)
      }
    case .changeAvailability: return try availability(station, request, response, now)
    case .reserveNow: return try reservation(station, request, response, now)
    case .cancelReservation:
      guard try CancelReservationResponse.decode(response).status == .accepted else { return nil }
      let id = try CancelReservationRequest.decode(request).reservationId
      return { (editor) throws(StoreError) in
        try editor.cancelReservation(id, of: station, at: now)
      }
    default: return nil
    }
  }

  private static func availability(
    _ station: Text, _ request: [UInt8], _ response: [UInt8], _ now: DateTime
  ) throws(DecodeError) -> Edit? {
    let order = try ChangeAvailabilityRequest.decode(request)
    let status = try ChangeAvailabilityResponse.decode(response).status
    guard status != .rejected else { return nil }
    return { (editor) throws(StoreError) in
      try editor.noteAvailability(
        order.connectorId, isOperative: order.type == .operative, result: status.word,
        of: station, at: now)
    }
  }

  private static func reservation(
    _ station: Text, _ request: [UInt8], _ response: [UInt8], _ now: DateTime
  ) throws(DecodeError) -> Edit? {
    guard try ReserveNowResponse.decode(response).status == .accepted else { return nil }
    let request = try ReserveNowRequest.decode(request)
    let order = ReservationOrder(
      id: request.reservationId, connector: request.connectorId, expiry: request.expiryDate,
      idTag: request.idTag, parent: request.parentIdTag)
    return { (editor) throws(StoreError) in
      try editor.keepReservation(order, of: station, at: now)
    }
  }
}
