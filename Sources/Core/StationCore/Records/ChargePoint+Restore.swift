import OCPP16
import OCPPJSON
import SmartCharging

extension ChargePoint {
  /// Takes a record of the journal, in any order, before `poweredOn`. False for one that makes no
  /// sense: it is passed over, and the journal may forget it.
  public mutating func restore(
    kind: UInt8, key: UInt32, value: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let kind = RecordKind(rawValue: kind) else { return false }
    if !FeatureSet.isComplete && !kind.isOfCore { return false }
    var reader = RecordReader(value)
    let slot = Int(truncatingIfNeeded: key)
    switch kind {
    case .boot, .clockOffset, .configuration, .listVersion, .firmware:
      return restoreStation(kind, slot, &reader)
    case .availability, .transaction, .lastSample, .reservation:
      guard connectors.indices.contains(slot) else { return false }
      return restoreConnector(kind, slot, &reader)
    case .message, .attempts, .transactionID, .stopSample, .deadLetter:
      return restoreQueue(kind, slot, &reader)
    case .listEntry:
      guard FeatureSet.isComplete, let entry = TokenEntry(&reader) else { return false }
      list.restore(entry, slot: slot)
    case .cacheEntry:
      guard let entry = TokenEntry(&reader) else { return false }
      cache.restore(entry, slot: slot)
    case .profile:
      guard FeatureSet.isComplete, let profile = InstalledProfile(&reader), setup.profileLimit > 0
      else { return false }
      let store = smartCharging.store
      smartCharging.store = ProfileStore(
        limits: store.limits, restoring: store.installed + [profile])
    case .securityEvent:
      guard FeatureSet.isComplete, var event = SecurityEvent(&reader) else { return false }
      event.slot = slot
      note(event.stamp)
      let place =
        securityEvents.firstIndex { event.stamp.isBefore($0.stamp) }
        ?? securityEvents.count
      securityEvents.insert(event, at: place)
      notify(.securityEvent)
    }
    return true
  }

  private mutating func restoreStation(
    _ kind: RecordKind, _ slot: Int, _ reader: inout RecordReader
  ) -> Bool {
    switch kind {
    case .boot:
      guard let boot = BootRecord(&reader) else { return false }
      identityPrefix = boot.identityPrefix
      clock.boot = boot.boot
      clock.base = max(clock.base, boot.stationTime)
    case .clockOffset:
      guard let offset = StationClock.BootOffset(&reader) else { return false }
      clock.note(offset)
    case .configuration:
      guard let record = ConfigurationRecord(&reader) else { return false }
      guard let raw = UInt8(exactly: slot) else {
        return restoreOwn(UInt32(truncatingIfNeeded: slot), record.text)
      }
      guard let key = ConfigurationKey(rawValue: raw), key.access != .readOnly else { return false }
      if key.isText {
        configuration.put(key, record.text)
      } else {
        configuration.set(key, number: record.number)
      }
    case .listVersion:
      guard let record = ConfigurationRecord(&reader) else { return false }
      listVersion = Int(record.number)
    default:
      guard FeatureSet.isComplete, let update = FirmwareUpdate(&reader) else { return false }
      firmware = update
    }
    return true
  }

  private mutating func restoreConnector(
    _ kind: RecordKind, _ number: Int, _ reader: inout RecordReader
  ) -> Bool {
    let connector = connectors.place(number)
    switch kind {
    case .availability: connector.pointee.isInoperative = true
    case .transaction:
      guard let transaction = Transaction(&reader) else { return false }
      connector.pointee.transaction = transaction
      note(transaction.start)
    case .lastSample:
      guard let last = LastSample(&reader) else { return false }
      connector.pointee.lastSample = last.sample
      clock.base = max(clock.base, last.stationTime)
    default:
      guard FeatureSet.isComplete, let reservation = Reservation(&reader) else { return false }
      connector.pointee.reservation = reservation
    }
    return true
  }

  private mutating func restoreQueue(
    _ kind: RecordKind, _ slot: Int, _ reader: inout RecordReader
  ) -> Bool {
    switch kind {
    case .message:
      guard var message = QueuedMessage(&reader), connectors.indices.contains(message.connector)
      else { return false }
      message.slot = slot
      note(message.stamp)
      queue.restore(message)
    case .attempts:
      guard let attempts = AttemptsRecord(&reader) else { return false }
      restoredAttempts = attempts
    case .transactionID:
      guard let record = TransactionIDRecord(&reader) else { return false }
      openIDs.append(
        OpenTransactionID(id: record.id, slot: slot, transaction: record.transaction))
    case .stopSample:
      guard var sample = StopSample(&reader) else { return false }
      sample.slot = slot
      note(sample.sample.stamp)
      stopSamples.restore(sample)
    default: deadLetters = max(deadLetters, slot + 1)
    }
    return true
  }

  /// Station time goes on after the last moment that is on record.
  private mutating func note(_ stamp: Stamp) {
    if !stamp.isWall { clock.base = max(clock.base, stamp.milliseconds) }
  }

  // MARK: Power

  /// A new boot: its number is durable before anything else happens.
  mutating func powerOn() {
    guard link == .off else { return }
    clock.boot &+= 1
    clock.base += 1
    if let restoredAttempts, !queue.restore(restoredAttempts) { output.forget(.attempts, 0) }
    output.put(
      .boot, 0,
      BootRecord(
        identityPrefix: identityPrefix, boot: clock.boot, stationTime: clock.stationTime),
      .essential)
    jitter = Jitter(seed: identityPrefix &+ UInt64(clock.boot) &* 0x9E37_79B9_7F4A_7C15)
    for number in 1..<connectors.count {
      resumeOrStop(number)
      // A motor lock stayed where it was, and where only this program began anew, so did the contactor
      // and the pilot: all are told what holds now.
      connectors[number].isLocked = !connectors[number].shouldLock
      output.add(.openContactor(connector: number))
      connectors[number].offered = -1
    }
    if FeatureSet.isComplete {
      dropOrphans()
      resumeFirmware()
    }
    hasLeftSamples = stopSamples.count > 0
    link = .connecting
    output.add(.connect)
  }

  /// What the power cut did to a transaction (CP16-51).
  private mutating func resumeOrStop(_ number: Int) {
    let connector = connectors.place(number)
    guard let transaction = connector.pointee.transaction else {
      if connector.pointee.lastSample != nil {
        connector.pointee.lastSample = nil
        output.forget(.lastSample, number)
      }
      return
    }
    connector.pointee.reading = connector.pointee.lastSample?.reading
    if connector.pointee.reading == nil {
      connector.pointee.reading = MeterReading(energy: transaction.meterStart)
    }
    if let ending = transaction.ending { return end(number, ending) }
    switch setup.powerLoss {
    case .resume:
      // The vehicle is taken to be there still; the hardware says when it is not.
      connector.pointee.phase = .charging
      connector.pointee.isPlugged = true
      connector.pointee.nextSampleRecord = now
      planSamples(number)
    case .stop:
      // Over since the last moment the station knows that it was charging.
      end(
        number,
        Ending(
          reason: .powerLoss, idTag: Text(),
          stamp: connector.pointee.lastSample?.stamp ?? transaction.start))
    }
  }

  /// Only the last reading is missing: the meter is asked for it.
  private mutating func end(_ number: Int, _ ending: Ending) {
    let connector = connectors.place(number)
    connector.pointee.transaction?.ending = ending
    connector.pointee.phase = .stopping
    want(.end, number)
  }

  /// Profiles of remote starts and transactions that are no more, and samples nobody will ask for.
  private mutating func dropOrphans() {
    if setup.profileLimit == 0 { return }
    var running: [Int] = []
    for number in connectors.indices {
      if let transaction = connectors[number].transaction {
        running.append(Int(truncatingIfNeeded: transaction.number))
      }
    }
    let before = smartCharging.store.installed
    for place in before.indices {
      switch before[place].binding {
      case .none: break
      case .remoteStart(let number): smartCharging.store.remoteStartAbandoned(number)
      case .transaction(let number):
        if !running.contains(number) {
          smartCharging.store.transactionEnded(number, connector: before[place].connector)
        }
      }
    }
    journalProfiles(before)
  }

  private mutating func resumeFirmware() {
    switch firmware.phase {
    case .idle, .installing: break
    case .scheduled, .downloading, .verifying:
      // What was half done is done again, at its time: as soon as that can be told.
      firmware.phase = .scheduled
      firmware.attemptsLeft = max(firmware.attemptsLeft, 1)
    case .waitingToInstall: break
    }
    firmware.nextAt = nil
    firmware.waitsForClock = firmware.phase != .idle && firmware.phase != .installing
  }
}
