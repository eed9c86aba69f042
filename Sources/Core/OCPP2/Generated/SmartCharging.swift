// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `ClearChargingProfileRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block K).
public struct ClearChargingProfileRequest: OCPPRequest {
  public var chargingProfileId: Int?
  public var chargingProfileCriteria: ClearChargingProfileCriteria?
  public var customData: CustomData?

  public typealias Response = ClearChargingProfileResponse
  @inline(__always) public static var action: Action { .clearChargingProfile }

  public init(chargingProfileId: Int? = nil, chargingProfileCriteria: ClearChargingProfileCriteria? = nil, customData: CustomData? = nil) {
    self.chargingProfileId = chargingProfileId
    self.chargingProfileCriteria = chargingProfileCriteria
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClearChargingProfileRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{11}\u{29}\u{0}\u{17}\u{40}\u{0}\u{A}\u{0}\u{1}\u{2}\u{3}chargingProfileIdchargingProfileCriteriacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: chargingProfileId = reader.int()
      case 1: reader.part(&chargingProfileCriteria)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargingProfileId)
    writer.member(Self.table, 1, chargingProfileCriteria)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `ClearChargingProfileResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block K).
public struct ClearChargingProfileResponse: OCPPMessagePart {
  public var status: ClearChargingProfileStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: ClearChargingProfileStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<ClearChargingProfileResponse>()

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

/// `ClearedChargingLimitRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block K).
public struct ClearedChargingLimitRequest: OCPPRequest {
  public var chargingLimitSource: ChargingLimitSource
  public var evseId: Int?
  public var customData: CustomData?

  public typealias Response = ClearedChargingLimitResponse
  @inline(__always) public static var action: Action { .clearedChargingLimit }

  public init(chargingLimitSource: ChargingLimitSource, evseId: Int? = nil, customData: CustomData? = nil) {
    self.chargingLimitSource = chargingLimitSource
    self.evseId = evseId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(chargingLimitSource: ChargingLimitSource(Text()))
  }

  public static let blank = Blank<ClearedChargingLimitRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{13}\u{2B}\u{0}\u{6}\u{31}\u{0}\u{A}\u{1}\u{2}\u{3}\u{0}chargingLimitSourceevseIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: chargingLimitSource = reader.openWord(20)
      case 1: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargingLimitSource)
    writer.member(Self.table, 1, evseId)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `ClearedChargingLimitResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block K).
public struct ClearedChargingLimitResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClearedChargingLimitResponse>()

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

/// `GetChargingProfilesRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block K).
public struct GetChargingProfilesRequest: OCPPRequest {
  public var requestId: Int
  public var evseId: Int?
  public var chargingProfile: ChargingProfileCriterion
  public var customData: CustomData?

  public typealias Response = GetChargingProfilesResponse
  @inline(__always) public static var action: Action { .getChargingProfiles }

  public init(requestId: Int, evseId: Int? = nil, chargingProfile: ChargingProfileCriterion, customData: CustomData? = nil) {
    self.requestId = requestId
    self.evseId = evseId
    self.chargingProfile = chargingProfile
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0, chargingProfile: ChargingProfileCriterion(blank: ()))
  }

  public static let blank = Blank<GetChargingProfilesRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{9}\u{24}\u{0}\u{6}\u{2A}\u{0}\u{F}\u{39}\u{0}\u{A}\u{3}\u{2}\u{4}\u{1}requestIdevseIdchargingProfilecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: requestId = reader.int()
      case 1: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: chargingProfile.read(&reader)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, requestId)
    writer.member(Self.table, 1, evseId)
    writer.member(Self.table, 2, chargingProfile)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `GetChargingProfilesResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block K).
public struct GetChargingProfilesResponse: OCPPMessagePart {
  public var status: GetChargingProfileStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: GetChargingProfileStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<GetChargingProfilesResponse>()

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

/// `GetCompositeScheduleRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block K).
public struct GetCompositeScheduleRequest: OCPPRequest {
  public var duration: Int
  public var chargingRateUnit: ChargingRateUnit?
  public var evseId: Int
  public var customData: CustomData?

  public typealias Response = GetCompositeScheduleResponse
  @inline(__always) public static var action: Action { .getCompositeSchedule }

  public init(duration: Int, chargingRateUnit: ChargingRateUnit? = nil, evseId: Int, customData: CustomData? = nil) {
    self.duration = duration
    self.chargingRateUnit = chargingRateUnit
    self.evseId = evseId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(duration: 0, evseId: 0)
  }

  public static let blank = Blank<GetCompositeScheduleRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{8}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{10}\u{33}\u{0}\u{6}\u{39}\u{0}\u{A}\u{2}\u{3}\u{1}\u{4}durationchargingRateUnitevseIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: duration = reader.int()
      case 1: chargingRateUnit = reader.word()
      case 2: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, duration)
    writer.member(Self.table, 1, chargingRateUnit)
    writer.member(Self.table, 2, evseId)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `GetCompositeScheduleResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block K).
public struct GetCompositeScheduleResponse: OCPPMessagePart {
  public var status: GenericStatus
  public var statusInfo: StatusInfo?
  public var schedule: CompositeSchedule?
  public var customData: CustomData?

  public init(status: GenericStatus, statusInfo: StatusInfo? = nil, schedule: CompositeSchedule? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.schedule = schedule
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<GetCompositeScheduleResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{8}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{8}\u{33}\u{0}\u{A}\u{3}\u{2}\u{1}\u{4}statusstatusInfoschedulecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: reader.part(&statusInfo)
      case 2: reader.part(&schedule)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, schedule)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `NotifyChargingLimitRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block K).
public struct NotifyChargingLimitRequest: OCPPRequest {
  public var chargingSchedule: [ChargingSchedule]?
  public var evseId: Int?
  public var chargingLimit: ChargingLimit
  public var customData: CustomData?

  public typealias Response = NotifyChargingLimitResponse
  @inline(__always) public static var action: Action { .notifyChargingLimit }

  public init(chargingSchedule: [ChargingSchedule]? = nil, evseId: Int? = nil, chargingLimit: ChargingLimit, customData: CustomData? = nil) {
    self.chargingSchedule = chargingSchedule
    self.evseId = evseId
    self.chargingLimit = chargingLimit
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(chargingLimit: ChargingLimit(blank: ()))
  }

  public static let blank = Blank<NotifyChargingLimitRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{10}\u{2B}\u{0}\u{6}\u{31}\u{0}\u{D}\u{3E}\u{0}\u{A}\u{3}\u{2}\u{4}\u{1}chargingScheduleevseIdchargingLimitcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: chargingSchedule = []; reader.objects(&chargingSchedule!, 1, .max)
      case 1: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: chargingLimit.read(&reader)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargingSchedule)
    writer.member(Self.table, 1, evseId)
    writer.member(Self.table, 2, chargingLimit)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `NotifyChargingLimitResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block K).
public struct NotifyChargingLimitResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyChargingLimitResponse>()

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

/// `NotifyEVChargingNeedsRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block K).
public struct NotifyEVChargingNeedsRequest: OCPPRequest {
  public var evseId: Int
  public var maxScheduleTuples: Int?
  public var chargingNeeds: ChargingNeeds
  /// Only in 2.1.
  public var timestamp: DateTime?
  public var customData: CustomData?

  public typealias Response = NotifyEVChargingNeedsResponse
  @inline(__always) public static var action: Action { .notifyEVChargingNeeds }

  public init(evseId: Int, maxScheduleTuples: Int? = nil, chargingNeeds: ChargingNeeds, timestamp: DateTime? = nil, customData: CustomData? = nil) {
    self.evseId = evseId
    self.maxScheduleTuples = maxScheduleTuples
    self.chargingNeeds = chargingNeeds
    self.timestamp = timestamp
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(evseId: 0, chargingNeeds: ChargingNeeds(blank: ()))
  }

  public static let blank = Blank<NotifyEVChargingNeedsRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{6}\u{28}\u{0}\u{11}\u{39}\u{0}\u{D}\u{46}\u{0}\u{A}\u{50}\u{0}\u{9}\u{5}\u{0}\u{0}\u{3}\u{2}\u{0}\u{1}\u{4}evseIdmaxScheduleTupleschargingNeedscustomDatatimestamp\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{4}\u{4}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{11}\u{32}\u{0}\u{D}\u{3F}\u{0}\u{A}\u{1}\u{4}\u{2}\u{3}evseIdmaxScheduleTupleschargingNeedscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: evseId = reader.intOnceUnbounded(1, Int(Int32.max))
      case 1: maxScheduleTuples = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: chargingNeeds.read(&reader)
      case 3: customData = reader.customData()
      case 4: timestamp = reader.dateTime()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, maxScheduleTuples)
    writer.member(Self.table, 2, chargingNeeds)
    writer.member(Self.table, 3, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 4, timestamp)
    }
    writer.endObject()
  }
}

/// `NotifyEVChargingNeedsResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block K).
public struct NotifyEVChargingNeedsResponse: OCPPMessagePart {
  public var status: NotifyEVChargingNeedsStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: NotifyEVChargingNeedsStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<NotifyEVChargingNeedsResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{A}\u{28}\u{0}\u{A}\u{2}\u{1}\u{3}\u{0}statusstatusInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word(olderCount: 3)
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

/// `NotifyEVChargingScheduleRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block K).
public struct NotifyEVChargingScheduleRequest: OCPPRequest {
  public var timeBase: DateTime
  public var chargingSchedule: ChargingSchedule
  public var evseId: Int
  /// Only in 2.1.
  public var selectedChargingScheduleId: Int?
  /// Only in 2.1.
  public var powerToleranceAcceptance: Bool?
  public var customData: CustomData?

  public typealias Response = NotifyEVChargingScheduleResponse
  @inline(__always) public static var action: Action { .notifyEVChargingSchedule }

  public init(timeBase: DateTime, chargingSchedule: ChargingSchedule, evseId: Int, selectedChargingScheduleId: Int? = nil, powerToleranceAcceptance: Bool? = nil, customData: CustomData? = nil) {
    self.timeBase = timeBase
    self.chargingSchedule = chargingSchedule
    self.evseId = evseId
    self.selectedChargingScheduleId = selectedChargingScheduleId
    self.powerToleranceAcceptance = powerToleranceAcceptance
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(timeBase: DateTime(milliseconds: 0), chargingSchedule: ChargingSchedule(blank: ()), evseId: 0)
  }

  public static let blank = Blank<NotifyEVChargingScheduleRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{6}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{10}\u{3D}\u{0}\u{6}\u{43}\u{0}\u{A}\u{4D}\u{0}\u{1A}\u{67}\u{0}\u{18}\u{5}\u{1}\u{6}\u{0}\u{4}\u{2}\u{0}\u{3}timeBasechargingScheduleevseIdcustomDataselectedChargingScheduleIdpowerToleranceAcceptance\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{10}\u{33}\u{0}\u{6}\u{39}\u{0}\u{A}\u{1}\u{3}\u{4}\u{2}timeBasechargingScheduleevseIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: timeBase = reader.dateTime()
      case 1: chargingSchedule.read(&reader)
      case 2: evseId = reader.intOnceUnbounded(1, Int(Int32.max))
      case 3: customData = reader.customData()
      case 4: selectedChargingScheduleId = reader.int(0, Int(Int32.max))
      case 5: powerToleranceAcceptance = reader.bool()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, timeBase)
    writer.member(Self.table, 1, chargingSchedule)
    writer.member(Self.table, 2, evseId)
    writer.member(Self.table, 3, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 4, selectedChargingScheduleId)
      writer.member(Self.table, 5, powerToleranceAcceptance)
    }
    writer.endObject()
  }
}

/// `NotifyEVChargingScheduleResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block K).
public struct NotifyEVChargingScheduleResponse: OCPPMessagePart {
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

  public static let blank = Blank<NotifyEVChargingScheduleResponse>()

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

/// `ReportChargingProfilesRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block K).
public struct ReportChargingProfilesRequest: OCPPRequest {
  public var requestId: Int
  public var chargingLimitSource: ChargingLimitSource
  public var chargingProfile: [ChargingProfile]
  /// `false` when absent.
  public var tbc: Bool?
  public var evseId: Int
  public var customData: CustomData?

  public typealias Response = ReportChargingProfilesResponse
  @inline(__always) public static var action: Action { .reportChargingProfiles }

  public init(requestId: Int, chargingLimitSource: ChargingLimitSource, chargingProfile: [ChargingProfile], tbc: Bool? = nil, evseId: Int, customData: CustomData? = nil) {
    self.requestId = requestId
    self.chargingLimitSource = chargingLimitSource
    self.chargingProfile = chargingProfile
    self.tbc = tbc
    self.evseId = evseId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0, chargingLimitSource: ChargingLimitSource(Text()), chargingProfile: [], evseId: 0)
  }

  public static let blank = Blank<ReportChargingProfilesRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{0}\u{0}\u{17}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{9}\u{2E}\u{0}\u{13}\u{41}\u{0}\u{F}\u{50}\u{0}\u{3}\u{53}\u{0}\u{6}\u{59}\u{0}\u{A}\u{3}\u{0}\u{2}\u{1}\u{4}\u{0}\u{5}\u{6}requestIdchargingLimitSourcechargingProfiletbcevseIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: requestId = reader.int()
      case 1: chargingLimitSource = reader.openWord(20)
      case 2: reader.objects(&chargingProfile, 1, .max)
      case 3: tbc = reader.bool()
      case 4: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, requestId)
    writer.member(Self.table, 1, chargingLimitSource)
    writer.member(Self.table, 2, chargingProfile)
    writer.member(Self.table, 3, tbc)
    writer.member(Self.table, 4, evseId)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// `ReportChargingProfilesResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block K).
public struct ReportChargingProfilesResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ReportChargingProfilesResponse>()

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

/// `SetChargingProfileRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block K).
public struct SetChargingProfileRequest: OCPPRequest {
  public var evseId: Int
  public var chargingProfile: ChargingProfile
  public var customData: CustomData?

  public typealias Response = SetChargingProfileResponse
  @inline(__always) public static var action: Action { .setChargingProfile }

  public init(evseId: Int, chargingProfile: ChargingProfile, customData: CustomData? = nil) {
    self.evseId = evseId
    self.chargingProfile = chargingProfile
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(evseId: 0, chargingProfile: ChargingProfile(blank: ()))
  }

  public static let blank = Blank<SetChargingProfileRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{F}\u{2D}\u{0}\u{A}\u{2}\u{0}\u{1}\u{3}evseIdchargingProfilecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: chargingProfile.read(&reader)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, chargingProfile)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `SetChargingProfileResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block K).
public struct SetChargingProfileResponse: OCPPMessagePart {
  public var status: ChargingProfileStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: ChargingProfileStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<SetChargingProfileResponse>()

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

/// `NotifyPriorityChargingRequest`, station to CSMS (OCPP 2.1, block K).
public struct NotifyPriorityChargingRequest: OCPPRequest {
  public var transactionId: Text?
  public var activated: Bool?
  public var customData: CustomData?

  public typealias Response = NotifyPriorityChargingResponse
  @inline(__always) public static var action: Action { .notifyPriorityCharging }

  public init(transactionId: Text? = nil, activated: Bool? = nil, customData: CustomData? = nil) {
    self.transactionId = transactionId
    self.activated = activated
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyPriorityChargingRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{C}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{D}\u{25}\u{0}\u{9}\u{2E}\u{0}\u{A}\u{3}\u{2}\u{1}\u{0}transactionIdactivatedcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: transactionId = reader.text(36)
      case 1: activated = reader.bool()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, transactionId)
    writer.member(Self.table, 1, activated)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `NotifyPriorityChargingResponse`, CSMS to station (OCPP 2.1, block K).
public struct NotifyPriorityChargingResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyPriorityChargingResponse>()

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

/// `PullDynamicScheduleUpdateRequest`, station to CSMS (OCPP 2.1, block K).
public struct PullDynamicScheduleUpdateRequest: OCPPRequest {
  public var chargingProfileId: Int?
  public var customData: CustomData?

  public typealias Response = PullDynamicScheduleUpdateResponse
  @inline(__always) public static var action: Action { .pullDynamicScheduleUpdate }

  public init(chargingProfileId: Int? = nil, customData: CustomData? = nil) {
    self.chargingProfileId = chargingProfileId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<PullDynamicScheduleUpdateRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{11}\u{24}\u{0}\u{A}\u{1}\u{2}chargingProfileIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: chargingProfileId = reader.int()
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargingProfileId)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `PullDynamicScheduleUpdateResponse`, CSMS to station (OCPP 2.1, block K).
public struct PullDynamicScheduleUpdateResponse: OCPPMessagePart {
  @Boxed public var scheduleUpdate: ChargingScheduleUpdate?
  public var status: ChargingProfileStatus?
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(scheduleUpdate: ChargingScheduleUpdate? = nil, status: ChargingProfileStatus? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.scheduleUpdate = scheduleUpdate
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<PullDynamicScheduleUpdateResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{9}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{E}\u{29}\u{0}\u{6}\u{2F}\u{0}\u{A}\u{39}\u{0}\u{A}\u{2}\u{1}\u{4}\u{3}scheduleUpdatestatusstatusInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: var part = ChargingScheduleUpdate.makeBlank(); part.read(&reader); scheduleUpdate = part
      case 1: status = reader.word()
      case 2: reader.part(&statusInfo)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, scheduleUpdate)
    writer.member(Self.table, 1, status)
    writer.member(Self.table, 2, statusInfo)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `UpdateDynamicScheduleRequest`, CSMS to station (OCPP 2.1, block K).
public struct UpdateDynamicScheduleRequest: OCPPRequest {
  public var chargingProfileId: Int?
  public var scheduleUpdate: ChargingScheduleUpdate?
  public var customData: CustomData?

  public typealias Response = UpdateDynamicScheduleResponse
  @inline(__always) public static var action: Action { .updateDynamicSchedule }

  public init(chargingProfileId: Int? = nil, scheduleUpdate: ChargingScheduleUpdate? = nil, customData: CustomData? = nil) {
    self.chargingProfileId = chargingProfileId
    self.scheduleUpdate = scheduleUpdate
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<UpdateDynamicScheduleRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{11}\u{29}\u{0}\u{E}\u{37}\u{0}\u{A}\u{1}\u{2}\u{0}\u{3}chargingProfileIdscheduleUpdatecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: chargingProfileId = reader.int()
      case 1: reader.part(&scheduleUpdate)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargingProfileId)
    writer.member(Self.table, 1, scheduleUpdate)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `UpdateDynamicScheduleResponse`, station to CSMS (OCPP 2.1, block K).
public struct UpdateDynamicScheduleResponse: OCPPMessagePart {
  public var status: ChargingProfileStatus?
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: ChargingProfileStatus? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<UpdateDynamicScheduleResponse>()

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

/// `UsePriorityChargingRequest`, CSMS to station (OCPP 2.1, block K).
public struct UsePriorityChargingRequest: OCPPRequest {
  public var transactionId: Text?
  public var activate: Bool?
  public var customData: CustomData?

  public typealias Response = UsePriorityChargingResponse
  @inline(__always) public static var action: Action { .usePriorityCharging }

  public init(transactionId: Text? = nil, activate: Bool? = nil, customData: CustomData? = nil) {
    self.transactionId = transactionId
    self.activate = activate
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<UsePriorityChargingRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{D}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{A}\u{1}\u{2}\u{0}\u{3}transactionIdactivatecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: transactionId = reader.text(36)
      case 1: activate = reader.bool()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, transactionId)
    writer.member(Self.table, 1, activate)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `UsePriorityChargingResponse`, station to CSMS (OCPP 2.1, block K).
public struct UsePriorityChargingResponse: OCPPMessagePart {
  public var status: PriorityChargingStatus?
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: PriorityChargingStatus? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<UsePriorityChargingResponse>()

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

/// Part of ClearChargingProfile.
public struct ClearChargingProfileCriteria: OCPPMessagePart {
  public var evseId: Int?
  public var chargingProfilePurpose: ChargingProfilePurpose?
  public var stackLevel: Int?
  public var customData: CustomData?

  public init(evseId: Int? = nil, chargingProfilePurpose: ChargingProfilePurpose? = nil, stackLevel: Int? = nil, customData: CustomData? = nil) {
    self.evseId = evseId
    self.chargingProfilePurpose = chargingProfilePurpose
    self.stackLevel = stackLevel
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClearChargingProfileCriteria>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{16}\u{37}\u{0}\u{A}\u{41}\u{0}\u{A}\u{3}\u{1}\u{4}\u{2}evseIdchargingProfilePurposestackLevelcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: chargingProfilePurpose = reader.word(olderCount: 4)
      case 2: stackLevel = reader.intOnceUnbounded(0, Int(Int32.max))
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, chargingProfilePurpose)
    writer.member(Self.table, 2, stackLevel)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of GetChargingProfiles.
public struct ChargingProfileCriterion: OCPPMessagePart {
  public var chargingProfilePurpose: ChargingProfilePurpose?
  public var stackLevel: Int?
  public var chargingProfileId: [Int]?
  public var chargingLimitSource: [ChargingLimitSource]?
  public var customData: CustomData?

  public init(chargingProfilePurpose: ChargingProfilePurpose? = nil, stackLevel: Int? = nil, chargingProfileId: [Int]? = nil, chargingLimitSource: [ChargingLimitSource]? = nil, customData: CustomData? = nil) {
    self.chargingProfilePurpose = chargingProfilePurpose
    self.stackLevel = stackLevel
    self.chargingProfileId = chargingProfileId
    self.chargingLimitSource = chargingLimitSource
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ChargingProfileCriterion>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{18}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{16}\u{38}\u{0}\u{A}\u{42}\u{0}\u{11}\u{53}\u{0}\u{13}\u{66}\u{0}\u{A}\u{0}\u{0}\u{5}\u{1}\u{3}\u{2}\u{0}\u{4}chargingProfilePurposestackLevelchargingProfileIdchargingLimitSourcecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: chargingProfilePurpose = reader.word(olderCount: 4)
      case 1: stackLevel = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: chargingProfileId = reader.array(1, .max) { $0.int() }
      case 3: chargingLimitSource = reader.array(1, 4) { $0.openWord(20) }
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargingProfilePurpose)
    writer.member(Self.table, 1, stackLevel)
    writer.member(Self.table, 2, chargingProfileId)
    writer.member(Self.table, 3, chargingLimitSource)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of GetCompositeSchedule.
public struct CompositeSchedule: OCPPMessagePart {
  public var evseId: Int
  public var duration: Int
  public var scheduleStart: DateTime
  public var chargingRateUnit: ChargingRateUnit
  public var chargingSchedulePeriod: [ChargingSchedulePeriod]
  public var customData: CustomData?

  public init(evseId: Int, duration: Int, scheduleStart: DateTime, chargingRateUnit: ChargingRateUnit, chargingSchedulePeriod: [ChargingSchedulePeriod], customData: CustomData? = nil) {
    self.evseId = evseId
    self.duration = duration
    self.scheduleStart = scheduleStart
    self.chargingRateUnit = chargingRateUnit
    self.chargingSchedulePeriod = chargingSchedulePeriod
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(evseId: 0, duration: 0, scheduleStart: DateTime(milliseconds: 0), chargingRateUnit: .w, chargingSchedulePeriod: [])
  }

  public static let blank = Blank<CompositeSchedule>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{0}\u{0}\u{1F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{6}\u{2B}\u{0}\u{8}\u{33}\u{0}\u{D}\u{40}\u{0}\u{10}\u{50}\u{0}\u{16}\u{66}\u{0}\u{A}\u{3}\u{2}\u{4}\u{5}\u{0}\u{0}\u{1}\u{6}evseIddurationscheduleStartchargingRateUnitchargingSchedulePeriodcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: duration = reader.int()
      case 2: scheduleStart = reader.dateTime()
      case 3: chargingRateUnit = reader.word()
      case 4: reader.objects(&chargingSchedulePeriod, 1, .max)
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, duration)
    writer.member(Self.table, 2, scheduleStart)
    writer.member(Self.table, 3, chargingRateUnit)
    writer.member(Self.table, 4, chargingSchedulePeriod)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// Part of NotifyChargingLimit.
public struct ChargingLimit: OCPPMessagePart {
  public var chargingLimitSource: ChargingLimitSource
  /// Only in 2.1.
  public var isLocalGeneration: Bool?
  public var isGridCritical: Bool?
  public var customData: CustomData?

  public init(chargingLimitSource: ChargingLimitSource, isLocalGeneration: Bool? = nil, isGridCritical: Bool? = nil, customData: CustomData? = nil) {
    self.chargingLimitSource = chargingLimitSource
    self.isLocalGeneration = isLocalGeneration
    self.isGridCritical = isGridCritical
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(chargingLimitSource: ChargingLimitSource(Text()))
  }

  public static let blank = Blank<ChargingLimit>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{13}\u{2E}\u{0}\u{E}\u{3C}\u{0}\u{A}\u{46}\u{0}\u{11}\u{1}\u{2}\u{3}\u{4}chargingLimitSourceisGridCriticalcustomDataisLocalGeneration\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{13}\u{2B}\u{0}\u{E}\u{39}\u{0}\u{A}\u{0}\u{2}\u{1}\u{3}chargingLimitSourceisGridCriticalcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: chargingLimitSource = reader.openWord(20)
      case 1: isGridCritical = reader.bool()
      case 2: customData = reader.customData()
      case 3: isLocalGeneration = reader.bool()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargingLimitSource)
    writer.member(Self.table, 1, isGridCritical)
    writer.member(Self.table, 2, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 3, isLocalGeneration)
    }
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds.
public struct ChargingNeeds: OCPPMessagePart {
  @Boxed public var acChargingParameters: ACChargingParameters?
  /// Only in 2.1.
  @Boxed public var derChargingParameters: DERChargingParameters?
  /// Only in 2.1.
  public var evEnergyOffer: EVEnergyOffer?
  public var requestedEnergyTransfer: EnergyTransferMode
  @Boxed public var dcChargingParameters: DCChargingParameters?
  /// Only in 2.1.
  @Boxed public var v2xChargingParameters: V2XChargingParameters?
  /// Only in 2.1.
  public var availableEnergyTransfer: [EnergyTransferMode]?
  /// Only in 2.1.
  public var controlMode: ControlMode?
  /// Only in 2.1.
  public var mobilityNeedsMode: MobilityNeedsMode?
  public var departureTime: DateTime?
  public var customData: CustomData?

  public init(acChargingParameters: ACChargingParameters? = nil, derChargingParameters: DERChargingParameters? = nil, evEnergyOffer: EVEnergyOffer? = nil, requestedEnergyTransfer: EnergyTransferMode, dcChargingParameters: DCChargingParameters? = nil, v2xChargingParameters: V2XChargingParameters? = nil, availableEnergyTransfer: [EnergyTransferMode]? = nil, controlMode: ControlMode? = nil, mobilityNeedsMode: MobilityNeedsMode? = nil, departureTime: DateTime? = nil, customData: CustomData? = nil) {
    self.acChargingParameters = acChargingParameters
    self.derChargingParameters = derChargingParameters
    self.evEnergyOffer = evEnergyOffer
    self.requestedEnergyTransfer = requestedEnergyTransfer
    self.dcChargingParameters = dcChargingParameters
    self.v2xChargingParameters = v2xChargingParameters
    self.availableEnergyTransfer = availableEnergyTransfer
    self.controlMode = controlMode
    self.mobilityNeedsMode = mobilityNeedsMode
    self.departureTime = departureTime
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestedEnergyTransfer: .acSinglePhase)
  }

  public static let blank = Blank<ChargingNeeds>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{B}\u{B}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3C}\u{0}\u{14}\u{50}\u{0}\u{17}\u{67}\u{0}\u{14}\u{7B}\u{0}\u{D}\u{8}\u{1}\u{A}\u{12}\u{1}\u{15}\u{27}\u{1}\u{D}\u{34}\u{1}\u{15}\u{49}\u{1}\u{17}\u{60}\u{1}\u{B}\u{6B}\u{1}\u{11}\u{9}\u{4}\u{0}\u{0}\u{0}\u{B}\u{3}\u{A}\u{6}\u{5}\u{7}\u{0}\u{1}\u{0}\u{2}\u{8}acChargingParametersrequestedEnergyTransferdcChargingParametersdepartureTimecustomDataderChargingParametersevEnergyOfferv2xChargingParametersavailableEnergyTransfercontrolModemobilityNeedsMode\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{3}\u{5}\u{2}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{14}\u{36}\u{0}\u{17}\u{4D}\u{0}\u{14}\u{61}\u{0}\u{D}\u{6E}\u{0}\u{A}\u{0}\u{0}\u{3}\u{4}\u{0}\u{2}\u{5}\u{1}acChargingParametersrequestedEnergyTransferdcChargingParametersdepartureTimecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: var part = ACChargingParameters.makeBlank(); part.read(&reader); acChargingParameters = part
      case 1: requestedEnergyTransfer = reader.word(olderCount: 4)
      case 2: var part = DCChargingParameters.makeBlank(); part.read(&reader); dcChargingParameters = part
      case 3: departureTime = reader.dateTime()
      case 4: customData = reader.customData()
      case 5: var part = DERChargingParameters.makeBlank(); part.read(&reader); derChargingParameters = part
      case 6: reader.part(&evEnergyOffer)
      case 7: var part = V2XChargingParameters.makeBlank(); part.read(&reader); v2xChargingParameters = part
      case 8: availableEnergyTransfer = reader.array(1, .max) { $0.word(olderCount: 4) }
      case 9: controlMode = reader.word()
      case 10: mobilityNeedsMode = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, acChargingParameters)
    writer.member(Self.table, 1, requestedEnergyTransfer)
    writer.member(Self.table, 2, dcChargingParameters)
    writer.member(Self.table, 3, departureTime)
    writer.member(Self.table, 4, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 5, derChargingParameters)
      writer.member(Self.table, 6, evEnergyOffer)
      writer.member(Self.table, 7, v2xChargingParameters)
      writer.member(Self.table, 8, availableEnergyTransfer)
      writer.member(Self.table, 9, controlMode)
      writer.member(Self.table, 10, mobilityNeedsMode)
    }
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds.
public struct ACChargingParameters: OCPPMessagePart {
  public var energyAmount: Decimal
  public var evMinCurrent: Decimal
  public var evMaxCurrent: Decimal
  public var evMaxVoltage: Decimal
  public var customData: CustomData?

  public init(energyAmount: Decimal, evMinCurrent: Decimal, evMaxCurrent: Decimal, evMaxVoltage: Decimal, customData: CustomData? = nil) {
    self.energyAmount = energyAmount
    self.evMinCurrent = evMinCurrent
    self.evMaxCurrent = evMaxCurrent
    self.evMaxVoltage = evMaxVoltage
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(energyAmount: Decimal(0), evMinCurrent: Decimal(0), evMaxCurrent: Decimal(0), evMaxVoltage: Decimal(0))
  }

  public static let blank = Blank<ACChargingParameters>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{3}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{C}\u{2E}\u{0}\u{C}\u{3A}\u{0}\u{C}\u{46}\u{0}\u{C}\u{52}\u{0}\u{A}\u{2}\u{0}\u{1}\u{0}\u{3}\u{4}\u{5}\u{0}energyAmountevMinCurrentevMaxCurrentevMaxVoltagecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: energyAmount = reader.decimalOnceInteger()
      case 1: evMinCurrent = reader.decimalOnceInteger()
      case 2: evMaxCurrent = reader.decimalOnceInteger()
      case 3: evMaxVoltage = reader.decimalOnceInteger()
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, energyAmount)
    writer.member(Self.table, 1, evMinCurrent)
    writer.member(Self.table, 2, evMaxCurrent)
    writer.member(Self.table, 3, evMaxVoltage)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public struct DERChargingParameters: OCPPMessagePart {
  public var evSupportedDERControl: [DERControlType]?
  public var evOverExcitedMaxDischargePower: Decimal?
  public var evOverExcitedPowerFactor: Decimal?
  public var evUnderExcitedMaxDischargePower: Decimal?
  public var evUnderExcitedPowerFactor: Decimal?
  public var maxApparentPower: Decimal?
  public var maxChargeApparentPower: Decimal?
  public var maxChargeApparentPowerL2: Decimal?
  public var maxChargeApparentPowerL3: Decimal?
  public var maxDischargeApparentPower: Decimal?
  public var maxDischargeApparentPowerL2: Decimal?
  public var maxDischargeApparentPowerL3: Decimal?
  public var maxChargeReactivePower: Decimal?
  public var maxChargeReactivePowerL2: Decimal?
  public var maxChargeReactivePowerL3: Decimal?
  public var minChargeReactivePower: Decimal?
  public var minChargeReactivePowerL2: Decimal?
  public var minChargeReactivePowerL3: Decimal?
  public var maxDischargeReactivePower: Decimal?
  public var maxDischargeReactivePowerL2: Decimal?
  public var maxDischargeReactivePowerL3: Decimal?
  public var minDischargeReactivePower: Decimal?
  public var minDischargeReactivePowerL2: Decimal?
  public var minDischargeReactivePowerL3: Decimal?
  public var nominalVoltage: Decimal?
  public var nominalVoltageOffset: Decimal?
  public var maxNominalVoltage: Decimal?
  public var minNominalVoltage: Decimal?
  public var evInverterManufacturer: Text?
  public var evInverterModel: Text?
  public var evInverterSerialNumber: Text?
  public var evInverterSwVersion: Text?
  public var evInverterHwVersion: Text?
  public var evIslandingDetectionMethod: [IslandingDetection]?
  public var evIslandingTripTime: Decimal?
  public var evMaximumLevel1DCInjection: Decimal?
  public var evDurationLevel1DCInjection: Decimal?
  public var evMaximumLevel2DCInjection: Decimal?
  public var evDurationLevel2DCInjection: Decimal?
  public var evReactiveSusceptance: Decimal?
  public var evSessionTotalDischargeEnergyAvailable: Decimal?
  public var customData: CustomData?

  public init(evSupportedDERControl: [DERControlType]? = nil, evOverExcitedMaxDischargePower: Decimal? = nil, evOverExcitedPowerFactor: Decimal? = nil, evUnderExcitedMaxDischargePower: Decimal? = nil, evUnderExcitedPowerFactor: Decimal? = nil, maxApparentPower: Decimal? = nil, maxChargeApparentPower: Decimal? = nil, maxChargeApparentPowerL2: Decimal? = nil, maxChargeApparentPowerL3: Decimal? = nil, maxDischargeApparentPower: Decimal? = nil, maxDischargeApparentPowerL2: Decimal? = nil, maxDischargeApparentPowerL3: Decimal? = nil, maxChargeReactivePower: Decimal? = nil, maxChargeReactivePowerL2: Decimal? = nil, maxChargeReactivePowerL3: Decimal? = nil, minChargeReactivePower: Decimal? = nil, minChargeReactivePowerL2: Decimal? = nil, minChargeReactivePowerL3: Decimal? = nil, maxDischargeReactivePower: Decimal? = nil, maxDischargeReactivePowerL2: Decimal? = nil, maxDischargeReactivePowerL3: Decimal? = nil, minDischargeReactivePower: Decimal? = nil, minDischargeReactivePowerL2: Decimal? = nil, minDischargeReactivePowerL3: Decimal? = nil, nominalVoltage: Decimal? = nil, nominalVoltageOffset: Decimal? = nil, maxNominalVoltage: Decimal? = nil, minNominalVoltage: Decimal? = nil, evInverterManufacturer: Text? = nil, evInverterModel: Text? = nil, evInverterSerialNumber: Text? = nil, evInverterSwVersion: Text? = nil, evInverterHwVersion: Text? = nil, evIslandingDetectionMethod: [IslandingDetection]? = nil, evIslandingTripTime: Decimal? = nil, evMaximumLevel1DCInjection: Decimal? = nil, evDurationLevel1DCInjection: Decimal? = nil, evMaximumLevel2DCInjection: Decimal? = nil, evDurationLevel2DCInjection: Decimal? = nil, evReactiveSusceptance: Decimal? = nil, evSessionTotalDischargeEnergyAvailable: Decimal? = nil, customData: CustomData? = nil) {
    self.evSupportedDERControl = evSupportedDERControl
    self.evOverExcitedMaxDischargePower = evOverExcitedMaxDischargePower
    self.evOverExcitedPowerFactor = evOverExcitedPowerFactor
    self.evUnderExcitedMaxDischargePower = evUnderExcitedMaxDischargePower
    self.evUnderExcitedPowerFactor = evUnderExcitedPowerFactor
    self.maxApparentPower = maxApparentPower
    self.maxChargeApparentPower = maxChargeApparentPower
    self.maxChargeApparentPowerL2 = maxChargeApparentPowerL2
    self.maxChargeApparentPowerL3 = maxChargeApparentPowerL3
    self.maxDischargeApparentPower = maxDischargeApparentPower
    self.maxDischargeApparentPowerL2 = maxDischargeApparentPowerL2
    self.maxDischargeApparentPowerL3 = maxDischargeApparentPowerL3
    self.maxChargeReactivePower = maxChargeReactivePower
    self.maxChargeReactivePowerL2 = maxChargeReactivePowerL2
    self.maxChargeReactivePowerL3 = maxChargeReactivePowerL3
    self.minChargeReactivePower = minChargeReactivePower
    self.minChargeReactivePowerL2 = minChargeReactivePowerL2
    self.minChargeReactivePowerL3 = minChargeReactivePowerL3
    self.maxDischargeReactivePower = maxDischargeReactivePower
    self.maxDischargeReactivePowerL2 = maxDischargeReactivePowerL2
    self.maxDischargeReactivePowerL3 = maxDischargeReactivePowerL3
    self.minDischargeReactivePower = minDischargeReactivePower
    self.minDischargeReactivePowerL2 = minDischargeReactivePowerL2
    self.minDischargeReactivePowerL3 = minDischargeReactivePowerL3
    self.nominalVoltage = nominalVoltage
    self.nominalVoltageOffset = nominalVoltageOffset
    self.maxNominalVoltage = maxNominalVoltage
    self.minNominalVoltage = minNominalVoltage
    self.evInverterManufacturer = evInverterManufacturer
    self.evInverterModel = evInverterModel
    self.evInverterSerialNumber = evInverterSerialNumber
    self.evInverterSwVersion = evInverterSwVersion
    self.evInverterHwVersion = evInverterHwVersion
    self.evIslandingDetectionMethod = evIslandingDetectionMethod
    self.evIslandingTripTime = evIslandingTripTime
    self.evMaximumLevel1DCInjection = evMaximumLevel1DCInjection
    self.evDurationLevel1DCInjection = evDurationLevel1DCInjection
    self.evMaximumLevel2DCInjection = evMaximumLevel2DCInjection
    self.evDurationLevel2DCInjection = evDurationLevel2DCInjection
    self.evReactiveSusceptance = evReactiveSusceptance
    self.evSessionTotalDischargeEnergyAvailable = evSessionTotalDischargeEnergyAvailable
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<DERChargingParameters>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{7}\u{2A}\u{3C}\u{8}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{9}\u{2}\u{15}\u{1E}\u{2}\u{1E}\u{3C}\u{2}\u{18}\u{54}\u{2}\u{1F}\u{73}\u{2}\u{19}\u{C}\u{3}\u{10}\u{1C}\u{3}\u{16}\u{32}\u{3}\u{19}\u{4B}\u{3}\u{19}\u{64}\u{3}\u{19}\u{7D}\u{3}\u{1C}\u{19}\u{4}\u{1C}\u{35}\u{4}\u{16}\u{4B}\u{4}\u{19}\u{64}\u{4}\u{19}\u{7D}\u{4}\u{16}\u{13}\u{5}\u{19}\u{2C}\u{5}\u{19}\u{45}\u{5}\u{19}\u{5E}\u{5}\u{1C}\u{7A}\u{5}\u{1C}\u{16}\u{6}\u{19}\u{2F}\u{6}\u{1C}\u{4B}\u{6}\u{1C}\u{67}\u{6}\u{E}\u{75}\u{6}\u{14}\u{9}\u{7}\u{11}\u{1A}\u{7}\u{11}\u{2B}\u{7}\u{16}\u{41}\u{7}\u{F}\u{50}\u{7}\u{16}\u{66}\u{7}\u{13}\u{79}\u{7}\u{13}\u{C}\u{8}\u{1A}\u{26}\u{8}\u{13}\u{39}\u{8}\u{1A}\u{53}\u{8}\u{1B}\u{6E}\u{8}\u{1A}\u{8}\u{9}\u{1B}\u{23}\u{9}\u{15}\u{38}\u{9}\u{26}\u{5E}\u{9}\u{A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{0}\u{0}\u{19}\u{10}\u{0}\u{25}\u{0}\u{0}\u{0}\u{27}\u{0}\u{B}\u{0}\u{C}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{0}\u{0}\u{0}\u{A}\u{23}\u{2}\u{0}\u{0}\u{0}\u{1E}\u{0}\u{0}\u{0}\u{1D}\u{0}\u{6}\u{0}\u{22}\u{9}\u{F}\u{0}\u{8}\u{26}\u{0}\u{E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{7}\u{0}\u{D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{4}\u{0}\u{1}\u{14}\u{0}\u{0}\u{0}\u{5}\u{15}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1A}\u{11}\u{0}\u{0}\u{3}\u{29}\u{12}\u{0}\u{0}\u{0}\u{1F}\u{21}\u{0}\u{0}\u{0}\u{0}\u{0}\u{20}\u{18}\u{0}\u{0}\u{0}\u{17}\u{16}\u{24}\u{1B}\u{0}\u{0}\u{2A}\u{0}\u{0}\u{0}\u{0}\u{1C}\u{0}\u{0}\u{0}evSupportedDERControlevOverExcitedMaxDischargePowerevOverExcitedPowerFactorevUnderExcitedMaxDischargePowerevUnderExcitedPowerFactormaxApparentPowermaxChargeApparentPowermaxChargeApparentPower_L2maxChargeApparentPower_L3maxDischargeApparentPowermaxDischargeApparentPower_L2maxDischargeApparentPower_L3maxChargeReactivePowermaxChargeReactivePower_L2maxChargeReactivePower_L3minChargeReactivePowerminChargeReactivePower_L2minChargeReactivePower_L3maxDischargeReactivePowermaxDischargeReactivePower_L2maxDischargeReactivePower_L3minDischargeReactivePowerminDischargeReactivePower_L2minDischargeReactivePower_L3nominalVoltagenominalVoltageOffsetmaxNominalVoltageminNominalVoltageevInverterManufacturerevInverterModelevInverterSerialNumberevInverterSwVersionevInverterHwVersionevIslandingDetectionMethodevIslandingTripTimeevMaximumLevel1DCInjectionevDurationLevel1DCInjectionevMaximumLevel2DCInjectionevDurationLevel2DCInjectionevReactiveSusceptanceevSessionTotalDischargeEnergyAvailablecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evSupportedDERControl = reader.array(1, .max) { $0.word() }
      case 1: evOverExcitedMaxDischargePower = reader.decimal()
      case 2: evOverExcitedPowerFactor = reader.decimal()
      case 3: evUnderExcitedMaxDischargePower = reader.decimal()
      case 4: evUnderExcitedPowerFactor = reader.decimal()
      case 5: maxApparentPower = reader.decimal()
      case 6: maxChargeApparentPower = reader.decimal()
      case 7: maxChargeApparentPowerL2 = reader.decimal()
      case 8: maxChargeApparentPowerL3 = reader.decimal()
      case 9: maxDischargeApparentPower = reader.decimal()
      case 10: maxDischargeApparentPowerL2 = reader.decimal()
      case 11: maxDischargeApparentPowerL3 = reader.decimal()
      case 12: maxChargeReactivePower = reader.decimal()
      case 13: maxChargeReactivePowerL2 = reader.decimal()
      case 14: maxChargeReactivePowerL3 = reader.decimal()
      case 15: minChargeReactivePower = reader.decimal()
      case 16: minChargeReactivePowerL2 = reader.decimal()
      case 17: minChargeReactivePowerL3 = reader.decimal()
      case 18: maxDischargeReactivePower = reader.decimal()
      case 19: maxDischargeReactivePowerL2 = reader.decimal()
      case 20: maxDischargeReactivePowerL3 = reader.decimal()
      case 21: minDischargeReactivePower = reader.decimal()
      case 22: minDischargeReactivePowerL2 = reader.decimal()
      case 23: minDischargeReactivePowerL3 = reader.decimal()
      case 24: nominalVoltage = reader.decimal()
      case 25: nominalVoltageOffset = reader.decimal()
      case 26: maxNominalVoltage = reader.decimal()
      case 27: minNominalVoltage = reader.decimal()
      case 28: evInverterManufacturer = reader.text(50)
      case 29: evInverterModel = reader.text(50)
      case 30: evInverterSerialNumber = reader.text(50)
      case 31: evInverterSwVersion = reader.text(50)
      case 32: evInverterHwVersion = reader.text(50)
      case 33: evIslandingDetectionMethod = reader.array(1, .max) { $0.word() }
      case 34: evIslandingTripTime = reader.decimal()
      case 35: evMaximumLevel1DCInjection = reader.decimal()
      case 36: evDurationLevel1DCInjection = reader.decimal()
      case 37: evMaximumLevel2DCInjection = reader.decimal()
      case 38: evDurationLevel2DCInjection = reader.decimal()
      case 39: evReactiveSusceptance = reader.decimal()
      case 40: evSessionTotalDischargeEnergyAvailable = reader.decimal()
      case 41: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evSupportedDERControl)
    writer.member(Self.table, 1, evOverExcitedMaxDischargePower)
    writer.member(Self.table, 2, evOverExcitedPowerFactor)
    writer.member(Self.table, 3, evUnderExcitedMaxDischargePower)
    writer.member(Self.table, 4, evUnderExcitedPowerFactor)
    writer.member(Self.table, 5, maxApparentPower)
    writer.member(Self.table, 6, maxChargeApparentPower)
    writer.member(Self.table, 7, maxChargeApparentPowerL2)
    writer.member(Self.table, 8, maxChargeApparentPowerL3)
    writer.member(Self.table, 9, maxDischargeApparentPower)
    writer.member(Self.table, 10, maxDischargeApparentPowerL2)
    writer.member(Self.table, 11, maxDischargeApparentPowerL3)
    writer.member(Self.table, 12, maxChargeReactivePower)
    writer.member(Self.table, 13, maxChargeReactivePowerL2)
    writer.member(Self.table, 14, maxChargeReactivePowerL3)
    writer.member(Self.table, 15, minChargeReactivePower)
    writer.member(Self.table, 16, minChargeReactivePowerL2)
    writer.member(Self.table, 17, minChargeReactivePowerL3)
    writer.member(Self.table, 18, maxDischargeReactivePower)
    writer.member(Self.table, 19, maxDischargeReactivePowerL2)
    writer.member(Self.table, 20, maxDischargeReactivePowerL3)
    writer.member(Self.table, 21, minDischargeReactivePower)
    writer.member(Self.table, 22, minDischargeReactivePowerL2)
    writer.member(Self.table, 23, minDischargeReactivePowerL3)
    writer.member(Self.table, 24, nominalVoltage)
    writer.member(Self.table, 25, nominalVoltageOffset)
    writer.member(Self.table, 26, maxNominalVoltage)
    writer.member(Self.table, 27, minNominalVoltage)
    writer.member(Self.table, 28, evInverterManufacturer)
    writer.member(Self.table, 29, evInverterModel)
    writer.member(Self.table, 30, evInverterSerialNumber)
    writer.member(Self.table, 31, evInverterSwVersion)
    writer.member(Self.table, 32, evInverterHwVersion)
    writer.member(Self.table, 33, evIslandingDetectionMethod)
    writer.member(Self.table, 34, evIslandingTripTime)
    writer.member(Self.table, 35, evMaximumLevel1DCInjection)
    writer.member(Self.table, 36, evDurationLevel1DCInjection)
    writer.member(Self.table, 37, evMaximumLevel2DCInjection)
    writer.member(Self.table, 38, evDurationLevel2DCInjection)
    writer.member(Self.table, 39, evReactiveSusceptance)
    writer.member(Self.table, 40, evSessionTotalDischargeEnergyAvailable)
    writer.member(Self.table, 41, customData)
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public struct EVEnergyOffer: OCPPMessagePart {
  @Boxed public var evAbsolutePriceSchedule: EVAbsolutePriceSchedule?
  public var evPowerSchedule: EVPowerSchedule?
  public var customData: CustomData?

  public init(evAbsolutePriceSchedule: EVAbsolutePriceSchedule? = nil, evPowerSchedule: EVPowerSchedule? = nil, customData: CustomData? = nil) {
    self.evAbsolutePriceSchedule = evAbsolutePriceSchedule
    self.evPowerSchedule = evPowerSchedule
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<EVEnergyOffer>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{17}\u{2F}\u{0}\u{F}\u{3E}\u{0}\u{A}\u{0}\u{2}\u{1}\u{3}evAbsolutePriceScheduleevPowerSchedulecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: var part = EVAbsolutePriceSchedule.makeBlank(); part.read(&reader); evAbsolutePriceSchedule = part
      case 1: reader.part(&evPowerSchedule)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evAbsolutePriceSchedule)
    writer.member(Self.table, 1, evPowerSchedule)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public struct EVAbsolutePriceSchedule: OCPPMessagePart {
  public var timeAnchor: DateTime?
  public var currency: Text?
  public var evAbsolutePriceScheduleEntries: [EVAbsolutePriceScheduleEntry]?
  public var priceAlgorithm: Text?
  public var customData: CustomData?

  public init(timeAnchor: DateTime? = nil, currency: Text? = nil, evAbsolutePriceScheduleEntries: [EVAbsolutePriceScheduleEntry]? = nil, priceAlgorithm: Text? = nil, customData: CustomData? = nil) {
    self.timeAnchor = timeAnchor
    self.currency = currency
    self.evAbsolutePriceScheduleEntries = evAbsolutePriceScheduleEntries
    self.priceAlgorithm = priceAlgorithm
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<EVAbsolutePriceSchedule>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{A}\u{2C}\u{0}\u{8}\u{34}\u{0}\u{1E}\u{52}\u{0}\u{E}\u{60}\u{0}\u{A}\u{1}\u{0}\u{4}\u{0}\u{2}\u{0}\u{3}\u{5}timeAnchorcurrencyevAbsolutePriceScheduleEntriespriceAlgorithmcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: timeAnchor = reader.dateTime()
      case 1: currency = reader.text(3)
      case 2: evAbsolutePriceScheduleEntries = []; reader.objects(&evAbsolutePriceScheduleEntries!, 1, 1024)
      case 3: priceAlgorithm = reader.text(2000)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, timeAnchor)
    writer.member(Self.table, 1, currency)
    writer.member(Self.table, 2, evAbsolutePriceScheduleEntries)
    writer.member(Self.table, 3, priceAlgorithm)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public struct EVAbsolutePriceScheduleEntry: OCPPMessagePart {
  public var duration: Int?
  public var evPriceRule: [EVPriceRule]?
  public var customData: CustomData?

  public init(duration: Int? = nil, evPriceRule: [EVPriceRule]? = nil, customData: CustomData? = nil) {
    self.duration = duration
    self.evPriceRule = evPriceRule
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<EVAbsolutePriceScheduleEntry>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{B}\u{2B}\u{0}\u{A}\u{0}\u{1}\u{2}\u{3}durationevPriceRulecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: duration = reader.int()
      case 1: evPriceRule = []; reader.objects(&evPriceRule!, 1, 8)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, duration)
    writer.member(Self.table, 1, evPriceRule)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public struct EVPriceRule: OCPPMessagePart {
  public var energyFee: Decimal?
  public var powerRangeStart: Decimal?
  public var customData: CustomData?

  public init(energyFee: Decimal? = nil, powerRangeStart: Decimal? = nil, customData: CustomData? = nil) {
    self.energyFee = energyFee
    self.powerRangeStart = powerRangeStart
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<EVPriceRule>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{9}\u{21}\u{0}\u{F}\u{30}\u{0}\u{A}\u{0}\u{1}\u{2}\u{3}energyFeepowerRangeStartcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: energyFee = reader.decimal()
      case 1: powerRangeStart = reader.decimal()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, energyFee)
    writer.member(Self.table, 1, powerRangeStart)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public struct EVPowerSchedule: OCPPMessagePart {
  public var evPowerScheduleEntries: [EVPowerScheduleEntry]?
  public var timeAnchor: DateTime?
  public var customData: CustomData?

  public init(evPowerScheduleEntries: [EVPowerScheduleEntry]? = nil, timeAnchor: DateTime? = nil, customData: CustomData? = nil) {
    self.evPowerScheduleEntries = evPowerScheduleEntries
    self.timeAnchor = timeAnchor
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<EVPowerSchedule>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{16}\u{2E}\u{0}\u{A}\u{38}\u{0}\u{A}\u{1}\u{2}\u{3}\u{0}evPowerScheduleEntriestimeAnchorcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evPowerScheduleEntries = []; reader.objects(&evPowerScheduleEntries!, 1, 1024)
      case 1: timeAnchor = reader.dateTime()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evPowerScheduleEntries)
    writer.member(Self.table, 1, timeAnchor)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public struct EVPowerScheduleEntry: OCPPMessagePart {
  public var duration: Int?
  public var power: Decimal?
  public var customData: CustomData?

  public init(duration: Int? = nil, power: Decimal? = nil, customData: CustomData? = nil) {
    self.duration = duration
    self.power = power
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<EVPowerScheduleEntry>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{5}\u{25}\u{0}\u{A}\u{0}\u{1}\u{2}\u{3}durationpowercustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: duration = reader.int()
      case 1: power = reader.decimal()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, duration)
    writer.member(Self.table, 1, power)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds.
public struct DCChargingParameters: OCPPMessagePart {
  public var evMaxCurrent: Decimal
  public var evMaxVoltage: Decimal
  public var evMaxPower: Decimal?
  public var evEnergyCapacity: Decimal?
  public var energyAmount: Decimal?
  public var stateOfCharge: Int?
  public var fullSoC: Int?
  public var bulkSoC: Int?
  public var customData: CustomData?

  public init(evMaxCurrent: Decimal, evMaxVoltage: Decimal, evMaxPower: Decimal? = nil, evEnergyCapacity: Decimal? = nil, energyAmount: Decimal? = nil, stateOfCharge: Int? = nil, fullSoC: Int? = nil, bulkSoC: Int? = nil, customData: CustomData? = nil) {
    self.evMaxCurrent = evMaxCurrent
    self.evMaxVoltage = evMaxVoltage
    self.evMaxPower = evMaxPower
    self.evEnergyCapacity = evEnergyCapacity
    self.energyAmount = energyAmount
    self.stateOfCharge = stateOfCharge
    self.fullSoC = fullSoC
    self.bulkSoC = bulkSoC
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(evMaxCurrent: Decimal(0), evMaxVoltage: Decimal(0))
  }

  public static let blank = Blank<DCChargingParameters>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{9}\u{6}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{C}\u{42}\u{0}\u{C}\u{4E}\u{0}\u{A}\u{58}\u{0}\u{10}\u{68}\u{0}\u{C}\u{74}\u{0}\u{D}\u{1}\u{1}\u{7}\u{8}\u{1}\u{7}\u{F}\u{1}\u{A}\u{8}\u{0}\u{0}\u{0}\u{1}\u{3}\u{5}\u{0}\u{0}\u{0}\u{6}\u{2}\u{9}\u{4}\u{0}\u{7}evMaxCurrentevMaxVoltageevMaxPowerevEnergyCapacityenergyAmountstateOfChargefullSoCbulkSoCcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evMaxCurrent = reader.decimalOnceInteger()
      case 1: evMaxVoltage = reader.decimalOnceInteger()
      case 2: evMaxPower = reader.decimalOnceInteger()
      case 3: evEnergyCapacity = reader.decimalOnceInteger()
      case 4: energyAmount = reader.decimalOnceInteger()
      case 5: stateOfCharge = reader.int(0, 100)
      case 6: fullSoC = reader.int(0, 100)
      case 7: bulkSoC = reader.int(0, 100)
      case 8: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evMaxCurrent)
    writer.member(Self.table, 1, evMaxVoltage)
    writer.member(Self.table, 2, evMaxPower)
    writer.member(Self.table, 3, evEnergyCapacity)
    writer.member(Self.table, 4, energyAmount)
    writer.member(Self.table, 5, stateOfCharge)
    writer.member(Self.table, 6, fullSoC)
    writer.member(Self.table, 7, bulkSoC)
    writer.member(Self.table, 8, customData)
    writer.endObject()
  }
}

/// Part of NotifyEVChargingNeeds. Only in 2.1.
public struct V2XChargingParameters: OCPPMessagePart {
  public var minChargePower: Decimal?
  public var minChargePowerL2: Decimal?
  public var minChargePowerL3: Decimal?
  public var maxChargePower: Decimal?
  public var maxChargePowerL2: Decimal?
  public var maxChargePowerL3: Decimal?
  public var minDischargePower: Decimal?
  public var minDischargePowerL2: Decimal?
  public var minDischargePowerL3: Decimal?
  public var maxDischargePower: Decimal?
  public var maxDischargePowerL2: Decimal?
  public var maxDischargePowerL3: Decimal?
  public var minChargeCurrent: Decimal?
  public var maxChargeCurrent: Decimal?
  public var minDischargeCurrent: Decimal?
  public var maxDischargeCurrent: Decimal?
  public var minVoltage: Decimal?
  public var maxVoltage: Decimal?
  public var evTargetEnergyRequest: Decimal?
  public var evMinEnergyRequest: Decimal?
  public var evMaxEnergyRequest: Decimal?
  public var evMinV2XEnergyRequest: Decimal?
  public var evMaxV2XEnergyRequest: Decimal?
  public var targetSoC: Int?
  public var customData: CustomData?

  public init(minChargePower: Decimal? = nil, minChargePowerL2: Decimal? = nil, minChargePowerL3: Decimal? = nil, maxChargePower: Decimal? = nil, maxChargePowerL2: Decimal? = nil, maxChargePowerL3: Decimal? = nil, minDischargePower: Decimal? = nil, minDischargePowerL2: Decimal? = nil, minDischargePowerL3: Decimal? = nil, maxDischargePower: Decimal? = nil, maxDischargePowerL2: Decimal? = nil, maxDischargePowerL3: Decimal? = nil, minChargeCurrent: Decimal? = nil, maxChargeCurrent: Decimal? = nil, minDischargeCurrent: Decimal? = nil, maxDischargeCurrent: Decimal? = nil, minVoltage: Decimal? = nil, maxVoltage: Decimal? = nil, evTargetEnergyRequest: Decimal? = nil, evMinEnergyRequest: Decimal? = nil, evMaxEnergyRequest: Decimal? = nil, evMinV2XEnergyRequest: Decimal? = nil, evMaxV2XEnergyRequest: Decimal? = nil, targetSoC: Int? = nil, customData: CustomData? = nil) {
    self.minChargePower = minChargePower
    self.minChargePowerL2 = minChargePowerL2
    self.minChargePowerL3 = minChargePowerL3
    self.maxChargePower = maxChargePower
    self.maxChargePowerL2 = maxChargePowerL2
    self.maxChargePowerL3 = maxChargePowerL3
    self.minDischargePower = minDischargePower
    self.minDischargePowerL2 = minDischargePowerL2
    self.minDischargePowerL3 = minDischargePowerL3
    self.maxDischargePower = maxDischargePower
    self.maxDischargePowerL2 = maxDischargePowerL2
    self.maxDischargePowerL3 = maxDischargePowerL3
    self.minChargeCurrent = minChargeCurrent
    self.maxChargeCurrent = maxChargeCurrent
    self.minDischargeCurrent = minDischargeCurrent
    self.maxDischargeCurrent = maxDischargeCurrent
    self.minVoltage = minVoltage
    self.maxVoltage = maxVoltage
    self.evTargetEnergyRequest = evTargetEnergyRequest
    self.evMinEnergyRequest = evMinEnergyRequest
    self.evMaxEnergyRequest = evMaxEnergyRequest
    self.evMinV2XEnergyRequest = evMinV2XEnergyRequest
    self.evMaxV2XEnergyRequest = evMaxV2XEnergyRequest
    self.targetSoC = targetSoC
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<V2XChargingParameters>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{6}\u{19}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{16}\u{1}\u{E}\u{24}\u{1}\u{11}\u{35}\u{1}\u{11}\u{46}\u{1}\u{E}\u{54}\u{1}\u{11}\u{65}\u{1}\u{11}\u{76}\u{1}\u{11}\u{7}\u{2}\u{14}\u{1B}\u{2}\u{14}\u{2F}\u{2}\u{11}\u{40}\u{2}\u{14}\u{54}\u{2}\u{14}\u{68}\u{2}\u{10}\u{78}\u{2}\u{10}\u{8}\u{3}\u{13}\u{1B}\u{3}\u{13}\u{2E}\u{3}\u{A}\u{38}\u{3}\u{A}\u{42}\u{3}\u{15}\u{57}\u{3}\u{12}\u{69}\u{3}\u{12}\u{7B}\u{3}\u{15}\u{10}\u{4}\u{15}\u{25}\u{4}\u{9}\u{2E}\u{4}\u{A}\u{0}\u{0}\u{1}\u{10}\u{0}\u{14}\u{0}\u{0}\u{11}\u{0}\u{E}\u{0}\u{0}\u{0}\u{19}\u{18}\u{0}\u{0}\u{0}\u{0}\u{0}\u{6}\u{5}\u{0}\u{0}\u{8}\u{9}\u{0}\u{0}\u{0}\u{D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{A}\u{0}\u{0}\u{2}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{17}\u{13}\u{0}\u{16}\u{12}\u{4}\u{0}\u{15}\u{0}\u{F}\u{C}\u{B}\u{0}\u{0}\u{7}\u{0}minChargePowerminChargePower_L2minChargePower_L3maxChargePowermaxChargePower_L2maxChargePower_L3minDischargePowerminDischargePower_L2minDischargePower_L3maxDischargePowermaxDischargePower_L2maxDischargePower_L3minChargeCurrentmaxChargeCurrentminDischargeCurrentmaxDischargeCurrentminVoltagemaxVoltageevTargetEnergyRequestevMinEnergyRequestevMaxEnergyRequestevMinV2XEnergyRequestevMaxV2XEnergyRequesttargetSoCcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: minChargePower = reader.decimal()
      case 1: minChargePowerL2 = reader.decimal()
      case 2: minChargePowerL3 = reader.decimal()
      case 3: maxChargePower = reader.decimal()
      case 4: maxChargePowerL2 = reader.decimal()
      case 5: maxChargePowerL3 = reader.decimal()
      case 6: minDischargePower = reader.decimal()
      case 7: minDischargePowerL2 = reader.decimal()
      case 8: minDischargePowerL3 = reader.decimal()
      case 9: maxDischargePower = reader.decimal()
      case 10: maxDischargePowerL2 = reader.decimal()
      case 11: maxDischargePowerL3 = reader.decimal()
      case 12: minChargeCurrent = reader.decimal()
      case 13: maxChargeCurrent = reader.decimal()
      case 14: minDischargeCurrent = reader.decimal()
      case 15: maxDischargeCurrent = reader.decimal()
      case 16: minVoltage = reader.decimal()
      case 17: maxVoltage = reader.decimal()
      case 18: evTargetEnergyRequest = reader.decimal()
      case 19: evMinEnergyRequest = reader.decimal()
      case 20: evMaxEnergyRequest = reader.decimal()
      case 21: evMinV2XEnergyRequest = reader.decimal()
      case 22: evMaxV2XEnergyRequest = reader.decimal()
      case 23: targetSoC = reader.int(0, 100)
      case 24: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, minChargePower)
    writer.member(Self.table, 1, minChargePowerL2)
    writer.member(Self.table, 2, minChargePowerL3)
    writer.member(Self.table, 3, maxChargePower)
    writer.member(Self.table, 4, maxChargePowerL2)
    writer.member(Self.table, 5, maxChargePowerL3)
    writer.member(Self.table, 6, minDischargePower)
    writer.member(Self.table, 7, minDischargePowerL2)
    writer.member(Self.table, 8, minDischargePowerL3)
    writer.member(Self.table, 9, maxDischargePower)
    writer.member(Self.table, 10, maxDischargePowerL2)
    writer.member(Self.table, 11, maxDischargePowerL3)
    writer.member(Self.table, 12, minChargeCurrent)
    writer.member(Self.table, 13, maxChargeCurrent)
    writer.member(Self.table, 14, minDischargeCurrent)
    writer.member(Self.table, 15, maxDischargeCurrent)
    writer.member(Self.table, 16, minVoltage)
    writer.member(Self.table, 17, maxVoltage)
    writer.member(Self.table, 18, evTargetEnergyRequest)
    writer.member(Self.table, 19, evMinEnergyRequest)
    writer.member(Self.table, 20, evMaxEnergyRequest)
    writer.member(Self.table, 21, evMinV2XEnergyRequest)
    writer.member(Self.table, 22, evMaxV2XEnergyRequest)
    writer.member(Self.table, 23, targetSoC)
    writer.member(Self.table, 24, customData)
    writer.endObject()
  }
}

/// Part of PullDynamicScheduleUpdate, UpdateDynamicSchedule. Only in 2.1.
public struct ChargingScheduleUpdate: OCPPMessagePart {
  public var limit: Decimal?
  public var limitL2: Decimal?
  public var limitL3: Decimal?
  public var dischargeLimit: Decimal?
  public var dischargeLimitL2: Decimal?
  public var dischargeLimitL3: Decimal?
  public var setpoint: Decimal?
  public var setpointL2: Decimal?
  public var setpointL3: Decimal?
  public var setpointReactive: Decimal?
  public var setpointReactiveL2: Decimal?
  public var setpointReactiveL3: Decimal?
  public var customData: CustomData?

  public init(limit: Decimal? = nil, limitL2: Decimal? = nil, limitL3: Decimal? = nil, dischargeLimit: Decimal? = nil, dischargeLimitL2: Decimal? = nil, dischargeLimitL3: Decimal? = nil, setpoint: Decimal? = nil, setpointL2: Decimal? = nil, setpointL3: Decimal? = nil, setpointReactive: Decimal? = nil, setpointReactiveL2: Decimal? = nil, setpointReactiveL3: Decimal? = nil, customData: CustomData? = nil) {
    self.limit = limit
    self.limitL2 = limitL2
    self.limitL3 = limitL3
    self.dischargeLimit = dischargeLimit
    self.dischargeLimitL2 = dischargeLimitL2
    self.dischargeLimitL3 = dischargeLimitL3
    self.setpoint = setpoint
    self.setpointL2 = setpointL2
    self.setpointL3 = setpointL3
    self.setpointReactive = setpointReactive
    self.setpointReactiveL2 = setpointReactiveL2
    self.setpointReactiveL3 = setpointReactiveL3
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ChargingScheduleUpdate>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{D}\u{3C}\u{C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{42}\u{0}\u{5}\u{47}\u{0}\u{8}\u{4F}\u{0}\u{8}\u{57}\u{0}\u{E}\u{65}\u{0}\u{11}\u{76}\u{0}\u{11}\u{7}\u{1}\u{8}\u{F}\u{1}\u{B}\u{1A}\u{1}\u{B}\u{25}\u{1}\u{10}\u{35}\u{1}\u{13}\u{48}\u{1}\u{13}\u{5B}\u{1}\u{A}\u{9}\u{C}\u{3}\u{2}\u{D}\u{5}\u{4}\u{8}\u{A}\u{7}\u{0}\u{1}\u{6}\u{0}\u{0}\u{B}limitlimit_L2limit_L3dischargeLimitdischargeLimit_L2dischargeLimit_L3setpointsetpoint_L2setpoint_L3setpointReactivesetpointReactive_L2setpointReactive_L3customData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: limit = reader.decimal()
      case 1: limitL2 = reader.decimal()
      case 2: limitL3 = reader.decimal()
      case 3: dischargeLimit = reader.decimal(Int(Int32.min), 0)
      case 4: dischargeLimitL2 = reader.decimal(Int(Int32.min), 0)
      case 5: dischargeLimitL3 = reader.decimal(Int(Int32.min), 0)
      case 6: setpoint = reader.decimal()
      case 7: setpointL2 = reader.decimal()
      case 8: setpointL3 = reader.decimal()
      case 9: setpointReactive = reader.decimal()
      case 10: setpointReactiveL2 = reader.decimal()
      case 11: setpointReactiveL3 = reader.decimal()
      case 12: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, limit)
    writer.member(Self.table, 1, limitL2)
    writer.member(Self.table, 2, limitL3)
    writer.member(Self.table, 3, dischargeLimit)
    writer.member(Self.table, 4, dischargeLimitL2)
    writer.member(Self.table, 5, dischargeLimitL3)
    writer.member(Self.table, 6, setpoint)
    writer.member(Self.table, 7, setpointL2)
    writer.member(Self.table, 8, setpointL3)
    writer.member(Self.table, 9, setpointReactive)
    writer.member(Self.table, 10, setpointReactiveL2)
    writer.member(Self.table, 11, setpointReactiveL3)
    writer.member(Self.table, 12, customData)
    writer.endObject()
  }
}
