internal import Billing
internal import CSMSCore
internal import OCPPJSON
internal import Tariffs

/// What sessions cost, reckoned in the commit that ends them.
extension LedgerWriter {
  /// The session has begun: the tariff of this moment is its own, whatever becomes of it.
  func bindTariff(_ id: Int64) throws(StoreError) {
    try database.statement(
      """
      UPDATE charge_sessions SET (tariff_version_id, time_zone, tax_rate) =
        (SELECT tariff_version_id, time_zone, tax_rate FROM session_tariffs WHERE id = ?1)
      WHERE id = ?1 AND company_id IS NOT NULL
      """
    ).bind(id).run()
  }

  /// The transaction is over, or what is known of it has changed since: reckons the cost anew.
  func keepCost(
    of transaction: TransactionMemory, at station: StationMemory
  ) throws(StoreError) {
    if transaction.isWithoutTariff { return }
    let id = Int(transaction.owner.id)
    guard var session = try StoreReader(database).billableSession(id), session.terms != nil
    else { return }
    session.keptCost = nil
    session.rule = rule(of: station)
    let points = try registerPoints(of: transaction)
    let bill: SessionBill
    do throws(TariffFault) {
      guard let made = try SessionBill(session, points: points, now: session.arrivedAt) else {
        return
      }
      bill = made
    } catch {
      onError(
        StoreError(
          .constraint, path: database.path, "session \(id) has no cost: its tariff's \(error)"))
      return
    }
    try database.statement(
      """
      UPDATE charge_sessions SET cost = ?1, currency = ?2, tax = ?3, meter_records = ?4,
        maximum_power_w = ?7,
        payment_amount = CASE WHEN payment_id IS NULL THEN payment_amount
          WHEN payment_amount IS NULL OR payment_amount = max(0, cost - ifnull(discount, 0)) THEN ?5
          ELSE payment_amount END
      WHERE id = ?6
      """
    ).bind(bill.cost.total).bind(bill.terms.currency).bind(bill.cost.tax).bind(points.records)
      .bind(bill.payable).bind(id).bind(session.rule.maximumPower).run()
  }

  /// The transaction goes on: it has no cost yet, nothing that followed from one is to be paid, and what
  /// its end completed is not.
  func forgetCost(of id: Int64) throws(StoreError) {
    try database.statement(
      """
      UPDATE charge_sessions SET cost = NULL, currency = NULL, tax = NULL, meter_records = NULL,
        maximum_power_w = NULL, payment_amount = CASE WHEN payment_id IS NOT NULL
          AND payment_amount = max(0, cost - ifnull(discount, 0)) THEN NULL ELSE payment_amount END
      WHERE id = ? AND tariff_version_id IS NOT NULL
      """
    ).bind(id).run()
    try database.statement(
      """
      UPDATE charge_sessions SET payment_completed_by_end = 0,
        payment_status = CASE payment_status WHEN 'completed' THEN 'authorized'
          ELSE payment_status END
      WHERE id = ? AND payment_completed_by_end = 1
      """
    ).bind(id).run()
  }
}

extension StoreEditor {
  /// The cost or the discount was given or changed: what is to be paid follows, unless somebody said
  /// otherwise.
  /// - Parameters:
  ///   - cost: until now, in minor units; nil when there was none.
  ///   - discount: until now, in minor units.
  ///   - amount: what was to be paid until now; nil when nothing was said.
  public func followCost(
    _ id: Int, cost: Int64?, discount: Int64, amount: Int64?
  ) throws(StoreError) {
    if let amount, amount != cost.map({ max(0, $0 - discount) }) { return }
    try database.statement(
      """
      UPDATE charge_sessions SET payment_amount = max(0, cost - ifnull(discount, 0))
      WHERE id = ?1 AND payment_id IS NOT NULL AND payment_amount IS ?2
      """
    ).bind(id).bind(amount).run()
  }
}
