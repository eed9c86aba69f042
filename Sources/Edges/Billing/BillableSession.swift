public import CSMSCore
public import OCPPJSON
public import Tariffs

/// A version of a tariff as it is kept; it never changes.
public struct TariffVersion: Sendable, Equatable {
  public var tariff: Text
  /// From 1 on.
  public var version: Int
  public var name: Text
  /// ISO 4217.
  public var currency: Text
  /// JSON.
  public var definition: Text
  public var createdAt: DateTime

  public init(
    tariff: Text, version: Int, name: Text, currency: Text, definition: Text, createdAt: DateTime
  ) {
    self.tariff = tariff
    self.version = version
    self.name = name
    self.currency = currency
    self.definition = definition
    self.createdAt = createdAt
  }

  /// - Throws: what is wrong with it.
  public func read() throws(TariffFault) -> Tariff {
    guard let currency = Currency(code: currency) else {
      throw TariffFault(member: "currency", reason: "is none of ISO 4217")
    }
    let read: Result<Tariff, TariffFault> = definition.withUTF8 {
      do throws(TariffFault) {
        return .success(try Tariff(currency: currency, definition: $0))
      } catch {
        return .failure(error)
      }
    }
    return try read.get()
  }
}

/// A session with everything its cost follows from.
public struct BillableSession: Sendable {
  public var id: Int
  public var start: RegisterPoint
  /// The station's own stop; nil while it charges, and when it was closed without one.
  public var stop: RegisterPoint?
  public var isOver: Bool
  public var flags: TransactionFlags
  /// When the central system heard of the start.
  public var arrivedAt: DateTime
  /// For one that was closed without its stop: by when it was over, whatever its readings are dated.
  public var overBy: DateTime?
  public var rule: RegisterRule
  /// As of its start; nil when nothing had one.
  public var terms: TariffVersion?
  /// Of the site, as of its start.
  public var timeZone: Text?
  /// Of the site, as of its start; a decimal.
  public var taxRate: Text?
  /// In minor units.
  public var discount: Int64
  /// In minor units, as it was kept at the end.
  public var keptCost: Int64?
  /// In minor units: the tax in it.
  public var keptTax: Int64?
  /// How many meter records that cost was reckoned from; those that came later change nothing.
  public var meterRecords: Int?

  public init(
    id: Int, start: RegisterPoint, isOver: Bool, flags: TransactionFlags, arrivedAt: DateTime,
    rule: RegisterRule
  ) {
    self.id = id
    self.start = start
    self.isOver = isOver
    self.flags = flags
    self.arrivedAt = arrivedAt
    self.rule = rule
    discount = 0
  }

  /// How many meter records its cost follows from: those that were there when it was kept.
  public var countedRecords: Int { keptCost == nil ? .max : meterRecords ?? .max }
}

/// A session's cost with what it was reckoned from.
public struct SessionBill: Sendable {
  public let session: BillableSession
  public let terms: TariffVersion
  public let tariff: Tariff
  public let usage: Usage
  public let cost: SessionCost
  /// The name of the zone whose local time counted.
  public let timeZone: Text

  /// In minor units: what is to be paid after the discount.
  public var payable: Int64 { cost.payable(discount: session.discount) }

  /// What somebody should look at, before the money is taken.
  public var doubts: TransactionFlags { session.flags.intersection(SessionBill.doubtful) }

  private static let doubtful: TransactionFlags = [
    .meterDecrease, .meterWrap, .meterJump, .meterGlitch, .futureTime, .pastTime,
    .stopBeforeStart, .zombie, .stopDiffers,
  ]
  /// With one of these, the dates of a session say nothing.
  private static let undated: TransactionFlags = [.futureTime, .pastTime, .stopBeforeStart]

  /// Reckons the cost; nil for a session without a tariff.
  /// - Parameters:
  ///   - readings: packed meter values, in the order they were kept.
  ///   - now: the end of a session that is not over.
  /// - Throws: what is wrong with a tariff that cannot be read.
  public init?(
    _ session: BillableSession, readings: [UInt8], now: DateTime
  ) throws(TariffFault) {
    var points = RegisterPoints()
    points.add(readings, upTo: session.countedRecords)
    try self.init(session, points: points, now: now)
  }

  /// The same of readings that were gathered piece by piece, no more than `countedRecords` of them.
  public init?(
    _ session: BillableSession, points: RegisterPoints, now: DateTime
  ) throws(TariffFault) {
    guard let terms = session.terms else { return nil }
    tariff = try terms.read()
    self.terms = terms
    self.session = session
    let course = EnergyCourse(
      start: session.start, stop: session.stop, points: points, rule: session.rule)
    usage = SessionBill.usage(session, course, now)
    let name = session.timeZone ?? "UTC"
    let place = TimeZones.localTime(
      of: name, from: usage.undated ?? usage.start, through: usage.undated ?? usage.end)
    timeZone = place == nil ? "UTC" : name
    var cost = SessionCost(
      tariff, usage, in: place ?? .utc, siteTaxRate: SessionBill.millionths(session.taxRate))
    // A finished bill stands, whatever an older program reckoned otherwise.
    if session.isOver, let kept = session.keptCost {
      cost.stand(at: kept, tax: session.keptTax, pricesIncludeTax: tariff.pricesIncludeTax)
    }
    self.cost = cost
  }

  private static func usage(
    _ session: BillableSession, _ course: EnergyCourse, _ now: DateTime
  ) -> Usage {
    let start = session.start.time
    // Without a stop, nobody knows more than the readings; and they may be misdated.
    let readUntil = session.overBy.map { max(start, min(course.readUntil, $0)) }
    let end =
      session.stop?.time
      ?? (session.isOver ? readUntil ?? course.readUntil : max(start, now))
    let isUndated = !session.flags.isDisjoint(with: undated)
    return Usage(
      start: start, end: end,
      steps: course.steps.map {
        EnergyStep(from: $0.from, to: $0.to, energy: Int64($0.energy))
      }, undated: isUndated ? session.arrivedAt : nil)
  }

  private static func millionths(_ rate: Text?) -> Int64 {
    let decimal = rate?.withUTF8 { Decimal(canonical: $0) }
    return min(max(decimal?.scaled(byPowerOfTen: 6) ?? 0, 0), 1_000_000)
  }
}
