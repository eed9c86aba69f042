// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// Part of SetNetworkProfile.
public enum APNAuthentication: UInt8, OCPPEnum, CaseIterable {
  case pap
  case chap
  case none
  case auto

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{27}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{3}\u{1E}\u{0}\u{4}\u{22}\u{0}\u{4}\u{26}\u{0}\u{4}\u{3}\u{2}\u{1}\u{4}PAPCHAPNONEAUTO\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetVariables, NotifyReport, SetVariables.
public enum AttributeType: UInt8, OCPPEnum, CaseIterable {
  case actual
  case target
  case minSet
  case maxSet

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{6}\u{27}\u{0}\u{6}\u{2D}\u{0}\u{6}\u{4}\u{2}\u{3}\u{1}ActualTargetMinSetMaxSet\0\0\0\0\0\0\0\0")
  }
}

/// Part of Authorize, SendLocalList, TransactionEvent.
public enum AuthorizationStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case blocked
  case concurrentTx
  case expired
  case invalid
  case noCredit
  case notAllowedTypeEVSE
  case notAtThisLocation
  case notAtThisTime
  case unknown

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{A}\u{1B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{39}\u{0}\u{8}\u{41}\u{0}\u{7}\u{48}\u{0}\u{C}\u{54}\u{0}\u{7}\u{5B}\u{0}\u{7}\u{62}\u{0}\u{8}\u{6A}\u{0}\u{12}\u{7C}\u{0}\u{11}\u{D}\u{1}\u{D}\u{1A}\u{1}\u{7}\u{0}\u{0}\u{8}\u{0}\u{0}\u{2}\u{0}\u{6}\u{0}\u{A}\u{5}\u{4}\u{3}\u{9}\u{7}\u{1}AcceptedBlockedConcurrentTxExpiredInvalidNoCreditNotAllowedTypeEVSENotAtThisLocationNotAtThisTimeUnknown\0\0\0\0\0\0\0\0")
  }
}

/// Part of Authorize.
public enum AuthorizeCertificateStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case signatureError
  case certificateExpired
  case certificateRevoked
  case noCertificateAvailable
  case certChainError
  case contractCancelled

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{7}\u{71}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{8}\u{30}\u{0}\u{E}\u{3E}\u{0}\u{12}\u{50}\u{0}\u{12}\u{62}\u{0}\u{16}\u{78}\u{0}\u{E}\u{6}\u{1}\u{11}\u{0}\u{3}\u{4}\u{7}\u{2}\u{5}\u{6}\u{1}AcceptedSignatureErrorCertificateExpiredCertificateRevokedNoCertificateAvailableCertChainErrorContractCancelled\0\0\0\0\0\0\0\0")
  }
}

/// Part of BatterySwap. Only in 2.1.
public enum BatterySwapEvent: UInt8, OCPPEnum, CaseIterable {
  case batteryIn
  case batteryOut
  case batteryOutTimeout

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{9}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{11}\u{0}\u{2}\u{3}\u{1}BatteryInBatteryOutBatteryOutTimeout\0\0\0\0\0\0\0\0")
  }
}

/// Part of BootNotification.
public enum BootReason: UInt8, OCPPEnum, CaseIterable {
  case applicationReset
  case firmwareUpdate
  case localReset
  case powerUp
  case remoteReset
  case scheduledReset
  case triggered
  case unknown
  case watchdog

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{9}\u{20}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{10}\u{46}\u{0}\u{E}\u{54}\u{0}\u{A}\u{5E}\u{0}\u{7}\u{65}\u{0}\u{B}\u{70}\u{0}\u{E}\u{7E}\u{0}\u{9}\u{7}\u{1}\u{7}\u{E}\u{1}\u{8}\u{0}\u{8}\u{6}\u{0}\u{9}\u{2}\u{4}\u{7}\u{0}\u{5}\u{0}\u{0}\u{1}\u{0}\u{0}\u{3}ApplicationResetFirmwareUpdateLocalResetPowerUpRemoteResetScheduledResetTriggeredUnknownWatchdog\0\0\0\0\0\0\0\0")
  }
}

/// Part of CancelReservation.
public enum CancelReservationStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of Get15118EVCertificate.
public enum CertificateAction: UInt8, OCPPEnum, CaseIterable {
  case install
  case update

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{7}\u{1A}\u{0}\u{6}\u{2}\u{1}InstallUpdate\0\0\0\0\0\0\0\0")
  }
}

/// Part of CertificateSigned.
public enum CertificateSignedStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of CertificateSigned, SignCertificate.
public enum CertificateSigningUse: UInt8, OCPPEnum, CaseIterable {
  case chargingStationCertificate
  case v2gCertificate

  // Only in 2.1:
  case v2g20Certificate

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{1A}\u{32}\u{0}\u{E}\u{40}\u{0}\u{10}\u{0}\u{1}\u{3}\u{2}ChargingStationCertificateV2GCertificateV2G20Certificate\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetCertificateChainStatus. Only in 2.1.
public enum CertificateStatusKind: UInt8, OCPPEnum, CaseIterable {
  case good
  case revoked
  case unknown
  case failed

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{4}\u{1F}\u{0}\u{7}\u{26}\u{0}\u{7}\u{2D}\u{0}\u{6}\u{4}\u{1}\u{3}\u{2}GoodRevokedUnknownFailed\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetCertificateChainStatus. Only in 2.1.
public enum CertificateStatusSource: UInt8, OCPPEnum, CaseIterable {
  case crl
  case ocsp

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{3}\u{16}\u{0}\u{4}\u{1}\u{2}CRLOCSP\0\0\0\0\0\0\0\0")
  }
}

/// Part of ChangeAvailability.
public enum ChangeAvailabilityStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case scheduled

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{9}\u{1}\u{0}\u{3}\u{2}AcceptedRejectedScheduled\0\0\0\0\0\0\0\0")
  }
}

/// Part of ClearedChargingLimit, GetChargingProfiles, NotifyChargingLimit, ReportChargingProfiles.
/// A closed list in 2.0.1, any text of up to 20 characters in 2.1.
public struct ChargingLimitSource: OpenWord {
  public var text: Text

  public init(_ text: Text) { self.text = text }

  public static var ems: ChargingLimitSource { "EMS" }
  public static var other: ChargingLimitSource { "Other" }
  public static var so: ChargingLimitSource { "SO" }
  public static var cso: ChargingLimitSource { "CSO" }

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{3}\u{1E}\u{0}\u{5}\u{23}\u{0}\u{2}\u{25}\u{0}\u{3}\u{3}\u{2}\u{1}\u{4}EMSOtherSOCSO\0\0\0\0\0\0\0\0")
  }
}

/// Part of RequestStartTransaction, ReportChargingProfiles, SetChargingProfile.
public enum ChargingProfileKind: UInt8, OCPPEnum, CaseIterable {
  case absolute
  case recurring
  case relative

  // Only in 2.1:
  case dynamic

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{9}\u{2C}\u{0}\u{8}\u{34}\u{0}\u{7}\u{3}\u{4}\u{1}\u{2}AbsoluteRecurringRelativeDynamic\0\0\0\0\0\0\0\0")
  }
}

/// Part of RequestStartTransaction, ClearChargingProfile, GetChargingProfiles, ReportChargingProfiles, SetChargingProfile.
public enum ChargingProfilePurpose: UInt8, OCPPEnum, CaseIterable {
  case chargingStationExternalConstraints
  case chargingStationMaxProfile
  case txDefaultProfile
  case txProfile

  // Only in 2.1:
  case priorityCharging
  case localGeneration

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{6}\u{12}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{22}\u{47}\u{0}\u{19}\u{60}\u{0}\u{10}\u{70}\u{0}\u{9}\u{79}\u{0}\u{10}\u{9}\u{1}\u{F}\u{2}\u{5}\u{1}\u{4}\u{0}\u{0}\u{3}\u{6}ChargingStationExternalConstraintsChargingStationMaxProfileTxDefaultProfileTxProfilePriorityChargingLocalGeneration\0\0\0\0\0\0\0\0")
  }
}

/// Part of PullDynamicScheduleUpdate, SetChargingProfile, UpdateDynamicSchedule.
public enum ChargingProfileStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of RequestStartTransaction, GetCompositeSchedule, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile.
public enum ChargingRateUnit: UInt8, OCPPEnum, CaseIterable {
  case w
  case a

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{1}\u{14}\u{0}\u{1}\u{1}\u{2}WA\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent.
public enum ChargingState: UInt8, OCPPEnum, CaseIterable {
  case evConnected
  case charging
  case suspendedEV
  case suspendedEVSE
  case idle

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{5}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{8}\u{35}\u{0}\u{B}\u{40}\u{0}\u{D}\u{4D}\u{0}\u{4}\u{2}\u{0}\u{4}\u{0}\u{0}\u{1}\u{3}\u{5}EVConnectedChargingSuspendedEVSuspendedEVSEIdle\0\0\0\0\0\0\0\0")
  }
}

/// Part of ClearCache.
public enum ClearCacheStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of ClearChargingProfile.
public enum ClearChargingProfileStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case unknown

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{7}\u{1}\u{2}AcceptedUnknown\0\0\0\0\0\0\0\0")
  }
}

/// Part of ClearDisplayMessage.
public enum ClearMessageStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case unknown

  // Only in 2.1:
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{7}\u{27}\u{0}\u{8}\u{3}\u{2}\u{1}\u{0}AcceptedUnknownRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of ClearVariableMonitoring.
public enum ClearMonitoringStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case notFound

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{8}\u{1}\u{0}\u{2}\u{3}AcceptedRejectedNotFound\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetReport.
public enum ComponentCriterion: UInt8, OCPPEnum, CaseIterable {
  case active
  case available
  case enabled
  case problem

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{9}\u{2A}\u{0}\u{7}\u{31}\u{0}\u{7}\u{3}\u{1}\u{4}\u{2}ActiveAvailableEnabledProblem\0\0\0\0\0\0\0\0")
  }
}

/// Part of StatusNotification.
public enum ConnectorStatus: UInt8, OCPPEnum, CaseIterable {
  case available
  case occupied
  case reserved
  case unavailable
  case faulted

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{5}\u{8}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{9}\u{2B}\u{0}\u{8}\u{33}\u{0}\u{8}\u{3B}\u{0}\u{B}\u{46}\u{0}\u{7}\u{0}\u{1}\u{0}\u{5}\u{4}\u{2}\u{3}\u{0}AvailableOccupiedReservedUnavailableFaulted\0\0\0\0\0\0\0\0")
  }
}

/// Part of ReserveNow.
/// A closed list in 2.0.1, any text of up to 20 characters in 2.1.
public struct ConnectorType: OpenWord {
  public var text: Text

  public init(_ text: Text) { self.text = text }

  public static var cCCS1: ConnectorType { "cCCS1" }
  public static var cCCS2: ConnectorType { "cCCS2" }
  public static var cG105: ConnectorType { "cG105" }
  public static var cTesla: ConnectorType { "cTesla" }
  public static var cType1: ConnectorType { "cType1" }
  public static var cType2: ConnectorType { "cType2" }
  public static var s3091P16A: ConnectorType { "s309-1P-16A" }
  public static var s3091P32A: ConnectorType { "s309-1P-32A" }
  public static var s3093P16A: ConnectorType { "s309-3P-16A" }
  public static var s3093P32A: ConnectorType { "s309-3P-32A" }
  public static var sBS1361: ConnectorType { "sBS1361" }
  public static var sCEE77: ConnectorType { "sCEE-7-7" }
  public static var sType2: ConnectorType { "sType2" }
  public static var sType3: ConnectorType { "sType3" }
  public static var other1PhMax16A: ConnectorType { "Other1PhMax16A" }
  public static var other1PhOver16A: ConnectorType { "Other1PhOver16A" }
  public static var other3Ph: ConnectorType { "Other3Ph" }
  public static var pan: ConnectorType { "Pan" }
  public static var wInductive: ConnectorType { "wInductive" }
  public static var wResonant: ConnectorType { "wResonant" }
  public static var undetermined: ConnectorType { "Undetermined" }
  public static var unknown: ConnectorType { "Unknown" }

  @inline(__always) public static var table: NameTable {
    NameTable("\u{5}\u{16}\u{70}\u{67}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{6D}\u{0}\u{5}\u{72}\u{0}\u{5}\u{77}\u{0}\u{5}\u{7C}\u{0}\u{6}\u{2}\u{1}\u{6}\u{8}\u{1}\u{6}\u{E}\u{1}\u{B}\u{19}\u{1}\u{B}\u{24}\u{1}\u{B}\u{2F}\u{1}\u{B}\u{3A}\u{1}\u{7}\u{41}\u{1}\u{8}\u{49}\u{1}\u{6}\u{4F}\u{1}\u{6}\u{55}\u{1}\u{E}\u{63}\u{1}\u{F}\u{72}\u{1}\u{8}\u{7A}\u{1}\u{3}\u{7D}\u{1}\u{A}\u{7}\u{2}\u{9}\u{10}\u{2}\u{C}\u{1C}\u{2}\u{7}\u{B}\u{5}\u{0}\u{0}\u{2}\u{0}\u{3}\u{A}\u{11}\u{6}\u{0}\u{0}\u{7}\u{16}\u{0}\u{15}\u{E}\u{F}\u{D}\u{0}\u{13}\u{9}\u{8}\u{0}\u{10}\u{C}\u{14}\u{12}\u{1}\u{4}\u{0}\u{0}cCCS1cCCS2cG105cTeslacType1cType2s309-1P-16As309-1P-32As309-3P-16As309-3P-32AsBS1361sCEE-7-7sType2sType3Other1PhMax16AOther1PhOver16AOther3PhPanwInductivewResonantUndeterminedUnknown\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public enum ControlMode: UInt8, OCPPEnum, CaseIterable {
  case scheduledControl
  case dynamicControl

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{10}\u{23}\u{0}\u{E}\u{2}\u{1}ScheduledControlDynamicControl\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent. Only in 2.1.
public enum CostDimensionKind: UInt8, OCPPEnum, CaseIterable {
  case energy
  case maxCurrent
  case minCurrent
  case maxPower
  case minPower
  case idleTime
  case chargingTime

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{7}\u{15}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{6}\u{2E}\u{0}\u{A}\u{38}\u{0}\u{A}\u{42}\u{0}\u{8}\u{4A}\u{0}\u{8}\u{52}\u{0}\u{8}\u{5A}\u{0}\u{C}\u{4}\u{1}\u{5}\u{0}\u{7}\u{6}\u{3}\u{2}EnergyMaxCurrentMinCurrentMaxPowerMinPowerIdleTImeChargingTime\0\0\0\0\0\0\0\0")
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile.
public enum CostKind: UInt8, OCPPEnum, CaseIterable {
  case carbonDioxideEmission
  case relativePricePercentage
  case renewableGenerationPercentage

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{15}\u{2D}\u{0}\u{17}\u{44}\u{0}\u{1D}\u{0}\u{2}\u{1}\u{3}CarbonDioxideEmissionRelativePricePercentageRenewableGenerationPercentage\0\0\0\0\0\0\0\0")
  }
}

/// Part of CustomerInformation.
public enum CustomerInformationStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case invalid

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{7}\u{1}\u{0}\u{2}\u{3}AcceptedRejectedInvalid\0\0\0\0\0\0\0\0")
  }
}

/// Part of ClearDERControl, GetDERControl, SetDERControl. Only in 2.1.
public enum DERControlStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case notSupported
  case notFound

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{8}\u{2B}\u{0}\u{C}\u{37}\u{0}\u{8}\u{1}\u{3}\u{2}\u{4}AcceptedRejectedNotSupportedNotFound\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyEVChargingNeeds, ClearDERControl, GetDERControl, NotifyDERAlarm, ReportDERControl, SetDERControl. Only in 2.1.
public enum DERControlType: UInt8, OCPPEnum, CaseIterable {
  case enterService
  case freqDroop
  case freqWatt
  case fixedPFAbsorb
  case fixedPFInject
  case fixedVar
  case gradients
  case hfMustTrip
  case hfMayTrip
  case hvMustTrip
  case hvMomCess
  case hvMayTrip
  case limitMaxDischarge
  case lfMustTrip
  case lvMustTrip
  case lvMomCess
  case lvMayTrip
  case powerMonitoringMustTrip
  case voltVar
  case voltWatt
  case wattPF
  case wattVar

  @inline(__always) public static var table: NameTable {
    NameTable("\u{5}\u{16}\u{77}\u{47}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{6D}\u{0}\u{C}\u{79}\u{0}\u{9}\u{2}\u{1}\u{8}\u{A}\u{1}\u{D}\u{17}\u{1}\u{D}\u{24}\u{1}\u{8}\u{2C}\u{1}\u{9}\u{35}\u{1}\u{A}\u{3F}\u{1}\u{9}\u{48}\u{1}\u{A}\u{52}\u{1}\u{9}\u{5B}\u{1}\u{9}\u{64}\u{1}\u{11}\u{75}\u{1}\u{A}\u{7F}\u{1}\u{A}\u{9}\u{2}\u{9}\u{12}\u{2}\u{9}\u{1B}\u{2}\u{17}\u{32}\u{2}\u{7}\u{39}\u{2}\u{8}\u{41}\u{2}\u{6}\u{47}\u{2}\u{7}\u{7}\u{5}\u{14}\u{13}\u{0}\u{0}\u{0}\u{E}\u{0}\u{9}\u{4}\u{F}\u{D}\u{8}\u{2}\u{12}\u{0}\u{0}\u{15}\u{0}\u{6}\u{A}\u{B}\u{0}\u{1}\u{0}\u{16}\u{3}\u{10}\u{C}\u{11}\u{0}EnterServiceFreqDroopFreqWattFixedPFAbsorbFixedPFInjectFixedVarGradientsHFMustTripHFMayTripHVMustTripHVMomCessHVMayTripLimitMaxDischargeLFMustTripLVMustTripLVMomCessLVMayTripPowerMonitoringMustTripVoltVarVoltWattWattPFWattVar\0\0\0\0\0\0\0\0")
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public enum DERUnit: UInt8, OCPPEnum, CaseIterable {
  case notApplicable
  case pctMaxW
  case pctMaxVar
  case pctWAvail
  case pctVarAvail
  case pctEffectiveV

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{6}\u{C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{E}\u{33}\u{0}\u{7}\u{3A}\u{0}\u{9}\u{43}\u{0}\u{9}\u{4C}\u{0}\u{B}\u{57}\u{0}\u{D}\u{2}\u{5}\u{6}\u{4}\u{1}\u{0}\u{3}\u{0}Not_ApplicablePctMaxWPctMaxVarPctWAvailPctVarAvailPctEffectiveV\0\0\0\0\0\0\0\0")
  }
}

/// Part of DataTransfer.
public enum DataTransferStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case unknownMessageId
  case unknownVendorId

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{8}\u{2B}\u{0}\u{10}\u{3B}\u{0}\u{F}\u{3}\u{4}\u{1}\u{2}AcceptedRejectedUnknownMessageIdUnknownVendorId\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyReport.
public enum DataType: UInt8, OCPPEnum, CaseIterable {
  case string
  case decimal
  case integer
  case dateTime
  case boolean
  case optionList
  case sequenceList
  case memberList

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{8}\u{E}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{6}\u{31}\u{0}\u{7}\u{38}\u{0}\u{7}\u{3F}\u{0}\u{8}\u{47}\u{0}\u{7}\u{4E}\u{0}\u{A}\u{58}\u{0}\u{C}\u{64}\u{0}\u{A}\u{6}\u{7}\u{4}\u{8}\u{2}\u{1}\u{5}\u{3}stringdecimalintegerdateTimebooleanOptionListSequenceListMemberList\0\0\0\0\0\0\0\0")
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public enum DayOfWeek: UInt8, OCPPEnum, CaseIterable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{7}\u{21}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{6}\u{2E}\u{0}\u{7}\u{35}\u{0}\u{9}\u{3E}\u{0}\u{8}\u{46}\u{0}\u{6}\u{4C}\u{0}\u{8}\u{54}\u{0}\u{6}\u{2}\u{3}\u{1}\u{5}\u{6}\u{0}\u{7}\u{4}MondayTuesdayWednesdayThursdayFridaySaturdaySunday\0\0\0\0\0\0\0\0")
  }
}

/// Part of DeleteCertificate.
public enum DeleteCertificateStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case failed
  case notFound

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{6}\u{26}\u{0}\u{8}\u{1}\u{3}\u{2}\u{0}AcceptedFailedNotFound\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetDisplayMessage.
public enum DisplayMessageStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case notSupportedMessageFormat
  case rejected
  case notSupportedPriority
  case notSupportedState
  case unknownTransaction

  // Only in 2.1:
  case languageNotSupported

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{7}\u{32}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{8}\u{30}\u{0}\u{19}\u{49}\u{0}\u{8}\u{51}\u{0}\u{14}\u{65}\u{0}\u{11}\u{76}\u{0}\u{12}\u{8}\u{1}\u{14}\u{3}\u{1}\u{2}\u{7}\u{4}\u{0}\u{5}\u{6}AcceptedNotSupportedMessageFormatRejectedNotSupportedPriorityNotSupportedStateUnknownTransactionLanguageNotSupported\0\0\0\0\0\0\0\0")
  }
}

/// Part of Authorize, NotifyEVChargingNeeds, NotifyAllowedEnergyTransfer.
public enum EnergyTransferMode: UInt8, OCPPEnum, CaseIterable {
  case acSinglePhase
  case acTwoPhase
  case acThreePhase
  case dc

  // Only in 2.1:
  case acBPT
  case acBPTDER
  case acDER
  case dcBPT
  case dcACDP
  case dcACDPBPT
  case wpt

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{B}\u{76}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3C}\u{0}\u{F}\u{4B}\u{0}\u{C}\u{57}\u{0}\u{E}\u{65}\u{0}\u{2}\u{67}\u{0}\u{6}\u{6D}\u{0}\u{A}\u{77}\u{0}\u{6}\u{7D}\u{0}\u{6}\u{3}\u{1}\u{7}\u{A}\u{1}\u{B}\u{15}\u{1}\u{3}\u{0}\u{0}\u{3}\u{7}\u{6}\u{2}\u{A}\u{9}\u{5}\u{0}\u{8}\u{1}\u{0}\u{4}\u{0}\u{B}AC_single_phaseAC_two_phaseAC_three_phaseDCAC_BPTAC_BPT_DERAC_DERDC_BPTDC_ACDPDC_ACDP_BPTWPT\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyEvent, NotifyMonitoringReport.
public enum EventNotificationType: UInt8, OCPPEnum, CaseIterable {
  case hardWiredNotification
  case hardWiredMonitor
  case preconfiguredMonitor
  case customMonitor

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{15}\u{30}\u{0}\u{10}\u{40}\u{0}\u{14}\u{54}\u{0}\u{D}\u{4}\u{3}\u{2}\u{1}HardWiredNotificationHardWiredMonitorPreconfiguredMonitorCustomMonitor\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyEvent.
public enum EventTrigger: UInt8, OCPPEnum, CaseIterable {
  case alerting
  case delta
  case periodic

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{5}\u{25}\u{0}\u{8}\u{2}\u{0}\u{3}\u{1}AlertingDeltaPeriodic\0\0\0\0\0\0\0\0")
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public enum EvseKind: UInt8, OCPPEnum, CaseIterable {
  case ac
  case dc

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{2}\u{15}\u{0}\u{2}\u{1}\u{2}ACDC\0\0\0\0\0\0\0\0")
  }
}

/// Part of FirmwareStatusNotification.
public enum FirmwareStatus: UInt8, OCPPEnum, CaseIterable {
  case downloaded
  case downloadFailed
  case downloading
  case downloadScheduled
  case downloadPaused
  case idle
  case installationFailed
  case installing
  case installed
  case installRebooting
  case installScheduled
  case installVerificationFailed
  case invalidSignature
  case signatureVerified

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{E}\u{7A}\u{24}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{45}\u{0}\u{A}\u{4F}\u{0}\u{E}\u{5D}\u{0}\u{B}\u{68}\u{0}\u{11}\u{79}\u{0}\u{E}\u{7}\u{1}\u{4}\u{B}\u{1}\u{12}\u{1D}\u{1}\u{A}\u{27}\u{1}\u{9}\u{30}\u{1}\u{10}\u{40}\u{1}\u{10}\u{50}\u{1}\u{19}\u{69}\u{1}\u{10}\u{79}\u{1}\u{11}\u{9}\u{0}\u{6}\u{2}\u{D}\u{3}\u{E}\u{7}\u{0}\u{8}\u{4}\u{A}\u{B}\u{C}\u{1}\u{5}DownloadedDownloadFailedDownloadingDownloadScheduledDownloadPausedIdleInstallationFailedInstallingInstalledInstallRebootingInstallScheduledInstallVerificationFailedInvalidSignatureSignatureVerified\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetBaseReport, GetReport, GetMonitoringReport, SetMonitoringBase.
public enum GenericDeviceModelStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case notSupported
  case emptyResultSet

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{8}\u{2B}\u{0}\u{C}\u{37}\u{0}\u{E}\u{4}\u{3}\u{1}\u{2}AcceptedRejectedNotSupportedEmptyResultSet\0\0\0\0\0\0\0\0")
  }
}

/// Part of 10 messages.
public enum GenericStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetInstalledCertificateIds.
public enum GetCertificateIdUse: UInt8, OCPPEnum, CaseIterable {
  case v2gRootCertificate
  case moRootCertificate
  case csmsRootCertificate
  case v2gCertificateChain
  case manufacturerRootCertificate

  // Only in 2.1:
  case oemRootCertificate

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{12}\u{37}\u{0}\u{11}\u{48}\u{0}\u{13}\u{5B}\u{0}\u{13}\u{6E}\u{0}\u{1B}\u{9}\u{1}\u{12}\u{1}\u{4}\u{0}\u{3}\u{6}\u{2}\u{5}\u{0}V2GRootCertificateMORootCertificateCSMSRootCertificateV2GCertificateChainManufacturerRootCertificateOEMRootCertificate\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetCertificateStatus.
public enum GetCertificateStatusStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case failed

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{6}\u{1}\u{2}AcceptedFailed\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetChargingProfiles.
public enum GetChargingProfileStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case noProfiles

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{A}\u{1}\u{2}AcceptedNoProfiles\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetDisplayMessages.
public enum GetDisplayMessagesStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case unknown

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{7}\u{1}\u{2}AcceptedUnknown\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetInstalledCertificateIds.
public enum GetInstalledCertificateStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case notFound

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedNotFound\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetVariables.
public enum GetVariableStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case unknownComponent
  case unknownVariable
  case notSupportedAttributeType

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{5}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{8}\u{2A}\u{0}\u{8}\u{32}\u{0}\u{10}\u{42}\u{0}\u{F}\u{51}\u{0}\u{19}\u{0}\u{0}\u{4}\u{3}\u{0}\u{2}\u{1}\u{5}AcceptedRejectedUnknownComponentUnknownVariableNotSupportedAttributeType\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyDERAlarm. Only in 2.1.
public enum GridEventFault: UInt8, OCPPEnum, CaseIterable {
  case currentImbalance
  case localEmergency
  case lowInputPower
  case overCurrent
  case overFrequency
  case overVoltage
  case phaseRotation
  case remoteEmergency
  case underFrequency
  case underVoltage
  case voltageImbalance

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{B}\u{24}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3C}\u{0}\u{10}\u{4C}\u{0}\u{E}\u{5A}\u{0}\u{D}\u{67}\u{0}\u{B}\u{72}\u{0}\u{D}\u{7F}\u{0}\u{B}\u{A}\u{1}\u{D}\u{17}\u{1}\u{F}\u{26}\u{1}\u{E}\u{34}\u{1}\u{C}\u{40}\u{1}\u{10}\u{6}\u{B}\u{A}\u{9}\u{0}\u{0}\u{4}\u{3}\u{2}\u{0}\u{5}\u{1}\u{8}\u{0}\u{0}\u{7}CurrentImbalanceLocalEmergencyLowInputPowerOverCurrentOverFrequencyOverVoltagePhaseRotationRemoteEmergencyUnderFrequencyUnderVoltageVoltageImbalance\0\0\0\0\0\0\0\0")
  }
}

/// Part of 7 messages.
public enum HashAlgorithm: UInt8, OCPPEnum, CaseIterable {
  case sha256
  case sha384
  case sha512

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{6}\u{24}\u{0}\u{6}\u{1}\u{0}\u{3}\u{2}SHA256SHA384SHA512\0\0\0\0\0\0\0\0")
  }
}

/// Part of 8 messages.
/// A closed list in 2.0.1, any text of up to 20 characters in 2.1.
public struct IdTokenKind: OpenWord {
  public var text: Text

  public init(_ text: Text) { self.text = text }

  public static var central: IdTokenKind { "Central" }
  public static var eMAID: IdTokenKind { "eMAID" }
  public static var iso14443: IdTokenKind { "ISO14443" }
  public static var iso15693: IdTokenKind { "ISO15693" }
  public static var keyCode: IdTokenKind { "KeyCode" }
  public static var local: IdTokenKind { "Local" }
  public static var macAddress: IdTokenKind { "MacAddress" }
  public static var noAuthorization: IdTokenKind { "NoAuthorization" }

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{8}\u{3B}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{7}\u{32}\u{0}\u{5}\u{37}\u{0}\u{8}\u{3F}\u{0}\u{8}\u{47}\u{0}\u{7}\u{4E}\u{0}\u{5}\u{53}\u{0}\u{A}\u{5D}\u{0}\u{F}\u{1}\u{8}\u{3}\u{2}\u{4}\u{7}\u{5}\u{6}CentraleMAIDISO14443ISO15693KeyCodeLocalMacAddressNoAuthorization\0\0\0\0\0\0\0\0")
  }
}

/// Part of InstallCertificate.
public enum InstallCertificateStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case failed

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{6}\u{0}\u{3}\u{1}\u{2}AcceptedRejectedFailed\0\0\0\0\0\0\0\0")
  }
}

/// Part of InstallCertificate.
public enum InstallCertificateUse: UInt8, OCPPEnum, CaseIterable {
  case v2gRootCertificate
  case moRootCertificate
  case manufacturerRootCertificate
  case csmsRootCertificate

  // Only in 2.1:
  case oemRootCertificate

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{12}\u{34}\u{0}\u{11}\u{45}\u{0}\u{1B}\u{60}\u{0}\u{13}\u{73}\u{0}\u{12}\u{1}\u{0}\u{0}\u{4}\u{5}\u{2}\u{3}\u{0}V2GRootCertificateMORootCertificateManufacturerRootCertificateCSMSRootCertificateOEMRootCertificate\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetNetworkProfile.
public enum InterfaceVersion: UInt8, OCPPEnum, CaseIterable {
  case ocpp12
  case ocpp15
  case ocpp16
  case ocpp20

  // Only in 2.1:
  case ocpp201
  case ocpp21

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{6}\u{60}\u{C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{6}\u{2B}\u{0}\u{6}\u{31}\u{0}\u{6}\u{37}\u{0}\u{6}\u{3D}\u{0}\u{7}\u{44}\u{0}\u{6}\u{3}\u{4}\u{2}\u{6}\u{0}\u{0}\u{1}\u{5}OCPP12OCPP15OCPP16OCPP20OCPP201OCPP21\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public enum IslandingDetection: UInt8, OCPPEnum, CaseIterable {
  case noAntiIslandingSupport
  case roCoF
  case uvpOVP
  case ufpOFP
  case voltageVectorShift
  case zeroCrossingDetection
  case otherPassive
  case impedanceMeasurement
  case impedanceAtFrequency
  case slipModeFrequencyShift
  case sandiaFrequencyShift
  case sandiaVoltageShift
  case frequencyJump
  case rclqFactor
  case otherActive

  @inline(__always) public static var table: NameTable {
    NameTable("\u{5}\u{F}\u{1C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{58}\u{0}\u{16}\u{6E}\u{0}\u{5}\u{73}\u{0}\u{7}\u{7A}\u{0}\u{7}\u{1}\u{1}\u{12}\u{13}\u{1}\u{15}\u{28}\u{1}\u{C}\u{34}\u{1}\u{14}\u{48}\u{1}\u{14}\u{5C}\u{1}\u{16}\u{72}\u{1}\u{14}\u{6}\u{2}\u{12}\u{18}\u{2}\u{D}\u{25}\u{2}\u{A}\u{2F}\u{2}\u{B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1}\u{0}\u{C}\u{0}\u{0}\u{4}\u{A}\u{9}\u{0}\u{0}\u{0}\u{0}\u{6}\u{D}\u{0}\u{2}\u{0}\u{E}\u{0}\u{0}\u{7}\u{0}\u{8}\u{F}\u{B}\u{5}\u{3}NoAntiIslandingSupportRoCoFUVP_OVPUFP_OFPVoltageVectorShiftZeroCrossingDetectionOtherPassiveImpedanceMeasurementImpedanceAtFrequencySlipModeFrequencyShiftSandiaFrequencyShiftSandiaVoltageShiftFrequencyJumpRCLQFactorOtherActive\0\0\0\0\0\0\0\0")
  }
}

/// Part of Get15118EVCertificate.
public enum Iso15118EVCertificateStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case failed

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{6}\u{1}\u{2}AcceptedFailed\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent, MeterValues.
public enum Location: UInt8, OCPPEnum, CaseIterable {
  case body
  case cable
  case ev
  case inlet
  case outlet

  // Only in 2.1:
  case upstream

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{4}\u{29}\u{0}\u{5}\u{2E}\u{0}\u{2}\u{30}\u{0}\u{5}\u{35}\u{0}\u{6}\u{3B}\u{0}\u{8}\u{0}\u{2}\u{3}\u{0}\u{6}\u{4}\u{1}\u{5}BodyCableEVInletOutletUpstream\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetLog.
public enum LogStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case acceptedCanceled

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{10}\u{2}\u{3}\u{1}\u{0}AcceptedRejectedAcceptedCanceled\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetLog.
public enum LogType: UInt8, OCPPEnum, CaseIterable {
  case diagnosticsLog
  case securityLog

  // Only in 2.1:
  case dataCollectorLog

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{E}\u{26}\u{0}\u{B}\u{31}\u{0}\u{10}\u{1}\u{3}\u{0}\u{2}DiagnosticsLogSecurityLogDataCollectorLog\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent, MeterValues.
public enum Measurand: UInt8, OCPPEnum, CaseIterable {
  case currentExport
  case currentImport
  case currentOffered
  case energyActiveExportInterval
  case energyActiveExportRegister
  case energyActiveImportInterval
  case energyActiveImportRegister
  case energyActiveNet
  case energyApparentExport
  case energyApparentImport
  case energyApparentNet
  case energyReactiveExportInterval
  case energyReactiveExportRegister
  case energyReactiveImportInterval
  case energyReactiveImportRegister
  case energyReactiveNet
  case frequency
  case powerActiveExport
  case powerActiveImport
  case powerFactor
  case powerOffered
  case powerReactiveExport
  case powerReactiveImport
  case soc
  case voltage

  // Only in 2.1:
  case currentExportOffered
  case currentExportMinimum
  case currentImportOffered
  case currentImportMinimum
  case displayPresentSOC
  case displayMinimumSOC
  case displayTargetSOC
  case displayMaximumSOC
  case displayRemainingTimeToMinimumSOC
  case displayRemainingTimeToTargetSOC
  case displayRemainingTimeToMaximumSOC
  case displayChargingComplete
  case displayBatteryEnergyCapacity
  case displayInletHot
  case energyActiveImportCableLoss
  case energyActiveImportLocalGenerationRegister
  case energyActiveSetpointInterval
  case energyRequestTarget
  case energyRequestMinimum
  case energyRequestMaximum
  case energyRequestMinimumV2X
  case energyRequestMaximumV2X
  case energyRequestBulk
  case powerActiveSetpoint
  case powerActiveResidual
  case powerExportMinimum
  case powerExportOffered
  case powerImportOffered
  case powerImportMinimum
  case voltageMinimum
  case voltageMaximum

  @inline(__always) public static var table: NameTable {
    NameTable("\u{8}\u{38}\u{39}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{33}\u{3}\u{E}\u{41}\u{3}\u{E}\u{4F}\u{3}\u{F}\u{5E}\u{3}\u{1D}\u{7B}\u{3}\u{1D}\u{18}\u{4}\u{1D}\u{35}\u{4}\u{1D}\u{52}\u{4}\u{11}\u{63}\u{4}\u{16}\u{79}\u{4}\u{16}\u{F}\u{5}\u{13}\u{22}\u{5}\u{1F}\u{41}\u{5}\u{1F}\u{60}\u{5}\u{1F}\u{7F}\u{5}\u{1F}\u{1E}\u{6}\u{13}\u{31}\u{6}\u{9}\u{3A}\u{6}\u{13}\u{4D}\u{6}\u{13}\u{60}\u{6}\u{C}\u{6C}\u{6}\u{D}\u{79}\u{6}\u{15}\u{E}\u{7}\u{15}\u{23}\u{7}\u{3}\u{26}\u{7}\u{7}\u{2D}\u{7}\u{16}\u{43}\u{7}\u{16}\u{59}\u{7}\u{16}\u{6F}\u{7}\u{16}\u{5}\u{8}\u{12}\u{17}\u{8}\u{12}\u{29}\u{8}\u{11}\u{3A}\u{8}\u{12}\u{4C}\u{8}\u{21}\u{6D}\u{8}\u{20}\u{D}\u{9}\u{21}\u{2E}\u{9}\u{18}\u{46}\u{9}\u{1D}\u{63}\u{9}\u{10}\u{73}\u{9}\u{1E}\u{11}\u{A}\u{2D}\u{3E}\u{A}\u{1F}\u{5D}\u{A}\u{14}\u{71}\u{A}\u{15}\u{6}\u{B}\u{15}\u{1B}\u{B}\u{19}\u{34}\u{B}\u{19}\u{4D}\u{B}\u{12}\u{5F}\u{B}\u{15}\u{74}\u{B}\u{15}\u{9}\u{C}\u{14}\u{1D}\u{C}\u{14}\u{31}\u{C}\u{14}\u{45}\u{C}\u{14}\u{59}\u{C}\u{F}\u{68}\u{C}\u{F}\u{0}\u{23}\u{0}\u{37}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{0}\u{0}\u{0}\u{2}\u{24}\u{0}\u{0}\u{0}\u{0}\u{A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{34}\u{0}\u{18}\u{0}\u{27}\u{0}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{6}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{20}\u{0}\u{0}\u{0}\u{32}\u{28}\u{0}\u{0}\u{36}\u{0}\u{C}\u{16}\u{0}\u{0}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{14}\u{0}\u{0}\u{0}\u{1C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{31}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{26}\u{0}\u{0}\u{0}\u{38}\u{0}\u{1E}\u{0}\u{15}\u{22}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{0}\u{5}\u{0}\u{33}\u{0}\u{0}\u{0}\u{0}\u{0}\u{12}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{B}\u{0}\u{0}\u{0}\u{D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{9}\u{0}\u{0}\u{35}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2F}\u{2E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1F}\u{0}\u{2D}\u{10}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{29}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{17}\u{1D}\u{0}\u{0}\u{1A}\u{0}\u{1}\u{0}\u{0}\u{21}\u{30}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{4}\u{0}\u{0}\u{19}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{2A}\u{0}\u{0}\u{2C}\u{0}\u{0}\u{11}Current.ExportCurrent.ImportCurrent.OfferedEnergy.Active.Export.IntervalEnergy.Active.Export.RegisterEnergy.Active.Import.IntervalEnergy.Active.Import.RegisterEnergy.Active.NetEnergy.Apparent.ExportEnergy.Apparent.ImportEnergy.Apparent.NetEnergy.Reactive.Export.IntervalEnergy.Reactive.Export.RegisterEnergy.Reactive.Import.IntervalEnergy.Reactive.Import.RegisterEnergy.Reactive.NetFrequencyPower.Active.ExportPower.Active.ImportPower.FactorPower.OfferedPower.Reactive.ExportPower.Reactive.ImportSoCVoltageCurrent.Export.OfferedCurrent.Export.MinimumCurrent.Import.OfferedCurrent.Import.MinimumDisplay.PresentSOCDisplay.MinimumSOCDisplay.TargetSOCDisplay.MaximumSOCDisplay.RemainingTimeToMinimumSOCDisplay.RemainingTimeToTargetSOCDisplay.RemainingTimeToMaximumSOCDisplay.ChargingCompleteDisplay.BatteryEnergyCapacityDisplay.InletHotEnergy.Active.Import.CableLossEnergy.Active.Import.LocalGeneration.RegisterEnergy.Active.Setpoint.IntervalEnergyRequest.TargetEnergyRequest.MinimumEnergyRequest.MaximumEnergyRequest.Minimum.V2XEnergyRequest.Maximum.V2XEnergyRequest.BulkPower.Active.SetpointPower.Active.ResidualPower.Export.MinimumPower.Export.OfferedPower.Import.OfferedPower.Import.MinimumVoltage.MinimumVoltage.Maximum\0\0\0\0\0\0\0\0")
  }
}

/// Part of 7 messages.
public enum MessageFormat: UInt8, OCPPEnum, CaseIterable {
  case ascii
  case html
  case uri
  case utf8

  // Only in 2.1:
  case qrcode

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{5}\u{27}\u{0}\u{4}\u{2B}\u{0}\u{3}\u{2E}\u{0}\u{4}\u{32}\u{0}\u{6}\u{4}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{5}ASCIIHTMLURIUTF8QRCODE\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetDisplayMessages, NotifyDisplayMessages, SetDisplayMessage.
public enum MessagePriority: UInt8, OCPPEnum, CaseIterable {
  case alwaysFront
  case inFront
  case normalCycle

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{B}\u{23}\u{0}\u{7}\u{2A}\u{0}\u{B}\u{2}\u{0}\u{3}\u{1}AlwaysFrontInFrontNormalCycle\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetDisplayMessages, NotifyDisplayMessages, SetDisplayMessage.
public enum MessageState: UInt8, OCPPEnum, CaseIterable {
  case charging
  case faulted
  case idle
  case unavailable

  // Only in 2.1:
  case suspended
  case discharging

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{7}\u{34}\u{0}\u{4}\u{38}\u{0}\u{B}\u{43}\u{0}\u{9}\u{4C}\u{0}\u{B}\u{2}\u{1}\u{6}\u{0}\u{4}\u{5}\u{0}\u{3}ChargingFaultedIdleUnavailableSuspendedDischarging\0\0\0\0\0\0\0\0")
  }
}

/// Part of TriggerMessage.
public enum MessageTrigger: UInt8, OCPPEnum, CaseIterable {
  case bootNotification
  case logStatusNotification
  case firmwareStatusNotification
  case heartbeat
  case meterValues
  case signChargingStationCertificate
  case signV2GCertificate
  case statusNotification
  case transactionEvent
  case signCombinedCertificate
  case publishFirmwareStatusNotification

  // Only in 2.1:
  case signV2G20Certificate
  case customTrigger

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{D}\u{62}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{42}\u{0}\u{10}\u{52}\u{0}\u{15}\u{67}\u{0}\u{1A}\u{1}\u{1}\u{9}\u{A}\u{1}\u{B}\u{15}\u{1}\u{1E}\u{33}\u{1}\u{12}\u{45}\u{1}\u{12}\u{57}\u{1}\u{10}\u{67}\u{1}\u{17}\u{7E}\u{1}\u{21}\u{1F}\u{2}\u{14}\u{33}\u{2}\u{D}\u{0}\u{9}\u{2}\u{C}\u{6}\u{0}\u{A}\u{1}\u{3}\u{B}\u{D}\u{8}\u{5}\u{0}\u{7}\u{4}BootNotificationLogStatusNotificationFirmwareStatusNotificationHeartbeatMeterValuesSignChargingStationCertificateSignV2GCertificateStatusNotificationTransactionEventSignCombinedCertificatePublishFirmwareStatusNotificationSignV2G20CertificateCustomTrigger\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public enum MobilityNeedsMode: UInt8, OCPPEnum, CaseIterable {
  case evcc
  case evccSECC

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{4}\u{17}\u{0}\u{9}\u{2}\u{1}EVCCEVCC_SECC\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyMonitoringReport, SetVariableMonitoring.
public enum MonitorType: UInt8, OCPPEnum, CaseIterable {
  case upperThreshold
  case lowerThreshold
  case delta
  case periodic
  case periodicClockAligned

  // Only in 2.1:
  case targetDelta
  case targetDeltaRelative

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{7}\u{7E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{E}\u{36}\u{0}\u{E}\u{44}\u{0}\u{5}\u{49}\u{0}\u{8}\u{51}\u{0}\u{14}\u{65}\u{0}\u{B}\u{70}\u{0}\u{13}\u{0}\u{4}\u{1}\u{3}\u{5}\u{2}\u{6}\u{7}UpperThresholdLowerThresholdDeltaPeriodicPeriodicClockAlignedTargetDeltaTargetDeltaRelative\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetMonitoringBase.
public enum MonitoringBase: UInt8, OCPPEnum, CaseIterable {
  case all
  case factoryDefault
  case hardWiredOnly

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{3}\u{1B}\u{0}\u{E}\u{29}\u{0}\u{D}\u{2}\u{0}\u{3}\u{1}AllFactoryDefaultHardWiredOnly\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetMonitoringReport.
public enum MonitoringCriterion: UInt8, OCPPEnum, CaseIterable {
  case thresholdMonitoring
  case deltaMonitoring
  case periodicMonitoring

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{13}\u{2B}\u{0}\u{F}\u{3A}\u{0}\u{12}\u{0}\u{2}\u{3}\u{1}ThresholdMonitoringDeltaMonitoringPeriodicMonitoring\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyReport.
public enum Mutability: UInt8, OCPPEnum, CaseIterable {
  case readOnly
  case writeOnly
  case readWrite

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{9}\u{29}\u{0}\u{9}\u{3}\u{1}\u{2}\u{0}ReadOnlyWriteOnlyReadWrite\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyAllowedEnergyTransfer. Only in 2.1.
public enum NotifyAllowedEnergyTransferStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifyEVChargingNeeds.
public enum NotifyEVChargingNeedsStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case processing

  // Only in 2.1:
  case noChargingProfile

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{13}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{8}\u{2B}\u{0}\u{A}\u{35}\u{0}\u{11}\u{1}\u{4}\u{3}\u{2}AcceptedRejectedProcessingNoChargingProfile\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetNetworkProfile.
public enum OCPPInterface: UInt8, OCPPEnum, CaseIterable {
  case wired0
  case wired1
  case wired2
  case wired3
  case wireless0
  case wireless1
  case wireless2
  case wireless3

  // Only in 2.1:
  case any

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{9}\u{60}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{6}\u{3C}\u{0}\u{6}\u{42}\u{0}\u{6}\u{48}\u{0}\u{6}\u{4E}\u{0}\u{9}\u{57}\u{0}\u{9}\u{60}\u{0}\u{9}\u{69}\u{0}\u{9}\u{72}\u{0}\u{3}\u{0}\u{6}\u{7}\u{8}\u{5}\u{9}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2}\u{1}\u{3}\u{4}Wired0Wired1Wired2Wired3Wireless0Wireless1Wireless2Wireless3Any\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetNetworkProfile.
public enum OCPPTransport: UInt8, OCPPEnum, CaseIterable {
  case soap
  case json

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{4}\u{17}\u{0}\u{4}\u{2}\u{1}SOAPJSON\0\0\0\0\0\0\0\0")
  }
}

/// Part of 7 messages. Only in 2.1.
public enum OperationMode: UInt8, OCPPEnum, CaseIterable {
  case idle
  case chargingOnly
  case centralSetpoint
  case externalSetpoint
  case externalLimits
  case centralFrequency
  case localFrequency
  case localLoadBalancing

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{8}\u{36}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{4}\u{2F}\u{0}\u{C}\u{3B}\u{0}\u{F}\u{4A}\u{0}\u{10}\u{5A}\u{0}\u{E}\u{68}\u{0}\u{10}\u{78}\u{0}\u{E}\u{6}\u{1}\u{12}\u{6}\u{5}\u{3}\u{2}\u{8}\u{4}\u{7}\u{1}IdleChargingOnlyCentralSetpointExternalSetpointExternalLimitsCentralFrequencyLocalFrequencyLocalLoadBalancing\0\0\0\0\0\0\0\0")
  }
}

/// Part of ChangeAvailability.
public enum OperationalStatus: UInt8, OCPPEnum, CaseIterable {
  case inoperative
  case operative

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{B}\u{1E}\u{0}\u{9}\u{1}\u{2}InoperativeOperative\0\0\0\0\0\0\0\0")
  }
}

/// Part of NotifySettlement. Only in 2.1.
public enum PaymentStatus: UInt8, OCPPEnum, CaseIterable {
  case settled
  case canceled
  case rejected
  case failed

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{7}\u{22}\u{0}\u{8}\u{2A}\u{0}\u{8}\u{32}\u{0}\u{6}\u{3}\u{1}\u{4}\u{2}SettledCanceledRejectedFailed\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent, MeterValues.
public enum Phase: UInt8, OCPPEnum, CaseIterable {
  case l1
  case l2
  case l3
  case n
  case l1N
  case l2N
  case l3N
  case l1L2
  case l2L3
  case l3L1

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{A}\u{13}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{39}\u{0}\u{2}\u{3B}\u{0}\u{2}\u{3D}\u{0}\u{2}\u{3F}\u{0}\u{1}\u{40}\u{0}\u{4}\u{44}\u{0}\u{4}\u{48}\u{0}\u{4}\u{4C}\u{0}\u{5}\u{51}\u{0}\u{5}\u{56}\u{0}\u{5}\u{A}\u{1}\u{6}\u{0}\u{0}\u{0}\u{9}\u{7}\u{2}\u{0}\u{0}\u{4}\u{8}\u{5}\u{0}\u{3}L1L2L3NL1-NL2-NL3-NL1-L2L2-L3L3-L1\0\0\0\0\0\0\0\0")
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public enum PowerDuringCessation: UInt8, OCPPEnum, CaseIterable {
  case active
  case reactive

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{6}\u{19}\u{0}\u{8}\u{2}\u{1}ActiveReactive\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent. Only in 2.1.
public enum PreconditioningStatus: UInt8, OCPPEnum, CaseIterable {
  case unknown
  case ready
  case notReady
  case preconditioning

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{16}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{7}\u{22}\u{0}\u{5}\u{27}\u{0}\u{8}\u{2F}\u{0}\u{F}\u{2}\u{3}\u{1}\u{4}UnknownReadyNotReadyPreconditioning\0\0\0\0\0\0\0\0")
  }
}

/// Part of UsePriorityCharging. Only in 2.1.
public enum PriorityChargingStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case noProfile

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{9}\u{1}\u{0}\u{3}\u{2}AcceptedRejectedNoProfile\0\0\0\0\0\0\0\0")
  }
}

/// Part of PublishFirmwareStatusNotification.
public enum PublishFirmwareStatus: UInt8, OCPPEnum, CaseIterable {
  case idle
  case downloadScheduled
  case downloading
  case downloaded
  case published
  case downloadFailed
  case downloadPaused
  case invalidChecksum
  case checksumVerified
  case publishFailed

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{39}\u{0}\u{4}\u{3D}\u{0}\u{11}\u{4E}\u{0}\u{B}\u{59}\u{0}\u{A}\u{63}\u{0}\u{9}\u{6C}\u{0}\u{E}\u{7A}\u{0}\u{E}\u{8}\u{1}\u{F}\u{17}\u{1}\u{10}\u{27}\u{1}\u{D}\u{0}\u{5}\u{8}\u{0}\u{7}\u{6}\u{0}\u{1}\u{2}\u{0}\u{9}\u{3}\u{0}\u{A}\u{4}\u{0}IdleDownloadScheduledDownloadingDownloadedPublishedDownloadFailedDownloadPausedInvalidChecksumChecksumVerifiedPublishFailed\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent, MeterValues.
public enum ReadingContext: UInt8, OCPPEnum, CaseIterable {
  case interruptionBegin
  case interruptionEnd
  case other
  case sampleClock
  case samplePeriodic
  case transactionBegin
  case transactionEnd
  case trigger

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{8}\u{7}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{12}\u{3D}\u{0}\u{10}\u{4D}\u{0}\u{5}\u{52}\u{0}\u{C}\u{5E}\u{0}\u{F}\u{6D}\u{0}\u{11}\u{7E}\u{0}\u{F}\u{D}\u{1}\u{7}\u{8}\u{3}\u{1}\u{5}\u{7}\u{6}\u{4}\u{2}Interruption.BeginInterruption.EndOtherSample.ClockSample.PeriodicTransaction.BeginTransaction.EndTrigger\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent.
public enum Reason: UInt8, OCPPEnum, CaseIterable {
  case deAuthorized
  case emergencyStop
  case energyLimitReached
  case evDisconnected
  case groundFault
  case immediateReset
  case masterPass
  case local
  case localOutOfCredit
  case other
  case overcurrentFault
  case powerLoss
  case powerQuality
  case reboot
  case remote
  case socLimitReached
  case stoppedByEV
  case timeLimitReached
  case timeout

  // Only in 2.1:
  case reqEnergyTransferRejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{5}\u{14}\u{31}\u{22}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{67}\u{0}\u{C}\u{73}\u{0}\u{D}\u{0}\u{1}\u{12}\u{12}\u{1}\u{E}\u{20}\u{1}\u{B}\u{2B}\u{1}\u{E}\u{39}\u{1}\u{A}\u{43}\u{1}\u{5}\u{48}\u{1}\u{10}\u{58}\u{1}\u{5}\u{5D}\u{1}\u{10}\u{6D}\u{1}\u{9}\u{76}\u{1}\u{C}\u{2}\u{2}\u{6}\u{8}\u{2}\u{6}\u{E}\u{2}\u{F}\u{1D}\u{2}\u{B}\u{28}\u{2}\u{10}\u{38}\u{2}\u{7}\u{3F}\u{2}\u{19}\u{10}\u{4}\u{2}\u{A}\u{0}\u{F}\u{6}\u{0}\u{E}\u{0}\u{C}\u{0}\u{8}\u{B}\u{0}\u{11}\u{0}\u{3}\u{13}\u{12}\u{0}\u{0}\u{14}\u{0}\u{0}\u{7}\u{1}\u{0}\u{D}\u{9}\u{5}\u{0}DeAuthorizedEmergencyStopEnergyLimitReachedEVDisconnectedGroundFaultImmediateResetMasterPassLocalLocalOutOfCreditOtherOvercurrentFaultPowerLossPowerQualityRebootRemoteSOCLimitReachedStoppedByEVTimeLimitReachedTimeoutReqEnergyTransferRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of RequestStartTransaction, ReportChargingProfiles, SetChargingProfile.
public enum RecurrencyKind: UInt8, OCPPEnum, CaseIterable {
  case daily
  case weekly

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{5}\u{18}\u{0}\u{6}\u{2}\u{1}DailyWeekly\0\0\0\0\0\0\0\0")
  }
}

/// Part of BootNotification.
public enum RegistrationStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case pending
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{7}\u{27}\u{0}\u{8}\u{1}\u{3}\u{0}\u{2}AcceptedPendingRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetBaseReport.
public enum ReportBase: UInt8, OCPPEnum, CaseIterable {
  case configurationInventory
  case fullInventory
  case summaryInventory

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{16}\u{2E}\u{0}\u{D}\u{3B}\u{0}\u{10}\u{0}\u{2}\u{3}\u{1}ConfigurationInventoryFullInventorySummaryInventory\0\0\0\0\0\0\0\0")
  }
}

/// Part of RequestStartTransaction, RequestStopTransaction.
public enum RequestStartStopStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of ReservationStatusUpdate.
public enum ReservationUpdateStatus: UInt8, OCPPEnum, CaseIterable {
  case expired
  case removed

  // Only in 2.1:
  case noTransaction

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{7}\u{1F}\u{0}\u{7}\u{26}\u{0}\u{D}\u{0}\u{1}\u{3}\u{2}ExpiredRemovedNoTransaction\0\0\0\0\0\0\0\0")
  }
}

/// Part of ReserveNow.
public enum ReserveNowStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case faulted
  case occupied
  case rejected
  case unavailable

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{5}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{8}\u{2A}\u{0}\u{7}\u{31}\u{0}\u{8}\u{39}\u{0}\u{8}\u{41}\u{0}\u{B}\u{3}\u{2}\u{1}\u{0}\u{4}\u{0}\u{0}\u{5}AcceptedFaultedOccupiedRejectedUnavailable\0\0\0\0\0\0\0\0")
  }
}

/// Part of Reset.
public enum ResetStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case scheduled

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{9}\u{1}\u{0}\u{3}\u{2}AcceptedRejectedScheduled\0\0\0\0\0\0\0\0")
  }
}

/// Part of Reset.
public enum ResetType: UInt8, OCPPEnum, CaseIterable {
  case immediate
  case onIdle

  // Only in 2.1:
  case immediateAndResume

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{9}\u{21}\u{0}\u{6}\u{27}\u{0}\u{12}\u{3}\u{0}\u{2}\u{1}ImmediateOnIdleImmediateAndResume\0\0\0\0\0\0\0\0")
  }
}

/// Part of SendLocalList.
public enum SendLocalListStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case failed
  case versionMismatch

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{6}\u{26}\u{0}\u{F}\u{1}\u{3}\u{2}\u{0}AcceptedFailedVersionMismatch\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetVariableMonitoring.
public enum SetMonitoringStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case unknownComponent
  case unknownVariable
  case unsupportedMonitorType
  case rejected
  case duplicate

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{6}\u{C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{10}\u{3D}\u{0}\u{F}\u{4C}\u{0}\u{16}\u{62}\u{0}\u{8}\u{6A}\u{0}\u{9}\u{4}\u{0}\u{6}\u{1}\u{3}\u{0}\u{5}\u{2}AcceptedUnknownComponentUnknownVariableUnsupportedMonitorTypeRejectedDuplicate\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetNetworkProfile.
public enum SetNetworkProfileStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case failed

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{6}\u{0}\u{3}\u{1}\u{2}AcceptedRejectedFailed\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetVariables.
public enum SetVariableStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case unknownComponent
  case unknownVariable
  case notSupportedAttributeType
  case rebootRequired

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{6}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{8}\u{35}\u{0}\u{10}\u{45}\u{0}\u{F}\u{54}\u{0}\u{19}\u{6D}\u{0}\u{E}\u{6}\u{0}\u{4}\u{3}\u{0}\u{2}\u{1}\u{5}AcceptedRejectedUnknownComponentUnknownVariableNotSupportedAttributeTypeRebootRequired\0\0\0\0\0\0\0\0")
  }
}

/// Part of ChangeTransactionTariff. Only in 2.1.
public enum TariffChangeStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case tooManyElements
  case conditionNotSupported
  case txNotFound
  case noCurrencyChange

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{6}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{8}\u{35}\u{0}\u{F}\u{44}\u{0}\u{15}\u{59}\u{0}\u{A}\u{63}\u{0}\u{10}\u{0}\u{3}\u{4}\u{6}\u{0}\u{2}\u{1}\u{5}AcceptedRejectedTooManyElementsConditionNotSupportedTxNotFoundNoCurrencyChange\0\0\0\0\0\0\0\0")
  }
}

/// Part of ClearTariffs. Only in 2.1.
public enum TariffClearStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case noTariff

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{8}\u{1}\u{3}\u{0}\u{2}AcceptedRejectedNoTariff\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent. Only in 2.1.
public enum TariffCostKind: UInt8, OCPPEnum, CaseIterable {
  case normalCost
  case minCost
  case maxCost

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{A}\u{22}\u{0}\u{7}\u{29}\u{0}\u{7}\u{1}\u{0}\u{2}\u{3}NormalCostMinCostMaxCost\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetTariffs. Only in 2.1.
public enum TariffGetStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case noTariff

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{8}\u{1}\u{3}\u{0}\u{2}AcceptedRejectedNoTariff\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetTariffs. Only in 2.1.
public enum TariffKind: UInt8, OCPPEnum, CaseIterable {
  case defaultTariff
  case driverTariff

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{D}\u{20}\u{0}\u{C}\u{1}\u{2}DefaultTariffDriverTariff\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetDefaultTariff. Only in 2.1.
public enum TariffSetStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case tooManyElements
  case conditionNotSupported
  case duplicateTariffId

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{5}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{8}\u{2A}\u{0}\u{8}\u{32}\u{0}\u{F}\u{41}\u{0}\u{15}\u{56}\u{0}\u{11}\u{0}\u{3}\u{4}\u{2}\u{5}\u{0}\u{1}\u{0}AcceptedRejectedTooManyElementsConditionNotSupportedDuplicateTariffId\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent.
public enum TransactionEventType: UInt8, OCPPEnum, CaseIterable {
  case ended
  case started
  case updated

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{5}\u{1D}\u{0}\u{7}\u{24}\u{0}\u{7}\u{2}\u{1}\u{3}\u{0}EndedStartedUpdated\0\0\0\0\0\0\0\0")
  }
}

/// Part of TriggerMessage.
public enum TriggerMessageStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case notImplemented

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{E}\u{3}\u{0}\u{1}\u{2}AcceptedRejectedNotImplemented\0\0\0\0\0\0\0\0")
  }
}

/// Part of TransactionEvent.
public enum TriggerReason: UInt8, OCPPEnum, CaseIterable {
  case abnormalCondition
  case authorized
  case cablePluggedIn
  case chargingRateChanged
  case chargingStateChanged
  case deauthorized
  case energyLimitReached
  case evCommunicationLost
  case evConnectTimeout
  case evDeparted
  case evDetected
  case meterValueClock
  case meterValuePeriodic
  case remoteStart
  case remoteStop
  case resetCommand
  case signedDataReceived
  case stopAuthorized
  case timeLimitReached
  case trigger
  case unlockCommand

  // Only in 2.1:
  case costLimitReached
  case limitSet
  case operationModeChanged
  case runningCost
  case socLimitReached
  case tariffChanged
  case tariffNotAccepted
  case txResumed

  @inline(__always) public static var table: NameTable {
    NameTable("\u{6}\u{1D}\u{70}\u{34}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{1}\u{11}\u{33}\u{1}\u{A}\u{3D}\u{1}\u{E}\u{4B}\u{1}\u{13}\u{5E}\u{1}\u{14}\u{72}\u{1}\u{C}\u{7E}\u{1}\u{12}\u{10}\u{2}\u{13}\u{23}\u{2}\u{10}\u{33}\u{2}\u{A}\u{3D}\u{2}\u{A}\u{47}\u{2}\u{F}\u{56}\u{2}\u{12}\u{68}\u{2}\u{B}\u{73}\u{2}\u{A}\u{7D}\u{2}\u{C}\u{9}\u{3}\u{12}\u{1B}\u{3}\u{E}\u{29}\u{3}\u{10}\u{39}\u{3}\u{7}\u{40}\u{3}\u{D}\u{4D}\u{3}\u{10}\u{5D}\u{3}\u{8}\u{65}\u{3}\u{14}\u{79}\u{3}\u{B}\u{4}\u{4}\u{F}\u{13}\u{4}\u{D}\u{20}\u{4}\u{11}\u{31}\u{4}\u{9}\u{0}\u{0}\u{0}\u{0}\u{0}\u{7}\u{8}\u{14}\u{9}\u{2}\u{0}\u{3}\u{0}\u{0}\u{0}\u{10}\u{0}\u{0}\u{4}\u{1C}\u{1D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1}\u{0}\u{11}\u{16}\u{0}\u{17}\u{D}\u{5}\u{B}\u{0}\u{15}\u{E}\u{0}\u{0}\u{C}\u{0}\u{18}\u{0}\u{0}\u{6}\u{1B}\u{0}\u{0}\u{1A}\u{0}\u{0}\u{0}\u{0}\u{13}\u{12}\u{0}\u{F}\u{19}\u{0}\u{0}\u{0}\u{A}\u{0}AbnormalConditionAuthorizedCablePluggedInChargingRateChangedChargingStateChangedDeauthorizedEnergyLimitReachedEVCommunicationLostEVConnectTimeoutEVDepartedEVDetectedMeterValueClockMeterValuePeriodicRemoteStartRemoteStopResetCommandSignedDataReceivedStopAuthorizedTimeLimitReachedTriggerUnlockCommandCostLimitReachedLimitSetOperationModeChangedRunningCostSoCLimitReachedTariffChangedTariffNotAcceptedTxResumed\0\0\0\0\0\0\0\0")
  }
}

/// Part of UnlockConnector.
public enum UnlockStatus: UInt8, OCPPEnum, CaseIterable {
  case unlocked
  case unlockFailed
  case ongoingAuthorizedTransaction
  case unknownConnector

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{34}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{C}\u{2F}\u{0}\u{1C}\u{4B}\u{0}\u{10}\u{4}\u{2}\u{3}\u{1}UnlockedUnlockFailedOngoingAuthorizedTransactionUnknownConnector\0\0\0\0\0\0\0\0")
  }
}

/// Part of UnpublishFirmware.
public enum UnpublishFirmwareStatus: UInt8, OCPPEnum, CaseIterable {
  case downloadOngoing
  case noFirmware
  case unpublished

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{F}\u{27}\u{0}\u{A}\u{31}\u{0}\u{B}\u{2}\u{1}\u{0}\u{3}DownloadOngoingNoFirmwareUnpublished\0\0\0\0\0\0\0\0")
  }
}

/// Part of UpdateFirmware.
public enum UpdateFirmwareStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case acceptedCanceled
  case invalidCertificate
  case revokedCertificate

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{8}\u{2A}\u{0}\u{8}\u{32}\u{0}\u{10}\u{42}\u{0}\u{12}\u{54}\u{0}\u{12}\u{0}\u{0}\u{3}\u{5}\u{1}\u{4}\u{2}\u{0}AcceptedRejectedAcceptedCanceledInvalidCertificateRevokedCertificate\0\0\0\0\0\0\0\0")
  }
}

/// Part of SendLocalList.
public enum UpdateType: UInt8, OCPPEnum, CaseIterable {
  case differential
  case full

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{C}\u{1F}\u{0}\u{4}\u{2}\u{1}DifferentialFull\0\0\0\0\0\0\0\0")
  }
}

/// Part of LogStatusNotification.
public enum UploadLogStatus: UInt8, OCPPEnum, CaseIterable {
  case badMessage
  case idle
  case notSupportedOperation
  case permissionDenied
  case uploaded
  case uploadFailure
  case uploading
  case acceptedCanceled

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{8}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{A}\u{35}\u{0}\u{4}\u{39}\u{0}\u{15}\u{4E}\u{0}\u{10}\u{5E}\u{0}\u{8}\u{66}\u{0}\u{D}\u{73}\u{0}\u{9}\u{7C}\u{0}\u{10}\u{2}\u{6}\u{3}\u{4}\u{7}\u{8}\u{5}\u{1}BadMessageIdleNotSupportedOperationPermissionDeniedUploadedUploadFailureUploadingAcceptedCanceled\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetNetworkProfile.
public enum VPNType: UInt8, OCPPEnum, CaseIterable {
  case ikEv2
  case ipSec
  case l2tp
  case pptp

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{5}\u{20}\u{0}\u{5}\u{25}\u{0}\u{4}\u{29}\u{0}\u{4}\u{2}\u{1}\u{4}\u{3}IKEv2IPSecL2TPPPTP\0\0\0\0\0\0\0\0")
  }
}
