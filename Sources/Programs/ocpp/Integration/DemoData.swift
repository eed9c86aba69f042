import CSMSClient
import Foundation

/// The sample world of `ocpp demo-data`. Every id in it begins with DEMO, so that it is known again,
/// and easily deleted.
enum DemoData {
  struct Charger: Sendable {
    var id: String
    var name: String
    var type: String
    var powers: [Int]
    /// OCPP's word for each connector.
    var states: [String]
  }

  struct Site: Sendable {
    var id: String
    var name: String
    var city: String
    var zip: String
    var address: String
    var latitude: Double
    var longitude: Double
    var chargers: [Charger]
  }

  struct Person: Sendable {
    var id: String
    var name: String
    var cards: [String]
  }

  struct Company: Sendable {
    var id: String
    var name: String
    var colour: String
    var sites: [Site]
    var drivers: [Person]
  }

  static let companies = [
    Company(
      id: "DEMO-NORTH", name: "Nordlicht Charging", colour: "#1E5AA8",
      sites: [
        Site(
          id: "DEMO-YARD", name: "Old Harbour Yard", city: "Hamburg", zip: "20457",
          address: "Am Sandtorkai 1", latitude: 53.5436, longitude: 9.9895,
          chargers: [
            Charger(
              id: "DEMO-N1", name: "Pole 1", type: "AC", powers: [22, 22],
              states: ["Available", "Available"]),
            Charger(
              id: "DEMO-N2", name: "Pole 2", type: "AC", powers: [22, 22],
              states: ["Available", "Unavailable"]),
            Charger(
              id: "DEMO-N3", name: "Fast lane", type: "DC", powers: [150], states: ["Available"]),
          ]),
        Site(
          id: "DEMO-MARKET", name: "Market Hall", city: "Berlin", zip: "10117",
          address: "Marktplatz 7", latitude: 52.5170, longitude: 13.3889,
          chargers: [
            Charger(
              id: "DEMO-N4", name: "Market 1", type: "AC", powers: [11], states: ["Faulted"])
          ]),
      ],
      drivers: [
        Person(id: "DEMO-ANN", name: "Ann Petersen", cards: ["DEMO-CARD-1", "DEMO-CARD-2"]),
        Person(id: "DEMO-BEN", name: "Ben Okafor", cards: ["DEMO-CARD-3"]),
      ]),
    Company(
      id: "DEMO-SOUTH", name: "Sonne & Strom", colour: "#E2A100",
      sites: [
        Site(
          id: "DEMO-HOTEL", name: "Hotel Alpenblick", city: "Innsbruck", zip: "6020",
          address: "Bergweg 12", latitude: 47.2692, longitude: 11.4041,
          chargers: [
            Charger(
              id: "DEMO-S1", name: "Garage", type: "AC", powers: [11, 11],
              states: ["Available", "Available"])
          ])
      ],
      drivers: [Person(id: "DEMO-CLARA", name: "Clara Rossi", cards: ["DEMO-CARD-4"])]),
  ]

  /// A session of the past week.
  struct Session: Sendable {
    /// What it is called, so that it is made once.
    var number: Int
    var charger: String
    var card: String
    var daysAgo: Int
    /// Minutes after midnight, UTC.
    var from: Int
    var minutes: Int
    /// In Wh, before and after.
    var meter: ClosedRange<Int>
    var reason: String
  }

  /// Sessions on connector 1, each charger's register going on where it stopped.
  static let sessions: [Session] = {
    let visits: [(charger: String, card: String, day: Int, from: Int, minutes: Int, watts: Int)] = [
      ("DEMO-N1", "DEMO-CARD-1", 7, 450, 95, 11_000),
      ("DEMO-N1", "DEMO-CARD-3", 6, 1_005, 41, 21_800),
      ("DEMO-N3", "DEMO-CARD-1", 6, 720, 22, 118_000),
      ("DEMO-S1", "DEMO-CARD-4", 5, 1_260, 610, 3_650),
      ("DEMO-N2", "DEMO-CARD-3", 4, 515, 180, 7_200),
      ("DEMO-N3", "DEMO-CARD-3", 3, 1_110, 31, 96_500),
      ("DEMO-N1", "DEMO-CARD-1", 2, 480, 77, 11_000),
      ("DEMO-S1", "DEMO-CARD-4", 2, 1_200, 555, 3_700),
      ("DEMO-N3", "DEMO-CARD-1", 1, 845, 18, 131_000),
      ("DEMO-N1", "DEMO-CARD-3", 1, 1_020, 64, 21_900),
    ]
    var registers: [String: Int] = [:]
    return visits.enumerated().map { index, visit in
      let before = registers[visit.charger] ?? 1_000_000
      let after = before + visit.watts * visit.minutes / 60
      registers[visit.charger] = after
      return Session(
        number: 900_001 + index, charger: visit.charger, card: visit.card, daysAgo: visit.day,
        from: visit.from, minutes: visit.minutes, meter: before...after,
        reason: index % 3 == 0 ? "EVDisconnected" : "Local")
    }
  }()
}
