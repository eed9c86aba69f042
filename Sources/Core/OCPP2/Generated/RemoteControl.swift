// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `RequestStartTransactionRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block F).
public struct RequestStartTransactionRequest: OCPPRequest {
  public var evseId: Int?
  public var groupIdToken: IdToken?
  public var idToken: IdToken
  public var remoteStartId: Int
  @Boxed public var chargingProfile: ChargingProfile?
  public var customData: CustomData?

  public typealias Response = RequestStartTransactionResponse
  @inline(__always) public static var action: Action { .requestStartTransaction }

  public init(evseId: Int? = nil, groupIdToken: IdToken? = nil, idToken: IdToken, remoteStartId: Int, chargingProfile: ChargingProfile? = nil, customData: CustomData? = nil) {
    self.evseId = evseId
    self.groupIdToken = groupIdToken
    self.idToken = idToken
    self.remoteStartId = remoteStartId
    self.chargingProfile = chargingProfile
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(idToken: IdToken(blank: ()), remoteStartId: 0)
  }

  public static let blank = Blank<RequestStartTransactionRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{2}\u{0}\u{C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{6}\u{2B}\u{0}\u{C}\u{37}\u{0}\u{7}\u{3E}\u{0}\u{D}\u{4B}\u{0}\u{F}\u{5A}\u{0}\u{A}\u{5}\u{1}\u{2}\u{3}\u{4}\u{0}\u{6}\u{0}evseIdgroupIdTokenidTokenremoteStartIdchargingProfilecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evseId = reader.intOnceUnbounded(1, Int(Int32.max))
      case 1: reader.part(&groupIdToken)
      case 2: idToken.read(&reader)
      case 3: remoteStartId = reader.int()
      case 4: var part = ChargingProfile.makeBlank(); part.read(&reader); chargingProfile = part
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, groupIdToken)
    writer.member(Self.table, 2, idToken)
    writer.member(Self.table, 3, remoteStartId)
    writer.member(Self.table, 4, chargingProfile)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// `RequestStartTransactionResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block F).
public struct RequestStartTransactionResponse: OCPPMessagePart {
  public var status: RequestStartStopStatus
  public var statusInfo: StatusInfo?
  public var transactionId: Text?
  public var customData: CustomData?

  public init(status: RequestStartStopStatus, statusInfo: StatusInfo? = nil, transactionId: Text? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.transactionId = transactionId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<RequestStartTransactionResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{16}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{D}\u{38}\u{0}\u{A}\u{2}\u{1}\u{3}\u{4}statusstatusInfotransactionIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: reader.part(&statusInfo)
      case 2: transactionId = reader.text(36)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, transactionId)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `RequestStopTransactionRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block F).
public struct RequestStopTransactionRequest: OCPPRequest {
  public var transactionId: Text
  public var customData: CustomData?

  public typealias Response = RequestStopTransactionResponse
  @inline(__always) public static var action: Action { .requestStopTransaction }

  public init(transactionId: Text, customData: CustomData? = nil) {
    self.transactionId = transactionId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(transactionId: Text())
  }

  public static let blank = Blank<RequestStopTransactionRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{D}\u{20}\u{0}\u{A}\u{1}\u{2}transactionIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: transactionId = reader.text(36)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, transactionId)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `RequestStopTransactionResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block F).
public struct RequestStopTransactionResponse: OCPPMessagePart {
  public var status: RequestStartStopStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: RequestStartStopStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<RequestStopTransactionResponse>()

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

/// `TriggerMessageRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block F).
public struct TriggerMessageRequest: OCPPRequest {
  public var evse: EVSE?
  public var requestedMessage: MessageTrigger
  /// Only in 2.1.
  public var customTrigger: Text?
  public var customData: CustomData?

  public typealias Response = TriggerMessageResponse
  @inline(__always) public static var action: Action { .triggerMessage }

  public init(evse: EVSE? = nil, requestedMessage: MessageTrigger, customTrigger: Text? = nil, customData: CustomData? = nil) {
    self.evse = evse
    self.requestedMessage = requestedMessage
    self.customTrigger = customTrigger
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestedMessage: .bootNotification)
  }

  public static let blank = Blank<TriggerMessageRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{10}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{4}\u{1F}\u{0}\u{10}\u{2F}\u{0}\u{A}\u{39}\u{0}\u{D}\u{1}\u{2}\u{3}\u{4}evserequestedMessagecustomDatacustomTrigger\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{4}\u{1C}\u{0}\u{10}\u{2C}\u{0}\u{A}\u{2}\u{0}\u{1}\u{3}evserequestedMessagecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: reader.part(&evse)
      case 1: requestedMessage = reader.word(olderCount: 11)
      case 2: customData = reader.customData()
      case 3: customTrigger = reader.text(50)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evse)
    writer.member(Self.table, 1, requestedMessage)
    writer.member(Self.table, 2, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 3, customTrigger)
    }
    writer.endObject()
  }
}

/// `TriggerMessageResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block F).
public struct TriggerMessageResponse: OCPPMessagePart {
  public var status: TriggerMessageStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: TriggerMessageStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<TriggerMessageResponse>()

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

/// `UnlockConnectorRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block F).
public struct UnlockConnectorRequest: OCPPRequest {
  public var evseId: Int
  public var connectorId: Int
  public var customData: CustomData?

  public typealias Response = UnlockConnectorResponse
  @inline(__always) public static var action: Action { .unlockConnector }

  public init(evseId: Int, connectorId: Int, customData: CustomData? = nil) {
    self.evseId = evseId
    self.connectorId = connectorId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(evseId: 0, connectorId: 0)
  }

  public static let blank = Blank<UnlockConnectorRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{B}\u{29}\u{0}\u{A}\u{0}\u{2}\u{1}\u{3}evseIdconnectorIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evseId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: connectorId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, connectorId)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `UnlockConnectorResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block F).
public struct UnlockConnectorResponse: OCPPMessagePart {
  public var status: UnlockStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: UnlockStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .unlocked)
  }

  public static let blank = Blank<UnlockConnectorResponse>()

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
