// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `CancelReservationRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block H).
public struct CancelReservationRequest: OCPPRequest {
  public var reservationId: Int
  public var customData: CustomData?

  public typealias Response = CancelReservationResponse
  @inline(__always) public static var action: Action { .cancelReservation }

  public init(reservationId: Int, customData: CustomData? = nil) {
    self.reservationId = reservationId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(reservationId: 0)
  }

  public static let blank = Blank<CancelReservationRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{D}\u{20}\u{0}\u{A}\u{1}\u{2}reservationIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reservationId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, reservationId)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `CancelReservationResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block H).
public struct CancelReservationResponse: OCPPMessagePart {
  public var status: CancelReservationStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: CancelReservationStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<CancelReservationResponse>()

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

/// `ReservationStatusUpdateRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block H).
public struct ReservationStatusUpdateRequest: OCPPRequest {
  public var reservationId: Int
  public var reservationUpdateStatus: ReservationUpdateStatus
  public var customData: CustomData?

  public typealias Response = ReservationStatusUpdateResponse
  @inline(__always) public static var action: Action { .reservationStatusUpdate }

  public init(reservationId: Int, reservationUpdateStatus: ReservationUpdateStatus, customData: CustomData? = nil) {
    self.reservationId = reservationId
    self.reservationUpdateStatus = reservationUpdateStatus
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(reservationId: 0, reservationUpdateStatus: .expired)
  }

  public static let blank = Blank<ReservationStatusUpdateRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{D}\u{25}\u{0}\u{17}\u{3C}\u{0}\u{A}\u{2}\u{0}\u{1}\u{3}reservationIdreservationUpdateStatuscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reservationId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: reservationUpdateStatus = reader.word(olderCount: 2)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, reservationId)
    writer.member(Self.table, 1, reservationUpdateStatus)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `ReservationStatusUpdateResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block H).
public struct ReservationStatusUpdateResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ReservationStatusUpdateResponse>()

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

/// `ReserveNowRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block H).
public struct ReserveNowRequest: OCPPRequest {
  public var id: Int
  public var expiryDateTime: DateTime
  public var connectorType: ConnectorType?
  public var idToken: IdToken
  public var evseId: Int?
  public var groupIdToken: IdToken?
  public var customData: CustomData?

  public typealias Response = ReserveNowResponse
  @inline(__always) public static var action: Action { .reserveNow }

  public init(id: Int, expiryDateTime: DateTime, connectorType: ConnectorType? = nil, idToken: IdToken, evseId: Int? = nil, groupIdToken: IdToken? = nil, customData: CustomData? = nil) {
    self.id = id
    self.expiryDateTime = expiryDateTime
    self.connectorType = connectorType
    self.idToken = idToken
    self.evseId = evseId
    self.groupIdToken = groupIdToken
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(id: 0, expiryDateTime: DateTime(milliseconds: 0), idToken: IdToken(blank: ()))
  }

  public static let blank = Blank<ReserveNowRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{39}\u{0}\u{B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{2}\u{2A}\u{0}\u{E}\u{38}\u{0}\u{D}\u{45}\u{0}\u{7}\u{4C}\u{0}\u{6}\u{52}\u{0}\u{C}\u{5E}\u{0}\u{A}\u{1}\u{0}\u{6}\u{5}\u{2}\u{3}\u{4}\u{7}idexpiryDateTimeconnectorTypeidTokenevseIdgroupIdTokencustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: expiryDateTime = reader.dateTime()
      case 2: connectorType = reader.openWord(20)
      case 3: idToken.read(&reader)
      case 4: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 5: reader.part(&groupIdToken)
      case 6: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, expiryDateTime)
    writer.member(Self.table, 2, connectorType)
    writer.member(Self.table, 3, idToken)
    writer.member(Self.table, 4, evseId)
    writer.member(Self.table, 5, groupIdToken)
    writer.member(Self.table, 6, customData)
    writer.endObject()
  }
}

/// `ReserveNowResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block H).
public struct ReserveNowResponse: OCPPMessagePart {
  public var status: ReserveNowStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: ReserveNowStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<ReserveNowResponse>()

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
