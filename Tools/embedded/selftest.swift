// Reaches into Core from Embedded Swift: linked for a chip, where a forbidden construct becomes a link
// error, and run on this machine, where each line of output says whether a check held.

import OCPPJSON

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

@_extern(c, "exit") func exit(_ status: Int32)
