public import COCPPStation
import OCPP16
import OCPPJSON
import StationCore

@c @implementation
public func ocpp_get_connector(
  _ handle: OpaquePointer?, _ connector: Int32, _ state: UnsafeMutablePointer<ocpp_connector_state>?
) -> ocpp_result {
  guard let station = station(handle), let state, connector >= 0,
    let view = station.device.station.view(Int(connector))
  else { return Int32(OCPP_BAD_ARGUMENT) }
  var fresh = ocpp_connector_state()
  fresh.status = ocpp_status(UInt32(view.status.rawValue))
  fresh.is_plugged = view.isPlugged
  fresh.is_contactor_closed = view.isContactorClosed
  fresh.is_locked = view.isLocked
  fresh.offered_ma = max(view.offered, 0)
  fresh.fault = ocpp_fault(UInt32(view.error.rawValue))
  fresh.reservation_id = view.reservation.map { Int32(clamping: $0) } ?? -1
  if let transaction = view.transaction {
    fresh.has_transaction = true
    fresh.transaction_id = Int32(clamping: transaction.id ?? 0)
    fresh.meter_start_wh = transaction.meterStart
    withUnsafeMutableBytes(of: &fresh.id_tag) { room in
      transaction.idTag.withUTF8 { tag in
        for index in 0..<min(tag.count, room.count - 1) { room[index] = tag[index] }
      }
    }
  }
  state.pointee = fresh
  return Int32(OCPP_OK)
}

@c @implementation
public func ocpp_watch_frames(
  _ handle: OpaquePointer?, _ watcher: ocpp_frame_watcher?
) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  if station.isInside { return Int32(OCPP_BUSY) }
  station.board.watcher = watcher
  return Int32(OCPP_OK)
}

@c @implementation
public func ocpp_is_online(_ handle: OpaquePointer?) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  return station.device.station.isRegistered ? 1 : 0
}

@c @implementation
public func ocpp_owed_messages(_ handle: OpaquePointer?) -> Int32 {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  return Int32(clamping: station.device.station.owedMessages)
}

@c @implementation
public func ocpp_lost_messages(_ handle: OpaquePointer?) -> Int32 {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  return Int32(clamping: station.device.station.deadLetterCount)
}

@c @implementation
public func ocpp_set_configuration(
  _ handle: OpaquePointer?, _ key: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>?
) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  if station.isInside { return Int32(OCPP_BUSY) }
  do throws(Failure) {
    let name = try text(key, limit: 50)
    let value = try text(value, limit: 500)
    guard ConfigurationKey(name: name) != nil || station.device.station.ownValue(name) != nil
    else { return Int32(OCPP_UNKNOWN_KEY) }
    guard station.device.preset(name, value) else { return Int32(OCPP_BAD_VALUE) }
    // What follows from it is performed, and its record made durable, with an event.
    return station.isStarted ? station.tell(.clockTicked) : Int32(OCPP_OK)
  } catch {
    return error.code
  }
}

@c @implementation
public func ocpp_get_configuration(
  _ handle: OpaquePointer?, _ key: UnsafePointer<CChar>?, _ value: UnsafeMutablePointer<CChar>?,
  _ length: UnsafeMutablePointer<Int>?
) -> ocpp_result {
  guard let station = station(handle), let length else { return Int32(OCPP_BAD_ARGUMENT) }
  do throws(Failure) {
    let name = try text(key, limit: 50)
    if let own = station.device.station.ownValue(name) { return copy(own, value, length) }
    guard let key = ConfigurationKey(name: name) else { return Int32(OCPP_UNKNOWN_KEY) }
    if key.isSecret { return Int32(OCPP_SECRET) }
    return copy(station.device.station.configurationValue(key), value, length)
  } catch {
    return error.code
  }
}

/// Stores a text with a zero at its end, as far as there is room; its length in any case.
private func copy(
  _ text: Text, _ value: UnsafeMutablePointer<CChar>?, _ length: UnsafeMutablePointer<Int>
) -> Int32 {
  let room = length.pointee
  return text.withUTF8 { bytes in
    length.pointee = bytes.count
    guard let value else { return Int32(OCPP_OK) }
    guard room > bytes.count else { return Int32(OCPP_NO_ROOM) }
    for index in bytes.indices { value[index] = CChar(bitPattern: bytes[index]) }
    value[bytes.count] = 0
    return Int32(OCPP_OK)
  }
}
