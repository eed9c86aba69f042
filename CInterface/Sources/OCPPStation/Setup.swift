import COCPPStation
import OCPPJSON
import StationCore
import WebSocketStream

extension StationSetup {
  /// - Throws: `OCPP_BAD_ARGUMENT` for what is missing or out of its range, and what `text` throws.
  init(_ setup: ocpp_setup) throws(Failure) {
    guard setup.interface == UInt32(OCPP_STATION_INTERFACE) else {
      throw Failure(OCPP_BAD_ARGUMENT)
    }
    self.init()
    identity.vendor = try text(setup.vendor, limit: 20)
    identity.model = try text(setup.model, limit: 20)
    guard !identity.vendor.isEmpty, !identity.model.isEmpty else {
      throw Failure(OCPP_BAD_ARGUMENT)
    }
    identity.serialNumber = try text(optional: setup.serial_number, limit: 25)
    identity.firmwareVersion = try text(optional: setup.firmware_version, limit: 50)
    connectors = try within(1...16, setup.connectors)
    maximumCurrent = Int32(try within(6_000...1_000_000, setup.maximum_current_ma))
    phases = try within(1...3, setup.phases)
    voltage = Int32(try within(50...1_000, setup.voltage))
    guard phases != 2 else { throw Failure(OCPP_BAD_ARGUMENT) }
    hasMainMeter = setup.has_main_meter
    powerLoss = setup.resumes_after_power_loss ? .resume : .stop
    queueLimit = try within(8...10_000, setup.queue_limit)
    cacheLimit = try within(0...10_000, setup.cache_limit)
    listLimit = try within(0...10_000, setup.list_limit)
    listPerCall = try within(0...1_000, setup.list_per_call)
    profileLimit = try within(0...1_000, setup.profile_limit)
    frameLimit = try within(512...65_536, setup.frame_limit)
  }
}

private func within(_ range: ClosedRange<Int32>, _ number: Int32) throws(Failure) -> Int {
  guard range.contains(number) else { throw Failure(OCPP_BAD_ARGUMENT) }
  return Int(number)
}

extension UpgradeRequest {
  /// Where the library's own WebSocket goes.
  init(_ stream: ocpp_stream_transport) throws(Failure) {
    guard stream.open != nil, stream.write != nil, stream.close != nil else {
      throw Failure(OCPP_BAD_ARGUMENT)
    }
    self.init(
      host: try text(stream.host, limit: 255), path: try text(stream.path, limit: 255),
      identity: try text(stream.identity, limit: 48),
      password: try text(optional: stream.password, limit: 40))
    guard isPossible else { throw Failure(OCPP_BAD_TEXT) }
  }
}

extension Callbacks {
  /// - Throws: `OCPP_BAD_ARGUMENT` without clock or randomness, or with none or both transports.
  init(_ setup: ocpp_setup) throws(Failure) {
    guard let milliseconds = setup.milliseconds, let random = setup.random,
      (setup.messages == nil) != (setup.stream == nil)
    else { throw Failure(OCPP_BAD_ARGUMENT) }
    if let messages = setup.messages?.pointee {
      guard messages.connect != nil, messages.send != nil, messages.close != nil else {
        throw Failure(OCPP_BAD_ARGUMENT)
      }
    }
    self.init(
      context: setup.context, hardware: setup.hardware, messages: setup.messages?.pointee,
      stream: setup.stream?.pointee, milliseconds: milliseconds, random: random)
  }
}
