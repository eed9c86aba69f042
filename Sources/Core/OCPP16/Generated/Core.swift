// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// `Authorize.req`, station to central system (OCPP 1.6 §6.1).
public struct AuthorizeRequest: OCPPRequest, Equatable {
  public var idTag: Text

  public typealias Response = AuthorizeResponse
  @inline(__always) public static var action: Action { .authorize }

  public init(idTag: Text) {
    self.idTag = idTag
  }

  public init(blank: ()) {
    idTag = Text()
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{5}\u{1}idTag\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: idTag = reader.text(20)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, idTag)
    writer.endObject()
  }
}

/// `Authorize.conf`, central system to station (OCPP 1.6 §6.2).
public struct AuthorizeResponse: OCPPObject, Equatable {
  public var idTagInfo: IdTagInfo

  public init(idTagInfo: IdTagInfo) {
    self.idTagInfo = idTagInfo
  }

  public init(blank: ()) {
    idTagInfo = IdTagInfo(blank: ())
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{9}\u{1}idTagInfo\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: idTagInfo.read(&reader)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, idTagInfo)
    writer.endObject()
  }
}

/// `BootNotification.req`, station to central system (OCPP 1.6 §6.3).
public struct BootNotificationRequest: OCPPRequest, Equatable {
  public var chargePointVendor: Text
  public var chargePointModel: Text
  public var chargePointSerialNumber: Text?
  public var chargeBoxSerialNumber: Text?
  public var firmwareVersion: Text?
  public var iccid: Text?
  public var imsi: Text?
  public var meterType: Text?
  public var meterSerialNumber: Text?

  public typealias Response = BootNotificationResponse
  @inline(__always) public static var action: Action { .bootNotification }

  public init(chargePointVendor: Text, chargePointModel: Text, chargePointSerialNumber: Text? = nil, chargeBoxSerialNumber: Text? = nil, firmwareVersion: Text? = nil, iccid: Text? = nil, imsi: Text? = nil, meterType: Text? = nil, meterSerialNumber: Text? = nil) {
    self.chargePointVendor = chargePointVendor
    self.chargePointModel = chargePointModel
    self.chargePointSerialNumber = chargePointSerialNumber
    self.chargeBoxSerialNumber = chargeBoxSerialNumber
    self.firmwareVersion = firmwareVersion
    self.iccid = iccid
    self.imsi = imsi
    self.meterType = meterType
    self.meterSerialNumber = meterSerialNumber
  }

  public init(blank: ()) {
    chargePointVendor = Text()
    chargePointModel = Text()
    chargePointSerialNumber = nil
    chargeBoxSerialNumber = nil
    firmwareVersion = nil
    iccid = nil
    imsi = nil
    meterType = nil
    meterSerialNumber = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{9}\u{5}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{11}\u{47}\u{0}\u{10}\u{57}\u{0}\u{17}\u{6E}\u{0}\u{15}\u{3}\u{1}\u{F}\u{12}\u{1}\u{5}\u{17}\u{1}\u{4}\u{1B}\u{1}\u{9}\u{24}\u{1}\u{11}\u{2}\u{8}\u{0}\u{3}\u{1}\u{7}\u{9}\u{0}\u{0}\u{0}\u{6}\u{0}\u{5}\u{0}\u{0}\u{4}chargePointVendorchargePointModelchargePointSerialNumberchargeBoxSerialNumberfirmwareVersioniccidimsimeterTypemeterSerialNumber\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: chargePointVendor = reader.text(20)
      case 1: chargePointModel = reader.text(20)
      case 2: chargePointSerialNumber = reader.text(25)
      case 3: chargeBoxSerialNumber = reader.text(25)
      case 4: firmwareVersion = reader.text(50)
      case 5: iccid = reader.text(20)
      case 6: imsi = reader.text(20)
      case 7: meterType = reader.text(25)
      case 8: meterSerialNumber = reader.text(25)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargePointVendor)
    writer.member(Self.table, 1, chargePointModel)
    writer.member(Self.table, 2, chargePointSerialNumber)
    writer.member(Self.table, 3, chargeBoxSerialNumber)
    writer.member(Self.table, 4, firmwareVersion)
    writer.member(Self.table, 5, iccid)
    writer.member(Self.table, 6, imsi)
    writer.member(Self.table, 7, meterType)
    writer.member(Self.table, 8, meterSerialNumber)
    writer.endObject()
  }
}

/// `BootNotification.conf`, central system to station (OCPP 1.6 §6.4).
public struct BootNotificationResponse: OCPPObject, Equatable {
  public var status: RegistrationStatus
  public var interval: Int
  public var currentTime: DateTime

  public init(status: RegistrationStatus, currentTime: DateTime, interval: Int) {
    self.status = status
    self.currentTime = currentTime
    self.interval = interval
  }

  public init(blank: ()) {
    status = .accepted
    currentTime = DateTime(milliseconds: 0)
    interval = 0
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{B}\u{29}\u{0}\u{8}\u{3}\u{1}\u{0}\u{2}statuscurrentTimeinterval\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: currentTime = reader.dateTime()
      case 2: interval = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, currentTime)
    writer.member(Self.table, 2, interval)
    writer.endObject()
  }
}

/// `ChangeAvailability.req`, central system to station (OCPP 1.6 §6.7).
public struct ChangeAvailabilityRequest: OCPPRequest, Equatable {
  public var type: AvailabilityType
  public var connectorId: Int

  public typealias Response = ChangeAvailabilityResponse
  @inline(__always) public static var action: Action { .changeAvailability }

  public init(connectorId: Int, type: AvailabilityType) {
    self.connectorId = connectorId
    self.type = type
  }

  public init(blank: ()) {
    connectorId = 0
    type = .inoperative
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{5}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{B}\u{1E}\u{0}\u{4}\u{2}\u{1}connectorIdtype\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: connectorId = reader.int()
      case 1: type = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, connectorId)
    writer.member(Self.table, 1, type)
    writer.endObject()
  }
}

/// `ChangeAvailability.conf`, station to central system (OCPP 1.6 §6.8).
public struct ChangeAvailabilityResponse: OCPPObject, Equatable {
  public var status: AvailabilityStatus

  public init(status: AvailabilityStatus) {
    self.status = status
  }

  public init(blank: ()) {
    status = .accepted
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{6}\u{1}status\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.endObject()
  }
}

/// `ChangeConfiguration.req`, central system to station (OCPP 1.6 §6.9).
public struct ChangeConfigurationRequest: OCPPRequest, Equatable {
  public var key: Text
  public var value: Text

  public typealias Response = ChangeConfigurationResponse
  @inline(__always) public static var action: Action { .changeConfiguration }

  public init(key: Text, value: Text) {
    self.key = key
    self.value = value
  }

  public init(blank: ()) {
    key = Text()
    value = Text()
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{3}\u{16}\u{0}\u{5}\u{2}\u{1}keyvalue\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: key = reader.text(50)
      case 1: value = reader.text(500)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, key)
    writer.member(Self.table, 1, value)
    writer.endObject()
  }
}

/// `ChangeConfiguration.conf`, station to central system (OCPP 1.6 §6.10).
public struct ChangeConfigurationResponse: OCPPObject, Equatable {
  public var status: ConfigurationStatus

  public init(status: ConfigurationStatus) {
    self.status = status
  }

  public init(blank: ()) {
    status = .accepted
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{6}\u{1}status\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.endObject()
  }
}

/// `ClearCache.req`, central system to station (OCPP 1.6 §6.11).
public struct ClearCacheRequest: OCPPRequest, Equatable {

  public typealias Response = ClearCacheResponse
  @inline(__always) public static var action: Action { .clearCache }

  public init() {
  }

  public init(blank: ()) {
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    _ = reader.next(&seen, Self.table)
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

/// `ClearCache.conf`, station to central system (OCPP 1.6 §6.12).
public struct ClearCacheResponse: OCPPObject, Equatable {
  public var status: ClearCacheStatus

  public init(status: ClearCacheStatus) {
    self.status = status
  }

  public init(blank: ()) {
    status = .accepted
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{6}\u{1}status\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.endObject()
  }
}

/// `DataTransfer.req`, either way (OCPP 1.6 §6.15).
public struct DataTransferRequest: OCPPRequest, Equatable {
  public var vendorId: Text
  public var messageId: Text?
  public var data: Text?

  public typealias Response = DataTransferResponse
  @inline(__always) public static var action: Action { .dataTransfer }

  public init(vendorId: Text, messageId: Text? = nil, data: Text? = nil) {
    self.vendorId = vendorId
    self.messageId = messageId
    self.data = data
  }

  public init(blank: ()) {
    vendorId = Text()
    messageId = nil
    data = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{9}\u{29}\u{0}\u{4}\u{0}\u{3}\u{2}\u{1}vendorIdmessageIddata\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: vendorId = reader.text(255)
      case 1: messageId = reader.text(50)
      case 2: data = reader.text()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, vendorId)
    writer.member(Self.table, 1, messageId)
    writer.member(Self.table, 2, data)
    writer.endObject()
  }
}

/// `DataTransfer.conf`, either way (OCPP 1.6 §6.16).
public struct DataTransferResponse: OCPPObject, Equatable {
  public var status: DataTransferStatus
  public var data: Text?

  public init(status: DataTransferStatus, data: Text? = nil) {
    self.status = status
    self.data = data
  }

  public init(blank: ()) {
    status = .accepted
    data = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{6}\u{19}\u{0}\u{4}\u{2}\u{1}statusdata\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: data = reader.text()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, data)
    writer.endObject()
  }
}

/// `GetConfiguration.req`, central system to station (OCPP 1.6 §6.23).
public struct GetConfigurationRequest: OCPPRequest, Equatable {
  public var key: [Text]?

  public typealias Response = GetConfigurationResponse
  @inline(__always) public static var action: Action { .getConfiguration }

  public init(key: [Text]? = nil) {
    self.key = key
  }

  public init(blank: ()) {
    key = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{3}\u{1}key\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: key = reader.array(0, .max) { $0.text(50) }
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, key)
    writer.endObject()
  }
}

/// `GetConfiguration.conf`, station to central system (OCPP 1.6 §6.24).
public struct GetConfigurationResponse: OCPPObject, Equatable {
  public var configurationKey: [KeyValue]?
  public var unknownKey: [Text]?

  public init(configurationKey: [KeyValue]? = nil, unknownKey: [Text]? = nil) {
    self.configurationKey = configurationKey
    self.unknownKey = unknownKey
  }

  public init(blank: ()) {
    configurationKey = nil
    unknownKey = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{10}\u{23}\u{0}\u{A}\u{2}\u{1}configurationKeyunknownKey\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: configurationKey = []; reader.objects(&configurationKey!, 0, .max)
      case 1: unknownKey = reader.array(0, .max) { $0.text(50) }
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, configurationKey)
    writer.member(Self.table, 1, unknownKey)
    writer.endObject()
  }
}

/// `Heartbeat.req`, station to central system (OCPP 1.6 §6.29).
public struct HeartbeatRequest: OCPPRequest, Equatable {

  public typealias Response = HeartbeatResponse
  @inline(__always) public static var action: Action { .heartbeat }

  public init() {
  }

  public init(blank: ()) {
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    _ = reader.next(&seen, Self.table)
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

/// `Heartbeat.conf`, central system to station (OCPP 1.6 §6.30).
public struct HeartbeatResponse: OCPPObject, Equatable {
  public var currentTime: DateTime

  public init(currentTime: DateTime) {
    self.currentTime = currentTime
  }

  public init(blank: ()) {
    currentTime = DateTime(milliseconds: 0)
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{B}\u{1}currentTime\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: currentTime = reader.dateTime()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, currentTime)
    writer.endObject()
  }
}

/// `MeterValues.req`, station to central system (OCPP 1.6 §6.31).
public struct MeterValuesRequest: OCPPRequest, Equatable {
  public var transactionId: Int?
  public var connectorId: Int
  public var meterValue: [MeterValue]

  public typealias Response = MeterValuesResponse
  @inline(__always) public static var action: Action { .meterValues }

  public init(connectorId: Int, transactionId: Int? = nil, meterValue: [MeterValue]) {
    self.connectorId = connectorId
    self.transactionId = transactionId
    self.meterValue = meterValue
  }

  public init(blank: ()) {
    connectorId = 0
    transactionId = nil
    meterValue = []
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{B}\u{23}\u{0}\u{D}\u{30}\u{0}\u{A}\u{2}\u{1}\u{3}\u{0}connectorIdtransactionIdmeterValue\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: connectorId = reader.int()
      case 1: transactionId = reader.int()
      case 2: reader.objects(&meterValue, 1, .max)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, connectorId)
    writer.member(Self.table, 1, transactionId)
    writer.member(Self.table, 2, meterValue)
    writer.endObject()
  }
}

/// `MeterValues.conf`, central system to station (OCPP 1.6 §6.32).
public struct MeterValuesResponse: OCPPObject, Equatable {

  public init() {
  }

  public init(blank: ()) {
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    _ = reader.next(&seen, Self.table)
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

/// `RemoteStartTransaction.req`, central system to station (OCPP 1.6 §6.33).
public struct RemoteStartTransactionRequest: OCPPRequest, Equatable {
  public var connectorId: Int?
  public var idTag: Text
  public var chargingProfile: ChargingProfile?

  public typealias Response = RemoteStartTransactionResponse
  @inline(__always) public static var action: Action { .remoteStartTransaction }

  public init(connectorId: Int? = nil, idTag: Text, chargingProfile: ChargingProfile? = nil) {
    self.connectorId = connectorId
    self.idTag = idTag
    self.chargingProfile = chargingProfile
  }

  public init(blank: ()) {
    connectorId = nil
    idTag = Text()
    chargingProfile = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{5}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{B}\u{23}\u{0}\u{5}\u{28}\u{0}\u{F}\u{3}\u{2}\u{0}\u{1}connectorIdidTagchargingProfile\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: connectorId = reader.int()
      case 1: idTag = reader.text(20)
      case 2: chargingProfile = ChargingProfile(blank: ()); chargingProfile!.read(&reader)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, connectorId)
    writer.member(Self.table, 1, idTag)
    writer.member(Self.table, 2, chargingProfile)
    writer.endObject()
  }
}

/// `RemoteStartTransaction.conf`, station to central system (OCPP 1.6 §6.34).
public struct RemoteStartTransactionResponse: OCPPObject, Equatable {
  public var status: RemoteStartStopStatus

  public init(status: RemoteStartStopStatus) {
    self.status = status
  }

  public init(blank: ()) {
    status = .accepted
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{6}\u{1}status\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.endObject()
  }
}

/// `RemoteStopTransaction.req`, central system to station (OCPP 1.6 §6.35).
public struct RemoteStopTransactionRequest: OCPPRequest, Equatable {
  public var transactionId: Int

  public typealias Response = RemoteStopTransactionResponse
  @inline(__always) public static var action: Action { .remoteStopTransaction }

  public init(transactionId: Int) {
    self.transactionId = transactionId
  }

  public init(blank: ()) {
    transactionId = 0
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{D}\u{1}transactionId\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: transactionId = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, transactionId)
    writer.endObject()
  }
}

/// `RemoteStopTransaction.conf`, station to central system (OCPP 1.6 §6.36).
public struct RemoteStopTransactionResponse: OCPPObject, Equatable {
  public var status: RemoteStartStopStatus

  public init(status: RemoteStartStopStatus) {
    self.status = status
  }

  public init(blank: ()) {
    status = .accepted
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{6}\u{1}status\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.endObject()
  }
}

/// `Reset.req`, central system to station (OCPP 1.6 §6.39).
public struct ResetRequest: OCPPRequest, Equatable {
  public var type: ResetType

  public typealias Response = ResetResponse
  @inline(__always) public static var action: Action { .reset }

  public init(type: ResetType) {
    self.type = type
  }

  public init(blank: ()) {
    type = .hard
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{4}\u{1}type\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: type = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, type)
    writer.endObject()
  }
}

/// `Reset.conf`, station to central system (OCPP 1.6 §6.40).
public struct ResetResponse: OCPPObject, Equatable {
  public var status: ResetStatus

  public init(status: ResetStatus) {
    self.status = status
  }

  public init(blank: ()) {
    status = .accepted
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{6}\u{1}status\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.endObject()
  }
}

/// `StartTransaction.req`, station to central system (OCPP 1.6 §6.45).
public struct StartTransactionRequest: OCPPRequest, Equatable {
  public var reservationId: Int?
  public var connectorId: Int
  public var idTag: Text
  public var meterStart: Int
  public var timestamp: DateTime

  public typealias Response = StartTransactionResponse
  @inline(__always) public static var action: Action { .startTransaction }

  public init(connectorId: Int, idTag: Text, meterStart: Int, reservationId: Int? = nil, timestamp: DateTime) {
    self.connectorId = connectorId
    self.idTag = idTag
    self.meterStart = meterStart
    self.reservationId = reservationId
    self.timestamp = timestamp
  }

  public init(blank: ()) {
    connectorId = 0
    idTag = Text()
    meterStart = 0
    reservationId = nil
    timestamp = DateTime(milliseconds: 0)
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{E}\u{0}\u{17}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{5}\u{32}\u{0}\u{A}\u{3C}\u{0}\u{D}\u{49}\u{0}\u{9}\u{0}\u{2}\u{1}\u{4}\u{0}\u{0}\u{3}\u{5}connectorIdidTagmeterStartreservationIdtimestamp\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: connectorId = reader.int()
      case 1: idTag = reader.text(20)
      case 2: meterStart = reader.int()
      case 3: reservationId = reader.int()
      case 4: timestamp = reader.dateTime()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, connectorId)
    writer.member(Self.table, 1, idTag)
    writer.member(Self.table, 2, meterStart)
    writer.member(Self.table, 3, reservationId)
    writer.member(Self.table, 4, timestamp)
    writer.endObject()
  }
}

/// `StartTransaction.conf`, central system to station (OCPP 1.6 §6.46).
public struct StartTransactionResponse: OCPPObject, Equatable {
  public var transactionId: Int
  public var idTagInfo: IdTagInfo

  public init(idTagInfo: IdTagInfo, transactionId: Int) {
    self.idTagInfo = idTagInfo
    self.transactionId = transactionId
  }

  public init(blank: ()) {
    idTagInfo = IdTagInfo(blank: ())
    transactionId = 0
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{9}\u{1C}\u{0}\u{D}\u{2}\u{1}idTagInfotransactionId\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: idTagInfo.read(&reader)
      case 1: transactionId = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, idTagInfo)
    writer.member(Self.table, 1, transactionId)
    writer.endObject()
  }
}

/// `StatusNotification.req`, station to central system (OCPP 1.6 §6.47).
public struct StatusNotificationRequest: OCPPRequest, Equatable {
  public var timestamp: DateTime?
  public var errorCode: ChargePointErrorCode
  public var status: ChargePointStatus
  public var connectorId: Int
  public var info: Text?
  public var vendorId: Text?
  public var vendorErrorCode: Text?

  public typealias Response = StatusNotificationResponse
  @inline(__always) public static var action: Action { .statusNotification }

  public init(connectorId: Int, errorCode: ChargePointErrorCode, info: Text? = nil, status: ChargePointStatus, timestamp: DateTime? = nil, vendorId: Text? = nil, vendorErrorCode: Text? = nil) {
    self.connectorId = connectorId
    self.errorCode = errorCode
    self.info = info
    self.status = status
    self.timestamp = timestamp
    self.vendorId = vendorId
    self.vendorErrorCode = vendorErrorCode
  }

  public init(blank: ()) {
    connectorId = 0
    errorCode = .connectorLockFailure
    info = nil
    status = .available
    timestamp = nil
    vendorId = nil
    vendorErrorCode = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{7}\u{0}\u{B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{B}\u{33}\u{0}\u{9}\u{3C}\u{0}\u{4}\u{40}\u{0}\u{6}\u{46}\u{0}\u{9}\u{4F}\u{0}\u{8}\u{57}\u{0}\u{F}\u{0}\u{6}\u{1}\u{2}\u{5}\u{7}\u{3}\u{4}connectorIderrorCodeinfostatustimestampvendorIdvendorErrorCode\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: connectorId = reader.int()
      case 1: errorCode = reader.word()
      case 2: info = reader.text(50)
      case 3: status = reader.word()
      case 4: timestamp = reader.dateTime()
      case 5: vendorId = reader.text(255)
      case 6: vendorErrorCode = reader.text(50)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, connectorId)
    writer.member(Self.table, 1, errorCode)
    writer.member(Self.table, 2, info)
    writer.member(Self.table, 3, status)
    writer.member(Self.table, 4, timestamp)
    writer.member(Self.table, 5, vendorId)
    writer.member(Self.table, 6, vendorErrorCode)
    writer.endObject()
  }
}

/// `StatusNotification.conf`, central system to station (OCPP 1.6 §6.48).
public struct StatusNotificationResponse: OCPPObject, Equatable {

  public init() {
  }

  public init(blank: ()) {
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    _ = reader.next(&seen, Self.table)
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

/// `StopTransaction.req`, station to central system (OCPP 1.6 §6.49).
public struct StopTransactionRequest: OCPPRequest, Equatable {
  public var reason: Reason?
  public var idTag: Text?
  public var meterStop: Int
  public var transactionId: Int
  public var transactionData: [MeterValue]?
  public var timestamp: DateTime

  public typealias Response = StopTransactionResponse
  @inline(__always) public static var action: Action { .stopTransaction }

  public init(idTag: Text? = nil, meterStop: Int, timestamp: DateTime, transactionId: Int, reason: Reason? = nil, transactionData: [MeterValue]? = nil) {
    self.idTag = idTag
    self.meterStop = meterStop
    self.timestamp = timestamp
    self.transactionId = transactionId
    self.reason = reason
    self.transactionData = transactionData
  }

  public init(blank: ()) {
    idTag = nil
    meterStop = 0
    timestamp = DateTime(milliseconds: 0)
    transactionId = 0
    reason = nil
    transactionData = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{C}\u{0}\u{E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{5}\u{2A}\u{0}\u{9}\u{33}\u{0}\u{9}\u{3C}\u{0}\u{D}\u{49}\u{0}\u{6}\u{4F}\u{0}\u{F}\u{0}\u{5}\u{2}\u{0}\u{3}\u{6}\u{4}\u{1}idTagmeterStoptimestamptransactionIdreasontransactionData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    reader.variant = 1
    defer { reader.variant = 0 }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: idTag = reader.text(20)
      case 1: meterStop = reader.int()
      case 2: timestamp = reader.dateTime()
      case 3: transactionId = reader.int()
      case 4: reason = reader.word()
      case 5: transactionData = []; reader.objects(&transactionData!, 0, .max)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, idTag)
    writer.member(Self.table, 1, meterStop)
    writer.member(Self.table, 2, timestamp)
    writer.member(Self.table, 3, transactionId)
    writer.member(Self.table, 4, reason)
    writer.member(Self.table, 5, transactionData)
    writer.endObject()
  }
}

/// `StopTransaction.conf`, central system to station (OCPP 1.6 §6.50).
public struct StopTransactionResponse: OCPPObject, Equatable {
  public var idTagInfo: IdTagInfo?

  public init(idTagInfo: IdTagInfo? = nil) {
    self.idTagInfo = idTagInfo
  }

  public init(blank: ()) {
    idTagInfo = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{9}\u{1}idTagInfo\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: idTagInfo = IdTagInfo(blank: ()); idTagInfo!.read(&reader)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, idTagInfo)
    writer.endObject()
  }
}

/// `UnlockConnector.req`, central system to station (OCPP 1.6 §6.53).
public struct UnlockConnectorRequest: OCPPRequest, Equatable {
  public var connectorId: Int

  public typealias Response = UnlockConnectorResponse
  @inline(__always) public static var action: Action { .unlockConnector }

  public init(connectorId: Int) {
    self.connectorId = connectorId
  }

  public init(blank: ()) {
    connectorId = 0
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{B}\u{1}connectorId\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: connectorId = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, connectorId)
    writer.endObject()
  }
}

/// `UnlockConnector.conf`, station to central system (OCPP 1.6 §6.54).
public struct UnlockConnectorResponse: OCPPObject, Equatable {
  public var status: UnlockStatus

  public init(status: UnlockStatus) {
    self.status = status
  }

  public init(blank: ()) {
    status = .unlocked
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{6}\u{1}status\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.endObject()
  }
}
