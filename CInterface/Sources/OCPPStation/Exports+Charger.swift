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
public func ocpp_begin_authorized(
  _ handle: OpaquePointer?, _ connector: Int32, _ idTag: UnsafePointer<CChar>?,
  _ parentIdTag: UnsafePointer<CChar>?
) -> ocpp_result {
  guard let station = station(handle, connector) else { return Int32(OCPP_BAD_ARGUMENT) }
  let number = Int(connector)
  do throws(Failure) {
    let tag = try text(idTag, limit: 20)
    let parent = try text(optional: parentIdTag, limit: 20) ?? Text()
    if tag.isEmpty { return Int32(OCPP_BAD_ARGUMENT) }
    if station.device.station.view(number)?.transaction != nil { return Int32(OCPP_BAD_STATE) }
    return station.tell(.tokenAuthorized(idTag: tag, parentIdTag: parent, connector: number))
  } catch {
    return error.code
  }
}

@c @implementation
public func ocpp_end_transaction(
  _ handle: OpaquePointer?, _ connector: Int32, _ reason: ocpp_stop_reason
) -> ocpp_result {
  guard let station = station(handle, connector) else { return Int32(OCPP_BAD_ARGUMENT) }
  let number = Int(connector)
  guard let raw = UInt8(exactly: reason.rawValue), let reason = Reason(rawValue: raw) else {
    return Int32(OCPP_BAD_ARGUMENT)
  }
  guard station.device.station.view(number)?.transaction != nil else {
    return Int32(OCPP_BAD_STATE)
  }
  switch reason {
  case .local: return station.tell(.localStopPressed(connector: number))
  case .emergencyStop: return station.tell(.emergencyStopPressed(connector: number))
  case .evDisconnected, .hardReset, .other, .powerLoss, .reboot, .remote, .softReset,
    .unlockCommand, .deAuthorized:
    return station.tell(.stopOrdered(connector: number, reason))
  }
}

@c @implementation
public func ocpp_set_fault(
  _ handle: OpaquePointer?, _ connector: Int32, _ fault: ocpp_fault,
  _ info: UnsafePointer<CChar>?
) -> ocpp_result {
  var error = ocpp_error(fault: fault, info: info, vendor_code: nil, is_warning: false)
  return ocpp_set_error(handle, connector, &error)
}

@c @implementation
public func ocpp_set_error(
  _ handle: OpaquePointer?, _ connector: Int32, _ given: UnsafePointer<ocpp_error>?
) -> ocpp_result {
  guard let station = station(handle, connector, from: 0), let given = given?.pointee,
    let raw = UInt8(exactly: given.fault.rawValue), let code = ChargePointErrorCode(rawValue: raw)
  else { return Int32(OCPP_BAD_ARGUMENT) }
  do throws(Failure) {
    var error = ConnectorError(code)
    let info = try text(optional: given.info, limit: 50) ?? Text()
    let vendorCode = try text(optional: given.vendor_code, limit: 50) ?? Text()
    if code != .noError {
      error.info = info
      error.vendorCode = vendorCode
      error.isWarning = given.is_warning
    }
    return station.tell(.errorReported(connector: Int(connector), error))
  } catch {
    return error.code
  }
}

@c @implementation
public func ocpp_unlocked(
  _ handle: OpaquePointer?, _ connector: Int32, _ isFree: Bool
) -> ocpp_result {
  guard let station = station(handle, connector) else { return Int32(OCPP_BAD_ARGUMENT) }
  let number = Int(connector)
  return station.tell(isFree ? .unlocked(connector: number) : .unlockFailed(connector: number))
}

@c @implementation
public func ocpp_set_sim(
  _ handle: OpaquePointer?, _ iccid: UnsafePointer<CChar>?, _ imsi: UnsafePointer<CChar>?
) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  do throws(Failure) {
    var identity = station.identity
    identity.iccid = try text(optional: iccid, limit: 20)
    identity.imsi = try text(optional: imsi, limit: 20)
    let result = station.tell(.identityChanged(identity))
    if result == Int32(OCPP_OK) { station.identity = identity }
    return result
  } catch {
    return error.code
  }
}

@c @implementation
public func ocpp_reset_failed(_ handle: OpaquePointer?) -> ocpp_result {
  guard let station = station(handle) else { return Int32(OCPP_BAD_ARGUMENT) }
  return station.tell(.resetFailed)
}
