public import OCPPJSON

/// What a vendor adds to an object, kept as it was written: members nobody here knows survive the
/// round trip. One word when absent.
public struct CustomData: Sendable, Equatable {
  /// The longest `vendorId`, in characters.
  public static var vendorIdLimit: Int { 255 }

  /// The JSON object, with its `vendorId`.
  public let json: RawJSON

  /// Takes a JSON object. Throws when it is none, or has no `vendorId` of up to 255 characters.
  public init(json: RawJSON) throws(DecodeError) {
    let error: DecodeError? = json.bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      _ = reader.customData()
      reader.finish()
      return reader.failed ? reader.error : nil
    }
    if let error { throw error }
    self.json = json
  }

  /// Only a `vendorId`, which must not be longer than 255 characters.
  public init(vendorId: Text) {
    var writer = JSONWriter(capacity: 64)
    writer.beginObject()
    writer.key("vendorId")
    writer.text(vendorId)
    writer.endObject()
    json = RawJSON(bytes: writer.withBytes { [UInt8]($0) })
  }

  fileprivate init(checked json: RawJSON) { self.json = json }

  /// Whose data it is.
  public var vendorId: Text {
    json.bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      return reader.vendorId() ?? Text()
    }
  }
}

extension JSONReader {
  /// The names of `CustomDataType` that the schemas know.
  private static var customDataNames: NameTable {
    NameTable(
      "\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{8}\u{1}vendorId\0\0\0\0\0\0\0\0"
    )
  }

  /// An object with a `vendorId` and whatever else.
  @inline(never) mutating func customData() -> CustomData? {
    _ = nextByte()
    let start = offset
    guard vendorId() != nil else { return nil }
    return CustomData(checked: raw(since: start))
  }

  /// Reads the whole object; nil when it is wrong.
  fileprivate mutating func vendorId() -> Text? {
    let asked = policy
    policy.ignoresUnknownMembers = true
    defer { policy = asked }
    var id = Text()
    var seen = MembersRead()
    while next(&seen, JSONReader.customDataNames) == 0 { id = text(CustomData.vendorIdLimit) }
    return failed ? nil : id
  }
}

extension JSONWriter {
  @inline(never) mutating func member(_ t: NameTable, _ i: Int, _ value: CustomData?) {
    member(t, i, value?.json)
  }
}
