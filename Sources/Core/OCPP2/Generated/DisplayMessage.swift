// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `ClearDisplayMessageRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block O).
public struct ClearDisplayMessageRequest: OCPPRequest {
  public var id: Int
  public var customData: CustomData?

  public typealias Response = ClearDisplayMessageResponse
  @inline(__always) public static var action: Action { .clearDisplayMessage }

  public init(id: Int, customData: CustomData? = nil) {
    self.id = id
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(id: 0)
  }

  public static let blank = Blank<ClearDisplayMessageRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{2}\u{15}\u{0}\u{A}\u{2}\u{1}idcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `ClearDisplayMessageResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block O).
public struct ClearDisplayMessageResponse: OCPPMessagePart {
  public var status: ClearMessageStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: ClearMessageStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<ClearDisplayMessageResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{A}\u{28}\u{0}\u{A}\u{2}\u{1}\u{3}\u{0}statusstatusInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word(olderCount: 2)
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

/// `GetDisplayMessagesRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block O).
public struct GetDisplayMessagesRequest: OCPPRequest {
  public var id: [Int]?
  public var requestId: Int
  public var priority: MessagePriority?
  public var state: MessageState?
  public var customData: CustomData?

  public typealias Response = GetDisplayMessagesResponse
  @inline(__always) public static var action: Action { .getDisplayMessages }

  public init(id: [Int]? = nil, requestId: Int, priority: MessagePriority? = nil, state: MessageState? = nil, customData: CustomData? = nil) {
    self.id = id
    self.requestId = requestId
    self.priority = priority
    self.state = state
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0)
  }

  public static let blank = Blank<GetDisplayMessagesRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{10}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{2}\u{24}\u{0}\u{9}\u{2D}\u{0}\u{8}\u{35}\u{0}\u{5}\u{3A}\u{0}\u{A}\u{1}\u{2}\u{0}\u{0}\u{3}\u{4}\u{5}\u{0}idrequestIdprioritystatecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.array(1, .max) { $0.intOnceUnbounded(0, Int(Int32.max)) }
      case 1: requestId = reader.int()
      case 2: priority = reader.word()
      case 3: state = reader.word(olderCount: 4)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, requestId)
    writer.member(Self.table, 2, priority)
    writer.member(Self.table, 3, state)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// `GetDisplayMessagesResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block O).
public struct GetDisplayMessagesResponse: OCPPMessagePart {
  public var status: GetDisplayMessagesStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: GetDisplayMessagesStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<GetDisplayMessagesResponse>()

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

/// `NotifyDisplayMessagesRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block O).
public struct NotifyDisplayMessagesRequest: OCPPRequest {
  public var messageInfo: [MessageInfo]?
  public var requestId: Int
  /// `false` when absent.
  public var tbc: Bool?
  public var customData: CustomData?

  public typealias Response = NotifyDisplayMessagesResponse
  @inline(__always) public static var action: Action { .notifyDisplayMessages }

  public init(messageInfo: [MessageInfo]? = nil, requestId: Int, tbc: Bool? = nil, customData: CustomData? = nil) {
    self.messageInfo = messageInfo
    self.requestId = requestId
    self.tbc = tbc
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0)
  }

  public static let blank = Blank<NotifyDisplayMessagesRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{7}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{B}\u{26}\u{0}\u{9}\u{2F}\u{0}\u{3}\u{32}\u{0}\u{A}\u{3}\u{1}\u{2}\u{4}messageInforequestIdtbccustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: messageInfo = []; reader.objects(&messageInfo!, 1, .max)
      case 1: requestId = reader.int()
      case 2: tbc = reader.bool()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, messageInfo)
    writer.member(Self.table, 1, requestId)
    writer.member(Self.table, 2, tbc)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `NotifyDisplayMessagesResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block O).
public struct NotifyDisplayMessagesResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyDisplayMessagesResponse>()

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

/// `SetDisplayMessageRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block O).
public struct SetDisplayMessageRequest: OCPPRequest {
  public var message: MessageInfo
  public var customData: CustomData?

  public typealias Response = SetDisplayMessageResponse
  @inline(__always) public static var action: Action { .setDisplayMessage }

  public init(message: MessageInfo, customData: CustomData? = nil) {
    self.message = message
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(message: MessageInfo(blank: ()))
  }

  public static let blank = Blank<SetDisplayMessageRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{7}\u{1A}\u{0}\u{A}\u{2}\u{1}messagecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: message.read(&reader)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, message)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `SetDisplayMessageResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block O).
public struct SetDisplayMessageResponse: OCPPMessagePart {
  public var status: DisplayMessageStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: DisplayMessageStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<SetDisplayMessageResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{A}\u{28}\u{0}\u{A}\u{2}\u{1}\u{3}\u{0}statusstatusInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word(olderCount: 6)
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

/// Part of NotifyDisplayMessages, SetDisplayMessage.
public struct MessageInfo: OCPPMessagePart {
  @Boxed public var display: Component?
  public var id: Int
  public var priority: MessagePriority
  public var state: MessageState?
  public var startDateTime: DateTime?
  public var endDateTime: DateTime?
  public var transactionId: Text?
  public var message: MessageContent
  /// Only in 2.1.
  public var messageExtra: [MessageContent]?
  public var customData: CustomData?

  public init(display: Component? = nil, id: Int, priority: MessagePriority, state: MessageState? = nil, startDateTime: DateTime? = nil, endDateTime: DateTime? = nil, transactionId: Text? = nil, message: MessageContent, messageExtra: [MessageContent]? = nil, customData: CustomData? = nil) {
    self.display = display
    self.id = id
    self.priority = priority
    self.state = state
    self.startDateTime = startDateTime
    self.endDateTime = endDateTime
    self.transactionId = transactionId
    self.message = message
    self.messageExtra = messageExtra
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(id: 0, priority: .alwaysFront, message: MessageContent(blank: ()))
  }

  public static let blank = Blank<MessageInfo>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{A}\u{1F}\u{0}\u{6}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{39}\u{0}\u{7}\u{40}\u{0}\u{2}\u{42}\u{0}\u{8}\u{4A}\u{0}\u{5}\u{4F}\u{0}\u{D}\u{5C}\u{0}\u{B}\u{67}\u{0}\u{D}\u{74}\u{0}\u{7}\u{7B}\u{0}\u{A}\u{5}\u{1}\u{C}\u{0}\u{A}\u{0}\u{6}\u{0}\u{7}\u{5}\u{0}\u{4}\u{0}\u{1}\u{8}\u{3}\u{2}\u{9}\u{0}displayidprioritystatestartDateTimeendDateTimetransactionIdmessagecustomDatamessageExtra\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{4}\u{9}\u{1F}\u{0}\u{6}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{7}\u{3D}\u{0}\u{2}\u{3F}\u{0}\u{8}\u{47}\u{0}\u{5}\u{4C}\u{0}\u{D}\u{59}\u{0}\u{B}\u{64}\u{0}\u{D}\u{71}\u{0}\u{7}\u{78}\u{0}\u{A}\u{0}\u{0}\u{0}\u{6}\u{0}\u{7}\u{5}\u{0}\u{4}\u{0}\u{1}\u{8}\u{3}\u{2}\u{9}\u{0}displayidprioritystatestartDateTimeendDateTimetransactionIdmessagecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: var part = Component.makeBlank(); part.read(&reader); display = part
      case 1: id = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: priority = reader.word()
      case 3: state = reader.word(olderCount: 4)
      case 4: startDateTime = reader.dateTime()
      case 5: endDateTime = reader.dateTime()
      case 6: transactionId = reader.text(36)
      case 7: message.read(&reader)
      case 8: customData = reader.customData()
      case 9: messageExtra = []; reader.objects(&messageExtra!, 1, 4)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, display)
    writer.member(Self.table, 1, id)
    writer.member(Self.table, 2, priority)
    writer.member(Self.table, 3, state)
    writer.member(Self.table, 4, startDateTime)
    writer.member(Self.table, 5, endDateTime)
    writer.member(Self.table, 6, transactionId)
    writer.member(Self.table, 7, message)
    writer.member(Self.table, 8, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 9, messageExtra)
    }
    writer.endObject()
  }
}
