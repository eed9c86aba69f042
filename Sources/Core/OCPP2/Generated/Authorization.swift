// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `AuthorizeRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block C).
public struct AuthorizeRequest: OCPPRequest {
  public var idToken: IdToken
  public var certificate: Text?
  public var iso15118CertificateHashData: [OCSPRequestData]?
  public var customData: CustomData?

  public typealias Response = AuthorizeResponse
  @inline(__always) public static var action: Action { .authorize }

  public init(idToken: IdToken, certificate: Text? = nil, iso15118CertificateHashData: [OCSPRequestData]? = nil, customData: CustomData? = nil) {
    self.idToken = idToken
    self.certificate = certificate
    self.iso15118CertificateHashData = iso15118CertificateHashData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(idToken: IdToken(blank: ()))
  }

  public static let blank = Blank<AuthorizeRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{7}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{1B}\u{48}\u{0}\u{A}\u{3}\u{2}\u{4}\u{1}idTokencertificateiso15118CertificateHashDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: idToken.read(&reader)
      case 1: certificate = reader.text(older: 5500, 10000)
      case 2: iso15118CertificateHashData = []; reader.objects(&iso15118CertificateHashData!, 1, 4)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, idToken)
    writer.member(Self.table, 1, certificate)
    writer.member(Self.table, 2, iso15118CertificateHashData)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `AuthorizeResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block C).
public struct AuthorizeResponse: OCPPMessagePart {
  public var idTokenInfo: IdTokenInfo
  public var certificateStatus: AuthorizeCertificateStatus?
  /// Only in 2.1.
  public var allowedEnergyTransfer: [EnergyTransferMode]?
  /// Only in 2.1.
  @Boxed public var tariff: Tariff?
  public var customData: CustomData?

  public init(idTokenInfo: IdTokenInfo, certificateStatus: AuthorizeCertificateStatus? = nil, allowedEnergyTransfer: [EnergyTransferMode]? = nil, tariff: Tariff? = nil, customData: CustomData? = nil) {
    self.idTokenInfo = idTokenInfo
    self.certificateStatus = certificateStatus
    self.allowedEnergyTransfer = allowedEnergyTransfer
    self.tariff = tariff
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(idTokenInfo: IdTokenInfo(blank: ()))
  }

  public static let blank = Blank<AuthorizeResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{11}\u{3E}\u{0}\u{A}\u{48}\u{0}\u{15}\u{5D}\u{0}\u{6}\u{2}\u{0}\u{5}\u{4}\u{0}\u{0}\u{3}\u{1}idTokenInfocertificateStatuscustomDataallowedEnergyTransfertariff\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{B}\u{23}\u{0}\u{11}\u{34}\u{0}\u{A}\u{0}\u{1}\u{2}\u{3}idTokenInfocertificateStatuscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: idTokenInfo.read(&reader)
      case 1: certificateStatus = reader.word()
      case 2: customData = reader.customData()
      case 3: allowedEnergyTransfer = reader.array(1, .max) { $0.word(olderCount: 4) }
      case 4: var part = Tariff.makeBlank(); part.read(&reader); tariff = part
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, idTokenInfo)
    writer.member(Self.table, 1, certificateStatus)
    writer.member(Self.table, 2, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 3, allowedEnergyTransfer)
      writer.member(Self.table, 4, tariff)
    }
    writer.endObject()
  }
}

/// `ClearCacheRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block C).
public struct ClearCacheRequest: OCPPRequest {
  public var customData: CustomData?

  public typealias Response = ClearCacheResponse
  @inline(__always) public static var action: Action { .clearCache }

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClearCacheRequest>()

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

/// `ClearCacheResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block C).
public struct ClearCacheResponse: OCPPMessagePart {
  public var status: ClearCacheStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: ClearCacheStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<ClearCacheResponse>()

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

/// `NotifySettlementRequest`, station to CSMS (OCPP 2.1, block C).
public struct NotifySettlementRequest: OCPPRequest {
  public var transactionId: Text?
  public var pspRef: Text?
  public var status: PaymentStatus?
  public var statusInfo: Text?
  public var settlementAmount: Decimal?
  public var settlementTime: DateTime?
  public var receiptId: Text?
  public var receiptUrl: Text?
  @Boxed public var vatCompany: Address?
  public var vatNumber: Text?
  public var customData: CustomData?

  public typealias Response = NotifySettlementResponse
  @inline(__always) public static var action: Action { .notifySettlement }

  public init(transactionId: Text? = nil, pspRef: Text? = nil, status: PaymentStatus? = nil, statusInfo: Text? = nil, settlementAmount: Decimal? = nil, settlementTime: DateTime? = nil, receiptId: Text? = nil, receiptUrl: Text? = nil, vatCompany: Address? = nil, vatNumber: Text? = nil, customData: CustomData? = nil) {
    self.transactionId = transactionId
    self.pspRef = pspRef
    self.status = status
    self.statusInfo = statusInfo
    self.settlementAmount = settlementAmount
    self.settlementTime = settlementTime
    self.receiptId = receiptId
    self.receiptUrl = receiptUrl
    self.vatCompany = vatCompany
    self.vatNumber = vatNumber
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifySettlementRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{B}\u{B}\u{0}\u{36}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3C}\u{0}\u{D}\u{49}\u{0}\u{6}\u{4F}\u{0}\u{6}\u{55}\u{0}\u{A}\u{5F}\u{0}\u{10}\u{6F}\u{0}\u{E}\u{7D}\u{0}\u{9}\u{6}\u{1}\u{A}\u{10}\u{1}\u{A}\u{1A}\u{1}\u{9}\u{23}\u{1}\u{A}\u{9}\u{0}\u{3}\u{0}\u{0}\u{1}\u{4}\u{6}\u{A}\u{B}\u{5}\u{0}\u{7}\u{0}\u{8}\u{2}transactionIdpspRefstatusstatusInfosettlementAmountsettlementTimereceiptIdreceiptUrlvatCompanyvatNumbercustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: transactionId = reader.text(36)
      case 1: pspRef = reader.text(255)
      case 2: status = reader.word()
      case 3: statusInfo = reader.text(500)
      case 4: settlementAmount = reader.decimal()
      case 5: settlementTime = reader.dateTime()
      case 6: receiptId = reader.text(50)
      case 7: receiptUrl = reader.text(2000)
      case 8: var part = Address.makeBlank(); part.read(&reader); vatCompany = part
      case 9: vatNumber = reader.text(20)
      case 10: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, transactionId)
    writer.member(Self.table, 1, pspRef)
    writer.member(Self.table, 2, status)
    writer.member(Self.table, 3, statusInfo)
    writer.member(Self.table, 4, settlementAmount)
    writer.member(Self.table, 5, settlementTime)
    writer.member(Self.table, 6, receiptId)
    writer.member(Self.table, 7, receiptUrl)
    writer.member(Self.table, 8, vatCompany)
    writer.member(Self.table, 9, vatNumber)
    writer.member(Self.table, 10, customData)
    writer.endObject()
  }
}

/// `NotifySettlementResponse`, CSMS to station (OCPP 2.1, block C).
public struct NotifySettlementResponse: OCPPMessagePart {
  public var receiptUrl: Text?
  public var receiptId: Text?
  public var customData: CustomData?

  public init(receiptUrl: Text? = nil, receiptId: Text? = nil, customData: CustomData? = nil) {
    self.receiptUrl = receiptUrl
    self.receiptId = receiptId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifySettlementResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{6}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{A}\u{22}\u{0}\u{9}\u{2B}\u{0}\u{A}\u{3}\u{0}\u{1}\u{2}receiptUrlreceiptIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: receiptUrl = reader.text(2000)
      case 1: receiptId = reader.text(50)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, receiptUrl)
    writer.member(Self.table, 1, receiptId)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `NotifyWebPaymentStartedRequest`, CSMS to station (OCPP 2.1, block C).
public struct NotifyWebPaymentStartedRequest: OCPPRequest {
  public var evseId: Int?
  public var timeout: Int?
  public var customData: CustomData?

  public typealias Response = NotifyWebPaymentStartedResponse
  @inline(__always) public static var action: Action { .notifyWebPaymentStarted }

  public init(evseId: Int? = nil, timeout: Int? = nil, customData: CustomData? = nil) {
    self.evseId = evseId
    self.timeout = timeout
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyWebPaymentStartedRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{7}\u{25}\u{0}\u{A}\u{1}\u{0}\u{2}\u{3}evseIdtimeoutcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: evseId = reader.int(0, Int(Int32.max))
      case 1: timeout = reader.int()
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, evseId)
    writer.member(Self.table, 1, timeout)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `NotifyWebPaymentStartedResponse`, station to CSMS (OCPP 2.1, block C).
public struct NotifyWebPaymentStartedResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyWebPaymentStartedResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{A}\u{1}customData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
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

/// `VatNumberValidationRequest`, station to CSMS (OCPP 2.1, block C).
public struct VatNumberValidationRequest: OCPPRequest {
  public var vatNumber: Text?
  public var evseId: Int?
  public var customData: CustomData?

  public typealias Response = VatNumberValidationResponse
  @inline(__always) public static var action: Action { .vatNumberValidation }

  public init(vatNumber: Text? = nil, evseId: Int? = nil, customData: CustomData? = nil) {
    self.vatNumber = vatNumber
    self.evseId = evseId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<VatNumberValidationRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{4}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{9}\u{21}\u{0}\u{6}\u{27}\u{0}\u{A}\u{2}\u{3}\u{0}\u{1}vatNumberevseIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: vatNumber = reader.text(20)
      case 1: evseId = reader.int(0, Int(Int32.max))
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, vatNumber)
    writer.member(Self.table, 1, evseId)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `VatNumberValidationResponse`, CSMS to station (OCPP 2.1, block C).
public struct VatNumberValidationResponse: OCPPMessagePart {
  @Boxed public var company: Address?
  public var statusInfo: StatusInfo?
  public var vatNumber: Text?
  public var evseId: Int?
  public var status: GenericStatus?
  public var customData: CustomData?

  public init(company: Address? = nil, statusInfo: StatusInfo? = nil, vatNumber: Text? = nil, evseId: Int? = nil, status: GenericStatus? = nil, customData: CustomData? = nil) {
    self.company = company
    self.statusInfo = statusInfo
    self.vatNumber = vatNumber
    self.evseId = evseId
    self.status = status
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<VatNumberValidationResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{17}\u{0}\u{14}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{7}\u{2C}\u{0}\u{A}\u{36}\u{0}\u{9}\u{3F}\u{0}\u{6}\u{45}\u{0}\u{6}\u{4B}\u{0}\u{A}\u{3}\u{2}\u{6}\u{4}\u{5}\u{1}\u{0}\u{0}companystatusInfovatNumberevseIdstatuscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: var part = Address.makeBlank(); part.read(&reader); company = part
      case 1: reader.part(&statusInfo)
      case 2: vatNumber = reader.text(20)
      case 3: evseId = reader.int(0, Int(Int32.max))
      case 4: status = reader.word()
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, company)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, vatNumber)
    writer.member(Self.table, 3, evseId)
    writer.member(Self.table, 4, status)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// Part of NotifySettlement, VatNumberValidation. Only in 2.1.
public struct Address: OCPPMessagePart {
  public var name: Text?
  public var address1: Text?
  public var address2: Text?
  public var city: Text?
  public var postalCode: Text?
  public var country: Text?
  public var customData: CustomData?

  public init(name: Text? = nil, address1: Text? = nil, address2: Text? = nil, city: Text? = nil, postalCode: Text? = nil, country: Text? = nil, customData: CustomData? = nil) {
    self.name = name
    self.address1 = address1
    self.address2 = address2
    self.city = city
    self.postalCode = postalCode
    self.country = country
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<Address>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{6F}\u{0}\u{2B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{4}\u{2C}\u{0}\u{8}\u{34}\u{0}\u{8}\u{3C}\u{0}\u{4}\u{40}\u{0}\u{A}\u{4A}\u{0}\u{7}\u{51}\u{0}\u{A}\u{7}\u{6}\u{1}\u{0}\u{4}\u{5}\u{2}\u{3}nameaddress1address2citypostalCodecountrycustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: name = reader.text(50)
      case 1: address1 = reader.text(100)
      case 2: address2 = reader.text(100)
      case 3: city = reader.text(100)
      case 4: postalCode = reader.text(20)
      case 5: country = reader.text(50)
      case 6: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, name)
    writer.member(Self.table, 1, address1)
    writer.member(Self.table, 2, address2)
    writer.member(Self.table, 3, city)
    writer.member(Self.table, 4, postalCode)
    writer.member(Self.table, 5, country)
    writer.member(Self.table, 6, customData)
    writer.endObject()
  }
}
