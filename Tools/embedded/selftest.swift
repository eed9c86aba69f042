// Reaches into Core from Embedded Swift: linked for a chip, where a forbidden construct becomes a link
// error, and run on an emulated one, where each line of output says whether a check held.

import OCPPJSON
import OCPPRPC

@main
struct SelfTest {
  nonisolated(unsafe) static var failures = 0

  static func check(_ holds: Bool, _ name: StaticString) {
    if !holds { failures += 1 }
    print(holds ? "ok   " : "FAIL ", terminator: "")
    print(name)
  }

  static func main() {
    scalars()
    errors()
    frames()
    lane()
    journal()
    station()
    #if MESSAGES
      messages()
      messages2()
    #endif
    if failures > 0 { exit(1) }
  }

  /// The bytes of a constant as the network would hand them over.
  static func reading<Result>(
    _ text: StaticString, _ body: (inout JSONReader) -> Result
  ) -> Result {
    var reader = JSONReader(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    return body(&reader)
  }

  static func scalars() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.item()
    writer.decimal(reading("16.1") { $0.decimal() })
    writer.item()
    writer.dateTime(reading("\"2039-02-01T10:00:00.25+01:00\"") { $0.dateTime() })
    writer.item()
    writer.text(reading("\"caf\\u00e9 \\ud83d\\ude00\"") { $0.text(20) })
    writer.item()
    writer.raw(reading("{\"a\":[null,{}]}") { $0.raw() })
    writer.item()
    writer.int(reading("-42") { $0.int() })
    writer.item()
    writer.bool(reading("true") { $0.bool() })
    writer.endArray()
    let expected: StaticString =
      "[16.1,\"2039-02-01T09:00:00.250Z\",\"café 😀\",{\"a\":[null,{}]},-42,true]"
    check(writer.withBytes { Text(utf8: $0) } == Text(expected), "scalars survive the round trip")
    check(Text("tag-1").isSame(ignoringCase: Text("TAG-1")), "text compares without case")
    check(Text("a") < Text("b"), "text has an order")
  }

  static func errors() {
    check(
      reading("\"\\ud800\"") { reader in
        _ = reader.text(20); return reader.failed
      }, "a lone surrogate is refused")
    check(
      reading("{\"a\":") { reader in
        reader.skip(); return reader.failed
      }, "a cut-off text is refused")
    let text: StaticString = "[2,\"1\",{\"meterValue\":[{},{\"unit\":5}]}]"
    let path = JSONPath.path(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), to: 33)
    check(path == Text("$[2].meterValue[1].unit"), "an error has a path")
  }
}

extension SelfTest {
  static func frames() {
    var writer = JSONWriter()
    writer.callError(
      MessageID("19223201"), .init(.formation, inHead: true), in: .v16, Text("no such thing"))
    let frame = writer.withBytes { Text(utf8: $0) }
    check(
      frame == Text("[4,\"19223201\",\"FormationViolation\",\"no such thing\",{}]"),
      "a CALLERROR has 1.6's own spelling")
    let error = reading("\"InternalError\",\"out of paper\",{\"shelf\":1}]") { $0.callError() }
    check(error.code == Text("InternalError"), "a CALLERROR is read")
  }

  static func lane() {
    var lane = CallLane<UInt8>(lineLimit: 1)
    let first = call(MessageID(prefix: 1, number: 1), until: 10)
    let second = call(MessageID(prefix: 1, number: 2), until: 20)
    check(isSend(lane.enqueue(first)), "the first call is sent")
    check(!isSend(lane.enqueue(second)), "the second call waits")
    check(lane.answered(second.id) == nil, "an answer to a call not sent disturbs nothing")
    check(lane.answered(first.id)?.caller == 7, "an answer finds its call")
    check(lane.sendNext()?.id == second.id, "then the next call is sent")
    check(lane.expire(now: DateTime(milliseconds: 20)).count == 1, "a call expires")
    check(lane.cancelAll().isEmpty, "the lane is empty")
  }

  static func call(_ id: MessageID, until deadline: Int64) -> OutgoingCall<UInt8> {
    OutgoingCall(
      id: id, action: 0, frame: [], deadline: DateTime(milliseconds: deadline), caller: 7)
  }

  static func isSend<Caller>(_ step: CallLane<Caller>.Enqueued) -> Bool {
    if case .send = step { true } else { false }
  }
}

@_extern(c, "exit") func exit(_ status: Int32)
