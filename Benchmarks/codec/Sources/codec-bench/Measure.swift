import Counters
import Foundation

/// Nanoseconds of one repetition: the median of `samples` samples of at least half a millisecond each.
@inline(never) func nanoseconds(samples: Int = 41, _ body: (_ repetitions: Int) -> Void) -> Double {
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
  return times.sorted()[samples / 2]
}

/// Allocations and bytes asked for by one repetition, once everything is warm.
@inline(never) func allocations(_ body: (_ repetitions: Int) -> Void) -> (
  count: Double, bytes: Double
) {
  body(10)
  let (count, bytes) = (counted_allocations(), counted_bytes())
  body(1000)
  return (
    Double(counted_allocations() - count) / 1000, Double(counted_bytes() - bytes) / 1000
  )
}

/// Keeps the optimizer from removing the work that led to a value.
@inline(never) func keep<Value>(_ value: Value) {
  withUnsafePointer(to: value) { believed_read($0) }
}

/// Prints one line of the table.
func report(_ name: String, _ bytes: Int, _ work: String, _ body: (_ repetitions: Int) -> Void) {
  let time = nanoseconds(body)
  let allocated = allocations(body)
  let columns = [
    name.padding(toLength: 20, withPad: " ", startingAt: 0),
    "\(bytes)".leftPadded(to: 6),
    "  " + work.padding(toLength: 26, withPad: " ", startingAt: 0),
    String(format: "%.0f", time).leftPadded(to: 9),
    String(format: "%.1f", allocated.count).leftPadded(to: 13),
    String(format: "%.0f", allocated.bytes).leftPadded(to: 10),
  ]
  print(columns.joined())
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
