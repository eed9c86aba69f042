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
  func keepCost(of transaction: TransactionMemory) throws(StoreError) {
    if transaction.isWithoutTariff { return }
    let id = Int(transaction.owner.id)
    guard var session = try StoreReader(database).billableSession(id), session.terms != nil
    else { return }
    session.keptCost = nil
    let readings = try readings(of: transaction)
    let bill: SessionBill
    do throws(TariffFault) {
      guard let made = try SessionBill(session, readings: readings, now: session.arrivedAt) else {
        return
      }
      bill = made
    } catch {
      onError(
        StoreError(
          .constraint, path: database.path, "session \(id) has no cost: its tariff's \(error)"))
      return
    }
    var count = 0
    for _ in MeterRecords(readings) { count += 1 }
    try database.statement(
      """
      UPDATE charge_sessions SET cost = ?1, currency = ?2, tax = ?3, meter_records = ?4,
        payment_amount = CASE WHEN payment_id IS NULL THEN payment_amount
          WHEN payment_amount IS NULL OR payment_amount = max(0, cost - ifnull(discount, 0)) THEN ?5
          ELSE payment_amount END
      WHERE id = ?6
      """
    ).bind(bill.cost.total).bind(bill.terms.currency).bind(bill.cost.tax).bind(count)
      .bind(bill.payable).bind(id).run()
  }

  /// The transaction goes on: it has no cost yet.
  func forgetCost(of id: Int64) throws(StoreError) {
    try database.statement(
      """
      UPDATE charge_sessions SET cost = NULL, currency = NULL, tax = NULL, meter_records = NULL
      WHERE id = ? AND tariff_version_id IS NOT NULL
      """
    ).bind(id).run()
  }
}

extension StoreEditor {
  /// A discount was given or changed: what is to be paid follows, unless somebody said otherwise.
  /// - Parameters:
  ///   - cost: in minor units.
  ///   - before: the discount until now, in minor units.
  public func followDiscount(_ id: Int, cost: Int64, before: Int64) throws(StoreError) {
    try database.statement(
      """
      UPDATE charge_sessions SET payment_amount = max(0, ?1 - ifnull(discount, 0))
      WHERE id = ?2 AND payment_id IS NOT NULL
        AND ifnull(payment_amount, max(0, ?1 - ?3)) = max(0, ?1 - ?3)
      """
    ).bind(cost).bind(id).bind(before).run()
  }
}
