import CSMSCore

extension MeterRecords {
  /// The records by their time; those of one instant in the order in which they came. A stop brings
  /// readings that are older than what was sent meanwhile, and a queue may come late.
  ///
  /// Nearly always they are in order already, and then it costs a look at each.
  var oldestFirst: [MeterRecord] {
    let records = Array(self)
    func isBefore(_ one: MeterRecord, _ other: MeterRecord) -> Bool {
      (one.timestamp, one.range.lowerBound) < (other.timestamp, other.range.lowerBound)
    }
    if zip(records, records.dropFirst()).allSatisfy(isBefore) { return records }
    return records.sorted(by: isBefore)
  }
}
