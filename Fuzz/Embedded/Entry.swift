import OCPP16
import OCPPJSON
import OCPPRPC

/// libFuzzer's door. An input is the lines of a life; each is also read as a frame of either side.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let input = UnsafeBufferPointer(start: start, count: count)
  var life = Life()
  var from = 0
  for index in 0...count where index == count || input[index] == 0x0A {
    let line = UnsafeBufferPointer(rebasing: input[from..<index])
    from = index + 1
    read(line)
    life.line(line)
  }
  return 0
}

/// Reads a frame as a session would, whatever its action, and reports what is wrong with it.
private func read(_ frame: UnsafeBufferPointer<UInt8>) {
  var reader = JSONReader(frame)
  var head = FrameHead()
  reader.frameHead(&head, actions: OCPP16.Action.table)
  if !reader.failed {
    switch head.kind {
    case .call, .send:
      do throws(DecodeError) {
        try OCPP16.Action(rawValue: head.action)?.checkRequest(&reader)
      } catch {
        return
      }
      reader.endFrame()
    case .error, .resultError: _ = reader.callError()
    case .result:
      reader.skip()
      reader.endFrame()
    }
  }
  guard reader.failed else { return }
  let report = reader.error.report(in: frame, missing: reader.missingMember)
  var writer = JSONWriter()
  writer.callError(head.id ?? .unreadable, RPCErrorCode(reader.error.violation), in: .v16, report)
}
