import OCPP16
import OCPPJSON

/// The values of the configuration keys, typed.
struct Configuration: ~Copyable, Sendable {
  private let pin = Pin()
  private(set) var numbers: [Int32]
  private(set) var texts: [Text]
  private let measurands: [Measurand]
  private(set) var sampled = MeasurandList()
  private(set) var aligned = MeasurandList()
  private(set) var stopSampled = MeasurandList()
  private(set) var stopAligned = MeasurandList()

  static var measurandLimit: Int { 16 }

  init(_ setup: __shared StationSetup) {
    numbers = [Int32](repeating: 0, count: ConfigurationKey.numberCount)
    texts = [Text](repeating: Text(), count: ConfigurationKey.textCount)
    measurands = setup.measurands
    for key in ConfigurationKey.allCases where !key.isText {
      numbers[Int(key.rawValue)] = Configuration.factoryNumber(key, setup)
    }
    put(.meterValuesAlignedData, "Energy.Active.Import.Register")
    put(.meterValuesSampledData, "Energy.Active.Import.Register")
    put(.supportedFeatureProfiles, Configuration.profiles(setup))
    put(.chargingScheduleAllowedChargingRateUnit, "Current,Power")
    put(.connectorPhaseRotation, "Unknown")
    put(.supportedFileTransferProtocols, setup.fileTransferProtocols)
  }

  private static func factoryNumber(_ key: ConfigurationKey, _ setup: StationSetup) -> Int32 {
    switch key {
    case .authorizationCacheEnabled: setup.cacheLimit > 0 ? 1 : 0
    case .localAuthListEnabled: setup.listLimit > 0 ? 1 : 0
    case .localAuthorizeOffline, .localPreAuthorize, .stopTransactionOnEVSideDisconnect,
      .stopTransactionOnInvalidId, .unlockConnectorOnEVSideDisconnect:
      1
    case .connectionTimeOut: 60
    case .connectorPhaseRotationMaxLength, .meterValuesAlignedDataMaxLength,
      .meterValuesSampledDataMaxLength, .stopTxnAlignedDataMaxLength,
      .stopTxnSampledDataMaxLength:
      Int32(measurandLimit)
    case .getConfigurationMaxKeys: 64
    case .heartbeatInterval: 3_600
    case .lightIntensity: 100
    case .meterValueSampleInterval: 60
    case .numberOfConnectors: Int32(setup.connectors)
    case .resetRetries, .transactionMessageAttempts: 3
    case .supportedFeatureProfilesMaxLength: 6
    case .transactionMessageRetryInterval: 60
    case .webSocketPingInterval: 30
    case .localAuthListMaxLength: Int32(setup.listLimit)
    case .sendLocalListMaxLength: Int32(setup.listPerCall)
    case .reserveConnectorZeroSupported: setup.reservesConnectorZero ? 1 : 0
    case .chargeProfileMaxStackLevel: Int32(setup.maximumStackLevel)
    case .chargingScheduleMaxPeriods: Int32(setup.periodLimit)
    case .maxChargingProfilesInstalled: Int32(setup.profileLimit)
    case .certificateSignedMaxChainSize: 10_000
    case .certificateStoreMaxLength: 8
    case .messageTimeout: 30
    case .stopTransactionMaxMeterValues: 50
    default: 0
    }
  }

  private static func profiles(_ setup: StationSetup) -> Text {
    var words: [UInt8] = []
    func add(_ word: StaticString) {
      if !words.isEmpty { words.append(0x2C) }
      words.append(contentsOf: Text(word).bytes)
    }
    add("Core")
    if FeatureSet.isComplete && setup.managesFirmware { add("FirmwareManagement") }
    if setup.listLimit > 0 { add("LocalAuthListManagement") }
    if FeatureSet.isComplete { add("Reservation") }
    if setup.profileLimit > 0 { add("SmartCharging") }
    if FeatureSet.isComplete { add("RemoteTrigger") }
    return Text(utf8: words)
  }

  @inline(never) func number(_ key: ConfigurationKey) -> Int64 { Int64(numbers[Int(key.rawValue)]) }
  @inline(never) func isOn(_ key: ConfigurationKey) -> Bool { numbers[Int(key.rawValue)] != 0 }
  /// Of a key in seconds.
  @inline(never) func milliseconds(_ key: ConfigurationKey) -> Int64 { number(key) * 1000 }

  @inline(never) func text(_ key: ConfigurationKey) -> Text {
    texts[Int(key.rawValue - ConfigurationKey.firstText)]
  }

  /// The value as it stands on the wire.
  func wireValue(_ key: ConfigurationKey) -> Text {
    switch key.type {
    case .flag: isOn(key) ? "true" : "false"
    case .integer: Text(number(key), places: 0)
    case .text, .measurands, .phaseRotations, .password: text(key)
    }
  }

  mutating func set(_ key: ConfigurationKey, number: Int32) { numbers[Int(key.rawValue)] = number }

  mutating func put(_ key: ConfigurationKey, _ text: Text) {
    texts[Int(key.rawValue - ConfigurationKey.firstText)] = text
    switch key {
    case .meterValuesSampledData: sampled = MeasurandList(text, measurands) ?? sampled
    case .meterValuesAlignedData: aligned = MeasurandList(text, measurands) ?? aligned
    case .stopTxnSampledData: stopSampled = MeasurandList(text, measurands) ?? stopSampled
    case .stopTxnAlignedData: stopAligned = MeasurandList(text, measurands) ?? stopAligned
    default: break
    }
  }
}

extension Configuration {
  /// Takes a value as it stands on the wire; false when the key does not take it, and then nothing
  /// has changed.
  mutating func change(_ key: ConfigurationKey, to value: Text) -> Bool {
    switch key.type {
    case .flag:
      guard let isOn = value.asFlag else { return false }
      set(key, number: isOn ? 1 : 0)
    case .integer(let range):
      guard let number = value.asInteger, let small = Int32(exactly: number),
        range.contains(small)
      else { return false }
      set(key, number: small)
    case .text(let limit):
      if value.count > limit { return false }
      put(key, value)
    case .measurands:
      guard let list = MeasurandList(value, measurands), list.count <= Configuration.measurandLimit
      else { return false }
      put(key, value)
    case .phaseRotations:
      guard PhaseRotations.areValid(value, connectors: Int(number(.numberOfConnectors))) else {
        return false
      }
      put(key, value)
    case .password(let range):
      if !range.contains(value.count) { return false }
      put(key, value)
    }
    return true
  }
}

/// A configuration value in the journal.
struct ConfigurationRecord: Recorded {
  var number: Int32 = 0
  var text = Text()

  init(number: Int32) { self.number = number }
  init(text: Text) { self.text = text }

  func write(_ writer: inout RecordWriter) {
    writer.put32(number)
    writer.put(text)
  }

  init?(_ reader: inout RecordReader) {
    number = reader.getInt32()
    text = reader.getText()
    if reader.failed { return nil }
  }
}
