public import OCPPJSON

/// A closed set of words an operator uses. They are the ones of OCPP 1.6 where it has them; a later
/// version that says something else for the same thing translates them.
public protocol CommandWord: CaseIterable, Equatable, Sendable {
  var word: Text { get }
}

extension CommandWord {
  /// The value a word stands for, compared exactly; nil for any other word.
  public init?(word: Text) {
    for value in Self.allCases where value.word == word {
      self = value
      return
    }
    return nil
  }
}

extension TokenStatus: CommandWord {}

/// How a station starts again.
public enum ResetKind: UInt8, CommandWord {
  /// After ending transactions in an orderly way.
  case soft
  /// At once, as a power cycle would.
  case hard

  public var word: Text { self == .soft ? "Soft" : "Hard" }
}

/// What a schedule's limits count.
public enum RateUnit: UInt8, CommandWord {
  case amps
  case watts

  public var word: Text { self == .amps ? "A" : "W" }
}

/// What a charging profile limits.
public enum ProfilePurpose: UInt8, CommandWord {
  /// The station as a whole.
  case stationMax
  /// Every transaction that has no profile of its own.
  case txDefault
  /// One transaction.
  case tx

  public var word: Text {
    switch self {
    case .stationMax: "ChargePointMaxProfile"
    case .txDefault: "TxDefaultProfile"
    case .tx: "TxProfile"
    }
  }
}

/// What a schedule's periods are counted from.
public enum ProfileKind: UInt8, CommandWord {
  case absolute
  case recurring
  case relative

  public var word: Text {
    switch self {
    case .absolute: "Absolute"
    case .recurring: "Recurring"
    case .relative: "Relative"
    }
  }
}

/// How often a recurring schedule begins again.
public enum ProfileRecurrency: UInt8, CommandWord {
  case daily
  case weekly

  public var word: Text { self == .daily ? "Daily" : "Weekly" }
}

/// What a local list does to the one before.
public enum ListUpdate: UInt8, CommandWord {
  case full
  case differential

  public var word: Text { self == .full ? "Full" : "Differential" }
}

/// A message that a station is asked to send.
public enum TriggeredMessage: UInt8, CommandWord {
  case bootNotification
  case diagnosticsStatusNotification
  case firmwareStatusNotification
  case heartbeat
  case meterValues
  case statusNotification
  case logStatusNotification
  case signChargePointCertificate

  public var word: Text {
    switch self {
    case .bootNotification: "BootNotification"
    case .diagnosticsStatusNotification: "DiagnosticsStatusNotification"
    case .firmwareStatusNotification: "FirmwareStatusNotification"
    case .heartbeat: "Heartbeat"
    case .meterValues: "MeterValues"
    case .statusNotification: "StatusNotification"
    case .logStatusNotification: "LogStatusNotification"
    case .signChargePointCertificate: "SignChargePointCertificate"
    }
  }
}

/// Which log a station uploads.
public enum LogKind: UInt8, CommandWord {
  case diagnostics
  case security

  public var word: Text { self == .diagnostics ? "DiagnosticsLog" : "SecurityLog" }
}

/// Whom a root certificate vouches for.
public enum RootUse: UInt8, CommandWord {
  case centralSystem
  case manufacturer

  public var word: Text {
    self == .centralSystem ? "CentralSystemRootCertificate" : "ManufacturerRootCertificate"
  }
}

/// How a certificate's hashes were made.
public enum CertificateHash: UInt8, CommandWord {
  case sha256
  case sha384
  case sha512

  public var word: Text {
    switch self {
    case .sha256: "SHA256"
    case .sha384: "SHA384"
    case .sha512: "SHA512"
    }
  }
}
