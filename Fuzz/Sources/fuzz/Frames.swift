import OCPP16
import OCPP2
import OCPPJSON
import OCPPRPC

/// An input is a whole frame; every version reads it.
func fuzzFrames(_ input: UnsafeBufferPointer<UInt8>) -> CInt {
  var reader16 = JSONReader(input)
  read(&reader16, input, OCPP16.Action.table) { reader, head in
    // The index comes from the action's own table.
    let action = OCPP16.Action(rawValue: head.action).unsafelyUnwrapped
    _ = try? action.checkRequest(&reader)
  }
  for edition in Edition.allCases {
    var reader = JSONReader(input, edition: edition)
    read(&reader, input, OCPP2.Action.table(of: edition)) { reader, head in
      let action = OCPP2.Action(rawValue: head.action).unsafelyUnwrapped
      _ = try? action.checkRequest(&reader)
    }
  }
  return 0
}

/// Reads one frame as a session would, and reports what is wrong with it.
private func read(
  _ reader: inout JSONReader, _ input: UnsafeBufferPointer<UInt8>, _ actions: NameTable,
  _ payload: (inout JSONReader, FrameHead) -> Void
) {
  var head = FrameHead()
  reader.frameHead(&head, actions: actions)
  if !reader.failed {
    switch head.kind {
    case .call, .send: payload(&reader, head)
    case .error, .resultError: _ = reader.callError()
    case .result: reader.skip()
    }
    reader.endFrame()
  }
  if reader.failed {
    let report = reader.error.report(in: input, missing: reader.missingMember)
    var writer = JSONWriter()
    writer.callError(
      head.id ?? .unreadable, RPCErrorCode(reader.error.violation), in: .v21, report)
  }
}
