import Journal

/// What the journal takes in one batch, and what it still has room for. A station without a journal has no
/// end of it.
struct JournalRoom: Sendable {
  static var endless: Int { Int(Int32.max) }
  /// What is programmed together, in bytes.
  var unit = 4
  /// The bytes of flash that a batch may take.
  var batch = JournalRoom.endless
  /// The bytes of flash for what is not essential.
  var bytes = JournalRoom.endless
  /// The bytes of flash for what may be dropped.
  var expendableBytes = JournalRoom.endless
  /// The bytes of flash for the beginning and the end of transactions.
  var essentialBytes = JournalRoom.endless
  /// The last batch was longer than any may be.
  var isTooLong = false
  /// There was no room for the last batch.
  var isFull = false

  init() {}
}

extension StationJournal {
  /// Tells a station what room there is now, and whether its last batch had none.
  @inline(never) public func tellRoom(_ station: inout ChargePoint) {
    station.journalRoom.unit = unit
    station.journalRoom.batch = journal.batchCapacity
    station.journalRoom.bytes = journal.freeBytes(for: .normal)
    station.journalRoom.expendableBytes = journal.freeBytes(for: .expendable)
    station.journalRoom.essentialBytes = journal.freeBytes()
    station.journalRoom.isTooLong = refusal?.code == .tooLong
    station.journalRoom.isFull = refusal?.code == .full
  }

  private var unit: Int { max(4, journal.port.geometry.programUnit) }

  /// Whether it has room for all that a station of this setup may have to keep.
  public func holds(_ setup: StationSetup) -> Bool {
    setup.largestBatch(programUnit: unit) <= journal.batchCapacity
      && setup.keptBytes(programUnit: unit) <= journal.capacity - journal.limits.essentialBytes
  }
}

/// What some records come to, in bytes of flash.
struct RecordSizes {
  let unit: Int
  /// All of them in one batch, with what is removed beside them.
  var batch = 0
  /// What stays, as if none took the place of another.
  var growth = 0
  /// The longest value.
  var longest = 0

  init(unit: Int) { self.unit = unit }

  /// A value with everything around it.
  func frame(_ value: Int) -> Int { (RecordSizes.head + value + 2 * unit - 1) & ~(unit - 1) }
  static var head: Int { 12 }

  @inline(never) mutating func put(_ value: Int) {
    longest = max(longest, value)
    batch += frame(value)
    growth += frame(value)
  }

  mutating func remove(_ count: Int) { batch += count * frame(0) }
}

extension ChargePoint {
  /// Whether the journal can take such records, with what waits for it: asked before a command is
  /// accepted, because a batch that can never be made durable holds up all that comes after it.
  @inline(never) func hasRoom(for sizes: RecordSizes) -> Bool {
    let waiting = batchBytes
    return sizes.longest <= recordLimit && sizes.batch + waiting <= journalRoom.batch
      && (sizes.growth == 0 || sizes.growth + waiting <= journalRoom.bytes)
  }

  /// Whether one more record has room.
  @inline(never) func hasRoom(forValue bytes: Int) -> Bool {
    var sizes = RecordSizes(unit: journalRoom.unit)
    sizes.put(bytes)
    return hasRoom(for: sizes)
  }

  /// What the batch at hand takes, at most.
  private var batchBytes: Int {
    output.recordWriter.batch.bytes.count + 2 * journalRoom.unit * output.recordWriter.batch.count
  }

  /// Whether the batch at hand can have one removal more.
  var hasRoomForRemoval: Bool {
    batchBytes + RecordSizes.head + 2 * journalRoom.unit <= journalRoom.batch
  }

  /// Whether a transaction's beginning has room; its end takes no more than what it removes.
  var hasRoomForTransaction: Bool {
    journalRoom.essentialBytes >= 4 * RecordSizes(unit: journalRoom.unit).frame(200)
  }
}
