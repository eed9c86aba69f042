// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `FirmwareStatusNotificationRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block L).
public struct FirmwareStatusNotificationRequest: OCPPRequest {
  public var status: FirmwareStatus
  public var requestId: Int?
  /// Only in 2.1.
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public typealias Response = FirmwareStatusNotificationResponse
  @inline(__always) public static var action: Action { .firmwareStatusNotification }

  public init(status: FirmwareStatus, requestId: Int? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.requestId = requestId
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .downloaded)
  }

  public static let blank = Blank<FirmwareStatusNotificationRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{9}\u{2A}\u{0}\u{A}\u{34}\u{0}\u{A}\u{4}\u{1}\u{3}\u{2}statusrequestIdcustomDatastatusInfo\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{9}\u{27}\u{0}\u{A}\u{0}\u{1}\u{3}\u{2}statusrequestIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: status = reader.word()
      case 1: requestId = reader.int()
      case 2: customData = reader.customData()
      case 3: reader.part(&statusInfo)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, requestId)
    writer.member(Self.table, 2, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 3, statusInfo)
    }
    writer.endObject()
  }
}

/// `FirmwareStatusNotificationResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block L).
public struct FirmwareStatusNotificationResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<FirmwareStatusNotificationResponse>()

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

/// `PublishFirmwareRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block L).
public struct PublishFirmwareRequest: OCPPRequest {
  public var location: Text
  public var retries: Int?
  public var checksum: Text
  public var requestId: Int
  public var retryInterval: Int?
  public var customData: CustomData?

  public typealias Response = PublishFirmwareResponse
  @inline(__always) public static var action: Action { .publishFirmware }

  public init(location: Text, retries: Int? = nil, checksum: Text, requestId: Int, retryInterval: Int? = nil, customData: CustomData? = nil) {
    self.location = location
    self.retries = retries
    self.checksum = checksum
    self.requestId = requestId
    self.retryInterval = retryInterval
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(location: Text(), checksum: Text(), requestId: 0)
  }

  public static let blank = Blank<PublishFirmwareRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{7}\u{0}\u{D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{7}\u{34}\u{0}\u{8}\u{3C}\u{0}\u{9}\u{45}\u{0}\u{D}\u{52}\u{0}\u{A}\u{1}\u{0}\u{4}\u{6}\u{5}\u{3}\u{0}\u{2}locationretrieschecksumrequestIdretryIntervalcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: location = reader.text(older: 512, 2000)
      case 1: retries = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: checksum = reader.text(32)
      case 3: requestId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 4: retryInterval = reader.intOnceUnbounded(0, Int(Int32.max))
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, location)
    writer.member(Self.table, 1, retries)
    writer.member(Self.table, 2, checksum)
    writer.member(Self.table, 3, requestId)
    writer.member(Self.table, 4, retryInterval)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// `PublishFirmwareResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block L).
public struct PublishFirmwareResponse: OCPPMessagePart {
  public var status: GenericStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: GenericStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<PublishFirmwareResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{A}\u{28}\u{0}\u{A}\u{2}\u{1}\u{3}\u{0}statusstatusInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
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

/// `PublishFirmwareStatusNotificationRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block L).
public struct PublishFirmwareStatusNotificationRequest: OCPPRequest {
  public var status: PublishFirmwareStatus
  public var location: [Text]?
  public var requestId: Int?
  /// Only in 2.1.
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public typealias Response = PublishFirmwareStatusNotificationResponse
  @inline(__always) public static var action: Action { .publishFirmwareStatusNotification }

  public init(status: PublishFirmwareStatus, location: [Text]? = nil, requestId: Int? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.location = location
    self.requestId = requestId
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .idle)
  }

  public static let blank = Blank<PublishFirmwareStatusNotificationRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{6}\u{28}\u{0}\u{8}\u{30}\u{0}\u{9}\u{39}\u{0}\u{A}\u{43}\u{0}\u{A}\u{5}\u{0}\u{2}\u{3}\u{0}\u{1}\u{4}\u{0}statuslocationrequestIdcustomDatastatusInfo\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{4}\u{5}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{8}\u{29}\u{0}\u{9}\u{32}\u{0}\u{A}\u{4}\u{1}\u{2}\u{3}statuslocationrequestIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: status = reader.word()
      case 1: location = reader.array(1, .max) { $0.text(older: 512, 2000) }
      case 2: requestId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 3: customData = reader.customData()
      case 4: reader.part(&statusInfo)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, location)
    writer.member(Self.table, 2, requestId)
    writer.member(Self.table, 3, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 4, statusInfo)
    }
    writer.endObject()
  }
}

/// `PublishFirmwareStatusNotificationResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block L).
public struct PublishFirmwareStatusNotificationResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<PublishFirmwareStatusNotificationResponse>()

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

/// `UnpublishFirmwareRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block L).
public struct UnpublishFirmwareRequest: OCPPRequest {
  public var checksum: Text
  public var customData: CustomData?

  public typealias Response = UnpublishFirmwareResponse
  @inline(__always) public static var action: Action { .unpublishFirmware }

  public init(checksum: Text, customData: CustomData? = nil) {
    self.checksum = checksum
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(checksum: Text())
  }

  public static let blank = Blank<UnpublishFirmwareRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{A}\u{1}\u{2}checksumcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: checksum = reader.text(32)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, checksum)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `UnpublishFirmwareResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block L).
public struct UnpublishFirmwareResponse: OCPPMessagePart {
  public var status: UnpublishFirmwareStatus
  public var customData: CustomData?

  public init(status: UnpublishFirmwareStatus, customData: CustomData? = nil) {
    self.status = status
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .downloadOngoing)
  }

  public static let blank = Blank<UnpublishFirmwareResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{6}\u{19}\u{0}\u{A}\u{1}\u{2}statuscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `UpdateFirmwareRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block L).
public struct UpdateFirmwareRequest: OCPPRequest {
  public var retries: Int?
  public var retryInterval: Int?
  public var requestId: Int
  public var firmware: Firmware
  public var customData: CustomData?

  public typealias Response = UpdateFirmwareResponse
  @inline(__always) public static var action: Action { .updateFirmware }

  public init(retries: Int? = nil, retryInterval: Int? = nil, requestId: Int, firmware: Firmware, customData: CustomData? = nil) {
    self.retries = retries
    self.retryInterval = retryInterval
    self.requestId = requestId
    self.firmware = firmware
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0, firmware: Firmware(blank: ()))
  }

  public static let blank = Blank<UpdateFirmwareRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{7}\u{0}\u{C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{7}\u{29}\u{0}\u{D}\u{36}\u{0}\u{9}\u{3F}\u{0}\u{8}\u{47}\u{0}\u{A}\u{0}\u{0}\u{3}\u{5}\u{2}\u{0}\u{4}\u{1}retriesretryIntervalrequestIdfirmwarecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: retries = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: retryInterval = reader.int()
      case 2: requestId = reader.int()
      case 3: firmware.read(&reader)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, retries)
    writer.member(Self.table, 1, retryInterval)
    writer.member(Self.table, 2, requestId)
    writer.member(Self.table, 3, firmware)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// `UpdateFirmwareResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block L).
public struct UpdateFirmwareResponse: OCPPMessagePart {
  public var status: UpdateFirmwareStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: UpdateFirmwareStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<UpdateFirmwareResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{A}\u{28}\u{0}\u{A}\u{2}\u{1}\u{3}\u{0}statusstatusInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
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

/// Part of UpdateFirmware.
public struct Firmware: OCPPMessagePart {
  public var location: Text
  public var retrieveDateTime: DateTime
  public var installDateTime: DateTime?
  public var signingCertificate: Text?
  public var signature: Text?
  public var customData: CustomData?

  public init(location: Text, retrieveDateTime: DateTime, installDateTime: DateTime? = nil, signingCertificate: Text? = nil, signature: Text? = nil, customData: CustomData? = nil) {
    self.location = location
    self.retrieveDateTime = retrieveDateTime
    self.installDateTime = installDateTime
    self.signingCertificate = signingCertificate
    self.signature = signature
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(location: Text(), retrieveDateTime: DateTime(milliseconds: 0))
  }

  public static let blank = Blank<Firmware>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{E}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{10}\u{3D}\u{0}\u{F}\u{4C}\u{0}\u{12}\u{5E}\u{0}\u{9}\u{67}\u{0}\u{A}\u{4}\u{1}\u{3}\u{0}\u{5}\u{2}\u{0}\u{6}locationretrieveDateTimeinstallDateTimesigningCertificatesignaturecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: location = reader.text(older: 512, 2000)
      case 1: retrieveDateTime = reader.dateTime()
      case 2: installDateTime = reader.dateTime()
      case 3: signingCertificate = reader.text(5500)
      case 4: signature = reader.text(800)
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, location)
    writer.member(Self.table, 1, retrieveDateTime)
    writer.member(Self.table, 2, installDateTime)
    writer.member(Self.table, 3, signingCertificate)
    writer.member(Self.table, 4, signature)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}
