import OCPPJSON

/// A connector that is kept for somebody.
struct Reservation: Sendable {
  var id: Int
  var idTag: Text
  /// Empty when there is none.
  var parentIdTag: Text
  var expiry: DateTime
}

extension Reservation: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put(id)
    writer.put(idTag)
    writer.put(parentIdTag)
    writer.put(expiry.milliseconds)
  }

  init?(_ reader: inout RecordReader) {
    id = reader.getInt()
    idTag = reader.getText()
    parentIdTag = reader.getText()
    expiry = DateTime(milliseconds: reader.getInt64())
    if reader.failed { return nil }
  }
}
