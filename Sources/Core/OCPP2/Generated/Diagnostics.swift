// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// `ClearVariableMonitoringRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct ClearVariableMonitoringRequest: OCPPRequest {
  public var id: [Int]
  public var customData: CustomData?

  public typealias Response = ClearVariableMonitoringResponse
  @inline(__always) public static var action: Action { .clearVariableMonitoring }

  public init(id: [Int], customData: CustomData? = nil) {
    self.id = id
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(id: [])
  }

  public static let blank = Blank<ClearVariableMonitoringRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{2}\u{15}\u{0}\u{A}\u{2}\u{1}idcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.array(1, .max) { $0.intOnceUnbounded(0, Int(Int32.max)) }
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

/// `ClearVariableMonitoringResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct ClearVariableMonitoringResponse: OCPPMessagePart {
  public var clearMonitoringResult: [ClearMonitoringResult]
  public var customData: CustomData?

  public init(clearMonitoringResult: [ClearMonitoringResult], customData: CustomData? = nil) {
    self.clearMonitoringResult = clearMonitoringResult
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(clearMonitoringResult: [])
  }

  public static let blank = Blank<ClearVariableMonitoringResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{15}\u{28}\u{0}\u{A}\u{2}\u{1}clearMonitoringResultcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.objects(&clearMonitoringResult, 1, .max)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, clearMonitoringResult)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `CustomerInformationRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct CustomerInformationRequest: OCPPRequest {
  @Boxed public var customerCertificate: CertificateHashData?
  public var idToken: IdToken?
  public var requestId: Int
  public var report: Bool
  public var clear: Bool
  public var customerIdentifier: Text?
  public var customData: CustomData?

  public typealias Response = CustomerInformationResponse
  @inline(__always) public static var action: Action { .customerInformation }

  public init(customerCertificate: CertificateHashData? = nil, idToken: IdToken? = nil, requestId: Int, report: Bool, clear: Bool, customerIdentifier: Text? = nil, customData: CustomData? = nil) {
    self.customerCertificate = customerCertificate
    self.idToken = idToken
    self.requestId = requestId
    self.report = report
    self.clear = clear
    self.customerIdentifier = customerIdentifier
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0, report: false, clear: false)
  }

  public static let blank = Blank<CustomerInformationRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{34}\u{0}\u{1C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{13}\u{3B}\u{0}\u{7}\u{42}\u{0}\u{9}\u{4B}\u{0}\u{6}\u{51}\u{0}\u{5}\u{56}\u{0}\u{12}\u{68}\u{0}\u{A}\u{5}\u{0}\u{7}\u{3}\u{6}\u{1}\u{4}\u{2}customerCertificateidTokenrequestIdreportclearcustomerIdentifiercustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: var part = CertificateHashData.makeBlank(); part.read(&reader); customerCertificate = part
      case 1: reader.part(&idToken)
      case 2: requestId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 3: report = reader.bool()
      case 4: clear = reader.bool()
      case 5: customerIdentifier = reader.text(64)
      case 6: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, customerCertificate)
    writer.member(Self.table, 1, idToken)
    writer.member(Self.table, 2, requestId)
    writer.member(Self.table, 3, report)
    writer.member(Self.table, 4, clear)
    writer.member(Self.table, 5, customerIdentifier)
    writer.member(Self.table, 6, customData)
    writer.endObject()
  }
}

/// `CustomerInformationResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct CustomerInformationResponse: OCPPMessagePart {
  public var status: CustomerInformationStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: CustomerInformationStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<CustomerInformationResponse>()

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

/// `GetLogRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct GetLogRequest: OCPPRequest {
  public var log: LogParameters
  public var logType: LogType
  public var requestId: Int
  public var retries: Int?
  public var retryInterval: Int?
  public var customData: CustomData?

  public typealias Response = GetLogResponse
  @inline(__always) public static var action: Action { .getLog }

  public init(log: LogParameters, logType: LogType, requestId: Int, retries: Int? = nil, retryInterval: Int? = nil, customData: CustomData? = nil) {
    self.log = log
    self.logType = logType
    self.requestId = requestId
    self.retries = retries
    self.retryInterval = retryInterval
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(log: LogParameters(blank: ()), logType: .diagnosticsLog, requestId: 0)
  }

  public static let blank = Blank<GetLogRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{1}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{3}\u{28}\u{0}\u{7}\u{2F}\u{0}\u{9}\u{38}\u{0}\u{7}\u{3F}\u{0}\u{D}\u{4C}\u{0}\u{A}\u{0}\u{4}\u{5}\u{3}\u{2}\u{0}\u{1}\u{6}loglogTyperequestIdretriesretryIntervalcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: log.read(&reader)
      case 1: logType = reader.word(olderCount: 2)
      case 2: requestId = reader.int()
      case 3: retries = reader.intOnceUnbounded(0, Int(Int32.max))
      case 4: retryInterval = reader.int()
      case 5: customData = reader.customData()
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
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// `GetLogResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct GetLogResponse: OCPPMessagePart {
  public var status: LogStatus
  public var statusInfo: StatusInfo?
  public var filename: Text?
  public var customData: CustomData?

  public init(status: LogStatus, statusInfo: StatusInfo? = nil, filename: Text? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.filename = filename
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<GetLogResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{9}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{A}\u{2B}\u{0}\u{8}\u{33}\u{0}\u{A}\u{1}\u{3}\u{4}\u{2}statusstatusInfofilenamecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: reader.part(&statusInfo)
      case 2: filename = reader.text(255)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, filename)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `GetMonitoringReportRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct GetMonitoringReportRequest: OCPPRequest {
  public var componentVariable: [ComponentVariable]?
  public var requestId: Int
  public var monitoringCriteria: [MonitoringCriterion]?
  public var customData: CustomData?

  public typealias Response = GetMonitoringReportResponse
  @inline(__always) public static var action: Action { .getMonitoringReport }

  public init(componentVariable: [ComponentVariable]? = nil, requestId: Int, monitoringCriteria: [MonitoringCriterion]? = nil, customData: CustomData? = nil) {
    self.componentVariable = componentVariable
    self.requestId = requestId
    self.monitoringCriteria = monitoringCriteria
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0)
  }

  public static let blank = Blank<GetMonitoringReportRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{19}\u{0}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{11}\u{2C}\u{0}\u{9}\u{35}\u{0}\u{12}\u{47}\u{0}\u{A}\u{1}\u{4}\u{3}\u{2}componentVariablerequestIdmonitoringCriteriacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: componentVariable = []; reader.objects(&componentVariable!, 1, .max)
      case 1: requestId = reader.int()
      case 2: monitoringCriteria = reader.array(1, 3) { $0.word() }
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, componentVariable)
    writer.member(Self.table, 1, requestId)
    writer.member(Self.table, 2, monitoringCriteria)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// `GetMonitoringReportResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct GetMonitoringReportResponse: OCPPMessagePart {
  public var status: GenericDeviceModelStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: GenericDeviceModelStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<GetMonitoringReportResponse>()

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

/// `LogStatusNotificationRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct LogStatusNotificationRequest: OCPPRequest {
  public var status: UploadLogStatus
  public var requestId: Int?
  /// Only in 2.1.
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public typealias Response = LogStatusNotificationResponse
  @inline(__always) public static var action: Action { .logStatusNotification }

  public init(status: UploadLogStatus, requestId: Int? = nil, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.requestId = requestId
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .badMessage)
  }

  public static let blank = Blank<LogStatusNotificationRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{9}\u{2A}\u{0}\u{A}\u{34}\u{0}\u{A}\u{4}\u{1}\u{3}\u{2}statusrequestIdcustomDatastatusInfo\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{6}\u{1E}\u{0}\u{9}\u{27}\u{0}\u{A}\u{0}\u{1}\u{3}\u{2}statusrequestIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: status = reader.word()
      case 1: requestId = reader.int()
      case 2: customData = reader.customData()
      case 3: reader.part(&statusInfo)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, requestId)
    writer.member(Self.table, 2, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 3, statusInfo)
    }
    writer.endObject()
  }
}

/// `LogStatusNotificationResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct LogStatusNotificationResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<LogStatusNotificationResponse>()

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

/// `NotifyCustomerInformationRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct NotifyCustomerInformationRequest: OCPPRequest {
  public var data: Text
  /// `false` when absent.
  public var tbc: Bool?
  public var seqNo: Int
  public var generatedAt: DateTime
  public var requestId: Int
  public var customData: CustomData?

  public typealias Response = NotifyCustomerInformationResponse
  @inline(__always) public static var action: Action { .notifyCustomerInformation }

  public init(data: Text, tbc: Bool? = nil, seqNo: Int, generatedAt: DateTime, requestId: Int, customData: CustomData? = nil) {
    self.data = data
    self.tbc = tbc
    self.seqNo = seqNo
    self.generatedAt = generatedAt
    self.requestId = requestId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(data: Text(), seqNo: 0, generatedAt: DateTime(milliseconds: 0), requestId: 0)
  }

  public static let blank = Blank<NotifyCustomerInformationRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{0}\u{0}\u{1D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{4}\u{29}\u{0}\u{3}\u{2C}\u{0}\u{5}\u{31}\u{0}\u{B}\u{3C}\u{0}\u{9}\u{45}\u{0}\u{A}\u{3}\u{1}\u{4}\u{5}\u{2}\u{0}\u{0}\u{6}datatbcseqNogeneratedAtrequestIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: data = reader.text(512)
      case 1: tbc = reader.bool()
      case 2: seqNo = reader.intOnceUnbounded(0, Int(Int32.max))
      case 3: generatedAt = reader.dateTime()
      case 4: requestId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, data)
    writer.member(Self.table, 1, tbc)
    writer.member(Self.table, 2, seqNo)
    writer.member(Self.table, 3, generatedAt)
    writer.member(Self.table, 4, requestId)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// `NotifyCustomerInformationResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct NotifyCustomerInformationResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyCustomerInformationResponse>()

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

/// `NotifyEventRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct NotifyEventRequest: OCPPRequest {
  public var generatedAt: DateTime
  /// `false` when absent.
  public var tbc: Bool?
  public var seqNo: Int
  public var eventData: [EventData]
  public var customData: CustomData?

  public typealias Response = NotifyEventResponse
  @inline(__always) public static var action: Action { .notifyEvent }

  public init(generatedAt: DateTime, tbc: Bool? = nil, seqNo: Int, eventData: [EventData], customData: CustomData? = nil) {
    self.generatedAt = generatedAt
    self.tbc = tbc
    self.seqNo = seqNo
    self.eventData = eventData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(generatedAt: DateTime(milliseconds: 0), seqNo: 0, eventData: [])
  }

  public static let blank = Blank<NotifyEventRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{4}\u{0}\u{D}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{3}\u{30}\u{0}\u{5}\u{35}\u{0}\u{9}\u{3E}\u{0}\u{A}\u{0}\u{2}\u{0}\u{0}\u{3}\u{5}\u{1}\u{4}generatedAttbcseqNoeventDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: generatedAt = reader.dateTime()
      case 1: tbc = reader.bool()
      case 2: seqNo = reader.intOnceUnbounded(0, Int(Int32.max))
      case 3: reader.objects(&eventData, 1, .max)
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, generatedAt)
    writer.member(Self.table, 1, tbc)
    writer.member(Self.table, 2, seqNo)
    writer.member(Self.table, 3, eventData)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// `NotifyEventResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct NotifyEventResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyEventResponse>()

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

/// `NotifyMonitoringReportRequest`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct NotifyMonitoringReportRequest: OCPPRequest {
  public var monitor: [MonitoringData]?
  public var requestId: Int
  /// `false` when absent.
  public var tbc: Bool?
  public var seqNo: Int
  public var generatedAt: DateTime
  public var customData: CustomData?

  public typealias Response = NotifyMonitoringReportResponse
  @inline(__always) public static var action: Action { .notifyMonitoringReport }

  public init(monitor: [MonitoringData]? = nil, requestId: Int, tbc: Bool? = nil, seqNo: Int, generatedAt: DateTime, customData: CustomData? = nil) {
    self.monitor = monitor
    self.requestId = requestId
    self.tbc = tbc
    self.seqNo = seqNo
    self.generatedAt = generatedAt
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(requestId: 0, seqNo: 0, generatedAt: DateTime(milliseconds: 0))
  }

  public static let blank = Blank<NotifyMonitoringReportRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{6}\u{0}\u{0}\u{1A}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{7}\u{2C}\u{0}\u{9}\u{35}\u{0}\u{3}\u{38}\u{0}\u{5}\u{3D}\u{0}\u{B}\u{48}\u{0}\u{A}\u{4}\u{1}\u{5}\u{2}\u{3}\u{0}\u{0}\u{6}monitorrequestIdtbcseqNogeneratedAtcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: monitor = []; reader.objects(&monitor!, 1, .max)
      case 1: requestId = reader.int()
      case 2: tbc = reader.bool()
      case 3: seqNo = reader.intOnceUnbounded(0, Int(Int32.max))
      case 4: generatedAt = reader.dateTime()
      case 5: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, monitor)
    writer.member(Self.table, 1, requestId)
    writer.member(Self.table, 2, tbc)
    writer.member(Self.table, 3, seqNo)
    writer.member(Self.table, 4, generatedAt)
    writer.member(Self.table, 5, customData)
    writer.endObject()
  }
}

/// `NotifyMonitoringReportResponse`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct NotifyMonitoringReportResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyMonitoringReportResponse>()

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

/// `SetMonitoringBaseRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct SetMonitoringBaseRequest: OCPPRequest {
  public var monitoringBase: MonitoringBase
  public var customData: CustomData?

  public typealias Response = SetMonitoringBaseResponse
  @inline(__always) public static var action: Action { .setMonitoringBase }

  public init(monitoringBase: MonitoringBase, customData: CustomData? = nil) {
    self.monitoringBase = monitoringBase
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(monitoringBase: .all)
  }

  public static let blank = Blank<SetMonitoringBaseRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{E}\u{21}\u{0}\u{A}\u{1}\u{2}monitoringBasecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: monitoringBase = reader.word()
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, monitoringBase)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `SetMonitoringBaseResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct SetMonitoringBaseResponse: OCPPMessagePart {
  public var status: GenericDeviceModelStatus
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: GenericDeviceModelStatus, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted)
  }

  public static let blank = Blank<SetMonitoringBaseResponse>()

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

/// `SetMonitoringLevelRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct SetMonitoringLevelRequest: OCPPRequest {
  public var severity: Int
  public var customData: CustomData?

  public typealias Response = SetMonitoringLevelResponse
  @inline(__always) public static var action: Action { .setMonitoringLevel }

  public init(severity: Int, customData: CustomData? = nil) {
    self.severity = severity
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(severity: 0)
  }

  public static let blank = Blank<SetMonitoringLevelRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{8}\u{1B}\u{0}\u{A}\u{1}\u{2}severitycustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: severity = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, severity)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `SetMonitoringLevelResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct SetMonitoringLevelResponse: OCPPMessagePart {
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

  public static let blank = Blank<SetMonitoringLevelResponse>()

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

/// `SetVariableMonitoringRequest`, CSMS to station (OCPP 2.0.1 and 2.1, block N).
public struct SetVariableMonitoringRequest: OCPPRequest {
  public var setMonitoringData: [SetMonitoringData]
  public var customData: CustomData?

  public typealias Response = SetVariableMonitoringResponse
  @inline(__always) public static var action: Action { .setVariableMonitoring }

  public init(setMonitoringData: [SetMonitoringData], customData: CustomData? = nil) {
    self.setMonitoringData = setMonitoringData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(setMonitoringData: [])
  }

  public static let blank = Blank<SetVariableMonitoringRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{11}\u{24}\u{0}\u{A}\u{2}\u{1}setMonitoringDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.objects(&setMonitoringData, 1, .max)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, setMonitoringData)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `SetVariableMonitoringResponse`, station to CSMS (OCPP 2.0.1 and 2.1, block N).
public struct SetVariableMonitoringResponse: OCPPMessagePart {
  public var setMonitoringResult: [SetMonitoringResult]
  public var customData: CustomData?

  public init(setMonitoringResult: [SetMonitoringResult], customData: CustomData? = nil) {
    self.setMonitoringResult = setMonitoringResult
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(setMonitoringResult: [])
  }

  public static let blank = Blank<SetVariableMonitoringResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{13}\u{26}\u{0}\u{A}\u{1}\u{2}setMonitoringResultcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.objects(&setMonitoringResult, 1, .max)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, setMonitoringResult)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `AdjustPeriodicEventStreamRequest`, CSMS to station (OCPP 2.1, block N).
public struct AdjustPeriodicEventStreamRequest: OCPPRequest {
  public var id: Int?
  public var params: PeriodicEventStreamParams?
  public var customData: CustomData?

  public typealias Response = AdjustPeriodicEventStreamResponse
  @inline(__always) public static var action: Action { .adjustPeriodicEventStream }

  public init(id: Int? = nil, params: PeriodicEventStreamParams? = nil, customData: CustomData? = nil) {
    self.id = id
    self.params = params
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<AdjustPeriodicEventStreamRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{2}\u{1A}\u{0}\u{6}\u{20}\u{0}\u{A}\u{2}\u{0}\u{3}\u{1}idparamscustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.int(0, Int(Int32.max))
      case 1: reader.part(&params)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, params)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// `AdjustPeriodicEventStreamResponse`, station to CSMS (OCPP 2.1, block N).
public struct AdjustPeriodicEventStreamResponse: OCPPMessagePart {
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

  public static let blank = Blank<AdjustPeriodicEventStreamResponse>()

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

/// `ClosePeriodicEventStreamRequest`, station to CSMS (OCPP 2.1, block N).
public struct ClosePeriodicEventStreamRequest: OCPPRequest {
  public var id: Int?
  public var customData: CustomData?

  public typealias Response = ClosePeriodicEventStreamResponse
  @inline(__always) public static var action: Action { .closePeriodicEventStream }

  public init(id: Int? = nil, customData: CustomData? = nil) {
    self.id = id
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClosePeriodicEventStreamRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{2}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{2}\u{15}\u{0}\u{A}\u{2}\u{1}idcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.int(0, Int(Int32.max))
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

/// `ClosePeriodicEventStreamResponse`, CSMS to station (OCPP 2.1, block N).
public struct ClosePeriodicEventStreamResponse: OCPPMessagePart {
  public var customData: CustomData?

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ClosePeriodicEventStreamResponse>()

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

/// `GetPeriodicEventStreamRequest`, CSMS to station (OCPP 2.1, block N).
public struct GetPeriodicEventStreamRequest: OCPPRequest {
  public var customData: CustomData?

  public typealias Response = GetPeriodicEventStreamResponse
  @inline(__always) public static var action: Action { .getPeriodicEventStream }

  public init(customData: CustomData? = nil) {
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetPeriodicEventStreamRequest>()

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

/// `GetPeriodicEventStreamResponse`, station to CSMS (OCPP 2.1, block N).
public struct GetPeriodicEventStreamResponse: OCPPMessagePart {
  public var constantStreamData: [ConstantStreamData]?
  public var customData: CustomData?

  public init(constantStreamData: [ConstantStreamData]? = nil, customData: CustomData? = nil) {
    self.constantStreamData = constantStreamData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<GetPeriodicEventStreamResponse>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{12}\u{25}\u{0}\u{A}\u{1}\u{2}constantStreamDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: constantStreamData = []; reader.objects(&constantStreamData!, 1, .max)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, constantStreamData)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `NotifyPeriodicEventStream`, station to CSMS (OCPP 2.1, block N).
public struct NotifyPeriodicEventStream: OCPPSend {
  public var data: [StreamDataElement]?
  public var id: Int?
  public var pending: Int?
  public var basetime: DateTime?
  public var customData: CustomData?

  @inline(__always) public static var action: Action { .notifyPeriodicEventStream }

  public init(data: [StreamDataElement]? = nil, id: Int? = nil, pending: Int? = nil, basetime: DateTime? = nil, customData: CustomData? = nil) {
    self.data = data
    self.id = id
    self.pending = pending
    self.basetime = basetime
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<NotifyPeriodicEventStream>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{1}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{4}\u{26}\u{0}\u{2}\u{28}\u{0}\u{7}\u{2F}\u{0}\u{8}\u{37}\u{0}\u{A}\u{3}\u{0}\u{0}\u{2}\u{1}\u{4}\u{0}\u{5}dataidpendingbasetimecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: data = []; reader.objects(&data!, 1, .max)
      case 1: id = reader.int(0, Int(Int32.max))
      case 2: pending = reader.int(0, Int(Int32.max))
      case 3: basetime = reader.dateTime()
      case 4: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, data)
    writer.member(Self.table, 1, id)
    writer.member(Self.table, 2, pending)
    writer.member(Self.table, 3, basetime)
    writer.member(Self.table, 4, customData)
    writer.endObject()
  }
}

/// `OpenPeriodicEventStreamRequest`, station to CSMS (OCPP 2.1, block N).
public struct OpenPeriodicEventStreamRequest: OCPPRequest {
  public var constantStreamData: ConstantStreamData?
  public var customData: CustomData?

  public typealias Response = OpenPeriodicEventStreamResponse
  @inline(__always) public static var action: Action { .openPeriodicEventStream }

  public init(constantStreamData: ConstantStreamData? = nil, customData: CustomData? = nil) {
    self.constantStreamData = constantStreamData
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<OpenPeriodicEventStreamRequest>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{12}\u{25}\u{0}\u{A}\u{1}\u{2}constantStreamDatacustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    if reader.is201 { return reader.refuseNewerMessage() }
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: reader.part(&constantStreamData)
      case 1: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, constantStreamData)
    writer.member(Self.table, 1, customData)
    writer.endObject()
  }
}

/// `OpenPeriodicEventStreamResponse`, CSMS to station (OCPP 2.1, block N).
public struct OpenPeriodicEventStreamResponse: OCPPMessagePart {
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

  public static let blank = Blank<OpenPeriodicEventStreamResponse>()

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

/// Part of AdjustPeriodicEventStream, GetPeriodicEventStream, OpenPeriodicEventStream, SetVariableMonitoring. Only in 2.1.
public struct PeriodicEventStreamParams: OCPPMessagePart {
  public var interval: Int?
  public var values: Int?
  public var customData: CustomData?

  public init(interval: Int? = nil, values: Int? = nil, customData: CustomData? = nil) {
    self.interval = interval
    self.values = values
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<PeriodicEventStreamParams>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{8}\u{20}\u{0}\u{6}\u{26}\u{0}\u{A}\u{1}\u{0}\u{3}\u{2}intervalvaluescustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: interval = reader.int(0, Int(Int32.max))
      case 1: values = reader.int(0, Int(Int32.max))
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, interval)
    writer.member(Self.table, 1, values)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of ClearVariableMonitoring.
public struct ClearMonitoringResult: OCPPMessagePart {
  public var status: ClearMonitoringStatus
  public var id: Int
  public var statusInfo: StatusInfo?
  public var customData: CustomData?

  public init(status: ClearMonitoringStatus, id: Int, statusInfo: StatusInfo? = nil, customData: CustomData? = nil) {
    self.status = status
    self.id = id
    self.statusInfo = statusInfo
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted, id: 0)
  }

  public static let blank = Blank<ClearMonitoringResult>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{6}\u{21}\u{0}\u{2}\u{23}\u{0}\u{A}\u{2D}\u{0}\u{A}\u{3}\u{1}\u{4}\u{2}statusidstatusInfocustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: status = reader.word()
      case 1: id = reader.intOnceUnbounded(0, Int(Int32.max))
      case 2: reader.part(&statusInfo)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, status)
    writer.member(Self.table, 1, id)
    writer.member(Self.table, 2, statusInfo)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of GetLog.
public struct LogParameters: OCPPMessagePart {
  public var remoteLocation: Text
  public var oldestTimestamp: DateTime?
  public var latestTimestamp: DateTime?
  public var customData: CustomData?

  public init(remoteLocation: Text, oldestTimestamp: DateTime? = nil, latestTimestamp: DateTime? = nil, customData: CustomData? = nil) {
    self.remoteLocation = remoteLocation
    self.oldestTimestamp = oldestTimestamp
    self.latestTimestamp = latestTimestamp
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(remoteLocation: Text())
  }

  public static let blank = Blank<LogParameters>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{A}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{E}\u{29}\u{0}\u{F}\u{38}\u{0}\u{F}\u{47}\u{0}\u{A}\u{3}\u{1}\u{4}\u{2}remoteLocationoldestTimestamplatestTimestampcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: remoteLocation = reader.text(older: 512, 2000)
      case 1: oldestTimestamp = reader.dateTime()
      case 2: latestTimestamp = reader.dateTime()
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, remoteLocation)
    writer.member(Self.table, 1, oldestTimestamp)
    writer.member(Self.table, 2, latestTimestamp)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of GetPeriodicEventStream, OpenPeriodicEventStream. Only in 2.1.
public struct ConstantStreamData: OCPPMessagePart {
  public var id: Int?
  public var params: PeriodicEventStreamParams?
  public var variableMonitoringId: Int?
  public var customData: CustomData?

  public init(id: Int? = nil, params: PeriodicEventStreamParams? = nil, variableMonitoringId: Int? = nil, customData: CustomData? = nil) {
    self.id = id
    self.params = params
    self.variableMonitoringId = variableMonitoringId
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<ConstantStreamData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{A}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{2}\u{1D}\u{0}\u{6}\u{23}\u{0}\u{14}\u{37}\u{0}\u{A}\u{3}\u{1}\u{4}\u{2}idparamsvariableMonitoringIdcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.int(0, Int(Int32.max))
      case 1: reader.part(&params)
      case 2: variableMonitoringId = reader.int(0, Int(Int32.max))
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, params)
    writer.member(Self.table, 2, variableMonitoringId)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of NotifyEvent.
public struct EventData: OCPPMessagePart {
  public var eventId: Int
  public var timestamp: DateTime
  public var trigger: EventTrigger
  public var cause: Int?
  public var actualValue: Text
  public var techCode: Text?
  public var techInfo: Text?
  public var cleared: Bool?
  public var transactionId: Text?
  public var component: Component
  public var variableMonitoringId: Int?
  public var eventNotificationType: EventNotificationType
  public var variable: Variable
  /// Only in 2.1.
  public var severity: Int?
  public var customData: CustomData?

  public init(eventId: Int, timestamp: DateTime, trigger: EventTrigger, cause: Int? = nil, actualValue: Text, techCode: Text? = nil, techInfo: Text? = nil, cleared: Bool? = nil, transactionId: Text? = nil, component: Component, variableMonitoringId: Int? = nil, eventNotificationType: EventNotificationType, variable: Variable, severity: Int? = nil, customData: CustomData? = nil) {
    self.eventId = eventId
    self.timestamp = timestamp
    self.trigger = trigger
    self.cause = cause
    self.actualValue = actualValue
    self.techCode = techCode
    self.techInfo = techInfo
    self.cleared = cleared
    self.transactionId = transactionId
    self.component = component
    self.variableMonitoringId = variableMonitoringId
    self.eventNotificationType = eventNotificationType
    self.variable = variable
    self.severity = severity
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(eventId: 0, timestamp: DateTime(milliseconds: 0), trigger: .alerting, actualValue: Text(), component: Component(blank: ()), eventNotificationType: .hardWiredNotification, variable: Variable(blank: ()))
  }

  public static let blank = Blank<EventData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{5}\u{F}\u{2}\u{0}\u{17}\u{34}\u{0}\u{0}\u{0}\u{0}\u{0}\u{58}\u{0}\u{7}\u{5F}\u{0}\u{9}\u{68}\u{0}\u{7}\u{6F}\u{0}\u{5}\u{74}\u{0}\u{B}\u{7F}\u{0}\u{8}\u{7}\u{1}\u{8}\u{F}\u{1}\u{7}\u{16}\u{1}\u{D}\u{23}\u{1}\u{9}\u{2C}\u{1}\u{14}\u{40}\u{1}\u{15}\u{55}\u{1}\u{8}\u{5D}\u{1}\u{A}\u{67}\u{1}\u{8}\u{0}\u{0}\u{B}\u{D}\u{0}\u{0}\u{9}\u{A}\u{C}\u{0}\u{4}\u{1}\u{0}\u{6}\u{3}\u{0}\u{0}\u{0}\u{8}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{2}\u{5}\u{E}\u{0}eventIdtimestamptriggercauseactualValuetechCodetechInfoclearedtransactionIdcomponentvariableMonitoringIdeventNotificationTypevariablecustomDataseverity\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{4}\u{E}\u{11}\u{57}\u{17}\u{34}\u{0}\u{0}\u{0}\u{0}\u{0}\u{45}\u{0}\u{7}\u{4C}\u{0}\u{9}\u{55}\u{0}\u{7}\u{5C}\u{0}\u{5}\u{61}\u{0}\u{B}\u{6C}\u{0}\u{8}\u{74}\u{0}\u{8}\u{7C}\u{0}\u{7}\u{3}\u{1}\u{D}\u{10}\u{1}\u{9}\u{19}\u{1}\u{14}\u{2D}\u{1}\u{15}\u{42}\u{1}\u{8}\u{4A}\u{1}\u{A}\u{D}\u{0}\u{4}\u{9}\u{A}\u{6}\u{B}\u{8}\u{0}\u{3}\u{5}\u{7}\u{E}\u{2}\u{1}\u{C}eventIdtimestamptriggercauseactualValuetechCodetechInfoclearedtransactionIdcomponentvariableMonitoringIdeventNotificationTypevariablecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: eventId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: timestamp = reader.dateTime()
      case 2: trigger = reader.word()
      case 3: cause = reader.intOnceUnbounded(0, Int(Int32.max))
      case 4: actualValue = reader.text(2500)
      case 5: techCode = reader.text(50)
      case 6: techInfo = reader.text(500)
      case 7: cleared = reader.bool()
      case 8: transactionId = reader.text(36)
      case 9: component.read(&reader)
      case 10: variableMonitoringId = reader.intOnceUnbounded(0, Int(Int32.max))
      case 11: eventNotificationType = reader.word()
      case 12: variable.read(&reader)
      case 13: customData = reader.customData()
      case 14: severity = reader.int(0, Int(Int32.max))
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, eventId)
    writer.member(Self.table, 1, timestamp)
    writer.member(Self.table, 2, trigger)
    writer.member(Self.table, 3, cause)
    writer.member(Self.table, 4, actualValue)
    writer.member(Self.table, 5, techCode)
    writer.member(Self.table, 6, techInfo)
    writer.member(Self.table, 7, cleared)
    writer.member(Self.table, 8, transactionId)
    writer.member(Self.table, 9, component)
    writer.member(Self.table, 10, variableMonitoringId)
    writer.member(Self.table, 11, eventNotificationType)
    writer.member(Self.table, 12, variable)
    writer.member(Self.table, 13, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 14, severity)
    }
    writer.endObject()
  }
}

/// Part of NotifyMonitoringReport.
public struct MonitoringData: OCPPMessagePart {
  public var component: Component
  public var variable: Variable
  public var variableMonitoring: [VariableMonitoring]
  public var customData: CustomData?

  public init(component: Component, variable: Variable, variableMonitoring: [VariableMonitoring], customData: CustomData? = nil) {
    self.component = component
    self.variable = variable
    self.variableMonitoring = variableMonitoring
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(component: Component(blank: ()), variable: Variable(blank: ()), variableMonitoring: [])
  }

  public static let blank = Blank<MonitoringData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{1}\u{0}\u{7}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{9}\u{24}\u{0}\u{8}\u{2C}\u{0}\u{12}\u{3E}\u{0}\u{A}\u{1}\u{3}\u{2}\u{4}componentvariablevariableMonitoringcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: component.read(&reader)
      case 1: variable.read(&reader)
      case 2: reader.objects(&variableMonitoring, 1, .max)
      case 3: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, component)
    writer.member(Self.table, 1, variable)
    writer.member(Self.table, 2, variableMonitoring)
    writer.member(Self.table, 3, customData)
    writer.endObject()
  }
}

/// Part of NotifyMonitoringReport.
public struct VariableMonitoring: OCPPMessagePart {
  public var id: Int
  public var transaction: Bool
  public var value: Decimal
  public var type: MonitorType
  public var severity: Int
  /// Only in 2.1, where it is required.
  public var eventNotificationType: EventNotificationType?
  public var customData: CustomData?

  public init(id: Int, transaction: Bool, value: Decimal, type: MonitorType, severity: Int, eventNotificationType: EventNotificationType? = nil, customData: CustomData? = nil) {
    self.id = id
    self.transaction = transaction
    self.value = value
    self.type = type
    self.severity = severity
    self.eventNotificationType = eventNotificationType
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(id: 0, transaction: false, value: Decimal(0), type: .upperThreshold, severity: 0)
  }

  public static let blank = Blank<VariableMonitoring>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{13}\u{0}\u{5F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{2}\u{2A}\u{0}\u{B}\u{35}\u{0}\u{5}\u{3A}\u{0}\u{4}\u{3E}\u{0}\u{8}\u{46}\u{0}\u{A}\u{50}\u{0}\u{15}\u{1}\u{0}\u{7}\u{4}\u{6}\u{2}\u{3}\u{5}idtransactionvaluetypeseveritycustomDataeventNotificationType\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{3}\u{6}\u{13}\u{0}\u{1F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{25}\u{0}\u{2}\u{27}\u{0}\u{B}\u{32}\u{0}\u{5}\u{37}\u{0}\u{4}\u{3B}\u{0}\u{8}\u{43}\u{0}\u{A}\u{1}\u{0}\u{0}\u{4}\u{6}\u{2}\u{3}\u{5}idtransactionvaluetypeseveritycustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: id = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: transaction = reader.bool()
      case 2: value = reader.decimal()
      case 3: type = reader.word(olderCount: 5)
      case 4: severity = reader.intOnceUnbounded(0, Int(Int32.max))
      case 5: customData = reader.customData()
      case 6: eventNotificationType = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, transaction)
    writer.member(Self.table, 2, value)
    writer.member(Self.table, 3, type)
    writer.member(Self.table, 4, severity)
    writer.member(Self.table, 5, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 6, eventNotificationType)
    }
    writer.endObject()
  }
}

/// Part of NotifyPeriodicEventStream. Only in 2.1.
public struct StreamDataElement: OCPPMessagePart {
  public var t: Decimal?
  public var v: Text?
  public var customData: CustomData?

  public init(t: Decimal? = nil, v: Text? = nil, customData: CustomData? = nil) {
    self.t = t
    self.v = v
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init()
  }

  public static let blank = Blank<StreamDataElement>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{1}\u{19}\u{0}\u{1}\u{1A}\u{0}\u{A}\u{0}\u{2}\u{1}\u{3}tvcustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: t = reader.decimal()
      case 1: v = reader.text(2500)
      case 2: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, t)
    writer.member(Self.table, 1, v)
    writer.member(Self.table, 2, customData)
    writer.endObject()
  }
}

/// Part of SetVariableMonitoring.
public struct SetMonitoringData: OCPPMessagePart {
  public var id: Int?
  /// Only in 2.1.
  public var periodicEventStream: PeriodicEventStreamParams?
  /// `false` when absent.
  public var transaction: Bool?
  public var value: Decimal
  public var type: MonitorType
  public var severity: Int
  public var component: Component
  public var variable: Variable
  public var customData: CustomData?

  public init(id: Int? = nil, periodicEventStream: PeriodicEventStreamParams? = nil, transaction: Bool? = nil, value: Decimal, type: MonitorType, severity: Int, component: Component, variable: Variable, customData: CustomData? = nil) {
    self.id = id
    self.periodicEventStream = periodicEventStream
    self.transaction = transaction
    self.value = value
    self.type = type
    self.severity = severity
    self.component = component
    self.variable = variable
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(value: Decimal(0), type: .upperThreshold, severity: 0, component: Component(blank: ()), variable: Variable(blank: ()))
  }

  public static let blank = Blank<SetMonitoringData>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{9}\u{18}\u{0}\u{7C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{2}\u{38}\u{0}\u{B}\u{43}\u{0}\u{5}\u{48}\u{0}\u{4}\u{4C}\u{0}\u{8}\u{54}\u{0}\u{9}\u{5D}\u{0}\u{8}\u{65}\u{0}\u{A}\u{6F}\u{0}\u{13}\u{2}\u{0}\u{8}\u{0}\u{0}\u{0}\u{0}\u{1}\u{7}\u{9}\u{3}\u{5}\u{4}\u{6}\u{0}\u{0}idtransactionvaluetypeseveritycomponentvariablecustomDataperiodicEventStream\0\0\0\0\0\0\0\0")
  }

  @inline(__always) static var olderTable: NameTable {
    NameTable("\u{3}\u{8}\u{19}\u{0}\u{7C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{2}\u{2D}\u{0}\u{B}\u{38}\u{0}\u{5}\u{3D}\u{0}\u{4}\u{41}\u{0}\u{8}\u{49}\u{0}\u{9}\u{52}\u{0}\u{8}\u{5A}\u{0}\u{A}\u{6}\u{8}\u{2}\u{4}\u{5}\u{7}\u{1}\u{3}idtransactionvaluetypeseveritycomponentvariablecustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    let table = reader.is201 ? Self.olderTable : Self.table
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, table) {
      case 0: id = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: transaction = reader.bool()
      case 2: value = reader.decimal()
      case 3: type = reader.word(olderCount: 5)
      case 4: severity = reader.intOnceUnbounded(0, Int(Int32.max))
      case 5: component.read(&reader)
      case 6: variable.read(&reader)
      case 7: customData = reader.customData()
      case 8: reader.part(&periodicEventStream)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, transaction)
    writer.member(Self.table, 2, value)
    writer.member(Self.table, 3, type)
    writer.member(Self.table, 4, severity)
    writer.member(Self.table, 5, component)
    writer.member(Self.table, 6, variable)
    writer.member(Self.table, 7, customData)
    if !writer.omitsNewerMembers {
      writer.member(Self.table, 8, periodicEventStream)
    }
    writer.endObject()
  }
}

/// Part of SetVariableMonitoring.
public struct SetMonitoringResult: OCPPMessagePart {
  public var id: Int?
  public var statusInfo: StatusInfo?
  public var status: SetMonitoringStatus
  public var type: MonitorType
  public var component: Component
  public var variable: Variable
  public var severity: Int
  public var customData: CustomData?

  public init(id: Int? = nil, statusInfo: StatusInfo? = nil, status: SetMonitoringStatus, type: MonitorType, component: Component, variable: Variable, severity: Int, customData: CustomData? = nil) {
    self.id = id
    self.statusInfo = statusInfo
    self.status = status
    self.type = type
    self.component = component
    self.variable = variable
    self.severity = severity
    self.customData = customData
  }

  @inline(__always) public init(blank: ()) {
    self.init(status: .accepted, type: .upperThreshold, component: Component(blank: ()), variable: Variable(blank: ()), severity: 0)
  }

  public static let blank = Blank<SetMonitoringResult>()

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{8}\u{52}\u{5}\u{7C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2B}\u{0}\u{2}\u{2D}\u{0}\u{A}\u{37}\u{0}\u{6}\u{3D}\u{0}\u{4}\u{41}\u{0}\u{9}\u{4A}\u{0}\u{8}\u{52}\u{0}\u{8}\u{5A}\u{0}\u{A}\u{5}\u{3}\u{4}\u{6}\u{7}\u{8}\u{1}\u{2}idstatusInfostatustypecomponentvariableseveritycustomData\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: id = reader.intOnceUnbounded(0, Int(Int32.max))
      case 1: reader.part(&statusInfo)
      case 2: status = reader.word()
      case 3: type = reader.word(olderCount: 5)
      case 4: component.read(&reader)
      case 5: variable.read(&reader)
      case 6: severity = reader.intOnceUnbounded(0, Int(Int32.max))
      case 7: customData = reader.customData()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, id)
    writer.member(Self.table, 1, statusInfo)
    writer.member(Self.table, 2, status)
    writer.member(Self.table, 3, type)
    writer.member(Self.table, 4, component)
    writer.member(Self.table, 5, variable)
    writer.member(Self.table, 6, severity)
    writer.member(Self.table, 7, customData)
    writer.endObject()
  }
}
