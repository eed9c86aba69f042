public import Billing
internal import CSMSCore
public import OCPPJSON
public import Tariffs

extension StoreReader {
  /// A session with everything its cost follows from; nil when there is none, or when its transaction
  /// has not begun.
  public func billableSession(_ id: Int) throws(StoreError) -> BillableSession? {
    let query = try database.statement(
      """
      SELECT t.started_at, t.meter_start, t.stopped_at, t.meter_stop, t.status, t.flags,
        t.created_at, ifnull(CASE WHEN x.cost IS NOT NULL THEN x.maximum_power_w END,
          p.maximum_power_w), x.time_zone, x.tax_rate, x.discount, x.cost,
        x.meter_records, v.tariff_id, v.version, v.name, v.currency, v.definition, v.created_at,
        t.evidence_at, t.reconciled_at, x.tax
      FROM charge_sessions x
      JOIN transactions t ON t.id = x.id AND t.status < 2
      LEFT JOIN station_policies p ON p.station_id = x.station_id
      LEFT JOIN tariff_versions v ON v.id = x.tariff_version_id
      WHERE x.id = ?
      """)
    defer { query.reset() }
    guard try query.bind(id).step() else { return nil }
    var session = BillableSession(
      id: id, start: RegisterPoint(time: query.dateTime(0), energy: query.int(1)),
      isOver: query.int(4) == 1, flags: TransactionFlags(rawValue: query.int64(5)),
      arrivedAt: query.dateTime(6),
      rule: RegisterRule(maximumPower: query.optionalInt(7) ?? LedgerLimits.maximumPower))
    if let time = query.optionalDateTime(2), let energy = query.optionalInt(3) {
      session.stop = RegisterPoint(time: time, energy: energy)
    }
    if session.stop == nil, let evidence = query.optionalDateTime(19),
      let concluded = query.optionalDateTime(20)
    {
      // The station's clock may be ahead of ours.
      let latest = concluded.milliseconds + LedgerLimits.futureToleranceMilliseconds
      session.overBy = min(evidence, DateTime(milliseconds: latest))
    }
    session.timeZone = query.optionalText(8)
    session.taxRate = query.optionalText(9)
    session.discount = query.optionalInt64(10) ?? 0
    session.keptCost = query.optionalInt64(11)
    session.keptTax = query.optionalInt64(21)
    session.meterRecords = query.optionalInt(12)
    if let tariff = query.optionalText(13) {
      session.terms = TariffVersion(
        tariff: tariff, version: query.int(14), name: query.text(15), currency: query.text(16),
        definition: query.text(17), createdAt: query.dateTime(18))
    }
    return session
  }

  /// What a session costs: as it was reckoned at its end, or as far as it has come.
  public func bill(_ id: Int, at now: DateTime) throws(StoreError) -> SessionBilling {
    guard let session = try billableSession(id), let terms = session.terms else {
      return .withoutTariff
    }
    let points = try registerPoints(ofTransaction: id, upTo: session.countedRecords)
    do throws(TariffFault) {
      guard let bill = try SessionBill(session, points: points, now: now) else {
        return .withoutTariff
      }
      return .bill(bill)
    } catch {
      return .unreadable(terms, error)
    }
  }
}

/// What a session costs, or why nobody can say.
public enum SessionBilling: Sendable {
  case bill(SessionBill)
  /// Nothing had a tariff when it began.
  case withoutTariff
  /// The tariff it has cannot be read.
  case unreadable(TariffVersion, TariffFault)

  public var bill: SessionBill? { if case .bill(let bill) = self { bill } else { nil } }
}
