// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `ClearDERControlRequest`, CSMS to station (OCPP 2.1, block R).
public struct ClearDERControlRequest: OCPPRequest {
  public var isDefault: Bool?
  public var controlType: DERControlType?
  public var controlId: Text?
  public var customData: CustomData?

  public typealias Response = ClearDERControlResponse
  @inline(__always) public static var action: Action { .clearDERControl }

  public init(isDefault: Bool? = nil, controlType: DERControlType? = nil, controlId: Text? = nil, customData: CustomData? = nil) {
    self.isDefault = isDefault
    self.controlType = controlType
    self.controlId = controlId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClearDERControlRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{E}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{9}\u{24}\u{0}\u{B}\u{2F}\u{0}\u{9}\u{38}\u{0}\u{A}\u{2}\u{3}\u{1}\u{4}isDefaultcontrolTypecontrolIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: isDefault = reader.bool()
      case 1: controlType = reader.word()
      case 2: controlId = reader.text(36)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, isDefault)
    writer.member(Self.table, 1, controlType)
    writer.member(Self.table, 2, controlId)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `ClearDERControlResponse`, station to CSMS (OCPP 2.1, block R).
public struct ClearDERControlResponse: OCPPMessagePart {
  public var status: DERControlStatus?
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: DERControlStatus? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClearDERControlResponse>()

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

/// `GetDERControlRequest`, CSMS to station (OCPP 2.1, block R).
public struct GetDERControlRequest: OCPPRequest {
  public var requestId: Int?
  public var isDefault: Bool?
  public var controlType: DERControlType?
  public var controlId: Text?
  public var customData: CustomData?

  public typealias Response = GetDERControlResponse
  @inline(__always) public static var action: Action { .getDERControl }

  public init(requestId: Int? = nil, isDefault: Bool? = nil, controlType: DERControlType? = nil, controlId: Text? = nil, customData: CustomData? = nil) {
    self.requestId = requestId
    self.isDefault = isDefault
    self.controlType = controlType
    self.controlId = controlId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetDERControlRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{9}\u{2B}\u{0}\u{9}\u{34}\u{0}\u{B}\u{3F}\u{0}\u{9}\u{48}\u{0}\u{A}\u{0}\u{3}\u{4}\u{1}\u{0}\u{2}\u{5}\u{0}requestIdisDefaultcontrolTypecontrolIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: requestId = reader.int()
      case 1: isDefault = reader.bool()
      case 2: controlType = reader.word()
      case 3: controlId = reader.text(36)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, requestId)
    writer.member(Self.table, 1, isDefault)
    writer.member(Self.table, 2, controlType)
    writer.member(Self.table, 3, controlId)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// `GetDERControlResponse`, station to CSMS (OCPP 2.1, block R).
public struct GetDERControlResponse: OCPPMessagePart {
  public var status: DERControlStatus?
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: DERControlStatus? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetDERControlResponse>()

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

/// `NotifyDERAlarmRequest`, station to CSMS (OCPP 2.1, block R).
public struct NotifyDERAlarmRequest: OCPPRequest {
  public var controlType: DERControlType?
  public var gridEventFault: GridEventFault?
  public var alarmEnded: Bool?
  public var timestamp: DateTime?
  public var extraInfo: Text?
  public var customData: CustomData?

  public typealias Response = NotifyDERAlarmResponse
  @inline(__always) public static var action: Action { .notifyDERAlarm }

  public init(controlType: DERControlType? = nil, gridEventFault: GridEventFault? = nil, alarmEnded: Bool? = nil, timestamp: DateTime? = nil, extraInfo: Text? = nil, customData: CustomData? = nil) {
    self.controlType = controlType
    self.gridEventFault = gridEventFault
    self.alarmEnded = alarmEnded
    self.timestamp = timestamp
    self.extraInfo = extraInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyDERAlarmRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{3}\u{0}\u{9}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{B}\u{30}\u{0}\u{E}\u{3E}\u{0}\u{A}\u{48}\u{0}\u{9}\u{51}\u{0}\u{9}\u{5A}\u{0}\u{A}\u{1}\u{0}\u{0}\u{5}\u{2}\u{4}\u{6}\u{3}controlTypegridEventFaultalarmEndedtimestampextraInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: controlType = reader.word()
      case 1: gridEventFault = reader.word()
      case 2: alarmEnded = reader.bool()
      case 3: timestamp = reader.dateTime()
      case 4: extraInfo = reader.text(200)
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, controlType)
    writer.member(Self.table, 1, gridEventFault)
    writer.member(Self.table, 2, alarmEnded)
    writer.member(Self.table, 3, timestamp)
    writer.member(Self.table, 4, extraInfo)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// `NotifyDERAlarmResponse`, CSMS to station (OCPP 2.1, block R).
public struct NotifyDERAlarmResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyDERAlarmResponse>()

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

/// `NotifyDERStartStopRequest`, station to CSMS (OCPP 2.1, block R).
public struct NotifyDERStartStopRequest: OCPPRequest {
  public var controlId: Text?
  public var started: Bool?
  public var timestamp: DateTime?
  public var supersededIds: [Text]?
  public var customData: CustomData?

  public typealias Response = NotifyDERStartStopResponse
  @inline(__always) public static var action: Action { .notifyDERStartStop }

  public init(controlId: Text? = nil, started: Bool? = nil, timestamp: DateTime? = nil, supersededIds: [Text]? = nil, customData: CustomData? = nil) {
    self.controlId = controlId
    self.started = started
    self.timestamp = timestamp
    self.supersededIds = supersededIds
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyDERStartStopRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{4}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{9}\u{2B}\u{0}\u{7}\u{32}\u{0}\u{9}\u{3B}\u{0}\u{D}\u{48}\u{0}\u{A}\u{1}\u{0}\u{0}\u{0}\u{4}\u{5}\u{2}\u{3}controlIdstartedtimestampsupersededIdscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: controlId = reader.text(36)
      case 1: started = reader.bool()
      case 2: timestamp = reader.dateTime()
      case 3: supersededIds = reader.array(1, 24) { $0.text(36) }
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, controlId)
    writer.member(Self.table, 1, started)
    writer.member(Self.table, 2, timestamp)
    writer.member(Self.table, 3, supersededIds)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// `NotifyDERStartStopResponse`, CSMS to station (OCPP 2.1, block R).
public struct NotifyDERStartStopResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyDERStartStopResponse>()

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

/// `ReportDERControlRequest`, station to CSMS (OCPP 2.1, block R).
public struct ReportDERControlRequest: OCPPRequest {
  public var curve: [DERCurveGet]?
  public var enterService: [EnterServiceGet]?
  public var fixedPFAbsorb: [FixedPFGet]?
  public var fixedPFInject: [FixedPFGet]?
  public var fixedVar: [FixedVarGet]?
  public var freqDroop: [FreqDroopGet]?
  public var gradient: [GradientGet]?
  public var limitMaxDischarge: [LimitMaxDischargeGet]?
  public var requestId: Int?
  public var tbc: Bool?
  public var customData: CustomData?

  public typealias Response = ReportDERControlResponse
  @inline(__always) public static var action: Action { .reportDERControl }

  public init(curve: [DERCurveGet]? = nil, enterService: [EnterServiceGet]? = nil, fixedPFAbsorb: [FixedPFGet]? = nil, fixedPFInject: [FixedPFGet]? = nil, fixedVar: [FixedVarGet]? = nil, freqDroop: [FreqDroopGet]? = nil, gradient: [GradientGet]? = nil, limitMaxDischarge: [LimitMaxDischargeGet]? = nil, requestId: Int? = nil, tbc: Bool? = nil, customData: CustomData? = nil) {
    self.curve = curve
    self.enterService = enterService
    self.fixedPFAbsorb = fixedPFAbsorb
    self.fixedPFInject = fixedPFInject
    self.fixedVar = fixedVar
    self.freqDroop = freqDroop
    self.gradient = gradient
    self.limitMaxDischarge = limitMaxDischarge
    self.requestId = requestId
    self.tbc = tbc
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ReportDERControlRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{B}\u{2}\u{0}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3C}\u{0}\u{5}\u{41}\u{0}\u{C}\u{4D}\u{0}\u{D}\u{5A}\u{0}\u{D}\u{67}\u{0}\u{8}\u{6F}\u{0}\u{9}\u{78}\u{0}\u{8}\u{0}\u{1}\u{11}\u{11}\u{1}\u{9}\u{1A}\u{1}\u{3}\u{1D}\u{1}\u{A}\u{8}\u{6}\u{5}\u{9}\u{7}\u{1}\u{A}\u{0}\u{0}\u{3}\u{2}\u{0}\u{4}\u{0}\u{B}\u{0}curveenterServicefixedPFAbsorbfixedPFInjectfixedVarfreqDroopgradientlimitMaxDischargerequestIdtbccustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: curve = []; reader.objects(&curve!, 1, 24)
      case 1: enterService = []; reader.objects(&enterService!, 1, 24)
      case 2: fixedPFAbsorb = []; reader.objects(&fixedPFAbsorb!, 1, 24)
      case 3: fixedPFInject = []; reader.objects(&fixedPFInject!, 1, 24)
      case 4: fixedVar = []; reader.objects(&fixedVar!, 1, 24)
      case 5: freqDroop = []; reader.objects(&freqDroop!, 1, 24)
      case 6: gradient = []; reader.objects(&gradient!, 1, 24)
      case 7: limitMaxDischarge = []; reader.objects(&limitMaxDischarge!, 1, 24)
      case 8: requestId = reader.int()
      case 9: tbc = reader.bool()
      case 10: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, curve)
    writer.member(Self.table, 1, enterService)
    writer.member(Self.table, 2, fixedPFAbsorb)
    writer.member(Self.table, 3, fixedPFInject)
    writer.member(Self.table, 4, fixedVar)
    writer.member(Self.table, 5, freqDroop)
    writer.member(Self.table, 6, gradient)
    writer.member(Self.table, 7, limitMaxDischarge)
    writer.member(Self.table, 8, requestId)
    writer.member(Self.table, 9, tbc)
    writer.member(Self.table, 10, customData)
    writer.endObject()
  }
}

/// `ReportDERControlResponse`, CSMS to station (OCPP 2.1, block R).
public struct ReportDERControlResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ReportDERControlResponse>()

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

/// `SetDERControlRequest`, CSMS to station (OCPP 2.1, block R).
public struct SetDERControlRequest: OCPPRequest {
  public var isDefault: Bool?
  public var controlId: Text?
  public var controlType: DERControlType?
  @Boxed public var curve: DERCurve?
  @Boxed public var enterService: EnterService?
  @Boxed public var fixedPFAbsorb: FixedPF?
  @Boxed public var fixedPFInject: FixedPF?
  @Boxed public var fixedVar: FixedVar?
  @Boxed public var freqDroop: FreqDroop?
  public var gradient: Gradient?
  @Boxed public var limitMaxDischarge: LimitMaxDischarge?
  public var customData: CustomData?

  public typealias Response = SetDERControlResponse
  @inline(__always) public static var action: Action { .setDERControl }

  public init(isDefault: Bool? = nil, controlId: Text? = nil, controlType: DERControlType? = nil, curve: DERCurve? = nil, enterService: EnterService? = nil, fixedPFAbsorb: FixedPF? = nil, fixedPFInject: FixedPF? = nil, fixedVar: FixedVar? = nil, freqDroop: FreqDroop? = nil, gradient: Gradient? = nil, limitMaxDischarge: LimitMaxDischarge? = nil, customData: CustomData? = nil) {
    self.isDefault = isDefault
    self.controlId = controlId
    self.controlType = controlType
    self.curve = curve
    self.enterService = enterService
    self.fixedPFAbsorb = fixedPFAbsorb
    self.fixedPFInject = fixedPFInject
    self.fixedVar = fixedVar
    self.freqDroop = freqDroop
    self.gradient = gradient
    self.limitMaxDischarge = limitMaxDischarge
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<SetDERControlRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{C}\u{48}\u{1}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3F}\u{0}\u{9}\u{48}\u{0}\u{9}\u{51}\u{0}\u{B}\u{5C}\u{0}\u{5}\u{61}\u{0}\u{C}\u{6D}\u{0}\u{D}\u{7A}\u{0}\u{D}\u{7}\u{1}\u{8}\u{F}\u{1}\u{9}\u{18}\u{1}\u{8}\u{20}\u{1}\u{11}\u{31}\u{1}\u{A}\u{8}\u{3}\u{9}\u{0}\u{2}\u{0}\u{7}\u{A}\u{0}\u{5}\u{4}\u{B}\u{1}\u{0}\u{C}\u{6}isDefaultcontrolIdcontrolTypecurveenterServicefixedPFAbsorbfixedPFInjectfixedVarfreqDroopgradientlimitMaxDischargecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: isDefault = reader.bool()
      case 1: controlId = reader.text(36)
      case 2: controlType = reader.word()
      case 3: var part = DERCurve.makeBlank(); part.read(&reader); curve = part
      case 4: var part = EnterService.makeBlank(); part.read(&reader); enterService = part
      case 5: var part = FixedPF.makeBlank(); part.read(&reader); fixedPFAbsorb = part
      case 6: var part = FixedPF.makeBlank(); part.read(&reader); fixedPFInject = part
      case 7: var part = FixedVar.makeBlank(); part.read(&reader); fixedVar = part
      case 8: var part = FreqDroop.makeBlank(); part.read(&reader); freqDroop = part
      case 9: reader.part(&gradient)
      case 10: var part = LimitMaxDischarge.makeBlank(); part.read(&reader); limitMaxDischarge = part
      case 11: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, isDefault)
    writer.member(Self.table, 1, controlId)
    writer.member(Self.table, 2, controlType)
    writer.member(Self.table, 3, curve)
    writer.member(Self.table, 4, enterService)
    writer.member(Self.table, 5, fixedPFAbsorb)
    writer.member(Self.table, 6, fixedPFInject)
    writer.member(Self.table, 7, fixedVar)
    writer.member(Self.table, 8, freqDroop)
    writer.member(Self.table, 9, gradient)
    writer.member(Self.table, 10, limitMaxDischarge)
    writer.member(Self.table, 11, customData)
    writer.endObject()
  }
}

/// `SetDERControlResponse`, station to CSMS (OCPP 2.1, block R).
public struct SetDERControlResponse: OCPPMessagePart {
  public var status: DERControlStatus?
  public var statusInfo: StatusInfo?
  public var supersededIds: [Text]?
  public var customData: CustomData?

  public init(status: DERControlStatus? = nil, statusInfo: StatusInfo? = nil, supersededIds: [Text]? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.supersededIds = supersededIds
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<SetDERControlResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{D}\u{38}\u{0}\u{A}\u{2}\u{1}\u{4}\u{3}statusstatusInfosupersededIdscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: reader.part(&statusInfo)
      case 2: supersededIds = reader.array(1, 24) { $0.text(36) }
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, supersededIds)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl. Only in 2.1.
public struct DERCurveGet: OCPPMessagePart {
  public var curve: DERCurve?
  public var id: Text?
  public var curveType: DERControlType?
  public var isDefault: Bool?
  public var isSuperseded: Bool?
  public var customData: CustomData?

  public init(curve: DERCurve? = nil, id: Text? = nil, curveType: DERControlType? = nil, isDefault: Bool? = nil, isSuperseded: Bool? = nil, customData: CustomData? = nil) {
    self.curve = curve
    self.id = id
    self.curveType = curveType
    self.isDefault = isDefault
    self.isSuperseded = isSuperseded
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<DERCurveGet>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{5E}\u{0}\u{1F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{5}\u{2A}\u{0}\u{2}\u{2C}\u{0}\u{9}\u{35}\u{0}\u{9}\u{3E}\u{0}\u{C}\u{4A}\u{0}\u{A}\u{3}\u{2}\u{6}\u{5}\u{0}\u{1}\u{4}\u{0}curveidcurveTypeisDefaultisSupersededcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&curve)
      case 1: id = reader.text(36)
      case 2: curveType = reader.word()
      case 3: isDefault = reader.bool()
      case 4: isSuperseded = reader.bool()
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, curve)
    writer.member(Self.table, 1, id)
    writer.member(Self.table, 2, curveType)
    writer.member(Self.table, 3, isDefault)
    writer.member(Self.table, 4, isSuperseded)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct DERCurve: OCPPMessagePart {
  public var curveData: [DERCurvePoints]?
  @Boxed public var hysteresis: Hysteresis?
  public var priority: Int?
  public var reactivePowerParams: ReactivePowerParams?
  public var voltageParams: VoltageParams?
  public var yUnit: DERUnit?
  public var responseTime: Decimal?
  public var startTime: DateTime?
  public var duration: Decimal?
  public var customData: CustomData?

  public init(curveData: [DERCurvePoints]? = nil, hysteresis: Hysteresis? = nil, priority: Int? = nil, reactivePowerParams: ReactivePowerParams? = nil, voltageParams: VoltageParams? = nil, yUnit: DERUnit? = nil, responseTime: Decimal? = nil, startTime: DateTime? = nil, duration: Decimal? = nil, customData: CustomData? = nil) {
    self.curveData = curveData
    self.hysteresis = hysteresis
    self.priority = priority
    self.reactivePowerParams = reactivePowerParams
    self.voltageParams = voltageParams
    self.yUnit = yUnit
    self.responseTime = responseTime
    self.startTime = startTime
    self.duration = duration
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<DERCurve>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{A}\u{9}\u{0}\u{25}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{39}\u{0}\u{9}\u{42}\u{0}\u{A}\u{4C}\u{0}\u{8}\u{54}\u{0}\u{13}\u{67}\u{0}\u{D}\u{74}\u{0}\u{5}\u{79}\u{0}\u{C}\u{5}\u{1}\u{9}\u{E}\u{1}\u{8}\u{16}\u{1}\u{A}\u{0}\u{2}\u{4}\u{7}\u{6}\u{3}\u{0}\u{1}\u{0}\u{0}\u{A}\u{0}\u{0}\u{9}\u{5}\u{8}curveDatahysteresispriorityreactivePowerParamsvoltageParamsyUnitresponseTimestartTimedurationcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: curveData = []; reader.objects(&curveData!, 1, 10)
      case 1: var part = Hysteresis.makeBlank(); part.read(&reader); hysteresis = part
      case 2: priority = reader.int(0, Int(Int32.max))
      case 3: reader.part(&reactivePowerParams)
      case 4: reader.part(&voltageParams)
      case 5: yUnit = reader.word()
      case 6: responseTime = reader.decimal()
      case 7: startTime = reader.dateTime()
      case 8: duration = reader.decimal()
      case 9: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, curveData)
    writer.member(Self.table, 1, hysteresis)
    writer.member(Self.table, 2, priority)
    writer.member(Self.table, 3, reactivePowerParams)
    writer.member(Self.table, 4, voltageParams)
    writer.member(Self.table, 5, yUnit)
    writer.member(Self.table, 6, responseTime)
    writer.member(Self.table, 7, startTime)
    writer.member(Self.table, 8, duration)
    writer.member(Self.table, 9, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct DERCurvePoints: OCPPMessagePart {
  public var x: Decimal?
  public var y: Decimal?
  public var customData: CustomData?

  public init(x: Decimal? = nil, y: Decimal? = nil, customData: CustomData? = nil) {
    self.x = x
    self.y = y
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<DERCurvePoints>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{1}\u{19}\u{0}\u{1}\u{1A}\u{0}\u{A}\u{2}\u{1}\u{0}\u{3}xycustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: x = reader.decimal()
      case 1: y = reader.decimal()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, x)
    writer.member(Self.table, 1, y)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct Hysteresis: OCPPMessagePart {
  public var hysteresisHigh: Decimal?
  public var hysteresisLow: Decimal?
  public var hysteresisDelay: Decimal?
  public var hysteresisGradient: Decimal?
  public var customData: CustomData?

  public init(hysteresisHigh: Decimal? = nil, hysteresisLow: Decimal? = nil, hysteresisDelay: Decimal? = nil, hysteresisGradient: Decimal? = nil, customData: CustomData? = nil) {
    self.hysteresisHigh = hysteresisHigh
    self.hysteresisLow = hysteresisLow
    self.hysteresisDelay = hysteresisDelay
    self.hysteresisGradient = hysteresisGradient
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<Hysteresis>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{E}\u{30}\u{0}\u{D}\u{3D}\u{0}\u{F}\u{4C}\u{0}\u{12}\u{5E}\u{0}\u{A}\u{0}\u{4}\u{2}\u{0}\u{1}\u{3}\u{5}\u{0}hysteresisHighhysteresisLowhysteresisDelayhysteresisGradientcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: hysteresisHigh = reader.decimal()
      case 1: hysteresisLow = reader.decimal()
      case 2: hysteresisDelay = reader.decimal()
      case 3: hysteresisGradient = reader.decimal()
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, hysteresisHigh)
    writer.member(Self.table, 1, hysteresisLow)
    writer.member(Self.table, 2, hysteresisDelay)
    writer.member(Self.table, 3, hysteresisGradient)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct ReactivePowerParams: OCPPMessagePart {
  public var vRef: Decimal?
  public var autonomousVRefEnable: Bool?
  public var autonomousVRefTimeConstant: Decimal?
  public var customData: CustomData?

  public init(vRef: Decimal? = nil, autonomousVRefEnable: Bool? = nil, autonomousVRefTimeConstant: Decimal? = nil, customData: CustomData? = nil) {
    self.vRef = vRef
    self.autonomousVRefEnable = autonomousVRefEnable
    self.autonomousVRefTimeConstant = autonomousVRefTimeConstant
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ReactivePowerParams>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{4}\u{1F}\u{0}\u{14}\u{33}\u{0}\u{1A}\u{4D}\u{0}\u{A}\u{3}\u{4}\u{1}\u{2}vRefautonomousVRefEnableautonomousVRefTimeConstantcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: vRef = reader.decimal()
      case 1: autonomousVRefEnable = reader.bool()
      case 2: autonomousVRefTimeConstant = reader.decimal()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, vRef)
    writer.member(Self.table, 1, autonomousVRefEnable)
    writer.member(Self.table, 2, autonomousVRefTimeConstant)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct VoltageParams: OCPPMessagePart {
  public var hv10MinMeanValue: Decimal?
  public var hv10MinMeanTripDelay: Decimal?
  public var powerDuringCessation: PowerDuringCessation?
  public var customData: CustomData?

  public init(hv10MinMeanValue: Decimal? = nil, hv10MinMeanTripDelay: Decimal? = nil, powerDuringCessation: PowerDuringCessation? = nil, customData: CustomData? = nil) {
    self.hv10MinMeanValue = hv10MinMeanValue
    self.hv10MinMeanTripDelay = hv10MinMeanTripDelay
    self.powerDuringCessation = powerDuringCessation
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<VoltageParams>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{25}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{10}\u{2B}\u{0}\u{14}\u{3F}\u{0}\u{14}\u{53}\u{0}\u{A}\u{3}\u{4}\u{2}\u{1}hv10MinMeanValuehv10MinMeanTripDelaypowerDuringCessationcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: hv10MinMeanValue = reader.decimal()
      case 1: hv10MinMeanTripDelay = reader.decimal()
      case 2: powerDuringCessation = reader.word()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, hv10MinMeanValue)
    writer.member(Self.table, 1, hv10MinMeanTripDelay)
    writer.member(Self.table, 2, powerDuringCessation)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl. Only in 2.1.
public struct EnterServiceGet: OCPPMessagePart {
  public var enterService: EnterService?
  public var id: Text?
  public var customData: CustomData?

  public init(enterService: EnterService? = nil, id: Text? = nil, customData: CustomData? = nil) {
    self.enterService = enterService
    self.id = id
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<EnterServiceGet>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{3}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{C}\u{24}\u{0}\u{2}\u{26}\u{0}\u{A}\u{0}\u{1}\u{3}\u{2}enterServiceidcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&enterService)
      case 1: id = reader.text(36)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, enterService)
    writer.member(Self.table, 1, id)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct EnterService: OCPPMessagePart {
  public var priority: Int?
  public var highVoltage: Decimal?
  public var lowVoltage: Decimal?
  public var highFreq: Decimal?
  public var lowFreq: Decimal?
  public var delay: Decimal?
  public var randomDelay: Decimal?
  public var rampRate: Decimal?
  public var customData: CustomData?

  public init(priority: Int? = nil, highVoltage: Decimal? = nil, lowVoltage: Decimal? = nil, highFreq: Decimal? = nil, lowFreq: Decimal? = nil, delay: Decimal? = nil, randomDelay: Decimal? = nil, rampRate: Decimal? = nil, customData: CustomData? = nil) {
    self.priority = priority
    self.highVoltage = highVoltage
    self.lowVoltage = lowVoltage
    self.highFreq = highFreq
    self.lowFreq = lowFreq
    self.delay = delay
    self.randomDelay = randomDelay
    self.rampRate = rampRate
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<EnterService>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{9}\u{2}\u{0}\u{1F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{8}\u{3E}\u{0}\u{B}\u{49}\u{0}\u{A}\u{53}\u{0}\u{8}\u{5B}\u{0}\u{7}\u{62}\u{0}\u{5}\u{67}\u{0}\u{B}\u{72}\u{0}\u{8}\u{7A}\u{0}\u{A}\u{5}\u{2}\u{4}\u{3}\u{7}\u{0}\u{1}\u{8}\u{0}\u{0}\u{6}\u{0}\u{0}\u{0}\u{9}\u{0}priorityhighVoltagelowVoltagehighFreqlowFreqdelayrandomDelayrampRatecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: priority = reader.int(0, Int(Int32.max))
      case 1: highVoltage = reader.decimal()
      case 2: lowVoltage = reader.decimal()
      case 3: highFreq = reader.decimal()
      case 4: lowFreq = reader.decimal()
      case 5: delay = reader.decimal()
      case 6: randomDelay = reader.decimal()
      case 7: rampRate = reader.decimal()
      case 8: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, priority)
    writer.member(Self.table, 1, highVoltage)
    writer.member(Self.table, 2, lowVoltage)
    writer.member(Self.table, 3, highFreq)
    writer.member(Self.table, 4, lowFreq)
    writer.member(Self.table, 5, delay)
    writer.member(Self.table, 6, randomDelay)
    writer.member(Self.table, 7, rampRate)
    writer.member(Self.table, 8, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl. Only in 2.1.
public struct FixedPFGet: OCPPMessagePart {
  public var fixedPF: FixedPF?
  public var id: Text?
  public var isDefault: Bool?
  public var isSuperseded: Bool?
  public var customData: CustomData?

  public init(fixedPF: FixedPF? = nil, id: Text? = nil, isDefault: Bool? = nil, isSuperseded: Bool? = nil, customData: CustomData? = nil) {
    self.fixedPF = fixedPF
    self.id = id
    self.isDefault = isDefault
    self.isSuperseded = isSuperseded
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<FixedPFGet>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{2}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{7}\u{29}\u{0}\u{2}\u{2B}\u{0}\u{9}\u{34}\u{0}\u{C}\u{40}\u{0}\u{A}\u{1}\u{4}\u{0}\u{2}\u{0}\u{3}\u{5}\u{0}fixedPFidisDefaultisSupersededcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&fixedPF)
      case 1: id = reader.text(36)
      case 2: isDefault = reader.bool()
      case 3: isSuperseded = reader.bool()
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, fixedPF)
    writer.member(Self.table, 1, id)
    writer.member(Self.table, 2, isDefault)
    writer.member(Self.table, 3, isSuperseded)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct FixedPF: OCPPMessagePart {
  public var priority: Int?
  public var displacement: Decimal?
  public var excitation: Bool?
  public var startTime: DateTime?
  public var duration: Decimal?
  public var customData: CustomData?

  public init(priority: Int? = nil, displacement: Decimal? = nil, excitation: Bool? = nil, startTime: DateTime? = nil, duration: Decimal? = nil, customData: CustomData? = nil) {
    self.priority = priority
    self.displacement = displacement
    self.excitation = excitation
    self.startTime = startTime
    self.duration = duration
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<FixedPF>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{3}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{C}\u{39}\u{0}\u{A}\u{43}\u{0}\u{9}\u{4C}\u{0}\u{8}\u{54}\u{0}\u{A}\u{0}\u{2}\u{5}\u{3}\u{0}\u{4}\u{6}\u{1}prioritydisplacementexcitationstartTimedurationcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: priority = reader.int(0, Int(Int32.max))
      case 1: displacement = reader.decimal()
      case 2: excitation = reader.bool()
      case 3: startTime = reader.dateTime()
      case 4: duration = reader.decimal()
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, priority)
    writer.member(Self.table, 1, displacement)
    writer.member(Self.table, 2, excitation)
    writer.member(Self.table, 3, startTime)
    writer.member(Self.table, 4, duration)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl. Only in 2.1.
public struct FixedVarGet: OCPPMessagePart {
  public var fixedVar: FixedVar?
  public var id: Text?
  public var isDefault: Bool?
  public var isSuperseded: Bool?
  public var customData: CustomData?

  public init(fixedVar: FixedVar? = nil, id: Text? = nil, isDefault: Bool? = nil, isSuperseded: Bool? = nil, customData: CustomData? = nil) {
    self.fixedVar = fixedVar
    self.id = id
    self.isDefault = isDefault
    self.isSuperseded = isSuperseded
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<FixedVarGet>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{1}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{8}\u{2A}\u{0}\u{2}\u{2C}\u{0}\u{9}\u{35}\u{0}\u{C}\u{41}\u{0}\u{A}\u{0}\u{3}\u{4}\u{2}\u{0}\u{0}\u{1}\u{5}fixedVaridisDefaultisSupersededcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&fixedVar)
      case 1: id = reader.text(36)
      case 2: isDefault = reader.bool()
      case 3: isSuperseded = reader.bool()
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, fixedVar)
    writer.member(Self.table, 1, id)
    writer.member(Self.table, 2, isDefault)
    writer.member(Self.table, 3, isSuperseded)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct FixedVar: OCPPMessagePart {
  public var priority: Int?
  public var setpoint: Decimal?
  public var unit: DERUnit?
  public var startTime: DateTime?
  public var duration: Decimal?
  public var customData: CustomData?

  public init(priority: Int? = nil, setpoint: Decimal? = nil, unit: DERUnit? = nil, startTime: DateTime? = nil, duration: Decimal? = nil, customData: CustomData? = nil) {
    self.priority = priority
    self.setpoint = setpoint
    self.unit = unit
    self.startTime = startTime
    self.duration = duration
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<FixedVar>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{6}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{8}\u{35}\u{0}\u{4}\u{39}\u{0}\u{9}\u{42}\u{0}\u{8}\u{4A}\u{0}\u{A}\u{0}\u{2}\u{1}\u{5}\u{6}\u{3}\u{4}\u{0}prioritysetpointunitstartTimedurationcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: priority = reader.int(0, Int(Int32.max))
      case 1: setpoint = reader.decimal()
      case 2: unit = reader.word()
      case 3: startTime = reader.dateTime()
      case 4: duration = reader.decimal()
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, priority)
    writer.member(Self.table, 1, setpoint)
    writer.member(Self.table, 2, unit)
    writer.member(Self.table, 3, startTime)
    writer.member(Self.table, 4, duration)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl. Only in 2.1.
public struct FreqDroopGet: OCPPMessagePart {
  public var freqDroop: FreqDroop?
  public var id: Text?
  public var isDefault: Bool?
  public var isSuperseded: Bool?
  public var customData: CustomData?

  public init(freqDroop: FreqDroop? = nil, id: Text? = nil, isDefault: Bool? = nil, isSuperseded: Bool? = nil, customData: CustomData? = nil) {
    self.freqDroop = freqDroop
    self.id = id
    self.isDefault = isDefault
    self.isSuperseded = isSuperseded
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<FreqDroopGet>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{1}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{9}\u{2B}\u{0}\u{2}\u{2D}\u{0}\u{9}\u{36}\u{0}\u{C}\u{42}\u{0}\u{A}\u{0}\u{3}\u{4}\u{2}\u{1}\u{0}\u{0}\u{5}freqDroopidisDefaultisSupersededcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&freqDroop)
      case 1: id = reader.text(36)
      case 2: isDefault = reader.bool()
      case 3: isSuperseded = reader.bool()
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, freqDroop)
    writer.member(Self.table, 1, id)
    writer.member(Self.table, 2, isDefault)
    writer.member(Self.table, 3, isSuperseded)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct FreqDroop: OCPPMessagePart {
  public var priority: Int?
  public var overFreq: Decimal?
  public var underFreq: Decimal?
  public var overDroop: Decimal?
  public var underDroop: Decimal?
  public var responseTime: Decimal?
  public var startTime: DateTime?
  public var duration: Decimal?
  public var customData: CustomData?

  public init(priority: Int? = nil, overFreq: Decimal? = nil, underFreq: Decimal? = nil, overDroop: Decimal? = nil, underDroop: Decimal? = nil, responseTime: Decimal? = nil, startTime: DateTime? = nil, duration: Decimal? = nil, customData: CustomData? = nil) {
    self.priority = priority
    self.overFreq = overFreq
    self.underFreq = underFreq
    self.overDroop = overDroop
    self.underDroop = underDroop
    self.responseTime = responseTime
    self.startTime = startTime
    self.duration = duration
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<FreqDroop>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{9}\u{1B}\u{0}\u{3F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{8}\u{3E}\u{0}\u{8}\u{46}\u{0}\u{9}\u{4F}\u{0}\u{9}\u{58}\u{0}\u{A}\u{62}\u{0}\u{C}\u{6E}\u{0}\u{9}\u{77}\u{0}\u{8}\u{7F}\u{0}\u{A}\u{9}\u{5}\u{0}\u{3}\u{8}\u{7}\u{4}\u{0}\u{1}\u{0}\u{0}\u{2}\u{0}\u{0}\u{6}\u{0}priorityoverFrequnderFreqoverDroopunderDroopresponseTimestartTimedurationcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: priority = reader.int(0, Int(Int32.max))
      case 1: overFreq = reader.decimal()
      case 2: underFreq = reader.decimal()
      case 3: overDroop = reader.decimal()
      case 4: underDroop = reader.decimal()
      case 5: responseTime = reader.decimal()
      case 6: startTime = reader.dateTime()
      case 7: duration = reader.decimal()
      case 8: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, priority)
    writer.member(Self.table, 1, overFreq)
    writer.member(Self.table, 2, underFreq)
    writer.member(Self.table, 3, overDroop)
    writer.member(Self.table, 4, underDroop)
    writer.member(Self.table, 5, responseTime)
    writer.member(Self.table, 6, startTime)
    writer.member(Self.table, 7, duration)
    writer.member(Self.table, 8, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl. Only in 2.1.
public struct GradientGet: OCPPMessagePart {
  public var gradient: Gradient?
  public var id: Text?
  public var customData: CustomData?

  public init(gradient: Gradient? = nil, id: Text? = nil, customData: CustomData? = nil) {
    self.gradient = gradient
    self.id = id
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GradientGet>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{2}\u{22}\u{0}\u{A}\u{1}\u{0}\u{3}\u{2}gradientidcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&gradient)
      case 1: id = reader.text(36)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, gradient)
    writer.member(Self.table, 1, id)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct Gradient: OCPPMessagePart {
  public var priority: Int?
  public var gradient: Decimal?
  public var softGradient: Decimal?
  public var customData: CustomData?

  public init(priority: Int? = nil, gradient: Decimal? = nil, softGradient: Decimal? = nil, customData: CustomData? = nil) {
    self.priority = priority
    self.gradient = gradient
    self.softGradient = softGradient
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<Gradient>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{5}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{8}\u{2B}\u{0}\u{C}\u{37}\u{0}\u{A}\u{4}\u{1}\u{3}\u{2}prioritygradientsoftGradientcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: priority = reader.int(0, Int(Int32.max))
      case 1: gradient = reader.decimal()
      case 2: softGradient = reader.decimal()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, priority)
    writer.member(Self.table, 1, gradient)
    writer.member(Self.table, 2, softGradient)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl. Only in 2.1.
public struct LimitMaxDischargeGet: OCPPMessagePart {
  public var id: Text?
  public var isDefault: Bool?
  public var isSuperseded: Bool?
  public var limitMaxDischarge: LimitMaxDischarge?
  public var customData: CustomData?

  public init(id: Text? = nil, isDefault: Bool? = nil, isSuperseded: Bool? = nil, limitMaxDischarge: LimitMaxDischarge? = nil, customData: CustomData? = nil) {
    self.id = id
    self.isDefault = isDefault
    self.isSuperseded = isSuperseded
    self.limitMaxDischarge = limitMaxDischarge
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<LimitMaxDischargeGet>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{1}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{2}\u{24}\u{0}\u{9}\u{2D}\u{0}\u{C}\u{39}\u{0}\u{11}\u{4A}\u{0}\u{A}\u{4}\u{2}\u{3}\u{1}\u{0}\u{0}\u{0}\u{5}idisDefaultisSupersededlimitMaxDischargecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.text(36)
      case 1: isDefault = reader.bool()
      case 2: isSuperseded = reader.bool()
      case 3: reader.part(&limitMaxDischarge)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, isDefault)
    writer.member(Self.table, 2, isSuperseded)
    writer.member(Self.table, 3, limitMaxDischarge)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of ReportDERControl, SetDERControl. Only in 2.1.
public struct LimitMaxDischarge: OCPPMessagePart {
  public var priority: Int?
  public var pctMaxDischargePower: Decimal?
  @Boxed public var powerMonitoringMustTrip: DERCurve?
  public var startTime: DateTime?
  public var duration: Decimal?
  public var customData: CustomData?

  public init(priority: Int? = nil, pctMaxDischargePower: Decimal? = nil, powerMonitoringMustTrip: DERCurve? = nil, startTime: DateTime? = nil, duration: Decimal? = nil, customData: CustomData? = nil) {
    self.priority = priority
    self.pctMaxDischargePower = pctMaxDischargePower
    self.powerMonitoringMustTrip = powerMonitoringMustTrip
    self.startTime = startTime
    self.duration = duration
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<LimitMaxDischarge>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{5}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{14}\u{41}\u{0}\u{17}\u{58}\u{0}\u{9}\u{61}\u{0}\u{8}\u{69}\u{0}\u{A}\u{5}\u{1}\u{0}\u{3}\u{6}\u{4}\u{0}\u{2}prioritypctMaxDischargePowerpowerMonitoringMustTripstartTimedurationcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: priority = reader.int(0, Int(Int32.max))
      case 1: pctMaxDischargePower = reader.decimal()
      case 2: var part = DERCurve.makeBlank(); part.read(&reader); powerMonitoringMustTrip = part
      case 3: startTime = reader.dateTime()
      case 4: duration = reader.decimal()
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, priority)
    writer.member(Self.table, 1, pctMaxDischargePower)
    writer.member(Self.table, 2, powerMonitoringMustTrip)
    writer.member(Self.table, 3, startTime)
    writer.member(Self.table, 4, duration)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}
