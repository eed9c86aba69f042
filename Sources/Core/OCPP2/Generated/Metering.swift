// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `MeterValuesRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block J).
public struct MeterValuesRequest: OCPPRequest {
  public var evseId: Int
  public var meterValue: [MeterValue]
  public var customData: CustomData?

  public typealias Response = MeterValuesResponse
  @inline(__always) public static var action: Action { .meterValues }

  public init(evseId: Int, meterValue: [MeterValue], customData: CustomData? = nil) {
    self.evseId = evseId
    self.meterValue = meterValue
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(evseId: 0, meterValue: [])
  }

  public static let blank = Blank<MeterValuesRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{A}\u{28}\u{0}\u{A}\u{2}\u{1}\u{3}\u{0}evseIdmeterValuecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: reader.objects(&meterValue, 1, .max)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, meterValue)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `MeterValuesResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block J).
public struct MeterValuesResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<MeterValuesResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{A}\u{1}customData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, customData)
    writer.endObject()
  }
}
