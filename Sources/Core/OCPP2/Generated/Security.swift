// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `CertificateSignedRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block A).
public struct CertificateSignedRequest: OCPPRequest {
  public var certificateChain: Text
  public var certificateType: CertificateSigningUse?
  /// Only in 2.1.
  public var requestId: Int?
  public var customData: CustomData?

  public typealias Response = CertificateSignedResponse
  @inline(__always) public static var action: Action { .certificateSigned }

  public init(certificateChain: Text, certificateType: CertificateSigningUse? = nil, requestId: Int? = nil, customData: CustomData? = nil) {
    self.certificateChain = certificateChain
    self.certificateType = certificateType
    self.requestId = requestId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(certificateChain: Text())
  }

  public static let blank = Blank<CertificateSignedRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{10}\u{2B}\u{0}\u{F}\u{3A}\u{0}\u{A}\u{44}\u{0}\u{9}\u{2}\u{1}\u{3}\u{4}certificateChaincertificateTypecustomDatarequestId\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{10}\u{28}\u{0}\u{F}\u{37}\u{0}\u{A}\u{2}\u{1}\u{0}\u{3}certificateChaincertificateTypecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: certificateChain = reader.text(10000)
      case 1: certificateType = reader.word(olderCount: 2)
      case 2: customData = reader.customData()
      case 3: requestId = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateChain)
    writer.member(Self.table, 1, certificateType)
    writer.member(Self.table, 2, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 3, requestId)
    }
    writer.endObject()
  }
}

/// `CertificateSignedResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block A).
public struct CertificateSignedResponse: OCPPMessagePart {
  public var status: CertificateSignedStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: CertificateSignedStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<CertificateSignedResponse>()

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

/// `SecurityEventNotificationRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block A).
public struct SecurityEventNotificationRequest: OCPPRequest {
  public var type: Text
  public var timestamp: DateTime
  public var techInfo: Text?
  public var customData: CustomData?

  public typealias Response = SecurityEventNotificationResponse
  @inline(__always) public static var action: Action { .securityEventNotification }

  public init(type: Text, timestamp: DateTime, techInfo: Text? = nil, customData: CustomData? = nil) {
    self.type = type
    self.timestamp = timestamp
    self.techInfo = techInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(type: Text(), timestamp: DateTime(milliseconds: 0))
  }

  public static let blank = Blank<SecurityEventNotificationRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{4}\u{1F}\u{0}\u{9}\u{28}\u{0}\u{8}\u{30}\u{0}\u{A}\u{3}\u{1}\u{2}\u{4}typetimestamptechInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: type = reader.text(50)
      case 1: timestamp = reader.dateTime()
      case 2: techInfo = reader.text(255)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, type)
    writer.member(Self.table, 1, timestamp)
    writer.member(Self.table, 2, techInfo)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `SecurityEventNotificationResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block A).
public struct SecurityEventNotificationResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<SecurityEventNotificationResponse>()

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

/// `SignCertificateRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block A).
public struct SignCertificateRequest: OCPPRequest {
  public var csr: Text
  public var certificateType: CertificateSigningUse?
  /// Only in 2.1.
  @Boxed public var hashRootCertificate: CertificateHashData?
  /// Only in 2.1.
  public var requestId: Int?
  public var customData: CustomData?

  public typealias Response = SignCertificateResponse
  @inline(__always) public static var action: Action { .signCertificate }

  public init(csr: Text, certificateType: CertificateSigningUse? = nil, hashRootCertificate: CertificateHashData? = nil, requestId: Int? = nil, customData: CustomData? = nil) {
    self.csr = csr
    self.certificateType = certificateType
    self.hashRootCertificate = hashRootCertificate
    self.requestId = requestId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(csr: Text())
  }

  public static let blank = Blank<SignCertificateRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{3}\u{25}\u{0}\u{F}\u{34}\u{0}\u{A}\u{3E}\u{0}\u{13}\u{51}\u{0}\u{9}\u{0}\u{0}\u{0}\u{5}\u{2}\u{4}\u{1}\u{3}csrcertificateTypecustomDatahashRootCertificaterequestId\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{3}\u{1B}\u{0}\u{F}\u{2A}\u{0}\u{A}\u{2}\u{0}\u{1}\u{3}csrcertificateTypecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: csr = reader.text(5500)
      case 1: certificateType = reader.word(olderCount: 2)
      case 2: customData = reader.customData()
      case 3: var part = CertificateHashData.makeBlank(); part.read(&reader); hashRootCertificate = part
      case 4: requestId = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, csr)
    writer.member(Self.table, 1, certificateType)
    writer.member(Self.table, 2, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 3, hashRootCertificate)
      writer.member(Self.table, 4, requestId)
    }
    writer.endObject()
  }
}

/// `SignCertificateResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block A).
public struct SignCertificateResponse: OCPPMessagePart {
  public var status: GenericStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: GenericStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<SignCertificateResponse>()

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
