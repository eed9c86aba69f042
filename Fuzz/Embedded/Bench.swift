import Journal
import OCPP16
import OCPPJSON
import OCPPRPC
import StationCore

/// Flash in memory, which can refuse.
final class Flash {
  static let geometry = FlashGeometry(sectorSize: 4_096, sectorCount: 4, programUnit: 4)
  var bytes = [UInt8](repeating: FlashGeometry.erasedByte, count: Flash.geometry.size)
  /// How many operations still succeed; nil for all.
  var operationsLeft: Int?

  func operate(at address: Int) throws(FlashError) {
    guard let left = operationsLeft else { return }
    if left == 0 { throw FlashError(.failed, at: address) }
    operationsLeft = left - 1
  }
}

/// What a station sees of it.
struct FlashPortOfBench: FlashPort {
  let flash: Flash
  var geometry: FlashGeometry { Flash.geometry }

  func read(at address: Int, into target: UnsafeMutableRawBufferPointer) throws(FlashError) {
    for index in target.indices { target[index] = flash.bytes[address + index] }
  }

  func program(at address: Int, _ source: UnsafeRawBufferPointer) throws(FlashError) {
    try flash.operate(at: address)
    for index in source.indices { flash.bytes[address + index] &= source[index] }
  }

  func erase(sector: Int) throws(FlashError) {
    let start = sector * geometry.sectorSize
    try flash.operate(at: start)
    for index in start..<start + geometry.sectorSize {
      flash.bytes[index] = FlashGeometry.erasedByte
    }
  }
}

/// Hardware that does as it is told, and a network that remembers the last call.
final class Bench: StationBoard {
  var isWanted = false
  var isOpen = false
  /// The id of the station's last call, with its quotes.
  var lastID: [UInt8] = []
  var register: Int64 = 1_000
  var isMeterSilent = false
  var isRebooting = false
  var cannotRestart = false

  func connect() { isWanted = true }
  func close(_ code: UInt16) { isOpen = false }

  func send(_ text: UnsafeBufferPointer<UInt8>) {
    var reader = JSONReader(text)
    var head = FrameHead()
    reader.frameHead(&head, actions: OCPP16.Action.table)
    switch head.kind {
    case .call:
      let action = OCPP16.Action(rawValue: head.action)
      do throws(DecodeError) { try action?.checkRequest(&reader) } catch {
        stop("the station makes a call that may not be sent", text)
      }
      lastID.removeAll(keepingCapacity: true)
      var quotes = 0
      for byte in text {
        if byte == 0x22 { quotes += 1 }
        if quotes > 0 { lastID.append(byte) }
        if quotes == 2 { break }
      }
      reader.endFrame()
    case .error, .resultError: _ = reader.callError()
    case .result, .send:
      reader.skip()
      reader.endFrame()
    }
    if reader.failed { stop("the station sends what is no frame", text) }
  }

  func closeContactor(_ connector: Int) {}
  func openContactor(_ connector: Int) {}
  func offerCurrent(_ connector: Int, _ milliamperes: Int32) {
    precondition(milliamperes >= 0 && milliamperes <= 32_000, "no hardware can give that")
  }
  func lockCable(_ connector: Int) {}
  func unlockCable(_ connector: Int) {}
  func readMeter(_ connector: Int) -> MeterReading? {
    isMeterSilent ? nil : MeterReading(energy: register, power: 7_360)
  }
  func show(_ prompt: Prompt, _ connector: Int) {}
  func reboot(_ type: ResetType) { isRebooting = true }
}

/// Ends the run with a sentence and the frame that it is about.
func stop(_ why: StaticString, _ frame: UnsafeBufferPointer<UInt8>) -> Never {
  print(why)
  for byte in frame { putchar(CInt(byte)) }
  putchar(0x0A)
  fflush(nil)
  fatalError()
}

@_extern(c) @discardableResult
private func putchar(_ character: CInt) -> CInt
@_extern(c) @discardableResult
private func fflush(_ file: OpaquePointer?) -> CInt
