import OCPP16
import OCPPJSON

/// A transaction message the central system must get, in this order. Not copyable: there is one.
struct QueuedMessage: ~Copyable, Sendable {
  enum Content: Sendable {
    case start(idTag: Text, meterStart: Int64, at: Stamp, reservation: Int?)
    case values(Sample)
    /// `idTag` is empty when nobody in particular stopped it.
    case stop(idTag: Text, meterStop: Int64, at: Stamp, Reason)
  }

  var content: Content
  /// Its place in the journal.
  var slot = 0
  var connector: Int
  /// Boot number and counter: the order of events, and the message id (CP16-14).
  var sequence: UInt64
  /// The station's own number of the transaction.
  var transaction: UInt64

  init(content: Content, connector: Int, sequence: UInt64, transaction: UInt64) {
    self.content = content
    self.connector = connector
    self.sequence = sequence
    self.transaction = transaction
  }

  /// The priority of its record; meter values may be thinned, the others never (CP16-25).
  var priority: RecordPriority {
    switch content {
    case .start, .stop: .essential
    case .values: .expendable
    }
  }

  /// When it happened.
  var stamp: Stamp {
    switch content {
    case .start(_, _, let at, _): at
    case .values(let sample): sample.stamp
    case .stop(_, _, let at, _): at
    }
  }
}

extension QueuedMessage: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put(sequence)
    writer.put(transaction)
    writer.put(connector)
    switch content {
    case .start(let idTag, let meterStart, let at, let reservation):
      writer.put8(0)
      writer.put(idTag)
      writer.put(meterStart)
      at.write(&writer)
      writer.put(reservation)
    case .values(let sample):
      writer.put8(1)
      sample.write(&writer)
    case .stop(let idTag, let meterStop, let at, let reason):
      writer.put8(2)
      writer.put(idTag)
      writer.put(meterStop)
      at.write(&writer)
      writer.put8(reason.rawValue)
    }
  }

  init?(_ reader: inout RecordReader) {
    let sequence = reader.get64()
    let transaction = reader.get64()
    let connector = reader.getInt()
    guard let content = Content(&reader), !reader.failed else { return nil }
    self.init(
      content: content, connector: connector, sequence: sequence, transaction: transaction)
  }
}

extension QueuedMessage.Content {
  fileprivate init?(_ reader: inout RecordReader) {
    switch reader.get8() {
    case 0:
      let idTag = reader.getText()
      let meterStart = reader.getRegister()
      guard let at = Stamp(&reader) else { return nil }
      self = .start(
        idTag: idTag, meterStart: meterStart, at: at, reservation: reader.getOptionalInt())
    case 1:
      guard let sample = Sample(&reader) else { return nil }
      self = .values(sample)
    case 2:
      let idTag = reader.getText()
      let meterStop = reader.getRegister()
      guard let at = Stamp(&reader) else { return nil }
      self = .stop(
        idTag: idTag, meterStop: meterStop, at: at, reader.getEnum(or: Reason.other))
    default: return nil
    }
  }
}

/// How many times the central system answered the head of the queue with a CALLERROR.
struct AttemptsRecord: Recorded {
  var sequence: UInt64
  var count: Int

  init(sequence: UInt64, count: Int) {
    self.sequence = sequence
    self.count = count
  }

  func write(_ writer: inout RecordWriter) {
    writer.put(sequence)
    writer.put(count)
  }

  init?(_ reader: inout RecordReader) {
    sequence = reader.get64()
    count = reader.getInt()
    if reader.failed { return nil }
  }
}

/// The central system's id of a transaction whose messages are still owed.
struct TransactionIDRecord: Recorded, Sendable {
  var transaction: UInt64
  var id: CentralID

  init(transaction: UInt64, id: CentralID) {
    self.transaction = transaction
    self.id = id
  }

  func write(_ writer: inout RecordWriter) {
    writer.put(transaction)
    writer.put(id != .undeliverable)
    writer.put(id.number)
  }

  init?(_ reader: inout RecordReader) {
    transaction = reader.get64()
    let isKnown = reader.getBool()
    let number = reader.getInt()
    id = isKnown ? .known(number) : .undeliverable
    if reader.failed { return nil }
  }
}
