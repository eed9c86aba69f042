import OCPPJSON

/// Walks along time, from one stretch in which the same prices hold to the next.
struct PriceWalk {
  private let tariff: Tariff
  private let place: LocalTime
  /// In milliseconds of the day, ascending: where something may begin to hold or cease to.
  private let boundaries: [Int64]

  /// The stretch, in milliseconds since 1970.
  private(set) var start: Int64 = 0
  private(set) var end: Int64 = 0
  /// The price that counts for each dimension, by its place in the tariff.
  private var counting: [Int?] = [nil, nil, nil, nil]

  init(_ tariff: Tariff, _ place: LocalTime) {
    self.tariff = tariff
    self.place = place
    boundaries = PriceWalk.boundaries(tariff)
  }

  private static func boundaries(_ tariff: Tariff) -> [Int64] {
    var found: [Int64] = []
    for price in tariff.prices where price.window != .always {
      for minute in [price.window.from, price.window.until, 0] {
        let time = Int64(minute) * 60_000
        if !found.contains(time) { found.append(time) }
      }
    }
    return found.sorted()
  }

  /// Makes the stretch the one that holds a moment.
  mutating func seek(_ time: Int64) {
    if time >= start && time < end { return }
    start = time
    let (offset, until) = place.offset(at: time)
    let moment = LocalMoment(local: time + offset)
    end = Int64.max
    if !boundaries.isEmpty {
      let next = boundaries.first { $0 > moment.ofDay } ?? LocalMoment.dayLength
      end = min(time + next - moment.ofDay, until)
    }
    for dimension in TariffDimension.allCases {
      counting[dimension.rawValue] = tariff.prices.firstIndex {
        $0.rate(dimension) != nil && $0.window.contains(moment)
      }
    }
  }

  func price(_ dimension: TariffDimension) -> Int? { counting[dimension.rawValue] }
}
