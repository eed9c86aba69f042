// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// The functional blocks of OCPP 2.1 (part 2), with their letters.
public enum FunctionalBlock: UInt8, Sendable, CaseIterable {
  /// Block A.
  case security
  /// Block B.
  case provisioning
  /// Block C.
  case authorization
  /// Block D.
  case localAuthorizationList
  /// Block E.
  case transactions
  /// Block F.
  case remoteControl
  /// Block G.
  case availability
  /// Block H.
  case reservation
  /// Block I.
  case tariffAndCost
  /// Block J.
  case metering
  /// Block K.
  case smartCharging
  /// Block L.
  case firmwareManagement
  /// Block M.
  case certificateManagement
  /// Block N.
  case diagnostics
  /// Block O.
  case displayMessage
  /// Block P.
  case dataTransfer
  /// Block Q.
  case bidirectionalPower
  /// Block R.
  case derControl
  /// Block S.
  case batterySwap
}

/// What a call or a send asks for. The actions of 2.0.1 stand first.
public enum Action: UInt8, OCPPEnum, CaseIterable {
  case certificateSigned
  case securityEventNotification
  case signCertificate
  case bootNotification
  case getBaseReport
  case getReport
  case getVariables
  case notifyReport
  case reset
  case setNetworkProfile
  case setVariables
  case authorize
  case clearCache
  case getLocalListVersion
  case sendLocalList
  case getTransactionStatus
  case transactionEvent
  case requestStartTransaction
  case requestStopTransaction
  case triggerMessage
  case unlockConnector
  case changeAvailability
  case heartbeat
  case statusNotification
  case cancelReservation
  case reservationStatusUpdate
  case reserveNow
  case costUpdated
  case meterValues
  case clearChargingProfile
  case clearedChargingLimit
  case getChargingProfiles
  case getCompositeSchedule
  case notifyChargingLimit
  case notifyEVChargingNeeds
  case notifyEVChargingSchedule
  case reportChargingProfiles
  case setChargingProfile
  case firmwareStatusNotification
  case publishFirmware
  case publishFirmwareStatusNotification
  case unpublishFirmware
  case updateFirmware
  case deleteCertificate
  case get15118EVCertificate
  case getCertificateStatus
  case getInstalledCertificateIds
  case installCertificate
  case clearVariableMonitoring
  case customerInformation
  case getLog
  case getMonitoringReport
  case logStatusNotification
  case notifyCustomerInformation
  case notifyEvent
  case notifyMonitoringReport
  case setMonitoringBase
  case setMonitoringLevel
  case setVariableMonitoring
  case clearDisplayMessage
  case getDisplayMessages
  case notifyDisplayMessages
  case setDisplayMessage
  case dataTransfer
  case notifySettlement
  case notifyWebPaymentStarted
  case vatNumberValidation
  case changeTransactionTariff
  case clearTariffs
  case getTariffs
  case setDefaultTariff
  case notifyPriorityCharging
  case pullDynamicScheduleUpdate
  case updateDynamicSchedule
  case usePriorityCharging
  case getCertificateChainStatus
  case adjustPeriodicEventStream
  case closePeriodicEventStream
  case getPeriodicEventStream
  case notifyPeriodicEventStream
  case openPeriodicEventStream
  case afrrSignal
  case notifyAllowedEnergyTransfer
  case clearDERControl
  case getDERControl
  case notifyDERAlarm
  case notifyDERStartStop
  case reportDERControl
  case setDERControl
  case batterySwap
  case requestBatterySwap

  @inline(__always) public static var table: NameTable {
    NameTable("\u{9}\u{5B}\u{71}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1C}\u{6}\u{11}\u{2D}\u{6}\u{19}\u{46}\u{6}\u{F}\u{55}\u{6}\u{10}\u{65}\u{6}\u{D}\u{72}\u{6}\u{9}\u{7B}\u{6}\u{C}\u{7}\u{7}\u{C}\u{13}\u{7}\u{5}\u{18}\u{7}\u{11}\u{29}\u{7}\u{C}\u{35}\u{7}\u{9}\u{3E}\u{7}\u{A}\u{48}\u{7}\u{13}\u{5B}\u{7}\u{D}\u{68}\u{7}\u{14}\u{7C}\u{7}\u{10}\u{C}\u{8}\u{17}\u{23}\u{8}\u{16}\u{39}\u{8}\u{E}\u{47}\u{8}\u{F}\u{56}\u{8}\u{12}\u{68}\u{8}\u{9}\u{71}\u{8}\u{12}\u{3}\u{9}\u{11}\u{14}\u{9}\u{17}\u{2B}\u{9}\u{A}\u{35}\u{9}\u{B}\u{40}\u{9}\u{B}\u{4B}\u{9}\u{14}\u{5F}\u{9}\u{14}\u{73}\u{9}\u{13}\u{6}\u{A}\u{14}\u{1A}\u{A}\u{13}\u{2D}\u{A}\u{15}\u{42}\u{A}\u{18}\u{5A}\u{A}\u{16}\u{70}\u{A}\u{12}\u{2}\u{B}\u{1A}\u{1C}\u{B}\u{F}\u{2B}\u{B}\u{21}\u{4C}\u{B}\u{11}\u{5D}\u{B}\u{E}\u{6B}\u{B}\u{11}\u{7C}\u{B}\u{15}\u{11}\u{C}\u{14}\u{25}\u{C}\u{1A}\u{3F}\u{C}\u{12}\u{51}\u{C}\u{17}\u{68}\u{C}\u{13}\u{7B}\u{C}\u{6}\u{1}\u{D}\u{13}\u{14}\u{D}\u{15}\u{29}\u{D}\u{19}\u{42}\u{D}\u{B}\u{4D}\u{D}\u{16}\u{63}\u{D}\u{11}\u{74}\u{D}\u{12}\u{6}\u{E}\u{15}\u{1B}\u{E}\u{13}\u{2E}\u{E}\u{12}\u{40}\u{E}\u{15}\u{55}\u{E}\u{11}\u{66}\u{E}\u{C}\u{72}\u{E}\u{10}\u{2}\u{F}\u{17}\u{19}\u{F}\u{13}\u{2C}\u{F}\u{17}\u{43}\u{F}\u{C}\u{4F}\u{F}\u{A}\u{59}\u{F}\u{10}\u{69}\u{F}\u{16}\u{7F}\u{F}\u{19}\u{18}\u{10}\u{15}\u{2D}\u{10}\u{13}\u{40}\u{10}\u{19}\u{59}\u{10}\u{19}\u{72}\u{10}\u{18}\u{A}\u{11}\u{16}\u{20}\u{11}\u{19}\u{39}\u{11}\u{17}\u{50}\u{11}\u{A}\u{5A}\u{11}\u{1B}\u{75}\u{11}\u{F}\u{4}\u{12}\u{D}\u{11}\u{12}\u{E}\u{1F}\u{12}\u{12}\u{31}\u{12}\u{10}\u{41}\u{12}\u{D}\u{4E}\u{12}\u{B}\u{59}\u{12}\u{12}\u{1C}\u{12}\u{0}\u{0}\u{14}\u{0}\u{0}\u{0}\u{0}\u{4A}\u{0}\u{0}\u{0}\u{0}\u{53}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{48}\u{0}\u{0}\u{33}\u{3}\u{1D}\u{47}\u{0}\u{0}\u{4E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{16}\u{0}\u{0}\u{0}\u{E}\u{0}\u{0}\u{0}\u{28}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{10}\u{0}\u{3A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{30}\u{0}\u{0}\u{0}\u{0}\u{0}\u{55}\u{0}\u{0}\u{0}\u{0}\u{0}\u{31}\u{2D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{9}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1E}\u{0}\u{0}\u{0}\u{0}\u{3D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{46}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{26}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{49}\u{34}\u{40}\u{0}\u{25}\u{42}\u{0}\u{4B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{5B}\u{0}\u{0}\u{6}\u{0}\u{0}\u{C}\u{0}\u{0}\u{0}\u{29}\u{38}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{27}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{57}\u{19}\u{0}\u{0}\u{0}\u{32}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{0}\u{43}\u{3C}\u{0}\u{0}\u{0}\u{0}\u{4D}\u{0}\u{0}\u{0}\u{3E}\u{0}\u{0}\u{0}\u{0}\u{58}\u{0}\u{0}\u{0}\u{0}\u{2C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{17}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{4C}\u{0}\u{0}\u{4F}\u{51}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3B}\u{0}\u{0}\u{0}\u{2E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{D}\u{2A}\u{2F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{24}\u{0}\u{0}\u{21}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{11}\u{0}\u{0}\u{0}\u{A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{45}\u{0}\u{0}\u{23}\u{0}\u{4}\u{0}\u{0}\u{0}\u{20}\u{1}\u{39}\u{56}\u{0}\u{44}\u{0}\u{3F}\u{0}\u{54}\u{50}\u{0}\u{8}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{37}\u{0}\u{0}\u{15}\u{0}\u{0}\u{0}\u{0}\u{0}\u{5A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{52}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{59}\u{22}\u{0}\u{0}\u{0}\u{0}\u{18}\u{35}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1A}\u{0}\u{0}\u{0}\u{0}\u{41}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}CertificateSignedSecurityEventNotificationSignCertificateBootNotificationGetBaseReportGetReportGetVariablesNotifyReportResetSetNetworkProfileSetVariablesAuthorizeClearCacheGetLocalListVersionSendLocalListGetTransactionStatusTransactionEventRequestStartTransactionRequestStopTransactionTriggerMessageUnlockConnectorChangeAvailabilityHeartbeatStatusNotificationCancelReservationReservationStatusUpdateReserveNowCostUpdatedMeterValuesClearChargingProfileClearedChargingLimitGetChargingProfilesGetCompositeScheduleNotifyChargingLimitNotifyEVChargingNeedsNotifyEVChargingScheduleReportChargingProfilesSetChargingProfileFirmwareStatusNotificationPublishFirmwarePublishFirmwareStatusNotificationUnpublishFirmwareUpdateFirmwareDeleteCertificateGet15118EVCertificateGetCertificateStatusGetInstalledCertificateIdsInstallCertificateClearVariableMonitoringCustomerInformationGetLogGetMonitoringReportLogStatusNotificationNotifyCustomerInformationNotifyEventNotifyMonitoringReportSetMonitoringBaseSetMonitoringLevelSetVariableMonitoringClearDisplayMessageGetDisplayMessagesNotifyDisplayMessagesSetDisplayMessageDataTransferNotifySettlementNotifyWebPaymentStartedVatNumberValidationChangeTransactionTariffClearTariffsGetTariffsSetDefaultTariffNotifyPriorityChargingPullDynamicScheduleUpdateUpdateDynamicScheduleUsePriorityChargingGetCertificateChainStatusAdjustPeriodicEventStreamClosePeriodicEventStreamGetPeriodicEventStreamNotifyPeriodicEventStreamOpenPeriodicEventStreamAFRRSignalNotifyAllowedEnergyTransferClearDERControlGetDERControlNotifyDERAlarmNotifyDERStartStopReportDERControlSetDERControlBatterySwapRequestBatterySwap\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{8}\u{40}\u{3}\u{19}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{4B}\u{3}\u{11}\u{5C}\u{3}\u{19}\u{75}\u{3}\u{F}\u{4}\u{4}\u{10}\u{14}\u{4}\u{D}\u{21}\u{4}\u{9}\u{2A}\u{4}\u{C}\u{36}\u{4}\u{C}\u{42}\u{4}\u{5}\u{47}\u{4}\u{11}\u{58}\u{4}\u{C}\u{64}\u{4}\u{9}\u{6D}\u{4}\u{A}\u{77}\u{4}\u{13}\u{A}\u{5}\u{D}\u{17}\u{5}\u{14}\u{2B}\u{5}\u{10}\u{3B}\u{5}\u{17}\u{52}\u{5}\u{16}\u{68}\u{5}\u{E}\u{76}\u{5}\u{F}\u{5}\u{6}\u{12}\u{17}\u{6}\u{9}\u{20}\u{6}\u{12}\u{32}\u{6}\u{11}\u{43}\u{6}\u{17}\u{5A}\u{6}\u{A}\u{64}\u{6}\u{B}\u{6F}\u{6}\u{B}\u{7A}\u{6}\u{14}\u{E}\u{7}\u{14}\u{22}\u{7}\u{13}\u{35}\u{7}\u{14}\u{49}\u{7}\u{13}\u{5C}\u{7}\u{15}\u{71}\u{7}\u{18}\u{9}\u{8}\u{16}\u{1F}\u{8}\u{12}\u{31}\u{8}\u{1A}\u{4B}\u{8}\u{F}\u{5A}\u{8}\u{21}\u{7B}\u{8}\u{11}\u{C}\u{9}\u{E}\u{1A}\u{9}\u{11}\u{2B}\u{9}\u{15}\u{40}\u{9}\u{14}\u{54}\u{9}\u{1A}\u{6E}\u{9}\u{12}\u{0}\u{A}\u{17}\u{17}\u{A}\u{13}\u{2A}\u{A}\u{6}\u{30}\u{A}\u{13}\u{43}\u{A}\u{15}\u{58}\u{A}\u{19}\u{71}\u{A}\u{B}\u{7C}\u{A}\u{16}\u{12}\u{B}\u{11}\u{23}\u{B}\u{12}\u{35}\u{B}\u{15}\u{4A}\u{B}\u{13}\u{5D}\u{B}\u{12}\u{6F}\u{B}\u{15}\u{4}\u{C}\u{11}\u{15}\u{C}\u{C}\u{0}\u{0}\u{25}\u{0}\u{0}\u{0}\u{0}\u{15}\u{0}\u{0}\u{0}\u{24}\u{20}\u{0}\u{11}\u{0}\u{14}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{17}\u{30}\u{2D}\u{0}\u{0}\u{0}\u{2B}\u{16}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{27}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3E}\u{0}\u{0}\u{18}\u{D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{29}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{10}\u{0}\u{0}\u{0}\u{0}\u{F}\u{6}\u{0}\u{0}\u{26}\u{0}\u{0}\u{32}\u{0}\u{0}\u{2E}\u{0}\u{0}\u{9}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{21}\u{0}\u{0}\u{0}\u{3C}\u{1}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3B}\u{0}\u{0}\u{B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1A}\u{0}\u{28}\u{0}\u{0}\u{0}\u{0}\u{0}\u{34}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{33}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1D}\u{0}\u{0}\u{12}\u{19}\u{0}\u{31}\u{0}\u{8}\u{0}\u{0}\u{0}\u{0}\u{A}\u{0}\u{0}\u{0}\u{1E}\u{0}\u{C}\u{0}\u{23}\u{0}\u{0}\u{2C}\u{0}\u{2}\u{37}\u{36}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1F}\u{38}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{40}\u{2F}\u{0}\u{0}\u{0}\u{39}\u{3A}\u{1C}\u{0}\u{0}\u{2A}\u{E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{35}\u{0}CertificateSignedSecurityEventNotificationSignCertificateBootNotificationGetBaseReportGetReportGetVariablesNotifyReportResetSetNetworkProfileSetVariablesAuthorizeClearCacheGetLocalListVersionSendLocalListGetTransactionStatusTransactionEventRequestStartTransactionRequestStopTransactionTriggerMessageUnlockConnectorChangeAvailabilityHeartbeatStatusNotificationCancelReservationReservationStatusUpdateReserveNowCostUpdatedMeterValuesClearChargingProfileClearedChargingLimitGetChargingProfilesGetCompositeScheduleNotifyChargingLimitNotifyEVChargingNeedsNotifyEVChargingScheduleReportChargingProfilesSetChargingProfileFirmwareStatusNotificationPublishFirmwarePublishFirmwareStatusNotificationUnpublishFirmwareUpdateFirmwareDeleteCertificateGet15118EVCertificateGetCertificateStatusGetInstalledCertificateIdsInstallCertificateClearVariableMonitoringCustomerInformationGetLogGetMonitoringReportLogStatusNotificationNotifyCustomerInformationNotifyEventNotifyMonitoringReportSetMonitoringBaseSetMonitoringLevelSetVariableMonitoringClearDisplayMessageGetDisplayMessagesNotifyDisplayMessagesSetDisplayMessageDataTransfer\0\0\0\0\0\0\0\0")
  }

  /// How many of them 2.0.1 has.
  static var olderCount: UInt8 { 64 }

  /// Whether a charging station may send this.
  public var sentByStation: Bool {
    switch self {
    case .securityEventNotification,
      .signCertificate,
      .bootNotification,
      .notifyReport,
      .authorize,
      .transactionEvent,
      .heartbeat,
      .statusNotification,
      .reservationStatusUpdate,
      .meterValues,
      .clearedChargingLimit,
      .notifyChargingLimit,
      .notifyEVChargingNeeds,
      .notifyEVChargingSchedule,
      .reportChargingProfiles,
      .firmwareStatusNotification,
      .publishFirmwareStatusNotification,
      .get15118EVCertificate,
      .getCertificateStatus,
      .logStatusNotification,
      .notifyCustomerInformation,
      .notifyEvent,
      .notifyMonitoringReport,
      .notifyDisplayMessages,
      .dataTransfer,
      .notifySettlement,
      .vatNumberValidation,
      .notifyPriorityCharging,
      .pullDynamicScheduleUpdate,
      .getCertificateChainStatus,
      .closePeriodicEventStream,
      .notifyPeriodicEventStream,
      .openPeriodicEventStream,
      .notifyDERAlarm,
      .notifyDERStartStop,
      .reportDERControl,
      .batterySwap:
      true
    default: false
    }
  }

  /// Whether a CSMS may send this.
  public var sentByCSMS: Bool {
    switch self {
    case .certificateSigned,
      .getBaseReport,
      .getReport,
      .getVariables,
      .reset,
      .setNetworkProfile,
      .setVariables,
      .clearCache,
      .getLocalListVersion,
      .sendLocalList,
      .getTransactionStatus,
      .requestStartTransaction,
      .requestStopTransaction,
      .triggerMessage,
      .unlockConnector,
      .changeAvailability,
      .cancelReservation,
      .reserveNow,
      .costUpdated,
      .clearChargingProfile,
      .getChargingProfiles,
      .getCompositeSchedule,
      .setChargingProfile,
      .publishFirmware,
      .unpublishFirmware,
      .updateFirmware,
      .deleteCertificate,
      .getInstalledCertificateIds,
      .installCertificate,
      .clearVariableMonitoring,
      .customerInformation,
      .getLog,
      .getMonitoringReport,
      .setMonitoringBase,
      .setMonitoringLevel,
      .setVariableMonitoring,
      .clearDisplayMessage,
      .getDisplayMessages,
      .setDisplayMessage,
      .dataTransfer,
      .notifyWebPaymentStarted,
      .changeTransactionTariff,
      .clearTariffs,
      .getTariffs,
      .setDefaultTariff,
      .updateDynamicSchedule,
      .usePriorityCharging,
      .adjustPeriodicEventStream,
      .getPeriodicEventStream,
      .afrrSignal,
      .notifyAllowedEnergyTransfer,
      .clearDERControl,
      .getDERControl,
      .setDERControl,
      .requestBatterySwap:
      true
    default: false
    }
  }

  /// Whether this is a SEND, which nobody answers, not a CALL.
  public var isSend: Bool {
    switch self {
    case .notifyPeriodicEventStream:
      true
    default: false
    }
  }

  public var block: FunctionalBlock {
    switch self {
    case .certificateSigned,
      .securityEventNotification,
      .signCertificate:
      .security
    case .bootNotification,
      .getBaseReport,
      .getReport,
      .getVariables,
      .notifyReport,
      .reset,
      .setNetworkProfile,
      .setVariables:
      .provisioning
    case .authorize,
      .clearCache,
      .notifySettlement,
      .notifyWebPaymentStarted,
      .vatNumberValidation:
      .authorization
    case .getLocalListVersion,
      .sendLocalList:
      .localAuthorizationList
    case .getTransactionStatus,
      .transactionEvent:
      .transactions
    case .requestStartTransaction,
      .requestStopTransaction,
      .triggerMessage,
      .unlockConnector:
      .remoteControl
    case .changeAvailability,
      .heartbeat,
      .statusNotification:
      .availability
    case .cancelReservation,
      .reservationStatusUpdate,
      .reserveNow:
      .reservation
    case .costUpdated,
      .changeTransactionTariff,
      .clearTariffs,
      .getTariffs,
      .setDefaultTariff:
      .tariffAndCost
    case .meterValues:
      .metering
    case .clearChargingProfile,
      .clearedChargingLimit,
      .getChargingProfiles,
      .getCompositeSchedule,
      .notifyChargingLimit,
      .notifyEVChargingNeeds,
      .notifyEVChargingSchedule,
      .reportChargingProfiles,
      .setChargingProfile,
      .notifyPriorityCharging,
      .pullDynamicScheduleUpdate,
      .updateDynamicSchedule,
      .usePriorityCharging:
      .smartCharging
    case .firmwareStatusNotification,
      .publishFirmware,
      .publishFirmwareStatusNotification,
      .unpublishFirmware,
      .updateFirmware:
      .firmwareManagement
    case .deleteCertificate,
      .get15118EVCertificate,
      .getCertificateStatus,
      .getInstalledCertificateIds,
      .installCertificate,
      .getCertificateChainStatus:
      .certificateManagement
    case .clearVariableMonitoring,
      .customerInformation,
      .getLog,
      .getMonitoringReport,
      .logStatusNotification,
      .notifyCustomerInformation,
      .notifyEvent,
      .notifyMonitoringReport,
      .setMonitoringBase,
      .setMonitoringLevel,
      .setVariableMonitoring,
      .adjustPeriodicEventStream,
      .closePeriodicEventStream,
      .getPeriodicEventStream,
      .notifyPeriodicEventStream,
      .openPeriodicEventStream:
      .diagnostics
    case .clearDisplayMessage,
      .getDisplayMessages,
      .notifyDisplayMessages,
      .setDisplayMessage:
      .displayMessage
    case .dataTransfer:
      .dataTransfer
    case .afrrSignal,
      .notifyAllowedEnergyTransfer:
      .bidirectionalPower
    case .clearDERControl,
      .getDERControl,
      .notifyDERAlarm,
      .notifyDERStartStop,
      .reportDERControl,
      .setDERControl:
      .derControl
    case .batterySwap,
      .requestBatterySwap:
      .batterySwap
    }
  }
}
