/// Bills that were finished before Migration0015 are judged for ever by what their stations could deliver when
/// this migration runs: nobody knows any more what it was when they ended.
enum Migration0018 {
  /// 1,000,000 W is what counts for a station of which nothing is known (`LedgerLimits.maximumPower`).
  static let sql = """
    UPDATE charge_sessions SET maximum_power_w = ifnull(
        (SELECT p.maximum_power_w FROM station_policies p
          WHERE p.station_id = charge_sessions.station_id), 1000000)
      WHERE cost IS NOT NULL AND maximum_power_w IS NULL;

    """
}
