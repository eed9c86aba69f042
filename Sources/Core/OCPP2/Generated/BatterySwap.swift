// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `BatterySwapRequest`, station to CSMS (OCPP 2.1, block S).
public struct BatterySwapRequest: OCPPRequest {
  public var batteryData: [BatteryData]?
  public var eventType: BatterySwapEvent?
  public var idToken: IdToken?
  public var requestId: Int?
  public var customData: CustomData?

  public typealias Response = BatterySwapResponse
  @inline(__always) public static var action: Action { .batterySwap }

  public init(batteryData: [BatteryData]? = nil, eventType: BatterySwapEvent? = nil, idToken: IdToken? = nil, requestId: Int? = nil, customData: CustomData? = nil) {
    self.batteryData = batteryData
    self.eventType = eventType
    self.idToken = idToken
    self.requestId = requestId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<BatterySwapRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{5}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{9}\u{36}\u{0}\u{7}\u{3D}\u{0}\u{9}\u{46}\u{0}\u{A}\u{1}\u{0}\u{2}\u{4}\u{5}\u{0}\u{3}\u{0}batteryDataeventTypeidTokenrequestIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: batteryData = []; reader.objects(&batteryData!, 1, .max)
      case 1: eventType = reader.word()
      case 2: reader.part(&idToken)
      case 3: requestId = reader.int()
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, batteryData)
    writer.member(Self.table, 1, eventType)
    writer.member(Self.table, 2, idToken)
    writer.member(Self.table, 3, requestId)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// `BatterySwapResponse`, CSMS to station (OCPP 2.1, block S).
public struct BatterySwapResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<BatterySwapResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{A}\u{1}customData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
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

/// `RequestBatterySwapRequest`, CSMS to station (OCPP 2.1, block S).
public struct RequestBatterySwapRequest: OCPPRequest {
  public var idToken: IdToken?
  public var requestId: Int?
  public var customData: CustomData?

  public typealias Response = RequestBatterySwapResponse
  @inline(__always) public static var action: Action { .requestBatterySwap }

  public init(idToken: IdToken? = nil, requestId: Int? = nil, customData: CustomData? = nil) {
    self.idToken = idToken
    self.requestId = requestId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<RequestBatterySwapRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{4}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{7}\u{1F}\u{0}\u{9}\u{28}\u{0}\u{A}\u{1}\u{3}\u{0}\u{2}idTokenrequestIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&idToken)
      case 1: requestId = reader.int()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, idToken)
    writer.member(Self.table, 1, requestId)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `RequestBatterySwapResponse`, station to CSMS (OCPP 2.1, block S).
public struct RequestBatterySwapResponse: OCPPMessagePart {
  public var status: GenericStatus?
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: GenericStatus? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<RequestBatterySwapResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{A}\u{28}\u{0}\u{A}\u{2}\u{1}\u{3}\u{0}statusstatusInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: reader.part(&statusInfo)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of BatterySwap. Only in 2.1.
public struct BatteryData: OCPPMessagePart {
  public var evseId: Int?
  public var serialNumber: Text?
  public var soC: Decimal?
  public var soH: Decimal?
  public var productionDate: DateTime?
  public var vendorInfo: Text?
  public var customData: CustomData?

  public init(evseId: Int? = nil, serialNumber: Text? = nil, soC: Decimal? = nil, soH: Decimal? = nil, productionDate: DateTime? = nil, vendorInfo: Text? = nil, customData: CustomData? = nil) {
    self.evseId = evseId
    self.serialNumber = serialNumber
    self.soC = soC
    self.soH = soH
    self.productionDate = productionDate
    self.vendorInfo = vendorInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<BatteryData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{4C}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{6}\u{2E}\u{0}\u{C}\u{3A}\u{0}\u{3}\u{3D}\u{0}\u{3}\u{40}\u{0}\u{E}\u{4E}\u{0}\u{A}\u{58}\u{0}\u{A}\u{4}\u{1}\u{5}\u{2}\u{7}\u{0}\u{3}\u{6}evseIdserialNumbersoCsoHproductionDatevendorInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evseId = reader.int(0, Int(Int32.max))
      case 1: serialNumber = reader.text(50)
      case 2: soC = reader.decimal(0, 100)
      case 3: soH = reader.decimal(0, 100)
      case 4: productionDate = reader.dateTime()
      case 5: vendorInfo = reader.text(500)
      case 6: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, serialNumber)
    writer.member(Self.table, 2, soC)
    writer.member(Self.table, 3, soH)
    writer.member(Self.table, 4, productionDate)
    writer.member(Self.table, 5, vendorInfo)
    writer.member(Self.table, 6, customData)
    writer.endObject()
  }
}
