// Generated from Model/ocpp2.0.1.model by Tools/generator; do not edit.

extension MessageModel {
  /// OCPP 2.0.1, as Model/ocpp2.0.1.model has it.
  static let ocpp201 = """
    # OCPP 2.0.1. The grammar is in README.md; every object also has `customData`.
    ocpp 2.0.1

    enum APNAuthentication: CHAP NONE PAP AUTO
    enum AttributeType: Actual Target MinSet MaxSet
    enum AuthorizationStatus: Accepted Blocked ConcurrentTx Expired Invalid NoCredit NotAllowedTypeEVSE
        NotAtThisLocation NotAtThisTime Unknown
    enum AuthorizeCertificateStatus: Accepted SignatureError CertificateExpired CertificateRevoked
        NoCertificateAvailable CertChainError ContractCancelled
    enum BootReason: ApplicationReset FirmwareUpdate LocalReset PowerUp RemoteReset ScheduledReset
        Triggered Unknown Watchdog
    enum CancelReservationStatus: Accepted Rejected
    enum CertificateAction: Install Update
    enum CertificateSignedStatus: Accepted Rejected
    enum CertificateSigningUse: ChargingStationCertificate V2GCertificate
    enum ChangeAvailabilityStatus: Accepted Rejected Scheduled
    enum ChargingLimitSource: EMS Other SO CSO
    enum ChargingProfileKind: Absolute Recurring Relative
    enum ChargingProfilePurpose: ChargingStationExternalConstraints ChargingStationMaxProfile
        TxDefaultProfile TxProfile
    enum ChargingProfileStatus: Accepted Rejected
    enum ChargingRateUnit: W A
    enum ChargingState: Charging EVConnected SuspendedEV SuspendedEVSE Idle
    enum ClearCacheStatus: Accepted Rejected
    enum ClearChargingProfileStatus: Accepted Unknown
    enum ClearMessageStatus: Accepted Unknown
    enum ClearMonitoringStatus: Accepted Rejected NotFound
    enum ComponentCriterion: Active Available Enabled Problem
    enum ConnectorStatus: Available Occupied Reserved Unavailable Faulted
    enum ConnectorType: cCCS1 cCCS2 cG105 cTesla cType1 cType2 s309-1P-16A s309-1P-32A s309-3P-16A
        s309-3P-32A sBS1361 sCEE-7-7 sType2 sType3 Other1PhMax16A Other1PhOver16A Other3Ph Pan
        wInductive wResonant Undetermined Unknown
    enum CostKind: CarbonDioxideEmission RelativePricePercentage RenewableGenerationPercentage
    enum CustomerInformationStatus: Accepted Rejected Invalid
    enum DataTransferStatus: Accepted Rejected UnknownMessageId UnknownVendorId
    enum DataType: string decimal integer dateTime boolean OptionList SequenceList MemberList
    enum DeleteCertificateStatus: Accepted Failed NotFound
    enum DisplayMessageStatus: Accepted NotSupportedMessageFormat Rejected NotSupportedPriority
        NotSupportedState UnknownTransaction
    enum EnergyTransferMode: DC AC_single_phase AC_two_phase AC_three_phase
    enum EventNotificationType: HardWiredNotification HardWiredMonitor PreconfiguredMonitor
        CustomMonitor
    enum EventTrigger: Alerting Delta Periodic
    enum FirmwareStatus: Downloaded DownloadFailed Downloading DownloadScheduled DownloadPaused Idle
        InstallationFailed Installing Installed InstallRebooting InstallScheduled
        InstallVerificationFailed InvalidSignature SignatureVerified
    enum GenericDeviceModelStatus: Accepted Rejected NotSupported EmptyResultSet
    enum GenericStatus: Accepted Rejected
    enum GetCertificateIdUse: V2GRootCertificate MORootCertificate CSMSRootCertificate
        V2GCertificateChain ManufacturerRootCertificate
    enum GetCertificateStatusStatus: Accepted Failed
    enum GetChargingProfileStatus: Accepted NoProfiles
    enum GetDisplayMessagesStatus: Accepted Unknown
    enum GetInstalledCertificateStatus: Accepted NotFound
    enum GetVariableStatus: Accepted Rejected UnknownComponent UnknownVariable NotSupportedAttributeType
    enum HashAlgorithm: SHA256 SHA384 SHA512
    enum IdTokenKind: Central eMAID ISO14443 ISO15693 KeyCode Local MacAddress NoAuthorization
    enum InstallCertificateStatus: Accepted Rejected Failed
    enum InstallCertificateUse: V2GRootCertificate MORootCertificate CSMSRootCertificate
        ManufacturerRootCertificate
    enum InterfaceVersion: OCPP12 OCPP15 OCPP16 OCPP20
    enum Iso15118EVCertificateStatus: Accepted Failed
    enum Location: Body Cable EV Inlet Outlet
    enum LogStatus: Accepted Rejected AcceptedCanceled
    enum LogType: DiagnosticsLog SecurityLog
    enum Measurand: Current.Export Current.Import Current.Offered Energy.Active.Export.Register
        Energy.Active.Import.Register Energy.Reactive.Export.Register Energy.Reactive.Import.Register
        Energy.Active.Export.Interval Energy.Active.Import.Interval Energy.Active.Net
        Energy.Reactive.Export.Interval Energy.Reactive.Import.Interval Energy.Reactive.Net
        Energy.Apparent.Net Energy.Apparent.Import Energy.Apparent.Export Frequency Power.Active.Export
        Power.Active.Import Power.Factor Power.Offered Power.Reactive.Export Power.Reactive.Import SoC
        Voltage
    enum MessageFormat: ASCII HTML URI UTF8
    enum MessagePriority: AlwaysFront InFront NormalCycle
    enum MessageState: Charging Faulted Idle Unavailable
    enum MessageTrigger: BootNotification LogStatusNotification FirmwareStatusNotification Heartbeat
        MeterValues SignChargingStationCertificate SignV2GCertificate StatusNotification
        TransactionEvent SignCombinedCertificate PublishFirmwareStatusNotification
    enum MonitorType: UpperThreshold LowerThreshold Delta Periodic PeriodicClockAligned
    enum MonitoringBase: All FactoryDefault HardWiredOnly
    enum MonitoringCriterion: ThresholdMonitoring DeltaMonitoring PeriodicMonitoring
    enum Mutability: ReadOnly WriteOnly ReadWrite
    enum NotifyEVChargingNeedsStatus: Accepted Rejected Processing
    enum OCPPInterface: Wired0 Wired1 Wired2 Wired3 Wireless0 Wireless1 Wireless2 Wireless3
    enum OCPPTransport: JSON SOAP
    enum OperationalStatus: Inoperative Operative
    enum Phase: L1 L2 L3 N L1-N L2-N L3-N L1-L2 L2-L3 L3-L1
    enum PublishFirmwareStatus: Idle DownloadScheduled Downloading Downloaded Published DownloadFailed
        DownloadPaused InvalidChecksum ChecksumVerified PublishFailed
    enum ReadingContext: Interruption.Begin Interruption.End Other Sample.Clock Sample.Periodic
        Transaction.Begin Transaction.End Trigger
    enum Reason: DeAuthorized EmergencyStop EnergyLimitReached EVDisconnected GroundFault ImmediateReset
        Local LocalOutOfCredit MasterPass Other OvercurrentFault PowerLoss PowerQuality Reboot Remote
        SOCLimitReached StoppedByEV TimeLimitReached Timeout
    enum RecurrencyKind: Daily Weekly
    enum RegistrationStatus: Accepted Pending Rejected
    enum ReportBase: ConfigurationInventory FullInventory SummaryInventory
    enum RequestStartStopStatus: Accepted Rejected
    enum ReservationUpdateStatus: Expired Removed
    enum ReserveNowStatus: Accepted Faulted Occupied Rejected Unavailable
    enum ResetStatus: Accepted Rejected Scheduled
    enum ResetType: Immediate OnIdle
    enum SendLocalListStatus: Accepted Failed VersionMismatch
    enum SetMonitoringStatus: Accepted UnknownComponent UnknownVariable UnsupportedMonitorType Rejected
        Duplicate
    enum SetNetworkProfileStatus: Accepted Rejected Failed
    enum SetVariableStatus: Accepted Rejected UnknownComponent UnknownVariable NotSupportedAttributeType
        RebootRequired
    enum TransactionEventType: Ended Started Updated
    enum TriggerMessageStatus: Accepted Rejected NotImplemented
    enum TriggerReason: Authorized CablePluggedIn ChargingRateChanged ChargingStateChanged Deauthorized
        EnergyLimitReached EVCommunicationLost EVConnectTimeout MeterValueClock MeterValuePeriodic
        TimeLimitReached Trigger UnlockCommand StopAuthorized EVDeparted EVDetected RemoteStop
        RemoteStart AbnormalCondition SignedDataReceived ResetCommand
    enum UnlockStatus: Unlocked UnlockFailed OngoingAuthorizedTransaction UnknownConnector
    enum UnpublishFirmwareStatus: DownloadOngoing NoFirmware Unpublished
    enum UpdateFirmwareStatus: Accepted Rejected AcceptedCanceled InvalidCertificate RevokedCertificate
    enum UpdateType: Differential Full
    enum UploadLogStatus: BadMessage Idle NotSupportedOperation PermissionDenied Uploaded UploadFailure
        Uploading AcceptedCanceled
    enum VPNType: IKEv2 IPSec L2TP PPTP

    type IdToken
      additionalInfo?: AdditionalInfo[1..]
      idToken: string(36)
      type: IdTokenKind

    type AdditionalInfo
      additionalIdToken: string(36)
      type: string(50)

    type OCSPRequestData
      hashAlgorithm: HashAlgorithm
      issuerNameHash: string(128)
      issuerKeyHash: string(128)
      serialNumber: string(40)
      responderURL: string(512)

    type IdTokenInfo
      status: AuthorizationStatus
      cacheExpiryDateTime?: datetime
      chargingPriority?: int
      language1?: string(8)
      evseId?: int[1..]
      groupIdToken?: IdToken
      language2?: string(8)
      personalMessage?: MessageContent

    type MessageContent
      format: MessageFormat
      language?: string(8)
      content: string(512)

    type ChargingStation
      serialNumber?: string(25)
      model: string(20)
      modem?: Modem
      vendorName: string(50)
      firmwareVersion?: string(50)

    type Modem
      iccid?: string(20)
      imsi?: string(20)

    type StatusInfo
      reasonCode: string(20)
      additionalInfo?: string(512)

    type EVSE
      id: int
      connectorId?: int

    type ClearChargingProfileCriteria
      evseId?: int
      chargingProfilePurpose?: ChargingProfilePurpose
      stackLevel?: int

    type ClearMonitoringResult
      status: ClearMonitoringStatus
      id: int
      statusInfo?: StatusInfo

    type CertificateHashData
      hashAlgorithm: HashAlgorithm
      issuerNameHash: string(128)
      issuerKeyHash: string(128)
      serialNumber: string(40)

    type ChargingProfileCriterion
      chargingProfilePurpose?: ChargingProfilePurpose
      stackLevel?: int
      chargingProfileId?: int[1..]
      chargingLimitSource?: ChargingLimitSource[1..4]

    type CompositeSchedule
      chargingSchedulePeriod: ChargingSchedulePeriod[1..]
      evseId: int
      duration: int
      scheduleStart: datetime
      chargingRateUnit: ChargingRateUnit

    type ChargingSchedulePeriod
      startPeriod: int
      limit: decimal
      numberPhases?: int
      phaseToUse?: int

    type CertificateHashDataChain
      certificateHashData: CertificateHashData
      certificateType: GetCertificateIdUse
      childCertificateHashData?: CertificateHashData[1..4]

    type LogParameters
      remoteLocation: string(512)
      oldestTimestamp?: datetime
      latestTimestamp?: datetime

    type ComponentVariable
      component: Component
      variable?: Variable

    type Component
      evse?: EVSE
      name: string(50)
      instance?: string(50)

    type Variable
      name: string(50)
      instance?: string(50)

    type GetVariableData
      attributeType?: AttributeType = Actual
      component: Component
      variable: Variable

    type GetVariableResult
      attributeStatusInfo?: StatusInfo
      attributeStatus: GetVariableStatus
      attributeType?: AttributeType = Actual
      attributeValue?: string(2500)
      component: Component
      variable: Variable

    type MeterValue
      sampledValue: SampledValue[1..]
      timestamp: datetime

    type SampledValue
      value: decimal
      context?: ReadingContext = Sample.Periodic
      measurand?: Measurand = Energy.Active.Import.Register
      phase?: Phase
      location?: Location = Outlet
      signedMeterValue?: SignedMeterValue
      unitOfMeasure?: UnitOfMeasure

    type SignedMeterValue
      signedMeterData: string(2500)
      signingMethod: string(50)
      encodingMethod: string(50)
      publicKey: string(2500)

    type UnitOfMeasure
      unit?: string(20) = Wh
      multiplier?: int = 0

    type ChargingSchedule
      id: int
      startSchedule?: datetime
      duration?: int
      chargingRateUnit: ChargingRateUnit
      chargingSchedulePeriod: ChargingSchedulePeriod[1..1024]
      minChargingRate?: decimal
      salesTariff?: SalesTariff

    type SalesTariff
      id: int
      salesTariffDescription?: string(32)
      numEPriceLevels?: int
      salesTariffEntry: SalesTariffEntry[1..1024]

    type SalesTariffEntry
      relativeTimeInterval: RelativeTimeInterval
      ePriceLevel?: int(0..)
      consumptionCost?: ConsumptionCost[1..3]

    type RelativeTimeInterval
      start: int
      duration?: int

    type ConsumptionCost
      startValue: decimal
      cost: Cost[1..3]

    type Cost
      costKind: CostKind
      amount: int
      amountMultiplier?: int

    type ChargingLimit
      chargingLimitSource: ChargingLimitSource
      isGridCritical?: bool

    type MessageInfo
      display?: Component
      id: int
      priority: MessagePriority
      state?: MessageState
      startDateTime?: datetime
      endDateTime?: datetime
      transactionId?: string(36)
      message: MessageContent

    type ChargingNeeds
      acChargingParameters?: ACChargingParameters
      dcChargingParameters?: DCChargingParameters
      requestedEnergyTransfer: EnergyTransferMode
      departureTime?: datetime

    type ACChargingParameters
      energyAmount: int
      evMinCurrent: int
      evMaxCurrent: int
      evMaxVoltage: int

    type DCChargingParameters
      evMaxCurrent: int
      evMaxVoltage: int
      energyAmount?: int
      evMaxPower?: int
      stateOfCharge?: int(0..100)
      evEnergyCapacity?: int
      fullSoC?: int(0..100)
      bulkSoC?: int(0..100)

    type EventData
      eventId: int
      timestamp: datetime
      trigger: EventTrigger
      cause?: int
      actualValue: string(2500)
      techCode?: string(50)
      techInfo?: string(500)
      cleared?: bool
      transactionId?: string(36)
      component: Component
      variableMonitoringId?: int
      eventNotificationType: EventNotificationType
      variable: Variable

    type MonitoringData
      component: Component
      variable: Variable
      variableMonitoring: VariableMonitoring[1..]

    type VariableMonitoring
      id: int
      transaction: bool
      value: decimal
      type: MonitorType
      severity: int

    type ReportData
      component: Component
      variable: Variable
      variableAttribute: VariableAttribute[1..4]
      variableCharacteristics?: VariableCharacteristics

    type VariableAttribute
      type?: AttributeType = Actual
      value?: string(2500)
      mutability?: Mutability = ReadWrite
      persistent?: bool = false
      constant?: bool = false

    type VariableCharacteristics
      unit?: string(16)
      dataType: DataType
      minLimit?: decimal
      maxLimit?: decimal
      valuesList?: string(1000)
      supportsMonitoring: bool

    type ChargingProfile
      id: int
      stackLevel: int
      chargingProfilePurpose: ChargingProfilePurpose
      chargingProfileKind: ChargingProfileKind
      recurrencyKind?: RecurrencyKind
      validFrom?: datetime
      validTo?: datetime
      chargingSchedule: ChargingSchedule[1..3]
      transactionId?: string(36)

    type AuthorizationData
      idToken: IdToken
      idTokenInfo?: IdTokenInfo

    type NetworkConnectionProfile
      apn?: APN
      ocppVersion: InterfaceVersion
      ocppTransport: OCPPTransport
      ocppCsmsUrl: string(512)
      messageTimeout: int
      securityProfile: int
      ocppInterface: OCPPInterface
      vpn?: VPN

    type APN
      apn: string(512)
      apnUserName?: string(20)
      apnPassword?: string(20)
      simPin?: int
      preferredNetwork?: string(6)
      useOnlyPreferredNetwork?: bool = false
      apnAuthentication: APNAuthentication

    type VPN
      server: string(512)
      user: string(20)
      group?: string(20)
      password: string(20)
      key: string(255)
      type: VPNType

    type SetMonitoringData
      id?: int
      transaction?: bool = false
      value: decimal
      type: MonitorType
      severity: int
      component: Component
      variable: Variable

    type SetMonitoringResult
      id?: int
      statusInfo?: StatusInfo
      status: SetMonitoringStatus
      type: MonitorType
      component: Component
      variable: Variable
      severity: int

    type SetVariableData
      attributeType?: AttributeType = Actual
      attributeValue: string(1000)
      component: Component
      variable: Variable

    type SetVariableResult
      attributeType?: AttributeType = Actual
      attributeStatus: SetVariableStatus
      attributeStatusInfo?: StatusInfo
      component: Component
      variable: Variable

    type Transaction
      transactionId: string(36)
      chargingState?: ChargingState
      timeSpentCharging?: int
      stoppedReason?: Reason
      remoteStartId?: int

    type Firmware
      location: string(512)
      retrieveDateTime: datetime
      installDateTime?: datetime
      signingCertificate?: string(5500)
      signature?: string(800)

    block A Security

    message CertificateSigned cs
      certificateChain: string(10000)
      certificateType?: CertificateSigningUse
    ->
      status: CertificateSignedStatus
      statusInfo?: StatusInfo

    message SecurityEventNotification cp
      type: string(50)
      timestamp: datetime
      techInfo?: string(255)
    ->

    message SignCertificate cp
      csr: string(5500)
      certificateType?: CertificateSigningUse
    ->
      status: GenericStatus
      statusInfo?: StatusInfo

    block B Provisioning

    message BootNotification cp
      chargingStation: ChargingStation
      reason: BootReason
    ->
      currentTime: datetime
      interval: int
      status: RegistrationStatus
      statusInfo?: StatusInfo

    message GetBaseReport cs
      requestId: int
      reportBase: ReportBase
    ->
      status: GenericDeviceModelStatus
      statusInfo?: StatusInfo

    message GetReport cs
      componentVariable?: ComponentVariable[1..]
      requestId: int
      componentCriteria?: ComponentCriterion[1..4]
    ->
      status: GenericDeviceModelStatus
      statusInfo?: StatusInfo

    message GetVariables cs
      getVariableData: GetVariableData[1..]
    ->
      getVariableResult: GetVariableResult[1..]

    message NotifyReport cp
      requestId: int
      generatedAt: datetime
      reportData?: ReportData[1..]
      tbc?: bool = false
      seqNo: int
    ->

    message Reset cs
      type: ResetType
      evseId?: int
    ->
      status: ResetStatus
      statusInfo?: StatusInfo

    message SetNetworkProfile cs
      configurationSlot: int
      connectionData: NetworkConnectionProfile
    ->
      status: SetNetworkProfileStatus
      statusInfo?: StatusInfo

    message SetVariables cs
      setVariableData: SetVariableData[1..]
    ->
      setVariableResult: SetVariableResult[1..]

    block C Authorization

    message Authorize cp
      idToken: IdToken
      certificate?: string(5500)
      iso15118CertificateHashData?: OCSPRequestData[1..4]
    ->
      idTokenInfo: IdTokenInfo
      certificateStatus?: AuthorizeCertificateStatus

    message ClearCache cs
    ->
      status: ClearCacheStatus
      statusInfo?: StatusInfo

    block D LocalAuthorizationList

    message GetLocalListVersion cs
    ->
      versionNumber: int

    message SendLocalList cs
      localAuthorizationList?: AuthorizationData[1..]
      versionNumber: int
      updateType: UpdateType
    ->
      status: SendLocalListStatus
      statusInfo?: StatusInfo

    block E Transactions

    message GetTransactionStatus cs
      transactionId?: string(36)
    ->
      ongoingIndicator?: bool
      messagesInQueue: bool

    message TransactionEvent cp
      eventType: TransactionEventType
      meterValue?: MeterValue[1..]
      timestamp: datetime
      triggerReason: TriggerReason
      seqNo: int
      offline?: bool = false
      numberOfPhasesUsed?: int
      cableMaxCurrent?: int
      reservationId?: int
      transactionInfo: Transaction
      evse?: EVSE
      idToken?: IdToken
    ->
      totalCost?: decimal
      chargingPriority?: int
      idTokenInfo?: IdTokenInfo
      updatedPersonalMessage?: MessageContent

    block F RemoteControl

    message RequestStartTransaction cs
      evseId?: int
      groupIdToken?: IdToken
      idToken: IdToken
      remoteStartId: int
      chargingProfile?: ChargingProfile
    ->
      status: RequestStartStopStatus
      statusInfo?: StatusInfo
      transactionId?: string(36)

    message RequestStopTransaction cs
      transactionId: string(36)
    ->
      status: RequestStartStopStatus
      statusInfo?: StatusInfo

    message TriggerMessage cs
      evse?: EVSE
      requestedMessage: MessageTrigger
    ->
      status: TriggerMessageStatus
      statusInfo?: StatusInfo

    message UnlockConnector cs
      evseId: int
      connectorId: int
    ->
      status: UnlockStatus
      statusInfo?: StatusInfo

    block G Availability

    message ChangeAvailability cs
      evse?: EVSE
      operationalStatus: OperationalStatus
    ->
      status: ChangeAvailabilityStatus
      statusInfo?: StatusInfo

    message Heartbeat cp
    ->
      currentTime: datetime

    message StatusNotification cp
      timestamp: datetime
      connectorStatus: ConnectorStatus
      evseId: int
      connectorId: int
    ->

    block H Reservation

    message CancelReservation cs
      reservationId: int
    ->
      status: CancelReservationStatus
      statusInfo?: StatusInfo

    message ReservationStatusUpdate cp
      reservationId: int
      reservationUpdateStatus: ReservationUpdateStatus
    ->

    message ReserveNow cs
      id: int
      expiryDateTime: datetime
      connectorType?: ConnectorType
      idToken: IdToken
      evseId?: int
      groupIdToken?: IdToken
    ->
      status: ReserveNowStatus
      statusInfo?: StatusInfo

    block I TariffAndCost

    message CostUpdated cs
      totalCost: decimal
      transactionId: string(36)
    ->

    block J Metering

    message MeterValues cp
      evseId: int
      meterValue: MeterValue[1..]
    ->

    block K SmartCharging

    message ClearChargingProfile cs
      chargingProfileId?: int
      chargingProfileCriteria?: ClearChargingProfileCriteria
    ->
      status: ClearChargingProfileStatus
      statusInfo?: StatusInfo

    message ClearedChargingLimit cp
      chargingLimitSource: ChargingLimitSource
      evseId?: int
    ->

    message GetChargingProfiles cs
      requestId: int
      evseId?: int
      chargingProfile: ChargingProfileCriterion
    ->
      status: GetChargingProfileStatus
      statusInfo?: StatusInfo

    message GetCompositeSchedule cs
      duration: int
      chargingRateUnit?: ChargingRateUnit
      evseId: int
    ->
      status: GenericStatus
      statusInfo?: StatusInfo
      schedule?: CompositeSchedule

    message NotifyChargingLimit cp
      chargingSchedule?: ChargingSchedule[1..]
      evseId?: int
      chargingLimit: ChargingLimit
    ->

    message NotifyEVChargingNeeds cp
      maxScheduleTuples?: int
      chargingNeeds: ChargingNeeds
      evseId: int
    ->
      status: NotifyEVChargingNeedsStatus
      statusInfo?: StatusInfo

    message NotifyEVChargingSchedule cp
      timeBase: datetime
      chargingSchedule: ChargingSchedule
      evseId: int
    ->
      status: GenericStatus
      statusInfo?: StatusInfo

    message ReportChargingProfiles cp
      requestId: int
      chargingLimitSource: ChargingLimitSource
      chargingProfile: ChargingProfile[1..]
      tbc?: bool = false
      evseId: int
    ->

    message SetChargingProfile cs
      evseId: int
      chargingProfile: ChargingProfile
    ->
      status: ChargingProfileStatus
      statusInfo?: StatusInfo

    block L FirmwareManagement

    message FirmwareStatusNotification cp
      status: FirmwareStatus
      requestId?: int
    ->

    message PublishFirmware cs
      location: string(512)
      retries?: int
      checksum: string(32)
      requestId: int
      retryInterval?: int
    ->
      status: GenericStatus
      statusInfo?: StatusInfo

    message PublishFirmwareStatusNotification cp
      status: PublishFirmwareStatus
      location?: string(512)[1..]
      requestId?: int
    ->

    message UnpublishFirmware cs
      checksum: string(32)
    ->
      status: UnpublishFirmwareStatus

    message UpdateFirmware cs
      retries?: int
      retryInterval?: int
      requestId: int
      firmware: Firmware
    ->
      status: UpdateFirmwareStatus
      statusInfo?: StatusInfo

    block M CertificateManagement

    message DeleteCertificate cs
      certificateHashData: CertificateHashData
    ->
      status: DeleteCertificateStatus
      statusInfo?: StatusInfo

    message Get15118EVCertificate cp
      iso15118SchemaVersion: string(50)
      action: CertificateAction
      exiRequest: string(5600)
    ->
      status: Iso15118EVCertificateStatus
      statusInfo?: StatusInfo
      exiResponse: string(7500)

    message GetCertificateStatus cp
      ocspRequestData: OCSPRequestData
    ->
      status: GetCertificateStatusStatus
      statusInfo?: StatusInfo
      ocspResult?: string(5500)

    message GetInstalledCertificateIds cs
      certificateType?: GetCertificateIdUse[1..]
    ->
      status: GetInstalledCertificateStatus
      statusInfo?: StatusInfo
      certificateHashDataChain?: CertificateHashDataChain[1..]

    message InstallCertificate cs
      certificateType: InstallCertificateUse
      certificate: string(5500)
    ->
      status: InstallCertificateStatus
      statusInfo?: StatusInfo

    block N Diagnostics

    message ClearVariableMonitoring cs
      id: int[1..]
    ->
      clearMonitoringResult: ClearMonitoringResult[1..]

    message CustomerInformation cs
      customerCertificate?: CertificateHashData
      idToken?: IdToken
      requestId: int
      report: bool
      clear: bool
      customerIdentifier?: string(64)
    ->
      status: CustomerInformationStatus
      statusInfo?: StatusInfo

    message GetLog cs
      log: LogParameters
      logType: LogType
      requestId: int
      retries?: int
      retryInterval?: int
    ->
      status: LogStatus
      statusInfo?: StatusInfo
      filename?: string(255)

    message GetMonitoringReport cs
      componentVariable?: ComponentVariable[1..]
      requestId: int
      monitoringCriteria?: MonitoringCriterion[1..3]
    ->
      status: GenericDeviceModelStatus
      statusInfo?: StatusInfo

    message LogStatusNotification cp
      status: UploadLogStatus
      requestId?: int
    ->

    message NotifyCustomerInformation cp
      data: string(512)
      tbc?: bool = false
      seqNo: int
      generatedAt: datetime
      requestId: int
    ->

    message NotifyEvent cp
      generatedAt: datetime
      tbc?: bool = false
      seqNo: int
      eventData: EventData[1..]
    ->

    message NotifyMonitoringReport cp
      monitor?: MonitoringData[1..]
      requestId: int
      tbc?: bool = false
      seqNo: int
      generatedAt: datetime
    ->

    message SetMonitoringBase cs
      monitoringBase: MonitoringBase
    ->
      status: GenericDeviceModelStatus
      statusInfo?: StatusInfo

    message SetMonitoringLevel cs
      severity: int
    ->
      status: GenericStatus
      statusInfo?: StatusInfo

    message SetVariableMonitoring cs
      setMonitoringData: SetMonitoringData[1..]
    ->
      setMonitoringResult: SetMonitoringResult[1..]

    block O DisplayMessage

    message ClearDisplayMessage cs
      id: int
    ->
      status: ClearMessageStatus
      statusInfo?: StatusInfo

    message GetDisplayMessages cs
      id?: int[1..]
      requestId: int
      priority?: MessagePriority
      state?: MessageState
    ->
      status: GetDisplayMessagesStatus
      statusInfo?: StatusInfo

    message NotifyDisplayMessages cp
      messageInfo?: MessageInfo[1..]
      requestId: int
      tbc?: bool = false
    ->

    message SetDisplayMessage cs
      message: MessageInfo
    ->
      status: DisplayMessageStatus
      statusInfo?: StatusInfo

    block P DataTransfer

    message DataTransfer both
      messageId?: string(50)
      data?: any
      vendorId: string(255)
    ->
      status: DataTransferStatus
      statusInfo?: StatusInfo
      data?: any
    """
}
