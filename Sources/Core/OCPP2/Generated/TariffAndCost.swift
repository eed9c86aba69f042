// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `CostUpdatedRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block I).
public struct CostUpdatedRequest: OCPPRequest {
  public var totalCost: Decimal
  public var transactionId: Text
  public var customData: CustomData?

  public typealias Response = CostUpdatedResponse
  @inline(__always) public static var action: Action { .costUpdated }

  public init(totalCost: Decimal, transactionId: Text, customData: CustomData? = nil) {
    self.totalCost = totalCost
    self.transactionId = transactionId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(totalCost: Decimal(0), transactionId: Text())
  }

  public static let blank = Blank<CostUpdatedRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{9}\u{21}\u{0}\u{D}\u{2E}\u{0}\u{A}\u{0}\u{2}\u{1}\u{3}totalCosttransactionIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: totalCost = reader.decimal()
      case 1: transactionId = reader.text(36)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, totalCost)
    writer.member(Self.table, 1, transactionId)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `CostUpdatedResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block I).
public struct CostUpdatedResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<CostUpdatedResponse>()

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

/// `ChangeTransactionTariffRequest`, CSMS to station (OCPP 2.1, block I).
public struct ChangeTransactionTariffRequest: OCPPRequest {
  public var tariff: Tariff?
  public var transactionId: Text?
  public var customData: CustomData?

  public typealias Response = ChangeTransactionTariffResponse
  @inline(__always) public static var action: Action { .changeTransactionTariff }

  public init(tariff: Tariff? = nil, transactionId: Text? = nil, customData: CustomData? = nil) {
    self.tariff = tariff
    self.transactionId = transactionId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ChangeTransactionTariffRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{A}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{D}\u{2B}\u{0}\u{A}\u{2}\u{1}\u{3}\u{0}tarifftransactionIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&tariff)
      case 1: transactionId = reader.text(36)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, tariff)
    writer.member(Self.table, 1, transactionId)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `ChangeTransactionTariffResponse`, station to CSMS (OCPP 2.1, block I).
public struct ChangeTransactionTariffResponse: OCPPMessagePart {
  public var status: TariffChangeStatus?
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: TariffChangeStatus? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ChangeTransactionTariffResponse>()

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

/// `ClearTariffsRequest`, CSMS to station (OCPP 2.1, block I).
public struct ClearTariffsRequest: OCPPRequest {
  public var tariffIds: [Text]?
  public var evseId: Int?
  public var customData: CustomData?

  public typealias Response = ClearTariffsResponse
  @inline(__always) public static var action: Action { .clearTariffs }

  public init(tariffIds: [Text]? = nil, evseId: Int? = nil, customData: CustomData? = nil) {
    self.tariffIds = tariffIds
    self.evseId = evseId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClearTariffsRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{9}\u{21}\u{0}\u{6}\u{27}\u{0}\u{A}\u{3}\u{2}\u{1}\u{0}tariffIdsevseIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: tariffIds = reader.array(1, .max) { $0.text(60) }
      case 1: evseId = reader.int(0, Int(Int32.max))
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, tariffIds)
    writer.member(Self.table, 1, evseId)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `ClearTariffsResponse`, station to CSMS (OCPP 2.1, block I).
public struct ClearTariffsResponse: OCPPMessagePart {
  public var clearTariffsResult: [ClearTariffsResult]?
  public var customData: CustomData?

  public init(clearTariffsResult: [ClearTariffsResult]? = nil, customData: CustomData? = nil) {
    self.clearTariffsResult = clearTariffsResult
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClearTariffsResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{12}\u{25}\u{0}\u{A}\u{1}\u{2}clearTariffsResultcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: clearTariffsResult = []; reader.objects(&clearTariffsResult!, 1, .max)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, clearTariffsResult)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `GetTariffsRequest`, CSMS to station (OCPP 2.1, block I).
public struct GetTariffsRequest: OCPPRequest {
  public var evseId: Int?
  public var customData: CustomData?

  public typealias Response = GetTariffsResponse
  @inline(__always) public static var action: Action { .getTariffs }

  public init(evseId: Int? = nil, customData: CustomData? = nil) {
    self.evseId = evseId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetTariffsRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{6}\u{19}\u{0}\u{A}\u{1}\u{2}evseIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evseId = reader.int(0, Int(Int32.max))
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `GetTariffsResponse`, station to CSMS (OCPP 2.1, block I).
public struct GetTariffsResponse: OCPPMessagePart {
  public var status: TariffGetStatus?
  public var statusInfo: StatusInfo?
  public var tariffAssignments: [TariffAssignment]?
  public var customData: CustomData?

  public init(status: TariffGetStatus? = nil, statusInfo: StatusInfo? = nil, tariffAssignments: [TariffAssignment]? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.tariffAssignments = tariffAssignments
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetTariffsResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{3}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{11}\u{3C}\u{0}\u{A}\u{3}\u{2}\u{4}\u{1}statusstatusInfotariffAssignmentscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: reader.part(&statusInfo)
      case 2: tariffAssignments = []; reader.objects(&tariffAssignments!, 1, .max)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, tariffAssignments)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `SetDefaultTariffRequest`, CSMS to station (OCPP 2.1, block I).
public struct SetDefaultTariffRequest: OCPPRequest {
  public var evseId: Int?
  public var tariff: Tariff?
  public var customData: CustomData?

  public typealias Response = SetDefaultTariffResponse
  @inline(__always) public static var action: Action { .setDefaultTariff }

  public init(evseId: Int? = nil, tariff: Tariff? = nil, customData: CustomData? = nil) {
    self.evseId = evseId
    self.tariff = tariff
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<SetDefaultTariffRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{8}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{6}\u{24}\u{0}\u{A}\u{0}\u{1}\u{2}\u{3}evseIdtariffcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evseId = reader.int(0, Int(Int32.max))
      case 1: reader.part(&tariff)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, tariff)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `SetDefaultTariffResponse`, station to CSMS (OCPP 2.1, block I).
public struct SetDefaultTariffResponse: OCPPMessagePart {
  public var status: TariffSetStatus?
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: TariffSetStatus? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<SetDefaultTariffResponse>()

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

/// Part of ClearTariffs. Only in 2.1.
public struct ClearTariffsResult: OCPPMessagePart {
  public var statusInfo: StatusInfo?
  public var tariffId: Text?
  public var status: TariffClearStatus?
  public var customData: CustomData?

  public init(statusInfo: StatusInfo? = nil, tariffId: Text? = nil, status: TariffClearStatus? = nil, customData: CustomData? = nil) {
    self.statusInfo = statusInfo
    self.tariffId = tariffId
    self.status = status
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClearTariffsResult>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{A}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{6}\u{33}\u{0}\u{A}\u{1}\u{3}\u{4}\u{2}statusInfotariffIdstatuscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&statusInfo)
      case 1: tariffId = reader.text(60)
      case 2: status = reader.word()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, statusInfo)
    writer.member(Self.table, 1, tariffId)
    writer.member(Self.table, 2, status)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of GetTariffs. Only in 2.1.
public struct TariffAssignment: OCPPMessagePart {
  public var tariffId: Text?
  public var tariffKind: TariffKind?
  public var validFrom: DateTime?
  public var evseIds: [Int]?
  public var idTokens: [Text]?
  public var customData: CustomData?

  public init(tariffId: Text? = nil, tariffKind: TariffKind? = nil, validFrom: DateTime? = nil, evseIds: [Int]? = nil, idTokens: [Text]? = nil, customData: CustomData? = nil) {
    self.tariffId = tariffId
    self.tariffKind = tariffKind
    self.validFrom = validFrom
    self.evseIds = evseIds
    self.idTokens = idTokens
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TariffAssignment>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{E}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{A}\u{37}\u{0}\u{9}\u{40}\u{0}\u{7}\u{47}\u{0}\u{8}\u{4F}\u{0}\u{A}\u{1}\u{5}\u{3}\u{2}\u{0}\u{4}\u{0}\u{6}tariffIdtariffKindvalidFromevseIdsidTokenscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: tariffId = reader.text(60)
      case 1: tariffKind = reader.word()
      case 2: validFrom = reader.dateTime()
      case 3: evseIds = reader.array(1, .max) { $0.int(0, Int(Int32.max)) }
      case 4: idTokens = reader.array(1, .max) { $0.text(255) }
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, tariffId)
    writer.member(Self.table, 1, tariffKind)
    writer.member(Self.table, 2, validFrom)
    writer.member(Self.table, 3, evseIds)
    writer.member(Self.table, 4, idTokens)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}
