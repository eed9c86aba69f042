// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// `DiagnosticsStatusNotification.req`, station to central system (OCPP 1.6 §6.17).
public struct DiagnosticsStatusNotificationRequest: OCPPRequest, Equatable {
  public var status: DiagnosticsStatus

  public typealias Response = DiagnosticsStatusNotificationResponse
  @inline(__always) public static var action: Action { .diagnosticsStatusNotification }

  public init(status: DiagnosticsStatus) {
    self.status = status
  }

  public init(blank: ()) {
    status = .idle
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

/// `DiagnosticsStatusNotification.conf`, central system to station (OCPP 1.6 §6.18).
public struct DiagnosticsStatusNotificationResponse: OCPPObject, Equatable {

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

/// `FirmwareStatusNotification.req`, station to central system (OCPP 1.6 §6.19).
public struct FirmwareStatusNotificationRequest: OCPPRequest, Equatable {
  public var status: FirmwareStatus

  public typealias Response = FirmwareStatusNotificationResponse
  @inline(__always) public static var action: Action { .firmwareStatusNotification }

  public init(status: FirmwareStatus) {
    self.status = status
  }

  public init(blank: ()) {
    status = .downloaded
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

/// `FirmwareStatusNotification.conf`, central system to station (OCPP 1.6 §6.20).
public struct FirmwareStatusNotificationResponse: OCPPObject, Equatable {

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

/// `GetDiagnostics.req`, central system to station (OCPP 1.6 §6.25).
public struct GetDiagnosticsRequest: OCPPRequest, Equatable {
  public var startTime: DateTime?
  public var stopTime: DateTime?
  public var retries: Int?
  public var retryInterval: Int?
  public var location: Text

  public typealias Response = GetDiagnosticsResponse
  @inline(__always) public static var action: Action { .getDiagnostics }

  public init(location: Text, retries: Int? = nil, retryInterval: Int? = nil, startTime: DateTime? = nil, stopTime: DateTime? = nil) {
    self.location = location
    self.retries = retries
    self.retryInterval = retryInterval
    self.startTime = startTime
    self.stopTime = stopTime
  }

  public init(blank: ()) {
    location = Text()
    retries = nil
    retryInterval = nil
    startTime = nil
    stopTime = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{5}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{8}\u{2A}\u{0}\u{7}\u{31}\u{0}\u{D}\u{3E}\u{0}\u{9}\u{47}\u{0}\u{8}\u{3}\u{5}\u{2}\u{0}\u{0}\u{4}\u{1}\u{0}locationretriesretryIntervalstartTimestopTime\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: location = reader.text()
      case 1: retries = reader.int()
      case 2: retryInterval = reader.int()
      case 3: startTime = reader.dateTime()
      case 4: stopTime = reader.dateTime()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, location)
    writer.member(Self.table, 1, retries)
    writer.member(Self.table, 2, retryInterval)
    writer.member(Self.table, 3, startTime)
    writer.member(Self.table, 4, stopTime)
    writer.endObject()
  }
}

/// `GetDiagnostics.conf`, station to central system (OCPP 1.6 §6.26).
public struct GetDiagnosticsResponse: OCPPObject, Equatable {
  public var fileName: Text?

  public init(fileName: Text? = nil) {
    self.fileName = fileName
  }

  public init(blank: ()) {
    fileName = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{F}\u{0}\u{8}\u{1}fileName\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: fileName = reader.text(255)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, fileName)
    writer.endObject()
  }
}

/// `UpdateFirmware.req`, central system to station (OCPP 1.6 §6.55).
public struct UpdateFirmwareRequest: OCPPRequest, Equatable {
  public var retries: Int?
  public var retryInterval: Int?
  public var location: Text
  public var retrieveDate: DateTime

  public typealias Response = UpdateFirmwareResponse
  @inline(__always) public static var action: Action { .updateFirmware }

  public init(location: Text, retries: Int? = nil, retrieveDate: DateTime, retryInterval: Int? = nil) {
    self.location = location
    self.retries = retries
    self.retrieveDate = retrieveDate
    self.retryInterval = retryInterval
  }

  public init(blank: ()) {
    location = Text()
    retries = nil
    retrieveDate = DateTime(milliseconds: 0)
    retryInterval = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{2}\u{0}\u{5}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{7}\u{2A}\u{0}\u{C}\u{36}\u{0}\u{D}\u{4}\u{3}\u{1}\u{2}locationretriesretrieveDateretryInterval\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: location = reader.text()
      case 1: retries = reader.int()
      case 2: retrieveDate = reader.dateTime()
      case 3: retryInterval = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, location)
    writer.member(Self.table, 1, retries)
    writer.member(Self.table, 2, retrieveDate)
    writer.member(Self.table, 3, retryInterval)
    writer.endObject()
  }
}

/// `UpdateFirmware.conf`, station to central system (OCPP 1.6 §6.56).
public struct UpdateFirmwareResponse: OCPPObject, Equatable {

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
