// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// `GetLocalListVersion.req`, central system to station (OCPP 1.6 §6.27).
public struct GetLocalListVersionRequest: OCPPRequest, Equatable {

  public typealias Response = GetLocalListVersionResponse
  @inline(__always) public static var action: Action { .getLocalListVersion }

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

/// `GetLocalListVersion.conf`, station to central system (OCPP 1.6 §6.28).
public struct GetLocalListVersionResponse: OCPPObject, Equatable {
  public var listVersion: Int

  public init(listVersion: Int) {
    self.listVersion = listVersion
  }

  public init(blank: ()) {
    listVersion = 0
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{B}\u{1}listVersion\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: listVersion = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, listVersion)
    writer.endObject()
  }
}

/// `SendLocalList.req`, central system to station (OCPP 1.6 §6.41).
public struct SendLocalListRequest: OCPPRequest, Equatable {
  public var updateType: UpdateType
  public var listVersion: Int
  public var localAuthorizationList: [AuthorizationData]?

  public typealias Response = SendLocalListResponse
  @inline(__always) public static var action: Action { .sendLocalList }

  public init(listVersion: Int, localAuthorizationList: [AuthorizationData]? = nil, updateType: UpdateType) {
    self.listVersion = listVersion
    self.localAuthorizationList = localAuthorizationList
    self.updateType = updateType
  }

  public init(blank: ()) {
    listVersion = 0
    localAuthorizationList = nil
    updateType = .differential
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{3}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{B}\u{23}\u{0}\u{16}\u{39}\u{0}\u{A}\u{3}\u{0}\u{1}\u{2}listVersionlocalAuthorizationListupdateType\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: listVersion = reader.int()
      case 1: localAuthorizationList = []; reader.objects(&localAuthorizationList!, 0, .max)
      case 2: updateType = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, listVersion)
    writer.member(Self.table, 1, localAuthorizationList)
    writer.member(Self.table, 2, updateType)
    writer.endObject()
  }
}

/// `SendLocalList.conf`, station to central system (OCPP 1.6 §6.42).
public struct SendLocalListResponse: OCPPObject, Equatable {
  public var status: UpdateStatus

  public init(status: UpdateStatus) {
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
