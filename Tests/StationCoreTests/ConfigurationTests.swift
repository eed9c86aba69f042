import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

/// Every key, as OCPP 1.6 §9, its errata and the security extension have it, and the ranges this
/// station states.
@Suite struct ConfigurationTests {
  enum Kind: Sendable {
    case flag
    case integer(Int, Int)
    case words(good: [String], bad: [String])
  }

  struct Key: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: Kind
    var testDescription: String { name }
  }

  static let measurands = Kind.words(
    good: ["", "Energy.Active.Import.Register", "Voltage.L1-N,SoC"],
    bad: ["Energy", "Voltage.L9", "Energy.Active.Import.Register,,SoC", "RPM"])
  static let day = Kind.integer(0, 86_400)

  static let writable = [
    Key(name: "AllowOfflineTxForUnknownId", kind: .flag),
    Key(name: "AuthorizationCacheEnabled", kind: .flag),
    Key(name: "AuthorizeRemoteTxRequests", kind: .flag),
    Key(name: "BlinkRepeat", kind: .integer(0, 100)),
    Key(name: "ClockAlignedDataInterval", kind: day),
    Key(name: "ConnectionTimeOut", kind: .integer(1, 86_400)),
    Key(
      name: "ConnectorPhaseRotation",
      kind: .words(
        good: ["Unknown", "0.RST,1.TSR", "0.NotApplicable, 1.Unknown"],
        bad: ["", "RSS", "2.RST", "0.RST,", ".RST", "x.RST", "0.RST;1.RST"])),
    Key(name: "HeartbeatInterval", kind: day),
    Key(name: "LightIntensity", kind: .integer(0, 100)),
    Key(name: "LocalAuthListEnabled", kind: .flag),
    Key(name: "LocalAuthorizeOffline", kind: .flag),
    Key(name: "LocalPreAuthorize", kind: .flag),
    Key(name: "MaxEnergyOnInvalidId", kind: .integer(0, 1_000_000)),
    Key(name: "MessageTimeout", kind: .integer(1, 600)),
    Key(name: "MeterValueSampleInterval", kind: day),
    Key(name: "MeterValuesAlignedData", kind: measurands),
    Key(name: "MeterValuesSampledData", kind: measurands),
    Key(name: "MinimumStatusDuration", kind: day),
    Key(name: "ResetRetries", kind: .integer(0, 100)),
    Key(name: "StopTransactionMaxMeterValues", kind: .integer(0, 1_000)),
    Key(name: "StopTransactionOnEVSideDisconnect", kind: .flag),
    Key(name: "StopTransactionOnInvalidId", kind: .flag),
    Key(name: "StopTxnAlignedData", kind: measurands),
    Key(name: "StopTxnSampledData", kind: measurands),
    Key(name: "TransactionMessageAttempts", kind: .integer(1, 100)),
    Key(name: "TransactionMessageRetryInterval", kind: day),
    Key(name: "UnlockConnectorOnEVSideDisconnect", kind: .flag),
    Key(name: "WebSocketPingInterval", kind: day),
    Key(
      name: "CpoName",
      kind: .words(good: ["", "A & B"], bad: [String(repeating: "x", count: 256)])),
    Key(
      name: "AuthorizationKey",
      kind: .words(
        good: ["0123456789abcdef", String(repeating: "a", count: 40)],
        bad: ["0123456789abcde", String(repeating: "a", count: 41)])),
    Key(name: "SecurityProfile", kind: .integer(0, 3)),
  ]

  static let readOnly = [
    "AdditionalRootCertificateCheck", "CertificateSignedMaxChainSize", "CertificateStoreMaxLength",
    "ChargeProfileMaxStackLevel", "ChargingScheduleAllowedChargingRateUnit",
    "ChargingScheduleMaxPeriods", "ConnectorPhaseRotationMaxLength",
    "ConnectorSwitch3to1PhaseSupported", "GetConfigurationMaxKeys", "LocalAuthListMaxLength",
    "MaxChargingProfilesInstalled", "MeterValuesAlignedDataMaxLength",
    "MeterValuesSampledDataMaxLength", "NumberOfConnectors", "ReserveConnectorZeroSupported",
    "SendLocalListMaxLength", "StopTxnAlignedDataMaxLength", "StopTxnSampledDataMaxLength",
    "SupportedFeatureProfiles", "SupportedFeatureProfilesMaxLength",
    "SupportedFileTransferProtocols",
  ]

  @Test(
    "There are these keys and no others, and each says whether it may be changed",
    .covers("CP16-62"))
  func keys() {
    let bench = Bench.accepted()
    let list = bench.call("GetConfiguration")?["configurationKey"] as? [[String: Any]] ?? []
    func names(_ isReadOnly: Bool) -> [String] {
      list.filter { $0["readonly"] as? Bool == isReadOnly }.compactMap { $0["key"] as? String }
        .sorted()
    }
    #expect(names(true) == Self.readOnly.sorted())
    #expect(names(false) == Self.writable.map(\.name).sorted())
    let hidden = list.filter { $0["value"] == nil }.compactMap { $0["key"] as? String }
    #expect(hidden == ["AuthorizationKey"])
  }

  @Test(
    "A key that may not be changed is rejected and stays", .covers("CP16-62"),
    arguments: ConfigurationTests.readOnly)
  func refusal(name: String) {
    let bench = Bench.accepted()
    let before = value(name, bench)
    for word in ["0", "1", "true", "Core"] { #expect(change(name, word, bench) == "Rejected") }
    #expect(value(name, bench) == before)
  }

  @Test(
    "A key takes what its type and range allow, at once, and nothing else; it survives a restart",
    .covers("CP16-62"), arguments: ConfigurationTests.writable)
  func range(key: Key) {
    let bench = Bench.accepted()
    let good: [String]
    var bad = ["1.5", "1e2", "0x10", "many"]
    switch key.kind {
    case .flag:
      good = ["true", "false"]
      bad += ["", "1", "0", "yes"]
    case .integer(let low, let high):
      good = ["\(low)", "\(high)"]
      bad += ["", "\(low - 1)", "\(high + 1)", "true"]
    case .words(let words, let wrong):
      good = words
      bad = wrong
    }
    for word in good {
      #expect(change(key.name, word, bench) == "Accepted", "\(word)")
      if key.name != "AuthorizationKey" { #expect(value(key.name, bench) == word) }
      for wrong in bad {
        #expect(change(key.name, wrong, bench) == "Rejected", "\(wrong)")
      }
      if key.name != "AuthorizationKey" { #expect(value(key.name, bench) == word) }
    }
    // BootNotification.conf does not say how often to beat.
    bench.server.interval = 0
    let next = bench.rebooted()
    next.powerOn()
    if key.name != "AuthorizationKey" { #expect(value(key.name, next) == good.last) }
  }

  private func change(_ name: String, _ value: String, _ bench: Bench) -> String? {
    bench.status("ChangeConfiguration", "{\"key\":\"\(name)\",\"value\":\"\(value)\"}")
  }

  private func value(_ name: String, _ bench: Bench) -> String? {
    let answer = bench.call("GetConfiguration", "{\"key\":[\"\(name)\"]}")
    return (answer?["configurationKey"] as? [[String: Any]])?.first?["value"] as? String
  }
}
