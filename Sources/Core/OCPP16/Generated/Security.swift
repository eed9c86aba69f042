// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// `CertificateSigned.req`, central system to station.
public struct CertificateSignedRequest: OCPPRequest, Equatable {
  public var certificateChain: Text

  public typealias Response = CertificateSignedResponse
  @inline(__always) public static var action: Action { .certificateSigned }

  public init(certificateChain: Text) {
    self.certificateChain = certificateChain
  }

  public init(blank: ()) {
    certificateChain = Text()
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{10}\u{1}certificateChain\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateChain = reader.text(10000)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateChain)
    writer.endObject()
  }
}

/// `CertificateSigned.conf`, station to central system.
public struct CertificateSignedResponse: OCPPObject, Equatable {
  public var status: CertificateSignedStatus

  public init(status: CertificateSignedStatus) {
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

/// `DeleteCertificate.req`, central system to station.
public struct DeleteCertificateRequest: OCPPRequest, Equatable {
  public var certificateHashData: CertificateHashData

  public typealias Response = DeleteCertificateResponse
  @inline(__always) public static var action: Action { .deleteCertificate }

  public init(certificateHashData: CertificateHashData) {
    self.certificateHashData = certificateHashData
  }

  public init(blank: ()) {
    certificateHashData = CertificateHashData(blank: ())
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{13}\u{1}certificateHashData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateHashData.read(&reader)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateHashData)
    writer.endObject()
  }
}

/// `DeleteCertificate.conf`, station to central system.
public struct DeleteCertificateResponse: OCPPObject, Equatable {
  public var status: DeleteCertificateStatus

  public init(status: DeleteCertificateStatus) {
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

/// `ExtendedTriggerMessage.req`, central system to station.
public struct ExtendedTriggerMessageRequest: OCPPRequest, Equatable {
  public var connectorId: Int?
  public var requestedMessage: ExtendedMessageTrigger

  public typealias Response = ExtendedTriggerMessageResponse
  @inline(__always) public static var action: Action { .extendedTriggerMessage }

  public init(requestedMessage: ExtendedMessageTrigger, connectorId: Int? = nil) {
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

/// `ExtendedTriggerMessage.conf`, station to central system.
public struct ExtendedTriggerMessageResponse: OCPPObject, Equatable {
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

/// `GetInstalledCertificateIds.req`, central system to station.
public struct GetInstalledCertificateIdsRequest: OCPPRequest, Equatable {
  public var certificateType: CertificateUse

  public typealias Response = GetInstalledCertificateIdsResponse
  @inline(__always) public static var action: Action { .getInstalledCertificateIds }

  public init(certificateType: CertificateUse) {
    self.certificateType = certificateType
  }

  public init(blank: ()) {
    certificateType = .centralSystemRootCertificate
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{F}\u{1}certificateType\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateType = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateType)
    writer.endObject()
  }
}

/// `GetInstalledCertificateIds.conf`, station to central system.
public struct GetInstalledCertificateIdsResponse: OCPPObject, Equatable {
  public var status: GetInstalledCertificateStatus
  public var certificateHashData: [CertificateHashData]?

  public init(certificateHashData: [CertificateHashData]? = nil, status: GetInstalledCertificateStatus) {
    self.certificateHashData = certificateHashData
    self.status = status
  }

  public init(blank: ()) {
    certificateHashData = nil
    status = .accepted
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{13}\u{26}\u{0}\u{6}\u{1}\u{2}certificateHashDatastatus\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateHashData = []; reader.objects(&certificateHashData!, 1, .max)
      case 1: status = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateHashData)
    writer.member(Self.table, 1, status)
    writer.endObject()
  }
}

/// `GetLog.req`, central system to station.
public struct GetLogRequest: OCPPRequest, Equatable {
  public var retries: Int?
  public var retryInterval: Int?
  public var logType: LogType
  public var requestId: Int
  public var log: LogParameters

  public typealias Response = GetLogResponse
  @inline(__always) public static var action: Action { .getLog }

  public init(log: LogParameters, logType: LogType, requestId: Int, retries: Int? = nil, retryInterval: Int? = nil) {
    self.log = log
    self.logType = logType
    self.requestId = requestId
    self.retries = retries
    self.retryInterval = retryInterval
  }

  public init(blank: ()) {
    log = LogParameters(blank: ())
    logType = .diagnosticsLog
    requestId = 0
    retries = nil
    retryInterval = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{1}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{3}\u{25}\u{0}\u{7}\u{2C}\u{0}\u{9}\u{35}\u{0}\u{7}\u{3C}\u{0}\u{D}\u{0}\u{4}\u{5}\u{3}\u{2}\u{0}\u{1}\u{0}loglogTyperequestIdretriesretryInterval\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: log.read(&reader)
      case 1: logType = reader.word()
      case 2: requestId = reader.int()
      case 3: retries = reader.int()
      case 4: retryInterval = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, log)
    writer.member(Self.table, 1, logType)
    writer.member(Self.table, 2, requestId)
    writer.member(Self.table, 3, retries)
    writer.member(Self.table, 4, retryInterval)
    writer.endObject()
  }
}

/// `GetLog.conf`, station to central system.
public struct GetLogResponse: OCPPObject, Equatable {
  public var status: LogStatus
  public var filename: Text?

  public init(status: LogStatus, filename: Text? = nil) {
    self.status = status
    self.filename = filename
  }

  public init(blank: ()) {
    status = .accepted
    filename = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{6}\u{19}\u{0}\u{8}\u{2}\u{1}statusfilename\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: filename = reader.text(255)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, filename)
    writer.endObject()
  }
}

/// `InstallCertificate.req`, central system to station.
public struct InstallCertificateRequest: OCPPRequest, Equatable {
  public var certificateType: CertificateUse
  public var certificate: Text

  public typealias Response = InstallCertificateResponse
  @inline(__always) public static var action: Action { .installCertificate }

  public init(certificateType: CertificateUse, certificate: Text) {
    self.certificateType = certificateType
    self.certificate = certificate
  }

  public init(blank: ()) {
    certificateType = .centralSystemRootCertificate
    certificate = Text()
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{F}\u{22}\u{0}\u{B}\u{1}\u{2}certificateTypecertificate\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: certificateType = reader.word()
      case 1: certificate = reader.text(5500)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, certificateType)
    writer.member(Self.table, 1, certificate)
    writer.endObject()
  }
}

/// `InstallCertificate.conf`, station to central system.
public struct InstallCertificateResponse: OCPPObject, Equatable {
  public var status: InstallCertificateStatus

  public init(status: InstallCertificateStatus) {
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

/// `LogStatusNotification.req`, station to central system.
public struct LogStatusNotificationRequest: OCPPRequest, Equatable {
  public var requestId: Int?
  public var status: UploadLogStatus

  public typealias Response = LogStatusNotificationResponse
  @inline(__always) public static var action: Action { .logStatusNotification }

  public init(status: UploadLogStatus, requestId: Int? = nil) {
    self.status = status
    self.requestId = requestId
  }

  public init(blank: ()) {
    status = .badMessage
    requestId = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{6}\u{19}\u{0}\u{9}\u{1}\u{2}statusrequestId\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: requestId = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, requestId)
    writer.endObject()
  }
}

/// `LogStatusNotification.conf`, central system to station.
public struct LogStatusNotificationResponse: OCPPObject, Equatable {

  public init() {
  }

  public init(blank: ()) {
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    _ = reader.next(&seen, Self.table)
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

/// `SecurityEventNotification.req`, station to central system.
public struct SecurityEventNotificationRequest: OCPPRequest, Equatable {
  public var type: Text
  public var techInfo: Text?
  public var timestamp: DateTime

  public typealias Response = SecurityEventNotificationResponse
  @inline(__always) public static var action: Action { .securityEventNotification }

  public init(type: Text, timestamp: DateTime, techInfo: Text? = nil) {
    self.type = type
    self.timestamp = timestamp
    self.techInfo = techInfo
  }

  public init(blank: ()) {
    type = Text()
    timestamp = DateTime(milliseconds: 0)
    techInfo = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{4}\u{1C}\u{0}\u{9}\u{25}\u{0}\u{8}\u{2}\u{3}\u{0}\u{1}typetimestamptechInfo\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: type = reader.text(50)
      case 1: timestamp = reader.dateTime()
      case 2: techInfo = reader.text(255)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, type)
    writer.member(Self.table, 1, timestamp)
    writer.member(Self.table, 2, techInfo)
    writer.endObject()
  }
}

/// `SecurityEventNotification.conf`, central system to station.
public struct SecurityEventNotificationResponse: OCPPObject, Equatable {

  public init() {
  }

  public init(blank: ()) {
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    _ = reader.next(&seen, Self.table)
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

/// `SignCertificate.req`, station to central system.
public struct SignCertificateRequest: OCPPRequest, Equatable {
  public var csr: Text

  public typealias Response = SignCertificateResponse
  @inline(__always) public static var action: Action { .signCertificate }

  public init(csr: Text) {
    self.csr = csr
  }

  public init(blank: ()) {
    csr = Text()
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{3}\u{1}csr\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: csr = reader.text(5500)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, csr)
    writer.endObject()
  }
}

/// `SignCertificate.conf`, central system to station.
public struct SignCertificateResponse: OCPPObject, Equatable {
  public var status: GenericStatus

  public init(status: GenericStatus) {
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

/// `SignedFirmwareStatusNotification.req`, station to central system.
public struct SignedFirmwareStatusNotificationRequest: OCPPRequest, Equatable {
  public var requestId: Int?
  public var status: SignedFirmwareStatus

  public typealias Response = SignedFirmwareStatusNotificationResponse
  @inline(__always) public static var action: Action { .signedFirmwareStatusNotification }

  public init(status: SignedFirmwareStatus, requestId: Int? = nil) {
    self.status = status
    self.requestId = requestId
  }

  public init(blank: ()) {
    status = .downloaded
    requestId = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{6}\u{19}\u{0}\u{9}\u{1}\u{2}statusrequestId\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: requestId = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, requestId)
    writer.endObject()
  }
}

/// `SignedFirmwareStatusNotification.conf`, central system to station.
public struct SignedFirmwareStatusNotificationResponse: OCPPObject, Equatable {

  public init() {
  }

  public init(blank: ()) {
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    _ = reader.next(&seen, Self.table)
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

/// `SignedUpdateFirmware.req`, central system to station.
public struct SignedUpdateFirmwareRequest: OCPPRequest, Equatable {
  public var retries: Int?
  public var retryInterval: Int?
  public var requestId: Int
  public var firmware: Firmware

  public typealias Response = SignedUpdateFirmwareResponse
  @inline(__always) public static var action: Action { .signedUpdateFirmware }

  public init(retries: Int? = nil, retryInterval: Int? = nil, requestId: Int, firmware: Firmware) {
    self.retries = retries
    self.retryInterval = retryInterval
    self.requestId = requestId
    self.firmware = firmware
  }

  public init(blank: ()) {
    retries = nil
    retryInterval = nil
    requestId = 0
    firmware = Firmware(blank: ())
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{E}\u{0}\u{C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{7}\u{22}\u{0}\u{D}\u{2F}\u{0}\u{9}\u{38}\u{0}\u{8}\u{1}\u{3}\u{4}\u{2}retriesretryIntervalrequestIdfirmware\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: retries = reader.int()
      case 1: retryInterval = reader.int()
      case 2: requestId = reader.int()
      case 3: firmware.read(&reader)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, retries)
    writer.member(Self.table, 1, retryInterval)
    writer.member(Self.table, 2, requestId)
    writer.member(Self.table, 3, firmware)
    writer.endObject()
  }
}

/// `SignedUpdateFirmware.conf`, station to central system.
public struct SignedUpdateFirmwareResponse: OCPPObject, Equatable {
  public var status: UpdateFirmwareStatus

  public init(status: UpdateFirmwareStatus) {
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
