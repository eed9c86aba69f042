// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// `CancelReservation.req`, central system to station (OCPP 1.6 §6.5).
public struct CancelReservationRequest: OCPPRequest, Equatable {
  public var reservationId: Int

  public typealias Response = CancelReservationResponse
  @inline(__always) public static var action: Action { .cancelReservation }

  public init(reservationId: Int) {
    self.reservationId = reservationId
  }

  public init(blank: ()) {
    reservationId = 0
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{D}\u{1}reservationId\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reservationId = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, reservationId)
    writer.endObject()
  }
}

/// `CancelReservation.conf`, station to central system (OCPP 1.6 §6.6).
public struct CancelReservationResponse: OCPPObject, Equatable {
  public var status: CancelReservationStatus

  public init(status: CancelReservationStatus) {
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

/// `ReserveNow.req`, central system to station (OCPP 1.6 §6.37).
public struct ReserveNowRequest: OCPPRequest, Equatable {
  public var connectorId: Int
  public var idTag: Text
  public var parentIdTag: Text?
  public var reservationId: Int
  public var expiryDate: DateTime

  public typealias Response = ReserveNowResponse
  @inline(__always) public static var action: Action { .reserveNow }

  public init(connectorId: Int, expiryDate: DateTime, idTag: Text, parentIdTag: Text? = nil, reservationId: Int) {
    self.connectorId = connectorId
    self.expiryDate = expiryDate
    self.idTag = idTag
    self.parentIdTag = parentIdTag
    self.reservationId = reservationId
  }

  public init(blank: ()) {
    connectorId = 0
    expiryDate = DateTime(milliseconds: 0)
    idTag = Text()
    parentIdTag = nil
    reservationId = 0
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{17}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{A}\u{37}\u{0}\u{5}\u{3C}\u{0}\u{B}\u{47}\u{0}\u{D}\u{0}\u{1}\u{5}\u{0}\u{3}\u{2}\u{4}\u{0}connectorIdexpiryDateidTagparentIdTagreservationId\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: connectorId = reader.int()
      case 1: expiryDate = reader.dateTime()
      case 2: idTag = reader.text(20)
      case 3: parentIdTag = reader.text(20)
      case 4: reservationId = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, connectorId)
    writer.member(Self.table, 1, expiryDate)
    writer.member(Self.table, 2, idTag)
    writer.member(Self.table, 3, parentIdTag)
    writer.member(Self.table, 4, reservationId)
    writer.endObject()
  }
}

/// `ReserveNow.conf`, station to central system (OCPP 1.6 §6.38).
public struct ReserveNowResponse: OCPPObject, Equatable {
  public var status: ReservationStatus

  public init(status: ReservationStatus) {
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
