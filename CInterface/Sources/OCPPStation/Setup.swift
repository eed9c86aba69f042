import COCPPStation
import OCPP16
import OCPPJSON
import StationCore
import WebSocketStream

extension StationSetup {
  /// - Throws: `OCPP_BAD_ARGUMENT` for what is missing or out of its range, and what `text` throws.
  init(_ setup: ocpp_setup) throws(Failure) {
    guard setup.interface == UInt32(OCPP_STATION_INTERFACE) else {
      throw Failure(OCPP_WRONG_VERSION)
    }
    self.init()
    identity.vendor = try text(setup.vendor, limit: 20)
    identity.model = try text(setup.model, limit: 20)
    guard !identity.vendor.isEmpty, !identity.model.isEmpty else {
      throw Failure(OCPP_BAD_ARGUMENT)
    }
    identity.serialNumber = try text(optional: setup.serial_number, limit: 25)
    identity.firmwareVersion = try text(optional: setup.firmware_version, limit: 50)
    identity.boxSerialNumber = try text(optional: setup.box_serial_number, limit: 25)
    identity.iccid = try text(optional: setup.iccid, limit: 20)
    identity.imsi = try text(optional: setup.imsi, limit: 20)
    identity.meterType = try text(optional: setup.meter_type, limit: 25)
    identity.meterSerialNumber = try text(optional: setup.meter_serial_number, limit: 25)
    connectors = try within(1...16, setup.connectors)
    maximumCurrent = Int32(try within(6_000...1_000_000, setup.maximum_current_ma))
    phases = try within(1...3, setup.phases)
    voltage = Int32(try within(50...1_000, setup.voltage))
    guard phases != 2 else { throw Failure(OCPP_BAD_ARGUMENT) }
    hasMainMeter = setup.has_main_meter
    powerLoss = setup.resumes_after_power_loss ? .resume : .stop
    queueLimit = try within(8...10_000, setup.queue_limit)
    cacheLimit = try within(0...10_000, setup.cache_limit)
    listLimit = try within(0...10_000, setup.list_limit)
    listPerCall = try within(0...1_000, setup.list_per_call)
    profileLimit = try within(0...1_000, setup.profile_limit)
    frameLimit = try within(512...65_536, setup.frame_limit)
    stopSampleLimit = try within(0...1_000, setup.stop_sample_limit)
    periodLimit = try within(1...100, setup.period_limit)
    // An event of a chip has a few steps; more room than that comes when it is needed.
    eventRoom = 8
    try takeMeans(setup)
  }

  /// What the program has callbacks for, and what it has not.
  private mutating func takeMeans(_ setup: ocpp_setup) throws(Failure) {
    canUnlock = setup.hardware.force_unlock != nil || setup.hardware.set_lock != nil
    canUpdateFirmware = setup.firmware != nil
    canUpload = setup.uploads != nil
    keepsCertificates = setup.certificates != nil
    takesDataOfAnyVendor = setup.data_transfer?.pointee.received != nil
    fileTransferProtocols = try text(optional: setup.file_transfer_protocols, limit: 255) ?? Text()
    guard setup.measurands & ~UInt32(OCPP_MEASURES_ALL) == 0 else {
      throw Failure(OCPP_BAD_ARGUMENT)
    }
    measurands = [.energyActiveImportRegister, .currentOffered, .powerOffered]
    func measures(_ bit: Int, _ measurand: Measurand) {
      if setup.measurands & UInt32(bit) != 0 { measurands.append(measurand) }
    }
    measures(OCPP_MEASURES_POWER, .powerActiveImport)
    measures(OCPP_MEASURES_CURRENT, .currentImport)
    measures(OCPP_MEASURES_VOLTAGE, .voltage)
    measures(OCPP_MEASURES_CHARGE, .soc)
    measures(OCPP_MEASURES_TEMPERATURE, .temperature)
    measures(OCPP_MEASURES_FREQUENCY, .frequency)
    ownKeys = try OwnKey.all(setup)
  }
}

extension OwnKey {
  /// - Throws: `OCPP_BAD_ARGUMENT` for a name that is another key's, `OCPP_BAD_VALUE` for a value that the
  ///   key cannot have.
  static func all(_ setup: ocpp_setup) throws(Failure) -> [OwnKey] {
    guard setup.own_key_count <= 32 else { throw Failure(OCPP_BAD_ARGUMENT) }
    var all: [OwnKey] = []
    for index in 0..<setup.own_key_count {
      guard let given = setup.own_keys else { throw Failure(OCPP_BAD_ARGUMENT) }
      let key = try OwnKey(given[index])
      let isTaken = all.contains {
        $0.number == key.number || $0.name.isSame(ignoringCase: key.name)
      }
      if isTaken || ConfigurationKey(name: key.name) != nil { throw Failure(OCPP_BAD_ARGUMENT) }
      all.append(key)
    }
    return all
  }

  private init(_ given: ocpp_own_key) throws(Failure) {
    let values: Values
    switch given.type {
    case OCPP_KEY_FLAG: values = .flag
    case OCPP_KEY_NUMBER:
      guard given.minimum <= given.maximum else { throw Failure(OCPP_BAD_ARGUMENT) }
      values = .integer(given.minimum...given.maximum)
    case OCPP_KEY_TEXT: values = .text(limit: try within(1...500, given.maximum))
    default: throw Failure(OCPP_BAD_ARGUMENT)
    }
    self.init(try text(given.name, limit: 50), values, value: try text(given.value, limit: 500))
    if name.isEmpty { throw Failure(OCPP_BAD_ARGUMENT) }
    guard takes(value) else { throw Failure(OCPP_BAD_VALUE) }
    isReadOnly = given.is_read_only
    needsRestart = given.needs_restart
  }
}

/// How many records the journal may hold.
func journalRecords(_ setup: ocpp_setup, _ station: StationSetup) throws(Failure) -> Int {
  if setup.journal_records == 0 { return station.recordCount }
  return try within(64...100_000, setup.journal_records)
}

private func within(_ range: ClosedRange<Int32>, _ number: Int32) throws(Failure) -> Int {
  guard range.contains(number) else { throw Failure(OCPP_BAD_ARGUMENT) }
  return Int(number)
}

extension UpgradeRequest {
  /// Where the library's own WebSocket goes.
  init(_ stream: ocpp_stream_transport) throws(Failure) {
    guard stream.open != nil, stream.write != nil, stream.close != nil else {
      throw Failure(OCPP_BAD_ARGUMENT)
    }
    self.init(
      host: try text(stream.host, limit: 255), path: try text(stream.path, limit: 255),
      identity: try text(stream.identity, limit: 48),
      password: try text(optional: stream.password, limit: 40))
    guard isPossible else { throw Failure(OCPP_BAD_TEXT) }
  }
}

extension Callbacks {
  /// - Throws: `OCPP_BAD_ARGUMENT` without clock or randomness, or with none or both transports.
  init(_ setup: ocpp_setup) throws(Failure) {
    guard let milliseconds = setup.milliseconds, let random = setup.random,
      (setup.messages == nil) != (setup.stream == nil)
    else { throw Failure(OCPP_BAD_ARGUMENT) }
    if let messages = setup.messages?.pointee {
      guard messages.connect != nil, messages.send != nil, messages.close != nil else {
        throw Failure(OCPP_BAD_ARGUMENT)
      }
    }
    self.init(
      context: setup.context, hardware: setup.hardware, messages: setup.messages?.pointee,
      stream: setup.stream?.pointee, milliseconds: milliseconds, random: random,
      firmware: setup.firmware?.pointee, uploads: setup.uploads?.pointee,
      certificates: setup.certificates?.pointee, data: setup.data_transfer?.pointee)
    if let firmware, firmware.download == nil || firmware.install == nil {
      throw Failure(OCPP_BAD_ARGUMENT)
    }
    if let uploads, uploads.upload == nil { throw Failure(OCPP_BAD_ARGUMENT) }
  }
}
