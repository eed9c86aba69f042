public import OCPP16
public import OCPPJSON

/// What the station says about itself in BootNotification.
public struct StationIdentity: Sendable, Equatable {
  public var vendor: Text = "swift-ocpp"
  public var model: Text = "Station"
  public var serialNumber: Text?
  public var boxSerialNumber: Text?
  public var firmwareVersion: Text?
  public var iccid: Text?
  public var imsi: Text?
  public var meterType: Text?
  public var meterSerialNumber: Text?

  public init() {}
}

/// What becomes of a transaction that was running when the power went (CP16-51).
public enum PowerLossPolicy: Sendable {
  /// It ends with the last journalled sample, reason PowerLoss.
  case stop
  /// It goes on when the power is back.
  case resume
}

/// Everything that is fixed at start-up. `memoryBytes` says what the sizes cost.
public struct StationSetup: Sendable {
  public var identity = StationIdentity()
  /// 1…64.
  public var connectors = 1
  /// What a connector can give, in mA by phase.
  public var maximumCurrent: Int32 = 32_000
  /// 1 or 3.
  public var phases = 3
  /// Against neutral, in V.
  public var voltage: Int32 = 230
  /// Whether there is a lock that can be opened from afar.
  public var canUnlock = true
  /// Whether connector 0 has a meter of its own.
  public var hasMainMeter = false
  public var measurands: [Measurand] = [
    .energyActiveImportRegister, .powerActiveImport, .currentImport, .voltage, .soc,
    .currentOffered, .powerOffered, .temperature, .frequency,
  ]
  public var powerLoss = PowerLossPolicy.stop
  /// Random and kept from the first start on: makes message ids unique.
  public var seed: UInt64 = 1
  /// What the driver can fetch files from and put them to (`SupportedFileTransferProtocols`).
  public var fileTransferProtocols: Text = "FTP,HTTP,HTTPS"
  /// Vendors whose DataTransfer the driver understands.
  public var dataVendors: [Text] = []
  /// The driver is asked about every vendor's, and says itself whom it does not know.
  public var takesDataOfAnyVendor = false
  /// What the driver has the means for. What it has not is answered as OCPP has it for a station that
  /// cannot, and the driver is not asked.
  public var canUpdateFirmware = true
  public var canUpload = true
  public var keepsCertificates = true
  /// Configuration keys of the maker's own.
  public var ownKeys: [OwnKey] = []

  /// Transaction messages that wait for the central system, all connectors together.
  public var queueLimit = 200
  /// Meter values kept for StopTransaction, all running transactions together.
  public var stopSampleLimit = 64
  /// The most entries that a cache or a list may have.
  static var largestTable: Int { 65_536 }
  /// Entries of the authorization cache, up to 65,536; 0 for no cache.
  public var cacheLimit = 64
  /// Entries of the local list, up to 65,536; 0 for no list.
  public var listLimit = 128
  /// Entries of one SendLocalList.
  public var listPerCall = 64
  /// Installed charging profiles; 0 for no smart charging.
  public var profileLimit = 16
  /// Periods of one charging schedule.
  public var periodLimit = 24
  public var maximumStackLevel = 8
  public var reservesConnectorZero = true
  /// Messages that were given up and are kept for the engineer.
  public var deadLetterLimit = 8
  /// The longest frame taken, in bytes.
  public var frameLimit = 16_384

  /// For how many steps of one event there is room from the start, and 64 times as many bytes of records
  /// and of frames. A larger event makes them grow, and they stay grown: what is often
  /// needed should be there from the start, on a chip no more than that.
  public var eventRoom = 64

  /// Without an interval from the central system, in milliseconds.
  public var firstBackOff: Int64 = 2_000
  public var longestBackOff: Int64 = 600_000
  /// How long a meter may take to answer, in milliseconds. A later answer may be taken for that to a
  /// later question: the driver drops it.
  public var meterTimeout: Int64 = 1_000
  /// How often a meter that does not answer is asked when a transaction waits for its first or last
  /// reading. After that a start is abandoned, and a stop takes the last reading there was.
  public var meterTries = 3
  /// How long a reset waits for StopTransaction to be delivered, in milliseconds.
  public var resetPatience: Int64 = 20_000
  /// How often the meter of a running transaction is read for the journal, whatever the sample
  /// intervals say, in milliseconds: no more than this is in doubt when the power goes and the meter
  /// is dead after it.
  public var sampleJournalInterval: Int64 = 60_000

  public init() {}

  /// Whether it has the profile FirmwareManagement, or a part of it.
  var managesFirmware: Bool { canUpdateFirmware || canUpload }

  /// How many records the journal holds when each of these limits is reached, with what it keeps free
  /// for essential ones: a quarter.
  public var recordCount: Int {
    let each = 8 + ConfigurationKey.count + ownKeys.count + SecurityEvent.limit
    let lists = queueLimit + stopSampleLimit + cacheLimit + listLimit + profileLimit
    let all = each + lists + deadLetterLimit + StationClock.offsetLimit + 5 * connectors
    return (all * 4 + 2) / 3 + 4
  }

  /// An estimate of the memory the station takes with these sizes, in bytes, buffers included.
  public var memoryBytes: Int {
    let token = MemoryLayout<TokenEntry>.stride
    return MemoryLayout<ChargePoint>.stride
      + connectors * (MemoryLayout<Connector>.stride + 8 * MemoryLayout<StatusReport>.stride)
      + queueLimit * MemoryLayout<QueuedMessage>.stride
      + stopSampleLimit * MemoryLayout<StopSample>.stride
      + (cacheLimit + listLimit) * token
      + profileLimit * (120 + periodLimit * 24)
      + ConfigurationKey.allCases.count * 4 + ConfigurationKey.textCount * 24
      + 2 * frameLimit
  }

  /// The longest record of a charging profile.
  static func profileBytes(periods: Int) -> Int { 106 + 13 * periods }

  /// The longest record, but for a firmware update with its certificate.
  public var largestRecord: Int {
    max(512, profileLimit > 0 ? StationSetup.profileBytes(periods: periodLimit) : 0)
  }

  /// An upper bound for one event's batch in the journal, frames included, in bytes: a sector must be
  /// larger. The largest is a full SendLocalList that replaces a full list, or a cache or all profiles that
  /// are cleared.
  ///
  /// - Parameter unit: what the flash programs at once, in bytes.
  public func largestBatch(programUnit unit: Int) -> Int {
    let sizes = RecordSizes(unit: max(4, unit))
    let removal = sizes.frame(0)
    let list =
      listPerCall * sizes.frame(StationSetup.tokenBytes)
      + (max(0, listLimit - listPerCall) + min(listPerCall, cacheLimit)) * removal
    let profiles = profileLimit * removal + sizes.frame(largestRecord)
    let ends = connectors * (160 + 180 + 6 * 120 + 16 * (sizes.unit - 4))
    return max(max(list, cacheLimit * removal), max(profiles, ends)) + 512
  }

  /// A token of 20 bytes with its parent's.
  private static var tokenBytes: Int { 58 }

  /// What everything takes in the journal that is kept whatever happens, when each limit is reached, in
  /// bytes: not meter values and the cache, which give way, nor transactions, which have room of their own.
  public func keptBytes(programUnit unit: Int) -> Int {
    let sizes = RecordSizes(unit: max(4, unit))
    // Before the old ones are gone, the new ones of one call are there.
    var bytes = (listLimit + min(listPerCall, listLimit)) * sizes.frame(StationSetup.tokenBytes)
    if profileLimit > 0 {
      bytes += (profileLimit + 1) * sizes.frame(StationSetup.profileBytes(periods: periodLimit))
    }
    for key in ownKeys {
      if case .text(let limit) = key.values {
        bytes += sizes.frame(6 + limit)
      } else {
        bytes += sizes.frame(16)
      }
    }
    bytes += ConfigurationKey.count * sizes.frame(16) + SecurityEvent.limit * sizes.frame(100)
    bytes += deadLetterLimit * sizes.frame(110) + StationClock.offsetLimit * sizes.frame(12)
    if canUpdateFirmware { bytes += sizes.frame(1_024) }
    return bytes + connectors * (sizes.frame(6) + sizes.frame(60) + sizes.frame(90))
      + sizes.frame(20)
  }
}
