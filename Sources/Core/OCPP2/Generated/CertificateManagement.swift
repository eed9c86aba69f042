// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `DeleteCertificateRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block M).
public struct DeleteCertificateRequest: OCPPRequest {
  public var certificateHashData: CertificateHashData
  public var customData: CustomData?

  public typealias Response = DeleteCertificateResponse
  @inline(__always) public static var action: Action { .deleteCertificate }

  public init(certificateHashData: CertificateHashData, customData: CustomData? = nil) {
    self.certificateHashData = certificateHashData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(certificateHashData: CertificateHashData(blank: ()))
  }

  public static let blank = Blank<DeleteCertificateRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{13}\u{26}\u{0}\u{A}\u{1}\u{2}certificateHashDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateHashData.read(&reader)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateHashData)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `DeleteCertificateResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block M).
public struct DeleteCertificateResponse: OCPPMessagePart {
  public var status: DeleteCertificateStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: DeleteCertificateStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<DeleteCertificateResponse>()

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

/// `Get15118EVCertificateRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block M).
public struct Get15118EVCertificateRequest: OCPPRequest {
  public var iso15118SchemaVersion: Text
  public var action: CertificateAction
  public var exiRequest: Text
  /// Only in 2.1.
  public var maximumContractCertificateChains: Int?
  /// Only in 2.1.
  public var prioritizedEMAIDs: [Text]?
  public var customData: CustomData?

  public typealias Response = Get15118EVCertificateResponse
  @inline(__always) public static var action: Action { .get15118EVCertificate }

  public init(iso15118SchemaVersion: Text, action: CertificateAction, exiRequest: Text, maximumContractCertificateChains: Int? = nil, prioritizedEMAIDs: [Text]? = nil, customData: CustomData? = nil) {
    self.iso15118SchemaVersion = iso15118SchemaVersion
    self.action = action
    self.exiRequest = exiRequest
    self.maximumContractCertificateChains = maximumContractCertificateChains
    self.prioritizedEMAIDs = prioritizedEMAIDs
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(iso15118SchemaVersion: Text(), action: .install, exiRequest: Text())
  }

  public static let blank = Blank<Get15118EVCertificateRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{B}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{15}\u{3A}\u{0}\u{6}\u{40}\u{0}\u{A}\u{4A}\u{0}\u{A}\u{54}\u{0}\u{20}\u{74}\u{0}\u{11}\u{0}\u{4}\u{5}\u{2}\u{0}\u{6}\u{1}\u{3}iso15118SchemaVersionactionexiRequestcustomDatamaximumContractCertificateChainsprioritizedEMAIDs\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{4}\u{3}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{15}\u{30}\u{0}\u{6}\u{36}\u{0}\u{A}\u{40}\u{0}\u{A}\u{2}\u{1}\u{4}\u{3}iso15118SchemaVersionactionexiRequestcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: iso15118SchemaVersion = reader.text(50)
      case 1: action = reader.word()
      case 2: exiRequest = reader.text(older: 5600, 11000)
      case 3: customData = reader.customData()
      case 4: maximumContractCertificateChains = reader.int(0, Int(Int32.max))
      case 5: prioritizedEMAIDs = reader.array(1, 8) { $0.text(255) }
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, iso15118SchemaVersion)
    writer.member(Self.table, 1, action)
    writer.member(Self.table, 2, exiRequest)
    writer.member(Self.table, 3, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 4, maximumContractCertificateChains)
      writer.member(Self.table, 5, prioritizedEMAIDs)
    }
    writer.endObject()
  }
}

/// `Get15118EVCertificateResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block M).
public struct Get15118EVCertificateResponse: OCPPMessagePart {
  public var status: Iso15118EVCertificateStatus
  public var statusInfo: StatusInfo?
  public var exiResponse: Text
  /// Only in 2.1.
  public var remainingContracts: Int?
  public var customData: CustomData?

  public init(status: Iso15118EVCertificateStatus, statusInfo: StatusInfo? = nil, exiResponse: Text, remainingContracts: Int? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.exiResponse = exiResponse
    self.remainingContracts = remainingContracts
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted, exiResponse: Text())
  }

  public static let blank = Blank<Get15118EVCertificateResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{7}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{6}\u{28}\u{0}\u{A}\u{32}\u{0}\u{B}\u{3D}\u{0}\u{A}\u{47}\u{0}\u{12}\u{2}\u{3}\u{0}\u{4}\u{0}\u{5}\u{0}\u{1}statusstatusInfoexiResponsecustomDataremainingContracts\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{4}\u{A}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{B}\u{36}\u{0}\u{A}\u{2}\u{3}\u{4}\u{1}statusstatusInfoexiResponsecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: status = reader.word()
      case 1: reader.part(&statusInfo)
      case 2: exiResponse = reader.text(older: 7500, 17000)
      case 3: customData = reader.customData()
      case 4: remainingContracts = reader.int(0, Int(Int32.max))
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, exiResponse)
    writer.member(Self.table, 3, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 4, remainingContracts)
    }
    writer.endObject()
  }
}

/// `GetCertificateStatusRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block M).
public struct GetCertificateStatusRequest: OCPPRequest {
  public var ocspRequestData: OCSPRequestData
  public var customData: CustomData?

  public typealias Response = GetCertificateStatusResponse
  @inline(__always) public static var action: Action { .getCertificateStatus }

  public init(ocspRequestData: OCSPRequestData, customData: CustomData? = nil) {
    self.ocspRequestData = ocspRequestData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(ocspRequestData: OCSPRequestData(blank: ()))
  }

  public static let blank = Blank<GetCertificateStatusRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{4}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{F}\u{22}\u{0}\u{A}\u{1}\u{2}ocspRequestDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: ocspRequestData.read(&reader)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, ocspRequestData)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `GetCertificateStatusResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block M).
public struct GetCertificateStatusResponse: OCPPMessagePart {
  public var status: GetCertificateStatusStatus
  public var statusInfo: StatusInfo?
  public var ocspResult: Text?
  public var customData: CustomData?

  public init(status: GetCertificateStatusStatus, statusInfo: StatusInfo? = nil, ocspResult: Text? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.ocspResult = ocspResult
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<GetCertificateStatusResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{11}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{A}\u{35}\u{0}\u{A}\u{2}\u{3}\u{4}\u{1}statusstatusInfoocspResultcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: reader.part(&statusInfo)
      case 2: ocspResult = reader.text(older: 5500, 18000)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, ocspResult)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `GetInstalledCertificateIdsRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block M).
public struct GetInstalledCertificateIdsRequest: OCPPRequest {
  public var certificateType: [GetCertificateIdUse]?
  public var customData: CustomData?

  public typealias Response = GetInstalledCertificateIdsResponse
  @inline(__always) public static var action: Action { .getInstalledCertificateIds }

  public init(certificateType: [GetCertificateIdUse]? = nil, customData: CustomData? = nil) {
    self.certificateType = certificateType
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetInstalledCertificateIdsRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{F}\u{22}\u{0}\u{A}\u{1}\u{2}certificateTypecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateType = reader.array(1, .max) { $0.word(olderCount: 5) }
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateType)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `GetInstalledCertificateIdsResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block M).
public struct GetInstalledCertificateIdsResponse: OCPPMessagePart {
  public var status: GetInstalledCertificateStatus
  public var statusInfo: StatusInfo?
  public var certificateHashDataChain: [CertificateHashDataChain]?
  public var customData: CustomData?

  public init(status: GetInstalledCertificateStatus, statusInfo: StatusInfo? = nil, certificateHashDataChain: [CertificateHashDataChain]? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.certificateHashDataChain = certificateHashDataChain
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<GetInstalledCertificateIdsResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{3}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{18}\u{43}\u{0}\u{A}\u{3}\u{2}\u{4}\u{1}statusstatusInfocertificateHashDataChaincustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: reader.part(&statusInfo)
      case 2: certificateHashDataChain = []; reader.objects(&certificateHashDataChain!, 1, .max)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, certificateHashDataChain)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `InstallCertificateRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block M).
public struct InstallCertificateRequest: OCPPRequest {
  public var certificateType: InstallCertificateUse
  public var certificate: Text
  public var customData: CustomData?

  public typealias Response = InstallCertificateResponse
  @inline(__always) public static var action: Action { .installCertificate }

  public init(certificateType: InstallCertificateUse, certificate: Text, customData: CustomData? = nil) {
    self.certificateType = certificateType
    self.certificate = certificate
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(certificateType: .v2gRootCertificate, certificate: Text())
  }

  public static let blank = Blank<InstallCertificateRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{F}\u{27}\u{0}\u{B}\u{32}\u{0}\u{A}\u{1}\u{2}\u{0}\u{3}certificateTypecertificatecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateType = reader.word(olderCount: 4)
      case 1: certificate = reader.text(older: 5500, 10000)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateType)
    writer.member(Self.table, 1, certificate)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `InstallCertificateResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block M).
public struct InstallCertificateResponse: OCPPMessagePart {
  public var status: InstallCertificateStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: InstallCertificateStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<InstallCertificateResponse>()

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

/// `GetCertificateChainStatusRequest`, station to CSMS (OCPP 2.1, block M).
public struct GetCertificateChainStatusRequest: OCPPRequest {
  public var certificateStatusRequests: [CertificateStatusRequestInfo]?
  public var customData: CustomData?

  public typealias Response = GetCertificateChainStatusResponse
  @inline(__always) public static var action: Action { .getCertificateChainStatus }

  public init(certificateStatusRequests: [CertificateStatusRequestInfo]? = nil, customData: CustomData? = nil) {
    self.certificateStatusRequests = certificateStatusRequests
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetCertificateChainStatusRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{19}\u{2C}\u{0}\u{A}\u{1}\u{2}certificateStatusRequestscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateStatusRequests = []; reader.objects(&certificateStatusRequests!, 1, 4)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateStatusRequests)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `GetCertificateChainStatusResponse`, CSMS to station (OCPP 2.1, block M).
public struct GetCertificateChainStatusResponse: OCPPMessagePart {
  public var certificateStatus: [CertificateStatus]?
  public var customData: CustomData?

  public init(certificateStatus: [CertificateStatus]? = nil, customData: CustomData? = nil) {
    self.certificateStatus = certificateStatus
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetCertificateChainStatusResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{11}\u{24}\u{0}\u{A}\u{1}\u{2}certificateStatuscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateStatus = []; reader.objects(&certificateStatus!, 1, 4)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateStatus)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// Part of GetCertificateChainStatus. Only in 2.1.
public struct CertificateStatusRequestInfo: OCPPMessagePart {
  public var certificateHashData: CertificateHashData?
  public var source: CertificateStatusSource?
  public var urls: [Text]?
  public var customData: CustomData?

  public init(certificateHashData: CertificateHashData? = nil, source: CertificateStatusSource? = nil, urls: [Text]? = nil, customData: CustomData? = nil) {
    self.certificateHashData = certificateHashData
    self.source = source
    self.urls = urls
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<CertificateStatusRequestInfo>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{D}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{13}\u{2E}\u{0}\u{6}\u{34}\u{0}\u{4}\u{38}\u{0}\u{A}\u{4}\u{3}\u{1}\u{2}certificateHashDatasourceurlscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&certificateHashData)
      case 1: source = reader.word()
      case 2: urls = reader.array(1, 5) { $0.text(2000) }
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateHashData)
    writer.member(Self.table, 1, source)
    writer.member(Self.table, 2, urls)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of GetCertificateChainStatus. Only in 2.1.
public struct CertificateStatus: OCPPMessagePart {
  public var certificateHashData: CertificateHashData?
  public var source: CertificateStatusSource?
  public var status: CertificateStatusKind?
  public var nextUpdate: DateTime?
  public var customData: CustomData?

  public init(certificateHashData: CertificateHashData? = nil, source: CertificateStatusSource? = nil, status: CertificateStatusKind? = nil, nextUpdate: DateTime? = nil, customData: CustomData? = nil) {
    self.certificateHashData = certificateHashData
    self.source = source
    self.status = status
    self.nextUpdate = nextUpdate
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<CertificateStatus>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{4}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{13}\u{35}\u{0}\u{6}\u{3B}\u{0}\u{6}\u{41}\u{0}\u{A}\u{4B}\u{0}\u{A}\u{4}\u{0}\u{3}\u{0}\u{0}\u{5}\u{1}\u{2}certificateHashDatasourcestatusnextUpdatecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&certificateHashData)
      case 1: source = reader.word()
      case 2: status = reader.word()
      case 3: nextUpdate = reader.dateTime()
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateHashData)
    writer.member(Self.table, 1, source)
    writer.member(Self.table, 2, status)
    writer.member(Self.table, 3, nextUpdate)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// Part of GetInstalledCertificateIds.
public struct CertificateHashDataChain: OCPPMessagePart {
  public var certificateHashData: CertificateHashData
  public var certificateType: GetCertificateIdUse
  public var childCertificateHashData: [CertificateHashData]?
  public var customData: CustomData?

  public init(certificateHashData: CertificateHashData, certificateType: GetCertificateIdUse, childCertificateHashData: [CertificateHashData]? = nil, customData: CustomData? = nil) {
    self.certificateHashData = certificateHashData
    self.certificateType = certificateType
    self.childCertificateHashData = childCertificateHashData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(certificateHashData: CertificateHashData(blank: ()), certificateType: .v2gRootCertificate)
  }

  public static let blank = Blank<CertificateHashDataChain>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{C}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{13}\u{2E}\u{0}\u{F}\u{3D}\u{0}\u{18}\u{55}\u{0}\u{A}\u{4}\u{2}\u{3}\u{1}certificateHashDatacertificateTypechildCertificateHashDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateHashData.read(&reader)
      case 1: certificateType = reader.word(olderCount: 5)
      case 2: childCertificateHashData = []; reader.objects(&childCertificateHashData!, 1, 4)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateHashData)
    writer.member(Self.table, 1, certificateType)
    writer.member(Self.table, 2, childCertificateHashData)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}
