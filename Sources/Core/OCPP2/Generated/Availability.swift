// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `ChangeAvailabilityRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block G).
public struct ChangeAvailabilityRequest: OCPPRequest {
  public var evse: EVSE?
  public var operationalStatus: OperationalStatus
  public var customData: CustomData?

  public typealias Response = ChangeAvailabilityResponse
  @inline(__always) public static var action: Action { .changeAvailability }

  public init(evse: EVSE? = nil, operationalStatus: OperationalStatus, customData: CustomData? = nil) {
    self.evse = evse
    self.operationalStatus = operationalStatus
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(operationalStatus: .inoperative)
  }

  public static let blank = Blank<ChangeAvailabilityRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{4}\u{1C}\u{0}\u{11}\u{2D}\u{0}\u{A}\u{1}\u{2}\u{3}\u{0}evseoperationalStatuscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&evse)
      case 1: operationalStatus = reader.word()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evse)
    writer.member(Self.table, 1, operationalStatus)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `ChangeAvailabilityResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block G).
public struct ChangeAvailabilityResponse: OCPPMessagePart {
  public var status: ChangeAvailabilityStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: ChangeAvailabilityStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<ChangeAvailabilityResponse>()

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

/// `HeartbeatRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block G).
public struct HeartbeatRequest: OCPPRequest {
  public var customData: CustomData?

  public typealias Response = HeartbeatResponse
  @inline(__always) public static var action: Action { .heartbeat }

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<HeartbeatRequest>()

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

/// `HeartbeatResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block G).
public struct HeartbeatResponse: OCPPMessagePart {
  public var currentTime: DateTime
  public var customData: CustomData?

  public init(currentTime: DateTime, customData: CustomData? = nil) {
    self.currentTime = currentTime
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(currentTime: DateTime(milliseconds: 0))
  }

  public static let blank = Blank<HeartbeatResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{B}\u{1E}\u{0}\u{A}\u{1}\u{2}currentTimecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: currentTime = reader.dateTime()
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, currentTime)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `StatusNotificationRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block G).
public struct StatusNotificationRequest: OCPPRequest {
  public var timestamp: DateTime
  public var connectorStatus: ConnectorStatus
  public var evseId: Int
  public var connectorId: Int
  public var customData: CustomData?

  public typealias Response = StatusNotificationResponse
  @inline(__always) public static var action: Action { .statusNotification }

  public init(timestamp: DateTime, connectorStatus: ConnectorStatus, evseId: Int, connectorId: Int, customData: CustomData? = nil) {
    self.timestamp = timestamp
    self.connectorStatus = connectorStatus
    self.evseId = evseId
    self.connectorId = connectorId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(timestamp: DateTime(milliseconds: 0), connectorStatus: .available, evseId: 0, connectorId: 0)
  }

  public static let blank = Blank<StatusNotificationRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{2}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{9}\u{2B}\u{0}\u{F}\u{3A}\u{0}\u{6}\u{40}\u{0}\u{B}\u{4B}\u{0}\u{A}\u{4}\u{3}\u{0}\u{0}\u{1}\u{0}\u{5}\u{2}timestampconnectorStatusevseIdconnectorIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: timestamp = reader.dateTime()
      case 1: connectorStatus = reader.word()
      case 2: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 3: connectorId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, timestamp)
    writer.member(Self.table, 1, connectorStatus)
    writer.member(Self.table, 2, evseId)
    writer.member(Self.table, 3, connectorId)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// `StatusNotificationResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block G).
public struct StatusNotificationResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<StatusNotificationResponse>()

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
