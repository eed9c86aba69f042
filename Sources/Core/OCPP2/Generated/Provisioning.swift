// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `BootNotificationRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block B).
public struct BootNotificationRequest: OCPPRequest {
  public var chargingStation: ChargingStation
  public var reason: BootReason
  public var customData: CustomData?

  public typealias Response = BootNotificationResponse
  @inline(__always) public static var action: Action { .bootNotification }

  public init(chargingStation: ChargingStation, reason: BootReason, customData: CustomData? = nil) {
    self.chargingStation = chargingStation
    self.reason = reason
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(chargingStation: ChargingStation(blank: ()), reason: .applicationReset)
  }

  public static let blank = Blank<BootNotificationRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{5}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{F}\u{27}\u{0}\u{6}\u{2D}\u{0}\u{A}\u{3}\u{2}\u{0}\u{1}chargingStationreasoncustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: chargingStation.read(&reader)
      case 1: reason = reader.word()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargingStation)
    writer.member(Self.table, 1, reason)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `BootNotificationResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block B).
public struct BootNotificationResponse: OCPPMessagePart {
  public var currentTime: DateTime
  public var interval: Int
  public var status: RegistrationStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(currentTime: DateTime, interval: Int, status: RegistrationStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.currentTime = currentTime
    self.interval = interval
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(currentTime: DateTime(milliseconds: 0), interval: 0, status: .accepted)
  }

  public static let blank = Blank<BootNotificationResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{2}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{8}\u{35}\u{0}\u{6}\u{3B}\u{0}\u{A}\u{45}\u{0}\u{A}\u{4}\u{0}\u{0}\u{1}\u{2}\u{3}\u{5}\u{0}currentTimeintervalstatusstatusInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: currentTime = reader.dateTime()
      case 1: interval = reader.int()
      case 2: status = reader.word()
      case 3: reader.part(&statusInfo)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, currentTime)
    writer.member(Self.table, 1, interval)
    writer.member(Self.table, 2, status)
    writer.member(Self.table, 3, statusInfo)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// `GetBaseReportRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block B).
public struct GetBaseReportRequest: OCPPRequest {
  public var requestId: Int
  public var reportBase: ReportBase
  public var customData: CustomData?

  public typealias Response = GetBaseReportResponse
  @inline(__always) public static var action: Action { .getBaseReport }

  public init(requestId: Int, reportBase: ReportBase, customData: CustomData? = nil) {
    self.requestId = requestId
    self.reportBase = reportBase
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0, reportBase: .configurationInventory)
  }

  public static let blank = Blank<GetBaseReportRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{4}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{9}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{A}\u{2}\u{3}\u{0}\u{1}requestIdreportBasecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: requestId = reader.int()
      case 1: reportBase = reader.word()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, requestId)
    writer.member(Self.table, 1, reportBase)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `GetBaseReportResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block B).
public struct GetBaseReportResponse: OCPPMessagePart {
  public var status: GenericDeviceModelStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: GenericDeviceModelStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<GetBaseReportResponse>()

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

/// `GetReportRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block B).
public struct GetReportRequest: OCPPRequest {
  public var componentVariable: [ComponentVariable]?
  public var requestId: Int
  public var componentCriteria: [ComponentCriterion]?
  public var customData: CustomData?

  public typealias Response = GetReportResponse
  @inline(__always) public static var action: Action { .getReport }

  public init(componentVariable: [ComponentVariable]? = nil, requestId: Int, componentCriteria: [ComponentCriterion]? = nil, customData: CustomData? = nil) {
    self.componentVariable = componentVariable
    self.requestId = requestId
    self.componentCriteria = componentCriteria
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0)
  }

  public static let blank = Blank<GetReportRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{22}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{11}\u{2C}\u{0}\u{9}\u{35}\u{0}\u{11}\u{46}\u{0}\u{A}\u{4}\u{1}\u{2}\u{3}componentVariablerequestIdcomponentCriteriacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: componentVariable = []; reader.objects(&componentVariable!, 1, .max)
      case 1: requestId = reader.int()
      case 2: componentCriteria = reader.array(1, 4) { $0.word() }
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, componentVariable)
    writer.member(Self.table, 1, requestId)
    writer.member(Self.table, 2, componentCriteria)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `GetReportResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block B).
public struct GetReportResponse: OCPPMessagePart {
  public var status: GenericDeviceModelStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: GenericDeviceModelStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<GetReportResponse>()

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

/// `GetVariablesRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block B).
public struct GetVariablesRequest: OCPPRequest {
  public var getVariableData: [GetVariableData]
  public var customData: CustomData?

  public typealias Response = GetVariablesResponse
  @inline(__always) public static var action: Action { .getVariables }

  public init(getVariableData: [GetVariableData], customData: CustomData? = nil) {
    self.getVariableData = getVariableData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(getVariableData: [])
  }

  public static let blank = Blank<GetVariablesRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{F}\u{22}\u{0}\u{A}\u{2}\u{1}getVariableDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.objects(&getVariableData, 1, .max)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, getVariableData)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `GetVariablesResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block B).
public struct GetVariablesResponse: OCPPMessagePart {
  public var getVariableResult: [GetVariableResult]
  public var customData: CustomData?

  public init(getVariableResult: [GetVariableResult], customData: CustomData? = nil) {
    self.getVariableResult = getVariableResult
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(getVariableResult: [])
  }

  public static let blank = Blank<GetVariablesResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{4}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{11}\u{24}\u{0}\u{A}\u{1}\u{2}getVariableResultcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.objects(&getVariableResult, 1, .max)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, getVariableResult)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `NotifyReportRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block B).
public struct NotifyReportRequest: OCPPRequest {
  public var requestId: Int
  public var generatedAt: DateTime
  public var reportData: [ReportData]?
  /// `false` when absent.
  public var tbc: Bool?
  public var seqNo: Int
  public var customData: CustomData?

  public typealias Response = NotifyReportResponse
  @inline(__always) public static var action: Action { .notifyReport }

  public init(requestId: Int, generatedAt: DateTime, reportData: [ReportData]? = nil, tbc: Bool? = nil, seqNo: Int, customData: CustomData? = nil) {
    self.requestId = requestId
    self.generatedAt = generatedAt
    self.reportData = reportData
    self.tbc = tbc
    self.seqNo = seqNo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0, generatedAt: DateTime(milliseconds: 0), seqNo: 0)
  }

  public static let blank = Blank<NotifyReportRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{4}\u{0}\u{13}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{9}\u{2E}\u{0}\u{B}\u{39}\u{0}\u{A}\u{43}\u{0}\u{3}\u{46}\u{0}\u{5}\u{4B}\u{0}\u{A}\u{0}\u{4}\u{3}\u{1}\u{5}\u{6}\u{2}\u{0}requestIdgeneratedAtreportDatatbcseqNocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: requestId = reader.int()
      case 1: generatedAt = reader.dateTime()
      case 2: reportData = []; reader.objects(&reportData!, 1, .max)
      case 3: tbc = reader.bool()
      case 4: seqNo = reader.intOnceUnbounded(0, Int(Int32.max))
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, requestId)
    writer.member(Self.table, 1, generatedAt)
    writer.member(Self.table, 2, reportData)
    writer.member(Self.table, 3, tbc)
    writer.member(Self.table, 4, seqNo)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// `NotifyReportResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block B).
public struct NotifyReportResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyReportResponse>()

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

/// `ResetRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block B).
public struct ResetRequest: OCPPRequest {
  public var type: ResetType
  public var evseId: Int?
  public var customData: CustomData?

  public typealias Response = ResetResponse
  @inline(__always) public static var action: Action { .reset }

  public init(type: ResetType, evseId: Int? = nil, customData: CustomData? = nil) {
    self.type = type
    self.evseId = evseId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(type: .immediate)
  }

  public static let blank = Blank<ResetRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{4}\u{1C}\u{0}\u{6}\u{22}\u{0}\u{A}\u{2}\u{1}\u{0}\u{3}typeevseIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: type = reader.word(olderCount: 2)
      case 1: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, type)
    writer.member(Self.table, 1, evseId)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `ResetResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block B).
public struct ResetResponse: OCPPMessagePart {
  public var status: ResetStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: ResetStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<ResetResponse>()

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

/// `SetNetworkProfileRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block B).
public struct SetNetworkProfileRequest: OCPPRequest {
  public var configurationSlot: Int
  public var connectionData: NetworkConnectionProfile
  public var customData: CustomData?

  public typealias Response = SetNetworkProfileResponse
  @inline(__always) public static var action: Action { .setNetworkProfile }

  public init(configurationSlot: Int, connectionData: NetworkConnectionProfile, customData: CustomData? = nil) {
    self.configurationSlot = configurationSlot
    self.connectionData = connectionData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(configurationSlot: 0, connectionData: NetworkConnectionProfile(blank: ()))
  }

  public static let blank = Blank<SetNetworkProfileRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{11}\u{29}\u{0}\u{E}\u{37}\u{0}\u{A}\u{0}\u{1}\u{2}\u{3}configurationSlotconnectionDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: configurationSlot = reader.int()
      case 1: connectionData.read(&reader)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, configurationSlot)
    writer.member(Self.table, 1, connectionData)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `SetNetworkProfileResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block B).
public struct SetNetworkProfileResponse: OCPPMessagePart {
  public var status: SetNetworkProfileStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: SetNetworkProfileStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<SetNetworkProfileResponse>()

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

/// `SetVariablesRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block B).
public struct SetVariablesRequest: OCPPRequest {
  public var setVariableData: [SetVariableData]
  public var customData: CustomData?

  public typealias Response = SetVariablesResponse
  @inline(__always) public static var action: Action { .setVariables }

  public init(setVariableData: [SetVariableData], customData: CustomData? = nil) {
    self.setVariableData = setVariableData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(setVariableData: [])
  }

  public static let blank = Blank<SetVariablesRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{F}\u{22}\u{0}\u{A}\u{2}\u{1}setVariableDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.objects(&setVariableData, 1, .max)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, setVariableData)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `SetVariablesResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block B).
public struct SetVariablesResponse: OCPPMessagePart {
  public var setVariableResult: [SetVariableResult]
  public var customData: CustomData?

  public init(setVariableResult: [SetVariableResult], customData: CustomData? = nil) {
    self.setVariableResult = setVariableResult
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(setVariableResult: [])
  }

  public static let blank = Blank<SetVariablesResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{11}\u{24}\u{0}\u{A}\u{2}\u{1}setVariableResultcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.objects(&setVariableResult, 1, .max)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, setVariableResult)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// Part of BootNotification.
public struct ChargingStation: OCPPMessagePart {
  public var serialNumber: Text?
  public var model: Text
  public var modem: Modem?
  public var vendorName: Text
  public var firmwareVersion: Text?
  public var customData: CustomData?

  public init(serialNumber: Text? = nil, model: Text, modem: Modem? = nil, vendorName: Text, firmwareVersion: Text? = nil, customData: CustomData? = nil) {
    self.serialNumber = serialNumber
    self.model = model
    self.modem = modem
    self.vendorName = vendorName
    self.firmwareVersion = firmwareVersion
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(model: Text(), vendorName: Text())
  }

  public static let blank = Blank<ChargingStation>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{6C}\u{1}\u{A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{C}\u{31}\u{0}\u{5}\u{36}\u{0}\u{5}\u{3B}\u{0}\u{A}\u{45}\u{0}\u{F}\u{54}\u{0}\u{A}\u{0}\u{6}\u{3}\u{2}\u{5}\u{4}\u{0}\u{1}serialNumbermodelmodemvendorNamefirmwareVersioncustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: serialNumber = reader.text(25)
      case 1: model = reader.text(20)
      case 2: reader.part(&modem)
      case 3: vendorName = reader.text(50)
      case 4: firmwareVersion = reader.text(50)
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, serialNumber)
    writer.member(Self.table, 1, model)
    writer.member(Self.table, 2, modem)
    writer.member(Self.table, 3, vendorName)
    writer.member(Self.table, 4, firmwareVersion)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// Part of BootNotification.
public struct Modem: OCPPMessagePart {
  public var iccid: Text?
  public var imsi: Text?
  public var customData: CustomData?

  public init(iccid: Text? = nil, imsi: Text? = nil, customData: CustomData? = nil) {
    self.iccid = iccid
    self.imsi = imsi
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<Modem>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{5}\u{1D}\u{0}\u{4}\u{21}\u{0}\u{A}\u{2}\u{1}\u{3}\u{0}iccidimsicustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: iccid = reader.text(20)
      case 1: imsi = reader.text(20)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, iccid)
    writer.member(Self.table, 1, imsi)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of GetVariables.
public struct GetVariableData: OCPPMessagePart {
  /// `Actual` when absent.
  public var attributeType: AttributeType?
  public var component: Component
  public var variable: Variable
  public var customData: CustomData?

  public init(attributeType: AttributeType? = nil, component: Component, variable: Variable, customData: CustomData? = nil) {
    self.attributeType = attributeType
    self.component = component
    self.variable = variable
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(component: Component(blank: ()), variable: Variable(blank: ()))
  }

  public static let blank = Blank<GetVariableData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{0}\u{0}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{D}\u{28}\u{0}\u{9}\u{31}\u{0}\u{8}\u{39}\u{0}\u{A}\u{1}\u{2}\u{3}\u{4}attributeTypecomponentvariablecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: attributeType = reader.word()
      case 1: component.read(&reader)
      case 2: variable.read(&reader)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, attributeType)
    writer.member(Self.table, 1, component)
    writer.member(Self.table, 2, variable)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of GetVariables.
public struct GetVariableResult: OCPPMessagePart {
  public var attributeStatus: GetVariableStatus
  public var attributeStatusInfo: StatusInfo?
  /// `Actual` when absent.
  public var attributeType: AttributeType?
  public var attributeValue: Text?
  public var component: Component
  public var variable: Variable
  public var customData: CustomData?

  public init(attributeStatus: GetVariableStatus, attributeStatusInfo: StatusInfo? = nil, attributeType: AttributeType? = nil, attributeValue: Text? = nil, component: Component, variable: Variable, customData: CustomData? = nil) {
    self.attributeStatus = attributeStatus
    self.attributeStatusInfo = attributeStatusInfo
    self.attributeType = attributeType
    self.attributeValue = attributeValue
    self.component = component
    self.variable = variable
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(attributeStatus: .accepted, component: Component(blank: ()), variable: Variable(blank: ()))
  }

  public static let blank = Blank<GetVariableResult>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{2A}\u{0}\u{31}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{F}\u{37}\u{0}\u{13}\u{4A}\u{0}\u{D}\u{57}\u{0}\u{E}\u{65}\u{0}\u{9}\u{6E}\u{0}\u{8}\u{76}\u{0}\u{A}\u{0}\u{4}\u{1}\u{6}\u{2}\u{5}\u{3}\u{7}attributeStatusattributeStatusInfoattributeTypeattributeValuecomponentvariablecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: attributeStatus = reader.word()
      case 1: reader.part(&attributeStatusInfo)
      case 2: attributeType = reader.word()
      case 3: attributeValue = reader.text(2500)
      case 4: component.read(&reader)
      case 5: variable.read(&reader)
      case 6: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, attributeStatus)
    writer.member(Self.table, 1, attributeStatusInfo)
    writer.member(Self.table, 2, attributeType)
    writer.member(Self.table, 3, attributeValue)
    writer.member(Self.table, 4, component)
    writer.member(Self.table, 5, variable)
    writer.member(Self.table, 6, customData)
    writer.endObject()
  }
}

/// Part of NotifyReport.
public struct ReportData: OCPPMessagePart {
  public var component: Component
  public var variable: Variable
  public var variableAttribute: [VariableAttribute]
  public var variableCharacteristics: VariableCharacteristics?
  public var customData: CustomData?

  public init(component: Component, variable: Variable, variableAttribute: [VariableAttribute], variableCharacteristics: VariableCharacteristics? = nil, customData: CustomData? = nil) {
    self.component = component
    self.variable = variable
    self.variableAttribute = variableAttribute
    self.variableCharacteristics = variableCharacteristics
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(component: Component(blank: ()), variable: Variable(blank: ()), variableAttribute: [])
  }

  public static let blank = Blank<ReportData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{3}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{9}\u{2B}\u{0}\u{8}\u{33}\u{0}\u{11}\u{44}\u{0}\u{17}\u{5B}\u{0}\u{A}\u{2}\u{4}\u{0}\u{1}\u{0}\u{3}\u{5}\u{0}componentvariablevariableAttributevariableCharacteristicscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: component.read(&reader)
      case 1: variable.read(&reader)
      case 2: reader.objects(&variableAttribute, 1, 4)
      case 3: reader.part(&variableCharacteristics)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, component)
    writer.member(Self.table, 1, variable)
    writer.member(Self.table, 2, variableAttribute)
    writer.member(Self.table, 3, variableCharacteristics)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of NotifyReport.
public struct VariableAttribute: OCPPMessagePart {
  /// `Actual` when absent.
  public var type: AttributeType?
  public var value: Text?
  /// `ReadWrite` when absent.
  public var mutability: Mutability?
  /// `false` when absent.
  public var persistent: Bool?
  /// `false` when absent.
  public var constant: Bool?
  public var customData: CustomData?

  public init(type: AttributeType? = nil, value: Text? = nil, mutability: Mutability? = nil, persistent: Bool? = nil, constant: Bool? = nil, customData: CustomData? = nil) {
    self.type = type
    self.value = value
    self.mutability = mutability
    self.persistent = persistent
    self.constant = constant
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<VariableAttribute>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{4}\u{29}\u{0}\u{5}\u{2E}\u{0}\u{A}\u{38}\u{0}\u{A}\u{42}\u{0}\u{8}\u{4A}\u{0}\u{A}\u{1}\u{5}\u{4}\u{3}\u{6}\u{0}\u{0}\u{2}typevaluemutabilitypersistentconstantcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: type = reader.word()
      case 1: value = reader.text(2500)
      case 2: mutability = reader.word()
      case 3: persistent = reader.bool()
      case 4: constant = reader.bool()
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, type)
    writer.member(Self.table, 1, value)
    writer.member(Self.table, 2, mutability)
    writer.member(Self.table, 3, persistent)
    writer.member(Self.table, 4, constant)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// Part of NotifyReport.
public struct VariableCharacteristics: OCPPMessagePart {
  public var unit: Text?
  public var dataType: DataType
  public var minLimit: Decimal?
  public var maxLimit: Decimal?
  /// Only in 2.1.
  public var maxElements: Int?
  public var valuesList: Text?
  public var supportsMonitoring: Bool
  public var customData: CustomData?

  public init(unit: Text? = nil, dataType: DataType, minLimit: Decimal? = nil, maxLimit: Decimal? = nil, maxElements: Int? = nil, valuesList: Text? = nil, supportsMonitoring: Bool, customData: CustomData? = nil) {
    self.unit = unit
    self.dataType = dataType
    self.minLimit = minLimit
    self.maxLimit = maxLimit
    self.maxElements = maxElements
    self.valuesList = valuesList
    self.supportsMonitoring = supportsMonitoring
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(dataType: .string, supportsMonitoring: false)
  }

  public static let blank = Blank<VariableCharacteristics>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{8}\u{26}\u{5}\u{22}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{4}\u{2F}\u{0}\u{8}\u{37}\u{0}\u{8}\u{3F}\u{0}\u{8}\u{47}\u{0}\u{A}\u{51}\u{0}\u{12}\u{63}\u{0}\u{A}\u{6D}\u{0}\u{B}\u{3}\u{8}\u{5}\u{2}\u{1}\u{6}\u{7}\u{4}unitdataTypeminLimitmaxLimitvaluesListsupportsMonitoringcustomDatamaxElements\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{3}\u{7}\u{43}\u{0}\u{22}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{4}\u{2C}\u{0}\u{8}\u{34}\u{0}\u{8}\u{3C}\u{0}\u{8}\u{44}\u{0}\u{A}\u{4E}\u{0}\u{12}\u{60}\u{0}\u{A}\u{3}\u{7}\u{1}\u{6}\u{5}\u{2}\u{0}\u{4}unitdataTypeminLimitmaxLimitvaluesListsupportsMonitoringcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: unit = reader.text(16)
      case 1: dataType = reader.word()
      case 2: minLimit = reader.decimal()
      case 3: maxLimit = reader.decimal()
      case 4: valuesList = reader.text(1000)
      case 5: supportsMonitoring = reader.bool()
      case 6: customData = reader.customData()
      case 7: maxElements = reader.int(1, Int(Int32.max))
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, unit)
    writer.member(Self.table, 1, dataType)
    writer.member(Self.table, 2, minLimit)
    writer.member(Self.table, 3, maxLimit)
    writer.member(Self.table, 4, valuesList)
    writer.member(Self.table, 5, supportsMonitoring)
    writer.member(Self.table, 6, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 7, maxElements)
    }
    writer.endObject()
  }
}

/// Part of SetNetworkProfile.
public struct NetworkConnectionProfile: OCPPMessagePart {
  @Boxed public var apn: APN?
  /// Required in 2.0.1.
  public var ocppVersion: InterfaceVersion?
  public var ocppInterface: OCPPInterface
  public var ocppTransport: OCPPTransport
  public var messageTimeout: Int
  public var ocppCsmsUrl: Text
  public var securityProfile: Int
  /// Only in 2.1.
  public var identity: Text?
  /// Only in 2.1.
  public var basicAuthPassword: Text?
  @Boxed public var vpn: VPN?
  public var customData: CustomData?

  public init(apn: APN? = nil, ocppVersion: InterfaceVersion? = nil, ocppInterface: OCPPInterface, ocppTransport: OCPPTransport, messageTimeout: Int, ocppCsmsUrl: Text, securityProfile: Int, identity: Text? = nil, basicAuthPassword: Text? = nil, vpn: VPN? = nil, customData: CustomData? = nil) {
    self.apn = apn
    self.ocppVersion = ocppVersion
    self.ocppInterface = ocppInterface
    self.ocppTransport = ocppTransport
    self.messageTimeout = messageTimeout
    self.ocppCsmsUrl = ocppCsmsUrl
    self.securityProfile = securityProfile
    self.identity = identity
    self.basicAuthPassword = basicAuthPassword
    self.vpn = vpn
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(ocppInterface: .wired0, ocppTransport: .soap, messageTimeout: 0, ocppCsmsUrl: Text(), securityProfile: 0)
  }

  public static let blank = Blank<NetworkConnectionProfile>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{B}\u{7B}\u{1}\u{7C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3C}\u{0}\u{3}\u{3F}\u{0}\u{B}\u{4A}\u{0}\u{D}\u{57}\u{0}\u{D}\u{64}\u{0}\u{E}\u{72}\u{0}\u{B}\u{7D}\u{0}\u{F}\u{C}\u{1}\u{3}\u{F}\u{1}\u{A}\u{19}\u{1}\u{8}\u{21}\u{1}\u{11}\u{0}\u{9}\u{5}\u{0}\u{B}\u{8}\u{1}\u{6}\u{7}\u{3}\u{0}\u{0}\u{A}\u{2}\u{4}\u{0}apnocppVersionocppInterfaceocppTransportmessageTimeoutocppCsmsUrlsecurityProfilevpncustomDataidentitybasicAuthPassword\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{4}\u{9}\u{A}\u{0}\u{7E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{3}\u{39}\u{0}\u{B}\u{44}\u{0}\u{D}\u{51}\u{0}\u{D}\u{5E}\u{0}\u{E}\u{6C}\u{0}\u{B}\u{77}\u{0}\u{F}\u{6}\u{1}\u{3}\u{9}\u{1}\u{A}\u{0}\u{5}\u{6}\u{0}\u{0}\u{0}\u{7}\u{3}\u{0}\u{0}\u{9}\u{2}\u{1}\u{8}\u{0}\u{4}apnocppVersionocppInterfaceocppTransportmessageTimeoutocppCsmsUrlsecurityProfilevpncustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: var part = APN.makeBlank(); part.read(&reader); apn = part
      case 1: ocppVersion = reader.word(olderCount: 4)
      case 2: ocppInterface = reader.word(olderCount: 8)
      case 3: ocppTransport = reader.word()
      case 4: messageTimeout = reader.int()
      case 5: ocppCsmsUrl = reader.text(older: 512, 2000)
      case 6: securityProfile = reader.intOnceUnbounded(0, Int(Int32.max))
      case 7: var part = VPN.makeBlank(); part.read(&reader); vpn = part
      case 8: customData = reader.customData()
      case 9: identity = reader.text(48)
      case 10: basicAuthPassword = reader.text(64)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, apn)
    writer.member(Self.table, 1, ocppVersion)
    writer.member(Self.table, 2, ocppInterface)
    writer.member(Self.table, 3, ocppTransport)
    writer.member(Self.table, 4, messageTimeout)
    writer.member(Self.table, 5, ocppCsmsUrl)
    writer.member(Self.table, 6, securityProfile)
    writer.member(Self.table, 7, vpn)
    writer.member(Self.table, 8, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 9, identity)
      writer.member(Self.table, 10, basicAuthPassword)
    }
    writer.endObject()
  }
}

/// Part of SetNetworkProfile.
public struct APN: OCPPMessagePart {
  public var apn: Text
  public var apnUserName: Text?
  public var apnPassword: Text?
  public var simPin: Int?
  public var preferredNetwork: Text?
  /// `false` when absent.
  public var useOnlyPreferredNetwork: Bool?
  public var apnAuthentication: APNAuthentication
  public var customData: CustomData?

  public init(apn: Text, apnUserName: Text? = nil, apnPassword: Text? = nil, simPin: Int? = nil, preferredNetwork: Text? = nil, useOnlyPreferredNetwork: Bool? = nil, apnAuthentication: APNAuthentication, customData: CustomData? = nil) {
    self.apn = apn
    self.apnUserName = apnUserName
    self.apnPassword = apnPassword
    self.simPin = simPin
    self.preferredNetwork = preferredNetwork
    self.useOnlyPreferredNetwork = useOnlyPreferredNetwork
    self.apnAuthentication = apnAuthentication
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(apn: Text(), apnAuthentication: .pap)
  }

  public static let blank = Blank<APN>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{8}\u{39}\u{0}\u{41}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{3}\u{2E}\u{0}\u{B}\u{39}\u{0}\u{B}\u{44}\u{0}\u{6}\u{4A}\u{0}\u{10}\u{5A}\u{0}\u{17}\u{71}\u{0}\u{11}\u{2}\u{1}\u{A}\u{6}\u{1}\u{4}\u{7}\u{2}\u{5}\u{3}\u{8}apnapnUserNameapnPasswordsimPinpreferredNetworkuseOnlyPreferredNetworkapnAuthenticationcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: apn = reader.text(older: 512, 2000)
      case 1: apnUserName = reader.text(older: 20, 50)
      case 2: apnPassword = reader.text(older: 20, 64)
      case 3: simPin = reader.int()
      case 4: preferredNetwork = reader.text(6)
      case 5: useOnlyPreferredNetwork = reader.bool()
      case 6: apnAuthentication = reader.word()
      case 7: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, apn)
    writer.member(Self.table, 1, apnUserName)
    writer.member(Self.table, 2, apnPassword)
    writer.member(Self.table, 3, simPin)
    writer.member(Self.table, 4, preferredNetwork)
    writer.member(Self.table, 5, useOnlyPreferredNetwork)
    writer.member(Self.table, 6, apnAuthentication)
    writer.member(Self.table, 7, customData)
    writer.endObject()
  }
}

/// Part of SetNetworkProfile.
public struct VPN: OCPPMessagePart {
  public var server: Text
  public var user: Text
  public var group: Text?
  public var password: Text
  public var key: Text
  public var type: VPNType
  public var customData: CustomData?

  public init(server: Text, user: Text, group: Text? = nil, password: Text, key: Text, type: VPNType, customData: CustomData? = nil) {
    self.server = server
    self.user = user
    self.group = group
    self.password = password
    self.key = key
    self.type = type
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(server: Text(), user: Text(), password: Text(), key: Text(), type: .ikEv2)
  }

  public static let blank = Blank<VPN>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{14}\u{0}\u{3B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{6}\u{2E}\u{0}\u{4}\u{32}\u{0}\u{5}\u{37}\u{0}\u{8}\u{3F}\u{0}\u{3}\u{42}\u{0}\u{4}\u{46}\u{0}\u{A}\u{5}\u{4}\u{6}\u{1}\u{7}\u{0}\u{2}\u{3}serverusergrouppasswordkeytypecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: server = reader.text(older: 512, 2000)
      case 1: user = reader.text(older: 20, 50)
      case 2: group = reader.text(older: 20, 50)
      case 3: password = reader.text(older: 20, 64)
      case 4: key = reader.text(255)
      case 5: type = reader.word()
      case 6: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, server)
    writer.member(Self.table, 1, user)
    writer.member(Self.table, 2, group)
    writer.member(Self.table, 3, password)
    writer.member(Self.table, 4, key)
    writer.member(Self.table, 5, type)
    writer.member(Self.table, 6, customData)
    writer.endObject()
  }
}

/// Part of SetVariables.
public struct SetVariableData: OCPPMessagePart {
  /// `Actual` when absent.
  public var attributeType: AttributeType?
  public var attributeValue: Text
  public var component: Component
  public var variable: Variable
  public var customData: CustomData?

  public init(attributeType: AttributeType? = nil, attributeValue: Text, component: Component, variable: Variable, customData: CustomData? = nil) {
    self.attributeType = attributeType
    self.attributeValue = attributeValue
    self.component = component
    self.variable = variable
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(attributeValue: Text(), component: Component(blank: ()), variable: Variable(blank: ()))
  }

  public static let blank = Blank<SetVariableData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{D}\u{2F}\u{0}\u{E}\u{3D}\u{0}\u{9}\u{46}\u{0}\u{8}\u{4E}\u{0}\u{A}\u{0}\u{3}\u{4}\u{0}\u{1}\u{0}\u{2}\u{5}attributeTypeattributeValuecomponentvariablecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: attributeType = reader.word()
      case 1: attributeValue = reader.text(older: 1000, 2500)
      case 2: component.read(&reader)
      case 3: variable.read(&reader)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, attributeType)
    writer.member(Self.table, 1, attributeValue)
    writer.member(Self.table, 2, component)
    writer.member(Self.table, 3, variable)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of SetVariables.
public struct SetVariableResult: OCPPMessagePart {
  /// `Actual` when absent.
  public var attributeType: AttributeType?
  public var attributeStatus: SetVariableStatus
  public var attributeStatusInfo: StatusInfo?
  public var component: Component
  public var variable: Variable
  public var customData: CustomData?

  public init(attributeType: AttributeType? = nil, attributeStatus: SetVariableStatus, attributeStatusInfo: StatusInfo? = nil, component: Component, variable: Variable, customData: CustomData? = nil) {
    self.attributeType = attributeType
    self.attributeStatus = attributeStatus
    self.attributeStatusInfo = attributeStatusInfo
    self.component = component
    self.variable = variable
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(attributeStatus: .accepted, component: Component(blank: ()), variable: Variable(blank: ()))
  }

  public static let blank = Blank<SetVariableResult>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{9}\u{0}\u{1A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{D}\u{32}\u{0}\u{F}\u{41}\u{0}\u{13}\u{54}\u{0}\u{9}\u{5D}\u{0}\u{8}\u{65}\u{0}\u{A}\u{2}\u{1}\u{6}\u{5}\u{0}\u{4}\u{0}\u{3}attributeTypeattributeStatusattributeStatusInfocomponentvariablecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: attributeType = reader.word()
      case 1: attributeStatus = reader.word()
      case 2: reader.part(&attributeStatusInfo)
      case 3: component.read(&reader)
      case 4: variable.read(&reader)
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, attributeType)
    writer.member(Self.table, 1, attributeStatus)
    writer.member(Self.table, 2, attributeStatusInfo)
    writer.member(Self.table, 3, component)
    writer.member(Self.table, 4, variable)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}
