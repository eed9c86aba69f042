// fuzz frames|v16|v201|v21 [FOLDER] [libFuzzer options]   feeds one target
// fuzz seeds TARGET FIXTURES FOLDER DICTIONARY              writes what the target starts from
//
// `Fuzz/run.sh` does both.

import Foundation
import LibFuzzer
import OCPP2

let targets: [String: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt] = [
  "frames": { fuzzFrames(UnsafeBufferPointer(start: $0, count: $1)) },
  "v16": { fuzzMessages16(UnsafeBufferPointer(start: $0, count: $1)) },
  "v201": { fuzzMessages2(UnsafeBufferPointer(start: $0, count: $1), .v201) },
  "v21": { fuzzMessages2(UnsafeBufferPointer(start: $0, count: $1), .v21) },
]

let arguments = CommandLine.arguments
if arguments.count == 6, arguments[1] == "seeds" {
  try writeSeeds(
    target: arguments[2], fixtures: URL(filePath: arguments[3]),
    folder: URL(filePath: arguments[4]), dictionary: URL(filePath: arguments[5]))
  exit(0)
}
guard arguments.count > 1, let target = targets[arguments[1]] else {
  print("Usage: fuzz \(targets.keys.sorted().joined(separator: "|")) [FOLDER] [libFuzzer options]")
  exit(2)
}
// libFuzzer reads the arguments behind the target's name; the strings live as long as the process.
var pointers: [UnsafeMutablePointer<CChar>?] =
  ([arguments[0]] + arguments.dropFirst(2)).map { strdup($0) } + [nil]
var count = CInt(pointers.count - 1)
let status = pointers.withUnsafeMutableBufferPointer { buffer in
  var start = buffer.baseAddress
  return LLVMFuzzerRunDriver(&count, &start, target)
}
exit(status)
