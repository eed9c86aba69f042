public import Journal

/// A station's records in a journal on flash: restored once, then one commit per event.
///
/// After each commit the station is told what room there is (`tellRoom`), so that it accepts
/// nothing that it could not keep. Whether its journal has room for all it may have to keep says `holds`.
public struct StationJournal<Port: FlashPort>: ~Copyable {
  public private(set) var journal: Journal<Port>
  /// Records that made no sense and were passed over when the station was restored.
  public private(set) var unreadable = 0
  /// Why the last batch was not taken; nil when it was.
  public private(set) var refusal: JournalError?

  /// - Parameters:
  ///   - payload: the longest record; a signed firmware update carries a certificate.
  ///   - records: how many records may live, each in twelve bytes of memory; an eighth of them is for
  ///     what is essential, an eighth more not for what may be dropped.
  public init(port: Port, payload: Int? = nil, records: Int? = nil) throws(JournalError) {
    var limits = JournalLimits(for: port.geometry)
    if let payload { limits.payload = payload }
    if let records {
      limits.records = records
      limits.essentialRecords = records / 8
      limits.normalRecords = records / 8
    }
    journal = try Journal.open(port, limits: limits)
  }

  /// Hands every record to a station that was not powered on yet.
  public mutating func restore(_ station: inout ChargePoint) throws(JournalError) {
    station.recordLimit = journal.limits.payload
    var payload: [UInt8] = []
    for record in journal.records where record.isValue {
      do throws(JournalError) {
        try journal.read(record.sequence, into: &payload)
      } catch {
        // One record that rotted away is not the end of the others.
        if error.code != .damaged { throw error }
        unreadable += 1
        continue
      }
      let isGood = payload.withUnsafeBufferPointer {
        station.restore(kind: record.kind, key: record.key, value: $0)
      }
      if !isGood { unreadable += 1 }
    }
    tellRoom(&station)
  }

  /// Makes the records of an event durable, all or none. False when the journal did not take them:
  /// then the station is told `persistFailed`.
  public mutating func commit(_ output: borrowing Output) -> Bool {
    refusal = nil
    if output.batch.count == 0 { return true }
    do throws(JournalError) {
      try journal.commit(output.batch)
      return true
    } catch {
      refusal = error
      return false
    }
  }

  /// Cleans ahead of need, while nothing else is to be done.
  public mutating func tidy() { _ = try? journal.tidy() }
}

extension JournalPriority {
  init(_ priority: RecordPriority) {
    switch priority {
    case .essential: self = .essential
    case .normal: self = .normal
    case .expendable: self = .expendable
    }
  }
}
