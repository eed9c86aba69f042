public import Network
import OCPPJSON
import StationCore

/// What a fleet is: its stations, where they connect to, and who comes to charge.
public struct FleetSetup: Sendable {
  /// The identity of a station and its password for HTTP Basic authentication, if it has one.
  public struct Member: Sendable, Equatable {
    public var identity: String
    public var password: String?

    public init(identity: String, password: String? = nil) {
      self.identity = identity
      self.password = password
    }
  }

  /// `ws://host:port/ocpp` or `wss://…`; the identity is added as the last part. Stations take them
  /// in turn: one client address reaches one server port about 28,000 times.
  public var urls = ["ws://127.0.0.1:8000/ocpp"]
  public var members: [Member] = []
  /// For `wss://`: the context of a station; nil trusts the system's authorities.
  public var tls: (@Sendable (Member) -> TLSClientContext?)?
  /// The same seed has the same drivers come at the same time.
  public var seed: UInt64 = 1
  public var connectors = 1
  /// What a connector can deliver, in W.
  public var power: Int64 = 22_000
  /// Between meter values of a running transaction, in seconds.
  public var sampleInterval = 60
  /// Tokens that drivers present; 20 bytes at most each.
  public var tokens = FleetTokens(prefix: "FLEET", count: 1_000)
  public var arrivals = ArrivalPlan()
  /// Stations that are switched on per second; nil for all at once.
  public var rampPerSecond: Int?
  /// A folder with a journal file for each station; nil keeps what must survive a reset in memory.
  public var journalFolder: String?
  /// The wait before a connection is tried again: it doubles from the first to the longest, with
  /// jitter, in milliseconds.
  public var firstBackOff: Int64 = 1_000
  public var longestBackOff: Int64 = 60_000
  /// Transaction messages a station keeps while nobody takes them; meter values are thinned beyond.
  public var queueLimit = 32
  /// Told of every call that was answered, on the loop's thread. For tests that keep books.
  public var onAnswered: (@Sendable (AnsweredCall) -> Void)?

  public init() {}

  /// Members with numbered identities.
  public mutating func enroll(count: Int, prefix: String, password: String?) {
    members = (1...max(count, 1)).map { number in
      let digits = String(number)
      let padding = String(repeating: "0", count: max(0, 5 - digits.utf8.count))
      return Member(identity: prefix + padding + digits, password: password)
    }
  }

  /// The sizes of one station: small ones, since there are many.
  func station(seed: UInt64) -> StationSetup {
    var setup = StationSetup()
    setup.identity.vendor = "swift-ocpp"
    setup.identity.model = "FleetStation"
    setup.identity.firmwareVersion = "1.0"
    setup.connectors = connectors
    setup.maximumCurrent = Int32(clamping: power * 1_000 / 690 + 1)
    setup.seed = seed
    setup.queueLimit = queueLimit
    setup.stopSampleLimit = 8
    setup.cacheLimit = 8
    setup.listLimit = 16
    setup.listPerCall = 16
    setup.profileLimit = 4
    setup.periodLimit = 24
    setup.deadLetterLimit = 2
    setup.firstBackOff = firstBackOff
    setup.longestBackOff = longestBackOff
    return setup
  }
}

/// A call of a station and what came of it, as they stood on the wire; valid during the call only.
public struct AnsweredCall {
  public let identity: String
  public let call: UnsafeBufferPointer<UInt8>
  public let answer: UnsafeBufferPointer<UInt8>
}

/// The tokens of a fleet's drivers: a prefix and a number.
public struct FleetTokens: Sendable, Equatable {
  public var prefix: String
  /// How many different ones; 1 for the prefix alone.
  public var count: Int

  public init(prefix: String, count: Int) {
    self.prefix = prefix
    self.count = count
  }

  func token(_ number: Int) -> String { count == 1 ? prefix : prefix + String(number + 1) }
}
