// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `GetTransactionStatusRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block E).
public struct GetTransactionStatusRequest: OCPPRequest {
  public var transactionId: Text?
  public var customData: CustomData?

  public typealias Response = GetTransactionStatusResponse
  @inline(__always) public static var action: Action { .getTransactionStatus }

  public init(transactionId: Text? = nil, customData: CustomData? = nil) {
    self.transactionId = transactionId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetTransactionStatusRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{D}\u{20}\u{0}\u{A}\u{1}\u{2}transactionIdcustomData\0\0\0\0\0\0\0\0")
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

/// `GetTransactionStatusResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block E).
public struct GetTransactionStatusResponse: OCPPMessagePart {
  public var ongoingIndicator: Bool?
  public var messagesInQueue: Bool
  public var customData: CustomData?

  public init(ongoingIndicator: Bool? = nil, messagesInQueue: Bool, customData: CustomData? = nil) {
    self.ongoingIndicator = ongoingIndicator
    self.messagesInQueue = messagesInQueue
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(messagesInQueue: false)
  }

  public static let blank = Blank<GetTransactionStatusResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{10}\u{28}\u{0}\u{F}\u{37}\u{0}\u{A}\u{1}\u{2}\u{0}\u{3}ongoingIndicatormessagesInQueuecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: ongoingIndicator = reader.bool()
      case 1: messagesInQueue = reader.bool()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, ongoingIndicator)
    writer.member(Self.table, 1, messagesInQueue)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `TransactionEventRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block E).
public struct TransactionEventRequest: OCPPRequest {
  /// Only in 2.1.
  public var costDetails: CostDetails?
  public var eventType: TransactionEventType
  public var meterValue: [MeterValue]?
  public var timestamp: DateTime
  public var triggerReason: TriggerReason
  public var seqNo: Int
  /// `false` when absent.
  public var offline: Bool?
  public var numberOfPhasesUsed: Int?
  public var cableMaxCurrent: Int?
  public var reservationId: Int?
  /// Only in 2.1.
  public var preconditioningStatus: PreconditioningStatus?
  /// Only in 2.1.
  public var evseSleep: Bool?
  public var transactionInfo: Transaction
  public var evse: EVSE?
  public var idToken: IdToken?
  public var customData: CustomData?

  public typealias Response = TransactionEventResponse
  @inline(__always) public static var action: Action { .transactionEvent }

  public init(costDetails: CostDetails? = nil, eventType: TransactionEventType, meterValue: [MeterValue]? = nil, timestamp: DateTime, triggerReason: TriggerReason, seqNo: Int, offline: Bool? = nil, numberOfPhasesUsed: Int? = nil, cableMaxCurrent: Int? = nil, reservationId: Int? = nil, preconditioningStatus: PreconditioningStatus? = nil, evseSleep: Bool? = nil, transactionInfo: Transaction, evse: EVSE? = nil, idToken: IdToken? = nil, customData: CustomData? = nil) {
    self.costDetails = costDetails
    self.eventType = eventType
    self.meterValue = meterValue
    self.timestamp = timestamp
    self.triggerReason = triggerReason
    self.seqNo = seqNo
    self.offline = offline
    self.numberOfPhasesUsed = numberOfPhasesUsed
    self.cableMaxCurrent = cableMaxCurrent
    self.reservationId = reservationId
    self.preconditioningStatus = preconditioningStatus
    self.evseSleep = evseSleep
    self.transactionInfo = transactionInfo
    self.evse = evse
    self.idToken = idToken
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(eventType: .ended, timestamp: DateTime(milliseconds: 0), triggerReason: .abnormalCondition, seqNo: 0, transactionInfo: Transaction(blank: ()))
  }

  public static let blank = Blank<TransactionEventRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{5}\u{10}\u{5F}\u{0}\u{1D}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{5B}\u{0}\u{9}\u{64}\u{0}\u{A}\u{6E}\u{0}\u{9}\u{77}\u{0}\u{D}\u{4}\u{1}\u{5}\u{9}\u{1}\u{7}\u{10}\u{1}\u{12}\u{22}\u{1}\u{F}\u{31}\u{1}\u{D}\u{3E}\u{1}\u{F}\u{4D}\u{1}\u{4}\u{51}\u{1}\u{7}\u{58}\u{1}\u{A}\u{62}\u{1}\u{B}\u{6D}\u{1}\u{15}\u{2}\u{2}\u{9}\u{A}\u{10}\u{8}\u{0}\u{3}\u{2}\u{0}\u{0}\u{0}\u{D}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{B}\u{0}\u{E}\u{0}\u{F}\u{0}\u{C}\u{0}\u{4}\u{0}\u{9}\u{0}\u{6}\u{7}\u{1}\u{0}eventTypemeterValuetimestamptriggerReasonseqNoofflinenumberOfPhasesUsedcableMaxCurrentreservationIdtransactionInfoevseidTokencustomDatacostDetailspreconditioningStatusevseSleep\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{4}\u{D}\u{1B}\u{5}\u{1D}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{42}\u{0}\u{9}\u{4B}\u{0}\u{A}\u{55}\u{0}\u{9}\u{5E}\u{0}\u{D}\u{6B}\u{0}\u{5}\u{70}\u{0}\u{7}\u{77}\u{0}\u{12}\u{9}\u{1}\u{F}\u{18}\u{1}\u{D}\u{25}\u{1}\u{F}\u{34}\u{1}\u{4}\u{38}\u{1}\u{7}\u{3F}\u{1}\u{A}\u{1}\u{0}\u{6}\u{0}\u{D}\u{8}\u{9}\u{7}\u{A}\u{0}\u{4}\u{5}\u{2}\u{C}\u{3}\u{B}eventTypemeterValuetimestamptriggerReasonseqNoofflinenumberOfPhasesUsedcableMaxCurrentreservationIdtransactionInfoevseidTokencustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: eventType = reader.word()
      case 1: meterValue = []; reader.objects(&meterValue!, 1, .max)
      case 2: timestamp = reader.dateTime()
      case 3: triggerReason = reader.word(olderCount: 21)
      case 4: seqNo = reader.intOnceUnbounded(0, Int(Int32.max))
      case 5: offline = reader.bool()
      case 6: numberOfPhasesUsed = reader.intOnceUnbounded(0, 3)
      case 7: cableMaxCurrent = reader.int()
      case 8: reservationId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 9: transactionInfo.read(&reader)
      case 10: reader.part(&evse)
      case 11: reader.part(&idToken)
      case 12: customData = reader.customData()
      case 13: reader.part(&costDetails)
      case 14: preconditioningStatus = reader.word()
      case 15: evseSleep = reader.bool()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, eventType)
    writer.member(Self.table, 1, meterValue)
    writer.member(Self.table, 2, timestamp)
    writer.member(Self.table, 3, triggerReason)
    writer.member(Self.table, 4, seqNo)
    writer.member(Self.table, 5, offline)
    writer.member(Self.table, 6, numberOfPhasesUsed)
    writer.member(Self.table, 7, cableMaxCurrent)
    writer.member(Self.table, 8, reservationId)
    writer.member(Self.table, 9, transactionInfo)
    writer.member(Self.table, 10, evse)
    writer.member(Self.table, 11, idToken)
    writer.member(Self.table, 12, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 13, costDetails)
      writer.member(Self.table, 14, preconditioningStatus)
      writer.member(Self.table, 15, evseSleep)
    }
    writer.endObject()
  }
}

/// `TransactionEventResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block E).
public struct TransactionEventResponse: OCPPMessagePart {
  public var totalCost: Decimal?
  public var chargingPriority: Int?
  public var idTokenInfo: IdTokenInfo?
  /// Only in 2.1.
  @Boxed public var transactionLimit: TransactionLimit?
  public var updatedPersonalMessage: MessageContent?
  /// Only in 2.1.
  public var updatedPersonalMessageExtra: [MessageContent]?
  public var customData: CustomData?

  public init(totalCost: Decimal? = nil, chargingPriority: Int? = nil, idTokenInfo: IdTokenInfo? = nil, transactionLimit: TransactionLimit? = nil, updatedPersonalMessage: MessageContent? = nil, updatedPersonalMessageExtra: [MessageContent]? = nil, customData: CustomData? = nil) {
    self.totalCost = totalCost
    self.chargingPriority = chargingPriority
    self.idTokenInfo = idTokenInfo
    self.transactionLimit = transactionLimit
    self.updatedPersonalMessage = updatedPersonalMessage
    self.updatedPersonalMessageExtra = updatedPersonalMessageExtra
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TransactionEventResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{63}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{9}\u{31}\u{0}\u{10}\u{41}\u{0}\u{B}\u{4C}\u{0}\u{16}\u{62}\u{0}\u{A}\u{6C}\u{0}\u{10}\u{7C}\u{0}\u{1B}\u{4}\u{0}\u{1}\u{3}\u{6}\u{2}\u{7}\u{5}totalCostchargingPriorityidTokenInfoupdatedPersonalMessagecustomDatatransactionLimitupdatedPersonalMessageExtra\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{9}\u{2B}\u{0}\u{10}\u{3B}\u{0}\u{B}\u{46}\u{0}\u{16}\u{5C}\u{0}\u{A}\u{1}\u{2}\u{0}\u{3}\u{4}\u{0}\u{0}\u{5}totalCostchargingPriorityidTokenInfoupdatedPersonalMessagecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: totalCost = reader.decimal()
      case 1: chargingPriority = reader.int()
      case 2: reader.part(&idTokenInfo)
      case 3: reader.part(&updatedPersonalMessage)
      case 4: customData = reader.customData()
      case 5: var part = TransactionLimit.makeBlank(); part.read(&reader); transactionLimit = part
      case 6: updatedPersonalMessageExtra = []; reader.objects(&updatedPersonalMessageExtra!, 1, 4)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, totalCost)
    writer.member(Self.table, 1, chargingPriority)
    writer.member(Self.table, 2, idTokenInfo)
    writer.member(Self.table, 3, updatedPersonalMessage)
    writer.member(Self.table, 4, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 5, transactionLimit)
      writer.member(Self.table, 6, updatedPersonalMessageExtra)
    }
    writer.endObject()
  }
}

/// Part of TransactionEvent. Only in 2.1.
public struct CostDetails: OCPPMessagePart {
  public var chargingPeriods: [ChargingPeriod]?
  public var totalCost: TotalCost?
  public var totalUsage: TotalUsage?
  public var failureToCalculate: Bool?
  public var failureReason: Text?
  public var customData: CustomData?

  public init(chargingPeriods: [ChargingPeriod]? = nil, totalCost: TotalCost? = nil, totalUsage: TotalUsage? = nil, failureToCalculate: Bool? = nil, failureReason: Text? = nil, customData: CustomData? = nil) {
    self.chargingPeriods = chargingPeriods
    self.totalCost = totalCost
    self.totalUsage = totalUsage
    self.failureToCalculate = failureToCalculate
    self.failureReason = failureReason
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<CostDetails>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{9}\u{0}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{F}\u{34}\u{0}\u{9}\u{3D}\u{0}\u{A}\u{47}\u{0}\u{12}\u{59}\u{0}\u{D}\u{66}\u{0}\u{A}\u{0}\u{2}\u{6}\u{5}\u{4}\u{0}\u{1}\u{3}chargingPeriodstotalCosttotalUsagefailureToCalculatefailureReasoncustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: chargingPeriods = []; reader.objects(&chargingPeriods!, 1, .max)
      case 1: reader.part(&totalCost)
      case 2: reader.part(&totalUsage)
      case 3: failureToCalculate = reader.bool()
      case 4: failureReason = reader.text(500)
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargingPeriods)
    writer.member(Self.table, 1, totalCost)
    writer.member(Self.table, 2, totalUsage)
    writer.member(Self.table, 3, failureToCalculate)
    writer.member(Self.table, 4, failureReason)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// Part of TransactionEvent. Only in 2.1.
public struct ChargingPeriod: OCPPMessagePart {
  public var dimensions: [CostDimension]?
  public var tariffId: Text?
  public var startPeriod: DateTime?
  public var customData: CustomData?

  public init(dimensions: [CostDimension]? = nil, tariffId: Text? = nil, startPeriod: DateTime? = nil, customData: CustomData? = nil) {
    self.dimensions = dimensions
    self.tariffId = tariffId
    self.startPeriod = startPeriod
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ChargingPeriod>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{6}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{A}\u{25}\u{0}\u{8}\u{2D}\u{0}\u{B}\u{38}\u{0}\u{A}\u{4}\u{2}\u{3}\u{1}dimensionstariffIdstartPeriodcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: dimensions = []; reader.objects(&dimensions!, 1, .max)
      case 1: tariffId = reader.text(60)
      case 2: startPeriod = reader.dateTime()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, dimensions)
    writer.member(Self.table, 1, tariffId)
    writer.member(Self.table, 2, startPeriod)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of TransactionEvent. Only in 2.1.
public struct CostDimension: OCPPMessagePart {
  public var type: CostDimensionKind?
  public var volume: Decimal?
  public var customData: CustomData?

  public init(type: CostDimensionKind? = nil, volume: Decimal? = nil, customData: CustomData? = nil) {
    self.type = type
    self.volume = volume
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<CostDimension>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{6}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{4}\u{1C}\u{0}\u{6}\u{22}\u{0}\u{A}\u{3}\u{2}\u{1}\u{0}typevolumecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: type = reader.word()
      case 1: volume = reader.decimal()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, type)
    writer.member(Self.table, 1, volume)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of TransactionEvent. Only in 2.1.
public struct TotalCost: OCPPMessagePart {
  public var currency: Text?
  public var typeOfCost: TariffCostKind?
  public var fixed: Price?
  public var energy: Price?
  public var chargingTime: Price?
  public var idleTime: Price?
  public var reservationTime: Price?
  public var reservationFixed: Price?
  public var total: TotalPrice?
  public var customData: CustomData?

  public init(currency: Text? = nil, typeOfCost: TariffCostKind? = nil, fixed: Price? = nil, energy: Price? = nil, chargingTime: Price? = nil, idleTime: Price? = nil, reservationTime: Price? = nil, reservationFixed: Price? = nil, total: TotalPrice? = nil, customData: CustomData? = nil) {
    self.currency = currency
    self.typeOfCost = typeOfCost
    self.fixed = fixed
    self.energy = energy
    self.chargingTime = chargingTime
    self.idleTime = idleTime
    self.reservationTime = reservationTime
    self.reservationFixed = reservationFixed
    self.total = total
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TotalCost>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{A}\u{12}\u{0}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{39}\u{0}\u{8}\u{41}\u{0}\u{A}\u{4B}\u{0}\u{5}\u{50}\u{0}\u{6}\u{56}\u{0}\u{C}\u{62}\u{0}\u{8}\u{6A}\u{0}\u{F}\u{79}\u{0}\u{10}\u{9}\u{1}\u{5}\u{E}\u{1}\u{A}\u{0}\u{3}\u{0}\u{5}\u{1}\u{A}\u{0}\u{2}\u{8}\u{4}\u{9}\u{0}\u{0}\u{6}\u{7}\u{0}currencytypeOfCostfixedenergychargingTimeidleTimereservationTimereservationFixedtotalcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: currency = reader.text(3)
      case 1: typeOfCost = reader.word()
      case 2: reader.part(&fixed)
      case 3: reader.part(&energy)
      case 4: reader.part(&chargingTime)
      case 5: reader.part(&idleTime)
      case 6: reader.part(&reservationTime)
      case 7: reader.part(&reservationFixed)
      case 8: reader.part(&total)
      case 9: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, currency)
    writer.member(Self.table, 1, typeOfCost)
    writer.member(Self.table, 2, fixed)
    writer.member(Self.table, 3, energy)
    writer.member(Self.table, 4, chargingTime)
    writer.member(Self.table, 5, idleTime)
    writer.member(Self.table, 6, reservationTime)
    writer.member(Self.table, 7, reservationFixed)
    writer.member(Self.table, 8, total)
    writer.member(Self.table, 9, customData)
    writer.endObject()
  }
}

/// Part of TransactionEvent. Only in 2.1.
public struct TotalPrice: OCPPMessagePart {
  public var exclTax: Decimal?
  public var inclTax: Decimal?
  public var customData: CustomData?

  public init(exclTax: Decimal? = nil, inclTax: Decimal? = nil, customData: CustomData? = nil) {
    self.exclTax = exclTax
    self.inclTax = inclTax
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TotalPrice>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{7}\u{1F}\u{0}\u{7}\u{26}\u{0}\u{A}\u{1}\u{0}\u{3}\u{2}exclTaxinclTaxcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: exclTax = reader.decimal()
      case 1: inclTax = reader.decimal()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, exclTax)
    writer.member(Self.table, 1, inclTax)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of TransactionEvent. Only in 2.1.
public struct TotalUsage: OCPPMessagePart {
  public var energy: Decimal?
  public var chargingTime: Int?
  public var idleTime: Int?
  public var reservationTime: Int?
  public var customData: CustomData?

  public init(energy: Decimal? = nil, chargingTime: Int? = nil, idleTime: Int? = nil, reservationTime: Int? = nil, customData: CustomData? = nil) {
    self.energy = energy
    self.chargingTime = chargingTime
    self.idleTime = idleTime
    self.reservationTime = reservationTime
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TotalUsage>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{6}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{6}\u{28}\u{0}\u{C}\u{34}\u{0}\u{8}\u{3C}\u{0}\u{F}\u{4B}\u{0}\u{A}\u{4}\u{3}\u{0}\u{2}\u{5}\u{0}\u{1}\u{0}energychargingTimeidleTimereservationTimecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: energy = reader.decimal()
      case 1: chargingTime = reader.int()
      case 2: idleTime = reader.int()
      case 3: reservationTime = reader.int()
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, energy)
    writer.member(Self.table, 1, chargingTime)
    writer.member(Self.table, 2, idleTime)
    writer.member(Self.table, 3, reservationTime)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of TransactionEvent.
public struct Transaction: OCPPMessagePart {
  public var transactionId: Text
  public var chargingState: ChargingState?
  public var timeSpentCharging: Int?
  public var stoppedReason: Reason?
  public var remoteStartId: Int?
  /// Only in 2.1.
  public var operationMode: OperationMode?
  /// Only in 2.1.
  public var tariffId: Text?
  /// Only in 2.1.
  @Boxed public var transactionLimit: TransactionLimit?
  public var customData: CustomData?

  public init(transactionId: Text, chargingState: ChargingState? = nil, timeSpentCharging: Int? = nil, stoppedReason: Reason? = nil, remoteStartId: Int? = nil, operationMode: OperationMode? = nil, tariffId: Text? = nil, transactionLimit: TransactionLimit? = nil, customData: CustomData? = nil) {
    self.transactionId = transactionId
    self.chargingState = chargingState
    self.timeSpentCharging = timeSpentCharging
    self.stoppedReason = stoppedReason
    self.remoteStartId = remoteStartId
    self.operationMode = operationMode
    self.tariffId = tariffId
    self.transactionLimit = transactionLimit
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(transactionId: Text())
  }

  public static let blank = Blank<Transaction>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{9}\u{9}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{D}\u{43}\u{0}\u{D}\u{50}\u{0}\u{11}\u{61}\u{0}\u{D}\u{6E}\u{0}\u{D}\u{7B}\u{0}\u{A}\u{5}\u{1}\u{D}\u{12}\u{1}\u{8}\u{1A}\u{1}\u{10}\u{0}\u{0}\u{0}\u{1}\u{7}\u{4}\u{3}\u{0}\u{8}\u{9}\u{6}\u{2}\u{5}\u{0}\u{0}\u{0}transactionIdchargingStatetimeSpentChargingstoppedReasonremoteStartIdcustomDataoperationModetariffIdtransactionLimit\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{3}\u{6}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{D}\u{32}\u{0}\u{D}\u{3F}\u{0}\u{11}\u{50}\u{0}\u{D}\u{5D}\u{0}\u{D}\u{6A}\u{0}\u{A}\u{0}\u{2}\u{3}\u{0}\u{5}\u{1}\u{4}\u{6}transactionIdchargingStatetimeSpentChargingstoppedReasonremoteStartIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: transactionId = reader.text(36)
      case 1: chargingState = reader.word()
      case 2: timeSpentCharging = reader.int()
      case 3: stoppedReason = reader.word(olderCount: 19)
      case 4: remoteStartId = reader.int()
      case 5: customData = reader.customData()
      case 6: operationMode = reader.word()
      case 7: tariffId = reader.text(60)
      case 8: var part = TransactionLimit.makeBlank(); part.read(&reader); transactionLimit = part
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, transactionId)
    writer.member(Self.table, 1, chargingState)
    writer.member(Self.table, 2, timeSpentCharging)
    writer.member(Self.table, 3, stoppedReason)
    writer.member(Self.table, 4, remoteStartId)
    writer.member(Self.table, 5, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 6, operationMode)
      writer.member(Self.table, 7, tariffId)
      writer.member(Self.table, 8, transactionLimit)
    }
    writer.endObject()
  }
}

/// Part of TransactionEvent. Only in 2.1.
public struct TransactionLimit: OCPPMessagePart {
  public var maxCost: Decimal?
  public var maxEnergy: Decimal?
  public var maxTime: Int?
  public var maxSoC: Int?
  public var customData: CustomData?

  public init(maxCost: Decimal? = nil, maxEnergy: Decimal? = nil, maxTime: Int? = nil, maxSoC: Int? = nil, customData: CustomData? = nil) {
    self.maxCost = maxCost
    self.maxEnergy = maxEnergy
    self.maxTime = maxTime
    self.maxSoC = maxSoC
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TransactionLimit>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{7}\u{29}\u{0}\u{9}\u{32}\u{0}\u{7}\u{39}\u{0}\u{6}\u{3F}\u{0}\u{A}\u{2}\u{1}\u{0}\u{0}\u{0}\u{4}\u{3}\u{5}maxCostmaxEnergymaxTimemaxSoCcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: maxCost = reader.decimal()
      case 1: maxEnergy = reader.decimal()
      case 2: maxTime = reader.int()
      case 3: maxSoC = reader.int(0, 100)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, maxCost)
    writer.member(Self.table, 1, maxEnergy)
    writer.member(Self.table, 2, maxTime)
    writer.member(Self.table, 3, maxSoC)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}
