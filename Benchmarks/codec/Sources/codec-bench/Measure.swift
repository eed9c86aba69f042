import Counters
import Foundation

/// What one repetition costs.
struct Cost {
  var nanoseconds: Double
  /// 0 where they cannot be counted.
  var instructions: Double
  var allocations: Double
  var bytes: Double
}

/// The median of `samples` samples of at least half a millisecond each; allocations and instructions
/// once everything is warm.
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
  let before = (counted_allocations(), counted_bytes(), counted_instructions())
  body(1000)
  return Cost(
    nanoseconds: times.sorted()[samples / 2],
    instructions: Double(counted_instructions() - before.2) / 1000,
    allocations: Double(counted_allocations() - before.0) / 1000,
    bytes: Double(counted_bytes() - before.1) / 1000)
}

/// Keeps the optimizer from removing the work that led to a value.
@inline(never) func keep<Value>(_ value: Value) {
  withUnsafePointer(to: value) { believed_read($0) }
}

/// Prints one line of the table and returns what it says.
@discardableResult
func report(_ name: String, _ bytes: Int, _ work: String, _ body: (_ repetitions: Int) -> Void)
  -> Cost
{
  let cost = cost(body)
  let columns = [
    name.padding(toLength: 31, withPad: " ", startingAt: 0),
    "\(bytes)".leftPadded(to: 6),
    "  " + work.padding(toLength: 20, withPad: " ", startingAt: 0),
    String(format: "%.0f", cost.nanoseconds).leftPadded(to: 9),
    String(format: "%.0f", cost.instructions).leftPadded(to: 9),
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
