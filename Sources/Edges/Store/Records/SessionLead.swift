internal import OCPPJSON

/// What leads through a listing of sessions, the newest first: ?1 is the session before which to begin, ?2
/// what the lead is of, ?3 the site, NULL for any. The second column says whether the entry passes as far
/// as the index can tell.
enum SessionLead: CaseIterable {
  case pending
  case failed
  case unpaid
  case open
  case station
  case user
  case driver
  /// Of a driver, or where none is named of a user.
  case person
  case company
  case all

  /// One text each, prepared once.
  var sql: StaticString {
    switch self {
    case .pending:
      """
      SELECT id, 1 FROM charge_sessions INDEXED BY charge_sessions_unsettled
      WHERE phase > 0 AND phase < 3 AND id < ?1 ORDER BY id DESC
      """
    case .failed:
      """
      SELECT id, 1 FROM charge_sessions INDEXED BY charge_sessions_unsettled
      WHERE phase > 0 AND phase = 3 AND id < ?1 ORDER BY id DESC
      """
    case .unpaid:
      """
      SELECT id, 1 FROM charge_sessions INDEXED BY charge_sessions_unsettled
      WHERE (phase > 0 OR payment_status <> 'completed' AND payment_status <> 'refunded')
        AND phase = 0 AND id < ?1
      ORDER BY id DESC
      """
    case .open:
      """
      SELECT id, 1 FROM transactions INDEXED BY transactions_active
      WHERE status = 0 AND id < ?1 ORDER BY id DESC
      """
    case .station:
      """
      SELECT id, 1 FROM charge_sessions INDEXED BY charge_sessions_station
      WHERE station_id = (SELECT id FROM stations WHERE identity = ?2) AND id < ?1 ORDER BY id DESC
      """
    case .user:
      """
      SELECT id, 1 FROM charge_sessions INDEXED BY charge_sessions_user
      WHERE user_id = ?2 AND id < ?1 ORDER BY id DESC
      """
    case .driver:
      """
      SELECT id, 1 FROM charge_sessions INDEXED BY charge_sessions_driver
      WHERE driver_id = ?2 AND id < ?1 ORDER BY id DESC
      """
    case .person:
      """
      SELECT id, 1 FROM charge_sessions INDEXED BY charge_sessions_driver
      WHERE driver_id = ?2 AND id < ?1
      UNION ALL SELECT id, driver_id IS NULL FROM charge_sessions INDEXED BY charge_sessions_user
      WHERE user_id = ?2 AND id < ?1 ORDER BY id DESC
      """
    case .company:
      """
      SELECT id, ?3 IS NULL OR site_id = ?3 FROM charge_sessions INDEXED BY charge_sessions_company
      WHERE company_id = ?2 AND id < ?1 ORDER BY id DESC
      """
    case .all:
      """
      SELECT id, ?3 IS NULL OR site_id = ?3 FROM charge_sessions WHERE id < ?1 ORDER BY id DESC
      """
    }
  }

  /// The leads that list all that fulfils the conditions, each of them alone, with what they are of;
  /// first the one to take when all are long.
  static func candidates(
    for conditions: [RecordCondition]
  ) -> [(lead: SessionLead, of: RecordValue)] {
    let isOfStation = conditions.contains { $0.column == "charger_id" }
    var leads: [(lead: SessionLead, of: RecordValue)] = []
    for condition in conditions where condition.comparison == .equal {
      switch condition.column {
      case "status":
        if let lead = SessionLead(status: condition.value) { leads.append((lead, .null)) }
      case "charger_id": leads.append((.station, condition.value))
      case "user_id": leads.append((.user, condition.value))
      case "driver_id" where condition.substitute == "user_id":
        leads.append((.person, condition.value))
      case "driver_id": leads.append((.driver, condition.value))
      // A station is nearly always of one company.
      case "company_id" where !isOfStation: leads.append((.company, condition.value))
      default: break
      }
    }
    return leads
  }

  /// Nil for completed sessions, which are most of them.
  private init?(status: RecordValue) {
    switch status {
    case .text("pending"): self = .pending
    case .text("failed"): self = .failed
    case .text("started"), .text("charging"), .text("suspended"), .text("stopping"): self = .open
    case .text("stopped"): self = .unpaid
    default: return nil
    }
  }
}
