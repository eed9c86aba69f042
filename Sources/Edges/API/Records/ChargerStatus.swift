/// The words for a charger as a whole.
enum ChargerStatus {
  static let words = ["available", "occupied", "unavailable", "faulted", "unknown"]
}
