public import OCPPJSON

/// Why a command does not go out: no station could do anything good with it.
public struct CommandRefusal: Error, Sendable, Equatable {
  public enum Reason: UInt8, Sendable, CaseIterable {
    case empty
    case negative
    case belowOne
    case startsAfterItsEnd
    case inThePast
    case endsBeforeItStarts
    case needsTransaction
    case takesNoTransaction
    case needsTxProfile
    case stationOnly
    case connectorOnly
    case needsRecurrency
    case takesNoRecurrency
    case needsStart
    case takesNoStart
    case firstPeriodNotZero
    case periodsNotAscending
    case tooManyDecimals
    case phases
    case versionNotIncreasing
    case versionLeavesNoRoom
    case tokenTwice
    case tooManyAtOnce
    case needsVerdict
    case notInThisTrigger
    case notAnAddress
    case notPEM
    case notAKey
    case notRepresentable
    case stationPending
    case stationRejected

    /// What stands after the member's name: "must not be negative".
    public var phrase: StaticString {
      switch self {
      case .empty: "must not be empty"
      case .negative: "must not be negative"
      case .belowOne: "must be at least 1"
      case .startsAfterItsEnd: "must not be after the end"
      case .inThePast: "must be in the future"
      case .endsBeforeItStarts: "must be after the start"
      case .needsTransaction: "is needed: a TxProfile belongs to a transaction"
      case .takesNoTransaction:
        "is not allowed here: no transaction is known, or it is no TxProfile"
      case .needsTxProfile: "must be TxProfile: a remote start takes no other profile"
      case .stationOnly: "must be 0: this profile is the whole station's"
      case .connectorOnly: "must be at least 1: this profile is a transaction's"
      case .needsRecurrency: "is needed: the profile is Recurring"
      case .takesNoRecurrency: "is not allowed: the profile is not Recurring"
      case .needsStart: "is needed: the profile is Recurring"
      case .takesNoStart: "is not allowed: the profile is Relative"
      case .firstPeriodNotZero: "must be 0 in the first period"
      case .periodsNotAscending: "must be greater than in the period before"
      case .tooManyDecimals: "must have at most one decimal place"
      case .phases: "must be 1, 2 or 3"
      case .versionNotIncreasing: "must be greater than the version the station has"
      case .versionLeavesNoRoom:
        "is too low: the list goes out in parts, each of which needs a version of its own"
      case .tokenTwice: "stands in the list twice"
      case .tooManyAtOnce: "has more tokens than the station's SendLocalListMaxLength"
      case .needsVerdict: "is needed in a full list"
      case .notInThisTrigger: "cannot be asked for with this kind of trigger"
      case .notAnAddress: "must be an address such as https://example.com/file"
      case .notPEM: "must be a certificate in PEM form"
      case .notAKey: "must have 16 to 40 bytes and no control characters"
      case .stationPending: "is not possible: the station has not been accepted yet"
      case .stationRejected: "is not possible: the station was rejected and would not answer"
      case .notRepresentable: "cannot be said in the station's version of OCPP"
      }
    }
  }

  /// The member at fault, as the operator named it: "chargingSchedulePeriod[1].limit".
  public var field: Text
  public var reason: Reason

  public init(_ field: Text, _ reason: Reason) {
    self.field = field
    self.reason = reason
  }
}

extension Text {
  /// `list[index].member`.
  static func element(_ list: StaticString, _ index: Int, _ member: StaticString) -> Text {
    var writer = JSONWriter(capacity: 64)
    writer.literal(list)
    writer.byte(0x5B)
    writer.int(index)
    writer.literal("].")
    writer.literal(member)
    return writer.withBytes { Text(utf8: $0) }
  }
}
