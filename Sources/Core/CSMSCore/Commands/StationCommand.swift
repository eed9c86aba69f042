public import OCPPJSON

/// Something an operator wants a station to do, whatever version it speaks. `Call16` says it in
/// OCPP 1.6.
public enum StationCommand: Sendable, Equatable {
  case reset(ResetKind)
  case changeConfiguration(key: Text, value: Text)
  /// Gives the station another HTTP Basic password; nil lets the server make one.
  case rotateKey(to: Text?)
  /// All of it when no key is named.
  case readConfiguration(keys: [Text])
  case unlock(connector: Int)
  /// Connector 0 is the station with all its connectors.
  case changeAvailability(connector: Int, isOperative: Bool)
  case remoteStart(RemoteStartOrder)
  case remoteStop(transaction: Int)
  case setProfile(connector: Int, ProfileOrder)
  case clearProfiles(ProfileSelection)
  /// The duration is in seconds.
  case compositeSchedule(connector: Int, duration: Int, unit: RateUnit?)
  case reserve(ReservationOrder)
  case cancelReservation(Int)
  case clearCache
  case sendLocalList(LocalListOrder)
  case localListVersion
  /// `extended` asks in the words of the security extension; nil leaves the choice to the message.
  case trigger(TriggeredMessage, connector: Int?, extended: Bool?)
  case updateFirmware(FirmwareOrder)
  case updateSignedFirmware(SignedFirmwareOrder)
  case diagnostics(DiagnosticsOrder)
  case uploadLog(LogOrder)
  case dataTransfer(vendor: Text, message: Text?, data: Text?)
  case installCertificate(RootUse, pem: Text)
  case deleteCertificate(CertificateID)
  case installedCertificates(RootUse)
  case certificateSigned(chain: Text)
}

/// Start charging for a token, as if it had been presented.
public struct RemoteStartOrder: Sendable, Equatable {
  public var idTag: Text
  /// Nil leaves the choice to the station.
  public var connector: Int?
  public var profile: ProfileOrder?

  public init(idTag: Text, connector: Int? = nil, profile: ProfileOrder? = nil) {
    self.idTag = idTag
    self.connector = connector
    self.profile = profile
  }
}

/// A charging profile for a station.
public struct ProfileOrder: Sendable, Equatable {
  public var id: Int
  public var transaction: Int?
  public var stackLevel: Int
  public var purpose: ProfilePurpose
  public var kind: ProfileKind
  public var recurrency: ProfileRecurrency?
  public var validFrom: DateTime?
  public var validTo: DateTime?
  public var schedule: ScheduleOrder

  public init(
    id: Int, stackLevel: Int, purpose: ProfilePurpose, kind: ProfileKind, schedule: ScheduleOrder
  ) {
    self.id = id
    self.stackLevel = stackLevel
    self.purpose = purpose
    self.kind = kind
    self.schedule = schedule
  }
}

/// Limits one after the other.
public struct ScheduleOrder: Sendable, Equatable {
  /// From `start` (seconds after the schedule's own) until the next period.
  public struct Period: Sendable, Equatable {
    public var start: Int
    /// In the schedule's unit.
    public var limit: Decimal
    public var phases: Int?

    public init(start: Int, limit: Decimal, phases: Int? = nil) {
      self.start = start
      self.limit = limit
      self.phases = phases
    }
  }

  public var unit: RateUnit
  public var periods: [Period]
  /// In seconds; nil for as long as there is no end.
  public var duration: Int?
  public var start: DateTime?
  /// Below this the vehicle charges badly; in the schedule's unit.
  public var minimumRate: Decimal?

  public init(unit: RateUnit, periods: [Period]) {
    self.unit = unit
    self.periods = periods
  }
}

/// Which profiles to clear: those that fit everything that is said; all when nothing is.
public struct ProfileSelection: Sendable, Equatable {
  public var id: Int?
  public var connector: Int?
  public var purpose: ProfilePurpose?
  public var stackLevel: Int?

  public init() {}
}

/// Keep a connector for a token.
public struct ReservationOrder: Sendable, Equatable {
  public var id: Int
  /// 0 for whichever is free.
  public var connector: Int
  public var expiry: DateTime
  public var idTag: Text
  public var parent: Text?

  public init(id: Int, connector: Int, expiry: DateTime, idTag: Text, parent: Text? = nil) {
    self.id = id
    self.connector = connector
    self.expiry = expiry
    self.idTag = idTag
    self.parent = parent
  }
}

/// Tokens that a station shall know by heart.
public struct LocalListOrder: Sendable, Equatable {
  public var version: Int
  public var update: ListUpdate
  public var entries: [LocalListEntry]

  public init(version: Int, update: ListUpdate, entries: [LocalListEntry]) {
    self.version = version
    self.update = update
    self.entries = entries
  }
}

/// One token of a local list; without a verdict a differential update takes it out.
public struct LocalListEntry: Sendable, Equatable {
  public var idTag: Text
  public var verdict: TokenVerdict?

  public init(idTag: Text, verdict: TokenVerdict? = nil) {
    self.idTag = idTag
    self.verdict = verdict
  }
}

/// How often a station tries again to fetch or bring something, and how long it waits in between.
public struct RetryRule: Sendable, Equatable {
  public var retries: Int?
  /// In seconds.
  public var interval: Int?

  public init(retries: Int? = nil, interval: Int? = nil) {
    self.retries = retries
    self.interval = interval
  }
}

public struct FirmwareOrder: Sendable, Equatable {
  public var location: Text
  public var retrieveAt: DateTime
  public var retry: RetryRule

  public init(location: Text, retrieveAt: DateTime, retry: RetryRule = RetryRule()) {
    self.location = location
    self.retrieveAt = retrieveAt
    self.retry = retry
  }
}

public struct SignedFirmwareOrder: Sendable, Equatable {
  public var requestId: Int
  public var firmware: FirmwareOrder
  public var installAt: DateTime?
  /// PEM.
  public var signingCertificate: Text
  /// Base64.
  public var signature: Text

  public init(
    requestId: Int, firmware: FirmwareOrder, installAt: DateTime? = nil, signingCertificate: Text,
    signature: Text
  ) {
    self.requestId = requestId
    self.firmware = firmware
    self.installAt = installAt
    self.signingCertificate = signingCertificate
    self.signature = signature
  }
}

public struct DiagnosticsOrder: Sendable, Equatable {
  public var location: Text
  public var from: DateTime?
  public var to: DateTime?
  public var retry: RetryRule

  public init(
    location: Text, from: DateTime? = nil, to: DateTime? = nil, retry: RetryRule = RetryRule()
  ) {
    self.location = location
    self.from = from
    self.to = to
    self.retry = retry
  }
}

public struct LogOrder: Sendable, Equatable {
  public var kind: LogKind
  public var requestId: Int
  public var upload: DiagnosticsOrder

  public init(kind: LogKind, requestId: Int, upload: DiagnosticsOrder) {
    self.kind = kind
    self.requestId = requestId
    self.upload = upload
  }
}

/// What names a certificate in a station.
public struct CertificateID: Sendable, Equatable {
  public var algorithm: CertificateHash
  public var issuerNameHash: Text
  public var issuerKeyHash: Text
  public var serialNumber: Text

  public init(
    algorithm: CertificateHash, issuerNameHash: Text, issuerKeyHash: Text, serialNumber: Text
  ) {
    self.algorithm = algorithm
    self.issuerNameHash = issuerNameHash
    self.issuerKeyHash = issuerKeyHash
    self.serialNumber = serialNumber
  }
}
