public import COCPPStation
import OCPP16
import OCPPJSON
import StationCore

/// The station when it has such a connector.
private func station(_ handle: OpaquePointer?, _ connector: Int32, from first: Int32 = 1)
  -> Station?
{
  guard let station = station(handle), connector >= first, connector <= station.connectors else {
    return nil
  }
  return station
}

@c @implementation
public func ocpp_plugged(
  _ handle: OpaquePointer?, _ connector: Int32, _ plugged: Bool
) -> ocpp_result {
  guard let station = station(handle, connector) else { return Int32(OCPP_BAD_ARGUMENT) }
  let number = Int(connector)
  return station.tell(
    plugged ? .cableInserted(connector: number) : .cableRemoved(connector: number))
}

@c @implementation
public func ocpp_ev_ready(
  _ handle: OpaquePointer?, _ connector: Int32, _ ready: Bool
) -> ocpp_result {
  guard let station = station(handle, connector) else { return Int32(OCPP_BAD_ARGUMENT) }
  let number = Int(connector)
  return station.tell(ready ? .evReady(connector: number) : .evNotReady(connector: number))
}

@c @implementation
public func ocpp_evse_ready(
  _ handle: OpaquePointer?, _ connector: Int32, _ ready: Bool
) -> ocpp_result {
  guard let station = station(handle, connector) else { return Int32(OCPP_BAD_ARGUMENT) }
  let number = Int(connector)
  return station.tell(ready ? .evseReady(connector: number) : .evseNotReady(connector: number))
}

@c @implementation
public func ocpp_meter_reading(
  _ handle: OpaquePointer?, _ connector: Int32, _ reading: UnsafePointer<ocpp_meter>?
) -> ocpp_result {
  guard let station = station(handle, connector, from: 0), let reading else {
    return Int32(OCPP_BAD_ARGUMENT)
  }
  return station.tell(.meterRead(connector: Int(connector), MeterReading(reading.pointee)))
}

@c @implementation
public func ocpp_token(
  _ handle: OpaquePointer?, _ connector: Int32, _ idTag: UnsafePointer<CChar>?
) -> ocpp_result {
  guard let station = station(handle, connector, from: 0) else {
    return Int32(OCPP_BAD_ARGUMENT)
  }
  do throws(Failure) {
    let tag = try text(idTag, limit: 20)
    if tag.isEmpty { return Int32(OCPP_BAD_ARGUMENT) }
    return station.tell(
      .tokenPresented(idTag: tag, connector: connector > 0 ? Int(connector) : nil))
  } catch {
    return error.code
  }
}

@c @implementation
public func ocpp_begin_transaction(
  _ handle: OpaquePointer?, _ connector: Int32, _ idTag: UnsafePointer<CChar>?
) -> ocpp_result {
  guard let station = station(handle, connector) else { return Int32(OCPP_BAD_ARGUMENT) }
  if station.device.station.view(Int(connector))?.transaction != nil {
    return Int32(OCPP_BAD_STATE)
  }
  return ocpp_token(handle, connector, idTag)
}

@c @implementation
public func ocpp_end_transaction(
  _ handle: OpaquePointer?, _ connector: Int32, _ reason: ocpp_stop_reason
) -> ocpp_result {
  guard let station = station(handle, connector) else { return Int32(OCPP_BAD_ARGUMENT) }
  let number = Int(connector)
  let event: Event
  switch reason {
  case OCPP_STOP_LOCAL: event = .localStopPressed(connector: number)
  case OCPP_STOP_EMERGENCY: event = .emergencyStopPressed(connector: number)
  default: return Int32(OCPP_BAD_ARGUMENT)
  }
  guard station.device.station.view(number)?.transaction != nil else {
    return Int32(OCPP_BAD_STATE)
  }
  return station.tell(event)
}

@c @implementation
public func ocpp_set_fault(
  _ handle: OpaquePointer?, _ connector: Int32, _ fault: ocpp_fault,
  _ info: UnsafePointer<CChar>?
) -> ocpp_result {
  guard let station = station(handle, connector, from: 0),
    let raw = UInt8(exactly: fault.rawValue), let code = ChargePointErrorCode(rawValue: raw)
  else { return Int32(OCPP_BAD_ARGUMENT) }
  do throws(Failure) {
    let info = try text(optional: info, limit: 50) ?? Text()
    let number = Int(connector)
    return station.tell(
      code == .noError
        ? .faultCleared(connector: number) : .faulted(connector: number, code, info: info))
  } catch {
    return error.code
  }
}

@c @implementation
public func ocpp_reset_failed(_ handle: OpaquePointer?) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  return station.tell(.resetFailed)
}
