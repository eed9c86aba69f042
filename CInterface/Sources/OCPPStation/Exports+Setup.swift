public import COCPPStation
import StationCore

/// The station behind a handle.
func station(_ handle: OpaquePointer?) -> Station? {
  guard let station = cells_find(handle) else { return nil }
  return Unmanaged<Station>.fromOpaque(station).takeUnretainedValue()
}

@c @implementation
public func ocpp_setup_init_sized(
  _ setup: UnsafeMutablePointer<ocpp_setup>?, _ interface: UInt32, _ size: Int
) -> ocpp_result {
  guard let setup else { return Int32(OCPP_BAD_ARGUMENT) }
  guard interface == UInt32(OCPP_STATION_INTERFACE), size == MemoryLayout<ocpp_setup>.size else {
    return Int32(OCPP_WRONG_VERSION)
  }
  var fresh = ocpp_setup()
  fresh.interface = UInt32(OCPP_STATION_INTERFACE)
  fresh.connectors = 1
  fresh.maximum_current_ma = 32_000
  fresh.phases = 3
  fresh.voltage = 230
  fresh.measurands = UInt32(OCPP_MEASURES_ALL)
  fresh.queue_limit = 64
  fresh.stop_sample_limit = 16
  fresh.cache_limit = 16
  fresh.list_limit = 32
  fresh.list_per_call = 16
  fresh.profile_limit = 8
  fresh.period_limit = 24
  fresh.frame_limit = 4096
  setup.pointee = fresh
  return Int32(OCPP_OK)
}

@c @implementation
public func ocpp_memory_needed(_ setup: UnsafePointer<ocpp_setup>?) -> Int32 {
  guard let setup else { return Int32(OCPP_BAD_ARGUMENT) }
  do throws(Failure) {
    let wanted = try StationSetup(setup.pointee)
    let callbacks = try Callbacks(setup.pointee)
    let records = setup.pointee.flash == nil ? 0 : try journalRecords(setup.pointee, wanted)
    // A frame that comes in over a stream is put together in a room of its own.
    let room = callbacks.stream == nil ? 0 : wanted.frameLimit
    // The largest answer is that to a GetConfiguration for everything.
    let event = wanted.eventRoom * 300 + 10_000
    return Int32(clamping: wanted.memoryBytes + room + records * 12 + event)
  } catch {
    return error.code
  }
}

@c @implementation
public func ocpp_station_new(
  _ setup: UnsafePointer<ocpp_setup>?, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> ocpp_result {
  guard let out else { return Int32(OCPP_BAD_ARGUMENT) }
  out.pointee = nil
  guard let setup else { return Int32(OCPP_BAD_ARGUMENT) }
  do throws(Failure) {
    let made = Unmanaged.passRetained(try Station(setup.pointee))
    out.pointee = cells_take(made.toOpaque())
    if out.pointee != nil { return Int32(OCPP_OK) }
    made.release()
    return Int32(OCPP_NO_ROOM)
  } catch {
    return error.code
  }
}

@c @implementation
public func ocpp_start(_ handle: OpaquePointer?) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  return station.start()
}

@c @implementation
public func ocpp_station_delete(_ handle: OpaquePointer?) -> ocpp_result {
  if handle == nil { return Int32(OCPP_OK) }
  guard let known = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  if known.isInside { return Int32(OCPP_BUSY) }
  guard let emptied = cells_empty(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  Unmanaged<Station>.fromOpaque(emptied).release()
  return Int32(OCPP_OK)
}

@c @implementation
public func ocpp_result_text(_ result: ocpp_result) -> UnsafePointer<CChar>? {
  let sentence: StaticString
  switch Int(result) {
  case OCPP_BAD_ARGUMENT: sentence = "an argument is NULL, missing or outside its range"
  case OCPP_TOO_LONG: sentence = "a text is longer than the specification allows"
  case OCPP_BAD_TEXT: sentence = "a text is not UTF-8 or has characters that may not be there"
  case OCPP_BUSY: sentence = "this cannot be called from within a callback, or not so often"
  case OCPP_BAD_STATE: sentence = "this is not possible now"
  case OCPP_BAD_FLASH: sentence = "the flash has a geometry that is too small for these limits"
  case OCPP_JOURNAL_ERROR: sentence = "the journal on the flash cannot be read"
  case OCPP_UNKNOWN_KEY: sentence = "there is no such configuration key"
  case OCPP_BAD_VALUE: sentence = "the configuration key cannot have this value"
  case OCPP_SECRET: sentence = "this configuration key can only be written"
  case OCPP_NO_ROOM: sentence = "the buffer is too small, or there are too many stations"
  case OCPP_WRONG_VERSION: sentence = "the program was compiled with the header of another library"
  case 0...: sentence = "it was done"
  default: sentence = "no result of this library"
  }
  return UnsafeRawPointer(sentence.utf8Start).assumingMemoryBound(to: CChar.self)
}
