import OCPPJSON

/// What a reader found wrong, ready to be compared.
struct Finding: Equatable, CustomStringConvertible {
  var violation: Violation
  var fault: Fault
  var offset: Int
  var path: String

  var description: String { "\(violation)/\(fault) at \(offset) \(path)" }
}

/// Reads `bytes` with `body`, then expects the end; what was wrong, if anything.
func finding(
  in bytes: [UInt8], policy: ReadingPolicy = ReadingPolicy(), _ body: (inout JSONReader) -> Void
) -> Finding? {
  bytes.withUnsafeBufferPointer { buffer in
    var reader = JSONReader(buffer, policy: policy)
    body(&reader)
    reader.finish()
    guard reader.failed else { return nil }
    let error = reader.error
    let path = JSONPath.path(buffer, to: Int(error.offset))
    return Finding(
      violation: error.violation, fault: error.fault, offset: Int(error.offset),
      path: path.description)
  }
}

func finding(in text: String, _ body: (inout JSONReader) -> Void) -> Finding? {
  finding(in: [UInt8](text.utf8), body)
}

/// The value that `body` reads from a correct text; nil when anything was wrong.
func value<T>(of text: String, _ body: (inout JSONReader) -> T) -> T? {
  [UInt8](text.utf8).withUnsafeBufferPointer { buffer in
    var reader = JSONReader(buffer)
    let value = body(&reader)
    reader.finish()
    return reader.failed ? nil : value
  }
}

/// What `body` writes.
func written(capacity: Int = 16, _ body: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter(capacity: capacity)
  body(&writer)
  return writer.withBytes { String(decoding: $0, as: UTF8.self) }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
