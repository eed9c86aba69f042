import Journal
import OCPP16
import OCPPJSON
import StationCore

/// A charger's hardware with a central system at the other end that accepts everything.
final class SelfTestBoard: StationBoard {
  var energy: Int64 = 12_000
  var isContactorClosed = false
  var offered: Int32 = 0
  var wantsConnection = false
  /// Answers on their way to the station.
  var answers: [[UInt8]] = []
  var starts = 0
  var values = 0
  var stop: [UInt8] = []
  /// What the station answered last.
  var answer: [UInt8] = []

  func connect() { wantsConnection = true }
  func close(_ code: UInt16) {}
  func closeContactor(_ connector: Int) { isContactorClosed = true }
  func openContactor(_ connector: Int) { isContactorClosed = false }
  func offerCurrent(_ connector: Int, _ milliamperes: Int32) { offered = milliamperes }
  func lockCable(_ connector: Int) {}
  func unlockCable(_ connector: Int) {}
  func readMeter(_ connector: Int) -> MeterReading? { MeterReading(energy: energy) }
  func show(_ prompt: Prompt, _ connector: Int) {}
  func reboot(_ type: ResetType) {}

  func send(_ text: UnsafeBufferPointer<UInt8>) {
    let frame = [UInt8](text)
    guard frame[1] == 0x32 else {
      answer = frame
      return
    }
    if has(frame, "\"StartTransaction\"") {
      starts += 1
      reply(frame, ",{\"transactionId\":7,\"idTagInfo\":{\"status\":\"Accepted\"}}]")
    } else if has(frame, "\"Authorize\"") {
      reply(frame, ",{\"idTagInfo\":{\"status\":\"Accepted\"}}]")
    } else if has(frame, "\"BootNotification\"") {
      reply(
        frame,
        ",{\"status\":\"Accepted\",\"currentTime\":\"2026-03-01T00:00:00Z\",\"interval\":3600}]")
    } else {
      if has(frame, "\"StopTransaction\"") { stop = frame }
      if has(frame, "\"MeterValues\"") { values += 1 }
      reply(frame, ",{}]")
    }
  }

  /// `[3,"id"` and the rest.
  private func reply(_ frame: [UInt8], _ rest: StaticString) {
    var reply: [UInt8] = [0x5B, 0x33, 0x2C, 0x22]
    var index = 4
    while frame[index] != 0x22 {
      reply.append(frame[index])
      index += 1
    }
    reply.append(0x22)
    append(rest, to: &reply)
    answers.append(reply)
  }

  func append(_ text: StaticString, to bytes: inout [UInt8]) {
    for index in 0..<text.utf8CodeUnitCount { bytes.append(text.utf8Start[index]) }
  }

  func has(_ bytes: [UInt8], _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    if bytes.count < count { return false }
    for start in 0...(bytes.count - count) {
      var index = 0
      while index < count && bytes[start + index] == word.utf8Start[index] { index += 1 }
      if index == count { return true }
    }
    return false
  }
}

extension SelfTest {
  typealias Device = StationDevice<SelfTestBoard, SelfTestFlash>

  /// A vehicle charges for half an hour; then the power goes, and the next start ends the transaction.
  static func station() {
    let flash = SelfTestFlash(sectorSize: 2048)
    guard let device = powered(flash, register: 12_000) else { return }
    let board = device.board
    check(device.station.isRegistered, "a station boots and is accepted")
    device.handle(.cableInserted(connector: 1), now: 1_000)
    device.handle(.evReady(connector: 1), now: 1_000)
    device.handle(.tokenPresented(idTag: Text("TAG1"), connector: 1), now: 2_000)
    settle(device, 2_000)
    check(board.starts == 1 && board.isContactorClosed, "a vehicle charges")
    receive(
      device, 3_000,
      "[2,\"p\",\"SetChargingProfile\",{\"connectorId\":1,\"csChargingProfiles\":{\"chargingProfileId\":1,\"stackLevel\":0,\"chargingProfilePurpose\":\"TxDefaultProfile\",\"chargingProfileKind\":\"Relative\",\"chargingSchedule\":{\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":10}]}}}]"
    )
    check(board.has(board.answer, "\"Accepted\"") && board.offered == 10_000, "a limit holds")
    receive(device, 4_000, "[2,\"u\",\"Reset\",{\"type\":\"Lukewarm\"}]")
    check(board.has(board.answer, "PropertyConstraintViolation"), "a bad call is refused")
    var now: Int64 = 4_000
    while now < 1_800_000 {
      now += 10_000
      board.energy += 30
      device.poll(now: now)
      settle(device, now)
    }
    check(board.values >= 29, "its samples are told")

    guard let next = powered(flash, register: board.energy) else { return }
    let stop = next.board.stop
    check(next.board.has(stop, "\"PowerLoss\""), "after a power cut the transaction ends")
    check(next.board.has(stop, "\"meterStop\":17400,"), "and all of its energy is billed")
    check(next.station.owedMessages == 0, "then nothing is owed")
  }

  /// A station on this flash, connected and accepted.
  private static func powered(_ flash: SelfTestFlash, register: Int64) -> Device? {
    var setup = StationSetup()
    setup.queueLimit = 16
    setup.stopSampleLimit = 8
    setup.cacheLimit = 4
    setup.listLimit = 4
    setup.listPerCall = 4
    setup.profileLimit = 2
    setup.periodLimit = 4
    setup.frameLimit = 2_048
    let board = SelfTestBoard()
    board.energy = register
    do throws(JournalError) {
      let device = try Device(setup: setup, board: board, flash: flash)
      device.start(now: 0)
      settle(device, 0)
      return device
    } catch {
      check(false, "the station's journal opens")
      return nil
    }
  }

  /// Connects and answers until nothing is under way.
  private static func settle(_ device: Device, _ now: Int64) {
    let board = device.board
    while board.wantsConnection || !board.answers.isEmpty {
      if board.wantsConnection {
        board.wantsConnection = false
        device.handle(.connected, now: now)
      } else {
        let answer = board.answers.removeFirst()
        answer.withUnsafeBufferPointer { device.received($0, now: now) }
      }
    }
  }

  private static func receive(_ device: Device, _ now: Int64, _ text: StaticString) {
    device.received(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), now: now)
    settle(device, now)
  }
}
