// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `AFRRSignalRequest`, CSMS to station (OCPP 2.1, block Q).
public struct AFRRSignalRequest: OCPPRequest {
  public var timestamp: DateTime?
  public var signal: Int?
  public var customData: CustomData?

  public typealias Response = AFRRSignalResponse
  @inline(__always) public static var action: Action { .afrrSignal }

  public init(timestamp: DateTime? = nil, signal: Int? = nil, customData: CustomData? = nil) {
    self.timestamp = timestamp
    self.signal = signal
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<AFRRSignalRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{9}\u{21}\u{0}\u{6}\u{27}\u{0}\u{A}\u{1}\u{0}\u{2}\u{3}timestampsignalcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: timestamp = reader.dateTime()
      case 1: signal = reader.int()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, timestamp)
    writer.member(Self.table, 1, signal)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `AFRRSignalResponse`, station to CSMS (OCPP 2.1, block Q).
public struct AFRRSignalResponse: OCPPMessagePart {
  public var status: GenericStatus?
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: GenericStatus? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<AFRRSignalResponse>()

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

/// `NotifyAllowedEnergyTransferRequest`, CSMS to station (OCPP 2.1, block Q).
public struct NotifyAllowedEnergyTransferRequest: OCPPRequest {
  public var transactionId: Text?
  public var allowedEnergyTransfer: [EnergyTransferMode]?
  public var customData: CustomData?

  public typealias Response = NotifyAllowedEnergyTransferResponse
  @inline(__always) public static var action: Action { .notifyAllowedEnergyTransfer }

  public init(transactionId: Text? = nil, allowedEnergyTransfer: [EnergyTransferMode]? = nil, customData: CustomData? = nil) {
    self.transactionId = transactionId
    self.allowedEnergyTransfer = allowedEnergyTransfer
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyAllowedEnergyTransferRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{D}\u{25}\u{0}\u{15}\u{3A}\u{0}\u{A}\u{1}\u{0}\u{2}\u{3}transactionIdallowedEnergyTransfercustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: transactionId = reader.text(36)
      case 1: allowedEnergyTransfer = reader.array(1, .max) { $0.word(olderCount: 4) }
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, transactionId)
    writer.member(Self.table, 1, allowedEnergyTransfer)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `NotifyAllowedEnergyTransferResponse`, station to CSMS (OCPP 2.1, block Q).
public struct NotifyAllowedEnergyTransferResponse: OCPPMessagePart {
  public var status: NotifyAllowedEnergyTransferStatus?
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: NotifyAllowedEnergyTransferStatus? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyAllowedEnergyTransferResponse>()

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
