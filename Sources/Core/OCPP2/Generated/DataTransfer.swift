// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `DataTransferRequest`, either way (OCPP 2.0.1 and 2.1, block P).
public struct DataTransferRequest: OCPPRequest {
  public var messageId: Text?
  public var data: RawJSON?
  public var vendorId: Text
  public var customData: CustomData?

  public typealias Response = DataTransferResponse
  @inline(__always) public static var action: Action { .dataTransfer }

  public init(messageId: Text? = nil, data: RawJSON? = nil, vendorId: Text, customData: CustomData? = nil) {
    self.messageId = messageId
    self.data = data
    self.vendorId = vendorId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(vendorId: Text())
  }

  public static let blank = Blank<DataTransferRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{9}\u{24}\u{0}\u{4}\u{28}\u{0}\u{8}\u{30}\u{0}\u{A}\u{2}\u{1}\u{4}\u{3}messageIddatavendorIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: messageId = reader.text(50)
      case 1: data = reader.raw()
      case 2: vendorId = reader.text(255)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, messageId)
    writer.member(Self.table, 1, data)
    writer.member(Self.table, 2, vendorId)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `DataTransferResponse`, either way (OCPP 2.0.1 and 2.1, block P).
public struct DataTransferResponse: OCPPMessagePart {
  public var status: DataTransferStatus
  public var statusInfo: StatusInfo?
  public var data: RawJSON?
  public var customData: CustomData?

  public init(status: DataTransferStatus, statusInfo: StatusInfo? = nil, data: RawJSON? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.data = data
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<DataTransferResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{8}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{4}\u{2F}\u{0}\u{A}\u{3}\u{2}\u{1}\u{4}statusstatusInfodatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: reader.part(&statusInfo)
      case 2: data = reader.raw()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, data)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}
