import OCPP16
import OCPPJSON

/// What the central system calls a transaction.
enum CentralID: Sendable, Equatable {
  /// StartTransaction is still on its way.
  case pending
  case known(Int)
  /// StartTransaction was given up: later messages carry −1 (CP16-23).
  case undeliverable

  var number: Int {
    if case .known(let number) = self { return number }
    return -1
  }
}

/// Whether energy may flow to the id that began the transaction.
enum EnergyPermission: Sendable, Equatable {
  case granted
  /// The central system refused the id; energy may flow up to this register (CP16-36).
  case until(register: Int64)
}

/// That a transaction is over, why, and since when. Durable before the last reading is there, so that
/// a power cut in between changes neither the reason nor the time.
struct Ending: Sendable, Equatable {
  var reason: Reason
  /// Empty when nobody in particular stopped it.
  var idTag: Text
  var stamp: Stamp
}

extension Ending: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put8(reason.rawValue)
    writer.put(idTag)
    stamp.write(&writer)
  }

  init?(_ reader: inout RecordReader) {
    reason = reader.getEnum(or: .other)
    idTag = reader.getText()
    guard let stamp = Stamp(&reader) else { return nil }
    self.stamp = stamp
  }
}

/// A transaction from its durable beginning to its durable end.
struct Transaction: Sendable {
  /// The station's own number for it: boot number and counter.
  var number: UInt64
  var idTag: Text
  /// Empty when there is none.
  var parentIdTag = Text()
  var start: Stamp
  /// Wh, the meter's register.
  var meterStart: Int64
  var reservation: Int?
  var id = CentralID.pending
  var permission = EnergyPermission.granted
  /// Set once it is over and only its last reading is missing.
  var ending: Ending?
}

extension Transaction: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put(number)
    writer.put(idTag)
    writer.put(parentIdTag)
    start.write(&writer)
    writer.put(meterStart)
    writer.put(reservation)
    switch id {
    case .pending: writer.put8(0)
    case .known(let id):
      writer.put8(1)
      writer.put(id)
    case .undeliverable: writer.put8(2)
    }
    switch permission {
    case .granted: writer.put8(0)
    case .until(let register):
      writer.put8(1)
      writer.put(register)
    }
    writer.put(ending != nil)
    ending?.write(&writer)
  }

  init?(_ reader: inout RecordReader) {
    number = reader.get64()
    idTag = reader.getText()
    parentIdTag = reader.getText()
    guard let start = Stamp(&reader) else { return nil }
    self.start = start
    meterStart = reader.getRegister()
    reservation = reader.getOptionalInt()
    switch reader.get8() {
    case 0: id = .pending
    case 1: id = .known(reader.getInt())
    default: id = .undeliverable
    }
    if reader.get8() == 1 { permission = .until(register: reader.getInt64()) }
    // A record of an older firmware ends here (CP16-26).
    if !reader.isAtEnd && reader.getBool() {
      guard let ending = Ending(&reader) else { return nil }
      self.ending = ending
    }
    if reader.failed { return nil }
  }
}

/// One sample: a reading, when and why it was taken, and what the station offered then.
struct Sample: Sendable {
  var context: ReadingContext
  /// In mA.
  var offered: Int32
  var stamp: Stamp
  var reading: MeterReading
}

extension Sample: Recorded {
  func write(_ writer: inout RecordWriter) {
    stamp.write(&writer)
    writer.put8(context.rawValue)
    reading.write(&writer)
    writer.put32(offered)
  }

  init?(_ reader: inout RecordReader) {
    guard let stamp = Stamp(&reader) else { return nil }
    self.stamp = stamp
    context = reader.getEnum(or: .other)
    guard let reading = MeterReading(&reader) else { return nil }
    self.reading = reading
    offered = reader.getInt32()
    if reader.failed { return nil }
  }
}

/// The last sample of a running transaction, and the station time of it.
struct LastSample: Recorded {
  var transaction: UInt64
  var stationTime: Int64
  var sample: Sample

  init(transaction: UInt64, stationTime: Int64, sample: Sample) {
    self.transaction = transaction
    self.stationTime = stationTime
    self.sample = sample
  }

  func write(_ writer: inout RecordWriter) {
    writer.put(transaction)
    writer.put(stationTime)
    sample.write(&writer)
  }

  init?(_ reader: inout RecordReader) {
    transaction = reader.get64()
    stationTime = reader.getInt64()
    guard let sample = Sample(&reader) else { return nil }
    self.sample = sample
  }
}
