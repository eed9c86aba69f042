// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// Part of Authorize, StartTransaction, StopTransaction, SendLocalList.
public struct IdTagInfo: OCPPObject, Equatable {
  public var expiryDate: DateTime?
  public var status: AuthorizationStatus
  public var parentIdTag: Text?

  public init(expiryDate: DateTime? = nil, parentIdTag: Text? = nil, status: AuthorizationStatus) {
    self.expiryDate = expiryDate
    self.parentIdTag = parentIdTag
    self.status = status
  }

  public init(blank: ()) {
    expiryDate = nil
    parentIdTag = nil
    status = .accepted
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{0}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{A}\u{22}\u{0}\u{B}\u{2D}\u{0}\u{6}\u{0}\u{1}\u{2}\u{3}expiryDateparentIdTagstatus\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: expiryDate = reader.dateTime()
      case 1: parentIdTag = reader.text(20)
      case 2: status = reader.word()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, expiryDate)
    writer.member(Self.table, 1, parentIdTag)
    writer.member(Self.table, 2, status)
    writer.endObject()
  }
}

/// Part of DeleteCertificate, GetInstalledCertificateIds.
public struct CertificateHashData: OCPPObject, Equatable {
  public var hashAlgorithm: HashAlgorithm
  public var issuerNameHash: Text
  public var issuerKeyHash: Text
  public var serialNumber: Text

  public init(hashAlgorithm: HashAlgorithm, issuerNameHash: Text, issuerKeyHash: Text, serialNumber: Text) {
    self.hashAlgorithm = hashAlgorithm
    self.issuerNameHash = issuerNameHash
    self.issuerKeyHash = issuerKeyHash
    self.serialNumber = serialNumber
  }

  public init(blank: ()) {
    hashAlgorithm = .sha256
    issuerNameHash = Text()
    issuerKeyHash = Text()
    serialNumber = Text()
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{4}\u{3}\u{0}\u{F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1B}\u{0}\u{D}\u{28}\u{0}\u{E}\u{36}\u{0}\u{D}\u{43}\u{0}\u{C}\u{1}\u{3}\u{4}\u{2}hashAlgorithmissuerNameHashissuerKeyHashserialNumber\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: hashAlgorithm = reader.word()
      case 1: issuerNameHash = reader.text(128)
      case 2: issuerKeyHash = reader.text(128)
      case 3: serialNumber = reader.text(40)
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
    writer.endObject()
  }
}

/// Part of RemoteStartTransaction, GetCompositeSchedule, SetChargingProfile.
public struct ChargingSchedulePeriod: OCPPObject, Equatable {
  public var limit: Decimal
  public var numberPhases: Int?
  public var startPeriod: Int

  public init(startPeriod: Int, limit: Decimal, numberPhases: Int? = nil) {
    self.startPeriod = startPeriod
    self.limit = limit
    self.numberPhases = numberPhases
  }

  public init(blank: ()) {
    startPeriod = 0
    limit = Decimal(0)
    numberPhases = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{2}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{B}\u{23}\u{0}\u{5}\u{28}\u{0}\u{C}\u{1}\u{0}\u{3}\u{2}startPeriodlimitnumberPhases\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: startPeriod = reader.int()
      case 1: limit = reader.decimal(fraction: 1)
      case 2: numberPhases = reader.int()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, startPeriod)
    writer.member(Self.table, 1, limit)
    writer.member(Self.table, 2, numberPhases)
    writer.endObject()
  }
}

/// Part of RemoteStartTransaction, GetCompositeSchedule, SetChargingProfile.
public struct ChargingSchedule: OCPPObject, Equatable {
  public var startSchedule: DateTime?
  public var minChargingRate: Decimal?
  public var duration: Int?
  public var chargingRateUnit: ChargingRateUnit
  public var chargingSchedulePeriod: [ChargingSchedulePeriod]

  public init(duration: Int? = nil, startSchedule: DateTime? = nil, chargingRateUnit: ChargingRateUnit, chargingSchedulePeriod: [ChargingSchedulePeriod], minChargingRate: Decimal? = nil) {
    self.duration = duration
    self.startSchedule = startSchedule
    self.chargingRateUnit = chargingRateUnit
    self.chargingSchedulePeriod = chargingSchedulePeriod
    self.minChargingRate = minChargingRate
  }

  public init(blank: ()) {
    duration = nil
    startSchedule = nil
    chargingRateUnit = .a
    chargingSchedulePeriod = []
    minChargingRate = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{2}\u{0}\u{C}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{8}\u{2A}\u{0}\u{D}\u{37}\u{0}\u{10}\u{47}\u{0}\u{16}\u{5D}\u{0}\u{F}\u{4}\u{0}\u{0}\u{3}\u{2}\u{0}\u{5}\u{1}durationstartSchedulechargingRateUnitchargingSchedulePeriodminChargingRate\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: duration = reader.int()
      case 1: startSchedule = reader.dateTime()
      case 2: chargingRateUnit = reader.word()
      case 3: reader.objects(&chargingSchedulePeriod, 0, .max)
      case 4: minChargingRate = reader.decimal(fraction: 1)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, duration)
    writer.member(Self.table, 1, startSchedule)
    writer.member(Self.table, 2, chargingRateUnit)
    writer.member(Self.table, 3, chargingSchedulePeriod)
    writer.member(Self.table, 4, minChargingRate)
    writer.endObject()
  }
}

/// Part of GetConfiguration.
public struct KeyValue: OCPPObject, Equatable {
  public var readonly: Bool
  public var key: Text
  public var value: Text?

  public init(key: Text, readonly: Bool, value: Text? = nil) {
    self.key = key
    self.readonly = readonly
    self.value = value
  }

  public init(blank: ()) {
    key = Text()
    readonly = false
    value = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{3}\u{1B}\u{0}\u{8}\u{23}\u{0}\u{5}\u{3}\u{1}\u{2}\u{0}keyreadonlyvalue\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: key = reader.text(50)
      case 1: readonly = reader.bool()
      case 2: value = reader.text(500)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, key)
    writer.member(Self.table, 1, readonly)
    writer.member(Self.table, 2, value)
    writer.endObject()
  }
}

/// Part of GetLog.
public struct LogParameters: OCPPObject, Equatable {
  public var oldestTimestamp: DateTime?
  public var latestTimestamp: DateTime?
  public var remoteLocation: Text

  public init(remoteLocation: Text, oldestTimestamp: DateTime? = nil, latestTimestamp: DateTime? = nil) {
    self.remoteLocation = remoteLocation
    self.oldestTimestamp = oldestTimestamp
    self.latestTimestamp = latestTimestamp
  }

  public init(blank: ()) {
    remoteLocation = Text()
    oldestTimestamp = nil
    latestTimestamp = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{2}\u{3}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{18}\u{0}\u{E}\u{26}\u{0}\u{F}\u{35}\u{0}\u{F}\u{1}\u{0}\u{2}\u{3}remoteLocationoldestTimestamplatestTimestamp\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: remoteLocation = reader.text(512)
      case 1: oldestTimestamp = reader.dateTime()
      case 2: latestTimestamp = reader.dateTime()
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, remoteLocation)
    writer.member(Self.table, 1, oldestTimestamp)
    writer.member(Self.table, 2, latestTimestamp)
    writer.endObject()
  }
}

/// Part of MeterValues, StopTransaction.
public struct SampledValue: OCPPObject, Equatable {
  public var context: ReadingContext?
  public var format: ValueFormat?
  public var measurand: Measurand?
  public var phase: Phase?
  public var location: Location?
  public var unit: UnitOfMeasure?
  public var value: Text

  public init(value: Text, context: ReadingContext? = nil, format: ValueFormat? = nil, measurand: Measurand? = nil, phase: Phase? = nil, location: Location? = nil, unit: UnitOfMeasure? = nil) {
    self.value = value
    self.context = context
    self.format = format
    self.measurand = measurand
    self.phase = phase
    self.location = location
    self.unit = unit
  }

  public init(blank: ()) {
    value = Text()
    context = nil
    format = nil
    measurand = nil
    phase = nil
    location = nil
    unit = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{7}\u{41}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{28}\u{0}\u{5}\u{2D}\u{0}\u{7}\u{34}\u{0}\u{6}\u{3A}\u{0}\u{9}\u{43}\u{0}\u{5}\u{48}\u{0}\u{8}\u{50}\u{0}\u{4}\u{5}\u{1}\u{4}\u{7}\u{6}\u{3}\u{0}\u{2}valuecontextformatmeasurandphaselocationunit\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: value = reader.text()
      case 1: context = reader.word()
      case 2: format = reader.word()
      case 3: measurand = reader.word()
      case 4: phase = reader.word()
      case 5: location = reader.word()
      case 6: unit = reader.word(except: .hertz, in: 1)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, value)
    writer.member(Self.table, 1, context)
    writer.member(Self.table, 2, format)
    writer.member(Self.table, 3, measurand)
    writer.member(Self.table, 4, phase)
    writer.member(Self.table, 5, location)
    writer.member(Self.table, 6, unit)
    writer.endObject()
  }
}

/// Part of MeterValues, StopTransaction.
public struct MeterValue: OCPPObject, Equatable {
  public var sampledValue: [SampledValue]
  public var timestamp: DateTime

  public init(timestamp: DateTime, sampledValue: [SampledValue]) {
    self.timestamp = timestamp
    self.sampledValue = sampledValue
  }

  public init(blank: ()) {
    timestamp = DateTime(milliseconds: 0)
    sampledValue = []
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{3}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{9}\u{1C}\u{0}\u{C}\u{1}\u{2}timestampsampledValue\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: timestamp = reader.dateTime()
      case 1: reader.objects(&sampledValue, reader.variant == 1 ? 0 : 1, .max)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, timestamp)
    writer.member(Self.table, 1, sampledValue)
    writer.endObject()
  }
}

/// Part of RemoteStartTransaction, SetChargingProfile.
public struct ChargingProfile: OCPPObject, Equatable {
  public var validFrom: DateTime?
  public var validTo: DateTime?
  public var transactionId: Int?
  public var chargingProfilePurpose: ChargingProfilePurpose
  public var chargingProfileKind: ChargingProfileKind
  public var recurrencyKind: RecurrencyKind?
  public var chargingProfileId: Int
  public var stackLevel: Int
  public var chargingSchedule: ChargingSchedule

  public init(chargingProfileId: Int, transactionId: Int? = nil, stackLevel: Int, chargingProfilePurpose: ChargingProfilePurpose, chargingProfileKind: ChargingProfileKind, recurrencyKind: RecurrencyKind? = nil, validFrom: DateTime? = nil, validTo: DateTime? = nil, chargingSchedule: ChargingSchedule) {
    self.chargingProfileId = chargingProfileId
    self.transactionId = transactionId
    self.stackLevel = stackLevel
    self.chargingProfilePurpose = chargingProfilePurpose
    self.chargingProfileKind = chargingProfileKind
    self.recurrencyKind = recurrencyKind
    self.validFrom = validFrom
    self.validTo = validTo
    self.chargingSchedule = chargingSchedule
  }

  public init(blank: ()) {
    chargingProfileId = 0
    transactionId = nil
    stackLevel = 0
    chargingProfilePurpose = .chargePointMaxProfile
    chargingProfileKind = .absolute
    recurrencyKind = nil
    validFrom = nil
    validTo = nil
    chargingSchedule = ChargingSchedule(blank: ())
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{4}\u{9}\u{0}\u{0}\u{1D}\u{2}\u{0}\u{0}\u{0}\u{0}\u{0}\u{36}\u{0}\u{11}\u{47}\u{0}\u{D}\u{54}\u{0}\u{A}\u{5E}\u{0}\u{16}\u{74}\u{0}\u{13}\u{7}\u{1}\u{E}\u{15}\u{1}\u{9}\u{1E}\u{1}\u{7}\u{25}\u{1}\u{10}\u{0}\u{1}\u{7}\u{0}\u{2}\u{6}\u{0}\u{9}\u{0}\u{5}\u{3}\u{4}\u{0}\u{8}\u{0}\u{0}chargingProfileIdtransactionIdstackLevelchargingProfilePurposechargingProfileKindrecurrencyKindvalidFromvalidTochargingSchedule\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: chargingProfileId = reader.int()
      case 1: transactionId = reader.int()
      case 2: stackLevel = reader.int()
      case 3: chargingProfilePurpose = reader.word()
      case 4: chargingProfileKind = reader.word()
      case 5: recurrencyKind = reader.word()
      case 6: validFrom = reader.dateTime()
      case 7: validTo = reader.dateTime()
      case 8: chargingSchedule.read(&reader)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, chargingProfileId)
    writer.member(Self.table, 1, transactionId)
    writer.member(Self.table, 2, stackLevel)
    writer.member(Self.table, 3, chargingProfilePurpose)
    writer.member(Self.table, 4, chargingProfileKind)
    writer.member(Self.table, 5, recurrencyKind)
    writer.member(Self.table, 6, validFrom)
    writer.member(Self.table, 7, validTo)
    writer.member(Self.table, 8, chargingSchedule)
    writer.endObject()
  }
}

/// Part of SendLocalList.
public struct AuthorizationData: OCPPObject, Equatable {
  public var idTag: Text
  public var idTagInfo: IdTagInfo?

  public init(idTag: Text, idTagInfo: IdTagInfo? = nil) {
    self.idTag = idTag
    self.idTagInfo = idTagInfo
  }

  public init(blank: ()) {
    idTag = Text()
    idTagInfo = nil
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{1}\u{2}\u{0}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{13}\u{0}\u{5}\u{18}\u{0}\u{9}\u{1}\u{2}idTagidTagInfo\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: idTag = reader.text(20)
      case 1: idTagInfo = IdTagInfo(blank: ()); idTagInfo!.read(&reader)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, idTag)
    writer.member(Self.table, 1, idTagInfo)
    writer.endObject()
  }
}

/// Part of SignedUpdateFirmware.
public struct Firmware: OCPPObject, Equatable {
  public var installDateTime: DateTime?
  public var location: Text
  public var signingCertificate: Text
  public var signature: Text
  public var retrieveDateTime: DateTime

  public init(location: Text, retrieveDateTime: DateTime, installDateTime: DateTime? = nil, signingCertificate: Text, signature: Text) {
    self.location = location
    self.retrieveDateTime = retrieveDateTime
    self.installDateTime = installDateTime
    self.signingCertificate = signingCertificate
    self.signature = signature
  }

  public init(blank: ()) {
    location = Text()
    retrieveDateTime = DateTime(milliseconds: 0)
    installDateTime = nil
    signingCertificate = Text()
    signature = Text()
  }

  @inline(__always) static var table: NameTable {
    NameTable("\u{3}\u{5}\u{3}\u{0}\u{1B}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{22}\u{0}\u{8}\u{2A}\u{0}\u{10}\u{3A}\u{0}\u{F}\u{49}\u{0}\u{12}\u{5B}\u{0}\u{9}\u{3}\u{0}\u{2}\u{0}\u{1}\u{0}\u{5}\u{4}locationretrieveDateTimeinstallDateTimesigningCertificatesignature\0\0\0\0\0\0\0\0")
  }

  public mutating func read(_ reader: inout JSONReader) {
    var seen = MembersRead()
    while true {
      switch reader.next(&seen, Self.table) {
      case 0: location = reader.text(512)
      case 1: retrieveDateTime = reader.dateTime()
      case 2: installDateTime = reader.dateTime()
      case 3: signingCertificate = reader.text(5500)
      case 4: signature = reader.text(800)
      default: return
      }
    }
  }

  public func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member(Self.table, 0, location)
    writer.member(Self.table, 1, retrieveDateTime)
    writer.member(Self.table, 2, installDateTime)
    writer.member(Self.table, 3, signingCertificate)
    writer.member(Self.table, 4, signature)
    writer.endObject()
  }
}
