public import OCPPJSON

/// The configuration keys of OCPP 1.6 §9, its security extension and its errata. The raw value
/// stands in flash: new keys go to the end of their group, numbers before `firstText`, texts after.
public enum ConfigurationKey: UInt8, Sendable, CaseIterable {
  case allowOfflineTxForUnknownId = 0
  case authorizationCacheEnabled = 1
  case authorizeRemoteTxRequests = 2
  case blinkRepeat = 3
  case clockAlignedDataInterval = 4
  case connectionTimeOut = 5
  case connectorPhaseRotationMaxLength = 6
  case getConfigurationMaxKeys = 7
  case heartbeatInterval = 8
  case lightIntensity = 9
  case localAuthorizeOffline = 10
  case localPreAuthorize = 11
  case maxEnergyOnInvalidId = 12
  case meterValuesAlignedDataMaxLength = 13
  case meterValuesSampledDataMaxLength = 14
  case meterValueSampleInterval = 15
  case minimumStatusDuration = 16
  case numberOfConnectors = 17
  case resetRetries = 18
  case stopTransactionOnEVSideDisconnect = 19
  case stopTransactionOnInvalidId = 20
  case stopTxnAlignedDataMaxLength = 21
  case stopTxnSampledDataMaxLength = 22
  case supportedFeatureProfilesMaxLength = 23
  case transactionMessageAttempts = 24
  case transactionMessageRetryInterval = 25
  case unlockConnectorOnEVSideDisconnect = 26
  case webSocketPingInterval = 27
  case localAuthListEnabled = 28
  case localAuthListMaxLength = 29
  case sendLocalListMaxLength = 30
  case reserveConnectorZeroSupported = 31
  case chargeProfileMaxStackLevel = 32
  case chargingScheduleMaxPeriods = 33
  case connectorSwitch3to1PhaseSupported = 34
  case maxChargingProfilesInstalled = 35
  case securityProfile = 36
  case additionalRootCertificateCheck = 37
  case certificateSignedMaxChainSize = 38
  case certificateStoreMaxLength = 39
  case messageTimeout = 40
  case stopTransactionMaxMeterValues = 41
  case connectorPhaseRotation = 128
  case meterValuesAlignedData = 129
  case meterValuesSampledData = 130
  case stopTxnAlignedData = 131
  case stopTxnSampledData = 132
  case supportedFeatureProfiles = 133
  case chargingScheduleAllowedChargingRateUnit = 134
  case authorizationKey = 135
  case cpoName = 136
  case supportedFileTransferProtocols = 137

  static var firstText: UInt8 { 128 }
  static var numberCount: Int { 42 }
  static var textCount: Int { 10 }
  static var count: Int { numberCount + textCount }

  /// The key at a place below `count`: numbers first.
  init(place: Int) {
    let isNumber = place < ConfigurationKey.numberCount
    let raw =
      isNumber ? place : place - ConfigurationKey.numberCount + Int(ConfigurationKey.firstText)
    guard let key = ConfigurationKey(rawValue: UInt8(truncatingIfNeeded: raw)) else {
      preconditionFailure("There is no configuration key at that place.")
    }
    self = key
  }

  /// The key of this name, whatever the case of its letters (a `CiString50`).
  public init?(name: Text) {
    for key in ConfigurationKey.allCases where key.name.isSame(ignoringCase: name) {
      self = key
      return
    }
    return nil
  }

  /// Whether the value may be set and never shown (security extension, AuthorizationKey).
  public var isSecret: Bool { access == .writeOnly }

  var isText: Bool { rawValue >= ConfigurationKey.firstText }
}

/// What values a key takes.
enum ConfigurationType {
  case flag
  case integer(ClosedRange<Int32>)
  case text(limit: Int)
  /// A list of measurands, with phases where they apply.
  case measurands
  /// A list of how the phases of connectors are wired, such as `0.RST,1.RTS`.
  case phaseRotations
  /// The password of HTTP Basic authentication, of so many characters.
  case password(ClosedRange<Int>)
}

enum ConfigurationAccess { case readWrite, readOnly, writeOnly }

extension ConfigurationKey {
  var type: ConfigurationType {
    switch self {
    case .allowOfflineTxForUnknownId, .authorizationCacheEnabled, .authorizeRemoteTxRequests,
      .localAuthorizeOffline, .localPreAuthorize, .stopTransactionOnEVSideDisconnect,
      .stopTransactionOnInvalidId, .unlockConnectorOnEVSideDisconnect, .localAuthListEnabled,
      .reserveConnectorZeroSupported, .connectorSwitch3to1PhaseSupported,
      .additionalRootCertificateCheck:
      .flag
    case .lightIntensity: .integer(0...100)
    case .securityProfile: .integer(0...3)
    case .clockAlignedDataInterval, .meterValueSampleInterval, .minimumStatusDuration,
      .heartbeatInterval, .webSocketPingInterval:
      .integer(0...86_400)
    case .connectionTimeOut: .integer(1...86_400)
    case .transactionMessageAttempts: .integer(1...100)
    case .transactionMessageRetryInterval: .integer(0...86_400)
    case .messageTimeout: .integer(1...600)
    case .resetRetries, .blinkRepeat: .integer(0...100)
    case .stopTransactionMaxMeterValues: .integer(0...1_000)
    case .maxEnergyOnInvalidId: .integer(0...1_000_000)
    case .connectorPhaseRotationMaxLength, .getConfigurationMaxKeys,
      .meterValuesAlignedDataMaxLength, .meterValuesSampledDataMaxLength, .numberOfConnectors,
      .stopTxnAlignedDataMaxLength, .stopTxnSampledDataMaxLength,
      .supportedFeatureProfilesMaxLength, .localAuthListMaxLength, .sendLocalListMaxLength,
      .chargeProfileMaxStackLevel, .chargingScheduleMaxPeriods, .maxChargingProfilesInstalled,
      .certificateSignedMaxChainSize, .certificateStoreMaxLength:
      .integer(0...Int32.max)
    case .meterValuesAlignedData, .meterValuesSampledData, .stopTxnAlignedData, .stopTxnSampledData:
      .measurands
    case .connectorPhaseRotation: .phaseRotations
    case .supportedFeatureProfiles, .chargingScheduleAllowedChargingRateUnit, .cpoName,
      .supportedFileTransferProtocols:
      .text(limit: 255)
    case .authorizationKey: .password(16...40)
    }
  }

  var access: ConfigurationAccess {
    switch self {
    case .connectorPhaseRotationMaxLength, .getConfigurationMaxKeys,
      .meterValuesAlignedDataMaxLength, .meterValuesSampledDataMaxLength, .numberOfConnectors,
      .stopTxnAlignedDataMaxLength, .stopTxnSampledDataMaxLength, .supportedFeatureProfiles,
      .supportedFeatureProfilesMaxLength, .localAuthListMaxLength, .sendLocalListMaxLength,
      .reserveConnectorZeroSupported, .chargeProfileMaxStackLevel,
      .chargingScheduleAllowedChargingRateUnit, .chargingScheduleMaxPeriods,
      .connectorSwitch3to1PhaseSupported, .maxChargingProfilesInstalled,
      .additionalRootCertificateCheck, .certificateSignedMaxChainSize,
      .certificateStoreMaxLength, .supportedFileTransferProtocols:
      .readOnly
    case .authorizationKey: .writeOnly
    default: .readWrite
    }
  }

  /// Whether the central system may not change it.
  public var isReadOnly: Bool { access == .readOnly }
  /// Whether it is secret.
  public var isWriteOnly: Bool { access == .writeOnly }
}
