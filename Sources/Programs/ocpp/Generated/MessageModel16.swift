// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.

extension MessageModel {
  /// OCPP 1.6, as Model/ocpp1.6.model has it.
  static let ocpp16 = """
    # OCPP 1.6 with the security whitepaper (edition 3). The grammar is in README.md.
    ocpp 1.6

    enum AuthorizationStatus: Accepted Blocked Expired Invalid ConcurrentTx
    enum AvailabilityStatus: Accepted Rejected Scheduled
    enum AvailabilityType: Inoperative Operative
    enum CancelReservationStatus: Accepted Rejected
    enum CertificateSignedStatus: Accepted Rejected
    enum CertificateUse: CentralSystemRootCertificate ManufacturerRootCertificate
    enum ChargePointErrorCode: ConnectorLockFailure EVCommunicationError GroundFailure HighTemperature
        InternalError LocalListConflict NoError OtherError OverCurrentFailure PowerMeterFailure
        PowerSwitchFailure ReaderFailure ResetFailure UnderVoltage OverVoltage WeakSignal
    enum ChargePointStatus: Available Preparing Charging SuspendedEVSE SuspendedEV Finishing Reserved
        Unavailable Faulted
    enum ChargingProfileKind: Absolute Recurring Relative
    enum ChargingProfilePurpose: ChargePointMaxProfile TxDefaultProfile TxProfile
    enum ChargingProfileStatus: Accepted Rejected NotSupported
    enum ChargingRateUnit: A W
    enum ClearCacheStatus: Accepted Rejected
    enum ClearChargingProfileStatus: Accepted Unknown
    enum ConfigurationStatus: Accepted Rejected RebootRequired NotSupported
    enum DataTransferStatus: Accepted Rejected UnknownMessageId UnknownVendorId
    enum DeleteCertificateStatus: Accepted Failed NotFound
    enum DiagnosticsStatus: Idle Uploaded UploadFailed Uploading
    enum ExtendedMessageTrigger: BootNotification LogStatusNotification FirmwareStatusNotification
        Heartbeat MeterValues SignChargePointCertificate StatusNotification
    enum FirmwareStatus: Downloaded DownloadFailed Downloading Idle InstallationFailed Installing
        Installed
    enum GenericStatus: Accepted Rejected
    enum GetCompositeScheduleStatus: Accepted Rejected
    enum GetInstalledCertificateStatus: Accepted NotFound
    enum HashAlgorithm: SHA256 SHA384 SHA512
    enum InstallCertificateStatus: Accepted Failed Rejected
    enum Location: Cable EV Inlet Outlet Body
    enum LogStatus: Accepted Rejected AcceptedCanceled
    enum LogType: DiagnosticsLog SecurityLog
    enum Measurand: Energy.Active.Export.Register Energy.Active.Import.Register
        Energy.Reactive.Export.Register Energy.Reactive.Import.Register Energy.Active.Export.Interval
        Energy.Active.Import.Interval Energy.Reactive.Export.Interval Energy.Reactive.Import.Interval
        Power.Active.Export Power.Active.Import Power.Offered Power.Reactive.Export
        Power.Reactive.Import Power.Factor Current.Import Current.Export Current.Offered Voltage
        Frequency Temperature SoC RPM
    enum MessageTrigger: BootNotification DiagnosticsStatusNotification FirmwareStatusNotification
        Heartbeat MeterValues StatusNotification
    enum Phase: L1 L2 L3 N L1-N L2-N L3-N L1-L2 L2-L3 L3-L1
    enum ReadingContext: Interruption.Begin Interruption.End Sample.Clock Sample.Periodic
        Transaction.Begin Transaction.End Trigger Other
    enum Reason: EmergencyStop EVDisconnected HardReset Local Other PowerLoss Reboot Remote SoftReset
        UnlockCommand DeAuthorized
    enum RecurrencyKind: Daily Weekly
    enum RegistrationStatus: Accepted Pending Rejected
    enum RemoteStartStopStatus: Accepted Rejected
    enum ReservationStatus: Accepted Faulted Occupied Rejected Unavailable
    enum ResetStatus: Accepted Rejected
    enum ResetType: Hard Soft
    enum SignedFirmwareStatus: Downloaded DownloadFailed Downloading DownloadScheduled DownloadPaused
        Idle InstallationFailed Installing Installed InstallRebooting InstallScheduled
        InstallVerificationFailed InvalidSignature SignatureVerified
    enum TriggerMessageStatus: Accepted Rejected NotImplemented
    enum UnitOfMeasure: Wh kWh varh kvarh W kW VA kVA var kvar A V K Celcius Celsius Fahrenheit Percent
        Hertz
    enum UnlockStatus: Unlocked UnlockFailed NotSupported
    enum UpdateFirmwareStatus: Accepted Rejected AcceptedCanceled InvalidCertificate RevokedCertificate
    enum UpdateStatus: Accepted Failed NotSupported VersionMismatch
    enum UpdateType: Differential Full
    enum UploadLogStatus: BadMessage Idle NotSupportedOperation PermissionDenied Uploaded UploadFailure
        Uploading
    enum ValueFormat: Raw SignedData

    type IdTagInfo
      expiryDate?: datetime
      parentIdTag?: string(20)
      status: AuthorizationStatus

    type CertificateHashData
      hashAlgorithm: HashAlgorithm
      issuerNameHash: string(128)
      issuerKeyHash: string(128)
      serialNumber: string(40)

    type ChargingSchedulePeriod
      startPeriod: int
      limit: decimal step 0.1
      numberPhases?: int

    type ChargingSchedule
      duration?: int
      startSchedule?: datetime
      chargingRateUnit: ChargingRateUnit
      chargingSchedulePeriod: ChargingSchedulePeriod[..]
      minChargingRate?: decimal step 0.1

    type KeyValue
      key: string(50)
      readonly: bool
      value?: string(500)

    type LogParameters
      remoteLocation: string(512)
      oldestTimestamp?: datetime
      latestTimestamp?: datetime

    type SampledValue
      value: string
      context?: ReadingContext
      format?: ValueFormat
      measurand?: Measurand
      phase?: Phase
      location?: Location
      unit?: UnitOfMeasure, in StopTransaction without Hertz

    type MeterValue
      timestamp: datetime
      sampledValue: SampledValue[1..], in StopTransaction [..]

    type ChargingProfile
      chargingProfileId: int
      transactionId?: int
      stackLevel: int
      chargingProfilePurpose: ChargingProfilePurpose
      chargingProfileKind: ChargingProfileKind
      recurrencyKind?: RecurrencyKind
      validFrom?: datetime
      validTo?: datetime
      chargingSchedule: ChargingSchedule

    type AuthorizationData
      idTag: string(20)
      idTagInfo?: IdTagInfo

    type Firmware
      location: string(512)
      retrieveDateTime: datetime
      installDateTime?: datetime
      signingCertificate: string(5500)
      signature: string(800)

    profile Core

    message Authorize cp §6.1
      idTag: string(20)
    ->
      idTagInfo: IdTagInfo

    message BootNotification cp §6.3
      chargePointVendor: string(20)
      chargePointModel: string(20)
      chargePointSerialNumber?: string(25)
      chargeBoxSerialNumber?: string(25)
      firmwareVersion?: string(50)
      iccid?: string(20)
      imsi?: string(20)
      meterType?: string(25)
      meterSerialNumber?: string(25)
    ->
      status: RegistrationStatus
      currentTime: datetime
      interval: int

    message ChangeAvailability cs §6.7
      connectorId: int
      type: AvailabilityType
    ->
      status: AvailabilityStatus

    message ChangeConfiguration cs §6.9
      key: string(50)
      value: string(500)
    ->
      status: ConfigurationStatus

    message ClearCache cs §6.11
    ->
      status: ClearCacheStatus

    message DataTransfer both §6.15
      vendorId: string(255)
      messageId?: string(50)
      data?: string
    ->
      status: DataTransferStatus
      data?: string

    message GetConfiguration cs §6.23
      key?: string(50)[..]
    ->
      configurationKey?: KeyValue[..]
      unknownKey?: string(50)[..]

    message Heartbeat cp §6.29
    ->
      currentTime: datetime

    message MeterValues cp §6.31
      connectorId: int
      transactionId?: int
      meterValue: MeterValue[1..]
    ->

    message RemoteStartTransaction cs §6.33
      connectorId?: int
      idTag: string(20)
      chargingProfile?: ChargingProfile
    ->
      status: RemoteStartStopStatus

    message RemoteStopTransaction cs §6.35
      transactionId: int
    ->
      status: RemoteStartStopStatus

    message Reset cs §6.39
      type: ResetType
    ->
      status: ResetStatus

    message StartTransaction cp §6.45
      connectorId: int
      idTag: string(20)
      meterStart: int
      reservationId?: int
      timestamp: datetime
    ->
      idTagInfo: IdTagInfo
      transactionId: int

    message StatusNotification cp §6.47
      connectorId: int
      errorCode: ChargePointErrorCode
      info?: string(50)
      status: ChargePointStatus
      timestamp?: datetime
      vendorId?: string(255)
      vendorErrorCode?: string(50)
    ->

    message StopTransaction cp §6.49
      idTag?: string(20)
      meterStop: int
      timestamp: datetime
      transactionId: int
      reason?: Reason
      transactionData?: MeterValue[..]
    ->
      idTagInfo?: IdTagInfo

    message UnlockConnector cs §6.53
      connectorId: int
    ->
      status: UnlockStatus

    profile FirmwareManagement

    message DiagnosticsStatusNotification cp §6.17
      status: DiagnosticsStatus
    ->

    message FirmwareStatusNotification cp §6.19
      status: FirmwareStatus
    ->

    message GetDiagnostics cs §6.25
      location: uri
      retries?: int
      retryInterval?: int
      startTime?: datetime
      stopTime?: datetime
    ->
      fileName?: string(255)

    message UpdateFirmware cs §6.55
      location: uri
      retries?: int
      retrieveDate: datetime
      retryInterval?: int
    ->

    profile LocalAuthListManagement

    message GetLocalListVersion cs §6.27
    ->
      listVersion: int

    message SendLocalList cs §6.41
      listVersion: int
      localAuthorizationList?: AuthorizationData[..]
      updateType: UpdateType
    ->
      status: UpdateStatus

    profile RemoteTrigger

    message TriggerMessage cs §6.51
      requestedMessage: MessageTrigger
      connectorId?: int
    ->
      status: TriggerMessageStatus

    profile Reservation

    message CancelReservation cs §6.5
      reservationId: int
    ->
      status: CancelReservationStatus

    message ReserveNow cs §6.37
      connectorId: int
      expiryDate: datetime
      idTag: string(20)
      parentIdTag?: string(20)
      reservationId: int
    ->
      status: ReservationStatus

    profile SmartCharging

    message ClearChargingProfile cs §6.13
      id?: int
      connectorId?: int
      chargingProfilePurpose?: ChargingProfilePurpose
      stackLevel?: int
    ->
      status: ClearChargingProfileStatus

    message GetCompositeSchedule cs §6.21
      connectorId: int
      duration: int
      chargingRateUnit?: ChargingRateUnit
    ->
      status: GetCompositeScheduleStatus
      connectorId?: int
      scheduleStart?: datetime
      chargingSchedule?: ChargingSchedule

    message SetChargingProfile cs §6.43
      connectorId: int
      csChargingProfiles: ChargingProfile
    ->
      status: ChargingProfileStatus

    profile Security

    message CertificateSigned cs
      certificateChain: string(10000)
    ->
      status: CertificateSignedStatus

    message DeleteCertificate cs
      certificateHashData: CertificateHashData
    ->
      status: DeleteCertificateStatus

    message ExtendedTriggerMessage cs
      requestedMessage: ExtendedMessageTrigger
      connectorId?: int
    ->
      status: TriggerMessageStatus

    message GetInstalledCertificateIds cs
      certificateType: CertificateUse
    ->
      certificateHashData?: CertificateHashData[1..]
      status: GetInstalledCertificateStatus

    message GetLog cs
      log: LogParameters
      logType: LogType
      requestId: int
      retries?: int
      retryInterval?: int
    ->
      status: LogStatus
      filename?: string(255)

    message InstallCertificate cs
      certificateType: CertificateUse
      certificate: string(5500)
    ->
      status: InstallCertificateStatus

    message LogStatusNotification cp
      status: UploadLogStatus
      requestId?: int
    ->

    message SecurityEventNotification cp
      type: string(50)
      timestamp: datetime
      techInfo?: string(255)
    ->

    message SignCertificate cp
      csr: string(5500)
    ->
      status: GenericStatus

    message SignedFirmwareStatusNotification cp
      status: SignedFirmwareStatus
      requestId?: int
    ->

    message SignedUpdateFirmware cs
      retries?: int
      retryInterval?: int
      requestId: int
      firmware: Firmware
    ->
      status: UpdateFirmwareStatus
    """
}
