import OCPP16
public import OCPPJSON
import OCPPRPC

extension ChargePoint {
  /// A key's value as it stands on the wire; nil for a key that is not there.
  public func configurationValue(_ key: ConfigurationKey) -> Text { configuration.wireValue(key) }

  /// Sets a key from outside the protocol, by its name. Read-only keys too: whoever has the station
  /// in front of him may. False when the key or the value is not one.
  public mutating func preset(_ name: Text, _ value: Text) -> Bool {
    if let place = ownKey(name) { return changeOwn(place, to: value) }
    guard let key = ConfigurationKey(name: name), configuration.change(key, to: value) else {
      return false
    }
    changed(key)
    return true
  }

  /// Written key by key into the frame: as values of a message, all of them together took more memory than
  /// a chip's whole session (docs/decisions/0039-chip-budgets.md).
  mutating func getConfiguration(_ request: GetConfigurationRequest) {
    let asked = request.key ?? []
    if asked.count > Int(configuration.number(.getConfigurationMaxKeys)) {
      return refuse(.occurrenceConstraintViolation, "more keys than GetConfigurationMaxKeys")
    }
    guard answering != nil else { return }
    // A frame that is larger than usual gets its room at once: growing, it would stand in memory twice.
    var bytes = 128
    var known = 0
    let count = asked.isEmpty ? keyCount : asked.count
    for index in 0..<count {
      guard let value = keyValue(asked, index) else { continue }
      known += 1
      bytes += 64 + value.key.count + (value.value?.count ?? 0)
    }
    output.frames.makeRoom(bytes)
    let start = beginAnswer()
    output.frames.beginObject()
    if known > 0 { writeKnown(asked, count) }
    if known < asked.count { writeUnknown(asked) }
    output.frames.endObject()
    endFrame(start)
  }

  private var keyCount: Int {
    ConfigurationKey.count + (FeatureSet.hasExtensions ? ownKeys.count : 0)
  }

  private mutating func writeKnown(_ asked: [Text], _ count: Int) {
    output.frames.key("configurationKey")
    output.frames.beginArray()
    for index in 0..<count {
      guard let value = keyValue(asked, index) else { continue }
      output.frames.item()
      value.write(&output.frames)
    }
    output.frames.endArray()
  }

  private mutating func writeUnknown(_ asked: [Text]) {
    output.frames.key("unknownKey")
    output.frames.beginArray()
    for index in asked.indices where keyValue(asked, index) == nil {
      output.frames.item()
      output.frames.text(asked[index])
    }
    output.frames.endArray()
  }

  /// One of the keys that were asked for, or of all when none was; nil for one that is not there.
  private func keyValue(_ asked: [Text], _ index: Int) -> KeyValue? {
    if asked.isEmpty {
      if index >= ConfigurationKey.count { return ownKeyValue(index - ConfigurationKey.count) }
      let key = ConfigurationKey(place: index)
      return isPresent(key) ? keyValue(key) : nil
    }
    if let key = ConfigurationKey(name: asked[index]), isPresent(key) { return keyValue(key) }
    return ownKey(asked[index]).map { ownKeyValue($0) }
  }

  private func isPresent(_ key: ConfigurationKey) -> Bool {
    switch key {
    case .localAuthListEnabled, .localAuthListMaxLength, .sendLocalListMaxLength:
      setup.listLimit > 0
    case .authorizationCacheEnabled: setup.cacheLimit > 0
    case .chargeProfileMaxStackLevel, .chargingScheduleAllowedChargingRateUnit,
      .chargingScheduleMaxPeriods, .connectorSwitch3to1PhaseSupported,
      .maxChargingProfilesInstalled:
      setup.profileLimit > 0
    default: true
    }
  }

  private func keyValue(_ key: ConfigurationKey) -> KeyValue {
    KeyValue(
      key: key.name, readonly: key.access == .readOnly,
      value: key.access == .writeOnly ? nil : configuration.wireValue(key))
  }

  private func ownKeyValue(_ place: Int) -> KeyValue {
    KeyValue(
      key: ownKeys[place].name, readonly: ownKeys[place].isReadOnly, value: ownKeys[place].value)
  }

  mutating func changeConfiguration(_ request: ChangeConfigurationRequest) {
    guard let key = ConfigurationKey(name: request.key), isPresent(key) else {
      return reply(ChangeConfigurationResponse(status: ownKeyChanged(request)))
    }
    guard key.access != .readOnly, isAllowed(key, request.value),
      hasRoom(forValue: 6 + request.value.count),
      configuration.change(key, to: request.value)
    else {
      return reply(ChangeConfigurationResponse(status: .rejected))
    }
    // No key waits for a restart: what changes, changes now.
    reply(ChangeConfigurationResponse(status: .accepted))
    changed(key)
  }

  private mutating func ownKeyChanged(
    _ request: ChangeConfigurationRequest
  ) -> ConfigurationStatus {
    guard let place = ownKey(request.key) else { return .notSupported }
    guard !ownKeys[place].isReadOnly, hasRoom(forValue: 6 + request.value.count),
      changeOwn(place, to: request.value)
    else { return .rejected }
    return ownKeys[place].needsRestart ? .rebootRequired : .accepted
  }

  /// The security profile only goes up, and not further than what is installed carries (security
  /// whitepaper A05).
  private func isAllowed(_ key: ConfigurationKey, _ value: Text) -> Bool {
    guard key == .securityProfile, let wanted = value.asInteger else { return true }
    return wanted >= configuration.number(key) && wanted <= Int64(highestSecurityProfile)
  }

  mutating func change(_ key: ConfigurationKey, number: Int32) {
    configuration.set(key, number: number)
    changed(key)
  }

  /// Journals a key and does what follows from its new value.
  @inline(never) private mutating func changed(_ key: ConfigurationKey) {
    if key.isText {
      output.put(
        .configuration, Int(key.rawValue), ConfigurationRecord(text: configuration.text(key)))
    } else {
      let number = configuration.numbers[Int(key.rawValue)]
      output.put(.configuration, Int(key.rawValue), ConfigurationRecord(number: number))
    }
    if FeatureSet.hasExtensions { output.replace(.applyConfiguration(key: key.name)) }
    switch key {
    case .meterValueSampleInterval:
      for number in 1..<connectors.count { planSamples(number) }
    case .clockAlignedDataInterval: planAligned()
    case .authorizationKey:
      output.replace(.useAuthorizationKey(configuration.text(key)))
    case .securityProfile:
      output.replace(.useSecurityProfile(Int(configuration.number(key))))
    default: break
    }
  }
}
