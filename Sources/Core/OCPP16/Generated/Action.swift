// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// The feature profiles of OCPP 1.6 (§3), and the security whitepaper as one more.
public enum FeatureProfile: UInt8, Sendable, CaseIterable {
  case core
  case firmwareManagement
  case localAuthListManagement
  case remoteTrigger
  case reservation
  case smartCharging
  case security
}

/// What a call asks for.
public enum Action: UInt8, OCPPEnum, CaseIterable {
  case authorize
  case bootNotification
  case changeAvailability
  case changeConfiguration
  case clearCache
  case dataTransfer
  case getConfiguration
  case heartbeat
  case meterValues
  case remoteStartTransaction
  case remoteStopTransaction
  case reset
  case startTransaction
  case statusNotification
  case stopTransaction
  case unlockConnector
  case diagnosticsStatusNotification
  case firmwareStatusNotification
  case getDiagnostics
  case updateFirmware
  case getLocalListVersion
  case sendLocalList
  case triggerMessage
  case cancelReservation
  case reserveNow
  case clearChargingProfile
  case getCompositeSchedule
  case setChargingProfile
  case certificateSigned
  case deleteCertificate
  case extendedTriggerMessage
  case getInstalledCertificateIds
  case getLog
  case installCertificate
  case logStatusNotification
  case securityEventNotification
  case signCertificate
  case signedFirmwareStatusNotification
  case signedUpdateFirmware

  @inline(__always) public static var table: NameTable {
    NameTable("\u{7}\u{27}\u{24}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2}\u{9}\u{9}\u{2}\u{10}\u{19}\u{2}\u{12}\u{2B}\u{2}\u{13}\u{3E}\u{2}\u{A}\u{48}\u{2}\u{C}\u{54}\u{2}\u{10}\u{64}\u{2}\u{9}\u{6D}\u{2}\u{B}\u{78}\u{2}\u{16}\u{E}\u{3}\u{15}\u{23}\u{3}\u{5}\u{28}\u{3}\u{10}\u{38}\u{3}\u{12}\u{4A}\u{3}\u{F}\u{59}\u{3}\u{F}\u{68}\u{3}\u{1D}\u{5}\u{4}\u{1A}\u{1F}\u{4}\u{E}\u{2D}\u{4}\u{E}\u{3B}\u{4}\u{13}\u{4E}\u{4}\u{D}\u{5B}\u{4}\u{E}\u{69}\u{4}\u{11}\u{7A}\u{4}\u{A}\u{4}\u{5}\u{14}\u{18}\u{5}\u{14}\u{2C}\u{5}\u{12}\u{3E}\u{5}\u{11}\u{4F}\u{5}\u{11}\u{60}\u{5}\u{16}\u{76}\u{5}\u{1A}\u{10}\u{6}\u{6}\u{16}\u{6}\u{12}\u{28}\u{6}\u{15}\u{3D}\u{6}\u{19}\u{56}\u{6}\u{F}\u{65}\u{6}\u{20}\u{5}\u{7}\u{14}\u{23}\u{C}\u{8}\u{0}\u{0}\u{D}\u{0}\u{0}\u{0}\u{5}\u{18}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{12}\u{0}\u{0}\u{0}\u{7}\u{F}\u{B}\u{11}\u{0}\u{0}\u{0}\u{1C}\u{16}\u{0}\u{17}\u{0}\u{0}\u{9}\u{0}\u{0}\u{0}\u{0}\u{0}\u{24}\u{0}\u{21}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{13}\u{0}\u{0}\u{10}\u{0}\u{0}\u{0}\u{19}\u{0}\u{0}\u{27}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1F}\u{0}\u{0}\u{26}\u{0}\u{0}\u{0}\u{4}\u{0}\u{E}\u{0}\u{20}\u{1D}\u{0}\u{0}\u{0}\u{A}\u{0}\u{0}\u{0}\u{0}\u{1A}\u{2}\u{0}\u{6}\u{15}\u{1E}\u{0}\u{0}\u{14}\u{0}\u{0}\u{22}\u{0}\u{0}AuthorizeBootNotificationChangeAvailabilityChangeConfigurationClearCacheDataTransferGetConfigurationHeartbeatMeterValuesRemoteStartTransactionRemoteStopTransactionResetStartTransactionStatusNotificationStopTransactionUnlockConnectorDiagnosticsStatusNotificationFirmwareStatusNotificationGetDiagnosticsUpdateFirmwareGetLocalListVersionSendLocalListTriggerMessageCancelReservationReserveNowClearChargingProfileGetCompositeScheduleSetChargingProfileCertificateSignedDeleteCertificateExtendedTriggerMessageGetInstalledCertificateIdsGetLogInstallCertificateLogStatusNotificationSecurityEventNotificationSignCertificateSignedFirmwareStatusNotificationSignedUpdateFirmware\0\0\0\0\0\0\0\0")
  }

  /// Whether a charge point may send this request.
  public var sentByStation: Bool {
    switch self {
    case .authorize,
      .bootNotification,
      .dataTransfer,
      .heartbeat,
      .meterValues,
      .startTransaction,
      .statusNotification,
      .stopTransaction,
      .diagnosticsStatusNotification,
      .firmwareStatusNotification,
      .logStatusNotification,
      .securityEventNotification,
      .signCertificate,
      .signedFirmwareStatusNotification:
      true
    default: false
    }
  }

  /// Whether a central system may send this request.
  public var sentByCentralSystem: Bool {
    switch self {
    case .changeAvailability,
      .changeConfiguration,
      .clearCache,
      .dataTransfer,
      .getConfiguration,
      .remoteStartTransaction,
      .remoteStopTransaction,
      .reset,
      .unlockConnector,
      .getDiagnostics,
      .updateFirmware,
      .getLocalListVersion,
      .sendLocalList,
      .triggerMessage,
      .cancelReservation,
      .reserveNow,
      .clearChargingProfile,
      .getCompositeSchedule,
      .setChargingProfile,
      .certificateSigned,
      .deleteCertificate,
      .extendedTriggerMessage,
      .getInstalledCertificateIds,
      .getLog,
      .installCertificate,
      .signedUpdateFirmware:
      true
    default: false
    }
  }

  public var profile: FeatureProfile {
    switch self {
    case .authorize,
      .bootNotification,
      .changeAvailability,
      .changeConfiguration,
      .clearCache,
      .dataTransfer,
      .getConfiguration,
      .heartbeat,
      .meterValues,
      .remoteStartTransaction,
      .remoteStopTransaction,
      .reset,
      .startTransaction,
      .statusNotification,
      .stopTransaction,
      .unlockConnector:
      .core
    case .diagnosticsStatusNotification,
      .firmwareStatusNotification,
      .getDiagnostics,
      .updateFirmware:
      .firmwareManagement
    case .getLocalListVersion,
      .sendLocalList:
      .localAuthListManagement
    case .triggerMessage:
      .remoteTrigger
    case .cancelReservation,
      .reserveNow:
      .reservation
    case .clearChargingProfile,
      .getCompositeSchedule,
      .setChargingProfile:
      .smartCharging
    case .certificateSigned,
      .deleteCertificate,
      .extendedTriggerMessage,
      .getInstalledCertificateIds,
      .getLog,
      .installCertificate,
      .logStatusNotification,
      .securityEventNotification,
      .signCertificate,
      .signedFirmwareStatusNotification,
      .signedUpdateFirmware:
      .security
    }
  }
}
