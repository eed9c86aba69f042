import OCPP16
import OCPPJSON

/// The checks of commands for requests that a client wrote itself, in OCPP's own words: what their
/// schema cannot say.
public enum RequestCheck {
  /// Why a request, valid by its schema, does not go out; nil when all is well.
  /// - Parameters:
  ///   - action: the index of the action in the table of OCPP 1.6.
  ///   - station: what is known of the station it is for.
  public static func refusal(
    action: UInt8, payload: [UInt8], knowing station: StationKnowledge = StationKnowledge()
  ) -> CommandRefusal? {
    do throws(CommandRefusal) {
      switch Action(rawValue: action) {
      case .setChargingProfile:
        guard let request = try? SetChargingProfileRequest.decode(payload) else { return nil }
        try check(request.csChargingProfiles, on: request.connectorId)
      case .remoteStartTransaction:
        guard let profile = (try? RemoteStartTransactionRequest.decode(payload))?.chargingProfile
        else { return nil }
        // OCPP 1.6 §5.11: its purpose is TxProfile.
        if profile.chargingProfilePurpose != .txProfile {
          throw CommandRefusal("chargingProfilePurpose", .needsTxProfile)
        }
        try ScheduleOrder(profile.chargingSchedule).check()
      case .sendLocalList:
        guard let request = try? SendLocalListRequest.decode(payload) else { return nil }
        // 0 stands for "no list" (OCPP 1.6 §5.10).
        try StationCommand.atLeastOne("listVersion", request.listVersion)
        if let known = station.localListVersion, request.listVersion <= known {
          throw CommandRefusal("listVersion", .versionNotIncreasing)
        }
        if let most = station.localListPartLength,
          (request.localAuthorizationList ?? []).count > most
        {
          throw CommandRefusal("localAuthorizationList", .tooManyAtOnce)
        }
      case .changeConfiguration:
        guard let request = try? ChangeConfigurationRequest.decode(payload),
          request.key.isAuthorizationKey
        else { return nil }
        try StationCommand.isKey("value", request.value)
      default: break
      }
    } catch {
      return error
    }
    return nil
  }

  private static func check(
    _ profile: ChargingProfile, on connector: Int
  ) throws(CommandRefusal) {
    switch profile.chargingProfilePurpose {
    case .txProfile:
      if connector == 0 { throw CommandRefusal("connectorId", .connectorOnly) }
      if profile.transactionId == nil { throw CommandRefusal("transactionId", .needsTransaction) }
    case .chargePointMaxProfile:
      if connector != 0 { throw CommandRefusal("connectorId", .stationOnly) }
    case .txDefaultProfile: break
    }
    try ScheduleOrder(profile.chargingSchedule).check()
  }
}
