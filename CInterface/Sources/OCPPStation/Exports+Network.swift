public import COCPPStation
import OCPPJSON
import StationCore

/// Runs something of a started station that has this transport.
private func network(
  _ handle: OpaquePointer?, isStream: Bool, _ body: (Station, Int64) -> Void
) -> Int32 {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  guard station.isStarted, (station.board.callbacks.stream != nil) == isStream else {
    return Int32(station.isInside ? OCPP_BUSY : OCPP_BAD_STATE)
  }
  return station.run { body(station, $0) }
}

@c @implementation
public func ocpp_loop(_ handle: OpaquePointer?) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  return station.loop()
}

@c @implementation
public func ocpp_next_wake(_ handle: OpaquePointer?) -> Int32 {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  guard station.isStarted else { return Int32(OCPP_BAD_STATE) }
  let longest: Int64 = 86_400_000
  guard let wake = station.nextWake else { return Int32(longest) }
  return Int32(min(max(wake - station.tick(), 0), longest))
}

@c @implementation
public func ocpp_network_available(_ handle: OpaquePointer?) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  return station.tell(.networkAvailable)
}

@c @implementation
public func ocpp_set_time(_ handle: OpaquePointer?, _ milliseconds: Int64) -> ocpp_result {
  // 2000 to 2200.
  guard let station = station(handle),
    (946_684_800_000...7_258_118_400_000).contains(milliseconds)
  else { return Int32(OCPP_BAD_ARGUMENT) }
  return station.tell(.clockSet(DateTime(milliseconds: milliseconds)))
}

@c @implementation
public func ocpp_get_time(
  _ handle: OpaquePointer?, _ milliseconds: UnsafeMutablePointer<Int64>?
) -> ocpp_result {
  guard let station = station(handle), let milliseconds else { return Int32(OCPP_BAD_ARGUMENT) }
  guard station.isStarted, let time = station.device.station.wallTime else {
    return Int32(OCPP_BAD_STATE)
  }
  milliseconds.pointee = time.milliseconds
  return Int32(OCPP_OK)
}

@c @implementation
public func ocpp_stream_opened(_ handle: OpaquePointer?) -> ocpp_result {
  network(handle, isStream: true) { $0.device.streamOpened(now: $1) }
}

@c @implementation
public func ocpp_stream_closed(_ handle: OpaquePointer?) -> ocpp_result {
  network(handle, isStream: true) { $0.device.streamClosed(now: $1) }
}

@c @implementation
public func ocpp_stream_read(
  _ handle: OpaquePointer?, _ bytes: UnsafeRawPointer?, _ count: Int
) -> ocpp_result {
  guard count >= 0, bytes != nil || count == 0 else { return Int32(OCPP_BAD_ARGUMENT) }
  return network(handle, isStream: true) { station, now in
    guard let bytes, count > 0 else { return }
    bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      station.device.streamRead(UnsafeBufferPointer(start: $0, count: count), now: now)
    }
  }
}

@c @implementation
public func ocpp_message_opened(_ handle: OpaquePointer?) -> ocpp_result {
  network(handle, isStream: false) { $0.device.handle(.connected, now: $1) }
}

@c @implementation
public func ocpp_message_closed(_ handle: OpaquePointer?) -> ocpp_result {
  network(handle, isStream: false) { $0.device.handle(.disconnected, now: $1) }
}

@c @implementation
public func ocpp_message_received(
  _ handle: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ length: Int
) -> ocpp_result {
  guard length >= 0, let text else { return Int32(OCPP_BAD_ARGUMENT) }
  return network(handle, isStream: false) { station, now in
    text.withMemoryRebound(to: UInt8.self, capacity: length) {
      station.device.received(UnsafeBufferPointer(start: $0, count: length), now: now)
    }
  }
}
