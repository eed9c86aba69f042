public import OCPPJSON

extension ConfigurationKey {
  /// The name on the wire.
  public var name: Text {
    isText
      ? Text(line: Int(rawValue - ConfigurationKey.firstText), of: ConfigurationKey.textNames)
      : Text(line: Int(rawValue), of: ConfigurationKey.numberNames)
  }

  /// Line by line the names of the keys for texts, in the order of their raw values.
  private static var textNames: StaticString {
    """
    ConnectorPhaseRotation
    MeterValuesAlignedData
    MeterValuesSampledData
    StopTxnAlignedData
    StopTxnSampledData
    SupportedFeatureProfiles
    ChargingScheduleAllowedChargingRateUnit
    AuthorizationKey
    CpoName
    SupportedFileTransferProtocols
    """
  }

  /// The names of the keys for numbers. One constant: a switch over so many takes 14 bytes of code for
  /// each.
  private static var numberNames: StaticString {
    """
    AllowOfflineTxForUnknownId
    AuthorizationCacheEnabled
    AuthorizeRemoteTxRequests
    BlinkRepeat
    ClockAlignedDataInterval
    ConnectionTimeOut
    ConnectorPhaseRotationMaxLength
    GetConfigurationMaxKeys
    HeartbeatInterval
    LightIntensity
    LocalAuthorizeOffline
    LocalPreAuthorize
    MaxEnergyOnInvalidId
    MeterValuesAlignedDataMaxLength
    MeterValuesSampledDataMaxLength
    MeterValueSampleInterval
    MinimumStatusDuration
    NumberOfConnectors
    ResetRetries
    StopTransactionOnEVSideDisconnect
    StopTransactionOnInvalidId
    StopTxnAlignedDataMaxLength
    StopTxnSampledDataMaxLength
    SupportedFeatureProfilesMaxLength
    TransactionMessageAttempts
    TransactionMessageRetryInterval
    UnlockConnectorOnEVSideDisconnect
    WebSocketPingInterval
    LocalAuthListEnabled
    LocalAuthListMaxLength
    SendLocalListMaxLength
    ReserveConnectorZeroSupported
    ChargeProfileMaxStackLevel
    ChargingScheduleMaxPeriods
    ConnectorSwitch3to1PhaseSupported
    MaxChargingProfilesInstalled
    SecurityProfile
    AdditionalRootCertificateCheck
    CertificateSignedMaxChainSize
    CertificateStoreMaxLength
    MessageTimeout
    StopTransactionMaxMeterValues
    """
  }
}
