// Reaches into Core from Embedded Swift: linked for a chip, where a forbidden construct becomes a link
// error, and run on this machine, where each line of output says whether a check held.

@main
struct SelfTest {
  nonisolated(unsafe) static var failures = 0

  static func check(_ holds: Bool, _ name: StaticString) {
    if !holds { failures += 1 }
    print(holds ? "ok   " : "FAIL ", terminator: "")
    print(name)
  }

  static func main() {
    check(true, "started")
    if failures > 0 { exit(1) }
  }
}

@_extern(c, "exit") func exit(_ status: Int32)
