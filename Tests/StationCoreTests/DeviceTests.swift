import Journal
import OCPP16
import OCPPJSON
import Testing
import WebSocketStream

@testable import StationCore

/// Flash in memory that may refuse, and writes down when it was made durable.
private final class Chip: FlashPort {
  var bytes = [UInt8](repeating: 0xFF, count: 16 * 4096)
  var isBroken = false
  var diary: Diary
  let geometry = FlashGeometry(sectorSize: 4096, sectorCount: 16, programUnit: 4)

  init(_ diary: Diary) { self.diary = diary }

  func read(at address: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FlashError) {
    for index in buffer.indices { buffer[index] = bytes[address + index] }
  }

  func program(at address: Int, _ new: UnsafeRawBufferPointer) throws(FlashError) {
    if isBroken { throw FlashError(.failed, at: address) }
    for index in new.indices {
      precondition(bytes[address + index] & new[index] == new[index], "only an erase sets bits")
      bytes[address + index] = new[index]
    }
  }

  func erase(sector: Int) throws(FlashError) {
    if isBroken { throw FlashError(.failed, at: sector * 4096) }
    for index in sector * 4096..<(sector + 1) * 4096 { bytes[index] = 0xFF }
  }

  func sync() throws(FlashError) { diary.lines.append("durable") }
}

private final class Diary { var lines: [String] = [] }

/// A board whose stream is a list of bytes, with a central system that accepts everything.
private final class TestBoard: StreamBoard {
  let diary: Diary
  let link = StreamLink(messageLimit: 4096) { 0 }
  let upgrade = UpgradeRequest(host: "h", path: "/ocpp", identity: "A")
  var now: Int64 = 0
  var streams = 0
  var closings = 0
  var sent: [UInt8] = []
  var opensAtOnce: StationDevice<TestBoard, Chip>?

  init(_ diary: Diary) { self.diary = diary }

  func openStream() {
    streams += 1
    diary.lines.append("open stream")
  }
  func write(_ bytes: UnsafeBufferPointer<UInt8>) { sent += bytes }
  func closeStream() { closings += 1 }
  func closeContactor(_ connector: Int) { diary.lines.append("close contactor \(connector)") }
  func openContactor(_ connector: Int) { diary.lines.append("open contactor \(connector)") }
  func offerCurrent(_ connector: Int, _ milliamperes: Int32) {
    if milliamperes > 0 { diary.lines.append("offer") }
  }
  func lockCable(_ connector: Int) { diary.lines.append("lock \(connector)") }
  func unlockCable(_ connector: Int) {}
  func readMeter(_ connector: Int) -> MeterReading? { MeterReading(energy: 1000) }
  func show(_ prompt: Prompt, _ connector: Int) {}
  func reboot(_ type: ResetType) { diary.lines.append("reboot") }

  /// The messages that were sent, unmasked (the mask is zero).
  func takeMessages() -> [String] {
    var texts: [String] = []
    while sent.count > 6 {
      var length = Int(sent[1] & 0x7F)
      var head = 6
      if length == 126 {
        length = Int(sent[2]) << 8 | Int(sent[3])
        head = 8
      }
      if sent[0] == 0x81 {
        texts.append(String(decoding: sent[head..<head + length], as: UTF8.self))
      }
      sent.removeFirst(head + length)
    }
    return texts
  }
}

@Suite("A station on its device") struct DeviceTests {
  private let diary = Diary()
  private static let upgraded =
    "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    + "Sec-WebSocket-Accept: ICX+Yqv66kxgM0FcWaLWlFLwTAI=\r\nSec-WebSocket-Protocol: ocpp1.6\r\n\r\n"

  private func device(_ chip: Chip) throws -> StationDevice<TestBoard, Chip> {
    var setup = StationSetup()
    setup.connectors = 2
    return try StationDevice(setup: setup, board: TestBoard(diary), flash: chip, payload: 512)
  }

  private func hand(_ bytes: [UInt8], to device: StationDevice<TestBoard, Chip>) {
    bytes.withUnsafeBufferPointer { device.streamRead($0, now: device.board.now) }
  }

  private func hand(message text: String, to device: StationDevice<TestBoard, Chip>) {
    let bytes = Array(text.utf8)
    hand([0x81, 126, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes, to: device)
  }

  private func connect(_ device: StationDevice<TestBoard, Chip>) {
    device.streamOpened(now: device.board.now)
    device.board.sent = []
    hand(Array(Self.upgraded.utf8), to: device)
  }

  /// Answers every call until the station is quiet.
  private func answerAll(_ device: StationDevice<TestBoard, Chip>) -> [String] {
    var actions: [String] = []
    while true {
      let calls = device.board.takeMessages().filter { $0.hasPrefix("[2") }
      if calls.isEmpty { return actions }
      for call in calls {
        let parts = call.split(separator: "\"")
        actions.append(String(parts[3]))
        let payload =
          switch parts[3] {
          case "BootNotification":
            "{\"status\":\"Accepted\",\"currentTime\":\"2026-03-01T00:00:00Z\",\"interval\":300}"
          case "StartTransaction": "{\"transactionId\":7,\"idTagInfo\":{\"status\":\"Accepted\"}}"
          case "Authorize": "{\"idTagInfo\":{\"status\":\"Accepted\"}}"
          default: "{}"
          }
        var text = "[3,\"\(parts[1])\",\(payload)]"
        // The length is written in two bytes.
        while text.utf8.count < 126 { text += " " }
        hand(message: text, to: device)
      }
    }
  }

  @Test func theBootIsDurableBeforeTheStreamIsOpened() throws {
    let device = try device(Chip(diary))

    device.start(now: 0)

    #expect(diary.lines.filter { $0 == "durable" || $0 == "open stream" }.last == "open stream")
    #expect(diary.lines.contains("durable"))
  }

  @Test func aSessionBeginsOverTheStreamAndItsContactorClosesOnlyAfterItIsDurable() throws {
    let device = try device(Chip(diary))
    device.start(now: 0)
    connect(device)
    #expect(answerAll(device).first == "BootNotification")
    diary.lines = []

    device.handle(.cableInserted(connector: 1), now: 10)
    device.handle(.tokenPresented(idTag: "TAG", connector: 1), now: 20)
    device.handle(.evReady(connector: 1), now: 20)
    let actions = answerAll(device)

    #expect(actions.contains("Authorize"))
    #expect(actions.contains("StartTransaction"))
    let closed = try #require(diary.lines.firstIndex(of: "close contactor 1"))
    #expect(diary.lines[..<closed].contains("durable"))
  }

  @Test func whenTheFlashRefusesNoContactorCloses() throws {
    let chip = Chip(diary)
    let device = try device(chip)
    device.start(now: 0)
    connect(device)
    _ = answerAll(device)
    chip.isBroken = true

    device.handle(.cableInserted(connector: 1), now: 10)
    device.handle(.tokenPresented(idTag: "TAG", connector: 1), now: 20)
    device.handle(.evReady(connector: 1), now: 20)
    _ = answerAll(device)

    #expect(!diary.lines.contains("close contactor 1"))
  }

  @Test func aLostStreamIsOpenedAgainAfterTheBackOff() throws {
    let device = try device(Chip(diary))
    device.start(now: 0)
    device.streamClosed(now: 5)
    let wake = try #require(device.nextStreamWake)
    #expect(wake > 500 && wake < 5_000)

    device.pollStream(now: wake)

    #expect(device.board.streams == 2)
  }

  @Test func aRefusedHandshakeClosesTheStreamAndWaits() throws {
    let device = try device(Chip(diary))
    device.start(now: 0)
    device.streamOpened(now: 0)

    hand(Array("HTTP/1.1 401 Unauthorized\r\n\r\n".utf8), to: device)

    #expect(device.board.closings == 1)
    #expect(device.station.reconnectWait ?? 0 > 0)
  }

  @Test func aResetRestartsTheBoardAndNothingIsTakenAfterwards() throws {
    let device = try device(Chip(diary))
    device.start(now: 0)
    connect(device)
    _ = answerAll(device)

    hand(
      message: "[2,\"r\",\"Reset\",{\"type\":\"Soft\"}]" + String(repeating: " ", count: 120),
      to: device)

    #expect(device.board.takeMessages().last == "[3,\"r\",{\"status\":\"Accepted\"}]")
    #expect(diary.lines.last == "reboot")
    device.handle(.cableInserted(connector: 1), now: 50)
    #expect(device.isRebooting)
    #expect(device.nextStreamWake == nil || device.station.nextWake == nil)
  }

  @Test func aBoardThatCannotRestartGoesOnAndIsHeard() throws {
    let device = try device(Chip(diary))
    device.start(now: 0)
    connect(device)
    _ = answerAll(device)
    hand(
      message: "[2,\"r\",\"Reset\",{\"type\":\"Soft\"}]" + String(repeating: " ", count: 120),
      to: device)

    for _ in 0..<4 { device.handle(.resetFailed, now: 50) }
    _ = answerAll(device)
    let trigger = "[2,\"t\",\"TriggerMessage\",{\"requestedMessage\":\"Heartbeat\"}]"
    hand(message: trigger + String(repeating: " ", count: 120), to: device)

    #expect(!device.isRebooting)
    #expect(
      device.board.takeMessages().contains("[3,\"t\",{\"status\":\"Accepted\"}]"))
  }

  @Test func theDeviceRemembersItsConfigurationAcrossAPowerCut() throws {
    let chip = Chip(diary)
    do {
      let device = try device(chip)
      #expect(device.preset("HeartbeatInterval", "77"))
      device.start(now: 0)
    }

    let device = try device(chip)

    #expect(device.station.configurationValue(.heartbeatInterval) == "77")
  }
}
