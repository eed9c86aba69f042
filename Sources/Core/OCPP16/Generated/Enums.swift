// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// Part of Authorize, StartTransaction, StopTransaction, SendLocalList.
public enum AuthorizationStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case blocked
  case expired
  case invalid
  case concurrentTx

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{8}\u{2A}\u{0}\u{7}\u{31}\u{0}\u{7}\u{38}\u{0}\u{7}\u{3F}\u{0}\u{C}\u{0}\u{0}\u{5}\u{0}\u{1}\u{2}\u{3}\u{4}AcceptedBlockedExpiredInvalidConcurrentTx\0\0\0\0\0\0\0\0")
  }
}

/// Part of ChangeAvailability.
public enum AvailabilityStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case scheduled

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{9}\u{1}\u{0}\u{3}\u{2}AcceptedRejectedScheduled\0\0\0\0\0\0\0\0")
  }
}

/// Part of ChangeAvailability.
public enum AvailabilityType: UInt8, OCPPEnum, CaseIterable {
  case inoperative
  case operative

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{B}\u{1E}\u{0}\u{9}\u{1}\u{2}InoperativeOperative\0\0\0\0\0\0\0\0")
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

/// Part of CertificateSigned.
public enum CertificateSignedStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetInstalledCertificateIds, InstallCertificate.
public enum CertificateUse: UInt8, OCPPEnum, CaseIterable {
  case centralSystemRootCertificate
  case manufacturerRootCertificate

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{1C}\u{2F}\u{0}\u{1B}\u{2}\u{1}CentralSystemRootCertificateManufacturerRootCertificate\0\0\0\0\0\0\0\0")
  }
}

/// Part of StatusNotification.
public enum ChargePointErrorCode: UInt8, OCPPEnum, CaseIterable {
  case connectorLockFailure
  case evCommunicationError
  case groundFailure
  case highTemperature
  case internalError
  case localListConflict
  case noError
  case otherError
  case overCurrentFailure
  case powerMeterFailure
  case powerSwitchFailure
  case readerFailure
  case resetFailure
  case underVoltage
  case overVoltage
  case weakSignal

  @inline(__always) public static var table: NameTable {
    NameTable("\u{5}\u{10}\u{14}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{5B}\u{0}\u{14}\u{6F}\u{0}\u{14}\u{3}\u{1}\u{D}\u{10}\u{1}\u{F}\u{1F}\u{1}\u{D}\u{2C}\u{1}\u{11}\u{3D}\u{1}\u{7}\u{44}\u{1}\u{A}\u{4E}\u{1}\u{12}\u{60}\u{1}\u{11}\u{71}\u{1}\u{12}\u{3}\u{2}\u{D}\u{10}\u{2}\u{C}\u{1C}\u{2}\u{C}\u{28}\u{2}\u{B}\u{33}\u{2}\u{A}\u{5}\u{A}\u{0}\u{D}\u{0}\u{0}\u{0}\u{0}\u{6}\u{0}\u{0}\u{C}\u{2}\u{F}\u{0}\u{1}\u{10}\u{B}\u{4}\u{3}\u{0}\u{0}\u{9}\u{0}\u{0}\u{0}\u{7}\u{0}\u{E}\u{0}\u{8}\u{0}ConnectorLockFailureEVCommunicationErrorGroundFailureHighTemperatureInternalErrorLocalListConflictNoErrorOtherErrorOverCurrentFailurePowerMeterFailurePowerSwitchFailureReaderFailureResetFailureUnderVoltageOverVoltageWeakSignal\0\0\0\0\0\0\0\0")
  }
}

/// Part of StatusNotification.
public enum ChargePointStatus: UInt8, OCPPEnum, CaseIterable {
  case available
  case preparing
  case charging
  case suspendedEVSE
  case suspendedEV
  case finishing
  case reserved
  case unavailable
  case faulted

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{9}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{9}\u{3F}\u{0}\u{9}\u{48}\u{0}\u{8}\u{50}\u{0}\u{D}\u{5D}\u{0}\u{B}\u{68}\u{0}\u{9}\u{71}\u{0}\u{8}\u{79}\u{0}\u{B}\u{4}\u{1}\u{7}\u{0}\u{0}\u{1}\u{2}\u{0}\u{7}\u{4}\u{0}\u{9}\u{3}\u{5}\u{6}\u{8}\u{0}\u{0}\u{0}AvailablePreparingChargingSuspendedEVSESuspendedEVFinishingReservedUnavailableFaulted\0\0\0\0\0\0\0\0")
  }
}

/// Part of RemoteStartTransaction, SetChargingProfile.
public enum ChargingProfileKind: UInt8, OCPPEnum, CaseIterable {
  case absolute
  case recurring
  case relative

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{9}\u{29}\u{0}\u{8}\u{3}\u{1}\u{0}\u{2}AbsoluteRecurringRelative\0\0\0\0\0\0\0\0")
  }
}

/// Part of RemoteStartTransaction, ClearChargingProfile, SetChargingProfile.
public enum ChargingProfilePurpose: UInt8, OCPPEnum, CaseIterable {
  case chargePointMaxProfile
  case txDefaultProfile
  case txProfile

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{15}\u{2D}\u{0}\u{10}\u{3D}\u{0}\u{9}\u{0}\u{3}\u{2}\u{1}ChargePointMaxProfileTxDefaultProfileTxProfile\0\0\0\0\0\0\0\0")
  }
}

/// Part of SetChargingProfile.
public enum ChargingProfileStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case notSupported

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{C}\u{1}\u{3}\u{2}\u{0}AcceptedRejectedNotSupported\0\0\0\0\0\0\0\0")
  }
}

/// Part of RemoteStartTransaction, GetCompositeSchedule, SetChargingProfile.
public enum ChargingRateUnit: UInt8, OCPPEnum, CaseIterable {
  case a
  case w

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{1}\u{14}\u{0}\u{1}\u{2}\u{1}AW\0\0\0\0\0\0\0\0")
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

/// Part of ChangeConfiguration.
public enum ConfigurationStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case rebootRequired
  case notSupported

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{8}\u{2B}\u{0}\u{E}\u{39}\u{0}\u{C}\u{2}\u{4}\u{1}\u{3}AcceptedRejectedRebootRequiredNotSupported\0\0\0\0\0\0\0\0")
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

/// Part of DeleteCertificate.
public enum DeleteCertificateStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case failed
  case notFound

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{6}\u{26}\u{0}\u{8}\u{1}\u{3}\u{2}\u{0}AcceptedFailedNotFound\0\0\0\0\0\0\0\0")
  }
}

/// Part of DiagnosticsStatusNotification.
public enum DiagnosticsStatus: UInt8, OCPPEnum, CaseIterable {
  case idle
  case uploaded
  case uploadFailed
  case uploading

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{4}\u{1F}\u{0}\u{8}\u{27}\u{0}\u{C}\u{33}\u{0}\u{9}\u{3}\u{2}\u{4}\u{1}IdleUploadedUploadFailedUploading\0\0\0\0\0\0\0\0")
  }
}

/// Part of ExtendedTriggerMessage.
public enum ExtendedMessageTrigger: UInt8, OCPPEnum, CaseIterable {
  case bootNotification
  case logStatusNotification
  case firmwareStatusNotification
  case heartbeat
  case meterValues
  case signChargePointCertificate
  case statusNotification

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{7}\u{16}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{10}\u{38}\u{0}\u{15}\u{4D}\u{0}\u{1A}\u{67}\u{0}\u{9}\u{70}\u{0}\u{B}\u{7B}\u{0}\u{1A}\u{15}\u{1}\u{12}\u{4}\u{6}\u{7}\u{0}\u{3}\u{1}\u{5}\u{2}BootNotificationLogStatusNotificationFirmwareStatusNotificationHeartbeatMeterValuesSignChargePointCertificateStatusNotification\0\0\0\0\0\0\0\0")
  }
}

/// Part of FirmwareStatusNotification.
public enum FirmwareStatus: UInt8, OCPPEnum, CaseIterable {
  case downloaded
  case downloadFailed
  case downloading
  case idle
  case installationFailed
  case installing
  case installed

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{7}\u{44}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{A}\u{32}\u{0}\u{E}\u{40}\u{0}\u{B}\u{4B}\u{0}\u{4}\u{4F}\u{0}\u{12}\u{61}\u{0}\u{A}\u{6B}\u{0}\u{9}\u{3}\u{0}\u{1}\u{6}\u{2}\u{5}\u{4}\u{7}DownloadedDownloadFailedDownloadingIdleInstallationFailedInstallingInstalled\0\0\0\0\0\0\0\0")
  }
}

/// Part of SignCertificate.
public enum GenericStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of GetCompositeSchedule.
public enum GetCompositeScheduleStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
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

/// Part of DeleteCertificate, GetInstalledCertificateIds.
public enum HashAlgorithm: UInt8, OCPPEnum, CaseIterable {
  case sha256
  case sha384
  case sha512

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{6}\u{24}\u{0}\u{6}\u{1}\u{0}\u{3}\u{2}SHA256SHA384SHA512\0\0\0\0\0\0\0\0")
  }
}

/// Part of InstallCertificate.
public enum InstallCertificateStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case failed
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{6}\u{26}\u{0}\u{8}\u{0}\u{2}\u{1}\u{3}AcceptedFailedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of MeterValues, StopTransaction.
public enum Location: UInt8, OCPPEnum, CaseIterable {
  case cable
  case ev
  case inlet
  case outlet
  case body

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{5}\u{27}\u{0}\u{2}\u{29}\u{0}\u{5}\u{2E}\u{0}\u{6}\u{34}\u{0}\u{4}\u{0}\u{1}\u{2}\u{0}\u{0}\u{3}\u{5}\u{4}CableEVInletOutletBody\0\0\0\0\0\0\0\0")
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

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{E}\u{21}\u{0}\u{B}\u{1}\u{2}DiagnosticsLogSecurityLog\0\0\0\0\0\0\0\0")
  }
}

/// Part of MeterValues, StopTransaction.
public enum Measurand: UInt8, OCPPEnum, CaseIterable {
  case energyActiveExportRegister
  case energyActiveImportRegister
  case energyReactiveExportRegister
  case energyReactiveImportRegister
  case energyActiveExportInterval
  case energyActiveImportInterval
  case energyReactiveExportInterval
  case energyReactiveImportInterval
  case powerActiveExport
  case powerActiveImport
  case powerOffered
  case powerReactiveExport
  case powerReactiveImport
  case powerFactor
  case currentImport
  case currentExport
  case currentOffered
  case voltage
  case frequency
  case temperature
  case soc
  case rpm

  @inline(__always) public static var table: NameTable {
    NameTable("\u{5}\u{16}\u{17}\u{12}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{6D}\u{0}\u{1D}\u{A}\u{1}\u{1D}\u{27}\u{1}\u{1F}\u{46}\u{1}\u{1F}\u{65}\u{1}\u{1D}\u{2}\u{2}\u{1D}\u{1F}\u{2}\u{1F}\u{3E}\u{2}\u{1F}\u{5D}\u{2}\u{13}\u{70}\u{2}\u{13}\u{3}\u{3}\u{D}\u{10}\u{3}\u{15}\u{25}\u{3}\u{15}\u{3A}\u{3}\u{C}\u{46}\u{3}\u{E}\u{54}\u{3}\u{E}\u{62}\u{3}\u{F}\u{71}\u{3}\u{7}\u{78}\u{3}\u{9}\u{1}\u{4}\u{B}\u{C}\u{4}\u{3}\u{F}\u{4}\u{3}\u{5}\u{4}\u{13}\u{D}\u{B}\u{14}\u{E}\u{0}\u{0}\u{10}\u{11}\u{0}\u{0}\u{1}\u{15}\u{0}\u{A}\u{F}\u{16}\u{3}\u{0}\u{6}\u{9}\u{12}\u{0}\u{0}\u{8}\u{2}\u{C}\u{0}\u{0}\u{7}Energy.Active.Export.RegisterEnergy.Active.Import.RegisterEnergy.Reactive.Export.RegisterEnergy.Reactive.Import.RegisterEnergy.Active.Export.IntervalEnergy.Active.Import.IntervalEnergy.Reactive.Export.IntervalEnergy.Reactive.Import.IntervalPower.Active.ExportPower.Active.ImportPower.OfferedPower.Reactive.ExportPower.Reactive.ImportPower.FactorCurrent.ImportCurrent.ExportCurrent.OfferedVoltageFrequencyTemperatureSoCRPM\0\0\0\0\0\0\0\0")
  }
}

/// Part of TriggerMessage.
public enum MessageTrigger: UInt8, OCPPEnum, CaseIterable {
  case bootNotification
  case diagnosticsStatusNotification
  case firmwareStatusNotification
  case heartbeat
  case meterValues
  case statusNotification

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{6}\u{10}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{10}\u{35}\u{0}\u{1D}\u{52}\u{0}\u{1A}\u{6C}\u{0}\u{9}\u{75}\u{0}\u{B}\u{0}\u{1}\u{12}\u{3}\u{0}\u{6}\u{5}\u{2}\u{1}\u{4}\u{0}BootNotificationDiagnosticsStatusNotificationFirmwareStatusNotificationHeartbeatMeterValuesStatusNotification\0\0\0\0\0\0\0\0")
  }
}

/// Part of MeterValues, StopTransaction.
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

/// Part of MeterValues, StopTransaction.
public enum ReadingContext: UInt8, OCPPEnum, CaseIterable {
  case interruptionBegin
  case interruptionEnd
  case sampleClock
  case samplePeriodic
  case transactionBegin
  case transactionEnd
  case trigger
  case other

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{8}\u{7}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{12}\u{3D}\u{0}\u{10}\u{4D}\u{0}\u{C}\u{59}\u{0}\u{F}\u{68}\u{0}\u{11}\u{79}\u{0}\u{F}\u{8}\u{1}\u{7}\u{F}\u{1}\u{5}\u{7}\u{8}\u{1}\u{4}\u{6}\u{5}\u{3}\u{2}Interruption.BeginInterruption.EndSample.ClockSample.PeriodicTransaction.BeginTransaction.EndTriggerOther\0\0\0\0\0\0\0\0")
  }
}

/// Part of StopTransaction.
public enum Reason: UInt8, OCPPEnum, CaseIterable {
  case emergencyStop
  case evDisconnected
  case hardReset
  case local
  case other
  case powerLoss
  case reboot
  case remote
  case softReset
  case unlockCommand
  case deAuthorized

  @inline(__always) public static var table: NameTable {
    NameTable("\u{4}\u{B}\u{4A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3C}\u{0}\u{D}\u{49}\u{0}\u{E}\u{57}\u{0}\u{9}\u{60}\u{0}\u{5}\u{65}\u{0}\u{5}\u{6A}\u{0}\u{9}\u{73}\u{0}\u{6}\u{79}\u{0}\u{6}\u{7F}\u{0}\u{9}\u{8}\u{1}\u{D}\u{15}\u{1}\u{C}\u{B}\u{6}\u{0}\u{0}\u{7}\u{8}\u{0}\u{0}\u{5}\u{9}\u{0}\u{A}\u{4}\u{1}\u{2}\u{3}EmergencyStopEVDisconnectedHardResetLocalOtherPowerLossRebootRemoteSoftResetUnlockCommandDeAuthorized\0\0\0\0\0\0\0\0")
  }
}

/// Part of RemoteStartTransaction, SetChargingProfile.
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

/// Part of RemoteStartTransaction, RemoteStopTransaction.
public enum RemoteStartStopStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of ReserveNow.
public enum ReservationStatus: UInt8, OCPPEnum, CaseIterable {
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

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{8}\u{1}\u{2}AcceptedRejected\0\0\0\0\0\0\0\0")
  }
}

/// Part of Reset.
public enum ResetType: UInt8, OCPPEnum, CaseIterable {
  case hard
  case soft

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{4}\u{17}\u{0}\u{4}\u{1}\u{2}HardSoft\0\0\0\0\0\0\0\0")
  }
}

/// Part of SignedFirmwareStatusNotification.
public enum SignedFirmwareStatus: UInt8, OCPPEnum, CaseIterable {
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

/// Part of TriggerMessage, ExtendedTriggerMessage.
public enum TriggerMessageStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case rejected
  case notImplemented

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{8}\u{28}\u{0}\u{E}\u{3}\u{0}\u{1}\u{2}AcceptedRejectedNotImplemented\0\0\0\0\0\0\0\0")
  }
}

/// Part of MeterValues, StopTransaction.
public enum UnitOfMeasure: UInt8, OCPPEnum, CaseIterable {
  case wh
  case kWh
  case varh
  case kvarh
  case w
  case kW
  case va
  case kVA
  case `var`
  case kvar
  case a
  case v
  case k
  case celcius
  case celsius
  case fahrenheit
  case percent
  case hertz

  @inline(__always) public static var table: NameTable {
    NameTable("\u{5}\u{12}\u{3F}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{61}\u{0}\u{2}\u{63}\u{0}\u{3}\u{66}\u{0}\u{4}\u{6A}\u{0}\u{5}\u{6F}\u{0}\u{1}\u{70}\u{0}\u{2}\u{72}\u{0}\u{2}\u{74}\u{0}\u{3}\u{77}\u{0}\u{3}\u{7A}\u{0}\u{4}\u{7E}\u{0}\u{1}\u{7F}\u{0}\u{1}\u{0}\u{1}\u{1}\u{1}\u{1}\u{7}\u{8}\u{1}\u{7}\u{F}\u{1}\u{A}\u{19}\u{1}\u{7}\u{20}\u{1}\u{5}\u{B}\u{10}\u{0}\u{12}\u{0}\u{0}\u{0}\u{0}\u{C}\u{0}\u{0}\u{0}\u{11}\u{9}\u{7}\u{0}\u{0}\u{0}\u{0}\u{A}\u{0}\u{1}\u{6}\u{0}\u{D}\u{E}\u{4}\u{F}\u{5}\u{3}\u{2}\u{8}WhkWhvarhkvarhWkWVAkVAvarkvarAVKCelciusCelsiusFahrenheitPercentHertz\0\0\0\0\0\0\0\0")
  }
}

/// Part of UnlockConnector.
public enum UnlockStatus: UInt8, OCPPEnum, CaseIterable {
  case unlocked
  case unlockFailed
  case notSupported

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{C}\u{2C}\u{0}\u{C}\u{1}\u{3}\u{0}\u{2}UnlockedUnlockFailedNotSupported\0\0\0\0\0\0\0\0")
  }
}

/// Part of SignedUpdateFirmware.
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
public enum UpdateStatus: UInt8, OCPPEnum, CaseIterable {
  case accepted
  case failed
  case notSupported
  case versionMismatch

  @inline(__always) public static var table: NameTable {
    NameTable("\u{2}\u{4}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{6}\u{29}\u{0}\u{C}\u{35}\u{0}\u{F}\u{4}\u{3}\u{1}\u{2}AcceptedFailedNotSupportedVersionMismatch\0\0\0\0\0\0\0\0")
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

  @inline(__always) public static var table: NameTable {
    NameTable("\u{3}\u{7}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{A}\u{32}\u{0}\u{4}\u{36}\u{0}\u{15}\u{4B}\u{0}\u{10}\u{5B}\u{0}\u{8}\u{63}\u{0}\u{D}\u{70}\u{0}\u{9}\u{0}\u{5}\u{3}\u{1}\u{7}\u{6}\u{4}\u{2}BadMessageIdleNotSupportedOperationPermissionDeniedUploadedUploadFailureUploading\0\0\0\0\0\0\0\0")
  }
}

/// Part of MeterValues, StopTransaction.
public enum ValueFormat: UInt8, OCPPEnum, CaseIterable {
  case raw
  case signedData

  @inline(__always) public static var table: NameTable {
    NameTable("\u{1}\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{3}\u{16}\u{0}\u{A}\u{2}\u{1}RawSignedData\0\0\0\0\0\0\0\0")
  }
}
