import COCPPStation

/// What a program gave at start-up, copied: the callbacks and the context they are called with.
struct Callbacks {
  let context: UnsafeMutableRawPointer?
  let hardware: ocpp_hardware
  let messages: ocpp_message_transport?
  let stream: ocpp_stream_transport?
  let milliseconds: @convention(c) (UnsafeMutableRawPointer?) -> UInt32
  let random: @convention(c) (UnsafeMutableRawPointer?) -> UInt32
  let firmware: ocpp_firmware?
  let uploads: ocpp_uploads?
  let certificates: ocpp_certificates?
  let data: ocpp_data_transfer?
}

/// A result as C sees it.
struct Failure: Error {
  let code: Int32
  init(_ code: Int) { self.code = Int32(code) }
}
