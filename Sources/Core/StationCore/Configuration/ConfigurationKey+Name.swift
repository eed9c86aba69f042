extension ConfigurationKey {
  /// The name on the wire.
  public var name: StaticString { isText ? textName : numberName }

  private var textName: StaticString {
    switch self {
    case .connectorPhaseRotation: "ConnectorPhaseRotation"
    case .meterValuesAlignedData: "MeterValuesAlignedData"
    case .meterValuesSampledData: "MeterValuesSampledData"
    case .stopTxnAlignedData: "StopTxnAlignedData"
    case .stopTxnSampledData: "StopTxnSampledData"
    case .supportedFeatureProfiles: "SupportedFeatureProfiles"
    case .chargingScheduleAllowedChargingRateUnit: "ChargingScheduleAllowedChargingRateUnit"
    case .authorizationKey: "AuthorizationKey"
    case .supportedFileTransferProtocols: "SupportedFileTransferProtocols"
    default: "CpoName"
    }
  }

  private var numberName: StaticString {
    switch self {
    case .allowOfflineTxForUnknownId: "AllowOfflineTxForUnknownId"
    case .authorizationCacheEnabled: "AuthorizationCacheEnabled"
    case .authorizeRemoteTxRequests: "AuthorizeRemoteTxRequests"
    case .blinkRepeat: "BlinkRepeat"
    case .clockAlignedDataInterval: "ClockAlignedDataInterval"
    case .connectionTimeOut: "ConnectionTimeOut"
    case .connectorPhaseRotationMaxLength: "ConnectorPhaseRotationMaxLength"
    case .getConfigurationMaxKeys: "GetConfigurationMaxKeys"
    case .heartbeatInterval: "HeartbeatInterval"
    case .lightIntensity: "LightIntensity"
    case .localAuthorizeOffline: "LocalAuthorizeOffline"
    case .localPreAuthorize: "LocalPreAuthorize"
    case .maxEnergyOnInvalidId: "MaxEnergyOnInvalidId"
    case .meterValuesAlignedDataMaxLength: "MeterValuesAlignedDataMaxLength"
    case .meterValuesSampledDataMaxLength: "MeterValuesSampledDataMaxLength"
    case .meterValueSampleInterval: "MeterValueSampleInterval"
    case .minimumStatusDuration: "MinimumStatusDuration"
    case .numberOfConnectors: "NumberOfConnectors"
    case .resetRetries: "ResetRetries"
    case .stopTransactionOnEVSideDisconnect: "StopTransactionOnEVSideDisconnect"
    case .stopTransactionOnInvalidId: "StopTransactionOnInvalidId"
    case .stopTxnAlignedDataMaxLength: "StopTxnAlignedDataMaxLength"
    case .stopTxnSampledDataMaxLength: "StopTxnSampledDataMaxLength"
    case .supportedFeatureProfilesMaxLength: "SupportedFeatureProfilesMaxLength"
    case .transactionMessageAttempts: "TransactionMessageAttempts"
    case .transactionMessageRetryInterval: "TransactionMessageRetryInterval"
    case .unlockConnectorOnEVSideDisconnect: "UnlockConnectorOnEVSideDisconnect"
    case .webSocketPingInterval: "WebSocketPingInterval"
    case .localAuthListEnabled: "LocalAuthListEnabled"
    case .localAuthListMaxLength: "LocalAuthListMaxLength"
    case .sendLocalListMaxLength: "SendLocalListMaxLength"
    case .reserveConnectorZeroSupported: "ReserveConnectorZeroSupported"
    case .chargeProfileMaxStackLevel: "ChargeProfileMaxStackLevel"
    case .chargingScheduleMaxPeriods: "ChargingScheduleMaxPeriods"
    case .connectorSwitch3to1PhaseSupported: "ConnectorSwitch3to1PhaseSupported"
    case .maxChargingProfilesInstalled: "MaxChargingProfilesInstalled"
    case .securityProfile: "SecurityProfile"
    case .additionalRootCertificateCheck: "AdditionalRootCertificateCheck"
    case .certificateSignedMaxChainSize: "CertificateSignedMaxChainSize"
    case .certificateStoreMaxLength: "CertificateStoreMaxLength"
    case .messageTimeout: "MessageTimeout"
    default: "StopTransactionMaxMeterValues"
    }
  }
}
