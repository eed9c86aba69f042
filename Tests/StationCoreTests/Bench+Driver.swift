@testable import StationCore

extension Bench {
  func pump() {
    var rounds = 0
    while !isDead {
      if !station.output.isEmpty {
        guard commit() else {
          if isDead { return }
          refused()
          if inbox.isEmpty { return }
          inbox.removeFirst()()
          continue
        }
        performAll()
      } else if !inbox.isEmpty {
        let next = inbox.removeFirst()
        next()
      } else {
        return
      }
      rounds += 1
      precondition(rounds < 10_000, "the station and its world never come to rest")
    }
  }

  private func refused() {
    for step in station.output.steps where step.isSafe { perform(step, frame: nil) }
    station.handle(.persistFailed, now: time)
  }

  private func commit() -> Bool {
    if station.output.records.isEmpty { return true }
    if refusesWrites { return false }
    if disk != nil { return commitToDisk() }
    writes += 1
    beforeWrite(self)
    if let cut, cut.write == writes, !cut.after {
      isDead = true
      return false
    }
    journal = journalWithBatch()
    if let cut, cut.write == writes {
      isDead = true
      return false
    }
    return true
  }

  private func commitToDisk() -> Bool {
    let isDurable = disk?.commit(station.output) ?? false
    disk?.tellRoom(&station)
    return isDurable
  }

  /// What the journal holds once the batch at hand is durable.
  func journalWithBatch() -> [Key: [UInt8]] {
    var journal = journal
    for record in station.output.records {
      let key = Key(kind: record.kind.rawValue, key: record.key)
      journal[key] =
        record.isRemoval ? nil : station.output.withValue(of: record) { [UInt8]($0) }
    }
    return journal
  }

  private func performAll() {
    var pending: [(Step, String?)] = []
    for step in station.output.steps {
      var frame: String?
      if case .send(let range) = step {
        frame = station.output.withFrame(range) { String(decoding: $0, as: UTF8.self) }
      }
      pending.append((step, frame))
    }
    station.performed()
    for (step, frame) in pending { perform(step, frame: frame) }
  }

  private func perform(_ step: Step, frame: String?) {
    steps.append(step)
    switch step {
    case .connect:
      connectTimes.append(worldTime)
      let isUp = serverIsUp
      inbox.append { [self] in
        isConnected = isUp
        station.handle(isUp ? .connected : .connectFailed, now: time)
      }
    case .closeSocket:
      isConnected = false
      inbox.append { [self] in station.handle(.disconnected, now: time) }
    case .send: if let frame { transmit(frame) }
    case .closeContactor(let number): contactor[number] = true
    case .openContactor(let number): contactor[number] = false
    case .offerCurrent(let number, let current): offered[number] = current
    case .lockCable(let number): locked[number] = true
    case .unlockCable(let number): locked[number] = false
    case .forceUnlock(let number):
      guard let autoUnlock else { break }
      if autoUnlock { locked[number] = false }
      inbox.append { [self] in
        station.handle(
          autoUnlock ? .unlocked(connector: number) : .unlockFailed(connector: number), now: time)
      }
    case .readMeter(let number):
      if meterWorks { inbox.append { [self] in station.handle(meter(number), now: time) } }
    case .checkFirmwareCertificate:
      guard let firmwareCertificate else { break }
      inbox.append { [self] in
        station.handle(.firmwareCertificateChecked(firmwareCertificate), now: time)
      }
    case .showPrompt(_, let prompt): prompts.append(prompt)
    case .reboot(let type): reboots.append(type)
    default:
      if let event = host(step) {
        inbox.append { [self] in station.handle(event, now: time) }
      }
    }
  }
}
