public import OCPPJSON

/// Something that happened, as others are told of it. It is written in the commit of the fact that
/// caused it, and says the same however often it is sent.
public struct StationEvent: Sendable, Equatable {
  /// Counts up; never given twice.
  public var id: Int64
  public var type: EventType
  /// When the central system put it on record.
  public var at: DateTime
  /// The station's identity; nil when it is about none.
  public var station: Text?
  public var transaction: Int64?
  /// Whose it was at that moment; nil for nobody's.
  public var company: Text?
  /// A JSON object with what is particular to the type.
  public var data: Text

  public init(
    id: Int64, type: EventType, at: DateTime, station: Text?, transaction: Int64?, company: Text?,
    data: Text
  ) {
    self.id = id
    self.type = type
    self.at = at
    self.station = station
    self.transaction = transaction
    self.company = company
    self.data = data
  }

  /// Events of one lane reach a receiver in their order: those of a session, and those of a station
  /// outside its sessions.
  public var lane: Int64 { transaction ?? EventLane.of(station: station) }

  /// The body as it is sent: id, type, station_id, transaction_id, data, timestamp.
  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("id")
    writer.byte(0x22)
    writer.int64(id)
    writer.byte(0x22)
    writer.key("type")
    writer.text(Text(type.word))
    writer.key("station_id")
    if let station { writer.text(station) } else { writer.literal("null") }
    writer.key("transaction_id")
    if let transaction { writer.int64(transaction) } else { writer.literal("null") }
    writer.key("data")
    data.withUTF8 { writer.raw($0) }
    writer.key("timestamp")
    writer.dateTime(at)
    writer.endObject()
  }

  /// The body as it is sent.
  public var body: [UInt8] {
    var writer = JSONWriter(capacity: 512)
    write(&writer)
    return writer.withBytes { [UInt8]($0) }
  }
}

/// Which events keep their order among each other.
public enum EventLane {
  /// Negative, so that it is no transaction's: a hash (FNV-1a) of the identity. Two stations that
  /// share one only wait for each other.
  public static func of(station: Text?) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    station?.withUTF8 { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return -Int64(hash >> 2) - 1
  }
}
