import Counters
import Foundation
import OCPPJSON

/// What one repetition costs.
struct Cost {
  var nanoseconds: Double
  var allocations: Double
  var bytes: Double
}

/// How often something is done while its instructions are counted.
let repetitionsCounted = 100

/// What a run under callgrind counted before (`instructions.sh` writes it to the file that the environment
/// names): a line for each work, its name and its instructions.
let instructions: [String: String] = {
  guard let file = ProcessInfo.processInfo.environment["INSTRUCTIONS"],
    let text = try? String(contentsOfFile: file, encoding: .utf8)
  else { return [:] }
  let lines = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
  return Dictionary(lines.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { $1 }
}()

/// The median of `samples` samples of at least half a millisecond each; allocations once
/// everything is warm.
@inline(never) func cost(samples: Int = 31, _ body: (_ repetitions: Int) -> Void) -> Cost {
  var repetitions = 4
  while true {
    let began = nanoseconds_now()
    body(repetitions)
    if nanoseconds_now() - began > 500_000 { break }
    repetitions *= 2
  }
  let times = (0..<samples).map { _ in
    let began = nanoseconds_now()
    body(repetitions)
    return Double(nanoseconds_now() - began) / Double(repetitions)
  }
  let before = (counted_allocations(), counted_bytes())
  body(1000)
  return Cost(
    nanoseconds: times.sorted()[samples / 2],
    allocations: Double(counted_allocations() - before.0) / 1000,
    bytes: Double(counted_bytes() - before.1) / 1000)
}

/// How many times longer `one` takes than `other`: both in turns of a fifth of a millisecond, the median
/// of the turns' ratios, so that whatever else the machine does disturbs both.
@inline(never) func ratio(
  of one: (_ repetitions: Int) -> Void, to other: (_ repetitions: Int) -> Void, turns: Int = 301
) -> Double {
  func repetitions(of body: (Int) -> Void) -> Int {
    var count = 4
    while true {
      let began = nanoseconds_now()
      body(count)
      if nanoseconds_now() - began > 200_000 { return count }
      count *= 2
    }
  }
  let (ones, others) = (repetitions(of: one), repetitions(of: other))
  let ratios = (0..<turns).map { _ in
    let began = nanoseconds_now()
    one(ones)
    let between = nanoseconds_now()
    other(others)
    let ended = nanoseconds_now()
    return Double(between - began) / Double(ones) / (Double(ended - between) / Double(others))
  }
  return ratios.sorted()[turns / 2]
}

/// Keeps the optimizer from removing the work that led to a value.
@inline(never) func keep<Value>(_ value: Value) {
  withUnsafePointer(to: value) { believed_read($0) }
}

extension OCPPObject {
  /// Reads a payload in place, as the message handlers do, and says whether it is valid.
  static func isRead(from buffer: UnsafeBufferPointer<UInt8>, _ variant: UInt8) -> Bool {
    var reader = JSONReader(buffer)
    reader.variant = variant
    var value = makeBlank()
    value.read(&reader)
    reader.finish()
    withUnsafePointer(to: &value) { believed_read($0) }
    return !reader.failed
  }
}

/// Prints one line of the table and returns what it says.
@discardableResult
func report(_ name: String, _ bytes: Int, _ work: String, _ body: (_ repetitions: Int) -> Void)
  -> Cost
{
  if is_counting_instructions() != 0 {
    body(10)
    forget_instructions()
    body(repetitionsCounted)
    write_instructions("\(name), \(work)")
    return Cost(nanoseconds: 1, allocations: 0, bytes: 0)
  }
  let cost = cost(body)
  let columns = [
    name.padding(toLength: 31, withPad: " ", startingAt: 0),
    "\(bytes)".leftPadded(to: 6),
    "  " + work.padding(toLength: 20, withPad: " ", startingAt: 0),
    String(format: "%.0f", cost.nanoseconds).leftPadded(to: 9),
    (instructions["\(name), \(work)"] ?? "-").leftPadded(to: 9),
    String(format: "%.1f", cost.allocations).leftPadded(to: 9),
    String(format: "%.0f", cost.bytes).leftPadded(to: 9),
  ]
  print(columns.joined())
  return cost
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
