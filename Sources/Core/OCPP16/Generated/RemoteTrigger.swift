// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// `TriggerMessage.req`, central system to station (OCPP 1.6 §6.51).
public struct TriggerMessageRequest: OCPPRequest, Equatable {
  public var connectorId: Int?
  public var requestedMessage: MessageTrigger

  public typealias Response = TriggerMessageResponse
  @inline(__always) public static var action: Action { .triggerMessage }

  public init(requestedMessage: MessageTrigger, connectorId: Int? = nil) {
    self.requestedMessage = requestedMessage
    self.connectorId = connectorId
  }

  public init(blank: ()) {
    requestedMessage = .bootNotification
    connectorId = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{10}\u{23}\u{0}\u{B}\u{1}\u{2}requestedMessageconnectorId\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: requestedMessage = reader.word()
      case 1: connectorId = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, requestedMessage)
    writer.member(Self.table, 1, connectorId)
    writer.endObject()
  }
}

/// `TriggerMessage.conf`, station to central system (OCPP 1.6 §6.52).
public struct TriggerMessageResponse: OCPPObject, Equatable {
  public var status: TriggerMessageStatus

  public init(status: TriggerMessageStatus) {
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
