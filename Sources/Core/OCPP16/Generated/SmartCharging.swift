// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// `ClearChargingProfile.req`, central system to station (OCPP 1.6 §6.13).
public struct ClearChargingProfileRequest: OCPPRequest, Equatable {
  public var id: Int?
  public var connectorId: Int?
  public var stackLevel: Int?
  public var chargingProfilePurpose: ChargingProfilePurpose?

  public typealias Response = ClearChargingProfileResponse
  @inline(__always) public static var action: Action { .clearChargingProfile }

  public init(id: Int? = nil, connectorId: Int? = nil, chargingProfilePurpose: ChargingProfilePurpose? = nil, stackLevel: Int? = nil) {
    self.id = id
    self.connectorId = connectorId
    self.chargingProfilePurpose = chargingProfilePurpose
    self.stackLevel = stackLevel
  }

  public init(blank: ()) {
    id = nil
    connectorId = nil
    chargingProfilePurpose = nil
    stackLevel = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{1B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{2}\u{1D}\u{0}\u{B}\u{28}\u{0}\u{16}\u{3E}\u{0}\u{A}\u{4}\u{3}\u{1}\u{2}idconnectorIdchargingProfilePurposestackLevel\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.int()
      case 1: connectorId = reader.int()
      case 2: chargingProfilePurpose = reader.word()
      case 3: stackLevel = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, connectorId)
    writer.member(Self.table, 2, chargingProfilePurpose)
    writer.member(Self.table, 3, stackLevel)
    writer.endObject()
  }
}

/// `ClearChargingProfile.conf`, station to central system (OCPP 1.6 §6.14).
public struct ClearChargingProfileResponse: OCPPObject, Equatable {
  public var status: ClearChargingProfileStatus

  public init(status: ClearChargingProfileStatus) {
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

/// `GetCompositeSchedule.req`, central system to station (OCPP 1.6 §6.21).
public struct GetCompositeScheduleRequest: OCPPRequest, Equatable {
  public var chargingRateUnit: ChargingRateUnit?
  public var connectorId: Int
  public var duration: Int

  public typealias Response = GetCompositeScheduleResponse
  @inline(__always) public static var action: Action { .getCompositeSchedule }

  public init(connectorId: Int, duration: Int, chargingRateUnit: ChargingRateUnit? = nil) {
    self.connectorId = connectorId
    self.duration = duration
    self.chargingRateUnit = chargingRateUnit
  }

  public init(blank: ()) {
    connectorId = 0
    duration = 0
    chargingRateUnit = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{B}\u{23}\u{0}\u{8}\u{2B}\u{0}\u{10}\u{2}\u{1}\u{0}\u{3}connectorIddurationchargingRateUnit\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: connectorId = reader.int()
      case 1: duration = reader.int()
      case 2: chargingRateUnit = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, connectorId)
    writer.member(Self.table, 1, duration)
    writer.member(Self.table, 2, chargingRateUnit)
    writer.endObject()
  }
}

/// `GetCompositeSchedule.conf`, station to central system (OCPP 1.6 §6.22).
public struct GetCompositeScheduleResponse: OCPPObject, Equatable {
  public var scheduleStart: DateTime?
  public var connectorId: Int?
  public var status: GetCompositeScheduleStatus
  public var chargingSchedule: ChargingSchedule?

  public init(status: GetCompositeScheduleStatus, connectorId: Int? = nil, scheduleStart: DateTime? = nil, chargingSchedule: ChargingSchedule? = nil) {
    self.status = status
    self.connectorId = connectorId
    self.scheduleStart = scheduleStart
    self.chargingSchedule = chargingSchedule
  }

  public init(blank: ()) {
    status = .accepted
    connectorId = nil
    scheduleStart = nil
    chargingSchedule = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{4}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{B}\u{2C}\u{0}\u{D}\u{39}\u{0}\u{10}\u{4}\u{3}\u{1}\u{2}statusconnectorIdscheduleStartchargingSchedule\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: connectorId = reader.int()
      case 2: scheduleStart = reader.dateTime()
      case 3: chargingSchedule = ChargingSchedule(blank: ()); chargingSchedule!.read(&reader)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, connectorId)
    writer.member(Self.table, 2, scheduleStart)
    writer.member(Self.table, 3, chargingSchedule)
    writer.endObject()
  }
}

/// `SetChargingProfile.req`, central system to station (OCPP 1.6 §6.43).
public struct SetChargingProfileRequest: OCPPRequest, Equatable {
  public var connectorId: Int
  public var csChargingProfiles: ChargingProfile

  public typealias Response = SetChargingProfileResponse
  @inline(__always) public static var action: Action { .setChargingProfile }

  public init(connectorId: Int, csChargingProfiles: ChargingProfile) {
    self.connectorId = connectorId
    self.csChargingProfiles = csChargingProfiles
  }

  public init(blank: ()) {
    connectorId = 0
    csChargingProfiles = ChargingProfile(blank: ())
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{B}\u{1E}\u{0}\u{12}\u{2}\u{1}connectorIdcsChargingProfiles\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: connectorId = reader.int()
      case 1: csChargingProfiles.read(&reader)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, connectorId)
    writer.member(Self.table, 1, csChargingProfiles)
    writer.endObject()
  }
}

/// `SetChargingProfile.conf`, station to central system (OCPP 1.6 §6.44).
public struct SetChargingProfileResponse: OCPPObject, Equatable {
  public var status: ChargingProfileStatus

  public init(status: ChargingProfileStatus) {
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
