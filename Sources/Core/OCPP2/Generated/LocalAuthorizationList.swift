// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `GetLocalListVersionRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block D).
public struct GetLocalListVersionRequest: OCPPRequest {
  public var customData: CustomData?

  public typealias Response = GetLocalListVersionResponse
  @inline(__always) public static var action: Action { .getLocalListVersion }

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetLocalListVersionRequest>()

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

/// `GetLocalListVersionResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block D).
public struct GetLocalListVersionResponse: OCPPMessagePart {
  public var versionNumber: Int
  public var customData: CustomData?

  public init(versionNumber: Int, customData: CustomData? = nil) {
    self.versionNumber = versionNumber
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(versionNumber: 0)
  }

  public static let blank = Blank<GetLocalListVersionResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{D}\u{20}\u{0}\u{A}\u{1}\u{2}versionNumbercustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: versionNumber = reader.int()
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, versionNumber)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `SendLocalListRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block D).
public struct SendLocalListRequest: OCPPRequest {
  public var localAuthorizationList: [AuthorizationData]?
  public var versionNumber: Int
  public var updateType: UpdateType
  public var customData: CustomData?

  public typealias Response = SendLocalListResponse
  @inline(__always) public static var action: Action { .sendLocalList }

  public init(localAuthorizationList: [AuthorizationData]? = nil, versionNumber: Int, updateType: UpdateType, customData: CustomData? = nil) {
    self.localAuthorizationList = localAuthorizationList
    self.versionNumber = versionNumber
    self.updateType = updateType
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(versionNumber: 0, updateType: .differential)
  }

  public static let blank = Blank<SendLocalListRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{1}\u{0}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{16}\u{31}\u{0}\u{D}\u{3E}\u{0}\u{A}\u{48}\u{0}\u{A}\u{3}\u{1}\u{2}\u{4}localAuthorizationListversionNumberupdateTypecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: localAuthorizationList = []; reader.objects(&localAuthorizationList!, 1, .max)
      case 1: versionNumber = reader.int()
      case 2: updateType = reader.word()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, localAuthorizationList)
    writer.member(Self.table, 1, versionNumber)
    writer.member(Self.table, 2, updateType)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `SendLocalListResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block D).
public struct SendLocalListResponse: OCPPMessagePart {
  public var status: SendLocalListStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: SendLocalListStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<SendLocalListResponse>()

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

/// Part of SendLocalList.
public struct AuthorizationData: OCPPMessagePart {
  public var idToken: IdToken
  public var idTokenInfo: IdTokenInfo?
  public var customData: CustomData?

  public init(idToken: IdToken, idTokenInfo: IdTokenInfo? = nil, customData: CustomData? = nil) {
    self.idToken = idToken
    self.idTokenInfo = idTokenInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(idToken: IdToken(blank: ()))
  }

  public static let blank = Blank<AuthorizationData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{8}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{7}\u{1F}\u{0}\u{B}\u{2A}\u{0}\u{A}\u{2}\u{1}\u{0}\u{3}idTokenidTokenInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: idToken.read(&reader)
      case 1: reader.part(&idTokenInfo)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, idToken)
    writer.member(Self.table, 1, idTokenInfo)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}
