// What the codec costs: each payload is decoded and validated, and encoded again; simdjson parses it
// without looking at it, and Foundation decodes and encodes some. `codec-bench FOLDER` reads the frames
// from FOLDER (v16.MeterValues.json and so on).

import Counters
import Foundation
import OCPP16
import OCPP2
import OCPPJSON
import ParseOnly

let folder = CommandLine.arguments.dropFirst().first ?? "payloads"
/// Only messages whose name contains this are measured, when it is given.
let only = CommandLine.arguments.dropFirst(2).first

/// The bytes of a recorded CALL or SEND, and of the payload in it: what follows the third comma, without
/// the closing bracket. What 2.1 has no file for is the same in 2.0.1.
func payload(_ version: String, _ message: String) -> [UInt8] {
  let names = version == "v21" ? ["v21", "v201"] : [version]
  let files = names.lazy.compactMap {
    FileManager.default.contents(atPath: "\(folder)/\($0).\(message).json")
  }
  guard let data = files.first else { fail("no file for \(version) \(message)") }
  var frame = [UInt8](data)
  while frame.last == UInt8(ascii: "\n") { frame.removeLast() }
  let commas = frame.indices.filter { frame[$0] == UInt8(ascii: ",") }
  return Array(frame[(commas[2] + 1)..<(frame.count - 1)])
}

func fail(_ sentence: String) -> Never {
  print(sentence)
  exit(1)
}

/// Decoding times beside those of the others, for the summary.
var ratios: [(name: String, parseOnly: Double?, foundation: Double?)] = []

@MainActor func measure<Message: OCPPObject>(
  _ version: String, _ message: String, _: Message.Type, variant: UInt8 = 0,
  foundation: ((String, [UInt8]) -> Double)? = nil
) {
  let name = "\(version) \(message)"
  if let only, !name.contains(only) { return }
  let bytes = payload(version, message)
  func decode(_ buffer: UnsafeBufferPointer<UInt8>) -> Message {
    var reader = JSONReader(buffer)
    reader.variant = variant
    var value = Message.makeBlank()
    value.read(&reader)
    reader.finish()
    if reader.failed { fail("\(name): \(reader.error)") }
    return value
  }
  // simdjson reads past the end.
  let padded = bytes + [UInt8](repeating: 0, count: 64)
  padded.withUnsafeBufferPointer { room in
    let buffer = UnsafeBufferPointer(rebasing: room[0..<bytes.count])
    func decodeOften(_ repetitions: Int) {
      for _ in 0..<repetitions {
        if !Message.isRead(from: buffer, variant) { fail("\(name) is refused") }
      }
    }
    let ours = report(name, bytes.count, "decode and validate", decodeOften)
    let value = decode(buffer)
    var writer = JSONWriter()
    report(name, bytes.count, "encode") { repetitions in
      for _ in 0..<repetitions {
        writer.reset()
        value.write(&writer)
      }
    }
    var parsed: Double?
    if parse_only_available() != 0, let start = room.baseAddress {
      func parseOften(_ repetitions: Int) {
        for _ in 0..<repetitions where parse_only(start, bytes.count) == 0 { fail("simdjson") }
      }
      report(name, bytes.count, "simdjson, parse only", parseOften)
      if is_counting_instructions() == 0 { parsed = ratio(of: decodeOften, to: parseOften) }
    }
    let other = foundation.map { $0(name, bytes) / ours.nanoseconds }
    ratios.append((name, parsed, other))
  }
}

/// Measures Foundation on the same bytes; the nanoseconds of decoding.
func foundation<Message: Codable>(_: Message.Type) -> (String, [UInt8]) -> Double {
  { name, bytes in
    let data = Data(bytes)
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    guard let message = try? decoder.decode(Message.self, from: data) else {
      fail("Foundation cannot read \(name)")
    }
    let cost = report(name, bytes.count, "JSONDecoder") { repetitions in
      for _ in 0..<repetitions { keep(try? decoder.decode(Message.self, from: data)) }
    }
    report(name, bytes.count, "JSONEncoder") { repetitions in
      for _ in 0..<repetitions { keep(try? encoder.encode(message)) }
    }
    return cost.nanoseconds
  }
}

print(
  "message                         bytes  work                       ns   instr.  allocs.    bytes")
measure16()
for (version, edition) in [("v201", Edition.v201), ("v21", .v21)] { measure2(version, edition) }
print("\ndecoding: our time ÷ simdjson's parse-only; JSONDecoder's time ÷ ours")
for ratio in ratios {
  let columns = [ratio.parseOnly, ratio.foundation].map {
    $0.map { String(format: "%.2f", $0) }?.leftPadded(to: 8) ?? "        "
  }
  print(ratio.name.padding(toLength: 33, withPad: " ", startingAt: 0) + columns.joined())
}
