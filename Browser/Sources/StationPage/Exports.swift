import Journal
import OCPP16
import OCPPJSON
import StationCore

// What the page calls. Texts are written by the page into `room`, results read from there; times are
// milliseconds since the tab began. Nothing here traps on what the page says.

nonisolated(unsafe) private var tab: Tab?
nonisolated(unsafe) private var flash = PageFlash()

/// Room for texts and messages on their way in and views on their way out.
private let roomSize = 65_536
nonisolated(unsafe) private let shared = UnsafeMutablePointer<UInt8>.allocate(capacity: 65_536)

@_expose(wasm, "room") @_cdecl("station_room")
public func room() -> UnsafeMutablePointer<UInt8> { shared }

@_expose(wasm, "room_size") @_cdecl("station_room_size")
public func sizeOfRoom() -> Int32 { Int32(roomSize) }

/// Where the page puts a kept sector before `start`.
@_expose(wasm, "sector") @_cdecl("station_sector")
public func sector(_ index: Int32) -> UnsafeMutablePointer<UInt8>? {
  guard index >= 0, Int(index) < flash.geometry.sectorCount else { return nil }
  return flash.bytes + Int(index) * flash.geometry.sectorSize
}

@_expose(wasm, "sector_size") @_cdecl("station_sector_size")
public func sizeOfSector() -> Int32 { Int32(flash.geometry.sectorSize) }

@_expose(wasm, "sector_count") @_cdecl("station_sector_count")
public func countOfSectors() -> Int32 { Int32(flash.geometry.sectorCount) }

/// A text in the room; nil when it does not fit, or is not ASCII.
private func text(_ length: Int32, at offset: Int = 0) -> Text? {
  guard length >= 0, offset >= 0, Int(length) <= roomSize - offset else { return nil }
  let bytes = UnsafeBufferPointer(start: shared + offset, count: Int(length))
  for byte in bytes where byte < 0x20 || byte > 0x7E { return nil }
  return Text(utf8: bytes)
}

private func time(_ now: Double) -> Int64 { now > 0 && now < 9e15 ? Int64(now) : 0 }

/// Makes the station from the kept sectors; its serial number is in the room. 0 when the journal
/// cannot be read.
@_expose(wasm, "make") @_cdecl("station_make")
public func make(_ length: Int32, _ seedHigh: UInt32, _ seedLow: UInt32) -> Int32 {
  guard tab == nil, let serialNumber = text(length) else { return 0 }
  tab = Tab(
    flash: flash, serialNumber: serialNumber, seed: UInt64(seedHigh) << 32 | UInt64(seedLow))
  return tab == nil ? 0 : 1
}

/// Sets a configuration value before `start`: its key and then its value are in the room.
@_expose(wasm, "preset") @_cdecl("station_preset")
public func preset(_ keyLength: Int32, _ valueLength: Int32) {
  guard let tab, let key = text(keyLength), let value = text(valueLength, at: Int(keyLength))
  else { return }
  _ = tab.device.preset(key, value)
}

/// How a bay was left: meter in Wh, battery in per mille.
@_expose(wasm, "restore_bay") @_cdecl("station_restore_bay")
public func restoreBay(
  _ connector: Int32, _ register: Double, _ charge: Int32, _ isPlugged: Int32, _ isReady: Int32
) {
  guard let tab, connector >= 1, Int(connector) <= Tab.connectors else { return }
  let number = Int(connector)
  let begun = tab.device.station.view(number)?.transaction?.meterStart ?? 0
  tab.board.bays[number].restore(register: max(time(register), begun), charge: Int64(charge))
  tab.board.bays[number].isPlugged = isPlugged != 0
  tab.board.bays[number].isEVReady = isReady != 0
}

/// Powers the station on; `wall` is the browser's idea of now, in milliseconds since 1970.
@_expose(wasm, "start") @_cdecl("station_start")
public func start(_ now: Double, _ wall: Double) {
  guard let tab else { return }
  let now = time(now)
  tab.board.advance(to: now)
  tab.device.start(now: now)
  tab.handle(.clockSet(DateTime(milliseconds: time(wall))), now)
  for number in 1...Tab.connectors {
    let bay = tab.board.bays[number]
    tab.handle(
      bay.isPlugged ? .cableInserted(connector: number) : .cableRemoved(connector: number), now)
    if bay.isPlugged && bay.isEVReady { tab.handle(.evReady(connector: number), now) }
  }
}

/// The WebSocket is open.
@_expose(wasm, "linked") @_cdecl("station_linked")
public func linked(_ now: Double) { tab?.handle(.connected, time(now)) }

/// The WebSocket closed, or could not be opened.
@_expose(wasm, "unlinked") @_cdecl("station_unlinked")
public func unlinked(_ now: Double, _ wasOpen: Int32) {
  tab?.handle(wasOpen != 0 ? .disconnected : .connectFailed, time(now))
}

/// A message of the central system is in the room.
@_expose(wasm, "received") @_cdecl("station_received")
public func received(_ now: Double, _ length: Int32) {
  guard let tab, length >= 0, Int(length) <= roomSize else { return }
  tab.board.advance(to: time(now))
  tab.device.received(
    UnsafeBufferPointer(start: shared, count: Int(length)), now: time(now))
}

/// Does what is due; the milliseconds until the next call, or −1.
@_expose(wasm, "poll") @_cdecl("station_poll")
public func poll(_ now: Double) -> Double {
  guard let tab else { return -1 }
  tab.board.advance(to: time(now))
  tab.device.poll(now: time(now))
  guard let wake = tab.device.nextWake else { return -1 }
  return Double(max(0, wake - time(now)))
}

/// A card, whose id is in the room, is held against the reader; connector 0 lets the station choose.
@_expose(wasm, "swipe") @_cdecl("station_swipe")
public func swipe(_ now: Double, _ length: Int32, _ connector: Int32) {
  guard let idTag = text(length) else { return }
  tab?.handle(
    .tokenPresented(idTag: idTag, connector: connector > 0 ? Int(connector) : nil), time(now))
}

/// Something happened at a connector.
@_expose(wasm, "happened") @_cdecl("station_happened")
public func happened(_ now: Double, _ connector: Int32, _ what: Int32) {
  guard let tab, connector >= 1, Int(connector) <= Tab.connectors else { return }
  let number = Int(connector)
  let now = time(now)
  tab.board.advance(to: now)
  switch what {
  case 1:
    tab.board.bays[number].isPlugged = true
    tab.board.bays[number].isEVReady = true
    tab.handle(.cableInserted(connector: number), now)
    tab.handle(.evReady(connector: number), now)
  case 2:
    tab.board.bays[number].isPlugged = false
    tab.handle(.cableRemoved(connector: number), now)
  case 3, 4:
    tab.board.bays[number].isEVReady = what == 3
    tab.handle(what == 3 ? .evReady(connector: number) : .evNotReady(connector: number), now)
  case 5: tab.handle(.localStopPressed(connector: number), now)
  case 6: tab.handle(.emergencyStopPressed(connector: number), now)
  case 7: tab.handle(.faulted(connector: number, .groundFailure, info: "page"), now)
  case 8: tab.handle(.faultCleared(connector: number), now)
  default: break
  }
}

/// Another vehicle comes, its battery charged to so many per mille.
@_expose(wasm, "arrive") @_cdecl("station_arrive")
public func arrive(_ connector: Int32, _ charge: Int32) {
  guard let tab, connector >= 1, Int(connector) <= Tab.connectors else { return }
  tab.board.bays[Int(connector)].arrive(charge: Int64(charge))
}

/// Writes what there is to see into the room, as JSON; its length.
@_expose(wasm, "view") @_cdecl("station_view")
public func view(_ now: Double) -> Int32 {
  guard let tab else { return 0 }
  tab.board.advance(to: time(now))
  return tab.withView { bytes in
    guard let start = bytes.baseAddress, bytes.count <= roomSize else { return 0 }
    shared.update(from: start, count: bytes.count)
    return Int32(bytes.count)
  }
}

@main struct Main { static func main() {} }
