// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// Part of 61 messages.
public struct StatusInfo: OCPPMessagePart {
  public var reasonCode: Text
  public var additionalInfo: Text?
  public var customData: CustomData?

  public init(reasonCode: Text, additionalInfo: Text? = nil, customData: CustomData? = nil) {
    self.reasonCode = reasonCode
    self.additionalInfo = additionalInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(reasonCode: Text())
  }

  public static let blank = Blank<StatusInfo>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{A}\u{22}\u{0}\u{E}\u{30}\u{0}\u{A}\u{1}\u{2}\u{3}\u{0}reasonCodeadditionalInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reasonCode = reader.text(20)
      case 1: additionalInfo = reader.text(older: 512, 1024)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, reasonCode)
    writer.member(Self.table, 1, additionalInfo)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of 8 messages.
public struct IdToken: OCPPMessagePart {
  public var additionalInfo: [AdditionalInfo]?
  public var idToken: Text
  public var type: IdTokenKind
  public var customData: CustomData?

  public init(additionalInfo: [AdditionalInfo]? = nil, idToken: Text, type: IdTokenKind, customData: CustomData? = nil) {
    self.additionalInfo = additionalInfo
    self.idToken = idToken
    self.type = type
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(idToken: Text(), type: IdTokenKind(Text()))
  }

  public static let blank = Blank<IdToken>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{E}\u{29}\u{0}\u{7}\u{30}\u{0}\u{4}\u{34}\u{0}\u{A}\u{3}\u{1}\u{4}\u{2}additionalInfoidTokentypecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: additionalInfo = []; reader.objects(&additionalInfo!, 1, .max)
      case 1: idToken = reader.text(older: 36, 255)
      case 2: type = reader.openWord(20)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, additionalInfo)
    writer.member(Self.table, 1, idToken)
    writer.member(Self.table, 2, type)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of 8 messages.
public struct AdditionalInfo: OCPPMessagePart {
  public var additionalIdToken: Text
  public var type: Text
  public var customData: CustomData?

  public init(additionalIdToken: Text, type: Text, customData: CustomData? = nil) {
    self.additionalIdToken = additionalIdToken
    self.type = type
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(additionalIdToken: Text(), type: Text())
  }

  public static let blank = Blank<AdditionalInfo>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{11}\u{29}\u{0}\u{4}\u{2D}\u{0}\u{A}\u{1}\u{2}\u{0}\u{3}additionalIdTokentypecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: additionalIdToken = reader.text(older: 36, 255)
      case 1: type = reader.text(50)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, additionalIdToken)
    writer.member(Self.table, 1, type)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of Authorize, GetCertificateStatus.
public struct OCSPRequestData: OCPPMessagePart {
  public var hashAlgorithm: HashAlgorithm
  public var issuerNameHash: Text
  public var issuerKeyHash: Text
  public var serialNumber: Text
  public var responderURL: Text
  public var customData: CustomData?

  public init(hashAlgorithm: HashAlgorithm, issuerNameHash: Text, issuerKeyHash: Text, serialNumber: Text, responderURL: Text, customData: CustomData? = nil) {
    self.hashAlgorithm = hashAlgorithm
    self.issuerNameHash = issuerNameHash
    self.issuerKeyHash = issuerKeyHash
    self.serialNumber = serialNumber
    self.responderURL = responderURL
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(hashAlgorithm: .sha256, issuerNameHash: Text(), issuerKeyHash: Text(), serialNumber: Text(), responderURL: Text())
  }

  public static let blank = Blank<OCSPRequestData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{0}\u{0}\u{1F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{D}\u{32}\u{0}\u{E}\u{40}\u{0}\u{D}\u{4D}\u{0}\u{C}\u{59}\u{0}\u{C}\u{65}\u{0}\u{A}\u{1}\u{3}\u{4}\u{0}\u{5}\u{0}\u{2}\u{6}hashAlgorithmissuerNameHashissuerKeyHashserialNumberresponderURLcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: hashAlgorithm = reader.word()
      case 1: issuerNameHash = reader.text(128)
      case 2: issuerKeyHash = reader.text(128)
      case 3: serialNumber = reader.text(40)
      case 4: responderURL = reader.text(older: 512, 2000)
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, hashAlgorithm)
    writer.member(Self.table, 1, issuerNameHash)
    writer.member(Self.table, 2, issuerKeyHash)
    writer.member(Self.table, 3, serialNumber)
    writer.member(Self.table, 4, responderURL)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// Part of Authorize, SendLocalList, TransactionEvent.
public struct IdTokenInfo: OCPPMessagePart {
  public var status: AuthorizationStatus
  public var cacheExpiryDateTime: DateTime?
  public var chargingPriority: Int?
  public var groupIdToken: IdToken?
  public var language1: Text?
  public var language2: Text?
  public var evseId: [Int]?
  public var personalMessage: MessageContent?
  public var customData: CustomData?

  public init(status: AuthorizationStatus, cacheExpiryDateTime: DateTime? = nil, chargingPriority: Int? = nil, groupIdToken: IdToken? = nil, language1: Text? = nil, language2: Text? = nil, evseId: [Int]? = nil, personalMessage: MessageContent? = nil, customData: CustomData? = nil) {
    self.status = status
    self.cacheExpiryDateTime = cacheExpiryDateTime
    self.chargingPriority = chargingPriority
    self.groupIdToken = groupIdToken
    self.language1 = language1
    self.language2 = language2
    self.evseId = evseId
    self.personalMessage = personalMessage
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<IdTokenInfo>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{9}\u{3B}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{6}\u{3C}\u{0}\u{13}\u{4F}\u{0}\u{10}\u{5F}\u{0}\u{C}\u{6B}\u{0}\u{9}\u{74}\u{0}\u{9}\u{7D}\u{0}\u{6}\u{3}\u{1}\u{F}\u{12}\u{1}\u{A}\u{0}\u{0}\u{0}\u{0}\u{2}\u{7}\u{6}\u{5}\u{0}\u{8}\u{1}\u{3}\u{0}\u{0}\u{9}\u{4}statuscacheExpiryDateTimechargingPrioritygroupIdTokenlanguage1language2evseIdpersonalMessagecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: cacheExpiryDateTime = reader.dateTime()
      case 2: chargingPriority = reader.int()
      case 3: reader.part(&groupIdToken)
      case 4: language1 = reader.text(8)
      case 5: language2 = reader.text(8)
      case 6: evseId = reader.array(1, .max) { $0.intOnceUnbounded(0, Int(Int32.max)) }
      case 7: reader.part(&personalMessage)
      case 8: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, cacheExpiryDateTime)
    writer.member(Self.table, 2, chargingPriority)
    writer.member(Self.table, 3, groupIdToken)
    writer.member(Self.table, 4, language1)
    writer.member(Self.table, 5, language2)
    writer.member(Self.table, 6, evseId)
    writer.member(Self.table, 7, personalMessage)
    writer.member(Self.table, 8, customData)
    writer.endObject()
  }
}

/// Part of 7 messages.
public struct MessageContent: OCPPMessagePart {
  public var format: MessageFormat
  public var language: Text?
  public var content: Text
  public var customData: CustomData?

  public init(format: MessageFormat, language: Text? = nil, content: Text, customData: CustomData? = nil) {
    self.format = format
    self.language = language
    self.content = content
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(format: .ascii, content: Text())
  }

  public static let blank = Blank<MessageContent>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{0}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{8}\u{29}\u{0}\u{7}\u{30}\u{0}\u{A}\u{2}\u{3}\u{1}\u{4}formatlanguagecontentcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: format = reader.word(olderCount: 4)
      case 1: language = reader.text(8)
      case 2: content = reader.text(older: 512, 1024)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, format)
    writer.member(Self.table, 1, language)
    writer.member(Self.table, 2, content)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct Tariff: OCPPMessagePart {
  public var tariffId: Text?
  public var description: [MessageContent]?
  public var currency: Text?
  public var energy: TariffEnergy?
  public var validFrom: DateTime?
  public var chargingTime: TariffTime?
  public var idleTime: TariffTime?
  public var fixedFee: TariffFixed?
  public var reservationTime: TariffTime?
  public var reservationFixed: TariffFixed?
  public var minCost: Price?
  public var maxCost: Price?
  public var customData: CustomData?

  public init(tariffId: Text? = nil, description: [MessageContent]? = nil, currency: Text? = nil, energy: TariffEnergy? = nil, validFrom: DateTime? = nil, chargingTime: TariffTime? = nil, idleTime: TariffTime? = nil, fixedFee: TariffFixed? = nil, reservationTime: TariffTime? = nil, reservationFixed: TariffFixed? = nil, minCost: Price? = nil, maxCost: Price? = nil, customData: CustomData? = nil) {
    self.tariffId = tariffId
    self.description = description
    self.currency = currency
    self.energy = energy
    self.validFrom = validFrom
    self.chargingTime = chargingTime
    self.idleTime = idleTime
    self.fixedFee = fixedFee
    self.reservationTime = reservationTime
    self.reservationFixed = reservationFixed
    self.minCost = minCost
    self.maxCost = maxCost
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<Tariff>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{D}\u{22}\u{7}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{42}\u{0}\u{8}\u{4A}\u{0}\u{B}\u{55}\u{0}\u{8}\u{5D}\u{0}\u{6}\u{63}\u{0}\u{9}\u{6C}\u{0}\u{C}\u{78}\u{0}\u{8}\u{0}\u{1}\u{8}\u{8}\u{1}\u{F}\u{17}\u{1}\u{10}\u{27}\u{1}\u{7}\u{2E}\u{1}\u{7}\u{35}\u{1}\u{A}\u{8}\u{A}\u{C}\u{0}\u{7}\u{0}\u{0}\u{2}\u{9}\u{B}\u{4}\u{5}\u{6}\u{3}\u{1}\u{D}tariffIddescriptioncurrencyenergyvalidFromchargingTimeidleTimefixedFeereservationTimereservationFixedminCostmaxCostcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: tariffId = reader.text(60)
      case 1: description = []; reader.objects(&description!, 1, 10)
      case 2: currency = reader.text(3)
      case 3: reader.part(&energy)
      case 4: validFrom = reader.dateTime()
      case 5: reader.part(&chargingTime)
      case 6: reader.part(&idleTime)
      case 7: reader.part(&fixedFee)
      case 8: reader.part(&reservationTime)
      case 9: reader.part(&reservationFixed)
      case 10: reader.part(&minCost)
      case 11: reader.part(&maxCost)
      case 12: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, tariffId)
    writer.member(Self.table, 1, description)
    writer.member(Self.table, 2, currency)
    writer.member(Self.table, 3, energy)
    writer.member(Self.table, 4, validFrom)
    writer.member(Self.table, 5, chargingTime)
    writer.member(Self.table, 6, idleTime)
    writer.member(Self.table, 7, fixedFee)
    writer.member(Self.table, 8, reservationTime)
    writer.member(Self.table, 9, reservationFixed)
    writer.member(Self.table, 10, minCost)
    writer.member(Self.table, 11, maxCost)
    writer.member(Self.table, 12, customData)
    writer.endObject()
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct TariffEnergy: OCPPMessagePart {
  public var prices: [TariffEnergyPrice]?
  public var taxRates: [TaxRate]?
  public var customData: CustomData?

  public init(prices: [TariffEnergyPrice]? = nil, taxRates: [TaxRate]? = nil, customData: CustomData? = nil) {
    self.prices = prices
    self.taxRates = taxRates
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TariffEnergy>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{8}\u{26}\u{0}\u{A}\u{2}\u{0}\u{1}\u{3}pricestaxRatescustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: prices = []; reader.objects(&prices!, 1, .max)
      case 1: taxRates = []; reader.objects(&taxRates!, 1, 5)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, prices)
    writer.member(Self.table, 1, taxRates)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct TariffEnergyPrice: OCPPMessagePart {
  public var priceKwh: Decimal?
  @Boxed public var conditions: TariffConditions?
  public var customData: CustomData?

  public init(priceKwh: Decimal? = nil, conditions: TariffConditions? = nil, customData: CustomData? = nil) {
    self.priceKwh = priceKwh
    self.conditions = conditions
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TariffEnergyPrice>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{A}\u{2A}\u{0}\u{A}\u{1}\u{2}\u{0}\u{3}priceKwhconditionscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: priceKwh = reader.decimal()
      case 1: var part = TariffConditions.makeBlank(); part.read(&reader); conditions = part
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, priceKwh)
    writer.member(Self.table, 1, conditions)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct TariffConditions: OCPPMessagePart {
  public var startTimeOfDay: Text?
  public var endTimeOfDay: Text?
  public var dayOfWeek: [DayOfWeek]?
  public var validFromDate: Text?
  public var validToDate: Text?
  public var evseKind: EvseKind?
  public var minEnergy: Decimal?
  public var maxEnergy: Decimal?
  public var minCurrent: Decimal?
  public var maxCurrent: Decimal?
  public var minPower: Decimal?
  public var maxPower: Decimal?
  public var minTime: Int?
  public var maxTime: Int?
  public var minChargingTime: Int?
  public var maxChargingTime: Int?
  public var minIdleTime: Int?
  public var maxIdleTime: Int?
  public var customData: CustomData?

  public init(startTimeOfDay: Text? = nil, endTimeOfDay: Text? = nil, dayOfWeek: [DayOfWeek]? = nil, validFromDate: Text? = nil, validToDate: Text? = nil, evseKind: EvseKind? = nil, minEnergy: Decimal? = nil, maxEnergy: Decimal? = nil, minCurrent: Decimal? = nil, maxCurrent: Decimal? = nil, minPower: Decimal? = nil, maxPower: Decimal? = nil, minTime: Int? = nil, maxTime: Int? = nil, minChargingTime: Int? = nil, maxChargingTime: Int? = nil, minIdleTime: Int? = nil, maxIdleTime: Int? = nil, customData: CustomData? = nil) {
    self.startTimeOfDay = startTimeOfDay
    self.endTimeOfDay = endTimeOfDay
    self.dayOfWeek = dayOfWeek
    self.validFromDate = validFromDate
    self.validToDate = validToDate
    self.evseKind = evseKind
    self.minEnergy = minEnergy
    self.maxEnergy = maxEnergy
    self.minCurrent = minCurrent
    self.maxCurrent = maxCurrent
    self.minPower = minPower
    self.maxPower = maxPower
    self.minTime = minTime
    self.maxTime = maxTime
    self.minChargingTime = minChargingTime
    self.maxChargingTime = maxChargingTime
    self.minIdleTime = minIdleTime
    self.maxIdleTime = maxIdleTime
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TariffConditions>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{5}\u{13}\u{48}\u{14}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{64}\u{0}\u{E}\u{72}\u{0}\u{C}\u{7E}\u{0}\u{9}\u{7}\u{1}\u{D}\u{14}\u{1}\u{B}\u{1F}\u{1}\u{8}\u{27}\u{1}\u{9}\u{30}\u{1}\u{9}\u{39}\u{1}\u{A}\u{43}\u{1}\u{A}\u{4D}\u{1}\u{8}\u{55}\u{1}\u{8}\u{5D}\u{1}\u{7}\u{64}\u{1}\u{7}\u{6B}\u{1}\u{F}\u{7A}\u{1}\u{F}\u{9}\u{2}\u{B}\u{14}\u{2}\u{B}\u{1F}\u{2}\u{A}\u{0}\u{E}\u{0}\u{0}\u{6}\u{0}\u{7}\u{13}\u{9}\u{0}\u{A}\u{5}\u{1}\u{3}\u{0}\u{0}\u{8}\u{0}\u{0}\u{0}\u{0}\u{0}\u{11}\u{2}\u{D}\u{0}\u{F}\u{B}\u{12}\u{10}\u{4}\u{C}startTimeOfDayendTimeOfDaydayOfWeekvalidFromDatevalidToDateevseKindminEnergymaxEnergyminCurrentmaxCurrentminPowermaxPowerminTimemaxTimeminChargingTimemaxChargingTimeminIdleTimemaxIdleTimecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: startTimeOfDay = reader.text()
      case 1: endTimeOfDay = reader.text()
      case 2: dayOfWeek = reader.array(1, 7) { $0.word() }
      case 3: validFromDate = reader.text()
      case 4: validToDate = reader.text()
      case 5: evseKind = reader.word()
      case 6: minEnergy = reader.decimal()
      case 7: maxEnergy = reader.decimal()
      case 8: minCurrent = reader.decimal()
      case 9: maxCurrent = reader.decimal()
      case 10: minPower = reader.decimal()
      case 11: maxPower = reader.decimal()
      case 12: minTime = reader.int()
      case 13: maxTime = reader.int()
      case 14: minChargingTime = reader.int()
      case 15: maxChargingTime = reader.int()
      case 16: minIdleTime = reader.int()
      case 17: maxIdleTime = reader.int()
      case 18: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, startTimeOfDay)
    writer.member(Self.table, 1, endTimeOfDay)
    writer.member(Self.table, 2, dayOfWeek)
    writer.member(Self.table, 3, validFromDate)
    writer.member(Self.table, 4, validToDate)
    writer.member(Self.table, 5, evseKind)
    writer.member(Self.table, 6, minEnergy)
    writer.member(Self.table, 7, maxEnergy)
    writer.member(Self.table, 8, minCurrent)
    writer.member(Self.table, 9, maxCurrent)
    writer.member(Self.table, 10, minPower)
    writer.member(Self.table, 11, maxPower)
    writer.member(Self.table, 12, minTime)
    writer.member(Self.table, 13, maxTime)
    writer.member(Self.table, 14, minChargingTime)
    writer.member(Self.table, 15, maxChargingTime)
    writer.member(Self.table, 16, minIdleTime)
    writer.member(Self.table, 17, maxIdleTime)
    writer.member(Self.table, 18, customData)
    writer.endObject()
  }
}

/// Part of Authorize, TransactionEvent, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct TaxRate: OCPPMessagePart {
  public var type: Text?
  public var tax: Decimal?
  public var stack: Int?
  public var customData: CustomData?

  public init(type: Text? = nil, tax: Decimal? = nil, stack: Int? = nil, customData: CustomData? = nil) {
    self.type = type
    self.tax = tax
    self.stack = stack
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TaxRate>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{21}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{4}\u{1F}\u{0}\u{3}\u{22}\u{0}\u{5}\u{27}\u{0}\u{A}\u{4}\u{2}\u{3}\u{1}typetaxstackcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: type = reader.text(20)
      case 1: tax = reader.decimal()
      case 2: stack = reader.int(0, Int(Int32.max))
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, type)
    writer.member(Self.table, 1, tax)
    writer.member(Self.table, 2, stack)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct TariffTime: OCPPMessagePart {
  public var prices: [TariffTimePrice]?
  public var taxRates: [TaxRate]?
  public var customData: CustomData?

  public init(prices: [TariffTimePrice]? = nil, taxRates: [TaxRate]? = nil, customData: CustomData? = nil) {
    self.prices = prices
    self.taxRates = taxRates
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TariffTime>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{8}\u{26}\u{0}\u{A}\u{2}\u{0}\u{1}\u{3}pricestaxRatescustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: prices = []; reader.objects(&prices!, 1, .max)
      case 1: taxRates = []; reader.objects(&taxRates!, 1, 5)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, prices)
    writer.member(Self.table, 1, taxRates)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct TariffTimePrice: OCPPMessagePart {
  public var priceMinute: Decimal?
  @Boxed public var conditions: TariffConditions?
  public var customData: CustomData?

  public init(priceMinute: Decimal? = nil, conditions: TariffConditions? = nil, customData: CustomData? = nil) {
    self.priceMinute = priceMinute
    self.conditions = conditions
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TariffTimePrice>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{5}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{B}\u{23}\u{0}\u{A}\u{2D}\u{0}\u{A}\u{3}\u{1}\u{0}\u{2}priceMinuteconditionscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: priceMinute = reader.decimal()
      case 1: var part = TariffConditions.makeBlank(); part.read(&reader); conditions = part
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, priceMinute)
    writer.member(Self.table, 1, conditions)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct TariffFixed: OCPPMessagePart {
  public var prices: [TariffFixedPrice]?
  public var taxRates: [TaxRate]?
  public var customData: CustomData?

  public init(prices: [TariffFixedPrice]? = nil, taxRates: [TaxRate]? = nil, customData: CustomData? = nil) {
    self.prices = prices
    self.taxRates = taxRates
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TariffFixed>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{8}\u{26}\u{0}\u{A}\u{2}\u{0}\u{1}\u{3}pricestaxRatescustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: prices = []; reader.objects(&prices!, 1, .max)
      case 1: taxRates = []; reader.objects(&taxRates!, 1, 5)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, prices)
    writer.member(Self.table, 1, taxRates)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct TariffFixedPrice: OCPPMessagePart {
  @Boxed public var conditions: TariffConditionsFixed?
  public var priceFixed: Decimal?
  public var customData: CustomData?

  public init(conditions: TariffConditionsFixed? = nil, priceFixed: Decimal? = nil, customData: CustomData? = nil) {
    self.conditions = conditions
    self.priceFixed = priceFixed
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TariffFixedPrice>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{A}\u{22}\u{0}\u{A}\u{2C}\u{0}\u{A}\u{2}\u{1}\u{0}\u{3}conditionspriceFixedcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: var part = TariffConditionsFixed.makeBlank(); part.read(&reader); conditions = part
      case 1: priceFixed = reader.decimal()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, conditions)
    writer.member(Self.table, 1, priceFixed)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of Authorize, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct TariffConditionsFixed: OCPPMessagePart {
  public var startTimeOfDay: Text?
  public var endTimeOfDay: Text?
  public var dayOfWeek: [DayOfWeek]?
  public var validFromDate: Text?
  public var validToDate: Text?
  public var evseKind: EvseKind?
  public var paymentBrand: Text?
  public var paymentRecognition: Text?
  public var customData: CustomData?

  public init(startTimeOfDay: Text? = nil, endTimeOfDay: Text? = nil, dayOfWeek: [DayOfWeek]? = nil, validFromDate: Text? = nil, validToDate: Text? = nil, evseKind: EvseKind? = nil, paymentBrand: Text? = nil, paymentRecognition: Text? = nil, customData: CustomData? = nil) {
    self.startTimeOfDay = startTimeOfDay
    self.endTimeOfDay = endTimeOfDay
    self.dayOfWeek = dayOfWeek
    self.validFromDate = validFromDate
    self.validToDate = validToDate
    self.evseKind = evseKind
    self.paymentBrand = paymentBrand
    self.paymentRecognition = paymentRecognition
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TariffConditionsFixed>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{9}\u{E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{E}\u{44}\u{0}\u{C}\u{50}\u{0}\u{9}\u{59}\u{0}\u{D}\u{66}\u{0}\u{B}\u{71}\u{0}\u{8}\u{79}\u{0}\u{C}\u{5}\u{1}\u{12}\u{17}\u{1}\u{A}\u{6}\u{0}\u{4}\u{7}\u{0}\u{0}\u{1}\u{9}\u{3}\u{5}\u{0}\u{0}\u{2}\u{0}\u{0}\u{8}startTimeOfDayendTimeOfDaydayOfWeekvalidFromDatevalidToDateevseKindpaymentBrandpaymentRecognitioncustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: startTimeOfDay = reader.text()
      case 1: endTimeOfDay = reader.text()
      case 2: dayOfWeek = reader.array(1, 7) { $0.word() }
      case 3: validFromDate = reader.text()
      case 4: validToDate = reader.text()
      case 5: evseKind = reader.word()
      case 6: paymentBrand = reader.text(20)
      case 7: paymentRecognition = reader.text(20)
      case 8: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, startTimeOfDay)
    writer.member(Self.table, 1, endTimeOfDay)
    writer.member(Self.table, 2, dayOfWeek)
    writer.member(Self.table, 3, validFromDate)
    writer.member(Self.table, 4, validToDate)
    writer.member(Self.table, 5, evseKind)
    writer.member(Self.table, 6, paymentBrand)
    writer.member(Self.table, 7, paymentRecognition)
    writer.member(Self.table, 8, customData)
    writer.endObject()
  }
}

/// Part of Authorize, TransactionEvent, ChangeTransactionTariff, SetDefaultTariff. Only in 2.1.
public struct Price: OCPPMessagePart {
  public var exclTax: Decimal?
  public var inclTax: Decimal?
  public var taxRates: [TaxRate]?
  public var customData: CustomData?

  public init(exclTax: Decimal? = nil, inclTax: Decimal? = nil, taxRates: [TaxRate]? = nil, customData: CustomData? = nil) {
    self.exclTax = exclTax
    self.inclTax = inclTax
    self.taxRates = taxRates
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<Price>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{8}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{7}\u{22}\u{0}\u{7}\u{29}\u{0}\u{8}\u{31}\u{0}\u{A}\u{3}\u{2}\u{1}\u{4}exclTaxinclTaxtaxRatescustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: exclTax = reader.decimal()
      case 1: inclTax = reader.decimal()
      case 2: taxRates = []; reader.objects(&taxRates!, 1, 5)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, exclTax)
    writer.member(Self.table, 1, inclTax)
    writer.member(Self.table, 2, taxRates)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of 13 messages.
public struct EVSE: OCPPMessagePart {
  public var id: Int
  public var connectorId: Int?
  public var customData: CustomData?

  public init(id: Int, connectorId: Int? = nil, customData: CustomData? = nil) {
    self.id = id
    self.connectorId = connectorId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(id: 0)
  }

  public static let blank = Blank<EVSE>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{2}\u{1A}\u{0}\u{B}\u{25}\u{0}\u{A}\u{2}\u{0}\u{3}\u{1}idconnectorIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: connectorId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, connectorId)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of SignCertificate, DeleteCertificate, GetCertificateChainStatus, GetInstalledCertificateIds, CustomerInformation.
public struct CertificateHashData: OCPPMessagePart {
  public var hashAlgorithm: HashAlgorithm
  public var issuerNameHash: Text
  public var issuerKeyHash: Text
  public var serialNumber: Text
  public var customData: CustomData?

  public init(hashAlgorithm: HashAlgorithm, issuerNameHash: Text, issuerKeyHash: Text, serialNumber: Text, customData: CustomData? = nil) {
    self.hashAlgorithm = hashAlgorithm
    self.issuerNameHash = issuerNameHash
    self.issuerKeyHash = issuerKeyHash
    self.serialNumber = serialNumber
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(hashAlgorithm: .sha256, issuerNameHash: Text(), issuerKeyHash: Text(), serialNumber: Text())
  }

  public static let blank = Blank<CertificateHashData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{D}\u{2F}\u{0}\u{E}\u{3D}\u{0}\u{D}\u{4A}\u{0}\u{C}\u{56}\u{0}\u{A}\u{1}\u{3}\u{4}\u{0}\u{0}\u{0}\u{2}\u{5}hashAlgorithmissuerNameHashissuerKeyHashserialNumbercustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: hashAlgorithm = reader.word()
      case 1: issuerNameHash = reader.text(128)
      case 2: issuerKeyHash = reader.text(128)
      case 3: serialNumber = reader.text(40)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, hashAlgorithm)
    writer.member(Self.table, 1, issuerNameHash)
    writer.member(Self.table, 2, issuerKeyHash)
    writer.member(Self.table, 3, serialNumber)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, GetCompositeSchedule, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile.
public struct ChargingSchedulePeriod: OCPPMessagePart {
  public var startPeriod: Int
  /// Required in 2.0.1.
  public var limit: Decimal?
  /// Only in 2.1.
  public var limitL2: Decimal?
  /// Only in 2.1.
  public var limitL3: Decimal?
  public var numberPhases: Int?
  public var phaseToUse: Int?
  /// Only in 2.1.
  public var dischargeLimit: Decimal?
  /// Only in 2.1.
  public var dischargeLimitL2: Decimal?
  /// Only in 2.1.
  public var dischargeLimitL3: Decimal?
  /// Only in 2.1.
  public var setpoint: Decimal?
  /// Only in 2.1.
  public var setpointL2: Decimal?
  /// Only in 2.1.
  public var setpointL3: Decimal?
  /// Only in 2.1.
  public var setpointReactive: Decimal?
  /// Only in 2.1.
  public var setpointReactiveL2: Decimal?
  /// Only in 2.1.
  public var setpointReactiveL3: Decimal?
  /// Only in 2.1.
  public var preconditioningRequest: Bool?
  /// Only in 2.1.
  public var evseSleep: Bool?
  /// Only in 2.1.
  public var v2xBaseline: Decimal?
  /// Only in 2.1.
  public var operationMode: OperationMode?
  /// Only in 2.1.
  public var v2xFreqWattCurve: [V2XFreqWattPoint]?
  /// Only in 2.1.
  public var v2xSignalWattCurve: [V2XSignalWattPoint]?
  public var customData: CustomData?

  public init(startPeriod: Int, limit: Decimal? = nil, limitL2: Decimal? = nil, limitL3: Decimal? = nil, numberPhases: Int? = nil, phaseToUse: Int? = nil, dischargeLimit: Decimal? = nil, dischargeLimitL2: Decimal? = nil, dischargeLimitL3: Decimal? = nil, setpoint: Decimal? = nil, setpointL2: Decimal? = nil, setpointL3: Decimal? = nil, setpointReactive: Decimal? = nil, setpointReactiveL2: Decimal? = nil, setpointReactiveL3: Decimal? = nil, preconditioningRequest: Bool? = nil, evseSleep: Bool? = nil, v2xBaseline: Decimal? = nil, operationMode: OperationMode? = nil, v2xFreqWattCurve: [V2XFreqWattPoint]? = nil, v2xSignalWattCurve: [V2XSignalWattPoint]? = nil, customData: CustomData? = nil) {
    self.startPeriod = startPeriod
    self.limit = limit
    self.limitL2 = limitL2
    self.limitL3 = limitL3
    self.numberPhases = numberPhases
    self.phaseToUse = phaseToUse
    self.dischargeLimit = dischargeLimit
    self.dischargeLimitL2 = dischargeLimitL2
    self.dischargeLimitL3 = dischargeLimitL3
    self.setpoint = setpoint
    self.setpointL2 = setpointL2
    self.setpointL3 = setpointL3
    self.setpointReactive = setpointReactive
    self.setpointReactiveL2 = setpointReactiveL2
    self.setpointReactiveL3 = setpointReactiveL3
    self.preconditioningRequest = preconditioningRequest
    self.evseSleep = evseSleep
    self.v2xBaseline = v2xBaseline
    self.operationMode = operationMode
    self.v2xFreqWattCurve = v2xFreqWattCurve
    self.v2xSignalWattCurve = v2xSignalWattCurve
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(startPeriod: 0)
  }

  public static let blank = Blank<ChargingSchedulePeriod>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{6}\u{16}\u{E}\u{5}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{D}\u{1}\u{B}\u{18}\u{1}\u{5}\u{1D}\u{1}\u{C}\u{29}\u{1}\u{A}\u{33}\u{1}\u{A}\u{3D}\u{1}\u{8}\u{45}\u{1}\u{8}\u{4D}\u{1}\u{E}\u{5B}\u{1}\u{11}\u{6C}\u{1}\u{11}\u{7D}\u{1}\u{8}\u{5}\u{2}\u{B}\u{10}\u{2}\u{B}\u{1B}\u{2}\u{10}\u{2B}\u{2}\u{13}\u{3E}\u{2}\u{13}\u{51}\u{2}\u{16}\u{67}\u{2}\u{9}\u{70}\u{2}\u{B}\u{7B}\u{2}\u{D}\u{8}\u{3}\u{10}\u{18}\u{3}\u{12}\u{0}\u{0}\u{0}\u{D}\u{0}\u{C}\u{0}\u{3}\u{0}\u{0}\u{13}\u{7}\u{6}\u{0}\u{0}\u{B}\u{0}\u{12}\u{0}\u{16}\u{0}\u{E}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{15}\u{0}\u{0}\u{0}\u{0}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{5}\u{8}\u{0}\u{14}\u{1}\u{0}\u{11}\u{2}\u{0}\u{0}\u{0}\u{0}\u{9}\u{F}\u{10}\u{A}\u{0}\u{0}\u{0}\u{0}startPeriodlimitnumberPhasesphaseToUsecustomDatalimit_L2limit_L3dischargeLimitdischargeLimit_L2dischargeLimit_L3setpointsetpoint_L2setpoint_L3setpointReactivesetpointReactive_L2setpointReactive_L3preconditioningRequestevseSleepv2xBaselineoperationModev2xFreqWattCurvev2xSignalWattCurve\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{3}\u{5}\u{2}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{5}\u{32}\u{0}\u{C}\u{3E}\u{0}\u{A}\u{48}\u{0}\u{A}\u{1}\u{0}\u{3}\u{0}\u{4}\u{0}\u{5}\u{2}startPeriodlimitnumberPhasesphaseToUsecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: startPeriod = reader.int()
      case 1: limit = reader.decimal()
      case 2: numberPhases = reader.intOnceUnbounded(0, 3)
      case 3: phaseToUse = reader.intOnceUnbounded(0, 3)
      case 4: customData = reader.customData()
      case 5: limitL2 = reader.decimal()
      case 6: limitL3 = reader.decimal()
      case 7: dischargeLimit = reader.decimal(Int(Int32.min), 0)
      case 8: dischargeLimitL2 = reader.decimal(Int(Int32.min), 0)
      case 9: dischargeLimitL3 = reader.decimal(Int(Int32.min), 0)
      case 10: setpoint = reader.decimal()
      case 11: setpointL2 = reader.decimal()
      case 12: setpointL3 = reader.decimal()
      case 13: setpointReactive = reader.decimal()
      case 14: setpointReactiveL2 = reader.decimal()
      case 15: setpointReactiveL3 = reader.decimal()
      case 16: preconditioningRequest = reader.bool()
      case 17: evseSleep = reader.bool()
      case 18: v2xBaseline = reader.decimal()
      case 19: operationMode = reader.word()
      case 20: v2xFreqWattCurve = []; reader.objects(&v2xFreqWattCurve!, 1, 20)
      case 21: v2xSignalWattCurve = []; reader.objects(&v2xSignalWattCurve!, 1, 20)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, startPeriod)
    writer.member(Self.table, 1, limit)
    writer.member(Self.table, 2, numberPhases)
    writer.member(Self.table, 3, phaseToUse)
    writer.member(Self.table, 4, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 5, limitL2)
      writer.member(Self.table, 6, limitL3)
      writer.member(Self.table, 7, dischargeLimit)
      writer.member(Self.table, 8, dischargeLimitL2)
      writer.member(Self.table, 9, dischargeLimitL3)
      writer.member(Self.table, 10, setpoint)
      writer.member(Self.table, 11, setpointL2)
      writer.member(Self.table, 12, setpointL3)
      writer.member(Self.table, 13, setpointReactive)
      writer.member(Self.table, 14, setpointReactiveL2)
      writer.member(Self.table, 15, setpointReactiveL3)
      writer.member(Self.table, 16, preconditioningRequest)
      writer.member(Self.table, 17, evseSleep)
      writer.member(Self.table, 18, v2xBaseline)
      writer.member(Self.table, 19, operationMode)
      writer.member(Self.table, 20, v2xFreqWattCurve)
      writer.member(Self.table, 21, v2xSignalWattCurve)
    }
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, GetCompositeSchedule, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct V2XFreqWattPoint: OCPPMessagePart {
  public var frequency: Decimal?
  public var power: Decimal?
  public var customData: CustomData?

  public init(frequency: Decimal? = nil, power: Decimal? = nil, customData: CustomData? = nil) {
    self.frequency = frequency
    self.power = power
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<V2XFreqWattPoint>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{9}\u{21}\u{0}\u{5}\u{26}\u{0}\u{A}\u{1}\u{0}\u{2}\u{3}frequencypowercustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: frequency = reader.decimal()
      case 1: power = reader.decimal()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, frequency)
    writer.member(Self.table, 1, power)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, GetCompositeSchedule, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct V2XSignalWattPoint: OCPPMessagePart {
  public var signal: Int?
  public var power: Decimal?
  public var customData: CustomData?

  public init(signal: Int? = nil, power: Decimal? = nil, customData: CustomData? = nil) {
    self.signal = signal
    self.power = power
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<V2XSignalWattPoint>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{4}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{5}\u{23}\u{0}\u{A}\u{1}\u{3}\u{2}\u{0}signalpowercustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: signal = reader.int()
      case 1: power = reader.decimal()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, signal)
    writer.member(Self.table, 1, power)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of GetReport, GetMonitoringReport.
public struct ComponentVariable: OCPPMessagePart {
  public var component: Component
  public var variable: Variable?
  public var customData: CustomData?

  public init(component: Component, variable: Variable? = nil, customData: CustomData? = nil) {
    self.component = component
    self.variable = variable
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(component: Component(blank: ()))
  }

  public static let blank = Blank<ComponentVariable>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{9}\u{21}\u{0}\u{8}\u{29}\u{0}\u{A}\u{0}\u{1}\u{2}\u{3}componentvariablecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: component.read(&reader)
      case 1: reader.part(&variable)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, component)
    writer.member(Self.table, 1, variable)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of 10 messages.
public struct Component: OCPPMessagePart {
  public var evse: EVSE?
  public var name: Text
  public var instance: Text?
  public var customData: CustomData?

  public init(evse: EVSE? = nil, name: Text, instance: Text? = nil, customData: CustomData? = nil) {
    self.evse = evse
    self.name = name
    self.instance = instance
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(name: Text())
  }

  public static let blank = Blank<Component>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{B}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{4}\u{1F}\u{0}\u{4}\u{23}\u{0}\u{8}\u{2B}\u{0}\u{A}\u{2}\u{4}\u{1}\u{3}evsenameinstancecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&evse)
      case 1: name = reader.text(50)
      case 2: instance = reader.text(50)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evse)
    writer.member(Self.table, 1, name)
    writer.member(Self.table, 2, instance)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of 8 messages.
public struct Variable: OCPPMessagePart {
  public var name: Text
  public var instance: Text?
  public var customData: CustomData?

  public init(name: Text, instance: Text? = nil, customData: CustomData? = nil) {
    self.name = name
    self.instance = instance
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(name: Text())
  }

  public static let blank = Blank<Variable>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{4}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{4}\u{1C}\u{0}\u{8}\u{24}\u{0}\u{A}\u{0}\u{3}\u{2}\u{1}nameinstancecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: name = reader.text(50)
      case 1: instance = reader.text(50)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, name)
    writer.member(Self.table, 1, instance)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of TransactionEvent, MeterValues.
public struct MeterValue: OCPPMessagePart {
  public var sampledValue: [SampledValue]
  public var timestamp: DateTime
  public var customData: CustomData?

  public init(sampledValue: [SampledValue], timestamp: DateTime, customData: CustomData? = nil) {
    self.sampledValue = sampledValue
    self.timestamp = timestamp
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(sampledValue: [], timestamp: DateTime(milliseconds: 0))
  }

  public static let blank = Blank<MeterValue>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{D}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{C}\u{24}\u{0}\u{9}\u{2D}\u{0}\u{A}\u{3}\u{1}\u{2}\u{0}sampledValuetimestampcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.objects(&sampledValue, 1, .max)
      case 1: timestamp = reader.dateTime()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, sampledValue)
    writer.member(Self.table, 1, timestamp)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of TransactionEvent, MeterValues.
public struct SampledValue: OCPPMessagePart {
  public var value: Decimal
  /// `Energy.Active.Import.Register` when absent.
  public var measurand: Measurand?
  /// `Sample.Periodic` when absent.
  public var context: ReadingContext?
  public var phase: Phase?
  /// `Outlet` when absent.
  public var location: Location?
  @Boxed public var signedMeterValue: SignedMeterValue?
  public var unitOfMeasure: UnitOfMeasure?
  public var customData: CustomData?

  public init(value: Decimal, measurand: Measurand? = nil, context: ReadingContext? = nil, phase: Phase? = nil, location: Location? = nil, signedMeterValue: SignedMeterValue? = nil, unitOfMeasure: UnitOfMeasure? = nil, customData: CustomData? = nil) {
    self.value = value
    self.measurand = measurand
    self.context = context
    self.phase = phase
    self.location = location
    self.signedMeterValue = signedMeterValue
    self.unitOfMeasure = unitOfMeasure
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(value: Decimal(0))
  }

  public static let blank = Blank<SampledValue>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{8}\u{1B}\u{3}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{5}\u{30}\u{0}\u{9}\u{39}\u{0}\u{7}\u{40}\u{0}\u{5}\u{45}\u{0}\u{8}\u{4D}\u{0}\u{10}\u{5D}\u{0}\u{D}\u{6A}\u{0}\u{A}\u{7}\u{2}\u{1}\u{5}\u{3}\u{4}\u{8}\u{6}valuemeasurandcontextphaselocationsignedMeterValueunitOfMeasurecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: value = reader.decimal()
      case 1: measurand = reader.word(olderCount: 25)
      case 2: context = reader.word()
      case 3: phase = reader.word()
      case 4: location = reader.word(olderCount: 5)
      case 5: var part = SignedMeterValue.makeBlank(); part.read(&reader); signedMeterValue = part
      case 6: reader.part(&unitOfMeasure)
      case 7: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, value)
    writer.member(Self.table, 1, measurand)
    writer.member(Self.table, 2, context)
    writer.member(Self.table, 3, phase)
    writer.member(Self.table, 4, location)
    writer.member(Self.table, 5, signedMeterValue)
    writer.member(Self.table, 6, unitOfMeasure)
    writer.member(Self.table, 7, customData)
    writer.endObject()
  }
}

/// Part of TransactionEvent, MeterValues.
public struct SignedMeterValue: OCPPMessagePart {
  public var signedMeterData: Text
  /// Required in 2.0.1.
  public var signingMethod: Text?
  public var encodingMethod: Text
  /// Required in 2.0.1.
  public var publicKey: Text?
  public var customData: CustomData?

  public init(signedMeterData: Text, signingMethod: Text? = nil, encodingMethod: Text, publicKey: Text? = nil, customData: CustomData? = nil) {
    self.signedMeterData = signedMeterData
    self.signingMethod = signingMethod
    self.encodingMethod = encodingMethod
    self.publicKey = publicKey
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(signedMeterData: Text(), encodingMethod: Text())
  }

  public static let blank = Blank<SignedMeterValue>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{3}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{F}\u{31}\u{0}\u{D}\u{3E}\u{0}\u{E}\u{4C}\u{0}\u{9}\u{55}\u{0}\u{A}\u{0}\u{3}\u{2}\u{0}\u{0}\u{4}\u{5}\u{1}signedMeterDatasigningMethodencodingMethodpublicKeycustomData\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{3}\u{5}\u{3}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{F}\u{31}\u{0}\u{D}\u{3E}\u{0}\u{E}\u{4C}\u{0}\u{9}\u{55}\u{0}\u{A}\u{0}\u{3}\u{2}\u{0}\u{0}\u{4}\u{5}\u{1}signedMeterDatasigningMethodencodingMethodpublicKeycustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: signedMeterData = reader.text(older: 2500, 32768)
      case 1: signingMethod = reader.text(50)
      case 2: encodingMethod = reader.text(50)
      case 3: publicKey = reader.text(2500)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, signedMeterData)
    writer.member(Self.table, 1, signingMethod)
    writer.member(Self.table, 2, encodingMethod)
    writer.member(Self.table, 3, publicKey)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of TransactionEvent, MeterValues.
public struct UnitOfMeasure: OCPPMessagePart {
  /// `Wh` when absent.
  public var unit: Text?
  /// `0` when absent.
  public var multiplier: Int?
  public var customData: CustomData?

  public init(unit: Text? = nil, multiplier: Int? = nil, customData: CustomData? = nil) {
    self.unit = unit
    self.multiplier = multiplier
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<UnitOfMeasure>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{4}\u{1C}\u{0}\u{A}\u{26}\u{0}\u{A}\u{0}\u{3}\u{1}\u{2}unitmultipliercustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: unit = reader.text(20)
      case 1: multiplier = reader.int()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, unit)
    writer.member(Self.table, 1, multiplier)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile.
public struct ChargingSchedule: OCPPMessagePart {
  public var id: Int
  /// Only in 2.1.
  public var limitAtSoC: LimitAtSoC?
  public var startSchedule: DateTime?
  public var duration: Int?
  public var chargingRateUnit: ChargingRateUnit
  public var minChargingRate: Decimal?
  /// Only in 2.1.
  public var powerTolerance: Decimal?
  /// Only in 2.1.
  public var signatureId: Int?
  /// Only in 2.1.
  public var digestValue: Text?
  /// Only in 2.1.
  public var useLocalTime: Bool?
  public var chargingSchedulePeriod: [ChargingSchedulePeriod]
  /// Only in 2.1.
  public var randomizedDelay: Int?
  public var salesTariff: SalesTariff?
  /// Only in 2.1.
  @Boxed public var absolutePriceSchedule: AbsolutePriceSchedule?
  /// Only in 2.1.
  @Boxed public var priceLevelSchedule: PriceLevelSchedule?
  public var customData: CustomData?

  public init(id: Int, limitAtSoC: LimitAtSoC? = nil, startSchedule: DateTime? = nil, duration: Int? = nil, chargingRateUnit: ChargingRateUnit, minChargingRate: Decimal? = nil, powerTolerance: Decimal? = nil, signatureId: Int? = nil, digestValue: Text? = nil, useLocalTime: Bool? = nil, chargingSchedulePeriod: [ChargingSchedulePeriod], randomizedDelay: Int? = nil, salesTariff: SalesTariff? = nil, absolutePriceSchedule: AbsolutePriceSchedule? = nil, priceLevelSchedule: PriceLevelSchedule? = nil, customData: CustomData? = nil) {
    self.id = id
    self.limitAtSoC = limitAtSoC
    self.startSchedule = startSchedule
    self.duration = duration
    self.chargingRateUnit = chargingRateUnit
    self.minChargingRate = minChargingRate
    self.powerTolerance = powerTolerance
    self.signatureId = signatureId
    self.digestValue = digestValue
    self.useLocalTime = useLocalTime
    self.chargingSchedulePeriod = chargingSchedulePeriod
    self.randomizedDelay = randomizedDelay
    self.salesTariff = salesTariff
    self.absolutePriceSchedule = absolutePriceSchedule
    self.priceLevelSchedule = priceLevelSchedule
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(id: 0, chargingRateUnit: .w, chargingSchedulePeriod: [])
  }

  public static let blank = Blank<ChargingSchedule>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{5}\u{10}\u{E}\u{1}\u{29}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{5B}\u{0}\u{2}\u{5D}\u{0}\u{D}\u{6A}\u{0}\u{8}\u{72}\u{0}\u{10}\u{2}\u{1}\u{F}\u{11}\u{1}\u{16}\u{27}\u{1}\u{B}\u{32}\u{1}\u{A}\u{3C}\u{1}\u{A}\u{46}\u{1}\u{E}\u{54}\u{1}\u{B}\u{5F}\u{1}\u{B}\u{6A}\u{1}\u{C}\u{76}\u{1}\u{F}\u{5}\u{2}\u{15}\u{1A}\u{2}\u{12}\u{0}\u{0}\u{0}\u{2}\u{0}\u{9}\u{0}\u{10}\u{0}\u{F}\u{4}\u{D}\u{E}\u{0}\u{0}\u{8}\u{1}\u{5}\u{0}\u{B}\u{3}\u{0}\u{0}\u{7}\u{0}\u{A}\u{0}\u{0}\u{0}\u{C}\u{6}\u{0}idstartScheduledurationchargingRateUnitminChargingRatechargingSchedulePeriodsalesTariffcustomDatalimitAtSoCpowerTolerancesignatureIddigestValueuseLocalTimerandomizedDelayabsolutePriceSchedulepriceLevelSchedule\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{3}\u{8}\u{79}\u{5}\u{29}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{2}\u{2D}\u{0}\u{D}\u{3A}\u{0}\u{8}\u{42}\u{0}\u{10}\u{52}\u{0}\u{F}\u{61}\u{0}\u{16}\u{77}\u{0}\u{B}\u{2}\u{1}\u{A}\u{4}\u{2}\u{5}\u{6}\u{3}\u{7}\u{1}\u{8}idstartScheduledurationchargingRateUnitminChargingRatechargingSchedulePeriodsalesTariffcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: id = reader.int()
      case 1: startSchedule = reader.dateTime()
      case 2: duration = reader.int()
      case 3: chargingRateUnit = reader.word()
      case 4: minChargingRate = reader.decimal()
      case 5: reader.objects(&chargingSchedulePeriod, 1, 1024)
      case 6: reader.part(&salesTariff)
      case 7: customData = reader.customData()
      case 8: reader.part(&limitAtSoC)
      case 9: powerTolerance = reader.decimal()
      case 10: signatureId = reader.int(0, Int(Int32.max))
      case 11: digestValue = reader.text(88)
      case 12: useLocalTime = reader.bool()
      case 13: randomizedDelay = reader.int(0, Int(Int32.max))
      case 14: var part = AbsolutePriceSchedule.makeBlank(); part.read(&reader); absolutePriceSchedule = part
      case 15: var part = PriceLevelSchedule.makeBlank(); part.read(&reader); priceLevelSchedule = part
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, startSchedule)
    writer.member(Self.table, 2, duration)
    writer.member(Self.table, 3, chargingRateUnit)
    writer.member(Self.table, 4, minChargingRate)
    writer.member(Self.table, 5, chargingSchedulePeriod)
    writer.member(Self.table, 6, salesTariff)
    writer.member(Self.table, 7, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 8, limitAtSoC)
      writer.member(Self.table, 9, powerTolerance)
      writer.member(Self.table, 10, signatureId)
      writer.member(Self.table, 11, digestValue)
      writer.member(Self.table, 12, useLocalTime)
      writer.member(Self.table, 13, randomizedDelay)
      writer.member(Self.table, 14, absolutePriceSchedule)
      writer.member(Self.table, 15, priceLevelSchedule)
    }
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct LimitAtSoC: OCPPMessagePart {
  public var soc: Int?
  public var limit: Decimal?
  public var customData: CustomData?

  public init(soc: Int? = nil, limit: Decimal? = nil, customData: CustomData? = nil) {
    self.soc = soc
    self.limit = limit
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<LimitAtSoC>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{3}\u{1B}\u{0}\u{5}\u{20}\u{0}\u{A}\u{2}\u{0}\u{1}\u{3}soclimitcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: soc = reader.int(0, 100)
      case 1: limit = reader.decimal()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, soc)
    writer.member(Self.table, 1, limit)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile.
public struct SalesTariff: OCPPMessagePart {
  public var id: Int
  public var salesTariffDescription: Text?
  public var numEPriceLevels: Int?
  public var salesTariffEntry: [SalesTariffEntry]
  public var customData: CustomData?

  public init(id: Int, salesTariffDescription: Text? = nil, numEPriceLevels: Int? = nil, salesTariffEntry: [SalesTariffEntry], customData: CustomData? = nil) {
    self.id = id
    self.salesTariffDescription = salesTariffDescription
    self.numEPriceLevels = numEPriceLevels
    self.salesTariffEntry = salesTariffEntry
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(id: 0, salesTariffEntry: [])
  }

  public static let blank = Blank<SalesTariff>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{1}\u{0}\u{9}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{2}\u{24}\u{0}\u{16}\u{3A}\u{0}\u{F}\u{49}\u{0}\u{10}\u{59}\u{0}\u{A}\u{0}\u{4}\u{2}\u{1}\u{3}\u{0}\u{0}\u{5}idsalesTariffDescriptionnumEPriceLevelssalesTariffEntrycustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: salesTariffDescription = reader.text(32)
      case 2: numEPriceLevels = reader.intOnceUnbounded(0, Int(Int32.max))
      case 3: reader.objects(&salesTariffEntry, 1, 1024)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, salesTariffDescription)
    writer.member(Self.table, 2, numEPriceLevels)
    writer.member(Self.table, 3, salesTariffEntry)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile.
public struct SalesTariffEntry: OCPPMessagePart {
  public var relativeTimeInterval: RelativeTimeInterval
  public var ePriceLevel: Int?
  public var consumptionCost: [ConsumptionCost]?
  public var customData: CustomData?

  public init(relativeTimeInterval: RelativeTimeInterval, ePriceLevel: Int? = nil, consumptionCost: [ConsumptionCost]? = nil, customData: CustomData? = nil) {
    self.relativeTimeInterval = relativeTimeInterval
    self.ePriceLevel = ePriceLevel
    self.consumptionCost = consumptionCost
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(relativeTimeInterval: RelativeTimeInterval(blank: ()))
  }

  public static let blank = Blank<SalesTariffEntry>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{3D}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{14}\u{2F}\u{0}\u{B}\u{3A}\u{0}\u{F}\u{49}\u{0}\u{A}\u{1}\u{4}\u{3}\u{2}relativeTimeIntervalePriceLevelconsumptionCostcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: relativeTimeInterval.read(&reader)
      case 1: ePriceLevel = reader.int(0, Int(Int32.max))
      case 2: consumptionCost = []; reader.objects(&consumptionCost!, 1, 3)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, relativeTimeInterval)
    writer.member(Self.table, 1, ePriceLevel)
    writer.member(Self.table, 2, consumptionCost)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile.
public struct RelativeTimeInterval: OCPPMessagePart {
  public var start: Int
  public var duration: Int?
  public var customData: CustomData?

  public init(start: Int, duration: Int? = nil, customData: CustomData? = nil) {
    self.start = start
    self.duration = duration
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(start: 0)
  }

  public static let blank = Blank<RelativeTimeInterval>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{5}\u{1D}\u{0}\u{8}\u{25}\u{0}\u{A}\u{0}\u{1}\u{3}\u{2}startdurationcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: start = reader.int()
      case 1: duration = reader.int()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, start)
    writer.member(Self.table, 1, duration)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile.
public struct ConsumptionCost: OCPPMessagePart {
  public var startValue: Decimal
  public var cost: [Cost]
  public var customData: CustomData?

  public init(startValue: Decimal, cost: [Cost], customData: CustomData? = nil) {
    self.startValue = startValue
    self.cost = cost
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(startValue: Decimal(0), cost: [])
  }

  public static let blank = Blank<ConsumptionCost>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{A}\u{22}\u{0}\u{4}\u{26}\u{0}\u{A}\u{2}\u{0}\u{1}\u{3}startValuecostcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: startValue = reader.decimal()
      case 1: reader.objects(&cost, 1, 3)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, startValue)
    writer.member(Self.table, 1, cost)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile.
public struct Cost: OCPPMessagePart {
  public var costKind: CostKind
  public var amount: Int
  public var amountMultiplier: Int?
  public var customData: CustomData?

  public init(costKind: CostKind, amount: Int, amountMultiplier: Int? = nil, customData: CustomData? = nil) {
    self.costKind = costKind
    self.amount = amount
    self.amountMultiplier = amountMultiplier
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(costKind: .carbonDioxideEmission, amount: 0)
  }

  public static let blank = Blank<Cost>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{6}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{6}\u{29}\u{0}\u{10}\u{39}\u{0}\u{A}\u{4}\u{1}\u{3}\u{2}costKindamountamountMultipliercustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: costKind = reader.word()
      case 1: amount = reader.int()
      case 2: amountMultiplier = reader.int()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, costKind)
    writer.member(Self.table, 1, amount)
    writer.member(Self.table, 2, amountMultiplier)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct AbsolutePriceSchedule: OCPPMessagePart {
  public var timeAnchor: DateTime?
  public var priceScheduleID: Int?
  public var priceScheduleDescription: Text?
  public var currency: Text?
  public var language: Text?
  public var priceAlgorithm: Text?
  public var minimumCost: RationalNumber?
  public var maximumCost: RationalNumber?
  public var priceRuleStacks: [PriceRuleStack]?
  public var taxRules: [TaxRule]?
  @Boxed public var overstayRuleList: OverstayRuleList?
  public var additionalSelectedServices: [AdditionalSelectedServices]?
  public var customData: CustomData?

  public init(timeAnchor: DateTime? = nil, priceScheduleID: Int? = nil, priceScheduleDescription: Text? = nil, currency: Text? = nil, language: Text? = nil, priceAlgorithm: Text? = nil, minimumCost: RationalNumber? = nil, maximumCost: RationalNumber? = nil, priceRuleStacks: [PriceRuleStack]? = nil, taxRules: [TaxRule]? = nil, overstayRuleList: OverstayRuleList? = nil, additionalSelectedServices: [AdditionalSelectedServices]? = nil, customData: CustomData? = nil) {
    self.timeAnchor = timeAnchor
    self.priceScheduleID = priceScheduleID
    self.priceScheduleDescription = priceScheduleDescription
    self.currency = currency
    self.language = language
    self.priceAlgorithm = priceAlgorithm
    self.minimumCost = minimumCost
    self.maximumCost = maximumCost
    self.priceRuleStacks = priceRuleStacks
    self.taxRules = taxRules
    self.overstayRuleList = overstayRuleList
    self.additionalSelectedServices = additionalSelectedServices
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<AbsolutePriceSchedule>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{D}\u{74}\u{11}\u{3B}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{42}\u{0}\u{A}\u{4C}\u{0}\u{F}\u{5B}\u{0}\u{18}\u{73}\u{0}\u{8}\u{7B}\u{0}\u{8}\u{3}\u{1}\u{E}\u{11}\u{1}\u{B}\u{1C}\u{1}\u{B}\u{27}\u{1}\u{F}\u{36}\u{1}\u{8}\u{3E}\u{1}\u{10}\u{4E}\u{1}\u{1A}\u{68}\u{1}\u{A}\u{6}\u{0}\u{B}\u{1}\u{5}\u{9}\u{0}\u{3}\u{0}\u{D}\u{2}\u{C}\u{4}\u{A}\u{8}\u{7}timeAnchorpriceScheduleIDpriceScheduleDescriptioncurrencylanguagepriceAlgorithmminimumCostmaximumCostpriceRuleStackstaxRulesoverstayRuleListadditionalSelectedServicescustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: timeAnchor = reader.dateTime()
      case 1: priceScheduleID = reader.int(0, Int(Int32.max))
      case 2: priceScheduleDescription = reader.text(160)
      case 3: currency = reader.text(3)
      case 4: language = reader.text(8)
      case 5: priceAlgorithm = reader.text(2000)
      case 6: reader.part(&minimumCost)
      case 7: reader.part(&maximumCost)
      case 8: priceRuleStacks = []; reader.objects(&priceRuleStacks!, 1, 1024)
      case 9: taxRules = []; reader.objects(&taxRules!, 1, 10)
      case 10: var part = OverstayRuleList.makeBlank(); part.read(&reader); overstayRuleList = part
      case 11: additionalSelectedServices = []; reader.objects(&additionalSelectedServices!, 1, 5)
      case 12: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, timeAnchor)
    writer.member(Self.table, 1, priceScheduleID)
    writer.member(Self.table, 2, priceScheduleDescription)
    writer.member(Self.table, 3, currency)
    writer.member(Self.table, 4, language)
    writer.member(Self.table, 5, priceAlgorithm)
    writer.member(Self.table, 6, minimumCost)
    writer.member(Self.table, 7, maximumCost)
    writer.member(Self.table, 8, priceRuleStacks)
    writer.member(Self.table, 9, taxRules)
    writer.member(Self.table, 10, overstayRuleList)
    writer.member(Self.table, 11, additionalSelectedServices)
    writer.member(Self.table, 12, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct RationalNumber: OCPPMessagePart {
  public var exponent: Int?
  public var value: Int?
  public var customData: CustomData?

  public init(exponent: Int? = nil, value: Int? = nil, customData: CustomData? = nil) {
    self.exponent = exponent
    self.value = value
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<RationalNumber>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{5}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{5}\u{25}\u{0}\u{A}\u{3}\u{1}\u{0}\u{2}exponentvaluecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: exponent = reader.int()
      case 1: value = reader.int()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, exponent)
    writer.member(Self.table, 1, value)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct PriceRuleStack: OCPPMessagePart {
  public var duration: Int?
  public var priceRule: [PriceRule]?
  public var customData: CustomData?

  public init(duration: Int? = nil, priceRule: [PriceRule]? = nil, customData: CustomData? = nil) {
    self.duration = duration
    self.priceRule = priceRule
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<PriceRuleStack>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{9}\u{29}\u{0}\u{A}\u{0}\u{1}\u{2}\u{3}durationpriceRulecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: duration = reader.int()
      case 1: priceRule = []; reader.objects(&priceRule!, 1, 8)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, duration)
    writer.member(Self.table, 1, priceRule)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct PriceRule: OCPPMessagePart {
  public var parkingFeePeriod: Int?
  public var carbonDioxideEmission: Int?
  public var renewableGenerationPercentage: Int?
  public var energyFee: RationalNumber?
  public var parkingFee: RationalNumber?
  public var powerRangeStart: RationalNumber?
  public var customData: CustomData?

  public init(parkingFeePeriod: Int? = nil, carbonDioxideEmission: Int? = nil, renewableGenerationPercentage: Int? = nil, energyFee: RationalNumber? = nil, parkingFee: RationalNumber? = nil, powerRangeStart: RationalNumber? = nil, customData: CustomData? = nil) {
    self.parkingFeePeriod = parkingFeePeriod
    self.carbonDioxideEmission = carbonDioxideEmission
    self.renewableGenerationPercentage = renewableGenerationPercentage
    self.energyFee = energyFee
    self.parkingFee = parkingFee
    self.powerRangeStart = powerRangeStart
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<PriceRule>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{73}\u{0}\u{28}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{10}\u{38}\u{0}\u{15}\u{4D}\u{0}\u{1D}\u{6A}\u{0}\u{9}\u{73}\u{0}\u{A}\u{7D}\u{0}\u{F}\u{C}\u{1}\u{A}\u{3}\u{6}\u{5}\u{2}\u{1}\u{0}\u{7}\u{4}parkingFeePeriodcarbonDioxideEmissionrenewableGenerationPercentageenergyFeeparkingFeepowerRangeStartcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: parkingFeePeriod = reader.int()
      case 1: carbonDioxideEmission = reader.int(0, Int(Int32.max))
      case 2: renewableGenerationPercentage = reader.int(0, 100)
      case 3: reader.part(&energyFee)
      case 4: reader.part(&parkingFee)
      case 5: reader.part(&powerRangeStart)
      case 6: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, parkingFeePeriod)
    writer.member(Self.table, 1, carbonDioxideEmission)
    writer.member(Self.table, 2, renewableGenerationPercentage)
    writer.member(Self.table, 3, energyFee)
    writer.member(Self.table, 4, parkingFee)
    writer.member(Self.table, 5, powerRangeStart)
    writer.member(Self.table, 6, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct TaxRule: OCPPMessagePart {
  public var taxRuleID: Int?
  public var taxRuleName: Text?
  public var taxIncludedInPrice: Bool?
  public var appliesToEnergyFee: Bool?
  public var appliesToParkingFee: Bool?
  public var appliesToOverstayFee: Bool?
  public var appliesToMinimumMaximumCost: Bool?
  public var taxRate: RationalNumber?
  public var customData: CustomData?

  public init(taxRuleID: Int? = nil, taxRuleName: Text? = nil, taxIncludedInPrice: Bool? = nil, appliesToEnergyFee: Bool? = nil, appliesToParkingFee: Bool? = nil, appliesToOverstayFee: Bool? = nil, appliesToMinimumMaximumCost: Bool? = nil, taxRate: RationalNumber? = nil, customData: CustomData? = nil) {
    self.taxRuleID = taxRuleID
    self.taxRuleName = taxRuleName
    self.taxIncludedInPrice = taxIncludedInPrice
    self.appliesToEnergyFee = appliesToEnergyFee
    self.appliesToParkingFee = appliesToParkingFee
    self.appliesToOverstayFee = appliesToOverstayFee
    self.appliesToMinimumMaximumCost = appliesToMinimumMaximumCost
    self.taxRate = taxRate
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<TaxRule>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{9}\u{A}\u{0}\u{79}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{9}\u{3F}\u{0}\u{B}\u{4A}\u{0}\u{12}\u{5C}\u{0}\u{12}\u{6E}\u{0}\u{13}\u{1}\u{1}\u{14}\u{15}\u{1}\u{1B}\u{30}\u{1}\u{7}\u{37}\u{1}\u{A}\u{0}\u{4}\u{0}\u{0}\u{0}\u{8}\u{5}\u{0}\u{2}\u{7}\u{9}\u{0}\u{6}\u{3}\u{0}\u{1}taxRuleIDtaxRuleNametaxIncludedInPriceappliesToEnergyFeeappliesToParkingFeeappliesToOverstayFeeappliesToMinimumMaximumCosttaxRatecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: taxRuleID = reader.int(0, Int(Int32.max))
      case 1: taxRuleName = reader.text(100)
      case 2: taxIncludedInPrice = reader.bool()
      case 3: appliesToEnergyFee = reader.bool()
      case 4: appliesToParkingFee = reader.bool()
      case 5: appliesToOverstayFee = reader.bool()
      case 6: appliesToMinimumMaximumCost = reader.bool()
      case 7: reader.part(&taxRate)
      case 8: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, taxRuleID)
    writer.member(Self.table, 1, taxRuleName)
    writer.member(Self.table, 2, taxIncludedInPrice)
    writer.member(Self.table, 3, appliesToEnergyFee)
    writer.member(Self.table, 4, appliesToParkingFee)
    writer.member(Self.table, 5, appliesToOverstayFee)
    writer.member(Self.table, 6, appliesToMinimumMaximumCost)
    writer.member(Self.table, 7, taxRate)
    writer.member(Self.table, 8, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct OverstayRuleList: OCPPMessagePart {
  public var overstayPowerThreshold: RationalNumber?
  public var overstayRule: [OverstayRule]?
  public var overstayTimeThreshold: Int?
  public var customData: CustomData?

  public init(overstayPowerThreshold: RationalNumber? = nil, overstayRule: [OverstayRule]? = nil, overstayTimeThreshold: Int? = nil, customData: CustomData? = nil) {
    self.overstayPowerThreshold = overstayPowerThreshold
    self.overstayRule = overstayRule
    self.overstayTimeThreshold = overstayTimeThreshold
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<OverstayRuleList>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{10}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{16}\u{31}\u{0}\u{C}\u{3D}\u{0}\u{15}\u{52}\u{0}\u{A}\u{2}\u{3}\u{4}\u{1}overstayPowerThresholdoverstayRuleoverstayTimeThresholdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&overstayPowerThreshold)
      case 1: overstayRule = []; reader.objects(&overstayRule!, 1, 5)
      case 2: overstayTimeThreshold = reader.int()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, overstayPowerThreshold)
    writer.member(Self.table, 1, overstayRule)
    writer.member(Self.table, 2, overstayTimeThreshold)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct OverstayRule: OCPPMessagePart {
  public var overstayFee: RationalNumber?
  public var overstayRuleDescription: Text?
  public var startTime: Int?
  public var overstayFeePeriod: Int?
  public var customData: CustomData?

  public init(overstayFee: RationalNumber? = nil, overstayRuleDescription: Text? = nil, startTime: Int? = nil, overstayFeePeriod: Int? = nil, customData: CustomData? = nil) {
    self.overstayFee = overstayFee
    self.overstayRuleDescription = overstayRuleDescription
    self.startTime = startTime
    self.overstayFeePeriod = overstayFeePeriod
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<OverstayRule>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{1}\u{0}\u{D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{17}\u{44}\u{0}\u{9}\u{4D}\u{0}\u{11}\u{5E}\u{0}\u{A}\u{0}\u{2}\u{0}\u{1}\u{3}\u{4}\u{0}\u{5}overstayFeeoverstayRuleDescriptionstartTimeoverstayFeePeriodcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&overstayFee)
      case 1: overstayRuleDescription = reader.text(32)
      case 2: startTime = reader.int()
      case 3: overstayFeePeriod = reader.int()
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, overstayFee)
    writer.member(Self.table, 1, overstayRuleDescription)
    writer.member(Self.table, 2, startTime)
    writer.member(Self.table, 3, overstayFeePeriod)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct AdditionalSelectedServices: OCPPMessagePart {
  public var serviceFee: RationalNumber?
  public var serviceName: Text?
  public var customData: CustomData?

  public init(serviceFee: RationalNumber? = nil, serviceName: Text? = nil, customData: CustomData? = nil) {
    self.serviceFee = serviceFee
    self.serviceName = serviceName
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<AdditionalSelectedServices>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{5}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{A}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{A}\u{3}\u{0}\u{1}\u{2}serviceFeeserviceNamecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&serviceFee)
      case 1: serviceName = reader.text(80)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, serviceFee)
    writer.member(Self.table, 1, serviceName)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct PriceLevelSchedule: OCPPMessagePart {
  public var priceLevelScheduleEntries: [PriceLevelScheduleEntry]?
  public var timeAnchor: DateTime?
  public var priceScheduleId: Int?
  public var priceScheduleDescription: Text?
  public var numberOfPriceLevels: Int?
  public var customData: CustomData?

  public init(priceLevelScheduleEntries: [PriceLevelScheduleEntry]? = nil, timeAnchor: DateTime? = nil, priceScheduleId: Int? = nil, priceScheduleDescription: Text? = nil, numberOfPriceLevels: Int? = nil, customData: CustomData? = nil) {
    self.priceLevelScheduleEntries = priceLevelScheduleEntries
    self.timeAnchor = timeAnchor
    self.priceScheduleId = priceScheduleId
    self.priceScheduleDescription = priceScheduleDescription
    self.numberOfPriceLevels = numberOfPriceLevels
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<PriceLevelSchedule>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{3}\u{0}\u{17}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{19}\u{3E}\u{0}\u{A}\u{48}\u{0}\u{F}\u{57}\u{0}\u{18}\u{6F}\u{0}\u{13}\u{2}\u{1}\u{A}\u{0}\u{2}\u{4}\u{0}\u{5}\u{1}\u{6}\u{3}priceLevelScheduleEntriestimeAnchorpriceScheduleIdpriceScheduleDescriptionnumberOfPriceLevelscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: priceLevelScheduleEntries = []; reader.objects(&priceLevelScheduleEntries!, 1, 100)
      case 1: timeAnchor = reader.dateTime()
      case 2: priceScheduleId = reader.int(0, Int(Int32.max))
      case 3: priceScheduleDescription = reader.text(32)
      case 4: numberOfPriceLevels = reader.int(0, Int(Int32.max))
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, priceLevelScheduleEntries)
    writer.member(Self.table, 1, timeAnchor)
    writer.member(Self.table, 2, priceScheduleId)
    writer.member(Self.table, 3, priceScheduleDescription)
    writer.member(Self.table, 4, numberOfPriceLevels)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, NotifyChargingLimit, NotifyEVChargingSchedule, ReportChargingProfiles, SetChargingProfile. Only in 2.1.
public struct PriceLevelScheduleEntry: OCPPMessagePart {
  public var duration: Int?
  public var priceLevel: Int?
  public var customData: CustomData?

  public init(duration: Int? = nil, priceLevel: Int? = nil, customData: CustomData? = nil) {
    self.duration = duration
    self.priceLevel = priceLevel
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<PriceLevelScheduleEntry>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{A}\u{2A}\u{0}\u{A}\u{0}\u{2}\u{3}\u{1}durationpriceLevelcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: duration = reader.int()
      case 1: priceLevel = reader.int(0, Int(Int32.max))
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, duration)
    writer.member(Self.table, 1, priceLevel)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of RequestStartTransaction, ReportChargingProfiles, SetChargingProfile.
public struct ChargingProfile: OCPPMessagePart {
  public var id: Int
  public var stackLevel: Int
  public var chargingProfilePurpose: ChargingProfilePurpose
  public var chargingProfileKind: ChargingProfileKind
  public var recurrencyKind: RecurrencyKind?
  public var validFrom: DateTime?
  public var validTo: DateTime?
  public var transactionId: Text?
  /// Only in 2.1.
  public var maxOfflineDuration: Int?
  public var chargingSchedule: [ChargingSchedule]
  /// Only in 2.1.
  public var invalidAfterOfflineDuration: Bool?
  /// Only in 2.1.
  public var dynUpdateInterval: Int?
  /// Only in 2.1.
  public var dynUpdateTime: DateTime?
  /// Only in 2.1.
  public var priceScheduleSignature: Text?
  public var customData: CustomData?

  public init(id: Int, stackLevel: Int, chargingProfilePurpose: ChargingProfilePurpose, chargingProfileKind: ChargingProfileKind, recurrencyKind: RecurrencyKind? = nil, validFrom: DateTime? = nil, validTo: DateTime? = nil, transactionId: Text? = nil, maxOfflineDuration: Int? = nil, chargingSchedule: [ChargingSchedule], invalidAfterOfflineDuration: Bool? = nil, dynUpdateInterval: Int? = nil, dynUpdateTime: DateTime? = nil, priceScheduleSignature: Text? = nil, customData: CustomData? = nil) {
    self.id = id
    self.stackLevel = stackLevel
    self.chargingProfilePurpose = chargingProfilePurpose
    self.chargingProfileKind = chargingProfileKind
    self.recurrencyKind = recurrencyKind
    self.validFrom = validFrom
    self.validTo = validTo
    self.transactionId = transactionId
    self.maxOfflineDuration = maxOfflineDuration
    self.chargingSchedule = chargingSchedule
    self.invalidAfterOfflineDuration = invalidAfterOfflineDuration
    self.dynUpdateInterval = dynUpdateInterval
    self.dynUpdateTime = dynUpdateTime
    self.priceScheduleSignature = priceScheduleSignature
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(id: 0, stackLevel: 0, chargingProfilePurpose: .chargingStationExternalConstraints, chargingProfileKind: .absolute, chargingSchedule: [])
  }

  public static let blank = Blank<ChargingProfile>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{5}\u{F}\u{61}\u{0}\u{F}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{58}\u{0}\u{2}\u{5A}\u{0}\u{A}\u{64}\u{0}\u{16}\u{7A}\u{0}\u{13}\u{D}\u{1}\u{E}\u{1B}\u{1}\u{9}\u{24}\u{1}\u{7}\u{2B}\u{1}\u{D}\u{38}\u{1}\u{10}\u{48}\u{1}\u{A}\u{52}\u{1}\u{12}\u{64}\u{1}\u{1B}\u{7F}\u{1}\u{11}\u{10}\u{2}\u{D}\u{1D}\u{2}\u{16}\u{1}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{A}\u{4}\u{8}\u{0}\u{0}\u{C}\u{0}\u{D}\u{3}\u{0}\u{F}\u{0}\u{E}\u{0}\u{6}\u{7}\u{0}\u{0}\u{0}\u{9}\u{2}\u{B}\u{0}\u{0}idstackLevelchargingProfilePurposechargingProfileKindrecurrencyKindvalidFromvalidTotransactionIdchargingSchedulecustomDatamaxOfflineDurationinvalidAfterOfflineDurationdynUpdateIntervaldynUpdateTimepriceScheduleSignature\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{4}\u{A}\u{E}\u{0}\u{F}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{39}\u{0}\u{2}\u{3B}\u{0}\u{A}\u{45}\u{0}\u{16}\u{5B}\u{0}\u{13}\u{6E}\u{0}\u{E}\u{7C}\u{0}\u{9}\u{5}\u{1}\u{7}\u{C}\u{1}\u{D}\u{19}\u{1}\u{10}\u{29}\u{1}\u{A}\u{9}\u{4}\u{0}\u{0}\u{0}\u{0}\u{3}\u{A}\u{5}\u{1}\u{6}\u{0}\u{7}\u{2}\u{0}\u{8}idstackLevelchargingProfilePurposechargingProfileKindrecurrencyKindvalidFromvalidTotransactionIdchargingSchedulecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: id = reader.int()
      case 1: stackLevel = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: chargingProfilePurpose = reader.word(olderCount: 4)
      case 3: chargingProfileKind = reader.word(olderCount: 3)
      case 4: recurrencyKind = reader.word()
      case 5: validFrom = reader.dateTime()
      case 6: validTo = reader.dateTime()
      case 7: transactionId = reader.text(36)
      case 8: reader.objects(&chargingSchedule, 1, 3)
      case 9: customData = reader.customData()
      case 10: maxOfflineDuration = reader.int()
      case 11: invalidAfterOfflineDuration = reader.bool()
      case 12: dynUpdateInterval = reader.int()
      case 13: dynUpdateTime = reader.dateTime()
      case 14: priceScheduleSignature = reader.text(256)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, stackLevel)
    writer.member(Self.table, 2, chargingProfilePurpose)
    writer.member(Self.table, 3, chargingProfileKind)
    writer.member(Self.table, 4, recurrencyKind)
    writer.member(Self.table, 5, validFrom)
    writer.member(Self.table, 6, validTo)
    writer.member(Self.table, 7, transactionId)
    writer.member(Self.table, 8, chargingSchedule)
    writer.member(Self.table, 9, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 10, maxOfflineDuration)
      writer.member(Self.table, 11, invalidAfterOfflineDuration)
      writer.member(Self.table, 12, dynUpdateInterval)
      writer.member(Self.table, 13, dynUpdateTime)
      writer.member(Self.table, 14, priceScheduleSignature)
    }
    writer.endObject()
  }
}
