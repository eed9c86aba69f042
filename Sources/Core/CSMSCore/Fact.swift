public import OCPPJSON

/// Something a station reported and the central system promises to remember. The session emits it,
/// the store keeps it, and only then does the answer leave. Meter values, of which there are most, lie
/// in the value; all others elsewhere, so that a fact is small.
public enum Fact: Sendable {
  indirect case booted(StationBoot)
  indirect case connectorStatus(ConnectorStatus)
  indirect case transactionStarted(TransactionStart)
  indirect case transactionStopped(TransactionStop)
  case meterValues(MeterReport)
  indirect case notice(StationNotice)
  indirect case certificateRequested(CertificateRequest)
}

/// What the store says once a fact is durable.
public enum Receipt: Sendable, Equatable {
  /// It is kept.
  case kept
  /// The transaction's id: a new one, or for a resent start the one it got the first time.
  case transaction(id: Int, isNew: Bool)
  /// The same for a start that its token, or the token's group, has too many others beside: it is
  /// kept, and the station hears ConcurrentTx.
  case concurrent(id: Int, isNew: Bool)
  /// The same for a start on an order that was given up meanwhile: it is kept, and the station hears
  /// Invalid.
  case refused(id: Int, isNew: Bool)
  case stopped(StopOutcome)
  /// It was looked at, and is not taken: a certificate for a name that is not the station's, a start
  /// that is another session than its name.
  case declined
  /// It could not be kept, and nothing of it was; the station is told to try again.
  case failed
}

/// What a stop did to the ledger.
public enum StopOutcome: UInt8, Sendable {
  /// The transaction is closed.
  case closed
  /// It had been closed without its own stop (`Reconciliation`); now the record says what the stop says.
  case corrected
  /// It was closed already; nothing changed.
  case repeated
  /// No such transaction of this station; kept apart as unmatched, once.
  case unmatched
}

/// `BootNotification.req`.
public struct StationBoot: Sendable, Equatable {
  public var vendor: Text
  public var model: Text
  public var chargePointSerialNumber: Text?
  public var chargeBoxSerialNumber: Text?
  public var firmwareVersion: Text?
  public var iccid: Text?
  public var imsi: Text?
  public var meterType: Text?
  public var meterSerialNumber: Text?
  /// What it is answered with.
  public var registration = Registration.accepted

  public init(vendor: Text, model: Text) {
    self.vendor = vendor
    self.model = model
  }
}

/// `StatusNotification.req`.
public struct ConnectorStatus: Sendable, Equatable {
  /// 0 is the station as a whole.
  public var connector: Int
  /// The word of the specification: "Available".
  public var status: Text
  /// The word of the specification: "NoError".
  public var errorCode: Text
  public var info: Text?
  public var vendorId: Text?
  public var vendorErrorCode: Text?
  /// When the station says it happened; nil when it did not say.
  public var timestamp: DateTime?

  public init(connector: Int, status: Text, errorCode: Text) {
    self.connector = connector
    self.status = status
    self.errorCode = errorCode
  }
}

/// `StartTransaction.req`. Two starts of one station are the same one, sent twice, when connector,
/// tag, meter and timestamp agree.
public struct TransactionStart: Sendable, Equatable {
  public var connector: Int
  public var idTag: Text
  /// In Wh, from the meter's register.
  public var meterStart: Int
  public var timestamp: DateTime
  public var reservationId: Int?
  /// The word of the authorization that was given with it: "Accepted".
  public var authorization: Text
  /// The token's group (`parentIdTag`).
  public var group: Text?
  /// How many transactions the token may have at a time; nil for any number.
  public var tokenLimit: Int?
  /// How many the tokens of the group may have together; nil for any number.
  public var groupLimit: Int?
  /// What a bridge calls the session; two starts of one station and one name are the same one.
  public var externalId: Int?

  public init(
    connector: Int, idTag: Text, meterStart: Int, timestamp: DateTime, authorization: Text
  ) {
    self.connector = connector
    self.idTag = idTag
    self.meterStart = meterStart
    self.timestamp = timestamp
    self.authorization = authorization
  }
}

/// `StopTransaction.req`.
public struct TransactionStop: Sendable, Equatable {
  /// The id as the station gave it; it may be nobody's.
  public var transactionId: Int
  /// In Wh, from the meter's register.
  public var meterStop: Int
  public var timestamp: DateTime
  public var idTag: Text?
  /// The word of the specification; nil stands for "Local" (OCPP 1.6 §6.49).
  public var reason: Text?
  /// The transaction data, packed by `MeterPacking`; empty when there was none.
  public var readings: [UInt8] = []
  /// Who says so, when it is not the station (`Reconciliation.isTold`): its own stop corrects it.
  public var teller: Reconciliation?

  public init(transactionId: Int, meterStop: Int, timestamp: DateTime) {
    self.transactionId = transactionId
    self.meterStop = meterStop
    self.timestamp = timestamp
  }
}

/// `MeterValues.req`.
public struct MeterReport: Sendable, Equatable {
  /// 0 is the station's main meter.
  public var connector: Int
  /// The id as the station gave it; it may be nobody's.
  public var transactionId: Int?
  /// Packed by `MeterPacking`: one record per meter value, in the order sent.
  public var readings: [UInt8]

  public init(connector: Int, transactionId: Int?, readings: [UInt8]) {
    self.connector = connector
    self.transactionId = transactionId
    self.readings = readings
  }
}

/// `SignCertificate.req` (security extension), checked: a request that a certificate could be made of.
public struct CertificateRequest: Sendable, Equatable {
  /// PEM.
  public var csr: Text
  /// The one of its subject; it must be the station's identity or a serial number of it.
  public var commonName: Text
  /// "EC P-256".
  public var keyType: Text
  /// Whether the station has shown who it is.
  public var isProven: Bool

  public init(csr: Text, commonName: Text, keyType: Text, isProven: Bool) {
    self.csr = csr
    self.commonName = commonName
    self.keyType = keyType
    self.isProven = isProven
  }
}

/// A report that changes nothing but is kept: firmware, diagnostics and log status, security events.
public struct StationNotice: Sendable, Equatable {
  /// The action: "FirmwareStatusNotification".
  public var kind: Text
  /// Its status or type: "Downloading".
  public var status: Text
  public var info: Text?
  public var requestId: Int?
  public var timestamp: DateTime?

  public init(kind: Text, status: Text) {
    self.kind = kind
    self.status = status
  }
}
