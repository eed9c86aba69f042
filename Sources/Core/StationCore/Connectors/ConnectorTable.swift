/// The connectors, 0…n, in memory of their own: looked at and changed where they are. An array would be
/// asked at every change whether somebody else has it too, and a loop over one copies each connector
/// (docs/decisions/0039-chip-budgets.md).
struct ConnectorTable: ~Copyable {
  private let pin = Pin()
  private let start: UnsafeMutablePointer<Connector>
  let count: Int

  /// Connectors 0…`connectors`, each of which may give `limit`, in mA by phase.
  init(connectors: Int, limit: Int32) {
    count = connectors + 1
    start = .allocate(capacity: count)
    for number in 0..<count {
      (start + number).initialize(to: Connector(number: number, limit: limit))
    }
  }

  deinit {
    start.deinitialize(count: count)
    start.deallocate()
  }

  var indices: Range<Int> { 0..<count }

  /// - Precondition: there is a connector of that number.
  subscript(number: Int) -> Connector {
    unsafeAddress { UnsafePointer(place(number)) }
    unsafeMutableAddress { place(number) }
  }

  /// Where a connector is, as long as the table lives: looked up once by what looks at it or changes it
  /// more than once.
  ///
  /// - Precondition: there is a connector of that number.
  @inline(never) func place(_ number: Int) -> UnsafeMutablePointer<Connector> {
    precondition(number >= 0 && number < count, "There is no connector of that number.")
    return start + number
  }
}
