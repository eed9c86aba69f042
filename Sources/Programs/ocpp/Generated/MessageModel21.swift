// Generated from Model/ocpp2.1.model by Tools/generator; do not edit.

extension MessageModel {
  /// OCPP 2.1, as Model/ocpp2.1.model has it.
  static let ocpp21 = """
    # OCPP 2.1. The grammar is in README.md; every object also has `customData`.
    ocpp 2.1

    enum APNAuthentication: PAP CHAP NONE AUTO
    enum AttributeType: Actual Target MinSet MaxSet
    enum AuthorizationStatus: Accepted Blocked ConcurrentTx Expired Invalid NoCredit NotAllowedTypeEVSE
        NotAtThisLocation NotAtThisTime Unknown
    enum AuthorizeCertificateStatus: Accepted SignatureError CertificateExpired CertificateRevoked
        NoCertificateAvailable CertChainError ContractCancelled
    enum BatterySwapEvent: BatteryIn BatteryOut BatteryOutTimeout
    enum BootReason: ApplicationReset FirmwareUpdate LocalReset PowerUp RemoteReset ScheduledReset
        Triggered Unknown Watchdog
    enum CancelReservationStatus: Accepted Rejected
    enum CertificateAction: Install Update
    enum CertificateSignedStatus: Accepted Rejected
    enum CertificateSigningUse: ChargingStationCertificate V2GCertificate V2G20Certificate
    enum CertificateStatusKind: Good Revoked Unknown Failed
    enum CertificateStatusSource: CRL OCSP
    enum ChangeAvailabilityStatus: Accepted Rejected Scheduled
    enum ChargingProfileKind: Absolute Recurring Relative Dynamic
    enum ChargingProfilePurpose: ChargingStationExternalConstraints ChargingStationMaxProfile
        TxDefaultProfile TxProfile PriorityCharging LocalGeneration
    enum ChargingProfileStatus: Accepted Rejected
    enum ChargingRateUnit: W A
    enum ChargingState: EVConnected Charging SuspendedEV SuspendedEVSE Idle
    enum ClearCacheStatus: Accepted Rejected
    enum ClearChargingProfileStatus: Accepted Unknown
    enum ClearMessageStatus: Accepted Unknown Rejected
    enum ClearMonitoringStatus: Accepted Rejected NotFound
    enum ComponentCriterion: Active Available Enabled Problem
    enum ConnectorStatus: Available Occupied Reserved Unavailable Faulted
    enum ControlMode: ScheduledControl DynamicControl
    enum CostDimensionKind: Energy MaxCurrent MinCurrent MaxPower MinPower IdleTIme ChargingTime
    enum CostKind: CarbonDioxideEmission RelativePricePercentage RenewableGenerationPercentage
    enum CustomerInformationStatus: Accepted Rejected Invalid
    enum DERControlStatus: Accepted Rejected NotSupported NotFound
    enum DERControlType: EnterService FreqDroop FreqWatt FixedPFAbsorb FixedPFInject FixedVar Gradients
        HFMustTrip HFMayTrip HVMustTrip HVMomCess HVMayTrip LimitMaxDischarge LFMustTrip LVMustTrip
        LVMomCess LVMayTrip PowerMonitoringMustTrip VoltVar VoltWatt WattPF WattVar
    enum DERUnit: Not_Applicable PctMaxW PctMaxVar PctWAvail PctVarAvail PctEffectiveV
    enum DataTransferStatus: Accepted Rejected UnknownMessageId UnknownVendorId
    enum DataType: string decimal integer dateTime boolean OptionList SequenceList MemberList
    enum DayOfWeek: Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    enum DeleteCertificateStatus: Accepted Failed NotFound
    enum DisplayMessageStatus: Accepted NotSupportedMessageFormat Rejected NotSupportedPriority
        NotSupportedState UnknownTransaction LanguageNotSupported
    enum EnergyTransferMode: AC_single_phase AC_two_phase AC_three_phase DC AC_BPT AC_BPT_DER AC_DER
        DC_BPT DC_ACDP DC_ACDP_BPT WPT
    enum EventNotificationType: HardWiredNotification HardWiredMonitor PreconfiguredMonitor
        CustomMonitor
    enum EventTrigger: Alerting Delta Periodic
    enum EvseKind: AC DC
    enum FirmwareStatus: Downloaded DownloadFailed Downloading DownloadScheduled DownloadPaused Idle
        InstallationFailed Installing Installed InstallRebooting InstallScheduled
        InstallVerificationFailed InvalidSignature SignatureVerified
    enum GenericDeviceModelStatus: Accepted Rejected NotSupported EmptyResultSet
    enum GenericStatus: Accepted Rejected
    enum GetCertificateIdUse: V2GRootCertificate MORootCertificate CSMSRootCertificate
        V2GCertificateChain ManufacturerRootCertificate OEMRootCertificate
    enum GetCertificateStatusStatus: Accepted Failed
    enum GetChargingProfileStatus: Accepted NoProfiles
    enum GetDisplayMessagesStatus: Accepted Unknown
    enum GetInstalledCertificateStatus: Accepted NotFound
    enum GetVariableStatus: Accepted Rejected UnknownComponent UnknownVariable NotSupportedAttributeType
    enum GridEventFault: CurrentImbalance LocalEmergency LowInputPower OverCurrent OverFrequency
        OverVoltage PhaseRotation RemoteEmergency UnderFrequency UnderVoltage VoltageImbalance
    enum HashAlgorithm: SHA256 SHA384 SHA512
    enum InstallCertificateStatus: Accepted Rejected Failed
    enum InstallCertificateUse: V2GRootCertificate MORootCertificate ManufacturerRootCertificate
        CSMSRootCertificate OEMRootCertificate
    enum InterfaceVersion: OCPP12 OCPP15 OCPP16 OCPP20 OCPP201 OCPP21
    enum IslandingDetection: NoAntiIslandingSupport RoCoF UVP_OVP UFP_OFP VoltageVectorShift
        ZeroCrossingDetection OtherPassive ImpedanceMeasurement ImpedanceAtFrequency
        SlipModeFrequencyShift SandiaFrequencyShift SandiaVoltageShift FrequencyJump RCLQFactor
        OtherActive
    enum Iso15118EVCertificateStatus: Accepted Failed
    enum Location: Body Cable EV Inlet Outlet Upstream
    enum LogStatus: Accepted Rejected AcceptedCanceled
    enum LogType: DiagnosticsLog SecurityLog DataCollectorLog
    enum Measurand: Current.Export Current.Export.Offered Current.Export.Minimum Current.Import
        Current.Import.Offered Current.Import.Minimum Current.Offered Display.PresentSOC
        Display.MinimumSOC Display.TargetSOC Display.MaximumSOC Display.RemainingTimeToMinimumSOC
        Display.RemainingTimeToTargetSOC Display.RemainingTimeToMaximumSOC Display.ChargingComplete
        Display.BatteryEnergyCapacity Display.InletHot Energy.Active.Export.Interval
        Energy.Active.Export.Register Energy.Active.Import.Interval Energy.Active.Import.Register
        Energy.Active.Import.CableLoss Energy.Active.Import.LocalGeneration.Register Energy.Active.Net
        Energy.Active.Setpoint.Interval Energy.Apparent.Export Energy.Apparent.Import
        Energy.Apparent.Net Energy.Reactive.Export.Interval Energy.Reactive.Export.Register
        Energy.Reactive.Import.Interval Energy.Reactive.Import.Register Energy.Reactive.Net
        EnergyRequest.Target EnergyRequest.Minimum EnergyRequest.Maximum EnergyRequest.Minimum.V2X
        EnergyRequest.Maximum.V2X EnergyRequest.Bulk Frequency Power.Active.Export Power.Active.Import
        Power.Active.Setpoint Power.Active.Residual Power.Export.Minimum Power.Export.Offered
        Power.Factor Power.Import.Offered Power.Import.Minimum Power.Offered Power.Reactive.Export
        Power.Reactive.Import SoC Voltage Voltage.Minimum Voltage.Maximum
    enum MessageFormat: ASCII HTML URI UTF8 QRCODE
    enum MessagePriority: AlwaysFront InFront NormalCycle
    enum MessageState: Charging Faulted Idle Unavailable Suspended Discharging
    enum MessageTrigger: BootNotification LogStatusNotification FirmwareStatusNotification Heartbeat
        MeterValues SignChargingStationCertificate SignV2GCertificate SignV2G20Certificate
        StatusNotification TransactionEvent SignCombinedCertificate PublishFirmwareStatusNotification
        CustomTrigger
    enum MobilityNeedsMode: EVCC EVCC_SECC
    enum MonitorType: UpperThreshold LowerThreshold Delta Periodic PeriodicClockAligned TargetDelta
        TargetDeltaRelative
    enum MonitoringBase: All FactoryDefault HardWiredOnly
    enum MonitoringCriterion: ThresholdMonitoring DeltaMonitoring PeriodicMonitoring
    enum Mutability: ReadOnly WriteOnly ReadWrite
    enum NotifyAllowedEnergyTransferStatus: Accepted Rejected
    enum NotifyEVChargingNeedsStatus: Accepted Rejected Processing NoChargingProfile
    enum OCPPInterface: Wired0 Wired1 Wired2 Wired3 Wireless0 Wireless1 Wireless2 Wireless3 Any
    enum OCPPTransport: SOAP JSON
    enum OperationMode: Idle ChargingOnly CentralSetpoint ExternalSetpoint ExternalLimits
        CentralFrequency LocalFrequency LocalLoadBalancing
    enum OperationalStatus: Inoperative Operative
    enum PaymentStatus: Settled Canceled Rejected Failed
    enum Phase: L1 L2 L3 N L1-N L2-N L3-N L1-L2 L2-L3 L3-L1
    enum PowerDuringCessation: Active Reactive
    enum PreconditioningStatus: Unknown Ready NotReady Preconditioning
    enum PriorityChargingStatus: Accepted Rejected NoProfile
    enum PublishFirmwareStatus: Idle DownloadScheduled Downloading Downloaded Published DownloadFailed
        DownloadPaused InvalidChecksum ChecksumVerified PublishFailed
    enum ReadingContext: Interruption.Begin Interruption.End Other Sample.Clock Sample.Periodic
        Transaction.Begin Transaction.End Trigger
    enum Reason: DeAuthorized EmergencyStop EnergyLimitReached EVDisconnected GroundFault ImmediateReset
        MasterPass Local LocalOutOfCredit Other OvercurrentFault PowerLoss PowerQuality Reboot Remote
        SOCLimitReached StoppedByEV TimeLimitReached Timeout ReqEnergyTransferRejected
    enum RecurrencyKind: Daily Weekly
    enum RegistrationStatus: Accepted Pending Rejected
    enum ReportBase: ConfigurationInventory FullInventory SummaryInventory
    enum RequestStartStopStatus: Accepted Rejected
    enum ReservationUpdateStatus: Expired Removed NoTransaction
    enum ReserveNowStatus: Accepted Faulted Occupied Rejected Unavailable
    enum ResetStatus: Accepted Rejected Scheduled
    enum ResetType: Immediate OnIdle ImmediateAndResume
    enum SendLocalListStatus: Accepted Failed VersionMismatch
    enum SetMonitoringStatus: Accepted UnknownComponent UnknownVariable UnsupportedMonitorType Rejected
        Duplicate
    enum SetNetworkProfileStatus: Accepted Rejected Failed
    enum SetVariableStatus: Accepted Rejected UnknownComponent UnknownVariable NotSupportedAttributeType
        RebootRequired
    enum TariffChangeStatus: Accepted Rejected TooManyElements ConditionNotSupported TxNotFound
        NoCurrencyChange
    enum TariffClearStatus: Accepted Rejected NoTariff
    enum TariffCostKind: NormalCost MinCost MaxCost
    enum TariffGetStatus: Accepted Rejected NoTariff
    enum TariffKind: DefaultTariff DriverTariff
    enum TariffSetStatus: Accepted Rejected TooManyElements ConditionNotSupported DuplicateTariffId
    enum TransactionEventType: Ended Started Updated
    enum TriggerMessageStatus: Accepted Rejected NotImplemented
    enum TriggerReason: AbnormalCondition Authorized CablePluggedIn ChargingRateChanged
        ChargingStateChanged CostLimitReached Deauthorized EnergyLimitReached EVCommunicationLost
        EVConnectTimeout EVDeparted EVDetected LimitSet MeterValueClock MeterValuePeriodic
        OperationModeChanged RemoteStart RemoteStop ResetCommand RunningCost SignedDataReceived
        SoCLimitReached StopAuthorized TariffChanged TariffNotAccepted TimeLimitReached Trigger
        TxResumed UnlockCommand
    enum UnlockStatus: Unlocked UnlockFailed OngoingAuthorizedTransaction UnknownConnector
    enum UnpublishFirmwareStatus: DownloadOngoing NoFirmware Unpublished
    enum UpdateFirmwareStatus: Accepted Rejected AcceptedCanceled InvalidCertificate RevokedCertificate
    enum UpdateType: Differential Full
    enum UploadLogStatus: BadMessage Idle NotSupportedOperation PermissionDenied Uploaded UploadFailure
        Uploading AcceptedCanceled
    enum VPNType: IKEv2 IPSec L2TP PPTP

    type StatusInfo
      reasonCode: string(20)
      additionalInfo?: string(1024)

    type PeriodicEventStreamParams
      interval?: int(0..)
      values?: int(0..)

    type IdToken
      additionalInfo?: AdditionalInfo[1..]
      idToken: string(255)
      type: string(20)

    type AdditionalInfo
      additionalIdToken: string(255)
      type: string(50)

    type OCSPRequestData
      hashAlgorithm: HashAlgorithm
      issuerNameHash: string(128)
      issuerKeyHash: string(128)
      serialNumber: string(40)
      responderURL: string(2000)

    type IdTokenInfo
      status: AuthorizationStatus
      cacheExpiryDateTime?: datetime
      chargingPriority?: int
      groupIdToken?: IdToken
      language1?: string(8)
      language2?: string(8)
      evseId?: int(0..)[1..]
      personalMessage?: MessageContent

    type MessageContent
      format: MessageFormat
      language?: string(8)
      content: string(1024)

    type Tariff
      tariffId: string(60)
      description?: MessageContent[1..10]
      currency: string(3)
      energy?: TariffEnergy
      validFrom?: datetime
      chargingTime?: TariffTime
      idleTime?: TariffTime
      fixedFee?: TariffFixed
      reservationTime?: TariffTime
      reservationFixed?: TariffFixed
      minCost?: Price
      maxCost?: Price

    type TariffEnergy
      prices: TariffEnergyPrice[1..]
      taxRates?: TaxRate[1..5]

    type TariffEnergyPrice
      priceKwh: decimal
      conditions?: TariffConditions

    type TariffConditions
      startTimeOfDay?: string
      endTimeOfDay?: string
      dayOfWeek?: DayOfWeek[1..7]
      validFromDate?: string
      validToDate?: string
      evseKind?: EvseKind
      minEnergy?: decimal
      maxEnergy?: decimal
      minCurrent?: decimal
      maxCurrent?: decimal
      minPower?: decimal
      maxPower?: decimal
      minTime?: int
      maxTime?: int
      minChargingTime?: int
      maxChargingTime?: int
      minIdleTime?: int
      maxIdleTime?: int

    type TaxRate
      type: string(20)
      tax: decimal
      stack?: int(0..)

    type TariffTime
      prices: TariffTimePrice[1..]
      taxRates?: TaxRate[1..5]

    type TariffTimePrice
      priceMinute: decimal
      conditions?: TariffConditions

    type TariffFixed
      prices: TariffFixedPrice[1..]
      taxRates?: TaxRate[1..5]

    type TariffFixedPrice
      conditions?: TariffConditionsFixed
      priceFixed: decimal

    type TariffConditionsFixed
      startTimeOfDay?: string
      endTimeOfDay?: string
      dayOfWeek?: DayOfWeek[1..7]
      validFromDate?: string
      validToDate?: string
      evseKind?: EvseKind
      paymentBrand?: string(20)
      paymentRecognition?: string(20)

    type Price
      exclTax?: decimal
      inclTax?: decimal
      taxRates?: TaxRate[1..5]

    type BatteryData
      evseId: int(0..)
      serialNumber: string(50)
      soC: decimal(0..100)
      soH: decimal(0..100)
      productionDate?: datetime
      vendorInfo?: string(500)

    type ChargingStation
      serialNumber?: string(25)
      model: string(20)
      modem?: Modem
      vendorName: string(50)
      firmwareVersion?: string(50)

    type Modem
      iccid?: string(20)
      imsi?: string(20)

    type EVSE
      id: int(0..)
      connectorId?: int(0..)

    type ClearChargingProfileCriteria
      evseId?: int(0..)
      chargingProfilePurpose?: ChargingProfilePurpose
      stackLevel?: int(0..)

    type ClearTariffsResult
      statusInfo?: StatusInfo
      tariffId?: string(60)
      status: TariffClearStatus

    type ClearMonitoringResult
      status: ClearMonitoringStatus
      id: int(0..)
      statusInfo?: StatusInfo

    type CertificateHashData
      hashAlgorithm: HashAlgorithm
      issuerNameHash: string(128)
      issuerKeyHash: string(128)
      serialNumber: string(40)

    type CertificateStatusRequestInfo
      certificateHashData: CertificateHashData
      source: CertificateStatusSource
      urls: string(2000)[1..5]

    type CertificateStatus
      certificateHashData: CertificateHashData
      source: CertificateStatusSource
      status: CertificateStatusKind
      nextUpdate: datetime

    type ChargingProfileCriterion
      chargingProfilePurpose?: ChargingProfilePurpose
      stackLevel?: int(0..)
      chargingProfileId?: int[1..]
      chargingLimitSource?: string(20)[1..4]

    type CompositeSchedule
      evseId: int(0..)
      duration: int
      scheduleStart: datetime
      chargingRateUnit: ChargingRateUnit
      chargingSchedulePeriod: ChargingSchedulePeriod[1..]

    type ChargingSchedulePeriod
      startPeriod: int
      limit?: decimal
      limit_L2?: decimal
      limit_L3?: decimal
      numberPhases?: int(0..3)
      phaseToUse?: int(0..3)
      dischargeLimit?: decimal(..0)
      dischargeLimit_L2?: decimal(..0)
      dischargeLimit_L3?: decimal(..0)
      setpoint?: decimal
      setpoint_L2?: decimal
      setpoint_L3?: decimal
      setpointReactive?: decimal
      setpointReactive_L2?: decimal
      setpointReactive_L3?: decimal
      preconditioningRequest?: bool
      evseSleep?: bool
      v2xBaseline?: decimal
      operationMode?: OperationMode
      v2xFreqWattCurve?: V2XFreqWattPoint[1..20]
      v2xSignalWattCurve?: V2XSignalWattPoint[1..20]

    type V2XFreqWattPoint
      frequency: decimal
      power: decimal

    type V2XSignalWattPoint
      signal: int
      power: decimal

    type CertificateHashDataChain
      certificateHashData: CertificateHashData
      certificateType: GetCertificateIdUse
      childCertificateHashData?: CertificateHashData[1..4]

    type LogParameters
      remoteLocation: string(2000)
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

    type ConstantStreamData
      id: int(0..)
      params: PeriodicEventStreamParams
      variableMonitoringId: int(0..)

    type TariffAssignment
      tariffId: string(60)
      tariffKind: TariffKind
      validFrom?: datetime
      evseIds?: int(0..)[1..]
      idTokens?: string(255)[1..]

    type GetVariableData
      attributeType?: AttributeType = Actual
      component: Component
      variable: Variable

    type GetVariableResult
      attributeStatus: GetVariableStatus
      attributeStatusInfo?: StatusInfo
      attributeType?: AttributeType = Actual
      attributeValue?: string(2500)
      component: Component
      variable: Variable

    type MeterValue
      sampledValue: SampledValue[1..]
      timestamp: datetime

    type SampledValue
      value: decimal
      measurand?: Measurand = Energy.Active.Import.Register
      context?: ReadingContext = Sample.Periodic
      phase?: Phase
      location?: Location = Outlet
      signedMeterValue?: SignedMeterValue
      unitOfMeasure?: UnitOfMeasure

    type SignedMeterValue
      signedMeterData: string(32768)
      signingMethod?: string(50)
      encodingMethod: string(50)
      publicKey?: string(2500)

    type UnitOfMeasure
      unit?: string(20) = Wh
      multiplier?: int = 0

    type ChargingSchedule
      id: int
      limitAtSoC?: LimitAtSoC
      startSchedule?: datetime
      duration?: int
      chargingRateUnit: ChargingRateUnit
      minChargingRate?: decimal
      powerTolerance?: decimal
      signatureId?: int(0..)
      digestValue?: string(88)
      useLocalTime?: bool
      chargingSchedulePeriod: ChargingSchedulePeriod[1..1024]
      randomizedDelay?: int(0..)
      salesTariff?: SalesTariff
      absolutePriceSchedule?: AbsolutePriceSchedule
      priceLevelSchedule?: PriceLevelSchedule

    type LimitAtSoC
      soc: int(0..100)
      limit: decimal

    type SalesTariff
      id: int(0..)
      salesTariffDescription?: string(32)
      numEPriceLevels?: int(0..)
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

    type AbsolutePriceSchedule
      timeAnchor: datetime
      priceScheduleID: int(0..)
      priceScheduleDescription?: string(160)
      currency: string(3)
      language: string(8)
      priceAlgorithm: string(2000)
      minimumCost?: RationalNumber
      maximumCost?: RationalNumber
      priceRuleStacks: PriceRuleStack[1..1024]
      taxRules?: TaxRule[1..10]
      overstayRuleList?: OverstayRuleList
      additionalSelectedServices?: AdditionalSelectedServices[1..5]

    type RationalNumber
      exponent: int
      value: int

    type PriceRuleStack
      duration: int
      priceRule: PriceRule[1..8]

    type PriceRule
      parkingFeePeriod?: int
      carbonDioxideEmission?: int(0..)
      renewableGenerationPercentage?: int(0..100)
      energyFee: RationalNumber
      parkingFee?: RationalNumber
      powerRangeStart: RationalNumber

    type TaxRule
      taxRuleID: int(0..)
      taxRuleName?: string(100)
      taxIncludedInPrice?: bool
      appliesToEnergyFee: bool
      appliesToParkingFee: bool
      appliesToOverstayFee: bool
      appliesToMinimumMaximumCost: bool
      taxRate: RationalNumber

    type OverstayRuleList
      overstayPowerThreshold?: RationalNumber
      overstayRule: OverstayRule[1..5]
      overstayTimeThreshold?: int

    type OverstayRule
      overstayFee: RationalNumber
      overstayRuleDescription?: string(32)
      startTime: int
      overstayFeePeriod: int

    type AdditionalSelectedServices
      serviceFee: RationalNumber
      serviceName: string(80)

    type PriceLevelSchedule
      priceLevelScheduleEntries: PriceLevelScheduleEntry[1..100]
      timeAnchor: datetime
      priceScheduleId: int(0..)
      priceScheduleDescription?: string(32)
      numberOfPriceLevels: int(0..)

    type PriceLevelScheduleEntry
      duration: int
      priceLevel: int(0..)

    type ChargingLimit
      chargingLimitSource: string(20)
      isLocalGeneration?: bool
      isGridCritical?: bool

    type MessageInfo
      display?: Component
      id: int(0..)
      priority: MessagePriority
      state?: MessageState
      startDateTime?: datetime
      endDateTime?: datetime
      transactionId?: string(36)
      message: MessageContent
      messageExtra?: MessageContent[1..4]

    type ChargingNeeds
      acChargingParameters?: ACChargingParameters
      derChargingParameters?: DERChargingParameters
      evEnergyOffer?: EVEnergyOffer
      requestedEnergyTransfer: EnergyTransferMode
      dcChargingParameters?: DCChargingParameters
      v2xChargingParameters?: V2XChargingParameters
      availableEnergyTransfer?: EnergyTransferMode[1..]
      controlMode?: ControlMode
      mobilityNeedsMode?: MobilityNeedsMode
      departureTime?: datetime

    type ACChargingParameters
      energyAmount: decimal
      evMinCurrent: decimal
      evMaxCurrent: decimal
      evMaxVoltage: decimal

    type DERChargingParameters
      evSupportedDERControl?: DERControlType[1..]
      evOverExcitedMaxDischargePower?: decimal
      evOverExcitedPowerFactor?: decimal
      evUnderExcitedMaxDischargePower?: decimal
      evUnderExcitedPowerFactor?: decimal
      maxApparentPower?: decimal
      maxChargeApparentPower?: decimal
      maxChargeApparentPower_L2?: decimal
      maxChargeApparentPower_L3?: decimal
      maxDischargeApparentPower?: decimal
      maxDischargeApparentPower_L2?: decimal
      maxDischargeApparentPower_L3?: decimal
      maxChargeReactivePower?: decimal
      maxChargeReactivePower_L2?: decimal
      maxChargeReactivePower_L3?: decimal
      minChargeReactivePower?: decimal
      minChargeReactivePower_L2?: decimal
      minChargeReactivePower_L3?: decimal
      maxDischargeReactivePower?: decimal
      maxDischargeReactivePower_L2?: decimal
      maxDischargeReactivePower_L3?: decimal
      minDischargeReactivePower?: decimal
      minDischargeReactivePower_L2?: decimal
      minDischargeReactivePower_L3?: decimal
      nominalVoltage?: decimal
      nominalVoltageOffset?: decimal
      maxNominalVoltage?: decimal
      minNominalVoltage?: decimal
      evInverterManufacturer?: string(50)
      evInverterModel?: string(50)
      evInverterSerialNumber?: string(50)
      evInverterSwVersion?: string(50)
      evInverterHwVersion?: string(50)
      evIslandingDetectionMethod?: IslandingDetection[1..]
      evIslandingTripTime?: decimal
      evMaximumLevel1DCInjection?: decimal
      evDurationLevel1DCInjection?: decimal
      evMaximumLevel2DCInjection?: decimal
      evDurationLevel2DCInjection?: decimal
      evReactiveSusceptance?: decimal
      evSessionTotalDischargeEnergyAvailable?: decimal

    type EVEnergyOffer
      evAbsolutePriceSchedule?: EVAbsolutePriceSchedule
      evPowerSchedule: EVPowerSchedule

    type EVAbsolutePriceSchedule
      timeAnchor: datetime
      currency: string(3)
      evAbsolutePriceScheduleEntries: EVAbsolutePriceScheduleEntry[1..1024]
      priceAlgorithm: string(2000)

    type EVAbsolutePriceScheduleEntry
      duration: int
      evPriceRule: EVPriceRule[1..8]

    type EVPriceRule
      energyFee: decimal
      powerRangeStart: decimal

    type EVPowerSchedule
      evPowerScheduleEntries: EVPowerScheduleEntry[1..1024]
      timeAnchor: datetime

    type EVPowerScheduleEntry
      duration: int
      power: decimal

    type DCChargingParameters
      evMaxCurrent: decimal
      evMaxVoltage: decimal
      evMaxPower?: decimal
      evEnergyCapacity?: decimal
      energyAmount?: decimal
      stateOfCharge?: int(0..100)
      fullSoC?: int(0..100)
      bulkSoC?: int(0..100)

    type V2XChargingParameters
      minChargePower?: decimal
      minChargePower_L2?: decimal
      minChargePower_L3?: decimal
      maxChargePower?: decimal
      maxChargePower_L2?: decimal
      maxChargePower_L3?: decimal
      minDischargePower?: decimal
      minDischargePower_L2?: decimal
      minDischargePower_L3?: decimal
      maxDischargePower?: decimal
      maxDischargePower_L2?: decimal
      maxDischargePower_L3?: decimal
      minChargeCurrent?: decimal
      maxChargeCurrent?: decimal
      minDischargeCurrent?: decimal
      maxDischargeCurrent?: decimal
      minVoltage?: decimal
      maxVoltage?: decimal
      evTargetEnergyRequest?: decimal
      evMinEnergyRequest?: decimal
      evMaxEnergyRequest?: decimal
      evMinV2XEnergyRequest?: decimal
      evMaxV2XEnergyRequest?: decimal
      targetSoC?: int(0..100)

    type EventData
      eventId: int(0..)
      timestamp: datetime
      trigger: EventTrigger
      cause?: int(0..)
      actualValue: string(2500)
      techCode?: string(50)
      techInfo?: string(500)
      cleared?: bool
      transactionId?: string(36)
      component: Component
      variableMonitoringId?: int(0..)
      eventNotificationType: EventNotificationType
      variable: Variable
      severity?: int(0..)

    type MonitoringData
      component: Component
      variable: Variable
      variableMonitoring: VariableMonitoring[1..]

    type VariableMonitoring
      id: int(0..)
      transaction: bool
      value: decimal
      type: MonitorType
      severity: int(0..)
      eventNotificationType: EventNotificationType

    type StreamDataElement
      t: decimal
      v: string(2500)

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
      maxElements?: int(1..)
      valuesList?: string(1000)
      supportsMonitoring: bool

    type Address
      name: string(50)
      address1: string(100)
      address2?: string(100)
      city: string(100)
      postalCode?: string(20)
      country: string(50)

    type ChargingScheduleUpdate
      limit?: decimal
      limit_L2?: decimal
      limit_L3?: decimal
      dischargeLimit?: decimal(..0)
      dischargeLimit_L2?: decimal(..0)
      dischargeLimit_L3?: decimal(..0)
      setpoint?: decimal
      setpoint_L2?: decimal
      setpoint_L3?: decimal
      setpointReactive?: decimal
      setpointReactive_L2?: decimal
      setpointReactive_L3?: decimal

    type ChargingProfile
      id: int
      stackLevel: int(0..)
      chargingProfilePurpose: ChargingProfilePurpose
      chargingProfileKind: ChargingProfileKind
      recurrencyKind?: RecurrencyKind
      validFrom?: datetime
      validTo?: datetime
      transactionId?: string(36)
      maxOfflineDuration?: int
      chargingSchedule: ChargingSchedule[1..3]
      invalidAfterOfflineDuration?: bool
      dynUpdateInterval?: int
      dynUpdateTime?: datetime
      priceScheduleSignature?: string(256)

    type DERCurveGet
      curve: DERCurve
      id: string(36)
      curveType: DERControlType
      isDefault: bool
      isSuperseded: bool

    type DERCurve
      curveData: DERCurvePoints[1..10]
      hysteresis?: Hysteresis
      priority: int(0..)
      reactivePowerParams?: ReactivePowerParams
      voltageParams?: VoltageParams
      yUnit: DERUnit
      responseTime?: decimal
      startTime?: datetime
      duration?: decimal

    type DERCurvePoints
      x: decimal
      y: decimal

    type Hysteresis
      hysteresisHigh?: decimal
      hysteresisLow?: decimal
      hysteresisDelay?: decimal
      hysteresisGradient?: decimal

    type ReactivePowerParams
      vRef?: decimal
      autonomousVRefEnable?: bool
      autonomousVRefTimeConstant?: decimal

    type VoltageParams
      hv10MinMeanValue?: decimal
      hv10MinMeanTripDelay?: decimal
      powerDuringCessation?: PowerDuringCessation

    type EnterServiceGet
      enterService: EnterService
      id: string(36)

    type EnterService
      priority: int(0..)
      highVoltage: decimal
      lowVoltage: decimal
      highFreq: decimal
      lowFreq: decimal
      delay?: decimal
      randomDelay?: decimal
      rampRate?: decimal

    type FixedPFGet
      fixedPF: FixedPF
      id: string(36)
      isDefault: bool
      isSuperseded: bool

    type FixedPF
      priority: int(0..)
      displacement: decimal
      excitation: bool
      startTime?: datetime
      duration?: decimal

    type FixedVarGet
      fixedVar: FixedVar
      id: string(36)
      isDefault: bool
      isSuperseded: bool

    type FixedVar
      priority: int(0..)
      setpoint: decimal
      unit: DERUnit
      startTime?: datetime
      duration?: decimal

    type FreqDroopGet
      freqDroop: FreqDroop
      id: string(36)
      isDefault: bool
      isSuperseded: bool

    type FreqDroop
      priority: int(0..)
      overFreq: decimal
      underFreq: decimal
      overDroop: decimal
      underDroop: decimal
      responseTime: decimal
      startTime?: datetime
      duration?: decimal

    type GradientGet
      gradient: Gradient
      id: string(36)

    type Gradient
      priority: int(0..)
      gradient: decimal
      softGradient: decimal

    type LimitMaxDischargeGet
      id: string(36)
      isDefault: bool
      isSuperseded: bool
      limitMaxDischarge: LimitMaxDischarge

    type LimitMaxDischarge
      priority: int(0..)
      pctMaxDischargePower?: decimal
      powerMonitoringMustTrip?: DERCurve
      startTime?: datetime
      duration?: decimal

    type AuthorizationData
      idToken: IdToken
      idTokenInfo?: IdTokenInfo

    type NetworkConnectionProfile
      apn?: APN
      ocppVersion?: InterfaceVersion
      ocppInterface: OCPPInterface
      ocppTransport: OCPPTransport
      messageTimeout: int
      ocppCsmsUrl: string(2000)
      securityProfile: int(0..)
      identity?: string(48)
      basicAuthPassword?: string(64)
      vpn?: VPN

    type APN
      apn: string(2000)
      apnUserName?: string(50)
      apnPassword?: string(64)
      simPin?: int
      preferredNetwork?: string(6)
      useOnlyPreferredNetwork?: bool = false
      apnAuthentication: APNAuthentication

    type VPN
      server: string(2000)
      user: string(50)
      group?: string(50)
      password: string(64)
      key: string(255)
      type: VPNType

    type SetMonitoringData
      id?: int(0..)
      periodicEventStream?: PeriodicEventStreamParams
      transaction?: bool = false
      value: decimal
      type: MonitorType
      severity: int(0..)
      component: Component
      variable: Variable

    type SetMonitoringResult
      id?: int(0..)
      statusInfo?: StatusInfo
      status: SetMonitoringStatus
      type: MonitorType
      component: Component
      variable: Variable
      severity: int(0..)

    type SetVariableData
      attributeType?: AttributeType = Actual
      attributeValue: string(2500)
      component: Component
      variable: Variable

    type SetVariableResult
      attributeType?: AttributeType = Actual
      attributeStatus: SetVariableStatus
      attributeStatusInfo?: StatusInfo
      component: Component
      variable: Variable

    type CostDetails
      chargingPeriods?: ChargingPeriod[1..]
      totalCost: TotalCost
      totalUsage: TotalUsage
      failureToCalculate?: bool
      failureReason?: string(500)

    type ChargingPeriod
      dimensions?: CostDimension[1..]
      tariffId?: string(60)
      startPeriod: datetime

    type CostDimension
      type: CostDimensionKind
      volume: decimal

    type TotalCost
      currency: string(3)
      typeOfCost: TariffCostKind
      fixed?: Price
      energy?: Price
      chargingTime?: Price
      idleTime?: Price
      reservationTime?: Price
      reservationFixed?: Price
      total: TotalPrice

    type TotalPrice
      exclTax?: decimal
      inclTax?: decimal

    type TotalUsage
      energy: decimal
      chargingTime: int
      idleTime: int
      reservationTime?: int

    type Transaction
      transactionId: string(36)
      chargingState?: ChargingState
      timeSpentCharging?: int
      stoppedReason?: Reason
      remoteStartId?: int
      operationMode?: OperationMode
      tariffId?: string(60)
      transactionLimit?: TransactionLimit

    type TransactionLimit
      maxCost?: decimal
      maxEnergy?: decimal
      maxTime?: int
      maxSoC?: int(0..100)

    type Firmware
      location: string(2000)
      retrieveDateTime: datetime
      installDateTime?: datetime
      signingCertificate?: string(5500)
      signature?: string(800)

    block A Security

    message CertificateSigned cs
      certificateChain: string(10000)
      certificateType?: CertificateSigningUse
      requestId?: int
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
      hashRootCertificate?: CertificateHashData
      requestId?: int
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
      seqNo: int(0..)
    ->

    message Reset cs
      type: ResetType
      evseId?: int(0..)
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
      certificate?: string(10000)
      iso15118CertificateHashData?: OCSPRequestData[1..4]
    ->
      idTokenInfo: IdTokenInfo
      certificateStatus?: AuthorizeCertificateStatus
      allowedEnergyTransfer?: EnergyTransferMode[1..]
      tariff?: Tariff

    message ClearCache cs
    ->
      status: ClearCacheStatus
      statusInfo?: StatusInfo

    message NotifySettlement cp
      transactionId?: string(36)
      pspRef: string(255)
      status: PaymentStatus
      statusInfo?: string(500)
      settlementAmount: decimal
      settlementTime: datetime
      receiptId?: string(50)
      receiptUrl?: string(2000)
      vatCompany?: Address
      vatNumber?: string(20)
    ->
      receiptUrl?: string(2000)
      receiptId?: string(50)

    message NotifyWebPaymentStarted cs
      evseId: int(0..)
      timeout: int
    ->

    message VatNumberValidation cp
      vatNumber: string(20)
      evseId?: int(0..)
    ->
      company?: Address
      statusInfo?: StatusInfo
      vatNumber: string(20)
      evseId?: int(0..)
      status: GenericStatus

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
      costDetails?: CostDetails
      eventType: TransactionEventType
      meterValue?: MeterValue[1..]
      timestamp: datetime
      triggerReason: TriggerReason
      seqNo: int(0..)
      offline?: bool = false
      numberOfPhasesUsed?: int(0..3)
      cableMaxCurrent?: int
      reservationId?: int(0..)
      preconditioningStatus?: PreconditioningStatus
      evseSleep?: bool
      transactionInfo: Transaction
      evse?: EVSE
      idToken?: IdToken
    ->
      totalCost?: decimal
      chargingPriority?: int
      idTokenInfo?: IdTokenInfo
      transactionLimit?: TransactionLimit
      updatedPersonalMessage?: MessageContent
      updatedPersonalMessageExtra?: MessageContent[1..4]

    block F RemoteControl

    message RequestStartTransaction cs
      evseId?: int(1..)
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
      customTrigger?: string(50)
    ->
      status: TriggerMessageStatus
      statusInfo?: StatusInfo

    message UnlockConnector cs
      evseId: int(0..)
      connectorId: int(0..)
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
      evseId: int(0..)
      connectorId: int(0..)
    ->

    block H Reservation

    message CancelReservation cs
      reservationId: int(0..)
    ->
      status: CancelReservationStatus
      statusInfo?: StatusInfo

    message ReservationStatusUpdate cp
      reservationId: int(0..)
      reservationUpdateStatus: ReservationUpdateStatus
    ->

    message ReserveNow cs
      id: int(0..)
      expiryDateTime: datetime
      connectorType?: string(20)
      idToken: IdToken
      evseId?: int(0..)
      groupIdToken?: IdToken
    ->
      status: ReserveNowStatus
      statusInfo?: StatusInfo

    block I TariffAndCost

    message ChangeTransactionTariff cs
      tariff: Tariff
      transactionId: string(36)
    ->
      status: TariffChangeStatus
      statusInfo?: StatusInfo

    message ClearTariffs cs
      tariffIds?: string(60)[1..]
      evseId?: int(0..)
    ->
      clearTariffsResult: ClearTariffsResult[1..]

    message CostUpdated cs
      totalCost: decimal
      transactionId: string(36)
    ->

    message GetTariffs cs
      evseId: int(0..)
    ->
      status: TariffGetStatus
      statusInfo?: StatusInfo
      tariffAssignments?: TariffAssignment[1..]

    message SetDefaultTariff cs
      evseId: int(0..)
      tariff: Tariff
    ->
      status: TariffSetStatus
      statusInfo?: StatusInfo

    block J Metering

    message MeterValues cp
      evseId: int(0..)
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
      chargingLimitSource: string(20)
      evseId?: int(0..)
    ->

    message GetChargingProfiles cs
      requestId: int
      evseId?: int(0..)
      chargingProfile: ChargingProfileCriterion
    ->
      status: GetChargingProfileStatus
      statusInfo?: StatusInfo

    message GetCompositeSchedule cs
      duration: int
      chargingRateUnit?: ChargingRateUnit
      evseId: int(0..)
    ->
      status: GenericStatus
      statusInfo?: StatusInfo
      schedule?: CompositeSchedule

    message NotifyChargingLimit cp
      chargingSchedule?: ChargingSchedule[1..]
      evseId?: int(0..)
      chargingLimit: ChargingLimit
    ->

    message NotifyEVChargingNeeds cp
      evseId: int(1..)
      maxScheduleTuples?: int(0..)
      chargingNeeds: ChargingNeeds
      timestamp?: datetime
    ->
      status: NotifyEVChargingNeedsStatus
      statusInfo?: StatusInfo

    message NotifyEVChargingSchedule cp
      timeBase: datetime
      chargingSchedule: ChargingSchedule
      evseId: int(1..)
      selectedChargingScheduleId?: int(0..)
      powerToleranceAcceptance?: bool
    ->
      status: GenericStatus
      statusInfo?: StatusInfo

    message NotifyPriorityCharging cp
      transactionId: string(36)
      activated: bool
    ->

    message PullDynamicScheduleUpdate cp
      chargingProfileId: int
    ->
      scheduleUpdate?: ChargingScheduleUpdate
      status: ChargingProfileStatus
      statusInfo?: StatusInfo

    message ReportChargingProfiles cp
      requestId: int
      chargingLimitSource: string(20)
      chargingProfile: ChargingProfile[1..]
      tbc?: bool = false
      evseId: int(0..)
    ->

    message SetChargingProfile cs
      evseId: int(0..)
      chargingProfile: ChargingProfile
    ->
      status: ChargingProfileStatus
      statusInfo?: StatusInfo

    message UpdateDynamicSchedule cs
      chargingProfileId: int
      scheduleUpdate: ChargingScheduleUpdate
    ->
      status: ChargingProfileStatus
      statusInfo?: StatusInfo

    message UsePriorityCharging cs
      transactionId: string(36)
      activate: bool
    ->
      status: PriorityChargingStatus
      statusInfo?: StatusInfo

    block L FirmwareManagement

    message FirmwareStatusNotification cp
      status: FirmwareStatus
      requestId?: int
      statusInfo?: StatusInfo
    ->

    message PublishFirmware cs
      location: string(2000)
      retries?: int(0..)
      checksum: string(32)
      requestId: int(0..)
      retryInterval?: int(0..)
    ->
      status: GenericStatus
      statusInfo?: StatusInfo

    message PublishFirmwareStatusNotification cp
      status: PublishFirmwareStatus
      location?: string(2000)[1..]
      requestId?: int(0..)
      statusInfo?: StatusInfo
    ->

    message UnpublishFirmware cs
      checksum: string(32)
    ->
      status: UnpublishFirmwareStatus

    message UpdateFirmware cs
      retries?: int(0..)
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
      exiRequest: string(11000)
      maximumContractCertificateChains?: int(0..)
      prioritizedEMAIDs?: string(255)[1..8]
    ->
      status: Iso15118EVCertificateStatus
      statusInfo?: StatusInfo
      exiResponse: string(17000)
      remainingContracts?: int(0..)

    message GetCertificateChainStatus cp
      certificateStatusRequests: CertificateStatusRequestInfo[1..4]
    ->
      certificateStatus: CertificateStatus[1..4]

    message GetCertificateStatus cp
      ocspRequestData: OCSPRequestData
    ->
      status: GetCertificateStatusStatus
      statusInfo?: StatusInfo
      ocspResult?: string(18000)

    message GetInstalledCertificateIds cs
      certificateType?: GetCertificateIdUse[1..]
    ->
      status: GetInstalledCertificateStatus
      statusInfo?: StatusInfo
      certificateHashDataChain?: CertificateHashDataChain[1..]

    message InstallCertificate cs
      certificateType: InstallCertificateUse
      certificate: string(10000)
    ->
      status: InstallCertificateStatus
      statusInfo?: StatusInfo

    block N Diagnostics

    message AdjustPeriodicEventStream cs
      id: int(0..)
      params: PeriodicEventStreamParams
    ->
      status: GenericStatus
      statusInfo?: StatusInfo

    message ClearVariableMonitoring cs
      id: int(0..)[1..]
    ->
      clearMonitoringResult: ClearMonitoringResult[1..]

    message ClosePeriodicEventStream cp
      id: int(0..)
    ->

    message CustomerInformation cs
      customerCertificate?: CertificateHashData
      idToken?: IdToken
      requestId: int(0..)
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
      retries?: int(0..)
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

    message GetPeriodicEventStream cs
    ->
      constantStreamData?: ConstantStreamData[1..]

    message LogStatusNotification cp
      status: UploadLogStatus
      requestId?: int
      statusInfo?: StatusInfo
    ->

    message NotifyCustomerInformation cp
      data: string(512)
      tbc?: bool = false
      seqNo: int(0..)
      generatedAt: datetime
      requestId: int(0..)
    ->

    message NotifyEvent cp
      generatedAt: datetime
      tbc?: bool = false
      seqNo: int(0..)
      eventData: EventData[1..]
    ->

    message NotifyMonitoringReport cp
      monitor?: MonitoringData[1..]
      requestId: int
      tbc?: bool = false
      seqNo: int(0..)
      generatedAt: datetime
    ->

    send NotifyPeriodicEventStream cp
      data: StreamDataElement[1..]
      id: int(0..)
      pending: int(0..)
      basetime: datetime

    message OpenPeriodicEventStream cp
      constantStreamData: ConstantStreamData
    ->
      status: GenericStatus
      statusInfo?: StatusInfo

    message SetMonitoringBase cs
      monitoringBase: MonitoringBase
    ->
      status: GenericDeviceModelStatus
      statusInfo?: StatusInfo

    message SetMonitoringLevel cs
      severity: int(0..)
    ->
      status: GenericStatus
      statusInfo?: StatusInfo

    message SetVariableMonitoring cs
      setMonitoringData: SetMonitoringData[1..]
    ->
      setMonitoringResult: SetMonitoringResult[1..]

    block O DisplayMessage

    message ClearDisplayMessage cs
      id: int(0..)
    ->
      status: ClearMessageStatus
      statusInfo?: StatusInfo

    message GetDisplayMessages cs
      id?: int(0..)[1..]
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

    block Q BidirectionalPower

    message AFRRSignal cs
      timestamp: datetime
      signal: int
    ->
      status: GenericStatus
      statusInfo?: StatusInfo

    message NotifyAllowedEnergyTransfer cs
      transactionId: string(36)
      allowedEnergyTransfer: EnergyTransferMode[1..]
    ->
      status: NotifyAllowedEnergyTransferStatus
      statusInfo?: StatusInfo

    block R DERControl

    message ClearDERControl cs
      isDefault: bool
      controlType?: DERControlType
      controlId?: string(36)
    ->
      status: DERControlStatus
      statusInfo?: StatusInfo

    message GetDERControl cs
      requestId: int
      isDefault?: bool
      controlType?: DERControlType
      controlId?: string(36)
    ->
      status: DERControlStatus
      statusInfo?: StatusInfo

    message NotifyDERAlarm cp
      controlType: DERControlType
      gridEventFault?: GridEventFault
      alarmEnded?: bool
      timestamp: datetime
      extraInfo?: string(200)
    ->

    message NotifyDERStartStop cp
      controlId: string(36)
      started: bool
      timestamp: datetime
      supersededIds?: string(36)[1..24]
    ->

    message ReportDERControl cp
      curve?: DERCurveGet[1..24]
      enterService?: EnterServiceGet[1..24]
      fixedPFAbsorb?: FixedPFGet[1..24]
      fixedPFInject?: FixedPFGet[1..24]
      fixedVar?: FixedVarGet[1..24]
      freqDroop?: FreqDroopGet[1..24]
      gradient?: GradientGet[1..24]
      limitMaxDischarge?: LimitMaxDischargeGet[1..24]
      requestId: int
      tbc?: bool
    ->

    message SetDERControl cs
      isDefault: bool
      controlId: string(36)
      controlType: DERControlType
      curve?: DERCurve
      enterService?: EnterService
      fixedPFAbsorb?: FixedPF
      fixedPFInject?: FixedPF
      fixedVar?: FixedVar
      freqDroop?: FreqDroop
      gradient?: Gradient
      limitMaxDischarge?: LimitMaxDischarge
    ->
      status: DERControlStatus
      statusInfo?: StatusInfo
      supersededIds?: string(36)[1..24]

    block S BatterySwap

    message BatterySwap cp
      batteryData: BatteryData[1..]
      eventType: BatterySwapEvent
      idToken: IdToken
      requestId: int
    ->

    message RequestBatterySwap cs
      idToken: IdToken
      requestId: int
    ->
      status: GenericStatus
      statusInfo?: StatusInfo
    """
}
