/// Texts of charging profiles.
enum Profiles {
  static func profile(
    id: Int = 1, level: Int = 0, purpose: String = "TxDefaultProfile", kind: String = "Relative",
    unit: String = "A", periods: [(Int, String)] = [(0, "10")], more: String = "",
    schedule: String = ""
  ) -> String {
    let list = periods.map { "{\"startPeriod\":\($0.0),\"limit\":\($0.1)}" }.joined(separator: ",")
    return
      "{\"chargingProfileId\":\(id),\"stackLevel\":\(level),\"chargingProfilePurpose\":\"\(purpose)\","
      + "\"chargingProfileKind\":\"\(kind)\"\(more),\"chargingSchedule\":{\"chargingRateUnit\":\"\(unit)\","
      + "\"chargingSchedulePeriod\":[\(list)]\(schedule)}}"
  }

  static func set(_ profile: String, _ connector: Int) -> String {
    "{\"connectorId\":\(connector),\"csChargingProfiles\":\(profile)}"
  }

  static func set(
    id: Int = 1, level: Int = 0, purpose: String = "TxDefaultProfile", limit: Int,
    connector: Int = 0
  ) -> String {
    set(
      profile(id: id, level: level, purpose: purpose, periods: [(0, "\(limit)")]), connector)
  }
}
