import StationCore

/// What would stand in a station's journal, in memory: enough for a reset, gone with the process. It
/// takes the bytes of the records and 48 more for each.
struct StationMemory {
  private struct Entry {
    var kind: RecordKind
    var key: UInt32
    var value: [UInt8]
  }

  /// The latest value of each kind and key, in the order in which they were written.
  private var entries: [Entry] = []

  mutating func commit(_ output: borrowing Output) {
    for record in output.records {
      let place = entries.firstIndex { $0.kind == record.kind && $0.key == record.key }
      if let place { entries.remove(at: place) }
      if record.isRemoval { continue }
      let value = output.withValue(of: record) { [UInt8]($0) }
      entries.append(Entry(kind: record.kind, key: record.key, value: value))
    }
  }

  func restore(_ station: inout ChargePoint) {
    for entry in entries {
      _ = entry.value.withUnsafeBufferPointer {
        station.restore(kind: entry.kind.rawValue, key: entry.key, value: $0)
      }
    }
  }
}
